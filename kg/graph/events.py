"""Events: class, label, roles, time, figures, how sure the text is, on whose word, and the words that name them."""

from __future__ import annotations

from kg.graph import terms
from kg.graph.sheet import Sheet
from kg.graph.terms import Term
from kg.graph.times import write_times
from kg.model import ResolvedEvent


def write_events(sheet: Sheet) -> None:
    """States each event of the article."""
    for event, node in zip(sheet.document.resolved.events, sheet.events, strict=True):
        _write_event(sheet, event, node)


def _write_event(sheet: Sheet, event: ResolvedEvent, node: Term) -> None:
    sheet.add(node, terms.TYPE, terms.nkg(event.kind))
    sheet.add(node, terms.LABEL, terms.tagged(event.label, sheet.lang))
    for role, filler in dict.fromkeys((role.name, role.filler) for role in event.roles):
        sheet.add(node, terms.nkg(role), sheet.node(filler))
    write_times(sheet, node, event.times)
    for quantity in dict.fromkeys(event.quantities):
        sheet.add(node, terms.nkg("quantity"), sheet.figure(quantity))
    for level in event.levels:
        sheet.add(node, terms.nkg("level"), sheet.figure(level))
    sheet.add(node, terms.nkg("factuality"), terms.nkg(event.factuality))
    for source in dict.fromkeys(event.attributed_to):
        sheet.add(node, terms.nkg("attributedTo"), sheet.node(source))
    for mention in dict.fromkeys(event.mentions):
        sheet.add(node, terms.nkg("evidence"), sheet.trigger(mention))
    sheet.add(node, terms.nkg("confidence"), terms.measure(event.confidence))
