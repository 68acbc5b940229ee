"""What the page shows, as frozen values: nodes, edges, articles, and the passages that prove them.

Everything points at everything else by index, since the page's data are columns of a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Source:
    """An article: what is known of it, and its sentences in the order of the text."""

    iri: str
    title: str
    date: str
    lang: str
    url: str
    publisher: str
    file: str
    sentences: tuple[tuple[int, str], ...]  # where each begins, in code points, and its words


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article: the words that name or prove something."""

    article: int  # index into Picture.sources; -1 where the graph doesn't say
    sentence: int  # index into Source.sentences; -1 where unknown
    begin: int
    end: int
    quote: str


class Figure(NamedTuple):
    """A quantity: "at least 12 people" is (">", "12", "", "people")."""

    comparator: str
    value: str
    upper: str
    unit: str


@dataclass(frozen=True, slots=True)
class Node:
    """An entity or an event. Nodes that are one thing by owl:sameAs are one node."""

    iris: tuple[str, ...]  # the first names it
    kind: str  # local name of its class
    label: str
    lang: str
    aliases: tuple[str, ...]
    links: tuple[str, ...]  # what it is the same as outside of the graph
    factuality: str  # of an event; "" for an entity
    begin: str  # ISO date cut to its precision; `end` too for a point in time; "" where unknown, or for a deadline
    end: str
    when: str  # the text's own words, where they come to no date
    figures: tuple[Figure, ...]
    confidence: float
    articles: tuple[int, ...]
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A role, a lasting relation, or whose word an event stands on."""

    source: int
    target: int
    predicate: str  # local name of the property
    factuality: str
    begin: str
    end: str
    confidence: float
    articles: tuple[int, ...]
    passages: tuple[int, ...]  # its own proofs; none where those of its source prove it too


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that the page holds. Nodes are by weight, heaviest first."""

    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things are drawn. `groups` is empty where all nodes are drawn as themselves."""

    drawn: tuple[int, ...]  # the nodes that are drawn at once
    places: Mapping[int, tuple[int, int]]  # of the nodes that have a place of their own
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A community of nodes, drawn as one disc until it is opened."""

    members: tuple[int, ...]  # those that have a place first, then the others; heaviest first
    placed: int  # how many have a place
    x: int
    y: int
    radius: int
