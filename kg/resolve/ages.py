"""The ages that a text tells of people: "34-year-old man", "l'homme de 63 ans", "Meyer, 52,", "le trentenaire"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lang import Language
from kg.model import Mention
from kg.resolve.chains import Chains
from kg.resolve.words import Syntax

OLDEST = 120
DECADE = 10  # years that "le trentenaire" leaves open
BEHIND = 4  # words behind a person that may tell the age: ", âgé de 34 ans"


class Ages:
    """How old the people of one article are, where it says so."""

    def __init__(self, chains: Chains, syntax: Syntax, language: Language) -> None:
        self._chains = chains
        self._syntax = syntax
        words = language.profile.words
        self._years, self._leading = words("anaphora", "years"), words("anaphora", "aged")
        self._decades = language.profile.table("anaphora", "decades")
        people = (m for m in chains.mentions if m.kind == "Person" and m.form != "pronoun" and m.number != "p")
        self._told = {m.index: age for m in people if (age := self._age(m)) is not None}

    def of(self, mention: Mention) -> range:
        """The ages that a description leaves open; none where it tells no age."""
        decade = self._decades.get(mention.lemma)
        if decade is not None:
            return range(int(decade), int(decade) + DECADE)
        age = self._told.get(mention.index)
        return range(0) if age is None else range(age, age + 1)

    def before(self, mention: Mention, told: range) -> Iterator[int]:
        """The people before a mention of whom the article tells an age within `told`, one mention for each."""
        people = {self._chains.of(m): m for m, age in self._told.items() if m < mention.index and age in told}
        yield from people.values()

    def knows(self, person: int) -> bool:
        """Whether the article tells the age of a person."""
        return any(m in self._told for m in self._chains.members(person))

    def keep_apart(self) -> None:
        """Keep people of different ages apart: "cet homme de 23 ans" is not the "homme âgé de 21 ans" told of before."""
        for one, age in self._told.items():
            for other, years in self._told.items():
                if one < other and age != years and not self._chains.same(one, other):
                    self._chains.keep_apart(one, other, "another age")

    def _age(self, mention: Mention) -> int | None:
        tokens, last = self._syntax.tokens, self._syntax.sentences[mention.sentence].last
        for token in tokens[mention.first : min(mention.last + BEHIND, last)]:
            if not token.text.isdecimal():
                if token.i >= mention.last and token.text not in {",", "("} and token.lemma.lower() not in self._leading:
                    return None
                continue
            behind = tokens[token.i + 1 : min(token.i + 3, last)]
            hyphened = bool(behind) and behind[0].text == "-"
            counted = any(word.lemma.lower() in self._years for word in behind[hyphened : hyphened + 1])
            inserted = mention.form == "name" and token.i > mention.last and behind and behind[0].text in {",", ")"}
            return int(token.text) if (counted or inserted) and int(token.text) < OLDEST else None
        return None
