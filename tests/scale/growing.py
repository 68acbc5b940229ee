"""Adds a folder of articles to a new store in this process, and says as JSON what that cost.

python -m tests.scale.growing FOLDER STORE
"""

from __future__ import annotations

import json
import sys
import time

from kg.annotate.plain import PlainModel
from kg.evaluate.clock import peak_memory
from kg.feed import feed
from kg.pipeline import BuildOptions, Watch
from kg.read import ReadOptions, read
from kg.store.stores import create_store, opened

SAMPLED = 9  # every so many articles go through the model alone too


def grow(folder: str, store: str) -> dict[str, object]:
    """Seconds of the processor: all of it, and the model's own; when so many articles were in; bytes held at most."""
    reading = ReadOptions(lang="fr")
    articles = list(read([folder], reading))
    sample = [article.text for article in articles[::SAMPLED]]
    create_store(store)
    marks: list[tuple[int, float]] = []
    started = time.process_time()
    watch = Watch(done=lambda done, failed: marks.append((done, time.process_time() - started)))
    with opened(store, write=True) as opened_store:
        fed = feed([folder], opened_store, BuildOptions(reading), watch=watch)
    seconds, peak = time.process_time() - started, peak_memory()
    plain = PlainModel("fr")
    plain.words(sample[:4])
    started = time.process_time()
    plain.words(sample)
    model = (time.process_time() - started) * sum(len(a.text) for a in articles) / sum(map(len, sample))
    return {
        "articles": fed.summary.articles,
        "failed": fed.summary.failed,
        "letters": [len(article.text) for article in articles],
        "marks": marks,
        "seconds": seconds,
        "model": model,
        "peak": peak,
    }


if __name__ == "__main__":
    print(json.dumps(grow(*sys.argv[1:])))
