"""Only a date in the article's frame dates it."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.read import ReadOptions
from kg.read.dates import from_metadata, from_text

from .helpers import FRENCH, read_one

BODY_FR = "Le port de Tirna a rouvert mardi, a annoncé la préfecture.\n"
BODY_EN = "The harbour of Tirna reopened on Tuesday, the prefecture said.\n"
LONG_FR = BODY_FR * 12

DATED = [
    ("fr", "1er janvier 2016 . –\n" + BODY_FR, "2016-01-01", "1er janvier 2016"),
    ("fr", "Le port rouvre\n\n7 janvier 2016, 11 h 40 UTC . – " + BODY_FR, "2016-01-07", "7 janvier 2016"),
    ("fr", "Le port rouvre\n\nVue du port.\n\n4 août 2016 . –\n" + BODY_FR, "2016-08-04", "4 août 2016"),
    ("fr", "(Paris, 3 mars 2020) " + BODY_FR, "2020-03-03", "3 mars 2020"),
    ("fr", "PARIS, 3 mars 2020 (AFP) – " + BODY_FR, "2020-03-03", "3 mars 2020"),
    ("fr", "Titre\nPublié le mardi 3 mars 2020 à 14h30\n" + BODY_FR, "2020-03-03", "3 mars 2020"),
    ("fr", "Titre\nPublié le 03/04/2020 à 14:30\n" + BODY_FR, "2020-04-03", "03/04/2020"),
    ("fr", "Titre\nMis à jour le 5 mars 2020\nPublié le 3 mars 2020\n" + BODY_FR, "2020-03-03", "3 mars 2020"),
    ("fr", "Titre\nMis à jour le 5 mars 2020\n" + BODY_FR, "2020-03-05", "5 mars 2020"),
    ("fr", "Titre\nPar Ana Melk, 2020-03-03\n" + BODY_FR, "2020-03-03", "2020-03-03"),
    ("fr", LONG_FR + "Fait à Tirna, le 3 mars 2020.\n", "2020-03-03", "3 mars 2020"),
    ("fr", LONG_FR + "La grève est finie (Tirna, 3 mars 2020).", "2020-03-03", "3 mars 2020"),
    ("fr", LONG_FR + "— Port (@PortTirna) 26 juillet 2021 Vue du port.\n" + LONG_FR, "2021-07-26", "26 juillet 2021"),
    ("fr", LONG_FR + "— A (@a) 2 mai 2021\n— B (@b) 1er mai 2021\n" + LONG_FR, "2021-05-02", "2 mai 2021"),
    ("en", "Harbour reopens\nApril 9, 2008\n" + BODY_EN, "2008-04-09", "April 9, 2008"),
    ("en", "LONDON, March 3, 2020 (Reuters) - " + BODY_EN, "2020-03-03", "March 3, 2020"),
    ("en", "Harbour\nBy Ana Melk | 3rd March 2020 at 10:00 a.m. GMT\n" + BODY_EN, "2020-03-03", "3rd March 2020"),
    ("en", "Harbour reopens\nPublished Sept. 3, 2020 · Updated 5 min read\n" + BODY_EN, "2020-09-03", "Sept. 3, 2020"),
    ("en", BODY_EN * 12 + "— Harbour (@TirnaPort) July 26, 2021\n" + BODY_EN * 9, "2021-07-26", "July 26, 2021"),
    ("en", "Harbour reopens\nPublished 26/07/2021\n" + BODY_EN, "2021-07-26", "26/07/2021"),
]
UNDATED = [
    ("fr", "Le port doit rouvrir d'ici le 31 décembre 2021.\n" + BODY_FR),
    ("fr", "Ana Melk est née le 3 mai 1950 à Tirna.\n" + BODY_FR),
    ("fr", "Ana Melk (3 mai 1950 – 4 juin 2020) dirigeait le port.\n" + BODY_FR),
    ("fr", "Attentat du 13 novembre 2015 : le procès s'ouvre\n\n" + BODY_FR),
    ("fr", "Procès de l'attentat du 13 novembre 2015\n\n" + BODY_FR),
    ("fr", "Le 3 mars 2020, Jean-Marc Dolan a quitté le port.\n" + BODY_FR),
    ("fr", LONG_FR + "Le prochain vote aura lieu le 3 mars 2020.\n"),
    ("fr", "Titre\n30 février 2020\n" + BODY_FR),
    ("fr", "mars 2020\n" + BODY_FR),
    ("fr", LONG_FR + "— Port de Tirna (@PortTirna) hier soir\n" + LONG_FR),
    ("en", "Ana Melk was born on 3 May 1950.\n" + BODY_EN),
    ("en", "On May 3, 2020, Ana Melk left the harbour.\n" + BODY_EN),
    ("en", "Harbour reopens\nPublished 04/05/2021\n" + BODY_EN),
    ("en", "The May 3, 2020 deadline\n\n" + BODY_EN),
]


@pytest.mark.parametrize(("lang", "text", "iso", "span"), DATED)
def test_a_frame_dates_the_article(lang, text, iso, span):
    found = from_text(text, lang)
    assert found is not None
    assert (found.iso, text[found.start : found.end]) == (iso, span)


@pytest.mark.parametrize(("lang", "text"), UNDATED)
def test_a_date_within_a_sentence_does_not(lang, text):
    assert from_text(text, lang) is None


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2021-07-26", "2021-07-26"),
        ("20210726", "2021-07-26"),
        ("2021-07-26T10:00:00Z", "2021-07-26T10:00:00+00:00"),
        ("2021-07-26 10:00:00", "2021-07-26T10:00:00"),
        ("Mon, 26 Jul 2021 10:00:00 +0200", "2021-07-26T10:00:00+02:00"),
        ("26 juillet 2021", "2021-07-26"),
        ("July 26, 2021", "2021-07-26"),
        ("Publié le 26 juillet 2021", "2021-07-26"),
        ("1627286400", "2021-07-26T08:00:00+00:00"),
        ("1627286400000", "2021-07-26T08:00:00+00:00"),
        ("yesterday", None),
        ("2021-13-45", None),
        ("12", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_of_metadata(value, iso):
    assert from_metadata(value, "fr") == iso


def test_where_the_date_comes_from_is_said(write):
    path = write("a.txt", "Tirna, 3 mars 2020 – " + FRENCH)
    assert read_one(path).published_evidence == "text:7-18"
    assert read_one(path, ReadOptions(date="2021-01-02")).published_evidence == "option"
    record = write("a.jsonl", '{"text": "Le port rouvre. 3 mars 2020.", "date": "2020-03-04"}')
    assert (read_one(record).published, read_one(record).published_evidence) == ("2020-03-04", "metadata")
    undated = read_one(write("b.txt", FRENCH))
    assert (undated.published, undated.published_evidence) == (None, None)


@pytest.mark.parametrize("date", ["26 juillet 2021", "2021-02-30", "2021", "today"])
def test_an_option_that_is_no_date_is_refused(date):
    with pytest.raises(UsageError, match="2021-07-26"):
        ReadOptions(date=date)
