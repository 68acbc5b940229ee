"""Who kills where an attack does, and whom one condemns with an attack.

"Israeli strikes killed 30 people" tells the agent of the killing too; who resumes air strikes bombs; who condemns the attack
by X criticizes X.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from kg import ontology
from kg.extract.nounarguments import NOMINAL_DEPS
from kg.extract.syntax import Tree
from kg.lang import Language
from kg.model import CLAIMANT, Event, Mention, Ref, Role

HARM = ("Killing", "Injury")
PHASES = ("Beginning", "Continuation", "Change")  # who begins an attack carries it out; who ends one may be another
ENDS = "Ending"
FIGHTS = ("Conflict", "MilitaryActivity", "LabourStrike", "Protest")
VISIT, PUT_OFF = "Visit", "Change"  # who begins a visit pays it; who puts one off may be the host
CONFIDENCE = 0.7
CARRIED = "support verb"
MODIFIERS = ("adj", "compound")  # "an Israeli strike", "a Hamas attack"
BLAMED = ("patient", "topic")  # where a criticism has what it condemns
SPEAKS = "spokespersonFor"
PEOPLE = frozenset({"Person", "Group"})


def with_culprits(events: tuple[Event, ...], mentions: tuple[Mention, ...]) -> tuple[Event, ...]:
    """The events, each killing or injury without an agent with that of the attack that caused it."""
    return tuple(
        replace(event, roles=(*event.roles, *_culprits(event, events, mentions)))
        if ontology.is_among(event.kind, HARM) and not any(r.name == "agent" for r in event.roles)
        else event
        for event in events
    )


def with_claimants(
    events: tuple[Event, ...], avowals: Container[int], spokesmen: Mapping[int, int | None]
) -> tuple[Event, ...]:
    """The events, each act of violence without an agent with who claims it; `avowals` are the events of claiming.

    Spokesmen claim it for the body that they speak for, if it is told.
    """
    claimed: dict[int, list[Role]] = {}
    for claim in events:
        if claim.index in avowals and claim.factuality == "Actual":
            agents = [r for r in claim.roles if r.name == "agent" and r.filler.to == "mention"]
            bodies = [spokesmen.get(r.filler.index, r.filler.index) for r in agents]
            agents = [replace(r, filler=Ref("mention", b)) for r, b in zip(agents, bodies, strict=True) if b is not None]
            for topic in claim.roles:
                if topic.name == "topic" and topic.filler.to == "event":
                    claimed.setdefault(topic.filler.index, []).extend(agents)
    return tuple(
        replace(event, roles=(*event.roles, *(Role("agent", a.filler, CLAIMANT, CONFIDENCE) for a in claimed[event.index])))
        if event.index in claimed and _is_violence_of_nobody(event)
        else event
        for event in events
    )


def spokesmen_in(
    tree: Tree, language: Language, mentions: tuple[Mention, ...], at: Mapping[int, int]
) -> dict[int, int | None]:
    """Those who speak for others, by mention, with the body, if it is named: "un porte-parole des talibans, X", "Hamas
    spokesman X"."""
    found: dict[int, int | None] = {}
    for mention in mentions:
        token = tree.tokens[mention.head]
        nouns = (mention.head, token.head, *tree.dependents(mention.head, "appos", "compound"))
        for noun in nouns if mention.form != "pronoun" else ():
            title = language.titles.get(tree.lemmas[noun])
            beside = noun != token.head or token.dep == "appos"
            if title is not None and title.relation == SPEAKS and beside and tree.tokens[noun].pos == "NOUN":
                kids = (*tree.dependents(noun, "nmod"), *tree.dependents(noun, "nmod:poss", "compound"))
                found[mention.index] = next((at[k] for k in kids if k in at), None)
                break
    return found


def _is_violence_of_nobody(event: Event) -> bool:
    return ontology.is_a(event.kind, "Conflict") and not any(role.name == "agent" for role in event.roles)


def _culprits(harm: Event, events: tuple[Event, ...], mentions: tuple[Mention, ...]) -> Iterator[Role]:
    """The agents of attacks that do the harm; of those that it only happens in, whom "by" or an adjective names.

    "Two militants died in their attack on the base" were killed by others; "killed in an Israeli strike" tells by whom.
    """
    victims = {role.filler for role in harm.roles if role.name == "patient"}
    for cause in harm.roles:
        attack = events[cause.filler.index] if cause.name == "cause" and cause.filler.to == "event" else harm
        if not ontology.is_a(attack.kind, "Attack") or attack.factuality != harm.factuality:
            continue  # "a suspected US strike killed ten"
        for agent in attack.roles:
            named = agent.name == "agent" and agent.filler.to == "mention" and agent.filler not in victims
            sure = cause.rule.startswith("subject") or agent.rule.partition(":")[0] in NOMINAL_DEPS
            sure = sure or agent.rule.startswith(CARRIED)  # "killed in a raid conducted by X"
            sure = sure or agent.rule == CLAIMANT or agent.rule in MODIFIERS
            if named and sure and mentions[agent.filler.index].form != "pronoun":
                yield Role("agent", agent.filler, "agent of cause", CONFIDENCE)


def with_fighters(tree: Tree, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, each fight, strike or visit without an agent with who begins it, goes on with it, or ceases it."""
    doers: dict[int, list[Role]] = {}
    for phase in events:
        if phase.kind in PHASES or (phase.kind == ENDS and tree.lemmas[phase.trigger] in tree.grammar.desisting):
            agents = [r for r in phase.roles if r.name == "agent" and r.filler.to == "mention"]
            for theme in phase.roles:
                put_off = phase.kind == PUT_OFF and theme.filler.to == "event" and events[theme.filler.index].kind == VISIT
                if theme.name == "theme" and theme.filler.to == "event" and not put_off:
                    doers.setdefault(theme.filler.index, []).extend(agents)
    return tuple(
        replace(event, roles=(*event.roles, *_fighters(event, doers[event.index]))) if event.index in doers else event
        for event in events
    )


def _fighters(fight: Event, doers: list[Role]) -> Iterator[Role]:
    others = {role.filler for role in fight.roles}
    if ontology.is_among(fight.kind, (*FIGHTS, VISIT)) and not any(r.name == "agent" for r in fight.roles):
        for doer in doers:
            if doer.filler not in others:
                yield Role("agent", doer.filler, "agent of phase", CONFIDENCE)


def with_condemned(events: tuple[Event, ...], mentions: tuple[Mention, ...]) -> tuple[Event, ...]:
    """The events, each criticism of an act of violence with those who are said to have committed it."""
    return tuple(
        replace(event, roles=(*event.roles, *_condemned(event, events, mentions)))
        if ontology.is_a(event.kind, "Criticism")
        else event
        for event in events
    )


def _condemned(criticism: Event, events: tuple[Event, ...], mentions: tuple[Mention, ...]) -> Iterator[Role]:
    known = {role.filler for role in criticism.roles}
    blamed_ones = (r.filler.index for r in criticism.roles if r.name == "patient" and r.filler.to == "mention")
    if any(mentions[one].kind in PEOPLE for one in blamed_ones):
        return  # "criticised the general for the killing of X by his soldiers"
    for blamed in criticism.roles:
        act = events[blamed.filler.index] if blamed.filler.to == "event" and blamed.name in BLAMED else None
        if act is None or not ontology.is_a(act.kind, "Conflict"):
            continue
        for agent in act.roles:
            told = agent.name == "agent" and agent.filler.to == "mention" and agent.filler not in known
            if told and mentions[agent.filler.index].form != "pronoun":
                known.add(agent.filler)
                yield Role("patient", agent.filler, "agent of what is condemned", CONFIDENCE)
