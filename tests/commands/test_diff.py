from pathlib import Path

import pytest

from kg.commands import run

GRAPH = Path(__file__).parents[1] / "store" / "graphs" / "affair.trig"
ARTICLE = "https://w3id.org/newskg/data/affair"


def changed(tmp_path: Path, *replacements: tuple[str, str]) -> str:
    text = GRAPH.read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    (tmp_path / "changed.trig").write_text(text, encoding="utf-8")
    return str(tmp_path / "changed.trig")


def test_changes_are_told_as_facts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = changed(
        tmp_path,
        ("nkg:place nkgd:tirna ; ", ""),
        ('"Ilse Varga"@fr ; nkg:hold', '"Ilse Varga"@fr ; skos:altLabel "Mme Varga"@fr ; nkg:hold'),
        ("nkgd:sorek a nkg:Force", "nkgd:sorek a nkg:Organization"),
        ("nkg:affiliatedWith nkgd:norway", "nkg:opposes nkgd:norway"),
    )
    assert run(["diff", str(GRAPH), other]) == 0
    assert capsys.readouterr().out.splitlines() == [
        ARTICLE,
        '  - Force "brigade Sorek"',
        '  ~ Person "Ilse Varga"  ->  Person "Ilse Varga"; altLabel Mme Varga',
        '  ~ Assassination "assassinat de Marek Dolan"; place Tirna  ->  Assassination "assassinat de Marek Dolan"',
        "  - brigade Sorek affiliatedWith Norvège",
        '  + Organization "brigade Sorek"',
        "  + brigade Sorek opposes Norvège",
    ]


def test_other_identifiers_evidence_and_confidence_are_no_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = changed(tmp_path, ("nkgd:dolan", "nkgd:someone"), ("nkg:begin 3", "nkg:begin 4"), ("0.95", "0.5"))
    assert run(["diff", str(GRAPH), other]) == 0
    assert capsys.readouterr().out == "no difference\n"


def test_a_store_and_a_file_are_compared_alike(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(tmp_path / "store")
    for arguments in (["create", store], ["add", store, str(GRAPH), "--quiet"]):
        assert run(["store", *arguments]) == 0
    capsys.readouterr()
    assert run(["diff", store, str(GRAPH)]) == 0
    assert capsys.readouterr().out == "no difference\n"
    assert run(["store", "remove", store, "affair.fr.txt"]) == 0
    capsys.readouterr()
    assert run(["diff", store, str(GRAPH)]) == 0
    assert capsys.readouterr().out == f"{ARTICLE}\n  + the article\n"
