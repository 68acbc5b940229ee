"""What `kg` knows of each language: tables of words that the rules look up, read from the data files beside it.

A table is read when it is first asked for. Rules name a table and an entry's kind or flag, never a word.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from kg.errors import LanguageError
from kg.lang import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.lang.articles import Articles
    from kg.lang.frames import Frames
    from kg.lang.gazetteer import Gazetteer
    from kg.lang.general import General
    from kg.lang.grammar import Grammar
    from kg.lang.names import GivenNames
    from kg.lang.nouns import Nouns
    from kg.lang.numbers import Numbers
    from kg.lang.participants import Part
    from kg.lang.profile import Profile
    from kg.lang.times import Times
    from kg.lang.titles import Titles


class Language:
    """One language's tables. Treat as immutable; get it from `language(code)`, which keeps one per language."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    @cached_property
    def profile(self) -> Profile:
        """Function words by class: pronouns, determiners, negators, particles of names."""
        from kg.lang.profile import load

        return load(self.code)

    @cached_property
    def nouns(self) -> Nouns:
        """Common nouns that name entities, with the kind of entity."""
        from kg.lang.nouns import load

        return load(self.code)

    @cached_property
    def titles(self) -> Titles:
        """Honorifics, ranks, offices and occupations that stand before or beside a person's name."""
        from kg.lang.titles import load

        return load(self.code)

    @cached_property
    def frames(self) -> Frames:
        """Words that evoke events and relations, support verbs, and words that change how sure an event is."""
        from kg.lang.frames import load_frames

        return load_frames(self.code)

    @cached_property
    def grammar(self) -> Grammar:
        """Function words that the rules of extraction look up."""
        from kg.lang.grammar import load_grammar

        return load_grammar(self.code)

    @cached_property
    def numbers(self) -> Numbers:
        """Number words, bounds, money and measures."""
        from kg.lang.numbers import load

        return load(self.code)

    @cached_property
    def times(self) -> Times:
        """Words of time: months, weekdays, units, shifts and prepositions."""
        from kg.lang.times import load

        return load(self.code)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Names of known states, bodies, places, products and works, and the demonyms of states."""
        from kg.lang.gazetteer import load

        return load(self.code)

    @cached_property
    def articles(self) -> Articles:
        """How articles and prepositions join a name or a noun in a label."""
        from kg.lang.articles import load_articles

        return load_articles(self.code)

    @cached_property
    def general(self) -> Mapping[str, General]:
        """General words that take up a thing named before, by lemma."""
        from kg.lang.general import load_general

        return load_general(self.code)

    @cached_property
    def participants(self) -> Mapping[str, tuple[Part, ...]]:
        """Nouns for people by their part in an event, by lemma: "victim", "attacker"."""
        from kg.lang.participants import load_participants

        return load_participants(self.code)

    @cached_property
    def given_names(self) -> GivenNames:
        """Given names with their usual gender."""
        from kg.lang.names import load

        return load()


def codes() -> tuple[str, ...]:
    """The languages that have a folder of data, sorted: ("en", "fr")."""
    return tuple(sorted(path.parent.name for path in tables.ROOT.glob("*/profile.toml")))


@cache
def language(code: str) -> Language:
    """The tables of the language with this ISO 639-1 code.

    Raises LanguageError for a language without data.
    """
    if code not in codes():
        raise LanguageError(f"no language data for {code!r}; kg speaks {', '.join(codes())}")
    return Language(code)
