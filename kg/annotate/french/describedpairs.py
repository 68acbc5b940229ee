"""Two things joined of which each has its participle behind a comma: "X, né en 1950, et Y, né en 1962"."""

from __future__ import annotations

from kg.annotate.french.dead import make_dead
from kg.annotate.signs import disagrees, is_past_participle, is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

DEAD = ("mort", "morte")
PHRASE = (*NOMINAL, "DET", "ADP", "ADJ")  # of what the second of them may consist
LONGEST = 8  # words of the second
LOOSE = ("conj", "dep", "appos", "obl", "obj", "nmod", "parataxis")  # what the second is taken for


def pair_described(tree: Tree) -> None:
    """Hang each of two participles on what stands right before its comma, and join the second thing to the first."""
    for cc, dep in enumerate(tree.dep):
        if dep != "cc" or tree.text[cc - 1] != "," or tree.text[cc] not in ("et", "ou"):
            continue
        second = _phrase_behind(tree, cc)
        participle = _participle_before(tree, cc - 1)
        if second is None or participle is None:
            continue
        first, other = _head_before(tree, participle - 1), second[1] + 1
        if first is None or not (_is_said_of(tree, participle, first) and _is_said_of(tree, other, second[0])):
            continue
        for word, noun in ((participle, first), (other, second[0])):
            _make_participle(tree, word)
            tree.move(word, noun, "acl")
        if tree.dep[second[0]] in LOOSE and tree.case(second[0]) in ("", tree.case(first)):
            tree.move(second[0], first, "conj")
            tree.move(cc, second[0], "cc")
        _raise_predicate(tree, first, second[0])


def _phrase_behind(tree: Tree, cc: int) -> tuple[int, int] | None:
    """The noun behind a conjunction and the comma that ends its phrase, if a participle follows."""
    end = cc + 1
    while end < len(tree) - 1 and tree.pos[end] in PHRASE and end - cc <= LONGEST:
        end += 1
    if tree.text[end] != "," or end == len(tree) - 1 or not _may_be_participle(tree, end + 1):
        return None
    head = _head_before(tree, end)
    return (head, end) if head is not None and head > cc else None


def _head_before(tree: Tree, comma: int) -> int | None:
    """The noun that heads the phrase right before a comma: the name itself, or the noun that it is said of."""
    head = comma - 1
    while tree.dep[head] in ("flat:name", "amod", "nmod", "appos") and tree.head[head] < head:
        above = tree.head[head]
        named = tree.dep[head] in ("nmod", "appos") and tree.pos[head] == "PROPN"
        if named and not (tree.case(head) and is_person(tree, above, language("fr"))):
            return head if tree.pos[above] != "PRON" else None  # "deux enfants, |Anne", but "le |maire de Lyon"
        head = above
    return head if tree.pos[head] in ("NOUN", "PROPN") else None


def _participle_before(tree: Tree, end: int) -> int | None:
    """The participle right behind the comma before word `end`, where no verb or comma stands between."""
    k = end - 1
    while k > 1 and tree.text[k - 1] != "," and not tree.first[k]:
        if "VerbForm=Fin" in tree.morph[k] or tree.text[k] in (";", ":", "»"):
            return None
        k -= 1
    return k if tree.text[k - 1] == "," and _may_be_participle(tree, k) else None


def _raise_predicate(tree: Tree, first: int, second: int) -> None:
    """Make the main word of the predicate that was joined to the second of its subjects: "X, …, et Y, …, étaient |amis"."""
    for k in [c for c in tree.children[second] if c > second and tree.dep[c] == "conj"]:
        copula = tree.child(k, "cop")
        if copula is not None and tree.text[copula - 1] == "," and tree.head[first] == first:
            tree.stand_for(k, first)
            tree.move(first, k, "nsubj")


def _may_be_participle(tree: Tree, i: int) -> bool:
    """Whether a word is a participle without auxiliary, or "mort"."""
    if tree.text[i] in DEAD:
        return tree.child(i, "det") is None
    return (
        tree.pos[i] == "VERB"
        and is_past_participle(tree, i)
        and not any(tree.dep[c].startswith(("aux", "nsubj")) and c < i for c in tree.children[i])
    )


def _is_said_of(tree: Tree, participle: int, noun: int) -> bool:
    """Whether a participle may be said of a noun: it agrees, as "mort" does not show."""
    single = tree.pos[noun] != "PROPN" or "Number=Plur" not in tree.morph[participle]
    named = tree.pos[noun] == "PROPN"  # the gender of a name is a guess
    return single and (named or tree.text[participle] in DEAD or not disagrees(tree, participle, noun))


def _make_participle(tree: Tree, i: int) -> None:
    """Make a participle of "mort", and give it what hangs on it."""
    if tree.text[i] in DEAD and tree.pos[i] != "VERB":
        make_dead(tree, i)
        for child in tree.children[i]:
            if tree.dep[child] == "nmod":
                tree.dep[child] = "obl"
