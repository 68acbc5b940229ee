"""Who does or undergoes something along with somebody: "Haddad, along with his brother, was arrested"."""

from __future__ import annotations

from kg.annotate.repairs import SUBJECTS
from kg.annotate.signs import is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language

BESIDE = frozenset({"along", "together"})  # words that make "with" mean as much as "and"
HELD = ("obl", "obl:arg", "nmod")


def mend_company(tree: Tree, words: Language) -> None:
    """Join to somebody whoever stands behind "along with" or "together with"."""
    for case in range(1, len(tree)):
        if tree.text[case] != "with" or tree.text[case - 1].lower() not in BESIDE or tree.dep[case] != "case":
            continue
        other = tree.head[case]
        if tree.dep[other] not in HELD or tree.pos[other] not in NOMINAL or other < case:
            continue
        one = _beside(tree, other, case, words)
        if one is None:
            continue
        tree.move(other, one, "conj")
        tree.move(case, other, "cc")
        tree.move(case - 1, case, "fixed")
        tree.pos[case], tree.lemma[case] = "CCONJ", "and"


def _beside(tree: Tree, other: int, case: int, words: Language) -> int | None:
    """Beside whom somebody is: the noun that the phrase hangs on, the object if that is somebody, the subject."""
    above = tree.head[other]
    if tree.pos[above] in NOMINAL:
        return above if above < case and tree.dep[above] in ("obj", *SUBJECTS) else None
    subject = next((c for c in tree.children[above] if tree.dep[c] in SUBJECTS and c < case), None)
    goods = next((c for c in tree.children[above] if tree.dep[c] == "obj" and above < c < case), None)
    aside = tree.text[case - 2] == ","
    alike = goods is not None and is_person(tree, goods, words) and is_person(tree, other, words)
    return goods if alike and not aside else subject
