"""Plural descriptions that stand for things named one by one: "les deux dirigeants", "both companies"."""

from __future__ import annotations

from kg.model import Mention, Quantity
from kg.resolve.chains import Chains, kinds_agree
from kg.resolve.rows import Rows
from kg.resolve.words import ADJECTIVE

FARTHEST = 2  # sentences back in which the members must stand
FARTHEST_ROW = 15  # sentences back in which a row of them may stand, for who is told together remains so
SINGULAR = {"Group": "Person"}


def find_sets(chains: Chains, quantities: tuple[Quantity, ...], rows: Rows) -> dict[int, tuple[int, ...]]:
    """Mention of a definite plural with a number -> one mention of each of that many members; left out where unsure."""
    found = {}
    counts: dict[int, int] = {}  # by the head of what is counted
    for quantity in quantities:
        if quantity.counted is not None and quantity.value == int(quantity.value) and quantity.comparator == "=":
            counts.setdefault(quantity.counted, int(quantity.value))
    for mention in chains.mentions:
        if mention.form != "nominal" or mention.number != "p" or mention.determiner not in {"def", "dem"}:
            continue
        count = counts.get(mention.head)
        if count is None or not 2 <= count <= 4:
            continue
        members = _row(chains, mention, count, rows) or _members(chains, mention, count)
        if members:
            found[mention.index] = members
    return found


def _may_belong(one: str, kind: str) -> bool:
    """Whether a thing of one kind may be among those that a plural of another names: a state is no company."""
    if one == kind:
        return True
    state = {one, kind} == {"GeopoliticalEntity", "Organization"}
    return kind != "Person" and not state and kinds_agree(one, kind)


def _row(chains: Chains, mention: Mention, count: int, rows: Rows) -> tuple[int, ...]:
    """The chains of the last row before the mention that is of so many things of its kind."""
    kind = SINGULAR.get(mention.kind, mention.kind)
    for first in (m for m in reversed(chains.before(mention, FARTHEST_ROW)) if m.index in rows):
        row = dict.fromkeys(chains.of(other) for other in rows[first.index])
        if len(row) == count and all(_may_belong(chains.kind(one), kind) and chains.number(one) != "p" for one in row):
            return tuple(sorted(row))
    return ()


def _members(chains: Chains, mention: Mention, count: int) -> tuple[int, ...]:
    """The chains of the wanted kind named last before the mention, if there are exactly as many as wanted."""
    kind = SINGULAR.get(mention.kind, mention.kind)
    for back in range(FARTHEST + 1):
        near = [
            other
            for other in chains.before(mention, back)
            if other.last <= mention.first
            and other.form == "name"
            and other.number != "p"
            and other.rule != ADJECTIVE
            and _may_belong(other.kind, kind)
        ]
        chained = list(dict.fromkeys(chains.of(other.index) for other in reversed(near)))
        if len(chained) == count:
            return tuple(sorted(chained))
        if len(chained) > count:
            return ()
    return ()
