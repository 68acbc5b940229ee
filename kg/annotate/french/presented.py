"""What "être que" says of what stands before it: "L'objectif est que …", "Le risque, c'est que …", "Ce que …"."""

from __future__ import annotations

from kg.annotate.french.signs import SUBJECTS
from kg.annotate.tree import Tree

THIS = frozenset({"c'", "c’"})
THAT = frozenset({"que", "qu'", "qu’"})
TO = frozenset({"de", "d'", "d’"})
SWALLOWED = ("aux:pass", "aux", "cop", "fixed")  # how the parser hangs the copula on the verb of the clause behind it


def mend_presented(tree: Tree) -> None:
    """Make the copula the main verb, what it says of the noun its clause: "L'objectif est que les otages soient libérés"."""
    for be, dep in enumerate(tree.dep[:-2]):
        if dep not in SWALLOWED or tree.lemma[be] != "être" or not be:
            continue
        this = be - 1 if tree.text[be - 1].lower() in THIS else None
        verb, mark = tree.head[be], be + 1
        if this is not None and verb == this:
            verb = tree.head[this]
        if verb < mark or tree.head[mark] != verb or tree.dep[mark] != "mark":
            continue
        told = tree.text[mark].lower()
        if told not in THAT and not (this is not None and told in TO):
            continue
        subject = next((c for c in sorted(tree.children[verb]) if c < be and c != this and _may_be_subject(tree, c)), None)
        if subject is not None:
            _raise_copula(tree, be, this, subject, verb)


def _may_be_subject(tree: Tree, i: int) -> bool:
    """Whether a word before the copula is the noun that this says something of, or "ce" before "que" and "qui"."""
    what = tree.lemma[i] == "ce" and "PronType=Rel" in tree.morph[i + 1]
    return (tree.pos[i] == "NOUN" or what) and tree.dep[i] in (*SUBJECTS, "obl") and tree.child(i, "case") is None


def _raise_copula(tree: Tree, be: int, this: int | None, subject: int, verb: int) -> None:
    """Put the copula where the verb stood, with all that stands before it."""
    before = [c for c in tree.children[verb] if c < be]
    tree.stand_for(be, verb)
    tree.pos[be] = "AUX"
    for child in before:
        tree.move(child, be, tree.dep[child])
    tree.move(subject, be, "nsubj")
    if this is not None:
        tree.move(this, be, "expl:subj")
    told = next((c for c in before if subject < c and tree.pos[c] == "VERB"), None)
    if told is not None:  # "Ce que je sais": the verb of the clause on the subject
        tree.move(told, subject, "acl:relcl")
        for child in [c for c in before if subject < c < told]:
            tree.move(child, told, tree.dep[child])
    tree.move(verb, be, "xcomp" if "VerbForm=Inf" in tree.morph[verb] else "ccomp")
