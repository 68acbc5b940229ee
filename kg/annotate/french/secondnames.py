"""Names between commas that say who the noun before them is, where the parser took them for somebody else."""

from __future__ import annotations

from kg.annotate.french.appositions import is_bare_noun
from kg.annotate.french.signs import SUBJECTS, is_plural, is_told
from kg.annotate.signs import is_person
from kg.annotate.tree import Tree
from kg.lang import Language

ENDS = (",", ".", ")", ";", ":")  # what stands behind a name that an apposition is
NAMED = ("appos", "nmod", "flat:name")  # how a name hangs on the title before it


def raise_second_names(tree: Tree, words: Language) -> None:
    """Hang on the person above the name between commas behind a title with its own: "le frère du roi X, Ana Vidal, …"."""
    for i, dep in enumerate(tree.dep):
        title = tree.head[i]
        if dep not in ("appos", "conj") or tree.pos[i] != "PROPN" or title > i - 3 or tree.text[i - 1] != ",":
            continue
        if tree.pos[title] == "PROPN" and tree.dep[title] in NAMED:
            title = tree.head[title]
        if tree.pos[title] != "NOUN" or tree.case(title) != "de" or not is_person(tree, title, words):
            continue
        own = [c for c in tree.children[title] if title < c < i - 1 and tree.pos[c] == "PROPN" and tree.dep[c] in NAMED]
        above = _person_above(tree, title, words)
        if len(own) != 1 or tree.case(own[0]) or tree.text[own[0] - 1] == "," or above is None:
            continue
        if tree.child(i, "cc") is None and _ends(tree, i):
            tree.move(i, above, "appos")


def _person_above(tree: Tree, title: int, words: Language) -> int | None:
    """The person that somebody's title says whose they are: "le chef de cabinet du |ministre"."""
    above = title
    while tree.dep[above] == "nmod" and tree.case(above) == "de" and tree.head[above] < above:
        above = tree.head[above]
        if tree.pos[above] != "NOUN":
            return None
        if is_person(tree, above, words):
            return None if "Number=Plur" in tree.morph[above] else above
    return None


def _ends(tree: Tree, i: int) -> bool:
    """Whether a name ends before a comma or with its clause, and no row of names goes on there."""
    last = i
    while tree.head[last + 1] == i and tree.dep[last + 1] == "flat:name":
        last += 1
    row = any(tree.dep[c] == "conj" for c in tree.children[i])
    return not row and tree.text[last + 1] in ENDS


def join_to_single_subjects(tree: Tree) -> None:
    """Make an apposition of what two commas part from the subject of a verb in the singular: "Le parti, la Ligue, a …".

    So of the subject of which the parser made a phrase of its own: "Le numéro un du luxe, Norvex, a …".
    """
    for i, dep in enumerate(tree.dep):
        if dep in ("conj", "nmod") and tree.dep[tree.head[i]] in SUBJECTS and _is_second(tree, tree.head[i], i):
            tree.dep[i] = "appos"
        elif dep in SUBJECTS and tree.pos[i] == "PROPN" and tree.text[i - 1] == "," and tree.child(i, "det") is None:
            verb = tree.head[i]
            loose = (c for c in tree.children[verb] if c < i and tree.dep[c] in ("obl", "dislocated", "dep"))
            noun = next((c for c in loose if tree.pos[c] == "NOUN" and tree.child(c, "det") is not None), None)
            if noun is not None and not tree.case(noun) and not tree.temporal[noun] and _is_second(tree, noun, i):
                tree.dep[noun] = dep
                tree.move(i, noun, "appos")


def _is_second(tree: Tree, noun: int, i: int) -> bool:
    """Whether word `i` alone stands between two commas, the one right behind a noun, the other before its single verb."""
    verb = tree.head[noun]
    own = [i, *(c for c in tree.children[i] if tree.dep[c] != "punct")]
    if not noun < i < verb or tree.pos[i] not in ("NOUN", "PROPN") or tree.child(i, "cc") is not None or tree.case(i):
        return False
    row = [c for c in tree.children[noun] if tree.dep[c] == "conj" and tree.case(c) != "de"]
    if tree.dep[i] == "conj" and row != [i]:  # "Le ministre des Arts, des Sports et du Tourisme, Ivo Sand, a …" has no row
        return False
    begin, end = min(own), max(own) + 1
    between = all(tree.is_above(noun, k) for k in range(noun, begin - 1))
    commas = tree.text[begin - 1] == "," and tree.text[end] == ","
    if not between or not commas or any(tree.pos[k] in ("VERB", "AUX", "PRON") for k in range(noun, end)):
        return False
    behind = all(k == verb or tree.head[k] == verb for k in range(end, verb + 1))
    single = "Number=Plur" not in tree.morph[noun] and not is_plural(tree, verb) and is_told(tree, verb)
    return behind and single and (not is_bare_noun(tree, i) or tree.pos[i] == "PROPN")
