"""Who takes part in a gathering by what is told to be done there: "the minister said at a summit in Rome"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg import ontology
from kg.extract.phrases import NOUNS, OBLIQUE_DEPS
from kg.extract.syntax import Tree
from kg.model import Event

GATHERED = ("Gathering", "Meeting")
SAID, RULE = "Communication", "speaker at"


def with_speakers(
    tree: Tree, events: tuple[Event, ...], index: Mapping[int, int], carried_by: Mapping[int, int]
) -> tuple[Event, ...]:
    """The gatherings with those as participants who say something there."""
    done = []
    for event in events:
        token = tree.tokens[event.trigger]
        held = token.pos in NOUNS and token.dep in OBLIQUE_DEPS and ontology.is_among(event.kind, GATHERED)
        there = held and tree.preposition(token.i) in tree.grammar.setting_prepositions
        said = _said_at(tree, event, events, index, carried_by) if there else None
        if said is not None:
            present = {role.filler for role in event.roles}
            speakers = (replace(r, rule=RULE) for r in said.roles if r.name == "agent" and r.filler not in present)
            event = replace(event, roles=(*event.roles, *speakers))
        done.append(event)
    return tuple(done)


def _said_at(
    tree: Tree, gathering: Event, events: tuple[Event, ...], index: Mapping[int, int], carried_by: Mapping[int, int]
) -> Event | None:
    """What somebody says at a gathering; of what else may have happened there nothing stands between the two."""
    verb = tree.head(gathering.trigger)
    at = index.get(carried_by.get(verb, verb))
    if at is None or not ontology.is_a(events[at].kind, SAID) or events[at].factuality == "Negated":
        return None
    own = {gathering.trigger, events[at].trigger}
    between = range(*sorted((verb + 1, gathering.trigger)))
    return None if any(event.trigger in between and event.trigger not in own for event in events) else events[at]
