"""Figures that something is only compared with, and their times: "40 morts, contre 12 en 2022", "up from 120 last year"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.syntax import Tree
from kg.model import Quantity, Timex

LONGEST_FIGURE = 4  # words of a compared figure: "3.5 million people"
WITHIN = frozenset({"NUM", "NOUN", "SYM", "ADJ"})
BEFORE_TIME = frozenset({"ADP", "DET"})
LONGEST_DEGREE = 4  # words from how many times to what compares: "twice as many people as"


def compared_figures(tree: Tree, quantities: Iterable[Quantity]) -> frozenset[int]:
    """The figures without a noun of their own that stand behind a comparison."""
    return frozenset(q.index for q in quantities if q.counted is None and _is_compared(tree, q.first))


def is_of_compared(tree: Tree, time: Timex) -> bool:
    """Whether a time stands right behind a figure that something is compared with, or is itself compared with now."""
    if _is_multiplied(tree, time.first):
        return True
    tokens, compares = tree.tokens, tree.grammar.comparison_prepositions
    i = _opened_at(tree, time.first, compares)
    for first in range(i - 1, max(0, i - 1 - LONGEST_FIGURE), -1):
        if tokens[first].pos not in WITHIN and not tokens[first].text.isdecimal():
            return False
        if tokens[first].has("NumType=Card") or tokens[first].pos == "NUM":
            return _is_compared(tree, first) or (tree.preposition(first) in compares and _is_start(tree, first))
    return False


def _is_multiplied(tree: Tree, first: int) -> bool:
    """Whether a figure is told as so many times that of a time: "three times as many as a year ago"."""
    tokens, compares = tree.tokens, tree.grammar.than | tree.grammar.capacity_prepositions
    i = _opened_at(tree, first, compares)
    if i < 2 or tokens[i - 1].lemma.lower() not in compares:
        return False
    return not tree.grammar.multiples.isdisjoint(token.lemma for token in tokens[max(0, i - 1 - LONGEST_DEGREE) : i - 1])


def _opened_at(tree: Tree, first: int, compares: frozenset[str]) -> int:
    """Where a time begins with the small words before it, up to what compares: "than |in the same month of 2020|"."""
    tokens = tree.tokens
    while first > 1 and (tokens[first - 1].pos in BEFORE_TIME or first - 1 in tree.temporal):
        if tokens[first - 1].lemma.lower() in compares:
            break
        first -= 1
    return first


def _is_compared(tree: Tree, first: int) -> bool:
    """Whether what compares stands before a figure, apart from what is told: behind a comma or an adverb, or with a verb."""
    tokens, compares = tree.tokens, tree.grammar.comparison_prepositions
    if first < 2:
        return False
    before = tokens[first - 2]
    if f"{before.lemma.lower()} {tokens[first - 1].lemma.lower()}" in compares:
        return True
    if tokens[first - 1].lemma.lower() not in compares:
        return False
    return before.text == "," or before.pos == "ADV" or _is_start(tree, first)


def _is_start(tree: Tree, first: int) -> bool:
    """Whether a figure tells from where another rose or fell: "rose from 12 to 15", "climbed to 15 from 12"."""
    goal, rise = tree.grammar.dative_preposition, tree.head(first)
    figures = (k for k in tree.kids[rise] if tree.tokens[k].pos == "NUM" or tree.first(k, "nummod") is not None)
    return tree.tokens[rise].pos == "VERB" and any(k != first and tree.preposition(k) == goal for k in figures)
