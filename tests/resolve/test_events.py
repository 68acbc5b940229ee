"""Events told twice are one, with labels that are understood without the text."""

from __future__ import annotations

import pytest

from kg import ontology
from kg.extract import extract
from kg.lang import language
from kg.model import Resolved
from kg.resolve import resolve
from tests.parsing import parse
from tests.resolve.test_coreference import read


def resolved(lang: str, text: str) -> Resolved:
    return read(lang, text)[1]


def test_a_definite_noun_takes_up_the_event_told_before() -> None:
    events = resolved("fr", "Le général Marek Dolan a été assassiné mardi. L'assassinat a choqué le pays.").events
    assert len([e for e in events if e.kind == "Assassination"]) == 1


def test_two_attacks_on_two_towns_are_two() -> None:
    events = resolved("fr", "Des rebelles ont attaqué Lyon lundi. Des rebelles ont attaqué Nice mardi.").events
    assert len([e for e in events if e.kind == "Attack"]) == 2


def test_a_label_names_the_class_and_who_it_happened_to() -> None:
    (event,) = [
        e
        for e in resolved("fr", "Le général Marek Dolan a été assassiné par des rebelles.").events
        if e.kind == "Assassination"
    ]
    assert "Marek Dolan" in event.label
    assert event.label.startswith("assassinat de")


JOINED = [
    ("fr", "de", "le", "Hezbollah", "du Hezbollah"),
    ("fr", "de", "les", "États-Unis", "des États-Unis"),
    ("fr", "de", "le", "Irak", "de l'Irak"),
    ("fr", "de", "", "Adèle Varnier", "d'Adèle Varnier"),
    ("fr", "par", "des", "hommes armés", "par des hommes armés"),
    ("fr", "de", "des", "hommes armés", "d'hommes armés"),
    ("fr", "à", "le", "Caire", "au Caire"),
    ("fr", "de", "un", "otage", "d'un otage"),
    ("en", "by", "a", "army", "by an army"),
    ("en", "of", "the", "United States", "of the United States"),
    ("en", "of", "", "Iraq", "of Iraq"),
]


@pytest.mark.parametrize(("lang", "preposition", "article", "words", "whole"), JOINED)
def test_articles_join_prepositions(lang: str, preposition: str, article: str, words: str, whole: str) -> None:
    assert language(lang).articles.join(preposition, article, words) == whole


@pytest.mark.parametrize(
    ("lang", "text", "how"),
    [
        ("fr", "Paul Vasseur s'exprime avant l'élection présidentielle du 8 mai 2022.", "Planned"),
        ("fr", "Une cérémonie a eu lieu à Lyon le 12 juillet 2021.", "Actual"),
        ("en", "Anna Kessler spoke ahead of the election of 8 May 2022.", "Planned"),
    ],
)
def test_what_is_dated_after_the_article_has_not_taken_place(lang: str, text: str, how: str) -> None:
    parsed, tongue = parse(lang, text, "2021-07-26"), language(lang)
    events = resolve(parsed, extract(parsed, tongue), tongue).events
    assert [e.factuality for e in events if e.kind in {"Election", "Gathering"}] == [how]


RETOLD = [
    (
        "fr",
        "Deux policiers tués dans une attaque au Mali\n\nDeux policiers maliens ont été tués dans une attaque près de Gao.",
    ),
    (
        "en",
        "Two officers killed in attack in Mali\n\nTwo Malian officers were killed in an attack near Gao.",
    ),
]


@pytest.mark.parametrize(("lang", "text"), RETOLD)
def test_the_first_sentence_tells_again_what_the_headline_told(lang: str, text: str) -> None:
    told = resolved(lang, text)
    assert len([e for e in told.events if e.kind == "Killing"]) == 1
    assert len([e for e in told.events if e.kind == "Attack"]) == 1
    assert len([e for e in told.entities if e.kind == "Group"]) == 1


def test_another_number_is_another_group() -> None:
    text = "Deux policiers tués au Mali\n\nTrois policiers maliens ont été tués jeudi près de Gao."
    told = resolved("fr", text)
    assert len([e for e in told.entities if e.kind == "Group"]) == 2


def test_who_carries_out_the_attack_is_told_of_the_one_known() -> None:
    text = "Un attentat revendiqué par l'État islamique a tué sept personnes. L'attaque a été menée par deux kamikazes."
    (attack,) = [e for e in resolved("fr", text).events if e.kind == "Attack"]
    assert len([role for role in attack.roles if role.name == "agent"]) == 2


def test_a_strike_that_says_its_own_day_is_none_told_before() -> None:
    text = (
        "Un attentat à la bombe a tué sept personnes à Kaboul. L'attaque a été menée par deux kamikazes. "
        "La frappe de drone du 10 mai a été démentie."
    )
    parsed, words = parse("fr", text, "2021-06-21"), language("fr")
    (strike,) = [e for e in resolve(parsed, extract(parsed, words), words).events if e.kind == "DroneAttack"]
    assert not [role for role in strike.roles if role.name == "agent"]


TOLD_APART = [
    ("fr", "Les députés ont voté une réforme fiscale. Le ministre défendra la réforme électorale.", "Reform"),
    ("fr", "Avant sa finale, Anna Morel a encouragé Tony Vidal. Il jouera la finale des juniors.", "Competition"),
    ("fr", "Le premier tour de la primaire a eu lieu dimanche. Le second tour aura lieu dans huit jours.", "Election"),
    ("en", "Norvex sued Vantex on Monday. Norvex has twice before sued Vantex.", "Trial"),
    ("fr", "Paul Roy a été jugé pour viol et condamné. Le procès en appel se tiendra en mai.", "Trial"),
    ("en", "Paul Roy was tried for rape and jailed. The appeal trial is due in May.", "Trial"),
]


@pytest.mark.parametrize(("lang", "text", "kind"), TOLD_APART)
def test_what_is_of_another_sort_or_time_is_another_event(lang: str, text: str, kind: str) -> None:
    told = [event for event in resolved(lang, text).events if event.kind == kind]
    assert all(len(event.mentions) == 1 for event in told)
    assert len(told) > 1


TAKEN_UP = [  # the sentences of each event of a class
    (
        "en",
        "Norvex filed a lawsuit against Vantex on Monday. It had filed a suit in 1989. That lawsuit was withdrawn.",
        "Trial",
        [[0], [1, 2]],
    ),
    (
        "fr",
        "Un attentat a tué six personnes lundi à Lyon. Un nouvel attentat a visé Nice mardi. Cette attaque a été condamnée.",
        "Attack",
        [[0], [1, 2]],
    ),
    (
        "en",
        "The army shelled Gao on Sunday. Rebels shelled Kidal on Monday. That attack wounded four men.",
        "Attack",
        [[0], [1, 2]],
    ),
    (
        "fr",
        "Anna Morel a été réélue dimanche. Elle avait été élue en 2019. Sa réélection a été saluée.",
        "Election",
        [[0, 2], [1]],
    ),
    (
        "en",
        "Anna Morel was re-elected on Sunday. She was elected in 2019. Her re-election was welcomed.",
        "Election",
        [[0, 2], [1]],
    ),
    (
        "fr",
        "Un séisme a frappé Lyon vendredi. En 1999, un séisme avait détruit Nice. Le séisme a fait des dégâts.",
        "Earthquake",
        [[0], [1], [2]],
    ),
    (
        "fr",
        "Le couvre-feu a été instauré lundi à Lyon. Le couvre-feu a aussi été instauré à Nice.",
        "Protection",
        [[0], [1]],
    ),
    (
        "fr",
        "Paul Vidal a été condamné pour le meurtre de sa femme. Le meurtre avait été commis en 2011.",
        "Killing",
        [[0, 1]],
    ),
    ("en", "Paul Vidal was convicted of the murder of his wife. The murder took place in 2011.", "Killing", [[0, 1]]),
    ("fr", "Deux hommes ont été arrêtés lundi. Leur arrestation a surpris les voisins.", "Arrest", [[0, 1]]),
    ("fr", "Le maire a été renversé par un coup d'État. Le putsch a été mené par un général.", "Coup", [[0, 1]]),
    ("en", "Ana Vidal was released in May. She was held again. Her lawyer demanded her release.", "Release", [[0], [2]]),
    (
        "fr",
        "Un avion s'est écrasé mardi. L'accident a fait dix morts. En 2011, un accident avait tué Paul. "
        "Le lendemain de l'accident, les vols ont cessé.",
        "Accident",
        [[0, 1], [2], [3]],
    ),
    (
        "fr",
        "La France a gagné la finale samedi. L'an dernier, l'Italie avait gagné la finale à Rome.",
        "Competition",
        [[0], [1]],
    ),
]


@pytest.mark.parametrize(("lang", "text", "kind", "sentences"), TAKEN_UP)
def test_which_event_a_noun_takes_up(lang: str, text: str, kind: str, sentences: list[list[int]]) -> None:
    parsed, tongue = parse(lang, text, "2024-05-16"), language(lang)
    extraction = extract(parsed, tongue)
    told = [event for event in resolve(parsed, extraction, tongue).events if ontology.is_a(event.kind, kind)]
    assert [[extraction.events[mention].sentence for mention in event.mentions] for event in told] == sentences
