"""N-Quads and N-Triples: written graph by graph as they come, each graph's lines sorted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from pyoxigraph import Quad, RdfFormat, serialize

from kg.nquads import lines_of


class NQuads:
    """One line a quad."""

    def __init__(self, files: Sequence[BinaryIO]) -> None:
        (self._out,) = files

    def add(self, graph: Sequence[Quad]) -> None:
        """Writes the graph's lines, each once."""
        self._out.write(lines_of(graph))

    def finish(self) -> None:
        """Nothing is held back."""


class NTriples:
    """One line a triple; which article says it is lost but for the IRIs."""

    def __init__(self, files: Sequence[BinaryIO]) -> None:
        (self._out,) = files
        self._shared: set[bytes] = set()  # lines about things outside the articles, such as publishers

    def add(self, graph: Sequence[Quad]) -> None:
        """Writes the graph's lines; those that other graphs may hold too are written once in all."""
        if not graph:
            return
        own = str(graph[0].graph_name).rstrip(">").encode()
        data: bytes = serialize([quad.triple for quad in graph], format=RdfFormat.N_TRIPLES) or b""
        lines = set(data.splitlines(keepends=True))
        shared = {line for line in lines if not line.startswith(own)}
        self._out.writelines(sorted(lines - (shared & self._shared)))
        self._shared |= shared

    def finish(self) -> None:
        """Nothing is held back."""
