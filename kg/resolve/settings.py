"""The scene that a report stays at: "Une épicerie a été cambriolée à Varna. Les voleurs ont frappé le gérant."

What is done next to or by the same people, with no other place named since and at no other time, is done there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from kg import ontology
from kg.lang.grammar import Grammar
from kg.model import Event, Extraction, Mention, Parse, ResolvedEvent, Role, Timex
from kg.ontology import PLACES
from kg.resolve.entities import StandsFor
from kg.resolve.scenes import at_its_time, is_background
from kg.resolve.words import ADJECTIVE, is_pluperfect

SETTING = ("Conflict", "LifeAndDisaster", "Crime", "Protest", "Riot")  # what a report stays at
STAYING = (
    "Attack", "Battle", "Killing", "Injury", "Accident", "Fire", "Explosion", "Destruction", "Theft", "HostageTaking",
    "SexualViolence", "Riot", "Protest", "Protection",
)  # fmt: skip
WHERE = frozenset({"place", "destination", "origin"})
DOING = frozenset({"agent", "patient", "recipient"})
MOVABLE = ("Person", "Group")  # who is at one place at a time, other than armies and states
FARTHEST, NEXT = 2, 1  # sentences back that the same people, and others, stay at a scene
SEVERAL = 3  # places; two may be a town and its state
CONFIDENCE = 0.55
RULE = "place of what was told before"


class Settings:
    """Tells where events of one article happened whose place the sentences before told."""

    def __init__(
        self, parse: Parse, extraction: Extraction, stands_for: StandsFor, kinds: Mapping[int, str], grammar: Grammar
    ) -> None:
        self._parse = parse
        self._events: Sequence[Event] = extraction.events
        self._mentions: Sequence[Mention] = extraction.mentions
        self._times: Sequence[Timex] = extraction.times
        self._kinds = kinds
        self._grammar = grammar
        names = [m for m in extraction.mentions if m.form == "name" and m.rule != ADJECTIVE]
        self._known = {entity for m in names for entity in stands_for.get(m.index, ())}
        places = (m for m in names if ontology.is_among(m.kind, PLACES))
        self._named = [(m.first, frozenset(stands_for.get(m.index, ()))) for m in places]

    def settle(self, told: Sequence[ResolvedEvent]) -> list[ResolvedEvent]:
        """The events, those that stay at the scene of the one before with its place."""
        settled = list(told)
        tried = self._tried(told)
        scene: ResolvedEvent | None = None
        lead: ResolvedEvent | None = None
        for event in sorted(told, key=self._start):
            if self._is_setting(event):
                lead = event if lead is None else lead
                scene = scene if is_background(self._events, event, lead) else event
            elif scene is not None and event.index not in tried and self._stays(event, scene):
                scene = settled[event.index] = replace(event, roles=(*event.roles, *_places(scene, event)))
        return settled

    def _tried(self, told: Sequence[ResolvedEvent]) -> set[int]:
        """What a court or the police hold against somebody and only name: "sentenced in 2015 for assault"."""
        charges = (role for event in told if ontology.is_a(event.kind, "Justice") for role in event.roles)
        held = (told[r.filler.index] for r in charges if r.name == "topic" and r.filler.to == "event")
        return {event.index for event in held if len(event.mentions) == 1 and self._first(event).rule.startswith("noun")}

    def _first(self, event: ResolvedEvent) -> Event:
        return self._events[event.mentions[0]]

    def _start(self, event: ResolvedEvent) -> int:
        return self._first(event).trigger

    def _is_setting(self, event: ResolvedEvent) -> bool:
        told = event.factuality == "Actual" and any(role.name == "place" for role in event.roles)
        told = told and ontology.is_among(event.kind, SETTING) and not self._is_after(event)
        return told and not self._is_counted_from(event) and not self._is_spread(event)

    def _is_spread(self, event: ResolvedEvent) -> bool:
        """Whether an event took place in several towns, which no report stays at: "protests in Lagos, Kano and Jos"."""
        if sum(role.name == "place" for role in event.roles) < SEVERAL:
            return False
        roles = (role for m in event.mentions for role in self._events[m].roles if role.name == "place")
        places = (self._mentions[role.filler.index] for role in roles if role.filler.to == "mention")
        return any(place.form == "name" and self._parse.tokens[place.head].dep == "conj" for place in places)

    def _is_counted_from(self, event: ResolvedEvent) -> bool:
        """Whether an event only tells how long after it something else was: "un an après l'attentat de Nice, …"."""
        if len(event.mentions) > 1:
            return False
        grammar, tokens = self._grammar, self._parse.tokens
        cases = (tokens[k] for k in self._parse.children[self._start(event)] if tokens[k].dep == "case")
        return any(c.i and c.lemma in grammar.later_prepositions and tokens[c.i - 1].lemma in grammar.spans for c in cases)

    def _is_after(self, event: ResolvedEvent) -> bool:
        """Whether somebody dies, or is found dead, where they came after what befell them: "est morte à l'hôpital"."""
        if event.kind != "Death":
            return False
        trigger = self._first(event).trigger
        words = self._parse.tokens[trigger + 1 : self._parse.sentences[self._first(event).sentence].last]
        if any(word.head == trigger and word.dep == "xcomp" for word in words):
            return True
        places = (r.filler.index for r in self._first(event).roles if r.name == "place" and r.filler.to == "mention")
        return any(self._mentions[place].lemma in self._grammar.care for place in places)

    def _stays(self, event: ResolvedEvent, scene: ResolvedEvent) -> bool:
        """Whether an event goes on with what the scene told: the same people, no other place or time."""
        if event.factuality != "Actual" or not ontology.is_among(event.kind, STAYING):
            return False
        first, before = self._first(event), self._first(scene)
        if any(role.name in WHERE for role in event.roles) or not 0 <= first.sentence - before.sentence <= FARTHEST:
            return False
        same = bool(self._people(event) & self._people(scene))
        tied = same or self._is_of_nobody_known(event) or not self._taking_part(scene)
        if not tied or (not same and (first.sentence - before.sentence > NEXT or self._is_beside(first, before))):
            return False
        if any(
            is_pluperfect(self._parse, self._events[m].trigger, self._grammar.perfect_auxiliaries) for m in event.mentions
        ):
            return False
        return at_its_time(self._times, event, scene) and not self._moves(event, scene)

    def _people(self, event: ResolvedEvent) -> set[int]:
        return {entity for entity in self._taking_part(event) if ontology.is_among(self._kinds[entity], MOVABLE)}

    def _is_beside(self, event: Event, scene: Event) -> bool:
        """Whether a noun tells an event in the scene's own sentence: "the raid on Varna and other attacks on civilians"."""
        return event.sentence == scene.sentence and event.rule.startswith("noun")

    def _is_of_nobody_known(self, event: ResolvedEvent) -> bool:
        """Whether only people and things without names take part, who can but be those at the scene: "le gérant"."""
        taking_part = self._taking_part(event)
        return bool(taking_part) and not self._known & taking_part

    def _taking_part(self, event: ResolvedEvent) -> set[int]:
        return {role.filler.index for role in event.roles if role.name in DOING and role.filler.to == "entity"}

    def _moves(self, event: ResolvedEvent, scene: ResolvedEvent) -> bool:
        """Whether the text names another place between the scene and the end of the sentence that tells the event."""
        here = {role.filler.index for role in scene.roles if role.name == "place"}
        begin = bisect_left(self._named, self._start(scene), key=itemgetter(0))
        end = bisect_left(self._named, self._parse.sentences[self._first(event).sentence].last, key=itemgetter(0))
        if any(not entities & here for _, entities in self._named[begin:end]):
            return True
        sentence = self._parse.sentences[self._first(event).sentence]
        words = self._parse.tokens[sentence.first : sentence.last]
        return any(word.lemma in self._grammar.elsewhere and word.dep != "fixed" for word in words)


def _places(scene: ResolvedEvent, event: ResolvedEvent) -> list[Role]:
    taking_part = {role.filler for role in event.roles}
    places = (role for role in scene.roles if role.name == "place" and role.filler not in taking_part)
    return [Role("place", role.filler, RULE, min(role.confidence, CONFIDENCE)) for role in places]
