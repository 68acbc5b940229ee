"""Which events of the general class become nodes: what somebody does, where the doer or what it is done to has a name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kg import ontology
from kg.model import Event
from kg.resolve.chains import Chains
from kg.resolve.words import ADJECTIVE

ACTION = "Action"


def find_idle(events: Sequence[Event], chains: Chains, sets: Mapping[int, Collection[int]]) -> frozenset[int]:
    """The actions, by index, that become no nodes: of somebody unknown, or of and to nobody that the article names."""
    named = {chains.of(m.index) for m in chains.mentions if m.form == "name" and m.rule != ADJECTIVE}
    named |= {chains.of(whole) for whole, members in sets.items() if any(chains.of(m) in named for m in members)}
    return frozenset(e.index for e in events if e.kind == ACTION and not _is_told(e, chains, named))


def _is_told(action: Event, chains: Chains, named: Collection[int]) -> bool:
    held = [(role.name, chains.of(role.filler.index)) for role in action.roles if role.filler.to == "mention"]
    agents = [chain for name, chain in held if name == "agent" and _is_actor(chains, chain)]
    return bool(agents) and any(chain in named for chain in [*agents, *(c for name, c in held if name == "patient")])


def _is_actor(chains: Chains, chain: int) -> bool:
    """Whether a pronoun that stands for the agent found somebody who can act."""
    known = any(chains.mentions[m].form != "pronoun" for m in chains.members(chain))
    return known and ontology.is_among(chains.kind(chain), ontology.expected(ACTION)["agent"])
