"""Putting what an expression says into the calendar: from "lundi dernier" and the article's date to a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kg.extract import calendar
from kg.extract.calendar import Period
from kg.extract.tense import direction, is_future, is_imperfect, moving
from kg.extract.timewords import Expression, When
from kg.lang.times import Times
from kg.model import Parse, Timex

_NEAR = 92  # days: a date without a year and a tense is the one of its kind so near, if no other is
_FRESH = 60  # days
_MEMORY = 3  # sentences back from which a date may take its year
_PARTS = {"quarter": 3, "half": 6}  # months of the parts of a year
_WEEK = 7  # days
_SATURDAY = 5
_MONTH = 32  # days
_RANKED = 4  # words between an adjective and its noun
_CONTENT, _ASIDE = frozenset({"ccomp", "xcomp", "acl"}), frozenset({"acl:relcl", "advcl"})
_HALF_SEASON = 45  # days
_PRECISE = {"day": 10, "week": 10, "night": 10, "month": 7, "year": 4}  # how much of a date such a unit is counted from


@dataclass(frozen=True, slots=True)
class Told:
    """A time of the text that later words may take up."""

    period: Period | None = None
    month: int | None = None  # of a date
    daily: bool = False  # a date told to the day
    span: Timex | None = None
    governor: int | None = None  # the word outside it on which it hangs


class Placer:
    """Knows the article's date, and remembers what times its text has told."""

    def __init__(self, parse: Parse, times: Times, today: date | None) -> None:
        self.parse = parse
        self.times = times
        self.today = today
        self._told: dict[int, list[Told]] = {}  # by sentence

    def tell(self, sentence: int, told: Told) -> None:
        """Remember a time of this sentence."""
        self._told.setdefault(sentence, []).append(told)

    def place(
        self,
        expression: Expression,
        lean: int,
        sentence: int,
        bound: bool = False,
        past: bool = False,
        ahead: bool = False,
    ) -> Period | None:
        """The period that an expression means; `lean` is the direction to take where the tense gives none, or 0.

        What is done may last until a day that is to come, and a day by which something was due may be past: of a bound
        without a year the nearest such day is meant. What `past` says is past whatever the tense: "to be paid since June";
        what `ahead` says is to come: "a promis dix chars d'ici à juin".
        """
        when = expression.when
        if when.kind == "fixed":
            return when.period
        if when.kind == "anaphor":
            return self.taken_up(when, sentence)
        if when.kind == "shift":
            amount = (when.amount or 0) - self._is_weekend_over(expression)
            return calendar.shifted(self.today, when.unit, amount) if self.today else None
        if bound and when.kind == "date" and when.month is not None and when.year is None and self.today:
            plain = when.unit != "season" and when.unit not in _PARTS and not when.way and when.year_shift is None
            toward = int(ahead and not is_imperfect(self.parse, self.governor(expression)))
            near = _without_year(when, toward, self.today) if plain and when.weekday is None else None
            if near is not None and (near.end >= self.today or not self._is_due(expression)):
                return near  # but what will be done by March is done by the next
        return self._date(expression, lean, sentence, past) if when.kind == "date" else None

    def _is_weekend_over(self, expression: Expression) -> bool:
        """Whether "this weekend", told on a working day of what is past, is that of the week before."""
        this = expression.when.unit == "weekend" and not expression.when.amount
        return this and self.today is not None and self.today.weekday() < _SATURDAY and self._toward(expression) < 0

    def _is_due(self, expression: Expression) -> bool:
        """Whether the clause around an expression stands in the future, and not in one of the past: "devait partir"."""
        governor = self.governor(expression)
        return is_future(self.parse, governor, self.times) and not is_imperfect(self.parse, governor)

    def led_up(self, when: When, later: Period) -> Period | None:
        """A day of which only the name or the number is told before one that is known: "de mardi à mercredi 28 mai"."""
        if when.kind != "date" or when.month is not None or (when.weekday is None and when.day is None):
            return None
        for back in range(1, _MONTH):
            there = calendar.moved(later.begin, "day", -back) if later.begin == later.end else None
            if there is not None and when.weekday in (None, there.weekday()) and when.day in (None, there.day):
                return calendar.day(there)
        return None

    def counted(self, when: When, sign: int) -> Period | None:
        """The period so many units before (-1) or after (1) the article's date."""
        if self.today is None or when.amount is None:
            return None
        return calendar.shifted(self.today, when.unit, sign * when.amount)

    def counted_from(self, when: When) -> Period | None:
        """When what has lasted so many units began: to the day for weeks, which nobody counts from a Monday."""
        if when.unit != "week" or self.today is None or not when.amount:
            return self.counted(when, -1)
        there = calendar.moved(self.today, when.unit, -when.amount)
        return None if there is None else calendar.day(there)

    def counted_back_then(self, expression: Expression, sentence: int) -> Period | None:
        """The period so many units before a time of the same sentence, where the clause tells what lasted until then.

        "Il est arrivé en 2014 à la tête du parti, qui gouvernait depuis un an": since 2013.
        """
        when = expression.when
        told = any(each.period for each in self._told.get(sentence, ()))
        if not told or not when.amount or not is_imperfect(self.parse, self.governor(expression)):
            return None
        return self.taken_up(replace(when, amount=-when.amount), sentence)

    def moved(self, when: When) -> str | None:
        """The day so many units after the article's date."""
        there = calendar.moved(self.today, when.unit, when.amount) if self.today and when.amount else None
        return there.isoformat() if there else None

    def ahead(self, expression: Expression) -> bool:
        """Whether the clause around an expression tells of what is to come; not "the biggest deal in a decade"."""
        governor = self.governor(expression)
        if self.parse.tokens[governor].pos == "NOUN" and any(
            token.head == governor and token.has("Degree=Sup")
            for token in self.parse.tokens[max(0, governor - _RANKED) : governor]
        ):
            return False
        return direction(self.parse, governor, expression.first, self.times) > 0

    def taken_up(self, when: When, sentence: int) -> Period | None:
        """What an anaphor means: counted from the one time of its sort in this sentence, or else in the one before."""
        precise = _PRECISE.get(when.unit, 0)
        for index in (sentence, sentence - 1):
            values = [told.period.value for told in self._told.get(index, ()) if told.period and told.period.value]
            anchors = {value[:precise] for value in values if len(value) >= (precise or 4)}
            if len(anchors) == 1 and precise and when.amount is not None:
                anchor = date.fromisoformat(anchors.pop() + "-01-01"[: 10 - precise])
                return calendar.shifted(anchor, when.unit, when.amount)
            if anchors:
                return None
        return None

    def same_span(self, sentence: int) -> Timex | None:
        """The one span told in this sentence, or else in the one before."""
        for index in (sentence, sentence - 1):
            spans = [told.span for told in self._told.get(index, ()) if told.span]
            if spans:
                return spans[0] if len(spans) == 1 else None
        return None

    # ------------------------------------------------------------------------------------------- dates

    def _date(self, expression: Expression, lean: int, sentence: int, past: bool) -> Period | None:
        when = expression.when
        if when.year_shift is not None and self.today:
            when = replace(when, year=self.today.year + when.year_shift)
        if when.year_told is not None:
            told = self.taken_up(When("anaphor", unit="year", amount=when.year_told), sentence)
            if told is None:
                return None
            when = replace(when, year=told.begin.year)
        if when.unit in _PARTS:
            return None if when.year is None else calendar.months(when.year, when.month or 1, _PARTS[when.unit])
        toward = when.way or (-1 if past else self._toward(expression) or lean)
        if when.year is None and when.day is not None and when.month is not None and not when.way and toward <= 0:
            when = replace(when, year=self._year_told(expression, when.month, sentence))
        if when.year is not None and when.month is not None:
            return _whole(when.year, when.month, when.day)
        if self.today is None:
            return None
        if toward > 0 and when.day is not None and self._is_of_noun(expression):
            toward = 0 if _just_past(when, self.today) else toward
        if when.unit == "season":
            return _season(when, self.today)
        if when.month is not None:
            usual = _without_year(when, toward, self.today)
            return self._goes_on(when, usual, sentence) if toward <= 0 and not when.way else usual
        if when.weekday is None:
            return None
        day = _weekday(when, toward, self.today)
        return day if day is None or when.way is not None or not toward else self._by_word(expression, day, toward, sentence)

    def _by_word(self, expression: Expression, day: Period, toward: int, sentence: int) -> Period:
        """A day of the week seen from that on which it was told of: "a annoncé samedi avoir tué X jeudi"."""
        told = [t for t in self._told.get(sentence, ()) if t.period is not None and t.period.begin == t.period.end]
        above = self._content_of(self.governor(expression)) if told else frozenset()
        spoken = next((t.period for t in told if t.governor in above), None)
        earlier = calendar.moved(day.begin, "day", -_WEEK)
        if spoken is None or earlier is None:
            return day
        seen = day.begin > spoken.begin if toward < 0 else earlier > spoken.begin
        return calendar.day(earlier) if seen else day

    def _content_of(self, i: int) -> frozenset[int]:
        """The words above a clause that is their content: those who say, announce, confirm it."""
        tokens, above = self.parse.tokens, set[int]()
        content = False
        while tokens[i].head != i and tokens[i].dep not in _ASIDE:
            content = content or tokens[i].dep in _CONTENT
            i = tokens[i].head
            if content:
                above.add(i)
        return frozenset(above)

    def _year_told(self, expression: Expression, month: int, sentence: int) -> int | None:
        """The year of a date of the same month told just before; without an article's date, the only year told.

        What had been before what is told is another year's: "Le 5 mars 2017, X avait fui. Le 12 mars, il est revenu".
        """
        indexes = range(sentence, sentence - _MEMORY - 1, -1)
        near = [told for index in indexes for told in reversed(self._told.get(index, ())) if told.month]
        if self.today is not None and any(told.month == month for told in near):
            behind = is_imperfect(self.parse, self.governor(expression))
            near = [t for t in near if behind or t.governor is None or not is_imperfect(self.parse, t.governor)]
        for told in near:
            if told.month == month and told.period is not None and (told.daily or self.today is None):
                return told.period.begin.year
        years = {told.period.begin.year for told in near if told.period is not None}
        return years.pop() if self.today is None and len(years) == 1 else None

    def _goes_on(self, when: When, usual: Period | None, sentence: int) -> Period | None:
        """The first such month from one on that the sentence has told before: "signée en mai 2019, rompue en juin"."""
        told = next((t.period for t in reversed(self._told.get(sentence, ())) if t.month and t.period), None)
        if told is None or usual is None or when.month is None:
            return usual
        year = told.begin.year + (when.month < told.begin.month)
        there = _whole(year, when.month, when.day)
        return there if there is not None and there.begin < usual.begin and there.begin >= told.begin else usual

    def _is_of_noun(self, expression: Expression) -> bool:
        """Whether a date says which one a noun means: "se réjouir de l'attentat du 22 mars"."""
        return self.parse.tokens[self.governor(expression)].pos == "NOUN"

    def _toward(self, expression: Expression) -> int:
        """Which way in time the clause around an expression looks; what is put off to a day lies ahead."""
        if self.is_put_off_to(expression):
            return 1
        return direction(self.parse, self.governor(expression), expression.first, self.times)

    def is_put_off_to(self, expression: Expression) -> bool:
        """Whether something is moved to that day: "reporté au 10 juin", "adjourned until Friday"."""
        return any(moving(self.parse, i, self.times) is not None for i in range(expression.first, expression.last))

    def governor(self, expression: Expression) -> int:
        """The word outside an expression that governs it, or its own head."""
        for token in self.parse.tokens[expression.first : expression.last]:
            if token.head == token.i or not expression.first <= token.head < expression.last:
                return token.head
        return expression.head


def _season(when: When, today: date) -> Period | None:
    """The year of "l'été dernier"; its months differ between the hemispheres, so the year is all that is told."""
    if when.month is None or when.way is None:
        return None
    since = (today - date(today.year, when.month, 15)).days
    if when.way < 0:
        return calendar.years(today.year if since > _HALF_SEASON else today.year - 1)
    if when.way > 0:
        return calendar.years(today.year if since < -_HALF_SEASON else today.year + 1)
    return calendar.years(today.year)


def _just_past(when: When, today: date) -> bool:
    """Whether a day of a month was a few weeks ago, so that the next such day is most of a year away."""
    day = None if when.month is None else _whole(today.year, when.month, when.day)
    return day is not None and 0 <= (today - day.begin).days <= _FRESH


def _without_year(when: When, toward: int, today: date) -> Period | None:
    """A month, or a day of it, whose year the text leaves out."""
    if when.month is None:
        return None
    near = [_whole(year, when.month, when.day) for year in (today.year - 1, today.year, today.year + 1)]
    periods = [period for period in near if period]
    if when.weekday is not None:
        fitting = [period for period in periods if period.begin.weekday() == when.weekday]
        return min(fitting, key=lambda period: abs((period.begin - today).days), default=None)
    strict = bool(when.way)
    if toward < 0:
        past = [period for period in periods if (period.end < today if strict else period.begin <= today)]
        return past[-1] if past else None
    if toward > 0:
        future = [period for period in periods if (period.begin > today if strict else period.end >= today)]
        return future[0] if future else None
    if when.way == 0:
        return near[1]
    close = [period for period in periods if abs((period.begin - today).days) <= _NEAR]
    return close[0] if len(close) == 1 else None


def _weekday(when: When, toward: int, today: date) -> Period | None:
    """A day of the week, on or beside the article's date."""
    if when.weekday is None:
        return None
    back = (today.weekday() - when.weekday) % 7
    ahead = (when.weekday - today.weekday()) % 7
    if when.day is not None:
        near = {calendar.moved(today, "day", step) for step in (*range(-back, -36, -7), *range(ahead, 36, 7))}
        fitting = [there for there in near if there and there.day == when.day]
        return calendar.day(fitting[0]) if len(fitting) == 1 else None
    if when.way:
        step = -(back or 7) if when.way < 0 else ahead or 7
    elif back == 0:
        step = 0
    elif toward:
        step = -back if toward < 0 else ahead
    elif when.way == 0:
        step = -back if back < ahead else ahead  # "ce lundi": the nearest
    else:
        return None
    there = calendar.moved(today, "day", step)
    return calendar.day(there) if there else None


def _whole(year: int, month: int, day: int | None) -> Period | None:
    if not 1 <= year <= 9999:
        return None
    if day is None:
        return calendar.month(year, month)
    there = calendar.real_date(year, month, day)
    return calendar.day(there) if there else None
