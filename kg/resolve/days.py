"""On what days the event mentions of an article tell that something took place, as far as two of them are told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kg.model import Event, Parse, Timex

ISO_DAY = 10  # characters of an ISO date
NIGHT = timedelta(days=1)  # from one day to the next
WEEK = timedelta(days=7)  # before the article, in which what it tells has mostly happened
Dates = Sequence[tuple[str, str]]


class Days:
    """The dates of the event mentions of one article. `of` holds those of a mention, by its first one those of a group."""

    def __init__(self, parse: Parse, events: Sequence[Event], times: Sequence[Timex]) -> None:
        self._parse = parse
        self._times = times
        self.of: list[Dates] = [spans(times[t] for t in event.times) for event in events]
        self.lasting = [any(is_long(times[t]) for t in event.times) for event in events]

    def join(self, first: int, later: int) -> None:
        """Give a group the dates of a later mention."""
        self.of[first] = [*self.of[first], *self.of[later]]

    def differ(self, one: int, other: int) -> bool:
        """Whether both have dates, and none of the one may be one of the other."""
        left, right = self.of[one], self.of[other]
        return bool(left and right) and not any(a[0] <= b[1] and b[0] <= a[1] for a in left for b in right)

    def are_of_old(self, dates: Dates) -> bool:
        """Whether dates lie in years before the article's; False where there are none."""
        published = (self._parse.article.published or "")[:4]
        return bool(dates and published) and all(date[0][:4] < published for date in dates)

    def is_dated_itself(self, event: Event) -> bool:
        """Whether a noun's own phrase holds a date: "Monday's attack"."""
        return bool(spans(self._inside(event)))

    def is_of_old_itself(self, event: Event) -> bool:
        """Whether a noun says that it tells of years before the article's: "the 1991 agreement", no bare subject."""
        subject = self._parse.tokens[event.trigger].dep.startswith("nsubj")
        return self.are_of_old(spans(self._inside(event)) if subject else self.of[event.index])

    def is_of_other_day(self, event: Event) -> bool:
        """Whether a noun says itself that it tells of a day before the article's week: "the strike of 10 June"."""
        published = self._parse.article.published or ""
        own = (time.value or "" for time in self._inside(event))
        days = [date.fromisoformat(value[:ISO_DAY]) for value in own if len(value) >= ISO_DAY]
        return bool(published) and any(date.fromisoformat(published[:ISO_DAY]) - day > WEEK for day in days)

    def _inside(self, event: Event) -> Iterator[Timex]:
        """The times of a noun that stand in its own phrase, not beside it under a verb."""
        return (time for time in (self._times[t] for t in event.times) if self._is_inside(time, event.trigger))

    def _is_inside(self, time: Timex, noun: int) -> bool:
        tokens, token = self._parse.tokens, time.first
        while token != noun and tokens[token].pos != "VERB" and tokens[token].head != token:
            token = tokens[token].head
        return token == noun and tokens[noun].pos == "NOUN"


def spans(times: Iterator[Timex]) -> Dates:
    """The first and the last moment of each time that has both, as strings that compare: of "2016-10" also its days."""
    bounds = ((time.value or time.begin, time.value or time.finish) for time in times)
    return [(first, f"{last}~") for first, last in bounds if first and last]


def is_long(time: Timex) -> bool:
    """Whether a time lasts longer than a night."""
    if time.kind != "span" or not time.begin or not time.finish or min(len(time.begin), len(time.finish)) < ISO_DAY:
        return time.kind == "span"
    return date.fromisoformat(time.finish[:ISO_DAY]) - date.fromisoformat(time.begin[:ISO_DAY]) > NIGHT
