"""Who kills where an attack does: "Israeli strikes killed 30 people" tells the agent of the killing too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import ontology
from kg.extract.arguments import NOMINAL_DEPS
from kg.model import Event, Mention, Role

HARM = ("Killing", "Injury")
CONFIDENCE = 0.7


def with_culprits(events: tuple[Event, ...], mentions: tuple[Mention, ...]) -> tuple[Event, ...]:
    """The events, each killing or injury without an agent with that of the attack that caused it."""
    return tuple(
        replace(event, roles=(*event.roles, *_culprits(event, events, mentions)))
        if any(ontology.is_a(event.kind, kind) for kind in HARM) and not any(r.name == "agent" for r in event.roles)
        else event
        for event in events
    )


def _culprits(harm: Event, events: tuple[Event, ...], mentions: tuple[Mention, ...]) -> Iterator[Role]:
    """The agents of attacks that do the harm; of those that it only happens in, agents that "by" names.

    "Two militants died in their attack on the base" were killed by others.
    """
    victims = {role.filler for role in harm.roles if role.name == "patient"}
    for cause in harm.roles:
        attack = events[cause.filler.index] if cause.name == "cause" and cause.filler.to == "event" else harm
        if not ontology.is_a(attack.kind, "Attack"):
            continue
        for agent in attack.roles:
            named = agent.name == "agent" and agent.filler.to == "mention" and agent.filler not in victims
            sure = cause.rule.startswith("subject") or agent.rule.partition(":")[0] in NOMINAL_DEPS
            if named and sure and mentions[agent.filler.index].form != "pronoun":
                yield Role("agent", agent.filler, "agent of cause", CONFIDENCE)
