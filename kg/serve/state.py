"""Whether a store's files are still as they were."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

State: TypeAlias = tuple[tuple[str, int, int], ...]


def state(folder: Path) -> State:
    """Names, sizes and times of the files that every change of the store touches: Oxigraph's logs and manifest."""
    found = []
    for path in folder.glob("db/[M0-9]*"):
        try:
            status = path.stat()
        except FileNotFoundError:  # a writer has just taken it away
            continue
        found.append((path.name, status.st_size, status.st_mtime_ns))
    return tuple(sorted(found))
