"""When an article was published, where its text or its metadata says so; never guessed, never today.

In the text only a full date in the article's frame counts: a dateline, a line of its own, the signature of an embedded
post, the place and date at the end. A date inside a sentence tells about something else.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, cached_property
from typing import Any

from kg.lang import codes, tables
from kg.read.options import is_iso

FIRST_LINES = 10  # how many lines that hold text are taken for the head of an article …
FIRST_CHARS = 2000  # … within this stretch
LAST_LINES = 4
MAX_FRAME_CHARS = 160  # a line that is longer is a sentence; a dateline's own part is shorter anyway
MAX_NAMES = 8  # capitalised words (places, agencies, authors) beside the date
MAX_DATELINE_TAIL = 60  # hour and agency between a dateline's date and its dash
YEARS = range(1800, 2200)
EPOCH_SECONDS = range(100_000_000, 10_000_000_000)  # 1973 to 2286; thousand times as much is milliseconds
SLOTS = {
    "year": r"(?P<year{n}>\d{{4}})",
    "day": r"(?P<day{n}>\d{{1,2}})(?:{ordinals})?",
    "month": r"(?P<month{n}>{months})\.?",
}
NUMERIC = r"(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<c>\d{4})"
ISO = r"(?P<isoyear>\d{4})-(?P<isomonth>\d{2})-(?P<isoday>\d{2})(?=\D|$)"
CLOCK = re.compile(r"\d{1,2}\s?[h:]\s?\d{0,2}(?::\d{2})?(?:\.\d+)?|[+-]\d{2}:?\d{2}\b")
SIGNATURE = re.compile(r"^\s*[—–―-]{1,2}\s?[^\n]{1,80}\(@\w{1,30}\)[\s,·:]*", re.M)
SEPARATOR = re.compile(r"[–—―]|(?<=\s)-{1,2}(?=\s)|:(?=\s)")
WORD = re.compile(r"[^\W\d_][\w.’'-]*")


@dataclass(frozen=True, slots=True)
class Found:
    """A date that a stretch of text states; `iso` is YYYY-MM-DD."""

    iso: str
    start: int
    end: int


class Calendar:
    """The words and orders of full dates in one language."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.months = {name: int(number) for number, names in data["months"].items() for name in names}
        self.numeric: str = data["forms"]["numeric"]
        self.updates: tuple[str, ...] = tuple(data["frame"]["updates"])
        self.cues = frozenset((*data["frame"]["weekdays"], *data["frame"]["cues"], *" ".join(self.updates).split()))
        self._orders: list[str] = data["forms"]["orders"]
        self._ordinals: list[str] = data["forms"]["ordinals"]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any full date; groups say which form it has."""
        words = {"months": "|".join(sorted(self.months, key=len, reverse=True)), "ordinals": "|".join(self._ordinals)}
        written = [
            r",?\s".join(SLOTS[slot].format(n=n, **words) for slot in order.split()) for n, order in enumerate(self._orders)
        ]
        return re.compile(rf"(?<![\w-])(?:{'|'.join([*written, ISO, NUMERIC])})(?!\w)", re.I)

    def dates(self, text: str) -> Iterator[Found]:
        """Every full date of the calendar in `text`, left to right, whatever it is the date of."""
        for match in self.pattern.finditer(text):
            if iso := self._iso({key: value for key, value in match.groupdict().items() if value}):
                yield Found(iso, match.start(), match.end())

    def _iso(self, groups: dict[str, str]) -> str | None:
        if "isoyear" in groups:
            return _iso(groups["isoyear"], groups["isomonth"], groups["isoday"])
        if "mark" in groups:
            return self._numeric(int(groups["a"]), int(groups["b"]), groups["c"])
        parts = {key[:-1]: value for key, value in groups.items()}
        return _iso(parts["year"], self.months[parts["month"].lower()], parts["day"])

    def _numeric(self, first: int, second: int, year: str) -> str | None:
        if self.numeric == "day month year" or (not self.numeric and first > 12):
            return _iso(year, second, first)
        if self.numeric == "month day year" or (not self.numeric and second > 12) or first == second:
            return _iso(year, first, second)
        return None


@cache
def calendar(lang: str) -> Calendar:
    """The calendar words of a language that kg speaks."""
    return Calendar(tables.toml(f"{lang}/dates.toml"))


def from_text(text: str, lang: str) -> Found | None:
    """The date that the frame of `text` gives: a dateline, else a post's signature, else a date at the end."""
    words = calendar(lang)
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", text))
    head = [line for line in lines[:FIRST_LINES] if line.start() < FIRST_CHARS]
    tail = lines[max(len(head), len(lines) - LAST_LINES) :]
    return _framed(head, words) or _signed(text, words) or _framed(reversed(tail), words, at_end=True)


def is_dateline(line: str, lang: str) -> bool:
    """Whether a line says when and where an article was written rather than what it is about."""
    return _in_frame(line, calendar(lang), at_end=False) is not None


def from_metadata(value: str | None, lang: str) -> str | None:
    """ISO 8601 form of a date in metadata (ISO itself, RFC 5322, seconds since 1970, a date in words), or None."""
    value = (value or "").strip()
    if not value:
        return None
    if iso := _timestamp(value):
        return iso
    order = [lang, *(code for code in codes() if code != lang)] if lang in codes() else codes()
    return next((found.iso for code in order for found in calendar(code).dates(value)), None)


def _timestamp(value: str) -> str | None:
    from email.utils import parsedate_to_datetime

    compact = re.sub(r"^(\d{4}-\d{2}-\d{2}) (?=\d)", r"\1T", value)
    compact = re.sub(r"^(\d{4})(\d{2})(\d{2})$", r"\1-\2-\3", compact)
    try:
        if is_iso(compact):
            return compact if len(compact) == 10 else datetime.fromisoformat(compact).isoformat()
        if value.isdigit():
            number = int(value)
            seconds = number if number in EPOCH_SECONDS else number // 1000
            return datetime.fromtimestamp(seconds, UTC).isoformat() if seconds in EPOCH_SECONDS else None
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _framed(lines: Iterable[re.Match[str]], words: Calendar, at_end: bool = False) -> Found | None:
    updated = None
    for line in lines:
        found = _in_frame(line.group(), words, at_end)
        if found is None:
            continue
        moved = Found(found.iso, found.start + line.start(), found.end + line.start())
        if not any(word in line.group().lower() for word in words.updates):
            return moved
        updated = updated or moved
    return updated


def _in_frame(line: str, words: Calendar, at_end: bool) -> Found | None:
    for found in words.dates(line):
        before, after = line[: found.start], line[found.end :]
        if before.count("(") > before.count(")"):
            if _in_brackets(before, after, words, at_end):
                return found
        elif _is_frame(before, words) and (
            _is_frame(after, words) or _opens_text(after, words) or _is_place_and_date(before, after)
        ):
            return found
    return None


def _in_brackets(before: str, after: str, words: Calendar, at_end: bool) -> bool:
    """Whether the brackets round a date hold nothing else than a frame, and open the line or, at the end, close it."""
    bracket = before.rindex("(")
    inside, closed, rest = after.partition(")")
    if not (closed and _is_frame(before[bracket:], words) and _is_frame(inside, words)):
        return False
    return not before[:bracket].strip() or (at_end and not rest.strip(" ."))


def _opens_text(after: str, words: Calendar) -> bool:
    """Whether a dateline ends soon after its date: ". –", "(AFP) –", "à 14h30 :"."""
    return any(_is_frame(after[: mark.start()], words) for mark in SEPARATOR.finditer(after[:MAX_DATELINE_TAIL]))


def _is_place_and_date(before: str, after: str) -> bool:
    """ "N'Djamena, 14 mars 2024. Le général …": a place, a comma, the date and a full stop open the text."""
    return before.rstrip().endswith(",") and after.startswith(". ")


def _is_frame(part: str, words: Calendar) -> bool:
    """Whether `part` holds nothing but names, hours, weekdays and the words that introduce a date."""
    if len(part) > MAX_FRAME_CHARS:
        return False
    names = 0
    for word in WORD.findall(CLOCK.sub(" ", part)):
        plain = word.lower().rstrip(".")
        if plain in words.cues or (len(plain) > 1 and plain[1] in "’'" and plain[2:] in words.cues):
            continue
        names += 1
        if not word[0].isupper() or names > MAX_NAMES:
            return False
    return True


def _signed(text: str, words: Calendar) -> Found | None:
    """The latest date that signs an embedded post: the article came after each of them."""
    signed = []
    for signature in SIGNATURE.finditer(text):
        line = text[signature.end() : signature.end() + 60].split("\n", 1)[0]
        first = next(words.dates(line), None)
        if first is not None and _is_frame(line[: first.start], words):
            signed.append(Found(first.iso, first.start + signature.end(), first.end + signature.end()))
    return max(signed, key=lambda found: (found.iso, -found.start), default=None)


def _iso(year: str, month: int | str, day: int | str) -> str | None:
    y, m, d = int(year), int(month), int(day)
    if y not in YEARS or not 1 <= m <= 12 or not 1 <= d <= monthrange(y, m)[1]:
        return None
    return f"{y:04}-{m:02}-{d:02}"
