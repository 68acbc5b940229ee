"""What has been read of one article before its pronouns are: those who judge a pronoun's antecedent ask all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.lang import Language
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
