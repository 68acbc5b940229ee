"""Which articles say the same words: an agency's report printed by five newspapers is one source."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.lang.fold import fold
from kg.ontology import PREFIXES

#: Words of a shingle, hashes of a sketch, and the share of common hashes from which articles are copies (bottom-k
#: MinHash: Broder, "On the resemblance and containment of documents", 1997).
_SHINGLE, _SKETCH, _COPY = 4, 64, 0.6
_SENTENCES = """SELECT DISTINCT ?article ?sentence { GRAPH ?article { ?article a schema:NewsArticle .
  ?mention nkg:sentence ?where . ?where nkg:quote ?sentence } }"""
_ARTICLES = """SELECT ?article ?date ?publisher ?title ?url { GRAPH ?article { ?article a schema:NewsArticle .
  OPTIONAL { ?article schema:datePublished ?date } OPTIONAL { ?article schema:publisher/schema:name ?publisher }
  OPTIONAL { ?article schema:headline ?title } OPTIONAL { ?article schema:url ?url } } }"""


@dataclass(frozen=True, slots=True)
class Source:
    """One article as a source."""

    article: str
    date: str  # ISO date, "" if unknown
    publisher: str  # "" if unknown
    title: str
    copy_of: str  # the earliest article that says the same words: itself, if none does


def read_sources(store: ox.Store) -> Mapping[str, Source]:
    """All articles by IRI."""
    sentences: defaultdict[str, list[str]] = defaultdict(list)
    for article, sentence in rows(store, _SENTENCES):
        sentences[article].append(sentence)
    known = sorted({row[0]: row for row in rows(store, _ARTICLES)}.values(), key=lambda row: (row[1][:10], row[0]))
    first = _copies([row[0] for row in known], sentences)
    return {row[0]: Source(row[0], row[1][:10], row[2] or _host(row[4]), row[3], first[row[0]]) for row in known}


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


def _copies(articles: Sequence[str], sentences: Mapping[str, list[str]]) -> Mapping[str, str]:
    """For each article the earliest of its near-copies; compared are those that share one of their lowest hashes."""
    sketches: dict[str, frozenset[int]] = {}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    first: dict[str, str] = {}
    for article in articles:
        sketch = _sketch(sentences.get(article, ()))
        near = dict.fromkeys(other for value in sorted(sketch)[:8] for other in holders[value])
        copied = next((other for other in near if _alike(sketch, sketches[other])), None)
        first[article] = first[copied] if copied else article
        sketches[article] = sketch
        for value in sketch:
            holders[value].append(article)
    return first


def _sketch(sentences: Iterable[str]) -> frozenset[int]:
    hashes = set()
    for sentence in sentences:
        words = fold(sentence).split()
        for i in range(max(1, len(words) - _SHINGLE + 1)):
            shingle = " ".join(words[i : i + _SHINGLE]).encode(errors="replace")
            hashes.add(int.from_bytes(hashlib.blake2b(shingle, digest_size=8).digest()))
    return frozenset(sorted(hashes)[:_SKETCH])


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    lowest = sorted(one | other)[:_SKETCH]
    return bool(lowest) and sum(value in one and value in other for value in lowest) >= _COPY * len(lowest)
