"""Places and times put in front by a cleft: "C'est à Lyon que X a été arrêté", "It was in Lyon that X was arrested"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from kg.annotate.tree import Tree
from kg.lang import Language
from kg.ontology import PLACES

SUBORDINATE = ("acl", "acl:relcl", "ccomp", "advcl", "dep", "csubj")
LONGEST = 16  # words between the copula and what begins the clause
PARTICLE = "discourse"  # how the words hang that only put something in front


def mend_clefts(tree: Tree, words: Language, openers: Set[str], marks: Set[str], copula: str) -> None:
    """Make what a cleft tells the main clause, with the place in front as its oblique, unless that is denied or doubted."""
    for be, lemma in enumerate(tree.lemma[:-2]):
        if lemma != copula:
            continue
        i = next((k for k in range(be - 1, max(be - 4, -1), -1) if tree.text[k].lower() in openers), None)
        case = None if i is None else next((k for k in (be + 1, be + 2) if tree.dep[k] == "case"), None)
        mark = None if case is None else next(_marks(tree, case, marks), None)
        if i is None or case is None or mark is None:
            continue
        verb = tree.head[mark]
        place = tree.head[verb]
        clause = tree.pos[verb] in ("VERB", "AUX") and tree.dep[verb] in SUBORDINATE and mark < verb
        if clause and be < place < mark and tree.child(place, "case") == case and _is_place(tree, place, words):
            _turn(tree, range(i, case), place, mark, verb)
            sure = be == i + 1 and case == be + 1 and "Mood=Cnd" not in tree.morph[be]
            tree.move(place, verb, "obl" if sure else PARTICLE)


def _marks(tree: Tree, begin: int, marks: Set[str]) -> Iterator[int]:
    end = min(begin + LONGEST, tree.end_of(begin))
    return (k for k in range(begin + 1, end) if tree.text[k].lower() in marks)


def _is_place(tree: Tree, i: int, words: Language) -> bool:
    """Whether a name, a number or a noun for a place is put in front, no reason or aim: "c'est dans l'espoir que"."""
    noun = words.nouns.get(tree.lemma[i])
    placed = noun is not None and not PLACES.isdisjoint((noun.kind, *noun.also))
    return tree.pos[i] in ("PROPN", "NUM") or (tree.pos[i] == "NOUN" and placed)


def _turn(tree: Tree, front: range, place: int, mark: int, verb: int) -> None:
    """Put the verb of the clause where the place stood, with the words that put that in front as mere particles."""
    tree.stand_for(verb, place)
    for child in list(tree.children[place]):
        if child in front:
            tree.move(child, verb, PARTICLE)
        elif child < front.start or child > mark:
            tree.move(child, verb, tree.dep[child])
    tree.move(mark, verb, PARTICLE)
    tree.pos[mark], tree.morph[mark] = "SCONJ", ""
