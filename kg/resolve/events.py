"""The merged events of an article: what each is, when and where it was, how sure the text is of it, on whose word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from kg import ontology
from kg.model import VENUE, Event, Factuality, Ref, ResolvedEvent, Role, Timex
from kg.resolve.consequences import Tolls
from kg.resolve.labels import Labeller
from kg.resolve.refs import Meaning
from kg.resolve.repeats import FIGURED, TELLING, is_called_off, only_takes_up
from kg.resolve.settings import Settings

# Which word on an event counts where mentions differ: a denial anywhere would hide what is told elsewhere.
STRENGTH: Mapping[Factuality, int] = {"Actual": 3, "Planned": 2, "Possible": 1, "Negated": 0}
UNDERGOING = ("patient", "recipient")


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the article appeared, and the times that it names."""

    published: str  # ISO date, "" if unknown
    times: Sequence[Timex]

    def judge(self, event: ResolvedEvent) -> ResolvedEvent:
        """An event that is dated after the article has not taken place, however it is told: "l'élection de mai prochain"."""
        dates = [value for value in (self.times[time].value for time in event.times) if value]
        ahead = bool(dates) and all(map(self._is_ahead, dates))
        return replace(event, factuality="Planned") if event.factuality == "Actual" and self.published and ahead else event

    def begun(self, event: ResolvedEvent) -> ResolvedEvent:
        """An event that has begun is under way, whatever is to come of it: "s'est ouvert lundi … renvoyé au 5 août"."""
        past = tuple(time for time in event.times if not self._is_ahead(self.times[time].value or ""))
        return replace(event, factuality="Actual", times=past)

    def _is_ahead(self, date: str) -> bool:
        return date[: len(self.published)] > self.published[: len(date)]


def resolve_events(
    events: Sequence[Event],
    groups: Sequence[Sequence[int]],
    headlines: Set[int],
    meaning: Meaning,
    tolls: Tolls,
    settings: Settings,
    labeller: Labeller,
    calendar: Calendar,
) -> tuple[ResolvedEvent, ...]:
    """One resolved event for each group, in order of the first mention; `headlines` are indexes of sentences."""
    resolved = (_resolved(i, [events[m] for m in group], headlines, meaning) for i, group in enumerate(groups))
    found = list(resolved)
    judged = [calendar.judge(draft) for draft in found]
    begun = {index for index in _begun(judged, events) if found[index].factuality == "Actual"}
    judged = [calendar.begun(draft) if draft.index in begun else draft for draft in judged]
    drafts = settings.settle(tolls.explain(judged))
    words = {draft.index: next((events[m].words for m in draft.mentions if events[m].words), "") for draft in drafts}
    outer = {draft.index: _outer(draft.roles) for draft in drafts}
    plain = {d.index: labeller.label(d.kind, outer[d.index], {}, words[d.index]) for d in drafts}
    names = {draft.index: next((events[m].name for m in draft.mentions if events[m].name), None) for draft in drafts}
    short = {index: names[index] or plain[index] for index in plain}

    def label(draft: ResolvedEvent) -> str:
        """Its name, or the template with all roles: where these are those of the short one, that."""
        if names[draft.index] or draft.roles == outer[draft.index]:
            return short[draft.index]
        return labeller.label(draft.kind, draft.roles, short, words[draft.index])

    return tuple(replace(draft, label=label(draft)) for draft in drafts)


def _begun(drafts: Sequence[ResolvedEvent], events: Sequence[Event]) -> Iterator[int]:
    """The events told as planned of which a verb says that they have begun."""
    for draft in drafts:
        told = draft.kind == "Beginning" and draft.factuality == "Actual"
        if told and not all(only_takes_up(events[mention]) for mention in draft.mentions):
            themes = (role.filler for role in draft.roles if role.name == "theme" and role.filler.to == "event")
            yield from (theme.index for theme in themes if drafts[theme.index].factuality == "Planned")


def _outer(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Roles that a label within another one names: entities, and of those the telling ones."""
    return tuple(role for role in roles if role.filler.to == "entity" and role.name in TELLING)


def _telling(group: Sequence[Event]) -> Sequence[Event]:
    """The mentions that tell of the event; "la fin de la mission" only takes up what was told before as planned."""
    return [event for event in group if not only_takes_up(event)] or group[:1]


def _factuality(group: Sequence[Event]) -> Factuality:
    """How sure an event is by the mentions that tell of it; what was planned is not, once it is called off."""
    surest = max((event.factuality for event in _telling(group)), key=STRENGTH.__getitem__)
    return "Negated" if surest == "Planned" and is_called_off(group[0], group[-1]) else surest


def _on_whose_word(group: Sequence[Event], headlines: Set[int]) -> Sequence[Event]:
    """The mentions that say on whose word an event stands: none where the article also tells it on its own.

    A headline and a noun that takes up what was told before leave out who said it.
    """
    telling = [event for event in group if not only_takes_up(event)] or group
    if is_called_off(group[0], group[-1]):
        telling = group[-1:]
    in_body = [event for event in telling if event.sentence not in headlines] or telling
    return in_body if all(event.attributed_to for event in in_body) else ()


def _resolved(index: int, group: Sequence[Event], headlines: Set[int], meaning: Meaning) -> ResolvedEvent:
    roles: dict[tuple[str, Ref], Role] = {}
    kind = max((event.kind for event in group), key=lambda name: len(ontology.ancestors(name)))
    expected = ontology.expected(kind)
    for role in (role for event in group for role in event.roles):
        for filler in meaning.of(role.filler):
            kinds = () if role.rule.startswith(VENUE) else expected.get(role.name, ())
            if filler != Ref("event", index) and meaning.admits(filler, kinds):
                roles.setdefault((role.name, filler), role.played_by(filler))
    if kind not in FIGURED:  # nobody gives himself what he gives: of a wrong pronoun the doer is the likelier
        agents = {filler for name, filler in roles if name == "agent"}
        roles = {key: role for key, role in roles.items() if key[0] not in UNDERGOING or key[1] not in agents}
    return ResolvedEvent(
        index=index,
        kind=kind,
        label="",
        roles=tuple(roles.values()),
        mentions=tuple(event.index for event in group),
        factuality=_factuality(group),
        times=tuple(dict.fromkeys(time for event in group for time in event.times)),
        quantities=tuple(dict.fromkeys(quantity for event in group for quantity in event.quantities)),
        levels=tuple(dict.fromkeys(level for event in group for level in event.levels)),
        attributed_to=tuple(
            dict.fromkeys(
                ref
                for event in _on_whose_word(group, headlines)
                for speaker in event.attributed_to
                for ref in meaning.of(speaker)
            )
        ),
        confidence=max(event.confidence for event in group),
    )
