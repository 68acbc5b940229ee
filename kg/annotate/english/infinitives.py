"""Infinitives of an English tree: under the noun whose aim they tell."""

from __future__ import annotations

from kg.annotate.tree import Tree
from kg.lang import language

BESIDE = ("obl", "obj")


def join_aims(tree: Tree) -> None:
    """Hang an infinitive right behind a noun that it tells the aim of on it: "the role X has in the bid to free Y"."""
    undertakings = language("en").grammar.undertakings
    for verb, dep in enumerate(tree.dep):
        mark = tree.child(verb, "mark") if dep in ("advcl", "xcomp") else None
        if mark is None or mark == 0 or tree.text[mark] != "to":
            continue
        noun = mark - 1
        if tree.lemma[noun] in undertakings and tree.head[noun] == tree.head[verb] and tree.dep[noun] in BESIDE:
            tree.move(verb, noun, "acl")
