"""Which language an article is in, decided by its paragraphs so that a quotation in another one does not change it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.errors import LanguageError
from kg.lang import codes

if TYPE_CHECKING:
    from lingua import LanguageDetector

NEIGHBOURS = ("ar", "de", "el", "es", "fa", "he", "hi", "it", "ja", "ko", "nl", "pt", "ru", "uk", "zh")
"""Languages that are only recognised, so that they can be refused by name. Those of other scripts cost nothing; every
further one in Latin script costs some 12 ms at the start and makes short texts less sure."""
PRIOR = 8.0  # odds for a spoken language: "Police arrest two men in Tirna" is no Italian; a paragraph outweighs it
PARAGRAPHS = 40  # at most so many paragraphs are looked at, longest first: quotations are shorter than what is round them
PARAGRAPH_CHARS = 300  # how much of each: more does not change the answer
LEAD = 400  # letters by which a language has to lead before the rest is left unread


def find_language(text: str, name: str) -> str:
    """The ISO 639-1 code of the language of most of `text`.

    Raises LanguageError if kg does not speak that language, or there are no words to tell it by.
    """
    votes: dict[str, float] = {}
    for paragraph in _sample(text):
        letters = sum(map(str.isalpha, paragraph))
        for code, share in _shares(paragraph).items():
            votes[code] = votes.get(code, 0.0) + share * letters
        first, second, *_ = sorted((*votes.values(), 0.0, 0.0), reverse=True)
        if first - second > LEAD:
            break
    best = max(sorted(votes), key=lambda code: votes[code], default="")
    if not best or votes[best] == 0:
        raise LanguageError(f"{name}: the language can't be told: give --lang")
    if best not in codes():
        looks = f"{name} looks like {_english_name(best)} or a language near it"
        raise LanguageError(f"{looks}, which kg does not speak ({', '.join(codes())}): --lang overrides")
    return best


def declared(value: str | None) -> str | None:
    """The two-letter code in a language tag ("fr-FR", "EN_us"), or None where it holds none."""
    code = (value or "").strip().lower().replace("_", "-").partition("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def refuse_unspoken(code: str, name: str) -> None:
    """Raises LanguageError unless there is language data for `code`."""
    if code not in codes():
        raise LanguageError(f"{name} is in {code!r}, which kg does not speak ({', '.join(codes())}): --lang overrides")


def _shares(paragraph: str) -> dict[str, float]:
    spoken = codes()
    found = _detector().compute_language_confidence_values(paragraph)
    shares = {each.language.iso_code_639_1.name.lower(): each.value for each in found}
    odds = {code: share * (PRIOR if code in spoken else 1.0) for code, share in shares.items()}
    total = sum(odds.values())
    return {code: value / total for code, value in odds.items()} if total else {}


def _sample(text: str) -> list[str]:
    paragraphs = [part for line in text.split("\n") if any(map(str.isalpha, part := line.strip()[:PARAGRAPH_CHARS]))]
    return sorted(paragraphs, key=len, reverse=True)[:PARAGRAPHS]


@cache
def _detector() -> LanguageDetector:
    from lingua import IsoCode639_1, Language, LanguageDetectorBuilder

    wanted = (getattr(IsoCode639_1, code.upper()) for code in sorted({*codes(), *NEIGHBOURS}))
    languages = [Language.from_iso_code_639_1(code) for code in wanted]
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()


def _english_name(code: str) -> str:
    from lingua import IsoCode639_1, Language

    return str(Language.from_iso_code_639_1(getattr(IsoCode639_1, code.upper())).name).capitalize()
