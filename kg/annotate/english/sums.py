"""Figures in an English tree that the model joins: by how much something moves, or from what, and what it comes to."""

from __future__ import annotations

from kg.annotate.tree import Tree

BEFORE = frozenset({"by", "from"})
PLACED = frozenset({"in", "at", "on"})
SIGNS = frozenset({"$", "£", "€", "¥", "US$"})


def part_moves(tree: Tree) -> None:
    """Part what something moves by or from and what it comes to: "cut by $200 to $399", "from 3 to 5 percent"."""
    for i, dep in enumerate(tree.dep):
        upper = tree.head[i]
        if dep != "advmod" or tree.text[i] != "to" or upper < i or tree.tag[upper] != "CD":
            continue
        top, lower = tree.head[upper] if tree.dep[upper] == "nummod" else upper, i - 1
        case = tree.child(top, "case")
        if tree.tag[lower] != "CD" or tree.head[lower] != upper:
            continue
        sign = lower - 1 if tree.text[lower - 1] in SIGNS else None
        if case is None and sign is not None and tree.head[top] == sign - 1:  # "fell $3 to $45"
            case = sign
        elif case is None or tree.text[case] not in BEFORE or (tree.text[case] == "by" and sign is None):
            continue  # "by 3 to 5 percent"
        tree.move(lower, tree.head[top], tree.dep[top])
        for k in range(case, lower):
            tree.move(k, lower, tree.dep[k])
        tree.move(i, top, "case")
        tree.pos[i] = "ADP"


def free_places(tree: Tree) -> None:
    """Hang on its verb the place that the parser hung on a sum: "fell to $45 in Paris"."""
    for i, dep in enumerate(tree.dep):
        figure = tree.head[i]
        if dep != "nmod" or tree.tag[figure] != "CD" or i < figure or tree.pos[i] != "PROPN":
            continue
        verb = tree.head[figure]
        if tree.pos[verb] == "VERB" and tree.dep[figure] in ("obl", "obj") and tree.case(i) in PLACED:
            tree.move(i, verb, "obl")
