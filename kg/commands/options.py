"""Arguments and options that several commands share, each said once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.pipeline import BuildOptions


class Engine(StrEnum):
    """What runs the work of a build."""

    PROCESSES = "processes"
    DASK = "dask"


GraphName = Annotated[
    str, typer.Argument(metavar="GRAPH", help="An RDF file, a store's folder, or the address of a SPARQL server.")
]
StoreName = Annotated[str, typer.Argument(metavar="STORE", help="A store's folder, or the address of a SPARQL server.")]
Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE", help="Files, folders, patterns, web addresses, s3://… and the like, or -."),
]
Lang = Annotated[str | None, typer.Option(help="The articles' language (fr, en); found if not given.")]
Date = Annotated[str | None, typer.Option(help="The articles' date, such as 2021-07-26; found if not given.")]
Base = Annotated[str | None, typer.Option(metavar="IRI", help="What the graph's own identifiers begin with.")]
ModelName = Annotated[str | None, typer.Option(help="An installed spaCy pipeline with a parser and entities.")]
Kb = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="A knowledge base (.tsv or .ttl) whose names and identifiers entities take."),
]
Fields = Annotated[str | None, typer.Option(help="What the fields of records are called, such as text=body,title=headline.")]
From = Annotated[str | None, typer.Option("--from", help="The sources' format, where the ending misleads.")]
Raised = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=NUMBER",
        help="Take more (or less) than is good for news: article_chars, document_bytes, record_bytes, ratio, depth, "
        "members, entities, article_seconds, fetch_seconds, timeout, redirects and others; a wrong name lists all.",
    ),
]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Fetch from addresses of private networks too.")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first article that can't be read.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", metavar="N", help="Build with N processes.", min=1)]
EngineName = Annotated[
    Engine, typer.Option(help="What runs the work: processes of this machine, or dask for many (parts in a folder).")
]
Scheduler = Annotated[str | None, typer.Option(metavar="ADDRESS", help="With dask: a cluster that runs already.")]
Failures = Annotated[Path | None, typer.Option(metavar="FILE", help="Write the articles that failed here, as JSON Lines.")]
Copies = Annotated[
    bool, typer.Option("--copies", help="Build articles too that say word for word what an earlier one says.")
]
Again = Annotated[bool, typer.Option("--again", help="Build articles anew that the store holds unchanged.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def building(
    lang: str | None = None,
    date: str | None = None,
    base: str | None = None,
    model: str | None = None,
    fields: str | None = None,
    form: str | None = None,
    allow_private: bool = False,
    strict: bool = False,
    copies: bool = False,
    limits: list[str] | None = None,
    kb: Path | None = None,
) -> BuildOptions:
    """The options of a build out of those of a command. Raises UsageError for values that make no sense."""
    from kg.graph import checked_base
    from kg.kb import load
    from kg.ontology import DATA_BASE
    from kg.pipeline import BuildOptions
    from kg.read import ReadOptions, parse_fields, parse_limits

    mapping = parse_fields(fields) if fields else {}
    reading = ReadOptions(lang, date, mapping, form, limits=parse_limits(limits or ()), allow_private=allow_private)
    if kb is not None:
        load(kb)  # a fault is told before any article is read
    return BuildOptions(reading, checked_base(base) if base else DATA_BASE, model, kb, strict, copies)
