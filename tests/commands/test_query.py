import json
import os
import re
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.commands import run
from tests.browser.graphs import store

ROOT = Path(__file__).parents[2]
GRAPH = str(Path(__file__).parents[1] / "store" / "graphs" / "affair.trig")
PERSONS = "SELECT ?name { ?p a nkg:Person ; rdfs:label ?name } ORDER BY ?name"


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["query", *arguments]) == 0, capsys.readouterr().err
    return capsys.readouterr().out


def complaint(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> str:
    assert run(list(arguments)) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("kg: ")
    assert captured.err.count("\n") == 1
    return captured.err


def test_table_is_plain_lines_where_no_person_looks(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, GRAPH, PERSONS) == "name\n-----------\nIlse Varga\nMarek Dolan\n"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("csv", "name\r\nIlse Varga\r\nMarek Dolan\r\n"),
        ("tsv", '?name\n"Ilse Varga"@fr\n"Marek Dolan"@fr\n'),
    ],
)
def test_rows_in_standard_formats(capfdbinary: pytest.CaptureFixture[bytes], form: str, expected: str) -> None:
    assert run(["query", GRAPH, PERSONS, "--format", form]) == 0
    assert capfdbinary.readouterr().out.decode() == expected


def test_json_and_xml_and_rdf_go_to_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer(capsys, GRAPH, PERSONS, "-o", str(tmp_path / "a.json"))
    bindings = json.loads((tmp_path / "a.json").read_text())["results"]["bindings"]
    assert [b["name"]["value"] for b in bindings] == ["Ilse Varga", "Marek Dolan"]
    answer(capsys, GRAPH, PERSONS, "-o", str(tmp_path / "a.xml"))
    assert b'<literal xml:lang="fr">Marek Dolan</literal>' in (tmp_path / "a.xml").read_bytes()
    answer(capsys, GRAPH, "CONSTRUCT { ?p a foaf:Person } { ?p a nkg:Person }", "-o", str(tmp_path / "a.nt"))
    assert (tmp_path / "a.nt").read_text().count("<http://xmlns.com/foaf/0.1/Person> .\n") == 2


def test_construct_answers_in_turtle_and_ask_in_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["query", GRAPH, "DESCRIBE nkgd:norway"]) == 0
    assert "nkgd:norway a nkg:GeopoliticalEntity" in capfd.readouterr().out
    assert run(["query", GRAPH, "ASK { ?e a nkg:Assassination }"]) == 0
    assert capfd.readouterr().out == "yes\n"


def test_a_query_declares_its_own_prefixes_as_it_likes(capsys: pytest.CaptureFixture[str]) -> None:
    own = "PREFIX nkg: <http://example.org/> ASK { ?p a nkg:Person }"
    assert answer(capsys, GRAPH, own) == "no\n"


def test_a_hundred_thousand_triples_are_asked_at_once_without_a_language_model(tmp_path: Path) -> None:
    path = tmp_path / "large.nq"
    with path.open("wb") as file:
        ox.serialize(islice(store(20_000), 100_000), file, ox.RdfFormat.N_QUADS)
    command = [sys.executable, "-X", "importtime", str(ROOT / "cli.py"), "query", str(path), PERSONS]
    before = os.times()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    after = os.times()  # of the processor, so that a busy machine fails nothing
    assert len(done.stdout.splitlines()) > 100
    assert after.children_user + after.children_system - before.children_user - before.children_system < 1.5
    assert not re.search(r"\| +(spacy|rdflib)\b", done.stderr)


def test_the_readmes_queries_have_answers(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    queries = re.findall(r"```sparql\n(.*?)```", readme, re.DOTALL)
    assert len(queries) == 3
    for query in queries:
        assert len(answer(capsys, GRAPH, query).splitlines()) > 2


def test_named_graphs_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert "nkgd:affair" in answer(capsys, GRAPH, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")


def test_a_parameter_is_a_value_and_never_syntax(capsys: pytest.CaptureFixture[str]) -> None:
    attack = 'x") } } DELETE { ?s ?p ?o } #'
    assert run(["query", GRAPH, "--saved", "who-did-what", "--param", f"about={attack}"]) == 0
    assert capsys.readouterr().out == ""
    assert "Marek Dolan" in answer(capsys, GRAPH, "--saved", "who-did-what", "--param", "about=DOLAN")
    assert "Varga" not in answer(capsys, GRAPH, "--saved", "who-did-what", "--param", "about=DOLAN")
    assert "Marek" in answer(capsys, GRAPH, "--saved", "names", "-p", "kind=nkg:Person")


def test_a_saved_query_says_when_there_is_more(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["query", GRAPH, "--saved", "names", "--limit", "3"]) == 0
    cut = capsys.readouterr()
    assert len(cut.out.splitlines()) == 2 + 3
    assert cut.err.startswith("kg: only 3 are shown")
    for limit in ("8", "0", "500"):
        assert run(["query", GRAPH, "--saved", "names", "--limit", limit]) == 0
        assert capsys.readouterr().err == ""


def test_terminal_escapes_in_the_text_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in answer(capsys, GRAPH, r'SELECT ("\u001B[31mred\u202E" AS ?x) {}')


@pytest.mark.parametrize(
    ("sparql", "words"),
    [
        ("SELECT ?x\nWHERE { ?x a }", "line 2, column 15: the query ends too early, or something before"),
        ("SELECT ?x {\n ?x a foo:Bar }", "line 2, column 14: the prefix foo: is not declared"),
        ("SELECT ?x { ?x a nkg:Person", "the query ends too early"),
        ("", "the query ends too early"),
    ],
)
def test_malformed_sparql_is_told_with_its_place(capsys: pytest.CaptureFixture[str], sparql: str, words: str) -> None:
    assert words in complaint(capsys, 8, "query", GRAPH, sparql)


def test_what_cannot_be_opened_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "nowhere.ttl: no such" in complaint(capsys, 3, "query", "nowhere.ttl", PERSONS)
    (tmp_path / "broken.ttl").write_text("<a> <b> .\n")
    assert "broken.ttl: malformed RDF" in complaint(capsys, 3, "query", str(tmp_path / "broken.ttl"), PERSONS)
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    assert "not a kind of RDF file" in complaint(capsys, 3, "query", str(tmp_path / "photo.png"), PERSONS)
    unwritable = str(tmp_path / "missing" / "a.csv")
    assert "can't be written" in complaint(capsys, 6, "query", GRAPH, PERSONS, "-o", unwritable)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        (GRAPH,),
        (GRAPH, PERSONS, "--saved", "figures"),
        (GRAPH, "--saved", "nonsense"),
        (GRAPH, "--saved", "figures", "-p", "about=x"),
        (GRAPH, "--saved", "who-did-what", "-p", "about"),
        (GRAPH, PERSONS, "--format", "docx"),
        (GRAPH, PERSONS, "--format", "ttl"),
        (GRAPH, "DESCRIBE nkgd:norway", "--format", "csv"),
        (GRAPH, PERSONS, "--nonsense"),
    ],
)
def test_arguments_that_make_no_sense(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    complaint(capsys, 2, "query", *arguments)
