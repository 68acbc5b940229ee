"""CSV and tab-separated tables with a header line: one article a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BufferedReader

from kg.errors import InputError
from kg.read.encoding import guess, refuse_binary
from kg.read.options import ReadOptions
from kg.read.parts import Blob, Draft, ReadFailure
from kg.read.records import draft
from kg.read.streams import head, lines, size

DELIMITERS = ",;\t|"


def read(blob: Blob, stream: BufferedReader, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    """One article a row; raises InputError where quoting or encoding is so broken that the rest can't be told."""
    start = head(stream)
    refuse_binary(start, blob.name)
    if b"\0" in start:
        raise InputError(f"{blob.name} is binary data, not CSV: save the table as CSV in UTF-8")
    before = csv.field_size_limit(options.limits.record_bytes)  # the module's own limit is for the whole process
    rows = csv.reader(_text_lines(blob, stream, options, _encoding(start)), delimiter=_delimiter(start), strict=True)
    header: list[str] | None = None
    try:
        for row in rows:
            if header is None:
                header = [name.strip() for name in row]
            elif any(row):
                yield _row(header, row, rows.line_num, blob, options)
    except csv.Error as error:
        place = f"{blob.name} line {rows.line_num}"
        raise InputError(f"{place} is not valid CSV ({error}): mend its quoting; what follows was not read") from error
    finally:
        csv.field_size_limit(before)
    if header is None:
        raise InputError(f"{blob.name} is empty: there is no header line")


def _row(header: list[str], row: list[str], line: int, blob: Blob, options: ReadOptions) -> Draft | ReadFailure:
    name = f"{blob.name} line {line}"
    if len(row) > len(header):
        return ReadFailure(name, InputError(f"{name} has {len(row)} cells under {len(header)} headings: mend the row"))
    try:
        return draft(dict(zip(header, row, strict=False)), name, f"line {line}", blob, options)
    except InputError as error:
        return ReadFailure(name, error)


def _text_lines(blob: Blob, stream: BufferedReader, options: ReadOptions, encoding: str) -> Iterator[str]:
    limit = options.limits.record_bytes
    for number, line in lines(stream, limit):
        if line is None:
            raise InputError(f"{blob.name} line {number} is longer than {size(limit)}: split it or raise the limit")
        try:
            yield line.decode("utf-8-sig" if number == 1 and encoding == "utf-8" else encoding)
        except UnicodeDecodeError as error:
            raise InputError(f"{blob.name} line {number} is not {encoding}: convert the file to UTF-8") from error


def _encoding(start: bytes) -> str:
    """UTF-8 if the first bytes fit it (but for a character cut at their end), else what they look like."""
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(start) - 4:
            return guess(start)
    return "utf-8"


def _delimiter(start: bytes) -> str:
    """The delimiter that the header line has most of."""
    header = start.split(b"\n", 1)[0].decode("latin-1")
    return max(DELIMITERS, key=header.count)
