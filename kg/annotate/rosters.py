"""Rosters: several people in a row, each with an office: "the mayor, X, the police chief, Y, and the prefect, Z, met".

A parser takes every second office for that of the name before it. Whether offices stand before the names or behind them,
the last member of the row tells, which a conjunction opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from kg.annotate.repairs import SUBJECTS, give_subject
from kg.annotate.signs import is_person
from kg.annotate.tree import Tree
from kg.lang import Language
from kg.model import NameSpan

VERBAL = frozenset({"VERB", "AUX"})
BETWEEN = frozenset({"AUX", "ADV", "PRON"})  # what stands between a row and its verb
LONGEST_ASIDE = 3  # words of an age between commas: "34 ans"
LONGEST_NAME = 4  # words
TWO_PAIRS = 4  # pieces


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two commas: somebody's description, a name, both, or an age, which is neither."""

    begin: int
    end: int
    noun: int | None
    name: int | None
    last: bool  # whether a conjunction opens it

    @property
    def words(self) -> list[int]:
        """The heads of the description and of the name."""
        return [word for word in (self.noun, self.name) if word is not None]


Member = list[int]  # the word that stands for somebody, and what hangs on it, each on the one before


def mend_rosters(tree: Tree, names: Iterable[NameSpan], words: Language, joining: frozenset[str]) -> None:
    """Give the people of a row each their own office, and join them to the first, which is what the row is in its clause."""
    people = {name.first: name for name in names if name.label == "PER"}
    if len(people) < 2:
        return
    starts = [i for i, first in enumerate(tree.first) if first]
    for begin, end in zip(starts, [*starts[1:], len(tree)], strict=True):
        inside = {first: name for first, name in people.items() if begin <= first < end}
        pieces = list(_pieces(tree, begin, end, inside, words, joining)) if len(inside) > 1 else []
        for closing, piece in enumerate(pieces):
            members = _members(tree, pieces, closing) if piece is not None and piece.last else []
            if len(members) > 1 and any(len(member) > 1 for member in members[:-1]):
                _join(tree, members, pieces[closing:])


def _pieces(
    tree: Tree, begin: int, end: int, people: Mapping[int, NameSpan], words: Language, joining: frozenset[str]
) -> Iterator[Piece | None]:
    """The pieces of a sentence between its commas; None for what is no piece of a roster."""
    behind_name = {name.last for name in people.values()}
    edges = [i for i in range(begin, end) if tree.text[i] == "," or (tree.text[i] in joining and i in behind_name)]
    before: Piece | None = None
    for first, last in zip([begin - 1, *edges], [*edges, end], strict=True):
        start = first if first >= begin and tree.text[first] != "," else first + 1
        if start < last:
            opened = tree.text[start] in joining
            closes = before is not None and before.last and before.name is None
            before = _piece(tree, Piece(start, last, None, None, opened), closes, people, words)
            yield before


def _piece(tree: Tree, piece: Piece, closes: bool, people: Mapping[int, NameSpan], words: Language) -> Piece | None:
    """A piece with its description and its name; where it closes a row, the rest of the clause may stand behind."""
    start, end = piece.begin + piece.last, piece.end
    while end > start and tree.pos[end - 1] == "PUNCT" and tree.text[end - 1] != ")":
        end -= 1
    if 0 < end - start <= LONGEST_ASIDE and tree.pos[start] == "NUM":
        return piece
    held = _name(tree, start, end, people, words)
    if held is not None and (piece.last or (closes and held.first == start)):
        end = held.last
    elif held is not None and held.last != end and not (tree.text[held.last] == "(" and tree.text[end - 1] == ")"):
        return None
    elif held is None and piece.last:  # "… et deux officiers ont été tués"
        end = next((i for i in range(start, end) if tree.pos[i] in VERBAL), end)
    noun = _described(tree, start, end if held is None else held.first, words)
    opened = piece.last and (held is None or held.first > start)
    if (noun is None and (held is None or opened)) or (opened and min([noun or 0, *tree.children[noun or 0]]) > start):
        return None
    return Piece(piece.begin, end, noun, None if held is None else _top(tree, held), piece.last)


def _name(tree: Tree, begin: int, end: int, people: Mapping[int, NameSpan], words: Language) -> NameSpan | None:
    """The first person named in a piece, by the model or by a given name; no town: "the prefect from Niger"."""
    seen = (people[i] for i in range(begin, end) if i in people)
    known = next((name for name in seen if tree.pos[name.first - 1] != "ADP"), None)
    if known is not None or not 1 < end - begin <= LONGEST_NAME or tree.text[begin] not in words.given_names:
        return known
    return NameSpan(begin, end, "PER") if all(tree.pos[i] == "PROPN" for i in range(begin, end)) else None


def _top(tree: Tree, name: NameSpan) -> int:
    span = range(name.first, name.last)
    return next((i for i in span if tree.head[i] not in span or tree.head[i] == i), name.first)


def _described(tree: Tree, begin: int, end: int, words: Language) -> int | None:
    """The noun of the description that ends a piece: of a person, with nothing but its own words up to the end."""
    for i in range(begin, end):
        bare = all(tree.pos[k] not in VERBAL for k in range(i + 1, end))
        person = is_person(tree, i, words) or _is_count(tree, i, words)
        named = tree.pos[i] in ("NOUN", "PROPN") and person and not tree.case(i)
        if named and bare and all(tree.is_above(i, k) for k in range(i + 1, end)):
            return i
    return None


def _is_count(tree: Tree, i: int, words: Language) -> bool:
    """Whether a noun only tells how many people there are: "des centaines de personnes"."""
    counts = tree.lemma[i] in words.grammar.transparent_nouns
    return counts and any(tree.dep[c] == "nmod" and is_person(tree, c, words) for c in tree.children[i])


def _members(tree: Tree, pieces: Sequence[Piece | None], closing: int) -> list[Member]:
    """The members of the row that the piece at `closing` ends, or the one behind it."""
    last, behind = pieces[closing], pieces[closing + 1] if closing + 1 < len(pieces) else None
    assert last is not None
    before = last.noun is not None  # whether offices stand before names
    if last.noun is not None and last.name is not None:
        members = [last.words]
    elif behind is None or (behind.name is not None) != before or not behind.words:
        before_last = [piece for piece in pieces[:closing] if piece is None or piece.words]
        return _members_before(before_last, last) or _members_described(tree, before_last, last)
    else:
        members = [[*last.words, *behind.words]]
    rest = [piece for piece in pieces[:closing] if piece is None or piece.words]
    while rest and (piece := rest[-1]) is not None:
        other = rest[-2] if len(rest) > 1 else None
        paired = other is not None and not other.last and len(other.words) == 1 and (other.noun is not None) == before
        alone = piece.noun is not None and piece.name is not None
        if paired and other is not None and before and piece.name is not None and (not alone or len(rest) < 3):
            members.append([*other.words, *piece.words])
            del rest[-2:]
        elif paired and other is not None and not before and piece.name is None:
            members.append([*other.words, *piece.words])
            del rest[-2:]
        elif alone or (piece.name is not None and other is None and len(last.words) > 1):
            members.append(piece.words)
            del rest[-1:]
        else:
            break
    return members[::-1]


def _members_before(pieces: Sequence[Piece | None], last: Piece) -> list[Member]:
    """The members of a row that somebody without a name ends: whether it began with an office tells of which each is."""
    single = takewhile(lambda piece: piece is not None and len(piece.words) == 1, reversed(pieces))
    run = [piece for piece in single if piece is not None][::-1]
    nouns = [piece.noun is not None for piece in run]
    if last.noun is None or len(run) < TWO_PAIRS or len(run) % 2 or any(a == b for a, b in pairwise(nouns)):
        return []
    return [*([*one.words, *other.words] for one, other in zip(run[::2], run[1::2], strict=True)), last.words]


def _members_described(tree: Tree, pieces: Sequence[Piece | None], last: Piece) -> list[Member]:
    """The members of such a row where each has an office before the name, and some a second one behind it or before:
    "le colonel A, chef du corps, le major B et d'autres officiers"."""
    members: list[Member] = []
    ahead: Member = []
    for piece in takewhile(lambda piece: piece is not None, reversed(pieces)):
        assert piece is not None
        if piece.noun is not None and piece.name is not None:
            members.insert(0, [*piece.words, *ahead])
            ahead = []
        elif piece.noun is None:
            return []
        elif tree.child(piece.noun, "det") is None and not ahead:
            ahead = piece.words
        elif members and not ahead and piece is _first(pieces):
            members[0] = [*piece.words, *members[0]]
        else:
            return []
    return [*members, last.words] if len(members) > 1 and not ahead and last.noun is not None else []


def _first(pieces: Sequence[Piece | None]) -> Piece | None:
    """The first piece of the run that ends a list."""
    return [*takewhile(lambda piece: piece is not None, reversed(pieces))][-1]


def _join(tree: Tree, members: Sequence[Member], closing: Sequence[Piece | None]) -> None:
    """Join the members of a row to the first; that is what the row is in its clause: the subject of the verb behind it."""
    of_row = takewhile(lambda piece: piece is not None and set(piece.words) <= set(members[-1]), closing)
    end = max(piece.end for piece in of_row if piece is not None)
    first, inside = members[0][0], range(members[0][0], end)
    if any(tree.pos[i] in VERBAL for i in inside):
        return
    verb = _verb_behind(tree, end)
    if verb is not None and all(c in inside for c in tree.children[verb] if tree.dep[c] in SUBJECTS):
        if tree.is_above(first, verb):
            tree.stand_for(verb, first)
        give_subject(tree, verb, first)
    else:
        outer = next((i for member in members for i in member if tree.head[i] not in inside), first)
        tree.move(first, tree.head[outer], tree.dep[outer])
    if tree.head[first] in inside:
        return
    for member in members:
        if member[0] != first:
            tree.move(member[0], first, "conj")
        for other, head in zip(member[1:], member, strict=False):
            tree.move(other, head, "appos")
    joint = next(i for i in range(members[-1][0], first, -1) if tree.pos[i] == "CCONJ" or tree.dep[i] == "cc")
    tree.move(joint, members[-1][0], "cc")


def _verb_behind(tree: Tree, end: int) -> int | None:
    """The finite verb right behind a row, with or without a comma between."""
    k = end
    while k < len(tree) and not tree.first[k] and (tree.pos[k] in BETWEEN or tree.text[k] == ","):
        k += 1
    if k >= len(tree) or tree.first[k] or tree.pos[k] != "VERB":
        return None
    return k if any("VerbForm=Fin" in tree.morph[c] for c in (k, *tree.children[k])) else None
