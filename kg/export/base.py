"""What every format is: a writer that takes one article's graph after the other, and the files that it writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from pyoxigraph import Quad


class Export(Protocol):
    """A file, or a few that belong together, while it is being written."""

    def add(self, graph: Sequence[Quad]) -> None:
        """Takes the quads of one named graph. Their order doesn't matter."""
        ...

    def finish(self) -> None:
        """Writes what is still held back. Called once, after the last graph."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One line of the table of formats."""

    title: str
    make: Callable[[Sequence[BinaryIO]], Export]  # takes as many open files as there are parts
    parts: tuple[str, ...] = ()  # endings of the files, where "graph.csv" means several: "graph.nodes.csv", …
