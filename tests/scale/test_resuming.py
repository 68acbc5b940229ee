"""A build that is broken off at any point goes on where it was, and ends with the bytes of one that never was."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.commands import run
from kg.errors import OutputError
from kg.model import Article
from kg.pipeline import BATCH, BuildOptions, Built, Failed, Item, built
from kg.scale.journal import Journal, place

ROOT = Path(__file__).parents[2]
PEOPLE = ("Ilar Dovan", "Vesna Korr", "Marek Dolan", "Anton Dubrov", "Lise Amaury")
TOWNS = ("Tirna", "Sarn", "Morsk", "Erbil", "Oslo", "Lima", "Kiev")
COUNT = 5 * BATCH
ONE_BATCH = 80_000  # bytes


def text(number: int) -> str:
    who, where = PEOPLE[number % len(PEOPLE)], TOWNS[number % len(TOWNS)]
    return f"Le général {who} a été blessé mardi à {where} par un groupe armé. Il a accusé {number + 3} soldats."


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    for number in range(COUNT):
        (folder / f"{number:03}.txt").write_text(text(number), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(news: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What a build writes that is not broken off."""
    target = tmp_path_factory.mktemp("whole") / "graph.nq"
    assert run(["build", str(news), "-o", str(target), "--quiet"]) == 0
    return target.read_bytes()


def start(news: Path, target: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(ROOT / "cli.py"), "build", str(news), "-o", str(target), "--json", *more]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background jobs ignore it
    )


def wait_for_a_commit(journal: Path, process: subprocess.Popen[bytes]) -> None:
    """Until the journal is growing beyond one batch: the first is on disk then."""
    deadline = time.monotonic() + 200
    while not journal.exists() or journal.stat().st_size < 1.2 * ONE_BATCH:
        assert process.poll() is None, "done before it could be stopped"
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.mark.parametrize(("how", "jobs"), [(signal.SIGKILL, "1"), (signal.SIGKILL, "2"), (signal.SIGINT, "2")])
def test_the_same_bytes_after_an_interrupt(news: Path, whole: bytes, tmp_path: Path, how: signal.Signals, jobs: str) -> None:
    target = tmp_path / "graph.nq"
    process = start(news, target, "--jobs", jobs)
    wait_for_a_commit(place(target), process)
    os.kill(process.pid, how)
    process.communicate()
    assert process.returncode != 0
    assert not target.exists()
    said, _ = start(news, target, "--jobs", jobs).communicate()
    summary = json.loads(said)
    assert summary["articles"] == COUNT
    assert BATCH <= summary["resumed"] < COUNT
    assert target.read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir()] == ["graph.nq"]


class Broken(Exception):
    """What breaks a run off."""


def breaking_off(after: int, asked: list[str]) -> object:
    """A Builder that notes what it is asked for and breaks off after some graphs."""

    def builder(items: Iterable[Item], options: BuildOptions, on_failure: Failed | None = None) -> Iterator[Built]:
        def noted() -> Iterator[Item]:
            for item in items:
                if isinstance(item, Article):
                    asked.append(item.id)
                yield item

        for number, graph in enumerate(built(noted(), options, on_failure)):
            if number == after:
                raise Broken
            yield graph

    return builder


ARTICLES = [
    Article(f"essai-{n}", text(n), "fr", published="2024-03-14", file=f"{n}.txt", sha256=f"{n:064}") for n in range(COUNT)
]


def run_to(journal: Path, articles: list[Article], after: int, options: BuildOptions = BuildOptions()) -> list[str]:
    """What the builder behind the journal was asked for."""
    asked: list[str] = []
    with Journal(journal) as held:
        for _ in held.resuming(breaking_off(after, asked))(articles, options, None):  # type: ignore[arg-type]
            pass
    return asked


def test_only_what_is_missing_or_changed_is_built(tmp_path: Path) -> None:
    journal = tmp_path / "j"
    with pytest.raises(Broken):
        run_to(journal, ARTICLES, 2 * BATCH)
    assert ONE_BATCH < journal.stat().st_size < 2 * ONE_BATCH
    changed = [replace(ARTICLES[0], sha256="f" * 64), *ARTICLES[1:]]
    added = Article("neu", text(500), "fr", sha256="e" * 64)
    asked = run_to(journal, [added, *changed], COUNT + 5)
    assert asked == ["neu", "essai-0", *(each.id for each in ARTICLES[2 * BATCH :])]
    assert not journal.exists()


def test_another_model_or_base_takes_nothing(tmp_path: Path) -> None:
    with pytest.raises(Broken):
        run_to(tmp_path / "j", ARTICLES, BATCH)
    asked = run_to(tmp_path / "j", ARTICLES[:BATCH], COUNT, BuildOptions(base="https://example.org/"))
    assert len(asked) == BATCH


def test_a_run_that_did_next_to_nothing_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Broken):
        run_to(tmp_path / "j", ARTICLES, 3)
    assert list(tmp_path.iterdir()) == []


def test_two_builds_of_one_output_keep_out_of_each_others_way(tmp_path: Path) -> None:
    with Journal.beside(tmp_path / "graph.nq"), pytest.raises(OutputError, match="another kg build"):
        Journal.beside(tmp_path / "graph.nq")


def test_a_journal_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "j").write_bytes(b"no database " * 100)
    with pytest.raises(OutputError, match="remove it"):
        Journal(tmp_path / "j")


def test_no_journal_where_the_output_is_no_file(news: Path) -> None:
    one = str(news / "000.txt")
    command = [sys.executable, str(ROOT / "cli.py"), "build", one, "-o", "/dev/null", "-o", "/dev/stdout", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (6, "")  # a device's name has no ending that is a format
