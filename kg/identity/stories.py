"""Reports of one event put side by side: what `sameEventAs` links, with the figures and sentences of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg.errors import KgError
from kg.identity.events import Report, read_reports
from kg.identity.graphs import judgements, things
from kg.identity.sources import rows
from kg.lang import nouns
from kg.store.side import IDENTITY

#: What a figure said to be "about" may be off by.
_ABOUT = 0.1
_FIGURES = """SELECT DISTINCT ?event ?value ?upper ?comparator ?unit ?sentence ?lang { GRAPH ?article {
  ?event nkg:factuality ?how ; nkg:quantity ?figure . ?figure nkg:value ?value ; nkg:unit ?unit ;
  nkg:sentence ?where . ?where nkg:quote ?sentence . OPTIONAL { ?article schema:inLanguage ?lang }
  OPTIONAL { ?figure nkg:comparator ?comparator } OPTIONAL { ?figure nkg:upperValue ?upper } } }"""
_SENTENCES = """SELECT DISTINCT ?event ?sentence { GRAPH ?g { ?event nkg:factuality ?how ; nkg:evidence ?mention .
  ?mention nkg:sentence ?where . ?where nkg:quote ?sentence } } ORDER BY ?event ?sentence"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that one report gives, as the least and the most that it allows."""

    unit: str  # "people" for whatever counts people, so that languages compare
    least: float
    most: float
    value: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Story:
    """All reports of one event, the earliest first."""

    reports: tuple[Report, ...]
    figures: Mapping[str, tuple[Figure, ...]]  # by report
    sentences: Mapping[str, str]  # by report


def read_stories(store: ox.Store) -> list[Story]:
    """All events of a resolved store, each with its reports: one report or several."""
    graph = [quad.triple for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(IDENTITY))]
    reports = read_reports(store, things(graph))
    figures = _figures(store)
    sentences: dict[str, str] = {}
    for event, sentence in rows(store, _SENTENCES):
        sentences.setdefault(event, " ".join(sentence.split()))
    known = {report.iri for report in reports}
    links = [(j.left, j.right) for j in judgements(graph) if j.same and j.left in known and j.right in known]
    groups: defaultdict[str, list[Report]] = defaultdict(list)
    first = united([report.iri for report in reports], links)
    for report in reports:
        groups[first[report.iri]].append(report)
    return [Story(tuple(group), figures, sentences) for group in groups.values()]


def united(members: Iterable[str], links: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """For each member the first of all that links lead to."""
    order = {member: i for i, member in enumerate(members)}
    parent = {member: member for member in order}

    def root(member: str) -> str:
        while parent[member] != member:
            parent[member] = member = parent[parent[member]]
        return member

    for left, right in links:
        one, other = sorted((root(left), root(right)), key=order.__getitem__)
        parent[other] = one
    return {member: root(member) for member in order}


def _figures(store: ox.Store) -> Mapping[str, tuple[Figure, ...]]:
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    for event, value, upper, comparator, unit, sentence, lang in sorted(rows(store, _FIGURES)):
        number = float(value)
        least, most = _span(number, float(upper) if upper else None, comparator)
        found[event].append(Figure(_counted(unit, lang), least, most, number, " ".join(sentence.split())))
    return {event: tuple(figures) for event, figures in found.items()}


def _span(value: float, upper: float | None, comparator: str) -> tuple[float, float]:
    if upper is not None:
        return value, upper
    if comparator == ">":
        return value, float("inf")
    if comparator == "<":
        return 0.0, value
    return (value * (1 - _ABOUT), value * (1 + _ABOUT)) if comparator == "~" else (value, value)


def _counted(unit: str, lang: str) -> str:
    """The unit so that two languages' words for people are one."""
    noun = _nouns(lang).get(unit) if lang and unit else None
    return "people" if unit == "people" or (noun is not None and noun.kind in ("Person", "Group")) else unit


@cache
def _nouns(lang: str) -> Mapping[str, nouns.Noun]:
    try:
        return nouns.load(lang)
    except KgError:
        return {}
