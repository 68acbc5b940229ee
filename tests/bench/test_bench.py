"""The benchmark measures what it says, on texts of our own."""

from __future__ import annotations

import json
import time

import pytest

from kg.errors import InputError
from kg.evaluate.bench import adding, bench, corpus, long_article
from kg.evaluate.clock import Cost, alone, middle, peak_memory, run
from kg.model import Article

TEXTS = (
    "Le président Ilar Dovan a rencontré mardi à Tirna la ministre Vesna Korr.\n\nUn accord a été signé.",
    "L'armée de Morsk a bombardé lundi le port de Sarn. Au moins 12 soldats ont été blessés.\n\nUn accord a été signé.",
)
ARTICLES = [Article(f"essai-{i}", text, "fr", published="2024-03-14") for i, text in enumerate(TEXTS)]


def test_the_middle_of_several_runs_is_their_median() -> None:
    assert middle([Cost(1, 9), Cost(3, 7), Cost(8, 8)]) == Cost(3, 8)


def test_a_process_costs_what_it_works_not_what_it_sleeps() -> None:
    cost = run(["-c", "import time; time.sleep(0.5)"])
    assert cost.wall >= 0.5
    assert cost.cpu < 0.4


def test_memory_is_that_of_the_process_alone() -> None:
    held = bytearray(200 * 2**20)
    assert peak_memory() > len(held)
    assert alone(peak_memory) < len(held)


def test_both_sides_run_over_all_articles() -> None:
    started = time.process_time()
    found = corpus(ARTICLES, 1)
    assert 0 < found.bare.cpu < time.process_time() - started
    assert 0 < found.ours.cpu < time.process_time() - started
    assert found.ratio == pytest.approx(found.ours.cpu / found.bare.cpu)


def test_what_adding_costs_is_told_apart_from_the_model() -> None:
    found = adding(ARTICLES, 1)
    assert found.share == pytest.approx(1 - found.bare.cpu / found.ours.cpu)
    assert found.beside == pytest.approx(1 - found.model.cpu / found.ours.cpu)


def test_a_long_article_has_its_length_and_says_nothing_twice() -> None:
    article = long_article(ARTICLES, 20)
    assert len(article.text.split()) == 20
    assert long_article(ARTICLES, 1000).text.count("Un accord a été signé.") == 1


def test_no_article_no_benchmark(tmp_path) -> None:
    with pytest.raises(InputError):
        bench([str(tmp_path)])


def test_the_report_is_json(tmp_path) -> None:
    for article in ARTICLES:
        (tmp_path / f"{article.id}.txt").write_text(article.text, encoding="utf-8")
    report = json.loads(json.dumps(bench([str(tmp_path)], runs=1).as_dict()))
    assert report["articles"] == 2
    assert 0.5 < report["first"]["ratio"] < 1.3  # what the project promises
    assert all(memory > 50e6 for memory in report["memory"])
