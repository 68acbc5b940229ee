"""Judgements: why two mentions were taken for one thing, or kept apart."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from kg.graph import terms
from kg.graph.sheet import Sheet
from kg.ontology import NKG


def write_judgements(sheet: Sheet) -> None:
    """States each decision that resolution took, with its reason and score."""
    for judgement in sheet.document.resolved.judgements:
        left = sheet.document.extraction.mentions[judgement.left]
        right = sheet.document.extraction.mentions[judgement.right]
        node = NamedNode(sheet.names.mint("Judgement", f"{left.start} {right.start}"))
        sheet.add(node, terms.TYPE, NKG["Judgement"])
        sheet.add(node, NKG["left"], sheet.mention(judgement.left))
        sheet.add(node, NKG["right"], sheet.mention(judgement.right))
        sheet.add(node, NKG["same"], Literal(judgement.same))
        sheet.add(node, NKG["reason"], terms.text(judgement.reason))
        sheet.add(node, NKG["score"], terms.measure(judgement.score))
