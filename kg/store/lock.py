"""One writer at a time, and a name for it: who holds a store, so that the next one can be told."""

from __future__ import annotations

import fcntl
import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError

_FILE = "writer.lock"


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the store at `folder` for writing. The system lets go of it however this process ends.

    Raises StoreError where another process holds it, or where the folder can't be written.
    """
    try:
        descriptor = os.open(folder / _FILE, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError(f"{folder}: the store can't be written: {error.strerror}") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreError(f"{folder}: the store is being written by {_holder(folder)}: wait until it is done") from error
        _sign(descriptor)
        yield
    finally:
        os.close(descriptor)


def _sign(descriptor: int) -> None:
    """Leave a note of who this is. A note that can't be written costs only the name in somebody's message."""
    note = {"pid": os.getpid(), "host": socket.gethostname(), "command": " ".join(sys.argv)[:200]}
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(note).encode(), 0)
    except OSError:
        return


def _holder(folder: Path) -> str:
    path = folder / _FILE
    try:
        note = json.loads(path.read_text(encoding="utf-8"))
        since = time.strftime("%H:%M:%S", time.localtime(path.stat().st_mtime))
        return f"process {note['pid']} on {note['host']} since {since} ({note['command']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
