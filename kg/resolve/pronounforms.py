"""What sort of pronoun a mention is, and where one stands as an object."""

from __future__ import annotations

from functools import cache

from kg.model import Mention

OBJECTS = frozenset({"obj", "iobj", "obl:dat"})


def kind_of_pronoun(mention: Mention) -> str:
    """ "personal", "possessive", "relative" or "demonstrative"."""
    return _kind_by_rule(mention.rule)


@cache
def _kind_by_rule(rule: str) -> str:
    return rule.removeprefix("pronoun: ").removesuffix(" determiner")
