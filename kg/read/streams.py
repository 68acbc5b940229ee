"""Reading bytes under a limit: whole, by line, unpacked."""

from __future__ import annotations

import io
import tempfile
import zlib
from collections.abc import Callable, Iterator
from gzip import GzipFile
from typing import IO, BinaryIO
from zipfile import BadZipFile

from kg.errors import InputError
from kg.read.options import Limits

CHUNK = 1 << 16


def size(count: int) -> str:
    """A number of bytes as people write it: "16 MB"."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if count < 1024 or unit == "GB":
            return f"{count} {unit}"
        count //= 1024
    raise AssertionError


def head(stream: io.BufferedReader) -> bytes:
    """The first bytes of an open stream, which stay to be read."""
    return stream.peek(8192)[:8192]


def whole(stream: IO[bytes], name: str, limit: int) -> bytes:
    """All bytes of `stream`; raises InputError if there are more than `limit`."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(f"{name} is larger than {size(limit)}: split it or raise the limit")
    return data


def lines(stream: IO[bytes], limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers from 1; None stands for a line of more than `limit` bytes, which is passed over."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield number, None


class Unpacked(io.RawIOBase):
    """The unpacked side of a compressed stream: refuses to give much more than was packed."""

    def __init__(self, inner: IO[bytes] | GzipFile, name: str, packed: Callable[[], int], limits: Limits) -> None:
        self._inner, self._name, self._packed, self._limits, self._given = inner, name, packed, limits, 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills `buffer`; raises InputError for damaged data and for a bomb."""
        try:
            data = self._inner.read(len(buffer))
        except (OSError, EOFError, zlib.error, BadZipFile, NotImplementedError, ValueError) as error:
            raise InputError(f"{self._name} is damaged or cut off ({error}): fetch or pack it again") from error
        self._given += len(data)
        ratio = self._limits.ratio
        if self._given > self._limits.ratio_free_bytes and self._given > ratio * max(self._packed(), 1):
            raise InputError(f"{self._name} unpacks to more than {ratio} times its size: refused as a bomb")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Closes the packed side too."""
        self._inner.close()
        super().close()


def seekable(stream: io.BufferedReader, name: str, limits: Limits) -> BinaryIO:
    """`stream` itself if one can move in it, else a temporary copy; raises InputError if that gets too large."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(max_size=16 * 2**20)  # noqa: SIM115 (the caller closes it)
    total = 0
    while data := stream.read(CHUNK):
        total += len(data)
        if total > limits.spool_bytes:
            copy.close()
            raise InputError(f"{name} is larger than {size(limits.spool_bytes)}: unpack it or raise the limit")
        copy.write(data)
    copy.seek(0)
    return copy  # type: ignore[return-value]
