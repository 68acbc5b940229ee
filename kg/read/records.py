"""Records (rows, JSON objects) as articles: which field is the text, the title, the date …"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

from kg.errors import InputError
from kg.read.encoding import one_line, printable
from kg.read.markup import text_of_html
from kg.read.options import ReadOptions
from kg.read.parts import Blob, Draft

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "maintext", "articleBody", "article_body", "body_text", "content_text", "full_text",
             "fulltext", "article_text", "article", "content", "texte", "contenu", "corps"),
    "html": ("html", "body_html", "content_html", "raw_html"),
    "title": ("title", "headline", "titre", "name"),
    "date": ("date", "published", "date_published", "datePublished", "date_publish", "published_at", "publishedAt",
             "publication_date", "pub_date", "pubDate", "published_date", "timestamp", "created_at"),
    "url": ("url", "link", "uri", "source_url", "web_url", "webUrl", "canonical_url"),
    "lang": ("lang", "language", "inLanguage", "langue"),
    "id": ("id", "_id", "guid", "uuid", "article_id", "doc_id"),
    "author": ("author", "authors", "byline", "auteur", "creator"),
    "publisher": ("publisher", "source", "sitename", "site_name", "source_name", "publication", "source_domain",
                  "outlet"),
}  # fmt: skip
"""Field names of the roles where the user maps none: schema.org, JSON Feed, NewsAPI, news-please, trafilatura."""


UNIQUE_CHARS = 8  # a shorter identifier is a count, which records of other files have too


def names_of(role: str, options: ReadOptions) -> tuple[str, ...]:
    """The field names that may hold `role`."""
    mapped = options.fields.get(role)
    return (mapped,) if mapped else NAMES[role]


def draft(record: object, name: str, position: str, blob: Blob, options: ReadOptions) -> Draft:
    """The article in a record. `position` names the record within its file ("line 3").

    Raises InputError if the record is no object, or has no field with a text.
    """
    if not isinstance(record, dict):
        raise InputError(f"{name} is not an object with fields: one article is one JSON object")
    values = {role: first(record, names_of(role, options)) for role in NAMES}
    key = values["id"]
    if key is None or len(key) < UNIQUE_CHARS:
        key = f"{blob.file}#{key or position}" if blob.file else None
    return Draft(
        name=name,
        text=_text(values, record, name, options),
        key=key,
        title=values["title"],
        url=values["url"],
        date=values["date"],
        lang=values["lang"],
        author=values["author"],
        publisher=values["publisher"],
        file=blob.file,
    )


def has_text(record: object, options: ReadOptions) -> bool:
    """Whether `record` looks like an article: an object with a text field."""
    return isinstance(record, dict) and any(first(record, names_of(role, options)) for role in ("text", "html"))


def _text(values: Mapping[str, str | None], record: dict[str, Any], name: str, options: ReadOptions) -> str:
    if "html" not in options.fields and (text := values["text"]):
        return text
    if html := values["html"]:
        return printable(text_of_html(html))
    if any(field in record for field in (*names_of("text", options), *names_of("html", options))):
        raise InputError(f"{name} is empty: its text field holds no text")
    fields = one_line(", ".join(str(field)[:40] for field in list(record)[:12]))
    raise InputError(f"{name} has no text field (it has: {fields or 'none'}): say which with --fields text=NAME")


def first(record: Mapping[str, Any], fields: tuple[str, ...]) -> str | None:
    """The first of these fields that holds something, as text; a dot goes into nested objects."""
    for field in fields:
        if value := _string(_get(record, field)):
            return value
    return None


def _get(record: Mapping[str, Any], field: str) -> object:
    if field in record:
        return record[field]
    value: object = record
    for part in field.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _string(value: object) -> str | None:
    """A field's value as text: lists of paragraphs or authors joined, objects by their name."""
    if isinstance(value, str):
        return printable(value) if value.strip() else None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return f"{value:.0f}" if math.isfinite(value) and abs(value) < 1e15 else None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        named = value.get("name") or value.get("title")
        return _string(named) if isinstance(named, str) else None
    if isinstance(value, list):
        parts = [part for part in map(_scalar, value) if part]
        return ("\n\n" if any(len(part) > 60 for part in parts) else ", ").join(parts) or None
    return None


def _scalar(value: object) -> str | None:
    return _string(value) if isinstance(value, str | dict) else None
