"""gzip: what it holds is read as the name without `.gz` says."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader

from kg.read.options import ReadOptions
from kg.read.parts import Blob
from kg.read.streams import Unpacked


def read(blob: Blob, stream: BufferedReader, options: ReadOptions) -> Iterator[Blob]:
    """One blob, unpacked while it is read."""
    counted = _Counted(stream)

    def unpack() -> io.BufferedReader:
        unpacked = gzip.GzipFile(fileobj=counted)
        return io.BufferedReader(Unpacked(unpacked, blob.name, lambda: counted.taken, options.limits))

    yield replace(blob, open=unpack, media=None, depth=blob.depth + 1)


class _Counted(io.RawIOBase):
    """Counts what is read through it."""

    def __init__(self, inner: BufferedReader) -> None:
        self._inner, self.taken = inner, 0

    def readable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """As `inner` reads."""
        data = self._inner.read(size)
        self.taken += len(data)
        return data
