"""kg validate and kg verify: is the graph well made, and are its quotes true?"""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.console import plural, shown
from kg.commands.options import AsJson, Fields, From, GraphName
from kg.errors import CheckFailed

if TYPE_CHECKING:
    from kg.validate import Report


def validate(graph: GraphName, as_json: AsJson = False) -> None:
    """Check a graph against the ontology's shapes.

    Says in plain words what is wrong with which node; ends with exit code 10 if anything is.

    Example:

    kg validate graph.trig
    """
    from kg.store.graphs import open_graph
    from kg.validate import validate as check

    _tell(graph, check(open_graph(graph).triples()), as_json)


def verify(
    graph: GraphName,
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="The articles that the graph was built from.")],
    fields: Fields = None,
    form: From = None,
    as_json: AsJson = False,
) -> None:
    """Check every quote of a graph against its source.

    Each has to be, character by character, what the text holds at that place. Ends with exit code 10 if one isn't.

    Examples:

    kg verify graph.trig article.txt

    kg verify my-store news/
    """
    from kg.read import ReadOptions, parse_fields, read
    from kg.store.graphs import open_graph
    from kg.validate import verify as check

    options = ReadOptions(fields=parse_fields(fields) if fields else {}, format=form)
    _tell(graph, check(open_graph(graph).triples(), read(sources, options)), as_json)


def _tell(graph: str, report: Report, as_json: bool) -> None:
    checked = plural(report.checked, report.what.removesuffix("s"))
    if as_json:
        print(json.dumps({**asdict(report), "ok": report.ok}, ensure_ascii=False, indent=2))
    else:
        for article, faults in groupby(report.faults, key=lambda fault: fault.article):
            print(shown(article or "outside of any article"))
            for fault in faults:
                print(f"  {shown(str(fault))}")
        if report.ok:
            print(f"{graph}: {checked} checked, nothing wrong")
    if not report.ok:
        raise CheckFailed(f"{graph}: {checked} checked, {plural(len(report.faults), 'fault')} found")
