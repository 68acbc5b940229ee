"""The language of an article is that of most of its paragraphs."""

from __future__ import annotations

import pytest

from kg.errors import LanguageError, UsageError
from kg.read import ReadOptions
from kg.read.language import find_language

from .helpers import ENGLISH, FRENCH, read_one, reason

ARABIC = "قالت السلطات إن الميناء سيفتح أبوابه من جديد يوم الثلاثاء بعد إضراب دام ثلاثة أيام."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        ("Le port rouvre", "fr"),
        ("Police arrest two men in Tirna", "en"),
        ("Séisme au Népal", "fr"),
        (FRENCH + ARABIC, "fr"),
        (FRENCH + "\n“The harbour is open again and all of us are back at work”, she wrote.\n", "fr"),
        (ENGLISH + "\n« Le port est ouvert », a écrit la préfecture sur le réseau.\n", "en"),
        (FRENCH.replace("port", "harbour").replace("travail", "work"), "fr"),
    ],
)
def test_language_of_a_text(text, code):
    assert find_language(text, "a.txt") == code


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("El puerto de Tirna volvió a abrir el martes tras tres días de huelga, anunció la prefectura.", "Spanish"),
        ("Der Hafen von Tirna ist seit Dienstag wieder geöffnet, teilte die Behörde mit.", "German"),
        (ARABIC, "Arabic"),
        ("Порт Тирны снова открылся во вторник после трёхдневной забастовки.", "Russian"),
        ("港は火曜日に再開したと当局が発表した。", "Japanese"),
    ],
)
def test_a_language_that_is_not_spoken_is_refused_by_name(text, named):
    with pytest.raises(LanguageError, match=f"looks like {named}.*en, fr"):
        find_language(text, "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "Hamnen i Tirna öppnade igen på tisdagen efter tre dagars strejk, meddelade länsstyrelsen.",
        "El port de Tirna va reobrir dimarts després de tres dies de vaga, segons la prefectura. Els treballadors i "
        "els armadors han arribat a un acord que millora els salaris i les condicions de la feina als molls",
        "Il porto di Tirna ha riaperto martedì dopo tre giorni di sciopero, ha annunciato la prefettura. L'accordo con "
        "gli armatori migliora i salari e le condizioni di lavoro per tutti i portuali della città, dice il sindaco.",
        "Portul din Tirna s-a redeschis marți după trei zile de grevă, a anunțat prefectura. Acordul cu armatorii "
        "îmbunătățește salariile și condițiile de muncă ale tuturor docherilor din oraș, potrivit primarului.",
    ],
)
def test_languages_near_to_those_spoken_are_refused(text):
    with pytest.raises(LanguageError, match="kg"):
        find_language(text, "a.txt")


def test_no_words_no_language(write):
    assert "--lang" in reason(write("a.txt", "12 345 – 67,8"))


def test_the_option_holds_for_all_and_the_record_for_itself(write):
    assert read_one(write("a.txt", FRENCH), ReadOptions(lang="en")).lang == "en"
    assert read_one(write("a.jsonl", '{"text": "12 345", "lang": "fr-CA"}')).lang == "fr"
    assert "'es'" in reason(write("b.jsonl", '{"text": "12 345", "lang": "es"}'))
    assert "'es'" in reason(write("c.txt", FRENCH), ReadOptions(lang="es"))
    with pytest.raises(UsageError, match="two-letter"):
        ReadOptions(lang="french")
