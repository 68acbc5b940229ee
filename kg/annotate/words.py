"""From mended blocks to the words that the model gets, each with its place in the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.annotate.clean import Block, Kind

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

LONGEST_SENTENCE = 400  # words; the parser gets a sentence break there, whatever the text
LONGEST_CHUNK = 4000  # words parsed together; memory grows with it, speed does not
STOPS = frozenset({".", "!", "?", "…", "...", ";"})
CLOSERS = frozenset({"»", ")", "]"})


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


def words_of(block: Block, tokenizer: Tokenizer) -> Words:
    """Split a block into words."""
    words = Words()
    aligned = block.text
    for token in tokenizer(aligned.text):
        text = token.text
        if text.isspace():
            continue
        words.text.append(text)
        words.space.append(bool(token.whitespace_))
        words.start.append(aligned.starts[token.idx])
        words.end.append(aligned.ends[token.idx + len(text) - 1])
    words.begins = sentence_breaks(words.text)
    words.kind = [block.kind] * len(words)
    return words


def sentence_breaks(texts: list[str]) -> list[bool | int | None]:
    """Say where a sentence begins for sure (the first word, and after too many words) and where none can."""
    begins: list[bool | int | None] = [None] * len(texts)
    if texts:
        begins[0] = True
    quoted, since = False, 0
    for i, text in enumerate(texts):
        if text == '"':
            quoted = not quoted
        if i and (text in CLOSERS or (text == '"' and not quoted)):
            begins[i] = False
        since = 0 if text in STOPS else since + 1
        if since > LONGEST_SENTENCE and begins[i] is None:
            begins[i], since = True, 0
    return begins


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
