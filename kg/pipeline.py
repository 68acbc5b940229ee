"""The whole street: sources -> articles -> parses -> extractions -> resolved -> quads -> files.

`documents` and `built` stream; `build` also writes and sums up.
"""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.errors import InputError, KgError
from kg.model import Article, Document, Parse
from kg.ontology import DATA_BASE
from kg.read import ReadFailure, ReadOptions, read

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.annotate import Annotator
    from kg.export import Format

BATCH = 16  # articles read ahead, so that those of one language go through its model together


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build: what `kg build` takes beside sources and outputs."""

    reading: ReadOptions = ReadOptions()
    base: str = DATA_BASE
    model: str | None = None
    strict: bool = False  # stop at the first article that fails


@dataclass(frozen=True, slots=True)
class Findings:
    """What a summary says of one article."""

    name: str
    dated: bool
    entities: tuple[str, ...]  # the class of each
    events: tuple[str, ...]
    relations: tuple[str, ...]
    claims: int
    model: str

    @classmethod
    def of(cls, document: Document) -> Findings:
        """The findings in one article."""
        resolved = document.resolved
        return cls(
            _name(document.article),
            document.article.published is not None,
            tuple(entity.kind for entity in resolved.entities),
            tuple(event.kind for event in resolved.events),
            tuple(relation.predicate for relation in resolved.relations),
            len(resolved.claims),
            document.parse.model,
        )


@dataclass(frozen=True, slots=True)
class Built:
    """One article's graph and what is in it."""

    findings: Findings
    quads: Sequence[Quad]


Failed = Callable[[ReadFailure], None]
Builder = Callable[[Iterable[Article], "BuildOptions", "Failed | None"], Iterator[Built]]
"""Makes graphs of articles, in their order. What fails goes to the function given, or is raised where none is."""


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

    def add(self, findings: Findings) -> None:
        """Count one article's findings."""
        self.articles += 1
        if not findings.dated:
            self.undated.append(findings.name)
        self.entities.update(findings.entities)
        self.events.update(findings.events)
        self.relations.update(findings.relations)
        self.claims += findings.claims
        if findings.model not in self.models:
            self.models.append(findings.model)

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
            gc.collect()
            gc.freeze()  # a model's million objects stay: the collector need not walk them again and again
        return self._loaded[lang]


def understand(articles: Iterable[Article], models: Models, on_failure: Failed | None = None) -> Iterator[Document]:
    """Annotate, extract and resolve articles as they come, in their order.

    An article that a stage can't handle goes to `on_failure`; without it the error is raised.
    """
    stream = iter(articles)
    while batch := list(islice(stream, BATCH)):
        for lang, group in groupby(batch, key=lambda article: article.lang):
            for parse in _parses(list(group), models[lang], on_failure):
                try:
                    document = _document(parse)
                except Exception as error:
                    _fail(parse.article, error, on_failure)
                else:
                    yield document


def _parses(articles: Sequence[Article], model: Annotator, on_failure: Failed | None) -> Iterator[Parse]:
    """The parses of articles of one language; where they don't go through the model together, one by one."""
    try:
        yield from list(model.parse(articles))
        return
    except Exception as error:
        if len(articles) == 1:
            _fail(articles[0], error, on_failure)
            return
    for article in articles:
        yield from _parses([article], model, on_failure)


def _document(parse: Parse) -> Document:
    from kg.extract import extract
    from kg.lang import language
    from kg.resolve import resolve

    words = language(parse.article.lang)
    extraction = extract(parse, words)
    return Document(parse, extraction, resolve(parse, extraction, words), (("version", __version__),))


def _fail(article: Article, error: Exception, on_failure: Failed | None) -> None:
    if on_failure is None:
        raise error
    reason = str(error) if isinstance(error, KgError) else f"{type(error).__name__}: {error}"
    on_failure(ReadFailure(_name(article), InputError(f"{_name(article)} can't be built: {reason}")))


def _name(article: Article) -> str:
    return article.file or article.url or article.id


def documents(sources: Sequence[str], options: BuildOptions, on_failure: Failed | None = None) -> Iterator[Document]:
    """What each article of `sources` says. Without `on_failure` the first article that can't be read raises."""
    return understand(read(sources, options.reading, on_failure), Models(options.model), on_failure)


def built(articles: Iterable[Article], options: BuildOptions, on_failure: Failed | None = None) -> Iterator[Built]:
    """The graphs of articles in their order, made in this process: a Builder."""
    return graphs(articles, Models(options.model), options, on_failure)


def graphs(
    articles: Iterable[Article], models: Models, options: BuildOptions, on_failure: Failed | None = None
) -> Iterator[Built]:
    """As `built`, with models that may be loaded already."""
    from kg.graph import quads

    for document in understand(articles, models, on_failure):
        yield Built(Findings.of(document), list(quads(document, options.base)))


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
    builder: Builder = built,
) -> Summary:
    """Build the graph of `sources` and write it to each of `outputs`, whose endings pick the formats.

    `progress` is called with the number of articles done; `builder` makes the graphs. Files appear whole or not at
    all, and not for no article.
    """
    from kg.export import write

    started = time.perf_counter()
    summary = Summary()

    def facts() -> Iterator[Quad]:
        on_failure = None if options.strict else summary.failures.append
        for graph in builder(read(sources, options.reading, on_failure), options, on_failure):
            summary.add(graph.findings)
            yield from graph.quads
            if progress is not None:
                progress(summary.articles)
        summary.require_articles()

    summary.outputs.extend(map(str, write(facts(), outputs, page_formats())))
    summary.seconds = time.perf_counter() - started
    return summary
