"""A sieve over nouns for people by their part in what was told: "A man was stabbed. The victim …", "les assaillants"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg import ontology
from kg.lang import Language
from kg.lang.fold import fold
from kg.lang.participants import Part
from kg.model import Event, Mention
from kg.resolve.chains import Chains
from kg.resolve.words import TAKES_UP, Syntax

FARTHEST = 8  # sentences back in which the event may be told, as for "the attack" itself
PEOPLE = {"s": "Person", "p": "Group"}
MOST_LOOKED_AT = 50  # mentions of one thing
GUARDS = frozenset({"police", "fighter"})  # flags of nouns for those who shoot without being called attackers
TOLD = frozenset({"Actual", "Possible"})


def participants(
    chains: Chains, syntax: Syntax, language: Language, descriptions: Sequence[Mention], events: Sequence[Event]
) -> None:
    """Link such a noun to the one thing that has its part in all events before it that it may mean."""
    allowed = {fold(word) for name in ("happenings", "hedges") for word in language.profile.words("anaphora", name)}
    told: dict[int, list[Event]] = {}  # by sentence
    for event in events:
        if event.factuality in TOLD:
            told.setdefault(event.sentence, []).append(event)
    for mention in descriptions:
        parts = language.participants.get(mention.lemma)
        if parts is None or mention.determiner not in TAKES_UP | {"poss"} or mention.quantity is not None:
            continue
        if not syntax.modifiers(mention) <= allowed or not _says_nothing_else(chains, mention):
            continue
        near = (e for back in range(FARTHEST, -1, -1) for e in told.get(mention.sentence - back, ()))
        before = [event for event in near if event.trigger < mention.first and not _is_of(syntax, mention, event)]
        gender = _gender(language, mention)
        people: dict[int, int] = {}
        for asked in _in_turn(parts):
            players = () if people else _players(chains, language, asked, mention, before)
            people |= {chains.of(m): m for m in players if not gender or chains.gender(m) in {"", gender}}
        if chains.named(mention.index) and any(chains.named(m) for m in people.values()):
            continue
        if len(people) == 1:
            (player,) = people.values()
            if not (_is_counted(chains, player) and _is_counted(chains, mention.index)):
                chains.link(player, mention.index, "part in what was told", 0.75)
        elif not people and any(
            ontology.is_among(event.kind, part.kinds) for event in before for part in parts if part.role == "patient"
        ):
            _only_person(chains, syntax, mention)


def _in_turn(parts: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """The parts that a noun tells of, and those to ask where nobody has them: a second line of the table for one role."""
    first = [part for n, part in enumerate(parts) if all(part.role != other.role for other in parts[:n])]
    return first, [part for part in parts if part not in first]


def _is_counted(chains: Chains, index: int) -> bool:
    """Whether a figure tells how many some are: of "50 hostages" and "12 women" each are others."""
    return any(chains.mentions[m].quantity is not None for m in chains.members(index)[:MOST_LOOKED_AT])


def _is_of(syntax: Syntax, mention: Mention, event: Event) -> bool:
    """Whether an event is that of the noun's own clause, whose doer is another: "le policier a tiré sur le suspect"."""
    return syntax.tokens[mention.head].head == event.trigger


def _only_person(chains: Chains, syntax: Syntax, mention: Mention) -> None:
    """Link "the victim" to the one person told of before, though nothing says that it happened to them."""
    others = (m for m in chains.before(mention, FARTHEST) if not syntax.within(mention.head, m.head))
    people = {chains.of(m.index): m for m in others if chains.kind(m.index) == "Person"}
    if mention.number == "s" and len(people) == 1:
        chains.link(next(iter(people.values())).index, mention.index, "only person of what was told", 0.6)


def _keeps_order(chains: Chains, language: Language, person: int) -> bool:
    """Whether somebody is of those who fight back, and no attacker: a policeman, a soldier."""
    nouns = (language.nouns.get(chains.mentions[m].lemma) for m in chains.members(person)[:MOST_LOOKED_AT])
    return any(noun is not None and bool(noun.flags & GUARDS) for noun in nouns)


def _says_nothing_else(chains: Chains, mention: Mention) -> bool:
    """Whether all that is known of a thing is that noun, and the name given with it: "the victim, Alan Reeve"."""
    same = (chains.mentions[m] for m in chains.members(mention.index)[:MOST_LOOKED_AT])
    return all(m.form == "pronoun" or m.lemma == mention.lemma or _is_given(mention, m) for m in same)


def _is_given(mention: Mention, name: Mention) -> bool:
    return name.form == "name" and name.first > mention.first


def _players(
    chains: Chains, language: Language, parts: Sequence[Part], mention: Mention, events: Sequence[Event]
) -> Iterator[int]:
    """The mentions of people of the noun's number that have one of the parts in `events`; no attacker keeps order."""
    for event in events:
        for role in event.roles:
            if role.filler.to != "mention" or role.filler.index >= mention.index:
                continue
            if any(role.name == part.role and ontology.is_among(event.kind, part.kinds) for part in parts):
                other = role.filler.index
                if chains.kind(other) != PEOPLE.get(mention.number, ""):
                    continue
                if role.name != "agent" or not _keeps_order(chains, language, other):
                    yield other


def _gender(language: Language, mention: Mention) -> str:
    """The gender of whom a noun means, "" where it is the same for all: "la victime", or for many."""
    noun = language.nouns.get(mention.lemma)
    return mention.gender if mention.number == "s" and noun is not None and noun.gender else ""
