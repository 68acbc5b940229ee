"""Common nouns that name entities: kg/lang/<code>/nouns.tsv (lemma, kind, gender, flags).

Kind is a class below nkg:Entity; "Place|Organization" gives the usual kind first. A noun that is not listed names no
entity of its own. Flags are listed in kg/lang/README.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.lang import tables
from kg.lang.phrases import Phrases, parts

FIGHTING = frozenset({"armed", "fighter"})  # flags of nouns for those who bear arms


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun, or a fixed phrase of several words, that names entities of one kind."""

    lemma: str
    kind: str  # local name of a class below nkg:Entity; "" for a fixed phrase that names nothing ("avoir lieu")
    also: tuple[str, ...] = ()  # other kinds that it may name: a hospital is a place, and a body that announces
    gender: str = ""  # "m", "f", "" (either, or the language has none)
    flags: frozenset[str] = frozenset()  # "role", "family", "weapon", …

    @property
    def bears(self) -> str:
        """The kind of what has a name of its own: a copy of a book is a thing, "le livre X" a work, "Radio X" a body."""
        if self.kind == "Artifact" and "Organization" in self.also and "media" in self.flags:
            return "Organization"
        return "Work" if self.kind == "Artifact" and "Work" in self.also else self.kind


class Nouns(dict[str, Noun]):
    """All entity nouns of a language by lemma; phrases of several words through `match`. A dict, since it is asked often."""

    def __init__(self, nouns: Sequence[Noun]) -> None:
        first: dict[str, Noun] = {}
        for noun in nouns:
            first.setdefault(noun.lemma, noun)
        super().__init__((lemma, noun) for lemma, noun in first.items() if noun.kind)
        self._phrases = Phrases((noun.lemma, noun) for noun in nouns if len(parts(noun.lemma)) > 1)

    def is_flagged(self, lemma: str, flag: str) -> bool:
        """Whether a noun of one word bears a flag: "frère" that of "family"."""
        noun = self.get(lemma)
        return noun is not None and flag in noun.flags

    def match(self, forms: Sequence[str], lemmas: Sequence[str], start: int) -> tuple[int, Noun] | None:
        """The longest noun phrase from `start` on, as (number of words, noun): "char d'assaut" -> (3, …).

        `forms` and `lemmas` are the lower-case words and lemmas of a sentence, with plain apostrophes; a single word
        counts as a phrase of one. A form that is listed itself ("forces", "arms") comes before its lemma.
        """
        phrase = self._phrases.match(forms, lemmas, start)
        if phrase is not None:
            return phrase
        for word in (forms[start], lemmas[start]):
            if word in self:
                return 1, self[word]
        return None

    def ending(self, forms: Sequence[str], lemmas: Sequence[str]) -> Noun | None:
        """The longest noun phrase that these words end with: "weapons cache" of "large weapons cache"."""
        hits = ((start, self.match(forms, lemmas, start)) for start in range(len(forms)))
        whole = (noun for start, hit in hits if hit is not None for length, noun in (hit,) if start + length == len(forms))
        return next(whole, None)


def load(code: str) -> Nouns:
    """The nouns of the language with this code."""
    flags: dict[str, frozenset[str]] = {"": frozenset()}
    found = []
    for lemma, kinds, gender, marks in tables.rows(f"{code}/nouns.tsv", 4):
        if marks not in flags:
            flags[marks] = frozenset(marks.split(","))
        kind, *also = ["" if kind == "-" else kind for kind in kinds.split("|")]
        found.append(Noun(lemma, kind, tuple(also), "" if gender == "-" else gender, flags[marks]))
    return Nouns(found)
