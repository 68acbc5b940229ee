"""Memory does not grow with the corpus: five times the articles, the same peak."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (
    "Le général Ilar Dovan a été blessé mardi à Tirna par un groupe armé. Il a accusé trois soldats de trahison. "
    "Le ministre Marek Dolan a condamné cette attaque et promis une enquête. La ville de Sarn reste calme."
)
SCRIPT = """
import resource, sys
from kg.commands import run
assert run(["build", sys.argv[1], "-o", sys.argv[2], "--quiet", "--failures", sys.argv[2] + ".failures"]) == 0
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
FEW, MANY = 4_000, 20_000
SLACK = 12_000  # kilobytes; a list of 16,000 names and reasons alone would take more


def peak(folder: Path, count: int, ending: str) -> int:
    """Kilobytes that a build of `count` articles takes at most: copies, so that it is soon done, and failures."""
    with (folder / f"{count}.jsonl").open("w", encoding="utf-8") as out:
        for number in range(count):
            url = f"https://paper-{number}.example/{'long/' * 20}"
            out.write(json.dumps({"url": url, "text": TEXT if number % 2 else " ", "lang": "fr"}) + "\n")
    command = [sys.executable, "-c", SCRIPT, str(folder / f"{count}.jsonl"), str(folder / f"{count}{ending}")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.parametrize("ending", [".nq", ".trig"])
def test_a_build_takes_no_more_for_many(tmp_path: Path, ending: str) -> None:
    few, many = peak(tmp_path, FEW, ending), peak(tmp_path, MANY, ending)
    assert many - few < SLACK
