"""Cities of the world from GeoNames: kg/lang/world/cities.tsv, which scripts/make_cities.py writes.

Columns: GeoNames id, folded names (unambiguous or not), name in French, name in English, state, latitude, longitude,
population. A folded name stands in one row only where it means that city without doubt.
"""

from __future__ import annotations

from kg.lang import tables
from kg.lang.entries import Entry


class Cities:
    """Cities by folded name; entries are made when they are asked for."""

    def __init__(self, code: str) -> None:
        self._rows: dict[str, str] = {}  # GeoNames id -> the rest of its row
        self._names: dict[str, str] = {}  # folded name -> ids, separated by spaces
        self._longest: dict[str, int] = {}
        column = 1 if code == "fr" else 2
        text = (tables.ROOT / "world/cities.tsv").read_text(encoding="utf-8")
        for line in text.split("\n"):
            if line and line[0] != "#":
                self._take(line.split("\t", 3), column)

    def __len__(self) -> int:
        return len(self._rows)

    def _take(self, cells: list[str], column: int) -> None:
        ident = cells[0]
        self._rows[ident] = cells[3]
        for name in cells[column].split("|"):
            before = self._names.get(name)
            self._names[name] = ident if before is None else f"{before} {ident}"
            first, _, rest = name.partition(" ")
            length = rest.count(" ") + 2 if rest else 1
            if length > self._longest.get(first, 0):
                self._longest[first] = length

    def longest(self, first: str) -> int:
        """Number of pieces of the longest city name that begins with the folded piece `first`; 0 if none does."""
        return self._longest.get(first, 0)

    def meant(self, folded: str, parts: tuple[str, ...]) -> tuple[Entry, ...]:
        """The cities of that folded name, the largest first; none if `parts`, the same as written, has no capital."""
        idents = self._names.get(folded)
        if idents is None or not parts[0][0].isupper():
            return ()
        return tuple(self._make(ident) for ident in idents.split(" "))

    def entry(self, key: str) -> Entry:
        """The city with the key "cities:<GeoNames id>"; raises KeyError if there is none."""
        return self._make(key.removeprefix("cities:"))

    def _make(self, ident: str) -> Entry:
        french, english, state, lat, lon, _ = self._rows[ident].split("\t")
        return Entry(
            key=f"cities:{ident}",
            kind="GeopoliticalEntity",
            label_fr=french,
            label_en=english,
            aliases=tuple(dict.fromkeys((french, english))),
            state=f"states:{state}",
            lat=float(lat),
            lon=float(lon),
            geonames=int(ident),
        )
