"""Rows of French objects: what goes on behind a comma or behind the conjunction "ni"."""

from __future__ import annotations

from kg.annotate.french.signs import SUBJECTS, VERBAL, noun_start
from kg.annotate.parsing import Parsing
from kg.annotate.signs import is_past_participle
from kg.annotate.tree import Tree
from kg.lang import language

NOR = "ni"


def mend_object_rows(tree: Tree) -> None:
    """Hang on the object what a row goes on with, not on its verb: "a dévoilé un iPhone, une montre et un service"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if (
            dep not in ("conj", "obl")
            or tree.pos[i] != "NOUN"
            or tree.pos[verb] != "VERB"
            or tree.child(i, "case") is not None
        ):
            continue
        start, goods = noun_start(tree, i), tree.child(verb, "obj")
        if goods is None or not verb < goods < start < i or tree.text[start - 1] != ",":
            continue
        last = next((c for c in (*tree.children[i], *tree.children[verb]) if c > i and _is_last(tree, c)), None)
        if last is not None and not any(tree.pos[k] in ("VERB", "AUX") for k in range(goods, last)):
            tree.move(i, goods, "conj")
            tree.move(last, goods, "conj")


def close_object_rows(tree: Tree, parsing: Parsing) -> None:
    """Join to the object the nouns that commas and one conjunction count up, wherever the parser hung them.

    "Prévoit leur retour dans la vie civile, le retrait des armes et l'aide aux victimes": only the last has an "et".
    """
    for cc, pos in enumerate(tree.pos):
        last = tree.head[cc]
        if pos != "CCONJ" or tree.dep[cc] != "cc" or tree.text[cc - 1] == "," or not _is_member(tree, last, cc + 1, parsing):
            continue
        first = _object_before(tree, cc)
        if first is None:
            continue
        row = _row_behind(tree, first, cc, parsing)
        described = row and tree.dep[row[0]] == "appos"  # "a deux enfants, un garçon et une fille"
        if row and not (described and not ("Number=Sing" in tree.morph[first] and _is_definite(tree, first))):
            for noun in (*row, last):
                tree.move(noun, first, "conj")


def _object_before(tree: Tree, cc: int) -> int | None:
    """The object right behind the verb, from which only nouns with their participles lead to the conjunction at `cc`."""
    for verb in range(cc - 1, tree.first_of(cc) - 1, -1):
        if tree.pos[verb] not in VERBAL:
            continue
        first = tree.child(verb, "obj")
        if first is not None and verb < first < cc:
            told = tree.pos[first] == "NOUN" and tree.text[verb:first].count(",") in (0, 2)
            return first if told else None
        if tree.dep[verb] != "acl" or not is_past_participle(tree, verb):
            return None
    return None


def _is_definite(tree: Tree, noun: int) -> bool:
    """Whether a noun has a definite article."""
    return any(tree.dep[c] == "det" and "Definite=Def" in tree.morph[c] for c in tree.children[noun])


def _row_behind(tree: Tree, first: int, end: int, parsing: Parsing) -> list[int]:
    """The nouns that begin behind each comma between the first of a row and its conjunction; none if one does not."""
    row: list[int] = []
    for comma in range(first + 1, end):
        if tree.text[comma] == ",":
            noun = tree.head[comma + 1]
            if not _is_member(tree, noun, comma + 1, parsing):
                return []
            row.append(noun)
        elif tree.pos[comma] in ("PUNCT", "CCONJ", "SCONJ"):
            return []
    return row


def _is_member(tree: Tree, noun: int, start: int, parsing: Parsing) -> bool:
    """Whether a noun with its article begins at `start`, told neither of a verb behind nor of when."""
    if tree.pos[noun] != "NOUN" or noun_start(tree, noun) != start or tree.pos[start] != "DET" or tree.case(noun):
        return False
    return tree.dep[noun] not in SUBJECTS and tree.lemma[noun] not in parsing.temporal


def mend_neithers(tree: Tree) -> None:
    """Make one object of nouns behind "ni" that were joined to their verb: "n'a fait ni mort ni blessé"."""
    for cc, word in enumerate(tree.text):
        noun = tree.head[cc]
        verb = tree.head[noun]
        if word != NOR or tree.dep[cc] != "cc" or tree.pos[verb] != "VERB" or not verb < cc < noun:
            continue
        first = tree.child(verb, "obj")
        if tree.pos[noun] == "NOUN" and tree.dep[noun] == "conj" and not tree.case(noun):
            tree.dep[noun] = "obj"
            if first is not None and first > noun:
                tree.move(first, noun, "conj")
        elif first is not None and first < cc and _is_nor(tree, first) and tree.text[noun] in language("fr").nouns:
            tree.pos[noun], tree.lemma[noun] = "NOUN", tree.text[noun]
            tree.morph[noun] = "Gender=Masc|Number=Sing"
            tree.move(noun, first, "conj")


def _is_nor(tree: Tree, noun: int) -> bool:
    """Whether a noun stands behind "ni"."""
    cc = tree.child(noun, "cc")
    return cc is not None and tree.text[cc] == NOR


def _is_last(tree: Tree, i: int) -> bool:
    """Whether a noun ends a row: a conjunction joins it to what is before."""
    return tree.dep[i] == "conj" and tree.pos[i] in ("NOUN", "PROPN") and tree.child(i, "cc") is not None
