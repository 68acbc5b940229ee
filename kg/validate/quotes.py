"""Every quote against the text that it was taken from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote as percent_encoded

from pyoxigraph import NamedNode, Quad, Store

from kg.model import Article
from kg.ontology import NKG, PREFIXES
from kg.rdf import printable
from kg.validate.report import Fault, Report

_TYPE, _ARTICLE = NamedNode(PREFIXES["rdf"] + "type"), NamedNode(PREFIXES["schema"] + "NewsArticle")
_SHOWN = 60  # characters of a text that a report repeats


@dataclass(slots=True)
class _Passage:
    """What the graph says of one passage; None where it doesn't."""

    begin: int | None = None
    end: int | None = None
    quote: str | None = None
    sentence: str | None = None


@dataclass(slots=True)
class _Claimed:
    """One article as the graph has it."""

    sha256: str = ""
    passages: dict[str, _Passage] = field(default_factory=dict)


def verify(graph: Store, articles: Iterable[Article]) -> Report:
    """Whether every quote of `graph` equals its slice of the article's text, and lies in the sentence that it names.

    `articles` are the sources as read again, with the options of the build. An article of the graph that is not among
    them is a fault, one that the graph doesn't hold is passed over.
    """
    claimed = _claimed(graph)
    checked = 0
    faults: list[Fault] = []
    seen: set[str] = set()
    for article in articles:
        iri = _iri_of(article, claimed)
        if iri is not None and iri not in seen:
            seen.add(iri)
            checked += len(claimed[iri].passages)
            faults += _compare(iri, claimed[iri], article)
    for iri in sorted(claimed.keys() - seen):
        faults.append(Fault(iri, iri, "", "the article's text is among the sources", "no source that holds it"))
    return Report(checked, "quotes", tuple(sorted(faults)))


def _claimed(graph: Store) -> dict[str, _Claimed]:
    """The articles of the graph, by IRI, with their passages."""
    claimed = {
        quad.subject.value: _Claimed()
        for quad in graph.quads_for_pattern(None, _TYPE, _ARTICLE)
        if isinstance(quad.subject, NamedNode)
    }
    for quad in graph.quads_for_pattern(None, NKG["sha256"], None):
        if _text_of(quad.subject) in claimed:
            claimed[_text_of(quad.subject)].sha256 = _text_of(quad.object)
    for name in ("begin", "end", "quote", "sentence"):
        for quad in graph.quads_for_pattern(None, NKG[name], None):
            article = claimed.get(_article_of(quad))
            if article is not None:
                value = _text_of(quad.object)
                passage = article.passages.setdefault(_text_of(quad.subject), _Passage())
                setattr(passage, name, _number(value) if name in ("begin", "end") else value)
    return claimed


def _article_of(quad: Quad) -> str:
    """The named graph; where a format has none, the article's part of a passage's IRI, ARTICLE/mention/12-20."""
    return _text_of(quad.graph_name) or _text_of(quad.subject).rsplit("/", 2)[0]


def _text_of(term: object) -> str:
    """A term's text, "" for the default graph."""
    return str(getattr(term, "value", ""))


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _iri_of(article: Article, claimed: dict[str, _Claimed]) -> str | None:
    """The graph's article that `article` is: of its identifier, else the only one of its very text."""
    step = percent_encoded(article.id, safe="", errors="replace")
    named = (iri for iri in claimed if iri.endswith(("/" + step, "#" + step)))
    alike = (iri for iri in claimed if article.sha256 and claimed[iri].sha256 == article.sha256)
    return next(named, None) or next(alike, None)


def _compare(iri: str, claimed: _Claimed, article: Article) -> Iterator[Fault]:
    if claimed.sha256 and article.sha256 and claimed.sha256 != article.sha256:
        yield Fault(iri, iri, "", "the text is the one that the graph was built from", "a text with another SHA-256")
    for node, passage in sorted(claimed.passages.items()):
        name = (passage.quote or "")[:_SHOWN]
        if passage.begin is None or passage.end is None or passage.quote is None:
            yield Fault(iri, node, name, "a quote has a begin and an end", "none")
            continue
        actual = printable(article.text[passage.begin : passage.end])
        if actual != passage.quote:
            found = f'"{actual[:_SHOWN]}" at {passage.begin}-{passage.end}'
            yield Fault(iri, node, name, "a quote equals its slice of the text", found)
        sentence = claimed.passages.get(passage.sentence or "")
        if sentence is not None and not _within(passage, sentence):
            yield Fault(iri, node, name, "a quote lies in the sentence that it names", f"it outside <{passage.sentence}>")


def _within(passage: _Passage, sentence: _Passage) -> bool:
    bounds = (sentence.begin, passage.begin, passage.end, sentence.end)
    numbers = [bound for bound in bounds if bound is not None]
    return len(numbers) == len(bounds) and numbers == sorted(numbers)
