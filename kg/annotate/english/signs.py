"""Tags and labels that several repairs of English trees ask for."""

from __future__ import annotations

from kg.annotate.tree import Tree

FINITE = ("VBD", "VBZ", "VBP")
NAMING = ("NOUN", "PROPN")
BODIES = ("ORG", "GPE", "LOC", "FAC")  # names that "who" is not said of
PAST = ("VBD", "VBN")  # the parser takes one for the other
CAPTIVE = frozenset({"hostage", "captive", "prisoner"})  # what somebody is taken, with no article
BEFORE = frozenset({"compound", "amod", "nummod", "nmod:poss", "flat:name"})  # what stands in a noun phrase before its noun


def make_past(tree: Tree, i: int) -> None:
    """Make a finite past of word `i`."""
    tree.tag[i], tree.morph[i] = "VBD", "Tense=Past|VerbForm=Fin"


def make_participle(tree: Tree, i: int) -> None:
    """Make a past participle of word `i`."""
    tree.tag[i], tree.morph[i] = "VBN", "Aspect=Perf|Tense=Past|VerbForm=Part"


def holds_object(tree: Tree, verb: int) -> bool:
    """Whether a verb has an object, which none is in what a passive too may have: "taken hostage"."""
    return any(tree.dep[c] == "obj" and not (c == verb + 1 and tree.lemma[c] in CAPTIVE) for c in tree.children[verb])


def is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb or its auxiliary is finite."""
    words = (verb, *(c for c in tree.children[verb] if tree.dep[c].startswith("aux")))
    return any(tree.tag[word] in FINITE for word in words)


def noun_start(tree: Tree, noun: int) -> int:
    """The first word of the phrase of a noun, its article and preposition left aside."""
    return min([noun, *(c for c in tree.children[noun] if c < noun and tree.dep[c] in BEFORE)])


def subtree_start(tree: Tree, i: int) -> int:
    """The first word of all that word `i` governs."""
    return min([i, *(subtree_start(tree, child) for child in tree.children[i])])


def given_office(tree: Tree, person: int) -> int | None:
    """The office with an article right behind a name, with no comma between: "named Ana Vidal the chief executive"."""
    for office in tree.children[person]:
        article = tree.child(office, "det") if tree.dep[office] == "appos" and tree.pos[office] == "NOUN" else None
        definite = article is not None and "Definite=Def" in tree.morph[article] and article < office
        if definite and person < office and all(tree.text[k] != "," for k in range(person, office)):
            return office
    return None
