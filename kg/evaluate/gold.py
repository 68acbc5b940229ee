"""Gold: what texts say, written down by people. Two formats, documented in docs/gold.md: facts, and spans."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.model import Article
from kg.read import ReadOptions, read


@dataclass(frozen=True, slots=True)
class FactsGold:
    """The facts of one article, and those that must not be found in it."""

    path: Path
    lang: str | None
    published: str | None
    text: str | None  # None where it stands in a file beside the gold
    facts: tuple[Mapping[str, Any], ...]

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem

    @property
    def label(self) -> str:
        """What the gold is called in reports: the names of its folder and its file."""
        return f"{self.path.absolute().parent.name}/{self.name}"

    def article(self) -> Article:
        """The article. Raises InputError if its text is nowhere to be found."""
        if self.text is not None:
            return Article(self.name, self.text, self.lang or "", published=self.published, file=self.path.name)
        places = [folder / f"{self.name}.txt" for folder in (self.path.parent / "texts", self.path.parent)]
        for place in places:
            if place.is_file():
                return next(read([str(place)], ReadOptions(lang=self.lang, date=self.published)))
        raise InputError(f"{self.path}: no text to score: neither a key 'text' nor {places[0]}; or give a --graph")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with its type, and where the gold says so the chain of mentions that it belongs to."""

    begin: int
    end: int
    type: str
    chain: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two stretches of text that a sentence connects."""

    source: tuple[int, int]
    type: str
    target: tuple[int, int]


@dataclass(frozen=True, slots=True)
class SpanDoc:
    """The spans and links of one text."""

    entities: tuple[Span, ...]
    relations: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SpanGold:
    """Spans and links of many texts, by the name of their file."""

    path: Path
    lang: str | None
    pronouns: bool  # whether the annotators marked pronouns
    docs: Mapping[str, SpanDoc]

    @property
    def label(self) -> str:
        """What the set is called in reports: its folder's name, and the file's where that says more than "gold"."""
        folder = self.path.absolute().parent.name
        return folder if self.path.stem == "gold" else f"{folder}/{self.path.stem}"

    def articles(self, lang: str | None = None) -> Iterator[Article]:
        """The texts, from the folder `texts` beside the gold. Raises InputError if there is none."""
        folder = self.path.parent / "texts"
        if not folder.is_dir():
            raise InputError(f"{self.path}: no texts to score: there is no folder {folder}; or give a --graph")
        return read([str(folder / name) for name in self.docs], ReadOptions(lang=lang or self.lang))


Gold = FactsGold | SpanGold


def load(paths: Iterable[Path]) -> tuple[Gold, ...]:
    """The gold of files, and of all .json files of folders. Raises InputError for anything else."""
    files = [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
    if not files:
        raise InputError("there is no gold here: a .json file, or a folder of them")
    return tuple(map(_load, files))


def _load(path: Path) -> Gold:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: gold can't be read: {error}") from error
    try:
        if "facts" in content:
            facts = tuple(content["facts"])
            return FactsGold(path, content.get("lang"), content.get("published"), content.get("text"), facts)
        if "docs" in content:
            docs = {name: _span_doc(doc) for name, doc in content["docs"].items()}
            return SpanGold(path, content.get("lang"), bool(content.get("pronouns", False)), docs)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}: gold is malformed: {type(error).__name__}: {error}; see docs/gold.md") from error
    raise InputError(f"{path}: neither facts nor spans; see docs/gold.md")


def _span_doc(doc: Mapping[str, Any]) -> SpanDoc:
    entities = (Span(x[0], x[1], x[2], x[3] if len(x) > 3 else None) for x in doc["entities"])
    relations = (Link((x[0], x[1]), x[2], (x[3], x[4])) for x in doc.get("relations", ()))
    return SpanDoc(tuple(entities), tuple(relations))
