"""Number words, bounds, money and measures: kg/lang/<code>/numbers.toml and kg/lang/world/money.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from kg.errors import KgError
from kg.lang import tables
from kg.lang.phrases import Phrases

Comparator = Literal["=", "~", ">", "<"]

_ELISION = re.compile(r"\b(qu|jusqu|[cdjlmnst])'", re.IGNORECASE)  # the tokenizers split a word after these


@dataclass(frozen=True, slots=True)
class Composition:
    """How the cardinals of a language are put together."""

    joiners: frozenset[str]  # "et", "and"
    join_after: Literal["tens", "hundreds"]
    join_before: frozenset[int]  # values that a joiner may precede; empty: any below 100
    teens: frozenset[int]  # tens that take 10 to 19: 60 and 80 in French
    scores: frozenset[int]  # values below 100 that multiply: 20 in French ("quatre-vingts")
    adjectives: frozenset[str]  # hundreds and thousands that are no nouns: French "cent", "mille"
    tails: frozenset[str]  # forms that never come first: "cents", "vingts"
    weak: frozenset[str]  # words that are no number by themselves: "un"
    halves: Phrases[bool]  # "et demi"
    half_before: frozenset[tuple[str, ...]]  # "half a"


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency's name: its ISO 4217 code by itself ("" if several states have one) and by the word beside it."""

    name: str
    default: str
    only_qualified: bool  # an everyday word too ("livre"): money only with a qualifier
    scaled: str  # the code that such a word has behind a magnitude: "3 million pounds"
    qualifiers: tuple[tuple[str, str], ...]  # beginning of a word -> code

    def code(self, beside: Iterable[str]) -> str | None:
        """The code that the words beside the name give; None if the name is not known to mean money."""
        for word in beside:
            for stem, code in self.qualifiers:
                if word.startswith(stem):
                    return code
        return None if self.only_qualified else self.default or self.name


@dataclass(frozen=True, slots=True)
class Numbers:
    """Everything that the reader of quantities looks up; words are lower case, split as the tokenizer splits them."""

    decimal: str
    group: str
    noun_first: bool  # the first noun after a number is the one counted, not the last of a compound
    year_before_noun: bool
    noun_in_ratio: bool  # a noun stands inside a ratio: "un habitant sur cinq", "one in five residents"
    cardinals: Mapping[str, int]
    composition: Composition
    collectives: Mapping[str, int]
    words: Mapping[str, frozenset[str]]  # "articles", "several", "of", "between", "to", "labels", …
    casualties: Mapping[str, str]
    before: Mapping[tuple[str, ...], Comparator]
    after: Phrases[Comparator]
    scale_letters: Mapping[str, int]
    percent: Phrases[str]  # -> "%" or "point"
    measures: Phrases[str]
    measured: Mapping[str, str]
    currencies: Mapping[str, Currency]
    signs: Mapping[str, str]
    codes: frozenset[str]
    starts: frozenset[str]  # words at which a number may begin


def split(phrase: str) -> tuple[str, ...]:
    """The words of a listed phrase as the tokenizer splits them: "jusqu'à la" -> ("jusqu'", "à", "la")."""
    return tuple(_ELISION.sub(r"\1' ", phrase).split())


@cache
def load(code: str) -> Numbers:
    """The table of one language. Raises KgError if a file is missing, malformed or lacks a section."""
    data = tables.toml(f"{code}/numbers.toml")
    money = tables.toml("world/money.toml")
    try:
        return _numbers(data, money)
    except KeyError as error:
        raise KgError(f"language data {code}/numbers.toml lacks {error}") from error


def _numbers(data: dict[str, Any], money: dict[str, Any]) -> Numbers:
    plurals = data["plurals"]
    percent = [(split(word), "%") for word in data["percent"]["words"]]
    points = [(split(word), "point") for word in data["percent"]["points"]]
    currencies = {
        form: currency
        for name, entry in data["currencies"].items()
        for currency in (_currency(name, entry),)
        for form in _forms(name, plurals)
    }
    return Numbers(
        decimal=data["figures"]["decimal"],
        group=data["figures"]["group"],
        noun_first=data["figures"]["noun_first"],
        year_before_noun=data["figures"]["year_before_noun"],
        noun_in_ratio=data["figures"]["noun_in_ratio"],
        cardinals=data["cardinals"],
        composition=_composition(data["composition"]),
        collectives=data["collectives"],
        words={name: frozenset(listed) for name, listed in data["words"].items()},
        casualties=data["casualties"],
        before={split(phrase): cast(Comparator, sign) for phrase, sign in data["before"].items()},
        after=Phrases((split(phrase), cast(Comparator, sign)) for phrase, sign in data["after"].items()),
        scale_letters=data["scale_letters"],
        percent=Phrases([*percent, *points]),
        measures=Phrases(
            (split(form), symbol) for name, symbol in data["measures"].items() for form in _forms(name, plurals)
        ),
        measured=data["measured"],
        currencies=currencies,
        signs=money["signs"],
        codes=frozenset(money["codes"]["list"]),
        starts=frozenset(data["cardinals"]) | frozenset(data["collectives"]) | {"-", "+"},
    )


def _composition(data: dict[str, Any]) -> Composition:
    return Composition(
        joiners=frozenset(data["and"]),
        join_after=data["and_after"],
        join_before=frozenset(data["and_before"]),
        teens=frozenset(data["teens"]),
        scores=frozenset(data["scores"]),
        adjectives=frozenset(data["adjectives"]),
        tails=frozenset(data["tails"]),
        weak=frozenset(data["weak"]),
        halves=Phrases((split(phrase), True) for phrase in data["halves"]),
        half_before=frozenset(split(phrase) for phrase in data["half_before"]),
    )


def _currency(name: str, entry: dict[str, Any]) -> Currency:
    qualifiers = tuple((key, value) for key, value in entry.items() if key not in ("default", "only_qualified", "scaled"))
    return Currency(name, entry.get("default", ""), entry.get("only_qualified", False), entry.get("scaled", ""), qualifiers)


def _forms(name: str, plurals: list[str]) -> list[str]:
    """A name and its plurals; symbols and phrases stand as they are."""
    return [name, *(name + ending for ending in plurals if len(name) > 2 and name.isalpha())]
