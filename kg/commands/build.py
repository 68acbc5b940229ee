"""kg build: articles in, graph out."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.console import plural, shown
from kg.commands.progress import progress_bar
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.pipeline import BuildOptions, Summary

_NAMED_FAILURES = 10


def build(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Files, folders, patterns, web addresses, or - for standard input."),
    ],
    outputs: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here; the ending picks the format."),
    ] = None,
    lang: Annotated[str | None, typer.Option(help="The articles' language (fr, en); found if not given.")] = None,
    date: Annotated[
        str | None, typer.Option(help="The articles' date, such as 2021-07-26; found if not given.")
    ] = None,
    base: Annotated[
        str | None, typer.Option(metavar="IRI", help="What the graph's own identifiers begin with.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="An installed spaCy pipeline with a parser and entities.")] = None,
    fields: Annotated[
        str | None, typer.Option(help="What the fields of records are called, such as text=body,title=headline.")
    ] = None,
    form: Annotated[str | None, typer.Option("--from", help="The sources' format, where the ending misleads.")] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses of private networks too.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first article that can't be read.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as one JSON object.")] = False,
) -> None:
    """Build the graph of articles.

    It says who did what to whom, when and where, each fact with the sentence that says so.

    Endings of FILE: .ttl .trig .nq .nt .jsonld .rdf .graphml .gexf .csv (nodes and edges) .html (a page to look at).

    Examples:

    kg build article.txt -o graph.trig

    kg build news/ 'archive/*.jsonl' -o graph.nq -o graph.html --lang fr

    kg build https://example.org/story.html -o story.jsonld --date 2024-03-14

    cat article.txt | kg build - -o graph.ttl
    """
    if not outputs:
        raise UsageError("where to? -o FILE writes the graph to a file")
    from kg.pipeline import build as build_graph

    options = _options(lang, date, base, model, fields, form, allow_private, strict)
    with progress_bar("articles", wanted=not quiet) as progress:
        summary = build_graph(sources, outputs, options, progress)
    report_failures(summary)
    if as_json:
        print(json.dumps(as_dict(summary), ensure_ascii=False, indent=2))
    elif not quiet:
        print_summary(summary)


def _options(
    lang: str | None,
    date: str | None,
    base: str | None,
    model: str | None,
    fields: str | None,
    form: str | None,
    allow_private: bool,
    strict: bool,
) -> BuildOptions:
    from kg.graph import checked_base
    from kg.ontology import DATA_BASE
    from kg.pipeline import BuildOptions
    from kg.read import ReadOptions, parse_fields

    mapping = parse_fields(fields) if fields else {}
    reading = ReadOptions(lang=lang, date=date, fields=mapping, format=form, allow_private=allow_private)
    return BuildOptions(reading, checked_base(base) if base else DATA_BASE, model, strict)


def report_failures(summary: Summary) -> None:
    """Name what was passed over on standard error; raise the first failure where nothing at all was read."""
    failures = [failure for failure in summary.failures if not failure.skipped]
    if failures and not summary.articles:
        raise failures[0].error
    for failure in failures[:_NAMED_FAILURES]:
        print(f"kg: passed over: {shown(failure.reason)}", file=sys.stderr)
    if len(failures) > _NAMED_FAILURES:
        print(f"kg: … and {len(failures) - _NAMED_FAILURES} more", file=sys.stderr)


def print_summary(summary: Summary) -> None:
    """What was found, where it went, how long it took."""
    print(f"{plural(summary.articles, 'article')} read with {', '.join(summary.models)} in {summary.seconds:.1f} s")
    for what, counts in (("entities", summary.entities), ("events", summary.events), ("relations", summary.relations)):
        print(f"  {counts.total():>5} {what}" + (f": {_listed(counts)}" if counts else ""))
    print(f"  {summary.claims:>5} claims of somebody's words")
    if summary.undated:
        named = ", ".join(shown(name) for name in summary.undated[:3]) + (" …" if len(summary.undated) > 3 else "")
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
        "entities": dict(sorted(summary.entities.items())),
        "events": dict(sorted(summary.events.items())),
        "relations": dict(sorted(summary.relations.items())),
        "claims": summary.claims,
        "undated": summary.undated,
        "failures": [{"source": f.source, "reason": f.reason, "skipped": f.skipped} for f in summary.failures],
        "models": summary.models,
        "outputs": summary.outputs,
        "seconds": round(summary.seconds, 3),
    }
