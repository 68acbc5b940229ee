"""Quads as plain text, by subject and predicate: what the reader works on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

from kg.ontology import NKG_BASE, PREFIXES


class Value(NamedTuple):
    """An object: its text, whether that is an IRI (or a nameless node), and a literal's language."""

    text: str
    node: bool
    lang: str


@dataclass(slots=True)
class Facts:
    """The triples of one graph."""

    graph: str
    of: dict[str, dict[str, list[Value]]] = field(default_factory=dict)

    def values(self, subject: str, predicate: str) -> list[Value]:
        """All objects, in the order of their text, so that it doesn't matter in which order they came."""
        return sorted(self.of.get(subject, {}).get(predicate, ()))

    def texts(self, subject: str, predicate: str) -> list[str]:
        """The objects' texts."""
        return [value.text for value in self.values(subject, predicate)]

    def one(self, subject: str, predicate: str) -> str:
        """The first object's text; "" where there is none."""
        return min(self.of.get(subject, {}).get(predicate, ()), default=_NONE).text

    def number(self, subject: str, predicate: str, otherwise: float) -> float:
        """The first object as a number; `otherwise` where there is none or it is no number."""
        try:
            return float(self.one(subject, predicate) or otherwise)
        except ValueError:
            return otherwise


_NONE = Value("", False, "")

TYPE, LABEL = PREFIXES["rdf"] + "type", PREFIXES["rdfs"] + "label"
ALIAS, SAME_AS = PREFIXES["skos"] + "altLabel", PREFIXES["owl"] + "sameAs"
STATEMENT = PREFIXES["rdf"] + "Statement"
SUBJECT, PREDICATE, OBJECT = (PREFIXES["rdf"] + name for name in ("subject", "predicate", "object"))
ARTICLE = PREFIXES["schema"] + "NewsArticle"
POINT, BEGIN, END, LATEST = (
    PREFIXES["sem"] + name for name in ("hasTimeStamp", "hasBeginTimeStamp", "hasEndTimeStamp", "hasLatestEndTimeStamp")
)


def nkg(name: str) -> str:
    """The IRI of one of the ontology's terms."""
    return NKG_BASE + name


def schema(name: str) -> str:
    """The IRI of one of schema.org's terms."""
    return PREFIXES["schema"] + name


def facts_of(quads: Iterable[Quad]) -> Facts:
    """The quads of one named graph, by subject and predicate."""
    facts = Facts("")
    by_subject = facts.of
    name = None
    for quad in quads:
        name = quad.graph_name
        subject = quad.subject
        key = subject.value if isinstance(subject, NamedNode) else str(subject)
        by_subject.setdefault(key, {}).setdefault(quad.predicate.value, []).append(_value(quad.object))
    facts.graph = name.value if isinstance(name, NamedNode) else ""
    return facts


def _value(term: object) -> Value:
    if isinstance(term, NamedNode):
        return Value(term.value, True, "")
    if isinstance(term, Literal):
        return Value(term.value, False, term.language or "")
    return Value(str(term), True, "")
