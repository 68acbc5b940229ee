"""Sentences that end with the full stop of an abbreviation are parted from the next."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator, load
from kg.model import Article

TWO = [
    "The shares were bought by Norvex Inc. The bank declined to comment.",
    "The bank agreed to buy 30 branches from Norvex Inc. Lantis Corp. said the deal would close in June.",
    "The talks ended at 5 p.m. The minister left.",
    "It has plants in the U.S. Its rival has none.",
    "She was arrested by the F.B.I. Mr. Dolan left the country.",
    "The rebels left at 6 p.m. Mr. Keita said the village was safe.",
]
ONE = [
    "Norvex Inc. Chairman Ana Vidal met Lantis Corp. President Musa Keita in Varna.",
    "The co-founder and former chief executive officer of Marel Inc. Steve Dolan has died.",
    "He met U.S. President Dolan and U.S. Senator Vidal in the U.S. Senate on Monday.",
    "The talks ended at 5 p.m. Monday in London.",
]


@pytest.fixture(scope="module")
def english() -> Annotator:
    return load("en")


@pytest.mark.parametrize(("text", "sentences"), [*((text, 2) for text in TWO), *((text, 1) for text in ONE)])
def test_sentences_behind_abbreviations(english: Annotator, text: str, sentences: int) -> None:
    (parse,) = english.parse([Article("t", text, "en")])
    assert len(parse.sentences) == sentences
