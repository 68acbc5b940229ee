"""Times of a text: dates, spans, deadlines, lengths and frequencies, put into the calendar where the text allows it.

Relative times are counted from the article's date; without one they have no value. A weekday or month alone needs the
tense of its clause: the last such day up to the article's date in the past, the first one from it on in the future (a
weekday in news stands for a day within a week of it, the day itself included: AP Stylebook). Where nothing decides, the
time is kept without a value. A week, a quarter, a decade and a century are spans from their first to their last day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kg.extract import calendar
from kg.extract.calendar import Period
from kg.extract.numerals import is_figure
from kg.extract.tense import direction
from kg.extract.timewords import DASHES, Expression, TimeReader, When
from kg.lang import Language
from kg.lang.times import Times
from kg.model import Parse, Quantity, Sentence, Timex

READ = ("body", "headline")
_NEAR = 92  # days: a date without a year and without a tense is the one of its kind this near, if the others are far off
_LONGEST = 5  # words of a preposition before a time
_LOOK_AHEAD = 5  # words from a joiner to the word that tells the second time
_WITHIN = "week", "month", "year", "day", "quarter", "half", "decade", "fortnight"


def find_times(parse: Parse, language: Language, quantities: tuple[Quantity, ...]) -> tuple[Timex, ...]:
    """The times in the body and headlines of an article, in the order of the text; `quantities` are no times."""
    lows = [token.text.lower().replace("’", "'") for token in parse.tokens]
    reader = TimeReader(parse, lows, language.times, language.numbers)
    taken = {i for quantity in quantities for i in range(quantity.first, quantity.last)}
    finder = _Finder(parse, lows, language.times, reader, taken)
    for sentence in parse.sentences:
        if sentence.kind in READ:
            finder.find(sentence)
    return tuple(finder.found)


def reference_date(published: str | None) -> date | None:
    """The day of an article's date; None if it is not known to the day."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Told:
    """A time of the text that later words may take up."""

    sentence: int
    period: Period | None
    span: Timex | None


class _Finder:
    """Collects the times of one article."""

    def __init__(self, parse: Parse, lows: list[str], times: Times, reader: TimeReader, taken: set[int]) -> None:
        self.parse = parse
        self.lows = lows
        self.times = times
        self.reader = reader
        self.taken = taken
        self.today = reference_date(parse.article.published)
        self.found: list[Timex] = []
        self.told: list[_Told] = []

    def find(self, sentence: Sentence) -> None:
        """Add the times of one sentence."""
        i = floor = sentence.first
        triggers, lows = self.times.triggers, self.lows
        while i < sentence.last:
            low = lows[i]
            if (low in triggers or is_figure(low)) and i not in self.taken:
                expression = self.reader.read(i, floor, sentence.last)
                timex = expression and self._timex(expression, floor, sentence)
                if timex:
                    self.found.append(replace(timex, index=len(self.found)))
                    i = floor = timex.last
                    continue
                if expression is not None:
                    i = max(i, expression.last - 1)
            i += 1

    # -------------------------------------------------------------------------------- what stands around

    def _timex(self, expression: Expression, floor: int, sentence: Sentence) -> Timex | None:
        """The time with its edge, its preposition and, in a range, its second end."""
        first = self._edge(expression.first, floor)
        start, role = self._role(first, floor)
        ranged = self._range(expression, first, start, role, sentence)
        if ranged is not None:
            return ranged
        when = expression.when
        if when.kind in ("length", "recent"):
            return self._length(expression, start, role, sentence)
        if when.kind == "frequency":
            return self._make(expression.first, expression.last, "frequency", "frequency")
        if when.kind == "anaphor" and when.unit == "period":
            return self._same_period(expression, sentence)
        period = self._resolve(expression, 1 if role == "planned" else 0, sentence)
        self.told.append(_Told(sentence.index, period, None))
        kind = "anaphor" if when.kind == "anaphor" else "calendar" if when.kind == "fixed" or when.year else "relative"
        if role in ("since", "after", "until", "deadline"):
            return self._bounded(role, start, expression.last, period, sentence)
        if when.first_day is not None:
            return self._days(expression, start if role in ("between", "from") else first, period)
        return self._point(first, expression.last, period, kind)

    def _edge(self, first: int, floor: int) -> int:
        """Where a time begins with its edge: "la fin de", "early"."""
        for width in (3, 2, 1):
            if first - width >= floor and tuple(self.lows[first - width : first]) in self.times.edges:
                return self.reader.definite(first - width, floor)
        return first

    def _role(self, first: int, floor: int) -> tuple[int, str]:
        """Where the preposition before a time begins, and what it makes of it."""
        for width in range(min(_LONGEST, first - floor), 0, -1):
            role = self.times.prepositions.get(tuple(self.lows[first - width : first]))
            if role:
                return first - width, role
        return first, ""

    # ------------------------------------------------------------------------------------------- ranges

    def _range(self, lower: Expression, first: int, start: int, role: str, sentence: Sentence) -> Timex | None:
        """A span from one time to another: "de 2011 à 2014", "between May 3 and May 5", "2014-2015"."""
        at = lower.last
        if at >= sentence.last or lower.when.kind in ("length", "recent", "frequency", "anaphor"):
            return None
        dashed = self.lows[at] in DASHES
        width = 1
        if not dashed:
            joins = self.times.joins.get(role if role in ("between", "from") else "plain", self.times.joins["from"])
            width = self._join(at, joins, sentence)
            plain = role not in ("between", "from") and lower.when.kind == "date" and lower.when.day is None
            if not width or plain or (role not in ("between", "from") and lower.when.year is None and lower.when.kind != "fixed"):
                return None
        upper = self._upper(lower, at + width, dashed, sentence)
        if upper is None:
            return None
        return self._span(lower, upper, start if role in ("between", "from") else first, sentence)

    def _join(self, at: int, joins: frozenset[str], sentence: Sentence) -> int:
        """How many words the joiner at word `at` has; 0 if there is none."""
        for width in (2, 1):
            if at + width < sentence.last and _joined(self.lows[at : at + width]) in joins:
                return width
        return 0

    def _upper(self, lower: Expression, at: int, dashed: bool, sentence: Sentence) -> Expression | None:
        """The second end of a range, which must begin right after the joiner."""
        for i in range(at, min(at + _LOOK_AHEAD, sentence.last)):
            if i in self.taken:
                return None
            if self.lows[i] not in self.times.triggers and not is_figure(self.lows[i]):
                continue
            upper = self.reader.read(i, at, sentence.last)
            if upper is not None:
                return upper if self._edge(upper.first, at) == at else None
            if dashed and i == at:
                return self._short_year(lower, i)
        return None

    def _short_year(self, lower: Expression, i: int) -> Expression | None:
        """The "15" of "2014-15"."""
        low = self.lows[i]
        if len(low) != 2 or not low.isdigit() or lower.when.period is None or lower.when.period.value is None:
            return None
        year = lower.when.period.begin.year
        if int(low) != (year + 1) % 100 or len(lower.when.period.value) != 4:
            return None
        return Expression(i, i + 1, i, When("fixed", period=calendar.years(year + 1)))

    def _span(self, lower: Expression, upper: Expression, start: int, sentence: Sentence) -> Timex | None:
        later = self._resolve(upper, 0, sentence)
        when = lower.when
        if when.kind == "date" and when.year is None and upper.when.kind == "date":
            when = _completed(when, upper.when)
        earlier = self._resolve(replace(lower, when=when), 0, sentence)
        if earlier and later and earlier.begin > later.end:
            return None
        begin, finish = earlier and earlier.first, later and later.last
        made = self._make(start, upper.last, "span", "range", begin=begin, finish=finish)
        self.told.append(_Told(sentence.index, None, made))
        return made

    def _days(self, expression: Expression, start: int, period: Period | None) -> Timex:
        """Several days of one month: "du 3 au 5 mai"."""
        begin = finish = None
        if period is not None and expression.when.first_day is not None:
            begin = period.begin.replace(day=expression.when.first_day).isoformat()
            finish = period.last
        return self._make(start, expression.last, "span", "range", begin=begin, finish=finish)

    # ---------------------------------------------------------------------------------------- resolving

    def _resolve(self, expression: Expression, way: int, sentence: Sentence) -> Period | None:
        when = expression.when
        if when.kind == "fixed":
            return when.period
        if when.kind == "anaphor":
            return self._taken_up(when, sentence)
        if when.kind == "shift":
            return calendar.shifted(self.today, when.unit, when.amount or 0) if self.today else None
        if when.kind == "date":
            return self._date(expression, way)
        return None

    def _date(self, expression: Expression, way: int) -> Period | None:
        when = expression.when
        if when.year_shift is not None and self.today:
            when = replace(when, year=self.today.year + when.year_shift)
        if when.year is not None and when.month is not None:
            return _whole(when.year, when.month, when.day)
        if self.today is None:
            return None
        if when.unit == "season":
            return self._season(when, self.today)
        toward = when.way if when.way is not None else way or direction(self.parse, self._governed(expression), self.times)
        if when.month is not None:
            return self._without_year(when, toward, self.today)
        if when.weekday is not None:
            return self._weekday(when, toward, self.today)
        return None

    def _governed(self, expression: Expression) -> int:
        """The word of an expression that the rest of the sentence governs."""
        for token in self.parse.tokens[expression.first : expression.last]:
            if not expression.first <= token.head < expression.last or token.head == token.i:
                return token.i if token.head == token.i else token.head
        return expression.head

    @staticmethod
    def _season(when: When, today: date) -> Period | None:
        """The year of "l'été dernier"; its months differ between the hemispheres, so the year is all that is told."""
        if when.month is None or when.way is None:
            return None
        middle = date(today.year, when.month, 15)
        if when.way < 0:
            return calendar.years(today.year if (today - middle).days > 45 else today.year - 1)
        if when.way > 0:
            return calendar.years(today.year if (middle - today).days > 45 else today.year + 1)
        return calendar.years(today.year)

    @staticmethod
    def _without_year(when: When, toward: int, today: date) -> Period | None:
        """A month, or a day of it, whose year the text leaves out."""
        if when.month is None:
            return None
        near = [_whole(year, when.month, when.day) for year in (today.year - 1, today.year, today.year + 1)]
        periods = [period for period in near if period]
        if when.weekday is not None:
            fitting = [period for period in periods if period.begin.weekday() == when.weekday]
            return min(fitting, key=lambda period: abs((period.begin - today).days)) if fitting else None
        strict = when.way is not None
        if toward < 0:
            past = [period for period in periods if (period.end < today if strict else period.begin <= today)]
            return past[-1] if past else None
        if toward > 0:
            future = [period for period in periods if (period.begin > today if strict else period.end >= today)]
            return future[0] if future else None
        if strict:
            return near[1]
        close = [period for period in periods if abs((period.begin - today).days) <= _NEAR]
        return close[0] if len(close) == 1 else None

    @staticmethod
    def _weekday(when: When, toward: int, today: date) -> Period | None:
        if when.weekday is None:
            return None
        back = (today.weekday() - when.weekday) % 7
        ahead = (when.weekday - today.weekday()) % 7
        if when.day is not None:
            near = [calendar.moved(today, "day", step) for step in (*range(-back, -36, -7), *range(ahead, 36, 7))]
            fitting = [there for there in near if there and there.day == when.day]
            return calendar.day(fitting[0]) if len(set(fitting)) == 1 else None
        if when.way is not None and when.way != 0:
            step = -(back or 7) if when.way < 0 else ahead or 7
        elif back == 0 or toward < 0:
            step = -back
        elif toward > 0:
            step = ahead
        else:
            return None
        there = calendar.moved(today, "day", step)
        return calendar.day(there) if there else None

    def _taken_up(self, when: When, sentence: Sentence) -> Period | None:
        """What an anaphor means: counted from the one time of its sort in this sentence or else the one before."""
        precise = 10 if when.unit in ("day", "week", "night") else 4
        for index in (sentence.index, sentence.index - 1):
            earlier = {told.period for told in self.told if told.sentence == index and told.period}
            anchors = {period.value[:precise] for period in earlier if period.value and len(period.value) >= precise}
            if len(anchors) == 1 and when.amount is not None:
                (anchor,) = anchors
                of = date.fromisoformat(anchor if precise == 10 else f"{anchor}-01-01")
                return calendar.shifted(of, when.unit, when.amount) if precise == 10 or when.unit == "year" else None
            if anchors:
                return None
        return None

    def _same_period(self, expression: Expression, sentence: Sentence) -> Timex:
        """"The same period" is the one span told in this sentence or the one before."""
        for index in (sentence.index, sentence.index - 1):
            spans = [told.span for told in self.told if told.sentence == index and told.span]
            if len(spans) == 1:
                begin, finish = spans[0].begin, spans[0].finish
                return self._make(expression.first, expression.last, "span", "anaphor", begin=begin, finish=finish)
            if spans:
                break
        return self._make(expression.first, expression.last, "point", "anaphor")

    # ------------------------------------------------------------------------------------------ lengths

    def _length(self, expression: Expression, start: int, role: str, sentence: Sentence) -> Timex | None:
        """A length of time, by the words before and after it: "il y a trois jours", "for two weeks", "ten years later"."""
        when, last = expression.when, expression.last
        after = self.times.after_length.match(self.lows, self.lows, last) if last < sentence.last else None
        if when.kind == "recent":
            return self._recent(expression, start if role in ("deadline", "ahead") else expression.first, role)
        if after is not None and last + after[0] <= sentence.last:
            return self._counted_off(expression, expression.first, last + after[0], after[1], sentence)
        if role == "ago":
            return self._counted_off(expression, start, last, "ago", sentence)
        if role == "ahead":
            ahead = direction(self.parse, self._governed(expression), self.times) > 0
            return self._counted_off(expression, start, last, "ahead", sentence) if ahead else None
        if role == "since":
            period = self._shifted(when, -1)
            return self._bounded("since", start, last, period, sentence)
        if role == "deadline":
            there = calendar.moved(self.today, when.unit, when.amount) if self.today and when.amount else None
            known = there is not None and when.unit in _WITHIN
            return self._make(start, last, "deadline", "relative", latest=there.isoformat() if known and there else None)
        if role == "for":
            return self._make(start, last, "duration", "length")
        return None

    def _recent(self, expression: Expression, start: int, role: str) -> Timex | None:
        """The stretch up to the article's date, or from it on: "ces dix dernières années", "the next two weeks"."""
        when = expression.when
        begin = finish = None
        if when.amount and self.today:
            there = calendar.shifted(self.today, when.unit, when.amount)
            if when.amount < 0:
                begin = there and there.first
            else:
                moved = calendar.moved(self.today, when.unit, when.amount)
                begin, finish = self.today.isoformat(), moved and moved.isoformat()
                if role in ("deadline", "ahead"):
                    return self._make(start, expression.last, "deadline", "relative", latest=finish)
        return self._make(start, expression.last, "span", "relative", begin=begin, finish=finish)

    def _counted_off(self, expression: Expression, first: int, last: int, how: str, sentence: Sentence) -> Timex:
        """A length counted from the article's date ("ago") or from a time told before ("later")."""
        when = expression.when
        sign = -1 if how in ("ago", "earlier") else 1
        if how in ("ago", "ahead"):
            period = self._shifted(when, sign)
        else:
            moved = replace(when, kind="anaphor", amount=when.amount and when.amount * sign)
            period = self._taken_up(moved, sentence)
        self.told.append(_Told(sentence.index, period, None))
        return self._point(first, last, period, "relative" if how in ("ago", "ahead") else "anaphor")

    def _shifted(self, when: When, sign: int) -> Period | None:
        if self.today is None or when.amount is None:
            return None
        return calendar.shifted(self.today, when.unit, sign * when.amount)

    # ------------------------------------------------------------------------------------------- making

    def _bounded(self, role: str, first: int, last: int, period: Period | None, sentence: Sentence) -> Timex:
        if role == "deadline":
            return self._make(first, last, "deadline", "deadline", latest=period.end.isoformat() if period else None)
        begin = period.first if period and role != "until" else None
        finish = period.last if period and role == "until" else None
        made = self._make(first, last, "span", role, begin=begin, finish=finish)
        self.told.append(_Told(sentence.index, None, made))
        return made

    def _point(self, first: int, last: int, period: Period | None, rule: str) -> Timex:
        if period is not None and period.value is None:
            return self._make(first, last, "span", rule, begin=period.first, finish=period.last)
        return self._make(first, last, "point", rule, value=period and period.value)

    def _make(self, first: int, last: int, kind: str, rule: str, **dates: str | None) -> Timex:
        start, end = self.parse.tokens[first].start, self.parse.tokens[last - 1].end
        return Timex(0, start, end, first, last, kind, rule=rule, **dates)  # type: ignore[arg-type]


def _joined(words: list[str]) -> str:
    return "".join(words) if words[0].endswith("'") else " ".join(words)


def _completed(lower: When, upper: When) -> When:
    """The first end of a range with what only the second one says: "de mars à juin 2020"."""
    if lower.month is None or upper.year is None or upper.month is None:
        return lower
    return replace(lower, year=upper.year if lower.month <= upper.month else upper.year - 1)


def _whole(year: int, month: int, day: int | None) -> Period | None:
    if not 1 <= year <= 9999:
        return None
    if day is None:
        return calendar.month(year, month)
    there = calendar.real_date(year, month, day)
    return calendar.day(there) if there else None
