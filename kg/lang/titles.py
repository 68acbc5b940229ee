"""Titles of persons: kg/lang/<code>/titles.tsv (title, class, gender, relation, flags), and words for former holders.

Classes: honorific ("Mme"), rank ("colonel"), office ("premier ministre"), occupation ("analyste"), kinship ("fils").
The relation is the property that the title states of its holder and what it is the title of: `commands` ("chef de X"),
`spokespersonFor`, `memberOf`, `familyOf`; empty for those that only make a position.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kg.lang import tables
from kg.lang.phrases import Phrases, parts


@dataclass(frozen=True, slots=True)
class Title:
    """A word or phrase that says what a person is: how to address them, their rank, office, work or kin."""

    title: str  # lower case
    kind: str  # "honorific", "rank", "office", "occupation", "kinship"
    gender: str = ""  # gender of the holder where the form shows it
    relation: str = ""  # local name of a property, or ""
    flags: frozenset[str] = frozenset()  # "religious", "royal", "abbreviation", "gendered", …


class Titles(dict[str, Title]):
    """All titles of a language by their form; longest match through `match`. A dict, since it is asked often."""

    def __init__(self, titles: Sequence[Title], former: frozenset[str]) -> None:
        first: dict[str, Title] = {}
        for title in titles:
            first.setdefault(title.title, title)
        super().__init__(first)
        self.former = former  # words that say the holder no longer is: "ex", "ancien", "former"
        self._phrases = Phrases((title.title, title) for title in titles if len(parts(title.title)) > 1)

    def match(self, forms: Sequence[str], lemmas: Sequence[str], start: int) -> tuple[int, Title] | None:
        """The longest title from `start` on, as (number of words, title); None if no title begins there.

        `forms` and `lemmas` are the lower-case words and lemmas of a sentence.
        """
        phrase = self._phrases.match(forms, lemmas, start)
        if phrase is not None:
            return phrase
        form = forms[start]
        for word in (form, lemmas[start]):
            if word in self:
                return 1, self[word]
        title = self._of_former(form) if "-" in form else None
        return None if title is None else (1, title)

    def is_former(self, words: Iterable[str]) -> bool:
        """Whether words before a title say that it is no longer held: "ancien président", "ex-patron"."""
        return any(word in self.former or word.partition("-")[0] in self.former for word in words)

    def held(self, word: str) -> str:
        """A word without the prefix that says that what it tells is no longer so: "maire" of "ex-maire"."""
        former, _, held = word.partition("-")
        return held if held and former in self.former else word

    def _of_former(self, form: str) -> Title | None:
        """The title of somebody who no longer holds it, in one word: "ex-patron"."""
        held = self.held(form)
        return self.get(held) if held != form else None

    def relation(self, form: str) -> str:
        """The property that holds between the holder of a title and what it is the title of; "" if none is known.

        A title with words after it ("chef d'état-major adjoint") goes by the longest title that it begins with.
        """
        words = form.lower().split(" ")
        found = self.match(words, words, 0)
        return found[1].relation if found is not None else ""


@cache
def load(code: str) -> Titles:
    """The titles of the language with this code."""
    found, former = [], []
    for form, kind, gender, relation, marks in tables.rows(f"{code}/titles.tsv", 5):
        if kind == "former":
            former.append(form)
            continue
        flags = frozenset(marks.split(",")) if marks else frozenset()
        found.append(Title(form, kind, "" if gender == "-" else gender, relation, flags))
    return Titles(found, frozenset(former))
