"""English words that the models' tokenizer breaks at a hyphen and their parser then puts together wrong."""

from __future__ import annotations

from kg.annotate.parsing import load_parsing
from kg.annotate.words import Span, Words


def joined(words: Words) -> list[Span]:
    """Find "co - founder", "Al - Qaeda", "Jean - Claude": prefixed words and names."""
    prefixes = load_parsing("en").prefixes
    spans: list[Span] = []
    i, text = 0, words.text
    while i < len(text):
        last = i + 1
        while last + 1 < len(text) and is_hyphen(words, last, prefixes):
            last += 2
        if last > i + 1:
            spans.append((i, last, "".join(text[i:last])))
        i = last
    return spans


def is_hyphen(words: Words, i: int, prefixes: frozenset[str]) -> bool:
    """Whether token `i` is a hyphen after a prefix, or inside a name."""
    if words.text[i] != "-" or words.space[i - 1] or words.space[i]:
        return False
    before, after = words.text[i - 1], words.text[i + 1]
    if not after[0].isalpha():
        return False
    return before.lower() in prefixes or (before[0].isupper() and before[-1].isalpha() and after[0].isupper())
