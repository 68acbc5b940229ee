"""Nouns that take up an event told before by a more general word: "l'incident", "the tragedy"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg import ontology
from kg.extract.arguments import noun_arguments
from kg.extract.syntax import MAX_DEPTH, Tree
from kg.extract.triggers import READABLE, Candidate
from kg.lang.frames import Frame, Slot, Trigger
from kg.model import Event

RULE = "taken up: "
TELLABLE = ("Conflict", "LifeAndDisaster", "Crime", "Justice", "Protest", "Riot", "LabourStrike")
FARTHEST = 2  # sentences back


def find_happenings(tree: Tree, told: Mapping[int, str]) -> Iterator[Candidate]:
    """A candidate for each definite general noun before which all events that it may mean are of one class.

    `told` gives the class of each event by its trigger.
    """
    for token in tree.tokens:
        if token.pos == "NOUN" and token.lemma.lower() in tree.grammar.whatever:
            kind = _told_last(tree, token.i, told) if _happens(tree, token.i) else None
            if kind is not None:
                yield _candidate(tree, token.i, kind)
            continue
        families = tree.grammar.happenings.get(token.lemma.lower()) if token.pos == "NOUN" else None
        if families is None or tree.parse.sentences[token.sentence].kind not in READABLE or not _takes_up(tree, token.i):
            continue
        kinds = {kind for i, kind in told.items() if i < token.i and ontology.is_among(kind, families)}
        broadest = {kind for kind in kinds if not any(kind != other and ontology.is_a(kind, other) for other in kinds)}
        if len(broadest) == 1:
            yield _candidate(tree, token.i, broadest.pop())


def _candidate(tree: Tree, noun: int, kind: str) -> Candidate:
    places = Slot("nmod", tree.grammar.place_prepositions)
    frame = Frame(kind, (), (("place", (places,)),))
    trigger = Trigger(RULE + tree.tokens[noun].lemma)
    return Candidate(noun, True, ((trigger, frame),), noun_arguments(tree, noun), noun, noun + 1)


def _happens(tree: Tree, noun: int) -> bool:
    """Whether a clause only tells when or where it was: "les faits se sont produits à Lyon", "la scène s'est déroulée …"."""
    token = tree.tokens[noun]
    happening = token.dep.startswith("nsubj") and tree.tokens[token.head].lemma in tree.grammar.happening
    return happening and _is_known(tree, noun)


def _told_last(tree: Tree, noun: int, told: Mapping[int, str]) -> str | None:
    """The class of the main event of the last sentence before a noun that tells one that can be seen."""
    for back in range(1, FARTHEST + 1):
        sentence = tree.tokens[noun].sentence - back
        events = [i for i, kind in told.items() if tree.tokens[i].sentence == sentence]
        tellable = [i for i in events if ontology.is_among(told[i], TELLABLE)]
        if events:
            return told[min(tellable, key=lambda i: (_depth(tree, i), i))] if tellable else None
    return None


def _depth(tree: Tree, i: int) -> int:
    depth = 0
    while tree.head(i) != i and depth < MAX_DEPTH:
        i, depth = tree.head(i), depth + 1
    return depth


def _takes_up(tree: Tree, noun: int) -> bool:
    return not tree.tokens[noun].has("Number=Plur") and _is_known(tree, noun)


def _is_known(tree: Tree, noun: int) -> bool:
    """Whether a noun has a definite or demonstrative article, and nothing says which one is meant."""
    return tree.is_definite(noun) and tree.first(noun, "amod", "nmod", "acl:relcl", "acl") is None


def with_antecedents(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Each event that such a noun tells, as the repetition of the last one of its class before it."""
    last: dict[str, int] = {}
    found: list[Event] = []
    for event in events:
        if RULE in event.rule:
            earlier = [i for kind, i in last.items() if ontology.is_a(kind, event.kind)]
            event = replace(event, repeats=max(earlier, default=None), definite=True)
        last[event.kind] = event.index
        found.append(event)
    return tuple(found)
