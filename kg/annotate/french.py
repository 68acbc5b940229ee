"""The French models' labels in the Universal Dependencies that the rules speak."""

from __future__ import annotations

from kg.annotate.tree import Tree

RENAMED = {"ROOT": "root", "obl:mod": "obl", "aux:tense": "aux", "flat:foreign": "flat:name"}


def to_ud(tree: Tree) -> None:
    """Give the labels of a French model their common names, in place."""
    for i, dep in enumerate(tree.dep):
        tree.dep[i] = RENAMED.get(dep, dep)
