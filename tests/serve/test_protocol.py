"""The SPARQL 1.1 Protocol as clients speak it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, SPARQLWrapper

from kg.store.answers import Rows
from kg.store.graphs import open_graph
from kg.store.saved import SavedQuery, saved_queries
from kg.store.sparql import with_prefixes
from tests.serve.conftest import GRAPH, filled
from tests.store.servers import kg_serve

PERSONS = "SELECT ?name { ?p a nkg:Person ; rdfs:label ?name } ORDER BY ?name"
UPDATE = "INSERT DATA { GRAPH <urn:x:g> { <urn:x:a> <urn:x:b> <urn:x:c> } }"


def texts(rows: Rows) -> list[tuple[str | None, ...]]:
    return sorted((tuple(None if term is None else term.value for term in row) for row in rows), key=str)  # type: ignore[union-attr]


@pytest.mark.parametrize("saved", saved_queries(), ids=lambda saved: saved.name)
def test_other_peoples_clients_get_what_kg_query_gets(endpoint: str, saved: SavedQuery) -> None:
    expected = open_graph(str(GRAPH)).query(saved.sparql)
    assert isinstance(expected, Rows)
    variables, rows = expected.variables, texts(expected)

    wrapper = SPARQLWrapper(endpoint)
    question = with_prefixes(saved.sparql)
    wrapper.setQuery(question)
    wrapper.setReturnFormat(JSON)
    bindings = wrapper.queryAndConvert()["results"]["bindings"]
    found = [tuple(binding.get(name, {}).get("value") for name in variables) for binding in bindings]
    assert sorted(found, key=str) == rows

    graph = rdflib.Graph(SPARQLStore(endpoint, method="POST"))
    theirs = [tuple(None if term is None else str(term) for term in row) for row in graph.query(question)]
    assert sorted(theirs, key=str) == rows


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.5, text/tab-separated-values;q=0.9", "text/tab-separated-values"),
        ("text/*", "text/csv"),
    ],
)
def test_the_three_ways_to_ask_in_the_type_that_is_accepted(endpoint: str, accept: str, media: str) -> None:
    headers = {"Accept": accept}
    answers = [
        httpx.get(endpoint, params={"query": PERSONS}, headers=headers),
        httpx.post(endpoint, data={"query": PERSONS}, headers=headers),
        httpx.post(endpoint, content=PERSONS, headers={**headers, "Content-Type": "application/sparql-query"}),
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.headers["Content-Type"].partition(";")[0] for answer in answers} == {media}
    assert len({answer.text for answer in answers}) == 1
    assert "Marek Dolan" in answers[0].text


def test_triples_in_the_type_that_is_accepted(endpoint: str) -> None:
    describe = {"query": "DESCRIBE nkgd:norway"}
    assert "Norvège" in httpx.get(endpoint, params=describe).text
    for accept, media in (("application/rdf+xml", "xml"), ("application/n-triples", "nt"), ("text/turtle", "turtle")):
        answer = httpx.get(endpoint, params=describe, headers={"Accept": accept})
        assert len(rdflib.Graph().parse(data=answer.text, format=media)) == 3


def test_a_chosen_dataset(endpoint: str) -> None:
    count = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
    for graph, expected in (("https://w3id.org/newskg/data/affair", "108"), ("urn:x:none", "0")):
        answer = httpx.get(endpoint, params={**count, "default-graph-uri": graph}, headers={"Accept": "text/csv"})
        assert answer.text.split() == ["n", expected]
    named = {"query": "ASK { GRAPH ?g { ?s ?p ?o } }", "named-graph-uri": "urn:x:none"}
    assert httpx.get(endpoint, params=named).json()["boolean"] is False


def test_one_graph(endpoint: str) -> None:
    store = endpoint.replace("/query", "/store")
    answer = httpx.get(store, params={"graph": "https://w3id.org/newskg/data/affair"})
    assert len(rdflib.Graph().parse(data=answer.text, format="turtle")) == 108
    assert httpx.head(store, params={"graph": "https://w3id.org/newskg/data/affair"}).text == ""
    assert httpx.get(store, params={"graph": "urn:x:none"}).status_code == 404
    assert httpx.get(store).status_code == 400


@pytest.mark.parametrize(
    ("status", "request_"),
    [
        (400, {"params": {"query": "SELECT ?x { ?x a }"}}),
        (400, {"params": {}}),
        (400, {"params": [("query", PERSONS), ("query", PERSONS)]}),
        (400, {"params": {"query": PERSONS, "default-graph-uri": "not an iri"}}),
        (403, {"params": {"query": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}}),
        (406, {"params": {"query": PERSONS}, "headers": {"Accept": "image/png"}}),
        (400, {"headers": {"Host": "attacker.example"}, "params": {"query": PERSONS}}),
    ],
)
def test_refused(endpoint: str, status: int, request_: dict[str, object]) -> None:
    assert httpx.get(endpoint, **request_).status_code == status  # type: ignore[arg-type]


def test_refused_bodies(endpoint: str) -> None:
    def status(content: bytes, kind: str) -> int:
        return httpx.post(endpoint, content=content, headers={"Content-Type": kind}).status_code

    assert status(b"ASK {}", "text/plain") == 415
    assert status(b"\xff\xfe", "application/sparql-query") == 400
    assert status(b"#" * (17 * 2**20) + b"\nASK {}", "application/sparql-query") == 413


def test_no_other_site_reads_answers(endpoint: str) -> None:
    answer = httpx.get(endpoint, params={"query": PERSONS}, headers={"Origin": "https://attacker.example"})
    assert "access-control-allow-origin" not in answer.headers


def test_read_only_unless_asked(endpoint: str) -> None:
    assert httpx.post(endpoint.replace("/query", "/update"), data={"update": UPDATE}).status_code == 403
    store = endpoint.replace("/query", "/store")
    assert httpx.put(store, params={"graph": "urn:x:g"}, content="").status_code == 403
    assert httpx.delete(store, params={"graph": "https://w3id.org/newskg/data/affair"}).status_code == 403


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("writable")
    options = ("--write", "--origin", "https://desk.example")
    with kg_serve(folder, filled(folder), *options, token="open sesame") as address:
        yield address.removesuffix("/query")


def test_writers_show_the_token(writable: str) -> None:
    for token, status in ((None, 401), ("wrong", 401), ("open sesame", 204)):
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        answer = httpx.post(f"{writable}/update", data={"update": UPDATE}, headers=headers)
        assert answer.status_code == status
    assert httpx.post(f"{writable}/query", data={"query": "ASK { <urn:x:a> ?p ?o }"}).json()["boolean"] is True


def test_graphs_are_put_extended_and_deleted(writable: str) -> None:
    headers = {"Authorization": "Bearer open sesame", "Content-Type": "text/turtle"}
    graph = {"graph": "urn:x:one"}

    def size() -> int:
        answer = httpx.get(f"{writable}/store", params=graph, headers={"Accept": "application/n-triples"})
        return len(answer.text.splitlines()) if answer.status_code == 200 else 0

    one, two = "<urn:x:a> <urn:x:b> 1 .", "<urn:x:a> <urn:x:b> 2 ."
    assert httpx.put(f"{writable}/store", params=graph, content=one, headers=headers).status_code == 204
    assert httpx.post(f"{writable}/store", params=graph, content=two, headers=headers).status_code == 204
    assert size() == 2
    assert httpx.put(f"{writable}/store", params=graph, content=two, headers=headers).status_code == 204
    assert size() == 1
    assert httpx.put(f"{writable}/store", params=graph, content="<urn:x:a> <", headers=headers).status_code == 400
    assert httpx.delete(f"{writable}/store", params=graph, headers=headers).status_code == 204
    assert httpx.delete(f"{writable}/store", params=graph, headers=headers).status_code == 404
    assert size() == 0


def test_updates_are_refused_what_queries_are(writable: str) -> None:
    headers = {"Authorization": "Bearer open sesame"}
    for update, status in (("LOAD <http://127.0.0.1:1/x.ttl>", 403), ("INSERT DATA {", 400), ("", 204)):
        answer = httpx.post(f"{writable}/update", data={"update": update}, headers=headers)
        assert answer.status_code == status, answer.text


def test_one_named_site_may_read_answers(writable: str) -> None:
    for origin, allowed in (("https://desk.example", "https://desk.example"), ("https://attacker.example", None)):
        answer = httpx.get(f"{writable}/query", params={"query": "ASK {}"}, headers={"Origin": origin})
        assert answer.headers.get("access-control-allow-origin") == allowed


def test_the_page_brings_everything_along_and_may_call_nobody(endpoint: str) -> None:
    site = endpoint.removesuffix("query")
    page = httpx.get(site)
    assert "connect-src 'self'" in page.headers["Content-Security-Policy"]
    assert "http" not in page.text
    for name in ("page.js", "page.css", "yasgui.min.js", "yasgui.min.css"):
        assert name in page.text
        assert httpx.get(site + name).status_code == 200
    assert {query["name"] for query in json.loads(httpx.get(site + "saved").text)} == {q.name for q in saved_queries()}
