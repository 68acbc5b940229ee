"""Whom earlier events befell, and who tells of what follows from these: releases, denials, replacements, deaths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg import ontology
from kg.model import Event

JUDGED = ("Arrest", "Conviction", "Detention", "Execution", "Release", "Trial")
DEADLY = ("Death", "Killing", "Gathering")  # and burials, gatherings that are held for somebody
ATTACKING = ("Attack", "Killing")
STRIKING = (*ATTACKING, "Injury")  # whom these befall dies of it, or is brought to hospital
# Whom these befall denies it, before whoever does them.
ACCUSING = ("Accusation", "Charge", "Arrest", "Trial", "Investigation", "Detention")
PUNISHING = ("Dismissal", "Arrest", "Detention", "Conviction", "Charge", "Sanction", "Criticism", "Release")
UNSURE = frozenset({"Possible", "Negated"})
OF_PEOPLE = ("Appointment", "Dismissal", "Displacement", "Protection", "Pursuit", "SexualViolence")
CONFINING = ("Arrest", "Detention", "Execution", "HostageTaking")
SEIZING = ("Arrest", "Charge", "Detention")
HOLDING = ("Arrest", "Capture", "Detention", "HostageTaking")


@dataclass(frozen=True, slots=True)
class Fates:
    """The mentions of those whom earlier events befell, and the pronouns in what follows from these."""

    held: frozenset[int]
    captive: frozenset[int]
    freed: frozenset[int]
    judged: frozenset[int]
    dead: frozenset[int]
    attacking: frozenset[int]
    accused: frozenset[int]
    denying: frozenset[int]
    dismissed: frozenset[int]
    replaced: frozenset[int]
    punished: frozenset[int]
    dying: frozenset[int]
    struck: frozenset[int]
    offending: frozenset[int]
    personal: frozenset[int]
    killed: frozenset[int]
    seized: frozenset[int]

    @classmethod
    def of(cls, events: Sequence[Event]) -> Fates:
        """Those whom arrests, releases, deaths, accusations and dismissals befell, who attack, deny or are replaced.

        And all who must be people, as those are whom others arrest, hurt, meet or give something.
        """

        def those(role: str, *kinds: str, sure: bool = True) -> frozenset[int]:
            told = (e for e in events if ontology.is_among(e.kind, kinds) and not (sure and e.factuality in UNSURE))
            return frozenset(r.filler.index for e in told for r in e.roles if r.name == role and r.filler.to == "mention")

        return cls(
            those("patient", *HOLDING, "Conviction"),
            those("patient", *CONFINING, sure=False),  # "Le parquet a requis qu'il soit écroué": nobody locks up a body
            those("patient", "Release", sure=False),  # "a refusé sa libération": whoever is held
            those("patient", *JUDGED, sure=False),
            those("patient", *DEADLY, sure=False),  # "n'a pas confirmé sa mort": nobody tells of his own
            those("agent", *ATTACKING),
            those("patient", *ACCUSING),
            those("agent", "Denial"),
            those("patient", "Dismissal") | those("agent", "Resignation"),
            those("theme", "Appointment"),
            those("patient", *PUNISHING),
            those("patient", "Death"),
            those("patient", *STRIKING),
            those("agent", "Crime", sure=False),
            those("patient", *ACCUSING, *JUDGED, *HOLDING, *STRIKING, *OF_PEOPLE, sure=False)
            | those("agent", "Meeting", sure=False)
            | those("recipient", "Event", sure=False),
            those("patient", "Killing", "Death"),
            those("patient", *SEIZING, sure=False),
        )
