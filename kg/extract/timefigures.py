"""Times told by figures alone: years, decades, 26/07/2021 and 2021-07-26."""

from __future__ import annotations

import re

from kg.extract import calendar
from kg.extract.timewords import Expression, When, Words

HYPHENS = frozenset("-–")
DECADE_ENDINGS = frozenset({"'s", "’s"})
_NUMERIC = re.compile(r"(\d{1,4})([/.])(\d{1,2})\2(\d{1,4})")
_DECADE = re.compile(r"(\d{2}|\d{4})['’]?s")


class FigureReader(Words):
    """Reads the expressions that begin with a digit."""

    def read(self, i: int, floor: int, end: int) -> Expression | None:
        """The date, year or decade that word `i` begins; None if its digits are something else."""
        low = self.lows[i]
        if len(low) >= 6 and (found := _NUMERIC.fullmatch(low)):
            return self._numeric(i, found.group(1), found.group(3), found.group(4))
        if len(low) != 4 and low[-1] != "s":
            return None
        iso = self._iso(i, end)
        if iso is not None:
            return iso
        decade = _DECADE.fullmatch(low)
        if decade and self.low(i - 1, floor, end) not in HYPHENS:  # "ten 787-10s"
            return self._decade(i, decade.group(1), floor)
        year = self.year_at(i, end)
        if year is None or not self._is_year(i, year, floor, end):
            return None
        if year % 10 == 0 and self.low(i + 1, i, end) in DECADE_ENDINGS and self.tokens[i].end == self.tokens[i + 1].start:
            meant = When("fixed", period=calendar.years(year, 10))  # "in the 1980's"
            return Expression(self.definite(i, floor), i + 2, i, meant)
        if self.low(i - 1, floor, end) in self.times.unit_words["year_name"]:
            return Expression(self.definite(i - 1, floor), i + 1, i, When("fixed", period=calendar.years(year)))
        return Expression(i, i + 1, i, When("fixed", period=calendar.years(year)))

    def _numeric(self, i: int, one: str, two: str, three: str) -> Expression | None:
        """A date in digits; one that could be read with day and month exchanged only where the language settles it."""
        if len(one) == 4:
            year, month, day = int(one), int(two), int(three)
        elif len(three) == 4:
            day, month, year = int(one), int(two), int(three)
            if not self.times.day_first:
                if day <= 12 and month <= 12 and day != month:
                    return None
                if month > 12:
                    day, month = month, day
        else:
            return None
        date = calendar.real_date(year, month, day)
        return None if date is None else Expression(i, i + 1, i, When("fixed", period=calendar.day(date)))

    def _iso(self, i: int, end: int) -> Expression | None:
        """2021-07-26, which the tokenizers take apart."""
        if (
            i + 4 >= end
            or self.lows[i + 1] != "-"
            or self.lows[i + 3] != "-"
            or self.tokens[i + 4].end - self.tokens[i].start != 10
        ):
            return None
        parts = (self.lows[i], self.lows[i + 2], self.lows[i + 4])
        if not all(part.isdecimal() for part in parts):
            return None
        date = calendar.real_date(*(int(part) for part in parts))
        return None if date is None else Expression(i, i + 5, i, When("fixed", period=calendar.day(date)))

    def _decade(self, i: int, digits: str, floor: int) -> Expression | None:
        year = int(digits) + (1900 if len(digits) == 2 else 0)
        if year % 10:
            return None
        first = i - 1 if i > floor and self.lows[i - 1] in ("'", "’") else i
        return Expression(self.definite(first, floor), i + 1, i, When("fixed", period=calendar.years(year, 10)))

    def _is_year(self, i: int, year: int, floor: int, end: int) -> bool:
        """Whether four digits are a year by the words beside them."""
        start = self.parse.sentences[self.tokens[i].sentence].first
        low = self.lows[i - 1] if i > start else ""
        if low in self.numbers.words["labels"] or low in self.numbers.words["ages"] or low in self.numbers.signs:
            return False
        if i > start and low in ("/", ":", "+", ".", "#") and self.tokens[i - 1].end == self.tokens[i].start:
            return False
        if self.low(i + 1, i, end) in (":", "/", "%", "°", "$", "€", "£") or low in self.times.clock:
            return False
        if low in self.times.before_year:
            return True
        if not 1800 <= year <= 2100:
            return False
        before = self.tokens[i - 1] if i > start else None
        return before is None or before.pos != "PROPN" or self.tokens[i].dep in ("obl:tmod", "obl", "nummod", "nmod")
