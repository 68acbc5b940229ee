"""English verbs with two objects: who gets what, and whom one names to what office."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from kg.annotate.english.signs import given_office, make_past
from kg.annotate.parsing import load_parsing
from kg.annotate.tree import Tree
from kg.model import NameSpan

LONGEST_OFFICE = 2  # words before the last of an office: "chief financial officer"


def mend_appointments(tree: Tree, names: Iterable[NameSpan], titles: Container[str]) -> None:
    """Make an object of the person and a predicate of the office in "appointed X head of Y", "named X chief executive"."""
    naming = load_parsing("en").naming_verbs
    for office, dep in enumerate(tree.dep):  # "appointed X the commander of Y": two objects
        verb = tree.head[office]
        if dep == "obj" and tree.lemma[verb] in naming and tree.pos[office] == "NOUN" and tree.text[office] in titles:
            person = tree.child(verb, "obj")
            if person is not None and verb < person < office and tree.pos[person] == "PROPN":
                tree.dep[office] = "xcomp"
            elif _follows_name(tree, office):  # "elected Ana Ruiz president", where the model sees no name
                tree.move(office - 1, verb, "obj")
                tree.dep[office] = "xcomp"
        elif dep == "obj" and tree.lemma[verb] in naming and tree.pos[office] == "PROPN":
            given = given_office(tree, office)  # "appointed X the governor of Y": no apposition
            if given is not None and tree.text[given] in titles:
                tree.move(given, verb, "xcomp")
    for name in names:
        person = next((i for i in range(name.first, name.last) if tree.head[i] >= name.last), name.last - 1)
        office = tree.head[person]
        if tree.dep[person] != "compound" or tree.pos[office] != "NOUN" or not 0 <= office - name.last <= LONGEST_OFFICE:
            continue
        verb, between = tree.head[office], tree.text[name.last : office + 1]
        titled = " ".join(between).lower() in titles
        known = titled or (name.label == "PER" and office == name.last)
        if known and tree.dep[office] in ("obj", "xcomp") and tree.lemma[verb] in naming:
            tree.move(person, verb, "obj")
            tree.dep[office] = "xcomp"
            subject = tree.child(verb, "nsubj:pass")
            if subject is not None and not any(tree.dep[c].startswith("aux") for c in tree.children[verb]):
                tree.dep[subject] = "nsubj"
                make_past(tree, verb)


def _follows_name(tree: Tree, office: int) -> bool:
    """Whether a name of two words, that hangs on a noun without article, stands right before it."""
    name = tree.pos[office - 1] == tree.pos[office - 2] == "PROPN" and tree.head[office - 1] == office
    return name and tree.head[office - 2] in (office - 1, office) and tree.child(office, "det") is None


def mend_receivers(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Make an indirect object of who gets what follows: "paid Rwanda £240m", "sent Norvia weapons"."""
    giving, twofold = load_parsing("en").giving, load_parsing("en").twofold
    states = frozenset(name.first for name in names if name.label == "GPE")
    for verb, lemma in enumerate(tree.lemma):
        if tree.pos[verb] != "VERB" or lemma not in giving:
            continue
        objects = [c for c in tree.children[verb] if c > verb and (tree.dep[c] == "obj" or _is_bare_sum(tree, c))]
        if len(objects) == 2 and tree.pos[objects[0]] in ("PROPN", "PRON", "NOUN"):
            tree.dep[objects[0]], tree.dep[objects[1]] = "iobj", "obj"
        elif len(objects) == 1:
            _part_sums(tree, objects[0])
            receiver = _before_figure(tree, objects[0])
            if receiver is None and verb + 1 in states and lemma in twofold:
                receiver = _before_goods(tree, verb + 1, objects[0])
            if receiver is not None:
                _hang_before(tree, receiver, objects[0])
                tree.move(receiver, verb, "iobj")


def _part_sums(tree: Tree, receiver: int) -> None:
    """Make an object of a counted noun that was taken for a name of the receiver: "fined the carrier 3 million euros"."""
    for thing in tree.children[receiver]:
        number = tree.child(thing, "nummod") if tree.dep[thing] == "appos" and tree.tag[thing] == "NNS" else None
        if number is not None and tree.pos[min((number, *tree.children[number])) - 1] != "PUNCT":
            tree.move(thing, tree.head[receiver], "obj")
            tree.dep[receiver] = "iobj"
            return


def _is_bare_sum(tree: Tree, i: int) -> bool:
    """Whether a sum of money was taken for an adverb: "paid Rwanda £240m"."""
    below = [i, *tree.children[i], *(k for c in tree.children[i] for k in tree.children[c])]
    return tree.dep[i] == "obl" and tree.case(i) == "" and any(tree.tag[k] == "$" for k in below)


def _beside_figure(tree: Tree, thing: int) -> Sequence[int]:
    """The words that hang on a counted noun or on its number."""
    number = tree.child(thing, "nummod")
    return (*tree.children[thing], *(tree.children[number] if number is not None else ()))


def _before_figure(tree: Tree, thing: int) -> int | None:
    """The name that stands before the number of a counted noun, as no part of the noun can: "Norvia 2 billion euros"."""
    number = tree.child(thing, "nummod")
    beside = _beside_figure(tree, thing) if number is not None else ()
    names = [c for c in beside if c < (number or 0) and tree.dep[c] == "compound" and tree.pos[c] == "PROPN"]
    return max(names, default=None)


def _hang_before(tree: Tree, receiver: int, thing: int) -> None:
    """Hang on a receiver the words before it that were hung on the figure behind it: "fined |airline| Norvex 3 million"."""
    for child in _beside_figure(tree, thing):
        if child < receiver and tree.dep[child] in ("compound", "amod", "det"):
            tree.move(child, receiver, tree.dep[child])


def _before_goods(tree: Tree, state: int, goods: int) -> int | None:
    """The state right before bare goods, which would stand before them as an adjective: "sent Norvia weapons"."""
    bare = all(tree.dep[c] in ("compound", "amod", "conj", "cc", "nmod", "punct") for c in tree.children[goods])
    return state if bare and tree.head[state] == goods and tree.dep[state] == "compound" else None
