"""Dates set off by commas behind a verb: "a condamné, mardi 18 mai, le maire", read without the commas.

The parser takes what follows the second comma for another thing than the verb's object.
"""

from __future__ import annotations

from kg.annotate.parsing import Parsing
from kg.annotate.units import Reading
from kg.annotate.words import Words

COMMA = ","
LONGEST_DATE = 5  # words between the commas: "jeudi 3 mai 2018 matin"
REACH = 3  # words between an auxiliary and its participle: "a été gravement blessé"


class Asides:
    """Finds the commas around dates that stand between a verb and what it governs."""

    def __init__(self, parsing: Parsing) -> None:
        self._auxiliaries = parsing.auxiliaries
        self._temporal = parsing.temporal

    def find(self, words: Words) -> list[Reading]:
        """The word before each comma of such a pair with its comma, read as the word alone."""
        if not self._auxiliaries:
            return []
        found: list[Reading] = []
        for i, text in enumerate(words.text):
            if text == COMMA and self._follows_verb(words, i):
                end = self._date_end(words, i + 1)
                if end is not None:
                    found += [(before, before + 2, words.text[before], "fixed") for before in (i - 1, end - 1)]
        return found

    def _follows_verb(self, words: Words, comma: int) -> bool:
        """Whether the word before a comma ends a compound verb form: "a annoncé", "ont été arrêtés"."""
        first = max(0, comma - 1 - REACH)
        verb = words.text[comma - 1] if comma else ""
        before = [text.lower() for text in words.text[first : max(0, comma - 1)]]
        begun = any(words.begins[i] is True for i in range(first + 1, comma))
        return verb.isalpha() and verb.islower() and not begun and not self._auxiliaries.isdisjoint(before)

    def _date_end(self, words: Words, first: int) -> int | None:
        """The comma that closes a date begun at word `first`; None if none does, or if no more of the clause follows."""
        for i in range(first, min(first + LONGEST_DATE + 1, len(words) - 1)):
            text = words.text[i].lower()
            if text == COMMA:
                return i if i > first else None
            if words.begins[i] is True or not (text in self._temporal or text[0].isdigit()):
                return None
        return None
