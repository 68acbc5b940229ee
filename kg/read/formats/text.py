"""Plain text: the article's text is the file's own."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from kg.read.encoding import decode, universal_newlines
from kg.read.media import charset
from kg.read.options import ReadOptions
from kg.read.parts import Blob, Draft
from kg.read.streams import whole


def read(blob: Blob, stream: BufferedReader, options: ReadOptions) -> Iterator[Draft]:
    """One article; raises InputError if it is binary or too large."""
    data = whole(stream, blob.name, options.limits.document_bytes)
    text = universal_newlines(decode(data, blob.name, charset(blob.media)))
    yield Draft(name=blob.name, text=text, key=blob.file, url=blob.url, file=blob.file)
