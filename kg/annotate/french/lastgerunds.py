"""Which clause of a French sentence a present participle behind a comma belongs to: "X a tiré, tuant Y"."""

from __future__ import annotations

from collections.abc import Container

from kg.annotate.french.signs import has_subject, is_gerund, is_told, main_before, put_below
from kg.annotate.parsing import Parsing
from kg.annotate.tree import Tree
from kg.lang import language


def raise_from_last_gerunds(tree: Tree) -> None:
    """Make the main verb of the one before a gerund that was taken for it: "a expulsé X, l'accusant de Y"."""
    for i, dep in enumerate(tree.dep):
        if dep != "root" or tree.first[i] or not is_gerund(tree, i) or has_subject(tree, i) or not is_parted(tree, i):
            continue
        main = main_before(tree, i, i, ("advcl", "ccomp", "dep"))
        if main is not None:
            put_below(tree, i, main, "advcl")


def lower_to_deeds(tree: Tree) -> None:
    """Hang on the clause before its comma what came of that, not of a passive: "fut reporté après que X a tiré, tuant Y"."""
    brings_about = language("fr").grammar.resultative
    for i, dep in enumerate(tree.dep):
        main = tree.head[i]
        if dep != "advcl" or tree.lemma[i] not in brings_about or main > i or not is_gerund(tree, i):
            continue
        if tree.child(main, "aux:pass") is None or tree.text[i - 1] != ",":
            continue
        near = [c for c in tree.children[main] if main < c < i and tree.dep[c] == "advcl" and is_told(tree, c)]
        if near and has_subject(tree, near[-1]) and tree.child(near[-1], "aux:pass") is None:
            tree.move(i, near[-1], "advcl")


def lower_to_sayings(tree: Tree, parsing: Parsing) -> None:
    """Hang on who reports it what he says besides: "X a expulsé Y, a fait savoir l'ONU, ajoutant que …"."""
    for i, dep in enumerate(tree.dep):
        if dep != "advcl" or tree.lemma[i] not in parsing.speech or not is_gerund(tree, i) or tree.text[i - 1] != ",":
            continue
        told = tree.head[i]
        sayings = [c for c in tree.children[told] if told < c < i and tree.dep[c] == "parataxis" and has_subject(tree, c)]
        if sayings:
            tree.move(i, sayings[-1], "advcl")


def lower_to_joined(tree: Tree) -> None:
    """Hang a participle on the clause right before it, not on that which it was joined to: "X a proposé un texte mais Y
    l'a rejeté, estimant que …"."""
    for i, dep in enumerate(tree.dep):
        first = tree.head[i]
        if dep != "advcl" or first > i or not is_gerund(tree, i) or tree.first[i] or tree.text[i - 1] != ",":
            continue
        joined = [c for c in tree.children[first] if first < c < i and tree.dep[c] == "conj" and is_told(tree, c)]
        if joined and has_subject(tree, joined[-1]) and tree.child(i, "mark") is None:
            tree.move(i, joined[-1], "advcl")


def free_recipients(tree: Tree, giving: Container[str]) -> None:
    """Give a verb of giving the recipient behind what its object is worth: "donnera X, valant Y, aux garde-côtes"."""
    for i, dep in enumerate(tree.dep):
        worth = tree.head[i]
        verb = tree.head[worth]
        if dep not in ("obl", "obl:arg") or not verb < worth < i or tree.case(i) != "à" or not is_gerund(tree, worth):
            continue
        case = tree.child(i, "case")
        enclosed = case is not None and tree.text[case - 1] == "," == tree.text[worth - 1]
        if enclosed and tree.lemma[verb] in giving:
            tree.move(i, verb, "obl:arg")


def is_parted(tree: Tree, i: int) -> bool:
    """Whether a comma stands before a participle, or before the pronoun that it takes: "…, lui reprochant X"."""
    return tree.text[i - 1] == "," or (tree.text[i - 2] == "," and tree.head[i - 1] == i and tree.pos[i - 1] == "PRON")
