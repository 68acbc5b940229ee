"""A store in a folder: Oxigraph on disk, with a named graph per article.

    STORE/newskg-store.json   what this folder is, and in which format
    STORE/db/                 Oxigraph's own files (RocksDB)
    STORE/writer.lock         held by the one process that writes

New articles go in by bulk load, many in one atomic ingestion; a changed one is replaced in one transaction. Either is
on disk whole or not at all. Readers open the files read-only and see what was whole at that moment.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeAlias, TypeVar

import pyoxigraph as ox

from kg.errors import InputError, QueryError, StoreError
from kg.nquads import lines_of
from kg.ontology import PREFIXES
from kg.store.answers import Answer
from kg.store.base import ArticleGraph, Change, StoreStats
from kg.store.fingerprint import comparable
from kg.store.graphs import OxigraphGraph
from kg.store.lock import writing
from kg.store.side import SIDE_GRAPHS
from kg.store.sparql import syntax_error

T = TypeVar("T")
_Waiting: TypeAlias = dict[str, tuple[Change, bytes]]

_LABEL = "newskg-store.json"
_FORMAT = {"format": "newskg store", "version": 1}
#: Articles wait for each other until so many bytes are due, some 200 articles: Oxigraph merges the files of each ingestion
#: with those before, so that 900 articles in ingestions of a third of it take a quarter more of the processor.
_BATCH = 30_000_000
#: A reader that opens while a writer moves files tries again for so long, in seconds.
_PATIENCE = 5.0


def is_store(folder: Path) -> bool:
    """Whether `folder` is a store of this kind."""
    return (folder / _LABEL).is_file()


def create(folder: Path) -> None:
    """Make an empty store, whole or not at all. Raises StoreError where something is there or can't be written."""
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise StoreError(f"{folder}: " + ("is a store already" if is_store(folder) else "is there already and not empty"))
    with _whole(folder) as building:
        ox.Store(str(building / "db")).flush()


@contextmanager
def _whole(folder: Path) -> Iterator[Path]:
    """A folder beside `folder` that takes its place, labelled as a store, once all went well."""
    building = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    try:
        building.mkdir(parents=True)
        yield building
        (building / _LABEL).write_text(json.dumps(_FORMAT) + "\n", encoding="utf-8")
        building.replace(folder)
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{folder}: the store can't be made: {_reason(error)}") from error
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _reason(error: Exception) -> str:
    text = getattr(error, "strerror", None) or " ".join(str(error).split())
    return "no space is left on the disk" if "No space left" in text else text


def _check(folder: Path) -> None:
    try:
        label = json.loads((folder / _LABEL).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise InputError(f"{folder}: not a store; kg store create {folder} makes one") from error
    except (OSError, ValueError) as error:
        raise StoreError(f"{folder}: the store's label {_LABEL} can't be read: {_reason(error)}") from error
    if label != _FORMAT:
        raise StoreError(f"{folder}: a store of another format ({label}); this kg reads {_FORMAT}")


class EmbeddedStore:
    """The store in one folder, open for reading (a snapshot) or for writing."""

    def __init__(self, folder: Path, write: bool = False) -> None:
        """Open the store at `folder`. Raises InputError if it is none, StoreError if it is damaged or held."""
        _check(folder)
        self._folder = folder
        self._write = write
        self._holding = ExitStack()
        if write:
            self._holding.enter_context(writing(folder))
        try:
            self._store: ox.Store | None = _open(folder / "db", write)
        except StoreError:
            self._holding.close()
            raise

    def query(self, sparql: str) -> Answer:
        """The answer over all articles at once. Raises QueryError."""
        return OxigraphGraph(self._open()).query(sparql)

    def triples(self) -> ox.Store:
        """The dataset itself, not to be changed."""
        return self._open()

    def put(self, articles: Iterable[ArticleGraph]) -> Iterator[tuple[str, Change]]:
        """Make each article's graph what is given; yields each once it is on disk. Raises StoreError."""
        waiting: _Waiting = {}
        try:
            for name, quads in articles:
                if name in waiting:
                    yield from self._ingest(waiting)
                change = self._change(name, quads)
                if change is Change.REPLACED:
                    yield from self._ingest(waiting)
                    self._replace(ox.NamedNode(name), quads)
                    yield name, change
                else:
                    waiting[name] = change, lines_of(quads) if change is Change.ADDED else b""
                if sum(len(lines) for _, lines in waiting.values()) > _BATCH:
                    yield from self._ingest(waiting)
        except (Exception, KeyboardInterrupt):
            list(self._ingest(waiting))  # what was ready when the source broke off is not lost
            raise
        yield from self._ingest(waiting)

    def _change(self, name: str, quads: Iterable[ox.Quad]) -> Change:
        graph = ox.NamedNode(name)
        if not self._open().contains_named_graph(graph):
            return Change.ADDED
        stored = self._open().quads_for_pattern(None, None, None, graph)
        same = comparable(quad.triple for quad in stored) == comparable(quad.triple for quad in quads)
        return Change.UNCHANGED if same else Change.REPLACED

    def _ingest(self, waiting: _Waiting) -> Iterator[tuple[str, Change]]:
        lines = b"".join(lines for _, lines in waiting.values())
        if lines:  # they were checked when they were made
            self._safely(lambda store: store.bulk_load(lines, format=ox.RdfFormat.N_QUADS, lenient=True))
        done = [(name, change) for name, (change, _) in waiting.items()]
        waiting.clear()
        yield from done

    def _replace(self, graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
        update = replacing(graph, quads)
        self._safely(lambda store: store.update(update))

    def update(self, sparql: str) -> None:
        """Run a SPARQL update in one transaction.

        Raises QueryError, StoreError, and PermissionError where this process may not call other servers.
        """
        try:
            self._open().update(sparql, prefixes=dict(PREFIXES))
        except SyntaxError as error:
            raise syntax_error(sparql, error) from error
        except PermissionError:
            raise
        except RuntimeError as error:
            if "exist" not in str(error):  # of a graph, as DROP and CREATE have it
                raise StoreError(f"{self._folder}: the update was not done: {_reason(error)}") from error
            raise QueryError(f"the update can't be done: {_reason(error)}") from error
        except OSError as error:
            raise StoreError(f"{self._folder}: the update was not done: {_reason(error)}") from error

    def remove(self, articles: Iterable[str]) -> Iterator[tuple[str, bool]]:
        """Take away the graphs with these IRIs; yields for each whether it was there. Raises StoreError."""
        for name in articles:
            graph = ox.NamedNode(name)
            there = self._open().contains_named_graph(graph)
            if there:
                self._safely(lambda store, g=graph: store.update(f"DROP GRAPH {g}"))  # type: ignore[misc]
            yield name, there

    def graph(self, article: str) -> list[ox.Triple]:
        """The triples of one article's graph, none if it isn't there."""
        return [quad.triple for quad in self._open().quads_for_pattern(None, None, None, ox.NamedNode(article))]

    def names(self) -> list[str]:
        """IRIs of all articles' graphs, sorted."""
        graphs = (graph.value for graph in self._open().named_graphs() if isinstance(graph, ox.NamedNode))
        return sorted(name for name in graphs if name not in SIDE_GRAPHS)

    def stats(self) -> StoreStats:
        """Articles, triples, and bytes on disk."""
        disk = sum(path.stat().st_size for path in self._folder.rglob("*") if path.is_file())
        return StoreStats(len(self.names()), len(self._open()), disk)

    def compact(self) -> None:
        """Merge Oxigraph's files. Raises StoreError."""
        self._safely(lambda store: store.optimize())

    def backup(self, target: Path) -> None:
        """A copy in a new folder, whole or not at all, by links to files that never change. Raises StoreError.

        Only for a store that is open for writing: another writer could take a file away before it is linked.
        """
        with _whole(target) as building:
            self._open().backup(str(building / "db"))

    def close(self) -> None:
        """Write out what is in memory, so that readers open fast, and let go of files and locks."""
        if self._store is not None:
            try:
                if self._write:
                    self._safely(lambda store: store.flush())
            finally:
                self._store = None
                self._holding.close()

    def _open(self) -> ox.Store:
        if self._store is None:
            raise StoreError(f"{self._folder}: the store is closed")
        return self._store

    def _safely(self, work: Callable[[ox.Store], T]) -> T:
        try:
            return work(self._open())
        except (OSError, RuntimeError) as error:
            raise StoreError(
                f"{self._folder}: the store can't be written: {_reason(error)}; what was reported as done is safe"
            ) from error


def _open(database: Path, write: bool) -> ox.Store:
    """Oxigraph's store, tried again while a writer moves the files of one that is only read."""
    until = time.monotonic() + (0 if write else _PATIENCE)
    while True:
        try:
            return ox.Store(str(database)) if write else ox.Store.read_only(str(database))
        except (OSError, RuntimeError) as error:
            if time.monotonic() < until:
                time.sleep(0.02)
                continue
            raise StoreError(f"{database.parent}: the store can't be opened: {_reason(error)}") from error


def replacing(graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> str:
    """One update, and so one transaction, that makes `graph` hold just `quads`."""
    lines = " .\n".join(str(quad.triple) for quad in quads)
    return f"DROP SILENT GRAPH {graph} ; INSERT DATA {{ GRAPH {graph} {{ {lines} }} }}"
