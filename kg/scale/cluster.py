"""Many machines: Dask runs the same stages on its workers, which read from and write to a folder or an object store.

Workers read the sources into slices of articles; here only their marks pass, in the order of the sources, so that names
and copies are told as in one process; workers build the slices into parts. Never more is under way than the workers need.
A worker that dies costs its slice another try (Dask's part); a slice that kills several is built article by article, and
the article that kills is a failure.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import kg
from kg.errors import InputError, UsageError
from kg.pipeline import BuildOptions, Built, Summary, Watch
from kg.read import Blob, ReadFailure, blobs, holds_one
from kg.read.copies import Copies, Mark
from kg.read.naming import Names
from kg.scale.parts import Change, Changes, Folder, Slice, build_one, build_slice, read_stretch, write_part

if TYPE_CHECKING:
    from distributed import Client, Future

FILES = 256  # of one article each, that are read together
AHEAD = 3  # tasks a worker that wait or run

Stretch = list[Blob]


def build_parts(
    sources: list[str],
    output: str,
    options: BuildOptions = BuildOptions(),
    scheduler: str | None = None,
    jobs: int = 1,
    watch: Watch = Watch(),
) -> Summary:
    """Build the graph of `sources` as parts in `output`, on the cluster of `scheduler`, else on `jobs` processes here.

    Run again, it builds only what is missing or changed. Raises KgError as reading, building and writing do.
    """
    started = time.perf_counter()
    if "-" in sources:
        raise UsageError("--engine dask can't read standard input: workers are elsewhere; name files or addresses")
    Folder(output)
    with cluster(scheduler, jobs) as client:
        summary = Run(client, options, output, watch).done(sources)
    summary.require_articles()
    summary.seconds = time.perf_counter() - started
    return summary


@contextmanager
def cluster(scheduler: str | None, jobs: int) -> Iterator[Client]:
    """A client of the cluster that runs at `scheduler`, else of one of `jobs` processes that is made and ended here."""
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise UsageError("--engine dask needs dask: pip install 'newskg[dask]'") from error
    if scheduler is None:
        with (
            LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50) as made,
            Client(made) as client,
        ):
            yield client
        return
    try:
        client = Client(scheduler, timeout=10)
    except (OSError, ValueError) as error:
        raise UsageError(f"--scheduler {scheduler}: no scheduler answers there ({error})") from error
    with client:
        others = ", ".join(sorted(set(client.run(version).values()) - {kg.__version__}))
        if others:
            raise UsageError(f"--scheduler {scheduler}: workers run newskg {others}, not {kg.__version__}")
        yield client


def version() -> str:
    """The version of newskg on a worker."""
    return kg.__version__


def stretches(parts: Iterable[Blob | ReadFailure], options: BuildOptions) -> Iterator[Stretch | ReadFailure]:
    """Blobs that are read together, one after the other: FILES of one article each, else each by itself."""
    held: Stretch = []
    for blob in parts:
        if isinstance(blob, ReadFailure):
            yield blob
            continue
        single = holds_one(blob, options.reading)
        if (held and not single) or len(held) == FILES:
            yield held
            held = []
        if single:
            held.append(blob)
        else:
            yield [blob]
    if held:
        yield held


class Run:
    """One corpus on its way through a cluster."""

    def __init__(self, client: Client, options: BuildOptions, output: str, watch: Watch) -> None:
        self._client, self._options, self._output, self._watch = client, options, output, watch
        self._summary = Summary()
        self._names, self._copies = Names(), Copies()
        self._reading: dict[Future, tuple[int, Stretch]] = {}
        self._read: dict[int, list[Slice]] = {}  # stretches that wait for an earlier one
        self._settled = 0  # stretches whose names are settled
        self._ready: deque[tuple[Slice, Changes]] = deque()
        self._building: dict[Future, tuple[Slice, Changes]] = {}
        self._parts: set[str] = set()

    def done(self, sources: list[str]) -> Summary:
        """Hand out the stretches of the sources, collect the parts that come back, and sum up."""
        try:
            todo = stretches(blobs(sources, self._options.reading), self._options)
            numbers = iter(range(10**8))
            while self._begin(todo, numbers):
                self._collect()
        finally:
            self._names.close()
            self._copies.close()
        Folder(self._output).keep_parts(self._parts)
        if self._parts:
            self._summary.outputs.append(f"{self._output.rstrip('/')}/part-*.nq.gz ({len(self._parts)})")
        return self._summary

    def _begin(self, todo: Iterator[Stretch | ReadFailure], numbers: Iterator[int]) -> bool:
        """Give the workers enough to do; False when nothing is left."""
        room = AHEAD * max(sum(self._client.nthreads().values()), 1)
        while len(self._reading) + len(self._read) < room and len(self._ready) < room:
            stretch = next(todo, None)
            if stretch is None:
                break
            if isinstance(stretch, ReadFailure):
                self._fail(stretch)
                continue
            number = next(numbers)
            self._reading[self._submit(read_stretch, number, stretch, priority=0)] = (number, stretch)
        while self._ready and len(self._building) < room:
            piece, changes = self._ready.popleft()
            self._building[self._submit(build_slice, piece.name, changes, priority=1)] = (piece, changes)
        return bool(self._reading or self._building)

    def _submit(self, work: Any, *arguments: object, priority: int) -> Future:
        return self._client.submit(work, *arguments, self._options, self._output, pure=False, priority=priority)

    def _collect(self) -> None:
        """Wait for something to be done, and take it."""
        from distributed import wait

        for future in wait([*self._building, *self._reading], return_when="FIRST_COMPLETED").done:
            if future in self._building:
                self._take_built(future, *self._building.pop(future))
            else:
                self._take_read(future, *self._reading.pop(future))
        while self._settled in self._read:
            for piece in self._read.pop(self._settled):
                self._ready.append((piece, self._changes(piece)))
                self._parts.add(piece.name)
            self._settled += 1

    def _take_read(self, future: Future, number: int, stretch: Stretch) -> None:
        from distributed import KilledWorker

        try:
            self._read[number], failures = future.result()
        except KilledWorker:
            self._read[number] = []
            failures = [_deadly(blob.name, "read") for blob in stretch]
        for failure in failures:
            self._fail(failure)

    def _take_built(self, future: Future, piece: Slice, changes: Changes) -> None:
        from distributed import KilledWorker

        try:
            found = future.result()
        except KilledWorker:
            found = self._one_by_one(piece, changes)
        for failure in found.failures:
            self._watch.failed(failure)
            if self._options.strict:
                raise failure.error
        self._summary.merge(found)
        self._watch.done(self._summary.articles, self._summary.failed)

    def _one_by_one(self, piece: Slice, changes: Changes) -> Summary:
        """Build a slice that killed its workers: one article after the other, since the dead drag others along."""
        from distributed import KilledWorker

        summary, graphs = Summary(), list[Built]()
        for number, mark in enumerate(piece.marks):
            try:
                answer = self._submit(build_one, piece.name, number, changes, priority=2).result()
            except KilledWorker:
                answer = _deadly(mark.id, "built")
            if isinstance(answer, ReadFailure):
                summary.fail(answer)
            elif answer is not None:
                summary.add(answer.findings)
                graphs.append(answer)
        write_part(Folder(self._output), piece.name, graphs, summary)
        return summary

    def _changes(self, piece: Slice) -> dict[int, Change]:
        """What is told only here: names that another text of the corpus has already, and copies of earlier articles."""
        changes = {}
        for number, (mark, sha256) in enumerate(zip(piece.marks, piece.hashes, strict=True)):
            name = self._names.settle(mark.id, sha256)
            named = mark if name == mark.id else Mark(name, mark.day, mark.figures, mark.sketch)
            original = None if self._options.copies else self._copies.original(named)
            if original is not None or name != mark.id:
                changes[number] = Change(name, original, dropped=original == name)
        return changes

    def _fail(self, failure: ReadFailure) -> None:
        if self._options.strict and not failure.skipped:
            raise failure.error
        self._summary.fail(failure)
        self._watch.failed(failure)


def _deadly(name: str, done: str) -> ReadFailure:
    return ReadFailure(name, InputError(f"{name} can't be {done}: several workers died of it"))
