"""What a reader may be told, and how much it will take."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from kg.errors import UsageError

ROLES = ("text", "html", "title", "date", "url", "lang", "id", "author", "publisher")
"""What a field of a record can be mapped to."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of anything is taken before kg refuses it. The defaults are wide for news and narrow for attacks.

    Sizes are bytes unless the name says `chars`, times are seconds. A long read is some 60,000 characters, a book
    700,000; a news page weighs 2 MB at most, text compresses 3 to 15 times, deflate at most 1032 times.
    """

    article_chars: int = 2_000_000  # the text of one article
    document_bytes: int = 32 * 2**20  # one text, page, mail or feed; one WARC record
    record_bytes: int = 16 * 2**20  # one line of JSON Lines, one field of CSV, one row of Parquet
    depth: int = 4  # archives within archives
    failures: int = 1000  # records in a row that can't be read before the rest of their file is given up
    members: int = 1_000_000  # files in one archive
    ratio: int = 200  # unpacked size against packed size …
    ratio_free_bytes: int = 16 * 2**20  # … from this unpacked size on
    spool_bytes: int = 4 * 2**30  # an archive or Parquet file that has to be laid on disk before it can be read
    redirects: int = 5
    timeout: float = 15.0  # one connection, one wait for bytes
    fetch_seconds: float = 60.0  # one address, redirects and robots.txt included
    entities: int = 50_000  # found in one article
    article_seconds: float = 300.0  # one article from its text to its facts; a long read takes a second


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user said about the sources.

    `lang` and `date` hold for every article and switch detection off; `fields` maps roles of ROLES to field names of
    records ({"text": "body"}; a dot goes into nested objects). `format` is a name of FORMATS for sources whose ending
    tells nothing or the wrong thing. `base` is the folder that file names and identifiers are relative to, instead of
    each source itself. `allow_private` lets addresses of private networks be fetched.

    Raises UsageError for a date that is not ISO 8601, a language that is not a two-letter code, an unknown role.
    """

    lang: str | None = None
    date: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    format: str | None = None
    base: str | None = None
    limits: Limits = Limits()
    allow_private: bool = False

    def __post_init__(self) -> None:
        if self.lang is not None and not re.fullmatch("[a-z]{2}", self.lang):
            raise UsageError(f"language {self.lang!r} is not a two-letter code such as fr or en")
        if self.date is not None and not is_iso(self.date):
            raise UsageError(f"date {self.date!r} is not an ISO 8601 date such as 2021-07-26")
        for role in self.fields:
            if role not in ROLES:
                raise UsageError(f"unknown field {role!r}; known: {', '.join(ROLES)}")


def is_iso(value: str) -> bool:
    """Whether `value` is a calendar date or date-time in ISO 8601 ("2021-07-26", "2021-07-26T10:00:00Z")."""
    if not re.match(r"\d{4}-\d{2}-\d{2}(?:$|T)", value):
        return False
    try:
        date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def parse_fields(value: str) -> dict[str, str]:
    """The mapping that `text=body,title=headline` writes.

    Raises UsageError if it is malformed or names an unknown role.
    """
    fields: dict[str, str] = {}
    for pair in value.split(","):
        role, equals, name = (part.strip() for part in pair.partition("="))
        if not (role and equals and name):
            raise UsageError(f"fields {value!r}: {pair!r} is not ROLE=NAME; write text=body,title=headline")
        fields[role] = name
    ReadOptions(fields=fields)
    return fields


def parse_limits(values: Sequence[str]) -> Limits:
    """The limits that `article_chars=5000000` and the like set, the others as they are.

    Raises UsageError for a name that is no limit, or a value that is no number above zero.
    """
    known = {each.name: type(getattr(Limits(), each.name)) for each in dataclasses.fields(Limits)}
    chosen: dict[str, Any] = {}
    for value in values:
        name, _, number = (part.strip() for part in value.partition("="))
        if name not in known:
            raise UsageError(f"unknown limit {name!r}; known: {', '.join(known)}")
        try:
            chosen[name] = known[name](number)
        except ValueError as error:
            raise UsageError(f"limit {value!r}: write {name}=NUMBER") from error
        if not 0 < chosen[name] < math.inf:
            raise UsageError(f"limit {value!r}: a number above zero is wanted")
    return Limits(**chosen)


DEFAULTS = ReadOptions()
