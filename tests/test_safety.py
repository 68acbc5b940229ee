"""What attackers put into texts, files and graphs stays text: no code is run, no file is read, no formula, no other IRI."""

from __future__ import annotations

import ast
import csv
import io
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg.commands import run
from kg.graph import quads
from kg.read import ReadFailure, ReadOptions, read
from tests.documents import renamed

SOURCES = sorted(Path(kg.__file__).parent.rglob("*.py"))
UNSAFE_MODULES = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "code", "pty"}
UNSAFE_CALLS = {"eval", "exec", "compile", "__import__", "popen", "create_subprocess_shell", "getoutput"}


def called(node: ast.Call) -> str:
    """`f` for f(), `m.f` for m.f()."""
    return ast.unparse(node.func)


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(SOURCES[0].parent)))
def test_no_pickle_no_eval_no_shell(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert not UNSAFE_MODULES & {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert (node.module or "").partition(".")[0] not in UNSAFE_MODULES
        elif isinstance(node, ast.Call):
            name = called(node)
            assert name.rpartition(".")[2] not in UNSAFE_CALLS or name == "re.compile", name
            assert not [word for word in node.keywords if word.arg == "shell"], name
            assert name not in ("os.system", "yaml.load")


SECRET = "Le mot secret est carafe, dit le ministre au port de Tirna."
PAGES = {
    "page.xhtml": '<!DOCTYPE html [<!ENTITY e SYSTEM "{secret}">]>'
    '<html xmlns="http://www.w3.org/1999/xhtml" lang="fr"><body><article><p>{text}</p><p>&e;</p></article></body></html>',
    "feed.xml": '<!DOCTYPE rss [<!ENTITY e SYSTEM "{secret}">]><rss version="2.0"><channel><title>x</title>'
    "<item><title>{text}</title><description>&e;</description></item></channel></rss>",
    "include.html": '<html xmlns:xi="http://www.w3.org/2001/XInclude" lang="fr"><body><article><p>{text}</p>'
    '<xi:include href="{secret}" parse="text"/><iframe src="{secret}"></iframe></article></body></html>',
    "laughs.xml": '<!DOCTYPE rss [<!ENTITY a "carafe"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    '<rss version="2.0"><channel><title>x</title><item><title>&c;</title></item></channel></rss>',
}


@pytest.mark.parametrize("name", PAGES)
def test_markup_reads_no_file_and_expands_no_entity(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    text = "Le port de Tirna a rouvert mardi matin, a annoncé le gouvernement. " * 5
    page = tmp_path / name
    page.write_text(PAGES[name].format(secret=secret.as_uri(), text=text), encoding="utf-8")
    failures: list[ReadFailure] = []
    articles = list(read([str(page)], ReadOptions(lang="fr"), failures.append))
    assert articles or failures
    assert not any("carafe" in article.text for article in articles)


@pytest.mark.parametrize("ending", ["rdf", "jsonld"])
def test_graphs_read_no_file(ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text('{"carafe": "http://example.org/carafe"}', encoding="utf-8")
    evil = {
        "rdf": '<!DOCTYPE r [<!ENTITY e SYSTEM "%s">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="x:a"><x:b xmlns:x="x:">&e;</x:b></rdf:Description></rdf:RDF>',
        "jsonld": '{"@context": "%s", "@id": "x:a", "carafe": "b"}',
    }
    graph = tmp_path / f"graph.{ending}"
    graph.write_text(evil[ending] % secret.as_uri(), encoding="utf-8")
    run(["query", str(graph), "SELECT * { ?s ?p ?o }", "--format", "csv"])
    assert "carafe" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ['a> <x:b> "c', "a b\\u0020<>{}|^`", "../../etc/passwd", "\x00\x1f\x7f\u202e", "'; DROP ALL #"]
)
def test_iris_built_from_text_hold_no_more_than_they_should(name: str) -> None:
    for quad in quads(renamed(name)):
        for term in (quad.subject, quad.object, quad.graph_name):
            if isinstance(term, ox.NamedNode):
                assert re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\u202e]*", term.value), term
                assert "/../" not in term.value


@pytest.mark.parametrize("cell", ['=HYPERLINK("http://x")', "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"])
def test_answers_in_csv_hold_no_formula(cell: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    graph = tmp_path / "graph.nq"
    graph.write_text(f"<x:a> <x:b> {ox.Literal(cell)} .\n<x:a> <x:c> {ox.Literal(-5)} .\n", encoding="utf-8")
    target = tmp_path / "answer.csv"
    query = "SELECT ?o { ?s ?p ?o } ORDER BY ?p"
    assert run(["query", str(graph), query, "-o", str(target)]) == 0
    assert run(["query", str(graph), query, "--format", "csv"]) == 0
    assert target.read_bytes() == capfdbinary.readouterr().out
    rows = list(csv.reader(io.StringIO(target.read_bytes().decode(), newline="")))
    assert rows == [["o"], ["'" + cell], ["-5"]]
