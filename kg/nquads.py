"""A graph as lines of N-Quads: how it goes to files, stores, journals and other processes.

Making a pyoxigraph.Quad costs ten times what writing its line does, and most quads were only made to be written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self, overload

from pyoxigraph import Quad, RdfFormat, parse, serialize


@dataclass(frozen=True, slots=True)
class Lines(Sequence[Quad]):
    """The quads of one graph, kept as their lines, sorted, each once; parsed only where somebody asks for quads."""

    data: bytes

    @classmethod
    def of(cls, lines: Iterable[str]) -> Self:
        """Of lines in any order, each with its line feed."""
        return cls("".join(sorted(set(lines))).encode())

    def __len__(self) -> int:
        return self.data.count(b"\n")

    def __iter__(self) -> Iterator[Quad]:
        return parse(self.data, format=RdfFormat.N_QUADS)

    @overload
    def __getitem__(self, index: int) -> Quad: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Quad]: ...
    def __getitem__(self, index: int | slice) -> Quad | Sequence[Quad]:
        return list(self)[index]


def lines_of(graph: Sequence[Quad]) -> bytes:
    """The lines of a graph, sorted, each once."""
    if isinstance(graph, Lines):
        return graph.data
    data: bytes = serialize(graph, format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(set(data.splitlines(keepends=True))))
