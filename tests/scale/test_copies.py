"""Copies cost no language model and stay sources: in files, in stores, with any number of processes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.commands import run
from kg.identity.facts import facts
from kg.identity.resolution import resolve
from kg.store.stores import opened

REPORT = (
    "Le général Ilar Dovan a été blessé mardi à Tirna par un groupe armé. Il a accusé trois soldats de trahison. "
    "Le ministre Marek Dolan a condamné cette attaque et promis une enquête. La ville de Sarn reste calme."
)
OTHER = "Le président Anton Dubrov a rencontré jeudi à Oslo la ministre Vesna Korr, qui a signé un accord avec lui."


def corpus(folder: Path, *records: tuple[str, str, str]) -> str:
    """JSON Lines of (name, publisher, text)."""
    lines = [
        json.dumps({"url": f"https://{name}.example/1", "publisher": who, "date": "2024-03-14", "lang": "fr", "text": text})
        for name, who, text in records
    ]
    (folder / "news.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(folder / "news.jsonl")


@pytest.fixture
def news(tmp_path: Path) -> str:
    return corpus(
        tmp_path,
        ("a", "Le Quotidien", REPORT),
        ("b", "La Gazette", OTHER),
        ("c", "Le Courrier", f"{REPORT}\n\n(avec agences)"),
        ("d", "Le Journal", REPORT),
    )


def built(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    capsys.readouterr()
    assert run(["build", *arguments, "--json"]) == 0
    summary: dict[str, object] = json.loads(capsys.readouterr().out)
    return summary


def test_a_copy_is_an_article_without_facts_that_leads_to_the_first(
    news: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    graph = tmp_path / "a.nq"
    summary = built(capsys, news, "-o", str(graph))
    assert (summary["articles"], summary["copies"]) == (4, 2)
    lines = graph.read_text(encoding="utf-8").splitlines()
    copied = [line.split() for line in lines if "copyOf" in line]
    (original,) = {line[2] for line in copied}
    assert {line[0] for line in copied} == {line[3] for line in copied}
    assert sum(line.endswith(f"{original} .") for line in lines) > 50
    for copy in (line[0] for line in copied):
        own = [line for line in lines if line.endswith(f"{copy} .")]
        assert any("schema.org/publisher" in line for line in own)
        assert not any("#Mention" in line or "#Person" in line for line in own)
    assert run(["validate", str(graph)]) == 0
    assert run(["verify", str(graph), news]) == 0


def test_the_same_bytes_with_two_processes(news: str, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        assert run(["build", news, "-o", str(tmp_path / f"{jobs}.nq"), "--jobs", jobs, "--quiet"]) == 0
    assert (tmp_path / "1.nq").read_bytes() == (tmp_path / "2.nq").read_bytes()


def test_copies_are_built_where_that_is_wished(news: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    summary = built(capsys, news, "-o", str(tmp_path / "a.nq"), "--copies")
    assert (summary["articles"], summary["copies"]) == (4, 0)
    assert b"copyOf" not in (tmp_path / "a.nq").read_bytes()


def test_without_copies_the_option_changes_nothing(tmp_path: Path) -> None:
    news = corpus(tmp_path, ("a", "Le Quotidien", REPORT), ("b", "La Gazette", OTHER))
    for name, more in (("1", []), ("2", ["--copies"])):
        assert run(["build", news, "-o", str(tmp_path / f"{name}.nq"), "--quiet", *more]) == 0
    assert (tmp_path / "1.nq").read_bytes() == (tmp_path / "2.nq").read_bytes()


def test_publishers_of_copies_count_but_not_as_independent(news: str, tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    assert run(["store", "create", store]) == 0
    assert run(["store", "add", store, news, "--quiet"]) == 0
    with opened(store, write=True) as opened_store:
        resolve(opened_store)
        injuries = [fact for fact in facts(opened_store.triples(), "Dovan") if "bless" in fact.fact]
    (injury,) = injuries
    assert injury.publishers == ("Le Courrier", "Le Journal", "Le Quotidien")
    assert len(injury.articles) == 3
    assert injury.independent == 1


def test_a_store_knows_its_copies(news: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(tmp_path / "store")
    assert run(["store", "create", store]) == 0
    for said in ("4 added", "4 unchanged"):
        assert run(["store", "add", store, news]) == 0
        assert capsys.readouterr().out.endswith(f"4 articles: {said}\n")
    first = json.loads(Path(news).read_text(encoding="utf-8").splitlines()[0])
    changed = {**first, "text": OTHER.replace("Oslo", "Lima")}
    lines = Path(news).read_text(encoding="utf-8").splitlines()
    Path(news).write_text("\n".join([json.dumps(changed), *lines[1:]]), encoding="utf-8")
    assert run(["store", "add", store, news]) == 0
    assert capsys.readouterr().out.endswith("4 articles: 3 replaced, 1 unchanged\n")  # who copied it stands for itself now
