"""One article's graph while it is being written: its quads, its IRIs, and the passages that prove them."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import terms
from kg.graph.names import Names, article_iri
from kg.model import Document, Ref, Relation
from kg.ontology import NKG


class Sheet:
    """Collects quads in the order in which they are stated. Entities and events have their names from the start."""

    def __init__(self, document: Document, base: str) -> None:
        self.document = document
        self.text = document.article.text
        self.lang = document.article.lang
        self.base = base
        self.article = NamedNode(article_iri(base, document.article.id))
        self.names = Names(self.article.value)
        self.quads: list[Quad] = []
        resolved = document.resolved
        self.entities = [NamedNode(self.names.mint(thing.kind, thing.label)) for thing in resolved.entities]
        self.events = [NamedNode(self.names.mint(thing.kind, thing.label)) for thing in resolved.events]
        self._sentences: dict[int, NamedNode] = {}
        self._mentions: dict[int, NamedNode] = {}
        self._triggers: dict[int, NamedNode] = {}
        self._figures: dict[int, NamedNode] = {}

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        """States a triple in the article's graph."""
        self.quads.append(Quad(subject, predicate, value, self.article))

    def node(self, ref: Ref) -> NamedNode:
        """The node of an entity or an event of the Resolved."""
        return self.events[ref.index] if ref.to == "event" else self.entities[ref.index]

    def passage(self, kind: str, start: int, end: int, sentence: int, rule: str) -> NamedNode:
        """A new node for the passage from `start` to `end`, made by `rule`."""
        node = self._span(kind, start, end)
        self.add(node, NKG["sentence"], self.sentence(sentence))
        if rule:
            self.add(node, NKG["rule"], terms.text(rule))
        return node

    def sentence(self, index: int) -> NamedNode:
        """The node of a sentence, written when it is first asked for."""
        known = self._sentences.get(index)
        if known is None:
            span = self.document.parse.sentences[index]
            known = self._sentences[index] = self._span("Sentence", span.start, span.end)
        return known

    def mention(self, index: int) -> NamedNode:
        """The node of an entity's mention, written when it is first asked for."""
        known = self._mentions.get(index)
        if known is None:
            mention = self.document.extraction.mentions[index]
            known = self.passage("Mention", mention.start, mention.end, mention.sentence, mention.rule)
            self._mentions[index] = known
            self.add(known, NKG["form"], terms.text(mention.form))
        return known

    def trigger(self, index: int) -> NamedNode:
        """The node of the words that tell an event, written when it is first asked for."""
        known = self._triggers.get(index)
        if known is None:
            event = self.document.extraction.events[index]
            start, end = event.phrase or (event.start, event.end)
            known = self.passage("Mention", start, end, event.sentence, event.rule)
            self._triggers[index] = known
        return known

    def proof(self, relation: Relation) -> NamedNode:
        """A node for the stretch of text that states a relation."""
        return self.passage("Mention", relation.start, relation.end, relation.sentence, relation.rule)

    def figure(self, index: int) -> NamedNode:
        """The node of a quantity, written when it is first asked for."""
        known = self._figures.get(index)
        if known is None:
            known = self._figures[index] = self._figure(index)
        return known

    def _figure(self, index: int) -> NamedNode:
        quantity = self.document.extraction.quantities[index]
        sentence = self.document.parse.tokens[quantity.first].sentence
        node = self.passage("Quantity", quantity.start, quantity.end, sentence, quantity.rule)
        self.add(node, NKG["value"], terms.decimal(quantity.value))
        if quantity.upper is not None:
            self.add(node, NKG["upperValue"], terms.decimal(quantity.upper))
        if quantity.unit:
            self.add(node, NKG["unit"], terms.text(quantity.unit))
        self.add(node, NKG["comparator"], terms.text(quantity.comparator))
        return node

    def _span(self, kind: str, start: int, end: int) -> NamedNode:
        node = NamedNode(self.names.span(kind, start, end))
        self.add(node, terms.TYPE, NKG[kind])
        self.add(node, NKG["begin"], terms.integer(start))
        self.add(node, NKG["end"], terms.integer(end))
        self.add(node, NKG["quote"], terms.text(self.text[start:end]))
        return node
