"""Nouns with an article that were hung on the phrase or the name beside them: "a adopté en première lecture le projet"."""

from __future__ import annotations

from kg.annotate.french.signs import is_reflexive, is_time, noun_start, takes_object
from kg.annotate.parsing import Parsing
from kg.annotate.signs import is_person
from kg.annotate.tree import Tree
from kg.lang import language

INSIDE = ("nmod", "appos", "conj")  # how the parser hangs such an object on the noun before it
DEGREES = ("aussi", "plus", "moins")
BEFORE_NAMES = ("amod", "compound", "nmod")


def raise_articled_titles(tree: Tree) -> None:
    """Make the head of a title with an article that was hung on the name behind it: "a promis le chancelier Ana Vidal"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        if dep not in BEFORE_NAMES or name != i + 1 or tree.pos[i] != "NOUN" or tree.pos[name] != "PROPN":
            continue
        article = tree.child(i, "det")
        if article is not None and article < i and not tree.case(i) and not tree.case(name):
            tree.take_place(i, name, tree.dep[name])
            tree.move(name, i, "appos")


def free_names_from_lower(tree: Tree) -> None:
    """Part a name from the adjective in small letters that was taken for its first word: "rebelles houthis Ana Vidal"."""
    for i, pos in enumerate(tree.pos):
        if pos != "PROPN" or not tree.text[i].islower() or i + 1 >= len(tree) or tree.head[i + 1] != i:
            continue
        if tree.dep[i + 1] != "flat:name" or not tree.text[i + 1][0].isupper() or tree.pos[i - 1] not in ("NOUN", "ADJ"):
            continue
        tree.take_place(i + 1, i, tree.dep[i])
        tree.move(i, i - 1, "amod")
        tree.pos[i], tree.lemma[i] = "ADJ", tree.text[i]


def lower_comparisons(tree: Tree) -> None:
    """Make no content of a verb of what only compares an adverb before it: "soutiendra X aussi longtemps que nécessaire"."""
    for i, dep in enumerate(tree.dep):
        mark = tree.child(i, "mark") if dep == "ccomp" else None
        if mark is None or tree.lemma[mark] != "que" or tree.pos[mark - 1] not in ("ADV", "ADJ"):
            continue
        degrees = (k for k in tree.children[mark - 1] if tree.lemma[k] in DEGREES)
        if tree.is_above(tree.head[i], mark - 1) and any(degrees):
            tree.move(i, mark - 1, "advcl")


def free_objects_behind_phrases(tree: Tree, parsing: Parsing) -> None:
    """Give the verb the object that was hung on a phrase before it: "a adopté à une large majorité la proposition"."""
    for i, dep in enumerate(tree.dep):
        phrase = tree.head[i]
        if dep not in INSIDE or tree.pos[i] != "NOUN" or tree.pos[phrase] != "NOUN" or tree.case(i):
            continue
        verb, start = tree.head[phrase], noun_start(tree, i)
        if not verb < phrase < start < i or tree.child(i, "det") != start or not tree.is_above(phrase, start - 1):
            continue
        if any(tree.text[k] == "," or tree.pos[k] == "CCONJ" for k in range(phrase, start)) or is_time(tree, i, parsing):
            continue
        if tree.case(phrase) and tree.dep[phrase].startswith("obl") and _lacks_object(tree, verb, parsing, tree.lemma[i]):
            for behind in [c for c in tree.children[phrase] if c > i and tree.dep[c] == "nmod"]:
                tree.move(behind, i, "nmod")
            tree.move(i, verb, "obj")


def _lacks_object(tree: Tree, verb: int, parsing: Parsing, noun: str) -> bool:
    """Whether an active verb with a subject before it may have the noun for its object."""
    told = tree.pos[verb] == "VERB" and any(tree.dep[c] == "nsubj" and c < verb for c in tree.children[verb])
    free = told and takes_object(tree, verb) and not is_reflexive(tree, verb)
    passive = tree.child(verb, "aux:pass") is not None or any(tree.lemma[c] == "être" for c in tree.children[verb])
    return free and not passive and noun not in parsing.spans and noun not in parsing.measures


def free_occasions(tree: Tree) -> None:
    """Give the verb the time that was hung on somebody: "a expulsé l'ambassadeur de Norvie après ses critiques"."""
    for i, dep in enumerate(tree.dep):
        somebody = tree.head[i]
        verb = tree.head[somebody]
        if dep != "nmod" or tree.case(i) != "après" or tree.pos[i] != "NOUN" or tree.pos[verb] != "VERB":
            continue
        if verb < somebody < i and tree.dep[somebody] in ("obj", "obl:agent") and is_person(tree, somebody, language("fr")):
            tree.move(i, verb, "obl")
