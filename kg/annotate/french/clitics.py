"""Participles of a French tree that share the object before the first of them: "ils l'ont enlevée, torturée et tuée"."""

from __future__ import annotations

from kg.annotate.lemmas import Lemmas
from kg.annotate.tree import Tree

HUNG = ("advcl", "xcomp", "acl", "conj")  # how the parser hangs the next participle on the first
PARTING = frozenset({",", "et", "puis"})
CLITICS = frozenset({"le", "la", "l'", "l’", "les"})
BEFORE = frozenset({"cc", "advmod", "punct"})  # what may stand before it


def join_to_clitics(tree: Tree, lemmas: Lemmas) -> None:
    """Join to a perfect with a pronoun for its object what was done besides: "la cour l'a reconnu coupable, condamné à"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in HUNG or verb >= i or (tree.text[i - 1] not in PARTING and tree.pos[i - 1] != "ADV"):
            continue
        if not _shares(tree, i, verb) or not lemmas.is_participle(tree.text[i]):
            continue
        tree.move(i, verb, "conj")
        tree.pos[i] = "VERB"
        tree.set_features(i, Tense="Past", VerbForm="Part", Voice="")


def _shares(tree: Tree, i: int, verb: int) -> bool:
    """Whether a bare participle agrees with the pronoun before a perfect, and has no object of its own."""
    aux, clitic = tree.child(verb, "aux"), tree.child(verb, "obj")
    if aux is None or clitic is None or tree.lemma[aux] != "avoir" or tree.text[clitic].lower() not in CLITICS:
        return False
    bare = all(tree.dep[c] in BEFORE for c in tree.children[i] if c < i)
    bare = bare and tree.child(i, "obj") is None and tree.child(i, "obl:agent") is None
    if tree.text[i - 1] == "," and tree.child(i, "conj") is None:
        return False  # "l'a rencontré, invité par le maire"
    first, own = tree.text[verb], tree.text[i]
    alike = first.endswith(("e", "es")) == own.endswith(("e", "es"))
    return clitic < aux < verb and bare and alike and first.endswith(("és", "ées")) == own.endswith(("és", "ées"))
