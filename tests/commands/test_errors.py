"""Every exit code of README's table is met; the message is one line that names the input."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.commands import run
from kg.errors import KgError

ROOT = Path(__file__).parents[2]
GRAPH = ROOT / "tests" / "store" / "graphs" / "affair.trig"
TEXT = "Le ministre norvégien Lars Brekke a rencontré mardi à Oslo le général Anton Dubrov."
QUERY = "SELECT * { ?s ?p ?o }"


def _damaged_store(place: Path) -> None:
    assert run(["store", "create", str(place / "store")]) == 0
    for file in (place / "store").rglob("CURRENT"):
        file.write_bytes(b"\x00junk")


def _broken_graph(place: Path) -> None:
    quads = GRAPH.read_text(encoding="utf-8")
    (place / "broken.trig").write_text(quads.replace("nkg:factuality nkg:Actual", "nkg:factuality nkg:Perhaps"))


def _nothing(place: Path) -> None:
    (place / "article.txt").write_text(TEXT, encoding="utf-8")


CASES: list[tuple[int, Callable[[Path], None], list[str], str]] = [
    (2, _nothing, ["build", "article.txt"], "where to?"),
    (3, _nothing, ["build", "missing.txt", "-o", "out.nq"], "missing.txt"),
    (4, _nothing, ["build", "article.txt", "-o", "out.nq", "--lang", "xx"], "xx"),
    (5, _nothing, ["build", "article.txt", "-o", "out.nq", "--model", "no_such_model"], "no_such_model"),
    (6, _nothing, ["export", str(GRAPH), "-o", "out.docx"], ".docx"),
    (7, _nothing, ["build", "http://127.0.0.1:1/a.html", "-o", "out.nq", "--allow-private"], "127.0.0.1:1"),
    (8, _nothing, ["query", str(GRAPH), "SELECT nonsense"], "line 1"),
    (9, _damaged_store, ["query", "store", QUERY], "store"),
    (9, _nothing, ["query", "http://127.0.0.1:1/query", QUERY], "127.0.0.1:1"),
    (10, _broken_graph, ["validate", "broken.trig"], "fault"),
    (10, _nothing, ["verify", str(GRAPH), "article.txt"], "fault"),
]


@pytest.mark.parametrize(("code", "prepare", "arguments", "words"), CASES)
def test_each_exit_code_has_its_reason_in_one_line(
    code: int,
    prepare: Callable[[Path], None],
    arguments: list[str],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    prepare(tmp_path)
    capsys.readouterr()
    assert run(arguments) == code
    error = capsys.readouterr().err
    assert error.startswith("kg: ")
    assert error.count("\n") == 1
    assert words in error


def test_the_readme_lists_the_codes_that_there_are() -> None:
    listed = set(map(int, re.findall(r"^\| (\d+) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)))
    assert listed == {0, KgError.exit_code, *(error.exit_code for error in KgError.__subclasses__())}
    assert {code for code, *_ in CASES} == listed - {0, 1}
