"""A bound on what kg adds to the model that every run of the tests can check: by processor time, on articles of our own.

The promise itself, three articles while the model alone parses four, is for news as it comes and stands in
docs/benchmarks.md: over the Wikinews texts kg takes no more time than the model alone. The golden articles are harder on kg:
few enough for the model alone to run out of the processor's cache, and about twice as many facts to the word.
"""

from __future__ import annotations

from pathlib import Path

from kg.evaluate.bench import corpus
from kg.evaluate.clock import alone
from kg.read import ReadOptions, read

GOLDEN = Path(__file__).parents[1] / "golden" / "fr" / "texts"
MOST = 1.45  # times the model alone; 1.27 to 1.35 as measured, by what else the machine does


def test_kg_adds_less_than_half_to_the_model_alone_on_dense_articles() -> None:
    articles = list(read([str(GOLDEN)], ReadOptions(lang="fr")))
    assert len(articles) >= 10
    assert alone(corpus, articles, 5).ratio < MOST
