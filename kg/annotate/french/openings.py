"""Main verbs of French sentences whose opening the parser took for the sentence: phrases, infinitives, participles."""

from __future__ import annotations

from kg.annotate.french.signs import SUBJECTS, VERBAL, is_bare, is_infinitive
from kg.annotate.signs import is_past_participle
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language

RELATIVE = ("qui", "que", "dont", "lequel")
WHERE = ("à", "en", "dans")
TOWNS = ("GeopoliticalEntity", "Place")  # what describes a town: "la capitale", "un port"
LOOSE = ("parataxis", "acl:relcl", "acl", "appos", "nmod", "dep", "conj", "advcl", "ccomp")


def mend_false_mains(tree: Tree) -> None:
    """Make the main verb of the first one behind an opening that was taken for the sentence."""
    for i, head in enumerate(tree.head):
        dep = _opening(tree, i) if head == i else None
        if dep is not None:
            _hang_under_main(tree, i, dep)


def _opening(tree: Tree, i: int) -> str | None:
    """How a word that only opens its sentence hangs on the main verb; None if it is none.

    A phrase ("D'après le Times, qui cite X, Y a tué"), an infinitive with its mark ("Plutôt que d'attaquer, ils ont fui")
    or a past participle ("Accusé par X de fraude, Y a démissionné").
    """
    if tree.pos[i] in NOMINAL and tree.child(i, "cop") is None:
        case = tree.child(i, "case")
        if case is not None and tree.first[case]:
            return "obl"
    mark = tree.child(i, "mark") if is_infinitive(tree, i) else None
    if mark is not None and tree.first[mark]:
        return "advcl"
    return "advcl" if tree.first[i] and is_past_participle(tree, i) and is_bare(tree, i) else None


def _hang_under_main(tree: Tree, i: int, dep: str) -> None:
    """Make the root of the first main verb behind word `i` in its sentence, if there is one, and hang `i` under it."""
    verb = next((v for v in range(i + 1, len(tree)) if tree.first[v] or _is_main(tree, v)), i)
    if verb > i and not tree.first[verb]:
        tree.move(verb, verb, "root")
        tree.move(i, verb, dep)


def _is_main(tree: Tree, verb: int) -> bool:
    """Whether a finite verb or a predicate behind a comma has its own subject and neither mark nor relative pronoun."""
    said = tree.dep[verb].startswith("obl") and tree.child(verb, "cop") is not None  # "…, Ana Vidal était sans arme"
    if not said and (tree.pos[verb] not in VERBAL or tree.dep[verb] not in LOOSE):
        return False
    below = [c for c in tree.children[verb] if tree.dep[c] != "punct"]
    subject = next((c for c in below if tree.dep[c] in SUBJECTS and c < verb and tree.lemma[c] not in RELATIVE), None)
    finite = any("VerbForm=Fin" in tree.morph[k] for k in (verb, *below) if tree.pos[k] in VERBAL)
    if subject is None or not finite or any(tree.dep[c] in ("mark", "cc") for c in below):
        return False
    return tree.text[min([verb, *below, *tree.children[subject]]) - 1] == ","


def mend_described_towns(tree: Tree, words: Language) -> None:
    """Make an apposition of what describes the town that opens a sentence: "À Bangui, la capitale, X a incendié Y"."""
    for town, pos in enumerate(tree.pos):
        case = tree.child(town, "case") if pos == "PROPN" and tree.text[town + 1 : town + 2] == [","] else None
        if case != town - 1 or not tree.first[case] or tree.lemma[case] not in WHERE:
            continue
        place = next((k for k in range(town + 2, tree.end_of(town)) if tree.pos[k] == "NOUN" or tree.text[k] == ","), town)
        verb, told = tree.head[place], words.nouns.get(tree.lemma[place])
        if place == town or told is None or told.kind not in TOWNS or tree.pos[verb] != "VERB" or verb < place:
            continue
        second = any(place < c < verb and tree.dep[c] == tree.dep[place] for c in tree.children[verb])
        if not (tree.dep[place] in SUBJECTS and second) and (tree.dep[place] != "obl" or tree.head[town] != place):
            continue  # "À Paris, la capitale attend X"
        tree.move(town, verb, "obl")
        tree.move(place, town, "appos")
