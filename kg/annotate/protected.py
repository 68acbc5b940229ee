"""Names that the parser would break, read as one name that it knows: phrases that the caller gives, and quoted names.

"l'opération Inherent Resolve", "l'association « Un toit pour tous »": afterwards the words stand again, head first.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from kg.annotate.units import Reading
from kg.annotate.words import Words
from kg.lang.names import GivenNames

OPENING = {"«": "»", '"': '"'}
PARTICLES = frozenset({"al", "el", "ul", "as", "ash", "and", "of", "the", "for", "und", "der", "y", "e", "van", "von", "&"})
LONGEST_NAME = 8  # words between quotation marks
LONGEST_NICKNAME = 3  # likewise
PARTS = re.compile(r"[^\W_]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Naming:
    """What a language says of names: nouns that a quoted name follows, small words, and the name read in its place."""

    nouns: frozenset[str]  # forms, singular and plural
    small: frozenset[str]
    stand_in: str
    acronyms: Mapping[str, str]  # that are common words in small letters, and what is read in their place
    titles: Container[str]  # with which somebody's name begins: "called Prime Minister X"
    given: GivenNames  # behind which a nickname may stand


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
        i, size = 0, len(words)
        acronyms = self._naming.acronyms
        while i < size:
            text = words.text[i]
            if not (self._by_first or text[0].isupper() or text in OPENING or text in acronyms):
                i += 1  # nearly all words: they can begin no name
                continue
            last = self._phrase_end(words, i) or self._named_end(words, i) or genitive_end(words, i)
            if last is None and i + 1 < size and words.text[i + 1] in OPENING and (end := self._nickname_end(words, i)):
                found.append((i, end, words.text[end - 1], "person"))
                i = end
                continue
            if last is None and words.text[i] in OPENING:
                i += 1
                last = self._quotation_end(words, i)
            if last is None:
                found += self._acronym(words, i)
                i += 1
                continue
            if last > i + 1:
                found.append((i, last, self._naming.stand_in, "name"))
            i = last
        return found

    def _acronym(self, words: Words, i: int) -> list[Reading]:
        """The reading of word `i` where it is an acronym that looks like a common word."""
        name = self._naming.acronyms.get(words.text[i]) if i < len(words) else None
        return [] if name is None or shouts(words, i) else [(i, i + 1, name, "name")]

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

    def _named_end(self, words: Words, i: int) -> int | None:
        """Where the capitalized name that begins at word `i`, after a noun such as "operation", ends."""
        if i == 0 or words.text[i - 1] not in self._naming.nouns or not is_capital(words, i):
            return None
        last = i + 1
        while last < len(words) and (is_capital(words, last) or self._goes_on(words, last)):
            last += 1
        somebody = any(words.text[k].lower() in self._naming.titles for k in range(i, last))
        return last if last > i + 1 and not somebody else None

    def _nickname_end(self, words: Words, i: int) -> int | None:
        """Where the name of somebody ends whose nickname stands in quotation marks: 'Ana "The Fox" Vidal'."""
        first, marks = i + 2, OPENING[words.text[i + 1]]
        ends = range(first + 1, min(len(words) - 1, first + LONGEST_NICKNAME + 1))
        closing = next((k for k in ends if words.text[k] == marks), None)
        if closing is None or words.text[i] not in self._naming.given:
            return None
        capital = all(words.text[k][0].isupper() for k in (*range(first, closing), closing + 1))
        return closing + 2 if capital and True not in words.begins[first : closing + 2] else None

    def _goes_on(self, words: Words, i: int) -> bool:
        """Whether a foreign small word stands between two capitalized ones."""
        return words.text[i] in PARTICLES and i + 1 < len(words) and is_capital(words, i + 1)

    def _quotation_end(self, words: Words, i: int) -> int | None:
        """Where the name that begins after an opening quotation mark ends; None if it is no name."""
        closing = OPENING[words.text[i - 1]]
        last = next((k for k in range(i, min(len(words), i + LONGEST_NAME + 1)) if words.text[k] == closing), None)
        if last is None or last == i or i < 2 or any(words.text[k] in ".!?" for k in range(i, last)):
            return None
        before = words.text[i - 2].lower()
        if before in self._naming.nouns or self._is_qualified(words, i - 2):
            return last
        named = before in self._naming.small or last - i > 1
        return last if named and before[-1].isalnum() and self._is_capital(words, i, last) else None

    def _is_qualified(self, words: Words, i: int) -> bool:
        """Whether word `i` qualifies a noun that a quoted name follows: "l'association bénévole « Un toit pour tous »"."""
        word = words.text[i]
        qualifies = word.isalpha() and word.islower() and word not in self._naming.small
        return qualifies and i > 0 and words.text[i - 1].lower() in self._naming.nouns

    def _is_capital(self, words: Words, first: int, last: int) -> bool:
        """Whether each word but the small ones has a capital, and the first and last have."""
        texts = words.text[first:last]
        if not (texts[0][0].isupper() and texts[-1][0].isupper()):
            return False
        return all(text[0].isupper() or text.lower() in self._naming.small for text in texts)


def genitive_end(words: Words, i: int) -> int | None:
    """Where a foreign genitive ends that was read as an elision: "l'agence Moody's a abaissé"."""
    name, last = words.text[i], i + 1
    follows = len(name) > 2 and name[-1] == "'" and last < len(words) and words.text[last] == "s"
    return last + 1 if follows and words.end[i] == words.start[last] else None


def shouts(words: Words, i: int) -> bool:
    """Whether a word beside word `i` is all capitals too, so that capitals mean nothing."""
    beside = words.text[max(0, i - 1) : i] + words.text[i + 1 : i + 2]
    return any(text.isupper() and len(text) > 1 for text in beside)


def is_capital(words: Words, i: int) -> bool:
    """Whether word `i` begins with a capital, in the middle of a sentence."""
    return words.text[i][0].isupper() and words.begins[i] is False
