"""Known names: what is found in a sentence, what is not, and what it leads to."""

import pytest

from kg.lang import language, tables
from kg.lang.gazetteer import FAMILIES


def found(code, text):
    words = text.split()
    return {" ".join(words[hit.first : hit.last]): hit.entry.key for hit in language(code).gazetteer.find(words)}


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "l' État islamique recule", {"État islamique": "organizations:isis"}),
        ("fr", "l' Etat islamique recule", {"Etat islamique": "organizations:isis"}),
        ("fr", "les Forces démocratiques syriennes", {"Forces démocratiques syriennes": "organizations:sdf"}),
        ("fr", "les forces démocratiques syriennes", {"forces démocratiques syriennes": "organizations:sdf"}),
        ("fr", "aux Etats-Unis", {"Etats-Unis": "states:us"}),
        ("fr", "aux États - Unis", {"États - Unis": "states:us"}),
        ("fr", "en Côte d' Ivoire", {"Côte d' Ivoire": "states:ci"}),
        ("fr", "en Côte d’ Ivoire", {"Côte d’ Ivoire": "states:ci"}),
        ("fr", "au Caire comme à Londres", {"Londres": "cities:2643743"}),
        ("fr", "LE CHEF DE L' ONU EN IRAN", {"ONU": "organizations:un", "IRAN": "states:ir"}),
        ("en", "al - Qaeda in Iraq", {"al - Qaeda in Iraq": "organizations:aqi"}),
        ("en", "the U.S. Army", {"U.S. Army": "organizations:us-army"}),
        ("en", "told the US envoy", {"US": "states:us"}),
        ("en", "in London and Baghdad", {"London": "cities:2643743", "Baghdad": "cities:98182"}),
        ("en", "Operation Inherent Resolve", {"Operation Inherent Resolve": "operations:inherent-resolve"}),
    ],
)
def test_finds(code, text, expected):
    assert found(code, text) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "it told us nothing"),
        ("en", "he is an apple farmer"),
        ("en", "a turkey and a jordan"),
        ("fr", "dans le monde entier"),
        ("fr", "il est un peu tard"),
        ("fr", "la police et la gare"),
        ("en", "Reading and Jackson said"),
    ],
)
def test_leaves_words_alone(code, text):
    assert found(code, text) == {}


@pytest.mark.parametrize(
    ("code", "word", "certain"), [("fr", "Paris", True), ("fr", "Tripoli", False), ("en", "Congo", False)]
)
def test_says_whether_a_name_means_one_thing(code, word, certain):
    hit = language(code).gazetteer.match([word])
    assert hit is not None
    assert hit.certain is certain


@pytest.mark.parametrize(
    ("code", "word", "key", "gender", "number"),
    [
        ("fr", "irakienne", "states:iq", "f", "s"),
        ("fr", "Irakiens", "states:iq", "m", "p"),
        ("fr", "français", "states:fr", "m", ""),
        ("fr", "Egyptien", "states:eg", "m", "s"),
        ("fr", "kurde", "groups:kurds", "", "s"),
        ("fr", "sud-coréens", "states:kr", "m", "p"),
        ("en", "Iraqis", "states:iq", "", "p"),
        ("en", "British", "states:gb", "", ""),
        ("en", "Shiite", "groups:shia", "", ""),
    ],
)
def test_demonyms(code, word, key, gender, number):
    demonym = language(code).gazetteer.demonym(word)
    assert demonym is not None
    assert (demonym.key, demonym.gender, demonym.number) == (key, gender, number)


def test_english_demonyms_need_their_capital():
    gazetteer = language("en").gazetteer
    assert gazetteer.demonym("polish") is None
    assert gazetteer.demonym("us") is None
    assert gazetteer.demonym("Polish") is not None


def test_demonyms_of_two_words():
    gazetteer = language("en").gazetteer
    south, either = gazetteer.demonym("Korean", "South"), gazetteer.demonym("Korean", "the")
    assert south is not None
    assert south.key == "states:kr"
    assert either is not None
    assert either.key == "geography:korea"


def test_demonym_of_two_states_names_both():
    demonym = language("fr").gazetteer.demonym("congolaise")
    assert demonym is not None
    assert (demonym.key, demonym.also) == ("states:cd", ("states:cg",))


def test_a_capital_stands_for_its_state():
    gazetteer = language("en").gazetteer
    moscow = gazetteer.match(["Moscow"])
    assert moscow is not None
    russia = gazetteer.metonym(moscow.entry.key)
    assert russia is not None
    assert (russia.iso, russia.label("fr"), russia.label("en")) == ("RU", "Russie", "Russia")
    mosul = gazetteer.match(["Mosul"])
    assert mosul is not None
    assert gazetteer.metonym(mosul.entry.key) is None


def test_entries_carry_what_they_lead_to():
    baghdad = language("fr").gazetteer.entry("cities:98182")
    assert (baghdad.label_fr, baghdad.label_en, baghdad.state) == ("Bagdad", "Baghdad", "states:iq")
    assert baghdad.lat == pytest.approx(33.34, abs=0.1)
    assert language("fr").gazetteer.entry("states:fr").wikidata == "Q142"
    with pytest.raises(KeyError):
        language("fr").gazetteer.entry("cities:1")
    with pytest.raises(KeyError):
        language("fr").gazetteer.entry("states:zz")


@pytest.mark.parametrize("family", FAMILIES)
def test_tables_are_sound(family):
    gazetteer = language("en").gazetteer
    slugs, items = [], []
    for cells in tables.rows(f"world/{family}.tsv", 11):
        slugs.append(cells[0])
        assert cells[2] or cells[3] or cells[4], cells
        entry = gazetteer.entry(f"{family}:{cells[0]}")
        for key in (entry.state, entry.part_of):
            assert key is None or gazetteer.entry(key)
        if entry.wikidata:
            assert entry.wikidata[0] == "Q"
            assert entry.wikidata[1:].isdigit()
            items.append(entry.wikidata)
    assert len(slugs) == len(set(slugs))
    assert len(items) == len(set(items)), "two entries lead to one item"


def test_demonyms_and_metonyms_lead_to_entries():
    gazetteer = language("fr").gazetteer
    for keys, *_ in tables.rows("world/demonyms.tsv", 5):
        assert all(gazetteer.entry(key) for key in keys.split("|"))
    for key, stands_for in tables.rows("world/metonyms.tsv", 2):
        assert gazetteer.entry(key)
        assert gazetteer.entry(stands_for)


def test_leaders_lead_somewhere_by_name_and_surname():
    gazetteer = language("en").gazetteer
    for led, names in tables.rows("world/leaders.tsv", 2):
        assert gazetteer.entry(led if ":" in led else f"states:{led}")
        assert names
    assert gazetteer.led_by("Emmanuel Macron") == gazetteer.led_by("Macron") == "states:fr"
    assert gazetteer.led_by("Sisi") == gazetteer.led_by("Abdel Fattah al-Sisi") == "states:eg"
    assert gazetteer.led_by("Marc Dumas") is None


def test_cities_are_sorted_and_whole():
    rows = tables.text("world/cities.tsv").split("\n")
    keys = [row.split("\t", 1)[0] + "\t" for row in rows]
    assert keys == sorted(keys)
    assert all(row.count("\t") == 8 for row in rows)
