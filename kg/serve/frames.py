"""How the server and its worker processes talk: a line of JSON, then as many bytes as it says."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any, BinaryIO, Literal

#: A worker's first line: from now on it takes tasks.
READY = b"ready\n"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do with the store. `rows` and `triples` are the media types that the client takes, by preference."""

    do: Literal["query", "graph", "update", "put", "post", "delete"]
    text: str = ""  # the query or update, or the graph's IRI
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    rows: str | None = None
    triples: str | None = None
    answer_bytes: int = 0
    media: str = ""  # of the body


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of it, as HTTP says it."""

    status: int
    media: str
    body: bytes


def pack(head: Task | Reply, body: bytes = b"") -> bytes:
    """The bytes that carry a task with its body, or a reply."""
    values = asdict(head)
    body = values.pop("body", body)
    return json.dumps({**values, "length": len(body)}).encode() + b"\n" + body


def read_task(stream: BinaryIO) -> tuple[Task, bytes] | None:
    """The next task and its body; None at the end of the stream."""
    line = stream.readline()
    if not line:
        return None
    values = json.loads(line)
    body = stream.read(values.pop("length"))
    known = {field.name for field in fields(Task)}
    return Task(**{name: _tuple(value) for name, value in values.items() if name in known}), body


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
