"""Anything that answers SPARQL, opened by its name: an RDF file, a store's folder, or a server's address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox

from kg.errors import InputError, QueryError
from kg.ontology import PREFIXES
from kg.store.answers import Answer, answer_of
from kg.store.sparql import syntax_error

RDF_ENDINGS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".n3": ox.RdfFormat.N3,
}


class Graph(Protocol):
    """Something that answers SPARQL over all its named graphs at once."""

    def query(self, sparql: str) -> Answer:
        """The answer to `sparql`; the contract's prefixes need no declaration. Raises QueryError."""
        ...

    def triples(self) -> ox.Store:
        """Everything in it, as an in-memory dataset."""
        ...


@dataclass(frozen=True, slots=True)
class OxigraphGraph:
    """A dataset in this process."""

    store: ox.Store

    def query(self, sparql: str) -> Answer:
        """The answer over the union of all named graphs. Raises QueryError for malformed SPARQL."""
        try:
            return answer_of(self.store.query(sparql, prefixes=dict(PREFIXES), use_default_graph_as_union=True))
        except SyntaxError as error:
            raise syntax_error(sparql, error) from error
        except (ValueError, RuntimeError) as error:
            raise QueryError(f"the query can't be answered: {' '.join(str(error).split())}") from error

    def triples(self) -> ox.Store:
        """The dataset itself."""
        return self.store


def load_file(path: Path) -> ox.Store:
    """The dataset that an RDF file holds. Raises InputError for what is missing, unknown or malformed."""
    form = RDF_ENDINGS.get(path.suffix.lower())
    if form is None:
        raise InputError(f"{path}: not a kind of RDF file that kg reads ({' '.join(RDF_ENDINGS)})")
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=form, base_iri=path.absolute().as_uri())
    except SyntaxError as error:
        raise InputError(f"{path}: malformed RDF: {' '.join(str(error).split())}") from error
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: can't be read: {' '.join(str(error).split())}") from error
    return store


def is_address(name: str) -> bool:
    """Whether `name` is the address of a server."""
    return name.startswith(("http://", "https://"))


def open_graph(name: str) -> Graph:
    """What `name` stands for: an RDF file, a store's folder, or the http(s) address of a SPARQL 1.1 server.

    Raises InputError where it is none of these or can't be read, StoreError for a damaged store.
    """
    path = Path(name)
    if is_address(name) or path.is_dir():
        from kg.store.stores import open_store

        return open_store(name)
    if not path.exists():
        raise InputError(f"{name}: no such file or store")
    return OxigraphGraph(load_file(path))
