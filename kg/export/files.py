"""Output files that appear whole or not at all."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

from kg.errors import OutputError


@contextmanager
def appearing(paths: Sequence[Path]) -> Iterator[list[BinaryIO]]:
    """Files to write to, which take their names together when the block ends well and leave nothing when it doesn't.

    What stands under a name stays until then. A device or pipe (/dev/stdout) is written to as it is. Raises OutputError
    where a place can't be written.
    """
    drafts = [_draft(path) for path in paths]
    try:
        with ExitStack() as stack:
            yield [stack.enter_context(_open(draft, path)) for draft, path in zip(drafts, paths, strict=True)]
        for draft, path in zip(drafts, paths, strict=True):
            if draft != path:
                os.replace(draft, path.resolve())  # a link stays a link
    except OSError as error:
        names = ", ".join(str(path) for path in paths)
        raise OutputError(f"{names}: can't be written: {error.strerror or error}") from error
    finally:
        for draft, path in zip(drafts, paths, strict=True):
            if draft != path:
                draft.unlink(missing_ok=True)


def _draft(path: Path) -> Path:
    """Where the file is written first: beside its place, since a rename can't cross file systems."""
    if path.is_dir():
        raise OutputError(f"{path}: is a folder; give the name of a file")
    if not path.parent.is_dir():
        raise OutputError(f"{path}: can't be written: there is no folder {path.parent}")
    if path.exists() and not path.is_file():
        return path
    target = path.resolve()
    mark = f"{crc32(os.fsencode(target.name)):08x}.part"  # with the process's number no longer than any name
    for left in target.parent.glob(f".kg-*-{mark}"):
        _remove_unheld(left)
    return target.with_name(f".kg-{os.getpid()}-{mark}")


def _remove_unheld(draft: Path) -> None:
    """Take away what a killed process left; a living one holds its drafts."""
    with suppress(OSError), draft.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        draft.unlink()


def _open(draft: Path, path: Path) -> BinaryIO:
    if draft == path:
        return path.open("ab")
    file = draft.open("wb")
    with suppress(OSError):  # a file system without locks
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return file
