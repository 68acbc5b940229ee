"""How a run goes: a bar on standard error, for a person alone, and a file of what failed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OutputError

if TYPE_CHECKING:
    from rich.progress import Task

    from kg.pipeline import Watch
    from kg.read import ReadFailure, ReadOptions

PERIOD = 60.0  # seconds over which articles per second are told


@contextmanager
def watching(
    sources: Sequence[str], options: ReadOptions, quiet: bool = False, failures: Path | None = None
) -> Iterator[Watch]:
    """A watch over a run on `sources`: shown to a person who looks, and what fails written to `failures` at once.

    Raises OutputError where the file can't be written.
    """
    from kg.pipeline import Watch

    seen = sys.stderr.isatty() and not quiet
    with _failures_file(failures) as failed:
        if not seen:
            yield Watch(failed=failed)
            return
        from kg.read import count

        with _bar(count(sources, options)) as done:
            yield Watch(done, failed)


@contextmanager
def _bar(total: int | None) -> Iterator[Callable[[int, int], None]]:
    """Articles done and how many there are, articles a second, time left, failures."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), BarColumn(20), TextColumn("{task.fields[told]}"), TimeElapsedColumn())
    shown = Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=PERIOD)
    with shown as progress:
        task = progress.add_task("articles", total=total, told="reading")

        def done(articles: int, failed: int) -> None:
            progress.update(task, completed=articles + failed)
            progress.update(task, told=told(progress.tasks[0], articles, failed))

        yield done


@contextmanager
def counting(what: str, quiet: bool = False) -> Iterator[Callable[[int], None] | None]:
    """A function to call with the number of `what` done so far; None where no person sees standard error."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(f"{{task.completed:,.0f}} {what}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done: progress.update(task, completed=done)


def told(task: Task, articles: int, failed: int) -> str:
    """What the bar says in words: "120 of 1000 articles, 3.1 a second, 5 min left, 2 failed"."""
    parts = [f"{articles} of {task.total:.0f} articles" if task.total else f"{articles} articles"]
    if task.speed:
        parts.append(f"{task.speed:.1f} a second")
    if task.speed and task.total and task.remaining:
        parts.append(f"{duration(max(task.remaining, 0) / task.speed)} left")
    return ", ".join([*parts, *([f"{failed} failed"] if failed else [])])


def duration(seconds: float) -> str:
    """A time as people say it: "40 s", "12 min", "3.5 h"."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


@contextmanager
def _failures_file(file: Path | None) -> Iterator[Callable[[ReadFailure], None]]:
    """Writes one line of JSON for each failure as it comes: {"article": …, "reason": …}."""
    if file is None:
        yield lambda failure: None
        return
    try:
        out = file.open("w", encoding="utf-8", errors="backslashreplace", buffering=1)
    except OSError as error:
        raise OutputError(f"{file}: can't be written: {error.strerror or error}") from error

    def write(failure: ReadFailure) -> None:
        if not failure.skipped:
            out.write(json.dumps({"article": failure.source, "reason": failure.reason}, ensure_ascii=False) + "\n")

    with out:
        yield write
