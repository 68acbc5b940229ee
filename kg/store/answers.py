"""What a query answers: rows, a truth value, or triples, and the standard formats that each is written in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import pyoxigraph as ox

from kg.errors import UsageError
from kg.ontology import PREFIXES
from kg.store.prefixes import shorten

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row: TypeAlias = tuple[Term | None, ...]

ROW_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
RDF_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
_TYPE = PREFIXES["rdf"] + "type"


@dataclass(frozen=True, slots=True)
class Rows:
    """Answer of a SELECT query, read once."""

    solutions: ox.QuerySolutions

    @property
    def variables(self) -> tuple[str, ...]:
        """Names of the columns, without question mark."""
        return tuple(v.value for v in self.solutions.variables)

    def __iter__(self) -> Iterator[Row]:
        for solution in self.solutions:
            yield tuple(solution)


@dataclass(frozen=True, slots=True)
class Truth:
    """Answer of an ASK query."""

    answer: ox.QueryBoolean

    def __bool__(self) -> bool:
        return bool(self.answer)


@dataclass(frozen=True, slots=True)
class Triples:
    """Answer of a CONSTRUCT or DESCRIBE query, each triple once."""

    triples: tuple[ox.Triple, ...]


Answer: TypeAlias = Rows | Truth | Triples


def answer_of(result: object) -> Answer:
    """An engine's own result as an Answer."""
    if isinstance(result, ox.QuerySolutions):
        return Rows(result)
    if isinstance(result, ox.QueryBoolean):
        return Truth(result)
    assert isinstance(result, ox.QueryTriples)
    return Triples(tuple(dict.fromkeys(result)))


def readable(value: Term | None) -> str:
    """A term as a person reads it: text without quotes, names with prefixes, nothing for an unbound variable."""
    if value is None:
        return ""
    if isinstance(value, ox.Literal):
        return value.value
    return shorten(value.value) if isinstance(value, ox.NamedNode) else str(value)


def serialize(answer: Answer, form: str) -> bytes:
    """`answer` in one of ROW_FORMATS (rows, truth) or RDF_FORMATS (triples).

    Raises UsageError where that format can't hold that kind of answer.
    """
    if isinstance(answer, Triples):
        if form not in RDF_FORMATS:
            raise UsageError(
                f"CONSTRUCT and DESCRIBE answer with triples: choose --format {', '.join(RDF_FORMATS)}, not {form}"
            )
        return _written(answer.triples, RDF_FORMATS[form])
    if form not in ROW_FORMATS:
        raise UsageError(f"SELECT and ASK answer with rows: choose --format table, {', '.join(ROW_FORMATS)}, not {form}")
    if isinstance(answer, Truth):
        if form in ("csv", "tsv"):  # the W3C formats have no place for a truth value
            return b"true\n" if answer else b"false\n"
        return answer.answer.serialize(format=ROW_FORMATS[form]) or b""
    return answer.solutions.serialize(format=ROW_FORMATS[form]) or b""


def _written(triples: tuple[ox.Triple, ...], form: ox.RdfFormat) -> bytes:
    """RDF in one order of triples and prefixes whatever the engine's was, with no prefix that isn't used."""
    text = "\n".join(map(str, triples))
    used = {prefix: iri for prefix, iri in PREFIXES.items() if f"<{iri}" in text}
    data = ox.serialize(sorted(triples, key=_rank), format=form, prefixes=used) or b""
    if form != ox.RdfFormat.TURTLE:
        return data
    lines = data.splitlines(keepends=True)
    return b"".join(sorted(lines[: len(used)]) + lines[len(used) :])


def _rank(triple: ox.Triple) -> tuple[str, bool, str, str]:
    predicate = triple.predicate.value
    return str(triple.subject), predicate != _TYPE, predicate, str(triple.object)
