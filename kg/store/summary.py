"""What a graph holds, counted: articles, entities by kind, events by class, relations, and where it came from."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from kg.ontology import NKG_BASE, entity_classes, event_classes
from kg.store.answers import Rows
from kg.store.graphs import Graph

_KINDS = "SELECT ?kind (COUNT(?thing) AS ?count) { ?thing a ?kind } GROUP BY ?kind ORDER BY DESC(?count) ?kind"
_RELATIONS = """
SELECT ?relation (COUNT(?fact) AS ?count) WHERE { ?fact a rdf:Statement ; rdf:predicate ?relation }
GROUP BY ?relation ORDER BY DESC(?count) ?relation"""
_ARTICLES = """
SELECT ?article ?title ?date ?lang WHERE { ?article a schema:NewsArticle .
  OPTIONAL { ?article schema:headline ?title } OPTIONAL { ?article schema:datePublished ?date }
  OPTIONAL { ?article schema:inLanguage ?lang } } ORDER BY ?date ?article"""
_SIZES = "SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o }"


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article of a graph; None for what the graph doesn't say."""

    iri: str
    title: str | None
    published: str | None
    lang: str | None

    def as_dict(self) -> dict[str, str | None]:
        """For JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class GraphSummary:
    """Counts of a whole graph; pairs are (local name, number), the most frequent first."""

    triples: int
    articles: tuple[ArticleLine, ...]
    entities: tuple[tuple[str, int], ...]
    events: tuple[tuple[str, int], ...]
    relations: tuple[tuple[str, int], ...]
    mentions: int

    def as_dict(self) -> dict[str, object]:
        """For JSON: counts by name as objects."""
        return {
            "triples": self.triples,
            "articles": [article.as_dict() for article in self.articles],
            "entities": dict(self.entities),
            "events": dict(self.events),
            "relations": dict(self.relations),
            "mentions": self.mentions,
        }


def summarize(graph: Graph) -> GraphSummary:
    """Count what `graph` holds."""
    kinds = [(_local(str(kind)), int(count or 0)) for kind, count in _rows(graph, _KINDS) if str(kind).startswith(NKG_BASE)]
    return GraphSummary(
        triples=_number(graph, _SIZES),
        articles=articles(graph),
        entities=tuple((kind, n) for kind, n in kinds if kind in entity_classes()),
        events=tuple((kind, n) for kind, n in kinds if kind in event_classes()),
        relations=tuple((_local(str(name)), int(n or 0)) for name, n in _rows(graph, _RELATIONS)),
        mentions=dict(kinds).get("Mention", 0),
    )


def articles(graph: Graph) -> tuple[ArticleLine, ...]:
    """The articles of `graph` by date."""
    return tuple(ArticleLine(str(iri), title, date, lang) for iri, title, date, lang in _rows(graph, _ARTICLES))


def _rows(graph: Graph, sparql: str) -> list[tuple[str | None, ...]]:
    answer = graph.query(sparql)
    assert isinstance(answer, Rows)
    return [tuple(None if term is None else getattr(term, "value", str(term)) for term in row) for row in answer]


def _number(graph: Graph, sparql: str) -> int:
    ((count,),) = _rows(graph, sparql)
    return int(count or 0)


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
