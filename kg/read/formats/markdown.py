"""Markdown: mark-up is rendered away by markdown-it, so that the article's text is what a reader sees.

Quotes point into that text, which the same reader gives again each time. A YAML-like head between `---` lines gives the
title, date, author, language and address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BufferedReader
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.read import records
from kg.read.encoding import decode, printable, universal_newlines
from kg.read.markup import text_of_html
from kg.read.media import charset
from kg.read.options import ReadOptions
from kg.read.parts import Blob, Draft
from kg.read.streams import whole

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

HEAD = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
HEAD_LINE = re.compile(r"(?m)^([A-Za-z_][\w-]*)[ \t]*:[ \t]+(\S.*)$")
HEADING = re.compile(r"(?m)^[ ]{0,3}#[ \t]+\S|^\S.*\n=+[ \t]*$")


def read(blob: Blob, stream: BufferedReader, options: ReadOptions) -> Iterator[Draft]:
    """One article; raises InputError if it is binary, too large, or mark-up without text."""
    data = whole(stream, blob.name, options.limits.document_bytes)
    source = universal_newlines(decode(data, blob.name, charset(blob.media))).removeprefix("\ufeff")
    head, body = _split(source)
    text = printable(text_of_html(_markdown().render(body)))
    if source.strip() and not text:
        raise InputError(f"{blob.name} is empty: it holds Markdown mark-up but no text")
    title = text.partition("\n")[0] if HEADING.match(body.lstrip("\n")) else None
    fields = {role: records.first(head, names) for role, names in records.NAMES.items()}
    yield Draft(
        name=blob.name,
        text=text,
        key=blob.file,
        title=fields["title"] or title,
        url=blob.url or fields["url"],
        date=fields["date"],
        lang=fields["lang"],
        author=fields["author"],
        publisher=fields["publisher"],
        file=blob.file,
    )


def _split(source: str) -> tuple[dict[str, str], str]:
    head = HEAD.match(source)
    if head is None:
        return {}, source
    fields = {key.lower(): value.strip().strip("\"'") for key, value in HEAD_LINE.findall(head.group(1))}
    return fields, source[head.end() :]


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").disable(["code", "fence"])
