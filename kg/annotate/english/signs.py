"""Tags and labels that several repairs of English trees ask for."""

from __future__ import annotations

from kg.annotate.tree import Tree

FINITE = ("VBD", "VBZ", "VBP")
NAMING = ("NOUN", "PROPN")
BODIES = ("ORG", "GPE", "LOC", "FAC")  # names that "who" is not said of
PAST = ("VBD", "VBN")  # the parser takes one for the other


def make_past(tree: Tree, i: int) -> None:
    """Make a finite past of word `i`."""
    tree.tag[i], tree.morph[i] = "VBD", "Tense=Past|VerbForm=Fin"


def make_participle(tree: Tree, i: int) -> None:
    """Make a past participle of word `i`."""
    tree.tag[i], tree.morph[i] = "VBN", "Aspect=Perf|Tense=Past|VerbForm=Part"


def is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb or its auxiliary is finite."""
    words = (verb, *(c for c in tree.children[verb] if tree.dep[c].startswith("aux")))
    return any(tree.tag[word] in FINITE for word in words)
