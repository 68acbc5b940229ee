"""The golden articles and their graphs, each built once in a test run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LANGUAGES = ("en", "fr")


@cache
def folder() -> Path:
    """Where the graphs of this run go."""
    return Path(tempfile.mkdtemp(prefix="kg-golden-"))


@cache
def graph(lang: str, seed: int) -> Path:
    """The graph that `kg build` makes of all golden texts of a language in a process of its own with this hash seed."""
    out = folder() / f"{lang}-{seed}.nq"
    command = [sys.executable, str(ROOT / "cli.py"), "build", str(HERE / lang / "texts"), "-o", str(out), "--quiet"]
    subprocess.run([*command, "--lang", lang], check=True, env={**os.environ, "PYTHONHASHSEED": str(seed)})
    return out


def facts_gold(lang: str) -> list[Path]:
    """The files of golden facts of a language."""
    return sorted(path for path in (HERE / lang).glob("*.json") if path.stem != "spans")
