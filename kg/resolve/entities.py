"""From chains of mentions to entities: the best name, the other names, one kind, one link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.lang import Language
from kg.model import LOCATED, Entity, Event, Extraction, Mention, Ref
from kg.resolve.chains import Chains
from kg.resolve.descriptions import REMAINS
from kg.resolve.words import ADJECTIVE

SELECTION = "selection"  # the rule of some of many: "one of the chiefs"
NO_EVIDENCE = frozenset({"pronoun: relative", "pronoun: possessive determiner", "pronoun: speaker possessive determiner"})
THINGS = frozenset({"Artifact", "Work"})
VAGUE = frozenset({"direction", "vague"})  # flags of nouns that say nothing by themselves
# Relations that, where no verb or noun states them, only say where or whose a thing is: no reason for a node.
BARE = frozenset({"locatedIn", "nationality", "partOf"})
STATED = ("verb ", "noun ", "copula")  # rules of relations that words of their own state
INCLUDED = "inclusion of people"  # rule of a relation that makes a node of one of its ends where the other is one
StandsFor = Mapping[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Uses:
    """Which mentions the events, relations and claims of an article speak of, and how."""

    told: frozenset[int]  # all that something is said of
    taking_part: frozenset[int]  # those that are more than the scene of an event
    placed: tuple[tuple[int, int], ...]  # subject and object of relations that only place or attach an unnamed thing

    @classmethod
    def of(cls, extraction: Extraction, events: Sequence[Event]) -> Uses:
        """The uses in one article, of whose events only `events` are told."""
        roles = [role for event in events for role in event.roles]
        refs: list[Ref | None] = [ref for event in events for ref in event.attributed_to]
        refs += [claim.speaker for claim in extraction.claims]
        placed: list[tuple[Ref, Ref]] = []
        for relation in extraction.relations:
            if relation.rule == INCLUDED:
                placed += [(relation.subject, relation.object), (relation.object, relation.subject)]
            elif relation.predicate in BARE and not relation.rule.startswith(STATED):
                placed.append((relation.subject, relation.object))
            else:
                refs += [relation.subject, relation.object, relation.body]
        taking_part = [*refs, *(role.filler for role in roles if role.name != "place")]
        told = [*refs, *(role.filler for role in roles)]
        between = ((one.index, other.index) for one, other in placed if one.to == other.to == "mention")
        return cls(_mentions(told), _mentions(taking_part), tuple(between))


def _mentions(refs: Iterable[Ref | None]) -> frozenset[int]:
    return frozenset(ref.index for ref in refs if ref is not None and ref.to == "mention")


def make_entities(
    chains: Chains, sets: Mapping[int, tuple[int, ...]], uses: Uses, language: Language
) -> tuple[tuple[Entity, ...], StandsFor]:
    """The entities in order of their first mention, and for each mention the entities that it stands for.

    A mention of a set stands for each member. Pronouns that found no antecedent stand for nothing.
    """
    held = {chains.of(mention): tuple(dict.fromkeys(map(chains.of, members))) for mention, members in sets.items()}
    first_of = [i for i in range(len(chains.mentions)) if chains.of(i) == i]
    worthy = _worthy(chains, [i for i in first_of if i not in held], sets, uses, language)
    real = [i for i in first_of if i in worthy]
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


def _worthy(
    chains: Chains,
    candidates: Sequence[int],
    sets: Mapping[int, tuple[int, ...]],
    uses: Uses,
    language: Language,
) -> set[int]:
    """The chains that become nodes; what a bare relation tells of one of them becomes one too."""
    told = {chains.of(m) for m in uses.told} | {chains.of(m) for members in sets.values() for m in members}
    taking_part = {chains.of(m) for m in uses.taking_part}
    worthy = {i for i in candidates if _is_entity(chains, i, i in told, i in taking_part, language)}
    placed = {chains.of(other) for subject, other in uses.placed if chains.of(subject) in worthy} - told
    return worthy | {i for i in candidates if i in placed and _is_entity(chains, i, True, i in taking_part, language)}


def _is_entity(chains: Chains, chain: int, told: bool, takes_part: bool, language: Language) -> bool:
    """Whether a chain becomes a node: what is named, and what is only described where something is said of it.

    Unnamed people and places that no event or relation speaks of tell nothing; unnamed things are kept, since
    events seldom have a role for them. A state known by an adjective alone counts as unnamed.
    """
    members = [chains.mentions[m] for m in chains.members(chain)]
    if any(m.form == "name" and m.rule != ADJECTIVE for m in members):
        return True
    described = [m for m in members if m.form == "nominal"]
    if described:
        return (told or any(m.kind in THINGS for m in described)) and not _says_nothing(described, takes_part, language)
    return told and any(m.rule == ADJECTIVE and m.link for m in members)


def _says_nothing(described: Sequence[Mention], takes_part: bool, language: Language) -> bool:
    """Whether nobody could tell what is meant: "the area", "le nord", "the country" where none was named before."""
    return all(_is_vague(m, takes_part, language) for m in described)


def _is_vague(mention: Mention, takes_part: bool, language: Language) -> bool:
    if mention.last - mention.first > 1:
        return False
    noun = language.nouns.get(mention.lemma.lower())
    if noun is not None and VAGUE & noun.flags:
        return True
    general = language.general.get(mention.lemma.lower())
    if general is None or "GeopoliticalEntity" not in general.kinds:
        return False
    return not takes_part


def _entity(chains: Chains, chain: int, index: int, shown: Sequence[int], language: Language) -> Entity:
    """One entity; `shown` are the mentions that show it, those of sets that it belongs to included."""
    members = [chains.mentions[m] for m in chains.members(chain)]
    link = chains.linked(chain)
    label = _label([m for m in members if m.index not in chains.others] or members, link, language)
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
    """The longest proper name, the first of equals; else the longest description; else what the entry is called."""
    names = [m for m in members if m.form == "name" and m.rule not in {ADJECTIVE, LOCATED}]
    usual = language.gazetteer.entry(link).label(language.code) if link is not None else ""
    if any(m.text == usual and m.kind == "GeopoliticalEntity" for m in names):
        return usual  # "Israël" rather than "État hébreu"
    if names:
        counts: dict[str, int] = {}
        for name in names:
            counts[name.text] = counts.get(name.text, 0) + 1
        best = max(names, key=lambda m: (_word_count(m), -_initials(m), counts[m.text], -m.first))
        return best.text
    described = [m for m in members if m.form == "nominal"]
    described = [m for m in described if not _is_of_remains(m, language)] or described
    described = [m for m in described if SELECTION not in m.rule] or described  # "a Syrian", not "one of its soldiers"
    same = language.profile.words("anaphora", "same")
    described = [m for m in described if m.text.partition(" ")[0] not in same] or described  # not "same source"
    if link is not None and (not described or any(m.rule == ADJECTIVE for m in members)):
        return usual  # "le président chinois … son pays"
    return max(described or members, key=lambda m: (min(_word_count(m), 5), -m.first)).text


def _is_of_remains(mention: Mention, language: Language) -> bool:
    noun = language.nouns.get(mention.lemma)
    return noun is not None and REMAINS in noun.flags


def _word_count(mention: Mention) -> int:
    return len(mention.text.split())


def _initials(mention: Mention) -> int:
    """How many words of a name are cut to a letter: "E. Macron"."""
    return sum(len(word) < 3 and word.endswith(".") for word in mention.text.split())
