"""Fixed phrases that the parser reads as one word, from the table `read` of kg/lang/<code>/parsing.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from kg.annotate.units import Reading
from kg.annotate.words import Words

# A phrase that ends in a preposition also stands with the article contracted: "lors de", "lors du", "lors des".
CONTRACTIONS: dict[str, dict[str, str | None]] = {
    "de": {"d'": None, "du": "le", "des": "les"},
    "à": {"au": "le", "aux": "les"},
}
FULL_FORMS = {form: preposition for preposition, forms in CONTRACTIONS.items() for form in forms}
ELISION = re.compile(r"(?<=')(?=\w)|\s+")
# Where alone a phrase is read so: before a figure or a noun that counts like one, at the beginning of a sentence, not
# behind an article or a preposition, in small letters, right behind the digits of a sum of money.
Context = Literal["", "figure", "opening", "bare", "small", "sum"]
CONTEXTS: dict[str, Context] = {
    "before_figures": "figure", "openings": "opening", "directions": "bare", "forms": "small", "behind_sums": "sum",
}  # fmt: skip
SIGNS = frozenset("$£€¥")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words in small letters, and how they are read: all as one word, and the last perhaps as an article."""

    words: tuple[str, ...]
    read: str
    article: str | None = None
    context: Context = ""


class Phrases:
    """Finds the fixed phrases of a language in a text's words, the longest first."""

    def __init__(
        self,
        tables: Mapping[str, Mapping[str, str]],
        small: frozenset[str] = frozenset(),
        collectives: frozenset[str] = frozenset(),
    ) -> None:
        self._small = small  # words that make a direction behind them a noun: "the north of"
        self._collectives = collectives  # nouns that count like a figure: "près d'une centaine"
        by_first: dict[str, list[Phrase]] = {}
        for phrase in all_phrases(tables):
            by_first.setdefault(phrase.words[0], []).append(phrase)
        self._by_first = {
            first: [
                (len(phrase.words), phrase) for phrase in sorted(found, key=lambda one: (-len(one.words), not one.context))
            ]
            for first, found in by_first.items()
        }

    def find(self, words: Words) -> list[Reading]:
        """The readings of a text's phrases, in order."""
        lower = [text.lower() for text in words.text]
        found: list[Reading] = []
        done = 0
        for i, word in enumerate(lower):
            if i < done or word not in self._by_first:
                continue
            phrase = self._match(words, lower, i)
            if phrase is not None:
                done = i + len(phrase.words)
                found += readings_of(phrase, i, words.text[i][0].isupper())
        return found

    def _match(self, words: Words, lower: list[str], i: int) -> Phrase | None:
        for length, phrase in self._by_first[lower[i]]:
            last = i + length
            if tuple(lower[i:last]) != phrase.words or any(words.begins[i + 1 : last]):
                continue
            if self._stands_right(words, lower, phrase.context, i, last):
                return phrase
        return None

    def _stands_right(self, words: Words, lower: list[str], context: Context, first: int, last: int) -> bool:
        if context == "figure":
            counted = last + 1 < len(lower) and lower[last + 1] in self._collectives
            return last < len(lower) and (lower[last][0].isdigit() or counted)
        if context == "opening":
            return words.begins[first] is not False and words.text[first][0].isupper()
        if context == "small":
            return words.text[first].islower()
        if context == "sum":
            return first > 1 and lower[first - 1][0].isdigit() and lower[first - 2][-1] in SIGNS
        return not context or first == 0 or lower[first - 1] not in self._small


def _longest_first(phrase: Phrase) -> tuple[int, bool]:
    """Orders phrases by their words, of two alike first the one that stands in one place alone."""
    return -len(phrase.words), not phrase.context


def all_phrases(tables: Mapping[str, Mapping[str, str]]) -> Iterable[Phrase]:
    """Write out the phrases of the tables, with their contracted forms."""
    for kind, table in tables.items():
        for phrase, read in table.items():
            words = tuple(part for part in ELISION.split(phrase) if part)
            yield Phrase(words, read, context=CONTEXTS.get(kind, ""))
            if kind == "prepositions":
                for form, article in CONTRACTIONS.get(words[-1], {}).items():
                    yield Phrase((*words[:-1], form), read, article)


def readings_of(phrase: Phrase, i: int, capital: bool) -> list[Reading]:
    """The readings of a phrase that stands at word `i`."""
    read = phrase.read.capitalize() if capital else phrase.read
    last = i + len(phrase.words)
    if phrase.article is None:
        return [(i, last, read, "fixed")]
    return [(i, last - 1, read, "fixed"), (last - 1, last, phrase.article, "contracted")]
