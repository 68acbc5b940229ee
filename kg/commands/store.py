"""kg store: the store that grows article by article."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.build import changed, report_failures
from kg.commands.console import plural, print_table
from kg.commands.options import (
    Again,
    AllowPrivate,
    AsJson,
    Base,
    Copies,
    Date,
    Failures,
    Fields,
    From,
    Jobs,
    Kb,
    Lang,
    ModelName,
    Quiet,
    Raised,
    StoreName,
    Strict,
    building,
)
from kg.commands.progress import watching

if TYPE_CHECKING:
    from kg.store.base import Change, Store


def create(store: StoreName) -> None:
    """Make an empty store in a new folder.

    Example:

    kg store create my-store
    """
    from kg.store.stores import create_store

    create_store(store)
    print(f"{store}: an empty store")


def add(
    store: StoreName,
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="RDF files that kg wrote, a folder of parts, or articles.")
    ],
    lang: Lang = None,
    date: Date = None,
    base: Base = None,
    model: ModelName = None,
    kb: Kb = None,
    fields: Fields = None,
    form: From = None,
    allow_private: AllowPrivate = False,
    strict: Strict = False,
    copies: Copies = False,
    limit: Raised = None,
    again: Again = False,
    jobs: Jobs = 1,
    failures: Failures = None,
    quiet: Quiet = False,
) -> None:
    """Add articles, or renew those that changed.

    Takes finished graphs, and everything that kg build takes, which is built on the way.

    Examples:

    kg store add my-store monday.trig tuesday.nq

    kg store add my-store news/

    kg build s3://news/ -o parts/ --engine dask && kg store add my-store parts/
    """
    from kg.feed import feed
    from kg.identity.graphs import apart_from_decisions
    from kg.scale import built_by
    from kg.store.base import Change
    from kg.store.files import article_graphs, rdf_files
    from kg.store.stores import opened

    files = [file for source in sources for file in rdf_files(source)]
    texts = [source for source in sources if not rdf_files(source)]
    options = building(lang, date, base, model, fields, form, allow_private, strict, copies, limit, kb)
    changes: Counter[Change] = Counter()
    with opened(store, write=True) as opened_store, watching(texts, options.reading, quiet, failures) as watch:
        graphs = (graph for file in files for graph in article_graphs(file))
        for _, change in opened_store.put(apart_from_decisions(opened_store, graphs)):
            changes[change] += 1
            watch.done(changes.total(), 0)
        if texts:
            fed = feed(texts, opened_store, options, again, watch, built_by(jobs))
            changes += fed.changes
            report_failures(fed.summary)
        if changes[Change.REPLACED]:
            _renew_identities(opened_store)
    if not quiet:
        print(f"{store}: {changed(changes)}")


def _renew_identities(store: Store) -> None:
    """Let no identity rest on what an article no longer says."""
    from kg.identity.graphs import resolved
    from kg.identity.resolution import resolve

    if resolved(store):
        resolve(store)


def remove(
    store: StoreName,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE", help="An article's IRI, file name or address.")],
) -> None:
    """Take articles out, with everything that they alone said.

    Example:

    kg store remove my-store monday.txt
    """
    from kg.store.stores import find_article, opened

    with opened(store, write=True) as opened_store:
        for name, _ in opened_store.remove([find_article(opened_store, article) for article in articles]):
            print(f"removed {name}")
        _renew_identities(opened_store)


def list_articles(
    store: StoreName,
    as_json: AsJson = False,
) -> None:
    """List the articles by date.

    Example:

    kg store list my-store
    """
    from kg.store.stores import opened
    from kg.store.summary import articles

    with opened(store) as opened_store:
        lines = articles(opened_store)
    if as_json:
        print(json.dumps([line.as_dict() for line in lines], ensure_ascii=False, indent=2))
    else:
        rows = [(line.published or "", line.lang or "", line.title or "", line.iri) for line in lines]
        print_table(("date", "language", "title", "article"), rows)


def stats(
    store: StoreName,
    as_json: AsJson = False,
) -> None:
    """Say how much a store holds, and how much room it takes.

    Example:

    kg store stats my-store
    """
    from kg.store.stores import opened

    with opened(store) as opened_store:
        size = opened_store.stats()
    if as_json:
        print(json.dumps({"articles": size.articles, "triples": size.triples, "disk": size.disk}))
    else:
        disk = "" if size.disk is None else f", {size.disk / 1e6:.1f} MB on disk"
        print(f"{store}: {plural(size.articles, 'article')}, {plural(size.triples, 'triple')}{disk}")


def backup(
    store: StoreName,
    target: Annotated[str, typer.Argument(metavar="TARGET", help="A new folder, or a new .nq file.")],
) -> None:
    """Copy a store, also while another process writes to it.

    Examples:

    kg store backup my-store my-store-monday

    kg store backup http://localhost:7878/query everything.nq
    """
    from kg.store.stores import backup_store

    backup_store(store, target)
    print(f"{store} -> {target}")


def compact(store: StoreName) -> None:
    """Rewrite a store's files so that it takes the least room and answers fastest.

    Example:

    kg store compact my-store
    """
    from kg.store.stores import opened

    with opened(store, write=True) as opened_store:
        before = opened_store.stats().disk or 0
        opened_store.compact()
    with opened(store) as opened_store:
        after = opened_store.stats().disk or 0
    print(f"{store}: {before / 1e6:.1f} MB -> {after / 1e6:.1f} MB")


COMMANDS: dict[str, Callable[..., None]] = {
    "create": create,
    "add": add,
    "remove": remove,
    "list": list_articles,
    "stats": stats,
    "backup": backup,
    "compact": compact,
}
