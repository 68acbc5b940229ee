"""From mended blocks to words, each with its place in the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.annotate.clean import Block, Kind
from kg.annotate.endings import Endings

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST_SENTENCE = 400  # words; the parser gets a sentence break there, whatever the text
LONGEST_CHUNK = 4000  # words parsed together; memory grows with it, speed does not
STOPS = frozenset({".", "!", "?", "…", "...", ";", "?!", "!!", "..", "?...", "!?"})
BREAKS = STOPS | {
    ":",
    "»",
    '"',
    "''",
    ")",
    "]",
    "}",
    "–",
    "—",
    "-",
    "•",
    "|",
    "*",
    "/",
    ">",
    "”",
}  # a sentence may follow
CLOSERS = frozenset({"»", ")", "]"})
QUOTES_CLOSED = frozenset({"»", "”", '"'})
OPENERS = frozenset({"«", "“"})
GROUP_SPACE = "\u202f"  # what French typography puts between groups of digits
FULL_STOPS = frozenset({".", "!", "?"})
# What the tokenizer leaves together: a hyphen behind a point ("U.S.-led"), a bracket without a space ("Dolan(Arabic"),
# a stop behind the name of one letter that most often ends a sentence ("a écrit sur X."), what opens behind an elided
# word ('l'"opération"'), the sign of a currency with its letters ("AU$40").
JOINTS = re.compile(
    r"((?<=[A-Z]\$)(?=\d)|(?<=[^\W\d]\.)-(?=[a-z]{2})|(?<=[a-z])\((?=[A-Z])|(?<=^[Xm])\.$|(?<=[a-zA-Z]')[\"«(])"
)
OPENING = frozenset('"«(')  # what may stand in a token where another begins
Span = tuple[int, int, str]  # first and last token, and the word that they are
Spans = Callable[["Words"], list[Span]]


@dataclass(slots=True)
class Words:
    """Parallel lists: a word, whether a space follows, its offsets, and whether a sentence must (not) begin."""

    text: list[str] = field(default_factory=list)
    space: list[bool] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    begins: list[bool | int | None] = field(default_factory=list)  # None: the parser decides
    kind: list[Kind] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.text)


def words_of(block: Block, nlp: Language, spans: Spans, endings: Endings) -> Words:
    """Split a block into words; `spans` finds runs of tokens that are one word, `endings` sentences behind abbreviations."""
    words = Words()
    found: list[tuple[int, int, bool]] = []  # where each begins and ends in the block, and whether a space follows
    text, at = block.text.text, 0
    for length, space in nlp.tokenizer(text).to_array(["LENGTH", "SPACY"]).tolist():
        token = text[at : at + length]
        millions = token == "m." and at > 0 and text[at - 1].isdigit()  # "fell to £308m. It was"
        if ".-" in token or not OPENING.isdisjoint(token) or "$" in token or token == "X." or millions:
            found += pieces(at, token, space == 1)
        elif not token.isspace():
            found.append((at, at + length, space == 1))
        at += length + space
    words.text = [text[begin:end] for begin, end, _ in found]
    words.space = [space for _, _, space in found]
    words.start = [block.text.starts[begin] for begin, _, _ in found]
    words.end = [block.text.ends[end - 1] for _, end, _ in found]
    for span in reversed(spans(words)):
        join(words, *span)
    words.begins = sentence_breaks(words.text, block.kind == "headline", endings)
    words.kind = [block.kind] * len(words)
    return words


def pieces(at: int, token: str, space: bool) -> Iterator[tuple[int, int, bool]]:
    """The words of a token that may be several, as `words_of` notes them; it stands at `at`, perhaps before a space."""
    last = at + len(token)
    for piece in JOINTS.split(token):
        end = at + len(piece)
        if piece:
            yield at, end, space and end == last
        at = end


def join(words: Words, first: int, last: int, text: str) -> None:
    """Make one word of several."""
    words.text[first:last] = [text]
    words.space[first:last] = [words.space[last - 1]]
    words.start[first:last] = [words.start[first]]
    words.end[first:last] = [words.end[last - 1]]


def sentence_breaks(texts: list[str], whole: bool, endings: Endings) -> list[bool | int | None]:
    """Say where a sentence begins for sure (the first word, and after too many words) and where none can.

    None can but after a stop, a quotation mark, a bracket, an abbreviation; in a `whole` block, a headline, after a stop.
    """
    begins: list[bool | int | None] = [True, *[False] * (len(texts) - 1)] if texts else []
    allowed = STOPS if whole else BREAKS
    quoted, since = False, 0
    for i, text in enumerate(texts):
        if text == '"':
            quoted = not quoted
        if i and texts[i - 1] in allowed and text not in CLOSERS and (text != '"' or quoted):
            begins[i] = True if opens_speech(texts, i, quoted) else None
        elif i and not whole and endings.parts(texts, i, behind=text in OPENERS or (text == '"' and quoted)):
            begins[i] = True
        since = 0 if text in STOPS else since + 1
        if since > LONGEST_SENTENCE:
            begins[i], since = True, 0
    return begins


def opens_speech(texts: list[str], i: int, quoted: bool) -> bool:
    """Whether word `i` opens somebody's words behind a stop or such words: "… à Lyon. « La ville …", "… prise. » « Il"."""
    opening = texts[i] in OPENERS or (texts[i] == '"' and quoted)
    stop = texts[i - 2] if i > 1 and texts[i - 1] in QUOTES_CLOSED else texts[i - 1]
    return opening and stop in FULL_STOPS and texts[min(i + 1, len(texts) - 1)][:1].isupper()


def chunks(blocks: Iterable[Words]) -> list[Words]:
    """Put the words of blocks together for the parser, cut where they get too many."""
    found: list[Words] = []
    for block in blocks:
        start = 0
        while start < len(block):
            end = min(len(block), start + LONGEST_CHUNK)
            if end < len(block):
                end = last_break(block, start, end)
            if not found or len(found[-1]) + end - start > LONGEST_CHUNK:
                found.append(Words())
            append(found[-1], block, start, end)
            start = end
    return found


def last_break(block: Words, start: int, end: int) -> int:
    """The last place before `end` where a sentence may begin."""
    for i in range(end, start + LONGEST_CHUNK // 2, -1):
        if block.text[i - 1] in STOPS and block.begins[i] is not False:
            return i
    return end


def append(words: Words, block: Words, start: int, end: int) -> None:
    """Add part of a block; a sentence begins there."""
    at = len(words)
    words.text += block.text[start:end]
    words.space += block.space[start:end]
    words.start += block.start[start:end]
    words.end += block.end[start:end]
    words.begins += block.begins[start:end]
    words.kind += block.kind[start:end]
    words.begins[at] = True
    words.space[-1] = True
