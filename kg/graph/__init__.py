"""Resolved -> RDF: one article's facts as quads of one named graph, in the terms of the ontology."""

from __future__ import annotations

from kg.graph.article import write_article, write_text
from kg.graph.claims import write_claims
from kg.graph.entities import write_entities
from kg.graph.events import write_events
from kg.graph.judgements import write_judgements
from kg.graph.names import article_iri, checked_base
from kg.graph.relations import write_relations
from kg.graph.sheet import Sheet
from kg.model import Document
from kg.nquads import Lines
from kg.ontology import DATA_BASE

__all__ = ["article_iri", "checked_base", "quads"]


def quads(document: Document, base: str = DATA_BASE) -> Lines:
    """Everything that `document` says.

    Every IRI is below `base`, the article's own IRI is that of the named graph. Raises kg.ontology.UnknownTerm for a
    class, role or relation that the ontology doesn't define.
    """
    sheet = Sheet(document, base)
    write_article(sheet)
    write_entities(sheet)
    write_events(sheet)
    write_relations(sheet)
    write_claims(sheet)
    write_judgements(sheet)
    write_text(sheet)
    return Lines.of(sheet.lines)
