"""Roles that pronouns fill: whether what they turned out to stand for may fill them ("elle s'est battue": a candidate)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from kg import ontology
from kg.lang.frames import unmet
from kg.model import Event, Role
from kg.resolve.chains import KIN, Chains
from kg.resolve.speakers import unknown_speakers

# Kinds that may stand where another is asked for: people may do what one person does, a hospital is a building and a body.
LENIENT = frozenset({("Group", "Person"), ("Place", "Organization"), ("Place", "Artifact")})


def fitted(
    events: Sequence[Event], chains: Chains, sets: Mapping[int, Collection[int]]
) -> tuple[tuple[Event, ...], frozenset[int]]:
    """The events without the roles that don't fit, and those of them, by index, that tell nothing without these."""
    anybody = unknown_speakers(chains)
    kept = tuple(
        replace(event, roles=tuple(role for role in event.roles if _fits(role, chains, sets, anybody)))
        if _is_open(event, anybody)
        else event
        for event in events
    )
    idle = (event.index for event in kept if unmet(event.hinges, {role.name for role in event.roles}))
    return kept, frozenset(idle)


def _is_open(event: Event, anybody: Collection[int]) -> bool:
    return any(role.only or role.filler.index in anybody for role in event.roles)


def _fits(role: Role, chains: Chains, sets: Mapping[int, Collection[int]], anybody: Collection[int]) -> bool:
    """Whether a pronoun stands for one of the kinds asked for, or for nobody knows what; "we" must have a speaker."""
    if role.filler.to == "mention" and role.filler.index in anybody:
        return False
    if not role.only:
        return True
    members = sets.get(role.filler.index, (role.filler.index,))
    kinds = {chains.kind(member) for member in members} - {"Entity"}
    return not kinds or any(_may_be(kind, role.only) for kind in kinds)


def _may_be(kind: str, only: Sequence[str]) -> bool:
    """Whether a kind is among those asked for, or near to one of them and not barred ("-Organization")."""
    if ontology.is_among(kind, only):
        return True
    barred = any(asked.startswith("-") and ontology.is_a(kind, asked[1:]) for asked in only)
    return not barred and any(frozenset((kind, asked)) in KIN or (kind, asked) in LENIENT for asked in only)
