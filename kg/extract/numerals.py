"""Reading a number from words: digits with separators, cardinals, and collectives ("2 500", "des dizaines").

A collective in the plural without a number ("des centaines", "dozens") says at least two of it: value 2 x 100,
comparator ">". That is the plain meaning of the plural, and no more is read into it; "dozens" is looser than twelve and
counts as tens. A single collective ("une vingtaine") is "~".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, cast

from kg.extract.wording import DIGITS
from kg.lang.numbers import Comparator, Numbers
from kg.model import Token

THOUSAND = 1000
_FIGURE = re.compile(r"([+\-−]?)(\d[\d.,'’\u00a0\u202f]*)(.*)", re.DOTALL)
_BLANKS = str.maketrans("", "", "'’\u00a0\u202f")
_MAX_DIGITS = 18  # longer runs are serial numbers


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it is written, tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    value: Decimal
    form: Literal["digits", "words", "collective"]
    comparator: Comparator = "="
    plain: bool = False  # a bare run of digits: may be a year, a label, a day
    weak: bool = False  # "one": a number only before the noun that it counts
    scaled: bool = False  # ends in a noun of number ("millions"), so that "de" may precede the thing counted
    grouped: Decimal | None = None  # "2,500" in French text: 2.5, or 2500 where people are counted
    factor: int = 1  # what a noun of number multiplied: 1 000 000 in "3 millions"
    suffix: str = ""  # letters glued to the digits: "m€", "bn", "%"


def read_numeral(tokens: tuple[Token, ...], lows: list[str], i: int, end: int, table: Numbers) -> Numeral | None:
    """The number that begins at word `i` (or, for a noun of number, with the article before it); None if none does."""
    if is_figure(lows[i]):
        figure = _figure(tokens, lows, i, end, table)
        return figure and _scaled(figure, lows, end, table)
    if _size(lows[i], table) and lows[i] not in table.composition.adjectives:
        return _noun_of_number(lows, i, end, table)
    return _cardinal(lows, i, end, table)


def is_figure(low: str) -> bool:
    """Whether a word begins with a digit, or with a sign and a digit."""
    return low[0] in DIGITS or (len(low) > 1 and low[0] in "+-−" and low[1] in DIGITS)


def cardinal_words(word: str, table: Numbers) -> list[str] | None:
    """The cardinals that a hyphenated word is made of: "quatre-vingt-dix" -> [quatre, vingt, dix]; None if it isn't."""
    if word in table.cardinals:
        return [word]
    if "-" not in word:
        return None
    parts = word.split("-")
    known = all(part in table.cardinals or part in table.composition.joiners for part in parts)
    return [part for part in parts if part in table.cardinals] if known and parts[0] in table.cardinals else None


# ------------------------------------------------------------------------------------------- figures


def _figure(tokens: tuple[Token, ...], lows: list[str], i: int, end: int, table: Numbers) -> Numeral | None:
    found = _FIGURE.fullmatch(lows[i])
    if found is None:
        return None
    sign, body, suffix = found.groups()
    if not suffix and body.isdecimal():
        last, digits = _spaced_groups(tokens, lows, i, end, table)
        if len(digits) > _MAX_DIGITS:
            return None
        tail = digits.partition(table.decimal)
        value = Decimal(tail[0] + "." + tail[2]) if tail[2] else Decimal(digits)
        return Numeral(i, last, -value if sign in "-−" and sign else value, "digits", plain=last == i + 1 and not sign)
    read = _separated(body.translate(_BLANKS).rstrip(".,"), table)
    if read is None:
        return None
    value, grouped = read
    return Numeral(i, i + 1, -value if sign in "-−" and sign else value, "digits", grouped=grouped, suffix=suffix.strip())


def _spaced_groups(tokens: tuple[Token, ...], lows: list[str], i: int, end: int, table: Numbers) -> tuple[int, str]:
    """Digits in groups of three that a blank separates, and where they end: "1 200 000"."""
    digits = lows[i].lstrip("+-−")
    last = i + 1
    if len(digits) > 3 or digits[0] == "0":
        return last, digits
    while last < end and tokens[last].start - tokens[last - 1].end == 1:
        group = lows[last]
        if len(group) == 3 and group.isdecimal():
            digits += group
        elif len(group) > 4 and group[:3].isdecimal() and group[3] == table.decimal and group[4:].isdecimal():
            return last + 1, digits + group
        else:
            break
        last += 1
    return last, digits


def _separated(body: str, table: Numbers) -> tuple[Decimal, Decimal | None] | None:
    """The value of digits with dots and commas; the second value where the separators may also mean groups of three."""
    if body.isdecimal():
        return Decimal(body), None
    groups = re.split(r"[.,]", body)
    if not all(groups):
        return None
    marks = [mark for mark in body if mark in ".,"]
    threes = len(groups[0]) <= 3 and groups[0] != "0" and all(len(group) == 3 for group in groups[1:])
    if len(set(marks)) == 1 and threes and (marks[0] in table.group or len(marks) > 1):
        return Decimal("".join(groups)), None
    if len(marks) == 1:
        return Decimal(f"{groups[0]}.{groups[1]}"), Decimal("".join(groups)) if threes else None
    if len(set(marks[:-1])) == 1 and marks[-1] != marks[0] and all(len(group) == 3 for group in groups[1:-1]):
        return Decimal("".join(groups[:-1]) + "." + groups[-1]), None
    return None


def _scaled(figure: Numeral, lows: list[str], end: int, table: Numbers) -> Numeral:
    """A figure with the words that multiply it: "2,5 millions", "25 hundred", "3 douzaines"."""
    value, last, scaled = figure.value, figure.last, False
    if not figure.suffix:
        half, last = _half(lows, last, end, table)
        factor, last = _factors(lows, last, end, table)
        if factor != 1:
            value, scaled = (value + half) * factor, True
        else:
            last = figure.last
    if not scaled:
        return figure
    return Numeral(
        figure.first, last, value, "digits", scaled=lows[last - 1] not in table.composition.adjectives, factor=factor
    )


def _factors(lows: list[str], i: int, end: int, table: Numbers) -> tuple[int, int]:
    """The product of the nouns of number from word `i` on ("mille milliards"), and where they end."""
    factor = 1
    while i < end and (size := _size(lows[i], table)):
        factor *= size
        i += 1
    return factor, i


def _size(word: str, table: Numbers) -> int:
    """The value of a noun of number ("dizaine", "hundred", "million"); 0 for any other word."""
    size = table.cardinals.get(word, 0)
    if size >= THOUSAND or (size == 100 and word not in table.composition.adjectives):
        return size
    return table.collectives.get(word, 0)


def _half(lows: list[str], i: int, end: int, table: Numbers) -> tuple[Decimal, int]:
    """The half after word `i` ("et demi"), and where it ends."""
    found = table.composition.halves.match(lows, lows, i) if i < end else None
    return (Decimal("0.5"), i + found[0]) if found and i + found[0] <= end else (Decimal(0), i)


# ----------------------------------------------------------------------------------------- cardinals


class _Sum:
    """A cardinal being added up; `take` refuses a word that can't follow."""

    __slots__ = ("current", "last_scale", "table", "total")

    def __init__(self, table: Numbers) -> None:
        self.table = table
        self.total = 0
        self.current = 0
        self.last_scale = 0

    @property
    def value(self) -> int:
        return self.total + self.current

    @property
    def state(self) -> tuple[int, int, int]:
        return self.total, self.current, self.last_scale

    @state.setter
    def state(self, state: tuple[int, int, int]) -> None:
        self.total, self.current, self.last_scale = state

    def take(self, size: int) -> bool:
        if size >= THOUSAND:
            return self._scale(size)
        if size == 100:
            if self.current >= 100:
                return False
            self.current = max(self.current, 1) * 100
            return True
        if size in self.table.composition.scores and 1 < self.current % 100 < 10:
            self.current += self.current % 100 * (size - 1)
            return True
        if not self._fits(size):
            return False
        self.current += size
        return True

    def _fits(self, size: int) -> bool:
        rest = self.current % 100
        if not self.value:
            return True
        if size == 0:
            return False
        if rest == 0:
            return self.current > 0 or self.total > 0
        if size < 10:
            return (rest >= 20 and rest % 10 == 0) or (rest in (10, 70, 90) and size >= 7)
        return size < 20 and rest in self.table.composition.teens

    def _scale(self, size: int) -> bool:
        if self.total and not self.current:
            self.total *= size
        elif self.last_scale and size > self.last_scale:
            self.total = (self.total + self.current) * size
        else:
            self.total += max(self.current, 1) * size
        self.current = 0
        self.last_scale = size
        return True


def _cardinal(lows: list[str], i: int, end: int, table: Numbers) -> Numeral | None:
    """The cardinal that begins at word `i`; an article may stand for its first word ("a hundred", "un million")."""
    words = cardinal_words(lows[i], table)
    if words is None or lows[i] in table.composition.tails:
        return None
    total = _Sum(table)
    if not all(total.take(table.cardinals[word]) for word in words):
        return None
    last = i + 1
    while last < end and (step := _next_cardinal(lows, last, end, total, table)):
        last = step
    if last == i + 1 and lows[i] in table.composition.weak:
        return _weak(lows, i, end, table)
    half, after = _half(lows, last, end, table)
    factor, stop = _factors(lows, after, end, table)
    if half and total.last_scale and not total.current:
        return Numeral(i, after, total.total + half * total.last_scale, "words", scaled=True)
    if factor != 1:
        if half:
            return Numeral(i, stop, (total.value + half) * factor, "words", scaled=True)
        return _chained(Numeral(i, stop, Decimal(total.value * factor), "collective", "~", scaled=True), lows, end, table)
    if half:  # "two and a half years"
        return Numeral(i, after, total.value + half, "words")
    ends_in_scale = last > i + 1 and not total.current
    noun = ends_in_scale and lows[last - 1] not in table.composition.adjectives
    return Numeral(i, last, Decimal(total.value), "words", scaled=noun, factor=total.last_scale if ends_in_scale else 1)


def _weak(lows: list[str], i: int, end: int, table: Numbers) -> Numeral | None:
    """A word that is a number only in company: "une centaine", "one dozen", "one soldier"."""
    factor, last = _factors(lows, i + 1, end, table)
    if factor != 1:
        return _chained(Numeral(i, last, Decimal(factor), "collective", "~", scaled=True), lows, end, table)
    counted = lows[i] not in table.words["articles"] or _opens_term(lows, i, end, table)
    if not counted and " ".join(lows[i : i + 2]) not in table.words["casualties"]:
        return None
    return Numeral(i, last, Decimal(1), "words", weak=True)


def _opens_term(lows: list[str], i: int, end: int, table: Numbers) -> bool:
    """Whether an article stands before a length of time that a court gives: "un an de prison"."""
    timed = i + 3 < end and lows[i + 1] in table.words["term_units"]
    return timed and lows[i + 2] in table.words["term_links"] and lows[i + 3] in table.words["terms"]


def _next_cardinal(lows: list[str], i: int, end: int, total: _Sum, table: Numbers) -> int | None:
    """Where the cardinal ends that continues the sum at word `i`, taken into it; None if none does."""
    at = i
    if lows[at] in table.composition.joiners or lows[at] == "-":
        at += 1
        size = table.cardinals.get(lows[at]) if at < end else None
        if size is None or (lows[i] != "-" and not _joins(total, size, table)):
            return None
    words = cardinal_words(lows[at], table)
    if words is None:
        return None
    before = total.state
    if all(total.take(table.cardinals[word]) for word in words):
        return at + 1
    total.state = before
    return None


def _joins(total: _Sum, size: int, table: Numbers) -> bool:
    """Whether "and" before a cardinal of this size belongs to the number."""
    rules = table.composition
    if rules.join_before and size not in rules.join_before:
        return False
    if rules.join_after == "hundreds":
        return size < 100 and total.value >= 100 and total.current % 100 == 0
    return total.current % 100 >= 20 and total.current % 10 == 0


# ---------------------------------------------------------------------------------- nouns of number


def _noun_of_number(lows: list[str], i: int, end: int, table: Numbers) -> Numeral | None:
    """A noun of number that no number precedes: "a dozen", "des milliers", "half a million", "several hundred"."""
    collective = lows[i] in table.collectives
    before = lows[i - 1] if i else ""
    first, count, comparator = i, Decimal(2), ">"
    width = next((n for n in (3, 2, 1) if i >= n and tuple(lows[i - n : i]) in table.composition.half_before), 0)
    if width:
        first, count, comparator = i - width, Decimal("0.5"), "="
    elif before in table.words["articles"]:
        if not collective:
            whole = _cardinal(lows, i, end, table)
            return whole and replace(whole, first=i - 1)
        first, count, comparator = i - 1, Decimal(1), "~"
    elif before in table.words["several"]:
        first = i - 1 - (i >= 2 and lows[i - 2] in table.words["articles"])
    elif lows[i] not in table.words["plural"]:
        return None
    factor, last = _factors(lows, i, end, table)
    form: Literal["words", "collective"] = "collective" if collective else "words"
    numeral = Numeral(first, last, count * factor, form, cast(Comparator, comparator), scaled=True)
    return _chained(numeral, lows, end, table)


def _chained(numeral: Numeral, lows: list[str], end: int, table: Numbers) -> Numeral:
    """A noun of number with those that it counts: "des centaines de milliers", "tens of thousands"."""
    value, last = numeral.value, numeral.last
    while last + 1 < end and lows[last] in table.words["of"] and (size := _size(lows[last + 1], table)):
        value *= size
        last += 2
    return numeral if last == numeral.last else replace(numeral, value=value, last=last)
