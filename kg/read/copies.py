"""Articles that say again what an earlier one says, found by their words before any work is spent on them.

Bottom-k MinHash (Broder, "On the resemblance and containment of documents", 1997): of all runs of four words, the 64
with the lowest hashes. An article is a copy where nearly all of these are those of an earlier one, its figures are the
same (an agency's new toll is news), and it came out within days of it (its "yesterday" is the same day). Only an article
that is no copy can be copied, so that every copy leads to one that is built.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import chain
from typing import Self

from kg.lang import codes, numbers
from kg.lang.fold import fold
from kg.model import Article

SHINGLE = 4  # words
SKETCH = 64  # hashes kept; the resemblance that they give is within 0.07 of the true one, at 0.9, in 19 of 20 cases
COPY = 0.9  # resemblance from which an article is a copy: a word changed in sixty, a byline, a line more
DAYS = 3  # between the dates of an article and its copy
LOOKED_UP = 4  # lowest hashes by which articles find each other; of two that resemble by 0.9 one in 10,000 shares none
HOLDERS = 16  # articles that one hash leads to: one that more have is a site's standing text, and tells nothing
SENTENCE = 10  # words of a line from which on its figures count: bylines and datelines of copies differ

_WORD = re.compile(r"\w+")
_BITS = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """What of an article tells whether it is a copy."""

    id: str
    day: str  # "" if unknown
    figures: bytes
    sketch: bytes

    @classmethod
    def of(cls, article: Article) -> Self:
        """What is kept of an article to know its copies: its day, the figures in it, a sketch of its words."""
        return cls(article.id, (article.published or "")[:10], figures_of(article.text), _packed(sketch((article.text,))))


def marked(articles: Iterable[Article]) -> Iterator[Article]:
    """`articles`, the copies among them with `copy_of`; what is given twice, under one name, comes once."""
    copies = Copies()
    try:
        for article in articles:
            original = copies.original(Mark.of(article))
            if original != article.id:
                yield replace(article, copy_of=original) if original else article
    finally:
        copies.close()


def sketch(passages: Iterable[str]) -> frozenset[int]:
    """The lowest hashes of the words of `passages`, four at a time; case, accents and punctuation don't count."""
    return frozenset(sorted(set(chain.from_iterable(map(_hashes, passages))))[:SKETCH])


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """About how much of what either of two texts has both have, from 0 to 1."""
    lowest = sorted(one | other)[:SKETCH]
    return sum(value in one and value in other for value in lowest) / len(lowest) if lowest else 0.0


class Copies:
    """What is known of the articles of one run that are no copies. It lies in a temporary database: memory stays flat."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._db.execute("CREATE TABLE article (n INTEGER PRIMARY KEY, id TEXT, day TEXT, figures BLOB, sketch BLOB)")
        self._db.execute("CREATE TABLE low (hash INTEGER, n INTEGER, PRIMARY KEY (hash, n)) WITHOUT ROWID")

    def original(self, mark: Mark) -> str | None:
        """The id of the earliest article that this one copies; None, and it is remembered, if there is none."""
        mine = _unpacked(mark.sketch)
        lowest = sorted(mine)[:LOOKED_UP]
        for name, day, figures, other in self._near(lowest):
            alike = figures == mark.figures and _close(day, mark.day)
            if alike and resemblance(mine, _unpacked(other)) >= COPY:
                return name
        self._remember(mark, lowest)
        return None

    def _near(self, lowest: list[int]) -> list[tuple[str, str, bytes, bytes]]:
        marks = ", ".join("?" * len(lowest))
        wanted = f"SELECT DISTINCT n FROM low WHERE hash IN ({marks})"
        return self._db.execute(
            f"SELECT id, day, figures, sketch FROM article WHERE n IN ({wanted}) ORDER BY n", [*map(_signed, lowest)]
        ).fetchall()

    def _remember(self, mark: Mark, lowest: list[int]) -> None:
        row = (mark.id, mark.day, mark.figures, mark.sketch)
        n = self._db.execute("INSERT INTO article (id, day, figures, sketch) VALUES (?, ?, ?, ?)", row).lastrowid
        for value in map(_signed, lowest):
            (held,) = self._db.execute("SELECT count(*) FROM low WHERE hash = ?", (value,)).fetchone()
            if held < HOLDERS:
                self._db.execute("INSERT INTO low VALUES (?, ?)", (value, n))

    def close(self) -> None:
        """Drops the database."""
        self._db.close()


def figures_of(text: str) -> bytes:
    """A hash of the figures in the sentences of `text`, in digits or words, whatever their order."""
    found = []
    for line in text.splitlines():
        words = _WORD.findall(fold(line))
        if len(words) >= SENTENCE:
            found += [word for word in words if word in _number_words() or not word.isalpha()]
    return hashlib.blake2b(" ".join(sorted(found)).encode(errors="replace"), digest_size=_BITS).digest()


@cache
def _number_words() -> frozenset[str]:
    """The words of all languages that stand for a number and for nothing else ("un" is an article too)."""
    tables = [numbers.load(code) for code in codes()]
    return frozenset(fold(word) for table in tables for word in table.cardinals if word not in table.composition.weak)


def _hashes(passage: str) -> Iterator[int]:
    words = _WORD.findall(fold(passage))
    for i in range(max(1, len(words) - SHINGLE + 1)):
        shingle = " ".join(words[i : i + SHINGLE]).encode(errors="replace")
        yield int.from_bytes(hashlib.blake2b(shingle, digest_size=_BITS).digest())


def _close(one: str, other: str) -> bool:
    """Whether two dates are days apart at most; one that isn't known may be any day."""
    if not one or not other:
        return True
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= DAYS


def _packed(hashes: frozenset[int]) -> bytes:
    return b"".join(value.to_bytes(_BITS) for value in sorted(hashes))


def _unpacked(data: bytes) -> frozenset[int]:
    return frozenset(int.from_bytes(data[i : i + _BITS]) for i in range(0, len(data), _BITS))


def _signed(value: int) -> int:
    """A hash as SQLite keeps it."""
    return value - (1 << 63)
