"""Sources in object stores and other places that fsspec reaches, such as s3://bucket/news/: listed and read as folders are.

Web addresses never come here: they go through `fetch`, with all its checks. A chained address (zip://…::http://…) is
refused, since it would go round them.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from kg.errors import InputError
from kg.read.encoding import one_line, printable
from kg.read.formats import is_known
from kg.read.options import ReadOptions
from kg.read.parts import Blob, ReadFailure

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

T = TypeVar("T")

STORES = {
    **dict.fromkeys(("s3", "s3a"), "s3fs"),
    **dict.fromkeys(("gs", "gcs"), "gcsfs"),
    **dict.fromkeys(("az", "abfs", "abfss", "adl"), "adlfs"),
    **dict.fromkeys(("hdfs", "arrow_hdfs"), "pyarrow"),
    **dict.fromkeys(("webhdfs", "memory"), "fsspec"),
    "sftp": "paramiko",
    "oss": "ossfs",
}
"""The protocols that are taken, and the package that each needs beside fsspec. Credentials come from its own settings."""

_MAGIC = re.compile(r"[*?\[]")


def is_object(source: str) -> bool:
    """Whether `source` is an address in a store that fsspec reaches."""
    return source.partition("://")[0].lower() in STORES and "://" in source


def place(address: str) -> tuple[AbstractFileSystem, str]:
    """The file system of an address and the path in it. Raises InputError where a package for it is missing."""
    protocol = address.partition("://")[0].lower()
    if "::" in address:
        raise InputError(f"{one_line(address)} is refused: addresses are not chained")
    try:
        from fsspec.core import url_to_fs

        fs, path = url_to_fs(address)
    except ImportError as error:
        package = STORES.get(protocol, "fsspec")
        raise InputError(f"{one_line(address)} needs {package}: pip install 'newskg[dask]' {package}") from error
    except Exception as error:
        raise InputError(f"{one_line(address)} can't be opened: {one_line(str(error))}") from error
    return fs, str(path).rstrip("/")


def objects(source: str, options: ReadOptions) -> Iterator[Blob | ReadFailure]:
    """The objects that `source` names, in the order of a folder's files. Raises InputError if there are none."""
    fs, path = place(source)
    if _MAGIC.search(path):
        base = posixpath.dirname(_MAGIC.split(path, maxsplit=1)[0])
        found = [match for match in sorted(_asked(fs.glob, path)) if not _asked(fs.isdir, match)]
        if not found:
            raise InputError(f"no object matches {one_line(source)}: check the pattern")
        yield from (_blob(fs, match, base) for match in found)
    elif _asked(fs.isdir, path):
        read = 0
        for blob in _folder(fs, path, path):
            read += isinstance(blob, Blob)
            yield blob
        if not read:
            raise InputError(f"{one_line(source)} holds no object that kg reads: give text, HTML, JSON, CSV …")
    elif _asked(fs.exists, path):
        yield _blob(fs, path, posixpath.dirname(path))
    else:
        raise InputError(f"{one_line(source)} does not exist: check the address")


def _folder(fs: AbstractFileSystem, folder: str, root: str) -> Iterator[Blob | ReadFailure]:
    """Files before folders, each sorted: one folder's listing is in memory at a time."""
    entries = {str(entry["name"]).rstrip("/"): entry["type"] for entry in _asked(fs.ls, folder, detail=True)}
    names = sorted(name for name in entries if name != folder and not posixpath.basename(name).startswith("."))
    for name in (name for name in names if entries[name] != "directory"):
        if is_known(name):
            yield _blob(fs, name, root)
        else:
            shown = one_line(fs.unstrip_protocol(name))
            yield ReadFailure(shown, InputError(f"{shown} has an ending that kg does not read: left out"), skipped=True)
    for name in (name for name in names if entries[name] == "directory"):
        yield from _folder(fs, name, root)


def _blob(fs: AbstractFileSystem, path: str, root: str) -> Blob:
    name = one_line(fs.unstrip_protocol(path))
    return Blob(name, partial(_open, fs, path), file=printable(posixpath.relpath(path, root or "/")))


def _open(fs: AbstractFileSystem, path: str) -> io.BufferedReader:
    return io.BufferedReader(_Object(_asked(fs.open, path, "rb")))


def _asked(ask: Callable[..., T], *arguments: Any, **more: Any) -> T:
    """What the store answers. Whatever its package raises is an OSError here."""
    try:
        return ask(*arguments, **more)
    except OSError:
        raise
    except Exception as error:
        raise OSError(f"{type(error).__name__}: {one_line(str(error))}") from error


class _Object(io.RawIOBase):
    """An open object, which fails as files do."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Where the store can read from the middle."""
        return bool(self._inner.seekable())

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills `buffer`."""
        data: bytes = _asked(self._inner.read, len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Moves, as files do."""
        return int(_asked(self._inner.seek, offset, whence))

    def tell(self) -> int:
        """Where it stands."""
        return int(self._inner.tell())

    def close(self) -> None:
        """Closes the store's side too."""
        self._inner.close()
        super().close()
