"""What a dependent is called for what it hangs on, once all that hangs elsewhere is mended."""

from __future__ import annotations

from kg.annotate.tree import Tree


def name_obliques(tree: Tree) -> None:
    """Make an oblique of a verb's "nominal modifier" behind a preposition: "munie de gaz", "Transportée à l'hôpital"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep == "nmod" and verb < i and tree.pos[verb] == "VERB" and tree.case(i) not in ("", "par"):
            tree.dep[i] = "obl"
