"""What reports of one event contradict each other in, side by side: nothing is settled, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.identity.events import Report
from kg.identity.sources import Source, independent, read_sources
from kg.identity.stories import Figure, Story, read_stories


@dataclass(frozen=True, slots=True)
class Position:
    """What one side of a dispute says, and who."""

    value: str
    publisher: str
    date: str
    article: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """One thing that reports of one event say differently."""

    event: str  # its label in the earliest report
    about: str  # "figure", "factuality", "agent" or "date"
    summary: str
    positions: tuple[Position, ...]


def disputes(store: ox.Store) -> list[Dispute]:
    """All contradictions between reports of one event in different articles."""
    sources = read_sources(store)
    found: list[Dispute] = []
    for story in read_stories(store):
        if len(story.reports) > 1:
            for about, told in _contradictions(story):
                found.append(_dispute(story, about, told, sources))
    return found


def _contradictions(story: Story) -> Iterator[tuple[str, list[tuple[Report, str, str]]]]:
    """What is disputed, with each report's word on it and the sentence."""
    actual = [report for report in story.reports if report.factuality == "Actual"]
    negated = [report for report in story.reports if report.factuality == "Negated"]
    if actual and negated:
        yield "factuality", _told(story, (*actual, *negated), lambda r: "denied" if r in negated else "actual")
    for unit in sorted({figure.unit for r in actual for figure in story.figures.get(r.iri, ())}):
        told = [(r, next((f for f in story.figures.get(r.iri, ()) if f.unit == unit), None)) for r in actual]
        given = [(report, figure) for report, figure in told if figure is not None]
        if any(_excluded(one, other) for _, one in given for _, other in given):
            yield "figure", [(report, f"{figure.value:,.12g} {unit}", figure.sentence) for report, figure in given]
    dated = [report for report in actual if report.day]
    if len({report.day for report in dated}) > 1:
        yield "date", _told(story, dated, lambda report: report.day)
    acted = [report for report in actual if report.fillers.get("agent")]
    if any(_strangers(one, other) for one in acted for other in acted):
        yield "agent", _told(story, acted, _agents)


def _told(story: Story, reports: Iterable[Report], word: Callable[[Report], str]) -> list[tuple[Report, str, str]]:
    return [(report, word(report), story.sentences.get(report.iri, "")) for report in reports]


def _excluded(one: Figure, other: Figure) -> bool:
    return one.most < other.least or other.most < one.least


def _strangers(one: Report, other: Report) -> bool:
    """Whether two reports name agents of which none is the other's."""
    left, right = one.fillers["agent"], other.fillers["agent"]
    return not left & right and _named(one) and _named(other)


def _named(report: Report) -> bool:
    """Whether the agents are named things: common nouns ("police") differ without contradiction."""
    return all(report.names[filler][:1].isupper() for filler in report.fillers["agent"])


def _agents(report: Report) -> str:
    return ", ".join(sorted(report.names[filler] for filler in report.fillers["agent"]))


def _dispute(story: Story, about: str, told: list[tuple[Report, str, str]], sources: Mapping[str, Source]) -> Dispute:
    positions = []
    for report, value, sentence in told:
        source = sources[report.article]
        positions.append(Position(value, source.publisher, source.date, report.article, sentence))
    values = list(dict.fromkeys(position.value for position in sorted(positions, key=lambda p: _order(p.value))))
    count = independent((sources[report.article] for report, _, _ in told), sources)
    shown = f"{values[0].split()[0]} to {values[-1]}" if about == "figure" else " / ".join(values)
    return Dispute(story.reports[0].label, about, f"{shown}; {count} sources", tuple(positions))


def _order(value: str) -> tuple[float, str]:
    """Figures by size, all else by the alphabet."""
    try:
        return float(value.split()[0]), value
    except ValueError:
        return 0.0, value
