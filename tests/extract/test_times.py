"""Times of both languages placed in the calendar, and as many words that tell none or can't be placed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.annotate import Annotator, load
from kg.extract.quantities import find_quantities
from kg.extract.times import find_times
from kg.lang import language
from kg.model import Article, Timex

Read = Callable[..., tuple[Timex, ...]]
MONDAY = "2021-07-26"


@pytest.fixture(scope="module")
def read() -> Read:
    loaded: dict[str, Annotator] = {}

    def reader(lang: str, text: str, published: str | None = MONDAY) -> tuple[Timex, ...]:
        if lang not in loaded:
            loaded[lang] = load(lang)
        (parse,) = loaded[lang].parse([Article("a", text, lang, published=published)])
        tables = language(lang)
        return find_times(parse, tables, find_quantities(parse, tables))

    return reader


# text, then the one time in it: its words and its value
POINTS = [
    ("fr", "L'accord a été signé le 26 juillet 2019.", "le 26 juillet 2019", "2019-07-26"),
    ("fr", "L'accord a été signé le 26/07/2019.", "26/07/2019", "2019-07-26"),
    ("fr", "L'accord a été signé le 1er mars 2020.", "le 1er mars 2020", "2020-03-01"),
    ("fr", "Le ministre a démissionné le 3 mai.", "le 3 mai", "2021-05-03"),
    ("fr", "Le ministre a démissionné mardi 20 juillet.", "mardi 20 juillet", "2021-07-20"),
    ("fr", "Le ministre est né en octobre 1960.", "octobre 1960", "1960-10"),
    ("fr", "Les élections prévues en octobre inquiètent.", "octobre", "2021-10"),
    ("fr", "Les élections ont eu lieu en octobre.", "octobre", "2020-10"),
    ("fr", "Le président est mort en 2014.", "2014", "2014"),
    ("fr", "Le président a parlé lundi.", "lundi", "2021-07-26"),
    ("fr", "Le président a parlé mardi.", "mardi", "2021-07-20"),
    ("fr", "Le président parlera mardi.", "mardi", "2021-07-27"),
    ("fr", "Il a promis que la loi serait votée jeudi.", "jeudi", "2021-07-29"),
    ("fr", "Les rebelles auraient tué le maire jeudi.", "jeudi", "2021-07-22"),
    ("fr", "Le maire a été tué lundi dernier.", "lundi dernier", "2021-07-19"),
    ("fr", "Le maire a été tué dimanche soir.", "dimanche soir", "2021-07-25"),
    ("fr", "Le maire a été tué hier.", "hier", "2021-07-25"),
    ("fr", "Le maire sera jugé après-demain.", "après-demain", "2021-07-28"),
    ("fr", "Le maire a été tué ce matin.", "ce matin", "2021-07-26"),
    ("fr", "Le maire a été élu l'an dernier.", "l'an dernier", "2020"),
    ("fr", "Le maire sera élu le mois prochain.", "le mois prochain", "2021-08"),
    ("fr", "Le maire a été élu il y a trois jours.", "il y a trois jours", "2021-07-23"),
    ("fr", "Le maire a été élu il y a dix ans.", "il y a dix ans", "2011"),
    ("en", "Ten people were arrested after Saturday's riots.", "Saturday", "2021-07-24"),
    ("en", "The embassy closed hours before Friday's attack.", "Friday", "2021-07-23"),
    ("fr", "Le chantier ouvrira mi-août.", "mi-août", "2021-08"),
    ("fr", "Le chantier a été fermé fin 2019.", "fin 2019", "2019"),
    ("fr", "Le maire a été élu l'été dernier.", "l'été dernier", "2020"),
    ("en", "The deal was signed on July 26, 2019.", "July 26, 2019", "2019-07-26"),
    ("en", "The deal was signed on 26 July 2019.", "26 July 2019", "2019-07-26"),
    ("en", "The deal was signed on 2019-07-26.", "2019-07-26", "2019-07-26"),
    ("en", "The minister was born in March 1960.", "March 1960", "1960-03"),
    ("en", "The minister resigned on May 3.", "May 3", "2021-05-03"),
    ("en", "The minister resigned on Friday.", "Friday", "2021-07-23"),
    ("en", "The minister will resign on Friday.", "Friday", "2021-07-30"),
    ("en", "The talks are expected to resume on Friday.", "Friday", "2021-07-30"),
    ("en", "The minister resigned last Monday.", "last Monday", "2021-07-19"),
    ("en", "The minister resigned yesterday.", "yesterday", "2021-07-25"),
    ("en", "The minister will speak tonight.", "tonight", "2021-07-26"),
    ("en", "The minister resigned three days ago.", "three days ago", "2021-07-23"),
    ("en", "The minister resigned last month.", "last month", "2021-06"),
    ("en", "The minister resigned in May last year.", "May last year", "2020-05"),
    ("en", "The bridge was closed in early June.", "early June", "2021-06"),
    ("en", "The 2016 election was close.", "2016", "2016"),
]

# text, then the one time in it: its words, kind, begin, finish, latest
STRETCHES = [
    ("fr", "Il dirige le parti depuis 2014.", "depuis 2014", "span", "2014", None, None),
    ("fr", "Il a dirigé le parti de 2011 à 2014.", "de 2011 à 2014", "span", "2011", "2014", None),
    ("en", "The city was besieged from March to June.", "from March to June", "span", "2021-03", "2021-06", None),
    ("fr", "Le sommet se tiendra du 3 au 5 août.", "du 3 au 5 août", "span", "2021-08-03", "2021-08-05", None),
    (
        "fr",
        "Le sommet s'est tenu entre le 3 et le 5 mai 2020.",
        "entre le 3 et le 5 mai 2020",
        "span",
        "2020-05-03",
        "2020-05-05",
        None,
    ),
    ("fr", "Le confinement a duré de mars à juin 2020.", "de mars à juin 2020", "span", "2020-03", "2020-06", None),
    ("fr", "Il restera en prison jusqu'en 2030.", "jusqu'en 2030", "span", None, "2030", None),
    (
        "fr",
        "Le pont a été détruit la semaine dernière.",
        "la semaine dernière",
        "span",
        "2021-07-19",
        "2021-07-25",
        None,
    ),
    ("fr", "Le pont date du XIXe siècle.", "XIXe siècle", "span", "1801-01-01", "1900-12-31", None),
    (
        "fr",
        "La guerre a ravagé le pays dans les années 1990.",
        "les années 1990",
        "span",
        "1990-01-01",
        "1999-12-31",
        None,
    ),
    (
        "fr",
        "Les ventes ont chuté au premier trimestre 2020.",
        "premier trimestre 2020",
        "span",
        "2020-01-01",
        "2020-03-31",
        None,
    ),
    (
        "fr",
        "Les troupes partiront d'ici la fin de l'année.",
        "d'ici la fin de l'année",
        "deadline",
        None,
        None,
        "2021-12-31",
    ),
    ("fr", "Les troupes partiront avant la fin du mois.", "avant la fin du mois", "deadline", None, None, "2021-07-31"),
    ("fr", "Les troupes partiront d'ici trois mois.", "d'ici trois mois", "deadline", None, None, "2021-10-26"),
    ("fr", "Les combats ont duré pendant trois jours.", "pendant trois jours", "duration", None, None, None),
    ("fr", "Le comité se réunit chaque année.", "chaque année", "frequency", None, None, None),
    ("en", "He has led the party since March.", "since March", "span", "2021-03", None, None),
    ("en", "He led the party from 2011 to 2014.", "from 2011 to 2014", "span", "2011", "2014", None),
    (
        "en",
        "The summit took place between 3 and 5 May 2020.",
        "between 3 and 5 May 2020",
        "span",
        "2020-05-03",
        "2020-05-05",
        None,
    ),
    ("en", "The curfew lasts until Friday.", "until Friday", "span", None, "2021-07-30", None),
    ("en", "Sales fell in Q3 2019.", "Q3 2019", "span", "2019-07-01", "2019-09-30", None),
    ("en", "The war ravaged the country in the 1990s.", "the 1990s", "span", "1990-01-01", "1999-12-31", None),
    ("en", "The pact had to be signed by May.", "by May", "deadline", None, None, "2021-05-31"),
    ("en", "The troops will leave by the end of May.", "by the end of May", "deadline", None, None, "2022-05-31"),
    ("en", "The troops will leave by the end of 2021.", "by the end of 2021", "deadline", None, None, "2021-12-31"),
    ("en", "The plant must close by 2030.", "by 2030", "deadline", None, None, "2030-12-31"),
    ("en", "They will decide before Friday.", "before Friday", "deadline", None, None, "2021-07-30"),
    ("en", "The fighting went on for two weeks.", "for two weeks", "duration", None, None, None),
    ("en", "The board meets every month.", "every month", "frequency", None, None, None),
]

NONE = [
    ("fr", "Il a été arrêté par la police."),
    ("fr", "La sonde s'est posée sur Mars."),
    ("fr", "La police a saisi 2014 cartouches."),
    ("fr", "Le suspect est âgé de 45 ans."),
    ("fr", "Le vol 1973 a été annulé."),
    ("fr", "La résolution 1973 a été adoptée."),
    ("fr", "L'accident a fait 26 blessés."),
    ("fr", "Il purge une peine de dix ans de prison."),
    ("fr", "Le jour se lève sur la capitale."),
    ("fr", "La semaine de travail est longue."),
    ("fr", "Le trajet coûte 1999 euros."),
    ("fr", "Le siècle des Lumières est étudié à l'école."),
    ("fr", "Il est arrivé second de la course."),
    ("fr", "C'est l'incertitude du lendemain de la défaite."),
    ("fr", "Les soldats marchent vers la ville."),
    ("fr", "L'équipe a marqué 26 points."),
    ("en", "The troops march to the border."),
    ("en", "The government may fall."),
    ("en", "April Jones won the race."),
    ("en", "The company hired 2,014 workers."),
    ("en", "The suspect is 45 years old."),
    ("en", "Flight 1973 was cancelled."),
    ("en", "He was sentenced to ten years in prison."),
    ("en", "Shoppers love Black Friday."),
    ("en", "The day was long."),
    ("en", "He finished second in the race."),
    ("en", "The jar fell from the spring."),
    ("en", "The ticket costs $1999."),
    ("en", "The police found 26 rifles."),
    ("en", "The road leads to the fall of the wall."),
    ("en", "Prices rose 2016 points."),
    ("en", "The minute details matter."),
]

UNKNOWN = [
    ("fr", "Le président a parlé lundi.", None),
    ("fr", "Le président a parlé hier.", None),
    ("fr", "Les élections ont eu lieu en octobre.", None),
    ("fr", "Il est parti il y a quelques jours.", MONDAY),
    ("fr", "Il est parti il y a environ trois ans.", MONDAY),
    ("fr", "La veille, il avait quitté le pays.", MONDAY),
    ("en", "The minister resigned on Friday.", None),
    ("en", "The minister resigned three days ago.", None),
    ("en", "The minister resigned on May 3.", None),
    ("en", "He left several weeks ago.", MONDAY),
    ("en", "The next day, he left the country.", MONDAY),
    ("en", "He left about three years ago.", MONDAY),
]


@pytest.mark.parametrize(("lang", "text", "words", "value"), POINTS)
def test_point_in_time(read: Read, lang: str, text: str, words: str, value: str) -> None:
    assert [(text[t.start : t.end], t.kind, t.value) for t in read(lang, text)] == [(words, "point", value)]


@pytest.mark.parametrize(("lang", "text", "words", "kind", "begin", "finish", "latest"), STRETCHES)
def test_stretch_of_time(
    read: Read, lang: str, text: str, words: str, kind: str, begin: str | None, finish: str | None, latest: str | None
) -> None:
    found = [(text[t.start : t.end], t.kind, t.begin, t.finish, t.latest) for t in read(lang, text)]
    assert found == [(words, kind, begin, finish, latest)]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_no_time(read: Read, lang: str, text: str) -> None:
    assert [text[t.start : t.end] for t in read(lang, text)] == []


@pytest.mark.parametrize(("lang", "text", "published"), UNKNOWN)
def test_time_that_is_never_guessed(read: Read, lang: str, text: str, published: str | None) -> None:
    found = read(lang, text, published)
    assert len(found) == 1
    assert (found[0].value, found[0].begin, found[0].finish, found[0].latest) == (None, None, None, None)


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("fr", "L'attaque d'hier (lundi) a fait dix morts.", "2024-07-15"),
        ("fr", "Les otages ont été libérés aujourd'hui (mercredi).", "2024-07-17"),
        ("en", "The migrants were freed yesterday (Monday).", "2024-07-15"),
    ],
)
def test_a_weekday_in_brackets_says_which_day_a_speaker_means(read: Read, lang: str, text: str, value: str) -> None:
    assert [t.value for t in read(lang, text, "2024-07-17")] == [value]


def test_anaphor_counts_from_the_one_day_told(read: Read) -> None:
    found = read("fr", "La ville a été prise le 4 mars 2020. Le lendemain, les rebelles ont fui.")
    assert [t.value for t in found] == ["2020-03-04", "2020-03-05"]


def test_anaphor_between_two_days_stays_open(read: Read) -> None:
    found = read("en", "He came on March 4, 2020 and left on March 9, 2020. The next day, it rained.")
    assert [t.value for t in found] == ["2020-03-04", "2020-03-09", None]


def test_same_period_takes_up_the_span(read: Read) -> None:
    found = read("fr", "Le fonds aide l'armée depuis 2014, et elle a grandi au cours de la même période.")
    assert [(t.begin, t.finish) for t in found] == [("2014", None), ("2014", None)]


def test_year_of_a_date_told_before(read: Read) -> None:
    found = read("en", "The city fell on 5 November 2005. On 10 November the rebels returned.", None)
    assert [t.value for t in found] == ["2005-11-05", "2005-11-10"]


def test_the_articles_date_is_no_events_date(read: Read) -> None:
    assert read("en", "The minister resigned.") == ()
