"""RDF/XML, for the tools that read nothing else. All graphs as one, without their names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.errors import OutputError
from kg.ontology import PREFIXES


class RdfXml:
    """Held in memory until the end: the triples of one thing stand together."""

    def __init__(self, files: Sequence[BinaryIO]) -> None:
        (self._out,) = files
        self._triples: set[Triple] = set()

    def add(self, graph: Sequence[Quad]) -> None:
        """Takes the graph's triples."""
        self._triples.update(quad.triple for quad in graph)

    def finish(self) -> None:
        """Writes all triples, sorted. Raises OutputError for what RDF/XML can't say."""
        try:
            serialize(sorted(self._triples, key=str), self._out, RdfFormat.RDF_XML, prefixes=dict(PREFIXES))
        except ValueError as error:
            raise OutputError(f"RDF/XML can't say this graph ({error}); choose .nq or .trig") from error
