"""Finite verbs of English that the parser reads as qualifying their object: "bombings (that) targeted bus stations"."""

from __future__ import annotations

from kg.annotate.tree import NOMINAL, Tree

PAST = ("VBN", "VBD")


def mend_participles(tree: Tree) -> None:
    """Give a verb back its clause where a relative pronoun or a subject of its own stands before it."""
    for verb in range(1, len(tree) - 1):
        noun = tree.head[verb]
        if tree.dep[verb] != "amod" or tree.tag[verb] not in PAST or noun < verb:
            continue
        subject = tree.child(verb, "nsubj")
        before = next((k for k in range(verb - 1, -1, -1) if tree.pos[k] != "ADV"), verb)  # "that specifically targeted X"
        if tree.tag[before] == "WDT":
            make_relative(tree, before, verb, noun)
        elif subject is not None and tree.pos[subject] in NOMINAL:
            make_clause(tree, verb, noun)


def make_relative(tree: Tree, pronoun: int, verb: int, noun: int) -> None:
    """Hang the clause on the noun before its pronoun; the verb that had its object for a subject is the main one."""
    antecedent, main = pronoun - 1, tree.head[noun]
    if antecedent < 0 or tree.pos[antecedent] not in NOMINAL or tree.is_above(noun, antecedent):
        return
    if tree.dep[noun] == "nsubj" and tree.dep[main] == "acl:relcl" and tree.head[main] == antecedent:
        tree.stand_for(main, antecedent)
        tree.move(antecedent, main, "nsubj")
    tree.move(verb, antecedent, "acl:relcl")
    tree.move(pronoun, verb, "nsubj")
    tree.move(noun, verb, "obj")
    tree.set_features(verb, Aspect="", VerbForm="Fin")


def make_clause(tree: Tree, verb: int, noun: int) -> None:
    """Put the verb where its object stood, with the object below it."""
    tree.stand_for(verb, noun)
    tree.move(noun, verb, "obj")
    for child in list(tree.children[noun]):
        if tree.dep[child] in ("punct", "advmod", "aux", "mark"):
            tree.move(child, verb, tree.dep[child])
    tree.set_features(verb, Aspect="", VerbForm="Fin")
