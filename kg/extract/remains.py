"""What is told of dead bodies: when they were found or brought somewhere says not when those people died."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.syntax import Tree
from kg.lang.nouns import Nouns
from kg.model import Event

REMAINS = "body"  # flag of nouns for somebody's dead body
FOUND = ("nsubj", "nsubj:pass", "obj")  # how a body hangs on the verb that tells what became of it


def with_deaths_before(tree: Tree, nouns: Nouns, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, a death that a body tells of without the day on which that was found: "a été découvert mardi".

    Nor did those die where their bodies went: "trente corps de soldats sont arrivés mardi à Gao".
    """
    return tuple(_before(tree, event) if _tells_of_body(tree, nouns, event) else event for event in events)


def _tells_of_body(tree: Tree, nouns: Nouns, event: Event) -> bool:
    if event.kind != "Death":
        return False
    words = (event.trigger, *(k for k in tree.kids[event.trigger] if tree.tokens[k].dep in FOUND))
    return any(nouns.is_flagged(tree.lemmas[k], REMAINS) for k in words if tree.tokens[k].pos == "NOUN")


def _before(tree: Tree, event: Event) -> Event:
    """A death without the times, and without the places to which the body went."""
    body = tree.tokens[event.trigger]
    gone = body.pos == "NOUN" and body.dep in FOUND and tree.lemmas[body.head] in tree.grammar.motion
    roles = tuple(role for role in event.roles if not (gone and role.name == "place"))
    return replace(event, times=(), roles=roles)
