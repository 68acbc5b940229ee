"""Rows of names: where the parser breaks one ("X, Y, Z et W ont signé"), its members are joined to the first again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.annotate.french.signs import SOMEWHERE, SUBJECTS, VERBAL, is_infinitive, is_plural
from kg.annotate.repairs import subject_label
from kg.annotate.tree import Tree
from kg.lang import Language
from kg.lang.numbers import load
from kg.model import NameSpan

CARDINALS = load("fr").cardinals
ENDS = (".", "!", "…", "»", ";")
LEAST = 3  # members; pairs are mended elsewhere
BETWEEN = ("AUX", "ADV", "PRON", "PART")  # what stands between a subject and its verb
LOOSE = ("conj", "appos", "dep", "obl", "obj", "nmod", "parataxis", "dislocated", "advmod", "punct", "nsubj", "xcomp")
BEFORE_NAMES = (
    *("de", "du", "des", "d'", "d’", "de la", "de l'", "de l’"),
    *("à", "au", "aux", "en", "à la", "à l'", "à l’", "dans le", "dans les", "dans la", "dans l'", "dans l’"),
)
OF = ("de", "")  # "le fils de X, Y et Z": the last may stand beside the noun, whose parse decides


@dataclass(frozen=True, slots=True)
class Member:
    """A name of a row: its whole phrase, article, noun and acronym included, and the word that heads it."""

    begin: int
    end: int
    head: int
    person: bool


def mend_rows(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Join the names of a row to the first, which is what the parser says of one of them: the subject of the plural verb
    behind, or else what the first was."""
    for row in list(_rows(tree, sorted(names, key=lambda name: name.first))):
        counted = _counted_before(tree, row)
        if counted is not None:
            _hang_on(tree, counted, row)
        elif len(row) >= LEAST and not _make_subject(tree, row):
            _join(tree, row)


def name_several(tree: Tree, words: Language) -> None:
    """Make an apposition of the names behind who several are: "les présidents du Mali et du Niger, X et Y, ont …"."""
    for i, dep in enumerate(tree.dep):
        several = tree.head[i]
        if dep != "conj" or tree.pos[i] != "PROPN" or tree.pos[several] != "NOUN" or tree.text[i - 1] != ",":
            continue
        article, second = tree.child(several, "det"), tree.child(i, "conj")
        known = article is not None and "Number=Plur|PronType=Art" in tree.morph[article] and several < i
        if known and tree.lemma[several] in words.titles and second is not None and tree.pos[second] == "PROPN":
            tree.dep[i] = "appos"


def mend_rows_of(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Join to the first of a row of names the others with "de" before each: "la frontière du Mali, du Togo et du Niger".

    So the places of "la situation au Mali, en Libye et au Niger".
    """
    row: list[int] = []
    end = -1
    for name in sorted(names, key=lambda name: name.first):
        head = _member(tree, name).head
        joiner = _joiner_of(tree, end, name.first) if row and _are_alike(tree, row[0], head) else ""
        row = [*row, head] if joiner else [head]
        if joiner == "cc" and len(row) >= LEAST and tree.dep[row[0]] == "nmod":
            _join_to_first(tree, row)
        end = name.last


def _are_alike(tree: Tree, first: int, other: int) -> bool:
    """Whether "de" stands before two names, or a preposition of place before both."""
    cases = (tree.case(first), tree.case(other))
    return cases == ("de", "de") or all(case in SOMEWHERE for case in cases)


def _joiner_of(tree: Tree, end: int, begin: int) -> str:
    """What stands before the preposition of a member: "," or a conjunction, or "" where it goes on no row."""
    words = [tree.text[k].lower() for k in range(end, begin)]
    if not words or " ".join(words[1:]) not in BEFORE_NAMES:
        return ""
    return {",": ",", "et": "cc", "ou": "cc"}.get(words[0], "")


def _join_to_first(tree: Tree, row: list[int]) -> None:
    """Hang the others on the first, where the parser hung them above it or on each other."""
    first = row[0]
    for other in row[1:]:
        above = tree.head[other]
        inside = any(above == k or tree.head[above] == k for k in row)  # "Ivoire" in "Côte d'Ivoire"
        if above < other and (inside or tree.is_above(above, first)) and not tree.is_above(other, first):
            tree.move(other, first, "conj")


def _rows(tree: Tree, names: list[NameSpan]) -> Iterator[list[Member]]:
    """Names that only commas part, the last two a conjunction."""
    row: list[Member] = []
    for name in names:
        if row and name.first < row[-1].end:
            continue  # "Ana Vidal (PS), …": the party in brackets
        member = _member(tree, name)
        joined = _joiner(tree, row[-1].end, member.begin) if row else None
        if joined:
            row.append(member)
        else:
            row = [member]
        if joined == "cc":
            yield row
            row = [member]


def _member(tree: Tree, name: NameSpan) -> Member:
    words = range(name.first, name.last)
    head = next((i for i in words if tree.head[i] not in words or tree.head[i] == i), name.first)
    noun = tree.head[head]
    alone = all(tree.pos[k] == "ADJ" and tree.head[k] == noun for k in range(noun + 1, name.first))
    if alone and tree.pos[noun] == "NOUN" and noun < name.first and not tree.case(head):
        head = noun  # "la société X", "la chanteuse italienne X"
    begin = min(head, name.first)
    if begin and tree.pos[begin - 1] == "DET" and not tree.first[begin]:
        begin -= 1
    end = name.last
    if end + 2 < len(tree) and tree.text[end] == "(" and tree.text[end + 2] == ")":
        end += 3
    return Member(begin, end, head, name.label == "PER")


def _joiner(tree: Tree, end: int, begin: int) -> str:
    """What stands between two members: "," or a conjunction, or "" where they are none of one row."""
    if begin <= end or begin >= len(tree) or True in tree.first[end : begin + 1]:
        return ""
    words = [k for k in range(end, begin) if tree.text[k] != ","]
    if not words:
        return ","
    adding = [tree.text[k].lower() for k in words]
    return "cc" if adding in (["et"], ["ou"], ["ainsi", "que"], ["et", "enfin"], ["ou", "encore"]) else ""


def _counted_before(tree: Tree, row: list[Member]) -> int | None:
    """The noun, or the number alone, that counts as many as stand behind a colon: "Trois pays ont signé : X, Y et Z"."""
    colon, end = row[0].begin - 1, row[-1].end
    if colon < 1 or tree.text[colon] != ":" or not (end == len(tree) or tree.first[end] or tree.text[end] in ENDS):
        return None
    for i in range(tree.first_of(colon), colon):
        number = tree.child(i, "nummod") if tree.pos[i] == "NOUN" else i if tree.dep[i] in SUBJECTS else None
        if number is not None and _value(tree.text[number]) == len(row):
            return i
    return None


def _value(text: str) -> int:
    """What a number says, in figures or in words: "22", "vingt-deux"; 0 for another word."""
    if text.isdecimal():
        return int(text)
    parts = [CARDINALS.get(part, 0) for part in text.lower().split("-")]
    return sum(parts) if all(parts) else 0


def _hang_on(tree: Tree, noun: int, row: list[Member]) -> None:
    """Say of those counted that they are the names of a row, which the parser may have taken for a sentence of its own."""
    first = row[0].head
    tree.first[row[0].begin] = False
    if tree.is_above(first, noun):
        tree.stand_for(noun, first)
    tree.move(first, noun, "appos")
    _hang(tree, [member.head for member in row], row)


def _make_subject(tree: Tree, row: list[Member]) -> bool:
    """Make one subject of a row right before a plural verb, but for what a preposition or a verb before it holds."""
    verb = _verb_behind(tree, row[-1].end)
    if verb is None or not is_plural(tree, verb) or is_infinitive(tree, verb):
        return False
    heads = [member.head for member in row]
    if any(tree.dep[c] in SUBJECTS and c not in heads for c in tree.children[verb]):
        return False
    begin = row[0].begin
    while heads and (tree.case(heads[0]) or tree.head[heads[0]] < begin):
        heads = heads[1:]
    if len(heads) < 2:
        return False
    first = heads[0]
    if tree.is_above(first, verb):
        tree.stand_for(verb, first)
    tree.move(first, verb, subject_label(tree, verb))
    _hang(tree, heads, row)
    return True


def _verb_behind(tree: Tree, end: int) -> int | None:
    """The finite verb right behind a row, with its auxiliaries and pronouns."""
    k = end
    while k < len(tree) and not tree.first[k] and tree.pos[k] in BETWEEN:
        k += 1
    if k >= len(tree) or tree.first[k] or tree.pos[k] != "VERB":
        return None
    finite = any("VerbForm=Fin" in tree.morph[c] for c in (k, *tree.children[k]) if tree.pos[c] in VERBAL)
    return k if finite else None


def _join(tree: Tree, row: list[Member]) -> None:
    """Join the members to the first, where they hang on it or beside it."""
    if tree.case(row[0].head) and row[0].person != row[1].person:
        row = row[1:]  # "le maire de Lyon, Ana Vidal, …"
    first = row[0].head
    heads = [member.head for member in row]
    if tree.head[first] >= row[0].begin or (tree.case(first) in OF and tree.child(first, "case") is not None):
        return
    above = tree.head[first]
    for head in heads[1:]:
        beside = tree.head[head] in heads or tree.is_above(tree.head[head], above)
        if tree.child(head, "case") is not None or tree.dep[head] not in LOOSE or not beside:
            return
    if tree.dep[first] == "punct":
        tree.dep[first] = "dep"
    _hang(tree, heads, row)


def _hang(tree: Tree, heads: list[int], row: list[Member]) -> None:
    """Hang the members on the first, and the conjunction on the last."""
    for head in heads[1:]:
        tree.move(head, heads[0], "conj")
    for k in range(row[-2].end, row[-1].begin):
        if tree.text[k] == "," or tree.dep[k] == "fixed":
            continue
        tree.move(k, heads[-1], "cc")
