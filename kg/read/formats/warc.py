"""WARC: the pages of a web crawl, one article a response with a page in it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from kg.errors import InputError
from kg.read.encoding import one_line
from kg.read.formats import html
from kg.read.media import kind
from kg.read.options import ReadOptions
from kg.read.parts import Blob, Draft, ReadFailure
from kg.read.streams import size

PAGES = ("text/html", "application/xhtml+xml")
END = b"\r\n\r\n"  # what closes the last record of a whole file (WARC 1.1, section 4.1)


def read(blob: Blob, stream: BufferedReader, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    """One article a page; raises InputError where the file is malformed or cut off."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    tail, pages = _Tail(stream), 0
    try:
        records = ArchiveIterator(tail)
        records.INC_RECORD = ""  # what it prints on standard error; counted in err_count, and said below
        for record in records:
            for page in _record(record, blob, options):
                pages += 1
                yield page
    except (
        ArchiveLoadFailed,
        ArithmeticError,
        ValueError,
        EOFError,
        OSError,
        LookupError,
        AttributeError,
        TypeError,
    ) as error:
        reason = " ".join(str(error).split())[:120]
        raise InputError(f"{blob.name} is damaged ({reason}): what follows was not read") from error
    if tail.last != END:
        raise InputError(f"{blob.name} is cut off in its last record: fetch it again")
    if records.err_count:
        raise InputError(f"{blob.name} is damaged: the length of {records.err_count} records is wrong; fetch it again")
    if not pages:
        raise InputError(f"{blob.name} holds no web page: nothing was read")


def _record(record: Any, blob: Blob, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    if record.rec_type not in ("response", "resource"):
        return
    url = one_line(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    http = record.http_headers
    media = (http.get_header("Content-Type") if http else record.rec_headers.get_header("Content-Type")) or ""
    if kind(media) not in PAGES or (http and http.get_statuscode() != "200"):
        return
    name = f"{blob.name} {url or 'record'}"
    limit = options.limits.document_bytes
    try:
        data = record.content_stream().read(limit + 1)
        if len(data) > limit:
            raise InputError(f"{name} is larger than {size(limit)}: raise the limit")
        page = Blob(name, lambda: io.BufferedReader(io.BytesIO(data)), file=blob.file, url=url or None, media=media)
        yield html.page(data, page)
    except InputError as error:
        yield ReadFailure(name, error)


class _Tail:
    """A stream that remembers the last four bytes that went through it."""

    def __init__(self, inner: BufferedReader) -> None:
        self._inner, self.last = inner, b""

    def read(self, count: int = -1) -> bytes:
        """As `inner` reads."""
        data = self._inner.read(count)
        self.last = (self.last + data[-4:])[-4:]
        return data
