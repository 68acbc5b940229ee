"""Entities: their names, what known thing they are, where that lies, and the mentions that prove them."""

from __future__ import annotations

from kg import lang
from kg.errors import LanguageError
from kg.graph import terms
from kg.graph.sheet import Sheet
from kg.graph.terms import Term
from kg.lang.entries import Entry
from kg.model import Entity
from kg.ontology import PREFIXES, is_a

_GEONAMES = "https://sws.geonames.org/"


def write_entities(sheet: Sheet) -> None:
    """States each entity of the article."""
    for entity, node in zip(sheet.document.resolved.entities, sheet.entities, strict=True):
        _write_entity(sheet, entity, node)


def _write_entity(sheet: Sheet, entity: Entity, node: Term) -> None:
    sheet.add(node, terms.TYPE, terms.nkg(entity.kind))
    tongue = entity.lang or sheet.lang
    sheet.add(node, terms.LABEL, terms.tagged(entity.label, tongue))
    for alias in dict.fromkeys(entity.aliases):
        if alias != entity.label:
            sheet.add(node, terms.ALT_LABEL, terms.tagged(alias, tongue))
    if entity.link:
        _write_link(sheet, node, entity)
    for known in entity.same_as:
        sheet.add(node, terms.SAME_AS, terms.node(known))
    if entity.quantity is not None:
        sheet.add(node, terms.nkg("quantity"), sheet.figure(entity.quantity))
    for member in entity.members:
        sheet.add(node, terms.nkg("includes"), sheet.entities[member])
    for mention in entity.mentions:
        sheet.add(node, terms.nkg("evidence"), sheet.mention(mention))
    sheet.add(node, terms.nkg("confidence"), terms.measure(entity.confidence))


def _write_link(sheet: Sheet, node: Term, entity: Entity) -> None:
    """Identifiers for all linked entities; coordinates for places only, where they are what the entry is about."""
    known = _entry(sheet.lang, entity.link or "")
    if known is None:
        return
    if known.wikidata:
        sheet.add(node, terms.SAME_AS, terms.node(PREFIXES["wd"] + known.wikidata))
    if known.geonames is not None:
        sheet.add(node, terms.SAME_AS, terms.node(f"{_GEONAMES}{known.geonames}/"))
    if known.lat is not None and known.lon is not None and is_a(entity.kind, "Place"):
        sheet.add(node, terms.LATITUDE, terms.degrees(known.lat))
        sheet.add(node, terms.LONGITUDE, terms.degrees(known.lon))


def _entry(code: str, key: str) -> Entry | None:
    """The gazetteer's entry; None where a link leads elsewhere, or the language has no gazetteer."""
    try:
        return lang.language(code).gazetteer.entry(key)
    except (KeyError, LanguageError):
        return None
