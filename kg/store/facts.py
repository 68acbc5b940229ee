"""An article's graph as facts that a person reads: things, events and relations, without identifiers or evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import pyoxigraph as ox

from kg.ontology import PREFIXES
from kg.store.answers import Term
from kg.store.prefixes import shorten

_NKG, _SEM = PREFIXES["nkg"], PREFIXES["sem"]
_TYPE = PREFIXES["rdf"] + "type"
_LABEL = PREFIXES["rdfs"] + "label"
_FACTUALITY = _NKG + "factuality"
#: How a thing or an event is known and how surely: not part of what is said.
_UNSAID = {_NKG + name for name in ("evidence", "confidence", "rule")}
_SAID_ELSEWHERE = (PREFIXES["skos"] + "altLabel", PREFIXES["owl"] + "sameAs", PREFIXES["geo"])

Nodes: TypeAlias = dict[str, dict[str, list[Term]]]


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One thing that an article says. `details` are (role or property, value), sorted."""

    kind: Literal["entity", "event", "relation"]
    head: str  # 'Person "Ana Ruiz"', 'Ana Ruiz memberOf Union'
    details: tuple[tuple[str, str], ...] = ()


def facts(triples: Iterable[ox.Triple]) -> list[Fact]:
    """The facts of one article's graph, sorted; two nodes that say the same are two equal facts."""
    nodes: Nodes = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        nodes[str(triple.subject)][triple.predicate.value].append(triple.object)
    found: list[Fact] = []
    for properties in nodes.values():
        if _LABEL in properties and _TYPE in properties:
            found.extend(_facts_of(properties, nodes))
    return sorted(found)


def _facts_of(properties: dict[str, list[Term]], nodes: Nodes) -> Iterable[Fact]:
    label = min(_shown(term, nodes) for term in properties[_LABEL])
    kinds = sorted(shorten(t.value).removeprefix("nkg:") for t in properties[_TYPE] if isinstance(t, ox.NamedNode))
    event = _FACTUALITY in properties
    details: list[tuple[str, str]] = []
    for name, values in properties.items():
        shown = [_shown(value, nodes) for value in values]
        if name in _UNSAID:
            continue
        if not event and name.startswith(_NKG) and any(_labelled(value, nodes) for value in values):
            yield from (Fact("relation", f"{label} {name.removeprefix(_NKG)} {value}") for value in shown)
        elif name.startswith((_NKG, _SEM, *_SAID_ELSEWHERE)):
            details.extend((shorten(name).partition(":")[2], value) for value in shown)
    yield Fact("event" if event else "entity", f'{" ".join(kinds)} "{label}"', tuple(sorted(details)))


def _labelled(term: Term, nodes: Nodes) -> bool:
    return _LABEL in nodes.get(str(term), {})


def _shown(term: Term, nodes: Nodes) -> str:
    """A value by its label, a quantity by its figure, anything else by its text."""
    if isinstance(term, ox.Literal):
        return term.value
    properties = nodes.get(str(term), {})
    if _LABEL in properties:
        return min(str(getattr(label, "value", label)) for label in properties[_LABEL])
    figure = [properties.get(_NKG + name) for name in ("comparator", "value", "unit")]
    if figure[1]:
        return " ".join(str(getattr(values[0], "value", "")) for values in figure if values)
    return shorten(term.value).removeprefix("nkg:") if isinstance(term, ox.NamedNode) else str(term)
