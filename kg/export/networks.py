"""GraphML and GEXF, which Gephi, yEd, Cytoscape and networkx read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO
from xml.etree import ElementTree

from pyoxigraph import Quad

from kg.export.network import Collector, Value
from kg.rdf import printable

if TYPE_CHECKING:
    import networkx


class _Network:
    """A file with a network, written when all its nodes and edges are known."""

    def __init__(self, files: Sequence[BinaryIO]) -> None:
        (self._out,) = files
        self._network = Collector()

    def add(self, graph: Sequence[Quad]) -> None:
        """Takes the graph's nodes and edges."""
        self._network.add(graph)


class GraphMl(_Network):
    """Nodes and edges with their attributes as GraphML."""

    def finish(self) -> None:
        """Writes all of them."""
        from networkx.readwrite.graphml import write_graphml_xml

        write_graphml_xml(_multigraph(self._network), self._out, named_key_ids=True)


class Gexf(_Network):
    """Nodes and edges with their attributes as GEXF."""

    def finish(self) -> None:
        """Writes all of them, without networkx's date of writing, by which two runs would differ."""
        from networkx.readwrite.gexf import GEXFWriter

        writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
        writer.add_graph(_multigraph(self._network))
        for meta in writer.xml.iter():
            meta.attrib.pop("lastmodifieddate", None)
        writer.indent(writer.xml)
        ElementTree.ElementTree(writer.xml).write(self._out, encoding="utf-8", xml_declaration=True)


def _multigraph(network: Collector) -> networkx.MultiDiGraph[str]:
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in network.nodes():
        graph.add_node(node.id, **_plain(node.attributes))
    for number, edge in enumerate(network.edges()):
        attributes = _plain(edge.attributes)
        graph.add_edge(edge.source, edge.target, key=str(number), label=attributes["relation"], **attributes)
    return graph


def _plain(attributes: object) -> dict[str, Value]:
    """Text without the characters that XML can't carry."""
    assert isinstance(attributes, dict)
    return {name: printable(value) if isinstance(value, str) else value for name, value in attributes.items()}
