"""What stands behind the colon of a French headline, apart from what stands before it."""

from __future__ import annotations

from kg.annotate.lemmas import Lemmas
from kg.annotate.signs import is_past_participle
from kg.annotate.tree import NOMINAL, Tree

TIED = ("acl", "amod", "appos", "nmod", "obl", "conj", "flat:name", "dep")


def part_headlines(tree: Tree, lemmas: Lemmas) -> None:
    """Let nothing behind a headline's colon qualify a noun before it: "Meurtre du juge Roux : Ivo Sand mis en examen"."""
    for colon, text in enumerate(tree.text):
        if text != ":" or tree.kind[colon] != "headline" or tree.first[colon]:
            continue
        first, end = tree.first_of(colon), tree.end_of(colon)
        top = next((k for k in range(first, colon) if tree.head[k] == k), None)
        if top is None or tree.pos[top] not in NOMINAL:
            continue
        for i in range(first, colon):
            if tree.head[i] > colon and tree.pos[i] in NOMINAL and tree.case(i):
                tree.move(i, top, "nmod")  # "Accident de car à Millas : le procès s'ouvre"
        subject = None
        for i in range(colon + 1, end):
            _see_participle(tree, i, lemmas)
            if tree.head[i] >= colon or tree.head[i] == top or tree.dep[i] not in TIED:
                continue
            if tree.pos[i] in NOMINAL:
                subject = i if subject is None else subject
                tree.move(i, top, "parataxis")
            elif subject is not None and is_past_participle(tree, i):
                tree.move(i, subject, "acl")


def _see_participle(tree: Tree, i: int, lemmas: Lemmas) -> None:
    """Make a participle of the bare "noun" behind a name: "Marc Vidal condamné"."""
    name = tree.head[i - 1] if tree.dep[i - 1] == "flat:name" else i - 1
    bare = not any(tree.dep[c] in ("det", "case") for c in tree.children[i])
    if tree.pos[i] == "NOUN" and tree.pos[i - 1] == "PROPN" and bare and lemmas.is_participle(tree.text[i]):
        tree.pos[i], tree.lemma[i] = "VERB", lemmas.lemma(tree.text[i], "VERB")
        tree.set_features(i, Tense="Past", VerbForm="Part")
        tree.move(i, name, "acl")
