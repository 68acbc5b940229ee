"""Function words by class: kg/lang/<code>/profile.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kg.errors import KgError
from kg.lang import tables

_PRONOUN_CLASSES = ("personal", "possessive", "reflexive", "relative", "demonstrative", "indefinite", "local")


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun or possessive determiner says of the thing that it stands for."""

    form: str
    type: str  # "personal", "possessive", "reflexive", "relative", "demonstrative", "indefinite"
    person: str = ""  # "1", "2", "3", "" where it tells nothing
    number: str = ""  # "s", "p", ""
    gender: str = ""  # "m", "f", ""
    animacy: str = ""  # "person", "thing", "" where it may be either


class Profile:
    """The small closed classes of a language, as sections of word lists and of word tables."""

    def __init__(self, code: str, sections: Mapping[str, Any]) -> None:
        self.code = code
        self._sections = sections
        self._sets: dict[tuple[str, str], frozenset[str]] = {}

    def words(self, section: str, name: str) -> frozenset[str]:
        """The words listed as `name` in `section`; raises KgError if the profile has no such list."""
        key = (section, name)
        if key not in self._sets:
            self._sets[key] = frozenset(self._get(section, name))
        return self._sets[key]

    def surnames(self, word: str) -> tuple[str, ...]:
        """The last word of a person's name as others write it: "al-Sisi" is "Sisi" too."""
        particle, _, name = word.rpartition("-")
        return (word, name) if len(name) > 2 and particle.lower() in self.words("names", "particles") else (word,)

    def table(self, section: str, name: str) -> Mapping[str, str]:
        """The table `name` of `section`, word -> value; raises KgError if the profile has no such table."""
        found: Mapping[str, str] = self._get(section, name)
        return found

    @cached_property
    def pronouns(self) -> Mapping[str, Pronoun]:
        """Pronouns and possessive determiners by lower-case form; a form of two classes counts as the first of them."""
        found: dict[str, Pronoun] = {}
        for type_ in _PRONOUN_CLASSES:
            for form, features in self.table("pronouns", type_).items():
                values = ("" if value == "-" else value for value in features.split(" "))
                found.setdefault(form, Pronoun(form, type_, *values))
        return found

    def _get(self, section: str, name: str) -> Any:
        try:
            return self._sections[section][name]
        except KeyError:
            raise KgError(f"kg/lang/{self.code}/profile.toml has no {section}.{name}") from None


def load(code: str) -> Profile:
    """The profile of the language with this code."""
    return Profile(code, tables.toml(f"{code}/profile.toml"))
