"""kg query: SPARQL over a file, a store or a server."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.console import print_table
from kg.errors import InputError, OutputError, UsageError

if TYPE_CHECKING:
    from kg.store.answers import Answer, Rows
    from kg.store.graphs import Graph

FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl", "nt", "jsonld", "rdf")


def query(
    graph: Annotated[
        str | None,
        typer.Argument(metavar="GRAPH", help="An RDF file, a store's folder, or the address of a SPARQL server."),
    ] = None,
    sparql: Annotated[
        str | None, typer.Argument(metavar="SPARQL", help="The query; - reads it from standard input.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="Read the query from this file.")] = None,
    saved: Annotated[str | None, typer.Option("--saved", "-s", help="Ask this query of the library.")] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="Set a parameter of the query.")
    ] = None,
    limit: Annotated[int, typer.Option(help="How many things a query of the library tells of; 0 for all.", min=0)] = 500,
    form: Annotated[
        str | None,
        typer.Option("--format", "-F", help=f"One of {', '.join(FORMATS)}; table, or ttl for triples, if not given."),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the answer to this file.")] = None,
    listing: Annotated[bool, typer.Option("--list", help="List the library of saved queries and exit.")] = False,
) -> None:
    """Ask a graph a SPARQL 1.1 question.

    Prefixes of the ontology (nkg:, sem:, schema: …) need no declaration.

    Examples:

    kg query graph.trig 'SELECT ?name { ?p a nkg:Person ; rdfs:label ?name }'

    kg query graph.nq --saved who-did-what --param about=Dolan

    kg query my-store -f question.rq --format csv -o answer.csv

    kg query https://example.org/sparql 'ASK { ?event a nkg:Ceasefire }'
    """
    if listing:
        return _list_saved()
    if graph is None:
        raise UsageError("which graph? kg query GRAPH SPARQL, or kg query --list for the library of saved queries")
    if form is not None and form not in FORMATS:
        raise UsageError(f"--format {form}: not one of {', '.join(FORMATS)}")
    from kg.store.graphs import open_graph
    from kg.store.saved import limited
    from kg.store.sparql import bind

    text = bind(_question(sparql, file, saved), dict(_parameter(p) for p in param or ()))
    opened = open_graph(graph)
    _write(opened.query(limited(text, limit) if saved else text), form, output)
    if saved and limit:
        _tell_if_cut(opened, text, limit)


def _tell_if_cut(graph: Graph, sparql: str, limit: int) -> None:
    from kg.store.answers import Rows
    from kg.store.saved import picked

    answer = graph.query(picked(sparql, limit + 1))
    assert isinstance(answer, Rows)
    if any(int(getattr(count, "value", 0)) > limit for (count,) in answer):
        print(f"kg: only {limit} are shown: narrow it with --param, or set --limit (0 for all)", file=sys.stderr)


def _list_saved() -> None:
    from kg.store.saved import saved_queries

    for query in saved_queries():
        parameters = "".join(f" [--param {name}=…]" for name, _ in query.parameters)
        print(f"{query.name}{parameters}\n    {query.title}. {query.description}")
        for name, meaning in query.parameters:
            print(f"    {name}: {meaning}")


def _question(sparql: str | None, file: Path | None, saved: str | None) -> str:
    """The query's text from the one place that was named."""
    if sum(x is not None for x in (sparql, file, saved)) != 1:
        raise UsageError("give one query: as text, with -f FILE, or with --saved NAME")
    if saved is not None:
        from kg.store.saved import saved_query

        return saved_query(saved).sparql
    if file is not None:
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{file}: the query can't be read: {error}") from error
    assert sparql is not None
    return sys.stdin.read() if sparql == "-" else sparql


def _parameter(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise UsageError(f"--param {text}: write it as name=value")
    return name, value


def _write(answer: Answer, form: str | None, output: Path | None) -> None:
    from kg.store.answers import Rows, Triples, serialize

    form = form or (output.suffix.lstrip(".") if output else "ttl" if isinstance(answer, Triples) else "table")
    if form == "table" and not isinstance(answer, Triples):
        if output is not None:
            raise UsageError("a table is for the screen: choose --format csv, tsv, json or xml with -o")
        return _print_answer(answer)
    data = _csv(answer) if form == "csv" and isinstance(answer, Rows) else serialize(answer, form)
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        try:
            output.write_bytes(data)
        except OSError as error:
            raise OutputError(f"{output}: can't be written: {error.strerror}") from error


def _csv(answer: Rows) -> bytes:
    """SPARQL's CSV, but that no cell is a formula to a spreadsheet: texts of the web stand in it."""
    from kg.export.tables import csv_table

    rows = ([getattr(term, "value", "" if term is None else str(term)) for term in row] for row in answer)
    return csv_table(answer.variables, rows)


def _print_answer(answer: Answer) -> None:
    from kg.store.answers import Rows, Truth, readable

    if isinstance(answer, Truth):
        return print("yes" if answer else "no")
    assert isinstance(answer, Rows)
    rows = [[readable(value) for value in row] for row in answer]
    if not rows:
        return print("(no answer)", file=sys.stderr)
    print_table(answer.variables, rows)
