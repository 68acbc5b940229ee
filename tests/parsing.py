"""Live parses for tests: each language model is loaded once in a test run."""

from __future__ import annotations

from functools import cache

from kg.annotate import Annotator, load
from kg.model import Article, Parse


@cache
def _annotator(lang: str) -> Annotator:
    return load(lang)


@cache
def parse(lang: str, text: str, published: str | None = None) -> Parse:
    """The parse of a text by the installed model of the language."""
    (parsed,) = _annotator(lang).parse([Article("test", text, lang, published=published)])
    return parsed
