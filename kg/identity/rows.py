"""The answer of a query over graphs in memory, as text."""

from __future__ import annotations

import pyoxigraph as ox

from kg.ontology import PREFIXES


def select(store: ox.Store, sparql: str) -> list[tuple[str, ...]]:
    """The rows of a SELECT over `store`, whose prefixes are known: values of literals, IRIs, "" for what is unbound."""
    solutions = store.query(sparql, prefixes=dict(PREFIXES))
    assert isinstance(solutions, ox.QuerySolutions)
    return [tuple(str(getattr(term, "value", "")) for term in row) for row in solutions]
