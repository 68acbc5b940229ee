"""Each saved query answers the hand-written graph with what that graph says."""

from pathlib import Path

import pytest
import rdflib

from kg.store.answers import Rows
from kg.store.graphs import open_graph
from kg.store.saved import saved_queries, saved_query
from kg.store.sparql import bind, parameters, with_prefixes

GRAPH = Path(__file__).parent / "graphs" / "affair.trig"

EXPECTED = {
    "articles": [("2024-03-14", "Un général assassiné", None, "fr", None, "affair.fr.txt")],
    "denied": [
        (
            "negated",
            "attaque de Tirna",
            "armée norvégienne",
            "Tirna",
            "Ilse Varga",
            "Selon elle, l'armée norvégienne n'a pas attaqué Tirna.",
        )
    ],
    "events-by-date": [
        ("2024-03-12", None, "Assassination", "assassinat de Marek Dolan", "Actual"),
        ("2024-06-30", "2024-06-30", "Delivery", "livraison de 40 drones à la Norvège", "Planned"),
    ],
    "figures": [("drones", "=", "40", "drone", "40 drones")],
    "forces": [("armée norvégienne", None, None), ("brigade Sorek", "belongs to", "Norvège")],
    "planned": [
        ("livraison de 40 drones à la Norvège", "Delivery", None, "drones", None, "2024-06-30", "Ilse Varga"),
    ],
    "where": [("Tirna", "41.5", "20.25", "assassinat de Marek Dolan", "Assassination", "2024-03-12")],
    "who-holds-office": [("Ilse Varga", "ministre", "Norvège", None)],
}


def rows(name: str, **values: str) -> list[tuple[str | None, ...]]:
    answer = open_graph(str(GRAPH)).query(bind(saved_query(name).sparql, values))
    assert isinstance(answer, Rows)
    return [tuple(None if term is None else term.value for term in row) for row in answer]  # type: ignore[union-attr]


@pytest.mark.parametrize("name", EXPECTED)
def test_answers(name: str) -> None:
    assert rows(name) == EXPECTED[name]


def test_who_did_what() -> None:
    assert [row[-1] for row in rows("who-did-what")] == ["annonce d'Ilse Varga", "assassinat de Marek Dolan"]
    (row,) = rows("who-did-what", about="sorek")
    expected = ("2024-03-12", "brigade Sorek", "Assassination", "Marek Dolan", "", "", "Tirna")
    assert row == (*expected, "assassinat de Marek Dolan")


def test_who_said_what_lists_sayings_and_what_stands_on_a_word() -> None:
    assert [row[:3] for row in rows("who-said-what")] == [
        ("Ilse Varga", "Attack", "attaque de Tirna"),
        ("Ilse Varga", "Announcement", "livraison de 40 drones à la Norvège"),
    ]
    assert rows("who-said-what", speaker="dolan") == []


def test_evidence_of_nodes_and_relations() -> None:
    assert {row[0] for row in rows("evidence", about="norvège")} == {
        "Norvège",
        "livraison de 40 drones à la Norvège",
        "brigade Sorek affiliatedWith Norvège",
    }


def test_dates_bound_the_events() -> None:
    since = "from"
    assert [row[0] for row in rows("events-by-date", **{since: "2024-04"})] == ["2024-06-30"]
    assert [row[0] for row in rows("events-by-date", to="2024-03")] == ["2024-03-12"]


@pytest.mark.parametrize("query", saved_queries(), ids=lambda q: q.name)
def test_each_is_documented_and_plain_sparql_that_another_engine_answers_alike(query: object) -> None:
    saved = saved_query(query.name)  # type: ignore[attr-defined]
    assert saved.title
    assert len(saved.description) > 20
    assert {name for name, _ in saved.parameters} == ({*parameters(saved.sparql)} & {name for name, _ in saved.parameters})
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(GRAPH, format="trig")
    theirs = dataset.query(with_prefixes(saved.sparql))
    ours = open_graph(str(GRAPH)).query(saved.sparql)
    assert isinstance(ours, Rows)
    assert len(list(ours)) == len(list(theirs))
