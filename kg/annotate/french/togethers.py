"""What several people named in a row are told to be together: "Ana Roca et Luis Paz, journalistes au quotidien X"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.french.signs import SUBJECTS
from kg.annotate.signs import is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language
from kg.model import NameSpan

TOGETHER = ("tous", "toutes", "les", "deux", "trois", "quatre", "respectivement", "anciens", "anciennes")
BELOW_NAME = ("flat:name", "appos", "nmod")


def mend_togethers(tree: Tree, names: Iterable[NameSpan], words: Language) -> None:
    """Make one apposition of a bare plural noun for people behind the last of a row of names and a comma."""
    for name in names:
        if name.label != "PER" or tree.text[name.last] != ",":
            continue
        first = _first_of_row(tree, name)
        noun = _noun_behind(tree, name.last + 1, words) if first is not None else None
        if first is None or noun is None or tree.dep[noun] in SUBJECTS or tree.is_above(noun, first):
            continue
        tree.pos[noun] = "NOUN"
        tree.move(noun, first, "appos")
        for word in range(first, name.last):
            for late in [c for c in tree.children[word] if c > noun and tree.dep[c] == "nmod" and tree.case(c)]:
                tree.move(late, noun, "nmod")


def _first_of_row(tree: Tree, name: NameSpan) -> int | None:
    """The first of the people named in a row that a name ends: "Ana" of "Ana Roca et son frère Luis"."""
    top = name.first
    while tree.dep[top] in BELOW_NAME and not tree.case(top):
        top = tree.head[top]
    joined = tree.dep[top] == "conj" and tree.child(top, "cc") is not None
    first = tree.head[top] if joined else top
    return first if joined and first < top and tree.pos[first] in NOMINAL else None


def _noun_behind(tree: Tree, i: int, words: Language) -> int | None:
    """The plural noun for people at a word, "tous deux" and the like before it."""
    while tree.text[i] in TOGETHER:
        i += 1
    plural = "Number=Plur" in tree.morph[i] or (tree.pos[i] == "NOUN" and tree.text[i].endswith("s"))
    bare = tree.case(i) == "" and tree.child(i, "cc") is None and tree.child(i, "cop") is None
    return i if plural and bare and tree.pos[i] in ("NOUN", "ADJ") and is_person(tree, i, words) else None
