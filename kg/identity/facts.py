"""Every fact with those who report it: articles, independent publishers, first and last day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.identity.graphs import things
from kg.identity.sources import Source, independent, read_sources, rows, with_copies
from kg.identity.stories import read_stories
from kg.lang.fold import fold
from kg.ontology import PREFIXES
from kg.store.side import IDENTITY

_RELATIONS = """SELECT ?article ?subject ?subjectName ?predicate ?object ?objectName ?how ?sentence { GRAPH ?article {
  ?fact a rdf:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ; nkg:evidence ?m .
  ?subject rdfs:label ?subjectName . ?object rdfs:label ?objectName . ?m nkg:sentence ?where . ?where nkg:quote ?sentence
  OPTIONAL { ?fact nkg:factuality ?how } } } ORDER BY ?article ?fact ?sentence"""
_NAMES = """SELECT ?thing ?name { GRAPH ?g { ?thing a nkg:Identity ; rdfs:label|skos:altLabel ?name } }"""
_CANONICAL = """SELECT ?thing ?name { GRAPH ?g { ?thing a nkg:Identity ; rdfs:label ?name } }"""


@dataclass(frozen=True, slots=True)
class Support:
    """One fact and what stands behind it."""

    fact: str
    factuality: str
    articles: tuple[str, ...]  # IRIs, the earliest first
    publishers: tuple[str, ...]
    independent: int  # publishers that didn't copy from each other
    first: str  # ISO date, "" if unknown
    last: str
    sentence: str  # of the earliest report


@dataclass(frozen=True, slots=True)
class _Said:
    """One article's word for a fact; `about` are all names of those that it concerns."""

    key: tuple[str, ...]
    fact: str
    factuality: str
    article: str
    sentence: str
    about: tuple[str, ...]


def facts(store: ox.Store, about: str = "") -> list[Support]:
    """Facts that concern a thing with `about` in one of its names, the best supported first; all, if it is empty."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for thing, name in rows(store, _NAMES):
        names[thing].add(name)
    standing = things(quad.triple for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(IDENTITY)))
    canonical = {row[0]: row[1] for row in rows(store, _CANONICAL)}
    groups: defaultdict[tuple[str, ...], list[_Said]] = defaultdict(list)
    for said in (*_relations(store, standing, canonical, names), *_events(store, names)):
        groups[said.key].append(said)
    sources, wanted = read_sources(store), fold(about)
    found = [
        _support(group, sources)
        for group in groups.values()
        if any(wanted in fold(name) for said in group for name in said.about)
    ]
    return sorted(found, key=lambda fact: (-fact.independent, -len(fact.articles), fact.first, fact.fact))


def _relations(
    store: ox.Store, standing: Mapping[str, str], canonical: Mapping[str, str], names: Mapping[str, set[str]]
) -> Iterator[_Said]:
    for article, subject, left, predicate, other, right, how, sentence in rows(store, _RELATIONS):
        one, two = standing.get(subject, subject), standing.get(other, other)
        predicate, how = (iri.removeprefix(PREFIXES["nkg"]) for iri in (predicate, how or "Actual"))
        object_key = two if two in canonical else fold(right)
        subject_key = one if one in canonical else f"{article} {fold(left)}"
        fact = f"{canonical.get(one, left)} {predicate} {canonical.get(two, right)}"
        about = (left, right, *names.get(one, ()), *names.get(two, ()))
        yield _Said(("relation", subject_key, predicate, object_key, how), fact, how, article, _line(sentence), about)


def _events(store: ox.Store, names: Mapping[str, set[str]]) -> Iterator[_Said]:
    for story in read_stories(store):
        first = story.reports[0]
        for report in story.reports:
            about = [name for filler in report.names for name in (report.names[filler], *names.get(filler, ()))]
            fact = first.label + (f" ({first.day})" if first.day else "")
            how = report.factuality
            sentence = story.sentences.get(report.iri, "")
            yield _Said(("event", first.iri, how), fact, how, report.article, sentence, (report.label, *about))


def _support(group: Iterable[_Said], sources: Mapping[str, Source]) -> Support:
    said = sorted(group, key=lambda one: (sources[one.article].date, one.article, one.sentence))
    backing = with_copies((one.article for one in said), sources)
    dates = sorted(source.date for source in backing if source.date)
    return Support(
        said[0].fact,
        said[0].factuality,
        tuple(source.article for source in backing),
        tuple(sorted({source.publisher for source in backing if source.publisher})),
        independent(backing, sources),
        dates[0] if dates else "",
        dates[-1] if dates else "",
        said[0].sentence,
    )


def _line(text: str) -> str:
    return " ".join(text.split())
