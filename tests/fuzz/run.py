"""Fuzz with atheris, guided by what each input reaches: python -m tests.fuzz.run TARGET MINUTES [FOLDER].

FOLDER keeps the inputs that reached something new, and those that broke something; a run goes on from there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kg"]):
    from kg.evaluate.examples import load
    from kg.lang import codes
    from kg.store.saved import saved_queries
    from tests.fuzz.targets import TARGETS


def main(name: str, minutes: str, folder: str = ".fuzz") -> None:
    """Fuzz one target; what breaks it is printed and kept, and ends the run."""
    corpus = Path(folder) / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed)
    seconds = round(float(minutes) * 60)
    # The first input loads a language model, which takes long under instrumentation.
    limits = [f"-max_total_time={seconds}", "-max_len=2000", "-timeout=300", "-rss_limit_mb=4000"]
    atheris.Setup(["fuzz", *limits, f"-artifact_prefix={corpus}-", "-print_final_stats=1", str(corpus)], TARGETS[name])
    atheris.Fuzz()


def seeds(name: str) -> Iterator[bytes]:
    """Good inputs to begin with: a file of the format, worked examples of both languages, saved queries."""
    if name.startswith("read-"):
        from tests.read.test_properties import SEEDS

        yield SEEDS[name.removeprefix("read-")]
    elif name == "ask":
        yield from (query.sparql.encode() for query in saved_queries())
    elif name != "extract":
        yield from (b"a" + example.text.encode() for lang in codes() for example in load(lang)[::20])


if __name__ == "__main__":
    main(*sys.argv[1:])
