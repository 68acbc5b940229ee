"""Reading a time expression from words: what it says, before a calendar is asked when that is.

The readers begin at the word that tells ("mai", "semaine", "2014") and look to both sides of it, so that the many small
words ("le", "in") cost nothing. A library (dateparser) was measured and left out: given these spans it adds no expression
that the tables don't hold, and its import alone takes longer than the rules need for a thousand articles.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from kg.extract import calendar
from kg.extract.calendar import Period
from kg.extract.numerals import is_figure, read_numeral
from kg.lang.numbers import Numbers
from kg.lang.times import Times
from kg.model import Parse

_NUMERIC = re.compile(r"(\d{1,4})([/.])(\d{1,2})\2(\d{1,4})")
_DECADE = re.compile(r"(\d{2}|\d{4})['’]?s")
_ROMAN = {"i": 1, "v": 5, "x": 10}
DASHES = frozenset("-–—")
_LONGEST = 5  # words of an edge or a bound before a time
_BOUNDED = frozenset({"week", "weekend", "month", "quarter", "half", "year", "decade", "century"})


@dataclass(frozen=True, slots=True)
class When:
    """What an expression says. `amount` counts units from the article's date, or from an earlier time for an anaphor."""

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
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """Words `first` to `last` (exclusive) with what they say; `head` is the word that the reader began at."""

    first: int
    last: int
    head: int
    when: When


class TimeReader:
    """Reads the expressions of one article."""

    def __init__(self, parse: Parse, lows: list[str], times: Times, numbers: Numbers) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.lows = lows
        self.times = times
        self.numbers = numbers
        self._readers: dict[str, Callable[[int, int, int], Expression | None]] = {
            "month": self._month,
            "weekday": self._weekday,
            "deictic": self._deictic,
            "part": self._part,
            "season": self._season,
            "quarter": self._quarter,
            "anaphor": self._anaphor,
            "frequency": self._frequency,
            "unit": self._unit,
        }

    def read(self, i: int, floor: int, end: int) -> Expression | None:
        """The expression that word `i` tells, between words `floor` and `end`; None if it tells none."""
        kind = self.times.triggers.get(self.lows[i])
        if kind is not None:
            found = self._readers[kind](i, floor, end)
            if found is None and kind == "unit":
                found = self._deictic(i, floor, end)
            return found
        return self._figure(i, floor, end) if is_figure(self.lows[i]) else None

    # -------------------------------------------------------------------------------- small looks around

    def _low(self, i: int, floor: int, end: int) -> str:
        return self.lows[i] if floor <= i < end else ""

    def _day(self, low: str) -> int | None:
        """The day of a month that a word writes: "3", "1er", "3rd"."""
        digits = low
        for ending in self.times.ordinal_endings:
            if low.endswith(ending) and low[0].isdigit():
                digits = low[: -len(ending)]
        return int(digits) if len(digits) <= 2 and digits.isdigit() and 1 <= int(digits) <= 31 else None

    def _year_at(self, i: int, end: int) -> int | None:
        """The year that word `i` writes in four digits."""
        low = self.lows[i] if i < end else ""
        if len(low) != 4 or not low.isdigit() or not 1000 <= int(low) <= 2100:
            return None
        return None if self._low(i + 1, i, end) in self.times.before_era else int(low)

    def definite(self, first: int, floor: int) -> int:
        """Where an expression begins with its article."""
        return first - 1 if first > floor and self.lows[first - 1] in self.times.shifts["definite"] else first

    def _way_after(self, last: int, end: int) -> tuple[int | None, int]:
        """The shift in words from `last` on ("dernier", "prochain"), and where they end."""
        found = self.times.shift_after.match(self.lows, self.lows, last) if last < end else None
        if found is None or last + found[0] > end or self._low(last + found[0], last, end) == "of":
            return None, last
        return found[1], last + found[0]

    def _absorb_part(self, last: int, end: int) -> int:
        """Past a part of the day: "lundi soir", "Monday evening", "lundi dans la nuit"."""
        return last + 1 if self._low(last, 0, end) in self.times.parts else last

    # ------------------------------------------------------------------------------- months and weekdays

    def _month(self, i: int, floor: int, end: int) -> Expression | None:
        low = self.lows[i].rstrip(".")
        number = self.times.months.get(low) or self.times.fuzzy_months[low]
        before = self._low(i - 1, floor, end)
        if before in self.numbers.words["of"] and self._day(self._low(i - 2, floor, end) or "x"):
            before = self._low(i - 2, floor, end)
        last = self._dot(i, end)
        beside = bool(before and before[0].isdigit()) or is_figure(self._low(last, i, end) or "x")
        if low in self.times.months and not self.times.is_month(self.tokens[i].text, beside, before):
            return None
        first, days = self._days_before(i, floor, end)
        if not days and self.times.month_first:
            last, days = self._days_after(last, end)
        year, last = self._year_after(last, end)
        when = When("date", year, number, days[-1] if days else None, days[0] if len(days) > 1 else None)
        return self._month_moved(Expression(first, last, i, when), floor, end)

    def _dot(self, i: int, end: int) -> int:
        """After a month, and after the dot of an abbreviation that stands as a word of its own."""
        dotted = self.lows[i] in self.times.abbreviations and self._low(i + 1, i, end) == "."
        return i + 2 if dotted and is_figure(self._low(i + 2, i, end) or "x") else i + 1

    def _days_before(self, i: int, floor: int, end: int) -> tuple[int, list[int]]:
        """The days before a month, first and last of a range: "3", "3 au 5", "3-5", "3rd of"."""
        at = i - 1
        if self._low(at, floor, end) in self.numbers.words["of"]:
            at -= 1
        low = self._low(at, floor, end)
        day = self._day(low) if low else None
        if day is None:
            dash = next((mark for mark in "-–" if mark in low[1:]), "")
            parts = [self._day(part) for part in low.split(dash)] if dash and low[0].isdigit() else []
            days = [part for part in parts if part]
            return (at, days) if len(days) == 2 and len(parts) == 2 else (i, [])
        joined = self._low(at - 1, floor, end)
        if joined in self.times.day_joiners or joined in DASHES:
            earlier = self._low(at - 2, floor, end)
            day_before = self._day(earlier) if earlier else None
            if day_before and day_before < day:
                return at - 2, [day_before, day]
        return at, [day]

    def _days_after(self, last: int, end: int) -> tuple[int, list[int]]:
        """The days after a month: "May 3", "May 3-5"."""
        low = self._low(last, 0, end)
        day = self._day(low) if low else None
        counted = day is not None and low.isdigit() and self._low(last + 1, 0, end) and self._counts_after(last)
        if day is None or counted:
            return last, []
        after = self._low(last + 2, 0, end)
        if after and (self.lows[last + 1] in self.times.day_joiners or self.lows[last + 1] in DASHES):
            later = self._day(after)
            if later and later > day and self.lows[last + 1] != "," and self._low(last + 3, 0, end) not in self.times.months:
                return last + 3, [day, later]
        return last + 1, [day]

    def _counts_after(self, i: int) -> bool:
        """Whether digits after a month count what follows them: "In May 12 people died"."""
        noun = self.tokens[i + 1]
        return noun.pos == "NOUN" and noun.has("Number=Plur") and self.tokens[i].head == noun.i

    def _year_after(self, last: int, end: int) -> tuple[int | None, int]:
        year = self._year_at(last, end)
        if year is not None:
            return year, last + 1
        if self._low(last, 0, end) in self.times.joins["of"]:
            year = self._year_at(last + 1, end)
            if year is not None:
                return year, last + 2
        return None, last

    def _month_moved(self, found: Expression, floor: int, end: int) -> Expression:
        """A month with its weekday before it, and what moves it: "mardi 3 mai", "octobre dernier", "May last year"."""
        first, last, when = found.first, found.last, found.when
        if when.day is not None:
            gap = first - 1 - (self._low(first - 1, floor, end) in (",", "le", "the"))
            weekday = self.times.weekdays.get(self._low(gap, floor, end))
            if weekday is not None:
                first, when = gap, replace(when, weekday=weekday)
        if when.year is None:
            way, last = self._way_after(last, end)
            if way is None and self._low(first - 1, floor, end) in self.times.shift_before:
                way, first = self.times.shift_before[self.lows[first - 1]], first - 1
            when = replace(when, way=way)
            if way is None:
                shift, last = self._year_shift(last, end)
                when = replace(when, year_shift=shift)
        if when.day is not None and first < found.head:
            first = self.definite(first, floor)
        return Expression(first, last, found.head, when)

    def _year_shift(self, last: int, end: int) -> tuple[int | None, int]:
        """The year in words after a month: "de cette année", "last year"."""
        at = last + (self._low(last, 0, end) in self.times.joins["of"])
        for i in range(at, min(at + 3, end)):
            if self.times.units.get(self.lows[i]) == "year":
                year = self._unit(i, at, end)
                if year is not None and year.first == at and year.when.kind == "shift":
                    return year.when.amount, year.last
        return None, last

    def _weekday(self, i: int, floor: int, end: int) -> Expression | None:
        for at in range(i + 1, min(i + 6, end)):
            if self.times.triggers.get(self.lows[at]) == "month":
                dated = self._month(at, floor, end)
                if dated is not None and dated.first <= i:
                    return dated
                break
        text = self.tokens[i].text
        if self.times.months_capital != text[0].isupper() and not self._opens(i) and not text.isupper():
            return None
        around = (tuple(self.lows[i - 1 : i + 1]), tuple(self.lows[i : i + 2]))
        if any(pair in self.times.holidays for pair in around):
            return None
        return self._weekday_moved(i, floor, end)

    def _opens(self, i: int) -> bool:
        """Whether word `i` begins a sentence, a quotation or a clause after a colon."""
        first = self.parse.sentences[self.tokens[i].sentence].first
        return i == first or not self.lows[i - 1][-1].isalnum()

    def _weekday_moved(self, i: int, floor: int, end: int) -> Expression:
        when = When("date", weekday=self.times.weekdays[self.lows[i]])
        first, last = i, i + 1
        day = self._day(self._low(last, i, end) or "x")
        if day is not None and not self.times.month_first and self._low(last + 1, i, end) not in self.times.clock:
            return Expression(first, last + 1, i, replace(when, day=day))
        last = self._absorb_part(last, end)
        way, last = self._way_after(last, end)
        if way is None and self._low(i - 1, floor, end) in self.times.shift_before:
            way, first = self.times.shift_before[self.lows[i - 1]], i - 1
        elif way is None and self._low(i - 1, floor, end) in self.times.shifts["definite"]:
            when = replace(When("vague"), unit="day")
            first = i - 1
        return Expression(first, self._absorb_part(last, end), i, replace(when, way=way))

    # ------------------------------------------------------------------- words that name a day by themselves

    def _deictic(self, i: int, floor: int, end: int) -> Expression | None:
        found = self.times.deictic_phrases.match(self.lows, self.lows, i)
        if found is None or i + found[0] > end:
            return None
        first = self.definite(i, floor) if found[0] > 1 else i
        return Expression(first, self._absorb_part(i + found[0], end), i, When("shift", unit="day", amount=found[1]))

    def _part(self, i: int, floor: int, end: int) -> Expression | None:
        before = self._low(i - 1, floor, end)
        if self._low(i + 1, i, end) in self.times.unit_words["that"]:
            return Expression(i - 1, i + 2, i, When("anaphor", unit="day", amount=0)) if i > floor else None
        if before in self.times.parts_past or self._low(i + 1, i, end) in self.times.parts_past:
            last = i + 1 + (before not in self.times.parts_past)
            first = i - 1 if before in self.times.parts_past else self.definite(i, floor)
            return Expression(first, last, i, When("shift", unit="day", amount=-1))
        if self.times.shift_before.get(before) == 0:
            return Expression(i - 1, i + 1, i, When("shift", unit="day", amount=0))
        return None

    def _anaphor(self, i: int, floor: int, end: int) -> Expression | None:
        if self._low(i + 1, i, end) in self.times.not_before:
            return None
        before = self._low(i - 1, floor, end)
        if before not in self.times.shifts["definite"] and before not in self.times.shifts["contracted"]:
            return None
        when = When("anaphor", unit="day", amount=self.times.anaphors[self.lows[i]])
        return Expression(self.definite(i, floor), self._absorb_part(i + 1, end), i, when)

    def _season(self, i: int, floor: int, end: int) -> Expression | None:
        before = self._low(i - 1, floor, end)
        fixed = before in self.times.shifts["definite"] or before in self.times.shifts["contracted"]
        if not (fixed or before in self.times.shift_before or before in self.times.before_year):
            return None
        first = self.definite(i, floor)
        year, last = self._year_after(i + 1, end)
        if year is not None and self.lows[i + 1] != ",":
            return Expression(first, last, i, When("fixed", period=calendar.years(year)))
        way, last = self._way_after(i + 1, end)
        if way is None and before in self.times.shift_before:
            way, first = self.times.shift_before[before], i - 1
        if way is None:
            return None
        return Expression(first, last, i, When("date", month=self.times.seasons[self.lows[i]], unit="season", way=way))

    def _quarter(self, i: int, floor: int, end: int) -> Expression | None:
        year, last = self._year_after(i + 1, end)
        number = self.times.quarters[self.lows[i]]
        if year is None:
            return None
        return Expression(i, last, i, When("fixed", period=calendar.months(year, number * 3 - 2, 3)))

    def _frequency(self, i: int, floor: int, end: int) -> Expression | None:
        found = self.times.frequency.match(self.lows, self.lows, i)
        return Expression(i, i + found[0], i, When("frequency")) if found else None

    # --------------------------------------------------------------------------------------------- figures

    def _figure(self, i: int, floor: int, end: int) -> Expression | None:
        low = self.lows[i]
        if len(low) >= 6 and (found := _NUMERIC.fullmatch(low)):
            return self._numeric(i, found.group(1), found.group(3), found.group(4))
        if len(low) != 4 and low[-1] != "s":
            return None
        iso = self._iso(i, end)
        if iso is not None:
            return iso
        decade = _DECADE.fullmatch(low)
        if decade:
            return self._decade(i, decade.group(1), floor)
        year = self._year_at(i, end)
        if year is None or not self._is_year(i, year, floor, end):
            return None
        if self._low(i - 1, floor, end) in self.times.unit_words["year_name"]:
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
        return date and Expression(i, i + 1, i, When("fixed", period=calendar.day(date)))

    def _iso(self, i: int, end: int) -> Expression | None:
        """2021-07-26, which the tokenizers take apart."""
        if i + 4 >= end or self.lows[i + 1] != "-" or self.lows[i + 3] != "-" or self.tokens[i + 4].end - self.tokens[i].start != 10:
            return None
        parts = (self.lows[i], self.lows[i + 2], self.lows[i + 4])
        if not all(part.isdigit() for part in parts):
            return None
        date = calendar.real_date(*(int(part) for part in parts))
        return date and Expression(i, i + 5, i, When("fixed", period=calendar.day(date)))

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
        if self._low(i + 1, i, end) in (":", "/", "%", "°", "$", "€", "£") or low in self.times.clock:
            return False
        if low in self.times.before_year:
            return True
        if not 1800 <= year <= 2100:
            return False
        before = self.tokens[i - 1] if i > start else None
        return before is None or before.pos != "PROPN" or self.tokens[i].dep in ("obl:tmod", "obl", "nummod", "nmod")

    # ----------------------------------------------------------------------------------------------- units

    def _unit(self, i: int, floor: int, end: int) -> Expression | None:
        weekend = self.times.weekend.match(self.lows, self.lows, i)
        last = i + (weekend[0] if weekend else 1)
        unit = "weekend" if weekend else self.times.units.get(self.lows[i], "")
        if not unit or last > end:
            return None
        readers = (self._counted_unit, self._named_unit, self._each_unit, self._moved_unit, self._taken_up_unit, self._bounded_unit)
        for reader in readers:
            found = reader(i, unit, last, floor, end)
            if found is not None:
                return found
        return None

    def _counted_unit(self, i: int, unit: str, last: int, floor: int, end: int) -> Expression | None:
        """A length of time: "trois jours", "les dix dernières années", "several weeks"."""
        stop, recent = i, 0
        while stop > floor and (turn := self._turn(self.lows[stop - 1])):
            stop, recent = stop - 1, turn
        first, amount = self._count(stop, floor)
        if first is None:
            return None
        if first > floor and (turn := self._turn(self.lows[first - 1])) and not self._turn_is_year(first):
            first, recent = first - 1, turn
        if not recent and (turn := self._turn(self._low(last, i, end))) and unit != "second":
            last, recent = last + 1, turn
        if recent:
            return Expression(self.definite(first, floor), last, i, When("recent", unit=unit, amount=amount and amount * recent))
        return Expression(first, last, i, When("length", unit=unit, amount=amount))

    def _turn_is_year(self, first: int) -> bool:
        return self.lows[first] in self.times.ones

    def _turn(self, low: str) -> int:
        if low in self.times.shifts["recent"]:
            return -1
        return 1 if low in self.times.shifts["coming"] else 0

    def _count(self, stop: int, floor: int) -> tuple[int | None, int | None]:
        """Where the count before word `stop` begins, and how much it is; the amount is None if it is not exact."""
        for width in (2, 1):
            if stop - width >= floor and tuple(self.lows[stop - width : stop]) in self.times.several:
                first = stop - width
                return first - (first > floor and self.lows[first - 1] in self.times.ones), None
        of = stop - 1 if stop - 1 > floor and self.lows[stop - 1] in self.numbers.words["of"] else stop
        if stop > floor and self.lows[stop - 1] == "-":
            of = stop - 1
        for start in range(max(floor, of - 5), of):
            if self.lows[start] in self.numbers.starts or is_figure(self.lows[start]) or "-" in self.lows[start][1:-1]:
                numeral = read_numeral(self.tokens, self.lows, start, of, self.numbers)
                if numeral is not None and numeral.last == of and not numeral.suffix and numeral.first >= floor:
                    return self._exact(numeral.first, int(numeral.value), numeral.comparator == "=", floor)
        if of == stop and stop > floor and self.lows[stop - 1] in self.times.ones:
            return self._exact(stop - 1, 1, True, floor)
        return None, None

    def _exact(self, first: int, amount: int, exact: bool, floor: int) -> tuple[int, int | None]:
        """A count with the approximator before it, which leaves no exact amount."""
        for width in (2, 1):
            if first - width >= floor and tuple(self.lows[first - width : first]) in self.times.vague_before:
                return first - width, None
        return first, amount if exact and amount < 10_000 else None

    def _named_unit(self, i: int, unit: str, last: int, floor: int, end: int) -> Expression | None:
        """A year, decade, century, quarter or half by its number: "années 1990", "XIXe siècle", "third quarter of 2019"."""
        low = self._low(last, i, end)
        if self.lows[i] in self.times.unit_words["decade"] and low.isdigit() and len(low) in (2, 4) and int(low) % 10 == 0:
            year = int(low) + (1900 if len(low) == 2 else 0)
            if 1000 <= year <= 2100:
                return Expression(self.definite(i, floor), last + 1, i, When("fixed", period=calendar.years(year, 10)))
        if unit == "year" and self.lows[i] in self.times.unit_words["year_name"]:
            year_here = self._year_at(last, end)
            if year_here is not None:
                return Expression(self.definite(i, floor), last + 1, i, When("fixed", period=calendar.years(year_here)))
        number = self._ordinal(self._low(i - 1, floor, end))
        if number is None:
            return None
        if unit == "century" and 1 <= number <= 21:
            return Expression(self.definite(i - 1, floor), last, i, When("fixed", period=calendar.century(number)))
        if unit in ("quarter", "half"):
            return self._part_of_year(i, unit, number, last, floor, end)
        return None

    def _part_of_year(self, i: int, unit: str, number: int, last: int, floor: int, end: int) -> Expression | None:
        size = 3 if unit == "quarter" else 6
        year, last = self._year_after(last, end)
        number = 12 // size if number < 0 else number
        if year is None or not 1 <= number <= 12 // size or self.lows[last - 2] == ",":
            return None
        period = calendar.months(year, (number - 1) * size + 1, size)
        return Expression(self.definite(i - 1, floor), last, i, When("fixed", period=period))

    def _ordinal(self, low: str) -> int | None:
        """The number of an ordinal: "XIXe", "19th", "troisième"."""
        if low in self.times.ordinals:
            return self.times.ordinals[low]
        for ending in self.times.ordinal_endings:
            stem = low[: -len(ending)]
            if low.endswith(ending) and stem:
                if stem.isdigit() and len(stem) <= 2:
                    return int(stem)
                if all(letter in _ROMAN for letter in stem):
                    return _roman(stem)
        return None

    def _each_unit(self, i: int, unit: str, last: int, floor: int, end: int) -> Expression | None:
        for width in (2, 1):
            if i - width >= floor and self.times.prepositions.get(tuple(self.lows[i - width : i])) == "each":
                return Expression(i - width, last, i, When("frequency", unit=unit))
        return None

    def _moved_unit(self, i: int, unit: str, last: int, floor: int, end: int) -> Expression | None:
        """A unit counted from the article's: "cette année", "la semaine dernière", "last month"."""
        before = self._low(i - 1, floor, end)
        if self._low(last, i, end) in self.times.unit_words["that"] or self.lows[i].endswith(tuple(self.times.unit_words["that_ending"])):
            last += self._low(last, i, end) in self.times.unit_words["that"]
            return Expression(i - 1, last, i, When("anaphor", unit=unit, amount=0)) if before in self.times.shifts["definite"] else None
        last += self._low(last, i, end) in self.times.unit_words["here"]
        way, stop = self._way_after(last, end)
        if way is not None and before not in self.times.ones and not self._counts_plural(i):
            return Expression(self.definite(i, floor), stop, i, When("shift", unit=unit, amount=way))
        if before in self.times.shift_before:
            if self._low(i - 2, floor, end) in self.times.shifts["definite"] and self.times.shift_before[before]:
                return Expression(i - 2, last, i, self._after_definite(unit, self.times.shift_before[before]))
            return Expression(i - 1, last, i, When("shift", unit=unit, amount=self.times.shift_before[before]))
        turn = self._turn(before) or self._turn(self._low(last, i, end))
        if turn and self._counts_plural(i):
            after = not self._turn(before)
            return Expression(self.definite(i - (not after), floor), last + after, i, When("recent", unit=unit))
        return None

    def _after_definite(self, unit: str, way: int) -> When:
        """"The next day" follows a day told before; "the last year" is the year up to now."""
        return When("anaphor", unit=unit, amount=way) if way > 0 else When("recent", unit=unit, amount=way)

    def _counts_plural(self, i: int) -> bool:
        return self.tokens[i].has("Number=Plur")

    def _taken_up_unit(self, i: int, unit: str, last: int, floor: int, end: int) -> Expression | None:
        """A unit told by an earlier time: "le même jour", "l'année suivante", "the previous week"."""
        before, article = self._low(i - 1, floor, end), self._low(i - 2, floor, end)
        definite = self.times.shifts["definite"] | self.times.shifts["contracted"]
        if before in self.times.shifts["same"]:
            return Expression(self.definite(i - 1, floor), last, i, When("anaphor", unit=unit, amount=0))
        if article in definite and (found := self.times.next_phrases.match(self.lows[:i], self.lows[:i], i - 1)):
            return Expression(self.definite(i - 1, floor), last, i, When("anaphor", unit=unit, amount=found[1]))
        after = self.times.next_phrases.match(self.lows, self.lows, last) if last < end else None
        if before in definite and after and last + after[0] <= end and not self._governs(last + after[0], end):
            return Expression(self.definite(i, floor), last + after[0], i, When("anaphor", unit=unit, amount=after[1]))
        return None

    def _governs(self, i: int, end: int) -> bool:
        """Whether a noun phrase begins at word `i`, so that a preposition before it is no adverb: "the day after the vote"."""
        return i < end and self.tokens[i].pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")

    def _bounded_unit(self, i: int, unit: str, last: int, floor: int, end: int) -> Expression | None:
        """The article's own unit after an edge: "la fin de l'année", "the end of the month"."""
        first = self.definite(i, floor)
        edged = any(tuple(self.lows[first - width : first]) in self.times.edges for width in (2, 1) if first - width >= floor)
        if not edged or unit not in _BOUNDED or self._low(last, i, end) in self.numbers.words["of"]:
            return None
        return Expression(first, last, i, When("shift", unit=unit, amount=0))


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
