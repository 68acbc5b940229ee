"""The predicates that graphs are written with, made once, and literals by their datatype."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from kg.ontology import PREFIXES
from kg.rdf import printable


def named(curie: str) -> NamedNode:
    """The IRI that prefix:name stands for under the contract's prefixes."""
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


TYPE = named("rdf:type")
STATEMENT, SUBJECT, PREDICATE, OBJECT = map(named, ("rdf:Statement", "rdf:subject", "rdf:predicate", "rdf:object"))
LABEL, ALT_LABEL, SAME_AS = map(named, ("rdfs:label", "skos:altLabel", "owl:sameAs"))
LATITUDE, LONGITUDE = map(named, ("geo:lat", "geo:long"))

_XSD = {name: named(f"xsd:{name}") for name in ("date", "dateTime", "gYearMonth", "gYear", "decimal", "anyURI")}
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")
_YEAR, _YEAR_MONTH = re.compile(r"\d{4}\Z"), re.compile(r"\d{4}-(0[1-9]|1[0-2])\Z")
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")


@lru_cache(maxsize=4096)
def integer(value: int) -> Literal:
    """`value` as xsd:integer."""
    return Literal(value)


@lru_cache(maxsize=1024)
def decimal(value: Decimal) -> Literal:
    """`value` as xsd:decimal in its canonical form: no exponent, no trailing zero."""
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return Literal("0" if digits in ("-0", "") else digits, datatype=_XSD["decimal"])


@lru_cache(maxsize=256)
def measure(value: float) -> Literal:
    """A confidence or score as xsd:decimal, cut to [0, 1] and three digits."""
    return decimal(round(Decimal(min(max(value, 0.0), 1.0)), 3))


@lru_cache(maxsize=256)
def degrees(value: float) -> Literal:
    """A coordinate as xsd:decimal, to five digits (about a metre)."""
    return decimal(round(Decimal(value), 5))


def text(value: str) -> Literal:
    """`value` as xsd:string."""
    return Literal(printable(value))


def tagged(value: str, lang: str) -> Literal:
    """`value` tagged with its language, plain where `lang` is no language tag."""
    return Literal(printable(value), language=lang) if _LANGUAGE_TAG.match(lang) else Literal(printable(value))


def address(value: str) -> Literal:
    """A web address as xsd:anyURI: as a literal, it can't break a graph however odd it is."""
    return Literal(printable(value), datatype=_XSD["anyURI"])


@lru_cache(maxsize=1024)
def time_stamp(value: str | None) -> Literal | None:
    """An ISO 8601 date as the literal of its precision (gYear, gYearMonth, date, dateTime); None if it is none."""
    if value is None:
        return None
    if _YEAR.match(value):
        return Literal(value, datatype=_XSD["gYear"])
    if _YEAR_MONTH.match(value):
        return Literal(value, datatype=_XSD["gYearMonth"])
    try:
        if _DATE_TIME.match(value):
            return Literal(_seconds(datetime.fromisoformat(value)), datatype=_XSD["dateTime"])
        return Literal(date.fromisoformat(value).isoformat(), datatype=_XSD["date"])
    except ValueError:
        return None


def _seconds(moment: datetime) -> str:
    """xsd:dateTime to the second: a fraction is never news, and stores differ in how they write one."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
