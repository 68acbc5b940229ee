"""One article's graph while it is being written: its lines, its IRIs, and the passages that prove them."""

from __future__ import annotations

from kg.graph import terms
from kg.graph.names import Names, article_iri
from kg.graph.terms import Term
from kg.model import Document, Ref, Relation


class Sheet:
    """Collects the lines that state the article's triples. Entities and events have their names from the start."""

    def __init__(self, document: Document, base: str) -> None:
        self.document = document
        self.text = document.article.text
        self.lang = document.article.lang
        self.base = base
        self.names = Names(article_iri(base, document.article.id))
        self.article = terms.node(self.names.article)
        self.lines: list[str] = []
        resolved = document.resolved
        self.entities = [self.names.mint(thing.kind, thing.label) for thing in resolved.entities]
        self.events = [self.names.mint(thing.kind, thing.label) for thing in resolved.events]
        self._sentences: dict[int, Term] = {}
        self._mentions: dict[int, Term] = {}
        self._triggers: dict[int, Term] = {}
        self._figures: dict[int, Term] = {}

    def add(self, subject: Term, predicate: Term, value: Term) -> None:
        """States a triple in the article's graph."""
        self.lines.append(f"{subject} {predicate} {value} {self.article} .\n")

    def describe(self, subject: Term, *statements: tuple[Term, Term]) -> None:
        """States all that the article's graph says of a node of its own, each a predicate with its value."""
        self.lines += [f"{subject} {predicate} {value} {self.article} .\n" for predicate, value in statements]

    def node(self, ref: Ref) -> Term:
        """The node of an entity or an event of the Resolved."""
        return self.events[ref.index] if ref.to == "event" else self.entities[ref.index]

    def passage(self, kind: str, start: int, end: int, sentence: int, rule: str) -> Term:
        """A new node for the passage from `start` to `end`, made by `rule`."""
        node = self._span(kind, start, end)
        self.add(node, terms.nkg("sentence"), self.sentence(sentence))
        if rule:
            self.add(node, terms.nkg("rule"), terms.text(rule))
        return node

    def sentence(self, index: int) -> Term:
        """The node of a sentence, written when it is first asked for."""
        known = self._sentences.get(index)
        if known is None:
            span = self.document.parse.sentences[index]
            known = self._sentences[index] = self._span("Sentence", span.start, span.end)
        return known

    def mention(self, index: int) -> Term:
        """The node of an entity's mention, written when it is first asked for."""
        known = self._mentions.get(index)
        if known is None:
            mention = self.document.extraction.mentions[index]
            known = self.passage("Mention", mention.start, mention.end, mention.sentence, mention.rule)
            self._mentions[index] = known
            self.add(known, terms.nkg("form"), terms.text(mention.form))
        return known

    def trigger(self, index: int) -> Term:
        """The node of the words that tell an event, written when it is first asked for."""
        known = self._triggers.get(index)
        if known is None:
            event = self.document.extraction.events[index]
            start, end = event.phrase or (event.start, event.end)
            known = self.passage("Mention", start, end, event.sentence, event.rule)
            self._triggers[index] = known
        return known

    def proof(self, relation: Relation) -> Term:
        """A node for the stretch of text that states a relation."""
        return self.passage("Mention", relation.start, relation.end, relation.sentence, relation.rule)

    def figure(self, index: int) -> Term:
        """The node of a quantity, written when it is first asked for."""
        known = self._figures.get(index)
        if known is None:
            known = self._figures[index] = self._figure(index)
        return known

    def _figure(self, index: int) -> Term:
        quantity = self.document.extraction.quantities[index]
        sentence = self.document.parse.tokens[quantity.first].sentence
        node = self.passage("Quantity", quantity.start, quantity.end, sentence, quantity.rule)
        self.add(node, terms.nkg("value"), terms.decimal(quantity.value))
        if quantity.upper is not None:
            self.add(node, terms.nkg("upperValue"), terms.decimal(quantity.upper))
        if quantity.unit:
            self.add(node, terms.nkg("unit"), terms.text(quantity.unit))
        self.add(node, terms.nkg("comparator"), terms.text(quantity.comparator))
        return node

    def _span(self, kind: str, start: int, end: int) -> Term:
        node = self.names.span(kind, start, end)
        self.describe(
            node,
            (terms.TYPE, terms.nkg(kind)),
            (terms.nkg("begin"), terms.integer(start)),
            (terms.nkg("end"), terms.integer(end)),
            (terms.nkg("quote"), terms.text(self.text[start:end])),
        )
        return node
