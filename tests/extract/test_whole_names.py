"""Names and labels are whole: cut at no "à", "pour", "et", comma or number, and no longer than they are."""

from __future__ import annotations

import pytest

from tests.extract.test_mentions import kinds

WHOLE = [
    (
        "L'agence norvégienne de crédits à l'exportation a suspendu ses aides.",
        "agence norvégienne de crédits à l'exportation",
    ),
    ("La cérémonie aura lieu sur le site de saut à ski.", "site de saut à ski"),
    (
        "Elle a saisi la Haute autorité pour la transparence de la vie sportive.",
        "Haute autorité pour la transparence de la vie sportive",
    ),
    (
        "L'Union des graveuses et des graveurs québécois a protesté.",
        "Union des graveuses et des graveurs québécois",
    ),
    ("Le roman a été édité par Hart, Stone and Company à Londres.", "Hart, Stone and Company"),
    ("La vitre d'un bus de la ligne 512 a été brisée à Lyon.", "bus de la ligne 512"),
    ("Il a été arrêté devant le lycée Lucie Vernet mardi.", "lycée Lucie Vernet"),
    ("La voiture de l'ancien président Marc Vidal a brûlé.", "voiture de l'ancien président Marc Vidal"),
    ("Le siège est allé à la Grande Assemblée nationale du fait de défections.", "Grande Assemblée nationale"),
    (
        "Les départements français de Guyane, Martinique et Guadeloupe recensent des cas.",
        "départements français de Guyane, Martinique et Guadeloupe",
    ),
    ("Tirna : le parlement catalan vote l'indépendance", "parlement catalan"),
    ("Elle voulait offrir à son père des funérailles nationales.", "père"),
]


@pytest.mark.parametrize(("text", "name"), WHOLE)
def test_names_and_labels_are_whole(text: str, name: str) -> None:
    assert name in kinds("fr", text)


CUT = [
    ("Un texte adopté sans vote du Parlement la Loi Vidal.", "Parlement la Loi Vidal"),
    ("La Haute autorité de la primaire a refusé.", "Haute"),
    ("Le juge a été vu par un conseiller fédéral au bout d'une semaine.", "conseiller fédéral au bout d'une semaine"),
]


@pytest.mark.parametrize(("text", "name"), CUT)
def test_no_fragments(text: str, name: str) -> None:
    assert name not in kinds("fr", text)


def test_the_holder_of_an_office_is_not_the_body() -> None:
    found = kinds("fr", "Le président de la Banque centrale européenne Draghi a démissionné.")
    assert (found["Banque centrale européenne"], found["Draghi"]) == ("Organization", "Person")


ENGLISH = [
    ("The US Embassy Chargé d'Affaires, Ann Wood, spoke in Baghdad.", "US Embassy"),
    ("The Ministry of Justice's Roads for All scheme pays farmers.", "Ministry of Justice"),
]


@pytest.mark.parametrize(("text", "name"), ENGLISH)
def test_english_bodies_end_before_an_office_and_what_is_theirs(text: str, name: str) -> None:
    assert name in kinds("en", text)


def test_an_adverb_in_quotation_marks_is_no_name() -> None:
    assert "very soon" not in kinds("en", 'Norvia sued the firm "very soon" after that.')


KINDS = [
    ("Deux lynx ont été relâchés à Villard d'Orvia (Jura).", "Villard d'Orvia", "GeopoliticalEntity"),
    ("Affaire Vernier : des restes retrouvés", "Vernier", "Person"),
    ("Elle l'a vu grâce au petit télescope NARVIST de l'Observatoire austral.", "NARVIST", "Artifact"),
    ("Le militant des droits de l'Homme Paul Marin a été arrêté.", "militant des droits de l'Homme", "Person"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_what_a_name_is(text: str, name: str, kind: str) -> None:
    assert kinds("fr", text)[name] == kind
