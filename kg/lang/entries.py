"""What the gazetteer gives out: entries, demonyms and hits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One known thing. `key` is stable across versions: its family and a slug ("states:iq", "organizations:nato")."""

    key: str
    kind: str  # local name of a class below nkg:Entity; for operations, of a class below nkg:Event
    label_fr: str
    label_en: str
    aliases: tuple[str, ...] = ()  # all its names in all languages, as listed
    state: str | None = None  # key of the state that it lies in or belongs to
    part_of: str | None = None  # key of the entry that it is a part of
    lat: float | None = None  # degrees, WGS 84
    lon: float | None = None
    geonames: int | None = None
    wikidata: str | None = None  # "Q…", only where certain
    iso: str | None = None  # ISO 3166-1 alpha-2, states only

    def label(self, code: str) -> str:
        """The name in the language with this code, the other one where there is none."""
        return (self.label_fr or self.label_en) if code == "fr" else (self.label_en or self.label_fr)


@dataclass(frozen=True, slots=True)
class Demonym:
    """A word for the people of a place, of a language or of a faith: "irakienne", "Iraqis", "sunnite"."""

    key: str  # entry that it stands for: a state, region or city, or a group ("groups:kurds")
    noun: bool  # may stand for people by itself ("Iraqis", "Britons")
    adjective: bool  # may qualify a noun ("Iraqi", "British")
    gender: str = ""  # "m", "f", ""
    number: str = ""  # "s", "p", ""
    also: tuple[str, ...] = ()  # other entries that it may stand for ("congolais")


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name in a word sequence: tokens `first` to `last`, `last` exclusive.

    `entries` holds everything that the name may mean, the most usual first; a link is safe only if it is `certain`.
    """

    first: int
    last: int
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The most usual meaning."""
        return self.entries[0]

    @property
    def certain(self) -> bool:
        """Whether the name means one thing only."""
        return len(self.entries) == 1
