"""When: time stamps of the precision that the text gives."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph import terms
from kg.graph.sheet import Sheet
from kg.graph.terms import Term

_POINT, _BEGIN, _END, _LATEST = (
    terms.named(f"sem:{name}") for name in ("hasTimeStamp", "hasBeginTimeStamp", "hasEndTimeStamp", "hasLatestEndTimeStamp")
)


def write_times(sheet: Sheet, node: Term, indexes: Sequence[int]) -> None:
    """States of an event or statement when it is; by the text's own words where they come to no date."""
    written: set[tuple[Term, Term]] = set()
    for index in indexes:
        timex = sheet.document.extraction.times[index]
        dates = ((_POINT, timex.value), (_BEGIN, timex.begin), (_END, timex.finish), (_LATEST, timex.latest))
        stamps = [(predicate, terms.time_stamp(date)) for predicate, date in dates]
        known = [(predicate, stamp) for predicate, stamp in stamps if stamp is not None]
        for predicate, value in known or [(terms.nkg("timeText"), terms.text(sheet.text[timex.start : timex.end]))]:
            if (predicate, value) not in written:
                written.add((predicate, value))
                sheet.add(node, predicate, value)
