"""kg view, and pages from the other commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.commands import run

AFFAIR = str(Path(__file__).parents[1] / "store" / "graphs" / "affair.trig")


def test_view_and_export_write_the_same_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["view", AFFAIR, "-o", str(tmp_path / "view.html")]) == 0
    assert "view.html (0." in capsys.readouterr().out
    assert run(["export", AFFAIR, "-o", str(tmp_path / "export.html")]) == 0
    assert (tmp_path / "view.html").read_bytes() == (tmp_path / "export.html").read_bytes()
    assert "Le général Marek Dolan a été assassiné" in (tmp_path / "view.html").read_text(encoding="utf-8")


def test_no_text(tmp_path: Path) -> None:
    assert run(["view", AFFAIR, "-o", str(tmp_path / "view.html"), "--no-text", "--quiet"]) == 0
    page = (tmp_path / "view.html").read_text(encoding="utf-8")
    assert "a été assassiné" not in page
    assert "général Marek Dolan" in page


def test_a_page_is_html(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["view", AFFAIR, "-o", str(tmp_path / "view.pdf")]) == 2
    assert "give FILE a name that ends in .html" in capsys.readouterr().err


def test_a_graph_without_facts_makes_an_empty_page(tmp_path: Path) -> None:
    (tmp_path / "empty.ttl").write_text("")
    assert run(["view", str(tmp_path / "empty.ttl"), "-o", str(tmp_path / "view.html"), "--quiet"]) == 0
