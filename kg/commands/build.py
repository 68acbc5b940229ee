"""kg build: articles in, graph out."""

from __future__ import annotations

import json
import sys
from collections import Counter
from contextlib import nullcontext
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
    Engine,
    EngineName,
    Failures,
    Fields,
    From,
    Jobs,
    Kb,
    Lang,
    ModelName,
    Quiet,
    Raised,
    Scheduler,
    Sources,
    Strict,
    building,
)
from kg.commands.progress import watching
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.pipeline import BuildOptions, Summary, Watch
    from kg.store.base import Change

_NAMED_FAILURES = 10


def build(
    sources: Sources,
    outputs: Annotated[
        list[str] | None,
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
    engine: EngineName = Engine.PROCESSES,
    scheduler: Scheduler = None,
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

    kg build s3://news/2024/ -o s3://graphs/2024/ --engine dask --scheduler tcp://10.0.0.1:8786

    A run that is broken off, however it ends, goes on where it was when the same command is given again.
    """
    if bool(outputs) == bool(store):
        raise UsageError("where to? -o FILE writes the graph to a file, --store STORE adds it to a store; give one")
    options = building(lang, date, base, model, fields, form, allow_private, strict, copies, limit, kb)
    places = _places(outputs or [], engine, scheduler)
    changes: Counter[Change] = Counter()
    with watching(sources, options.reading, quiet, failures) as watch:
        if store:
            summary, changes = _into_store(sources, store, options, again, jobs, watch)
        elif engine is Engine.DASK:
            from kg.scale.cluster import build_parts

            summary = build_parts(sources, places[0], options, scheduler, jobs, watch)
        else:
            summary = _into_files(sources, [Path(place) for place in places], options, jobs, watch)
    report_failures(summary)
    if as_json:
        stored = {change.value: number for change, number in changes.items()}
        print(json.dumps({**as_dict(summary), **({"store": stored} if store else {})}, ensure_ascii=False, indent=2))
    elif not quiet:
        if summary.articles or not store:
            print_summary(summary)
        if store:
            print(f"{store}: {changed(changes)}")


def _places(outputs: list[str], engine: Engine, scheduler: str | None) -> list[str]:
    """The outputs, if the engine can write them. Raises UsageError."""
    if engine is Engine.DASK and len(outputs) != 1:
        raise UsageError("--engine dask writes parts: give one -o, a folder or s3://…; kg store add STORE FOLDER loads it")
    if engine is not Engine.DASK and scheduler:
        raise UsageError("--scheduler goes with --engine dask")
    far = next((output for output in outputs if "://" in output), None)
    if engine is not Engine.DASK and far:
        raise UsageError(f"{far}: only --engine dask writes to object stores; give a file")
    return outputs


def _into_files(sources: list[str], outputs: list[Path], options: BuildOptions, jobs: int, watch: Watch) -> Summary:
    from kg.pipeline import build as build_graph
    from kg.scale import built_by, journal_for

    journal = journal_for(outputs)
    with journal or nullcontext():
        builder = journal.resuming(built_by(jobs)) if journal else built_by(jobs)
        summary = build_graph(sources, outputs, options, watch, builder)
    summary.resumed = journal.taken if journal else 0
    return summary


def _into_store(
    sources: list[str], store: str, options: BuildOptions, again: bool, jobs: int, watch: Watch
) -> tuple[Summary, Counter[Change]]:
    from kg.feed import feed
    from kg.scale import built_by
    from kg.store.stores import opened

    with opened(store, write=True) as opened_store:
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
    if summary.resumed:
        print(f"  {summary.resumed:>5} of them were built by an earlier run")
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
        "resumed": summary.resumed,
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
