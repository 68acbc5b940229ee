"""What the user names (files, folders, patterns, addresses, stores, `-`) as blobs to read, in an order that never varies."""

from __future__ import annotations

import glob
import io
import os
import re
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError, KgError
from kg.read.encoding import one_line, printable
from kg.read.fetch import Fetcher
from kg.read.formats import is_known
from kg.read.objects import is_object, objects
from kg.read.options import ReadOptions
from kg.read.parts import Blob, ReadFailure

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
STDIN = "standard input"


def blobs(sources: Sequence[str], options: ReadOptions) -> Iterator[Blob | ReadFailure]:
    """Everything that the sources name; a source that names nothing is reported."""
    with Fetcher(options.limits, options.allow_private) as fetcher:
        for source in sources:
            try:
                yield from _expand(source, options, fetcher)
            except KgError as error:
                yield ReadFailure(one_line(source), error)
            except (OSError, ValueError) as error:
                yield ReadFailure(one_line(source), os_problem(one_line(source), error))


def os_problem(name: str, error: Exception) -> InputError:
    """What the system says about an input, as one line."""
    if isinstance(error, FileNotFoundError):
        return InputError(f"{name} does not exist: check the path")
    if isinstance(error, PermissionError):
        return InputError(f"{name} may not be read: change its permissions")
    reason = (error.strerror if isinstance(error, OSError) else None) or one_line(str(error)) or type(error).__name__
    return InputError(f"{name} can't be read ({reason}): check the file and the disk")


def _expand(source: str, options: ReadOptions, fetcher: Fetcher) -> Iterator[Blob | ReadFailure]:
    if source == "-":
        yield Blob(STDIN, _open_stdin)
    elif is_object(source):
        yield from objects(source, options)
    elif SCHEME.match(source):
        answer = fetcher.get(source)
        yield Blob(one_line(source), partial(_open_bytes, answer.body), url=answer.url, media=answer.media)
    else:
        yield from local(source, options)


def local(source: str, options: ReadOptions) -> Iterator[Blob | ReadFailure]:
    """The files that a path or a pattern names. Raises InputError if there are none; what the system raises passes."""
    if os.path.isdir(source):
        yield from _folder(source, options)
    elif os.path.exists(source):
        yield _file(source, os.path.dirname(source) or ".", options)
    elif glob.has_magic(source):
        yield from _matches(source, options)
    else:
        raise InputError(f"{one_line(source)} does not exist: check the path")


def _folder(folder: str, options: ReadOptions) -> Iterator[Blob | ReadFailure]:
    read = 0
    unreadable: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            path = os.path.join(root, name)
            if is_known(name):
                read += 1
                yield _file(path, folder, options)
            else:
                shown = one_line(path)
                unread = InputError(f"{shown} has an ending that kg does not read: left out")
                yield ReadFailure(shown, unread, skipped=True)
        for error in unreadable:
            shown = one_line(str(error.filename))
            yield ReadFailure(shown, os_problem(shown, error))
        read += len(unreadable)
        unreadable.clear()
    if not read:
        raise InputError(f"folder {one_line(folder)} holds no file that kg reads: give one of text, HTML, JSON, CSV …")


def _matches(pattern: str, options: ReadOptions) -> Iterator[Blob | ReadFailure]:
    fixed = re.split(r"[*?[]", pattern, maxsplit=1)[0]
    base = os.path.dirname(fixed) or "."
    paths = sorted(glob.iglob(pattern, recursive=True))
    if not paths:
        raise InputError(f"no file matches {one_line(pattern)}: check the pattern")
    for path in paths:
        if not os.path.isdir(path):
            yield _file(path, base, options)


def _file(path: str, root: str, options: ReadOptions) -> Blob:
    file = os.path.relpath(path, options.base or root)
    if file.startswith(os.pardir + os.sep):
        file = os.path.basename(path)
    return Blob(one_line(path), partial(_open_file, path), file=printable(Path(file).as_posix()))


def _open_file(path: str) -> io.BufferedReader:
    return open(path, "rb")


def _open_bytes(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(data))


def _open_stdin() -> io.BufferedReader:
    if sys.stdin is None or sys.stdin.closed:
        raise InputError("standard input is closed: pipe an article into kg, or name a file")
    return io.BufferedReader(_Kept(sys.stdin.buffer))


class _Kept(io.RawIOBase):
    """A stream that stays open when its reader is done."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills `buffer` with what has come so far."""
        data: bytes = self._inner.read1(len(buffer))  # type: ignore[attr-defined]
        buffer[: len(data)] = data
        return len(data)
