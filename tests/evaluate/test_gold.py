"""Gold as it is found on disk."""

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.gold import FactsGold, SpanGold, load


def write(path: Path, content: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_a_folder_stands_for_its_files_of_both_formats(tmp_path: Path) -> None:
    write(tmp_path / "one.json", {"lang": "en", "published": "2024-03-14", "facts": [{"id": "1", "kind": "entity"}]})
    write(tmp_path / "two.json", {"docs": {"a.txt": {"entities": [[0, 3, "Person", "x"]], "relations": []}}})
    facts, spans = load([tmp_path])
    assert isinstance(facts, FactsGold)
    assert (facts.name, facts.lang, facts.published, len(facts.facts)) == ("one", "en", "2024-03-14", 1)
    assert isinstance(spans, SpanGold)
    assert (spans.label, spans.pronouns, spans.docs["a.txt"].entities[0].chain) == (f"{tmp_path.name}/two", False, "x")


@pytest.mark.parametrize("place", ["texts/one.txt", "one.txt"])
def test_the_text_stands_beside_the_gold(tmp_path: Path, place: str) -> None:
    write(tmp_path / place, "The army left Tirna on Monday.\n")
    (gold,) = load([write(tmp_path / "one.json", {"lang": "en", "published": "2024-03-14", "facts": []})])
    assert isinstance(gold, FactsGold)
    article = gold.article()
    assert (article.lang, article.published, article.file) == ("en", "2024-03-14", "one.txt")
    assert article.text.startswith("The army")


def test_or_in_it(tmp_path: Path) -> None:
    (gold,) = load([write(tmp_path / "one.json", {"lang": "en", "text": "The army left.", "facts": []})])
    assert isinstance(gold, FactsGold)
    assert gold.article().text == "The army left."


def test_a_missing_text_is_told(tmp_path: Path) -> None:
    facts, spans = load(
        [write(tmp_path / "a.json", {"facts": []}), write(tmp_path / "b.json", {"docs": {"x.txt": {"entities": []}}})]
    )
    assert isinstance(facts, FactsGold)
    assert isinstance(spans, SpanGold)
    with pytest.raises(InputError, match=r"a\.json: no text"):
        facts.article()
    with pytest.raises(InputError, match=r"b\.json: no texts"):
        spans.articles()


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"docs": {"x": {}}}', '{"docs": {"x": {"entities": [[1]]}}}'])
def test_what_is_no_gold_is_told(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputError, match=r"x\.json"):
        load([write(tmp_path / "x.json", content)])


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold"):
        load([tmp_path])
