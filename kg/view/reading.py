"""Graphs -> Picture: articles, passages, nodes and edges, things that are one joined, heaviest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.ontology import NKG_BASE, ancestors, classes, is_a
from kg.view import terms
from kg.view.identity import Identity, identify
from kg.view.passages import Passages
from kg.view.picture import Edge, Figure, Node, Picture
from kg.view.terms import Facts, nkg


@dataclass(slots=True)
class _Thing:
    """A node while it is being read, under each IRI apart."""

    kind: str
    labels: list[tuple[str, str]] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    same: set[str] = field(default_factory=set)
    factuality: str = ""
    dates: list[tuple[str, str]] = field(default_factory=list)
    when: set[str] = field(default_factory=set)
    figures: set[Figure] = field(default_factory=set)
    confidence: float = 0.0
    articles: set[int] = field(default_factory=set)
    passages: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Link:
    """An edge while it is being read."""

    confidence: float = 0.0
    dates: list[tuple[str, str]] = field(default_factory=list)
    articles: set[int] = field(default_factory=set)
    passages: set[int] = field(default_factory=set)


_Key = tuple[str, str, str, str]  # subject, predicate, object, factuality


class Reader:
    """Takes graphs one by one; `picture` is what they say together."""

    def __init__(self, texts: bool = True) -> None:
        self._kinds = {nkg(name): name for name in classes() if is_a(name, "Entity") or is_a(name, "Event")}
        self._passages = Passages(texts)
        self._things: dict[str, _Thing] = {}
        self._links: dict[_Key, _Link] = {}
        self._stands_for: list[tuple[str, str]] = []  # a node, and the identity that several articles' nodes share

    def add(self, facts: Facts) -> None:
        """Takes one article's graph, a graph of several articles without names, or what a store knows across them."""
        self._passages.begin(facts)
        subjects = sorted(facts.of)
        kinds = {iri: kind for iri in subjects if (kind := self._kind(facts, iri))}
        for iri, kind in kinds.items():
            self._read_thing(facts, iri, kind)
        for iri in subjects:
            self._read_statement(facts, iri)
        for iri in kinds:
            self._read_links(facts, iri)
        for iri in subjects:
            self._read_claim(facts, iri)
            self._read_across(facts, iri)
        for iri in subjects:
            self._read_score(facts, iri)

    def picture(self) -> Picture:
        """Everything taken so far. The same graphs give the same picture, in whatever order their triples came."""
        same = identify((iri, thing.kind, tuple(sorted(thing.same))) for iri, thing in sorted(self._things.items()))
        for iri, identity in sorted(self._stands_for):
            if iri in self._things:
                same.join(iri, identity)
        edges = self._joined_links(same)
        degree: dict[str, int] = {}
        for subject, _, value, _ in edges:
            for end in (subject, value):
                degree[end] = degree.get(end, 0) + 1
        sets: dict[str, list[str]] = {}
        for iri in sorted(self._things):
            sets.setdefault(same.of(iri), []).append(iri)
        nodes = {name: self._node(iris) for name, iris in sets.items()}
        order = sorted(nodes, key=lambda name: (-len(nodes[name].passages) - degree.get(name, 0), nodes[name].iris))
        number = {name: index for index, name in enumerate(order)}
        return Picture(
            self._passages.sources(),
            self._passages.all(),
            tuple(nodes[name] for name in order),
            tuple(_edge(key, link, number) for key, link in sorted(edges.items(), key=lambda item: item[0])),
        )

    def _kind(self, facts: Facts, iri: str) -> str:
        """The most special of the known classes of `iri`; "" where it is no node."""
        types = facts.of[iri].get(terms.TYPE, ())
        known = sorted({self._kinds[value.text] for value in types if value.text in self._kinds})
        return min((kind for kind in known if not any(kind in ancestors(other) for other in known)), default="")

    def _read_thing(self, facts: Facts, iri: str, kind: str) -> None:
        thing = self._things.setdefault(iri, _Thing(kind))
        thing.labels += [(value.text, value.lang) for value in facts.values(iri, terms.LABEL)]
        thing.aliases.update(facts.texts(iri, terms.ALIAS))
        thing.same.update(facts.texts(iri, terms.SAME_AS))
        thing.factuality = thing.factuality or facts.one(iri, nkg("factuality")).removeprefix(NKG_BASE)
        thing.dates += dates(facts, iri)
        thing.when.update(facts.texts(iri, nkg("timeText")))
        thing.figures.update(figure(facts, node) for node in facts.texts(iri, nkg("quantity")))
        thing.confidence = max(thing.confidence, facts.number(iri, nkg("confidence"), 1.0))
        thing.passages.update(self._passages.proofs(facts, iri))
        thing.articles.update(self._passages.articles(thing.passages, iri))

    def _read_statement(self, facts: Facts, iri: str) -> None:
        """A relation with proofs of its own, whether it is a fact or planned, possible or denied."""
        if not any(value.text == terms.STATEMENT for value in facts.of[iri].get(terms.TYPE, ())):
            return
        ends = (facts.one(iri, term) for term in (terms.SUBJECT, terms.PREDICATE, terms.OBJECT))
        subject, predicate, value = ends
        factuality = facts.one(iri, nkg("factuality")).removeprefix(NKG_BASE) or "Actual"
        link = self._links.setdefault((subject, predicate.removeprefix(NKG_BASE), value, factuality), _Link())
        link.dates += dates(facts, iri)
        self._prove(link, facts, iri)

    def _read_links(self, facts: Facts, iri: str) -> None:
        """Direct triples: roles, relations, whose word an event stands on."""
        factuality = facts.one(iri, nkg("factuality")).removeprefix(NKG_BASE) or "Actual"
        for predicate, values in facts.of[iri].items():
            if predicate in (terms.TYPE, terms.SAME_AS, nkg("evidence"), nkg("quantity"), nkg("level"), nkg("factuality")):
                continue
            for value in values:
                if value.node:
                    key = (iri, predicate.removeprefix(NKG_BASE), value.text, factuality)
                    link = self._links.setdefault(key, _Link())
                    if not link.passages:  # a relation is as sure as its statement says, a role as its event
                        link.confidence = max(link.confidence, facts.number(iri, nkg("confidence"), 1.0))
                    link.articles.update(self._passages.articles((), iri))

    def _read_claim(self, facts: Facts, iri: str) -> None:
        """The words of a claim prove on whose word its events stand."""
        for event in facts.texts(iri, nkg("content")):
            factuality = facts.one(event, nkg("factuality")).removeprefix(NKG_BASE) or "Actual"
            for speaker in facts.texts(iri, nkg("speaker")):
                link = self._links.get((event, "attributedTo", speaker, factuality))
                if link is not None:
                    link.passages.update(self._passages.proofs(facts, iri))

    def _read_across(self, facts: Facts, iri: str) -> None:
        """What nodes of several articles have to do with each other: one thing, or reports of one event."""
        self._stands_for += ((iri, identity) for identity in facts.texts(iri, nkg("standsFor")))
        for other in facts.texts(iri, nkg("sameEventAs")):
            self._links.setdefault((iri, "sameEventAs", other, "Actual"), _Link(confidence=1.0))

    def _read_score(self, facts: Facts, iri: str) -> None:
        """How sure it is that two reports are of one event."""
        left, right = (facts.one(iri, nkg(side)) for side in ("left", "right"))
        link = self._links.get((left, "sameEventAs", right, "Actual"))
        if link is not None:
            link.confidence = facts.number(iri, nkg("score"), 1.0)

    def _prove(self, link: _Link, facts: Facts, iri: str) -> None:
        link.confidence = max(link.confidence, facts.number(iri, nkg("confidence"), 1.0))
        link.passages.update(self._passages.proofs(facts, iri))
        link.articles.update(self._passages.articles(link.passages, iri))

    def _joined_links(self, same: Identity) -> dict[_Key, _Link]:
        """Links between nodes, with their ends as the names of sets; what joins a thing to itself is left out."""
        joined: dict[_Key, _Link] = {}
        for (subject, predicate, value, factuality), link in self._links.items():
            if subject in self._things and value in self._things and same.of(subject) != same.of(value):
                into = joined.setdefault((same.of(subject), predicate, same.of(value), factuality), _Link())
                into.confidence = max(into.confidence, link.confidence)
                into.dates += link.dates
                into.articles |= link.articles
                into.passages |= link.passages
        return joined

    def _node(self, iris: list[str]) -> Node:
        """Several IRIs of one thing as one node, named as it is most often."""
        things = [self._things[iri] for iri in iris]
        labels = [label for thing in things for label in thing.labels] or [(_last(iris[0]), "")]
        label, lang = min(labels, key=lambda label: (-labels.count(label), label))
        begin, end = _span(date for thing in things for date in thing.dates)
        names = {name for thing in things for name in thing.aliases} | {text for text, _ in labels}
        return Node(
            iris=tuple(iris),
            kind=things[0].kind,
            label=label,
            lang=lang,
            aliases=tuple(sorted(names - {label})),
            links=tuple(sorted({iri for thing in things for iri in thing.same if iri not in self._things})),
            factuality=things[0].factuality,
            begin=begin,
            end=end,
            when=", ".join(sorted({text for thing in things for text in thing.when})),
            figures=tuple(sorted({figure for thing in things for figure in thing.figures})),
            confidence=max(thing.confidence for thing in things),
            articles=tuple(sorted({article for thing in things for article in thing.articles})),
            passages=tuple(sorted({passage for thing in things for passage in thing.passages})),
        )


def _edge(key: _Key, link: _Link, number: dict[str, int]) -> Edge:
    subject, predicate, value, factuality = key
    begin, end = _span(link.dates)
    return Edge(
        number[subject],
        number[value],
        predicate,
        factuality,
        begin,
        end,
        link.confidence,
        tuple(sorted(link.articles)),
        tuple(sorted(link.passages)),
    )


def dates(facts: Facts, iri: str) -> Iterator[tuple[str, str]]:
    """When an event or a statement is, as pairs of begin and end; either may be "" where it is open."""
    yield from ((point, point) for point in facts.texts(iri, terms.POINT))
    begin, end = facts.one(iri, terms.BEGIN), facts.one(iri, terms.END) or facts.one(iri, terms.LATEST)
    if begin or end:
        yield begin, end


def figure(facts: Facts, node: str) -> Figure:
    """The quantity that `node` describes."""
    return Figure(*(facts.one(node, nkg(name)) for name in ("comparator", "value", "upperValue", "unit")))


def _span(known: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """From the first to the last of several dates."""
    pairs = list(known)
    return min((begin for begin, _ in pairs if begin), default=""), max((end for _, end in pairs if end), default="")


def _last(iri: str) -> str:
    """The last part of an IRI: the name of a thing that has no label."""
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2] or iri
