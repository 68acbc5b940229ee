"""Adjectives and relative clauses of a French tree beside two nouns, or two adjectives beside one."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.french.signs import SUBJECTS, is_plural, is_told
from kg.annotate.lemmas import Lemmas
from kg.annotate.parsing import Parsing
from kg.annotate.signs import disagrees, is_past_participle
from kg.annotate.tree import NOMINAL, Tree

SINGULAR = ("le", "la", "l'", "l’", "un", "une", "ce", "cet", "cette", "son", "sa")


def lower_adjectives(tree: Tree) -> None:
    """Hang under the noun right before it an adjective that was hung on one farther off: "des sanctions contre X russes"."""
    for i, dep in enumerate(tree.dep):
        noun, far = i - 1, tree.head[i]
        if dep != "amod" or tree.pos[i] != "ADJ" or not far < noun or tree.pos[noun] != "NOUN" or tree.head[noun] != far:
            continue
        counted = tree.child(noun, "nummod") is not None  # "six soldats français", no "forces de sécurité russes"
        if (counted or tree.case(noun) not in ("", "de")) and not disagrees(tree, i, noun):
            tree.move(i, noun, "amod")


def see_described_subjects(tree: Tree) -> None:
    """Hang on the noun it agrees with the adjective taken for a second subject: "Une attaque de drones russe a tué X"."""
    for i, dep in enumerate(tree.dep):
        if dep not in SUBJECTS or tree.pos[i] != "ADJ" or tree.first[i] or tree.pos[i - 1] != "NOUN" or tree.children[i]:
            continue
        subject = next((c for c in tree.children[tree.head[i]] if c < i and tree.dep[c] in SUBJECTS), None)
        if subject is None or not tree.is_above(subject, i - 1):
            continue
        tree.move(i, subject if disagrees(tree, i, i - 1) else i - 1, "amod")


def lower_by_number(tree: Tree) -> None:
    """Hang a relative clause in the singular on the name before its comma, not on a plural: "les amis du X, qui a fui"."""
    for i, clause in _parted_relatives(tree):
        noun = tree.head[clause]
        name = i - 2
        while tree.head[name] != noun and noun < tree.head[name] < i and tree.pos[name] in (*NOMINAL, "X"):
            name = tree.head[name]
        own = tree.dep[name] == "nmod" and tree.pos[name] == "PROPN" and tree.case(name) == "de"
        several = "Number=Plur" in tree.morph[noun] and "Number=Plur" not in tree.morph[name]
        if own and several and tree.head[name] == noun and is_told(tree, clause) and not is_plural(tree, clause):
            tree.move(clause, name, "acl:relcl")


def raise_by_number(tree: Tree) -> None:
    """Hang a relative clause in the plural on the people above one thing: "des membres du parti, une secte, qui ont fui"."""
    for _, clause in _parted_relatives(tree):
        noun = tree.head[clause]
        while tree.dep[noun] in ("appos", "nmod") and tree.head[noun] < noun and _is_one(tree, noun):
            noun = tree.head[noun]
        several = tree.pos[noun] == "NOUN" and "Number=Plur" in tree.morph[noun]
        if several and noun != tree.head[clause] and is_told(tree, clause) and is_plural(tree, clause):
            tree.move(clause, noun, "acl:relcl")


def _parted_relatives(tree: Tree) -> Iterator[tuple[int, int]]:
    """The words "qui" right behind a comma, each with the relative clause that it is the subject of."""
    for i, lemma in enumerate(tree.lemma):
        clause = tree.head[i]
        if lemma == "qui" and tree.dep[clause] == "acl:relcl" and tree.dep[i] in SUBJECTS and tree.text[i - 1] == ",":
            yield i, clause


def _is_one(tree: Tree, noun: int) -> bool:
    """Whether a noun is no plural and the first of no row."""
    return "Number=Plur" not in tree.morph[noun] and tree.child(noun, "conj") is None


def lower_participles(tree: Tree, lemmas: Lemmas) -> None:
    """Hang on the people before its comma a participle in the plural that was hung on a noun in the singular.

    "Le procès de six officiers, poursuivis pour vol": the trial is not.
    """
    for i, dep in enumerate(tree.dep):
        noun, text = tree.head[i], tree.text[i]
        if dep != "acl" or noun > i or tree.text[i - 1] != "," or not text.endswith("s") or not is_past_participle(tree, i):
            continue
        article = tree.child(noun, "det")
        single = article is not None and tree.text[article].lower() in SINGULAR
        several = [c for c in tree.children[noun] if noun < c < i and tree.dep[c] == "nmod" and tree.case(c) == "de"]
        if single and several and lemmas.is_participle(text[:-1]) and "Number=Plur" in tree.morph[several[-1]]:
            tree.move(i, several[-1], "acl")


def raise_by_form(tree: Tree) -> None:
    """Hang a masculine participle behind a feminine noun on the one above: "un document de la cour consulté par X"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "acl" or noun >= i or tree.text[i - 1] == "," or not tree.text[i].endswith(("é", "és")):
            continue
        above = tree.head[noun]
        owned = tree.dep[noun] == "nmod" and tree.case(noun) == "de" and above < noun and tree.pos[above] == "NOUN"
        if not owned or tree.pos[noun] != "NOUN" or not is_past_participle(tree, i) or "Gender=Fem" not in tree.morph[noun]:
            continue
        same = ("Number=Plur" in tree.morph[above]) == tree.text[i].endswith("s")
        if "Gender=Masc" in tree.morph[above] and same and all(c > i for c in tree.children[i]):
            tree.move(i, above, "acl")


def raise_from_lengths(tree: Tree, parsing: Parsing) -> None:
    """Hang on what lasted a participle that was hung on how long: "une enquête de deux ans menée par la police"."""
    for i, dep in enumerate(tree.dep):
        length = tree.head[i]
        if dep != "acl" or length > i or tree.lemma[length] not in parsing.spans or tree.child(length, "nummod") is None:
            continue
        lasted = tree.head[length]
        long = tree.dep[length] == "nmod" and tree.case(length) == "de" and tree.pos[lasted] == "NOUN"
        if long and is_past_participle(tree, i) and disagrees(tree, i, length) and not disagrees(tree, i, lasted):
            tree.move(i, lasted, "acl")


def pair_adjectives(tree: Tree) -> None:
    """Join to the adjective before it another one that was joined to their noun: "les présidents malien et tchadien"."""
    for i, dep in enumerate(tree.dep):
        if dep != "conj" or tree.pos[i] != "ADJ" or i < 2 or (tree.pos[i - 1] != "CCONJ" and tree.text[i - 1] != ","):
            continue
        noun, before = tree.head[i], i - 2
        if any(tree.dep[c] not in ("cc", "punct") for c in tree.children[i]):
            continue  # "la force russe, forte de 2 000 hommes"
        first = tree.head[before] if tree.dep[before] == "conj" else before
        if tree.pos[before] == tree.pos[first] == "ADJ" and tree.dep[first] == "amod" and tree.head[first] == noun < first:
            tree.move(i, first, "conj")
