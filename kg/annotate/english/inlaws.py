"""Kin by marriage, which the model reads as five words: "brother-in-law"."""

from __future__ import annotations

from kg.annotate.tree import Tree

IN_LAW = ("-", "in", "-", "law")


def raise_from_in_laws(tree: Tree) -> None:
    """Hang on the kin what the model hung on the law: "Her son-in-law Marek Dolan was arrested"."""
    for law, text in enumerate(tree.text):
        kin = law - len(IN_LAW)
        if text != "law" or kin < 0 or tuple(tree.text[kin + 1 : law + 1]) != IN_LAW:
            continue
        for child in [c for c in tree.children[law] if c > law]:
            tree.move(child, kin, tree.dep[child])
