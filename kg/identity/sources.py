"""Which articles say the same words: an agency's report printed by five newspapers is one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.ontology import PREFIXES
from kg.read.copies import resemblance, sketch

#: The resemblance from which articles are no longer independent: lower than for a copy that needs no reading.
_COPY = 0.6
_SENTENCES = """SELECT DISTINCT ?article ?sentence { GRAPH ?article { ?article a schema:NewsArticle .
  ?mention nkg:sentence ?where . ?where nkg:quote ?sentence } }"""
_ARTICLES = """SELECT ?article ?date ?publisher ?title ?url ?original { GRAPH ?article { ?article a schema:NewsArticle .
  OPTIONAL { ?article schema:datePublished ?date } OPTIONAL { ?article schema:publisher/schema:name ?publisher }
  OPTIONAL { ?article schema:headline ?title } OPTIONAL { ?article schema:url ?url }
  OPTIONAL { ?article nkg:copyOf ?original } } }"""


@dataclass(frozen=True, slots=True)
class Source:
    """An article as those weigh it who compare sources: whose it is, when, and whether it only repeats another."""

    article: str
    date: str  # ISO date, "" if unknown
    publisher: str  # "" if unknown
    title: str
    copy_of: str  # the earliest article that says the same words: itself, if none does
    repeats: str = ""  # the article whose facts stand for its own, since it was found a copy before it was built


def read_sources(store: ox.Store) -> Mapping[str, Source]:
    """All articles by IRI."""
    sentences: defaultdict[str, list[str]] = defaultdict(list)
    for article, sentence in rows(store, _SENTENCES):
        sentences[article].append(sentence)
    known = sorted({row[0]: row for row in rows(store, _ARTICLES)}.values(), key=lambda row: (row[1][:10], row[0]))
    stated = {row[0]: row[5] for row in known if row[5]}
    first = _copies([row[0] for row in known if row[0] not in stated], sentences)
    first |= {article: first.get(original, article) for article, original in stated.items()}
    return {row[0]: Source(row[0], row[1][:10], row[2] or _host(row[4]), row[3], first[row[0]], row[5]) for row in known}


def with_copies(articles: Iterable[str], known: Mapping[str, Source]) -> list[Source]:
    """`articles` and those that repeat them word for word, the earliest first."""
    wanted = frozenset(articles)
    found = [source for source in known.values() if source.article in wanted or source.repeats in wanted]
    return sorted(found, key=lambda source: (source.date, source.article))


def independent(sources: Iterable[Source], known: Mapping[str, Source]) -> int:
    """From how many publishers word comes that didn't copy it from each other; one without a name counts as one."""
    firsts = {source.copy_of for source in sources}
    return len({known[first].publisher or first for first in firsts})


def rows(store: ox.Store, sparql: str) -> list[tuple[str, ...]]:
    """The answer to a query, as text; "" for what is unbound."""
    solutions = store.query(sparql, prefixes=dict(PREFIXES))
    assert isinstance(solutions, ox.QuerySolutions)
    return [tuple(str(getattr(term, "value", "")) for term in row) for row in solutions]


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.") if url.count("/") > 1 and url.startswith("http") else ""


def _copies(articles: Sequence[str], sentences: Mapping[str, list[str]]) -> dict[str, str]:
    """For each article the earliest of its near-copies; compared are those that share one of their lowest hashes."""
    sketches: dict[str, frozenset[int]] = {}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    first: dict[str, str] = {}
    for article in articles:
        mine = sketch(sentences.get(article, ()))
        near = dict.fromkeys(other for value in sorted(mine)[:8] for other in holders[value])
        copied = next((other for other in near if resemblance(mine, sketches[other]) >= _COPY), None)
        first[article] = first[copied] if copied else article
        sketches[article] = mine
        for value in mine:
            holders[value].append(article)
    return first
