"""Where and when events happen by what is told of others: what killed somebody, where one went for it, an occasion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg import ontology
from kg.extract.deathtolls import TOLLS
from kg.extract.phrases import NOUNS, OBLIQUE_DEPS, measure
from kg.extract.syntax import Tree
from kg.model import Event, Mention, Role, Timex
from kg.ontology import PLACES

PLACED_BY = {"Phase": "theme", "Death": "cause", "Injury": "cause", "Killing": "cause"}
VISITS, MET = ("Visit", "Arrival", "Return"), ("Meeting", "Negotiation", "Gathering")  # what one goes somewhere for
STAYING = ("Trial", "Battle", "Election", "LabourStrike", "Protest", "Riot", *MET)  # what ends where it takes place
PLACING = ("place", "destination", "origin")
NEXT = 1  # words between a place and its day: "in York on Tuesday"
SHARED = "place of both tolls"
GATHERING, FRONTED = "Gathering", "place in front"
AIMS, GONE_TO = frozenset({"advcl", "xcomp"}), "destination of visit"  # how the aim hangs on the visit


def with_places_gone_to(tree: Tree, events: tuple[Event, ...], index: Mapping[int, int]) -> tuple[Event, ...]:
    """Whom one goes somewhere to meet one meets there: "travelled to Rabat to see the minister", "for talks with him"."""
    done = []
    for event in events:
        noun = tree.first_conjunct(event.trigger)
        verb = tree.tokens[measure(tree, noun) if ontology.is_among(event.kind, MET) else noun]
        errand = verb.dep in OBLIQUE_DEPS and tree.preposition(verb.i) in tree.grammar.errand_prepositions
        aim = errand or verb.dep in AIMS
        visit = events[index[verb.head]] if aim and verb.head in index else None
        if visit is not None and visit.kind in VISITS and ontology.is_among(event.kind, MET):
            told = any(role.name in {"place", "destination"} for role in event.roles)
            goals = () if told else (role for role in visit.roles if role.name == "destination")
            event = replace(event, roles=(*event.roles, *(replace(r, name="place", rule=GONE_TO) for r in goals)))
        done.append(event)
    return tuple(done)


def with_places_of_tolls(tree: Tree, events: tuple[Event, ...], index: Mapping[int, int]) -> tuple[Event, ...]:
    """ "Killed two people and wounded six in Leeds": where the second toll is told to be, the first is too."""
    done = list(events)
    for event in events:
        above = index.get(tree.head(event.trigger)) if event.kind in TOLLS else None
        joined = above is not None and tree.tokens[event.trigger].dep == "conj" and tree.tokens[event.trigger].pos == "VERB"
        if above is None or not joined or events[above].kind not in TOLLS:
            continue
        if any(r.name == "place" for r in events[above].roles):
            continue
        places = (r for r in event.roles if r.name == "place")
        done[above] = replace(events[above], roles=(*events[above].roles, *(replace(r, rule=SHARED) for r in places)))
    return tuple(done)


def with_fronted_places(
    tree: Tree, events: tuple[Event, ...], index: Mapping[int, int], mentions: tuple[Mention, ...]
) -> tuple[Event, ...]:
    """ "In Rome, X will speak at the conference": what the place in front is said of includes where one does it."""
    at, beside = tree.grammar.place_prepositions, tree.grammar.beside_prepositions
    done = []
    for event in events:
        above = index.get(tree.head(event.trigger)) if ontology.is_among(event.kind, MET) else None
        token = tree.tokens[event.trigger]
        held = token.pos in NOUNS and token.dep in OBLIQUE_DEPS and not any(r.name == "place" for r in event.roles)
        around = at | beside if event.kind == GATHERING else at  # "after talks with X", who may be elsewhere
        if above is not None and held and tree.preposition(event.trigger) in around:
            verb = events[above].trigger
            places = (r for r in events[above].roles if r.name == "place" and r.filler.to == "mention")
            front = (replace(r, rule=FRONTED) for r in places if mentions[r.filler.index].last <= verb)
            event = replace(event, roles=(*event.roles, *front))
        done.append(event)
    return tuple(done)


def without_places_of_other_days(
    tree: Tree, events: tuple[Event, ...], mentions: tuple[Mention, ...], times: tuple[Timex, ...]
) -> tuple[Event, ...]:
    """The events without the place that goes with another day than theirs: "in Leeds on Monday and in York on Tuesday"."""
    done = []
    for event in events:
        placed = [r for r in event.roles if r.name in PLACING and r.filler.to == "mention"]
        if event.times and len(placed) > 1:
            days = [t for t in times if t.kind == "point" and tree.tokens[t.first].sentence == event.sentence]
            own = {times[t].value for t in event.times if times[t].value}
            days = [day for day in days if day.index not in event.times and day.value not in own]
            others = [r for r in placed if _is_of_other_day(tree, mentions[r.filler.index], days)]
            event = replace(event, roles=tuple(r for r in event.roles if r not in others))
        done.append(event)
    return tuple(done)


def _is_of_other_day(tree: Tree, place: Mention, days: Sequence[Timex]) -> bool:
    """Whether a place that a conjunction joins on has one of these days right behind it."""
    first = place.first
    while first > 1 and tree.tokens[first - 1].pos in {"ADP", "DET", "ADV", "NUM"}:  # "and six in York"
        first -= 1
    joined = tree.tokens[first - 1].pos == "CCONJ"
    return joined and any(0 <= day.first - place.last <= NEXT for day in days)


def with_times_of_occasions(tree: Tree, events: tuple[Event, ...], index: Mapping[int, int]) -> tuple[Event, ...]:
    """ "Unveiled the phone at a Wednesday event": what is done at a gathering is done when that is held."""
    done = list(events)
    for occasion in (event for event in events if event.times and event.kind == GATHERING):
        above, token = index.get(tree.head(occasion.trigger)), tree.tokens[occasion.trigger]
        at = token.dep in OBLIQUE_DEPS and tree.preposition(occasion.trigger) in tree.grammar.place_prepositions
        if above is not None and at and not done[above].times:
            done[above] = replace(done[above], times=occasion.times)
    return tuple(done)


def with_inherited_places(events: tuple[Event, ...], mentions: tuple[Mention, ...]) -> tuple[Event, ...]:
    """What begins or ends somewhere does so where it takes place, and people die where what killed them happened.

    What does not move takes place where it is said to begin or end: "le procès s'est ouvert à Lyon". An attack happens
    where its target stands: "killed in a bombing that hit a bus station".
    """
    sat = {
        role.filler.index: tuple(replace(r, rule=f"{r.rule} of phase") for r in phase.roles if r.name == "place")
        for phase in events
        if ontology.is_a(phase.kind, "Phase") and phase.factuality != "Negated"
        for role in phase.roles
        if role.name == "theme" and role.filler.to == "event" and ontology.is_among(events[role.filler.index].kind, STAYING)
    }
    done = []
    for event in events:
        bearer = next((role for kind, role in PLACED_BY.items() if ontology.is_a(event.kind, kind)), None)
        if bearer and not any(r.name == "place" for r in event.roles):
            others = (events[r.filler.index] for r in event.roles if r.name == bearer and r.filler.to == "event")
            sites = (r for other in others for r in _sites(other, mentions))
            places = (replace(r, name="place", rule=f"{r.rule} of {bearer}") for r in sites)
            event = replace(event, roles=(*event.roles, *places))
        elif event.index in sat and not any(r.name == "place" for r in event.roles):
            event = replace(event, roles=(*event.roles, *sat[event.index]))
        done.append(event)
    return tuple(done)


def _sites(event: Event, mentions: tuple[Mention, ...]) -> Iterator[Role]:
    """Where an event is said to take place; the buildings and towns that an attack hits are where it does, too."""
    attack = ontology.is_a(event.kind, "Attack")
    for role in event.roles:
        target = attack and role.name == "patient" and role.filler.to == "mention"
        if role.name == "place" or (target and mentions[role.filler.index].kind in PLACES):
            yield role
