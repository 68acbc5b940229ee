"""From chains of mentions to entities: the best name, the other names, one kind, one link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model import Entity, Mention
from kg.resolve.chains import Chains

NO_EVIDENCE = frozenset(
    {"pronoun: relative", "pronoun: possessive determiner", "pronoun: speaker possessive determiner"}
)


def make_entities(
    chains: Chains, sets: Mapping[int, tuple[int, ...]], lang: str
) -> tuple[tuple[Entity, ...], dict[int, int]]:
    """The entities in order of their first mention, and the entity of each mention that stands for one.

    Pronouns that found no antecedent stand for nothing, and nationalities that no name of the state goes with still
    stand for the state.
    """
    first_of = [i for i in range(len(chains.mentions)) if chains.of(i) == i]
    real = [i for i in first_of if any(chains.mentions[m].form != "pronoun" for m in chains.members(i))]
    index = {chain: n for n, chain in enumerate(real)}
    entities = tuple(_entity(chains, chain, index, sets, lang) for chain in real)
    entity_of = {m: index[chain] for chain in real for m in chains.members(chain)}
    return entities, entity_of


def _entity(
    chains: Chains, chain: int, index: Mapping[int, int], sets: Mapping[int, tuple[int, ...]], lang: str
) -> Entity:
    members = [chains.mentions[m] for m in chains.members(chain)]
    label = _label(members)
    names = dict.fromkeys(m.text for m in members if m.form == "name" and m.rule != "demonym: adjective")
    aliases = tuple(name for name in names if name != label)
    links = [m.link for m in members if m.link is not None]
    held = sets.get(chain, ())
    quantities = [m.quantity for m in members if m.quantity is not None]
    return Entity(
        index=index[chain],
        kind=_kind(chains, chain),
        label=label,
        lang=lang,
        aliases=aliases,
        mentions=tuple(m.index for m in members if _is_evidence(m)),
        link=links[0] if links else None,
        members=tuple(index[chains.of(m)] for m in held if chains.of(m) in index),
        quantity=quantities[0] if quantities else None,
        confidence=max(m.confidence for m in members if m.form != "pronoun"),
    )


def _is_evidence(mention: Mention) -> bool:
    """Whether a reader would take the mention as showing the entity: not a relative pronoun or a determiner ("son")."""
    return mention.rule not in NO_EVIDENCE


def _kind(chains: Chains, chain: int) -> str:
    kind = chains.kind(chain)
    return "Group" if kind == "Entity" and chains.number(chain) == "p" else kind


def _label(members: Sequence[Mention]) -> str:
    """The longest proper name, the first of equals; else the longest description that opens the chain or is definite."""
    names = [m for m in members if m.form == "name" and m.rule != "demonym: adjective"]
    if names:
        counts: dict[str, int] = {}
        for name in names:
            counts[name.text] = counts.get(name.text, 0) + 1
        best = max(names, key=lambda m: (_word_count(m), counts[m.text], -m.first))
        return best.text
    described = [m for m in members if m.form == "nominal"] or list(members)
    return max(described, key=lambda m: (min(_word_count(m), 5), -m.first)).text


def _word_count(mention: Mention) -> int:
    return len(mention.text.split())
