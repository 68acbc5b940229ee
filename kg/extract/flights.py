"""Flights, which a number names: "le vol 2933", "Flight MH 370"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.spans import Span, Text
from kg.model import Sentence, Token

# IATA flight numbers: a code of two letters or digits for the airline, often left out, and up to four digits.
_NUMBER = re.compile(r"(?:[A-Z]{2}|[A-Z]\d|\d[A-Z]|[A-Z]{3})?-?\d{2,4}")
_CODE = re.compile(r"[A-Z]{2,3}")
MOST_WORDS = 2  # of a number: "MH 370"


def flight_spans(text: Text, sentence: Sentence) -> Iterator[Span]:
    """The flights of a sentence: the airline before a capital, the noun, and its number of one word or two."""
    nouns = text.language.profile.words("names", "flights")
    for i in range(sentence.first, sentence.last - 1):
        last = _number_end(text, i + 1, sentence.last) if text.forms[i] in nouns else i
        if last > i + 1:
            first = i
            while text.tokens[i].text.istitle() and first > sentence.first and _is_of_airline(text.tokens[first - 1]):
                first -= 1
            yield Span(first, last, "head noun", kind="Artifact")


def _number_end(text: Text, i: int, end: int) -> int:
    """Where a flight's number ends that begins at word `i`; `i` itself if there is none: "a flight 30 minutes later"."""
    words = [token.text for token in text.tokens[i : min(i + MOST_WORDS, end)]]
    if len(words) == MOST_WORDS and _CODE.fullmatch(words[0]) and _NUMBER.fullmatch(words[1]):
        return i + MOST_WORDS
    counts = words[0].isdecimal() and i + 1 < end and text.tokens[i + 1].pos == "NOUN"
    return i + 1 if _NUMBER.fullmatch(words[0]) and not counts else i


def _is_of_airline(word: Token) -> bool:
    return word.pos == "PROPN" and word.text[:1].isupper()
