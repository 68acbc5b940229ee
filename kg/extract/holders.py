"""Who holds an office that a phrase names: by apposition, title, copula or mere adjacency."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.arguments import verb_arguments
from kg.extract.described import described
from kg.extract.syntax import Tree
from kg.extract.tenures import holder_slots, tenure_verb
from kg.lang.frames import Entry
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


def _by_grammar(tree: Tree, position: Mention, mentions: tuple[Mention, ...], at: Mapping[int, int]) -> Mention | None:
    above = tree.head(position.head)  # "spokesman Brigadier General X": the parser hangs the office on the rank
    rank = (tree.head(above),) if tree.tokens[position.head].dep == tree.tokens[above].dep == "compound" else ()
    for token in (position.head, *described(tree, position.head), *rank):  # a name is filed under the office that carries it
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


def tenure_holders(
    tree: Tree, mentions: tuple[Mention, ...], at: Mapping[int, int], verbs: Mapping[str, tuple[Entry, ...]]
) -> dict[int, int]:
    """For each office that a verb says somebody takes up, has or leaves ("elected president") the mention of who."""
    found: dict[int, int] = {}
    for position in mentions:
        verb = tenure_verb(tree, position.head) if position.kind == "Position" else None
        if verb is None:
            continue
        slots = holder_slots(verbs.get(tree.tokens[verb].lemma, ()))
        tokens = [a.token for a in verb_arguments(tree, verb) if a.slot in slots and a.token != position.head]
        holders = [mentions[at[token]] for token in tokens if token in at]
        named = [m for m in holders if m.kind == "Person" and m.form != "nominal"]
        if named and len(holders) == 1:
            found[position.index] = named[0].index
    return found
