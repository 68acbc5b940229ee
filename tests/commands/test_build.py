import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.commands import run

ROOT = Path(__file__).parents[2]
ARTICLE = (
    "Oslo, le 3 mai 2024. Le ministre norvégien Lars Brekke a rencontré mardi à Oslo le général Anton Dubrov. "
    "Ils ont signé un accord."
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "rencontre.fr.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def complaint(capsys: pytest.CaptureFixture[str], code: int, *arguments: str | Path) -> str:
    assert run([str(argument) for argument in arguments]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("kg: ")
    assert captured.err.count("\n") == 1
    return captured.err


def test_a_build_says_what_it_found_and_where_it_went(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", str(article), "-o", str(tmp_path / "a.trig"), "-o", str(tmp_path / "a.nq")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1 article read with fr_core_news_")
    assert "entities: " in lines[1]
    assert lines[-2:] == [f"  -> {tmp_path / 'a.trig'}", f"  -> {tmp_path / 'a.nq'}"]
    assert run(["verify", str(tmp_path / "a.trig"), str(article)]) == 0
    assert run(["validate", str(tmp_path / "a.nq")]) == 0
    assert run(["info", str(tmp_path / "a.nq"), "--json"]) == 0


def test_a_build_for_programs_from_standard_input(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "cli.py"), "build", "-", "-o", str(tmp_path / "a.ttl"), "--json"]
    done = subprocess.run(command, input=ARTICLE, capture_output=True, text=True, check=True)
    summary = json.loads(done.stdout)
    assert done.stderr == ""
    assert summary["articles"] == 1
    assert summary["entities"]["Person"] >= 1
    assert summary["outputs"] == [str(tmp_path / "a.ttl")]


def test_what_cannot_be_read_is_passed_over_and_named(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (article.parent / "empty.txt").write_text("")
    assert run(["build", str(article.parent), "-o", str(tmp_path / "a.nt"), "--quiet"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("kg: passed over: ")
    assert "empty.txt" in captured.err
    assert captured.err.count("\n") == 1
    assert "empty.txt" in complaint(capsys, 3, "build", article.parent, "-o", tmp_path / "b.nt", "--strict")
    assert not (tmp_path / "b.nt").exists()


def test_into_a_store_only_what_is_not_there_yet(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(tmp_path / "store")
    assert run(["store", "create", store]) == 0
    for again, said in ((False, "1 added"), (True, "1 unchanged")):
        assert run(["build", str(article), "--store", store, *(["--again"] if again else [])]) == 0
        assert capsys.readouterr().out.endswith(f"{store}: 1 article: {said}\n")
    article.write_text(ARTICLE.replace("accord", "traité"), encoding="utf-8")
    assert run(["store", "add", store, str(article)]) == 0
    assert capsys.readouterr().out == f"{store}: 1 article: 1 replaced\n"
    assert run(["build", str(article), "--store", store, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["store"] == {"unchanged": 1}


@pytest.mark.parametrize(
    ("code", "words", "arguments"),
    [
        (2, "where to?", ["ARTICLE"]),
        (2, "give one", ["ARTICLE", "-o", "OUT", "--store", "STORE"]),
        (2, "not an ISO 8601 date", ["ARTICLE", "-o", "OUT", "--date", "gestern"]),
        (2, "two-letter code", ["ARTICLE", "-o", "OUT", "--lang", "French"]),
        (2, "Missing argument", ["-o", "OUT"]),
        (3, "empty", ["EMPTY", "-o", "OUT"]),
        (3, "junk.txt", ["JUNK", "-o", "OUT"]),
        (3, "missing.txt", ["missing.txt", "-o", "OUT"]),
        (3, "kg store create", ["ARTICLE", "--store", "nowhere"]),
        (4, "xx", ["ARTICLE", "-o", "OUT", "--lang", "xx"]),
        (5, "no_such_model", ["ARTICLE", "-o", "OUT", "--model", "no_such_model"]),
        (6, ".docx", ["ARTICLE", "-o", "graph.docx"]),
        (6, "nowhere", ["ARTICLE", "-o", "nowhere/graph.ttl"]),
        (7, "127.0.0.1:1", ["http://127.0.0.1:1/story.html", "-o", "OUT", "--allow-private"]),
        (7, "127.0.0.1:1", ["http://127.0.0.1:1/story.html", "-o", "OUT"]),
    ],
)
def test_each_failure_is_one_line_and_leaves_nothing(
    article: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    words: str,
    arguments: list[str],
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "junk.txt").write_bytes(bytes(range(256)) * 40)
    monkeypatch.chdir(tmp_path)
    places = {"ARTICLE": str(article), "EMPTY": "empty.txt", "JUNK": "junk.txt", "OUT": "out.ttl", "STORE": "store"}
    assert words in complaint(capsys, code, "build", *(places.get(argument, argument) for argument in arguments))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.txt", "junk.txt", "rencontre.fr.txt"]
