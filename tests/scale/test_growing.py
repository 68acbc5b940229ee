"""A store of 900 articles: what it costs to make, and to ask. Times are the processor's, since machines are busy."""

from __future__ import annotations

import time
from statistics import median

import pytest

from kg.store.graphs import open_graph
from kg.store.saved import SavedQuery, saved_queries
from tests.conftest import Grown


def test_every_article_is_in_it(grown: Grown) -> None:
    assert grown.articles == 900
    assert grown.failed == 0


def test_all_but_the_models_own_time_is_a_small_share(grown: Grown) -> None:
    assert (grown.seconds - grown.model) / grown.seconds < 0.2


def test_little_memory_is_held(grown: Grown) -> None:
    assert grown.peak < 1.5 * 2**30


def test_the_nine_hundredth_article_costs_what_the_hundredth_did(grown: Grown) -> None:
    """The same sixty articles added to a store of a hundred and to one of nine hundred."""
    assert grown.late < 1.5 * grown.early


@pytest.mark.parametrize("saved", saved_queries(), ids=lambda saved: saved.name)
def test_saved_queries_answer_at_once(grown: Grown, saved: SavedQuery) -> None:
    graph = open_graph(str(grown.store))
    times = []
    for _ in range(5):
        started = time.process_time()
        rows = len(list(graph.query(saved.sparql)))  # type: ignore[arg-type]
        times.append(time.process_time() - started)
    assert rows > 50
    assert median(times) < 0.3
