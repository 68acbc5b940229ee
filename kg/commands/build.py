"""kg build: articles in, graph out."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.console import plural, shown
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
    Sources,
    Strict,
    building,
)
from kg.commands.progress import watching
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.pipeline import BuildOptions, Summary
    from kg.store.base import Change

_NAMED_FAILURES = 10


def build(
    sources: Sources,
    outputs: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here; the ending picks the format."),
    ] = None,
    store: Annotated[
        str | None, typer.Option(metavar="STORE", help="Add to this store: a folder, or a server's address.")
    ] = None,
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
    as_json: AsJson = False,
) -> None:
    """Build the graph of articles.

    It says who did what to whom, when and where, each fact with the sentence that says so.

    Endings of FILE: .ttl .trig .nq .nt .jsonld .rdf .graphml .gexf .csv (nodes and edges) .html (a page to look at).

    Examples:

    kg build article.txt -o graph.trig

    kg build news/ 'archive/*.jsonl' -o graph.nq -o graph.html --lang fr

    kg build https://example.org/story.html -o story.jsonld --date 2024-03-14

    cat article.txt | kg build - -o graph.ttl

    kg build news/ --store my-store

    kg build archive/ -o graph.nq --jobs 4 --failures failures.jsonl

    kg build news/ --store my-store --kb known.tsv
    """
    if bool(outputs) == bool(store):
        raise UsageError("where to? -o FILE writes the graph to a file, --store STORE adds it to a store; give one")
    options = building(lang, date, base, model, fields, form, allow_private, strict, copies, limit, kb)
    if store:
        summary, changes = _into_store(sources, store, options, again, jobs, quiet, failures)
    else:
        summary, changes = _into_files(sources, outputs or [], options, jobs, quiet, failures), Counter()
    report_failures(summary)
    if as_json:
        stored = {change.value: number for change, number in changes.items()}
        print(json.dumps({**as_dict(summary), **({"store": stored} if store else {})}, ensure_ascii=False, indent=2))
    elif not quiet:
        if summary.articles or not store:
            print_summary(summary)
        if store:
            print(f"{store}: {changed(changes)}")


def _into_files(
    sources: list[str], outputs: list[Path], options: BuildOptions, jobs: int, quiet: bool, failures: Path | None
) -> Summary:
    from kg.pipeline import build as build_graph
    from kg.scale import built_by

    with watching(sources, options.reading, quiet, failures) as watch:
        return build_graph(sources, outputs, options, watch, built_by(jobs))


def _into_store(
    sources: list[str], store: str, options: BuildOptions, again: bool, jobs: int, quiet: bool, failures: Path | None
) -> tuple[Summary, Counter[Change]]:
    from kg.feed import feed
    from kg.scale import built_by
    from kg.store.stores import opened

    with opened(store, write=True) as opened_store, watching(sources, options.reading, quiet, failures) as watch:
        fed = feed(sources, opened_store, options, again, watch, built_by(jobs))
    return fed.summary, fed.changes


def report_failures(summary: Summary) -> None:
    """Name what was passed over on standard error."""
    failures = [failure for failure in summary.failures if not failure.skipped]
    for failure in failures[:_NAMED_FAILURES]:
        print(f"kg: passed over: {shown(failure.reason)}", file=sys.stderr)
    if summary.failed > _NAMED_FAILURES:
        print(f"kg: … and {summary.failed - _NAMED_FAILURES} more", file=sys.stderr)


def changed(changes: Counter[Change]) -> str:
    """What putting articles did, in words: "3 articles: 2 added, 1 unchanged"."""
    parts = [f"{count} {change.value}" for change, count in sorted(changes.items(), key=lambda item: item[0].value)]
    return plural(changes.total(), "article") + (f": {', '.join(parts)}" if parts else "")


def print_summary(summary: Summary) -> None:
    """What was found, where it went, how long it took."""
    models = f" with {', '.join(summary.models)}" if summary.models else ""
    rate = f", {summary.articles / summary.seconds:.1f} a second" if summary.seconds > 1 else ""
    print(f"{plural(summary.articles, 'article')} read{models} in {summary.seconds:.1f} s{rate}")
    for what, counts in (("entities", summary.entities), ("events", summary.events), ("relations", summary.relations)):
        print(f"  {counts.total():>5} {what}" + (f": {_listed(counts)}" if counts else ""))
    print(f"  {summary.claims:>5} claims of somebody's words")
    if summary.copies:
        print(f"  {summary.copies:>5} copies of other articles, kept as sources")
    if summary.failed:
        print(f"  {summary.failed:>5} failed and were passed over")
    if summary.undated:
        names = summary.undated_names
        named = ", ".join(shown(name) for name in names[:3]) + (" …" if summary.undated > 3 else "")
        print(f"  no date found for {named}; --date sets it")
    for output in summary.outputs:
        print(f"  -> {output}")


def _listed(counts: Counter[str], most: int = 8) -> str:
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{n} {name}" for name, n in ranked[:most]) + (" …" if len(ranked) > most else "")


def as_dict(summary: Summary) -> dict[str, object]:
    """The summary for programs."""
    return {
        "articles": summary.articles,
        "copies": summary.copies,
        "entities": dict(sorted(summary.entities.items())),
        "events": dict(sorted(summary.events.items())),
        "relations": dict(sorted(summary.relations.items())),
        "claims": summary.claims,
        "undated": summary.undated_names,
        "failed": summary.failed,
        "failures": [{"source": f.source, "reason": f.reason, "skipped": f.skipped} for f in summary.failures],
        "models": summary.models,
        "outputs": summary.outputs,
        "seconds": round(summary.seconds, 3),
    }
