"""Rows of common nouns before a plural verb, whose parts the parser took for an opener or for who the first is."""

from __future__ import annotations

from kg.annotate.french.coordination import closes_list
from kg.annotate.french.signs import SUBJECTS, is_plural, noun_start, phrase_start
from kg.annotate.parsing import Parsing
from kg.annotate.tree import NOMINAL, Tree

LOOSE = ("advcl", "obl", "obl:arg", "nmod", "dep", "dislocated", "obj")  # what an opener was taken for


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
        comma = phrase_start(tree, row[0]) - 1
        beside = [tree.head[row[0]], *tree.children[tree.head[row[0]]]]
        before = next((c for c in beside if c < comma and tree.is_above(c, comma - 1)), None) if comma > 0 else None
        if before is None or tree.text[comma] != "," or not _is_told(tree, before) or tree.case(before):
            return row
        if tree.lemma[before] in parsing.temporal:
            return row  # "La nuit de samedi, un homme et sa femme ont fui"
        row.insert(0, before)


def _is_told(tree: Tree, i: int) -> bool:
    """Whether a noun has its own article or number."""
    return tree.pos[i] == "NOUN" and _has_article(tree, i)


def _has_article(tree: Tree, i: int) -> bool:
    """Whether a noun or a name, as of a state, has its own article or number."""
    return any(tree.dep[c] in ("det", "nummod") and c < i for c in tree.children[i])


def _is_subject(tree: Tree, row: list[int], verb: int) -> bool:
    """Whether the first noun is the subject of a plural verb behind the row, or the opener of a sentence with it."""
    if tree.pos[verb] != "VERB" or not row[-1] < verb or not is_plural(tree, verb):
        return False
    first = row[0]
    opens = tree.dep[first] in LOOSE and tree.first[phrase_start(tree, first)] and tree.head[row[-1]] == verb
    return tree.dep[first] in SUBJECTS or opens


def _reaches(tree: Tree, i: int, verb: int) -> bool:
    """Whether the row goes on to its verb without a comma behind its last member."""
    last = max(c for c in tree.children[i] if tree.dep[c] == "conj")
    return last < verb and "," not in tree.text[last:verb]


def join_rows_before_subjects(tree: Tree, parsing: Parsing) -> None:
    """Give a verb the whole row of which the parser saw its last alone: "48 civils, 21 soldats et 6 policiers ont fui".

    So with names of states: "X a voté contre, et la Chine et le Niger se sont abstenus".

    What stands before that row then is no part of it: "Trois soldats ont été tués, et 48 civils, …".
    """
    for last, dep in enumerate(tree.dep):
        if (
            dep not in SUBJECTS
            or tree.pos[last] not in NOMINAL
            or not last < tree.head[last]
            or not _has_article(tree, last)
        ):
            continue
        cc, verb = noun_start(tree, last) - 1, tree.head[last]
        if cc < 1 or tree.pos[cc] != "CCONJ" or tree.text[cc - 1] == "," or not is_plural(tree, verb):
            continue
        row = _joined_row(tree, cc, verb, parsing)
        if not row:
            continue
        first = row[0]
        if tree.is_above(first, verb):
            tree.stand_for(verb, first)
        tree.move(first, verb, dep)
        for other in [*row[1:], last]:
            tree.move(other, first, "conj")
        tree.move(cc, last, "cc")


def _joined_row(tree: Tree, cc: int, verb: int, parsing: Parsing) -> list[int]:
    """The counted nouns before a conjunction that hang beside a verb, or are the "sentence" that it was joined to."""
    row: list[int] = []
    end = cc
    while end > 1:
        noun = next((k for k in range(end - 1, tree.first_of(end - 1), -1) if tree.pos[k] in NOMINAL), None)
        if noun is None or not _has_article(tree, noun) or tree.case(noun) or tree.lemma[noun] in parsing.temporal:
            return row
        beside = tree.head[noun] in (noun, verb, tree.head[verb]) or tree.dep[tree.head[noun]] == "root"
        if not beside or tree.dep[noun] not in ("conj", "root") or not tree.is_above(noun, end - 1):
            return row
        row.insert(0, noun)
        begin = min(c for c in (noun, *tree.children[noun]) if tree.dep[c] in ("det", "nummod") or c == noun)
        if tree.first[begin] or tree.text[begin - 1] != ",":
            return row
        end = begin - 1
    return row


def raise_partners(tree: Tree) -> None:
    """Join to a singular subject of a plural verb what was joined to its name or complement.

    So "l'économiste Ana Roca et ses amis ont parlé", "le chef du parti et sa femme ont été arrêtés".
    """
    for subject, dep in enumerate(tree.dep):
        verb = tree.head[subject]
        if dep not in SUBJECTS or tree.pos[subject] != "NOUN" or verb < subject or "Number=Sing" not in tree.morph[subject]:
            continue
        if tree.child(subject, "conj") is not None or not is_plural(tree, verb):
            continue
        below = (k for k in range(verb - 1, subject, -1) if tree.dep[k] == "conj" and tree.is_above(subject, k))
        partner = next(below, None)
        if partner is None or tree.pos[partner] not in ("NOUN", "PROPN") or tree.case(partner):
            continue
        beside = tree.head[partner]
        if tree.head[beside] != subject or tree.case(beside) not in ("", "de"):
            continue
        if tree.child(partner, "det") is not None and tree.child(partner, "cc") is not None:
            tree.move(partner, subject, "conj")
