"""CSV: one file of nodes and one of edges, for spreadsheets, Gephi and Neo4j."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from pyoxigraph import Quad

from kg.export.network import EDGE_COLUMNS, NODE_COLUMNS, Collector, Value

# A spreadsheet takes a cell for a formula that begins with one of these (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_FIGURE = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?")


class Csv:
    """RFC 4180 in UTF-8; the first columns are named as Gephi names them."""

    def __init__(self, files: Sequence[BinaryIO]) -> None:
        self._nodes, self._edges = files
        self._network = Collector()

    def add(self, graph: Sequence[Quad]) -> None:
        """Takes the graph's nodes and edges."""
        self._network.add(graph)

    def finish(self) -> None:
        """Writes both files."""
        nodes = ([node.id, *(node.attributes.get(name, "") for name in NODE_COLUMNS)] for node in self._network.nodes())
        edges = (
            [edge.source, edge.target, "Directed", *(edge.attributes.get(name, "") for name in EDGE_COLUMNS)]
            for edge in self._network.edges()
        )
        _write(self._nodes, ["Id", *map(_heading, NODE_COLUMNS)], nodes)
        _write(self._edges, ["Source", "Target", "Type", *map(_heading, EDGE_COLUMNS)], edges)


def _heading(name: str) -> str:
    return name[0].upper() + name[1:]


def _write(out: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(header)
    for row in rows:
        table.writerow([defused(cell) if isinstance(cell, str) else cell for cell in row])
    out.write(text.getvalue().encode())


def csv_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table in CSV whose cells are defused, but for figures."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(header)
    table.writerows([cell if _FIGURE.fullmatch(cell) else defused(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def defused(cell: str) -> str:
    """`cell` with an apostrophe before it where a spreadsheet would run it as a formula."""
    return "'" + cell if cell.startswith(_FORMULA) else cell
