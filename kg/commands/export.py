"""kg export: a graph in another format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.options import GraphName, Quiet


def export(
    graph: GraphName,
    outputs: Annotated[
        list[Path], typer.Option("--output", "-o", metavar="FILE", help="Write here; the ending picks the format.")
    ],
    quiet: Quiet = False,
) -> None:
    """Write a graph in another format.

    Endings of FILE: .ttl .trig .nq .nt .jsonld .rdf .graphml .gexf .csv (nodes and edges) .html (a page to look at).

    Examples:

    kg export graph.trig -o graph.graphml

    kg export my-store -o everything.nq -o everything.csv
    """
    from kg.export import write
    from kg.pipeline import page_formats
    from kg.store.graphs import open_graph

    for path in write(open_graph(graph).triples(), outputs, page_formats()):
        if not quiet:
            print(f"{graph} -> {path}")
