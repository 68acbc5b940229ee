"""Times of a text: dates, spans, deadlines, lengths and frequencies, put into the calendar where the text allows it.

Relative times are counted from the article's date; without one they have no value. A weekday or month alone needs the
tense of its clause: the last such day up to the article's date in the past, the first one from it on in the future (a
weekday in news stands for a day within a week of it, the day itself included: AP Stylebook). Where nothing decides, the
time is kept without a value. A week, a quarter, a decade and a century are spans from their first to their last day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.extract import calendar
from kg.extract.calendar import Period
from kg.extract.numerals import is_figure
from kg.extract.spans import is_acronym
from kg.extract.timeplace import Placer, Told
from kg.extract.timereader import TimeReader
from kg.extract.timewords import DASHES, Expression, When
from kg.extract.wording import DIGITS, end_of, lower_words, stretches
from kg.lang import Language
from kg.model import Parse, Quantity, Sentence, Timex
from kg.ontology import BODIES

_LONGEST = 5  # words of a preposition before a time
_LOOK_AHEAD = 5  # words from a joiner to the word that tells the second time
_RANGE = ("between", "from")
_PLACED = ("date", "fixed", "shift")
_FIRST_NEWS, _LAST_NEWS = 1500, 2500  # years
_CENTURY = 100
_LONGEST_NAME = 5  # words of a name before the day in it
_LEANS = {"planned": 1, "until": 1, "deadline": 1, "since": -1}  # where the tense of the clause does not say


def find_times(parse: Parse, language: Language, quantities: tuple[Quantity, ...]) -> tuple[Timex, ...]:
    """The times in the body and headlines of an article, in the order of the text; `quantities` are no times."""
    lows = lower_words(parse)
    reader = TimeReader(parse, lows, language.times, language.numbers)
    placer = Placer(parse, language.times, reference_date(parse.article.published))
    taken = {i for quantity in quantities for i in range(quantity.first, quantity.last)}
    finder = _Finder(parse, lows, language, reader, placer, taken)
    for sentence in stretches(parse):
        finder.find(sentence)
    return tuple(finder.found)


def reference_date(published: str | None) -> date | None:
    """The day of an article's date; None if it is not known to the day or no news was written then."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if _FIRST_NEWS <= day.year <= _LAST_NEWS else None


class _Finder:
    """Collects the times of one article."""

    def __init__(
        self, parse: Parse, lows: list[str], language: Language, reader: TimeReader, placer: Placer, taken: set[int]
    ) -> None:
        self.parse = parse
        self.lows = lows
        self.times = language.times
        self.gazetteer = language.gazetteer
        self.nouns = language.nouns
        self.reader = reader
        self.placer = placer
        self.taken = taken
        self.found: list[Timex] = []

    def find(self, sentence: Sentence) -> None:
        """Add the times of one sentence."""
        i = floor = sentence.first
        triggers, lows = self.times.triggers, self.lows
        while i < sentence.last:
            low = lows[i]
            if i in self.taken:
                floor = i + 1
            elif low in triggers or low[0] in DIGITS:
                expression = self.reader.read(i, floor, sentence.last)
                named = expression is not None and self._names(expression, floor)
                timex = None if expression is None or named else self._timex(expression, floor, sentence)
                if timex and self.taken.isdisjoint(range(timex.first, timex.last)):
                    self.found.append(replace(timex, index=len(self.found)))
                    i = floor = timex.last
                    continue
                if expression is not None:
                    i = max(i, expression.last - 1)
            i += 1

    def _names(self, expression: Expression, floor: int) -> bool:
        """Whether a day is part of a name, known or with its acronym: "le Mouvement du 23 mars", "the May 5 Front (M5)"."""
        tokens, first, last = self.parse.tokens, expression.first, expression.last
        if expression.when.kind != "date" or expression.when.day is None:
            return False
        capitals = [i for i in range(first - 1, max(floor, first - _LONGEST_NAME) - 1, -1) if tokens[i].text[0].isupper()]
        short = tokens[last + 1].text if last + 2 < len(tokens) and tokens[last].text == "(" else ""
        if capitals and is_acronym(short) and short[0] == tokens[capitals[0]].text[0] and tokens[last + 2].text == ")":
            return True
        capital = floor < first and last < len(tokens) and tokens[last].text[0].isupper()
        noun = self.nouns.get(self.lows[last]) if capital and self.lows[first - 1] in self.times.shifts["definite"] else None
        if noun is not None and noun.kind in BODIES:
            return True  # "the April 6 Movement"
        for i in capitals:
            hit = self.gazetteer.match([token.text for token in tokens[i:last]], 0)
            if hit is not None and i + hit.last > first:
                return True
        return False

    # -------------------------------------------------------------------------------- what stands around

    def _timex(self, expression: Expression, floor: int, sentence: Sentence) -> Timex | None:
        """The time with its edge, its preposition and, in a range, its second end."""
        first = self._edge(expression.first, floor)
        start, role = self._role(first, floor)
        if self.parse.tokens[expression.last - 1].dep == "nmod:poss":
            start, role = first, ""  # "arrested after Saturday's riots": those were on the day
        ranged = self._range(expression, first, start, role, sentence)
        if ranged is not None:
            return ranged
        when = expression.when
        if when.kind == "length":
            return self._length(expression, start, role, sentence)
        if when.kind == "recent":
            return self._recent(expression, start, role)
        if when.kind == "frequency":
            return self._make(expression.first, expression.last, "frequency", "frequency")
        if when.kind == "anaphor" and when.unit == "period":
            return self._same_period(expression, sentence)
        if role == "until" and self.placer.is_put_off_to(expression):
            role = ""  # "was postponed until Friday": it is to be on that day
        bound = role in ("until", "deadline")
        past = role == "since" and self.lows[start] in self.times.tense["begun"]
        ahead = role == "deadline" and not self.times.tense["ahead"].isdisjoint(self.lows[start:first])
        lean = _LEANS.get(role, 0)
        period = self.placer.place(expression, lean, sentence.index, bound=bound, past=past, ahead=ahead)
        governor = self.placer.governor(expression)
        self.placer.tell(sentence.index, Told(period, when.month, when.day is not None, governor=governor))
        if role in ("since", "after", "until", "deadline"):
            return self._bounded(role, start, expression.last, period, sentence)
        if when.first_day is not None:
            return self._days(expression, start if role in _RANGE else first, period)
        return self._point(first, expression.last, period, _rule(when))

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
        if at >= sentence.last or lower.when.kind not in _PLACED:
            return None
        dashed = self.lows[at] in DASHES
        width = 1 if dashed else self._join(at, role, sentence)
        if not width or not (dashed or role in _RANGE or _is_full(lower.when)):
            return None
        upper = self._upper(lower, at + width, dashed, sentence)
        return None if upper is None else self._span(lower, upper, start if role in _RANGE else first, sentence)

    def _join(self, at: int, role: str, sentence: Sentence) -> int:
        """How many words the joiner at word `at` has; 0 if there is none."""
        joins = self.times.joins["between" if role == "between" else "from"]
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
            upper = self.reader.read(i, lower.last, sentence.last)  # the joiner shows "to May" to be a month
            if upper is not None:
                placed = upper.when.kind in _PLACED and upper.first >= at and self._edge(upper.first, at) == at
                return upper if placed else None
            if dashed and i == at:
                return self._short_year(lower, i)
        return None

    def _short_year(self, lower: Expression, i: int) -> Expression | None:
        """The "15" of "2014-15"; "2008-11" may be a month, and is none."""
        low, period = self.lows[i], lower.when.period
        if len(low) != 2 or not low.isdecimal() or period is None or len(period.value or "") != 4:
            return None
        ahead = int(low) - period.begin.year % _CENTURY
        if ahead != 1 and (ahead < 1 or int(low) <= 12):
            return None
        return Expression(i, i + 1, i, When("fixed", period=calendar.years(period.begin.year + ahead)))

    def _span(self, lower: Expression, upper: Expression, start: int, sentence: Sentence) -> Timex | None:
        later = self.placer.place(upper, 0, sentence.index)
        when = lower.when
        if when.kind == "date" and when.year is None and upper.when.kind == "date":
            when = _completed(when, upper.when)
        led = self.placer.led_up(when, later) if upper.when.month is not None and later is not None else None
        earlier = led or self.placer.place(replace(lower, when=when), 0, sentence.index)
        if earlier and later and earlier.begin > later.end and when.kind == upper.when.kind == "date":
            when = _completed(when, replace(upper.when, year=later.begin.year))  # "from May to August", told in June
            earlier = self.placer.place(replace(lower, when=when), 0, sentence.index)
        if earlier and later and earlier.begin > later.end:
            return None
        begin, finish = earlier and earlier.first, later and later.last
        made = self._make(start, upper.last, "span", "range", begin=begin, finish=finish)
        self.placer.tell(sentence.index, Told(span=made))
        return made

    def _days(self, expression: Expression, start: int, period: Period | None) -> Timex:
        """Several days of one month: "du 3 au 5 mai"."""
        begin = finish = None
        if period is not None and expression.when.first_day is not None:
            begin = period.begin.replace(day=expression.when.first_day).isoformat()
            finish = period.last
        return self._make(start, expression.last, "span", "range", begin=begin, finish=finish)

    # ------------------------------------------------------------------------------------------ lengths

    def _length(self, expression: Expression, start: int, role: str, sentence: Sentence) -> Timex | None:
        """A length of time by the words around it: "il y a trois jours", "for two weeks", "ten years later"."""
        when, last = expression.when, expression.last
        after = self.times.after_length.match(self.lows, self.lows, last) if last < sentence.last else None
        if after is not None and last + after[0] <= sentence.last:
            return self._counted_off(expression, expression.first, last + after[0], after[1], sentence)
        if role == "ago" or (role == "ahead" and self.placer.ahead(expression)):
            return self._counted_off(expression, start, last, role, sentence)
        if role == "since":
            then = self.placer.counted_back_then(expression, sentence.index) or self.placer.counted_from(when)
            return self._bounded("since", start, last, then, sentence)
        if role == "deadline" and self.lows[start] not in self.times.extents:
            return self._make(start, last, "deadline", "relative", latest=self.placer.moved(when))
        return self._make(start, last, "duration", "length") if role == "for" else None

    def _recent(self, expression: Expression, start: int, role: str) -> Timex | None:
        """The stretch up to the article's date, or from it on: "ces dix dernières années", "the next two weeks"."""
        when = expression.when
        if role in ("deadline", "ahead") and (when.amount or 0) > 0:
            return self._make(start, expression.last, "deadline", "relative", latest=self.placer.moved(when))
        period = self.placer.counted(when, 1)
        begin, finish = period and period.first, None
        if period is not None and (when.amount or 0) > 0 and self.placer.today:
            begin, finish = self.placer.today.isoformat(), self.placer.moved(when)
        return self._make(expression.first, expression.last, "span", "relative", begin=begin, finish=finish)

    def _counted_off(self, expression: Expression, first: int, last: int, how: str, sentence: Sentence) -> Timex:
        """A length counted from the article's date ("ago") or from a time told before ("later")."""
        when = expression.when
        sign = -1 if how in ("ago", "earlier") else 1
        told = how in ("ago", "ahead")
        if told:
            period = self.placer.counted(when, sign)
        else:
            moved = replace(when, kind="anaphor", amount=when.amount and when.amount * sign)
            period = self.placer.taken_up(moved, sentence.index)
        self.placer.tell(sentence.index, Told(period))
        return self._point(first, last, period, "relative" if told else "anaphor")

    # ------------------------------------------------------------------------------------------- making

    def _same_period(self, expression: Expression, sentence: Sentence) -> Timex:
        """A period that takes up the one span told just before."""
        span = self.placer.same_span(sentence.index)
        if span is None:
            return self._make(expression.first, expression.last, "point", "anaphor")
        made = self._make(expression.first, expression.last, "span", "anaphor")
        return replace(made, begin=span.begin, finish=span.finish)

    def _bounded(self, role: str, first: int, last: int, period: Period | None, sentence: Sentence) -> Timex:
        """A time with one bound: "depuis 2014", "until Friday", "d'ici la fin de l'année"."""
        if role == "deadline":
            return self._make(first, last, "deadline", "deadline", latest=period and period.end.isoformat())
        begin = period.first if period and role != "until" else None
        finish = period.last if period and role == "until" else None
        made = self._make(first, last, "span", role, begin=begin, finish=finish)
        self.placer.tell(sentence.index, Told(span=made))
        return made

    def _point(self, first: int, last: int, period: Period | None, rule: str) -> Timex:
        if period is not None and period.value is None:
            return self._make(first, last, "span", rule, begin=period.first, finish=period.last)
        return self._make(first, last, "point", rule, value=period and period.value)

    def _make(self, first: int, last: int, kind: str, rule: str, **dates: str | None) -> Timex:
        start, end = self.parse.tokens[first].start, end_of(self.parse.tokens[last - 1], self.lows[last - 1])
        return Timex(0, start, end, first, last, kind, rule=rule, **dates)  # type: ignore[arg-type]


def _rule(when: When) -> str:
    """How a point in time was told: by an earlier time, by the calendar alone, or by the article's date."""
    if when.kind == "anaphor":
        return "anaphor"
    return "calendar" if when.kind == "fixed" or when.year else "relative"


def _is_full(when: When) -> bool:
    """Whether a time is so complete that "to" after it makes a range by itself: "May 3 to May 5"."""
    return when.kind == "fixed" or when.year is not None or when.day is not None


def _joined(words: list[str]) -> str:
    return "".join(words) if words[0].endswith("'") else " ".join(words)


def _completed(lower: When, upper: When) -> When:
    """The first end of a range with what only the second one says: "de mars à juin 2020"."""
    if lower.month is None or upper.year is None or upper.month is None:
        return lower
    return replace(lower, year=upper.year if lower.month <= upper.month else upper.year - 1)
