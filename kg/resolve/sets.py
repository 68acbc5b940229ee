"""Plural descriptions that stand for things named one by one: "les deux dirigeants", "both companies"."""

from __future__ import annotations

from kg.model import Mention, Quantity
from kg.resolve.chains import Chains, kinds_agree
from kg.resolve.words import ADJECTIVE, Syntax

FARTHEST = 2  # sentences back in which the members must stand
SINGULAR = {"Group": "Person"}


def find_sets(chains: Chains, syntax: Syntax, quantities: tuple[Quantity, ...]) -> dict[int, tuple[int, ...]]:
    """Mention of a definite plural with a number -> one mention of each of that many members; left out where unsure."""
    found = {}
    for mention in chains.mentions:
        if mention.form != "nominal" or mention.number != "p" or mention.determiner not in {"def", "dem"}:
            continue
        count = _count(syntax, mention, quantities)
        if count is None or not 2 <= count <= 4:
            continue
        members = _members(chains, mention, count)
        if members:
            found[mention.index] = members
    return found


def _count(syntax: Syntax, mention: Mention, quantities: tuple[Quantity, ...]) -> int | None:
    for quantity in quantities:
        if quantity.counted == mention.head and quantity.value == int(quantity.value) and quantity.comparator == "=":
            return int(quantity.value)
    return None


def _members(chains: Chains, mention: Mention, count: int) -> tuple[int, ...]:
    """The chains of the wanted kind named last before the mention, if there are exactly as many as wanted."""
    kind = SINGULAR.get(mention.kind, mention.kind)
    for back in range(FARTHEST + 1):
        near = [
            other
            for other in chains.mentions[: mention.index]
            if mention.sentence - other.sentence <= back
            and other.last <= mention.first
            and other.form == "name"
            and other.number != "p"
            and other.rule != ADJECTIVE
            and (other.kind == kind or (kind != "Person" and kinds_agree(other.kind, kind)))
        ]
        chained = list(dict.fromkeys(chains.of(other.index) for other in reversed(near)))
        if len(chained) == count:
            return tuple(sorted(chained))
        if len(chained) > count:
            return ()
    return ()
