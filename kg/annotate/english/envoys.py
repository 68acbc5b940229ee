"""Offices with what they are for before the name of who holds them, which the model reads as one name or parts from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.annotate.tree import Tree
from kg.lang import Language
from kg.model import NameSpan

SENT_TO = frozenset({"to", "for"})
LOOSE = frozenset({"obl", "obj", "nmod", "dep", "appos"})  # how a name hangs that the model parted from its office
LONGEST = 5  # words that say what an office is for


def part_envoys(tree: Tree, words: Language) -> None:
    """Part the name of an envoy from that of the place before it: "the Norvian Ambassador to Rome |Ana Vidal|"."""
    for place in range(2, len(tree.text) - 2):
        name, envoy = tree.head[place], place - 2
        if tree.lemma[place - 1] not in SENT_TO or tree.dep[place] != "compound" or name < place + 2:
            continue
        sent = words.nouns.is_flagged(tree.lemma[envoy].lower(), "envoy") and tree.head[name] == envoy
        known = words.gazetteer.match([tree.text[place]], 0)
        if not sent or known is None or any(tree.pos[i] != "PROPN" for i in range(place, name + 1)):
            continue
        case = tree.head[place - 1] == name
        tree.take_place(name, envoy, tree.dep[envoy])
        tree.move(envoy, name, "compound")
        tree.move(place, envoy, "nmod")
        for child in [c for c in tree.children[name] if c < envoy]:
            tree.move(child, envoy, tree.dep[child])
        if case:
            tree.move(place - 1, place, "case")


def join_fields(tree: Tree, names: Sequence[NameSpan], words: Language) -> None:
    """Give an office to the name behind what it is for or of: "met EU High Representative for Foreign Affairs |Ana Vidal|",
    "the president of Norvia |Ana Vidal|"."""
    for first, name in _persons(tree, names, words):
        field = first - 1
        if field < 1 or not tree.text[field].istitle() or any(span.first <= field and first < span.last for span in names):
            continue
        case = next((k for k in range(field, max(field - LONGEST, 0), -1) if tree.pos[k] == "ADP"), None)
        if case is None or case == field or any(tree.first[case : name + 1]) or tree.child(name, "case") not in (None, case):
            continue
        sent = tree.lemma[case] in SENT_TO
        office = _office_before(tree, case, words) if sent or tree.lemma[case] == "of" else None
        if office is None or not (_is_free(tree, office) if sent else _heads(tree, office, field, words)):
            continue
        loose = tree.dep[name] in LOOSE or tree.dep[name] == tree.dep[office]  # two subjects of one verb
        if not loose or tree.head[name] not in (office, tree.head[office]):
            continue
        if any(not tree.text[k][0].isupper() for k in range(case + 1, field) if tree.pos[k] not in ("CCONJ", "DET")):
            continue
        _give(tree, office, range(case, field + 1), name)


def _is_free(tree: Tree, office: int) -> bool:
    """Whether an office has no article: "the minister for Europe |Ana Vidal|" may be a row."""
    return tree.child(office, "det") is None


def _heads(tree: Tree, office: int, field: int, words: Language) -> bool:
    """Whether somebody heads what a name tells: "president of Norvia", but not "president of Mayor Vidal's party"."""
    title = words.titles.get(tree.lemma[office].lower())
    headed = title is not None and title.kind == "office" and tree.text[office] == tree.text[office].removesuffix("s")
    return headed and not _is_office(tree, field, words) and words.gazetteer.demonym(tree.text[field]) is None


def raise_holders(tree: Tree, names: Iterable[NameSpan], words: Language) -> None:
    """Give a name to the offices before it, not to their place: "the former mayor and governor of Norland, |Ana Vidal|"."""
    for first, name in _persons(tree, names, words):
        place = tree.head[name]
        office = tree.head[place]
        if tree.dep[name] != "appos" or tree.dep[place] != "nmod" or place > first:
            continue
        row = [c for c in tree.children[office] if tree.dep[c] == "conj" and c < place and tree.child(c, "det") is None]
        if row and tree.text[first - 1] == "," and all(_is_office(tree, k, words) for k in (office, *row)):
            tree.move(name, office, "appos")
            tree.move(place, row[-1], "nmod")


def _persons(tree: Tree, names: Iterable[NameSpan], words: Language) -> Iterator[tuple[int, int]]:
    """The first and the last word of each name of a person: one that the model saw, or a given name with what follows."""
    yield from ((span.first, span.last - 1) for span in names if span.label == "PER")
    seen = {span.first for span in names if span.label == "PER"}
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        if dep != "compound" or not i < name < i + 3 or i in seen or any(tree.pos[k] != "PROPN" for k in range(i, name + 1)):
            continue
        if tree.text[i] in words.given_names:
            yield i, name


def _office_before(tree: Tree, case: int, words: Language) -> int | None:
    """The office right before a preposition: "Ambassador |to|", "Assistant Secretary of State |for|"."""
    office = case - 1
    if office > 1 and tree.lemma[office - 1] == "of" and not _is_office(tree, office, words):
        office -= 2
    return office if _is_office(tree, office, words) else None


def _is_office(tree: Tree, i: int, words: Language) -> bool:
    """Whether a word is a title or a noun for a person, with a capital or without."""
    word = tree.lemma[i].lower()
    noun = words.nouns.get(word)
    return word in words.titles or (noun is not None and noun.kind == "Person")


def _give(tree: Tree, office: int, told: range, name: int) -> None:
    """Put a name in the place of the office before it; words `told`, a preposition first, say what that is for."""
    field = told[-1]
    tree.take_place(name, office, tree.dep[office])
    tree.move(office, name, "compound")
    for child in [c for c in tree.children[name] if c < office and tree.dep[c] != "case"]:
        tree.move(child, office, tree.dep[child])
    tree.move(field, office, "nmod")
    tree.move(told[0], field, "case")
    for word in told[1:-1]:
        if tree.head[word] not in told:
            tree.move(word, field, "compound")
