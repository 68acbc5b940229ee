"""What changed between two graphs, article by article, in facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pyoxigraph as ox

from kg.ontology import PREFIXES
from kg.store.facts import Fact, facts
from kg.store.fingerprint import comparable
from kg.store.graphs import Graph
from kg.store.side import SIDE_GRAPHS

_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_ARTICLE = ox.NamedNode(PREFIXES["schema"] + "NewsArticle")


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. A changed fact has both sides; an article that is on one side alone has no facts."""

    article: str
    kind: Literal["article", "entity", "event", "relation"]
    before: str | None  # None: added
    after: str | None  # None: removed

    @property
    def sign(self) -> str:
        """`+` added, `-` removed, `~` changed."""
        return "+" if self.before is None else "-" if self.after is None else "~"


def differences(before: Graph, after: Graph) -> Iterator[Difference]:
    """What `after` says otherwise than `before`: by article, then things, events and relations."""
    old, new = before.triples(), after.triples()
    old_names, new_names = _articles(old), _articles(new)
    for name in sorted(old_names.keys() | new_names.keys()):
        if name not in new_names:
            yield Difference(name, "article", name, None)
        elif name not in old_names:
            yield Difference(name, "article", None, name)
        else:
            yield from _changes(name, _triples(old, old_names[name]), _triples(new, new_names[name]))


def _articles(store: ox.Store) -> dict[str, ox.NamedNode | ox.DefaultGraph]:
    """Each article's IRI and the graph that it is in, also where a format without named graphs has put all in one."""
    names: dict[str, ox.NamedNode | ox.DefaultGraph] = {
        graph.value: graph
        for graph in store.named_graphs()
        if isinstance(graph, ox.NamedNode) and graph.value not in SIDE_GRAPHS
    }
    for quad in store.quads_for_pattern(None, _TYPE, _ARTICLE, ox.DefaultGraph()):
        names.setdefault(str(getattr(quad.subject, "value", quad.subject)), ox.DefaultGraph())
    return names


def _triples(store: ox.Store, graph: ox.NamedNode | ox.DefaultGraph) -> list[ox.Triple]:
    return [quad.triple for quad in store.quads_for_pattern(None, None, None, graph)]


def _changes(article: str, before: list[ox.Triple], after: list[ox.Triple]) -> Iterator[Difference]:
    if comparable(before) == comparable(after):
        return
    old, new = Counter(facts(before)), Counter(facts(after))
    gone, come = sorted((old - new).elements()), sorted((new - old).elements())
    for fact in gone:
        match = next((other for other in come if (other.kind, other.head) == (fact.kind, fact.head)), None)
        if match is None:
            yield Difference(article, fact.kind, _told(fact), None)
        else:
            come.remove(match)
            yield _changed(article, fact, match)
    for fact in come:
        yield Difference(article, fact.kind, None, _told(fact))


def _changed(article: str, before: Fact, after: Fact) -> Difference:
    """Both sides with only the details that differ."""
    old, new = Counter(before.details), Counter(after.details)
    gone = Fact(before.kind, before.head, tuple(sorted((old - new).elements())))
    come = Fact(after.kind, after.head, tuple(sorted((new - old).elements())))
    return Difference(article, before.kind, _told(gone), _told(come))


def _told(fact: Fact) -> str:
    return fact.head + "".join(f"; {name} {value}" for name, value in fact.details)
