"""Participles that say what somebody has about them ("vêtus de blouses"): French models take them for other words."""

from __future__ import annotations

from kg.annotate.lemmas import Lemmas
from kg.annotate.parsing import Parsing
from kg.annotate.tree import Tree
from kg.lang import language

LOOSE = ("amod", "acl", "appos", "nmod", "conj", "dep", "obl", "advmod", "advcl")
OPENING = ("nsubj", "nsubj:pass", "dislocated", "root")  # what one that opens a sentence is taken for too
OF = frozenset({"de", "d'", "d’", "De", "DE", "D'", "D’"})
CLOSED = ("PUNCT", "ADP", "CCONJ", "SCONJ", "NUM")  # which no participle is taken for
REACH = 4  # words between the preposition and the noun that it introduces


def mend_outfits(tree: Tree, lemmas: Lemmas, parsing: Parsing) -> None:
    """Make verbs of such participles, with the things as their complements."""
    before: int | None = None  # the participle that the next one may be coordinated with
    for i in range(len(tree) - 1):
        before = None if tree.first[i] else before
        if tree.text[i + 1] not in OF or tree.pos[i] in CLOSED or not is_outfit(tree, i, lemmas, parsing):
            continue
        thing = introduced(tree, i + 1)
        if thing is None:
            continue
        tree.pos[i], tree.lemma[i] = "VERB", lemmas.lemma(tree.text[i], "VERB")
        tree.set_features(i, Tense="Past", VerbForm="Part")
        hang(tree, i, before)
        if tree.head[thing] != i:
            tree.move(thing, i, "obl:arg")
        tree.move(i + 1, thing, "case")
        before = i


def is_outfit(tree: Tree, i: int, lemmas: Lemmas, parsing: Parsing) -> bool:
    """Whether word `i` before "de" is a participle of a verb of equipping, without determiner, and no article follows."""
    loose = tree.dep[i] in LOOSE or (tree.first[i] and tree.dep[i] in OPENING)
    if not loose or tree.first[i + 1]:
        return False
    if "Definite=Def" in tree.morph[min(i + 2, len(tree) - 1)]:  # "le bras armé de la milice"
        return False
    if not lemmas.is_participle(tree.text[i]) or lemmas.lemma(tree.text[i], "VERB") not in parsing.outfits:
        return False
    if any(tree.dep[c] in ("det", "case", "nummod", "aux", "aux:pass") for c in tree.children[i]):
        return False
    return tree.pos[i] != "NOUN" or tree.text[i].lower() not in language("fr").nouns  # "armée de terre"


def introduced(tree: Tree, case: int) -> int | None:
    """The noun that a preposition introduces, whatever the parser hung it on: the next one in the phrase."""
    for k in range(case + 1, min(case + REACH, len(tree))):
        if tree.first[k] or tree.pos[k] in ("VERB", "PUNCT", "CCONJ", "ADP"):
            return None
        if tree.pos[k] in ("NOUN", "PROPN"):
            return k
    return None


def hang(tree: Tree, i: int, before: int | None) -> None:
    """Hang the participle on the one that it goes on from, or on the noun before it; one that opens a sentence stays."""
    previous = i - 1
    if before is not None and tree.pos[previous] == "CCONJ":
        tree.move(i, before, "conj")
        tree.move(previous, i, "cc")
    elif tree.first[i]:
        tree.dep[i] = "advcl" if tree.head[i] != i else "root"
    elif tree.pos[tree.head[i]] in ("NOUN", "PROPN", "PRON", "NUM") and tree.head[i] < i:
        tree.dep[i] = "acl"
    elif tree.head[i] > i and tree.pos[previous] in ("NOUN", "PROPN"):  # "Une femme vêtue d'un manteau a fui"
        tree.move(i, tree.head[previous] if tree.dep[previous] == "flat:name" else previous, "acl")
