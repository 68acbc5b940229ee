"""Infinitives of a French tree: under the noun or verb that they belong to, without those who are only asked."""

from __future__ import annotations

from kg.annotate.french.signs import is_infinitive
from kg.annotate.tree import Tree
from kg.lang import language


def join_aims(tree: Tree) -> None:
    """Hang an infinitive with "pour" right behind somebody's effort on that: "soutient X dans sa lutte pour vaincre Y"."""
    undertakings = language("fr").grammar.undertakings
    for i, dep in enumerate(tree.dep):
        mark = tree.child(i, "mark") if dep == "advcl" and is_infinitive(tree, i) else None
        if not mark or tree.lemma[mark] != "pour" or tree.lemma[noun := mark - 1] not in undertakings:
            continue
        owned = any("Poss=Yes" in tree.morph[c] for c in tree.children[noun])
        if owned and tree.head[noun] == tree.head[i] and tree.dep[noun].startswith("obl"):
            tree.move(i, noun, "acl")


def free_from_relatives(tree: Tree) -> None:
    """Join an infinitive to the one above a clause about somebody: "féliciter ceux qui ont libéré X et remercier Y"."""
    for i, dep in enumerate(tree.dep):
        first = tree.head[i]
        if dep != "conj" or tree.dep[first] != "acl:relcl" or not is_infinitive(tree, i):
            continue
        inside = (first, *tree.children[first], *(k for c in tree.children[first] for k in tree.children[c]))
        outer = tree.head[tree.head[first]]
        alone = tree.child(i, "mark") is None and not any(is_infinitive(tree, k) for k in inside if k < i)
        if alone and is_infinitive(tree, outer) and outer < first:
            tree.move(i, outer, "conj")


def free_asked(tree: Tree) -> None:
    """Hang whom somebody asks on the verb, not as subject of the infinitive: "a supplié le juge d'être libéré"."""
    for mark, lemma in enumerate(tree.lemma):
        if lemma != "de" or tree.dep[mark] != "mark":
            continue
        i = tree.head[mark]
        verb = tree.head[i]
        asked = next((c for c in tree.children[i] if tree.dep[c].startswith("nsubj")), None)
        if asked is None or tree.child(i, "mark") != mark or not verb < asked < mark:
            continue
        words = (i, *(c for c in tree.children[i] if tree.dep[c].startswith("aux")))
        free = tree.pos[verb] == "VERB" and tree.child(verb, "obj") is None and tree.pos[asked] != "PRON"
        if free and any(is_infinitive(tree, k) for k in words):
            tree.move(asked, verb, "obj")
            tree.move(i, verb, "xcomp")
