"""How a run goes: what the bar says, and the file of failures, which is written as they come."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console
from rich.progress import Progress

from kg.commands import run
from kg.commands.progress import duration, told, watching
from kg.errors import InputError, OutputError
from kg.read import ReadFailure, ReadOptions

ROOT = Path(__file__).parents[2]


def test_the_bar_tells_articles_rate_time_left_and_failures() -> None:
    now = 0.0
    progress = Progress(console=Console(file=io.StringIO()), get_time=lambda: now, auto_refresh=False)
    task = progress.add_task("articles", total=100)
    assert told(progress.tasks[0], 0, 0) == "0 of 100 articles"
    for done in (10, 20, 30):
        now += 5.0
        progress.update(task, completed=done)
    assert told(progress.tasks[0], 28, 2) == "28 of 100 articles, 2.0 a second, 35 s left, 2 failed"
    progress.add_task("articles", total=None)
    assert told(progress.tasks[1], 28, 0) == "28 articles"


@pytest.mark.parametrize(("seconds", "words"), [(7, "7 s"), (89, "89 s"), (600, "10 min"), (9000, "2.5 h")])
def test_times_as_people_say_them(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_a_failure_is_in_the_file_while_the_run_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "failures.jsonl"
    with watching([], ReadOptions(), failures=file) as watch:
        watch.failed(ReadFailure("a.txt", InputError("a.txt is empty")))
        watch.failed(ReadFailure("b.png", InputError("left out"), skipped=True))
        assert json.loads(file.read_text(encoding="utf-8")) == {"article": "a.txt", "reason": "a.txt is empty"}


def test_a_failures_file_that_cannot_be_written_stops_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="failures"), watching([], ReadOptions(), failures=tmp_path / "no" / "failures"):
        pytest.fail("not to be reached")


def test_the_command_writes_what_failed(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "good.txt").write_text("Le général Ilar Dovan a été blessé mardi à Tirna.", encoding="utf-8")
    failures = tmp_path / "failures.jsonl"
    command = ["build", str(tmp_path / "*.txt"), "-o", str(tmp_path / "a.nq"), "--quiet", "--failures", str(failures)]
    assert run(command) == 0
    (line,) = failures.read_text(encoding="utf-8").splitlines()
    assert "empty.txt" in json.loads(line)["reason"]


def test_a_person_sees_the_bar(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Le général Ilar Dovan a été blessé mardi à Tirna.", encoding="utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, str(ROOT / "cli.py"), "build", str(tmp_path / "good.txt"), "-o", str(tmp_path / "a.nq")]
    with subprocess.Popen(command, stderr=theirs, stdout=subprocess.PIPE, env={**os.environ, "COLUMNS": "120"}) as build:
        os.close(theirs)
        seen = b""
        while chunk := _read(ours):  # as it is written: a terminal that nobody reads holds a few thousand bytes
            seen += chunk
        assert build.stdout is not None
        said = build.stdout.read()
    assert build.returncode == 0
    assert b"reading" in seen or b"articles" in seen
    assert said.startswith(b"1 article read")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:  # the other side is closed
        return b""
