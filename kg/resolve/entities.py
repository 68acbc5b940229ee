"""From chains of mentions to entities: the best name, the other names, one kind, one link."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kg.lang import Language
from kg.model import Entity, Extraction, Mention, Ref
from kg.resolve.chains import Chains

NO_EVIDENCE = frozenset(
    {"pronoun: relative", "pronoun: possessive determiner", "pronoun: speaker possessive determiner"}
)
ADJECTIVE = "demonym: adjective"
THINGS = frozenset({"Artifact", "Work"})
StandsFor = Mapping[int, tuple[int, ...]]


def make_entities(
    chains: Chains, sets: Mapping[int, tuple[int, ...]], used: Collection[int], language: Language
) -> tuple[tuple[Entity, ...], StandsFor]:
    """The entities in order of their first mention, and for each mention the entities that it stands for.

    A mention of a set stands for each member. Pronouns that found no antecedent stand for nothing. `used` are the
    mentions that events, relations and claims speak of.
    """
    in_use = {chains.of(m) for m in used} | {chains.of(m) for members in sets.values() for m in members}
    held = {chains.of(mention): tuple(dict.fromkeys(map(chains.of, members))) for mention, members in sets.items()}
    first_of = [i for i in range(len(chains.mentions)) if chains.of(i) == i]
    real = [i for i in first_of if i not in held and _is_entity(chains, i, i in in_use)]
    index = {chain: n for n, chain in enumerate(real)}
    stands_for: dict[int, tuple[int, ...]] = {}
    shown: dict[int, list[int]] = {chain: list(chains.members(chain)) for chain in real}
    for chain in first_of:
        members = [member for member in held.get(chain, (chain,)) if member in index]
        for mention in chains.members(chain):
            if members:
                stands_for[mention] = tuple(index[member] for member in members)
        if chain in held:
            for member in members:
                shown[member] += chains.members(chain)
    entities = tuple(_entity(chains, chain, index[chain], sorted(shown[chain]), language) for chain in real)
    return entities, stands_for


def used_mentions(extraction: Extraction) -> set[int]:
    """Mentions that an event, a relation or a claim speaks of."""
    refs: list[Ref | None] = [role.filler for event in extraction.events for role in event.roles]
    refs += [event.attributed_to for event in extraction.events]
    refs += [claim.speaker for claim in extraction.claims]
    for relation in extraction.relations:
        refs += [relation.subject, relation.object, relation.body]
    return {ref.index for ref in refs if ref is not None and ref.to == "mention"}


def _is_entity(chains: Chains, chain: int, in_use: bool) -> bool:
    """Whether a chain becomes a node: what is named, and what is only described where something is said of it.

    Unnamed people and places that no event or relation speaks of tell nothing; unnamed things are kept, since
    events seldom have a role for them. A state known by an adjective alone counts as unnamed.
    """
    members = [chains.mentions[m] for m in chains.members(chain)]
    if any(m.form == "name" and m.rule != ADJECTIVE for m in members):
        return True
    described = [m for m in members if m.form == "nominal"]
    if described and (in_use or any(m.kind in THINGS or m.quantity is not None for m in described)):
        return True
    return in_use and any(m.rule == ADJECTIVE and m.link for m in members)


def _entity(chains: Chains, chain: int, index: int, shown: Sequence[int], language: Language) -> Entity:
    """One entity; `shown` are the mentions that show it, those of sets that it belongs to included."""
    members = [chains.mentions[m] for m in chains.members(chain)]
    link = chains.linked(chain)
    label = _label(members, link, language)
    names = dict.fromkeys(m.text for m in members if m.form == "name" and m.rule != ADJECTIVE)
    quantities = [m.quantity for m in members if m.quantity is not None]
    return Entity(
        index=index,
        kind=_kind(chains, chain),
        label=label,
        lang=language.code,
        aliases=tuple(name for name in names if name != label),
        mentions=_evidence([chains.mentions[m] for m in shown]),
        link=link,
        quantity=quantities[0] if quantities else None,
        confidence=max(m.confidence for m in members if m.form != "pronoun"),
    )


def _evidence(mentions: Sequence[Mention]) -> tuple[int, ...]:
    """The mentions that a reader would take as showing the entity; nationalities only where there is nothing else."""
    proper = [m.index for m in mentions if m.rule not in NO_EVIDENCE and m.rule != ADJECTIVE]
    return tuple(proper or [m.index for m in mentions if m.rule == ADJECTIVE])


def _kind(chains: Chains, chain: int) -> str:
    kind = chains.kind(chain)
    return "Group" if kind == "Entity" and chains.number(chain) == "p" else kind


def _label(members: Sequence[Mention], link: str | None, language: Language) -> str:
    """The longest proper name, the first of equals; else the longest description; a state's name for its adjective."""
    names = [m for m in members if m.form == "name" and m.rule != ADJECTIVE]
    if names:
        counts: dict[str, int] = {}
        for name in names:
            counts[name.text] = counts.get(name.text, 0) + 1
        best = max(names, key=lambda m: (_word_count(m), counts[m.text], -m.first))
        return best.text
    described = [m for m in members if m.form == "nominal"]
    if not described and link is not None:
        return language.gazetteer.entry(link).label(language.code)
    return max(described or members, key=lambda m: (min(_word_count(m), 5), -m.first)).text


def _word_count(mention: Mention) -> int:
    return len(mention.text.split())
