"""Stores by their names: a folder is embedded, an address is a server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError, StoreError
from kg.store import embedded
from kg.store.answers import Rows
from kg.store.base import Store
from kg.store.embedded import EmbeddedStore
from kg.store.graphs import is_address
from kg.store.side import SIDE_GRAPHS

_BY_NAME = "SELECT DISTINCT ?article ?name { GRAPH ?article { ?article a schema:NewsArticle ; nkg:file|schema:url ?name } }"


def open_store(name: str, write: bool = False) -> Store:
    """The store in the folder or behind the address `name`.

    Raises InputError where it isn't one, StoreError where it is damaged, held by another writer, or doesn't answer.
    """
    if is_address(name):
        from kg.store.remote import RemoteStore

        return RemoteStore(name)
    if not Path(name).is_dir():
        raise InputError(f"{name}: no such store; kg store create {name} makes one")
    return EmbeddedStore(Path(name), write)


@contextmanager
def opened(name: str, write: bool = False) -> Iterator[Store]:
    """`open_store`, closed at the end."""
    store = open_store(name, write)
    try:
        yield store
    finally:
        store.close()


def create_store(name: str) -> None:
    """Make an empty store in a new folder. Raises StoreError; a server's store is made on the server."""
    if is_address(name):
        raise StoreError(f"{name}: a server's store is made on the server; kg store add {name} … fills it")
    embedded.create(Path(name))


def backup_store(name: str, target: str) -> None:
    """Copy a store to `target`, whole or not at all: to an .nq file, or to a folder that is a store again.

    A folder can be copied while another process writes to it; a server is copied article by article.
    Raises StoreError.
    """
    path = Path(target)
    if path.exists():
        raise StoreError(f"{target}: is there already; name one that isn't")
    if path.suffix == ".nq":
        with opened(name) as store:
            _dump(store, path)
    elif is_address(name) or not _linked(name, path):
        with opened(name) as store:
            _copy(store, path)


def _linked(name: str, path: Path) -> bool:
    """Copy a folder at once by linking its files, where nobody writes to it; False where that can't be."""
    try:
        store = EmbeddedStore(Path(name), write=True)
    except StoreError:
        return False
    try:
        store.backup(path)
    finally:
        store.close()
    return True


def _dump(store: Store, path: Path) -> None:
    building = path.with_name(f".{path.name}.new")
    try:
        with building.open("wb") as file:
            for name in (*store.names(), *SIDE_GRAPHS):
                lines = (ox.serialize(_quads(store, name), format=ox.RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
                file.write(b"".join(sorted(lines)))
        building.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: can't be written: {error.strerror}") from error
    finally:
        building.unlink(missing_ok=True)


def _copy(store: Store, path: Path) -> None:
    embedded.create(path)
    try:
        with opened(str(path), write=True) as copy:
            graphs = ((name, _quads(store, name)) for name in (*store.names(), *SIDE_GRAPHS))
            for _ in copy.put((name, quads) for name, quads in graphs if quads):
                pass
    except BaseException:
        shutil.rmtree(path, ignore_errors=True)
        raise


def _quads(store: Store, name: str) -> list[ox.Quad]:
    graph = ox.NamedNode(name)
    return [ox.Quad(t.subject, t.predicate, t.object, graph) for t in store.graph(name)]


def find_article(store: Store, wanted: str) -> str:
    """The IRI of the article that `wanted` names: its IRI or the end of it, its file name, or its address.

    Raises InputError where there is none, or more than one.
    """
    names = store.names()
    if wanted in names:
        return wanted
    found = [name for name in names if name.rstrip("/").endswith(("/" + wanted, "#" + wanted))]
    if not found:
        found = sorted({name for name, called in _called(store) if called == wanted})
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(f"{wanted}: {len(found)} articles are called so: {', '.join(found[:3])}; name one by its IRI")
    raise InputError(f"{wanted}: no such article in the store; kg store list names them")


def _called(store: Store) -> Iterator[tuple[str, str]]:
    answer = store.query(_BY_NAME)
    assert isinstance(answer, Rows)
    for article, name in answer:
        yield str(getattr(article, "value", "")), str(getattr(name, "value", ""))
