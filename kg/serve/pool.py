"""Worker processes for queries: each runs one at a time, and is killed when the query may not go on.

A query is stopped at its time limit, when its client leaves, or when others wait and it has had its grace; a worker
that dies of it (out of memory, killed) is replaced. So a heavy query costs its own client alone.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from kg.serve.frames import Reply, Task
from kg.serve.options import ServeOptions
from kg.serve.worker import TEXT
from kg.serve.workers import Worker

_HEAVY = 0.5  # seconds of a processor after which a query yields to lighter ones
_SPARE = 2  # idle workers kept ready


class Pool:
    """As many workers as queries run, up to the limit."""

    def __init__(self, folder: str, options: ServeOptions) -> None:
        self._folder = folder
        self._options = options
        self._idle: list[Worker] = []
        self._busy: list[Worker] = []
        self._starting = 0
        self._freed = asyncio.Condition()
        self._writing = asyncio.Lock()
        self._background: set[asyncio.Task[None]] = set()

    async def query(self, task: Task) -> Reply:
        """The reply of a worker, or a 503 where the query was stopped. Cancelling stops the query."""
        worker = await self._take()
        if worker is None:
            return Reply(503, TEXT, b"the server is busy: try again in a moment")
        watch = asyncio.ensure_future(_watch(worker))
        try:
            return await asyncio.wait_for(worker.run(task), self._options.seconds)
        except TimeoutError:
            worker.kill()
            return _too_long(self._options.seconds)
        except asyncio.CancelledError:
            worker.kill()
            raise
        finally:
            watch.cancel()
            await asyncio.shield(self._give_back(worker))

    async def write(self, task: Task, body: bytes) -> Reply:
        """The reply of a writer of its own; writers take turns."""
        async with self._writing:
            worker = await Worker.start(self._folder, "write", self._options)
            try:
                return await asyncio.wait_for(worker.run(task, body), self._options.seconds)
            except TimeoutError:
                return _too_long(self._options.seconds)
            finally:
                worker.kill()
                await worker.process.wait()

    async def close(self) -> None:
        """End all processes."""
        for task in list(self._background):
            task.cancel()
        for worker in [*self._idle, *self._busy]:
            worker.kill()
            await worker.process.wait()

    async def prepare(self) -> None:
        """Keep some workers ready, so that a query seldom waits for one to start."""
        async with self._freed:
            wanted = min(_SPARE, self._options.workers - len(self._busy)) - len(self._idle) - self._starting
            self._starting += max(wanted, 0)
        for _ in range(wanted):
            worker = await Worker.start(self._folder, "read", self._options)
            async with self._freed:
                self._starting -= 1
                self._idle.append(worker)
                self._freed.notify()

    async def _take(self) -> Worker | None:
        """An idle worker; None if there was none within the time that a query may take."""
        waited = 0.0
        async with self._freed:
            while not self._idle:
                if len(self._busy) + self._starting < self._options.workers:
                    self._later()
                elif waited >= self._options.patience and not self._starting:
                    self._make_room()
                if waited > self._options.seconds:
                    return None
                step = min(self._options.patience, 0.1)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._freed.wait(), step)
                waited += step
            worker = self._idle.pop()
            self._busy.append(worker)
        self._later()
        return worker

    def _make_room(self) -> None:
        """Stop the query that has cost most, if it has had its grace."""
        dearest = max((w for w in self._busy if w.alive), key=lambda w: w.cost, default=None)
        if dearest is not None and dearest.cost > self._options.grace:
            dearest.kill(Reply(503, TEXT, b"stopped because others were waiting: try again later, or ask for less"))

    async def _give_back(self, worker: Worker) -> None:
        """Make a worker free for the next query; one that was killed or stepped back ends here."""
        async with self._freed:
            self._busy.remove(worker)
            if worker.heavy or not worker.alive:
                worker.kill()
            else:
                self._idle.append(worker)
            self._freed.notify()
        self._later()

    def _later(self) -> None:
        task = asyncio.get_running_loop().create_task(self.prepare())
        self._background.add(task)
        task.add_done_callback(self._background.discard)


async def _watch(worker: Worker) -> None:
    """Let a query step back once it has proved heavy."""
    while not worker.heavy:
        await asyncio.sleep(_HEAVY)
        if worker.cost > _HEAVY:
            worker.step_back()


def _too_long(seconds: float) -> Reply:
    return Reply(503, TEXT, f"stopped after {seconds:g} seconds: ask for less, or with a LIMIT".encode())
