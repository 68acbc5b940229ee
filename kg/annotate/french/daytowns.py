"""Where something happens, told beside the day that opens a sentence: "Hier soir à Lyon, un homme a été poignardé"."""

from __future__ import annotations

from kg.annotate.french.signs import is_time
from kg.annotate.parsing import Parsing
from kg.annotate.tree import Tree
from kg.lang import Language

LONGEST_OPENER = 12  # words before the comma
YEAR = 4  # digits
HUNG = ("nmod", "obl", "obl:arg", "appos", "dep")


def free_opening_places(tree: Tree, parsing: Parsing, words: Language) -> None:
    """Give the verb the place that was hung on the day before it, and the day where it was hung on the subject."""
    where = words.grammar.place_prepositions | {"lors"}
    for begin, first in enumerate(tree.first):
        if not first:
            continue
        end = begin + LONGEST_OPENER
        if "," not in tree.text[begin + 2 : end]:
            continue
        comma = tree.text.index(",", begin + 2, end)
        opens = next((k for k in range(begin, min(begin + 3, comma)) if _is_day(tree, k, parsing)), None)
        if opens is None:
            continue
        if opens < tree.head[opens] < comma and tree.dep[opens] in HUNG:
            _raise(tree, opens, comma)
        for case in range(opens + 1, comma - 1):
            place = tree.head[case]
            if tree.dep[case] == "case" and tree.lemma[case] in where and case < place < comma:
                _free(tree, place, begin, comma, parsing)
                break


def _free(tree: Tree, place: int, begin: int, comma: int, parsing: Parsing) -> None:
    """Hang a place that a word for a time governs on the verb behind the comma, as its time is."""
    day, own = tree.head[place], tree.children[place]
    if not begin <= day < place or tree.dep[place] not in HUNG or tree.pos[place] == "NUM" or max(own) > comma:
        return
    if tree.lemma[place] in parsing.edges or any(is_time(tree, k, parsing) for k in (place, *own)):
        return  # "Jeudi en fin de matinée"
    while begin <= tree.head[day] < comma and tree.head[day] != day:
        day = tree.head[day]
    verb = tree.above_nouns(tree.head[day])
    if (
        not (is_time(tree, day, parsing) or _is_day(tree, day, parsing) or tree.lemma[day] in parsing.edges)
        or verb <= comma
        or tree.pos[verb] not in ("VERB", "ADJ")
    ):
        return
    tree.move(place, verb, "obl")
    if tree.head[day] != verb:
        tree.move(day, verb, "obl")


def _raise(tree: Tree, day: int, comma: int) -> None:
    """Hang a day on the verb whose occasion it was hung on: "Samedi lors d'une manifestation à Paris, dix personnes"."""
    occasion = tree.head[day]
    verb = tree.head[occasion]
    if tree.pos[occasion] == "NOUN" and tree.case(occasion) and verb > comma and tree.pos[verb] == "VERB":
        tree.move(day, verb, "obl")


def _is_day(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether a word is a day, a part of one, a month or a year."""
    word = tree.text[i].lower()
    return word in parsing.temporal or tree.lemma[i] in parsing.temporal or (word.isdigit() and len(word) == YEAR)
