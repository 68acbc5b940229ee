"""The toll behind the event that took it: "A bomb went off in Tunis. Twelve people were killed."

News tells what happened, then whom it hit, in the next sentence and without a word that ties the two. Where one event
alone can be meant and nothing speaks against it, it is the cause, and its place theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg import ontology
from kg.lang import Language
from kg.model import Event, Parse, Ref, ResolvedEvent, Role, Timex
from kg.resolve.scenes import at_its_time, is_background
from kg.resolve.words import is_pluperfect

TOLLS = frozenset({"Death", "Injury", "Killing", "Destruction"})
HARMFUL = (
    "Attack", "Battle", "Explosion", "Fire", "Accident", "Earthquake", "Flood", "Storm", "Landslide", "Riot", "Offensive",
)  # fmt: skip
EXPLAINED = frozenset({"cause", "agent", "instrument", "place", "origin"})  # what says by itself what happened, or where
PLACES = frozenset({"LOC", "GPE"})  # labels of names
WHERE = frozenset({"obl", "obl:arg", "obl:mod"})
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
        self._inside = language.grammar.inside_prepositions
        self._likewise = language.grammar.likewise
        self._when = language.grammar.timing_marks

    def explain(self, told: Sequence[ResolvedEvent]) -> list[ResolvedEvent]:
        """The events, tolls with their cause where one alone can be meant."""
        by_sentence: dict[int, list[ResolvedEvent]] = {}
        for event in told:
            if self._is_harmful(event):
                for sentence in {self._events[m].sentence for m in event.mentions}:
                    by_sentence.setdefault(sentence, []).append(event)
        lead = min((event for event in told if self._is_harmful(event)), key=self._sentence, default=None)
        explained = [self._explained(event, by_sentence, lead) if self._is_toll(event) else event for event in told]
        return self._taken_up(explained)

    def _taken_up(self, told: list[ResolvedEvent]) -> list[ResolvedEvent]:
        """The events, with what a definite noun calls by its name after its toll: "A moped hit a woman. The accident …"."""
        first = min((e for e in told if self._is_harmful(e)), key=self._sentence, default=None)
        if first is None or not self._only_names(first) or any(_is_cause(first, event) for event in told):
            return told
        back = range(self._sentence(first) - FARTHEST, self._sentence(first))
        near = [e for e in told if e.kind in TOLLS and e.factuality == "Actual" and self._sentence(e) in back]
        if len(near) != 1 or any(role.name in {"cause", "agent"} for role in near[0].roles) or _are_apart(near[0], first):
            return told
        changed = {near[0].index: _caused(near[0], first), first.index: _placed(first, near[0])}
        return [changed.get(event.index, event) for event in told]

    def _only_names(self, event: ResolvedEvent) -> bool:
        """Whether all that is told of a harmful event is a definite noun, and perhaps where and when."""
        first = self._events[event.mentions[0]]
        bare = not any(role.name in {"agent", "patient", "instrument", "cause"} for role in event.roles)
        bare = bare and not self._is_told_apart(first.trigger)
        return first.definite and first.rule.startswith("noun") and bare and self._is_harmful(event)

    def _is_told_apart(self, trigger: int) -> bool:
        """Whether a participle tells which one is meant: "les heurts survenus lors de précédentes manifestations"."""
        return any(self._parse.tokens[kid].dep == "acl" for kid in self._parse.children[trigger])

    def _is_harmful(self, event: ResolvedEvent) -> bool:
        return event.factuality == "Actual" and ontology.is_among(event.kind, HARMFUL)

    def _sentence(self, event: ResolvedEvent) -> int:
        return self._events[event.mentions[0]].sentence

    def _is_toll(self, event: ResolvedEvent) -> bool:
        """Whether victims without names are told of whom nothing says what happened to them."""
        if event.kind not in TOLLS or event.factuality != "Actual" or any(role.name in EXPLAINED for role in event.roles):
            return False
        if self._is_elsewhere(self._sentence(event)) or self._is_another(self._sentence(event)):
            return False
        if self._is_usual(self._sentence(event)):
            return False
        victims = [role.filler for role in event.roles if role.name == "patient"]
        if not event.quantities and not (victims and all(self._kinds.get(v.index) == "Group" for v in victims)):
            return False
        triggers = [self._events[m].trigger for m in event.mentions]
        return not any(self._is_result(t) or self._has_occasion(t) for t in triggers)

    def _burns_things(self, event: ResolvedEvent) -> bool:
        """Whether a fire is told of things alone, which hurts nobody by itself: "une voiture de police a été incendiée"."""
        burnt = [self._kinds.get(role.filler.index) for role in event.roles if role.name == "patient"]
        return event.kind == "Fire" and bool(burnt) and all(kind == "Artifact" for kind in burnt)

    def _goes_back(self, event: ResolvedEvent) -> bool:
        """Whether an event is told in the pluperfect, as what was before the one reported: "avait fait six morts"."""
        return any(is_pluperfect(self._parse, self._verb(m), self._perfect) for m in event.mentions)

    def _is_named(self, event: ResolvedEvent) -> bool:
        """Whether only nouns tell an event, which show no tense: "depuis l'attentat du Caire. Il avait fait 29 morts"."""
        return all(self._events[m].rule.startswith("noun") for m in event.mentions)

    def _verb(self, mention: int) -> int:
        """The word that shows the tense of an event: its verb, or that of which the noun is subject or object."""
        token = self._parse.tokens[self._events[mention].trigger]
        return token.head if token.pos == "NOUN" and token.dep in {"obj", "nsubj"} else token.i

    def _is_result(self, trigger: int) -> bool:
        """Whether a gerund tells what its own clause brought about: "une voiture a quitté la route, blessant dix hommes"."""
        token = self._parse.tokens[trigger]
        return token.dep == "advcl" and token.has("VerbForm=Part") and not token.has("Tense=Past")

    def _has_occasion(self, trigger: int) -> bool:
        """Whether a clause of its own tells when it happened: "three were hurt when their truck ran over a mine"."""
        tokens, kids = self._parse.tokens, self._parse.children
        verbs = {trigger, *(k for k in kids[trigger] if tokens[k].dep == "conj")}
        clauses = (k for verb in verbs for k in kids[verb] if tokens[k].dep == "advcl")
        return any(tokens[m].dep == "mark" and tokens[m].lemma in self._when for k in clauses for m in kids[k])

    def _is_usual(self, sentence: int) -> bool:
        """Whether a sentence tells what happens again and again: "Accidents kill thousands every year"."""
        span = self._parse.sentences[sentence]
        return any(t.kind == "frequency" and span.first <= t.first < span.last for t in self._times)

    def _is_another(self, sentence: int) -> bool:
        """Whether the first word says that more is told than before: "Also Monday, three were wounded"."""
        return self._parse.lemmas[self._parse.sentences[sentence].first] in self._likewise

    def _is_elsewhere(self, sentence: int) -> bool:
        """Whether a sentence itself names a place in which what it tells happened: "… tués, notamment à Karachi"."""
        span, tokens = self._parse.sentences[sentence], self._parse.tokens
        begin = bisect_left(self._parse.names, span.first, key=lambda name: name.first)
        for name in self._parse.names[begin:]:
            if name.first >= span.last:
                break
            where = tokens[name.first - 1].lemma in self._inside and name.first > span.first
            if where and name.label in PLACES and self._tells_where(name.first):
                return True
        return False

    def _tells_where(self, name: int) -> bool:
        """Whether a place hangs on a verb or on a phrase in front of it: "Following floods in Varna, four were killed"."""
        tokens = self._parse.tokens
        above = tokens[tokens[name].head]
        fronted = tokens[name].dep == "nmod" and above.dep in WHERE and above.i < above.head
        return tokens[name].dep in WHERE or fronted

    def _explained(
        self, toll: ResolvedEvent, by_sentence: dict[int, list[ResolvedEvent]], lead: ResolvedEvent | None
    ) -> ResolvedEvent:
        sentence = self._events[toll.mentions[0]].sentence
        for back in range(FARTHEST + 1):
            near = by_sentence.get(sentence - back, [])
            if near:
                fits = back > 0 and len(near) == 1 and at_its_time(self._times, toll, near[0])
                fits = fits and not (lead is not None and is_background(self._events, near[0], lead))
                fits = fits and not _is_by_victims(near[0], toll) and not self._burns_things(near[0])
                named = back == 1 and self._is_named(near[0]) and self._is_named(toll)
                before = named or self._goes_back(near[0])
                fits = fits and (before or not self._goes_back(toll))
                return _caused(toll, near[0]) if fits else toll
        return toll


def _are_apart(one: ResolvedEvent, other: ResolvedEvent) -> bool:
    """Whether two events have places and share none: "Un mur s'est effondré à Lens. Le feu a pris dans un garage"."""
    places = [{role.filler for role in event.roles if role.name == "place"} for event in (one, other)]
    return bool(places[0] and places[1]) and places[0].isdisjoint(places[1])


def _is_by_victims(event: ResolvedEvent, toll: ResolvedEvent) -> bool:
    """Whether those whom a toll is of did the deed themselves: "Trois hommes ont attaqué X. L'un d'eux a été tué"."""
    doers = {role.filler for role in event.roles if role.name == "agent"}
    return any(role.name == "patient" and role.filler in doers for role in toll.roles)


def _is_cause(event: ResolvedEvent, toll: ResolvedEvent) -> bool:
    """Whether the text says that an event took a toll, which then is no other."""
    return any(role.name == "cause" and role.filler == Ref("event", event.index) for role in toll.roles)


def _placed(event: ResolvedEvent, toll: ResolvedEvent) -> ResolvedEvent:
    """An event of which no place is told where its toll was taken."""
    if any(role.name == "place" for role in event.roles):
        return event
    return replace(event, roles=(*event.roles, *_places(toll, "place of toll")))


def _places(event: ResolvedEvent, rule: str) -> tuple[Role, ...]:
    places = (role for role in event.roles if role.name == "place")
    return tuple(Role("place", role.filler, rule, min(role.confidence, CONFIDENCE)) for role in places)


def _caused(toll: ResolvedEvent, cause: ResolvedEvent) -> ResolvedEvent:
    known = any(role.name == "place" for role in toll.roles)
    places = () if known else _places(cause, "place of cause")
    return replace(toll, roles=(*toll.roles, Role("cause", Ref("event", cause.index), "told before", CONFIDENCE), *places))
