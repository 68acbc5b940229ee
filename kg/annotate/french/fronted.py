"""The subject behind the phrase that opens a French sentence: "Selon la police, deux hommes et une femme ont fui"."""

from __future__ import annotations

from kg.annotate.french.signs import SUBJECTS, VERBAL, is_plural
from kg.annotate.repairs import subject_label
from kg.annotate.tree import NOMINAL, Tree

JOINING = ("et", "ou")
MEASURING = ("près", "jusque", "entre")  # "Près de cent policiers, vingt pompiers et …" opens with the subject
CLITICS = ("PRON", "ADV")
NOUN_PHRASE = frozenset({"NOUN", "PROPN", "DET", "NUM", "ADJ", "ADP", "CCONJ", "PUNCT", "ADV", "VERB"})


def mend_subjects_behind_openers(tree: Tree) -> None:
    """Give a verb the row of bare nouns between the phrase that opens its sentence and itself for its subject.

    The parser hangs one of them under the phrase, or takes that for the subject: "Après l'attentat, Paris et Berlin ont …".
    """
    for start, opens in enumerate(tree.first):
        if not opens or not _is_preposition(tree, start):
            continue
        end = tree.end_of(start)
        comma = next((k for k in range(start, end) if tree.text[k] == ","), end)
        finite = next((k for k in range(start, end) if tree.pos[k] in VERBAL and "VerbForm=Fin" in tree.morph[k]), end)
        if comma < finite < end:
            _give_row(tree, start, comma, finite)


def see_subjects_behind_clauses(tree: Tree) -> None:
    """Give a verb the name before it behind the clause that opens its sentence: "Alors que X dort, Y est arrêté"."""
    for i, dep in enumerate(tree.dep):
        clause = tree.head[i]
        if dep != "conj" or tree.pos[i] != "VERB" or not clause < i or tree.child(clause, "mark") is None:
            continue
        own = [c for c in tree.children[i] if c < i and tree.dep[c] != "punct"]
        begin = min([i, *own])
        name = begin - 1
        while tree.dep[name] == "flat:name":
            name = tree.head[name]
        bare = not any(tree.dep[c] in ("cc", "mark", *SUBJECTS) for c in own) and tree.child(name, "case") is None
        named = tree.pos[name] == "PROPN" and tree.head[name] == clause < name and tree.text[name - 1] == ","
        if not (bare and named) or tree.dep[clause] != "root":
            continue
        tree.move(i, i, "root")
        tree.move(clause, i, "advcl")
        tree.move(name, i, subject_label(tree, i))


def _is_preposition(tree: Tree, i: int) -> bool:
    """Whether a preposition begins with word `i`: "selon", "d'après", "face à", but not "de" nor what measures."""
    fixed = tree.child(i, "fixed") is not None
    if tree.lemma[i] in MEASURING or (tree.lemma[i] == "de" and not fixed):
        return False
    return tree.pos[i] == "ADP" or (fixed and tree.dep[i] == "case")


def _give_row(tree: Tree, start: int, comma: int, finite: int) -> None:
    """Make the subject of the verb of a finite word the row of nouns from a comma to it, if there is one."""
    verb = finite if tree.pos[finite] == "VERB" else tree.head[finite]
    last = finite
    while last > comma and tree.pos[last - 1] in CLITICS and tree.head[last - 1] == verb:
        last -= 1  # "se sont", "n'ont"
    if tree.pos[verb] != "VERB" or verb < finite:
        return
    heads = [_bare_head(tree, verb, *part) for part in _parts(tree, comma + 1, last)]
    opener = _head(tree, start, comma)
    row = [head for head in heads if head is not None]
    if opener is None or not row or len(row) != len(heads) or tree.pos[opener] not in NOMINAL:
        return
    many = is_plural(tree, verb)
    fits = tree.dep[opener] in SUBJECTS and ("Number=Plur" in tree.morph[row[0]]) == many if len(row) == 1 else many
    held = len(row) == 1 and tree.head[row[0]] == verb and tree.dep[row[0]] in SUBJECTS  # by a "relative clause"
    if not fits and not (held and tree.head[opener] == opener):
        return
    if start <= tree.head[verb] < verb:
        if tree.head[opener] != opener:
            return
        tree.move(verb, verb, "root")  # "Selon un premier bilan, un pompier et deux habitants sont morts"
    tree.move(row[0], verb, subject_label(tree, verb))
    for other in row[1:]:
        if not comma < tree.head[other] < other:  # "les avocats d'Ana et Jean" may be one party
            tree.move(other, row[0], "conj")
    if tree.dep[opener] in SUBJECTS or tree.head[opener] != verb:
        tree.move(opener, verb, "obl")


def _parts(tree: Tree, first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a row, of which only the last is joined: "A, B et C"; none if that is no row of nouns."""
    cuts = [k for k in range(first, last) if tree.text[k] == "," or tree.lemma[k] in JOINING]
    if any(tree.pos[k] not in NOUN_PHRASE for k in range(first, last)):
        return []
    if cuts and (tree.text[cuts[-1]] == "," or any(tree.text[k] != "," for k in cuts[:-1])):
        return []
    return list(zip([first, *(k + 1 for k in cuts)], [*cuts, last], strict=True))


def _bare_head(tree: Tree, verb: int, first: int, last: int) -> int | None:
    """The noun without a preposition that words before a verb are the phrase of."""
    head = _head(tree, first, last)
    if head is None or tree.pos[head] not in ("NOUN", "PROPN") or tree.pos[first] == "ADP" or tree.case(head):
        return None
    return head if tree.head[head] <= verb else None


def _head(tree: Tree, first: int, last: int) -> int | None:
    """The one word of a stretch that hangs on another outside it; None if there are several."""
    inside = range(first, last)
    words = (k for k in inside if tree.dep[k] not in ("punct", "cc"))
    outer = [k for k in words if tree.head[k] not in inside or tree.head[k] == k]
    return outer[0] if len(outer) == 1 else None
