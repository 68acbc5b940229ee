"""Mentions as a reader would mark them: what stands for an entity, of which kind, and what does not."""

from __future__ import annotations

import pytest

from kg.extract.mentions import find_mentions
from kg.extract.quantities import find_quantities
from kg.extract.times import find_times
from kg.lang import language
from kg.model import Mention
from tests.parsing import parse


def mentions(lang: str, text: str) -> tuple[Mention, ...]:
    parsed, tongue = parse(lang, text), language(lang)
    quantities = find_quantities(parsed, tongue)
    return find_mentions(parsed, tongue, quantities, find_times(parsed, tongue, quantities))


def kinds(lang: str, text: str) -> dict[str, str]:
    return {m.text: m.kind for m in mentions(lang, text) if m.form != "pronoun"}


NAMES = [
    ("fr", "Le colonel Marek Dolan a quitté Tirna lundi.", {"Marek Dolan": "Person"}),
    ("fr", "Mme Adèle Varnier, ministre de la Justice, s'est rendue à Lyon.", {"Adèle Varnier": "Person"}),
    (
        "fr",
        "L'Irak et la Turquie ont signé un accord.",
        {"Irak": "GeopoliticalEntity", "Turquie": "GeopoliticalEntity"},
    ),
    ("fr", "La société Varnex a licencié 300 salariés.", {"Varnex": "Organization"}),
    ("fr", "Selon Julien Aubertin, porte-parole du gouvernement, rien n'est décidé.", {"Julien Aubertin": "Person"}),
    ("en", "Colonel Marek Dolan left Tirna on Monday.", {"Marek Dolan": "Person"}),
    (
        "en",
        "Vantex Inc. sued Ordell Group over a patent.",
        {"Vantex Inc.": "Organization", "Ordell Group": "Organization"},
    ),
    (
        "fr",
        "Emma Pallant devait battre la nouvelle championne d'Europe, l'Italienne Giorgia Priarone.",
        {"Europe": "Place", "Giorgia Priarone": "Person"},
    ),
    ("fr", "Le maire a vu Ezequiel « Pocho Varnier à Lyon.", {"Ezequiel": "Person"}),
    ("en", "Turkey and Iraq signed an agreement.", {"Turkey": "GeopoliticalEntity", "Iraq": "GeopoliticalEntity"}),
]


@pytest.mark.parametrize(("lang", "text", "expected"), NAMES)
def test_names_and_their_kinds(lang: str, text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= kinds(lang, text).items()


DESCRIPTIONS = [
    ("fr", "Des hommes armés ont attaqué un convoi.", {"hommes armés": "Group"}),
    ("fr", "L'armée américaine a bombardé une base.", {"armée américaine": "Force"}),
    ("fr", "Une jeune femme a été blessée.", {"jeune femme": "Person"}),
    ("en", "Armed men attacked the village.", {"Armed men": "Group"}),
    ("en", "A senior Iraqi official denied the report.", {"senior Iraqi official": "Person"}),
]


@pytest.mark.parametrize(("lang", "text", "expected"), DESCRIPTIONS)
def test_descriptions_stand_for_entities(lang: str, text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= kinds(lang, text).items()


NOTHING = [
    ("fr", "Aucun soldat n'a été tué dans le cadre de l'opération.", {"soldat", "cadre"}),
    ("fr", "Madame Adèle Varnier a parlé.", {"Madame", "Madame Adèle Varnier"}),
    ("fr", "Le Président du Syndicat a parlé lundi.", {"lundi", "Président"}),
    ("en", "No soldier was killed on Monday.", {"soldier", "Monday"}),
    ("en", "The Secretary of State left.", {"State"}),
]


@pytest.mark.parametrize(("lang", "text", "absent"), NOTHING)
def test_what_is_no_entity(lang: str, text: str, absent: set[str]) -> None:
    assert not absent & kinds(lang, text).keys()


def test_a_title_beside_a_name_is_an_office_and_alone_a_person() -> None:
    assert kinds("fr", "Le directeur de la prison, Marek Dolan, a démissionné.")["directeur de la prison"] == "Position"
    assert kinds("fr", "Le Premier ministre irakien a démissionné.")["Premier ministre irakien"] == "Person"


def test_pronouns_that_refer_and_those_that_do_not() -> None:
    found = [m.text for m in mentions("fr", "Il pleut. Adèle Varnier a dit qu'elle partirait avec son frère.")]
    assert "elle" in found
    assert "son" in found
    found = [m.text for m in mentions("en", "It is raining. Anna said that she would leave with her brother.")]
    assert {"she", "her"} <= set(found)
    assert "It" not in found


def test_a_number_counts_its_group() -> None:
    (soldiers,) = [m for m in mentions("fr", "Environ 2 500 soldats américains sont en Irak.") if m.lemma == "soldat"]
    assert soldiers.kind == "Group"
    assert soldiers.quantity is not None


def test_a_nationality_leads_to_its_state() -> None:
    found = mentions("fr", "Les soldats irakiens ont repris la ville.")
    (adjective,) = [m for m in found if m.rule == "demonym: adjective"]
    assert adjective.link == "states:iq"
    (people,) = [m for m in mentions("en", "Three Iraqis were arrested.") if m.text == "Iraqis"]
    assert people.kind == "Group"


def test_spans_are_slices_of_the_text() -> None:
    text = "Le général Marek Dolan, chef de l'état-major, a rencontré des journalistes à Tirna."
    for mention in mentions("fr", text):
        assert mention.text.startswith(text[mention.start : mention.end])


QUOTED = [
    ("fr", "L'association « Un toit pour demain » a protesté.", "Un toit pour demain", "Organization"),
    ("fr", "La Force turque Al-Nasr a attaqué un village.", "Force turque Al-Nasr", "Force"),
    ("fr", "La compagnie aérienne Varjet a licencié 300 salariés.", "Varjet", "Organization"),
    ("fr", "Le Sénat a voté la loi lundi.", "Sénat", "Organization"),
    ("fr", "La fortune d'al-Rahimi a été saisie ; Karim al-Rahimi a été arrêté.", "al-Rahimi", "Person"),
]


def test_an_operation_is_an_event_not_an_entity() -> None:
    assert "Aube nouvelle" not in " ".join(kinds("fr", "L'opération Aube nouvelle a commencé mardi."))


def test_the_office_is_found_behind_another_title() -> None:
    found = kinds("fr", "Le porte-parole de l'armée, le colonel Marek Dolan, a démenti.")
    assert found["porte-parole de l'armée"] == "Position"
    assert "colonel" not in found


KINDS_BY_NEIGHBOURS = [
    ("fr", "Les habitants de Oulad Brahim ont fui.", "Oulad Brahim", "Place"),
    ("fr", "Une arme était dans l'appartement de Davy Lenoir.", "Davy Lenoir", "Person"),
    ("fr", "La police a fouillé le siège de Lombard Finance.", "Lombard Finance", "Organization"),
    ("fr", "Charles de Gaulle a prononcé ce discours.", "Charles de Gaulle", "Person"),
    ("fr", "Florence a perdu son mari. Florence Aubry avait trente ans.", "Florence", "Person"),
    ("en", "Two suspects were named after the Lyon attack.", "Lyon", "GeopoliticalEntity"),
    ("en", "Ms Delaney accused the mayor.", "Delaney", "Person"),
    ("en", "The king of Tonga met Prince Albert.", "Albert", "Person"),
]


@pytest.mark.parametrize(("lang", "text", "name", "kind"), [*QUOTED, *KINDS_BY_NEIGHBOURS])
def test_what_stands_beside_a_name_or_the_article_tells_its_kind(lang: str, text: str, name: str, kind: str) -> None:
    assert kinds(lang, text)[name] == kind


@pytest.mark.parametrize("text", ["La tempête Marcel a touché Lyon.", "Un homme a crié « Allah » devant le préfet."])
def test_storms_and_prayers_are_nobody(text: str) -> None:
    assert "Person" not in {kind for name, kind in kinds("fr", text).items() if name in {"Marcel", "Allah"}}
