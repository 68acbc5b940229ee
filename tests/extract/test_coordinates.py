"""Coordinates as places: how they are read, what they are not, and what the graph says of them."""

from __future__ import annotations

import pytest

from kg.graph import quads
from kg.model import Article, Document
from kg.pipeline import Models, understand


def _read(lang: str, text: str) -> Document:
    return next(understand([Article("a", text, lang, published="2024-05-16")], Models()))


def _points(document: Document) -> list[str | None]:
    return [m.link for m in document.extraction.mentions if m.rule == "coordinates"]


@pytest.mark.parametrize(
    ("lang", "text", "points"),
    [
        ("en", "The strike hit the depot at 48.0159° N, 37.8028° E on Monday.", ["48.016, 37.803"]),
        (
            "en",
            "The village (33°30′21″N 36°16′11″E / 33.505716°N 36.269635°E / 33.505716; 36.269635) was shelled.",
            3 * ["33.506, 36.270"],
        ),
        ("en", "The drone fell at 45°51'10\" S, 170°30' W.", ["-45.853, -170.500"]),
        ("fr", "Le dépôt, situé à 48,0159° N, 37,8028° E, a été bombardé lundi.", ["48.016, 37.803"]),
        ("fr", "Le navire a coulé par 12° 30′ nord, 43° 15′ ouest.", ["12.500, -43.250"]),
        ("fr", "Il faisait 33° à Nice et 35° au nord de la ville.", []),
        ("en", "It rose by 3.123, 4.567 points at 30°C.", []),
        ("en", "They met at 95° N, 10° E.", []),
    ],
)
def test_coordinates_are_read_however_they_are_written(lang: str, text: str, points: list[str]) -> None:
    assert _points(_read(lang, text)) == [f"coordinates:{point}" for point in points]


def test_what_stands_in_brackets_behind_a_place_is_where_it_lies() -> None:
    document = _read("en", "The village (33.5057°N 36.2696°E) was shelled on Monday by the army.")
    village = next(e for e in document.resolved.entities if e.label == "village")
    assert village.link == "coordinates:33.506, 36.270"
    told = {quad.predicate.value.rpartition("#")[2]: quad.object.value for quad in quads(document)}
    assert (told["lat"], told["long"]) == ("33.506", "36.27")


def test_coordinates_are_where_something_happens_and_count_nothing() -> None:
    document = _read("fr", "Le dépôt, situé à 48,0159° N, 37,8028° E, a été bombardé lundi.")
    (event,) = document.resolved.events
    roles = {(r.name, document.resolved.entities[r.filler.index].label) for r in event.roles}
    assert roles == {("patient", "dépôt"), ("place", "48.016, 37.803")}
    assert not event.quantities
