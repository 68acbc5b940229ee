"""Rows of common nouns before a plural verb, whose parts the parser took for an opener or for who the first is."""

from __future__ import annotations

from kg.annotate.french.coordination import closes_list
from kg.annotate.french.signs import SUBJECTS, is_plural
from kg.annotate.parsing import Parsing
from kg.annotate.tree import Tree

LOOSE = ("obl", "obl:arg", "nmod", "dep", "dislocated", "obj")  # what an opener was taken for


def join_rows_of_nouns(tree: Tree, parsing: Parsing) -> None:
    """Make one subject of three and more: "Les élèves, les professeurs et un chauffeur ont été enlevés".

    With a comma before the verb the others say who the first are: "Les suspects, un homme et une femme, ont fui".
    """
    for i, dep in enumerate(tree.dep):
        if dep not in ("appos", *SUBJECTS) or not _is_told(tree, i) or not closes_list(tree, i):
            continue
        row = _row_before(tree, i, parsing)
        first = row[0]
        verb = tree.head[first]
        if len(row) < 2 or not _is_subject(tree, row, verb) or not _reaches(tree, i, verb):
            continue
        if tree.dep[first] not in SUBJECTS:
            tree.move(first, verb, dep)
        for later in [c for c in tree.children[i] if tree.dep[c] == "conj"]:
            tree.move(later, first, "conj")
        for other in row[1:]:
            tree.move(other, first, "conj")


def _row_before(tree: Tree, i: int, parsing: Parsing) -> list[int]:
    """The nouns that only commas part from the one before the conjunction, and that one: each told with its article."""
    row = [i]
    while True:
        comma = _begin(tree, row[0]) - 1
        beside = [tree.head[row[0]], *tree.children[tree.head[row[0]]]]
        before = next((c for c in beside if c < comma and tree.is_above(c, comma - 1)), None) if comma > 0 else None
        if before is None or tree.text[comma] != "," or not _is_told(tree, before) or tree.case(before):
            return row
        if tree.lemma[before] in parsing.temporal:
            return row  # "La nuit de samedi, un homme et sa femme ont fui"
        row.insert(0, before)


def _begin(tree: Tree, i: int) -> int:
    """Where the phrase of a noun begins."""
    return min([i, *(c for c in tree.children[i] if tree.dep[c] != "punct")])


def _is_told(tree: Tree, i: int) -> bool:
    """Whether a noun has its own article or number."""
    return tree.pos[i] == "NOUN" and any(tree.dep[c] in ("det", "nummod") and c < i for c in tree.children[i])


def _is_subject(tree: Tree, row: list[int], verb: int) -> bool:
    """Whether the first noun is the subject of a plural verb behind the row, or the opener of a sentence with it."""
    if tree.pos[verb] != "VERB" or not row[-1] < verb or not is_plural(tree, verb):
        return False
    first = row[0]
    opens = tree.dep[first] in LOOSE and tree.first[_begin(tree, first)] and tree.head[row[-1]] == verb
    return tree.dep[first] in SUBJECTS or opens


def _reaches(tree: Tree, i: int, verb: int) -> bool:
    """Whether the row goes on to its verb without a comma behind its last member."""
    last = max(c for c in tree.children[i] if tree.dep[c] == "conj")
    return last < verb and "," not in tree.text[last:verb]
