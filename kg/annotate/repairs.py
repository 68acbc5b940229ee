"""Repairs of a tree that no language stands in the way of."""

from __future__ import annotations

from kg.annotate.tree import NOMINAL, Tree

SUBJECTS = ("nsubj", "nsubj:pass")


def mend_subjects(tree: Tree) -> None:
    """Make a second subject an apposition of the first: "Le président, Jean Dolan, a annoncé"."""
    for i in range(len(tree)):
        subjects = [c for c in tree.children[i] if tree.dep[c] in SUBJECTS and c < i]
        if len(subjects) == 2:
            first, second = sorted(subjects)
            if is_apposition(tree, first, second):
                tree.move(second, first, "appos")


def free_marks(tree: Tree) -> None:
    """Let nothing hang from a punctuation mark."""
    for i, head in enumerate(tree.head):
        if head != i and tree.pos[head] == "PUNCT":
            above = tree.head[head]
            if above != head:
                nominal = tree.pos[i] in NOMINAL and tree.pos[above] in NOMINAL
                dep = tree.dep[i] if tree.dep[i] != "fixed" else "appos" if nominal else "dep"
                tree.move(i, above, dep)


def is_apposition(tree: Tree, first: int, second: int) -> bool:
    """Whether the noun phrase `second` follows `first` after a comma, or is a name right after it."""
    if tree.pos[first] not in ("NOUN", "PROPN") or tree.pos[second] not in ("NOUN", "PROPN"):
        return False
    start = min([second, *tree.children[second]])
    if tree.text[start - 1] == ",":
        return True
    return tree.pos[second] == "PROPN" and tree.pos[start - 1] in NOMINAL and tree.is_above(first, start - 1)
