"""A toll told behind what happened has it for its cause, where one event alone can be meant."""

from __future__ import annotations

import pytest

from kg.model import Resolved, ResolvedEvent
from tests.resolve.test_coreference import read

CAUSED = [
    ("fr", "Une bombe a explosé lundi à Tunis. Douze personnes ont été tuées, selon la police.", "Killing", "Explosion"),
    ("fr", "Un incendie s'est déclaré à Lyon. Trois habitants sont morts.", "Death", "Fire"),
    ("fr", "Un car et un camion se sont percutés à Lyon. On compte huit blessés.", "Injury", "Accident"),
    ("en", "An earthquake struck Lima on Monday. At least 40 people died.", "Death", "Earthquake"),
    ("en", "Gunmen attacked a village in Nigeria. Twelve people were wounded.", "Injury", "Attack"),
]
APART = [
    ("fr", "Une bombe a explosé à Lima. En 2019, douze personnes avaient été tuées.", "another time"),
    ("fr", "Une bombe a explosé à Lima. Douze personnes avaient été tuées.", "told of before"),
    ("fr", "Une bombe a explosé à Lima. Douze personnes sont mortes à Tunis.", "another place"),
    ("fr", "Une bombe a explosé à Lima. Marek Dolan est mort.", "somebody named"),
    ("fr", "Une bombe a explosé à Lima et un train a déraillé à Tunis. Douze personnes sont mortes.", "two causes"),
    ("en", "The army denied that it attacked Lima. Twelve people were wounded.", "no fact"),
    ("en", "Gunmen attacked a village. Rain fell. Markets closed. Twelve people were wounded.", "too far"),
]


def causes(resolved: Resolved, kind: str) -> list[ResolvedEvent]:
    tolls = [event for event in resolved.events if event.kind == kind]
    return [
        resolved.events[role.filler.index]
        for toll in tolls
        for role in toll.roles
        if role.name == "cause" and role.filler.to == "event"
    ]


@pytest.mark.parametrize(("lang", "text", "toll", "cause"), CAUSED)
def test_a_toll_has_what_was_told_before_it_as_its_cause(lang: str, text: str, toll: str, cause: str) -> None:
    assert [event.kind for event in causes(read(lang, text)[1], toll)] == [cause]


@pytest.mark.parametrize(("lang", "text", "why"), APART)
def test_a_toll_that_may_be_of_something_else_has_no_cause(lang: str, text: str, why: str) -> None:
    resolved = read(lang, text)[1]
    assert not [cause for kind in ("Death", "Injury", "Killing") for cause in causes(resolved, kind)], why


def test_people_died_where_happened_what_killed_them() -> None:
    resolved = read("fr", "Un incendie s'est déclaré à Lyon. Trois habitants sont morts.")[1]
    (death,) = (event for event in resolved.events if event.kind == "Death")
    places = [resolved.entities[role.filler.index].label for role in death.roles if role.name == "place"]
    assert places == ["Lyon"]
