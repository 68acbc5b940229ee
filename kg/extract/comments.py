"""What a relative clause says of all that is told before it: "…, ce que Moscou dément", "…, which Tehran denies"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.extract.syntax import MAX_DEPTH, Tree
from kg.model import Event, Ref, Role

REPLYING = frozenset({"Denial"})  # what is only said of what another clause tells; it says no more itself
SAYING = frozenset({"Statement", "Accusation"})
CONFIDENCE = 0.8


def with_topics(tree: Tree, events: tuple[Event, ...], index: Mapping[int, int]) -> tuple[Event, ...]:
    """The events; a reply in such a clause has for its topic the event that the clause stands behind."""
    return tuple(_with_topic(tree, event, events, index) for event in events)


def _with_topic(tree: Tree, event: Event, events: tuple[Event, ...], index: Mapping[int, int]) -> Event:
    if event.kind not in REPLYING or any(r.name in {"topic", "theme"} for r in event.roles):
        return event
    pronoun = _pronoun(tree, event.trigger)
    told = None if pronoun is None else _told_before(tree, event.trigger, pronoun, index)
    told = told if told is None else _said(events, told)
    if told is None or told == event.index or any(r.filler == Ref("event", event.index) for r in events[told].roles):
        return event
    return replace(event, roles=(*event.roles, Role("topic", Ref("event", told), "comment", CONFIDENCE)))


def _said(events: tuple[Event, ...], told: int) -> int:
    """What a saying or an accusation tells, which is what others reply to: "…, Washington says, which Tehran denies"."""
    said = (r.filler.index for r in events[told].roles if r.name == "topic" and r.filler.to == "event")
    return next(said, told) if events[told].kind in SAYING else told


def _pronoun(tree: Tree, verb: int) -> int | None:
    """The word behind a comma that takes up all before it as the object of a relative clause."""
    token = tree.tokens[verb]
    held = tree.first(verb, "obj")
    if token.dep == "acl:relcl" and tree.tokens[token.head].lemma in tree.grammar.clause_pronouns:
        held = token.head
    if held is None or held == 0 or held > verb or tree.tokens[held].lemma not in tree.grammar.clause_pronouns:
        return None
    return held if tree.tokens[held - 1].text == "," else None


def _told_before(tree: Tree, verb: int, pronoun: int, index: Mapping[int, int]) -> int | None:
    """The nearest event above a clause that stands before its pronoun."""
    node = verb
    for _ in range(MAX_DEPTH):
        above = tree.head(node)
        if above == node:
            return None
        node = above
        if node in index and node < pronoun:
            return index[node]
    return None
