"""What somebody is far from, which they have not done or got."""

from __future__ import annotations

from kg.annotate.tree import Tree


def mend_unreached(tree: Tree) -> None:
    """Read "far from" as one word before a gerund or what is not known: "far from surrendering", "far from a deal"."""
    for case, text in enumerate(tree.text):
        i = case - 1
        if text != "from" or i < 0 or tree.text[i].lower() != "far" or tree.dep[case] not in ("case", "mark"):
            continue
        told = tree.head[case]
        gerund = tree.pos[told] == "VERB" and "VerbForm=Part" in tree.morph[told]
        article = tree.child(told, "det")
        if not gerund and (tree.pos[told] != "NOUN" or (article is not None and "Definite=Ind" not in tree.morph[article])):
            continue
        if tree.head[told] == i:
            tree.stand_for(told, i, "advcl" if gerund else "obl")
        elif gerund:
            tree.dep[told] = "advcl"
        tree.move(i, told, "mark" if gerund else "case")
        tree.move(case, i, "fixed")
