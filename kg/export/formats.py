"""The formats by the ending of a file's name. A new one is a module and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from kg.export.base import Format
from kg.export.jsonld import JsonLd
from kg.export.lines import NQuads, NTriples
from kg.export.networks import Gexf, GraphMl
from kg.export.rdfxml import RdfXml
from kg.export.tables import Csv
from kg.export.turtle import TriG, Turtle

EXPORTERS: Mapping[str, Format] = {
    ".ttl": Format("Turtle: all articles as one graph, readable", Turtle),
    ".trig": Format("TriG: one named graph an article, readable", TriG),
    ".nq": Format("N-Quads: one fact a line, written as it comes, for stores and large corpora", NQuads),
    ".nt": Format("N-Triples: one fact a line without the article's graph", NTriples),
    ".jsonld": Format("JSON-LD: plain JSON to programs, RDF to stores", JsonLd),
    ".rdf": Format("RDF/XML", RdfXml),
    ".graphml": Format("GraphML: nodes and edges for yEd, Cytoscape, Gephi, networkx", GraphMl),
    ".gexf": Format("GEXF: nodes and edges for Gephi", Gexf),
    ".csv": Format("CSV: graph.csv writes graph.nodes.csv and graph.edges.csv", Csv, parts=(".nodes.csv", ".edges.csv")),
}
