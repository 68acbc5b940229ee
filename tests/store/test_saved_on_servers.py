"""The saved queries mean the same to other people's servers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store.answers import Rows
from kg.store.base import Store
from kg.store.files import article_graphs
from kg.store.graphs import Graph, open_graph
from kg.store.saved import SavedQuery, saved_queries
from kg.store.stores import open_store
from tests.store import servers

GRAPH = Path(__file__).parent / "graphs" / "affair.trig"


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    start = servers.oxigraph if request.param == "oxigraph" else servers.virtuoso
    with pytest.MonkeyPatch.context() as patch, start(tmp_path_factory.mktemp(request.param)) as address:
        patch.setenv("KG_SPARQL_USER", "dba")
        patch.setenv("KG_SPARQL_PASSWORD", "dba")
        store = open_store(address, write=True)
        list(store.put(article_graphs(GRAPH)))
        yield store
        store.close()


def rows(graph: Graph, saved: SavedQuery) -> list[tuple[str, ...]]:
    answer = graph.query(saved.sparql)
    assert isinstance(answer, Rows)
    return sorted(tuple("" if term is None else str(getattr(term, "value", term)) for term in row) for row in answer)


@pytest.mark.parametrize("saved", saved_queries(), ids=lambda saved: saved.name)
def test_answers_alike(server: Store, saved: SavedQuery) -> None:
    assert rows(server, saved) == rows(open_graph(str(GRAPH)), saved)
