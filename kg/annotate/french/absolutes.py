"""Clauses with "ayant" and "étant" in a French tree: whose they are, and where they begin."""

from __future__ import annotations

from kg.annotate.french.signs import (
    SUBJECTS,
    is_gerund,
    phrase_start,
)
from kg.annotate.repairs import give_subject
from kg.annotate.signs import is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language

LOOSE_OBJECTS = ("obj", "dep", "conj", "obl")
PEOPLE = ("Group", "Force")
BESIDE_NOUN = ("amod", "flat:name", "appos")  # labels of what ends the phrase of a noun
ABSOLUTE = ("étant", "ayant")
GROUP = ("aux", "aux:pass", "expl:comp", "expl:pass", "expl")  # what stands before a participle as one with it


def mend_absolutes(tree: Tree) -> None:
    """Give a perfect participle its own subject that became a second object: "…, la Russie ayant opposé son veto".

    So a present one whose subject is somebody's own: "…, son envoyé, Igor Sapov, accusant la force".
    """
    for i, dep in enumerate(tree.dep):
        if dep not in ("acl", "advcl", "xcomp"):
            continue
        noun = tree.head[i]
        verb = tree.head[noun]
        having = any(tree.dep[c].startswith("aux") and is_gerund(tree, c) for c in tree.children[i])
        own = is_gerund(tree, i) and any("Poss=Yes" in tree.morph[c] for c in tree.children[noun])
        having = (having and dep == "acl") or own
        if not having or noun > i or tree.dep[noun] not in LOOSE_OBJECTS or tree.pos[verb] != "VERB":
            continue
        start = phrase_start(tree, noun)
        second = tree.pos[noun] == "PROPN" or any(c < noun and tree.dep[c] == "obj" for c in tree.children[verb])
        if verb < start and tree.text[start - 1] == "," and second and not tree.case(noun):
            tree.move(i, verb, "advcl")
            give_subject(tree, i, noun)


def raise_absolutes(tree: Tree) -> None:
    """Give an absolute clause the row before it that was joined to the main clause: "…, X et Y s'étant abstenus"."""
    for being in [i for i, text in enumerate(tree.text) if text in ABSOLUTE and tree.dep[i] == "aux"]:
        i = tree.head[being]
        if tree.dep[i] != "advcl" or tree.head[i] > i or any(tree.dep[c] in SUBJECTS for c in tree.children[i]):
            continue
        begin = min(c for c in (*tree.children[i], i) if tree.dep[c] in GROUP or c == i)
        comma = next((k for k in range(begin - 1, tree.head[i], -1) if tree.text[k] == ","), None)
        row = [k for k in range(comma + 1, begin) if tree.head[k] <= comma] if comma is not None else []
        if not row or any(tree.dep[k] not in LOOSE_OBJECTS or tree.case(k) or tree.pos[k] not in NOMINAL for k in row):
            continue
        give_subject(tree, i, row[0])
        for other in row[1:]:
            tree.move(other, row[0], "conj")


def part_absolutes(tree: Tree) -> None:
    """Part the subject from that of an absolute clause it was joined to: "Les forces étant débordées, X et Y ont …"."""
    for being in [i for i, text in enumerate(tree.text) if text in ABSOLUTE and tree.dep[i].startswith(("aux", "cop"))]:
        i, noun = tree.head[being], being - 1
        while tree.dep[noun] in (*BESIDE_NOUN, "nmod") and tree.pos[noun] != "VERB" and tree.head[noun] != i:
            noun = tree.head[noun]
        main = tree.head[noun]
        if tree.head[i] != noun or tree.dep[noun] not in SUBJECTS or main < i or tree.case(noun):
            continue
        beside = [*tree.children[noun], *tree.children[main]]
        row = sorted(c for c in beside if i < c < main and tree.dep[c] in ("conj", "appos", *SUBJECTS))
        if not row or tree.text[phrase_start(tree, row[0]) - 1] != "," or tree.pos[phrase_start(tree, row[0])] != "DET":
            continue
        tree.move(row[0], main, tree.dep[noun])
        for other in row[1:]:
            tree.move(other, row[0], "conj")
        tree.move(i, main, "advcl")
        give_subject(tree, i, noun)


def lower_perfects(tree: Tree, words: Language) -> None:
    """Hang "ayant" with its participle on the noun right before it, with all behind it: "la mère des hommes ayant tué X"."""
    for having in [i for i, text in enumerate(tree.text) if text == "ayant" and tree.dep[i].startswith("aux")]:
        i, noun = tree.head[having], having - 1
        while tree.dep[noun] in BESIDE_NOUN and tree.pos[noun] != "VERB":
            noun = tree.head[noun]
        whole = tree.head[i]
        inside = tree.dep[i] == "acl" and whole < noun < having and tree.is_above(whole, noun)
        lower = inside and _can_act(tree, noun, i, words)
        main = tree.head[whole] if tree.head[whole] > i else tree.end_of(i)
        comma = next((k for k in range(i, main - 1) if tree.text[k] == ","), None)
        if not lower or (comma is not None and tree.pos[comma + 1] in ("DET", "PRON") and main < tree.end_of(i)):
            continue  # "Le chef du parti ayant démissionné, les élus ont choisi X"
        tree.move(i, noun, "acl")
        for late in [c for c in tree.children[whole] if i < c < main and tree.dep[c] == "nmod" and not tree.case(c)]:
            tree.move(late, i, "obl")  # "ayant frappé la ville le 3 mai"


def _can_act(tree: Tree, noun: int, participle: int, words: Language) -> bool:
    """Whether a noun with an article names people, or an event that may do what is told: "des attentats ayant frappé X"."""
    known = tree.child(noun, "det") is not None or any("Definite=" in tree.morph[c] for c in tree.children[noun])
    if tree.pos[noun] != "NOUN" or not known:  # "une prise d'otages ayant fait trois morts"
        return False
    told = words.nouns.get(tree.lemma[noun])
    people = is_person(tree, noun, words) or (told is not None and told.kind in PEOPLE)
    tells = (trigger for trigger, _ in words.frames.nouns.get(tree.lemma[noun], ()))
    happens = any(len(trigger.words) < 2 for trigger in tells)  # no "scène de pillage"
    return people or (happens and tree.lemma[participle] not in words.grammar.personal)
