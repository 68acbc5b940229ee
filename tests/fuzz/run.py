"""Fuzz with atheris, guided by what each input reaches: python -m tests.fuzz.run TARGET MINUTES [FOLDER].

FOLDER keeps the inputs that reached something new, and those that broke something; a run goes on from there.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kg"]):
    from tests.fuzz.targets import TARGETS


def main(name: str, minutes: str, folder: str = ".fuzz") -> None:
    """Fuzz one target; what breaks it is printed and kept, and ends the run."""
    corpus = Path(folder) / name
    corpus.mkdir(parents=True, exist_ok=True)
    seconds = round(float(minutes) * 60)
    # A text of news is longer than libFuzzer's first inputs; one input may take seconds where it loads a model.
    limits = [f"-max_total_time={seconds}", "-max_len=2000", "-timeout=60", "-rss_limit_mb=4000"]
    atheris.Setup(["fuzz", *limits, f"-artifact_prefix={corpus}-", "-print_final_stats=1", str(corpus)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
