"""What the parser reads in place of words: a fixed phrase or a name is one unit, read as a word that the parser knows.

"lors de la visite" is read as "pendant la visite", "en effet" as one adverb, "Inherent Resolve" as one name; afterwards
each unit becomes its words again (`grow` in reading.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from kg.annotate.words import GROUP_SPACE, Words

# What becomes of a unit's words: the others hang under the first as `fixed` or `flat:name`, of a person's name too,
# whatever the model takes it for; a contraction ("du") that was read as an article hangs under the preposition before it.
Manner = Literal["", "fixed", "name", "person", "contracted"]
Reading = tuple[int, int, str, Manner]  # first and last word, what the parser reads, and what becomes of the words
Readings = Callable[[Words], list[Reading]]


@dataclass(slots=True)
class Units:
    """Parallel lists: a unit's first and last word, how it is read, and what becomes of its words."""

    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    manner: list[Manner] = field(default_factory=list)

    def add(self, first: int, last: int, read: str, manner: Manner) -> None:
        """Append a stretch of words that the model reads as one word, `read`."""
        self.first.append(first)
        self.last.append(last)
        self.read.append(read)
        self.manner.append(manner)

    def add_words(self, words: Words, first: int, last: int) -> None:
        """Append words that are read one by one."""
        self.first += range(first, last)
        self.last += range(first + 1, last + 1)
        texts = words.text[first:last]
        self.read += [plain(text) if text[0] == "-" or GROUP_SPACE in text else text for text in texts]
        self.manner += [""] * (last - first)


def merge(strong: list[Reading], weak: list[Reading]) -> list[Reading]:
    """Put two lists of readings in order, without those of `weak` that overlap one of `strong`."""
    taken = {i for first, last, _, _ in strong for i in range(first, last)}
    kept = [reading for reading in weak if not taken.intersection(range(reading[0], reading[1]))]
    return sorted([*strong, *kept], key=lambda reading: reading[0]) if strong else weak


def units_of(words: Words, readings: list[Reading]) -> Units:
    """Divide words into units; `readings` are in order and don't overlap."""
    units, done = Units(), 0
    for first, last, read, manner in readings:
        units.add_words(words, done, first)
        units.add(first, last, read, manner)
        done = last
    units.add_words(words, done, len(words))
    return units


def plain(text: str) -> str:
    """A word as the parser reads it: figures without the spaces between their groups, "-il" for "-t-il"."""
    if text.startswith("-t-"):
        return text[2:]
    return text.replace(GROUP_SPACE, "")
