"""`kg eval` and `kg lang check` as a user runs them."""

import json
from pathlib import Path

import pytest

from kg.commands import run
from tests.golden.builds import HERE as GOLDEN
from tests.golden.builds import graph

TEXT = "General Marek Dolan was killed in Tirna on Tuesday. The army denied that Ana Vidal had been arrested.\n"
FACTS = [
    {"id": "e1", "kind": "entity", "class": "nkg:Person", "names": ["Marek Dolan"]},
    {"id": "e2", "kind": "entity", "class": "nkg:Person", "names": ["Somebody Else"]},
    {"id": "v1", "kind": "event", "class": ["nkg:Killing"], "core": {}, "extra": {"time": "2024-03-12"}},
    {"id": "n1", "kind": "absent", "fact": {"kind": "event", "class": ["nkg:Earthquake"]}},
]
SPANS = {"lang": "en", "docs": {"one.txt": {"entities": [[8, 19, "Person", "1"], [34, 39, "Location", "2"]]}}}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text(TEXT)
    (tmp_path / "one.json").write_text(json.dumps({"lang": "en", "published": "2024-03-14", "facts": FACTS}))
    (tmp_path / "spans.json").write_text(json.dumps(SPANS))
    return tmp_path


def test_texts_beside_the_gold_are_built_and_scored(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", str(gold), "--misses", "5"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert " ".join(lines[0].split()) == "facts lang entity same relation event detail all found mistakes"
    assert " ".join(lines[2].split()) == "kg en 1/2 0/0 0/0 1/1 1/1 3/4 75.0% 0/1"
    assert any(line.startswith("kg") and "Person" in line and "1.000" in line for line in lines)
    assert lines[-1].startswith(f"miss {gold.name}/one e2:")


def test_baselines_stand_beside_it(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", str(gold), "--baselines", "--json"]) == 0
    systems = json.loads(capsys.readouterr().out)["systems"]
    assert [system["system"] for system in systems][:2] == ["kg", "spacy"]
    bare = systems[1]["facts"]["languages"]["en"]["by_kind"]
    assert bare["event"] == [0, 1]
    assert systems[1]["spans"][f"{gold.name}/spans"]["entity_f1"] > 0


def test_a_finished_graph_is_scored(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", str(GOLDEN / "en" / "spans.json"), "--graph", str(graph("en", 1)), "--json"]) == 0
    (system,) = json.loads(capsys.readouterr().out)["systems"]
    assert system["spans"]["en/spans"]["entity_f1"] > 0.4


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["eval", "nowhere.json"], 3, "nowhere.json: gold can't be read"),
        (["eval", "x.json", "--graph", "g.nq", "--baselines"], 2, "--graph scores a finished graph"),
        (["lang", "check", "xx"], 4, "no language data for 'xx'"),
        (["lang", "check", "--gaps", "nowhere.txt"], 3, "nowhere.txt"),
    ],
)
def test_what_makes_no_sense_is_told(
    arguments: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == code
    assert message in capsys.readouterr().err


def test_lang_check_fails_on_examples_that_are_no_known_gaps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gaps = tmp_path / "gaps.txt"
    gaps.write_text("en/Nothing#1\n")
    code = run(["lang", "check", "en", "--gaps", str(gaps), "--strike-off", "--json"])
    captured = capsys.readouterr()
    (report,) = json.loads(captured.out)["languages"]
    assert report["stale"] == ["en/Nothing#1"]
    assert gaps.read_text() == ""
    assert code == (10 if report["failing"] else 0)
    assert report["examples"] > 800
    assert report["malformed"] == report["wordless"] == report["untried"] == []
    assert {"word", "place"} <= set(report["unused"][0])
