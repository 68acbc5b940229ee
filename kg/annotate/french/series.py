"""Participles in a row behind one auxiliary: "ont pris la ville, tué dix soldats et incendié le marché"."""

from __future__ import annotations

from kg.annotate.french.partitives import make_partitive
from kg.annotate.french.signs import SUBJECTS, VERBAL
from kg.annotate.parsing import Parsing
from kg.annotate.signs import is_past_participle
from kg.annotate.tree import NOMINAL, Tree

NEAR = 4  # words from a participle to the number that opens its object: "tué plus de 40", "au moins vingt"
SOME = ("des", "du")
JOINED = ("acl", "amod", "conj", "advcl", "nmod", "dep")  # how such a participle hangs on what stands before it


def join_series(tree: Tree, parsing: Parsing) -> None:
    """Join to the perfect before it each participle of a row that "et" closes, and give it the object behind it."""
    for cc, lemma in enumerate(tree.lemma):
        if lemma != "et" or tree.pos[cc] != "CCONJ" or cc + 2 >= len(tree) or tree.first[cc]:
            continue
        if not _goes_on(tree, cc + 1, parsing):
            continue
        row = [cc + 1]
        verb = _perfect_before(tree, cc, row, parsing)
        if verb is None:
            continue
        for participle in row:
            _join(tree, participle, verb, parsing)


def join_sharing(tree: Tree) -> None:
    """Join to the perfect before them participles that share an object: "ont tué, blessé ou pris dix hommes"."""
    for cc in range(3, len(tree) - 1):
        first, middle, last = cc - 3, cc - 1, cc + 1
        if tree.pos[cc] != "CCONJ" or tree.text[cc - 2] != "," or tree.first_of(cc) > first or tree.head[middle] != first:
            continue
        auxiliary = tree.child(first, "aux")
        perfect = auxiliary is not None and tree.lemma[auxiliary] == "avoir" and tree.child(first, "aux:pass") is None
        bare = all(
            tree.pos[k] == "VERB" and is_past_participle(tree, k) and tree.child(k, "aux") is None for k in (middle, last)
        )
        taken = next((c for c in tree.children[last] if tree.dep[c] == "obj" and c > last), None)
        if not perfect or not bare or taken is None or tree.head[last] not in (first, middle):
            continue
        if tree.child(first, "obj") is not None:
            continue
        tree.move(middle, first, "conj")
        tree.move(last, first, "conj")
        if tree.case(taken):
            make_partitive(tree, taken)


def _perfect_before(tree: Tree, cc: int, row: list[int], parsing: Parsing) -> int | None:
    """The verb with "avoir" that a row goes on; fills in the members of the row that stand between.

    Between them nothing else is told: no other verb but a participle right behind its noun.
    """
    for k in range(cc - 1, tree.first_of(cc), -1):
        if tree.text[k] in (";", ":", "»", "«") or "PronType=Rel" in tree.morph[k]:
            return None
        if tree.pos[k] not in VERBAL:
            continue
        auxiliary = tree.child(k, "aux")
        if auxiliary is not None:
            perfect = tree.lemma[auxiliary] == "avoir" and tree.child(k, "aux:pass") is None and is_past_participle(tree, k)
            return k if perfect and all(tree.is_above(tree.head[k], p) for p in row) else None
        if tree.text[k - 1] == "," and _goes_on(tree, k, parsing):
            row.append(k)
        elif not (is_past_participle(tree, k) and tree.dep[k] in ("acl", "amod") and tree.pos[k - 1] in (*NOMINAL, "ADJ")):
            return None
    return None


def _goes_on(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether a word is a participle without auxiliary or subject of its own, with an object right behind it."""
    if tree.pos[i] != "VERB" or not is_past_participle(tree, i) or tree.dep[i] not in JOINED:
        return False
    if "Number=Plur" in tree.morph[i] or "Gender=Fem" in tree.morph[i]:
        return False
    own = [c for c in tree.children[i] if c < i and tree.dep[c] not in ("punct", "cc")]
    return (
        not own
        and not any(tree.dep[c].startswith("aux") for c in tree.children[i])
        and _object(tree, i, parsing) is not None
    )


def _object(tree: Tree, participle: int, parsing: Parsing) -> int | None:
    """The noun, or the number that stands for one, whose phrase begins right behind a participle; no time or measure."""
    first, end = participle + 1, tree.end_of(participle)
    if first >= end:
        return None
    if tree.pos[first] == "DET" or (tree.text[first] in SOME and tree.dep[first] == "case"):
        noun = tree.head[first]
    elif tree.pos[first] in ("NUM", "ADV", "ADP"):
        number = next((k for k in range(first, min(first + NEAR, end)) if tree.pos[k] == "NUM"), None)
        if number is None:
            return None
        noun = tree.head[number] if tree.dep[number] == "nummod" else number
    else:
        return None
    if noun <= first - (tree.pos[first] == "NUM") or tree.pos[noun] not in ("NOUN", "NUM", "PROPN"):
        return None
    unfit = tree.temporal[noun] or any(
        tree.lemma[noun] in words for words in (parsing.temporal, parsing.spans, parsing.measures)
    )
    case = tree.child(noun, "case")
    return None if unfit or (case is not None and case != first) else noun


def _join(tree: Tree, participle: int, verb: int, parsing: Parsing) -> None:
    """Join a participle to the perfect that it goes on, with its object."""
    noun = _object(tree, participle, parsing)
    tree.move(participle, verb, "conj")
    tree.set_features(participle, Voice="")
    if noun is None or tree.head[participle] != verb:
        return
    if tree.child(noun, "case") is not None and not make_partitive(tree, noun):
        return
    for child in [c for c in tree.children[participle] if tree.dep[c] in (*SUBJECTS, "obj") and c != noun]:
        tree.dep[child] = "obl"
    tree.move(noun, participle, "obj")
