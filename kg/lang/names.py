"""Given names with their usual gender: kg/lang/world/names.tsv (name, gender)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from kg.lang import tables
from kg.lang.fold import fold

SHORT = 5  # letters of a syllable


class GivenNames:
    """Tells whether a word, with its capital, is a common given name, and of whom."""

    def __init__(self, genders: dict[str, str]) -> None:
        self._genders = genders

    def __contains__(self, word: str) -> bool:
        return word[:1].isupper() and fold(word) in self._genders

    def __len__(self) -> int:
        return len(self._genders)

    def puts_last(self, words: Sequence[str]) -> bool:
        """Whether a name of three short words begins with the surname, as Korean and Chinese ones do: "Yoon Suk Yeol"."""
        short = len(words) == 3 and all(word.isalpha() and len(word) <= SHORT for word in words)
        return short and not any(word in self for word in words)

    def gender(self, name: str) -> Literal["m", "f", ""]:
        """The usual gender of a given name; "" if unknown or given to both. A compound goes by its first part."""
        found = self._genders.get(fold(name)) or self._genders.get(fold(name).partition("-")[0])
        if found == "m":
            return "m"
        return "f" if found == "f" else ""


@cache
def load() -> GivenNames:
    """The given names, of all languages together."""
    return GivenNames({fold(name): gender for name, gender in tables.rows("world/names.tsv", 2)})
