"""Web pages: trafilatura finds the article's body, headline, date, author and publisher."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache
from io import BufferedReader
from typing import Any

from kg.errors import InputError
from kg.read.encoding import decode, one_line, printable, universal_newlines
from kg.read.media import charset
from kg.read.options import ReadOptions
from kg.read.parts import Blob, Draft
from kg.read.streams import whole

DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
NEWLINES = re.compile(r"\s*\n\s*")
DECLARED_BYTES = 4096  # browsers look at 1024, pages put it later
FOOTERS = "//*[self::footer or @id='footer' or @class='footer'][not(ancestor::article or .//script or .//article)]"
"""What a page's foot says of dates is about the site; htmldate would read it. An article's own footer stays."""
DATES = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}
"""Only dates that the page states as its own: an extensive search invents one from a footer. The first publication, not
the last change; a fixed latest date keeps today's out of the result."""


def read(blob: Blob, stream: BufferedReader, options: ReadOptions) -> Iterator[Draft]:
    """One article; raises InputError if the page is binary, too large, or holds no article."""
    yield page(whole(stream, blob.name, options.limits.document_bytes), blob)


def page(data: bytes, blob: Blob) -> Draft:
    """The article in a page; raises InputError if there is none."""
    declared = charset(blob.media) or _declared(data)
    html = universal_newlines(decode(data, blob.name, declared)).removeprefix("\ufeff")
    if not html.strip():
        raise InputError(f"{blob.name} is empty: there is no text to read")
    found = _extract(html, blob.url)
    if found is None or not (found.text or "").strip():
        raise InputError(f"{blob.name} holds no article that kg can find: save its text alone and give that")
    title = _field(found.title)
    return Draft(
        name=blob.name,
        text=_with_headline(NEWLINES.sub("\n\n", printable(found.text).strip()), title),
        key=blob.file,
        title=title,
        url=blob.url or _field(found.url),
        date=_field(found.date),
        publisher=_field(found.sitename),
        author=_field(found.author),
        file=blob.file,
    )


def _extract(html: str, url: str | None) -> Any:
    from trafilatura import bare_extraction, load_html

    _silence()
    try:
        tree = load_html(html)
        if tree is None:
            return None
        for footer in tree.xpath(FOOTERS):
            footer.drop_tree()
        return bare_extraction(
            tree,
            url=url,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=DATES,
        )
    except Exception:  # a parser of hostile pages raises whatever its parts raise
        return None


@cache
def _silence() -> None:
    """Keeps the libraries' log off standard error, where an application has set up no log: kg reports itself."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())


def _with_headline(text: str, title: str | None) -> str:
    """The text under its headline, as a plain-text article has it: what the headline says is said."""
    if title is None or title in text[: len(title) + 200]:
        return text
    return f"{title}\n\n{text}"


def _field(value: object) -> str | None:
    return one_line(value) or None if isinstance(value, str) else None


def _declared(data: bytes) -> str | None:
    found = DECLARED.search(data[:DECLARED_BYTES])
    return found.group(1).decode("ascii", "ignore") if found else None
