"""A graph as it goes from one process to another: N-Quads are a tenth of the size of pickled quads."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import Quad, RdfFormat, parse, serialize


def pack(quads: Sequence[Quad]) -> bytes:
    """Quads as bytes, in their order."""
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def unpack(lines: bytes) -> list[Quad]:
    """The quads that were packed, in their order."""
    return list(parse(lines, format=RdfFormat.N_QUADS))
