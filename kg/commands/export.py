"""kg export: a graph in another format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def export(
    graph: Annotated[
        str, typer.Argument(metavar="GRAPH", help="An RDF file, a store's folder, or the address of a SPARQL server.")
    ],
    outputs: Annotated[
        list[Path], typer.Option("--output", "-o", metavar="FILE", help="Write here; the ending picks the format.")
    ],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Write a graph in another format.

    Endings of FILE: .ttl .trig .nq .nt .jsonld .rdf .graphml .gexf .csv (nodes and edges).

    Examples:

    kg export graph.trig -o graph.graphml

    kg export my-store -o everything.nq -o everything.csv
    """
    from kg.export import write
    from kg.store.graphs import open_graph

    for path in write(open_graph(graph).triples(), outputs):
        if not quiet:
            print(f"{graph} -> {path}")
