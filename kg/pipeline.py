"""The whole street: sources -> articles -> parses -> extractions -> resolved -> quads -> files.

`documents` and `built` stream; `build` also writes and sums up. Nothing here grows with the number of articles.
"""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg import __version__
from kg.deadline import within
from kg.errors import InputError, KgError
from kg.model import Article, Document, Extraction, Parse, Resolved
from kg.ontology import DATA_BASE
from kg.read import Limits, ReadFailure, ReadOptions, marked, read

T = TypeVar("T")

if TYPE_CHECKING:
    from kg.annotate import Annotator
    from kg.export import Format
    from kg.nquads import Lines

BATCH = 16  # articles read ahead, so that those of one language go through its model together
AHEAD = 256  # items read ahead in all, where most need no model
COLLECTED = (50_000, 20, 20)  # Python's thresholds: an article makes so many objects, and few of them in circles
NAMED = 1000  # failures, and articles without a date, that a summary names; it counts them all


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build: what `kg build` takes beside sources and outputs."""

    reading: ReadOptions = ReadOptions()
    base: str = DATA_BASE
    model: str | None = None
    kb: Path | None = None  # a knowledge base to link entities to
    strict: bool = False  # stop at the first article that fails
    copies: bool = False  # build articles too that say word for word what an earlier one says


@dataclass(frozen=True, slots=True)
class Findings:
    """What a summary says of one article."""

    article: str  # its id
    name: str
    dated: bool
    entities: tuple[str, ...]  # the class of each
    events: tuple[str, ...]
    relations: tuple[str, ...]
    claims: int
    model: str
    copy: bool = False

    @classmethod
    def of(cls, document: Document) -> Findings:
        """The findings in one article."""
        resolved = document.resolved
        return cls(
            document.article.id,
            _name(document.article),
            document.article.published is not None,
            tuple(entity.kind for entity in resolved.entities),
            tuple(event.kind for event in resolved.events),
            tuple(relation.predicate for relation in resolved.relations),
            len(resolved.claims),
            document.parse.model,
            document.article.copy_of is not None,
        )


@dataclass(frozen=True, slots=True)
class Built:
    """One article's graph and what is in it."""

    findings: Findings
    quads: Lines
    ready: bool = False  # no language model was needed: a copy, or built by an earlier run


Failed = Callable[[ReadFailure], None]
Item = Article | Callable[[], Built]
"""An article to build, or a graph that needs no language model and is made when its turn comes."""
Builder = Callable[[Iterable[Item], "BuildOptions", "Failed | None"], Iterator[Built]]
"""Makes graphs, in their order. What fails goes to the function given, or is raised where none is."""


@dataclass(slots=True)
class Summary:
    """What a build found, where it went, and what it passed over. Lists are cut at NAMED, counts are not."""

    articles: int = 0
    copies: int = 0  # among the articles
    resumed: int = 0  # among the articles: built by an earlier run that was broken off
    undated: int = 0
    undated_names: list[str] = field(default_factory=list)  # articles whose date was not found
    entities: Counter[str] = field(default_factory=Counter)  # by class
    events: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    failed: int = 0  # sources that can't be read and articles that can't be built
    skipped: int = 0  # files of kinds that kg doesn't read
    failures: list[ReadFailure] = field(default_factory=list)  # of both sorts
    outputs: list[str] = field(default_factory=list)
    models: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, findings: Findings) -> None:
        """Count one article's findings."""
        self.articles += 1
        self.copies += findings.copy
        if not findings.dated:
            self.undated += 1
            if self.undated <= NAMED:
                self.undated_names.append(findings.name)
        self.entities.update(findings.entities)
        self.events.update(findings.events)
        self.relations.update(findings.relations)
        self.claims += findings.claims
        if findings.model and findings.model not in self.models:
            self.models.append(findings.model)

    def fail(self, failure: ReadFailure) -> None:
        """Count what was passed over."""
        self.skipped += failure.skipped
        self.failed += not failure.skipped
        if (self.skipped if failure.skipped else self.failed) <= NAMED:
            self.failures.append(failure)

    def merge(self, other: Summary) -> None:
        """Count what another part of the run found."""
        for name in ("articles", "copies", "resumed", "undated", "claims", "failed", "skipped"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.entities.update(other.entities)
        self.events.update(other.events)
        self.relations.update(other.relations)
        self.undated_names = (self.undated_names + other.undated_names)[:NAMED]
        self.failures = (self.failures + other.failures)[:NAMED]
        self.models += [model for model in other.models if model not in self.models]

    def require_articles(self) -> None:
        """Raise why nothing could be read, where nothing was: the first failure that is more than an unknown format."""
        if not self.articles:
            failure = min(self.failures, key=lambda failure: failure.skipped, default=None)
            raise failure.error if failure else InputError("there is no article in these sources")


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how a run goes: how many articles are done and how many failed, and each failure as it comes."""

    done: Callable[[int, int], None] = lambda done, failed: None
    failed: Failed = lambda failure: None


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
            gc.set_threshold(*COLLECTED)
        return self._loaded[lang]


def understand(
    articles: Iterable[Article], models: Models, on_failure: Failed | None = None, limits: Limits = Limits()
) -> Iterator[Document]:
    """Annotate, extract and resolve articles, BATCH at a time, in their order.

    An article that a stage can't handle goes to `on_failure`; without it the error is raised.
    """
    for batch in batches(articles):
        for lang, group in groupby(batch, key=lambda article: article.lang):
            for parse in _parses(list(group), models[lang], on_failure, limits):
                try:
                    document = _document(parse, limits)
                except Exception as error:
                    _fail(parse.article, error, on_failure)
                else:
                    yield document


def batches(items: Iterable[T]) -> Iterator[list[T]]:
    """`items` by BATCH articles, with the ready graphs among them, and AHEAD at most."""
    batch: list[T] = []
    articles = 0
    for item in items:
        batch.append(item)
        articles += isinstance(item, Article)
        if articles == BATCH or len(batch) == AHEAD:
            yield batch
            batch, articles = [], 0
    if batch:
        yield batch


def in_order(items: Iterable[Item], made: Iterable[Built]) -> Iterator[Built]:
    """The graphs of `items`: those that are ready, and those `made` of the articles among them; what failed is left out."""
    by_article = {graph.findings.article: graph for graph in made}
    for item in items:
        if not isinstance(item, Article):
            yield item()
        elif item.id in by_article:
            yield by_article[item.id]


def _parses(articles: Sequence[Article], model: Annotator, on_failure: Failed | None, limits: Limits) -> Iterator[Parse]:
    """The parses of articles of one language; where they don't go through the model together, one by one."""
    try:
        with within(limits.article_seconds):  # for all of them: where it doesn't do, each by itself has as much
            parses = list(model.parse(articles))
        yield from parses
        return
    except Exception as error:
        if len(articles) == 1:
            _fail(articles[0], error, on_failure)
            return
    for article in articles:
        yield from _parses([article], model, on_failure, limits)


def _document(parse: Parse, limits: Limits) -> Document:
    from kg.extract import extract
    from kg.lang import language
    from kg.resolve import resolve

    words = language(parse.article.lang)
    with within(limits.article_seconds):
        extraction = extract(parse, words)
        resolved = resolve(parse, extraction, words)
    if len(resolved.entities) > limits.entities:
        raise InputError(
            f"it has {len(resolved.entities)} entities, more than {limits.entities}: split it or raise the limit"
        )
    return Document(parse, extraction, resolved, (("version", __version__),))


def _fail(article: Article, error: Exception, on_failure: Failed | None) -> None:
    reason = str(error) if isinstance(error, KgError) else f"{type(error).__name__}: {error}"
    failure = InputError(f"{_name(article)} can't be built: {reason}")
    if on_failure is None:
        raise failure if isinstance(error, InputError) else error
    on_failure(ReadFailure(_name(article), failure))


def _name(article: Article) -> str:
    return article.file or article.url or article.id


def documents(sources: Sequence[str], options: BuildOptions, on_failure: Failed | None = None) -> Iterator[Document]:
    """What each article of `sources` says. Without `on_failure` the first article that can't be read raises."""
    return understand(read(sources, options.reading, on_failure), Models(options.model), on_failure, options.reading.limits)


def articles(sources: Sequence[str], options: BuildOptions, on_failure: Failed | None = None) -> Iterator[Article]:
    """The articles of `sources`, the copies among them marked, unless these are to be built too."""
    found = read(sources, options.reading, on_failure)
    return found if options.copies else marked(found)


def item(article: Article, options: BuildOptions) -> Item:
    """What is to be done for an article: nothing that needs a language model, if it is a copy."""
    return partial(_of_copy, article, options) if article.copy_of else article


def _of_copy(article: Article, options: BuildOptions) -> Built:
    """The graph of a copy: what is known of the article, and whose facts stand for its own."""
    from kg.graph import quads

    parse = Parse(article, (), (), (), ())
    document = Document(parse, Extraction(), Resolved(), (("version", __version__),))
    return Built(Findings.of(document), quads(document, options.base), ready=True)


def built(
    items: Iterable[Item], options: BuildOptions, on_failure: Failed | None = None, models: Models | None = None
) -> Iterator[Built]:
    """The graphs of items in their order, made in this process: a Builder. `models` may be loaded already."""
    models = models or Models(options.model)
    for batch in batches(items):
        found = [item for item in batch if isinstance(item, Article)]
        yield from in_order(batch, graphs(found, models, options, on_failure))


def graphs(
    articles: Iterable[Article], models: Models, options: BuildOptions, on_failure: Failed | None = None
) -> Iterator[Built]:
    """As `built`, with models that may be loaded already."""
    from kg.graph import quads

    for document in understand(articles, models, on_failure, options.reading.limits):
        known = document if options.kb is None else _linked(document, options.kb)
        yield Built(Findings.of(known), quads(known, options.base))


def _linked(document: Document, file: Path) -> Document:
    from kg.kb import digest, linked, load

    return replace(linked(document, load(file)), options=(*document.options, ("kb", digest(file))))


@cache
def made_by(lang: str, model: str | None, base: str, kb: Path | None) -> tuple[str, ...]:
    """What beside an article makes its graph. Raises LanguageError or ModelError where nothing can."""
    from kg.annotate.models import choose
    from kg.kb import digest

    return (__version__, model or choose(lang), base, digest(kb) if kb else "")


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
    watch: Watch = Watch(),
    builder: Builder = built,
) -> Summary:
    """Build the graph of `sources` and write it to each of `outputs`, whose endings pick the formats.

    `watch` is told how it goes; `builder` makes the graphs. Files appear whole or not at all, and not for no article.
    """
    from kg.export import write_graphs

    started = time.perf_counter()
    summary = Summary()
    on_failure = None if options.strict else failing(summary, watch)

    def found() -> Iterator[Lines]:
        items = (item(article, options) for article in articles(sources, options, on_failure))
        for graph in builder(items, options, on_failure):
            summary.add(graph.findings)
            yield graph.quads
            watch.done(summary.articles, summary.failed)
        summary.require_articles()

    summary.outputs.extend(map(str, write_graphs(found(), outputs, page_formats())))
    summary.seconds = time.perf_counter() - started
    return summary


def failing(summary: Summary, watch: Watch) -> Failed:
    """Counts what fails, and tells it."""

    def fail(failure: ReadFailure) -> None:
        summary.fail(failure)
        watch.failed(failure)

    return fail
