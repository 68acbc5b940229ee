"""How labels put articles and prepositions before names."""

import pytest

from kg.lang.articles import load_articles


@pytest.mark.parametrize(
    ("state", "preposition"),
    [
        ("Chine", "en"),
        ("Mali", "au"),
        ("États-Unis", "aux"),
        ("Pays-Bas", "aux"),
        ("Irak", "en"),
        ("Cuba", "à"),
        ("Mexique", "au"),
        ("Corée du Sud", "en"),
        ("Soudan du Sud", "au"),
    ],
)
def test_french_states_have_the_preposition_of_their_gender(state: str, preposition: str) -> None:
    assert load_articles("fr").into_state(state) == preposition


def test_english_needs_no_other_preposition_for_a_state() -> None:
    assert load_articles("en").into_state("China") == ""
