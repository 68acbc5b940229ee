"""N processes, each with its own models, that make graphs side by side; the graphs come out in the articles' order.

Batches are the same as in one process, so that the bytes are. At most a few batches a process are held at any time. A
process that dies costs its articles another try, one by one; an article that kills two processes is a failure.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait

from kg.errors import InputError, KgError, UsageError
from kg.model import Article
from kg.pipeline import Builder, BuildOptions, Built, Failed, Item, batches, built, in_order
from kg.read import ReadFailure
from kg.scale.worker import Result, serve

TRIES = 2  # of an article by itself
AHEAD = 4  # batches a process that may wait for an earlier one to end


def built_by(jobs: int) -> Builder:
    """A Builder that uses `jobs` processes; 1 is this one. Raises UsageError for fewer."""
    if jobs < 1:
        raise UsageError(f"--jobs {jobs}: at least one process is needed")
    return built if jobs == 1 else partial(built_with, jobs)


class Batch:
    """Articles that are built together, and the ready graphs among them, with what came of them so far."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self.articles = [item for item in items if isinstance(item, Article)]
        self.open = len(self.articles)  # articles without an answer
        self._parts: dict[int, Result] = {}  # by the first article that they are about

    def take(self, first: int, last: int, result: Result) -> None:
        """Note what came of the articles from `first` to before `last`."""
        self._parts[first] = result
        self.open -= last - first

    def failures(self) -> list[ReadFailure]:
        """What failed, in the order of the articles."""
        return [part for part in self._answers() if isinstance(part, ReadFailure)]

    def graphs(self) -> Iterator[Built]:
        """All graphs, in the order of the items."""
        return in_order(self._items, (part for part in self._answers() if isinstance(part, Built)))

    def _answers(self) -> Result:
        return [part for first in sorted(self._parts) for part in self._parts[first]]


@dataclass(frozen=True, slots=True)
class Task:
    """A stretch of a batch for one process."""

    batch: Batch
    first: int
    last: int
    tries: int = 0  # processes that it killed

    def again(self) -> list[Task]:
        """What is to be done after it killed a process: its articles one by one, and in the end nothing."""
        if self.last - self.first > 1:
            return [Task(self.batch, i, i + 1) for i in range(self.first, self.last)]
        if self.tries + 1 < TRIES:
            return [replace(self, tries=self.tries + 1)]
        article = self.batch.articles[self.first]
        name = article.file or article.url or article.id
        error = InputError(f"{name} can't be built: {TRIES} processes died of it")
        self.batch.take(self.first, self.last, [ReadFailure(name, error)])
        return []


class Worker:
    """A process and the task that it is at."""

    def __init__(self, options: BuildOptions) -> None:
        context = get_context("spawn")  # a fork would copy the locks of the progress bar's thread
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, options), daemon=True)
        self.process.start()
        theirs.close()
        self.task: Task | None = None

    def start(self, task: Task) -> None:
        """Hand a task over. A process that is dead by then is noticed when its answer is waited for."""
        self.task = task
        with suppress(OSError):
            self.pipe.send(task.batch.articles[task.first : task.last])

    def stop(self) -> None:
        """End the process; what it is at is lost."""
        self.pipe.close()
        self.process.terminate()
        self.process.join()


class Crew:
    """Processes at work on one stream of articles; they end with the `with` block."""

    def __init__(self, jobs: int, options: BuildOptions) -> None:
        self._options = options
        self.workers = [Worker(options) for _ in range(jobs)]
        self._again: deque[Task] = deque()  # what dead processes left

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.stop()

    def done(self, batches: Iterator[Batch]) -> Iterator[Batch]:
        """Each batch once all its articles have an answer, in order."""
        held: deque[Batch] = deque()  # begun and not handed out
        while True:
            for worker in self.workers:
                task = self._next(batches, held) if worker.task is None else None
                if task is not None:
                    worker.start(task)
            if not held:
                return
            if any(worker.task for worker in self.workers):
                self._collect()
            while held and not held[0].open:
                yield held.popleft()

    def _next(self, batches: Iterator[Batch], held: deque[Batch]) -> Task | None:
        """The next task, if there is one and not too many batches wait for an earlier one."""
        if self._again:
            return self._again.popleft()
        while len(held) < AHEAD * len(self.workers) and (batch := next(batches, None)) is not None:
            held.append(batch)
            if batch.articles:
                return Task(batch, 0, len(batch.articles))
        return None

    def _collect(self) -> None:
        """Wait for answers and deaths. Raises the KgError that ends a run, such as a missing model."""
        by_pipe = {worker.pipe: n for n, worker in enumerate(self.workers) if worker.task is not None}
        for pipe in wait(list(by_pipe)):
            assert isinstance(pipe, Connection)
            worker = self.workers[by_pipe[pipe]]
            task, worker.task = worker.task, None
            assert task is not None
            try:
                answer = pipe.recv()
            except (EOFError, OSError):
                worker.stop()
                self.workers[by_pipe[pipe]] = Worker(self._options)
                self._again.extend(task.again())
                continue
            if isinstance(answer, KgError):
                raise answer
            task.batch.take(task.first, task.last, answer)


def built_with(jobs: int, items: Iterable[Item], options: BuildOptions, on_failure: Failed | None = None) -> Iterator[Built]:
    """The graphs of items in their order, made by `jobs` processes."""
    with Crew(jobs, options) as crew:
        for batch in crew.done(map(Batch, batches(items))):
            for failure in batch.failures():
                if on_failure is None:
                    raise failure.error
                on_failure(failure)
            yield from batch.graphs()
