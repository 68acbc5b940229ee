"""Coordinates, which name a place by where it lies: "33°47′N 44°30′E", "48.0159° N, 37.8028° E", "33.783; 44.500"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.lang import Language
from kg.lang.gazetteer import COORDINATES
from kg.lang.profile import Profile
from kg.model import PROSE, Parse, Sentence

SEXAGESIMAL = 60  # minutes of a degree, seconds of a minute
# About a hundred metres: what is told in degrees and minutes and again in decimals is one place.
PRECISION = 3  # digits of a degree
NORTHERNMOST, EASTERNMOST = 90, 180  # degrees
DEGREES = frozenset("°º")
BEHIND = " / "  # between two ways of writing one pair
_NUMBER = r"\d{1,3}(?:[.,]\d+)?"
_ANGLE = rf"({_NUMBER}) ?[°º] ?(?:({_NUMBER}) ?[′'’] ?)?(?:({_NUMBER}) ?(?:[″\"”]|''|′′) ?)?"
# Two bare numbers need three digits behind the point each, and right before them a full pair that tells what they are.
_BARE = re.compile(r"(?<![\d.,-])(-?\d{1,3}\.\d{3,})[;,] ?(-?\d{1,3}\.\d{3,})(?!\w)")


@dataclass(frozen=True, slots=True)
class Point:
    """Words `first` to `last` that give a latitude and a longitude, in degrees, north and east positive (WGS 84)."""

    first: int
    last: int
    latitude: float
    longitude: float

    @property
    def link(self) -> str:
        """What tells the place from others, however its coordinates are written."""
        return f"{COORDINATES}{self.latitude:.{PRECISION}f}, {self.longitude:.{PRECISION}f}"


def find_points(parse: Parse, language: Language) -> Iterator[Point]:
    """The coordinates in the body and headlines of an article, in the order of the text."""
    profile, whole = language.profile, parse.article.text
    if DEGREES.isdisjoint(whole):
        return
    for sentence in parse.sentences:
        told = whole[sentence.start : sentence.end] if sentence.kind in PROSE else ""
        full = [(match.span(), _of_angles(profile, match)) for match in _pairs(profile).finditer(told)]
        ends = {end for (_, end), _ in full}
        for match in _BARE.finditer(told):
            if match.start() - len(BEHIND) in ends:
                full.append((match.span(), (float(match[1]), float(match[2]))))
        for (start, end), (latitude, longitude) in sorted(full):
            words = _words(parse, sentence, sentence.start + start, sentence.start + end)
            if words is not None and abs(latitude) <= NORTHERNMOST and abs(longitude) <= EASTERNMOST:
                yield Point(*words, latitude, longitude)


@cache
def _pairs(profile: Profile) -> re.Pattern[str]:
    """Latitude and longitude, each an angle with the side that it lies on."""
    north, south, east, west = (
        "|".join(sorted(profile.words("compass", side))) for side in ("north", "south", "east", "west")
    )
    return re.compile(rf"(?<![\w.,]){_ANGLE}({north}|{south})\b(?:[,;/]? ?| \w+ ){_ANGLE}({east}|{west})\b")


def _of_angles(profile: Profile, match: re.Match[str]) -> tuple[float, float]:
    """Degrees of a full pair: the angles of its groups, negative in the south and in the west."""
    latitude, longitude = _degrees(match.groups()[:3]), _degrees(match.groups()[4:7])
    south, west = match[4] in profile.words("compass", "south"), match[8] in profile.words("compass", "west")
    return -latitude if south else latitude, -longitude if west else longitude


def _degrees(parts: tuple[str | None, ...]) -> float:
    """Degrees of an angle in degrees, minutes and seconds."""
    degrees, minutes, seconds = (float((part or "0").replace(",", ".")) for part in parts)
    return degrees + (minutes + seconds / SEXAGESIMAL) / SEXAGESIMAL


def _words(parse: Parse, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The words that make up characters `start` to `end` of the article, a full stop on the last one included."""
    inside = [t for t in parse.tokens[sentence.first : sentence.last] if start <= t.start < end]
    whole = inside and inside[0].start == start and parse.article.text[end : inside[-1].end] in {"", "."}
    return (inside[0].i, inside[-1].i + 1) if whole else None
