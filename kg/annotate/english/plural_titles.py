"""Nouns in the plural right before the names of those whom they are said of: "Officers X and Y", "rivals X and Y"."""

from __future__ import annotations

from collections.abc import Container

from kg.annotate.tree import Tree
from kg.lang import language


def see_plural_titles(tree: Tree, titles: Container[str]) -> None:
    """Make a common noun of a title in the plural before two names: "Officers Ana Vidal and Marek Dolan died"."""
    for i, text in enumerate(tree.text[:-1]):
        singular = text[:-1].lower()
        if tree.pos[i] != "PROPN" or not text.endswith("s") or not text.istitle() or singular not in titles:
            continue
        name = tree.child(i, "appos") or tree.head[i]
        beside = name > i and all(tree.pos[k] == "PROPN" for k in range(i + 1, name + 1))
        if not beside or not any(tree.dep[c] == "conj" and tree.pos[c] == "PROPN" for c in tree.children[name]):
            continue
        if tree.dep[name] == "appos" and tree.head[name] == i:
            tree.take_place(name, i, tree.dep[i])
        tree.move(i, name, "compound")
        tree.lemma[i], tree.tag[i], tree.pos[i], tree.morph[i] = singular, "NNS", "NOUN", "Number=Plur"


def raise_named(tree: Tree) -> None:
    """Put two names in the place of the bare noun that says what they are: "sued rivals Norvex and Kardo Motors"."""
    for name, dep in enumerate(tree.dep):
        noun = tree.head[name]
        if dep != "appos" or tree.pos[name] != "PROPN" or tree.tag[noun] != "NNS" or noun > name:
            continue
        beside = all(tree.pos[k] == "PROPN" for k in range(noun + 1, name + 1))
        own = [c for c in tree.children[noun] if tree.dep[c] in ("compound", "amod")]
        bare = all(tree.dep[c] not in ("det", "nmod:poss", "nummod") for c in tree.children[noun])
        row = any(tree.dep[c] == "conj" and tree.pos[c] == "PROPN" for c in tree.children[name])
        if beside and bare and row and tree.lemma[noun] in language("en").nouns:
            tree.take_place(name, noun, tree.dep[noun])
            tree.move(noun, name, "compound")
            for child in own:
                tree.move(child, noun, tree.dep[child])
