"""JSON: an object, a list of objects, an object that holds such a list, or several values one after the other."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from io import BufferedReader

from kg.errors import InputError
from kg.read.options import ReadOptions
from kg.read.parts import Blob, Draft, ReadFailure
from kg.read.records import draft, has_text
from kg.read.streams import CHUNK, size

SPACE = re.compile(r"[\s,]*")


def read(blob: Blob, stream: BufferedReader, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    """One article an object, one in memory at a time; raises InputError where the JSON breaks off."""
    number = 0
    for value in _Values(stream, blob.name, options.limits.document_bytes):
        for record in _records(value, options):
            number += 1
            name = f"{blob.name} record {number}"
            try:
                yield draft(record, name, f"record {number}", blob, options)
            except InputError as error:
                yield ReadFailure(name, error)
    if not number:
        raise InputError(f"{blob.name} is empty: it holds no record")


def _records(value: object, options: ReadOptions) -> list[object]:
    """The articles in a value: itself, or the first list of articles that it holds."""
    if isinstance(value, dict) and not has_text(value, options):
        for inner in value.values():
            if isinstance(inner, list) and any(has_text(each, options) for each in inner):
                return inner
    return [value]


class _Values:
    """The values of a JSON text one by one: the items of its outer list, or the values that follow one another."""

    def __init__(self, stream: BufferedReader, name: str, limit: int) -> None:
        self._stream, self._name, self._limit = stream, name, limit
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._buffer, self._at, self._ended = "", 0, False

    def __iter__(self) -> Iterator[object]:
        self._skip()
        listed = self._buffer.startswith("[", self._at)
        self._at += listed
        self._skip()
        while self._at < len(self._buffer):
            if listed and self._buffer[self._at] == "]":
                return
            yield self._value()
            self._skip()
        if listed:
            raise InputError(f"{self._name} breaks off: its outer list is not closed; fetch it again")

    def _skip(self) -> None:
        """Moves over blanks and commas to the next value, reading on where needed."""
        while True:
            if match := SPACE.match(self._buffer, self._at):
                self._at = match.end()
            if self._at < len(self._buffer) or self._ended:
                return
            self._more(CHUNK)

    def _value(self) -> object:
        while True:
            try:
                value, end = _DECODER.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                if self._ended:
                    raise InputError(f"{self._name} is not valid JSON ({error.msg}): mend it") from error
            except (RecursionError, ValueError) as error:
                raise InputError(f"{self._name} is nested too deeply or holds a number too long: mend it") from error
            else:
                if self._ended or end < len(self._buffer):
                    self._at = end
                    return value
            self._more(max(CHUNK, len(self._buffer) - self._at))

    def _more(self, count: int) -> None:
        """Reads on; doubling what is held keeps the work in proportion to the size of a value."""
        data = self._stream.read(count)
        self._ended = not data
        try:
            text = self._decoder.decode(data, final=self._ended)
        except UnicodeDecodeError as error:
            raise InputError(f"{self._name} is not UTF-8, as JSON must be: convert it with iconv") from error
        self._buffer, self._at = self._buffer[self._at :] + text, 0
        if len(self._buffer) > self._limit + CHUNK:
            raise InputError(f"{self._name} holds a value larger than {size(self._limit)}: use JSON Lines")


_DECODER = json.JSONDecoder()
