"""Who holds an office that a phrase names: by apposition, title, copula or mere adjacency."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.syntax import Tree
from kg.extract.triggers import described
from kg.model import Mention

GAP = 2  # words that may stand between an office and the name beside it: a comma and an article


def office_holders(tree: Tree, mentions: tuple[Mention, ...], at: Mapping[int, int]) -> dict[int, int]:
    """For each mention of a Position the mention of the person who holds it, where the sentence names one."""
    people = [m for m in mentions if m.kind == "Person" and m.form == "name"]
    found: dict[int, int] = {}
    for position in mentions:
        if position.kind == "Position":
            holder = _by_grammar(tree, position, mentions, at) or _beside(tree, position, people)
            if holder is not None:
                found[position.index] = holder.index
    return found


def _by_grammar(
    tree: Tree, position: Mention, mentions: tuple[Mention, ...], at: Mapping[int, int]
) -> Mention | None:
    for token in (position.head, *described(tree, position.head)):  # a name is filed under the office that carries it
        index = at.get(token)
        if index is not None and mentions[index].kind == "Person" and index != position.index:
            return mentions[index]
    return None


def _beside(tree: Tree, position: Mention, people: list[Mention]) -> Mention | None:
    for person in people:
        if person.sentence != position.sentence:
            continue
        first, last = (position, person) if person.first >= position.last else (person, position)
        between = tree.tokens[first.last : last.first]
        if len(between) <= GAP and all(t.text == "," or t.pos == "DET" for t in between):
            return person
    return None
