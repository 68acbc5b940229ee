"""Titles in the plural before the names of their holders, which the model takes for a part of the first name."""

from __future__ import annotations

from collections.abc import Container

from kg.annotate.tree import Tree


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
