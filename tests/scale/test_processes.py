"""Several processes make the very graphs that one makes, and outlive each other."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kg.commands import run
from kg.errors import ModelError, UsageError
from kg.model import Article
from kg.pipeline import BATCH, BuildOptions, built
from kg.scale import built_by
from kg.scale.processes import Batch, Crew, Task, Worker

PEOPLE = ("Ilar Dovan", "Vesna Korr", "Marek Dolan", "Anton Dubrov", "Lise Amaury")
TOWNS = ("Tirna", "Sarn", "Morsk", "Erbil", "Oslo", "Lima", "Kiev")


def article(number: int) -> Article:
    who, where = PEOPLE[number % len(PEOPLE)], TOWNS[number % len(TOWNS)]
    text = f"Le général {who} a été blessé mardi à {where} par un groupe armé. Il a accusé {number + 3} soldats."
    return Article(f"essai-{number}", text, "fr", published="2024-03-14", file=f"{number}.txt")


ARTICLES = [article(n) for n in range(2 * BATCH + 3)]
OPTIONS = BuildOptions()


def batches() -> list[Batch]:
    return [Batch(ARTICLES[n : n + BATCH]) for n in range(0, len(ARTICLES), BATCH)]


def names(done: list[Batch]) -> list[str]:
    """What came out: graphs in their order, then failures."""
    built = [graph.findings.name for batch in done for graph in batch.graphs()]
    return built + [failure.source for batch in done for failure in batch.failures()]


def test_two_processes_make_what_one_makes() -> None:
    one = list(built(ARTICLES, OPTIONS))
    two = list(built_by(2)(ARTICLES, OPTIONS, None))
    assert [graph.findings for graph in two] == [graph.findings for graph in one]
    assert [graph.quads for graph in two] == [graph.quads for graph in one]


def test_the_command_writes_the_same_bytes_with_two_processes(tmp_path: Path) -> None:
    for each in ARTICLES:
        (tmp_path / str(each.file)).write_text(each.text, encoding="utf-8")
    written = []
    for jobs in ("1", "2"):
        target = tmp_path / f"graph-{jobs}.nq"
        assert run(["build", str(tmp_path / "*.txt"), "-o", str(target), "--quiet", "--jobs", jobs]) == 0
        written.append(target.read_bytes())
    assert written[0] == written[1]
    assert written[0].count(b"NewsArticle") == len(ARTICLES)


def test_a_process_that_is_killed_costs_nothing_but_time() -> None:
    with Crew(2, OPTIONS) as crew:
        killed = crew.workers[0].process
        killed.kill()
        done = list(crew.done(iter(batches())))
        assert crew.workers[0].process is not killed
    assert names(done) == [each.file for each in ARTICLES]
    assert not any(batch.failures() for batch in done)


def test_an_article_that_kills_processes_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    deadly = ARTICLES[BATCH + 1]
    start = Worker.start

    def start_and_die(worker: Worker, task: Task) -> None:
        start(worker, task)
        if deadly in task.batch.articles[task.first : task.last]:
            worker.process.kill()

    monkeypatch.setattr(Worker, "start", start_and_die)
    with Crew(2, OPTIONS) as crew:
        answered = list(crew.done(iter(batches())))
    assert names(answered) == [*(each.file for each in ARTICLES if each is not deadly), deadly.file]
    failed = [failure for batch in answered for failure in batch.failures()]
    assert "processes died" in failed[0].reason


def test_no_process_stays_behind() -> None:
    graphs = built_by(2)(ARTICLES, OPTIONS, None)
    next(graphs)
    graphs.close()
    import multiprocessing

    deadline = time.monotonic() + 10
    while multiprocessing.active_children() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert multiprocessing.active_children() == []


def test_a_missing_model_ends_the_run() -> None:
    with pytest.raises(ModelError, match="xx_none"):
        list(built_by(2)(ARTICLES, BuildOptions(model="xx_none"), None))


def test_no_process_is_no_crew() -> None:
    with pytest.raises(UsageError):
        built_by(0)
