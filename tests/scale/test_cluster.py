"""A real cluster of two worker processes makes the facts that two processes make, and loses nothing when one is killed."""

from __future__ import annotations

import gzip
import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from kg.commands import run
from kg.errors import InputError, UsageError
from kg.pipeline import BuildOptions, Summary, Watch
from kg.read import Blob, ReadFailure
from kg.scale.cluster import FILES, build_parts, cluster, stretches

PEOPLE = ("Ilar Dovan", "Vesna Korr", "Marek Dolan", "Anton Dubrov", "Lise Amaury")
TOWNS = ("Tirna", "Sarn", "Morsk", "Erbil", "Oslo", "Lima", "Kiev")


def text(number: int) -> str:
    who, where = PEOPLE[number % len(PEOPLE)], TOWNS[number % len(TOWNS)]
    return f"Le général {who} a été blessé mardi à {where} par un groupe armé. Il a accusé {number + 3} soldats."


@pytest.fixture(scope="module")
def workers() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50) as made:
        yield made


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of one article, of many, and packed ones; copies across files, names that meet, files that fail."""
    folder = tmp_path_factory.mktemp("news")
    for number in range(6):
        (folder / f"{number}.txt").write_text(text(number), encoding="utf-8")
    lines = [json.dumps({"text": text(n), "lang": "fr", "date": "2024-03-14"}) for n in range(10, 20)]
    (folder / "more").mkdir()
    (folder / "more" / "b.jsonl").write_text("\n".join([*lines, "{no json"]), encoding="utf-8")
    (folder / "more" / "c.jsonl.gz").write_bytes(gzip.compress("\n".join([lines[3], lines[0]]).encode()))
    (folder / "more" / "d.jsonl").write_text(
        "\n".join(json.dumps({"url": "https://a.example/1", "text": text(n), "lang": "fr"}) for n in (30, 31, 30)), "utf-8"
    )
    (folder / "empty.txt").touch()
    return folder


@pytest.fixture(scope="module")
def whole(news: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What two processes make of the same."""
    target = tmp_path_factory.mktemp("whole") / "graph.nq"
    assert run(["build", str(news), "-o", str(target), "--jobs", "2", "--quiet"]) == 0
    return target.read_bytes()


def parts(folder: Path) -> bytes:
    return b"".join(gzip.decompress(path.read_bytes()) for path in sorted(folder.glob("part-*.nq.gz")))


def test_the_same_facts_as_two_processes(workers: LocalCluster, news: Path, whole: bytes, tmp_path: Path) -> None:
    told: list[ReadFailure] = []
    watch = Watch(failed=told.append)
    summary = build_parts([str(news)], str(tmp_path), BuildOptions(), workers.scheduler_address, watch=watch)
    assert parts(tmp_path) == whole
    assert (summary.articles, summary.copies, summary.failed) == (20, 2, 2)
    assert sorted(failure.reason for failure in told) == sorted(failure.reason for failure in summary.failures)


def test_what_is_there_is_not_built_again(workers: LocalCluster, news: Path, whole: bytes, tmp_path: Path) -> None:
    def again(sources: list[str]) -> Summary:
        return build_parts(sources, str(tmp_path), BuildOptions(), workers.scheduler_address)

    assert again([str(news)]).resumed == 0
    last = max(tmp_path.glob("part-*.nq.gz"))
    last.unlink()
    (tmp_path / ".kg" / "done" / last.name.replace("part-", "").replace(".nq.gz", ".json")).unlink()
    assert again([str(news)]).resumed == 18 - 2  # all but the copies and what the part that is gone held
    assert parts(tmp_path) == whole
    again([str(news / "more")])  # fewer articles: no part of the earlier corpus stays
    assert parts(tmp_path).count(b"NewsArticle") == 14


def test_a_worker_that_is_killed_costs_nothing(workers: LocalCluster, whole: bytes, news: Path, tmp_path: Path) -> None:
    killed: list[int] = []
    done = threading.Event()

    def kill_one_at_work() -> None:
        with Client(workers) as client:
            while not killed and not done.is_set():
                busy = [address for address, tasks in client.processing().items() if any("build_slice" in t for t in tasks)]
                if busy:
                    killed.append(client.run(os.getpid, workers=busy[:1])[busy[0]])
                    os.kill(killed[0], signal.SIGKILL)
                time.sleep(0.01)

    killer = threading.Thread(target=kill_one_at_work)
    killer.start()
    summary = build_parts([str(news)], str(tmp_path), BuildOptions(), workers.scheduler_address)
    done.set()
    killer.join()
    assert killed
    assert parts(tmp_path) == whole
    assert summary.articles == 20


def test_an_article_that_kills_workers_fails_alone(tmp_path: Path) -> None:
    for number, name in enumerate(("kill", "live", "survive")):
        (tmp_path / f"{name}.txt").write_text(text(number), encoding="utf-8")
    killed: list[str] = []
    done = threading.Event()
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50) as made:
        made.scheduler.allowed_failures = 0

        def kill_twice() -> None:
            """The slice's process, and that of its first article by itself."""
            with Client(made) as client:
                while len(killed) < 2 and not done.is_set():
                    time.sleep(0.01)
                    for address, tasks in client.processing().items():
                        deadly = [task for task in tasks if task.startswith("build_") and task not in killed]
                        if deadly:
                            killed.append(deadly[0])
                            os.kill(client.run(os.getpid, workers=[address])[address], signal.SIGKILL)

        killer = threading.Thread(target=kill_twice)
        killer.start()
        summary = build_parts([str(tmp_path / "*.txt")], str(tmp_path / "out"), BuildOptions(), made.scheduler_address)
        done.set()
        killer.join()
    assert [task.partition("-")[0] for task in killed] == ["build_slice", "build_one"]
    assert summary.articles == 2
    assert [failure.source.partition("-")[0] for failure in summary.failures] == ["kill"]
    assert "workers died" in summary.failures[0].reason
    assert b"kill.txt" not in parts(tmp_path / "out")


def test_the_command_makes_a_cluster_and_a_store_loads_its_parts(
    news: Path, whole: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, store = tmp_path / "parts", str(tmp_path / "store")
    command = ["build", str(news), "-o", str(target), "--engine", "dask", "--jobs", "2", "--json"]
    assert run([*command, "--failures", str(tmp_path / "failures.jsonl")]) == 0
    assert json.loads(capsys.readouterr().out)["articles"] == 20
    assert (tmp_path / "failures.jsonl").read_text(encoding="utf-8").count("\n") == 2
    assert parts(target) == whole
    assert run(["store", "create", store]) == 0
    capsys.readouterr()
    assert run(["store", "add", store, str(target)]) == 0
    assert capsys.readouterr().out == f"{store}: 20 articles: 20 added\n"


def test_strict_stops(workers: LocalCluster, news: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"empty|JSON"):
        build_parts([str(news)], str(tmp_path), BuildOptions(strict=True), workers.scheduler_address)


@pytest.mark.parametrize(
    "arguments",
    [
        ["-o", "a", "-o", "b", "--engine", "dask"],
        ["-o", "a.nq", "--scheduler", "tcp://127.0.0.1:1"],
        ["-o", "s3://bucket/a.nq"],
        ["-o", "a", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"],
        ["--store", "s", "--engine", "dask"],
        ["-o", "a", "--engine", "spark"],
    ],
)
def test_options_that_make_no_sense(news: Path, arguments: list[str]) -> None:
    assert run(["build", str(news), *arguments]) == UsageError.exit_code


def test_standard_input_is_refused() -> None:
    with pytest.raises(UsageError, match="standard input"):
        build_parts(["-"], "memory://graphs")


def test_files_of_one_article_are_read_together() -> None:
    def blob(name: str) -> Blob:
        return Blob(name, lambda: pytest.fail("not to be opened"), file=name)

    names = [*(f"{n}.txt" for n in range(FILES + 1)), "a.jsonl", "b.warc", "c.txt"]
    found = list(stretches(map(blob, names), BuildOptions()))
    assert [len(stretch) for stretch in found if isinstance(stretch, list)] == [FILES, 1, 1, 1, 1]


def test_a_cluster_is_ended_with_its_build() -> None:
    with cluster(None, 1) as client:
        assert len(client.scheduler_info()["workers"]) == 1
    assert client.status == "closed"
