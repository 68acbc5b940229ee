"""Offices beside the name of their holder: "le Premier ministre irakien X", "X, directeur du FBI"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.nominals import Nominal
from kg.extract.spans import Text

BESIDE = frozenset({"appos", "flat:name", "nmod", "compound", "flat"})
NOT_OF_OFFICE = frozenset(
    {
        "appos",
        "acl:relcl",
        "acl",
        "conj",
        "cc",
        "flat:name",
        "parataxis",
        "advcl",
        "cop",
        "nsubj",
        "aux:tense",
        "advmod",
    }
)


def mark_offices(text: Text, nominals: Sequence[Nominal], people: Iterable[tuple[int, int]]) -> list[Nominal]:
    """The nominals, those that are the office of a person named beside them made Positions with all that belongs to it."""
    name_at = {i: (first, last) for first, last in people for i in range(first, last)}
    return [_as_position(text, n, name_at) if n.rule == "office" and _holder(text, n, name_at) else n for n in nominals]


def _holder(text: Text, office: Nominal, name_at: dict[int, tuple[int, int]]) -> bool:
    """Whether a person's name is governed by the office or governs it as an apposition, or follows it at once."""
    token = text.tokens[office.head]
    if token.dep in {"appos", "nmod"} and token.head in name_at and not _cased(text, office.head):
        return True
    if any(
        kid in name_at and text.tokens[kid].dep in BESIDE and not _cased(text, kid)
        for kid in text.parse.children[office.head]
    ):
        return True
    if office.last in name_at:
        return True
    end = _phrase_end(text, office.head, office.last, name_at)
    return end in name_at or (end + 1 < len(text.tokens) and text.tokens[end].text == "," and end + 1 in name_at)


def _cased(text: Text, i: int) -> bool:
    return any(text.tokens[kid].dep == "case" for kid in text.parse.children[i])


def _as_position(text: Text, office: Nominal, name_at: dict[int, tuple[int, int]]) -> Nominal:
    last = _phrase_end(text, office.head, office.last, name_at)
    return replace(office, last=last, kind="Position")


def _phrase_end(text: Text, head: int, last: int, name_at: dict[int, tuple[int, int]]) -> int:
    """The end of the office with its complements: "directeur de l'agence" up to the name of the holder or a comma."""
    inside = {head}
    todo = [head]
    while todo:
        for kid in text.parse.children[todo.pop()]:
            token = text.tokens[kid]
            if token.dep not in NOT_OF_OFFICE and kid not in name_at and token.pos != "PUNCT":
                inside.add(kid)
                todo.append(kid)
    while last in inside:
        last += 1
    return last
