"""Verbs and nouns by the classes of what they tell: those of demands, of blame, of arrests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from kg import ontology
from kg.lang import Language

HARM = ("Arrest", "Attack", "Detention", "HostageTaking", "Injury", "Killing", "SexualViolence")
ATTACKS = frozenset({"Airstrike", "Attack", "Bombing", "DroneAttack", "RocketAttack", "Shooting"})
WORDS = "Criticism"
PUTTING_OUT = ("Dismissal", "DiplomaticBreak")
BEFALLING = ("Justice", "Resignation", "Dismissal", "Death", "Killing", "Departure", "Return", "Appointment")
HELD_TO_ACCOUNT = ("Conviction", "Charge", "Arrest", "Detention", "Trial")


def demanding(language: Language) -> frozenset[str]:
    """Verbs by which somebody wants something of another: "exiger", "call"."""
    return telling(language, ("Demand",), any)


def rejecting(language: Language) -> frozenset[str]:
    """Verbs by which somebody turns down what is asked: "refuser", "reject"."""
    return telling(language, ("Rejection",), any)


def saying(language: Language) -> frozenset[str]:
    """Verbs by which somebody is told something: "notifier", "announce"."""
    return telling(language, ("Statement", "Announcement"), any)


def blaming(language: Language) -> frozenset[str]:
    """Verbs by which somebody blames what was done: "dénoncer", "condemn"."""
    return telling(language, (WORDS,), any)


def killing(language: Language) -> frozenset[str]:
    """Verbs that without a fixed word only tell of killing: "tuer", "kill"."""
    return telling(language, ("Assassination", "Killing"), any)


def seizing(language: Language) -> frozenset[str]:
    """Verbs that without a fixed word may tell that somebody is taken: "arrêter", "abduct"."""
    return telling(language, ("Arrest", "Detention", "HostageTaking"), any)


def stealing(language: Language) -> frozenset[str]:
    """Verbs that only tell of theft: "dérober", "steal"."""
    return telling(language, ("Theft",), all)


@cache
def harming(language: Language) -> frozenset[str]:
    """Verbs that without a preposition or fixed word may tell what befalls their object: "tuer", "arrest"."""
    found = set()
    for lemma, entries in language.frames.verbs.items():
        plain = (frame for trigger, frame in entries if not (trigger.bound or trigger.preposition or trigger.particle))
        kinds = {frame.kind for frame in plain if frame.kind and any(role == "patient" for role, _ in frame.verb_roles)}
        if any(ontology.is_among(kind, HARM) for kind in kinds):
            found.add(lemma)
    return frozenset(found)


def striking(language: Language) -> frozenset[str]:
    """Verbs that without a fixed word may tell of attacks: "frapper", "strike"."""
    return telling(language, ATTACKS, any)


@cache
def attacking(language: Language) -> frozenset[tuple[str, str]]:
    """Verbs that tell of attacks, in deeds or words, with the preposition before what is attacked: "attaquer", "fire on"."""
    found = set()
    for lemma, entries in language.frames.verbs.items():
        free = [(trigger, frame) for trigger, frame in entries if not trigger.bound and not trigger.particle]
        plain = {frame.kind for trigger, frame in free if frame.kind and not trigger.preposition}
        if plain & ATTACKS and plain <= ATTACKS | {WORDS}:
            found.add((lemma, ""))
        roles = (frame.verb_roles for _, frame in free if frame.kind in ATTACKS)
        aimed = (slot for pairs in roles for role, slots in pairs if role == "patient" for slot in slots)
        found.update((lemma, preposition) for slot in aimed for preposition in slot.prepositions)
    return frozenset(found)


@cache
def telling(
    language: Language, kinds: tuple[str, ...] | frozenset[str], how: Callable[[Iterable[bool]], bool]
) -> frozenset[str]:
    """Verbs of whose frames without a fixed word any, or all, are of some classes."""
    found = set()
    for lemma, entries in language.frames.verbs.items():
        plain = [frame.kind in kinds for trigger, frame in entries if not trigger.bound]
        if plain and how(plain):
            found.add(lemma)
    return frozenset(found)


def punishing(language: Language) -> frozenset[str]:
    """Verbs by which somebody is put out of an office or a land: "limoger", "expel"."""
    return telling(language, PUTTING_OUT, any)


@cache
def convicting(language: Language) -> frozenset[str]:
    """Verbs by which somebody is held to account for a deed: "sentence", "inculper"."""
    return telling(language, HELD_TO_ACCOUNT, any)


def tells_words(language: Language, noun: str) -> bool:
    """Whether a noun tells what somebody says: "critiques", "remarks"."""
    return any(ontology.is_a(kind, "Communication") for kind in told_by(language, noun))


@cache
def befalling(language: Language, noun: str) -> frozenset[str]:
    """The classes of what befalls somebody that a noun may tell: "démission", "arrest"."""
    return frozenset(kind for kind in told_by(language, noun) if ontology.is_among(kind, BEFALLING))


def told_by(language: Language, noun: str) -> Iterator[str]:
    """The classes of the events that a noun tells by itself."""
    frames = (frame for trigger, frame in language.frames.nouns.get(noun, ()) if not trigger.words)
    return (frame.kind for frame in frames if frame.kind)
