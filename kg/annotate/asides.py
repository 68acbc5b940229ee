"""Days that tear a French sentence, read so that they don't.

"a condamné, mardi 18 mai, le maire" is read without the commas: the parser takes what follows the second one for another
thing than the verb's object. In "rencontrera dimanche à Alger le chef" the day is read as the adverb that it stands for.
"""

from __future__ import annotations

from kg.annotate.parsing import Parsing
from kg.annotate.units import Reading
from kg.annotate.words import Words

COMMA = ","
LONGEST_DATE = 5  # words between the commas: "jeudi 3 mai 2018 matin"
REACH = 3  # words between an auxiliary and its participle: "a été gravement blessé"


class Asides:
    """Finds the commas around dates that stand between a verb and what it governs, and days that follow one barely."""

    def __init__(self, parsing: Parsing) -> None:
        self._auxiliaries = parsing.auxiliaries
        self._temporal = parsing.temporal
        self._days = parsing.days
        self._small = parsing.small

    def find(self, words: Words) -> list[Reading]:
        """The word before each comma of such a pair with its comma, read as the word alone; days read as an adverb."""
        if not self._auxiliaries:
            return []
        found: list[Reading] = []
        for i, text in enumerate(words.text):
            if text == COMMA and self._follows_verb(words, i):
                end = self._date_end(words, i + 1)
                if end is not None:
                    found += [(before, before + 2, words.text[before], "fixed") for before in (i - 1, end - 1)]
            elif text in self._days and self._is_bare_day(words, i):
                found.append((i, i + 1, self._days[text], "fixed"))
        return found

    def _is_bare_day(self, words: Words, i: int) -> bool:
        """Whether a day stands between a finite verb (or a noun) and a preposition: "rencontrera dimanche à Alger"."""
        if not 0 < i < len(words) - 1 or words.begins[i] is True or words.begins[i + 1] is True:
            return False
        before, behind = words.text[i - 1], words.text[i + 1].lower()
        bare = before.isalpha() and before.islower() and before not in self._small and behind in self._small
        return bare and not self._follows_verb(words, i)

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
