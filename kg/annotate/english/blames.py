"""Who is blamed, and who denies it: "blamed the attack on the army", "pleaded not guilty to murder"."""

from __future__ import annotations

from kg.annotate.parsing import load_parsing
from kg.annotate.tree import Tree
from kg.lang import language


def mend_blames(tree: Tree) -> None:
    """Hang "on X" under the verb that lays a deed on X: of "blamed the attack on the army" it was no attack on it."""
    blaming = load_parsing("en").blaming
    for deed, dep in enumerate(tree.dep):
        verb = tree.head[deed]
        if dep != "obj" or tree.lemma[verb] not in blaming or tree.pos[verb] != "VERB" or deed < verb:
            continue
        if any(tree.case(c) in ("on", "for") for c in tree.children[verb]):
            continue
        blamed = max((c for c in tree.children[deed] if c > deed and tree.case(c) == "on"), default=None)
        if blamed is not None:
            tree.move(blamed, verb, "obl")


def mend_pleas(tree: Tree) -> None:
    """Read what a plea of not guilty means: who "pleaded not guilty to murder" denies it."""
    for verb, lemma in enumerate(tree.lemma):
        denial = load_parsing("en").pleas.get(lemma)
        guilty = tree.child(verb, "xcomp") if denial is not None and tree.pos[verb] == "VERB" else None
        if denial is None or guilty is None or tree.pos[guilty] != "ADJ":
            continue
        if not any(tree.morph[c] == "Polarity=Neg" for c in tree.children[guilty]):
            continue
        tree.lemma[verb] = denial
        for charge in [c for c in tree.children[guilty] if tree.case(c) == "to" or tree.child(c, "mark") is not None]:
            tree.move(charge, verb, "xcomp" if tree.pos[charge] == "VERB" else "obj")
        tree.dep[guilty] = "fixed"


def free_doubtful_accusers(tree: Tree) -> None:
    """Take from an accusation whoever may be accused instead: "allegations of torture by police", "… by victims"."""
    nouns = language("en").frames.nouns
    for i, lemma in enumerate(tree.lemma):
        if tree.pos[i] != "NOUN" or not any(frame.kind == "Accusation" for _, frame in nouns.get(lemma, ())):
            continue
        told = [c for c in tree.children[i] if tree.case(c) == "of" and tree.lemma[c] in nouns]
        for by in [c for c in tree.children[i] if told and c > told[0] and tree.case(c) == "by"]:
            tree.dep[by] = "dep"
