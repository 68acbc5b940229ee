"""The page of the whole store, drawn again only when the store has changed."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from kg.serve.state import State, state
from kg.serve.workers import ROOT

_SECONDS = 300.0  # a store of 20,000 nodes takes some ten


class DrawingFailed(Exception):
    """The page could not be drawn; the message says why."""


class Viewer:
    """Draws the store at `folder`, one page at a time."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        self._drawn: tuple[State, bytes] | None = None
        self._drawing = asyncio.Lock()

    async def page(self) -> bytes:
        """The page as HTML. Raises DrawingFailed."""
        async with self._drawing:
            now = state(self._folder)
            if self._drawn is None or self._drawn[0] != now:
                self._drawn = now, await self._draw()
            return self._drawn[1]

    async def _draw(self) -> bytes:
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / "store.html"
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "kg.serve.draw", str(self._folder), str(file)),
                stderr=asyncio.subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": ROOT},
            )
            try:
                _, complaint = await asyncio.wait_for(process.communicate(), _SECONDS)
            except TimeoutError as error:
                process.kill()
                raise DrawingFailed(f"drawing the store took longer than {_SECONDS:g} seconds") from error
            if process.returncode != 0:
                lines = complaint.decode(errors="replace").split("\n")
                raise DrawingFailed(next((line for line in reversed(lines) if line.strip()), "drawing the store failed"))
            return file.read_bytes()
