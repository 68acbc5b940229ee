"""What a language's texts hold beside prose, read from kg/lang/<code>/noise.toml and compiled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.annotate.accents import Accents, load_accents

LANG = Path(__file__).parent.parent / "lang"


@dataclass(frozen=True, slots=True)
class Noise:
    """Patterns and tables by which text that is no prose is set apart, and mangled words are read."""

    boilerplate: re.Pattern[str]
    link_list: re.Pattern[str]
    byline: re.Pattern[str]
    byline_cased: re.Pattern[str]
    dateline: re.Pattern[str]
    signature: re.Pattern[str]
    alert: re.Pattern[str]
    slips: tuple[tuple[re.Pattern[str], str], ...]
    foreign_words: frozenset[str]
    function_words: frozenset[str]
    counts: Mapping[str, str]
    counted: re.Pattern[str] | None  # a figure, then a number word of a translation robot
    participles: Mapping[str, str]
    participle: re.Pattern[str] | None  # one whose accents are missing, behind an auxiliary
    phrases: Mapping[str, str]
    phrase: re.Pattern[str] | None
    words: Mapping[str, str]
    word: re.Pattern[str] | None
    before_titles: frozenset[str]
    accents: Accents | None  # where a language has some that texts leave out


@cache
def load_noise(code: str) -> Noise:
    """How a language's pages look beside their articles: bylines, lists of links, calls to share (noise.toml)."""
    data = tomllib.loads((LANG / code / "noise.toml").read_text(encoding="utf-8"))
    counts, phrases, words, participles = data["counts"], data["phrases"], data["words"], data["participles"]
    return Noise(
        boilerplate=any_of([*data["boilerplate"], *data["link_list"]], re.IGNORECASE),
        link_list=any_of(data["link_list"], re.IGNORECASE),
        byline=any_of(data["byline"], re.IGNORECASE),
        byline_cased=any_of(data["byline_cased"]),
        dateline=any_of(data["dateline_cased"]),
        signature=any_of(data["signature_cased"]),
        alert=re.compile(data["alert"], re.IGNORECASE),
        slips=tuple((re.compile(slip["pattern"], re.IGNORECASE), slip["replace"]) for slip in data["slips"]),
        foreign_words=frozenset(data["foreign_words"]),
        function_words=frozenset(data["function_words"]),
        counts=counts,
        counted=literal(counts, r"(?<=\d )(?:", r")\b"),
        participles=participles,
        participle=literal(participles, behind(data["auxiliaries"]) + "(?:", r")(?=e?s?\b)"),
        phrases=phrases,
        phrase=literal(phrases, r"(?<!\w)(?:", r")(?!\w)"),
        words=words,
        word=literal(words, r"(?<![\w-])(?:", r")(?![\w-])"),
        before_titles=frozenset(data["before_titles"]),
        accents=load_accents(code, half_accented(participles)) if data["accents_left_out"] else None,
    )


def half_accented(participles: Mapping[str, str]) -> dict[str, str]:
    """Participles with their last accent alone, and those in full."""
    return {f"{plain[:-1]}é": full for plain, full in participles.items() if full.endswith("é") and full[:-1] != plain[:-1]}


def any_of(patterns: list[str], flags: int = 0) -> re.Pattern[str]:
    """Compile alternatives into one pattern."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)


def behind(words: list[str]) -> str:
    """A pattern for the place behind one of some words."""
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words) + ")"


def literal(table: Mapping[str, str], before: str, after: str) -> re.Pattern[str] | None:
    """Compile a pattern for the keys of a table, the longest first; None for an empty table."""
    keys = sorted(table, key=lambda key: (-len(key), key))
    return re.compile(before + "|".join(map(re.escape, keys)) + after, re.IGNORECASE) if keys else None
