"""The library of saved queries: plain SPARQL 1.1 files, each with its title, description and parameters in comments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import UsageError

FOLDER = Path(__file__).parent / "saved"
_HEADER = re.compile(r"^#\s?(.*)$")
#: Each query first picks what it is about, this many at most, and then describes it: so it stays fast on a large store.
LIMIT = 500
_PICKED = re.compile(rf"\{{\s*(SELECT (?:(?!SELECT).)*?\}}) LIMIT {LIMIT}\s*\}}", re.DOTALL)
_PARAMETER = re.compile(r"param (\w+): (.*)")


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """One query of the library; `parameters` are (name, meaning) pairs for `--param name=value`."""

    name: str
    title: str
    description: str
    parameters: tuple[tuple[str, str], ...]
    sparql: str


def limited(sparql: str, most: int) -> str:
    """A saved query that picks `most` things at most; 0 picks all."""
    return _PICKED.sub(lambda m: f"{{ {m[1]} {f'LIMIT {most}' if most else ''} }}", sparql)


def picked(sparql: str, most: int) -> str:
    """A query that counts, up to `most`, the things that a saved query picks."""
    found = _PICKED.search(sparql)
    assert found is not None
    return f"SELECT (COUNT(*) AS ?n) {{ {{ {found[1]} LIMIT {most} }} }}"


@cache
def saved_queries() -> tuple[SavedQuery, ...]:
    """All saved queries by name."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.rq")))


def saved_query(name: str) -> SavedQuery:
    """The saved query of that name. Raises UsageError with the nearest names where there is none."""
    for query in saved_queries():
        if query.name == name:
            return query
    raise UsageError(f"no saved query {name!r}; kg query --list names them all")


def _read(path: Path) -> SavedQuery:
    text = path.read_text(encoding="utf-8")
    header = []
    for line in text.splitlines():
        found = _HEADER.match(line)
        if not found:
            break
        header.append(found[1].strip())
    parameters = tuple((m[1], m[2]) for m in map(_PARAMETER.fullmatch, header) if m)
    prose = [line for line in header if not _PARAMETER.fullmatch(line)]
    return SavedQuery(path.stem, prose[0], " ".join(prose[1:]), parameters, text)
