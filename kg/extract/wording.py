"""The words of an article as the readers of figures and times take them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import PROSE, Parse, Sentence, Token

DIGITS = frozenset("0123456789")
FIGURE_STARTS = DIGITS | frozenset("+-−")  # with which a figure may begin
_CLINGING = re.compile(r"(\d+)[.,]?[”\"»]?\[")


def lower_words(parse: Parse) -> list[str]:
    """The words in lower case with plain apostrophes; digits without the note marks that cling to them ("2008.[1]")."""
    lows = list(parse.forms)
    if "’" in parse.article.text:
        lows = [low.replace("’", "'") for low in lows]
    if "[" in parse.article.text:
        lows = [_without_note(low) if "[" in low else low for low in lows]
    return lows


def _without_note(low: str) -> str:
    found = _CLINGING.match(low)
    return found.group(1) if found else low


def end_of(token: Token, low: str) -> int:
    """Where a word ends in the article, without a note mark that clings to it."""
    return token.end if len(low) == len(token.text) or low[0] not in DIGITS else token.start + len(low)


def stretches(parse: Parse) -> Iterator[Sentence]:
    """The sentences to read; one that goes on in small letters was cut by mistake: it is put together."""
    pending: Sentence | None = None
    for sentence in parse.sentences:
        if pending is not None and _goes_on(parse, pending, sentence):
            pending = replace(pending, end=sentence.end, last=sentence.last)
            continue
        if pending is not None:
            yield pending
        pending = sentence if sentence.kind in PROSE and sentence.last > sentence.first else None
    if pending is not None:
        yield pending


def _goes_on(parse: Parse, before: Sentence, after: Sentence) -> bool:
    if after.kind != before.kind or after.last <= after.first:
        return False
    cut, start = parse.tokens[before.last - 1], parse.tokens[after.first]
    return cut.text[-1].isalnum() and start.text[0].islower() and "\n" not in parse.article.text[cut.end : start.start]
