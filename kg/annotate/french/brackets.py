"""What stands behind parentheses in a French tree, and was hung on a word inside them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.annotate.french.relatives import RELATIVE, attach_relative, clause_of
from kg.annotate.signs import is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language
from kg.model import NameSpan

CLOCK_CASES = ("à", "de")
HOUR = re.compile(r"\d\d?(h|H|heures?|:)(\d\d)?(heures?|locales?)*")  # "03H00", "3heures", "13h00heure"
LONGEST_HOUR = 9  # words


def lower_initials(tree: Tree, names: Iterable[NameSpan], words: Language) -> None:
    """Hang the initials between parentheses on the name before them: "deux soldats des Forces de la paix (FP)"."""
    for name in names:
        i = name.last + 1
        if name.last - name.first < 2 or tree.text[name.last] != "(" or tree.first[i] or tree.text[i + 1] != ")":
            continue
        head = tree.head[i]
        above = tree.dep[i] == "appos" and tree.text[i].isupper() and not name.first <= head < name.last
        top = next((k for k in range(name.first, name.last) if not name.first <= tree.head[k] < name.last), None)
        people = "Number=Plur" in tree.morph[head] or is_person(tree, head, words)
        if above and top is not None and tree.is_above(head, top) and tree.case(top) and people:
            tree.move(i, top, "appos")


def raise_from_brackets(tree: Tree, words: Language) -> None:
    """Hang a relative clause behind parentheses on what stands before them: "Ana Vidal (Les Verts), qui a gagné"."""
    for i, lemma in enumerate(tree.lemma):
        close = i - 1 - (i > 1 and tree.text[i - 1] == ",")
        if lemma not in RELATIVE or tree.first[i] or tree.text[close] != ")":
            continue
        clause, opening = clause_of(tree, i), _opening(tree, close)
        if clause is None or opening is None:
            continue
        lost = tree.dep[clause] == "punct" and tree.pos[clause] == "VERB"
        if lost or (tree.dep[clause] == "acl:relcl" and opening < tree.head[clause] < close):
            noun = _before(tree, opening, words)
            if noun is not None:
                attach_relative(tree, clause, noun)


def join_names_behind(tree: Tree, words: Language) -> None:
    """Hang on a title the name behind its bracket and a comma: "le directeur de l'Office (OSD), Ivo Sand"."""
    for i, pos in enumerate(tree.pos):
        if pos != "PROPN" or i < 5 or tree.text[i - 1] != "," or tree.text[i - 2] != ")" or tree.dep[i] == "flat:name":
            continue
        opening = _opening(tree, i - 2)
        if opening is None or tree.case(i) or tree.child(i, "det") is not None or tree.is_above(i, opening - 1):
            continue
        noun = opening - 1
        while tree.head[noun] < noun and tree.pos[tree.head[noun]] in NOMINAL:
            noun = tree.head[noun]
        alone = tree.pos[noun] == "NOUN" and is_person(tree, noun, words) and "Number=Plur" not in tree.morph[noun]
        named = any(tree.dep[c] == "appos" and tree.pos[c] == "PROPN" and c != i for c in tree.children[noun])
        if alone and not named and tree.head[i] != noun:
            tree.move(i, noun, "appos")


def lower_clock_towns(tree: Tree) -> None:
    """Hang on an hour between parentheses the town whose hour it is: "à 6 heures (3 heures à Paris)"; nothing is there."""
    for i, text in enumerate(tree.text):
        if text != ")" or i < 4 or tree.text[i - 2] not in CLOCK_CASES or tree.pos[i - 1] != "PROPN":
            continue
        opening = _opening(tree, i)
        if opening is not None and i - opening <= LONGEST_HOUR and HOUR.fullmatch("".join(tree.text[opening + 1 : i - 2])):
            tree.move(i - 1, opening + 1, "nmod")


def _opening(tree: Tree, close: int) -> int | None:
    """The parenthesis in its sentence, not its first word, that the one at word `close` closes."""
    start = tree.first_of(close)
    return next((k for k in range(close - 1, start, -1) if tree.text[k] == "("), None)


def _before(tree: Tree, opening: int, words: Language) -> int | None:
    """The name or noun that ends right before a parenthesis; whose town or party that is: "le maire de Metz (Moselle)"."""
    noun = opening - 1
    while (tree.dep[noun] in ("flat:name", "amod") or tree.pos[noun] == "ADJ") and tree.head[noun] < noun:
        noun = tree.head[noun]
    above = tree.head[noun]
    if tree.dep[noun] == "nmod" and tree.case(noun) == "de" and above < noun and is_person(tree, above, words):
        noun = above
    return noun if tree.pos[noun] in NOMINAL else None


def join_behind_brackets(tree: Tree) -> None:
    """Make an apposition of what stands between commas behind a body's initials: "le Fonds X (FX), l'agence de Y, a"."""
    for i, dep in enumerate(tree.dep):
        body = tree.head[i]
        article = tree.child(i, "det") if dep == "conj" and tree.pos[i] == "NOUN" and body < i else None
        if article is None or tree.child(i, "cc") is not None or tree.text[article - 2 : article] != [")", ","]:
            continue
        alone = [c for c in tree.children[body] if tree.dep[c] == "conj"] == [i]
        if alone and tree.child(i, "conj") is None:
            tree.dep[i] = "appos"
