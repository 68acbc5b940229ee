"""Which of the media types that a client accepts an answer is written in (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

ROWS = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
TRIPLES = ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json")
_SAME = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "application/x-turtle": "text/turtle",
    "text/rdf+n3": "text/turtle",
    "text/n3": "text/turtle",
}
_SAME_TRIPLES = {
    "application/json": "application/ld+json",
    "application/xml": "application/rdf+xml",
    "text/plain": "application/n-triples",
}


def best(accept: str, offered: Sequence[str]) -> str | None:
    """The offered type that `accept` likes best, the first offered among equals; None if it takes none."""
    aliases = {**_SAME, **_SAME_TRIPLES} if offered is TRIPLES else _SAME
    wishes = [_wish(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    ranked = [
        (-quality, place, offer)
        for place, offer in enumerate(offered)
        if (quality := max((q for name, q in wishes if _fits(aliases.get(name, name), offer)), default=0.0)) > 0
    ]
    return min(ranked)[2] if ranked else None


def _wish(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
    try:
        return name, float(quality)
    except ValueError:
        return name, 0.0


def _fits(wish: str, offer: str) -> bool:
    return wish in ("*/*", offer) or (wish.endswith("/*") and offer.startswith(wish[:-1]))
