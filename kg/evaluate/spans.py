"""How well a graph's mentions agree with spans that people marked: kinds, connections, coreference.

A mention counts where it overlaps a marked span whose type its class maps to, one to one, the longest overlap first.
A marked connection counts where both its ends overlap mentions of nodes that the graph joins, by a relation or by one
event in common. Coreference is B-cubed (Bagga and Baldwin 1998) over the mentions that both sides found. The format
and the measures are documented in docs/gold.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.evaluate.gold import Span, SpanDoc, SpanGold
from kg.evaluate.view import View, expand

# Marked type: the classes that answer to it. The measure's own, as are the lists below: scores stay comparable.
TYPES: Mapping[str, tuple[str, ...]] = {
    "Person": ("nkg:Person",),
    "Organisation": ("nkg:Organization", "nkg:Group", "nkg:GeopoliticalEntity"),
    "Group": ("nkg:Group", "nkg:Force"),
    "Location": ("nkg:Place", "nkg:GeopoliticalEntity"),
    "Artifact": ("nkg:Artifact",),
    "Event": ("nkg:Event",),
}
NARROWER = dict.fromkeys(("Weapon", "Vehicle", "MilitaryPlatform"), "Artifact")
NEIGHBOURS = (("Organisation", "Location"), ("Organisation", "Group"), ("Person", "Group"))  # where guidelines differ
SYNONYM = "IsSynonymOf"  # the connection whose ends are one node
_ENGLISH = (
    *("he", "her", "him", "his", "i", "it", "its", "me", "my", "our", "she", "that", "their", "them", "these", "they"),
    *("this", "those", "us", "we", "which", "who", "you", "your"),
)
_FRENCH = (
    *("celle", "celles", "celui", "ceux", "dont", "elle", "elles", "il", "ils", "la", "le", "les", "leur", "lui"),
    *("on", "que", "qui", "se"),
)
PRONOUNS = frozenset((*_ENGLISH, *_FRENCH))

Found = tuple[int, int, str]  # begin, end, node


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and F1, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_list(self) -> list[float]:
        """Precision, recall, F1."""
        return [self.precision, self.recall, self.f1]


@dataclass(slots=True)
class Count:
    """Spans that agree, spans that the graph has, spans that the gold has."""

    hits: int = 0
    predicted: int = 0
    marked: int = 0

    @property
    def rates(self) -> Rates:
        """Precision and recall of these counts."""
        return Rates(self.hits / self.predicted if self.predicted else 0.0, self.hits / self.marked if self.marked else 0.0)


@dataclass(frozen=True, slots=True)
class SpanMiss:
    """A marked span that no mention of its type agrees with."""

    file: str
    type: str
    begin: int
    end: int


@dataclass(slots=True)
class SpanScore:
    """Everything measured on one span gold."""

    by_type: dict[str, Count] = field(default_factory=dict)
    connected: dict[str, tuple[int, int]] = field(default_factory=dict)  # by type of connection: found, marked
    chain_precision: float = 0.0  # sums over aligned mentions
    chain_recall: float = 0.0
    aligned: int = 0  # marked mentions in chains that a mention of ours overlaps
    chained: int = 0  # marked mentions in chains
    misses: list[SpanMiss] = field(default_factory=list)

    @property
    def total(self) -> Count:
        """All types together."""
        counts = self.by_type.values()
        return Count(sum(c.hits for c in counts), sum(c.predicted for c in counts), sum(c.marked for c in counts))

    @property
    def connections(self) -> tuple[int, int]:
        """Connections found and marked, of all types."""
        return sum(f for f, _ in self.connected.values()), sum(m for _, m in self.connected.values())

    @property
    def coreference(self) -> Rates:
        """B-cubed over the mentions that both sides found."""
        if not self.aligned:
            return Rates(0.0, 0.0)
        return Rates(self.chain_precision / self.aligned, self.chain_recall / self.aligned)


def score(gold: SpanGold, graph: View) -> SpanScore:
    """Compare the graph's mentions with the gold's spans, text by text."""
    mentions = _mentions(graph, gold.pronouns)
    joined = _joined(graph)
    asked = {_type(span) for doc in gold.docs.values() for span in doc.entities}
    result = SpanScore({kind: Count() for kind in TYPES if kind in asked})
    for name, doc in gold.docs.items():
        found = mentions.get(name, [])
        for kind, count in result.by_type.items():
            ours = [(b, e) for b, e, node in found if graph.is_a(node, TYPES[kind])]
            result.misses += _compare(name, kind, doc, ours, count)
        _count_connections(doc, found, joined, result)
        _count_chains(doc, found, result)
    result.connected = dict(sorted(result.connected.items()))
    return result


def _type(span: Span) -> str:
    return NARROWER.get(span.type, span.type)


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _mentions(graph: View, pronouns: bool) -> dict[str, list[Found]]:
    """The graph's mentions of entities and events, by the name of the article's file, in the order of the graph."""
    begin, end, quote = map(expand, ("nkg:begin", "nkg:end", "nkg:quote"))
    kept: defaultdict[str, list[Found]] = defaultdict(list)
    for mention, bearers in _bearers(graph).items():
        first, last = graph.value(mention, begin), graph.value(mention, end)
        if first is None or last is None:
            continue
        if not pronouns and (graph.value(mention, quote) or "").casefold() in PRONOUNS:
            continue
        for node, article in bearers:
            if article in graph.files and graph.is_a(node, ["nkg:Entity", "nkg:Event"]):
                kept[graph.files[article]].append((int(first), int(last), node))
    return kept


def _bearers(graph: View) -> dict[str, list[tuple[str, str]]]:
    """Each mention with the nodes that it evidences, and in which article."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for node, mention, article in graph.evidence:
        found[mention].append((node, article))
    return found


def _joined(graph: View) -> Mapping[str, set[str]]:
    """Each node with those that a relation, an event in common or an office joins it to."""
    base = expand("nkg:")
    beside = {expand("sem:hasPlace"), expand("sem:hasActor")}
    technical = {expand("nkg:evidence"), expand("nkg:sentence")}
    events = set(graph.of_class(["nkg:Event"]))
    nodes = events.union(graph.of_class(["nkg:Entity"]))
    joined: defaultdict[str, set[str]] = defaultdict(set)
    members: defaultdict[str, set[str]] = defaultdict(set)
    for subject, predicate, value in graph.triples():
        says = predicate in beside or (predicate.startswith(base) and predicate not in technical)
        if says and isinstance(value, str) and subject in nodes and value in nodes:
            _join(joined, subject, value)
            if subject in events:
                members[subject].add(value)
    for together in members.values():
        for node in together:
            joined[node] |= together
    bodies = dict.fromkeys(graph.pairs(expand("nkg:positionIn")))
    for person, position in graph.pairs(expand("nkg:holdsPosition")):
        for held, body in bodies:
            if held == position and isinstance(body, str):
                _join(joined, person, body)
    return joined


def _join(joined: defaultdict[str, set[str]], one: str, other: str) -> None:
    joined[one].add(other)
    joined[other].add(one)


def _compare(name: str, kind: str, doc: SpanDoc, ours: Sequence[tuple[int, int]], count: Count) -> Iterator[SpanMiss]:
    """Count one type in one text; yields the marked spans that were missed."""
    marked = [(s.begin, s.end) for s in doc.entities if _type(s) == kind]
    kin = {other for pair in NEIGHBOURS if kind in pair for other in pair} - {kind}
    tolerated = [(s.begin, s.end) for s in doc.entities if _type(s) in kin]
    pairs = [(_overlap(x, y), i, j) for i, x in enumerate(marked) for j, y in enumerate(ours) if _overlap(x, y)]
    hit: set[int] = set()
    used: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if i not in hit and j not in used:
            hit.add(i)
            used.add(j)
    wrong = [y for j, y in enumerate(ours) if j not in used and not any(_overlap(y, x) for x in tolerated)]
    count.hits += len(hit)
    count.predicted += len(hit) + len(wrong)
    count.marked += len(marked)
    return (SpanMiss(name, kind, *span) for i, span in enumerate(marked) if i not in hit)


def _count_connections(doc: SpanDoc, found: Sequence[Found], joined: Mapping[str, set[str]], result: SpanScore) -> None:
    for link in doc.relations:
        sources, targets = _nodes_at(link.source, found), _nodes_at(link.target, found)
        if link.type == SYNONYM:
            holds = not sources.isdisjoint(targets)
        else:
            holds = any(not targets.isdisjoint(joined.get(node, ())) for node in sources)
        before = result.connected.get(link.type, (0, 0))
        result.connected[link.type] = (before[0] + holds, before[1] + 1)


def _nodes_at(place: tuple[int, int], found: Sequence[Found]) -> set[str]:
    return {node for begin, end, node in found if _overlap((begin, end), place)}


def _count_chains(doc: SpanDoc, found: Sequence[Found], result: SpanScore) -> None:
    """B-cubed of one text: each marked mention of a chain stands for the node of the mention that overlaps it most."""
    chained = [s for s in doc.entities if s.chain is not None and _type(s) in TYPES and _type(s) != "Event"]
    ours: dict[int, str] = {}
    for i, span in enumerate(chained):
        near = _nearest((span.begin, span.end), found)
        if near is not None:
            ours[i] = near
    result.aligned += len(ours)
    result.chained += len(chained)
    for i in ours:
        theirs = {j for j in ours if chained[j].chain == chained[i].chain}
        same = {j for j in ours if ours[j] == ours[i]}
        result.chain_precision += len(theirs & same) / len(same)
        result.chain_recall += len(theirs & same) / len(theirs)


def _nearest(place: tuple[int, int], found: Iterable[Found]) -> str | None:
    overlapping = ((_overlap((b, e), place), b - e, node) for b, e, node in found if _overlap((b, e), place))
    return max(overlapping, default=(0, 0, None))[2]
