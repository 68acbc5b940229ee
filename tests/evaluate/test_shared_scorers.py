"""`kg eval --graph` gives the numbers of the scorers that other teams measure graphs with, where these are at hand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.evaluate.gold import load
from kg.evaluate.measure import Measured, measure_graph, spans_dict
from kg.evaluate.view import facts_of
from kg.store.files import article_graphs
from tests.golden.builds import HERE, LANGUAGES, ROOT, facts_gold, graph

SHARED = ROOT.parent / "shared" / "gold"

pytestmark = pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="no shared scorers here")


def theirs(script: str, *arguments: Path) -> dict[str, object]:
    command = [sys.executable, str(SHARED / script), *map(str, arguments), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def ours(path: Path, gold: list[Path]) -> Measured:
    return measure_graph(load(gold), (fact for _, quads in article_graphs(path) for fact in facts_of(quads)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts(lang: str) -> None:
    path = graph(lang, 1)
    other = theirs("score.py", path, *facts_gold(lang))
    score = ours(path, facts_gold(lang)).by_language()[lang]
    assert (score.found, score.asked) == (other["found"], other["asked"])
    assert {kind: list(pair) for kind, pair in score.by_kind.items()} == other["by_kind"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_spans(lang: str) -> None:
    path, gold = graph(lang, 1), HERE / lang / "spans.json"
    other = theirs("score_mentions.py", path, gold)
    ((_, score),) = ours(path, [gold]).spans
    mine = spans_dict(score)
    assert {key: mine[key] for key in other} == other
