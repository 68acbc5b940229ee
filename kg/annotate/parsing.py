"""What the repairs of parses know of a language's words, read from kg/lang/<code>/parsing.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LANG = Path(__file__).parent.parent / "lang"


@dataclass(frozen=True, slots=True)
class Parsing:
    """Words that a language's parser gets wrong, by the repair that they need."""

    prepositions: Mapping[str, Sequence[tuple[str, ...]]]  # multiword ones by their first word, the longest first
    not_agents: frozenset[str]
    temporal: frozenset[str]
    object_and_clause: frozenset[str]
    impersonal: frozenset[str]


@cache
def load_parsing(code: str) -> Parsing:
    """The words of language `code`."""
    data = tomllib.loads((LANG / code / "parsing.toml").read_text(encoding="utf-8"))
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in data["prepositions"]:
        words = tuple(phrase.replace("'", "' ").split())
        phrases.setdefault(words[0], []).append(words)
    return Parsing(
        prepositions={first: sorted(found, key=len, reverse=True) for first, found in phrases.items()},
        not_agents=frozenset(data["not_agents"]),
        temporal=frozenset(data["temporal"]),
        object_and_clause=frozenset(data["object_and_clause"]),
        impersonal=frozenset(data["impersonal"]),
    )
