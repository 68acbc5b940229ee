"""What `kg serve` is told, and how much any client may ask of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """Limits in seconds and bytes. Defaults suit one analyst's machine with a browser and a few programs."""

    host: str = "127.0.0.1"
    port: int = 7878
    token: str | None = None  # None: read-only; else what a writer has to show
    allow_service: bool = False  # whether queries may call other servers
    origin: str | None = None  # the one web origin whose pages may read answers (CORS)
    seconds: float = 30.0  # one query or update
    answer_bytes: int = 64 * 2**20
    body_bytes: int = 16 * 2**20
    memory_bytes: int = 4 * 2**30  # address space that a query may take beyond its process's own
    workers: int = 8  # queries that run at once
    patience: float = 0.2  # a query that waits longer for its turn makes the dearest one stop …
    grace: float = 0.5  # … if that has had so many seconds of a processor
