"""The gate: what kg reads in the golden articles must not get worse, and their graphs must be well made.

floor.json holds, for each language, the share of facts that has to be found and the known mistakes that may be made.
`python -m tests.golden.floor` raises it to what is reached now. Lowering it by hand takes a reason in CHANGELOG.md.
"""

import json
import subprocess
import warnings
from functools import cache

import pytest

from kg.evaluate.gold import load
from kg.evaluate.measure import Measured, measure
from kg.read import ReadOptions, read
from kg.store.graphs import load_file
from kg.validate import validate, verify
from tests.golden.builds import HERE, LANGUAGES, ROOT, facts_gold, graph
from tests.golden.floor import FLOOR, SLACK, lowered

ARTICLES = 20  # of each language, at least
WORDS = range(150, 401)  # that each of them has


@cache
def measured() -> Measured:
    return measure(load(path for lang in LANGUAGES for path in facts_gold(lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_are_found_and_mistakes_avoided(lang: str) -> None:
    floor, score = json.loads(FLOOR.read_text())[lang], measured().by_language()[lang]
    missed = "\n".join(f"{miss.gold} {miss.id}" for miss in score.misses)
    assert score.share >= floor["found"], f"{score.found} of {score.asked} facts found:\n{missed}"
    assert score.mistakes <= floor["mistakes"], [m.gold + " " + m.id for m in score.misses if m.kind == "absent"]
    if score.share > floor["found"] + SLACK or score.mistakes < floor["mistakes"]:
        warnings.warn(f"the floor of {lang} can rise: python -m tests.golden.floor", stacklevel=1)


def test_the_floor_is_never_lowered_without_a_word_in_the_changelog() -> None:
    if subprocess.run(["git", "rev-parse"], cwd=ROOT, capture_output=True, check=False).returncode:
        pytest.skip("not a git checkout")
    assert lowered() == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_enough_articles_of_the_right_length_with_facts_and_traps(lang: str) -> None:
    gold = load(facts_gold(lang))
    assert len(gold) >= ARTICLES
    for item in gold:
        words = len(item.article().text.split())
        absent = sum(fact["kind"] == "absent" for fact in item.facts)
        assert words in WORDS, f"{item.name}: {words} words"
        assert absent >= 4, f"{item.name}: {absent} traps"
        assert len({fact["id"] for fact in item.facts}) == len(item.facts), item.name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_builds_give_the_same_bytes(lang: str) -> None:
    assert graph(lang, 1).read_bytes() == graph(lang, 2).read_bytes()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_golden_graphs_conform_to_the_shapes(lang: str) -> None:
    report = validate(load_file(graph(lang, 1)))
    assert report.ok, "\n".join(map(str, report.faults))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_quote_equals_its_slice(lang: str) -> None:
    report = verify(load_file(graph(lang, 1)), read([str(HERE / lang / "texts")], ReadOptions(lang=lang)))
    assert report.checked > 1000
    assert report.ok, "\n".join(map(str, report.faults))
