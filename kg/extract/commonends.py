"""What stands at the end of two joined verbs and belongs to both: "two were killed and ten injured in raids on Monday"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg import ontology
from kg.extract.eventplaces import PLACED_BY
from kg.extract.syntax import Tree
from kg.model import Event, Mention, Role

HARMS = tuple(kind for kind, role in PLACED_BY.items() if role == "cause")
COMMON_OF_TOLLS = frozenset({"place", "cause", "agent", "instrument"})


def with_common_ends(
    tree: Tree, events: tuple[Event, ...], mentions: Sequence[Mention], index: Mapping[int, int]
) -> tuple[Event, ...]:
    """What stands behind two verbs joined word to word is said of both; so what stands behind two tolls."""
    done = list(events)
    for last in events:
        token = tree.tokens[last.trigger]
        joined = token.dep == "conj" and token.head < token.i and token.head in index
        first = events[index[token.head]] if joined else None
        if first is None or first.factuality != last.factuality or tree.tokens[token.head + 1].dep != "cc":
            continue
        if token.head == token.i - 2 and token.pos == "VERB":
            names = {"place", "cause"} if harms(first) else {"place"}
            done[first.index] = _with(done[first.index], tuple(r for r in last.roles if r.name in names), last.times)
        elif harms(first) and harms(last):
            behind = [_behind(event, last.trigger, events, mentions) for event in (first, last)]
            done[first.index] = _with(done[first.index], behind[1], last.times)
            done[last.index] = _with(done[last.index], behind[0], first.times)
    return tuple(done)


def harms(event: Event) -> bool:
    """Whether an event tells of people that another one hurt or killed."""
    return any(ontology.is_a(event.kind, kind) for kind in HARMS)


def _behind(event: Event, trigger: int, events: Sequence[Event], mentions: Sequence[Mention]) -> tuple[Role, ...]:
    """What an event has in common with the other toll of its sentence: all that stands behind the second trigger."""
    return tuple(
        role
        for role in event.roles
        if role.name in COMMON_OF_TOLLS
        and trigger < (events[role.filler.index].trigger if role.filler.to == "event" else mentions[role.filler.index].first)
    )


def _with(event: Event, roles: tuple[Role, ...], times: tuple[int, ...]) -> Event:
    """An event with those roles that it has not yet, and with times if it has none."""
    told = {role.name for role in event.roles}
    common = tuple(role for role in roles if role.name not in told)
    return replace(event, roles=(*event.roles, *common), times=event.times or times) if common or times else event
