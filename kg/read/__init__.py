"""The first stage: everything that an article can come in, as a stream of `Article` values.

    sources -> blobs (bytes with a name) -> drafts (what a format gives) -> articles (language, date, title, identifier)

One article is in memory at a time. What can't be read is reported and passed over; the rest is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.errors import InputError, KgError, UsageError
from kg.model import Article
from kg.read.copies import marked
from kg.read.counting import count, holds_one
from kg.read.finish import finish
from kg.read.formats import FORMATS, detect
from kg.read.naming import Names
from kg.read.options import DEFAULTS, Limits, ReadOptions, parse_fields, parse_limits
from kg.read.parts import Blob, Draft, Part, ReadFailure
from kg.read.sources import blobs, os_problem
from kg.read.streams import head

__all__ = [
    "FORMATS", "Blob", "Limits", "ReadFailure", "ReadOptions", "articles_of", "blobs", "count", "holds_one", "marked",
    "parse_fields", "parse_limits", "read",
]  # fmt: skip


def read(
    sources: Sequence[str],
    options: ReadOptions = DEFAULTS,
    on_failure: Callable[[ReadFailure], None] | None = None,
) -> Iterator[Article]:
    """The articles of `sources` (files, folders, patterns, http addresses, `-` for standard input), in a fixed order.

    What can't be read goes to `on_failure`, and reading goes on. Without it the first failure is raised: InputError,
    FetchError or LanguageError; files that kg does not read at all are then passed over.
    """
    if options.format is not None and options.format not in FORMATS:
        raise UsageError(f"unknown format {options.format!r}; known: {', '.join(FORMATS)}")
    names = Names()
    try:
        yield from articles_of(blobs(sources, options), options, names.settle, on_failure)
    finally:
        names.close()


def articles_of(
    parts: Iterable[Blob | ReadFailure],
    options: ReadOptions,
    settle: Callable[[str, str], str],
    on_failure: Callable[[ReadFailure], None] | None = None,
) -> Iterator[Article]:
    """As `read`, of blobs that are known. `settle` gives an article its identifier, from what names it and its hash."""
    for part in parts:
        for draft in _unfold(part, options):
            result = _article(draft, options, settle) if isinstance(draft, Draft) else draft
            if isinstance(result, Article):
                yield result
            elif on_failure is not None:
                on_failure(result)
            elif not result.skipped:
                raise result.error


def _article(draft: Draft, options: ReadOptions, settle: Callable[[str, str], str]) -> Article | ReadFailure:
    try:
        return finish(draft, options, settle)
    except KgError as error:
        return ReadFailure(draft.name, error)


def _unfold(part: Blob | Draft | ReadFailure, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    """The drafts in `part`, archives within archives included."""
    if not isinstance(part, Blob):
        yield part
        return
    try:
        if part.depth > options.limits.depth:
            limit = options.limits.depth
            raise InputError(f"{part.name} lies in {part.depth} archives, more than {limit}: unpack it first")
        with part.open() as stream:
            name = detect(part, head(stream), options.format)
            parts = FORMATS[name].read(part, stream, options)
            for inner in _while_readable(parts, part.name, options.limits.failures):
                yield from _unfold(inner, options)
    except KgError as error:
        yield ReadFailure(part.name, error)
    except OSError as error:
        yield ReadFailure(part.name, os_problem(part.name, error))


def _while_readable(parts: Iterator[Part], name: str, limit: int) -> Iterator[Part]:
    """`parts` until `limit` in a row are failures: a file that is not what it seems is not reported line by line."""
    failures = 0
    for part in parts:
        yield part
        failures = failures + 1 if isinstance(part, ReadFailure) else 0
        if failures == limit:
            raise InputError(f"{name} holds {limit} records in a row that can't be read: the rest is left out")
