"""Sources into a store: only what is not there yet, or not any more as it is, goes through the language model."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import __version__
from kg.model import Article
from kg.pipeline import Builder, BuildOptions, Item, Summary, Watch, articles, built, failing, item
from kg.store.answers import Rows
from kg.store.base import ArticleGraph, Change, Store

if TYPE_CHECKING:
    from kg.store.answers import Term

#: What made a graph: a build of the same text by the same version and model would make the same again.
_ORIGIN = """
SELECT ?sha ?version ?date ?lang ?original ?model ?kb WHERE {{ GRAPH <{article}> {{
  <{article}> nkg:sha256 ?sha ; prov:wasGeneratedBy ?build .
  ?build nkg:version ?version . OPTIONAL {{ ?build nkg:model ?model }} OPTIONAL {{ <{article}> nkg:copyOf ?original }}
  OPTIONAL {{ ?build nkg:option ?kb . FILTER(STRSTARTS(?kb, "kb=")) }}
  OPTIONAL {{ <{article}> schema:datePublished ?date }} OPTIONAL {{ <{article}> schema:inLanguage ?lang }} }} }}"""


@dataclass(frozen=True, slots=True)
class Fed:
    """What feeding found in the articles that it built, and what it did to the store."""

    summary: Summary
    changes: Counter[Change]


def feed(
    sources: Sequence[str],
    store: Store,
    options: BuildOptions = BuildOptions(),
    again: bool = False,
    watch: Watch = Watch(),
    builder: Builder = built,
) -> Fed:
    """Put the articles of `sources` into `store`, each whole or not at all; a run that was broken off is taken up.

    An article that the store holds as this version and model would build it is passed over, unless `again`.
    `watch` is told how it goes; `builder` makes the graphs. Raises KgError as reading, building and storing do.
    """
    started = time.perf_counter()
    summary = Summary()
    changes: Counter[Change] = Counter()

    def report() -> None:
        watch.done(changes.total(), summary.failed)

    on_failure = None if options.strict else failing(summary, watch)

    def wanted() -> Iterator[Item]:
        for article in articles(sources, options, on_failure):
            if again or not _is_known(store, article, options):
                yield item(article, options)
            else:
                changes[Change.UNCHANGED] += 1
                report()

    def graphs() -> Iterator[ArticleGraph]:
        from kg.graph import article_iri

        for graph in builder(wanted(), options, on_failure):
            summary.add(graph.findings)
            yield article_iri(options.base, graph.findings.article), graph.quads

    for _, change in store.put(graphs()):
        changes[change] += 1
        report()
    if not changes:
        summary.require_articles()
    summary.seconds = time.perf_counter() - started
    return Fed(summary, changes)


def _is_known(store: Store, article: Article, options: BuildOptions) -> bool:
    from kg.annotate.models import choose
    from kg.graph import article_iri
    from kg.kb import digest

    base = f"kb={digest(options.kb)}" if options.kb else ""
    answer = store.query(_ORIGIN.format(article=article_iri(options.base, article.id)))
    assert isinstance(answer, Rows)
    original = article_iri(options.base, article.copy_of) if article.copy_of else ""
    wanted = (article.sha256, __version__, article.published or "", article.lang, original)
    for row in answer:
        *origin, model, kb = map(_text, row)
        by_model = kb == base and model.partition(" ")[0] == (options.model or choose(article.lang))
        return tuple(origin) == wanted and (bool(original) or by_model)
    return False


def _text(term: Term | None) -> str:
    return str(getattr(term, "value", ""))
