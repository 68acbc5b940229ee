"""The toll behind the event that took it: "A bomb went off in Tunis. Twelve people were killed."

News tells what happened, then whom it hit, in the next sentence and without a word that ties the two. Where one event
alone can be meant and nothing speaks against it, it is the cause, and its place theirs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg import ontology
from kg.lang import Language
from kg.model import Event, Parse, Ref, ResolvedEvent, Role, Timex

TOLLS = frozenset({"Death", "Injury", "Killing", "Destruction"})
HARMFUL = (
    "Attack", "Battle", "Explosion", "Fire", "Accident", "Earthquake", "Flood", "Storm", "Riot", "Offensive",
)  # fmt: skip
EXPLAINED = frozenset({"cause", "agent", "instrument", "place", "origin"})  # what says by itself what happened, or where
FARTHEST = 2  # sentences back
CONFIDENCE = 0.6


class Tolls:
    """Finds what took the tolls of one article."""

    def __init__(
        self,
        parse: Parse,
        events: Sequence[Event],
        times: Sequence[Timex],
        kinds: Mapping[int, str],
        language: Language,
    ) -> None:
        self._parse = parse
        self._kinds = kinds
        self._events = events
        self._times = times
        self._perfect = language.grammar.perfect_auxiliaries

    def explain(self, told: Sequence[ResolvedEvent]) -> list[ResolvedEvent]:
        """The events, tolls with their cause where one alone can be meant."""
        by_sentence: dict[int, list[ResolvedEvent]] = {}
        for event in told:
            if event.factuality == "Actual" and any(ontology.is_a(event.kind, kind) for kind in HARMFUL):
                for sentence in {self._events[m].sentence for m in event.mentions}:
                    by_sentence.setdefault(sentence, []).append(event)
        return [self._explained(event, by_sentence) if self._is_toll(event) else event for event in told]

    def _is_toll(self, event: ResolvedEvent) -> bool:
        """Whether victims without names are told of whom nothing says what happened to them, nor that it was before."""
        if event.kind not in TOLLS or event.factuality != "Actual" or any(role.name in EXPLAINED for role in event.roles):
            return False
        victims = [role.filler for role in event.roles if role.name == "patient"]
        if not event.quantities and not (victims and all(self._kinds.get(v.index) == "Group" for v in victims)):
            return False
        return not any(self._is_before_that(self._events[m].trigger) for m in event.mentions)

    def _is_before_that(self, verb: int) -> bool:
        """Whether a verb stands in the pluperfect, which goes back behind what was just told."""
        helpers = (self._parse.tokens[k] for k in self._parse.children[verb] if self._parse.tokens[k].dep.startswith("aux"))
        return any(
            "Tense=Imp" in t.morph or (t.lemma in self._perfect and "Tense=Past" in t.morph and "VerbForm=Fin" in t.morph)
            for t in helpers
        )

    def _explained(self, toll: ResolvedEvent, by_sentence: dict[int, list[ResolvedEvent]]) -> ResolvedEvent:
        sentence = self._events[toll.mentions[0]].sentence
        for back in range(FARTHEST + 1):
            near = by_sentence.get(sentence - back, [])
            if near:
                fits = back > 0 and len(near) == 1 and self._same_time(near[0], toll)
                return _caused(toll, near[0]) if fits else toll
        return toll

    def _same_time(self, cause: ResolvedEvent, toll: ResolvedEvent) -> bool:
        """Whether the toll has no time of its own, or that of its cause."""
        own, others = ({value for value in (self._times[t].value for t in event.times) if value} for event in (toll, cause))
        return not toll.times or bool(own & others)


def _caused(toll: ResolvedEvent, cause: ResolvedEvent) -> ResolvedEvent:
    places = (
        Role("place", role.filler, "place of cause", min(role.confidence, CONFIDENCE))
        for role in cause.roles
        if role.name == "place"
    )
    return replace(toll, roles=(*toll.roles, Role("cause", Ref("event", cause.index), "told before", CONFIDENCE), *places))
