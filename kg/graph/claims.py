"""Claims: who says it, by which act of speech, and the events that stand on that word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from kg.graph import terms
from kg.graph.sheet import Sheet
from kg.model import Claim


def write_claims(sheet: Sheet) -> None:
    """States each claim of the article."""
    for claim in sheet.document.resolved.claims:
        _write_claim(sheet, claim)


def _write_claim(sheet: Sheet, claim: Claim) -> None:
    node = sheet.names.span("Claim", claim.start, claim.end)
    sheet.add(node, terms.TYPE, terms.nkg("Claim"))
    if claim.speaker is not None:
        sheet.add(node, terms.nkg("speaker"), sheet.node(claim.speaker))
    if claim.saying is not None:
        sheet.add(node, terms.nkg("saying"), sheet.events[claim.saying])
    for event in dict.fromkeys(claim.content):
        sheet.add(node, terms.nkg("content"), sheet.events[event])
    if claim.cue:
        sheet.add(node, terms.nkg("cue"), terms.text(claim.cue))
    sheet.add(node, terms.nkg("directSpeech"), terms.boolean(claim.direct))
    for start, end, sentence in _parts(sheet, claim):
        sheet.add(node, terms.nkg("evidence"), sheet.passage("Mention", start, end, sentence, claim.rule))


def _parts(sheet: Sheet, claim: Claim) -> Iterator[tuple[int, int, int]]:
    """The claim's passage cut at the ends of sentences, since a quotation may run over several."""
    following = islice(sheet.document.parse.sentences, claim.sentence, None)
    for sentence in takewhile(lambda sentence: sentence.start < claim.end, following):
        yield max(claim.start, sentence.start), min(claim.end, sentence.end), sentence.index
