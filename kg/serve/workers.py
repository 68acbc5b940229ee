"""One process for queries or updates, as the server holds it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

import kg
from kg.serve.frames import Reply, Task, pack
from kg.serve.options import ServeOptions
from kg.serve.worker import TEXT

#: Where a process finds this package, installed or not.
ROOT = os.pathsep.join([str(Path(kg.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])])


class Worker:
    """One process. `stopped` says why it was killed, where it was."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.alive = True
        self._before = 0.0
        self.heavy = False
        self.stopped: Reply | None = None

    @classmethod
    async def start(cls, folder: str, mode: str, options: ServeOptions) -> Worker:
        """A new process for tasks of `mode`, "read" or "write", once it can take one: its start is no query's time."""
        network = "online" if options.allow_service else "offline"
        arguments = ("-m", "kg.serve.worker", folder, mode, str(options.memory_bytes), network)
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, stdin=pipe, stdout=pipe, limit=2**20, env={**os.environ, "PYTHONPATH": ROOT}
        )
        worker = cls(process)
        try:
            assert process.stdout is not None
            await process.stdout.readline()  # READY; nothing from a process that died, which its first task reports
        except BaseException:  # cancelled: nobody else knows of the process
            worker.kill()
            raise
        return worker

    async def run(self, task: Task, body: bytes = b"") -> Reply:
        """The reply to `task`; a 503 where the process died of it."""
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin is not None
        assert stdout is not None
        self._before = _processor_seconds(self.process.pid)
        try:
            stdin.write(pack(task, body))
            await stdin.drain()
            head = json.loads(await stdout.readline())
            return Reply(head["status"], head["media"], await stdout.readexactly(head["length"]))
        except (OSError, ValueError, asyncio.IncompleteReadError):
            self.kill()
            return self.stopped or Reply(503, TEXT, b"the query ended its process: it needs too much memory")

    @property
    def cost(self) -> float:
        """Seconds of a processor that the present task has taken: a light query that has to wait costs little."""
        return _processor_seconds(self.process.pid) - self._before

    def kill(self, reason: Reply | None = None) -> None:
        """End the process, and with it whatever it does."""
        self.alive = False
        self.stopped = self.stopped or reason
        if self.process.returncode is None:  # not reaped yet, so the number is still this process's
            with suppress(ProcessLookupError):
                os.kill(self.process.pid, signal.SIGKILL)

    def step_back(self) -> None:
        """Let other processes have the processor first from now on."""
        self.heavy = True
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.process.pid, 10)


def _processor_seconds(pid: int) -> float:
    """What a process has used so far; where the system doesn't tell (no /proc), the time of day stands in for it."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return time.monotonic()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # utime and stime, proc(5)
