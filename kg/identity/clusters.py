"""Which nodes of different articles stand for one thing.

Nodes are taken in the order of their articles' dates; each joins the one earlier thing that it surely is, or begins a
new one. In doubt it stays apart, and the doubt is kept for a person to decide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from kg.identity.graphs import Judgement
from kg.identity.names import (
    COMMON_LEFT_OUT,
    DOUBTFUL,
    NONE,
    SAME,
    SAME_SHORT_ACRONYM,
    WEAK,
    Likeness,
    blocks,
    rough,
    same,
    seeks,
)
from kg.identity.nodes import Node

#: A block with more things than this is entered only through a second block in common, so that cost stays near linear.
_CROWDED = 60
#: Things that a node is compared with at most: those of most blocks in common, the best known first.
_CANDIDATES = 25
#: What one shared acquaintance adds to the score, and how many count.
_ACQUAINTANCE, _ACQUAINTANCES = 0.05, 3
#: What belonging to the same state adds.
_STATE = 0.12
#: A name in more than this share of the articles is nobody's acquaintance in particular.
_COMMON = 0.2
#: Doubts below this are told only where the two have an acquaintance in common.
_WORTH_TELLING = 0.7
#: Days after a death for which reports may still date the dead person's acts.
_AFTERWARDS = 30
#: Score of one name in two kinds, where somebody is named with both: models mistake the kind more often than that.
_OTHER_KIND = 0.86
#: So many others named on each side, and none in common, make two persons of one name strangers.
_ENOUGH = 3
DECIDED = "a person's decision"


@dataclass(slots=True)
class Thing:
    """What is known of one thing so far; its first node stands for all in judgements."""

    nodes: list[Node]
    articles: set[str] = field(default_factory=set)
    names: dict[str, None] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    died: str = ""  # ISO date of the first report of its death
    acted: str = ""  # ISO date of the last thing that it did

    def add(self, node: Node) -> None:
        """Take in what `node` says."""
        self.nodes.append(node)
        self.articles.add(node.article)
        self.names.update(dict.fromkeys(node.names))
        self.links |= node.links
        self.states |= node.states
        self.offices |= node.offices
        self.company |= node.company
        self.died = min(filter(None, (self.died, node.died)), default="")
        self.acted = max(self.acted, node.acted)

    def as_node(self) -> Node:
        """All that is known of it, under its first node's name."""
        return replace(
            self.nodes[0],
            names=tuple(self.names),
            links=frozenset(self.links),
            states=frozenset(self.states),
            offices=frozenset(self.offices),
            company=frozenset(self.company),
            died=self.died,
            acted=self.acted,
        )


@dataclass(frozen=True, slots=True)
class Joined:
    """All things of a store, and why."""

    things: tuple[Thing, ...]
    judgements: tuple[Judgement, ...]


def join(nodes: Sequence[Node], decided: Iterable[Judgement] = ()) -> Joined:
    """Join what stands for one thing; persons' decisions come before every score."""
    return _Joining(nodes, decided).run()


class _Joining:
    def __init__(self, nodes: Sequence[Node], decided: Iterable[Judgement]) -> None:
        self._nodes = nodes
        self._bound: defaultdict[str, list[Judgement]] = defaultdict(list)
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for decision in decided:
            for one, other in ((decision.left, decision.right), (decision.right, decision.left)):
                if decision.same:
                    self._bound[one].append(decision)
                else:
                    self._apart[one].add(other)
        self._things: list[Thing] = []
        self._of: dict[str, int] = {}
        self._blocks: defaultdict[tuple[str, str], dict[int, None]] = defaultdict(dict)
        self._judgements: list[Judgement] = []
        frequency = Counter(name for seen in {n.article: n.company for n in nodes}.values() for name in seen)
        limit = max(2, _COMMON * len({node.article for node in nodes}))
        self._common = {name for name, count in frequency.items() if count > limit}

    def run(self) -> Joined:
        for node in self._nodes:
            if node.iri not in self._of:
                self._place(node)
        self._rejoin()
        left = [j for j in self._judgements if j.same or self._of.get(j.left) != self._of.get(j.right)]
        return Joined(tuple(thing for thing in self._things if thing.nodes), tuple(left))

    def _place(self, node: Node) -> None:
        scored = sorted(
            ((self._compare(node, index), index) for index in self._candidates(node)),
            key=lambda found: (*self._distance(node, *found), found[1]),
        )
        sure = [found for found in scored if found[0].score >= SAME]
        if sure and (len(sure) == 1 or self._distance(node, *sure[0]) < self._distance(node, *sure[1])):
            likeness, index = sure[0]
            self._judge(node, index, True, likeness)
            scored = [(other, i) for other, i in scored if i != index and other.score < SAME]
        else:
            index = len(self._things)
            self._things.append(Thing([]))
        self._take(node, index)
        for likeness, other in scored[:3]:
            if other != self._of[node.iri] and likeness.score >= DOUBTFUL:
                self._judge(node, other, False, likeness)

    def _distance(self, node: Node, likeness: Likeness, index: int) -> tuple[float, int]:
        """What orders the things that a node may be: the score, then all whom it knows in common with each."""
        return -likeness.score, -self._shared(node, self._things[index])

    def _shared(self, one: Node | Thing, other: Thing) -> int:
        """How many two things are named with, both of them, but for who is named everywhere."""
        return len((one.company & other.company) - self._common)

    def _rejoin(self) -> None:
        """Join things of one full name that were begun apart, where what became known of them since speaks for one."""
        by_name: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for index, thing in enumerate(self._things):
            first = thing.nodes[0]
            if " " in first.label:
                by_name[first.family, rough(first.label)].append(index)
        for indices in by_name.values():
            while (found := self._one_thing(indices)) is not None:
                earlier, later, likeness = found
                self._judge(self._things[later].nodes[0], earlier, True, likeness)
                self._merge(earlier, later)
                indices.remove(later)

    def _one_thing(self, indices: Sequence[int]) -> tuple[int, int, Likeness] | None:
        """The first two things of one name that turn out to be one."""
        for earlier, later in combinations(indices, 2):
            likeness = self._compare_things(earlier, later)
            if likeness.score >= SAME:
                return earlier, later, likeness
        return None

    def _compare_things(self, earlier: int, later: int) -> Likeness:
        """How likely two things of one name are one; certain company or a state must speak for it."""
        one, other = self._things[earlier], self._things[later]
        if one.articles & other.articles or any(self._apart[n.iri] & {m.iri for m in one.nodes} for n in other.nodes):
            return NONE
        shared = self._shared(one, other)
        told = shared >= _ACQUAINTANCES or one.states & other.states
        return self._compare(other.as_node(), earlier) if told else NONE

    def _merge(self, earlier: int, later: int) -> None:
        for node in self._things[later].nodes:
            self._things[earlier].add(node)
            self._of[node.iri] = earlier
        self._things[later] = Thing([])

    def _take(self, node: Node, index: int) -> None:
        """Put `node` into a thing, with every node that a person bound to it."""
        self._things[index].add(node)
        self._of[node.iri] = index
        for name in node.names:
            for key in sorted(blocks(node.kind, name)):
                self._blocks[node.family, key][index] = None
        for wide in _wide_keys(node):
            self._blocks[wide][index] = None
        if node.iri not in self._bound:
            return
        known = {other.iri: other for other in self._nodes}
        for decision in self._bound[node.iri]:
            other = decision.right if decision.left == node.iri else decision.left
            if other in known and other not in self._of:
                self._judgements.append(Judgement(node.iri, other, True, DECIDED, 1.0))
                self._take(known[other], index)

    def _candidates(self, node: Node) -> list[int]:
        keys = {(node.family, key) for name in node.names for key in seeks(node.kind, name)}
        seen: Counter[int] = Counter()
        sparse: set[int] = set()
        for key in sorted(keys.union(_wide_keys(node))):
            members = self._blocks.get(key, {})
            seen.update(members.keys())
            if len(members) <= _CROWDED:
                sparse.update(members.keys())
        near = [(-count, -len(self._things[i].nodes), i) for i, count in seen.items() if count > 1 or i in sparse]
        return [index for *_, index in sorted(near)[:_CANDIDATES]]

    def _compare(self, node: Node, index: int) -> Likeness:
        thing = self._things[index]
        apart = self._apart.get(node.iri)
        if apart and any(other.iri in apart for other in thing.nodes):
            return NONE
        if node.links & thing.links:
            return Likeness(1.0, ("the same outside identifier",))
        if node.article in thing.articles:
            return NONE
        if _spaces(node.links) & _spaces(thing.links):
            return NONE
        shared = self._shared(node, thing)
        if node.family != thing.nodes[0].family:
            known = any(rough(name) == rough(node.label) for name in thing.names)
            return Likeness(_OTHER_KIND, ("the same name", "of another kind")) if known and shared else NONE
        likeness = max(
            (same(node.kind, name, other) for name in node.names for other in list(thing.names)[:8]),
            key=lambda found: found.score,
        )
        return _in_context(node, thing, likeness, shared)

    def _judge(self, node: Node, index: int, one: bool, likeness: Likeness) -> None:
        first = self._things[index].nodes[0]
        self._judgements.append(
            Judgement(first.iri, node.iri, one, ", ".join(likeness.reasons), round(min(likeness.score, 1.0), 3))
        )


def _in_context(node: Node, thing: Thing, likeness: Likeness, shared: int) -> Likeness:
    """The names' score, weighed by states, offices, times and company."""
    score, reasons = likeness.score, list(likeness.reasons)
    if score < DOUBTFUL:
        return NONE
    if node.family != "Place":
        if node.states & thing.states:
            score += _STATE
            reasons.append("the same state")
        elif node.states and thing.states:
            return Likeness(min(score, 0.6), (*reasons, "but of different states"))
    if node.family == "Person":
        if _outlived(node, thing):
            return Likeness(min(score, 0.6), (*reasons, "but one was dead when the other acted"))
        if _strangers(node, thing):
            return Likeness(min(score, 0.75), (*reasons, "but nobody in common"))
        if shared == 0 and not node.states & thing.states and _offices_differ(node.offices, thing.offices):
            return Likeness(min(score, 0.7), (*reasons, "but different offices, and nobody in common"))
    if shared:
        score += _ACQUAINTANCE * min(shared, _ACQUAINTANCES)
        reasons.append(f"{shared} named with both")
    by_chance = any(shared < needed for sign, needed in WEAK.items() if sign in likeness.reasons)
    by_chance |= SAME_SHORT_ACRONYM in likeness.reasons and node.kind != thing.nodes[0].kind
    if COMMON_LEFT_OUT in likeness.reasons or (by_chance and not node.states & thing.states):
        score = min(score, SAME - 0.01)
    if likeness.score < SAME:
        wanting = "common name" in likeness.reasons[0] and not node.states & thing.states
        if wanting or likeness.score < _WORTH_TELLING:
            score = min(score, SAME - 0.01)
        if score < SAME and not shared and likeness.score < _WORTH_TELLING:
            return NONE
    return Likeness(score, tuple(reasons))


def _wide_keys(node: Node) -> list[tuple[str, str]]:
    """Blocks in which things of all kinds meet: one outside identifier, or one name of several words."""
    names = {rough(name) for name in node.names if " " in name}
    return [("link", link) for link in sorted(node.links)] + [("any", name) for name in sorted(names)]


def _strangers(node: Node, thing: Thing) -> bool:
    """Whether a full name is all that two persons have in common, though much is known of both."""
    if node.states & thing.states or node.offices & thing.offices or node.company & thing.company:
        return False
    return min(len(node.company), len(thing.company)) >= _ENOUGH


def _offices_differ(left: Iterable[str], right: Iterable[str]) -> bool:
    one, other = ({word for office in offices for word in office.split()} for offices in (left, right))
    return bool(one and other and not one & other)


def _outlived(node: Node, thing: Thing) -> bool:
    died = [_day(found) for found in (node.died, thing.died) if len(found) == 10]
    acted = [_day(found) for found in (node.acted, thing.acted) if len(found) == 10]
    return bool(died and acted and max(acted) - min(died) > _AFTERWARDS)


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _spaces(links: Iterable[str]) -> set[str]:
    """Who gave the identifiers; one giver's two identifiers are two things."""
    return {link.split("/")[2] for link in links if "//" in link}
