"""Terms as N-Quads writes them: the predicates of graphs, made once, and literals by their datatype."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.ontology import NKG, PREFIXES
from kg.rdf import printable

Term: TypeAlias = str


def node(iri: str) -> Term:
    """The IRI of a thing. Raises ValueError for what is no IRI."""
    return str(NamedNode(iri))


@cache
def nkg(name: str) -> Term:
    """A term of the ontology. Raises kg.ontology.UnknownTerm for one that it doesn't define."""
    return str(NKG[name])


def named(curie: str) -> Term:
    """The IRI that prefix:name stands for under the contract's prefixes."""
    return node(_iri(curie))


def _iri(curie: str) -> str:
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local


TYPE = named("rdf:type")
STATEMENT, SUBJECT, PREDICATE, OBJECT = map(named, ("rdf:Statement", "rdf:subject", "rdf:predicate", "rdf:object"))
LABEL, ALT_LABEL, SAME_AS = map(named, ("rdfs:label", "skos:altLabel", "owl:sameAs"))
LATITUDE, LONGITUDE = map(named, ("geo:lat", "geo:long"))

_XSD = {name: NamedNode(_iri(f"xsd:{name}")) for name in ("date", "dateTime", "gYearMonth", "gYear", "decimal", "anyURI")}
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")
_YEAR, _YEAR_MONTH = re.compile(r"\d{4}\Z"), re.compile(r"\d{4}-(0[1-9]|1[0-2])\Z")
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")


@lru_cache(maxsize=4096)
def integer(value: int) -> Term:
    """`value` as xsd:integer."""
    return str(Literal(value))


@cache
def boolean(value: bool) -> Term:
    """`value` as xsd:boolean."""
    return str(Literal(value))


@lru_cache(maxsize=1024)
def decimal(value: Decimal) -> Term:
    """`value` as xsd:decimal in its canonical form: no exponent, no trailing zero."""
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return str(Literal("0" if digits in ("-0", "") else digits, datatype=_XSD["decimal"]))


@lru_cache(maxsize=256)
def measure(value: float) -> Term:
    """A confidence or score as xsd:decimal, cut to [0, 1] and three digits."""
    return decimal(round(Decimal(min(max(value, 0.0), 1.0)), 3))


@lru_cache(maxsize=256)
def degrees(value: float) -> Term:
    """A coordinate as xsd:decimal, to five digits (about a metre)."""
    return decimal(round(Decimal(value), 5))


def text(value: str) -> Term:
    """`value` as xsd:string."""
    return str(Literal(printable(value)))


def tagged(value: str, lang: str) -> Term:
    """`value` tagged with its language, plain where `lang` is no language tag."""
    return str(Literal(printable(value), language=lang)) if _LANGUAGE_TAG.match(lang) else text(value)


def address(value: str) -> Term:
    """A web address as xsd:anyURI: as a literal, it can't break a graph however odd it is."""
    return str(Literal(printable(value), datatype=_XSD["anyURI"]))


@lru_cache(maxsize=1024)
def time_stamp(value: str | None) -> Term | None:
    """An ISO 8601 date as the literal of its precision (gYear, gYearMonth, date, dateTime); None if it is none."""
    if value is None:
        return None
    if _YEAR.match(value):
        return str(Literal(value, datatype=_XSD["gYear"]))
    if _YEAR_MONTH.match(value):
        return str(Literal(value, datatype=_XSD["gYearMonth"]))
    try:
        if _DATE_TIME.match(value):
            return str(Literal(_seconds(datetime.fromisoformat(value)), datatype=_XSD["dateTime"]))
        return str(Literal(date.fromisoformat(value).isoformat(), datatype=_XSD["date"]))
    except ValueError:
        return None


def _seconds(moment: datetime) -> str:
    """xsd:dateTime to the second: a fraction is never news, and stores differ in how they write one."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
