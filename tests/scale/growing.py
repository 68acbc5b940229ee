"""Adds a folder of articles to a new store in this process, and says as JSON what that cost.

python -m tests.scale.growing FOLDER MORE STORE: the articles of MORE are then added to that store and, since articles
differ, to one of a hundred articles too: what the same articles cost in a small store and in a grown one.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from kg.annotate.plain import PlainModel
from kg.evaluate.clock import peak_memory
from kg.feed import Fed, feed
from kg.pipeline import BuildOptions
from kg.read import ReadOptions, read
from kg.store.stores import create_store, opened

SAMPLED = 9  # every so many articles go through the model alone too
FEW = 100  # articles of the small store


def grow(folder: str, more: str, store: str) -> dict[str, object]:
    """Seconds of the processor: all of it, the model's own, and of adding `more` at 100 and at the end; bytes at most."""
    reading = ReadOptions(lang="fr")
    articles = list(read([folder], reading))
    sample = [article.text for article in articles[::SAMPLED]]
    create_store(store)
    fed, seconds = _adding([folder], store, reading)
    peak = peak_memory()
    plain = PlainModel("fr")
    plain.words(sample[:4])
    started = time.process_time()
    plain.words(sample)
    model = (time.process_time() - started) * sum(len(a.text) for a in articles) / sum(map(len, sample))
    return {
        "articles": fed.summary.articles,
        "failed": fed.summary.failed,
        "early": _adding_at_rest([more], _small(folder, store, reading), reading),
        "late": _adding_at_rest([more], store, reading),
        "seconds": seconds,
        "model": model,
        "peak": peak,
    }


def _small(folder: str, store: str, reading: ReadOptions) -> str:
    """A store of the first articles of a folder, beside `store`."""
    small = f"{store}-small"
    create_store(small)
    _adding([str(text) for text in sorted(Path(folder).iterdir())[:FEW]], small, reading)
    return small


def _adding_at_rest(sources: Sequence[str], store: str, reading: ReadOptions) -> float:
    """Seconds of the processor of feeding sources to a store that is compact: merges that are due of what was fed before
    are not of these articles.
    """
    with opened(store, write=True) as grown:
        grown.compact()
    return _adding(sources, store, reading)[1]


def _adding(sources: Sequence[str], store: str, reading: ReadOptions) -> tuple[Fed, float]:
    """What feeding sources to a store finds, and the seconds of the processor that it takes."""
    started = time.process_time()
    with opened(store, write=True) as opened_store:
        fed = feed(sources, opened_store, BuildOptions(reading))
    return fed, time.process_time() - started


if __name__ == "__main__":
    print(json.dumps(grow(*sys.argv[1:])))
