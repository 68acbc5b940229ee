"""Whom or what an act befell, hung on who did it: "l'arrestation par la police d'un suspect"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.tree import Tree
from kg.lang import Language
from kg.lang.nouns import Noun
from kg.model import NameSpan
from kg.ontology import is_among

BODIES = ("Organization", "Force")  # whose own people are named otherwise: "la police d'un suspect"
ARMED = {"fighter", "police", "justice", "armed", "crime"}
LEADING = {"office", "relation", "fighter"}  # whose men others may be: "les soldats du président"
TAKING = ("Capture", "Siege", "Destruction")  # what towns and bases undergo
PLACES = ("Place", "GeopoliticalEntity")


def free_undergone(tree: Tree, names: Iterable[NameSpan], words: Language, by: str, of: str) -> None:
    """Give an act whom or what it befell, where that stands behind who did it and can't be theirs."""
    persons = {name.first for name in names if name.label == "PER"}
    for i, dep in enumerate(tree.dep):
        maker = tree.head[i]
        if dep != "nmod" or maker > i or tree.case(i) != of or tree.case(maker) != by:
            continue
        act = tree.head[maker]
        if act > maker or tree.lemma[act] not in words.frames.nouns or tree.pos[act] not in ("NOUN", "PROPN"):
            continue
        if any(tree.dep[c] == "nmod" and tree.case(c) == of for c in tree.children[act]):
            continue
        if _befalls(tree, act, i, words, i in persons) and _is_no_owner(tree, maker, i, words):
            tree.move(i, act, "nmod")


def _befalls(tree: Tree, act: int, i: int, words: Language, person: bool) -> bool:
    """Whether an act may befall what a word stands for: people, things, places that are taken."""
    noun = words.nouns.get(tree.lemma[i])
    if noun is None:
        return person
    if noun.kind in PLACES:
        kinds = [frame.kind for _, frame in words.frames.nouns[tree.lemma[act]] if frame.kind]
        return tree.child(i, "det") is not None and any(is_among(kind, TAKING) for kind in kinds)
    owned = any(tree.dep[c] in ("det", "nmod:poss") and "Poss=Yes" in tree.morph[c] for c in tree.children[i])
    return noun.kind != "Organization" and (owned or noun.kind != "Force")


def _is_no_owner(tree: Tree, maker: int, i: int, words: Language) -> bool:
    """Whether who acts can't be somebody's: a name, counted people, a body beside somebody without an office."""
    if tree.pos[maker] == "PROPN" or tree.child(i, "nummod") is not None:
        return True
    doer, whom = (words.nouns.get(tree.lemma[k]) for k in (maker, i))
    return doer is not None and not _has(whom, LEADING) and (is_among(doer.kind, BODIES) or _has(doer, ARMED))


def _has(noun: Noun | None, flags: set[str]) -> bool:
    return noun is not None and bool(noun.flags & flags)
