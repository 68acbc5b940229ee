"""Figures of both languages, and as many numbers that are none."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.annotate import Annotator, load
from kg.extract.quantities import find_quantities
from kg.lang import language
from kg.model import Article, Parse, Quantity

Read = Callable[[str, str], tuple[Parse, tuple[Quantity, ...]]]


@pytest.fixture(scope="module")
def read() -> Read:
    loaded: dict[str, Annotator] = {}

    def reader(lang: str, text: str) -> tuple[Parse, tuple[Quantity, ...]]:
        if lang not in loaded:
            loaded[lang] = load(lang)
        (parse,) = loaded[lang].parse([Article("a", text, lang)])
        return parse, find_quantities(parse, language(lang))

    return reader


# text, then the one figure in it: its words, comparator, value, unit, counted noun
POSITIVES = [
    ("fr", "L'armée a envoyé 2 500 soldats dans la région.", "2 500", "=", "2500", "soldat", "soldats"),
    ("fr", "L'armée a envoyé 2\u202f500 soldats dans la région.", "2\u202f500", "=", "2500", "soldat", "soldats"),
    ("fr", "La ville compte 1 200 000 habitants.", "1 200 000", "=", "1200000", "habitant", "habitants"),
    ("fr", "Au moins 12 civils ont été tués.", "Au moins 12", ">", "12", "civil", "civils"),
    ("fr", "Le village compte moins de 300 habitants.", "moins de 300", "<", "300", "habitant", "habitants"),
    ("fr", "Environ 40 manifestants ont été arrêtés.", "Environ 40", "~", "40", "manifestant", "manifestants"),
    ("fr", "La salle accueille jusqu'à 800 personnes.", "jusqu'à 800", "<", "800", "personne", "personnes"),
    ("fr", "Une vingtaine de maisons ont brûlé.", "Une vingtaine", "~", "20", "maison", "maisons"),
    ("fr", "L'incendie a fait des dizaines de morts.", "des dizaines", ">", "20", "mort", "morts"),
    (
        "fr",
        "Des centaines de milliers de réfugiés ont fui.",
        "Des centaines de milliers",
        ">",
        "200000",
        "réfugié",
        "réfugiés",
    ),
    (
        "fr",
        "Plus d'une centaine de pompiers luttent contre le feu.",
        "Plus d'une centaine",
        ">",
        "100",
        "pompier",
        "pompiers",
    ),
    ("fr", "Un millier de policiers étaient présents.", "Un millier", "~", "1000", "policier", "policiers"),
    ("fr", "Vingt et un mineurs sont bloqués.", "Vingt et un", "=", "21", "mineur", "mineurs"),
    (
        "fr",
        "Quatre-vingt-dix-sept mille électeurs ont voté.",
        "Quatre-vingt-dix-sept mille",
        "=",
        "97000",
        "électeur",
        "électeurs",
    ),
    ("fr", "Il a commandé deux douzaines de camions.", "deux douzaines", "~", "24", "camion", "camions"),
    ("fr", "Entre 30 et 40 personnes sont mortes.", "Entre 30 et 40", ">", "30", "personne", "personnes"),
    ("fr", "L'aide atteint 5 milliards de dollars.", "5 milliards de dollars", "=", "5000000000", "USD", None),
    ("fr", "Le contrat vaut 25 M€ selon le ministère.", "25 M€", "=", "25000000", "EUR", None),
    (
        "fr",
        "Le projet coûte 300 millions de dollars canadiens.",
        "300 millions de dollars canadiens",
        "=",
        "300000000",
        "CAD",
        None,
    ),
    (
        "fr",
        "La rançon s'élève à 2,5 millions de livres sterling.",
        "2,5 millions de livres sterling",
        "=",
        "2500000",
        "GBP",
        None,
    ),
    ("fr", "Le budget dépasse 700 millions de roubles.", "700 millions de roubles", "=", "700000000", "RUB", None),
    ("fr", "Le chômage touche 10,3 % des actifs.", "10,3 %", "=", "10.3", "%", None),
    ("fr", "La participation atteint près de 60 pour cent.", "près de 60 pour cent", "~", "60", "%", None),
    ("fr", "Le feu a détruit 400 hectares de forêt.", "400 hectares", "=", "400", "ha", None),
    ("fr", "La voiture roulait à 120 km/h sur la route.", "120 km/h", "=", "120", "km/h", None),
    ("fr", "Un séisme de magnitude 6,4 a secoué la côte.", "6,4", "=", "6.4", "magnitude", None),
    ("en", "The army sent 2,500 soldiers to the border.", "2,500", "=", "2500", "soldier", "soldiers"),
    ("en", "At least 12 civilians were killed.", "At least 12", ">", "12", "civilian", "civilians"),
    ("en", "Some 300 protesters were arrested.", "Some 300", "~", "300", "protester", "protesters"),
    ("en", "Fewer than 50 houses are left.", "Fewer than 50", "<", "50", "house", "houses"),
    (
        "en",
        "More than two hundred and forty workers went home.",
        "More than two hundred and forty",
        ">",
        "240",
        "worker",
        "workers",
    ),
    ("en", "A dozen gunmen stormed the hotel.", "A dozen", "~", "12", "gunman", "gunmen"),
    ("en", "Dozens of villagers fled.", "Dozens", ">", "20", "villager", "villagers"),
    ("en", "Tens of thousands of people marched.", "Tens of thousands", ">", "20000", "people", "people"),
    ("en", "Half a million homes lost power.", "Half a million", "=", "500000", "home", "homes"),
    ("en", "Between 30 and 40 rebels surrendered.", "Between 30 and 40", ">", "30", "rebel", "rebels"),
    ("en", "Police found 12 to 15 rifles in the car.", "12 to 15", ">", "12", "rifle", "rifles"),
    ("en", "The bank lent €3m to the firm.", "€3m", "=", "3000000", "EUR", None),
    ("en", "The deal is worth $25 million.", "$25 million", "=", "25000000", "USD", None),
    (
        "en",
        "The loan amounts to 40 million Canadian dollars.",
        "40 million Canadian dollars",
        "=",
        "40000000",
        "CAD",
        None,
    ),
    ("en", "The company lost nearly £2.5bn.", "nearly £2.5bn", "~", "2500000000", "GBP", None),
    ("en", "Prices rose by 4.5 per cent.", "4.5 per cent", "=", "4.5", "%", None),
    ("en", "The storm brought winds of 90 mph.", "90 mph", "=", "90", "mph", None),
    ("en", "The attack killed one soldier.", "one", "=", "1", "soldier", "soldier"),
]

NEGATIVES = [
    ("fr", "Un homme et une femme ont été arrêtés."),
    ("fr", "Elle est morte à l'âge de 72 ans."),
    ("fr", "Le suspect, âgé de 45 ans, a avoué."),
    ("fr", "La réunion a eu lieu le 3 mai 2021."),
    ("fr", "Le sommet se tient du 3 au 5 mai."),
    ("fr", "Il a été élu en 2014."),
    ("fr", "La séance commence à 14h30."),
    ("fr", "La séance commence à 14 heures."),
    ("fr", "Le tribunal a invoqué l'article 5 du traité."),
    ("fr", "La résolution 1973 a été adoptée."),
    ("fr", "Lyon a battu Nantes 3-1."),
    ("fr", "Un F-16 a survolé la ville."),
    ("fr", "Une Peugeot 307 a percuté un mur."),
    ("fr", "Le COVID-19 se propage."),
    ("fr", "Appelez le 01 42 34 56 78."),
    ("fr", "Il a terminé 2e de la course."),
    ("fr", "C'est la 12ème édition du festival."),
    ("fr", "La trêve a duré trois jours."),
    ("fr", "Il a voté trois fois."),
    ("fr", "Les deux tiers du pays sont inondés."),
    ("fr", "L'attaque du 12 octobre a choqué le pays."),
    ("fr", "Il a quitté le pays il y a dix ans."),
    ("en", "A man and an officer were arrested."),
    ("en", "She died at the age of 72."),
    ("en", "The 45-year-old driver was arrested."),
    ("en", "John Smith, 45, was arrested."),
    ("en", "The talks took place on May 3, 2021."),
    ("en", "The summit runs from 3 to 5 May."),
    ("en", "He was elected in 2014."),
    ("en", "The 2016 election was close."),
    ("en", "The session starts at 2:30 pm."),
    ("en", "The court cited Article 5 of the treaty."),
    ("en", "Arsenal won 3-1 on the road."),
    ("en", "An F-16 flew over the city."),
    ("en", "The iPhone 5 went on sale."),
    ("en", "He finished 2nd in the race."),
    ("en", "The strike lasted three weeks."),
    ("en", "He voted three times."),
    ("en", "One of the leaders resigned."),
    ("en", "Two-thirds of the country is flooded."),
    ("en", "The company launched version 10.5.2 of its software."),
    ("en", "He left the country ten years ago."),
    ("en", "The phone uses a 3G network."),
    ("en", "It is the No. 1 seller."),
]


@pytest.mark.parametrize(("lang", "text", "words", "comparator", "value", "unit", "counted"), POSITIVES)
def test_figure_is_read(
    read: Read, lang: str, text: str, words: str, comparator: str, value: str, unit: str, counted: str | None
) -> None:
    parse, found = read(lang, text)
    assert len(found) == 1
    (figure,) = found
    assert text[figure.start : figure.end] == words
    assert (figure.comparator, figure.value, figure.unit) == (comparator, Decimal(value), unit)
    assert (None if figure.counted is None else parse.tokens[figure.counted].text) == counted


@pytest.mark.parametrize(("lang", "text"), NEGATIVES)
def test_number_that_is_no_amount(read: Read, lang: str, text: str) -> None:
    assert [text[q.start : q.end] for q in read(lang, text)[1]] == []


def test_range_keeps_both_ends(read: Read) -> None:
    (figure,) = read("fr", "Le bilan oscille entre 2 et 3 millions d'euros.")[1]
    assert (figure.value, figure.upper, figure.unit, figure.comparator) == (2_000_000, 3_000_000, "EUR", ">")


def test_range_with_one_sign_and_one_scale(read: Read) -> None:
    (figure,) = read("en", "The contracts provide $300 to 350 million to vendors.")[1]
    assert (figure.value, figure.upper, figure.unit) == (300_000_000, 350_000_000, "USD")


def test_sign_that_opens_the_text_belongs_to_the_figure(read: Read) -> None:
    (figure,) = read("en", "$25 million was stolen.")[1]
    assert (figure.start, figure.value, figure.unit) == (0, 25_000_000, "USD")


@pytest.mark.parametrize(("lang", "text"), [("fr", "Le séisme a tué 12 civils"), ("en", "The quake killed 12")])
def test_figure_that_ends_the_text_is_read(read: Read, lang: str, text: str) -> None:
    assert [figure.value for figure in read(lang, text)[1]] == [12]


def test_change_is_two_figures(read: Read) -> None:
    found = read("fr", "Le taux est passé de 9 à 10,3 % en un mois.")[1]
    assert [(str(q.value), q.unit) for q in found] == [("9", "%"), ("10.3", "%")]


def test_separators_of_the_other_language_group_what_is_counted(read: Read) -> None:
    (figure,) = read("fr", "La base abrite 2,500 soldats américains.")[1]
    assert (figure.value, figure.unit) == (2500, "soldat")


def test_part_of_a_set_does_not_count_the_set(read: Read) -> None:
    (figure,) = read("en", "Twelve of the hostages were freed.")[1]
    assert (figure.value, figure.unit, figure.counted) == (12, "hostage", None)


def test_indexes_run_through_the_article(read: Read) -> None:
    found = read("en", "Rebels killed 12 guards. They took 30 trucks and $5 million.")[1]
    assert [q.index for q in found] == [0, 1, 2]


def test_a_figure_of_more_digits_than_arithmetic_keeps_is_read(read: Read) -> None:
    """Found by fuzzing."""
    read("fr", f"Le maire a compté {'9' * 60} voix et {'1 000 ' * 20}habitants.")
