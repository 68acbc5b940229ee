"""Where police and rescuers arrive: "Un incendie a éclaté dans un magasin. À l'arrivée des pompiers, …"

Nobody says where, for it can only be where what was told last happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg import ontology
from kg.lang import Language
from kg.model import Event, Mention, Role

CALLED = frozenset({"police", "service"})  # flags of nouns for those who come where something happened
SCENIC = ("LifeAndDisaster", "Crime", "Attack", "Killing", "Riot")  # what calls them
TELLING_WHERE = frozenset({"place", "destination", "origin"})
FARTHEST = 3  # sentences back
CONFIDENCE = 0.6


def with_scenes(events: tuple[Event, ...], mentions: Sequence[Mention], language: Language) -> tuple[Event, ...]:
    """The events; arrivals of police and rescuers of which no goal is told where the last event that calls them was."""
    found: list[Event] = []
    scene: Event | None = None
    for event in sorted(events, key=lambda e: e.trigger):
        if scene is not None and _arrives(event, mentions, language) and 0 < event.sentence - scene.sentence <= FARTHEST:
            event = replace(event, roles=(*event.roles, *_goals(scene)))
        elif event.factuality == "Actual" and ontology.is_among(event.kind, SCENIC):
            scene = event if any(_goals(event)) else scene
        found.append(event)
    return tuple(sorted(found, key=lambda e: e.index))


def _goals(scene: Event) -> Iterator[Role]:
    places = (role for role in scene.roles if role.name == "place")
    yield from (Role("destination", role.filler, "scene of what was told", CONFIDENCE) for role in places)


def _arrives(event: Event, mentions: Sequence[Mention], language: Language) -> bool:
    """Whether police or rescuers arrive, and nothing tells where."""
    if event.kind != "Arrival" or event.factuality != "Actual" or any(r.name in TELLING_WHERE for r in event.roles):
        return False
    agents = (mentions[r.filler.index] for r in event.roles if r.name == "agent" and r.filler.to == "mention")
    nouns = (language.nouns.get(agent.lemma) for agent in agents if agent.form == "nominal")
    return any(noun is not None and bool(noun.flags & CALLED) for noun in nouns)
