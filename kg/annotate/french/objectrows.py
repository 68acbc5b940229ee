"""Rows of French objects: what goes on behind a comma or behind the conjunction "ni"."""

from __future__ import annotations

from kg.annotate.french.signs import noun_start
from kg.annotate.tree import Tree
from kg.lang import language

NOR = "ni"


def mend_object_rows(tree: Tree) -> None:
    """Hang on the object what a row goes on with, not on its verb: "a dévoilé un iPhone, une montre et un service"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if (
            dep not in ("conj", "obl")
            or tree.pos[i] != "NOUN"
            or tree.pos[verb] != "VERB"
            or tree.child(i, "case") is not None
        ):
            continue
        start, goods = noun_start(tree, i), tree.child(verb, "obj")
        if goods is None or not verb < goods < start < i or tree.text[start - 1] != ",":
            continue
        last = next((c for c in (*tree.children[i], *tree.children[verb]) if c > i and _is_last(tree, c)), None)
        if last is not None and not any(tree.pos[k] in ("VERB", "AUX") for k in range(goods, last)):
            tree.move(i, goods, "conj")
            tree.move(last, goods, "conj")


def mend_neithers(tree: Tree) -> None:
    """Make one object of nouns behind "ni" that were joined to their verb: "n'a fait ni mort ni blessé"."""
    for cc, word in enumerate(tree.text):
        noun = tree.head[cc]
        verb = tree.head[noun]
        if word != NOR or tree.dep[cc] != "cc" or tree.pos[verb] != "VERB" or not verb < cc < noun:
            continue
        first = tree.child(verb, "obj")
        if tree.pos[noun] == "NOUN" and tree.dep[noun] == "conj" and not tree.case(noun):
            tree.dep[noun] = "obj"
            if first is not None and first > noun:
                tree.move(first, noun, "conj")
        elif first is not None and first < cc and _is_nor(tree, first) and tree.text[noun] in language("fr").nouns:
            tree.pos[noun], tree.lemma[noun] = "NOUN", tree.text[noun]
            tree.morph[noun] = "Gender=Masc|Number=Sing"
            tree.move(noun, first, "conj")


def _is_nor(tree: Tree, noun: int) -> bool:
    """Whether a noun stands behind "ni"."""
    cc = tree.child(noun, "cc")
    return cc is not None and tree.text[cc] == NOR


def _is_last(tree: Tree, i: int) -> bool:
    """Whether a noun ends a row: a conjunction joins it to what is before."""
    return tree.dep[i] == "conj" and tree.pos[i] in ("NOUN", "PROPN") and tree.child(i, "cc") is not None
