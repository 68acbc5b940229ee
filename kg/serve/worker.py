"""A process that runs queries, one at a time, and can be killed at any moment without harm.

    python -m kg.serve.worker STORE read|write MEMORY_BYTES offline|online

A line says that it is ready; then tasks come on standard input and replies go to standard output (`kg.serve.frames`).
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import InputError, KgError, QueryError, StoreError
from kg.ontology import PREFIXES
from kg.serve.frames import READY, Reply, Task, pack, read_task
from kg.serve.sandbox import forbid_network, limit_memory
from kg.serve.state import State, state
from kg.store.base import ArticleGraph
from kg.store.embedded import EmbeddedStore
from kg.store.sparql import syntax_error

if TYPE_CHECKING:
    from typing_extensions import Buffer

TEXT = "text/plain; charset=utf-8"
_STATUS = {QueryError: 400, InputError: 400, StoreError: 503}


class TooLarge(Exception):
    """The answer passed its limit."""


class _Capped(io.BytesIO):
    """Bytes in memory up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: Buffer) -> int:
        written = super().write(data)
        if self.tell() > self._limit:
            raise TooLarge
        return written


class Reader:
    """The store as it was when a task came: opened again only if a writer changed it since."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: State | None = None
        self._open: EmbeddedStore | None = None

    def store(self) -> ox.Store:
        """The dataset as it stands now: opened anew where the folder has changed since the last query."""
        now = state(self._folder)
        if self._open is None or now != self._seen:
            self._open = EmbeddedStore(self._folder)
            self._seen = now
        return self._open.triples()


def answer(store: ox.Store, task: Task) -> Reply:
    """The reply to a query, or to the wish for one graph."""
    try:
        if task.do == "graph" and not store.contains_named_graph(ox.NamedNode(task.text)):
            return Reply(404, TEXT, f"no graph {task.text}".encode())
        result = _evaluate(store, task)
        return _written(result, task)
    except SyntaxError as error:
        raise syntax_error(task.text, error) from error
    except TooLarge:
        return Reply(413, TEXT, f"the answer is larger than {task.answer_bytes} bytes: ask for less".encode())
    except PermissionError:
        return Reply(403, TEXT, b"this server does not call other servers: SERVICE is not allowed")
    except (ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query can't be answered: {' '.join(str(error).split())}") from error


def _evaluate(store: ox.Store, task: Task) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    if task.do == "graph":
        graph = ox.NamedNode(task.text)
        return store.query("CONSTRUCT WHERE { ?s ?p ?o }", default_graph=graph)
    if task.default or task.named:
        default, named = ([ox.NamedNode(iri) for iri in iris] for iris in (task.default, task.named))
        return store.query(task.text, prefixes=dict(PREFIXES), default_graph=list(default), named_graphs=list(named))
    return store.query(task.text, prefixes=dict(PREFIXES), use_default_graph_as_union=True)


def _written(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, task: Task) -> Reply:
    media = task.triples if isinstance(result, ox.QueryTriples) else task.rows
    if media is None:
        return Reply(406, TEXT, b"none of the accepted media types can hold this kind of answer")
    output = _Capped(task.answer_bytes)
    if isinstance(result, ox.QueryTriples):
        form = ox.RdfFormat.from_media_type(media)
        assert form is not None
        ox.serialize(result, output=output, format=form)
    else:
        if isinstance(result, ox.QueryBoolean) and media in ("text/csv", "text/tab-separated-values"):
            return Reply(200, TEXT, b"true\n" if result else b"false\n")
        rows = ox.QueryResultsFormat.from_media_type(media)
        assert rows is not None
        result.serialize(output=output, format=rows)
    return Reply(200, media, output.getvalue())


def change(folder: Path, task: Task, body: bytes) -> Reply:
    """Do an update, or put, extend or delete one graph, in one transaction."""
    store = EmbeddedStore(folder, write=True)
    try:
        if task.do == "update":
            store.update(task.text)
        elif task.do == "put":
            list(store.put([_graph(task, body)]))
        elif task.do == "post":
            lines = "".join(f"{quad.triple} .\n" for quad in _graph(task, body)[1])
            store.update(f"INSERT DATA {{ GRAPH {ox.NamedNode(task.text)} {{ {lines} }} }}")
        elif not all(there for _, there in store.remove([task.text])):
            return Reply(404, TEXT, f"no graph {task.text}".encode())
    except PermissionError:
        return Reply(403, TEXT, b"this server does not call other servers: LOAD and SERVICE are not allowed")
    finally:
        store.close()
    return Reply(204, TEXT, b"")


def _graph(task: Task, body: bytes) -> ArticleGraph:
    form = ox.RdfFormat.from_media_type(task.media or "text/turtle")
    if form is None:
        raise InputError(f"{task.media}: not a media type of RDF")
    graph = ox.NamedNode(task.text)
    try:
        parsed = list(ox.parse(body, format=form, base_iri=task.text, without_named_graphs=True))
    except (SyntaxError, ValueError) as error:
        raise InputError(f"malformed RDF: {' '.join(str(error).split())}") from error
    return task.text, [ox.Quad(q.subject, q.predicate, q.object, graph) for q in parsed]


def main(folder: str, mode: str, memory: str, network: str) -> None:
    """Work until standard input ends."""
    if network == "offline":
        forbid_network()
    limit_memory(int(memory))
    reader = Reader(Path(folder))
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    while (message := read_task(sys.stdin.buffer)) is not None:
        task, body = message
        try:
            reply = change(Path(folder), task, body) if mode == "write" else answer(reader.store(), task)
        except KgError as error:
            reply = Reply(_STATUS.get(type(error), 500), TEXT, str(error).encode())
        except MemoryError:
            reply = Reply(503, TEXT, b"the query needs more memory than this server gives one")
        sys.stdout.buffer.write(pack(reply))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
