"""What has been read of one article before its pronouns are: those who judge a pronoun's antecedent ask all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.lang import Language
from kg.model import Mention, Token
from kg.resolve.binding import Binding
from kg.resolve.chains import Chains
from kg.resolve.fates import Fates
from kg.resolve.owners import Owners
from kg.resolve.rows import Rows
from kg.resolve.selection import Selection
from kg.resolve.words import Syntax


@dataclass(frozen=True, slots=True)
class Readings:
    """One article as its pronouns see it."""

    chains: Chains
    syntax: Syntax
    language: Language
    binding: Binding
    rows: Rows
    fates: Fates
    selection: Selection
    owners: Owners
    quoted: Mapping[int, int]  # the mentions in somebody's own words -> where these begin
    sets: Mapping[int, tuple[int, ...]]  # the pronouns that stand for several, of those read so far -> a mention of each


def fits(readings: Readings, pronoun: Mention, other: Mention) -> bool:
    """Whether a pronoun may be somebody's by its gender and number, and is none for things alone."""
    form = readings.language.profile.pronouns.get(pronoun.lemma)
    if form is not None and form.animacy == "thing":
        return False
    gender, number = readings.chains.gender(other.index), readings.chains.number(other.index)
    return (not gender or pronoun.gender in ("", gender)) and number in ("", pronoun.number)


def is_open(readings: Readings, other: Mention) -> bool:
    """Whether nobody knows whom a pronoun stands for."""
    return other.form == "pronoun" and other.index not in readings.sets and len(readings.chains.members(other.index)) == 1


def noun_agrees(noun: Token, pronoun: Mention) -> bool:
    """Whether a noun has the gender and number that a pronoun shows."""
    gender = "m" if "Gender=Masc" in noun.morph else "f" if "Gender=Fem" in noun.morph else ""
    number = "p" if "Number=Plur" in noun.morph else "s"
    return pronoun.gender in ("", gender) and pronoun.number in ("", number)
