import json
from pathlib import Path

import pytest

from kg.commands import run

GRAPH = Path(__file__).parents[1] / "store" / "graphs" / "affair.trig"


@pytest.fixture
def store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert run(["store", "create", str(tmp_path / "store")]) == 0
    capsys.readouterr()
    return str(tmp_path / "store")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(list(arguments)) == 0
    return capsys.readouterr().out


def complaint(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> str:
    assert run(list(arguments)) == code
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    return captured.err


def test_a_life(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "store", "add", store, str(GRAPH)) == f"{store}: 1 article: 1 added\n"
    assert said(capsys, "store", "add", store, str(GRAPH)) == f"{store}: 1 article: 1 unchanged\n"
    (line,) = json.loads(said(capsys, "store", "list", store, "--json"))
    assert line["title"] == "Un général assassiné"
    assert "2024-03-14  fr" in said(capsys, "store", "list", store)
    assert "1 article, 108 triples" in said(capsys, "store", "stats", store)
    assert json.loads(said(capsys, "store", "stats", store, "--json"))["triples"] == 108
    assert "Marek Dolan" in said(capsys, "query", store, "--saved", "who-did-what")
    said(capsys, "store", "backup", store, str(tmp_path / "copy"))
    said(capsys, "store", "compact", store)
    assert said(capsys, "store", "remove", store, "affair.fr.txt") == "removed https://w3id.org/newskg/data/affair\n"
    assert "0 articles, 0 triples" in said(capsys, "store", "stats", store)
    assert "1 article, 108 triples" in said(capsys, "store", "stats", str(tmp_path / "copy"))


def test_nothing_of_a_malformed_file_is_added(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.trig"
    broken.write_text(GRAPH.read_text(encoding="utf-8") + "nkgd:other { nkgd:x nkgd:y }", encoding="utf-8")
    assert "broken.trig: malformed RDF" in complaint(capsys, 3, "store", "add", store, str(broken))
    assert "0 articles" in said(capsys, "store", "stats", store)


def test_graphs_without_names(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = tmp_path / "one.ttl"
    one.write_text("<urn:x:one> a <https://schema.org/NewsArticle> . <urn:x:ana> a <urn:x:Person> .")
    assert "1 added" in said(capsys, "store", "add", store, str(one))
    assert "urn:x:one" in said(capsys, "store", "list", store)
    none = tmp_path / "none.ttl"
    none.write_text("<urn:x:ana> a <urn:x:Person> .")
    assert "holds 0 articles" in complaint(capsys, 3, "store", "add", store, str(none))
    mixed = tmp_path / "mixed.nq"
    mixed.write_text("<urn:x:a> <urn:x:b> <urn:x:c> <urn:x:g> .\n<urn:x:a> <urn:x:b> <urn:x:c> .\n")
    assert "outside of any article" in complaint(capsys, 3, "store", "add", store, str(mixed))


def test_a_graph_in_pieces_is_put_together(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f'<urn:x:a> <urn:x:b> "{number}" <urn:x:g{number % 2}> .' for number in range(6)]
    (tmp_path / "pieces.nq").write_text("\n".join(lines) + "\n")
    assert "2 articles: 2 added" in said(capsys, "store", "add", store, str(tmp_path / "pieces.nq"))
    assert "6 triples" in said(capsys, "store", "stats", store)


def test_what_is_no_store(tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "kg store create" in complaint(capsys, 3, "store", "list", str(tmp_path / "nothing"))
    assert "is a store already" in complaint(capsys, 9, "store", "create", store)
    assert "no such article" in complaint(capsys, 3, "store", "remove", store, "nothing.txt")
    assert "can't be reached" in complaint(capsys, 9, "store", "list", "http://127.0.0.1:1/query")
    assert "made on the server" in complaint(capsys, 9, "store", "create", "http://127.0.0.1:1/query")
