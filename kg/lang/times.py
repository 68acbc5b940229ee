"""Words of time: kg/lang/<code>/times.toml, and the names of the months in dates.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.errors import KgError
from kg.lang import tables
from kg.lang.numbers import split
from kg.lang.phrases import Phrases

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Times:
    """Everything that the reader of times looks up; words are lower case, split as the tokenizer splits them."""

    months: Mapping[str, int]  # names and abbreviations, without a dot
    abbreviations: Words
    fuzzy_months: Mapping[str, int]  # a month in one word with an edge: "mi-juillet"
    month_first: bool  # "May 3" as well as "3 May"
    holidays: frozenset[tuple[str, ...]]  # names of days that hold a weekday's name
    months_capital: bool
    month_before: Words
    weekdays: Mapping[str, int]  # Monday is 0
    seasons: Mapping[str, int]  # its middle month, in the northern hemisphere
    ordinal_endings: tuple[str, ...]
    ordinals: Mapping[str, int]
    quarters: Mapping[str, int]
    day_first: bool  # 03/05/2021 is the third of May; where False, only dates that can be read one way are read
    before_era: Words
    clock: Words
    units: Mapping[str, str]  # form -> "day", "week", "weekend", "month", "year", …
    unit_words: Mapping[str, Words]
    weekend: Phrases[bool]
    deictics: Mapping[str, int]  # first words of `deictic_phrases` that no other reader takes
    deictic_phrases: Phrases[int]
    parts: Words
    parts_today: Words
    parts_past: Words
    shift_before: Mapping[str, int]
    shift_after: Phrases[int]
    shifts: Mapping[str, Words]  # "recent", "coming", "so_far", "same", "next", "previous", "definite", "contracted"
    next_phrases: Phrases[int]  # "suivante" -> 1, "d'avant" -> -1
    anaphors: Mapping[str, int]
    not_before: Words
    extents: Words  # a length behind these says by how much: "extended by two years"
    after_length: Phrases[str]  # -> "ago", "ahead", "later", "earlier"
    edges: Mapping[tuple[str, ...], str]  # -> "start", "middle", "end"
    prepositions: Mapping[tuple[str, ...], str]  # -> "since", "until", "deadline", "after", …
    joins: Mapping[str, Words]
    day_joiners: Words
    before_year: Words
    year_names: Words
    vague_before: frozenset[tuple[str, ...]]
    several: frozenset[tuple[str, ...]]
    ones: Words
    frequency: Phrases[bool]
    tense: Mapping[str, Words]
    landmarks: Mapping[tuple[int, int], tuple[int, Words]]  # month and day -> year, and the words that stand beside it

    triggers: Mapping[str, str]  # word -> the reader that begins at it

    def is_month(self, text: str, beside_number: bool, before: str = "") -> bool:
        """Whether a word with a month's form is that month: by a number beside it, its capital, the word before it."""
        low = text.lower().rstrip(".")
        if low not in self.months:
            return False
        if (self.months_capital and not text[0].isupper() and len(low) <= 5) or (
            low in self.abbreviations and not beside_number
        ):
            return False
        if beside_number:
            return True
        return (not self.months_capital and text[0].islower()) or before in self.month_before


@cache
def load(code: str) -> Times:
    """The table of one language. Raises KgError if a file is missing, malformed or lacks a section."""
    data = tables.toml(f"{code}/times.toml")
    months = tables.toml(f"{code}/dates.toml")["months"]
    try:
        return _times(data, months)
    except KeyError as error:
        raise KgError(f"language data {code}/times.toml lacks {error}") from error


def _times(data: dict[str, Any], months: Mapping[str, list[str]]) -> Times:
    calendar, shifts, words = data["calendar"], data["shifts"], data["anaphor_words"]
    lengths = {**data.get("after_length", {}), "later": words["later"], "earlier": words["earlier"]}
    return Times(
        months={name: int(number) for number, names in months.items() for name in names},
        abbreviations=frozenset(name for names in months.values() for name in names[1:] if len(name) <= 4),
        fuzzy_months={
            prefix + name: int(number)
            for prefix in data["edges"]["prefixes"]
            for number, names in months.items()
            for name in names
        },
        month_first=calendar["month_first"],
        holidays=frozenset(split(name) for name in calendar["holidays"]),
        months_capital=calendar["months_capital"],
        month_before=frozenset(calendar["month_before"]),
        weekdays={name: number for number, name in enumerate(calendar["weekdays"])},
        seasons=calendar["seasons"],
        ordinal_endings=tuple(calendar["ordinal_endings"]),
        ordinals=calendar["ordinals"],
        quarters={name: number for number, name in enumerate(calendar["quarters"], 1)},
        day_first=calendar["numeric"] == "day month",
        before_era=frozenset(calendar["before_era"]),
        clock=frozenset(calendar["clock"]),
        units=data["units"],
        unit_words=_sets(data["unit_words"]),
        weekend=_phrases({True: data["unit_words"]["weekend"]}),
        deictics={split(phrase)[0]: shift for phrase, shift in data["deictics"].items()},
        deictic_phrases=Phrases((split(phrase), shift) for phrase, shift in data["deictics"].items()),
        parts=frozenset(data["parts"]["words"]),
        parts_today=frozenset(data["parts"]["today"]),
        parts_past=frozenset(data["parts"]["past"]),
        shift_before=shifts["before"],
        shift_after=Phrases((split(phrase), shift) for phrase, shift in shifts["after"].items()),
        shifts=_sets({key: value for key, value in shifts.items() if isinstance(value, list)}),
        next_phrases=_phrases({1: shifts["next"], -1: shifts["previous"]}),
        anaphors=data["anaphors"],
        not_before=frozenset(words["not_before"]),
        extents=frozenset(words["extents"]),
        after_length=_phrases(lengths),
        edges=_inverse(data["edges"], ("start", "middle", "end")),
        prepositions=_inverse(data["prepositions"], tuple(data["prepositions"])),
        joins=_sets(data["joins"]),
        day_joiners=frozenset(data["joins"]["days"]),
        before_year=frozenset(data["years"]["before"]),
        year_names=frozenset(data["years"]["names"]),
        vague_before=frozenset(split(phrase) for phrase in data["vague"]["before"]),
        several=frozenset(split(phrase) for phrase in data["vague"]["several"]),
        ones=frozenset(data["vague"]["numbers"]),
        frequency=_phrases({True: data["frequency"]["words"]}),
        tense=_sets(data["tense"]),
        landmarks={
            (int(entry["day"][:2]), int(entry["day"][3:])): (entry["year"], frozenset(entry["beside"]))
            for entry in data.get("landmarks", ())
        },
        triggers=_triggers(data, months),
    )


def _triggers(data: dict[str, Any], months: Mapping[str, list[str]]) -> dict[str, str]:
    """Which reader a word calls; where a word could call two, the first of them."""
    names = [name for listed in months.values() for name in listed]
    fuzzy = [prefix + name for prefix in data["edges"]["prefixes"] for name in names]
    dotted = [name + "." for name in names]
    calendar = data["calendar"]
    readers = {
        "month": [*names, *dotted, *fuzzy],
        "weekday": calendar["weekdays"],
        "deictic": [split(phrase)[0] for phrase in data["deictics"]],
        "part": data["parts"]["words"],
        "season": calendar["seasons"],
        "quarter": calendar["quarters"],
        "anaphor": data["anaphors"],
        "frequency": [split(phrase)[0] for phrase in data["frequency"]["words"]],
        "unit": [*data["units"], *(split(phrase)[0] for phrase in data["unit_words"]["weekend"])],
    }
    found: dict[str, str] = {}
    for reader, words in readers.items():
        for word in words:
            found.setdefault(word, reader)
    return {word: ("unit" if word in data["units"] else reader) for word, reader in found.items()}


def _sets(lists: Mapping[str, Iterable[str]]) -> dict[str, Words]:
    return {name: frozenset(words) for name, words in lists.items()}


def _phrases(lists: Mapping[Any, Iterable[str]]) -> Phrases[Any]:
    return Phrases((split(phrase), value) for value, phrases in lists.items() for phrase in phrases)


def _inverse(lists: Mapping[str, Iterable[str]], names: Iterable[str]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for name in names:
        for phrase in lists[name]:
            found.setdefault(split(phrase), name)
    return found
