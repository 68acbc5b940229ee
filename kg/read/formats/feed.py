"""RSS and Atom: one article an entry, as far as the feed gives it; the pages behind are not fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import Any

from kg.errors import InputError
from kg.read.encoding import one_line, printable, refuse_binary
from kg.read.markup import text_of_html
from kg.read.options import ReadOptions
from kg.read.parts import Blob, Draft, ReadFailure
from kg.read.streams import whole

ENTITY = re.compile(rb"<!\s*ENTITY", re.I)
NULLS = re.compile(rb"\0")


def read(blob: Blob, stream: BufferedReader, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    """One article an entry; raises InputError if it is no feed, or declares entities."""
    data = whole(stream, blob.name, options.limits.document_bytes)
    refuse_binary(data, blob.name)
    if ENTITY.search(NULLS.sub(b"", data)):
        raise InputError(f"{blob.name} declares XML entities, which no feed needs: refused")
    feed = _parse(data, blob)
    if not feed.entries:
        raise InputError(f"{blob.name} is no RSS or Atom feed with entries: give a feed or a page")
    for number, entry in enumerate(feed.entries, 1):
        yield _entry(entry, number, feed.feed, blob)


def _parse(data: bytes, blob: Blob) -> Any:
    import feedparser

    headers = {"content-type": blob.media or "application/xml"}
    try:
        return feedparser.parse(BytesIO(data), response_headers=headers, sanitize_html=False)
    except Exception as error:  # a parser of broken feeds raises whatever its parts raise
        raise InputError(f"{blob.name} is not a feed that can be read ({type(error).__name__})") from error


def _entry(entry: Any, number: int, feed: Any, blob: Blob) -> Draft | ReadFailure:
    name = f"{blob.name} entry {number}"
    title = _field(entry.get("title"))
    parts = [*entry.get("content", []), entry.get("summary_detail") or {}]
    body = max(map(_text, parts), key=len)
    text = "\n\n".join(dict.fromkeys(part for part in (title, body) if part))
    if not text:
        return ReadFailure(name, InputError(f"{name} is empty: it has neither title nor content"))
    source = entry.get("source") or {}
    return Draft(
        name=name,
        text=text,
        key=_field(entry.get("id")),
        title=title,
        url=_field(entry.get("link")),
        date=_field(entry.get("published") or entry.get("updated")),
        lang=_field((entry.get("title_detail") or {}).get("language") or feed.get("language")),
        publisher=_field(source.get("title") or feed.get("title")),
        author=_field(entry.get("author")),
        file=blob.file,
    )


def _text(part: Any) -> str:
    value = str(part.get("value") or "")
    return printable(value).strip() if part.get("type") == "text/plain" else printable(text_of_html(value))


def _field(value: object) -> str | None:
    """A field that may hold mark-up, as one line."""
    if not isinstance(value, str):
        return None
    plain = text_of_html(value) if "<" in value or "&" in value else value
    return one_line(plain) or None
