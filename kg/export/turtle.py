"""Turtle and TriG to be read by people: short names, one block a thing, facts before their proofs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.ontology import NKG_BASE, PREFIXES, entity_classes, event_classes

Term = NamedNode | BlankNode | Literal | Triple

_NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items() if prefix != "nkgd"}
_XSD, _TYPE = PREFIXES["xsd"], PREFIXES["rdf"] + "type"
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
_RELATIVE = re.compile(r"[A-Za-z0-9%_~-][A-Za-z0-9%._~-]*(/[A-Za-z0-9%_~-][A-Za-z0-9%._~-]*)*\Z")
_BARE = {
    _XSD + "integer": re.compile(r"[+-]?[0-9]+\Z"),
    _XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+\Z"),
    _XSD + "boolean": re.compile(r"(true|false)\Z"),
}
_DIGITS = re.compile(r"(\d+)")
_FIRST_PREDICATES = {"a": 0, "rdfs:label": 1, "skos:altLabel": 2}

_ORDER = {
    PREFIXES["schema"] + "NewsArticle": 0,
    PREFIXES["schema"] + "Organization": 1,
    PREFIXES["prov"] + "Activity": 1,
    PREFIXES["rdf"] + "Statement": 4,
    NKG_BASE + "Claim": 5,
    NKG_BASE + "Quantity": 6,
    NKG_BASE + "Mention": 7,
    NKG_BASE + "Sentence": 8,
    NKG_BASE + "Judgement": 9,
}
_OTHERS = 10
_CLOSE = (6, 7, 8, 9)  # figures, passages and judgements are many and alike: no blank lines between them


def _ranks() -> Mapping[str, int]:
    """Where the things of each class stand in a file."""
    kinds = {NKG_BASE + kind: 2 for kind in entity_classes()}
    return {**kinds, **{NKG_BASE + kind: 3 for kind in event_classes()}, **_ORDER}


class Turtle:
    """All graphs as one, without their names."""

    named = False

    def __init__(self, files: Sequence[BinaryIO]) -> None:
        (self._out,) = files
        self._base: str | None = None
        self._ranks = _ranks()
        self._short: dict[str, str] = {}

    def add(self, graph: Sequence[Quad]) -> None:
        """Writes the graph's blocks."""
        if not graph:
            return
        name = graph[0].graph_name
        if self._base is None:
            self._begin(name)
        text = self._blocks(graph)
        if self.named and not isinstance(name, DefaultGraph):
            text = f"{self._term(name)} {{\n{text}}}\n"
        self._out.write(("\n" + text).encode())

    def finish(self) -> None:
        """A file without facts still has its prefixes."""
        if self._base is None:
            self._begin(DefaultGraph())

    def _begin(self, name: NamedNode | BlankNode | DefaultGraph) -> None:
        """The header; what articles' IRIs begin with becomes the base."""
        parent = name.value.rpartition("/")[0] + "/" if isinstance(name, NamedNode) else ""
        self._base = parent if parent.startswith(("http://", "https://")) else ""
        lines = [f"@prefix {prefix}: <{namespace}> .\n" for namespace, prefix in _NAMESPACES.items()]
        if self._base:
            lines.insert(0, f"@base <{self._base}> .\n")
        self._out.write("".join(lines).encode())

    def _blocks(self, graph: Sequence[Quad]) -> str:
        subjects: dict[str, dict[str, list[str]]] = {}
        rank: dict[str, int] = {}
        for quad in graph:
            subject, predicate = self._term(quad.subject), self._term(quad.predicate)
            if quad.predicate.value == _TYPE:
                predicate = "a"
                rank[subject] = min(rank.get(subject, _OTHERS), self._ranks.get(getattr(quad.object, "value", ""), _OTHERS))
            subjects.setdefault(subject, {}).setdefault(predicate, []).append(self._term(quad.object))
        self._short = {iri: short for iri, short in self._short.items() if short[0] != "<"}
        order = sorted(subjects, key=lambda subject: (rank.get(subject, _OTHERS), _natural(subject)))
        blocks, before = [], -1
        for subject in order:
            here = rank.get(subject, _OTHERS)
            close = here == before and here in _CLOSE
            blocks.append(("" if close or before < 0 else "\n") + _block(subject, subjects[subject]))
            before = here
        return "".join(blocks)

    def _term(self, term: Term) -> str:
        if isinstance(term, NamedNode):
            iri = term.value
            return self._short.get(iri) or self._short.setdefault(iri, self._shortened(iri))
        if isinstance(term, Literal):
            return _literal(term)
        return str(term)

    def _shortened(self, iri: str) -> str:
        if self._base and iri.startswith(self._base) and _RELATIVE.match(iri, len(self._base)):
            return f"<{iri[len(self._base) :]}>"
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = _NAMESPACES.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix and _LOCAL.match(iri, cut) else f"<{iri}>"


class TriG(Turtle):
    """One block in braces for each named graph."""

    named = True


def _literal(literal: Literal) -> str:
    datatype = literal.datatype.value
    if literal.language or not datatype.startswith(_XSD) or datatype == _XSD + "string":
        return str(literal)
    bare = _BARE.get(datatype)
    if bare and bare.match(literal.value):
        return literal.value
    return f"{Literal(literal.value)}^^xsd:{datatype[len(_XSD) :]}"


def _block(subject: str, values: Mapping[str, Sequence[str]]) -> str:
    predicates = sorted(values, key=lambda predicate: (_FIRST_PREDICATES.get(predicate, 3), predicate))
    lines = [f"{name} {_listed(values[name])}" for name in predicates]
    return f"{subject} " + " ;\n    ".join(lines) + " .\n"


def _listed(values: Sequence[str]) -> str:
    return values[0] if len(values) == 1 else ", ".join(sorted(set(values), key=_natural))


def _natural(text: str) -> list[str | int]:
    """Sorts "mention/9" before "mention/10": words and numbers stand by turns, a word first."""
    return [int(part) if number else part for number, part in zip(_turns(), _DIGITS.split(text), strict=False)]


def _turns() -> Iterable[bool]:
    while True:
        yield False
        yield True
