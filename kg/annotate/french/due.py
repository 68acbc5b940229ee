"""What "devant" before an infinitive says to be due: "le sommet devant se tenir à Varna"."""

from __future__ import annotations

from kg.annotate.french.attachment import agrees
from kg.annotate.french.signs import SUBJECTS, VERBAL, is_infinitive
from kg.annotate.tree import Tree

FORM, LEMMA = "devant", "devoir"


def see_due(tree: Tree) -> None:
    """Make a verb of the "preposition" before an infinitive: "le sommet devant se tenir", "dix avions devant voler"."""
    for i, text in enumerate(tree.text):
        if tree.pos[i] != "ADP" or text.lower() != FORM:
            continue
        done = tree.head[i] if tree.dep[i] == "mark" else tree.child(i, "xcomp")
        if done is None or not i < done or tree.pos[done] not in VERBAL or not _opens_infinitive(tree, i + 1):
            continue
        if tree.head[i] == done:
            tree.stand_for(i, done)
            tree.move(done, i, "xcomp")
        tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", LEMMA, "Tense=Pres|VerbForm=Part"
        first = tree.child(i, "amod")
        if first is not None and first == i - 1:  # "…, la première devant être livrée en mai"
            tree.pos[first], tree.dep[first], tree.dep[i] = "NOUN", "nsubj", "advcl"
            for article in [c for c in tree.children[i] if c < first and tree.dep[c] == "det"]:
                tree.move(article, first, "det")


def lower_due(tree: Tree) -> None:
    """Hang on the noun before a comma what is due to be done to it, not to the subject: "achète des avions, devant …"."""
    for i, lemma in enumerate(tree.lemma):
        verb = tree.head[i]
        if lemma != LEMMA or tree.text[i] != FORM or tree.dep[i] != "advcl" or not verb < i or tree.text[i - 1] != ",":
            continue
        done = tree.child(i, "xcomp")
        thing = next((c for c in tree.children[verb] if tree.dep[c] == "obj" and verb < c < i), None)
        subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS), None)
        if done is None or thing is None or subject is None or tree.child(done, "aux:pass") is None:
            continue
        if agrees(tree, done, thing) and not agrees(tree, done, subject):
            tree.move(i, thing, "acl")


def _opens_infinitive(tree: Tree, i: int) -> bool:
    """Whether an infinitive stands at word `i`, or behind its pronoun or adverb."""
    while i < len(tree) and tree.pos[i] in ("PRON", "ADV"):
        i += 1
    return i < len(tree) and is_infinitive(tree, i)
