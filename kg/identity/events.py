"""Which articles report one event: class, time, place and participants compatible. Reports are linked, never fused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import pyoxigraph as ox

from kg.identity.graphs import Judgement
from kg.identity.rows import select
from kg.ontology import PREFIXES, ancestors, is_a

#: Score from which two reports are linked.
LINKED = 0.7
#: What agreement in each respect adds: same class or one above the other, day, place, participants.
_CLASS, _KIN, _DAY, _NEAR_DAY, _PLACE, _PARTICIPANTS = 0.3, 0.25, 0.3, 0.15, 0.2, 0.3
#: Days between two dates, or two articles where an event has none, up to which one event may be meant.
_NEAR = 3
#: What is said of everything all the time, of another event, or of whatever verb no class knows: never linked by itself.
_PASSING = ("Communication", "Phase", "Action")
_ROLES = ("agent", "patient", "recipient", "theme")
_EVENTS = """SELECT ?event ?class ?article ?published ?how ?label ?time { GRAPH ?article {
  ?event a ?class ; nkg:factuality ?how ; rdfs:label ?label .
  OPTIONAL { ?event sem:hasTimeStamp ?time } OPTIONAL { ?article schema:datePublished ?published } } }"""
_FILLERS = """SELECT ?event ?role ?filler ?name { GRAPH ?g {
  ?event ?role ?filler . ?filler rdfs:label ?name .
  VALUES ?role { nkg:agent nkg:patient nkg:recipient nkg:theme nkg:place } } }"""


@dataclass(slots=True)
class Report:
    """One article's report of one event. Fillers are identities where known, else the article's own nodes."""

    iri: str
    article: str
    published: str  # ISO date, "" if unknown
    kind: str
    factuality: str
    label: str
    day: str = ""  # ISO date, "" if not told to the day
    fillers: dict[str, set[str]] = field(default_factory=dict)  # by role
    names: dict[str, str] = field(default_factory=dict)  # of fillers

    def participants(self) -> set[str]:
        """Who and what takes part, in whichever role."""
        return {filler for role in _ROLES for filler in self.fillers.get(role, ())}


def read_reports(store: ox.Store, standing: Mapping[str, str]) -> list[Report]:
    """All reports of events but of mere words; `standing` gives the identity that a node stands for."""
    found: dict[str, Report] = {}
    for event, kind, article, published, how, label, time in select(store, _EVENTS):
        kind = kind.removeprefix(PREFIXES["nkg"])
        if "/" in kind or any(is_a(kind, above) for above in _PASSING):
            continue
        report = found.setdefault(
            event, Report(event, article, published[:10], kind, how.removeprefix(PREFIXES["nkg"]), label)
        )
        if len(time) >= 10 and (not report.day or time[:10] < report.day):
            report.day = time[:10]
    for event, role, filler, name in select(store, _FILLERS):
        if event in found:
            thing = standing.get(filler, filler)
            found[event].fillers.setdefault(role.removeprefix(PREFIXES["nkg"]), set()).add(thing)
            found[event].names[thing] = name
    return sorted(found.values(), key=lambda report: (report.published, report.article, report.iri))


def same_events(reports: Iterable[Report]) -> list[Judgement]:
    """Pairs of reports of one event in two articles, with score and reasons."""
    blocks: defaultdict[tuple[str, str], list[Report]] = defaultdict(list)
    judged: dict[tuple[str, str], Judgement] = {}
    for report in reports:
        for key in sorted(_keys(report)):
            for other in blocks[key]:
                if other.article != report.article and (other.iri, report.iri) not in judged:
                    score, reasons = likeness(other, report)
                    if score >= LINKED:
                        reason = ", ".join(reasons)
                        judged[other.iri, report.iri] = Judgement(other.iri, report.iri, True, reason, score)
            blocks[key].append(report)
    return _best(judged.values())


def _best(found: Iterable[Judgement]) -> list[Judgement]:
    """Each report linked with the one report of another article that it is most like."""
    taken: set[tuple[str, str]] = set()
    kept = []
    for judgement in sorted(found, key=lambda judgement: (-judgement.score, judgement.left, judgement.right)):
        ends = (
            (judgement.left, _article(judgement.right)),
            (judgement.right, _article(judgement.left)),
        )
        if not taken.intersection(ends):
            taken.update(ends)
            kept.append(judgement)
    return sorted(kept)


def _article(event: str) -> str:
    return event.rsplit("/", 2)[0]


def _keys(report: Report) -> set[tuple[str, str]]:
    """A report meets those that share its place or a participant, at its time."""
    day = report.day or report.published
    if not day:
        return set()
    week = date.fromisoformat(day).toordinal() // 7
    fillers = report.participants() | report.fillers.get("place", set())
    return {(filler, str(near)) for filler in fillers for near in (week, week + 1)}


def likeness(one: Report, other: Report) -> tuple[float, tuple[str, ...]]:
    """How likely two reports tell of one event, and why; 0 for what contradicts that."""
    if one.kind == other.kind:
        score, reasons = _CLASS, ["the same class"]
    elif one.kind in ancestors(other.kind) or other.kind in ancestors(one.kind):
        score, reasons = _KIN, ["a class within the other"]
    else:
        return 0.0, ()
    if one.kind in ("Event",) or other.kind in ("Event",):
        return 0.0, ()
    apart = _days(one.day or one.published, other.day or other.published)
    if apart > _NEAR:
        return 0.0, ()
    if one.day and other.day:
        score += _DAY if apart == 0 else _NEAR_DAY if apart == 1 else 0.0
        reasons += [] if apart > 1 else ["the same day" if apart == 0 else "the day before or after"]
    else:
        score += _NEAR_DAY
        reasons.append("told at the same time")
    places, others = one.fillers.get("place", set()), other.fillers.get("place", set())
    if places & others:
        score += _PLACE
        reasons.append("the same place")
    shared = one.participants() & other.participants()
    if shared:
        fewer, more = sorted(len(report.participants()) for report in (one, other))
        # Without a day, who else took part in one report alone is a reason for doubt: one man is paid by many.
        score += _PARTICIPANTS * max(0.75, len(shared) / (fewer if one.day and other.day else more))
        reasons.append("the same participants" if len(shared) == fewer else "participants in common")
    if _contrary(one, other):
        score -= 0.25
    return round(max(0.0, min(score, 1.0)), 3), tuple(reasons)


def _contrary(one: Report, other: Report) -> bool:
    """Whether both name whom it befell, or where, and name others."""
    for role in ("patient", "place"):
        left, right = (
            {filler for filler in report.fillers.get(role, ()) if "/identity/" in filler} for report in (one, other)
        )
        if left and right and not left & right:
            return True
    return False


def _days(one: str, other: str) -> int:
    if not one or not other:
        return _NEAR + 1
    return abs(date.fromisoformat(one[:10]).toordinal() - date.fromisoformat(other[:10]).toordinal())
