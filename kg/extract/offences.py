"""Offences: "accused of fraud", "a law on theft" report no deed; "convicted of fraud" does, and says whose."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from kg import ontology
from kg.extract.syntax import MAX_DEPTH, Tree
from kg.model import Event, Mention, Ref, Role

DEEDS = ("Crime", "Attack", "Killing", "HostageTaking")
CRIMES = ("Crime",)
CASES = ("Justice", "Accusation", "Pursuit")  # of deeds that may have been done: "investigated for manslaughter"
CONVICTS = ("Person", "Group", "Organization")  # to condemn a state is to criticize it
CONFIDENCE = 0.7


def with_convicts(tree: Tree, events: tuple[Event, ...], mentions: tuple[Mention, ...]) -> tuple[Event, ...]:
    """The events, each deed that somebody is convicted of with the convict as its agent: "convicted of the murder"."""
    convicts: dict[int, tuple[Role, ...]] = {}
    for event in events:
        if event.factuality == "Actual" and ontology.is_a(event.kind, "Conviction"):
            whom = tuple(Role("agent", who, "convict", CONFIDENCE) for who in _convicts(event, mentions))
            convicts.update((deed, whom) for deed in _deeds(tree, event, events))
    return tuple(
        replace(event, roles=(*event.roles, *convicts[n])) if n in convicts else event for n, event in enumerate(events)
    )


def _convicts(conviction: Event, mentions: tuple[Mention, ...]) -> Iterator[Ref]:
    """Who is convicted."""
    for role in conviction.roles:
        if role.name == "patient" and role.filler.to == "mention":
            who = mentions[role.filler.index]
            if who.form == "pronoun" or ontology.is_among(who.kind, CONVICTS):
                yield role.filler


def _deeds(tree: Tree, conviction: Event, events: tuple[Event, ...]) -> Iterator[int]:
    """The deeds without an agent that a conviction is for."""
    marks = tree.grammar.of | tree.grammar.offence_marks
    for role in conviction.roles:
        if role.name == "topic" and role.filler.to == "event" and role.rule.partition(":")[2].split(" ")[0] in marks:
            deed = events[role.filler.index]
            done = ontology.is_among(deed.kind, DEEDS)
            if done and not any(r.name == "agent" for r in deed.roles):
                yield role.filler.index


def with_mere_charges(tree: Tree, events: tuple[Event, ...], carried: frozenset[int]) -> tuple[Event, ...]:
    """The events, each offence that is only named no surer than possible, but for what somebody is convicted of.

    So is a killing or an attack that a case is about: "an investigation into manslaughter".
    `carried` are the event nouns of support verbs: "commit fraud" tells a deed.
    """
    sure = (event for event in events if event.factuality == "Actual")  # but "found not guilty"
    convictions = {event.trigger for event in sure if ontology.is_a(event.kind, "Conviction")}
    cases = [event for event in events if ontology.is_among(event.kind, CASES)]
    tried = {r.filler.index for case in cases for r in case.roles if r.name == "topic" and r.filler.to == "event"}
    above = {case.trigger for case in cases}
    return tuple(
        replace(event, factuality="Possible")
        if event.trigger not in carried
        and (
            _is_named(tree, event, CRIMES)
            or (
                _is_named(tree, event, DEEDS)
                and (n in tried or _is_under(tree, event, above))
                and not _is_during(tree, event)
            )
        )
        and not convictions & {*_above(tree, event.trigger)}
        else event
        for n, event in enumerate(events)
    )


def _is_under(tree: Tree, event: Event, cases: Set[int]) -> bool:
    """Whether a deed is told under the words of a case: "arrested for attacks"."""
    return bool(cases & {*_above(tree, event.trigger)})


def _is_during(tree: Tree, event: Event) -> bool:
    """Whether something else took place during a deed, which so took place too: "tués lors d'attaques attribuées à X"."""
    return tree.preposition(event.trigger) in tree.grammar.inside_prepositions | tree.grammar.beside_prepositions


def _is_named(tree: Tree, event: Event, kinds: tuple[str, ...]) -> bool:
    """Whether an event of one of these kinds is told by a bare noun without participants."""
    if event.factuality != "Actual" or event.roles or event.quantities:
        return False
    if not ontology.is_among(event.kind, kinds):
        return False
    return event.rule.startswith("noun ") and not tree.is_determined(event.trigger)


def _above(tree: Tree, i: int) -> Iterator[int]:
    """The words that govern token i, nearest first."""
    for _ in range(MAX_DEPTH):
        if tree.head(i) == i:
            return
        i = tree.head(i)
        yield i
