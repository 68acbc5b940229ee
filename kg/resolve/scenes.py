"""Whether two events of a report are of one scene: at one time, and at no other place."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Event, ResolvedEvent, Timex


def at_its_time(times: Sequence[Timex], event: ResolvedEvent, scene: ResolvedEvent) -> bool:
    """Whether an event has no time of its own, or that of a scene."""
    own, others = ({value for value in (times[t].value for t in e.times) if value} for e in (event, scene))
    return not event.times or bool(own & others)


def is_background(events: Sequence[Event], event: ResolvedEvent, lead: ResolvedEvent) -> bool:
    """Whether a noun names an event of the same kind and of another place than the one that the report is about."""
    here, there = ({role.filler for role in e.roles if role.name == "place"} for e in (event, lead))
    named = event.kind == lead.kind and events[event.mentions[0]].rule.startswith("noun")
    return named and bool(here and there) and not here & there
