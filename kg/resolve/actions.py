"""Which events of the general class become nodes: what somebody named does, or somebody to what is named.

What a relation states already ("uses", "commands") is no event besides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from kg import ontology
from kg.model import Event, Relation
from kg.resolve.chains import Chains
from kg.resolve.words import ADJECTIVE

ACTION = "Action"


def find_idle(
    events: Sequence[Event],
    relations: Sequence[Relation],
    chains: Chains,
    sets: Mapping[int, Collection[int]],
    unfit: frozenset[int],
) -> frozenset[int]:
    """The events that become no nodes: the unfit; actions of somebody unknown, to nobody named, or told by a relation."""
    named = {chains.of(m.index) for m in chains.mentions if m.form == "name" and m.rule != ADJECTIVE}
    named |= {chains.of(whole) for whole, members in sets.items() if any(chains.of(m) in named for m in members)}
    actions = [event for event in events if event.kind == ACTION]
    stated = _stated(relations) if actions else frozenset()
    idle = unfit | frozenset(e.index for e in actions if not _is_told(e, chains, named) or not stated.isdisjoint(_pairs(e)))
    return idle | {event.index for event in events if ontology.is_a(event.kind, "Phase") and _is_of(event, idle)}


def _is_of(phase: Event, idle: Collection[int]) -> bool:
    """Whether all that begins, goes on or ends become no nodes."""
    themes = [role.filler for role in phase.roles if role.name == "theme"]
    return bool(themes) and all(theme.to == "event" and theme.index in idle for theme in themes)


def _stated(relations: Sequence[Relation]) -> frozenset[tuple[int, int, int]]:
    """The pairs of mentions that a verb joins in a relation, each with its sentence, both ways round."""
    pairs = ((r.sentence, r.subject, r.object) for r in relations if r.rule.startswith("verb "))
    return frozenset(p for s, one, other in pairs for p in ((s, one.index, other.index), (s, other.index, one.index)))


def _pairs(action: Event) -> Iterator[tuple[int, int, int]]:
    held = [role.filler.index for role in action.roles if role.filler.to == "mention"]
    return ((action.sentence, one, other) for one in held for other in held)


def _is_told(action: Event, chains: Chains, named: Collection[int]) -> bool:
    held = [(role.name, chains.of(role.filler.index)) for role in action.roles if role.filler.to == "mention"]
    agents = [chain for name, chain in held if name == "agent" and _is_actor(chains, chain)]
    if any(name == "patient" and _is_open(chains, chain) for name, chain in held):
        return False  # "Elle a été revendiquée par X": what was?
    return bool(agents) and any(chain in named for chain in [*agents, *(c for name, c in held if name == "patient")])


def _is_open(chains: Chains, chain: int) -> bool:
    """Whether nobody knows what a pronoun stands for."""
    return all(chains.mentions[m].form == "pronoun" for m in chains.members(chain))


def _is_actor(chains: Chains, chain: int) -> bool:
    """Whether a pronoun that stands for the agent found somebody who can act."""
    known = any(chains.mentions[m].form != "pronoun" for m in chains.members(chain))
    return known and ontology.is_among(chains.kind(chain), ontology.expected(ACTION)["agent"])
