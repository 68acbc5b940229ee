"""The floor under the golden scores: `python -m tests.golden.floor` raises it to what is reached now."""

from __future__ import annotations

import json
import math
import subprocess
from itertools import pairwise
from pathlib import Path

from kg.evaluate.gold import load
from kg.evaluate.measure import measure
from tests.golden.builds import HERE, LANGUAGES, ROOT, facts_gold

FLOOR = HERE / "floor.json"
NAME = FLOOR.relative_to(ROOT).as_posix()
SLACK = 0.01  # of the facts, that the score may be above the floor before a run says so

Floor = dict[str, dict[str, float]]


def risen(floor: Floor) -> Floor:
    """The floor with each value at the better of what it is and what is reached; shares are cut to three digits."""
    scores = measure(load(path for lang in LANGUAGES for path in facts_gold(lang))).by_language()
    return {
        lang: {
            "found": max(floor.get(lang, {}).get("found", 0.0), math.floor(score.share * 1000) / 1000),
            "mistakes": min(floor.get(lang, {}).get("mistakes", math.inf), score.mistakes),
        }
        for lang, score in scores.items()
    }


def lowered() -> list[str]:
    """The commits that lowered a floor and didn't touch CHANGELOG.md, the working tree included; oldest last."""
    commits = _git("log", "--format=%H", "--", NAME).split()
    versions = [("the working tree", json.loads(FLOOR.read_text()))]
    versions += [(commit, json.loads(_git("show", f"{commit}:{NAME}"))) for commit in commits]
    return [
        commit
        for (commit, now), (_, before) in pairwise(versions)
        if _is_lower(now, before) and "CHANGELOG.md" not in _touched(commit)
    ]


def _is_lower(now: Floor, before: Floor) -> bool:
    return any(
        lang not in now or now[lang]["found"] < old["found"] or now[lang]["mistakes"] > old["mistakes"]
        for lang, old in before.items()
    )


def _touched(commit: str) -> list[str]:
    if commit == "the working tree":
        return _git("diff", "--name-only", "HEAD").split()
    return _git("show", "--format=", "--name-only", commit).split()


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def main() -> None:
    before: Floor = json.loads(FLOOR.read_text()) if FLOOR.exists() else {}
    after = risen(before)
    Path(FLOOR).write_text(json.dumps(after, indent=1) + "\n", encoding="utf-8")
    print(f"{before} -> {after}")


if __name__ == "__main__":
    main()
