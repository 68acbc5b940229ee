"""Of whom a clause tells where it denies that it was others: "ce n'est pas X mais Y", "par X, pas par Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.negation import is_negated, is_one_of_more
from kg.extract.syntax import Tree


def contrasted(tree: Tree) -> frozenset[int]:
    """The words that a negation or a "mais" hangs on: only rows with one of them set some against others."""
    words = tree.grammar.adversative | _barring(tree)
    return frozenset(token.head for token in tree.of_dep("advmod", "cc", "neg") if tree.lemmas[token.i] in words)


def told_of(tree: Tree, token: int) -> Iterator[int]:
    """A token and those coordinated with it of whom its clause is told, without those whom it only sets them against."""
    if _is_barred(tree, token):
        return
    predicate = tree.first(token, "cop") is not None and not is_one_of_more(tree, token)
    denied = predicate and is_negated(tree, token)  # "ce n'est pas X qui a tiré, mais Y"
    turned = denied or _is_denied_above(tree, tree.head(token))
    for one in tree.conjuncts(token):
        instead = turned and one != token and _is_instead(tree, one)
        if instead == denied and (one == token or not _is_barred(tree, one)):
            yield one


def _is_denied_above(tree: Tree, governor: int) -> bool:
    """Whether the verb of a row is denied, or whom its relative clause is about: "it was not X that hit Y but Z"."""
    cleft = tree.tokens[governor].dep == "acl:relcl" and tree.first(tree.head(governor), "cop") is not None
    return is_negated(tree, governor) or (cleft and is_negated(tree, tree.head(governor)))


def _is_instead(tree: Tree, conjunct: int) -> bool:
    """Whether a conjunct stands in the place of what was denied: "mais Y"."""
    return any(tree.lemmas[k] in tree.grammar.adversative for k in tree.dependents(conjunct, "cc"))


def _is_barred(tree: Tree, noun: int) -> bool:
    """ ", pas les rebelles", "et non les rebelles": a negation behind a comma or conjunction bars a noun alone."""
    before = (k for k in tree.dependents(noun, "advmod", "neg") if 0 < k < noun and tree.lemmas[k] in _barring(tree))
    return any(tree.tokens[k - 1].text == "," or tree.tokens[k - 1].dep == "cc" for k in before)


def _barring(tree: Tree) -> frozenset[str]:
    """The words that deny by themselves: "pas", not the "plus" of "plus de 50 ouvriers"."""
    return tree.grammar.negators - tree.grammar.negators_with_particle
