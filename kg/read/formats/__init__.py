"""The table of input formats. A new one is a module with `read` and a line here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from kg.errors import InputError
from kg.read import media
from kg.read.parts import Blob, FormatReader


@dataclass(frozen=True, slots=True)
class Format:
    """What a format is called, how files of it are known, and the module that reads it (loaded when first used)."""

    title: str
    module: str
    endings: tuple[str, ...]
    media: tuple[str, ...]

    @property
    def read(self) -> FormatReader:
        """The format's reader."""
        reader: FormatReader = import_module(f"kg.read.formats.{self.module}").read
        return reader


FORMATS: dict[str, Format] = {
    "text": Format("plain text", "text", (".txt", ".text"), ("text/plain",)),
    "markdown": Format("Markdown", "markdown", (".md", ".markdown"), ("text/markdown", "text/x-markdown")),
    "html": Format("HTML", "html", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml")),
    "jsonl": Format(
        "JSON Lines",
        "jsonl",
        (".jsonl", ".ndjson", ".jsonlines"),
        ("application/jsonl", "application/x-ndjson", "application/ndjson", "application/json-lines", "text/jsonl"),
    ),
    "json": Format("JSON", "json", (".json",), ("application/json", "application/feed+json", "application/ld+json")),
    "csv": Format("CSV", "csv", (".csv", ".tsv"), ("text/csv", "text/tab-separated-values")),
    "parquet": Format("Parquet", "parquet", (".parquet", ".pq"), ("application/vnd.apache.parquet",)),
    "warc": Format("WARC", "warc", (".warc",), ("application/warc",)),
    "feed": Format(
        "RSS or Atom",
        "feed",
        (".rss", ".atom", ".xml"),
        ("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
    ),
    "mail": Format("mail", "mail", (".eml",), ("message/rfc822",)),
    "zip": Format("zip archive", "zip", (".zip",), ("application/zip", "application/x-zip-compressed")),
    "gzip": Format("gzip file", "gzip", (".gz",), ("application/gzip", "application/x-gzip")),
}
CONTAINERS = ("zip", "gzip")
ENDINGS = {ending: name for name, entry in FORMATS.items() for ending in entry.endings}
MEDIA = {kind: name for name, entry in FORMATS.items() for kind in entry.media}


MAGIC = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
)
OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/")
UNTOLD_MEDIA = ("", "text/plain", "application/octet-stream", "application/xml", "text/xml", "binary/octet-stream")
HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p)\b", re.I)
FEED_START = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.I)
MAIL_HEADER = re.compile(rb"(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|From|Date|Subject|To): ")
JSON_START = re.compile(rb"(?:\{\s*(?:\"|\})|\[\s*(?:\{|\]))")


def ending(name: str) -> str | None:
    """The ending of `name` if a format owns it, in lower case."""
    suffix = PurePosixPath(name.lower()).suffix
    return suffix if suffix in ENDINGS else None


def is_known(name: str) -> bool:
    """Whether a file of this name in a folder is read: a format owns its ending, or it has none."""
    return ending(name) is not None or not PurePosixPath(name).suffix


def detect(blob: Blob, head: bytes, forced: str | None = None) -> str:
    """The name in FORMATS of the format of `blob`, whose first bytes are `head`.

    Archives are what their bytes say. Else `forced` counts, then the content type or the ending, then what the text
    looks like. Raises InputError for XML that is no feed and for Office documents.
    """
    magic = next((name for mark, name in MAGIC if head.startswith(mark)), None)
    if magic == "zip" and any(mark in head[:200] for mark in OFFICE):
        raise InputError(f"{blob.name} is an Office document: save it as text or HTML first")
    if magic in CONTAINERS:
        return magic
    if forced:
        return forced
    kind = media.kind(blob.media)
    if kind not in UNTOLD_MEDIA and kind in MEDIA:
        return MEDIA[kind]
    owned = ENDINGS.get(ending(_file_name(blob)) or "")
    if owned in CONTAINERS:
        raise InputError(f"{blob.name} is no {FORMATS[owned].title}, whatever its ending says: fetch or pack it again")
    return owned or magic or _looks_like(blob.name, head)


def _file_name(blob: Blob) -> str:
    """The name whose ending tells the format: that of the file, or the last part of the address."""
    name = blob.file or urlsplit(blob.url or "").path
    return re.sub(r"(?i)\.gz$", "", name) if blob.depth else name


def _looks_like(name: str, head: bytes) -> str:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"<"):
        if FEED_START.search(text):
            return "feed"
        if HTML_START.search(text[:1024]):
            return "html"
        if text.startswith(b"<?xml"):
            raise InputError(f"{name} is XML but neither a page nor a feed: give the article as text or HTML")
    if JSON_START.match(text):
        return "json"
    mail = [line for line in text[:2048].splitlines()[:20] if MAIL_HEADER.match(line)]
    return "mail" if len(mail) >= 3 else "text"
