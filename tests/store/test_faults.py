"""Whatever happens to a writer, the store stays readable and every article is in it whole or not at all."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.errors import InputError, KgError, StoreError
from kg.store.base import Change
from kg.store.stores import backup_store, create_store, opened
from tests.store.articles import BASE, article
from tests.store.writer import SIZES

ROOT = Path(__file__).parents[2]
WHOLE = {7 + size for size in SIZES}


@pytest.fixture
def folder(tmp_path: Path) -> str:
    create_store(str(tmp_path / "store"))
    return str(tmp_path / "store")


def start(folder: str, begin: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.writer", folder, str(begin)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)


def sizes(folder: str) -> dict[str, int]:
    with opened(folder) as store:
        return {name: len(store.graph(name)) for name in store.names()}


def test_killed_at_any_moment(folder: str) -> None:
    moments = random.Random(5)
    reported: set[str] = set()
    for round_ in range(8):
        writer = start(folder, begin=round_ * 1000)
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(moments.uniform(0, 0.4))
        writer.send_signal(signal.SIGKILL)
        lines = [first, *writer.stdout.readlines()]
        writer.wait()
        reported |= {line.split()[0] for line in lines if line.endswith("\n") and line.strip()}
        found = sizes(folder)
        assert set(found.values()) <= WHOLE
        assert reported <= found.keys()
    with opened(folder, write=True) as store:
        assert list(store.put([article("after", "Bo Lind")])) == [(BASE + "after", Change.ADDED)]


def test_two_writers_never_interleave_and_the_second_is_told_who_writes(folder: str) -> None:
    writer = start(folder, begin=0)
    assert writer.stdout is not None
    try:
        writer.stdout.readline()
        told = rf"is being written by process {writer.pid} on .* since .*writer"
        with pytest.raises(StoreError, match=told), opened(folder, write=True):
            pass
        for _ in range(20):
            assert set(sizes(folder).values()) <= WHOLE
        backup_store(folder, folder + "-copy")
        assert set(sizes(folder + "-copy").values()) <= WHOLE
    finally:
        writer.kill()
        writer.communicate()
    with opened(folder, write=True) as store:
        list(store.put([article("after", "Bo Lind")]))


def in_child(work: Callable[[], None]) -> str:
    """The message of the KgError that `work` ends with in a process of its own; empty if it ends well."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work()
        except KgError as error:
            os.write(writing, str(error).encode())
        except BaseException as error:
            os.write(writing, f"NOT A KgError: {error!r}".encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        message = pipe.read().decode()
    os.waitpid(child, 0)
    return message


def test_a_full_disk(folder: str) -> None:
    """No file may pass 200 kB: what a quota or a full disk does, on any system."""
    with opened(folder, write=True) as store:
        list(store.put([article("before", "Ana Ruiz")]))

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        with opened(folder, write=True) as store:
            list(store.put(article(f"a{number}", "Ana Ruiz", extra=4000) for number in range(200)))

    message = in_child(fill)
    assert message.startswith(f"{folder}: the store can't be written: "), message
    found = sizes(folder)
    assert set(found.values()) <= {7, 4007}
    assert found[BASE + "before"] == 7
    with opened(folder, write=True) as store:
        list(store.put([article("a0", "Ana Ruiz", extra=4000)]))
    assert sizes(folder)[BASE + "a0"] == 4007


@pytest.fixture
def read_only() -> Iterator[str]:
    """A store in a folder that this process may read and not write, once it has given up being root."""
    outside = Path(tempfile.mkdtemp())
    folder = outside / "store"
    create_store(str(folder))
    with opened(str(folder), write=True) as store:
        list(store.put([article("one", "Ana Ruiz")]))
    outside.chmod(0o755)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield str(folder)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(outside)


def test_a_read_only_disk(read_only: str) -> None:
    def nobody() -> None:
        if os.geteuid() == 0:
            os.seteuid(65534)

    def ask() -> None:
        nobody()
        assert sizes(read_only) == {BASE + "one": 7}

    def write() -> None:
        nobody()
        with opened(read_only, write=True) as store:
            list(store.put([article("two", "Bo Lind")]))

    assert in_child(ask) == ""
    assert in_child(write) == f"{read_only}: the store can't be written: Permission denied"
    assert "can't be made" in in_child(lambda: (nobody(), create_store(read_only + "/new"))[1])


def test_a_damaged_store_says_so(folder: str) -> None:
    with opened(folder, write=True) as store:
        list(store.put([article("one", "Ana Ruiz")]))
    (manifest,) = (Path(folder) / "db").glob("MANIFEST-*")
    manifest.write_bytes(b"\0" * 100)
    with pytest.raises(StoreError, match="can't be opened"), opened(folder, write=True):
        pass
    (Path(folder) / "newskg-store.json").write_text("{")
    with pytest.raises(StoreError, match="label"), opened(folder):
        pass


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="kg store create"), opened(str(tmp_path)):
        pass
    (tmp_path / "something").touch()
    with pytest.raises(StoreError, match="not empty"):
        create_store(str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["something"]
