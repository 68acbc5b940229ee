"""Stretches of the calendar and how to move along them.

A `Period` has a `value` where ISO 8601 as XSD knows it can write it (a day, a month, a year); a week, a quarter, a
decade or a century is its first and last day alone.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

WEEK = 7
FORTNIGHT = 14
_FIRST_YEAR, _LAST_YEAR = 10, 9989  # decades beyond these are no dates of Python's
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_DAYS = {"day": 1, "night": 1, "week": WEEK, "weekend": WEEK, "fortnight": FORTNIGHT}


class Period(NamedTuple):
    """From the day `begin` to the day `end`, both included."""

    begin: date
    end: date
    value: str | None

    @property
    def first(self) -> str:
        """The beginning, no more precise than the period."""
        return self.value or self.begin.isoformat()

    @property
    def last(self) -> str:
        """The end, no more precise than the period."""
        return self.value or self.end.isoformat()


def day(of: date) -> Period:
    """One day."""
    return Period(of, of, of.isoformat())


def month(year: int, number: int) -> Period:
    """A month, 1 to 12."""
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]), f"{year:04}-{number:02}")


def years(year: int, count: int = 1) -> Period:
    """A year, or `count` of them from `year` on."""
    return Period(date(year, 1, 1), date(year + count - 1, 12, 31), f"{year:04}" if count == 1 else None)


def months(year: int, number: int, count: int) -> Period:
    """`count` months from a month on: a quarter, a half-year."""
    end = month(year, number + count - 1)
    return Period(date(year, number, 1), end.end, None)


def century(number: int) -> Period:
    """The 19th is 1801 to 1900."""
    return years((number - 1) * 100 + 1, 100)


def real_date(year: int, number: int, of_month: int) -> date | None:
    """The date, or None if there is no such day."""
    if not (1 <= year <= 9999 and 1 <= number <= 12 and 1 <= of_month <= monthrange(year, number)[1]):
        return None
    return date(year, number, of_month)


def around(of: date, unit: str) -> Period | None:
    """The period of this unit that holds a date; None for a unit that the calendar has no place for (an hour)."""
    if unit in ("day", "night"):
        return day(of)
    if unit == "week":
        monday = of - timedelta(days=of.weekday())
        return Period(monday, monday + timedelta(days=6), None)
    if unit == "weekend":
        saturday = of - timedelta(days=of.weekday()) + timedelta(days=5)
        return Period(saturday, saturday + timedelta(days=1), None)
    if unit == "month":
        return month(of.year, of.month)
    if unit in _MONTHS:
        return months(of.year, (of.month - 1) // _MONTHS[unit] * _MONTHS[unit] + 1, _MONTHS[unit])
    if unit == "year":
        return years(of.year)
    if unit == "decade":
        return years(of.year // 10 * 10, 10)
    if unit == "century":
        return century((of.year - 1) // 100 + 1)
    return None


def moved(of: date, unit: str, count: int) -> date | None:
    """The date `count` units later (earlier if negative); a day that the month lacks becomes its last."""
    try:
        if unit in _DAYS:
            return of + timedelta(days=_DAYS[unit] * count)
        step = _MONTHS.get(unit, 0) or 12 * _YEARS.get(unit, 0)
        if not step:
            return None
        total = of.year * 12 + of.month - 1 + step * count
        year, number = divmod(total, 12)
        return date(year, number + 1, min(of.day, monthrange(year, number + 1)[1]))
    except (OverflowError, ValueError):
        return None


def shifted(of: date, unit: str, count: int) -> Period | None:
    """The period of this unit `count` units from the one that holds a date: "last week" is shifted(of, "week", -1)."""
    there = moved(of, unit, count)
    return (
        None
        if there is None or not _FIRST_YEAR <= there.year <= _LAST_YEAR
        else around(there, "week" if unit == "fortnight" else unit)
    )
