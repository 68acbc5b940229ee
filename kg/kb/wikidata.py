"""A subset of a Wikidata dump (JSON, one item a line), read as a stream: never more than one item is held."""

from __future__ import annotations

import bz2
import gzip
import json
import tomllib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import IO, Any, cast

from kg.errors import InputError
from kg.kb.base import Known
from kg.ontology import PREFIXES

_INSTANCE_OF, _GEONAMES_ID = "P31", "P1566"
_GEONAMES = "https://sws.geonames.org/"


def read_dump(
    path: Path,
    langs: Sequence[str],
    kinds: Sequence[str] = (),
    sitelinks: int = 0,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Known]:
    """The things of a dump (.json, .json.gz, .json.bz2) of the kinds wanted, all where none is named.

    The name is that of the first of `langs` which has one; the other names of all `langs` are aliases. `sitelinks` is
    how many pages of Wikimedia's must be about a thing. `progress` is called with the number of items read. Raises
    InputError for what is no such dump.
    """
    wanted = {c: kind for c, kind in class_kinds().items() if not kinds or kind in kinds}
    read = 0
    for number, line in enumerate(_lines(path), 1):
        text = line.strip().rstrip(b",")
        if text in (b"", b"[", b"]"):
            continue
        item = _item(text, f"{path}, line {number}")
        read += 1
        if progress is not None:
            progress(read)
        thing = _thing(item, langs, wanted, sitelinks)
        if thing is not None:
            yield thing
    if not read:
        raise InputError(f"{path}: no item in it; give a JSON dump of Wikidata, one item a line")


@cache
def class_kinds() -> dict[str, str]:
    """Wikidata's classes and the kinds that they stand for."""
    table = tomllib.loads(files("kg.kb").joinpath("wikidata.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for kind, classes in table.items():
        for name in classes:
            found.setdefault(name, kind)
    return found


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with _opened(path) as file:
            yield from file
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path}: can't be read: {getattr(error, 'strerror', None) or error}") from error


def _opened(path: Path) -> IO[bytes]:
    match path.suffix.lower():
        case ".gz":
            return cast("IO[bytes]", gzip.open(path))
        case ".bz2":
            return bz2.open(path)
        case _:
            return path.open("rb")


def _item(text: bytes, where: str) -> dict[str, Any]:
    try:
        item = json.loads(text)
    except ValueError as error:
        raise InputError(f"{where}: not JSON ({error}); give a JSON dump of Wikidata, one item a line") from error
    if not isinstance(item, dict) or "id" not in item:
        raise InputError(f"{where}: no item of Wikidata; give a JSON dump, one item a line")
    return item


def _thing(item: dict[str, Any], langs: Sequence[str], wanted: dict[str, str], sitelinks: int) -> Known | None:
    if item.get("type", "item") != "item" or len(item.get("sitelinks") or ()) < sitelinks:
        return None
    classes = {value["id"] for value in _values(item, _INSTANCE_OF) if isinstance(value, dict) and "id" in value}
    kind = next((kind for name, kind in wanted.items() if name in classes), None)
    names = list(dict.fromkeys(_names(item, langs)))
    if kind is None or not names:
        return None
    geonames = [f"{_GEONAMES}{value}/" for value in _values(item, _GEONAMES_ID) if str(value).isdigit()]
    return Known(names[0], tuple(names[1:]), kind, (PREFIXES["wd"] + item["id"], *geonames))


def _names(item: dict[str, Any], langs: Sequence[str]) -> Iterable[str]:
    labels, aliases = item.get("labels") or {}, item.get("aliases") or {}
    yield from (labels[lang]["value"] for lang in langs if lang in labels)
    yield from (alias["value"] for lang in langs for alias in aliases.get(lang, ()))


def _values(item: dict[str, Any], name: str) -> Iterator[Any]:
    """The values of a property that are known and not deprecated."""
    for claim in (item.get("claims") or {}).get(name, ()):
        value = claim.get("mainsnak", {}).get("datavalue", {}).get("value")
        if value is not None and claim.get("rank") != "deprecated":
            yield value
