"""Known gaps: worked examples that don't hold yet, by name, in a text file that can only shrink.

One name a line, sorted, `#` begins a comment. An example outside the list that fails is a fault; one on the list that
holds is to be struck off.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.errors import InputError, OutputError


def load(path: Path) -> frozenset[str]:
    """The names listed in the file. Raises InputError if it can't be read."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the list of known gaps can't be read: {error}") from error
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def strike_off(path: Path, names: Iterable[str]) -> int:
    """Take `names` off the list; returns how many stood there. Raises OutputError if the file can't be written."""
    mended = set(names) & load(path)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = "".join(line for line in lines if line.strip() not in mended)
    try:
        path.write_text(kept, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path}: can't be written: {error.strerror}") from error
    return len(mended)
