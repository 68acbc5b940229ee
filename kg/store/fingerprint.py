"""When two graphs are the same graph."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

import pyoxigraph as ox

from kg.ontology import PREFIXES

Comparable: TypeAlias = frozenset[str] | ox.Dataset

#: Types whose literals some servers rewrite ("041" as "41", "1.50" as "1.5"): equal by value is equal.
_NUMBERS = {
    PREFIXES["xsd"] + name for name in ("decimal", "integer", "int", "long", "nonNegativeInteger", "double", "float")
}


def comparable(triples: Iterable[ox.Triple]) -> Comparable:
    """Triples so that equal graphs are equal, whatever their blank nodes are called and however numbers are spelt."""
    settled = [ox.Triple(t.subject, t.predicate, _settled(t.object)) for t in triples]
    if not any(isinstance(node, ox.BlankNode) for t in settled for node in (t.subject, t.object)):
        return frozenset(map(str, settled))
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object, ox.DefaultGraph()) for t in settled)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def _settled(
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple,
) -> ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple:
    if not isinstance(term, ox.Literal):
        return term
    if term.language:
        return ox.Literal(term.value, language=term.language.lower())
    if term.datatype.value not in _NUMBERS:
        return term
    try:
        return ox.Literal(str(Decimal(term.value).normalize()), datatype=term.datatype)
    except (InvalidOperation, ValueError):
        return term
