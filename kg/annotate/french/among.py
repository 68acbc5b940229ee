"""Who is said to be one of some: "Parmi les morts était Ana Vidal", "Ana Vidal est parmi les blessés"."""

from __future__ import annotations

from kg.annotate.tree import Tree

AMONG, FOUND = "parmi", "figurer"


def mend_among(tree: Tree) -> None:
    """Make a verb of the "be" that says among whom somebody is, as "figure parmi" has one."""
    for case, text in enumerate(tree.text):
        if tree.dep[case] != "case" or text.lower() != AMONG:
            continue
        some = tree.head[case]
        one = some if tree.child(some, "cop") is not None else tree.head[some]
        be = tree.child(one, "cop")
        if be is None or tree.child(some, "det") is None or tree.pos[one] not in ("NOUN", "PROPN"):
            continue
        tree.stand_for(be, one)
        tree.pos[be], tree.lemma[be] = "VERB", FOUND
        if one == some:
            for child in [c for c in tree.children[some] if c < be or tree.dep[c] == "punct"]:
                tree.move(child, be, tree.dep[child])
            tree.move(some, be, "obl")
        else:
            for child in [c for c in tree.children[one] if c < be]:
                tree.move(child, be, tree.dep[child])
            tree.move(one, be, "nsubj")
