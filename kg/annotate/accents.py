"""Words whose accents are missing, as keyboards and translation robots leave them: "le president", "une operation"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kg.lang import language
from kg.lang.fold import unaccented

SHORTEST = 5  # letters of a word that can be none other without its accents
ACUTE = "é"
STATES = ("ité", "iété")  # endings of nouns with a last accent that no verb has: "sécurité"
ENDINGS_WITHOUT_PLURAL = ("s", "x", "z")
ANY_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])")


@dataclass(frozen=True, slots=True)
class Accents:
    """The nouns and participles of a language by how they look without their accents, and which are titles of people."""

    nouns: Mapping[str, str]
    titles: frozenset[str]

    def read(self, match: re.Match[str], articles: Collection[str]) -> str | None:
        """The noun that a word stands for; one with a capital only if it is a title behind one of some `articles`."""
        word = match.group()
        reading = self.nouns.get(word.lower())
        if reading is None or word.islower():
            return reading
        before = match.string[: match.start()].split()[-1:]
        titled = word.lower() in self.titles and word[1:].islower() and before and before[0].lower() in articles
        return reading.capitalize() if titled else None


def load_accents(code: str, halves: Mapping[str, str]) -> Accents:
    """The accented nouns of a language's tables; what may be a form of a verb is left out: "marche", "blesse".

    `halves` are participles that lack one accent of two: "declaré".
    """
    words = language(code)
    single = {
        word
        for table in (words.nouns, words.titles, words.frames.nouns)
        for word in table
        if word.replace("-", "").isalpha()
    }
    known = single | words.frames.verbs.keys()
    found: dict[str, str] = {}
    for word in sorted(single):
        stem, plain = word.removesuffix(ACUTE), unaccented(word)
        accented = unaccented(stem) != stem and len(plain) == len(word)  # "œ" is a letter of its own
        if not accented or len(plain) < SHORTEST or plain in known:
            continue
        if stem == word or word.endswith(STATES) or word in words.titles:
            found[plain] = word
        if not plain.endswith(ENDINGS_WITHOUT_PLURAL):
            found[f"{plain}s"] = f"{word}s"
    found |= {f"{half}{end}": f"{whole}{end}" for half, whole in halves.items() for end in ("", "e", "s", "es")}
    return Accents(found, frozenset(plain for plain, word in found.items() if word in words.titles))
