"""Words that tell who plays what part in an event: "la victime de l'attaque", "is under siege", "is behind the attack"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.described import described
from kg.extract.modality import Governors
from kg.extract.mood import Moods
from kg.extract.nounarguments import BORROWED, noun_arguments
from kg.extract.supports import PLACE, carried
from kg.extract.syntax import Tree
from kg.extract.triggers import Candidate
from kg.lang.frames import Frames

TOLD = frozenset({"", "said"})  # what may be done to an event that stays as sure as it is


def find_parts(tree: Tree, frames: Frames, candidates: Mapping[int, Candidate]) -> dict[int, tuple[tuple[str, int], ...]]:
    """Roles that a noun tells of an event noun below it, by the event's token: "la victime de l'attaque"."""
    moods = Moods(tree, frames, {})
    nouns = [token for token, candidate in candidates.items() if candidate.nominal]
    found = {token: who for token in nouns if (who := _under(tree, token) or _behind(moods, token))}
    for token in tree.of_lemma(frames.parts):
        if token.pos not in {"NOUN", "ADJ"}:  # "a été victime de": an adjective
            continue
        part = frames.parts[token.lemma]
        if part[0] != PLACE and tree.first(token.i, "cop") is not None and moods.own(token.i) in {"negated", "possible"}:
            continue  # "n'est pas responsable de l'attaque", "serait l'auteur du vol"
        own = noun_arguments(tree, token.i)
        if token.dep == "nsubj":  # "des responsables ont fait état de trois morts": they are not responsible for these
            own = tuple(argument for argument in own if argument.rule != BORROWED)
        event = carried(tree, own, part[1], candidates)
        if event is not None:
            beside = _told_beside(tree, token.i) if part[0] == PLACE else (token.i,)  # "scene" names no place
            said_of = (*described(tree, token.i), *beside)
            if token.pos == "ADJ" and token.dep == "amod" and token.head < token.i:  # "the group responsible for the attack"
                said_of = (*said_of, token.head)
            scenes = _scenes(tree, token.i) if part[0] != PLACE else ()
            found[event] = (*found.get(event, ()), *((part[0], one) for one in said_of), *((PLACE, one) for one in scenes))
    return found


def _scenes(tree: Tree, predicate: int) -> Sequence[int]:
    """Where somebody is what a predicate says: "À Lyon, un homme a été victime d'une agression"."""
    if tree.first(predicate, "cop") is None:
        return ()
    phrases = tree.dependents(predicate, "obl", "obl:arg")
    return [phrase for phrase in phrases if tree.preposition(phrase) in tree.grammar.place_prepositions]


def _under(tree: Tree, noun: int) -> tuple[tuple[str, int], ...]:
    """Who is under what the noun tells, or takes part in it: "the town is under siege", "nurses are on strike".

    What somebody takes part in may stand beside them too: "the minister, on a visit to X, met Y"; so "an opponent in exile".
    """
    token, preposition = tree.tokens[noun], tree.preposition(noun)
    phrase = f"{preposition} {token.lemma}" if preposition else ""
    if phrase in tree.grammar.engaged_prepositions and not tree.is_definite(noun):  # but "commented on the strike"
        above = [token.head] if token.dep == "nmod" else tree.dependents(token.head, "nsubj") if token.dep == "obl" else ()
        engaged = tree.dependents(noun, "nsubj") if tree.first(noun, "cop") is not None else above
        return tuple(("agent", one) for one in engaged)
    if phrase in tree.grammar.undergone_prepositions and token.dep == "nmod" and not tree.is_definite(noun):
        return (("patient", token.head),)
    if tree.first(noun, "cop") is None or {preposition, phrase}.isdisjoint(tree.grammar.undergone_prepositions):
        return ()
    return tuple(("patient", subject) for subject in tree.dependents(noun, "nsubj"))


def _behind(moods: Moods, noun: int) -> tuple[tuple[str, int], ...]:
    """Whose doing what the noun tells is: "the group is behind the attack", but not where that is denied or supposed."""
    tree = moods.tree
    if tree.preposition(noun) not in tree.grammar.author_prepositions or tree.first(noun, "cop") is None:
        return ()
    above = tree.head(noun)
    if moods.own(noun) or (above != noun and Governors(tree, moods.lexicon, {}).effect(above, "ccomp") not in TOLD):
        return ()
    return tuple(("agent", subject) for subject in tree.dependents(noun, "nsubj"))


def _told_beside(tree: Tree, noun: int) -> Sequence[int]:
    """Of whom a phrase tells that stands beside them: "une ville en proie aux combats", "Le Chili, en proie à X, a …"."""
    above = tree.tokens[tree.head(noun)]
    if tree.tokens[noun].dep == "nmod":
        return (above.i,)
    return tree.dependents(above.i, "nsubj", "nsubj:pass") if noun < above.i and tree.preposition(noun) else ()
