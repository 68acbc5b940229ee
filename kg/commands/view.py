"""kg view: a graph as a page to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.options import GraphName, Quiet
from kg.errors import UsageError


def view(
    graph: GraphName,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.html", help="Write the page here.")],
    text: Annotated[bool, typer.Option("--text/--no-text", help="Hold whole sentences, or quotes only.")] = True,
    open_it: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    quiet: Quiet = False,
) -> None:
    """Write a graph as one HTML file to look at.

    It opens from disk without a network: search, filters, paths, a timeline, tables, and every fact with its sentence.

    Examples:

    kg view graph.trig -o graph.html --open

    kg view my-store -o store.html --no-text
    """
    if output.suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"{output}: the page is HTML; give FILE a name that ends in .html")
    from kg.export import write
    from kg.pipeline import page_formats
    from kg.store.graphs import open_graph

    (page,) = write(open_graph(graph).triples(), output, page_formats(text))
    if not quiet:
        print(f"{graph} -> {page} ({page.stat().st_size / 1e6:.1f} MB)")
    if open_it:
        typer.launch(page.absolute().as_uri())
