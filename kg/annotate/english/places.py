"""Places in an English tree: what lies outside what, and what a place in front of a clause is called."""

from __future__ import annotations

from kg.annotate.signs import noun_end
from kg.annotate.tree import Tree
from kg.lang import language
from kg.ontology import PLACES

BESIDE = ("outside", "inside", "near", "opposite")  # prepositions that are adjectives too


def mend_beside(tree: Tree) -> None:
    """Read a preposition between two places, taken for an adjective: "in Athens outside parliament"."""
    for i in range(2, len(tree)):
        town, above = i - 1, tree.head[i]
        noun = tree.head[above] if tree.dep[above] == "compound" else above
        taken = tree.dep[i] == "amod" and tree.text[i] in BESIDE and i < noun
        if not taken or tree.pos[town] != "PROPN" or tree.dep[town] != "compound" or tree.head[town] != noun:
            continue
        case = tree.child(noun, "case")
        if case is None or case > town:
            continue
        tree.stand_for(town, noun)
        for before in [c for c in tree.children[noun] if c < town]:
            tree.move(before, town, tree.dep[before])
        tree.move(i, noun, "case")
        tree.pos[i], tree.morph[i] = "ADP", ""


def mend_described_places(tree: Tree) -> None:
    """Free a subject from what the place before it is called: "In Mosul, Iraq's second city, three bombs exploded".

    An apposition would end with a comma before the verb.
    """
    nouns = language("en").nouns
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        if dep != "appos" or tree.dep[noun] not in ("nsubj", "nsubj:pass") or not noun < i < verb:
            continue
        known = nouns.get(tree.lemma[noun])
        if known is None or known.kind not in PLACES or tree.child(i, "conj") is not None:
            continue
        comma, end = min(tree.children[noun] + [noun]) - 1, noun_end(tree, i, verb)
        place = comma - 1
        if place < 1 or tree.text[comma] != "," or tree.text[end] == "," or tree.head[place] != verb:
            continue
        if tree.pos[place] == "PROPN" and tree.dep[place] == "obl" and tree.case(place):
            tree.move(i, verb, tree.dep[noun])
            tree.move(noun, place, "appos")


def mend_states(tree: Tree) -> None:
    """Hang on a town the state behind its comma that was joined to another noun: "men in Reno and Portland, Oregon met"."""
    match = language("en").gazetteer.match
    for i, dep in enumerate(tree.dep):
        town = i - 2
        if dep not in ("conj", "appos") or town < 0 or tree.pos[i] != "PROPN" or tree.text[i - 1] != ",":
            continue
        if tree.pos[town] != "PROPN" or tree.head[i] == town or tree.pos[tree.head[i]] == "PROPN" or tree.children[i]:
            continue
        hit = match([tree.text[i]]) if tree.dep[town] in ("conj", "nmod", "obl") else None
        if hit is not None and hit.certain and hit.entry.kind == "GeopoliticalEntity":
            tree.move(i, town, "appos")
