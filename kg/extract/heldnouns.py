"""What the verb of a noun tells that is part of another verb's words: "won the election held in Oslo in May"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg import ontology
from kg.extract.constructions import object_lemmas
from kg.extract.drafts import Draft
from kg.extract.phrases import OBLIQUE_DEPS
from kg.extract.syntax import Tree
from kg.lang.frames import Frames
from kg.model import VERBAL, Event, Mention, Ref, Role
from kg.ontology import PLACES

HELD = ("Election", "Vote", "Competition")  # what is held, and won by somebody
RULE = "held there"


def held_by(tree: Tree, frames: Frames, drafts: Mapping[int, Draft]) -> dict[int, int]:
    """The verb that says that an event took place -> the trigger whose words its noun is one of."""
    found: dict[int, int] = {}
    for token, draft in drafts.items():
        noun = _own_noun(tree, draft) if draft.trigger.object_noun and ontology.is_among(draft.frame.kind, HELD) else None
        for verb in () if noun is None else (*tree.dependents(noun, "acl", "acl:relcl"), tree.head(noun)):
            other = verb != token and verb not in drafts and tree.tokens[verb].pos in VERBAL
            if other and tree.tokens[verb].lemma in frames.support:
                found[verb] = token
    return found


def _own_noun(tree: Tree, draft: Draft) -> int | None:
    """The noun of a verb's own words: "election" of "won the election"."""
    objects = (a.token for a in draft.candidate.arguments if a.slot == "object")
    return next((noun for noun in objects if draft.trigger.object_noun in object_lemmas(tree, noun)), None)


def with_held_places(
    tree: Tree,
    events: tuple[Event, ...],
    index: Mapping[int, int],
    held: Mapping[int, int],
    at: Mapping[int, int],
    mentions: tuple[Mention, ...],
) -> tuple[Event, ...]:
    """The events that have no place of their own with the one where they are said to be held."""
    done = list(events)
    for verb, token in held.items():
        event = done[index[token]]
        if any(role.name == "place" for role in event.roles):
            continue
        where = (k for k in tree.dependents(verb, *OBLIQUE_DEPS) if tree.preposition(k) in tree.grammar.inside_prepositions)
        placed = [at[k] for k in where if k in at and ontology.is_among(mentions[at[k]].kind, PLACES)]
        roles = tuple(Role("place", Ref("mention", mention), RULE, 0.8) for mention in placed)
        done[index[token]] = replace(event, roles=(*event.roles, *roles))
    return tuple(done)
