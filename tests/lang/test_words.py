"""Nouns, titles, profiles and given names."""

import pytest

from kg.errors import KgError, LanguageError
from kg.lang import codes, language

KINDS = {"Person", "Group", "Force", "Organization", "GeopoliticalEntity", "Place", "Artifact", "Work"}
RELATIONS = {"", "commands", "spokespersonFor", "memberOf", "familyOf"}
CLASSES = {"honorific", "rank", "office", "occupation", "kinship"}


def test_languages():
    assert codes() == ("en", "fr")
    assert language("fr") is language("fr")
    with pytest.raises(LanguageError, match="xx"):
        language("xx")


def noun(code, forms, lemmas=None):
    return language(code).nouns.match(forms.split(), (lemmas or forms).split(), 0)


@pytest.mark.parametrize(
    ("code", "forms", "lemmas", "length", "kind"),
    [
        ("fr", "chars d' assaut russes", "char d' assaut russe", 3, "Artifact"),
        ("fr", "forces de sécurité", "force de sécurité", 3, "Force"),
        ("fr", "hôpital", "hôpital", 1, "Place"),
        ("fr", "manifestante", "manifestant", 1, "Person"),
        ("fr", "lance - roquettes", "lance - roquette", 3, "Artifact"),
        ("fr", "ministère public", "ministère public", 2, "Organization"),
        ("fr", "foule", "foule", 1, "Group"),
        ("en", "police stations", "police station", 2, "Place"),
        ("en", "self - driving cars", "self - drive car", 4, "Artifact"),
        ("en", "security forces", "security force", 2, "Force"),
        ("en", "arms", "arm", 1, "Artifact"),
        ("en", "press release", "press release", 2, "Work"),
        ("en", "asylum seekers", "asylum seeker", 2, "Person"),
    ],
)
def test_nouns(code, forms, lemmas, length, kind):
    match = noun(code, forms, lemmas)
    assert match is not None
    assert (match[0], match[1].kind) == (length, kind)


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("fr", "décision"),
        ("fr", "guerre"),
        ("fr", "cadre"),
        ("fr", "type"),
        ("en", "issue"),
        ("en", "market"),
        ("en", "way"),
    ],
)
def test_nouns_that_name_nothing(code, word):
    assert noun(code, word) is None


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_noun_tables_are_sound(code):
    nouns = language(code).nouns
    assert len(nouns) > 3500
    for entry in nouns.values():
        assert {entry.kind, *entry.also} <= KINDS, entry
        assert entry.gender in {"", "m", "f"}, entry
        assert entry.lemma == entry.lemma.lower(), entry


@pytest.mark.parametrize(
    ("code", "text", "length", "kind", "relation"),
    [
        ("fr", "premier ministre irakien", 2, "office", ""),
        ("fr", "chef d' état - major", 5, "rank", "commands"),
        ("fr", "porte-parole de l' armée", 1, "office", "spokespersonFor"),
        ("fr", "mme", 1, "honorific", ""),
        ("fr", "ancienne", None, "", ""),
        ("en", "secretary of state", 3, "office", ""),
        ("en", "spokeswoman", 1, "office", "spokespersonFor"),
        ("en", "lt. col.", 2, "honorific", ""),
        ("en", "brother-in-law", 1, "kinship", "familyOf"),
        ("en", "brother - in - law", 5, "kinship", "familyOf"),
    ],
)
def test_titles(code, text, length, kind, relation):
    match = language(code).titles.match(text.split(), text.split(), 0)
    if length is None:
        assert match is None
        return
    assert match is not None
    assert (match[0], match[1].kind, match[1].relation) == (length, kind, relation)


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_title_tables_are_sound(code):
    titles = language(code).titles
    assert titles.former
    for entry in titles.values():
        assert entry.kind in CLASSES, entry
        assert entry.relation in RELATIONS, entry


def test_relation_of_a_title_with_words_after_it():
    assert language("fr").titles.relation("chef d'état-major adjoint") == "commands"
    assert language("fr").titles.relation("boulanger") == ""


def test_pronouns():
    french, english = language("fr").profile.pronouns, language("en").profile.pronouns
    assert (french["elles"].gender, french["elles"].number, french["elles"].person) == ("f", "p", "3")
    assert french["leurs"].type == "possessive"
    assert (english["his"].gender, english["his"].animacy) == ("m", "person")
    assert english["who"].type == "relative"


def test_a_profile_says_what_it_lacks():
    with pytest.raises(KgError, match=r"profile\.toml has no determiners\.imaginary"):
        language("fr").profile.words("determiners", "imaginary")


def test_given_names():
    names = language("fr").given_names
    assert names.gender("Marie") == "f"
    assert names.gender("Jean-Pierre") == "m"
    assert names.gender("Mohammed") == "m"
    assert names.gender("Irak") == ""
    assert "Fatoumata" in names
    assert "will" not in names
