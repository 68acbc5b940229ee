"""How articles and prepositions are joined to a name or noun in a label, read from articles.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.lang import tables


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of a language by gender and number, contractions, and elision before vowels."""

    definite: Mapping[str, str]  # "ms", "fs", "p" -> article
    indefinite: Mapping[str, str]
    contractions: Mapping[str, str]  # "de le" -> "du"
    elided: Mapping[str, str]  # "de" -> "d'"
    vowels: str
    never_elided: tuple[str, ...]
    where: frozenset[str]  # prepositions of a template that give way to the one that the text used
    seen: frozenset[str]  # prepositions that a text may put before a place
    conjunction: str  # before the last of a list
    repeated: frozenset[str]  # prepositions that stand before each of a list ("de X et de Y")
    lone: Mapping[str, str]  # prepositions before two or more -> those before one ("entre" -> "avec")
    bare: frozenset[str]  # prepositions that stand before a place without an article

    @property
    def contracted(self) -> frozenset[str]:
        """Prepositions that hold an article already ("au"), or stand without one ("en")."""
        return frozenset(self.contractions.values()) | self.bare

    def join(self, preposition: str, article: str, words: str) -> str:
        """ "de" + "les" + "États-Unis" -> "des États-Unis"; either of the first two may be empty."""
        merged = self.contractions.get(f"{preposition} {article}")
        if article and self._elides(article, words):
            words = self.elided[article] + words
        elif merged is not None:
            preposition = merged
        elif article:
            words = f"{article} {words}"
        if preposition and self._elides(preposition, words):
            return self.elided[preposition] + words
        return f"{preposition} {words}" if preposition else words

    def _elides(self, word: str, following: str) -> bool:
        """Whether the word loses its vowel before `following`; a capital H counts as aspirated."""
        start = following[:4].lower()
        if word not in self.elided or start[:1] not in self.vowels or start.startswith(self.never_elided):
            return False
        return following[:1] != "H"


@cache
def load_articles(code: str) -> Articles:
    """The articles of the language `code`."""
    data = tables.toml(f"{code}/articles.toml")
    return Articles(
        data["definite"],
        data["indefinite"],
        data["contractions"],
        data["elision"]["words"],
        data["elision"]["before"],
        tuple(data["elision"]["never"]),
        frozenset(data["places"]["where"]),
        frozenset(data["places"]["seen"]),
        data["conjunction"],
        frozenset(data["repeated"]),
        data["lone"],
        frozenset(data["places"]["bare"]),
    )
