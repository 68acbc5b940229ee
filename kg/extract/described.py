"""Who or what a descriptive noun is said of: "X, the leader of the group", "est devenu membre", "appointed X head of Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import verb_arguments
from kg.extract.syntax import Tree


def _selected(tree: Tree, noun: int) -> Iterator[int]:
    """Who is told to be some of those whom a plural noun names: "l'un des chefs, X", "deux des chefs, X et Y"."""
    some = tree.tokens[tree.head(noun)]
    if tree.tokens[noun].dep != "nmod" or tree.preposition(noun) not in tree.grammar.of or some.pos not in {"NUM", "PRON"}:
        return
    yield from tree.dependents(some.i, "appos")
    if some.dep == "nummod" and some.head > noun and tree.tokens[some.head].pos == "PROPN":
        yield some.head


def described(tree: Tree, noun: int) -> tuple[int, ...]:
    """The tokens of who or what a descriptive noun is said of: copular subject, apposition, what it is apposed to."""
    token = tree.tokens[noun]
    found = list(tree.dependents(noun, "appos", "flat:name", "flat"))
    if token.dep in {"appos", "flat:name", "flat", "compound"} and token.head != noun:
        found.append(token.head)
    beside = tree.tokens[tree.first_conjunct(noun)]
    if (
        token.dep == "conj" and beside.dep == "appos" and tree.first(noun, "det") is None
    ):  # "Ana Vidal, chemist and member of the club"
        found.append(beside.head)
    if tree.first(noun, "cop") is not None:
        found.extend(tree.dependents(noun, "nsubj", "nsubj:pass"))
    found.extend(_selected(tree, noun))
    named = token.dep == "nsubj" and tree.tokens[token.head].pos == "PROPN" and not tree.preposition(token.head)
    if named and tree.first(token.head, "cop") is not None:
        found.append(token.head)  # "the leader of the group is X", but not "its forces are in X"
    if token.dep in {"obj", "xcomp"} and tree.tokens[token.head].lemma in tree.grammar.copula:  # "est devenu membre de"
        found.extend(a.token for a in verb_arguments(tree, token.head) if a.slot == "subject" and a.token != noun)
    if token.dep == "obl" and tree.preposition(noun) in tree.grammar.capacity_prepositions:
        found.extend(_taken_for(tree, token.head))
    if token.dep == "xcomp" and tree.tokens[token.head].lemma in tree.grammar.object_control:  # "appointed X head of Y"
        found.extend(tree.dependents(token.head, "nsubj:pass" if tree.is_passive(token.head) else "obj"))
    return tuple(found)


def _taken_for(tree: Tree, verb: int) -> Iterator[int]:
    """Who is described by what stands behind "as": the object of the verb, or the subject of one that has none."""
    if tree.tokens[verb].lemma not in tree.grammar.taken_for:
        return
    objects = list(tree.dependents(verb, "obj", "nsubj:pass"))
    if not objects and tree.tokens[verb].dep == "acl":
        objects = [tree.head(verb)]
    yield from objects or (() if tree.is_passive(verb) else tree.dependents(verb, "nsubj"))
