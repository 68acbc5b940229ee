"""Judgements: why two mentions were taken for one thing, or kept apart."""

from __future__ import annotations

from kg.graph import terms
from kg.graph.sheet import Sheet


def write_judgements(sheet: Sheet) -> None:
    """States each decision that resolution took, with its reason and score."""
    for judgement in sheet.document.resolved.judgements:
        left = sheet.document.extraction.mentions[judgement.left]
        right = sheet.document.extraction.mentions[judgement.right]
        node = sheet.names.span("Judgement", left.start, right.start)
        sheet.add(node, terms.TYPE, terms.nkg("Judgement"))
        sheet.add(node, terms.nkg("left"), sheet.mention(judgement.left))
        sheet.add(node, terms.nkg("right"), sheet.mention(judgement.right))
        sheet.add(node, terms.nkg("same"), terms.boolean(judgement.same))
        sheet.add(node, terms.nkg("reason"), terms.text(judgement.reason))
        sheet.add(node, terms.nkg("score"), terms.measure(judgement.score))
