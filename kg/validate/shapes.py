"""The shapes of the ontology, asked of a graph by pySHACL."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, Triple, serialize

from kg.ontology import PREFIXES, folder
from kg.validate.report import Fault, Report

if TYPE_CHECKING:
    import rdflib

_TYPE, _ARTICLE = NamedNode(PREFIXES["rdf"] + "type"), NamedNode(PREFIXES["schema"] + "NewsArticle")
_LABEL, _QUOTE = NamedNode(PREFIXES["rdfs"] + "label"), NamedNode(PREFIXES["nkg"] + "quote")
_SHACL = "http://www.w3.org/ns/shacl#"

#: Triples that are checked at once. Articles' graphs stand by themselves, so larger sets are cut between them:
#: rdflib needs about 2 kB a triple.
BATCH = 100_000


def validate(graph: Store) -> Report:
    """Whether every article's graph is as ontologies/shapes.ttl asks.

    A graph without a single article is at fault: it may be well-formed RDF, but it is not a graph of kg's.
    """
    articles = {quad.subject for quad in graph.quads_for_pattern(None, _TYPE, _ARTICLE)}
    faults = {fault for batch in _batches(graph) for fault in _check(graph, batch)}
    if not articles:
        faults.add(Fault("", _ARTICLE.value, "", "a graph holds at least one article", "none"))
    return Report(len(articles), "articles", tuple(sorted(faults)))


def _batches(graph: Store) -> Iterator[list[Triple]]:
    """Triples of whole graphs, as many as BATCH allows."""
    batch: list[Triple] = []
    for name in (DefaultGraph(), *sorted(graph.named_graphs(), key=str)):
        triples = [quad.triple for quad in graph.quads_for_pattern(None, None, None, name)]
        if batch and len(batch) + len(triples) > BATCH:
            yield batch
            batch = []
        batch += triples
    if batch:
        yield batch


def _check(graph: Store, triples: list[Triple]) -> Iterator[Fault]:
    import pyshacl
    import rdflib

    logging.getLogger("pyshacl").setLevel(logging.CRITICAL)  # it logs each fault too
    data = rdflib.Graph()
    data.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    shapes, ontology = _shapes()
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=ontology, inference="none")
    assert isinstance(report, rdflib.Graph)
    for result in report.subjects(rdflib.RDF.type, rdflib.URIRef(_SHACL + "ValidationResult")):
        yield _fault(graph, report, result)


@cache
def _shapes() -> tuple[rdflib.Graph, rdflib.Graph]:
    """The shapes, and the classes that they speak of."""
    import rdflib

    ontology = rdflib.Graph()
    for name in ("newskg.ttl", "events.ttl"):
        ontology.parse(folder() / name)
    return rdflib.Graph().parse(folder() / "shapes.ttl"), ontology


def _fault(graph: Store, report: rdflib.Graph, result: rdflib.term.Node) -> Fault:
    import rdflib

    def said(name: str) -> rdflib.term.Node | None:
        return report.value(result, rdflib.URIRef(_SHACL + name))

    focus, value = said("focusNode"), said("value")
    node = NamedNode(str(focus)) if isinstance(focus, rdflib.URIRef) else None
    found = "" if value is None or value == focus else value.n3()
    return Fault(
        article=_article(graph, node),
        node=str(focus),
        name=_name(graph, node),
        problem=str(said("resultMessage")),
        found=found,
    )


def _article(graph: Store, node: NamedNode | None) -> str:
    names = (quad.graph_name for quad in graph.quads_for_pattern(node, None, None)) if node else ()
    return min((name.value for name in names if isinstance(name, NamedNode)), default="")


def _name(graph: Store, node: NamedNode | None) -> str:
    for predicate in (_LABEL, _QUOTE) if node else ():
        values = [quad.object for quad in graph.quads_for_pattern(node, predicate, None)]
        if values:
            return min(getattr(value, "value", "") for value in values)
    return ""
