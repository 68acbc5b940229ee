"""Nouns that are no more than figures of something: "the price of oil", "Norvex shares", "le taux de chômage".

They name no entity and are no event, but they rise and fall. Where a frame asks for one, what it is the figure of
stands in a slot of its own: "figure:subject" is the owner of the figure that is the subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.nounarguments import noun_arguments
from kg.extract.syntax import Argument, Tree
from kg.lang.frames import Frame

FIGURE = "figure"
PARTS = frozenset({"compound", "amod", "flat:name"})
OWNERS = frozenset({"poss", "compound", "adj"})


def figure_arguments(tree: Tree, frame: Frame, nominal: bool, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The figures among a trigger's arguments, each followed by what it is the figure of, for a frame that asks for one."""
    figures = [a for a in arguments if _is_figure(tree, a)]
    places = _figure_places(frame, nominal) if figures else ()
    held = (a for a in figures if a.slot in places)
    beside = tuple(a for a in arguments if a.slot == "obl") if figures else ()
    found = tuple(found for argument in held for found in _with_owners(tree, argument, nominal, beside))
    owner = next((a for a in arguments if a.slot == "poss"), None) if nominal and found else None
    if owner is None:
        return found
    stated = tuple(a for a in found if a.slot == FIGURE and tree.lemmas[a.token] in tree.grammar.figures)
    return (*stated, *(Argument(FIGURE, owner.token, a.preposition, FIGURE) for a in stated))  # "Ford's US sales rise"


def _is_figure(tree: Tree, argument: Argument) -> bool:
    if argument.slot == "nmod" and (argument.preposition not in tree.grammar.measured or argument.rule == "borrowed"):
        return False  # "a blast during the course"
    return tree.lemmas[argument.token] in tree.grammar.figures or _is_index(tree, argument.token)


def _is_index(tree: Tree, noun: int) -> bool:
    """Whether a name is that of an index of shares: "the Dow Jones", "the CAC 40"."""
    words = [noun, *tree.dependents(noun, "compound", "flat:name")]
    words += [k for word in words[1:] for k in tree.dependents(word, "compound")]  # "the Dow Jones industrial average"
    return any(tree.lemmas[word] in tree.grammar.indexes for word in words)


def figure_words(tree: Tree, figure: int) -> tuple[int, int]:
    """From which word to which (exclusive) the name of a figure goes: "share price", "the S&P 500", "the Dow average"."""
    first, last = figure, figure + 1
    if _is_index(tree, figure):
        while tree.tokens[first - 1].dep in PARTS and tree.head(first - 1) in range(first, last):
            first -= 1
        return first, last + (last in tree.kids[figure] and tree.tokens[last].pos == "NUM")
    while tree.tokens[first - 1].dep == "compound" and tree.tokens[first - 1].lemma in tree.grammar.figures:
        first -= 1
    return first, last


def _figure_places(frame: Frame, nominal: bool) -> frozenset[str]:
    roles = frame.noun_roles if nominal else frame.verb_roles
    return frozenset().union(*(slot.prepositions for _, slots in roles for slot in slots if slot.kind == FIGURE))


def _is_view(tree: Tree, figure: int, owner: Argument) -> bool:
    """Whether a figure is what somebody thinks of its owner: "the outlook on Norvia", "la prévision pour la Norvie"."""
    grammar = tree.grammar
    if tree.lemmas[figure] not in grammar.outlooks or owner.preposition not in grammar.view_prepositions:
        return False
    return owner.slot in ("nmod", "obl") and owner.token > figure and tree.tokens[owner.token].pos in ("NOUN", "PROPN")


def _is_grade(tree: Tree, figure: Argument) -> bool:
    """Whether what somebody raises or cuts is a mark, which one gives to others only."""
    return figure.slot == "object" and tree.lemmas[figure.token] in tree.grammar.grades


def _with_owners(tree: Tree, figure: Argument, nominal: bool, beside: tuple[Argument, ...]) -> Iterator[Argument]:
    yield Argument(FIGURE, figure.token, figure.slot, FIGURE)
    owners = () if _is_index(tree, figure.token) else (*noun_arguments(tree, figure.token), *beside)
    if any(owner.slot == "poss" for owner in owners):  # "Ford's US sales" are no figure of the US
        owners = tuple(owner for owner in owners if owner.slot not in ("adj", "compound"))
    viewed = {o.token for o in owners if _is_view(tree, figure.token, o)}
    for owner in owners:
        if owner.token in viewed:
            yield Argument(FIGURE, owner.token, figure.slot, FIGURE)
            continue
        if (viewed or _is_grade(tree, figure)) and tree.tokens[owner.token].pos in ("PRON", "DET"):
            continue  # "the bank cut its forecast for Norvia", "the agency cut its rating"
        own = owner.rule == "nmod" and owner.preposition in tree.grammar.measured
        held = own and tree.tokens[figure.token].lemma in tree.grammar.holdings  # "shares in Norvia"
        priced = tree.lemmas[figure.token] in tree.grammar.prices and owner.preposition in tree.grammar.view_prepositions
        priced = priced and tree.tokens[owner.token].pos == "PROPN"
        if owner.slot in OWNERS or (
            owner.slot == "nmod" and (held or priced or not owner.preposition or owner.preposition in tree.grammar.of)
        ):
            yield Argument(FIGURE, owner.token, figure.slot, FIGURE)
            if owner.slot == "nmod":
                yield from _where_counted(tree, owner.token, "nmod" if nominal else "obl")
        elif owner.slot == "nmod" and owner.rule == "nmod":  # "unemployment in Spain"
            yield Argument("nmod" if nominal else "obl", owner.token, owner.preposition, FIGURE)


def _where_counted(tree: Tree, counted: int, slot: str) -> Iterator[Argument]:
    """Where those are of whom a figure is: "the number of infections in Italy rose"."""
    for kid in tree.dependents(counted, "nmod"):
        preposition = tree.preposition(kid)
        if preposition in tree.grammar.inside_prepositions - tree.grammar.beyond_prepositions:
            yield Argument(slot, kid, preposition, FIGURE)
