"""English words that the models' tokenizer breaks, and their parser then puts together wrong."""

from __future__ import annotations

from collections.abc import Container

from kg.annotate.parsing import load_parsing
from kg.annotate.words import Span, Words
from kg.lang.titles import load as load_titles


def joined(words: Words) -> list[Span]:
    """Find "co - founder", "Al - Qaeda", "Jean - Claude", "Col .": prefixed words, names, titles cut short."""
    parsing, titles = load_parsing("en"), load_titles("en")
    spans: list[Span] = []
    i, text = 0, words.text
    behind, size = [*text[1:], ""], len(text)
    while i < size:
        if behind[i] not in ("-", "."):  # nearly all words: no closer look
            i += 1
            continue
        last = i + 2 if is_cut_short(words, i, titles) else i + 1
        while last + 1 < len(text) and is_hyphen(words, last, parsing.prefixes):
            last += 2
        if last == i + 3 and {text[i], text[i + 2]} <= parsing.paired:  # "the Iran-Iraq war": two names
            last = i + 1
        if last > i + 1:
            spans.append((i, last, "".join(text[i:last])))
        i = last
    return spans


def is_cut_short(words: Words, i: int, titles: Container[str]) -> bool:
    """Whether token `i` is a title without its point, which stands right behind it: "Col. Dolan"."""
    text = words.text
    if i + 2 >= len(text) or text[i + 1] != "." or words.space[i] or not words.space[i + 1]:
        return False
    return text[i][0].isupper() and f"{text[i].lower()}." in titles and text[i + 2][0].isupper()


def is_hyphen(words: Words, i: int, prefixes: frozenset[str]) -> bool:
    """Whether token `i` is a hyphen after a prefix, or inside a name."""
    if words.text[i] != "-" or words.space[i - 1] or words.space[i]:
        return False
    before, after = words.text[i - 1], words.text[i + 1]
    if not after[0].isalpha():
        return False
    prefixed = before.lower() in prefixes and not before.isupper()  # "UN-backed" is no negation
    return prefixed or (before[0].isupper() and before[-1].isalpha() and after[0].isupper())
