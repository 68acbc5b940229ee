"""What the dates of events say beside that of the article: what is yet to come, what is over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import ontology
from kg.extract.syntax import Tree
from kg.model import Event, Role, Timex, Token

ELECTION = "Election"
UNPLANNED = ("Communication", "Conflict", "LifeAndDisaster", "Crime")  # no noun of them is of a later day by its date alone


def as_dated(tree: Tree, events: tuple[Event, ...], times: tuple[Timex, ...]) -> tuple[Event, ...]:
    """Events as their dates beside the article's say: what is yet to come is no fact, a past future is one.

    What is told as done, or said, can't be of a later day: such a date belongs to something else.
    """
    today = article_day(tree)
    if not today:
        return events
    dated = tuple(_as_dated(tree, event, [times[t] for t in event.times], today) for event in events)
    opening = [now for before, now in zip(events, dated, strict=True) if _is_to_begin(before, now)]
    ahead = {role.filler.index for event in opening for role in _begun(event)}
    return tuple(_not_yet(event) if n in ahead else event for n, event in enumerate(dated))


def _is_to_begin(before: Event, now: Event) -> bool:
    """Whether the date alone tells that a beginning is to come: "the talks start on Monday"."""
    return now.kind == "Beginning" and before.factuality == "Actual" and now.factuality == "Planned"


def _begun(event: Event) -> Iterator[Role]:
    return (role for role in event.roles if role.name == "theme" and role.filler.to == "event")


def _not_yet(event: Event) -> Event:
    """What is to begin has not taken place yet."""
    return replace(event, factuality="Planned") if event.factuality == "Actual" else event


def _as_dated(tree: Tree, event: Event, times: list[Timex], today: str) -> Event:
    later = [t.index for t in times if begins_after(t, today) or _is_open(t, today)]
    if later and event.factuality == "Actual":
        if ontology.is_among(event.kind, UNPLANNED) or is_told_as_done(tree, event.trigger):
            return replace(event, times=tuple(t for t in event.times if t not in later))
        return replace(event, factuality="Planned") if len(later) == len(times) else event
    past = times and all(_ends_before(t, today) for t in times)
    if past and event.factuality == "Planned" and any(t.has("Tense=Fut") for t in _verbs(tree, event.trigger)):
        return replace(event, factuality="Actual")  # "il présentera l'émission jusqu'en 1989"
    if past and event.factuality == "Planned" and event.kind == ELECTION and tree.tokens[event.trigger].pos == "NOUN":
        return replace(event, factuality="Actual")  # "candidat à l'élection de 2012"
    return event


def article_day(tree: Tree) -> str:
    """The day of the article, as ISO 8601 writes it; "" where it is not known."""
    return (tree.parse.article.published or "")[:10]


def begins_after(time: Timex, today: str) -> bool:
    """Whether a time begins later than a day that is known."""
    begin = time.value or time.begin
    return bool(today) and begin is not None and begin[:10] > today[: len(begin)]


def _is_open(time: Timex, today: str) -> bool:
    """Whether a time says only until when something is to be done, and that is yet to come: "d'ici à 2030"."""
    return time.latest is not None and time.latest[:10] > today[: len(time.latest)]


def _ends_before(time: Timex, today: str) -> bool:
    end = time.value or time.finish
    return end is not None and end[:10] < today[: len(end)]


def is_told_as_done(tree: Tree, i: int) -> bool:
    """Whether a verb tells what is done: "a été élu", "tués à Lyon", "fell"."""
    past = any(t.has("VerbForm=Fin") and (t.has("Tense=Past") or t.has("Tense=Imp")) for t in _verbs(tree, i))
    return tree.tokens[i].pos == "VERB" and (past or tree.is_past_participle(i))


def _verbs(tree: Tree, i: int) -> tuple[Token, ...]:
    return (tree.tokens[i], *tree.auxiliaries(i))
