"""Places in an English tree: what lies outside what, and what a place in front of a clause is called."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.signs import noun_end
from kg.annotate.tree import Tree
from kg.lang import language
from kg.model import NameSpan
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


def see_outside(tree: Tree) -> None:
    """Read a preposition behind a verb, taken for an adjective of its "object": "protested outside city hall"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        beside = dep == "amod" and tree.pos[i] == "ADP" and tree.text[i] in BESIDE
        if beside and tree.dep[noun] == "obj" and verb == i - 1 and tree.pos[verb] == "VERB":
            tree.dep[i], tree.dep[noun] = "case", "obl"


def raise_parts(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Make of a body's part the head, not of the body: "the Ministry of Defence's Main Directorate said …".

    The model hangs the part on the body: "the Ministry of [Defence's Main Directorate]".
    """
    for name in names:
        last = name.last - 1
        part = tree.head[last]
        body = tree.head[part]
        owned = name.label == "ORG" and tree.dep[last] == "nmod:poss" and last < part and tree.dep[part] == "nmod"
        if not owned or not name.first <= body < last or tree.case(part) != "of":
            continue
        case = tree.child(part, "case")
        if case is None or not body < case < last:
            continue
        tree.stand_for(part, body)
        tree.move(body, part, "nmod:poss")
        tree.move(last, body, "nmod")
        tree.move(case, last, "case")


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
