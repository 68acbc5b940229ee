"""Lasting relations: a direct triple, and a statement about it with its proof, its time and how sure the text is.

The direct triple stands only where the text presents the relation as a fact. A denied, possible or planned one has its
statement alone, so that a query for members finds no one of whom the text says that they are no member.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.graph import terms
from kg.graph.sheet import Sheet
from kg.graph.times import write_times
from kg.model import Ref, Relation

_Key = tuple[Ref, str, Ref, str]


def write_relations(sheet: Sheet) -> None:
    """States each relation once, with every passage of the article that says it."""
    grouped: dict[_Key, list[Relation]] = {}
    for relation in sheet.document.resolved.relations:
        key = (relation.subject, relation.predicate, relation.object, relation.factuality)
        grouped.setdefault(key, []).append(relation)
    for relations in grouped.values():
        _write_relation(sheet, relations)
    for position, body in dict.fromkeys(_bodies(sheet.document.resolved.relations)):
        sheet.add(sheet.node(position), terms.nkg("positionIn"), sheet.node(body))


def _bodies(relations: Sequence[Relation]) -> Iterator[tuple[Ref, Ref]]:
    """Each position with the body that it is in."""
    return ((relation.object, relation.body) for relation in relations if relation.body is not None)


def _write_relation(sheet: Sheet, relations: Sequence[Relation]) -> None:
    first = relations[0]
    subject, predicate, value = sheet.node(first.subject), terms.nkg(first.predicate), sheet.node(first.object)
    if first.factuality == "Actual":
        sheet.add(subject, predicate, value)
    statement = sheet.names.span("Statement", first.start, first.end)
    sheet.add(statement, terms.TYPE, terms.STATEMENT)
    sheet.add(statement, terms.SUBJECT, subject)
    sheet.add(statement, terms.PREDICATE, predicate)
    sheet.add(statement, terms.OBJECT, value)
    sheet.add(statement, terms.nkg("factuality"), terms.nkg(first.factuality))
    write_times(sheet, statement, [time for relation in relations for time in relation.times])
    for relation in relations:
        sheet.add(statement, terms.nkg("evidence"), sheet.proof(relation))
    sheet.add(statement, terms.nkg("confidence"), terms.measure(max(relation.confidence for relation in relations)))
