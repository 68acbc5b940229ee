"""Which language an article is in, decided by most of its words so that a quotation in another one does not change it.

The frequent words of the languages that kg speaks settle almost every article at no cost. Short, mixed and foreign
texts are put to lingua, restricted to those languages and their neighbours, paragraph by paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import LanguageError
from kg.lang import codes, tables

if TYPE_CHECKING:
    from lingua import LanguageDetector

NEIGHBOURS = ("ar", "de", "el", "es", "fa", "he", "hi", "it", "ja", "ko", "nl", "pt", "ru", "uk", "zh")
"""Languages that are only recognised, so that they can be refused by name. Those of other scripts cost nothing; every
further one in Latin script costs some 12 ms at the start and makes short texts less sure."""
PARAGRAPHS = 40  # at most so many are looked at, longest first: quotations are shorter than what is round them
PARAGRAPH_CHARS = 300  # how much of each: more does not change the answer
# Of 1459 French and English texts 99% had 13% or more frequent words of their own language and none 5% of the other;
# paragraphs in ten neighbouring languages had 6% at most. What falls between goes to lingua.
MIN_SHARE = 0.12
MIN_WORDS = 20
MIN_LEAD = 3.0  # times the share of the next language
FAMILIAR_WORDS = 10  # a text of so many words without one frequent word is in no language that kg speaks
PRIOR = 8.0  # odds for a spoken language: "Police arrest two men in Tirna" is no Italian; a paragraph outweighs it
LEAD_LETTERS = 400  # letters by which a language has to lead before lingua is not asked about the rest
WORD = re.compile(r"[^\W\d_]+")


def find_language(text: str, name: str) -> str:
    """The ISO 639-1 code of the language of most of `text`.

    Raises LanguageError if kg does not speak that language, or there are no words to tell it by.
    """
    paragraphs = _longest(text)
    words = [word.lower() for paragraph in paragraphs for word in WORD.findall(paragraph)]
    return _by_frequent_words(words) or _by_lingua(paragraphs, words, name)


def declared(value: str | None) -> str | None:
    """The two-letter code in a language tag ("fr-FR", "EN_us"), or None where it holds none."""
    code = (value or "").strip().lower().replace("_", "-").partition("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def refuse_unspoken(code: str, name: str) -> None:
    """Raises LanguageError unless there is language data for `code`."""
    if code not in _spoken():
        raise LanguageError(f"{name} is in {code!r}, which kg does not speak ({', '.join(_spoken())}): --lang overrides")


def _longest(text: str) -> list[str]:
    paragraphs = [part for line in text.split("\n") if (part := line.strip()[:PARAGRAPH_CHARS])]
    return sorted(paragraphs, key=len, reverse=True)[:PARAGRAPHS]


def _by_frequent_words(words: list[str]) -> str | None:
    """The language whose frequent words plainly make up the text, or None."""
    if len(words) < MIN_WORDS:
        return None
    hits = {code: sum(word in frequent for word in words) for code, frequent in _frequent().items()}
    (most, best), (next_most, _) = sorted([*((count, code) for code, count in hits.items()), (0, "")], reverse=True)[:2]
    return best if most >= MIN_SHARE * len(words) and most >= MIN_LEAD * next_most else None


def _by_lingua(paragraphs: Iterable[str], words: list[str], name: str) -> str:
    votes = _votes(paragraphs)
    best = max(sorted(votes), key=lambda code: votes[code], default="")
    if not best or votes[best] == 0:
        raise LanguageError(f"{name}: the language can't be told: give --lang")
    known = ", ".join(_spoken())
    if best not in _spoken():
        looks = f"{name} looks like {_english_name(best)} or a language near it"
        raise LanguageError(f"{looks}, which kg does not speak ({known}): --lang overrides")
    if len(words) >= FAMILIAR_WORDS and not _frequent()[best].intersection(words):
        raise LanguageError(f"{name} looks like no language that kg speaks ({known}): --lang overrides")
    return best


def _votes(paragraphs: Iterable[str]) -> dict[str, float]:
    """Letters by language, each paragraph's shared out as lingua is sure of it."""
    votes: dict[str, float] = {}
    for paragraph in paragraphs:
        letters = sum(map(str.isalpha, paragraph))
        for code, share in _shares(paragraph).items():
            votes[code] = votes.get(code, 0.0) + share * letters
        first, second, *_ = sorted((*votes.values(), 0.0, 0.0), reverse=True)
        if first - second > LEAD_LETTERS:
            break
    return votes


def _shares(paragraph: str) -> dict[str, float]:
    found = _detector().compute_language_confidence_values(paragraph)
    shares = {each.language.iso_code_639_1.name.lower(): each.value for each in found}
    odds = {code: share * (PRIOR if code in _spoken() else 1.0) for code, share in shares.items()}
    total = sum(odds.values())
    return {code: value / total for code, value in odds.items()} if total else {}


@cache
def _spoken() -> tuple[str, ...]:
    return codes()


@cache
def _frequent() -> dict[str, frozenset[str]]:
    return {code: frozenset(tables.toml(f"{code}/recognition.toml")["frequent"]) for code in _spoken()}


@cache
def _detector() -> LanguageDetector:
    from lingua import IsoCode639_1, Language, LanguageDetectorBuilder

    wanted = (getattr(IsoCode639_1, code.upper()) for code in sorted({*_spoken(), *NEIGHBOURS}))
    languages = [Language.from_iso_code_639_1(code) for code in wanted]
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()


def _english_name(code: str) -> str:
    from lingua import IsoCode639_1, Language

    return str(Language.from_iso_code_639_1(getattr(IsoCode639_1, code.upper())).name).capitalize()
