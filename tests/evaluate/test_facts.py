"""What a facts gold counts as found, detail by detail."""

from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.evaluate.facts import FactsScore, score
from kg.evaluate.gold import FactsGold
from tests.evaluate.graphs import view

GRAPH = view("""
:dolan a nkg:Person ; rdfs:label "Marek Dolan"@en ; skos:altLabel "Dolan"@en ; nkg:holdsPosition :minister .
:minister a nkg:Position ; rdfs:label "defence minister"@en ; nkg:positionIn :norvia .
:norvia a nkg:GeopoliticalEntity ; rdfs:label "Norvia"@en .
:army a nkg:Force ; rdfs:label "Sudovan army"@en .
:tanks a nkg:Artifact ; rdfs:label "tanks"@en .
:delivery a nkg:Delivery ; rdfs:label "delivery of tanks"@en ; nkg:agent :norvia ; nkg:theme :tanks ;
  nkg:recipient :army ; nkg:factuality nkg:Planned ; nkg:attributedTo :dolan ; nkg:quantity :forty ;
  sem:hasLatestEndTimeStamp "2024-12-31"^^xsd:date .
:forty nkg:value 40.0 ; nkg:unit "tank" ; nkg:comparator "~" .
:other a nkg:Person ; rdfs:label "Dolan Street"@en .
:raid a nkg:Airstrike ; rdfs:label "raid"@en ; nkg:cause :delivery ; sem:hasBeginTimeStamp "2024-03"^^xsd:gYearMonth .
""")


def scored(*facts: dict[str, Any]) -> FactsScore:
    numbered = tuple({"id": str(number), **fact} for number, fact in enumerate(facts))
    return score(FactsGold(Path("x.json"), "en", None, None, numbered), GRAPH)


def event(kind: str, core: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"kind": "event", "class": [kind], "core": core or {}, **more}


FOUND = [
    {"kind": "entity", "class": "nkg:Person", "names": ["nobody", "Dolan"]},
    {"kind": "entity", "class": "nkg:Organization", "names": ["the army"]},
    {"kind": "entity", "class": "nkg:Event", "names": ["delivery of tanks"]},
    {"kind": "same", "names": ["Marek Dolan", "DOLAN"]},
    {"kind": "relation", "p": ["nkg:holdsPosition"], "s": ["Dolan"], "o": ["minister"]},
    {"kind": "relation", "p": ["nkg:holdsPosition"], "s": ["Dolan"], "o": ["minister"], "positionIn": ["Norvia"]},
    {"kind": "relation", "p": ["nkg:holdsPosition"], "s": ["nkg:Person"], "o": ["nkg:Position"]},
    event("nkg:Delivery", {"nkg:agent": ["Norvia"], "nkg:agent|nkg:theme": [["Norvia"], ["tanks"]]}),
    event("nkg:Attack", {"nkg:cause": ["nkg:Delivery"]}),
    event("nkg:Transfer", {"nkg:participant": ["army"]}),
    {"kind": "absent", "fact": event("nkg:Delivery", must={"factuality": "nkg:Actual"})},
    {"kind": "absent", "fact": event("nkg:Delivery", {"nkg:agent": ["Sudovan army"]})},
]
MISSED = [
    {"kind": "entity", "class": "nkg:Organization", "names": ["Dolan"]},
    {"kind": "entity", "class": "nkg:Person", "names": ["Karel Dolan"]},
    {"kind": "same", "names": ["Dolan", "Dolan Street"]},
    {"kind": "relation", "p": ["nkg:holdsPosition"], "s": ["Dolan"], "o": ["minister"], "positionIn": ["Sudova"]},
    {"kind": "relation", "p": ["nkg:memberOf"], "s": ["Dolan"], "o": ["minister"]},
    event("nkg:Bombing"),
    event("nkg:Delivery", {"nkg:agent": [["Norvia"], ["army"]]}),
    {"kind": "absent", "fact": event("nkg:Delivery", must={"factuality": "nkg:Planned"})},
    {"kind": "absent", "fact": {"kind": "relation", "p": ["nkg:holdsPosition"], "s": ["Dolan"], "o": ["minister"]}},
]


@pytest.mark.parametrize("fact", FOUND)
def test_found(fact: dict[str, Any]) -> None:
    assert scored(fact).misses == []


@pytest.mark.parametrize("fact", MISSED)
def test_missed(fact: dict[str, Any]) -> None:
    assert [miss.kind for miss in scored(fact).misses] == [fact["kind"]]


@pytest.mark.parametrize(
    ("detail", "holds"),
    [
        ({"factuality": "nkg:Planned"}, True),
        ({"factuality": "nkg:Actual"}, False),
        ({"latest": "2024-12"}, True),
        ({"end": "2024-12-31"}, True),
        ({"time": "2024"}, False),
        ({"attributedTo": ["Dolan"]}, True),
        ({"attributedTo": ["Norvia"]}, False),
        ({"nkg:recipient": ["Sudovan army"]}, True),
        ({"quantity": {"value": 40, "unit": "tank", "comparator": "~"}}, True),
        ({"quantity": {"value": 40}}, True),
        ({"quantity": {"value": 41}}, False),
        ({"quantity": {"value": 40, "unit": "plane"}}, False),
        ({"quantity": {"value": 40, "comparator": "="}}, False),
    ],
)
def test_details(detail: dict[str, Any], holds: bool) -> None:
    result = scored(event("nkg:Delivery", extra=detail))
    assert result.by_kind == {"detail": (int(holds), 1), "event": (1, 1)}


def test_a_time_may_be_the_beginning_of_a_span() -> None:
    assert scored(event("nkg:Airstrike", extra={"time": "2024-03"})).misses == []


def test_details_of_an_event_that_was_missed_are_missed_too() -> None:
    result = scored(event("nkg:Bombing", extra={"time": "2024", "factuality": "nkg:Actual"}))
    assert [miss.id for miss in result.misses] == ["0", "0.time", "0.factuality"]
    assert (result.found, result.asked) == (0, 3)


def test_absent_facts_count_apart() -> None:
    result = scored(*FOUND, *MISSED)
    assert (result.found, result.asked, result.mistakes) == (10, 17, 2)
    assert result.share == 10 / 17


@pytest.mark.parametrize(
    "fact",
    [
        {"kind": "rumour"},
        {"kind": "entity", "class": "nkg:Person"},
        {"kind": "entity", "class": "wd:Q5", "names": ["Dolan"]},
        {"kind": "event", "class": ["nkg:Delivery"], "core": ["Norvia"]},
    ],
)
def test_a_malformed_fact_is_named(fact: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=r"x\.json|fact 0|gold uses"):
        scored(fact)
