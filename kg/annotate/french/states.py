"""The state that a French phrase with "en" says people are in, and since when: "les salariés en grève depuis mardi"."""

from __future__ import annotations

from kg.annotate.french.signs import SOMEWHERE
from kg.annotate.tree import Tree

STATES = ("grève", "fuite", "exil", "détention", "garde", "colère", "détresse", "guerre", "crise", "prison", "vigueur")
SEATS = ("grève", "fuite", "exil", "détention", "prison")  # states in which people stay somewhere
LOOSE = ("obl", "obl:arg", "obl:mod", "nmod")


def lower_states(tree: Tree) -> None:
    """Hang "en grève" on the noun right before it, not on the verb: "La direction a reçu les salariés en grève"."""
    for i, lemma in enumerate(tree.lemma):
        if lemma not in STATES or tree.dep[i] not in LOOSE or tree.case(i) != "en" or i < 2 or tree.head[i - 1] != i:
            continue
        noun, verb = i - 2, tree.head[i]
        if tree.dep[i] != "nmod" and tree.pos[noun] == "NOUN" and tree.dep[noun] == "obj" and tree.head[noun] == verb:
            tree.move(i, noun, "nmod")
        _lower_since(tree, i)
        _lower_where(tree, i)


def lower_places_of_states(tree: Tree) -> None:
    """Hang under a state between commas where it is, hung on who is in it: "L'ancien chef, en exil à Dubaï, a été …"."""
    for i, lemma in enumerate(tree.lemma):
        mark, noun = i + 1, tree.head[i]
        if lemma not in STATES or tree.case(i) != "en" or tree.text[i - 2] != "," or tree.pos[noun] != "NOUN" or noun > i:
            continue
        if tree.dep[i] == "conj":
            tree.dep[i] = "nmod"
        place = tree.head[mark] if tree.dep[mark] == "case" and tree.lemma[mark] in SOMEWHERE else noun
        if tree.head[place] == noun and tree.dep[place] == "nmod" and place > i:
            tree.move(place, i, "nmod")


def _lower_where(tree: Tree, state: int) -> None:
    """Hang under a state the town right behind it, no place of the verb: "a condamné un opposant en exil à Dubaï à mort"."""
    mark = state + 1
    town = tree.head[mark]
    inside = tree.dep[mark] == "case" and tree.lemma[mark] in SOMEWHERE and tree.pos[town] == "PROPN"
    stays = tree.lemma[state] in SEATS and tree.dep[state] == "nmod"
    if inside and stays and tree.dep[town] in LOOSE and tree.is_above(tree.head[town], state):
        tree.move(town, state, "nmod")


def _lower_since(tree: Tree, state: int) -> None:
    """Hang under a state the time right behind it since when it has lasted: "en grève depuis mardi"."""
    mark = state + 1 + (tree.pos[state + 1] == "ADJ")  # "en guerre civile depuis neuf ans"
    if tree.dep[state] != "nmod" or tree.lemma[mark] != "depuis" or tree.dep[mark] != "case":
        return
    since = tree.head[mark]
    if tree.dep[since] in LOOSE and tree.is_above(tree.head[since], state):
        tree.move(since, state, "nmod")
