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
    states: Mapping[str, str]  # last letter of a state's first word, "vowel", "other" -> preposition; may be empty
    apart: Mapping[str, str]  # state -> its preposition, where that is another

    @property
    def contracted(self) -> frozenset[str]:
        """Prepositions that hold an article already ("au"), or stand without one ("en")."""
        return frozenset(self.contractions.values()) | self.bare

    def into_state(self, name: str) -> str:
        """The preposition before a state: "en Chine", "au Mali"; nothing in a language where a template's own will do."""
        if not self.states:
            return ""
        begins = "vowel" if name[:1].lower() in self.vowels else "other"
        first_word = name.replace("-", " ").split()[0]
        return self.apart.get(name) or self.states.get(first_word[-1]) or self.states[begins]

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
    """How a language puts articles before nouns, contracts and elides them (articles.toml)."""
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
        data["places"]["states"],
        {name: preposition for preposition, names in data["places"].get("apart", {}).items() for name in names},
    )
