"""Things told in one breath, which a plural takes up together: "X and Y met. They …", "the two companies"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg import ontology
from kg.lang import Language
from kg.model import Event
from kg.resolve.binding import Binding
from kg.resolve.chains import Chains
from kg.resolve.words import Syntax

ROWED = frozenset({"Person", "Group", "Organization", "Force", "GeopoliticalEntity"})
PARTNERED = "Diplomacy"  # its agents are equal partners
Rows = Mapping[int, tuple[int, ...]]


def find_rows(
    chains: Chains, syntax: Syntax, language: Language, binding: Binding, events: Sequence[Event]
) -> dict[int, tuple[int, ...]]:
    """First mention of a row -> the mentions of all in it: actors that are coordinated, or that meet or agree."""
    rows: dict[int, tuple[int, ...]] = {}
    for event in events:
        if ontology.is_a(event.kind, PARTNERED):
            partners = dict.fromkeys(r.filler.index for r in event.roles if r.name == "agent" and r.filler.to == "mention")
            row = tuple(sorted(partners))
            alike = len({chains.kind(m) for m in row}) == 1
            if alike and len({chains.of(m) for m in row}) > 1 and _are_actors(chains, row):
                rows[row[0]] = row
    for mention in chains.mentions:
        row = _coordinated(chains, syntax, language, binding, mention.index)
        if row:
            rows[mention.index] = row
    return rows


def _coordinated(chains: Chains, syntax: Syntax, language: Language, binding: Binding, first: int) -> tuple[int, ...]:
    """A mention and the actors coordinated with it; nothing where it stands alone, or beside alternatives."""
    tokens, kids, head = syntax.tokens, syntax.kids, chains.mentions[first].head
    joined = [kid for kid in kids[head] if tokens[kid].dep == "conj"]
    words = {tokens[k].lemma for kid in joined for k in kids[kid] if tokens[k].dep == "cc"}
    others = [binding.at[kid] for kid in joined if kid in binding.at]
    if not words or len(others) < len(joined) or words & language.grammar.alternatives:
        return ()
    row = (first, *others)
    return row if _are_actors(chains, row) else ()


def _are_actors(chains: Chains, row: Sequence[int]) -> bool:
    return all(chains.kind(mention) in ROWED for mention in row)
