"""The whole street: sources -> articles -> parses -> extractions -> resolved -> quads -> files.

`documents` streams; `build` also writes and sums up.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.errors import InputError
from kg.model import Article, Document
from kg.ontology import DATA_BASE
from kg.read import ReadFailure, ReadOptions, read

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.annotate import Annotator
    from kg.export import Format

BATCH = 64  # articles read ahead, so that those of one language go through its model together


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build: what `kg build` takes beside sources and outputs."""

    reading: ReadOptions = ReadOptions()
    base: str = DATA_BASE
    model: str | None = None
    strict: bool = False  # stop at the first article that fails


@dataclass(slots=True)
class Summary:
    """What a build found, where it went, and what it passed over."""

    articles: int = 0
    undated: list[str] = field(default_factory=list)  # articles whose date was not found
    entities: Counter[str] = field(default_factory=Counter)  # by class
    events: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    failures: list[ReadFailure] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    models: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, document: Document) -> None:
        """Count one article's findings."""
        self.articles += 1
        if document.article.published is None:
            self.undated.append(document.article.file or document.article.url or document.article.id)
        resolved = document.resolved
        self.entities.update(entity.kind for entity in resolved.entities)
        self.events.update(event.kind for event in resolved.events)
        self.relations.update(relation.predicate for relation in resolved.relations)
        self.claims += len(resolved.claims)
        if document.parse.model not in self.models:
            self.models.append(document.parse.model)


    def require_articles(self) -> None:
        """Raise why nothing could be read, where nothing was: the first failure that is more than an unknown format."""
        if not self.articles:
            failure = min(self.failures, key=lambda failure: failure.skipped, default=None)
            raise failure.error if failure else InputError("there is no article in these sources")


class Models:
    """Language models by language, each loaded when an article first needs it."""

    def __init__(self, model: str | None = None) -> None:
        self._model = model
        self._loaded: dict[str, Annotator] = {}

    def __getitem__(self, lang: str) -> Annotator:
        """The annotator of a language. Raises LanguageError or ModelError."""
        if lang not in self._loaded:
            from kg.annotate import load  # spaCy takes a second to import

            self._loaded[lang] = load(lang, self._model)
        return self._loaded[lang]


def understand(articles: Iterable[Article], models: Models) -> Iterator[Document]:
    """Annotate, extract and resolve articles as they come, in their order."""
    from kg.extract import extract
    from kg.lang import language
    from kg.resolve import resolve

    stream = iter(articles)
    while batch := list(islice(stream, BATCH)):
        for lang, group in groupby(batch, key=lambda article: article.lang):
            words = language(lang)
            for parse in models[lang].parse(group):
                extraction = extract(parse, words)
                yield Document(parse, extraction, resolve(parse, extraction, words), (("version", __version__),))


def documents(
    sources: Sequence[str], options: BuildOptions, on_failure: Callable[[ReadFailure], None] | None = None
) -> Iterator[Document]:
    """What each article of `sources` says. Without `on_failure` the first article that can't be read raises."""
    return understand(read(sources, options.reading, on_failure), Models(options.model))


def page_formats(texts: bool = True) -> Mapping[str, Format]:
    """The formats of pages to look at; without `texts` they hold no sentence of an article."""
    from kg.export import Format
    from kg.view import Explorer

    page = Format("HTML: a page to look at, search and check", lambda files: Explorer(files, texts))
    return {".html": page, ".htm": page}


def build(
    sources: Sequence[str],
    outputs: Sequence[Path],
    options: BuildOptions = BuildOptions(),
    progress: Callable[[int], None] | None = None,
) -> Summary:
    """Build the graph of `sources` and write it to each of `outputs`, whose endings pick the formats.

    `progress` is called with the number of articles done. Files appear whole or not at all, and not for no article.
    """
    from kg.export import write
    from kg.graph import quads

    started = time.perf_counter()
    summary = Summary()

    def facts() -> Iterator[Quad]:
        on_failure = None if options.strict else summary.failures.append
        for document in documents(sources, options, on_failure):
            summary.add(document)
            yield from quads(document, options.base)
            if progress is not None:
                progress(summary.articles)
        summary.require_articles()

    summary.outputs.extend(map(str, write(facts(), outputs, page_formats())))
    summary.seconds = time.perf_counter() - started
    return summary
