"""JSON Lines: one article an object, one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedReader

from kg.errors import InputError
from kg.read.options import ReadOptions
from kg.read.parts import Blob, Draft, ReadFailure
from kg.read.records import draft
from kg.read.streams import lines, size


def read(blob: Blob, stream: BufferedReader, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    """One article a line; a line that is malformed is reported and the next is read."""
    limit = options.limits.record_bytes
    for number, line in lines(stream, limit):
        name = f"{blob.name} line {number}"
        if line is None:
            yield ReadFailure(name, InputError(f"{name} is longer than {size(limit)}: split it or raise the limit"))
        elif line.strip():
            try:
                yield draft(parse(line, name), name, f"line {number}", blob, options)
            except InputError as error:
                yield ReadFailure(name, error)


def parse(data: bytes, name: str) -> object:
    """The JSON value in `data`; raises InputError that says where it is malformed."""
    try:
        value: object = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        place = f"{error.msg} at character {error.pos + 1}"
        raise InputError(f"{name} is not valid JSON ({place}): mend or remove it") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not UTF-8, as JSON must be: convert the file with iconv") from error
    except (RecursionError, ValueError) as error:
        raise InputError(f"{name} is nested too deeply or holds a number too long: mend or remove it") from error
    return value
