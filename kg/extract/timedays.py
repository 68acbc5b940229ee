"""Times told by a name of the calendar: months, weekdays, seasons, quarters, and words such as "hier", "la veille"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract import calendar
from kg.extract.numerals import is_figure
from kg.extract.timeunits import UnitReader
from kg.extract.timewords import DASHES, Expression, When, Words
from kg.lang.numbers import Numbers
from kg.lang.times import Times
from kg.model import Parse


class DayReader(Words):
    """Reads the expressions that hold a name of the calendar."""

    def __init__(self, parse: Parse, lows: list[str], times: Times, numbers: Numbers) -> None:
        super().__init__(parse, lows, times, numbers)
        self.units = UnitReader(parse, lows, times, numbers)

    def month(self, i: int, floor: int, end: int) -> Expression | None:
        """A month with its days, its year, its weekday and what moves it: "mardi 3 mai 2021", "last March"."""
        low = self.lows[i].rstrip(".")
        number = self.times.months.get(low) or self.times.fuzzy_months[low]
        before = self.low(i - 1, floor, end)
        if before in self.numbers.words["of"] and self.day(self.low(i - 2, floor, end) or "x"):
            before = self.low(i - 2, floor, end)
        last = self._dot(i, end)
        beside = bool(before and before[0].isdecimal()) or is_figure(self.low(last, i, end) or "x")
        named = low in self.times.fuzzy_months or self.times.is_month(self.tokens[i].text, beside, before)
        if not named and not self._qualifies(i, before, end):
            return None
        first, days = self._days_before(i, floor, end)
        if not days and self.times.month_first:
            last, days = self._days_after(last, end)
        year, last = self.year_after(last, end)
        when = When("date", year, number, days[-1] if days else None, days[0] if len(days) > 1 else None)
        return self._month_moved(Expression(first, last, i, when), floor, end)

    def _qualifies(self, i: int, before: str, end: int) -> bool:
        """Whether a month in a capital stands before a common noun: "their January sales"."""
        named = (
            self.times.months_capital and self.tokens[i].text[0].isupper() and self.lows[i] not in self.times.abbreviations
        )
        after = self.tokens[i + 1] if i + 1 < end else None
        return named and bool(before) and after is not None and after.pos == "NOUN" and after.text.islower()

    def _dot(self, i: int, end: int) -> int:
        """After a month, and after the dot of an abbreviation that stands as a word of its own."""
        dotted = self.lows[i] in self.times.abbreviations and self.low(i + 1, i, end) == "."
        return i + 2 if dotted and is_figure(self.low(i + 2, i, end) or "x") else i + 1

    def _days_before(self, i: int, floor: int, end: int) -> tuple[int, list[int]]:
        """The days before a month, first and last of a range: "3", "3 au 5", "3-5", "3rd of"."""
        at = i - 1
        if self.low(at, floor, end) in self.numbers.words["of"]:
            at -= 1
        at = self._before_ending(at, floor, end)
        low = self.low(at, floor, end)
        day = self.day(low) if low else None
        if day is None:
            dash = next((mark for mark in "-–" if mark in low[1:]), "")
            parts = [self.day(part) for part in low.split(dash)] if dash and low[0].isdecimal() else []
            days = [part for part in parts if part]
            return (at, days) if len(days) == 2 and len(parts) == 2 else (i, [])
        joiner = self.definite(at, floor) - 1
        joined = self.low(joiner, floor, end)
        if joined in self.times.day_joiners or joined in DASHES:
            early = self._before_ending(joiner - 1, floor, end)
            earlier = self.low(early, floor, end)
            day_before = self.day(earlier) if earlier else None
            if day_before and day_before < day:
                return early, [day_before, day]
        return at, [day]

    def _before_ending(self, at: int, floor: int, end: int) -> int:
        """Past the ending of an ordinal that stands as a word of its own: "1 er"."""
        split = self.low(at, floor, end) in self.times.ordinal_endings and self.low(at - 1, floor, end).isdecimal()
        return at - 1 if split else at

    def _days_after(self, last: int, end: int) -> tuple[int, list[int]]:
        """The days after a month: "May 3", "May 3-5"."""
        low = self.low(last, 0, end)
        day = self.day(low) if low else None
        counted = day is not None and low.isdecimal() and self.low(last + 1, 0, end) and self._counts_after(last)
        if day is None or counted:
            return last, []
        after = self.low(last + 2, 0, end)
        if after and (self.lows[last + 1] in self.times.day_joiners or self.lows[last + 1] in DASHES):
            later = self.day(after)
            if later and later > day and self.lows[last + 1] != "," and self.low(last + 3, 0, end) not in self.times.months:
                return last + 3, [day, later]
        return last + 1, [day]

    def _counts_after(self, i: int) -> bool:
        """Whether digits after a month count what follows them: "In May 12 people died"."""
        noun = self.tokens[i + 1]
        return noun.pos == "NOUN" and noun.has("Number=Plur") and self.tokens[i].head == noun.i

    def _month_moved(self, found: Expression, floor: int, end: int) -> Expression:
        """A month with its weekday before it, and what moves it: "mardi 3 mai", "octobre dernier", "May last year"."""
        first, last, when = found.first, found.last, found.when
        if when.day is not None:
            bracket = self.low(first - 1, floor, end) == "("  # "lundi (24 juillet)"
            gap = first - 1 - (bracket or self.low(first - 1, floor, end) in {",", *self.times.shifts["definite"]})
            gap -= self.low(gap, floor, end) in self.times.parts  # "mercredi soir 23 janvier"
            weekday = self.times.weekdays.get(self.low(gap, floor, end))
            if weekday is not None:
                first, when = gap, replace(when, weekday=weekday)
                last += bracket and self.low(last, floor, end) == ")"
        if when.year is None:
            shift, last = self.units.year_shift(last, end)
            told, last = self.units.year_told(last, end) if shift is None else (None, last)
            way, last = self.way_after(last, end) if shift is None and told is None else (None, last)
            when = replace(when, year=self._landmark(when, first, last, end), year_shift=shift, year_told=told)
            if way is None and self.low(first - 1, floor, end) in self.times.shift_before:
                way, first = self.times.shift_before[self.lows[first - 1]], first - 1
            when = replace(when, way=way)
        if when.day is not None and first < found.head:
            first = self.definite(first, floor)
        return Expression(first, last, found.head, when)

    def _landmark(self, when: When, first: int, last: int, end: int) -> int | None:
        """The year of a day that everybody knows: "les attentats du 11 septembre"."""
        year, beside = self.times.landmarks.get((when.month or 0, when.day or 0), (None, frozenset[str]()))
        return (
            year
            if year and not beside.isdisjoint((*self.lows[max(0, first - 4) : first], *self.lows[last : min(end, last + 3)]))
            else None
        )

    def weekday(self, i: int, floor: int, end: int) -> Expression | None:
        """A day of the week, alone or before its date: "lundi soir", "Tuesday, May 3"."""
        for at in range(i + 1, min(i + 6, end)):
            if self.times.triggers.get(self.lows[at]) == "month":
                dated = self.month(at, floor, end)
                if dated is not None and dated.first <= i:
                    return dated
                break
        text = self.tokens[i].text
        usual = self.times.months_capital == text[0].isupper() or text.isupper()
        if not usual and not self._opens(i) and not (text.istitle() and self._is_day_alone(i, end)):
            return None
        around = (tuple(self.lows[i - 1 : i + 1]), tuple(self.lows[i : i + 2]))
        if any(pair in self.times.holidays for pair in around):
            return None
        return self._weekday_moved(i, floor, end)

    def _is_day_alone(self, i: int, end: int) -> bool:
        """ "Il a été tué Lundi": a strange capital, but no name: "le Mercredi", "France Dimanche"."""
        before, behind = self.tokens[i - 1].text, self.tokens[i + 1].text if i + 1 < end else ""
        named = before.lower() in self.times.shifts["definite"] | self.times.joins["of"]
        return before.islower() and not named and not behind.istitle()

    def _opens(self, i: int) -> bool:
        """Whether word `i` begins a sentence, a quotation or a clause after a colon."""
        first = self.parse.sentences[self.tokens[i].sentence].first
        return i == first or not (self.lows[i - 1][-1].isalnum() or self.lows[i - 1] == ",")

    def _weekday_moved(self, i: int, floor: int, end: int) -> Expression:
        when = When("date", weekday=self.times.weekdays[self.lows[i]])
        first, last = i, i + 1
        day = self.day(self.low(last, i, end) or "x")
        dated = day is not None and not self.times.month_first and self.low(last + 1, i, end) not in self.times.clock
        if dated and not self._counts(last, end):
            return Expression(first, last + 1, i, replace(when, day=day))
        last = self.absorb_part(last, end)
        way, last = self.way_after(last, end)
        if way is None and self.low(i - 1, floor, end) in self.times.shift_before:
            way, first = self.times.shift_before[self.lows[i - 1]], i - 1
        elif way is None and self.low(i - 1, floor, end) in self.times.shifts["definite"] and self._points(i - 1, i):
            when = replace(When("vague"), unit="day")
            first = i - 1
        return Expression(first, self.absorb_part(last, end), i, replace(when, way=way))

    def _points(self, i: int, day: int) -> bool:
        """Whether a word before a day points to one told before, and opens no clause: "said that Monday's attack …".

        Nor is it the article of another noun: "the Wednesday protest".
        """
        return self.tokens[i].pos != "SCONJ" and self.tokens[day].dep != "compound"

    def _counts(self, i: int, end: int) -> bool:
        """Whether a number behind a day counts something or is a score: "a requis lundi 20 ans de prison", "samedi 3-1"."""
        if i + 1 >= end:
            return False
        behind = self.tokens[i + 1]
        score = behind.text in DASHES and i + 2 < end and self.tokens[i + 2].text.isdigit()
        return score or (behind.pos == "NOUN" and behind.has("Number=Plur"))

    def deictic(self, i: int, floor: int, end: int) -> Expression | None:
        """A word that counts from the article's day: "hier soir", "tomorrow"."""
        found = self.times.deictic_phrases.match(self.lows, self.lows, i)
        if found is None or i + found[0] > end:
            return None
        first = self.definite(i, floor) if found[0] > 1 else i
        last, amount = self.absorb_part(i + found[0], end), found[1]
        explained = self.times.weekdays.get(self.low(last + 1, i, end))
        if explained is not None and self.low(last, i, end) == "(" and self.low(last + 2, i, end) == ")":
            way = (amount > 0) - (amount < 0) or None  # "l'attaque d'hier (lundi)", said on Tuesday
            return Expression(first, last + 3, i, When("date", weekday=explained, way=way))
        return Expression(first, last, i, When("shift", unit="day", amount=amount))

    def part(self, i: int, floor: int, end: int) -> Expression | None:
        """A part of the article's day or the night before it: "ce matin", "last night"."""
        before = self.low(i - 1, floor, end)
        if self.low(i + 1, i, end) in self.times.unit_words["that"]:
            return Expression(i - 1, i + 2, i, When("anaphor", unit="day", amount=0)) if i > floor else None
        if before in self.times.parts_past or self.low(i + 1, i, end) in self.times.parts_past:
            last = i + 1 + (before not in self.times.parts_past)
            first = i - 1 if before in self.times.parts_past else self.definite(i, floor)
            return Expression(first, last, i, When("shift", unit="day", amount=-1))
        if self.times.shift_before.get(before) == 0 and self.lows[i] in self.times.parts_today:
            return Expression(i - 1, i + 1, i, When("shift", unit="day", amount=0))
        return None

    def anaphor(self, i: int, floor: int, end: int) -> Expression | None:
        """A word that counts from a day told before: "la veille"."""
        if self.low(i + 1, i, end) in self.times.not_before:
            return None
        before = self.low(i - 1, floor, end)
        if before not in self.times.shifts["definite"] and before not in self.times.shifts["contracted"]:
            return None
        when = When("anaphor", unit="day", amount=self.times.anaphors[self.lows[i]])
        return Expression(self.definite(i, floor), self.absorb_part(i + 1, end), i, when)

    def season(self, i: int, floor: int, end: int) -> Expression | None:
        """A season with its year or what moves it: "l'été 2019", "next spring"."""
        before = self.low(i - 1, floor, end)
        fixed = before in self.times.shifts["definite"] or before in self.times.shifts["contracted"]
        year, last = self.year_after(i + 1, end)
        noun = year is not None and self.tokens[i].pos in ("NOUN", "PROPN")
        if not (fixed or noun or before in self.times.shift_before or before in self.times.before_year):
            return None
        first = self.definite(i, floor)
        if year is not None and self.lows[i + 1] != ",":
            return Expression(first, last, i, When("fixed", period=calendar.years(year)))
        way, last = self.way_after(i + 1, end)
        if way is None and before in self.times.shift_before:
            way, first = self.times.shift_before[before], i - 1
        if way is None:
            return None
        return Expression(first, last, i, When("date", month=self.times.seasons[self.lows[i]], unit="season", way=way))

    def quarter(self, i: int, floor: int, end: int) -> Expression | None:
        """A quarter in letters: "Q3 2019"."""
        year, last = self.year_after(i + 1, end)
        number = self.times.quarters[self.lows[i]]
        if year is None:
            return None
        return Expression(i, last, i, When("fixed", period=calendar.months(year, number * 3 - 2, 3)))

    def frequency(self, i: int, floor: int, end: int) -> Expression | None:
        """How often: "weekly"."""
        found = self.times.frequency.match(self.lows, self.lows, i)
        return Expression(i, i + found[0], i, When("frequency")) if found else None
