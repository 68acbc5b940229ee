"""Headlines with a place before their colon: "Mali : trois soldats tués", "Turkey: bomb kills 12"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from kg import ontology
from kg.extract.mentions import ADJECTIVE
from kg.extract.phrases import OPENING
from kg.extract.placeswithin import is_known_inside
from kg.lang import Language
from kg.model import HEADING, Event, Mention, Parse, Ref, Relation, Role
from kg.ontology import PLACES

# What happens on the spot. People may die in peace, and a court may sit, elsewhere than where they are known.
LOCAL = ("Conflict", "Crime", "LifeAndDisaster", "Justice", "Society", "Election", "Coup", "Protest")
ELSEWHERE = ("Birth", "Award", "Competition", "Marriage")
MAIN = frozenset({"cause", "theme"})  # the roles in which what is told beside the main event happens where that does
WHERE = frozenset({"place", "patient"})
CONFIDENCE = 0.8


def with_headings(
    events: tuple[Event, ...],
    relations: Iterable[Relation],
    mentions: Sequence[Mention],
    parse: Parse,
    language: Language,
) -> tuple[Event, ...]:
    """The events; what a headline tells behind a place and a colon takes place there, unless its words say otherwise."""
    firsts = {sentence.first for sentence in parse.sentences}
    headings = {m.sentence: m for m in mentions if m.first in firsts and _is_heading(parse, m)}
    if not headings:
        return events
    roles = [(event.index, role) for event in events for role in event.roles]
    nested = {role.filler.index for _, role in roles if role.filler.to == "event" and role.name not in MAIN}
    within = {(r.subject.index, r.object.index) for r in relations if r.predicate == "locatedIn"}
    done = []
    for event in events:
        heading = None if event.index in nested else headings.get(event.sentence)
        if heading is not None and event.start > heading.end and _is_local(event, mentions):
            sites = _sites(event, mentions, within)
            if all(is_known_inside(language.gazetteer, heading, site) for site in sites):
                place = Role("place", Ref("mention", heading.index), HEADING, CONFIDENCE)
                event = replace(event, roles=(*event.roles, place))
        done.append(event)
    return tuple(done)


def _is_heading(parse: Parse, mention: Mention) -> bool:
    """Whether the name of a place opens a sentence and a colon follows; a quotation behind it would be its words."""
    sentence = parse.sentences[mention.sentence]
    if mention.first != sentence.first or mention.last + 1 >= sentence.last:
        return False
    if mention.link is None or mention.kind not in PLACES or mention.rule == ADJECTIVE:
        return False
    return parse.tokens[mention.last].text == ":" and parse.tokens[mention.last + 1].text not in OPENING


def _sites(event: Event, mentions: Sequence[Mention], within: Set[tuple[int, int]]) -> Iterator[Mention]:
    """The places with names that an event's own words give it, or what it befalls."""
    for role in event.roles:
        if role.filler.to == "mention" and role.name in WHERE:
            held = (role.filler.index, *(outer for inner, outer in within if inner == role.filler.index))
            yield from (mentions[i] for i in held if mentions[i].kind in PLACES and mentions[i].form == "name")


def _is_local(event: Event, mentions: Sequence[Mention]) -> bool:
    """Whether an event happens where the headline says; one dies of something there, and a named court may sit abroad."""
    if not ontology.is_among(event.kind, LOCAL) or ontology.is_among(event.kind, ELSEWHERE):
        return False
    if event.kind == "Death":
        return any(role.name == "cause" for role in event.roles)
    agents = (mentions[r.filler.index] for r in event.roles if r.name == "agent" and r.filler.to == "mention")
    return not ontology.is_a(event.kind, "Justice") or all(agent.form != "name" for agent in agents)
