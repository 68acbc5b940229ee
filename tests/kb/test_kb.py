"""Knowledge bases: names and identifiers of what is known outside the articles."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.commands import run
from kg.kb import KnowledgeBase, Known, load, write_tsv
from kg.kb.wikidata import read_dump
from kg.ontology import PREFIXES
from kg.store.graphs import load_file

WD = PREFIXES["wd"]
TABLE = """name\taliases\tkind\tidentifiers
Ilse Varga-Dolan\tIlse Varga|Dr Varga\tPerson\tQ9000001
Ligue des ports\tLDP\tOrganization\twd:Q9000002 https://example.org/ldp
Ligue des prairies\tLDP\tOrganization\tQ9000003
"""
ARTICLE = (
    "Oslo, le 3 mai 2024. La ministre norvégienne Ilse Varga a rencontré mardi à Oslo les dirigeants de la Ligue des ports. "
    "Ilse Varga a accusé la LDP de corruption."
)
SAME = """SELECT ?name ?also ?known WHERE { ?thing rdfs:label ?name ; owl:sameAs ?known .
  OPTIONAL { ?thing skos:altLabel ?also } FILTER(CONTAINS(STR(?known), "Q900000")) } ORDER BY ?name"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "known.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_name_means_one_thing_or_none() -> None:
    base = KnowledgeBase(
        [
            Known("Élodie Marchand", ("Elodie Marchand-Roy",), "Person", (WD + "Q1",)),
            Known("Union sud", ("US",), "Organization", (WD + "Q2",)),
            Known("Brigade Nord", (), "Force", (WD + "Q3",)),
        ]
    )
    names = {known.name for known in base.named("Person", "elodie marchand")}
    assert names == set()  # "elodie marchand" lacks the capitals of a name
    assert {k.name for k in base.named("Person", "Elodie Marchand")} == {"Élodie Marchand"}
    assert not base.named("Person", "Marchand")
    assert not base.named("Organization", "Elodie Marchand")
    assert not base.named("Organization", "us")
    assert {k.name for k in base.named("Organization", "US")} == {"Union sud"}
    assert {k.name for k in base.named("Organization", "brigade Nord")} == set()
    assert {k.name for k in base.named("Organization", "Brigade Nord")} == {"Brigade Nord"}


def test_entities_take_canonical_names_and_identifiers(table: Path, tmp_path: Path) -> None:
    article, graph = tmp_path / "rencontre.txt", tmp_path / "graph.trig"
    article.write_text(ARTICLE, encoding="utf-8")
    assert run(["build", str(article), "--kb", str(table), "-o", str(graph), "--quiet"]) == 0
    rows = {
        (row["name"].value, row["known"].value.removeprefix(WD))
        for row in load_file(graph).query(SAME, prefixes=dict(PREFIXES), use_default_graph_as_union=True)  # type: ignore[union-attr]
    }
    assert rows == {("Ilse Varga-Dolan", "Q9000001"), ("Ligue des ports", "Q9000002")}
    assert run(["verify", str(graph), str(article)]) == 0
    assert run(["validate", str(graph)]) == 0


def test_a_store_is_built_anew_where_the_knowledge_base_has_changed(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article, store = tmp_path / "rencontre.txt", str(tmp_path / "store")
    article.write_text(ARTICLE, encoding="utf-8")
    assert run(["store", "create", store]) == 0
    said = []
    for options in ([], ["--kb", str(table)], ["--kb", str(table)]):
        capsys.readouterr()
        assert run(["store", "add", store, str(article), *options]) == 0
        said.append(capsys.readouterr().out.strip().rpartition(" ")[2])
    assert said == ["added", "replaced", "unchanged"]


def test_turtle_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "known.ttl"
    path.write_text(
        "@prefix nkg: <https://w3id.org/newskg/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix wd: <http://www.wikidata.org/entity/> .\n"
        "<https://example.org/varga> a nkg:Person ; skos:prefLabel 'Ilse Varga-Dolan'@fr ; skos:altLabel 'Ilse Varga' ;\n"
        "  owl:sameAs wd:Q9000001 .\n<https://example.org/x> a owl:Thing ; skos:prefLabel 'X Y' .",
        encoding="utf-8",
    )
    (known,) = load(path).named("Person", "Ilse Varga")
    assert known == Known("Ilse Varga-Dolan", ("Ilse Varga",), "Person", ("https://example.org/varga", WD + "Q9000001"))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.tsv", "", "the first line must name the columns"),
        ("a.tsv", "name\taliases\tkind\tidentifiers\n", "no thing"),
        ("a.tsv", "name\taliases\tkind\tidentifiers\nA B\t\tPerson\t\n", "line 2: a name and an identifier"),
        ("a.tsv", "name\taliases\tkind\tidentifiers\nA B\t\tDragon\tQ1\n", "line 2: Dragon is no kind"),
        ("a.tsv", "name\taliases\tkind\tidentifiers\nA B\t\tPerson\tforty-two\n", "line 2: forty-two is no IRI"),
        ("a.tsv", "\udcff", "not a table in UTF-8"),
        ("a.ttl", "<a> <b>", "malformed RDF"),
        ("none.tsv", None, "can't be read"),
    ],
)
def test_a_faulty_knowledge_base_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str | None, words: str
) -> None:
    article, path = tmp_path / "rencontre.txt", tmp_path / name
    article.write_text(ARTICLE, encoding="utf-8")
    if content is not None:
        path.write_text(content, encoding="utf-8", errors="surrogateescape")
    assert run(["build", str(article), "--kb", str(path), "-o", str(tmp_path / "graph.nq")]) == 3
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


def item(number: int, classes: str = "Q5", **more: Any) -> dict[str, Any]:
    """An item as Wikidata's dumps have it."""
    claims = {"P31": [{"rank": "normal", "mainsnak": {"datavalue": {"value": {"id": each}}}} for each in classes.split()]}
    return {
        "type": "item",
        "id": f"Q{number}",
        "labels": {"fr": {"value": f"Nom {number}"}, "en": {"value": f"Name {number}"}},
        "aliases": {"en": [{"value": f"Alias {number}"}], "de": [{"value": "Anders"}]},
        "claims": claims,
        "sitelinks": {f"{lang}wiki": {} for lang in ("fr", "en")},
        **more,
    }


def town(number: int) -> dict[str, Any]:
    made = item(number, "Q515")
    made["claims"]["P1566"] = [{"rank": "normal", "mainsnak": {"datavalue": {"value": "2988507"}}}]
    return made


ITEMS = [
    item(1),
    item(2, "Q7278"),
    town(3),
    item(4, "Q999999999"),
    item(5, sitelinks={}),
    item(6, labels={}, aliases={}),
    {"type": "property", "id": "P31", "labels": {"fr": {"value": "nature"}}},
]


def dump(path: Path) -> Path:
    lines = ",\n".join(json.dumps(each) for each in ITEMS)
    content = f"[\n{lines}\n]\n".encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def test_a_dump_becomes_a_table_that_can_be_read(tmp_path: Path) -> None:
    things = list(read_dump(dump(tmp_path / "dump.json.gz"), ("fr", "en"), sitelinks=1))
    assert things == [
        Known("Nom 1", ("Name 1", "Alias 1"), "Person", (WD + "Q1",)),
        Known("Nom 2", ("Name 2", "Alias 2"), "Organization", (WD + "Q2",)),
        Known("Nom 3", ("Name 3", "Alias 3"), "GeopoliticalEntity", (WD + "Q3", "https://sws.geonames.org/2988507/")),
    ]
    table = io.BytesIO()
    assert write_tsv(things, table) == 3
    (tmp_path / "known.tsv").write_bytes(table.getvalue())
    assert load(tmp_path / "known.tsv").named("Person", "Alias 1") == {things[0]}


def test_the_command_picks_languages_and_kinds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, table = dump(tmp_path / "dump.json"), tmp_path / "known.tsv"
    assert run(["kb", "import", str(source), "-o", str(table), "--lang", "en", "--kind", "Person"]) == 0
    assert capsys.readouterr().out.endswith(": 2 things\n")
    assert table.read_text(encoding="utf-8").splitlines()[1] == f"Name 1\tAlias 1\tPerson\t{WD}Q1"
    assert run(["kb", "import", str(source), "-o", str(table), "--kind", "Dragon"]) == 2
    assert "--kind Dragon" in capsys.readouterr().err


@pytest.mark.parametrize(("content", "words"), [("[\n]\n", "no item"), ("[\n{,\n", "line 2: not JSON"), ("[1,\n", "line 1")])
def test_what_is_no_dump_leaves_no_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, words: str
) -> None:
    (tmp_path / "dump.json").write_text(content, encoding="utf-8")
    assert run(["kb", "import", str(tmp_path / "dump.json"), "-o", str(tmp_path / "known.tsv")]) == 3
    assert words in capsys.readouterr().err
    assert not (tmp_path / "known.tsv").exists()


def test_a_large_dump_needs_no_more_memory_than_a_small_one(tmp_path: Path) -> None:
    code = (
        "import sys; from kg.commands import run; from kg.evaluate.clock import peak_memory; "
        "run(['kb', 'import', sys.argv[1], '-o', sys.argv[2], '--quiet']); "
        "print(peak_memory())"
    )
    peaks = []
    for count in (10, 40_000):
        path = tmp_path / f"{count}.json"
        with path.open("w", encoding="utf-8") as file:
            file.write("[\n")
            file.writelines(json.dumps(item(number, padding="x" * 1000)) + ",\n" for number in range(count))
            file.write("]\n")
        done = subprocess.run(
            [sys.executable, "-c", code, str(path), str(tmp_path / "known.tsv")],
            capture_output=True, text=True, check=True, env=os.environ,
        )  # fmt: skip
        peaks.append(int(done.stdout))
    assert path.stat().st_size > 50_000_000
    assert peaks[1] < peaks[0] + 8_000_000
