"""Names as one piece of the tree: the parser breaks many that it has never seen, and takes some for common words."""

from __future__ import annotations

from collections.abc import Container, Iterable

from kg.annotate.tree import Tree
from kg.model import NameSpan

MISTAKEN = frozenset({"NOUN", "ADJ", "VERB", "ADV", "X", "AUX", "INTJ", "NUM", "PRON"})  # classes that a name is taken for
COMPOUNDED = frozenset({"PROPN", "NOUN", "ADJ", "PUNCT"})  # classes of which an English compound name consists
UNSETTLED = ("DATE", "NORP", "WORK", "LAW")
# Which tie to the rest of the sentence is most to be trusted, where a name's words have several.
LED = ("nmod", "obl", "obl:arg")  # ties of a name that stands behind a preposition
TIES = ("nsubj", "nsubj:pass", "obl:agent", "obj", "obl:arg", "obl", "nmod", "conj", "appos")


def settle_names(tree: Tree, names: Iterable[NameSpan], titles: Container[str], head_last: bool = False) -> None:
    """Make proper nouns of a name's words, and one subtree of the whole; `titles` before a name stay common nouns.

    The first word is the head and the others are `flat:name`; with `head_last` the last is, and the others `compound`.
    """
    for name in names:
        if name.label in UNSETTLED:
            continue
        words = range(name.first, name.last)
        begun = False
        for i in words:
            begun = begun or tree.lemma[i].lower() not in titles
            if begun and is_mistaken(tree, i, name):
                tree.pos[i], tree.lemma[i], tree.morph[i] = "PROPN", tree.text[i], ""
        if len(words) > 1 and not head_last:
            tie_together(tree, words, name.label == "PER")
        elif len(words) > 1 and all(tree.pos[i] in COMPOUNDED for i in words):
            tie_to_last(tree, words)


def is_mistaken(tree: Tree, i: int, name: NameSpan) -> bool:
    """Whether word `i` of a name was taken for a common word."""
    text, pos = tree.text[i], tree.pos[i]
    if pos not in MISTAKEN or text == text.lower():
        return False
    if name.label == "PER":
        return True
    single = name.last - name.first == 1
    if pos == "PRON":
        return single and text.isupper() and text.isalpha() and len(text) > 1  # "le français PSA"
    return single and (pos != "NOUN" or (name.label in ("LOC", "GPE") and not tree.first[i]))


def tie_together(tree: Tree, words: range, person: bool) -> None:
    """Leave one tie between a name and the rest of the sentence."""
    tops = [i for i in words if tree.head[i] not in words or tree.head[i] == i]
    real = [i for i in tops if tree.pos[i] not in ("PUNCT", "ADP", "DET", "CCONJ")]
    head = next((i for i in words if tree.pos[i] in ("PROPN", "NOUN")), None)
    if head is None or not real:
        return
    if len(real) > 1 or real[0] != head:
        led = head in real and tree.dep[head] in LED and tree.case(head)  # "un chef de Boko Haram": no subject
        tie = head if led else min(real, key=lambda i: (rank(tree, i), i))
        above, dep = tree.head[tie], tree.dep[tie]
        if above == tie or above in words:
            above = head
        if above != head and tree.is_above(head, above):
            return
        tree.move(head, above, dep if above != head else "root")
        for i in real:
            if i != head:
                adopt(tree, i, head, words)
    if person or all(tree.pos[i] == "PROPN" for i in words):
        first = next((i for i in words if tree.pos[i] == "PROPN"), head)
        for i in words:
            if i not in (head, first) and tree.pos[i] == "PROPN":
                adopt(tree, i, first, words)
        if first != head:
            tree.move(first, head, "appos")


def tie_to_last(tree: Tree, words: range) -> None:
    """Hang the words of a name under its last, as compounds, where several hang from the rest of the sentence."""
    tops = [i for i in words if tree.pos[i] != "PUNCT" and (tree.head[i] not in words or tree.head[i] == i)]
    if len(tops) < 2:
        return
    head, tie = words[-1], min(tops, key=lambda i: (rank(tree, i), -i))
    if tree.pos[head] == "PUNCT":
        return
    tree.stand_for(head, tie)
    for i in tops:
        if i != head and tree.head[head] not in words:
            tree.move(i, head, "compound")


def rank(tree: Tree, i: int) -> int:
    """How little the tie of word `i` is to be trusted."""
    dep = tree.dep[i]
    return TIES.index(dep) if dep in TIES else len(TIES)


def adopt(tree: Tree, i: int, head: int, words: range) -> None:
    """Hang word `i` of a name under its head, and what hung from it outside the name too."""
    case = tree.child(i, "case")
    tree.move(i, head, "nmod" if case is not None and case in words else "flat:name")
    for child in list(tree.children[i]):
        if child not in words:
            tree.move(child, head, tree.dep[child])


def join_names(tree: Tree) -> None:
    """Join to the whole of a name what was joined to its last word: "Robert Ménier, Jacques Ollivier et Samia Kaci"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep == "conj" and tree.dep[above] == "flat:name" and tree.head[above] < above:
            tree.move(i, tree.head[above], "conj")


def name_conjuncts(tree: Tree) -> None:
    """Hang a name on the noun right before it that is joined to another: "Paul et son frère Luc"."""
    for i, dep in enumerate(tree.dep):
        joined = i > 0 and tree.dep[i - 1] == "conj" and tree.pos[i - 1] == "NOUN" and tree.head[i - 1] == tree.head[i]
        if dep == "appos" and joined and tree.pos[i] == "PROPN":
            tree.move(i, i - 1, "appos")
