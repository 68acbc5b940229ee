"""Cities of the world from GeoNames: kg/lang/world/cities.tsv, which tools/make_cities.py writes.

One row for each name of a city, sorted by code point: folded name, languages that use it ("e", "f" or "ef"), GeoNames
id, label in French, label in English, state, latitude, longitude, people. A name that may mean several cities stands
once for each, the largest first. Rows are found by bisection, since reading them all into a table would take longer
than parsing an article.
"""

from __future__ import annotations

from bisect import bisect_left

from kg.lang import tables
from kg.lang.entries import Entry

_WORDS = 8  # pieces of the longest name
_PARTICLE = 3  # letters of the longest word of a name that is written small: "Rostov-sur-le-Don", "Frankfurt am Main"


class Cities:
    """Cities by folded name, in one language."""

    def __init__(self, code: str) -> None:
        self._mark = code[0]
        self._rows = tables.text("world/cities.tsv").split("\n")
        self._entries: dict[str, Entry] = {}

    def longest(self, first: str) -> int:
        """A bound on the pieces of a city's name that begins with the folded piece `first`; 0 if no name does."""
        row = self._rows[min(bisect_left(self._rows, first), len(self._rows) - 1)]
        return _WORDS if row.startswith(first) and row[len(first)] in "\t " else 0

    def meant(self, folded: str, parts: tuple[str, ...]) -> tuple[Entry, ...]:
        """The cities of that folded name, the largest first; none if `parts`, the same as written, lacks capitals."""
        if not parts[0][0].isupper() or any(part[0].islower() and len(part) > _PARTICLE for part in parts):
            return ()
        key = folded + "\t"
        at = bisect_left(self._rows, key)
        found = []
        while at < len(self._rows) and self._rows[at].startswith(key):
            cells = self._rows[at].split("\t")
            if self._mark in cells[1]:
                found.append(self._make(cells))
            at += 1
        return tuple(found)

    def entry(self, key: str) -> Entry:
        """The city with the key "cities:<GeoNames id>"; raises KeyError if there is none."""
        if key not in self._entries:
            mark = f"\t{key.removeprefix('cities:')}\t"
            for row in self._rows:
                if mark in row:
                    return self._make(row.split("\t"))
        return self._entries[key]

    def _make(self, cells: list[str]) -> Entry:
        _, _, ident, french, english, state, lat, lon, _ = cells
        key = f"cities:{ident}"
        if key not in self._entries:
            self._entries[key] = Entry(
                key=key,
                kind="GeopoliticalEntity",
                label_fr=french,
                label_en=english,
                aliases=tuple(dict.fromkeys((french, english))),
                state=f"states:{state}",
                lat=float(lat),
                lon=float(lon),
                geonames=int(ident),
            )
        return self._entries[key]
