"""Names of known things, shared by all languages: kg/lang/world/*.tsv.

Each file lists one family (states, cities, organizations, artifacts …) with names in each language. Matching ignores
accents, apostrophes, hyphens and dots, and follows one rule for case: a word that begins with a capital in the data
must begin with one in the text, others may be either. So "Etat islamique" and "ÉTAT ISLAMIQUE" are "État islamique",
"le monde" is not "Le Monde". A word of at most four letters, all capitals, must stand in the text as it is: "US" is not
"Us".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.lang import tables
from kg.lang.cities import Cities
from kg.lang.entries import Demonym, Entry, Hit
from kg.lang.fold import cased, fold, pieces

MEANINGS = 65536  # meanings of names that are remembered
TOWNS = "cities:"  # how the keys of towns begin
STATES = "states:"  # how the keys of states begin
REGIONS = "regions:"  # how the keys of provinces and the like begin
LANDS = "geography:"  # how the keys of lands, rivers and mountains begin
COORDINATES = "coordinates:"  # how the keys of places begin that only their latitude and longitude name
FAMILIES = ("states", "regions", "geography", "organizations", "groups", "operations", "artifacts", "works")


class Gazetteer:
    """All known names of one language."""

    def __init__(self, code: str, cities: Cities) -> None:
        self.code = code
        self._cities = cities
        self._entries: dict[str, Entry] = {}  # those that were asked for
        self._cells: dict[str, list[str]] = {}  # key -> its row
        self._names: dict[str, list[tuple[str, str]]] = {}  # folded name -> (name as listed, key of its entry)
        self._longest: dict[str, int] = {}  # first piece -> number of pieces of the longest name that begins with it
        self._demonyms: dict[str, tuple[str, Demonym]] = {}  # folded form -> (form as listed, meaning)
        self._metonyms: dict[str, str] = {}
        self._meant = lru_cache(maxsize=MEANINGS)(self._look_up)
        self._referring = lru_cache(maxsize=MEANINGS)(self._look_up_demonym)
        self._leaders: dict[str, set[str]] = {}  # folded name or surname -> keys of the states that they held office in

    # ------------------------------------------------------------------------------------------- looking up

    def __len__(self) -> int:
        """Number of entries but for cities."""
        return len(self._cells)

    def entry(self, key: str) -> Entry:
        """The entry with this key; raises KeyError if there is none. Coordinates are an entry of their own."""
        if key.startswith(TOWNS):
            return self._cities.entry(key)
        if key.startswith(COORDINATES):
            label = key.removeprefix(COORDINATES)
            latitude, longitude = map(float, label.split(", "))
            return Entry(key, "Place", label, label, lat=latitude, lon=longitude)
        if key not in self._entries:
            self._entries[key] = _entry(key, self._cells[key])
        return self._entries[key]

    def demonym(self, word: str, before: str = "") -> Demonym | None:
        """What an adjective or noun of nationality, origin or faith refers to, in any of its forms.

        `before` is the word before it, for those of two words ("South Korean"). The capitals of the data are asked for,
        as in names: English "Polish" is not "polish", French "irakien" is both.
        """
        return self._referring(word, before)

    def _look_up_demonym(self, word: str, before: str) -> Demonym | None:
        for parts in ((*pieces(before), *pieces(word)), pieces(word)) if before else (pieces(word),):
            form, demonym = self._demonyms.get(" ".join(parts).lower(), ("", None))
            if demonym is not None and cased(form, parts):
                return demonym
        return None

    def metonym(self, key: str) -> Entry | None:
        """The state or body that a seat of power stands for when it acts: Russia for Moscow or the Kremlin."""
        stands_for = self._metonyms.get(key)
        return None if stands_for is None else self.entry(stands_for)

    def led_by(self, name: str) -> str | None:
        """The key of the one state or body that somebody of this name, or surname, holds or held high office in."""
        keys = self._leaders.get(" ".join(pieces(fold(name))), set())
        return next(iter(keys)) if len(keys) == 1 else None

    def match(self, words: Sequence[str], start: int = 0) -> Hit | None:
        """The longest known name that begins at word `start`; `words` are token texts as written."""
        head = pieces(words[start])
        if not head:
            return None
        first = head[0].lower()
        city = self._cities.longest(first) if head[0][0].isupper() else 0
        longest = max(self._longest.get(first, 0), city)
        for end, parts in reversed(_spans(words, start, longest)) if longest else ():
            entries = self._meant(parts)
            if entries:
                return Hit(start, end, entries)
        return None

    def find(self, words: Sequence[str]) -> list[Hit]:
        """All known names of a word sequence, the longest first from the left, without overlap."""
        hits: list[Hit] = []
        position = 0
        while position < len(words):
            hit = self.match(words, position)
            if hit is not None:
                hits.append(hit)
            position = position + 1 if hit is None else hit.last
        return hits

    def phrases(self) -> Iterator[tuple[str, str]]:
        """Names of several words, as listed, with their kind: what a parser should not break. Cities are left out."""
        for listed in self._names.values():
            for name, key in listed:
                if len(pieces(name)) > 1:
                    yield name, self._cells[key][1]

    def _look_up(self, parts: tuple[str, ...]) -> tuple[Entry, ...]:
        folded = " ".join(parts).lower()
        keys = [key for name, key in self._names.get(folded, ()) if cased(name, parts)]
        if keys:
            return tuple(self.entry(key) for key in dict.fromkeys(keys))
        return self._cities.meant(folded, parts)

    # --------------------------------------------------------------------------------------------- loading

    def add(self, family: str, cells: list[str]) -> None:
        """Takes a row in under the names that it has in this language; one with a parenthesis is only a label."""
        key = f"{family}:{cells[0]}"
        self._cells[key] = cells
        own = cells[2] if self.code == "fr" else cells[3]
        for name in tables.variants(f"{own}|{cells[4]}"):
            if "(" in name:
                continue
            parts = pieces(name)
            self._names.setdefault(" ".join(parts).lower(), []).append((name, key))
            first = parts[0].lower()
            self._longest[first] = max(self._longest.get(first, 0), len(parts))

    def add_demonym(self, form: str, demonym: Demonym) -> None:
        """Takes in one form of a demonym; a form that already stands keeps its meaning."""
        self._demonyms.setdefault(" ".join(pieces(form)).lower(), (form, demonym))

    def add_leader(self, name: str, key: str) -> None:
        """Takes in who has held high office in the state `key`, by full name and surname."""
        words = pieces(fold(name))
        for known in {" ".join(words), words[-1]}:
            self._leaders.setdefault(known, set()).add(key)

    def add_metonym(self, key: str, stands_for: str) -> None:
        """Lets the entry `key` stand for the entry `stands_for` when it acts."""
        self._metonyms[key] = stands_for


def _spans(words: Sequence[str], start: int, longest: int) -> list[tuple[int, tuple[str, ...]]]:
    """Stretches from `start` that end with a word and have at most `longest` pieces, as (end, pieces), growing."""
    spans: list[tuple[int, tuple[str, ...]]] = []
    parts: tuple[str, ...] = ()
    for end in range(start, min(len(words), start + 2 * longest)):
        more = pieces(words[end])
        parts += more
        if len(parts) > longest:
            break
        if more:
            spans.append((end + 1, parts))
    return spans


def load(code: str) -> Gazetteer:
    """The gazetteer of the language with this code: its own names and those that all languages share."""
    gazetteer = Gazetteer(code, Cities(code))
    for family in FAMILIES:
        for cells in tables.rows(f"world/{family}.tsv", 11):
            gazetteer.add(family, cells)
    _load_demonyms(gazetteer, code)
    for key, stands_for in tables.rows("world/metonyms.tsv", 2):
        gazetteer.add_metonym(key, stands_for)
    for led, names in tables.rows("world/leaders.tsv", 2):
        for name in tables.variants(names):
            gazetteer.add_leader(name, led if ":" in led else f"{STATES}{led}")
    return gazetteer


def _entry(key: str, cells: list[str]) -> Entry:
    slug, kind, french, english, shared, state, part_of, wikidata, geonames, lat, lon = cells
    in_french, in_english, in_all = tables.variants(french), tables.variants(english), tables.variants(shared)
    return Entry(
        key=key,
        kind=kind,
        label_fr=(in_french or in_all or ("",))[0],
        label_en=(in_english or in_all or ("",))[0],
        aliases=tuple(dict.fromkeys(in_french + in_english + in_all)),
        state=f"{STATES}{state}" if state else None,
        part_of=part_of or None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        geonames=int(geonames) if geonames else None,
        wikidata=wikidata or None,
        iso=slug.upper() if key.startswith(STATES) else None,
    )


# French forms stand in this order; a variant may give all four or, where feminine and plural add nothing, fewer.
_FRENCH_FORMS = (("m", "s"), ("f", "s"), ("m", "p"), ("f", "p"))


def _load_demonyms(gazetteer: Gazetteer, code: str) -> None:
    for keys, french, adjectives, nouns, marks in tables.rows("world/demonyms.tsv", 5):
        key, *also = keys.split("|")
        noun = "adj" not in marks.split(",")
        if code == "fr":
            for variant in tables.variants(french):
                _add_french(gazetteer, variant.split(" "), key, tuple(also), noun)
            continue
        singular_plural = [variant.split(",") for variant in tables.variants(nouns)]
        nouns_too = {form for forms in singular_plural for form in forms}
        for form in tables.variants(adjectives):
            gazetteer.add_demonym(form, Demonym(key, noun=form in nouns_too, adjective=True, also=tuple(also)))
        for forms in singular_plural:
            for form, number in zip(forms, ("s", "p"), strict=False):
                gazetteer.add_demonym(form, Demonym(key, True, False, number=number, also=tuple(also)))


def _add_french(gazetteer: Gazetteer, forms: list[str], key: str, also: tuple[str, ...], noun: bool) -> None:
    seen: dict[str, tuple[str, str]] = {}
    for form, (gender, number) in zip(forms, _FRENCH_FORMS, strict=False):
        before = seen.get(form)
        seen[form] = (gender, number) if before is None else (_same(before[0], gender), _same(before[1], number))
    for form, (gender, number) in seen.items():
        gazetteer.add_demonym(form, Demonym(key, noun, True, gender=gender, number=number, also=also))


def _same(one: str, other: str) -> str:
    return one if one == other else ""
