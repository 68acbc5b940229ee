"""Small article graphs for the store's tests."""

from __future__ import annotations

import pyoxigraph as ox

from kg.ontology import PREFIXES
from kg.store.base import ArticleGraph

BASE = "https://example.org/news/"


def iri(name: str) -> ox.NamedNode:
    prefix, _, local = name.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


def article(name: str, *people: str, extra: int = 0) -> ArticleGraph:
    """An article that names `people`, with `extra` more facts about the first."""
    graph = ox.NamedNode(BASE + name)
    facts = [
        (graph, iri("rdf:type"), iri("schema:NewsArticle")),
        (graph, iri("schema:headline"), ox.Literal(f"News of {name}", language="en")),
        (graph, iri("schema:datePublished"), ox.Literal("2024-03-14", datatype=iri("xsd:date"))),
        (graph, iri("nkg:file"), ox.Literal(f"{name}.txt")),
    ]
    for number, person in enumerate(people):
        node = ox.NamedNode(f"{BASE}{name}/person/{number}")
        facts += [
            (node, iri("rdf:type"), iri("nkg:Person")),
            (node, iri("rdfs:label"), ox.Literal(person, language="en")),
            (node, iri("nkg:confidence"), ox.Literal("0.90", datatype=iri("xsd:decimal"))),
        ]
    node = ox.NamedNode(f"{BASE}{name}/person/0")
    facts += [(node, iri("skos:altLabel"), ox.Literal(f"alias {number:05}", language="en")) for number in range(extra)]
    return graph.value, [ox.Quad(*fact, graph) for fact in facts]  # type: ignore[call-arg]
