"""What a time expression says, and the looks around a word that all readers of times take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.extract.calendar import Period
from kg.lang.numbers import Numbers
from kg.lang.times import Times
from kg.model import Parse

DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class When:
    """What an expression says. `amount` counts units from the article's date, or from an earlier time if an anaphor."""

    kind: Literal["date", "shift", "fixed", "anaphor", "length", "recent", "frequency", "vague"]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    first_day: int | None = None  # "du 3 au 5 mai"
    weekday: int | None = None
    unit: str = ""
    amount: int | None = None
    way: int | None = None  # of a month or weekday: -1 "dernier", 0 "ce", 1 "prochain"
    year_shift: int | None = None  # "en mai de l'année dernière"
    year_told: int | None = None  # "en mai de cette année-là", counted from the year told before
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """Words `first` to `last` (exclusive) with what they say; `head` is the word that the reader began at."""

    first: int
    last: int
    head: int
    when: When


class Words:
    """The words of one article with the tables of its language."""

    def __init__(self, parse: Parse, lows: list[str], times: Times, numbers: Numbers) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.lows = lows
        self.times = times
        self.numbers = numbers

    def low(self, i: int, floor: int, end: int) -> str:
        """Word `i` in lower case; "" outside `floor` to `end`."""
        return self.lows[i] if floor <= i < end else ""

    def day(self, low: str) -> int | None:
        """The day of a month that a word writes: "3", "1er", "3rd"."""
        digits = low
        for ending in self.times.ordinal_endings:
            if low.endswith(ending) and low[0].isdecimal():
                digits = low[: -len(ending)]
        return int(digits) if len(digits) <= 2 and digits.isdecimal() and 1 <= int(digits) <= 31 else None

    def year_at(self, i: int, end: int) -> int | None:
        """The year that word `i` writes in four digits."""
        low = self.lows[i] if i < end else ""
        if len(low) != 4 or not low.isdecimal() or not 1000 <= int(low) <= 2100:
            return None
        return None if self.low(i + 1, i, end) in self.times.before_era else int(low)

    def definite(self, first: int, floor: int) -> int:
        """Where an expression begins with its article."""
        return first - 1 if first > floor and self.lows[first - 1] in self.times.shifts["definite"] else first

    def way_after(self, last: int, end: int) -> tuple[int | None, int]:
        """The shift in words from `last` on ("dernier", "prochain"), and where they end."""
        found = self.times.shift_after.match(self.lows, self.lows, last) if last < end else None
        if found is None or last + found[0] > end or self.low(last + found[0], last, end) in self.times.joins["rank"]:
            return None, last
        return found[1], last + found[0]

    def absorb_part(self, last: int, end: int) -> int:
        """Past a part of the day: "lundi soir", "Monday evening", "lundi dans la nuit"."""
        return last + 1 if self.low(last, 0, end) in self.times.parts else last

    def year_after(self, last: int, end: int) -> tuple[int | None, int]:
        """The year from word `last` on ("2021", ", 2021", "de 2021"), and where it ends."""
        year = self.year_at(last, end)
        if year is not None:
            return year, last + 1
        if self.low(last, 0, end) in self.times.joins["of"]:
            year = self.year_at(last + 1, end)
            if year is not None:
                return year, last + 2
        return None, last
