"""Copies are found by their words, whoever prints them; news that looks like old news is no copy."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from kg.model import Article
from kg.read.copies import COPY, HOLDERS, marked, resemblance, sketch

SENTENCES = [
    "Le port de Tirna a rouvert mardi matin, a annoncé la préfecture dans un communiqué.",
    "Les dockers avaient cessé le travail pendant trois jours pour demander de meilleurs salaires.",
    "Le syndicat a obtenu une hausse de 4 % au premier janvier et deux jours de repos de plus.",
    "La direction du port dit avoir perdu près de 12 millions d'euros pendant ce mouvement.",
    "Le maire a salué un accord équilibré, qui doit encore être voté par une assemblée générale.",
    "Des conteneurs attendent toujours sur les quais et les camions forment une longue file.",
]
TEXT = "Tirna : le port rouvre\n\n" + "\n\n".join(SENTENCES)


def article(name: str, text: str, day: str | None = "2024-03-14") -> Article:
    return Article(name, text, "fr", published=day, sha256=name)


def copies(*articles: Article) -> list[str | None]:
    return [each.copy_of for each in marked(articles)]


FIRST = article("a", TEXT)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.upper(),
        TEXT.replace("é", "e").replace("'", "’"),
        "Le Quotidien avec l'agence\n\n" + TEXT,
        "Publié le 15 mars à 10h30\n\n" + TEXT,
        TEXT.replace("\n\n", "\n"),
        TEXT.replace("longue file", "file immense"),
    ],
    ids=["same", "capitals", "typewriter", "byline", "hour", "lines", "two words"],
)
def test_the_same_words_are_a_copy(text: str) -> None:
    assert copies(FIRST, article("b", text)) == [None, "a"]


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("12 millions", "15 millions"),
        TEXT.replace("trois jours", "quatre jours"),
        "\n\n".join(SENTENCES[:3]),
        TEXT + "\n\nPendant ce temps, le ministre Ilar Dovan a rencontré à Sarn le général Anton Dubrov, qui a démissionné.",
        "Un tout autre texte sur une tout autre affaire.",
    ],
    ids=["another figure", "another number word", "half of it", "more news", "other news"],
)
def test_news_is_no_copy(text: str) -> None:
    assert copies(FIRST, article("b", text)) == [None, None]


def test_the_same_words_on_another_day_speak_of_another_yesterday() -> None:
    assert copies(FIRST, article("b", TEXT, "2024-03-17"), article("c", TEXT, "2024-03-25")) == [None, "a", None]
    assert copies(FIRST, article("b", TEXT, None)) == [None, "a"]


def test_a_copy_of_a_copy_is_a_copy_of_the_first() -> None:
    assert copies(FIRST, article("b", TEXT), article("c", TEXT)) == [None, "a", "a"]


def test_what_is_given_twice_under_one_name_comes_once() -> None:
    assert list(marked([FIRST, replace(FIRST), article("b", SENTENCES[0])])) == [FIRST, article("b", SENTENCES[0])]


def test_resemblance_is_what_it_estimates() -> None:
    draw = random.Random(4)
    words = [f"mot{number}" for number in range(2000)]
    for changed in (0, 10, 40, 100):
        other = [*words]
        for place in draw.sample(range(len(words)), changed):
            other[place] = f"autre{place}"
        runs = [{tuple(text[i : i + 4]) for i in range(len(text) - 3)} for text in (words, other)]
        true = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
        assert resemblance(sketch([" ".join(words)]), sketch([" ".join(other)])) == pytest.approx(true, abs=0.15)
    assert resemblance(sketch([]), sketch([])) == 0.0


def test_standing_text_of_a_site_makes_no_copies_and_no_endless_search() -> None:
    standing = "Abonnez-vous pour lire la suite de cet article et soutenir une presse libre et indépendante. " * 2
    found = copies(*(article(f"a{n}", f"{standing} Le village {n} {n * 7} a élu son maire {n * 13}.") for n in range(300)))
    assert found == [None] * 300
    assert HOLDERS < 300
    assert COPY > 0.8
