"""Articles, their sentences, and the passages that prove things, each kept once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from kg.view import terms
from kg.view.picture import Passage, Source
from kg.view.terms import Facts, nkg, schema


@dataclass(slots=True)
class _Text:
    """An article's sentences while they are being read, by where they begin and end."""

    source: Source
    sentences: dict[tuple[int, int], str] = field(default_factory=dict)


class Passages:
    """Collects them graph by graph. With `texts` False, no sentence is kept."""

    def __init__(self, texts: bool) -> None:
        self._keep = texts
        self._texts: list[_Text] = []
        self._by_iri: dict[str, int] = {}
        self._found: dict[tuple[int, int, int, str], tuple[int, tuple[int, int]]] = {}  # number, its sentence's span
        self._article_of: list[int] = []  # by the passage's number
        self._here: list[str] = []

    def begin(self, facts: Facts) -> None:
        """Takes the articles of a graph and their sentences."""
        self._here = sorted(
            iri for iri, said in facts.of.items() if any(value.text == terms.ARTICLE for value in said.get(terms.TYPE, ()))
        )
        for iri in self._here:
            if iri not in self._by_iri:
                self._by_iri[iri] = len(self._texts)
                self._texts.append(_Text(_source(facts, iri)))
        if self._keep:
            for iri in sorted(_sentences(facts)):
                article, span = self._article(iri), _span(facts, iri)
                if article >= 0:
                    self._texts[article].sentences[span] = facts.one(iri, nkg("quote"))

    def proofs(self, facts: Facts, iri: str) -> Iterator[int]:
        """The passages that `iri` has as evidence."""
        for mention in facts.texts(iri, nkg("evidence")):
            quote = facts.one(mention, nkg("quote"))
            begin, end = _span(facts, mention)
            article = self._article(mention)
            sentence = facts.one(mention, nkg("sentence"))
            around = _span(facts, sentence) if sentence else (-1, -1)
            number, _ = self._found.setdefault((article, begin, end, quote), (len(self._found), around))
            if number == len(self._article_of):
                self._article_of.append(article)
            yield number

    def articles(self, passages: Collection[int], iri: str) -> set[int]:
        """The articles that passages are in; where there are none, the article that `iri` belongs to."""
        found = {self._article_of[passage] for passage in passages} or {self._article(iri)}
        return {article for article in found if article >= 0}

    def sources(self) -> tuple[Source, ...]:
        """The articles, each with its sentences in the order of the text."""
        return tuple(
            replace(text.source, sentences=tuple((begin, words) for (begin, _), words in sorted(text.sentences.items())))
            for text in self._texts
        )

    def all(self) -> tuple[Passage, ...]:
        """The passages by their numbers."""
        numbers = [{span: index for index, span in enumerate(sorted(text.sentences))} for text in self._texts]
        return tuple(
            Passage(article, numbers[article].get(around, -1) if article >= 0 else -1, begin, end, quote)
            for (article, begin, end, quote), (_, around) in self._found.items()
        )

    def _article(self, iri: str) -> int:
        """Whose `iri` is: the only article of its graph, else the one whose IRI it begins with; -1 if none."""
        if len(self._here) == 1:
            return self._by_iri[self._here[0]]
        return max(((len(name), self._by_iri[name]) for name in self._here if iri.startswith(name)), default=(0, -1))[1]


def _source(facts: Facts, iri: str) -> Source:
    publisher = facts.one(iri, schema("publisher"))
    file = facts.one(iri, nkg("file"))
    return Source(
        iri,
        facts.one(iri, schema("headline")) or file or iri,
        facts.one(iri, schema("datePublished")),
        facts.one(iri, schema("inLanguage")),
        facts.one(iri, schema("url")),
        facts.one(publisher, schema("name")) or publisher,
        file,
        (),
    )


def _sentences(facts: Facts) -> set[str]:
    """The nodes of sentences: those of that class, and those that a mention names as its own."""
    found = {value.text for said in facts.of.values() for value in said.get(nkg("sentence"), ())}
    kind = nkg("Sentence")
    return found | {iri for iri, said in facts.of.items() if any(value.text == kind for value in said.get(terms.TYPE, ()))}


def _span(facts: Facts, iri: str) -> tuple[int, int]:
    begin, end = facts.number(iri, nkg("begin"), -1), facts.number(iri, nkg("end"), -1)
    return int(begin), int(end)
