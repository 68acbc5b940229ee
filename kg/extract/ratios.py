"""Numbers that say no more than how large a part is, or that are told one by one: "one in five", "cinq et sept"."""

from __future__ import annotations

from kg.extract.numerals import Numeral, is_figure, read_numeral
from kg.lang.numbers import Numbers
from kg.model import Sentence, Token

Words = tuple[Token, ...]

_SMALL, _ROUND = 10, 100  # up to which numbers make a ratio, and what one of so many is
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})


def ratio_end(tokens: Words, lows: list[str], numeral: Numeral, sentence: Sentence, numbers: Numbers) -> int | None:
    """Where a ratio ends that begins with `numeral`: "one in five", "un habitant sur dix"; None if none does.

    "300 sur 4 000" are three hundred; "killed two in three attacks" are two, and so are "deux sur trois ponts".
    """
    if is_whole(tokens, lows, numeral, sentence, numbers):
        return numeral.last
    at, behind_noun = numeral.last, False
    if numeral.value > _SMALL or at + 1 >= sentence.last:
        return None
    if numbers.noun_in_ratio and tokens[at].pos in _NOUNS:
        at, behind_noun = at + 1, True
    width = next((w for w in (2, 1) if " ".join(lows[at : at + w]) in numbers.words["ratios"]), 0)
    whole = _numeral_at(tokens, lows, at + width, sentence, numbers) if width else None
    if whole is None or not numeral.value < whole.value <= (_ROUND if numeral.value == 1 else _SMALL):
        return None
    if numbers.noun_in_ratio:
        counted = whole.last < sentence.last and tokens[whole.last].pos in _NOUNS
        return whole.last if behind_noun and not counted else None
    before = tokens[numeral.first - 1] if numeral.first > sentence.first else None
    told = width == 1 and numeral.value > 1 and before is not None and before.pos in _VERBS
    return None if told else whole.last


def is_whole(tokens: Words, lows: list[str], numeral: Numeral, sentence: Sentence, numbers: Numbers) -> bool:
    """Whether a number tells of how many one noun is one: "un habitant sur cinq", not "une attaque sur trois villages"."""
    first, last = numeral.first, numeral.last
    if not numbers.noun_in_ratio or first - 3 < sentence.first or lows[first - 1] not in numbers.words["ratios"]:
        return False
    one = tokens[first - 2].pos in _NOUNS and lows[first - 3] in numbers.words["articles"]
    return one and numeral.value <= _ROUND and (last == sentence.last or tokens[last].pos not in _NOUNS)


def row_end(tokens: Words, lows: list[str], numeral: Numeral, sentence: Sentence, numbers: Numbers) -> int | None:
    """Where a row of numbers ends of which each tells of another thing: "killed five and seven people respectively"."""
    at, joined = numeral.last, False
    while at + 1 < sentence.last and (lows[at] == "," or lows[at] in numbers.words["between_and"]):
        other = _numeral_at(tokens, lows, at + 1, sentence, numbers)
        if other is None:
            break
        at, joined = other.last, joined or lows[at] != ","
    told = joined and not numbers.words["respectively"].isdisjoint(lows[sentence.first : sentence.last])
    return at if told else None


def _numeral_at(tokens: Words, lows: list[str], i: int, sentence: Sentence, numbers: Numbers) -> Numeral | None:
    if i >= sentence.last or not (is_figure(lows[i]) or lows[i] in numbers.starts):
        return None
    found = read_numeral(tokens, lows, i, sentence.last, numbers)
    return found if found is not None and found.first == i else None
