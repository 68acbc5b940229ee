"""Headlines: whom a headline describes is whom the first sentences describe, where both tell the same of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg import ontology
from kg.lang.fold import fold
from kg.model import Event, Mention, Parse, Quantity
from kg.resolve.chains import Chains, kinds_agree
from kg.resolve.words import Syntax

OPENING = 3  # sentences of the body that tell again what the headline told
Part = tuple[str, str]  # a role and the class of its event


def leads(
    chains: Chains,
    parse: Parse,
    syntax: Syntax,
    descriptions: Sequence[Mention],
    events: Sequence[Event],
    quantities: Sequence[Quantity],
) -> None:
    """ "Two officers killed in Mali" and "Two Malian officers were killed": the same head, number and part in an event."""
    kinds = [sentence.kind for sentence in parse.sentences]
    headline = [m for m in descriptions if kinds[m.sentence] == "headline"]
    if not headline:
        return
    opening = [s for s in range(headline[-1].sentence, len(kinds)) if kinds[s] == "body"][:OPENING]
    body = [m for m in descriptions if m.sentence in opening]
    parts = _parts(events, {m.index for m in (*headline, *body)})
    for mention in headline:
        rivals = [m for m in headline if fold(m.lemma) == fold(mention.lemma)]
        again = next((m for m in body if _is_again(chains, syntax, mention, m, quantities)), None)
        if again is not None and len(rivals) == 1 and _plays(parts.get(mention.index, ()), parts.get(again.index, ())):
            chains.link(mention.index, again.index, "headline", 0.85)


def _parts(events: Sequence[Event], wanted: set[int]) -> Mapping[int, Sequence[Part]]:
    """What each of the mentions is in which class of events."""
    found: dict[int, list[Part]] = {}
    for event in events:
        for role in event.roles:
            if role.filler.to == "mention" and role.filler.index in wanted:
                found.setdefault(role.filler.index, []).append((role.name, event.kind))
    return found


def _plays(one: Sequence[Part], other: Sequence[Part]) -> bool:
    """Whether two mentions are the same in events of one class, or of one that is narrower than the other."""
    return any(
        role == its_role and (ontology.is_a(kind, its_kind) or ontology.is_a(its_kind, kind))
        for role, kind in one
        for its_role, its_kind in other
    )


def _is_again(chains: Chains, syntax: Syntax, mention: Mention, later: Mention, quantities: Sequence[Quantity]) -> bool:
    """Whether a later description may be of the same: one says no other thing than the other, nor another number."""
    if fold(mention.lemma) != fold(later.lemma) or mention.number != later.number:
        return False
    said, again = syntax.wording(mention), syntax.wording(later)
    counts = [quantities[m.quantity].value for m in (mention, later) if m.quantity is not None]
    same = kinds_agree(mention.kind, later.kind) and len(set(counts)) < 2
    return same and (said <= again or again <= said) and not chains.same(mention.index, later.index)
