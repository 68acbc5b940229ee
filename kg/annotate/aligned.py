"""Text that remembers where each of its characters stood before it was changed."""

from __future__ import annotations

import re
from collections.abc import Callable


class Aligned:
    """A text and, for each of its characters, the begin and end of what it stands for in the original."""

    __slots__ = ("ends", "starts", "text")

    def __init__(self, text: str, starts: list[int], ends: list[int]) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends

    @classmethod
    def whole(cls, text: str) -> Aligned:
        """The original itself."""
        return cls(text, list(range(len(text))), list(range(1, len(text) + 1)))

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int) -> Aligned:
        """The part between two offsets of this text."""
        return Aligned(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def strip(self) -> Aligned:
        """This text without the white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        end = len(self.text.rstrip())
        return self if end - start == len(self.text) else self.cut(start, max(start, end))

    def sub(self, pattern: re.Pattern[str], replace: str | Callable[[re.Match[str]], str | None]) -> Aligned:
        """Replace each match, as re.sub does (without group references); None from `replace` leaves a match alone."""
        pieces: list[Aligned] = []
        done = 0
        for match in pattern.finditer(self.text):
            new = replace if isinstance(replace, str) else replace(match)
            if new is None or new == match.group():
                continue
            pieces.append(self.cut(done, match.start()))
            pieces.append(self._standing_for(match.start(), match.end(), new))
            done = match.end()
        if not pieces:
            return self
        pieces.append(self.cut(done, len(self.text)))
        return join(pieces)

    def _standing_for(self, start: int, end: int, new: str) -> Aligned:
        old, words = WORD.findall(self.text[start:end]), WORD.findall(new)
        if len(words) == len(old) > 1:
            return self._word_by_word(start, end, words)
        begin = self.starts[start] if start < len(self.text) else self.ends[-1]
        finish = self.ends[end - 1] if end > start else begin
        return Aligned(new, [begin] * len(new), [finish] * len(new))

    def _word_by_word(self, start: int, end: int, words: list[str]) -> Aligned:
        pieces = []
        for match, word in zip(WORD.finditer(self.text, start, end), words, strict=True):
            pieces.append(self.cut(start, match.start()))
            same = match.group() == word
            pieces.append(self.cut(*match.span()) if same else self._standing_for(*match.span(), word))
            start = match.end()
        return join([*pieces, self.cut(start, end)])


WORD = re.compile(r"\S+")


def join(pieces: list[Aligned]) -> Aligned:
    """Put texts one after another."""
    starts = [offset for piece in pieces for offset in piece.starts]
    ends = [offset for piece in pieces for offset in piece.ends]
    return Aligned("".join(piece.text for piece in pieces), starts, ends)
