"""How one name is written in Latin letters by different hands: kg/lang/world/transliteration.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kg.lang import tables
from kg.lang.fold import fold


@dataclass(frozen=True, slots=True)
class Transliteration:
    """Words and spellings for comparing names; every word is unaccented and lower case."""

    particles: frozenset[str]
    joined: frozenset[str]  # make one word with what follows
    titles: frozenset[str]
    generations: frozenset[str]  # "jr", "ii": tell people of one name apart
    sounds: tuple[tuple[re.Pattern[str], str], ...]  # in the order of application
    names: Mapping[str, str]  # spelling -> the one that stands for all
    syllables: Mapping[str, frozenset[str]]  # of Chinese names: any school -> pinyin, several where schools clash
    bodies: Mapping[str, str]  # word of a body's name -> the one that stands for it in both languages
    generic: frozenset[str]
    legal: frozenset[str]


@cache
def transliteration() -> Transliteration:
    """The table. Raises KgError if it is missing or malformed."""
    table = tables.toml("world/transliteration.toml")
    syllables: dict[str, set[str]] = {}
    for row in table["chinese"]["rows"]:
        for syllable in row:
            syllables.setdefault(fold(syllable).replace("'", ""), set()).add(row[0])
    return Transliteration(
        particles=frozenset(table["particles"]),
        joined=frozenset(table["joined"]),
        titles=frozenset(table["titles"]),
        generations=frozenset(table["generations"]),
        sounds=tuple((_pattern(rule["from"]), rule["to"]) for rule in table["sounds"]),
        names=_stand_ins(table["names"]["rows"]),
        syllables={syllable: frozenset(readings) for syllable, readings in syllables.items()},
        bodies=_stand_ins(table["bodies"]["rows"]),
        generic=frozenset(table["bodies"]["generic"]),
        legal=frozenset(table["bodies"]["legal"]),
    )


def _pattern(spellings: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(spelling) for spelling in sorted(spellings, key=len, reverse=True)))


def _stand_ins(rows: Iterable[list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for first, *others in rows:
        for word in (first, *others):
            found.setdefault(fold(word), first)
    return found
