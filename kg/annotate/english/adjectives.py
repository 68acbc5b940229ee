"""English adjectives that the parser took for nouns."""

from __future__ import annotations

from kg.annotate.tree import Tree


def lower_adjectives(tree: Tree) -> None:
    """Make an adjective of the head of a phrase that a name ends: "seized by the paramilitary Norvian Front"."""
    for name, dep in enumerate(tree.dep):
        head = tree.head[name]
        if dep != "appos" or tree.pos[name] != "PROPN" or tree.pos[head] != "ADJ" or head > name:
            continue
        if all(tree.pos[k] == "PROPN" and tree.text[k][0].isupper() for k in range(head + 1, name)):
            tree.take_place(name, head, tree.dep[head])
            tree.move(head, name, "amod")
