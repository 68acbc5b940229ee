"""Queries that are meant to hurt are stopped, their clients told, and nobody else waits."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.serve.conftest import filled
from tests.store.servers import kg_serve

LIMIT = 4.0  # seconds, as the endpoint is started
JOIN = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?s ?t ?u"
HEAVY = {
    "a count of everything by everything": f"SELECT (COUNT(*) AS ?n) {{ {JOIN} }}",
    "an order of all that": f"SELECT * {{ {JOIN} }} ORDER BY ?i ?a ?d",
    "groups of all that": f"SELECT ?a (GROUP_CONCAT(?x) AS ?y) {{ {JOIN} BIND(STR(?f) AS ?x) }} GROUP BY ?a",
    "distinct rows far on": f"SELECT DISTINCT * {{ {JOIN} }} OFFSET 1000000000000",
    "a filter that nothing passes": f"SELECT * {{ {JOIN} FILTER(CONCAT(STR(?a), STR(?d), STR(?g), STR(?s)) = 'x') }}",
    "paths without end": "SELECT (COUNT(*) AS ?n) { ?a (<x:a>|!<x:a>)* ?b . ?c (<x:a>|!<x:a>)* ?d . ?e !<x:a>* ?f }",
    "a nested absence": f"SELECT * {{ {JOIN} FILTER NOT EXISTS {{ ?j ?k ?l FILTER(STR(?j) != STR(?i)) }} }}",
    "all of it": f"SELECT * {{ {JOIN} }}",
    "triples of all that": f"CONSTRUCT {{ ?a ?e ?i . ?x ?b ?f }} WHERE {{ {JOIN} BIND(BNODE() AS ?x) }}",
    "braces too deep": "SELECT * " + "{" * 20_000 + "}" * 20_000,
    "a text that doubles": "SELECT (STRLEN(?v40) AS ?n) { BIND('xxxxxxxx' AS ?v0) "
    + " ".join(f"BIND(CONCAT(?v{i}, ?v{i}) AS ?v{i + 1})" for i in range(40))
    + " }",
    "a call to elsewhere": "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
}


def ask(endpoint: str, query: str) -> tuple[int, float]:
    started = time.monotonic()
    answer = httpx.post(endpoint, data={"query": query}, timeout=60)
    return answer.status_code, time.monotonic() - started


@pytest.mark.parametrize("name", HEAVY)
def test_each_is_stopped_with_an_error(endpoint: str, name: str) -> None:
    status, took = ask(endpoint, HEAVY[name])
    assert status in (400, 403, 413, 503)
    assert took < LIMIT + 3
    assert ask(endpoint, "ASK {}")[0] == 200


@pytest.fixture
def patient(tmp_path: Path) -> Iterator[str]:
    """A server that gives each query long enough for a light one to end on a busy machine."""
    with kg_serve(tmp_path, filled(tmp_path), "--time", "8") as address:
        yield address


def test_the_others_are_served_meanwhile(patient: str) -> None:
    heavy = [query for query in HEAVY.values() if query.startswith("SELECT")]
    with ThreadPoolExecutor(len(heavy)) as clients:
        attack = [clients.submit(ask, patient, query) for query in heavy]
        time.sleep(0.2)
        light = [ask(patient, "SELECT ?n { ?p a nkg:Person ; rdfs:label ?n }") for _ in range(20)]
        assert {status for status, _ in light} == {200}
        assert statistics.median(took for _, took in light) < 1
        assert max(took for _, took in light) < 8
        assert all(result.result()[0] in (400, 403, 413, 503) for result in attack)


def test_nobody_works_for_a_client_who_left(endpoint: str) -> None:
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(endpoint, data={"query": HEAVY["a count of everything by everything"]}, timeout=0.3)
    time.sleep(1)
    assert not [line for line in workers() if float(line.split()[0]) > 50]


def workers() -> list[str]:
    """Share of a processor and command line of each worker process, over its last moments."""
    first = {line.split()[0]: float(line.split()[1]) for line in _times()}
    time.sleep(0.5)
    return [
        f"{(float(seconds) - first[pid]) / 0.5 * 100} {command}"
        for pid, seconds, command in (line.split(maxsplit=2) for line in _times())
        if pid in first
    ]


def _times() -> list[str]:
    listing = subprocess.run(["ps", "-eo", "pid=,cputimes=,args="], capture_output=True, text=True, check=True).stdout
    return [line for line in listing.splitlines() if "kg.serve.worker" in line]
