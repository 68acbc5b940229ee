"""Lemmas: verbs as infinitives, nouns in the singular, adjectives in the masculine, names as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.annotate.lemmas import load_lemmas

CASES = Path(__file__).parent


@pytest.mark.parametrize("code", ["fr"])
def test_every_case_of_the_table(code: str) -> None:
    lemmas = load_lemmas(code)
    assert lemmas is not None
    rows = [line.split("\t") for line in (CASES / f"lemmas-{code}.tsv").read_text(encoding="utf-8").splitlines()]
    assert len(rows) > 200
    wrong = [(pos, form, lemma, found) for pos, form, lemma in rows if (found := lemmas.lemma(form, pos)) != lemma]
    assert wrong == []


def test_capitals_do_not_matter_but_in_names() -> None:
    lemmas = load_lemmas("fr")
    assert lemmas is not None
    assert lemmas.lemma("ATTAQUES", "NOUN") == "attaque"
    assert lemmas.lemma("Attaques", "PROPN") == "Attaques"


def test_words_that_no_dictionary_holds_follow_the_rules() -> None:
    lemmas = load_lemmas("fr")
    assert lemmas is not None
    assert lemmas.lemma("géolocaliseraient", "VERB") == "géolocaliser"
    assert lemmas.lemma("cybermilitantes", "ADJ") == "cybermilitant"
    assert lemmas.lemma("7", "NOUN") == "7"


def test_a_language_without_tables_has_none() -> None:
    assert load_lemmas("xx") is None
