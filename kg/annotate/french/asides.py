"""Subjects that an aside parts from their verb: "12 personnes, en majorité des civils, ont été tuées"."""

from __future__ import annotations

from kg.annotate.french.signs import has_subject, is_plural, phrase_start
from kg.annotate.repairs import subject_label
from kg.annotate.tree import Tree

OPENERS = ("dont", "en", "pour", "parmi", "soit")  # what begins an aside on how many or which of them
LOST = ("root", "conj", "dep", "obl", "dislocated")  # how a subject hangs that the parser lost behind its aside
BESIDE = ("nmod", "amod", "flat:name", "acl")
PARTED = ("NOUN", "PROPN", "VERB", "AUX", "PRON")  # what a counted noun's own words are not
LONGEST = 14  # words of an aside


def give_parted_subjects(tree: Tree) -> None:
    """Give a plural verb its counted subject before an aside: "Selon X, 90 personnes, dont 40 enfants, ont été tuées"."""
    for comma, text in enumerate(tree.text[:-3]):
        if text != "," or tree.lemma[comma + 1] not in OPENERS or comma < 2:
            continue
        end = min(comma + LONGEST, len(tree) - 1)
        finite = next((k + 1 for k in range(comma + 2, end) if tree.text[k] == ","), end)
        verb = finite if tree.pos[finite] == "VERB" else tree.head[finite]
        if tree.pos[verb] != "VERB" or verb < finite or has_subject(tree, verb) or not is_plural(tree, verb):
            continue
        noun = _counted_before(tree, comma)
        if noun is not None and tree.head[finite] in (finite, verb, tree.head[verb]):
            _give(tree, noun, verb)


def _counted_before(tree: Tree, comma: int) -> int | None:
    """The counted noun without preposition that begins its clause and ends before a comma."""
    noun = comma - 1
    while tree.dep[noun] in BESIDE and tree.head[noun] < noun:
        noun = tree.head[noun]
    bare = tree.pos[noun] in ("NOUN", "PROPN") and tree.dep[noun] in LOST and not tree.case(noun)
    if not bare or tree.child(noun, "nummod") is None or tree.child(noun, "cc") is not None:
        return None
    begin = noun
    while not tree.first[begin] and tree.text[begin - 1] != ",":
        begin -= 1
    return noun if all(tree.pos[k] not in PARTED for k in range(begin, noun)) else None


def _give(tree: Tree, noun: int, verb: int) -> None:
    """Make a noun the subject of a verb; where it was taken for the main word, the verb takes its place and phrases."""
    if tree.is_above(noun, verb):
        tree.stand_for(verb, noun, "root" if tree.head[noun] == noun else tree.dep[noun])
        begin = phrase_start(tree, verb)
        for child in [c for c in tree.children[noun] if tree.case(c) and (c < noun or c > begin)]:
            tree.move(child, verb, "obl")
    tree.move(noun, verb, subject_label(tree, verb))
