"""Whole runs and peers are measured as they are said to be."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks.report import page
from kg.evaluate.bench import Adding, BenchReport, Comparison, SizeCost
from kg.evaluate.clock import Cost, alone
from kg.evaluate.growth import Growth, RunCost, growth_of, run_and_peak, whole_run, write_corpus
from kg.evaluate.peers import Peer, ours, peers
from tests.bench.test_bench import ARTICLES


def test_a_corpus_has_its_size_and_no_two_articles_alike(tmp_path: Path) -> None:
    write_corpus(ARTICLES, tmp_path / "a.jsonl", 30)
    write_corpus(ARTICLES, tmp_path / "b.jsonl", 30)
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()
    texts = [json.loads(line)["text"] for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(texts) == 30


def test_the_largest_process_is_that_of_the_run(tmp_path: Path) -> None:
    cost, memory = alone(run_and_peak, ["-c", "x = bytearray(300 * 2**20)"])
    assert memory > 300 * 2**20
    assert cost.wall > 0


def test_a_whole_run_counts_the_processes_that_it_starts(tmp_path: Path) -> None:
    write_corpus(ARTICLES, tmp_path / "20.jsonl", 20)
    found = whole_run(tmp_path, 20, 2, "fr")
    assert found.cpu > 2 * 0.5  # each of two processes loads the model
    assert found.memory > 100e6


def test_starts_are_left_out_of_what_an_article_costs() -> None:
    found = [
        RunCost(count, jobs, start + count * wall, start + count * cpu, 1)
        for jobs, start, wall, cpu in ((0, 5.0, 0.02, 0.02), (1, 6.0, 0.025, 0.025), (2, 7.0, 0.0125, 0.025))
        for count in (100, 1000)
    ]
    grown = growth_of([*found, RunCost(10_000, 2, 150.0, 7.0 + 25.0 + 9000 * 0.03, 1)])
    assert grown.speed == pytest.approx(0.8)
    assert grown.two_processes == pytest.approx(2.0)
    assert grown.growth == pytest.approx(1.2)


def test_a_program_of_another_environment_is_measured_by_itself(tmp_path: Path) -> None:
    program = tmp_path / "peer.py"
    program.write_text(
        "import json, sys\n"
        "texts = json.load(open(sys.argv[1], encoding='utf-8'))\n"
        "print(json.dumps({'name': 'counter', 'wall': 2.0, 'cpu': 1.0, 'facts': len(texts)}))\n"
    )
    found = peers(ARTICLES, 1, [sys.executable, str(program)])
    assert found[0].name == "kg"
    assert found[-1] == Peer("counter", 2, 2.0, 1.0, 2)
    assert ours(ARTICLES, 1).facts > 0


def test_the_report_says_which_promise_does_not_hold() -> None:
    cost = Cost(0.4, 0.4)
    sides = Comparison(cost, cost, 1.0)
    report = BenchReport(
        {"cores": "2"},
        3,
        10,
        2000,
        sides,
        Adding(cost, cost, Cost(0.5, 0.5), 0.2, 0.6),
        (1, 2),
        sides,
        cost,
        cost,
        (SizeCost(100, 1, 1), SizeCost(1000, 1, 2)),
    )
    text = page(report, Growth((RunCost(100, 1, 5.0, 4.0, 10**9),), 0.8, 1.9, 1.0), {})
    assert "| `kg --help`, at most 0.3 s | 0.40 s | **no** |" in text
    assert "| `kg query` on a store, at most 0.5 s | 0.40 s | yes |" in text
    assert "beyond the model's own, under 20% | 20% | **no** |" in text
    assert "| ten times the words, cost a word at most 1.15 times | 2.00 | **no** |" in text
