"""The subject behind a day and a place that open a sentence: "Ce matin à Vienne, Ana Roca a été agressée"."""

from __future__ import annotations

from kg.annotate.french.signs import SUBJECTS, heads_own_phrase, is_time, is_told
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject
from kg.annotate.tree import Tree

LONGEST_OPENER = 12  # words before the comma
BEGINNING = 3  # words of which one is the day: "Dans la nuit"
VERBAL = ("VERB", "AUX")


def mend_day_openings(tree: Tree, parsing: Parsing) -> None:
    """Give the verb behind a day and a comma its own subject, not the day, and no main clause but its own."""
    for begin, first in enumerate(tree.first):
        end = begin + LONGEST_OPENER
        if not first or "," not in tree.text[begin + 1 : end]:
            continue
        comma = tree.text.index(",", begin + 1, end)
        day = next((k for k in range(begin, min(begin + BEGINNING, comma)) if is_time(tree, k, parsing)), None)
        if day is None or any(tree.pos[k] in VERBAL or tree.first[k] for k in range(begin + 1, comma)):
            continue
        while begin <= tree.head[day] < comma and tree.head[day] != day:
            day = tree.head[day]
        if tree.head[day] == day:
            _raise_verb(tree, day, begin, comma)
        verb = tree.head[day]
        if verb > comma and tree.pos[verb] == "VERB":
            _give_subject(tree, day, verb, begin, comma)


def _raise_verb(tree: Tree, day: int, begin: int, comma: int) -> None:
    """Make the main verb of the finite one with its own subject that hangs in the opening."""
    told = (v for v in range(comma + 1, tree.end_of(begin)) if begin <= tree.head[v] < comma and is_told(tree, v))
    verb = next((v for v in told if any(tree.dep[c] in SUBJECTS and comma < c < v for c in tree.children[v])), None)
    if verb is not None:
        tree.move(verb, verb, "root")
        tree.move(day, verb, "obl")


def _give_subject(tree: Tree, day: int, verb: int, begin: int, comma: int) -> None:
    """Make the subject of a verb what hangs in its opening, or joined to it what the parser took for the whole subject."""
    loose = (k for k in range(comma + 1, verb) if begin <= tree.head[k] < comma and tree.pos[k] in ("NOUN", "PROPN"))
    subject = next((k for k in loose if _begins_clause(tree, k, comma)), None)
    own = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and comma < c < verb), None)
    if tree.dep[day] in SUBJECTS and (subject is not None or own is not None):
        tree.move(day, verb, "obl")
    if subject is None or (own is not None and not subject < own):
        return
    if own is None:
        if not any(tree.dep[c] in SUBJECTS for c in tree.children[verb]):
            give_subject(tree, verb, subject)
            _take_along(tree, subject, verb, begin, comma)
    elif tree.child(own, "cc") is not None:
        give_subject(tree, verb, subject)
        tree.move(own, subject, "conj")


def _take_along(tree: Tree, subject: int, verb: int, begin: int, comma: int) -> None:
    """Hang on a subject what describes it and hung beside it: "Ce matin à Vienne, Ana Roca, présidente de X, a …"."""
    for k in range(subject + 1, verb):
        if begin <= tree.head[k] < comma and tree.dep[k] in ("appos", "conj"):
            tree.move(k, subject, tree.dep[k])


def _begins_clause(tree: Tree, i: int, comma: int) -> bool:
    """Whether a noun or name begins right behind the opening, without preposition: a name, or with an article."""
    own = [c for c in tree.children[i] if tree.dep[c] != "punct"]
    named = tree.pos[i] == "PROPN" or any(c == i + 1 and tree.pos[c] == "PROPN" for c in own)
    bare = not any(tree.dep[c] in ("case", "cc") for c in own if c < i)
    return min([i, *own]) == comma + 1 and bare and (named or heads_own_phrase(tree, i))
