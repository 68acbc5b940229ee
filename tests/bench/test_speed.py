"""The promise of speed that every run of the tests can check: by processor time, on articles of our own."""

from __future__ import annotations

from pathlib import Path

from kg.evaluate.bench import corpus
from kg.evaluate.clock import alone
from kg.read import ReadOptions, read

GOLDEN = Path(__file__).parents[1] / "golden" / "fr" / "texts"


def test_kg_handles_three_articles_while_the_model_alone_parses_four() -> None:
    articles = list(read([str(GOLDEN)], ReadOptions(lang="fr")))
    assert len(articles) >= 10
    assert alone(corpus, articles, 3).ratio < 1 / 0.75
