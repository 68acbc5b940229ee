"""Titles beside the name of their holder: offices become Positions, ranks and forms of address are no mentions.

"le Premier ministre irakien X" and "X, directeur du FBI" hold a Position; the colonel of "le colonel X" is X.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.nominals import Nominal
from kg.extract.spans import Text

OFFICES = frozenset({"office"})
RANKS = frozenset({"rank", "occupation"})
BESIDE = frozenset({"appos", "flat:name", "nmod", "compound", "flat", "dep"})
NOT_OF_OFFICE = frozenset(
    {
        "appos", "acl:relcl", "acl", "conj", "cc", "flat:name", "parataxis", "advcl", "cop", "nsubj", "advmod",
        "aux:tense", "det", "punct",
    }
)  # fmt: skip
FARTHEST_TITLE = 4  # words of titles between an office and the name ("le directeur, M. le professeur X")


def mark_offices(text: Text, nominals: Sequence[Nominal], people: Iterable[tuple[int, int]]) -> list[Nominal]:
    """The nominals, with the offices of persons named beside them as Positions and without titles that belong to a name."""
    name_at = {i: first for first, last in people for i in range(_with_titles(text, first), last)}
    titled = {i for first, _ in people for i in range(_with_titles(text, first), first)}
    return list(_marked(text, nominals, name_at, titled))


def _marked(text: Text, nominals: Sequence[Nominal], name_at: Mapping[int, int], titled: set[int]) -> Iterator[Nominal]:
    for nominal in nominals:
        position = nominal.rule in OFFICES or (nominal.rule in RANKS and _has_complement(text, nominal))
        if position and nominal.kind == "Person" and _holder(text, nominal, name_at):
            yield _as_position(text, nominal, name_at)
        elif nominal.head not in titled:
            yield nominal


def _with_titles(text: Text, first: int) -> int:
    """Where the titles begin that end right before the name at word `first`: "M.", "le colonel", "Mme"."""
    start = max(text.parse.sentences[text.tokens[first].sentence].first, first - FARTHEST_TITLE)
    for begin in range(start, first):
        forms, lemmas = text.forms[begin:first], text.lemmas[begin:first]
        title = text.language.titles.match(forms, lemmas, 0)
        if title is not None and title[0] == len(forms):
            return _with_titles(text, begin)
    return first


def _holder(text: Text, office: Nominal, name_at: Mapping[int, int]) -> bool:
    """Whether a person's name is governed by the office or governs it as an apposition, or follows it at once."""
    token = text.tokens[office.head]
    if token.dep in {"appos", "nmod", "conj"} and token.head in name_at and not _cased(text, office.head):
        return True
    if any(
        kid in name_at and text.tokens[kid].dep in BESIDE and not _cased(text, kid)
        for kid in text.parse.children[office.head]
    ):
        return True
    if _follows_name(text, office.first, name_at):
        return True
    end = _phrase_end(text, office.head, office.last, name_at)
    while end < len(text.tokens) and text.tokens[end].text == "," or _is_article(text, end):
        end += 1
    return end in name_at


def _follows_name(text: Text, first: int, name_at: Mapping[int, int]) -> bool:
    """Whether the office stands right after a name and a comma: "X, directeur"."""
    before = first - 1
    if _is_article(text, before):
        before -= 1
    return before > 0 and text.tokens[before].text == "," and before - 1 in name_at


def _is_article(text: Text, i: int) -> bool:
    return i < len(text.tokens) and text.tokens[i].dep == "det" and "Definite=Def" in text.tokens[i].morph


def _cased(text: Text, i: int) -> bool:
    return any(text.tokens[kid].dep == "case" for kid in text.parse.children[i])


def _has_complement(text: Text, nominal: Nominal) -> bool:
    return any(text.tokens[kid].dep == "nmod" and _cased(text, kid) for kid in text.parse.children[nominal.head])


def _as_position(text: Text, office: Nominal, name_at: Mapping[int, int]) -> Nominal:
    last = _phrase_end(text, office.head, office.last, name_at)
    return replace(office, last=last, label_last=last, kind="Position")


def _phrase_end(text: Text, head: int, last: int, name_at: Mapping[int, int]) -> int:
    """The end of the office with its complements: "directeur de l'agence" up to the name of the holder or a comma."""
    inside = {head}
    todo = [head]
    while todo:
        for kid in text.parse.children[todo.pop()]:
            token = text.tokens[kid]
            if (token.dep not in NOT_OF_OFFICE or token.dep == "det" and kid > head) and kid not in name_at:
                inside.add(kid)
                todo.append(kid)
    while last in inside:
        last += 1
    return last
