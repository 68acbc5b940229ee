"""Offences that are only named: "accused of fraud", "a law on theft" report no deed, "convicted of fraud" does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import ontology
from kg.extract.syntax import MAX_DEPTH, Tree
from kg.model import Event


def with_mere_charges(tree: Tree, events: tuple[Event, ...], carried: frozenset[int]) -> tuple[Event, ...]:
    """The events, each offence that is only named no surer than possible, but for what somebody is convicted of.

    `carried` are the event nouns of support verbs: "commit fraud" tells a deed.
    """
    convictions = {event.trigger for event in events if ontology.is_a(event.kind, "Conviction")}
    return tuple(
        replace(event, factuality="Possible")
        if event.trigger not in carried and _is_named(tree, event) and not convictions & {*_above(tree, event.trigger)}
        else event
        for event in events
    )


def _is_named(tree: Tree, event: Event) -> bool:
    """Whether an event is a crime that a bare noun without participants names."""
    if event.factuality != "Actual" or event.roles or event.quantities or not ontology.is_a(event.kind, "Crime"):
        return False
    return event.rule.startswith("noun ") and not is_determined(tree, event.trigger)


def is_determined(tree: Tree, noun: int) -> bool:
    """Whether a noun has a determiner, a possessor or a number, or an article inside its preposition: "du procès"."""
    if tree.first(noun, "det", "nummod", "nmod:poss") is not None:
        return True
    return any("PronType=Art" in tree.tokens[case].morph for case in tree.dependents(noun, "case"))


def _above(tree: Tree, i: int) -> Iterator[int]:
    """The words that govern token i, nearest first."""
    for _ in range(MAX_DEPTH):
        if tree.head(i) == i:
            return
        i = tree.head(i)
        yield i
