"""Descriptions behind commas, given to who is described: "le frère du président, ancien ministre"."""

from __future__ import annotations

from kg.annotate.signs import article_gender
from kg.annotate.tree import Tree
from kg.lang import Language
from kg.lang.nouns import Noun

FAMILY = "family"


def mend_described_kin(tree: Tree, words: Language, of: str) -> None:
    """Give a description behind a comma to who is described, not to whose they are; behind kin "a student" may be either."""
    for i, dep in enumerate(tree.dep):
        if dep != "appos" or tree.pos[i] != "NOUN" or tree.pos[tree.head[i]] != "NOUN":
            continue
        above = tree.head[i]
        on_owner = tree.dep[above] == "nmod" and tree.case(above) == of
        whom = tree.head[above] if on_owner else above
        owner = above if on_owner else next((c for c in tree.children[above] if _owns(tree, c, i, of)), None)
        known = _person(tree, whom, words)
        if owner is None or known is None or _person(tree, owner, words) is None or not whom < owner < i:
            continue
        described = article_gender(tree, i)
        if described and article_gender(tree, whom) not in ("", described):  # "le mari de la ministre, présidente du parti"
            if article_gender(tree, owner) == described:
                tree.move(i, owner, "appos")
            continue
        article = tree.child(i, "det")
        if FAMILY in known.flags and article is not None and "Definite=Ind" in tree.morph[article]:
            tree.move(i, whom, "dep")
        elif on_owner:
            tree.move(i, whom, "appos")


def _owns(tree: Tree, owner: int, before: int, of: str) -> bool:
    return owner < before and tree.dep[owner] == "nmod" and tree.case(owner) == of


def _person(tree: Tree, i: int, words: Language) -> Noun | None:
    noun = words.nouns.get(tree.lemma[i])
    return noun if noun is not None and noun.kind == "Person" else None
