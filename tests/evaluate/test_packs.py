"""What `kg lang check` finds in a pack by looking at it."""

from typing import Any

import pytest

from kg.evaluate.coverage import differences, untried, unused_words, wordless
from kg.evaluate.examples import Example, load
from kg.evaluate.packs import Stanza, example_faults, faults, stanza_faults, stanzas, words
from kg.lang import codes

GOOD = {"class": "Delivery", "verbs": ["livrer"], "only": {"agent": ["Actor"]}, "roles": {"theme": ["object"]}}


def stanza(table: str = "frame", **content: Any) -> Stanza:
    return Stanza("fr", "fr/frames/transfer.toml, frame 1", table, content)


def example(expect: list[dict[str, Any]], kind: str = "Delivery") -> Example:
    return Example("fr/Delivery#1", "fr", kind, "Il livre.", None, tuple(expect), ())


@pytest.mark.parametrize("lang", codes())
def test_the_packs_are_well_formed(lang: str) -> None:
    assert faults(lang, load(lang)) == []


@pytest.mark.parametrize("lang", codes())
def test_each_class_and_relation_has_words_and_examples(lang: str) -> None:
    assert wordless(lang) == []
    assert untried(lang, load(lang)) == []


def test_the_languages_cover_the_same() -> None:
    assert differences(codes()) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"class": "Delivering"}, "event class 'Delivering'"),
        ({"verb": ["livrer"]}, "key 'verb'"),
        ({"only": {"giver": ["Actor"]}}, "role 'giver'"),
        ({"only": {"agent": ["Actors"]}}, "class 'Actors'"),
        ({"roles": {"theme": ["objet"]}}, "slot 'objet'"),
        ({"complement": "sure"}, "complement 'sure'"),
    ],
)
def test_a_malformed_stanza_is_told(change: dict[str, Any], fault: str) -> None:
    assert list(stanza_faults(stanza(**GOOD))) == []
    (told,) = stanza_faults(stanza(**{**GOOD, **change}))
    assert fault in told


@pytest.mark.parametrize(
    ("fact", "fault"),
    [
        ({"event": "Deliver"}, "event class 'Deliver'"),
        ({"event": "Delivery", "whom": "x"}, "'whom'"),
        ({"event": "Delivery", "factuality": "True"}, "factuality 'True'"),
        ({"relation": "owns", "subject": "x"}, "relation 'owns'"),
        ({"relation": "ownerOf", "whose": "x"}, "'whose'"),
        ({"entity": "Person", "label": "x"}, "an entity has a name"),
        ({"name": "x"}, "a fact is about"),
    ],
)
def test_a_malformed_fact_of_an_example_is_told(fact: dict[str, Any], fault: str) -> None:
    (told,) = example_faults(example([fact]))
    assert fault in told


def test_every_part_of_a_trigger_has_to_be_in_one_example() -> None:
    frame = stanza(verbs=["mettre ~à:mort", "pull +out", "se rendre"], nouns=["coup d'État"])
    triggers = list(words(frame))
    assert [word.parts for word in triggers][3] == ("coup", "d'", "État")
    texts = [frozenset(("mettre", "mort", "à")), frozenset(("pull", "rendre")), frozenset(("out", "coup", "état"))]
    assert [word.text for word in unused_words(triggers, texts)] == ["pull +out", "coup d'État"]


def test_the_stanzas_of_all_tables_are_read() -> None:
    assert {s.table for s in stanzas("fr")} == {"frame", "relation", "support", "modal"}
