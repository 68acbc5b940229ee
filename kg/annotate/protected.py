"""Names that the parser would break, read as one name that it knows: phrases that the caller gives, and quoted names.

"l'opération Inherent Resolve", "l'association « Un toit pour tous »": afterwards the words stand again, head first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.annotate.units import Reading
from kg.annotate.words import Words

OPENING = {"«": "»", '"': '"'}
LONGEST_NAME = 8  # words between quotation marks
PARTS = re.compile(r"[^\W_]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Naming:
    """What a language says of names: nouns that a quoted name follows, small words, and the name read in its place."""

    nouns: frozenset[str]  # forms, singular and plural
    small: frozenset[str]
    stand_in: str


class Protected:
    """Finds protected names in a text's words."""

    def __init__(self, naming: Naming, phrases: Iterable[str] = ()) -> None:
        self._naming = naming
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(set(phrases)):
            parts = tuple(PARTS.findall(phrase))
            if len(parts) > 1:
                self._by_first.setdefault(parts[0], []).append(parts)
        for found in self._by_first.values():
            found.sort(key=lambda parts: (-len(parts), parts))

    def find(self, words: Words) -> list[Reading]:
        """The readings of a text's protected names, in order."""
        found: list[Reading] = []
        i = 0
        while i < len(words):
            last = self._phrase_end(words, i)
            if last is None and words.text[i] in OPENING:
                i += 1
                last = self._quotation_end(words, i)
            if last is None:
                i += 1
                continue
            if last > i + 1:
                found.append((i, last, self._naming.stand_in, "name"))
            i = last
        return found

    def _phrase_end(self, words: Words, i: int) -> int | None:
        """Where a given phrase that begins at word `i` ends."""
        first = PARTS.match(words.text[i]) if self._by_first else None
        for parts in self._by_first.get(first.group(), ()) if first else ():
            last, rest = i, parts
            while rest and last < len(words) and (last == i or not words.begins[last]):
                inside = tuple(PARTS.findall(words.text[last]))
                if not inside or rest[: len(inside)] != inside:
                    break
                last, rest = last + 1, rest[len(inside) :]
            if not rest:
                return last
        return None

    def _quotation_end(self, words: Words, i: int) -> int | None:
        """Where the name that begins after an opening quotation mark ends; None if it is no name."""
        closing = OPENING[words.text[i - 1]]
        last = next((k for k in range(i, min(len(words), i + LONGEST_NAME + 1)) if words.text[k] == closing), None)
        if last is None or last == i or i < 2 or any(words.text[k] in ".!?" for k in range(i, last)):
            return None
        before = words.text[i - 2].lower()
        if before in self._naming.nouns:
            return last
        named = before in self._naming.small or last - i > 1
        return last if named and before[-1].isalnum() and self._is_capital(words, i, last) else None

    def _is_capital(self, words: Words, first: int, last: int) -> bool:
        """Whether each word but the small ones has a capital, and the first and last have."""
        texts = words.text[first:last]
        if not (texts[0][0].isupper() and texts[-1][0].isupper()):
            return False
        return all(text[0].isupper() or text.lower() in self._naming.small for text in texts)
