"""Perfects whose participle an insertion parts from its auxiliary: "L'armée a, selon X, tué", "d'avoir, en mai, tué"."""

from __future__ import annotations

from kg.annotate.french.signs import SUBJECTS, is_infinitive
from kg.annotate.lemmas import Lemmas
from kg.annotate.repairs import give_subject
from kg.annotate.tree import NOMINAL, Tree

HELPERS = ("avoir", "être")
BEEN = "été"
LONGEST = 16  # words from the first comma to the participle
ENDING = (".", ";", ":", "(", "«", '"')
KEPT = ("advcl", "advmod", "obl", "obl:arg", "punct")
BARE = ("appos", "nmod", "conj", "dep", "obj")


def mend_interrupted(tree: Tree, lemmas: Lemmas) -> None:
    """Make the verb of its clause of a participle behind an insertion between commas that follows the auxiliary."""
    for comma, text in enumerate(tree.text):
        if text != "," or tree.first[comma]:
            continue
        helper = comma - 1
        while helper and tree.pos[helper] == "ADV" and not tree.first[helper]:  # "n'a pas, selon X, tué"
            helper -= 1
        helper -= tree.text[helper] == BEEN and not tree.first[helper]
        infinitive = tree.lemma[helper] == HELPERS[0] and is_infinitive(tree, helper)
        if not infinitive and (tree.lemma[helper] not in HELPERS or "VerbForm=Fin" not in tree.morph[helper]):
            continue
        verb = _participle_behind(tree, comma, lemmas)
        if infinitive:
            if verb is not None and tree.head[helper] != verb:
                _make_verb(tree, verb, None, helper, lemmas)
                _free_insertion(tree, verb, comma)
            continue
        subject = _subject_before(tree, helper, verb) if verb is not None and tree.head[helper] != verb else None
        if verb is not None and subject is not None:
            _make_verb(tree, verb, subject, helper, lemmas)
            _free_insertion(tree, verb, comma)


def _participle_behind(tree: Tree, comma: int, lemmas: Lemmas) -> int | None:
    """The participle right behind the next comma, "été" left out."""
    last = tree.end_of(comma) - 1
    for k in range(comma + 2, min(comma + LONGEST, last)):
        if tree.text[k] in ENDING:
            break
        verb = k + 1 + (tree.text[k + 1] == BEEN and k + 2 < last)
        if tree.text[k] == "," and tree.pos[verb] in ("VERB", "NOUN", "ADJ") and lemmas.is_participle(tree.text[verb]):
            return None if tree.dep[verb] == "aux:caus" else verb
    return None


def _subject_before(tree: Tree, helper: int, verb: int) -> int | None:
    """The subject of any word from the auxiliary to the participle, or the noun on which the auxiliary was hung."""
    for k in range(helper - 1, tree.first_of(helper) - 1, -1):
        if tree.dep[k] in SUBJECTS and helper <= tree.head[k] <= verb:
            return k
    noun = tree.head[helper]
    return noun if noun < helper and tree.pos[noun] in NOMINAL and not tree.case(noun) else None


def _make_verb(tree: Tree, verb: int, subject: int | None, helper: int, lemmas: Lemmas) -> None:
    """Put the participle where the highest word of its clause stands, with the auxiliaries and the subject."""
    top = helper
    while tree.head[top] != top and (helper <= tree.head[top] <= verb or tree.head[top] == subject):
        top = tree.head[top]
    if top != verb:
        tree.stand_for(verb, top)
    tree.pos[verb], tree.lemma[verb] = "VERB", lemmas.lemma(tree.text[verb], "VERB")
    tree.set_features(verb, Mood="", Person="", Tense="Past", VerbForm="Part")
    for k in (helper, *(k for k in range(helper + 1, verb) if tree.text[k] == BEEN)):
        tree.move(k, verb, "aux")
        tree.pos[k] = "AUX"
        for child in list(tree.children[k]):
            tree.move(child, verb, tree.dep[child])
    if top != verb:
        for child in [c for c in tree.children[top] if c > verb or (c < helper < top)]:
            tree.move(child, verb, tree.dep[child])
    if subject is not None:
        give_subject(tree, verb, subject)


def _free_insertion(tree: Tree, verb: int, comma: int) -> None:
    """Hang the insertion under the verb, and under that whatever behind the verb was hung on a word of the insertion."""
    inside = range(comma, verb)
    for k in inside:
        if (tree.head[k] == k or tree.head[k] not in inside) and not tree.dep[k].startswith("aux"):
            clause = tree.pos[k] == "VERB" or tree.child(k, "mark") is not None
            above = "advcl" if clause else "obl" if tree.case(k) else "advmod"
            tree.move(k, verb, tree.dep[k] if tree.dep[k] in KEPT and not tree.case(k) else above)
        for child in [c for c in tree.children[k] if c > verb]:
            tree.move(child, verb, tree.dep[child])
    for child in tree.children[verb]:
        if child > verb and tree.dep[child] in BARE and tree.pos[child] in NOMINAL and tree.dep[child] != "obj":
            lacks = not tree.case(child) and tree.child(verb, "obj") is None and not tree.temporal[child]
            tree.dep[child] = "obj" if lacks else "obl"
