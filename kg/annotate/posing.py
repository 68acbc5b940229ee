"""What somebody is disguised, known or described as, which the parser took for the subject of the verb behind it."""

from __future__ import annotations

from collections.abc import Container

from kg.annotate.repairs import SUBJECTS, give_subject
from kg.annotate.tree import NOMINAL, Tree

NESTED = ("acl", "obl:agent", "nmod")


def mend_posing(tree: Tree, verbs: Container[str], capacity: str) -> None:
    """Give the main verb who does it: of "Gunmen posing as police killed X", "Un homme déguisé en …" no police did."""
    for mark in range(2, len(tree) - 2):
        verb = mark - 1
        if tree.lemma[mark] != capacity or tree.lemma[verb] not in verbs or tree.pos[verb] != "VERB":
            continue
        role = next((i for i in range(mark + 1, tree.end_of(mark)) if _begins(tree, i, mark + 1)), None)
        if role is None or any(tree.dep[c].startswith("aux:pass") for c in tree.children[verb]):
            continue
        main = tree.head[role]
        who = _holder(tree, verb, main)
        if who is None or not who < verb < role < main:
            continue
        above = tree.head[verb]
        if not tree.is_above(main, who):
            tree.stand_for(main, verb if tree.is_above(verb, who) else who)
        tree.move(role, verb, "obl")
        tree.move(mark, role, "case")
        tree.pos[mark], tree.morph[mark] = "ADP", ""
        give_subject(tree, main, who)
        tree.move(verb, above if _is_nested(tree, above, who) else who, "acl")
        for child in [c for c in (*tree.children[who], *tree.children[above], *tree.children[verb]) if c > main]:
            tree.move(child, main, tree.dep[child])


def _is_nested(tree: Tree, noun: int, outer: int) -> bool:
    """Whether a noun stands inside the phrase of another."""
    return noun != outer and tree.pos[noun] in NOMINAL and tree.is_above(outer, noun)


def _begins(tree: Tree, i: int, first: int) -> bool:
    """Whether a subject begins at word `first`, all of it."""
    return tree.dep[i] in SUBJECTS and tree.pos[i] in NOMINAL and i < tree.head[i] and min([i, *tree.children[i]]) == first


def _holder(tree: Tree, verb: int, main: int) -> int | None:
    """Who is so disguised or known: the noun of the participle, its subject or the main verb's other one."""
    above = tree.head[verb]
    if tree.dep[verb] in ("acl", "acl:relcl") and above < verb:
        while tree.dep[above] in NESTED and tree.head[above] < above:  # "The man kidnapped by gunmen posing as police"
            above = tree.head[above]
        root = tree.head[above] == above or tree.head[above] == main
        return above if root and tree.pos[above] in NOMINAL else None
    held = tree.head[verb] in (verb, main)
    return next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < verb), None) if held else None
