"""Nouns for people by what they did or what befell them: kg/lang/<code>/participants.tsv ("la victime", "the attackers").

Columns: lemma, role, event classes. Such a noun takes up whoever has that role in an event told before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.lang import tables


@dataclass(frozen=True, slots=True)
class Part:
    """The part that a noun says somebody had: this role, in an event of one of these classes."""

    role: str
    kinds: tuple[str, ...]


@cache
def load_participants(code: str) -> Mapping[str, tuple[Part, ...]]:
    """The nouns of the language `code` by lemma; one may name several parts."""
    found: dict[str, tuple[Part, ...]] = {}
    for lemma, role, kinds in tables.rows(f"{code}/participants.tsv", 3):
        found[lemma] = (*found.get(lemma, ()), Part(role, tables.variants(kinds)))
    return found
