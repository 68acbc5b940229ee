from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store.files import article_graphs
from kg.store.stores import create_store, opened
from tests.store.servers import kg_serve

GRAPH = Path(__file__).parents[1] / "store" / "graphs" / "affair.trig"


def filled(folder: Path) -> Path:
    """A store with one article."""
    create_store(str(folder / "store"))
    with opened(str(folder / "store"), write=True) as store:
        list(store.put(article_graphs(GRAPH)))
    return folder / "store"


@pytest.fixture(scope="package")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A read-only server; its query service's address."""
    folder = tmp_path_factory.mktemp("served")
    with kg_serve(folder, filled(folder), "--time", "4", "--answer", "4", "--memory", "1024") as address:
        yield address
