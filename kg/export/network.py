"""A graph as nodes and edges with plain attributes: what network tools and spreadsheets ask for.

Nodes are entities and events. Edges are the triples between them (roles, relations, attributions), and the relations
that the text doesn't present as facts, which have a statement only. Sentences and figures become attributes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from kg.ontology import NKG_BASE, PREFIXES, classes, is_a

_TYPE, _LABEL = PREFIXES["rdf"] + "type", PREFIXES["rdfs"] + "label"
_ALT_LABEL, _SAME_AS = PREFIXES["skos"] + "altLabel", PREFIXES["owl"] + "sameAs"
_STATEMENT = PREFIXES["rdf"] + "Statement"
_SUBJECT, _PREDICATE, _OBJECT = (PREFIXES["rdf"] + name for name in ("subject", "predicate", "object"))
_TIMES = {
    PREFIXES["sem"] + "hasTimeStamp": "date",
    PREFIXES["sem"] + "hasBeginTimeStamp": "begin",
    PREFIXES["sem"] + "hasEndTimeStamp": "end",
    PREFIXES["sem"] + "hasLatestEndTimeStamp": "latest",
}

#: Columns of nodes and of edges, in order: what each file of either kind has.
NODE_COLUMNS = (
    *("label", "kind", "family", "aliases", "factuality", "date", "begin", "end", "latest", "when", "quantity"),
    *("mentions", "confidence", "latitude", "longitude", "sameAs", "sentence", "article"),
)
EDGE_COLUMNS = ("relation", "factuality", "date", "confidence", "sentence", "article")

Value = str | int | float
_Facts = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Node:
    """An entity or event. Attributes are by the names of NODE_COLUMNS; what isn't known is left out."""

    id: str
    attributes: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two nodes. Attributes are by the names of EDGE_COLUMNS."""

    source: str
    target: str
    attributes: Mapping[str, Value]


@dataclass(slots=True)
class Collector:
    """Takes graphs in, and gives their nodes and edges out, sorted."""

    _facts: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    _article: dict[str, str] = field(default_factory=dict)
    _links: dict[tuple[str, str, str], str] = field(default_factory=dict)  # (source, relation, target) -> article

    def add(self, graph: Iterable[Quad]) -> None:
        """Takes the quads of one or several graphs."""
        for quad in graph:
            subject, predicate, value = str_of(quad.subject), quad.predicate.value, str_of(quad.object)
            article = str_of(quad.graph_name)
            self._facts.setdefault(subject, {}).setdefault(predicate, []).append(value)
            self._article.setdefault(subject, article)
            if isinstance(quad.object, NamedNode) and predicate != _TYPE:
                self._links.setdefault((subject, predicate, value), article)

    def nodes(self) -> list[Node]:
        """Entities and events, by IRI."""
        return [Node(iri, self._node(iri, kind)) for iri, kind in sorted(self._kinds().items())]

    def edges(self) -> list[Edge]:
        """Links between nodes, by their ends and relation."""
        kinds, statements = self._kinds(), self._statements()
        edges = []
        for (source, predicate, target), article in sorted(self._links.items()):
            if source in kinds and target in kinds:
                statement = statements.pop((source, predicate, target, "Actual"), None)
                how = _local(self._one(source, NKG_BASE + "factuality")) or "Actual"
                edges.append(self._edge(source, predicate, target, how, statement or source, article))
        for (source, predicate, target, how), statement in sorted(statements.items()):
            if source in kinds and target in kinds and how != "Actual":
                edges.append(self._edge(source, predicate, target, how, statement, self._article[statement]))
        return edges

    def _kinds(self) -> dict[str, str]:
        known = {NKG_BASE + kind: kind for kind in classes() if is_a(kind, "Entity") or is_a(kind, "Event")}
        kinds = ((iri, sorted(known[t] for t in facts.get(_TYPE, ()) if t in known)) for iri, facts in self._facts.items())
        return {iri: found[0] for iri, found in kinds if found}

    def _statements(self) -> dict[tuple[str, str, str, str], str]:
        found: dict[tuple[str, str, str, str], str] = {}
        for iri, facts in sorted(self._facts.items()):
            if _STATEMENT in facts.get(_TYPE, ()):
                ends = (self._one(iri, _SUBJECT), self._one(iri, _PREDICATE), self._one(iri, _OBJECT))
                found.setdefault((*ends, _local(self._one(iri, NKG_BASE + "factuality"))), iri)
        return found

    def _node(self, iri: str, kind: str) -> dict[str, Value]:
        facts = self._facts[iri]
        proofs = facts.get(NKG_BASE + "evidence", [])
        attributes: dict[str, Value] = {
            "label": self._one(iri, _LABEL),
            "kind": kind,
            "family": "event" if is_a(kind, "Event") else "entity",
            "aliases": _joined(facts, _ALT_LABEL),
            "factuality": _local(self._one(iri, NKG_BASE + "factuality")),
            **{name: _joined(facts, predicate) for predicate, name in _TIMES.items() if name != "date"},
            "date": _joined(facts, PREFIXES["sem"] + "hasTimeStamp"),
            "when": _joined(facts, NKG_BASE + "timeText"),
            "quantity": " | ".join(sorted(map(self._figure, facts.get(NKG_BASE + "quantity", ())))),
            "mentions": len(proofs),
            "sameAs": _joined(facts, _SAME_AS),
            "sentence": self._sentence(iri),
            "article": self._article[iri],
            **self._numbers(iri, confidence=NKG_BASE + "confidence"),
            **self._numbers(iri, latitude=PREFIXES["geo"] + "lat", longitude=PREFIXES["geo"] + "long"),
        }
        return {name: attributes[name] for name in NODE_COLUMNS if attributes.get(name, "") != ""}

    def _edge(self, source: str, predicate: str, target: str, how: str, proof: str, article: str) -> Edge:
        attributes: dict[str, Value] = {
            "relation": _local(predicate),
            "factuality": how,
            "date": next((_joined(self._facts[proof], time) for time in _TIMES if time in self._facts[proof]), ""),
            "sentence": self._sentence(proof),
            "article": article,
            **self._numbers(proof, confidence=NKG_BASE + "confidence"),
        }
        return Edge(source, target, {name: attributes[name] for name in EDGE_COLUMNS if attributes.get(name, "") != ""})

    def _one(self, iri: str, predicate: str) -> str:
        return min(self._facts.get(iri, {}).get(predicate, ()), default="")

    def _numbers(self, iri: str, **predicates: str) -> dict[str, Value]:
        texts = {name: self._one(iri, predicate) for name, predicate in predicates.items()}
        return {name: float(text) for name, text in texts.items() if text}

    def _figure(self, iri: str) -> str:
        parts = (self._one(iri, NKG_BASE + name) for name in ("comparator", "value", "unit"))
        return " ".join(part for part in parts if part not in ("", "="))

    def _sentence(self, iri: str) -> str:
        """The sentence of the earliest proof."""
        proofs = self._facts.get(iri, {}).get(NKG_BASE + "evidence", ())
        first = min(proofs, key=lambda proof: (int(self._one(proof, NKG_BASE + "begin") or 0), proof), default="")
        return self._one(self._one(first, NKG_BASE + "sentence"), NKG_BASE + "quote")


def str_of(term: object) -> str:
    """A literal's or IRI's text, another term as N-Quads writes it; "" for the default graph."""
    if isinstance(term, NamedNode | Literal):
        return term.value
    text = str(term)
    return "" if text == "DEFAULT" else text


def _joined(facts: _Facts, predicate: str) -> str:
    return " | ".join(sorted(facts.get(predicate, ())))


def _local(iri: str) -> str:
    """The name in the ontology; another vocabulary's term in full."""
    return iri.removeprefix(NKG_BASE)
