"""What passes between sources, formats and the end of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.read.options import ReadOptions


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes with a name: a file, a member of an archive, the body of a web answer."""

    name: str  # as a message names it
    open: Callable[[], BufferedReader]
    file: str | None = None  # relative to the source given
    url: str | None = None
    media: str | None = None  # Content-Type, parameters included
    depth: int = 0  # how many archives it lies in


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its format gives it, before language, date, title and identifier are settled."""

    name: str  # as a message names it
    text: str
    key: str | None = None  # what names the article in its source where it has no address; None: its text names it
    title: str | None = None
    url: str | None = None
    date: str | None = None  # as the metadata writes it
    lang: str | None = None  # as the metadata writes it
    publisher: str | None = None
    author: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """One article, or one source, that could not be read. `skipped`: kg does not read this kind of file at all."""

    source: str
    error: KgError
    skipped: bool = False

    @property
    def reason(self) -> str:
        """The message, one line."""
        return str(self.error)


Part = Draft | Blob | ReadFailure
FormatReader = Callable[[Blob, BufferedReader, "ReadOptions"], Iterator[Part]]
"""Reads an open blob. Raises KgError where the rest of the blob can't be read."""
