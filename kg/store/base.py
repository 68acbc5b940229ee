"""What every store can do, wherever it keeps its triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeAlias

import pyoxigraph as ox

from kg.store.answers import Answer

#: One article's graph: the IRI that names it, and its facts, which all lie in the graph of that name.
ArticleGraph: TypeAlias = tuple[str, Sequence[ox.Quad]]


class Change(Enum):
    """What putting an article did to the store."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class StoreStats:
    """Size of a store: `disk` in bytes, None where a server doesn't say."""

    articles: int
    triples: int
    disk: int | None


class Store(Protocol):
    """A dataset of one named graph per article. Writing needs a store that was opened for it."""

    def query(self, sparql: str) -> Answer:
        """The answer over all articles at once. Raises QueryError."""
        ...

    def put(self, articles: Iterable[ArticleGraph]) -> Iterator[tuple[str, Change]]:
        """Make each article's graph what is given, whole or not at all; yields each once it is safe on disk.

        Lazy: nothing is stored before the iterator is run. Raises StoreError.
        """
        ...

    def remove(self, articles: Iterable[str]) -> Iterator[tuple[str, bool]]:
        """Take away the graphs with these IRIs; yields for each whether it was there. Raises StoreError."""
        ...

    def graph(self, article: str) -> list[ox.Triple]:
        """The triples of one article's graph, none if it isn't there."""
        ...

    def names(self) -> list[str]:
        """IRIs of all articles' graphs, sorted."""
        ...

    def triples(self) -> ox.Store:
        """Everything, as one dataset in memory or on disk that must not be changed."""
        ...

    def stats(self) -> StoreStats:
        """How many articles and triples there are, and how much room they take."""
        ...

    def compact(self) -> None:
        """Rewrite the files so that later reading is fastest and takes the least space. Raises StoreError."""
        ...

    def close(self) -> None:
        """Let go of files and locks."""
        ...
