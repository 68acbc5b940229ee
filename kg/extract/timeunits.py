"""Times told by a unit: "trois jours", "la semaine dernière", "each year", "le XIXe siècle", "la fin du mois"."""

from __future__ import annotations

from kg.extract import calendar
from kg.extract.numerals import is_figure, read_numeral
from kg.extract.timewords import Expression, When, Words

_ROMAN = {"i": 1, "v": 5, "x": 10}
_BOUNDED = frozenset({"week", "weekend", "month", "quarter", "half", "year", "decade", "century"})


class UnitReader(Words):
    """Reads the expressions that hold a unit of time."""

    def read(self, i: int, floor: int, end: int) -> Expression | None:
        """The expression around the unit at word `i`; None if the unit tells no time by itself."""
        weekend = self.times.weekend.match(self.lows, self.lows, i)
        last = i + (weekend[0] if weekend else 1)
        unit = "weekend" if weekend else self.times.units.get(self.lows[i], "")
        if not unit or last > end or (unit == "day" and self._is_named(last, end)):
            return None
        readers = (
            self._counted_unit,
            self._named_unit,
            self._each_unit,
            self._moved_unit,
            self._taken_up_unit,
            self._bounded_unit,
        )
        for reader in readers:
            found = reader(i, unit, last, floor, end)
            if found is not None:
                return found
        return None

    def _is_named(self, last: int, end: int) -> bool:
        """ "en cette journée du 6 décembre": the date behind it tells which day."""
        of = last < end and self.tokens[last].lemma in self.numbers.words["of"]
        return of and bool(self.day(self.low(last + 1, 0, end) or "x")) and self.low(last + 2, 0, end) in self.times.months

    def _counted_unit(self, i: int, unit: str, last: int, floor: int, end: int) -> Expression | None:
        """A length of time: "trois jours", "les dix dernières années", "several weeks"; but "dans une période difficile"."""
        if unit == "period":
            return None
        stop, recent = i, 0
        while stop > floor and (turn := self._turn_at(stop - 1)):
            stop, recent = stop - 1, turn
        first, amount = self._count(stop, floor)
        if first is None:
            return None
        if first > floor and (turn := self._turn_at(first - 1)) and not self._turn_is_year(first):
            first, recent = first - 1, turn
        if not recent and (turn := self._turn(self.low(last, i, end))) and unit != "second":
            last, recent = last + 1, turn
        if recent and (amount or 0) > 1 and self.tokens[i].has("Number=Sing"):
            return None  # "up from 120 last year"
        if recent:
            return Expression(
                self.definite(first, floor), last, i, When("recent", unit=unit, amount=amount and amount * recent)
            )
        return Expression(first, last, i, When("length", unit=unit, amount=amount))

    def _turn_is_year(self, first: int) -> bool:
        return self.lows[first] in self.times.ones

    def _turn_at(self, i: int) -> int:
        """Where word i turns a length of time to; the verb of "to last three weeks" nowhere."""
        return 0 if self.tokens[i].pos == "VERB" else self._turn(self.lows[i])

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
        """A decade, century, quarter or half by its number: "années 1990", "XIXe siècle", "third quarter of 2019"."""
        low = self.low(last, i, end)
        if self.lows[i] in self.times.unit_words["decade"] and low.isdecimal() and len(low) in (2, 4) and int(low) % 10 == 0:
            year = int(low) + (1900 if len(low) == 2 else 0)
            if 1000 <= year <= 2100:
                return Expression(self.definite(i, floor), last + 1, i, When("fixed", period=calendar.years(year, 10)))
        if unit == "year" and self.lows[i] in self.times.unit_words["year_name"]:
            year_here = self.year_at(last, end)
            if year_here is not None:
                return Expression(self.definite(i, floor), last + 1, i, When("fixed", period=calendar.years(year_here)))
        number = self._ordinal(self.low(i - 1, floor, end))
        if number is None:
            return None
        if unit == "century" and 1 <= number <= 21:
            return Expression(self.definite(i - 1, floor), last, i, When("fixed", period=calendar.century(number)))
        if unit in ("quarter", "half"):
            return self._part_of_year(i, unit, number, last, floor, end)
        return None

    def _part_of_year(self, i: int, unit: str, number: int, last: int, floor: int, end: int) -> Expression | None:
        size = 3 if unit == "quarter" else 6
        number = 12 // size if number < 0 else number
        if not 1 <= number <= 12 // size:
            return None
        first, month = self.definite(i - 1, floor), (number - 1) * size + 1
        year, after = self.year_after(last, end)
        if year is not None and self.lows[after - 2] != ",":
            return Expression(first, after, i, When("fixed", period=calendar.months(year, month, size)))
        shift, after = self.year_shift(last, end)
        return None if shift is None else Expression(first, after, i, When("date", None, month, unit=unit, year_shift=shift))

    def year_told(self, last: int, end: int) -> tuple[int | None, int]:
        """The year in words from word `last` on, counted from one told before, and where it ends: "de cette année-là"."""
        return self._year_in_words(last, end, "anaphor")

    def year_shift(self, last: int, end: int) -> tuple[int | None, int]:
        """The year in words from word `last` on, counted from the article's, and where it ends: "de cette année"."""
        return self._year_in_words(last, end, "shift")

    def _year_in_words(self, last: int, end: int, kind: str) -> tuple[int | None, int]:
        at = last + (self.low(last, 0, end) in self.times.joins["of"])
        for i in range(at, min(at + 3, end)):
            if self.times.units.get(self.lows[i]) == "year":
                year = self.read(i, at, end)
                if year is not None and year.first == at and year.when.kind == kind:
                    return year.when.amount, year.last
        return None, last

    def _ordinal(self, low: str) -> int | None:
        """The number of an ordinal: "XIXe", "19th", "troisième"."""
        if low in self.times.ordinals:
            return self.times.ordinals[low]
        for ending in self.times.ordinal_endings:
            stem = low[: -len(ending)]
            if low.endswith(ending) and stem:
                if stem.isdecimal() and len(stem) <= 2:
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
        before = self.low(i - 1, floor, end)
        if self.low(last, i, end) in self.times.unit_words["that"] or self.lows[i].endswith(
            tuple(self.times.unit_words["that_ending"])
        ):
            last += self.low(last, i, end) in self.times.unit_words["that"]
            return (
                Expression(i - 1, last, i, When("anaphor", unit=unit, amount=0))
                if before in self.times.shifts["definite"]
                else None
            )
        last += self.low(last, i, end) in self.times.unit_words["here"]
        if unit == "period":
            return None
        way, stop = self.way_after(last, end)
        if way is not None and before not in self.times.ones and not self._counts_plural(i):
            return Expression(self.definite(i, floor), stop, i, When("shift", unit=unit, amount=way))
        turn = self._turn(before) or self._turn(self.low(last, i, end))
        if turn and self._counts_plural(i):
            after = not self._turn(before)
            return Expression(self.definite(i - (not after), floor), last + after, i, When("recent", unit=unit))
        if before in self.times.shift_before and self.low(last, i, end) not in self.numbers.words["of"]:
            if self.low(i - 2, floor, end) in self.times.shifts["definite"] and self.times.shift_before[before]:
                return Expression(i - 2, last, i, self._after_definite(unit, self.times.shift_before[before]))
            if unit == "day" and self.low(i - 2, floor, end) in self.times.shifts["so_far"]:
                return None
            return Expression(i - 1, last, i, When("shift", unit=unit, amount=self.times.shift_before[before]))
        return None

    def _after_definite(self, unit: str, way: int) -> When:
        """ "The next day" follows a day told before; "the last year" is the year up to now."""
        return When("anaphor", unit=unit, amount=way) if way > 0 else When("recent", unit=unit, amount=way)

    def _counts_plural(self, i: int) -> bool:
        return self.tokens[i].has("Number=Plur")

    def _taken_up_unit(self, i: int, unit: str, last: int, floor: int, end: int) -> Expression | None:
        """A unit told by an earlier time: "le même jour", "l'année suivante", "the previous week"."""
        before, article = self.low(i - 1, floor, end), self.low(i - 2, floor, end)
        definite = self.times.shifts["definite"] | self.times.shifts["contracted"]
        if before in self.times.shifts["same"]:
            return Expression(self.definite(i - 1, floor), last, i, When("anaphor", unit=unit, amount=0))
        if article in definite and (found := self.times.next_phrases.match([before], [before], 0)):
            return Expression(self.definite(i - 1, floor), last, i, When("anaphor", unit=unit, amount=found[1]))
        after = self.times.next_phrases.match(self.lows, self.lows, last) if last < end else None
        if before in definite and after and last + after[0] <= end and not self._governs(last + after[0], end):
            return Expression(self.definite(i, floor), last + after[0], i, When("anaphor", unit=unit, amount=after[1]))
        return None

    def _governs(self, i: int, end: int) -> bool:
        """Whether a noun phrase begins at word `i`, which a preposition before it governs: "the day after the vote"."""
        return i < end and self.tokens[i].pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")

    def _bounded_unit(self, i: int, unit: str, last: int, floor: int, end: int) -> Expression | None:
        """The article's own unit after an edge: "la fin de l'année", "the end of the month"."""
        first = self.definite(i, floor)
        edged = any(
            tuple(self.lows[first - width : first]) in self.times.edges for width in (2, 1) if first - width >= floor
        )
        if not edged or unit not in _BOUNDED or self.low(last, i, end) in self.numbers.words["of"]:
            return None
        return Expression(first, last, i, When("shift", unit=unit, amount=0))


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
