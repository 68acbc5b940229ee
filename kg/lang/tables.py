"""Reading the data files: TSV with `#` comments, one row a line, empty trailing columns may be left out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import KgError

ROOT = Path(__file__).parent


def text(name: str) -> str:
    """The file `name` below kg/lang/; raises KgError if it can't be read."""
    try:
        return (ROOT / name).read_text(encoding="utf-8")
    except OSError as error:
        raise KgError(f"language data {name} can't be read: {error.strerror}") from error


def rows(name: str, columns: int) -> Iterator[list[str]]:
    """Rows of the file `name` below kg/lang/, each filled up to `columns` cells.

    Raises KgError if the file is missing or a row has more cells than `columns`.
    """
    for number, line in enumerate(text(name).split("\n"), 1):
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        if len(cells) > columns:
            raise KgError(f"language data {name}, line {number}: {len(cells)} cells, at most {columns} are expected")
        cells.extend([""] * (columns - len(cells)))
        yield cells


def variants(cell: str) -> tuple[str, ...]:
    """The alternatives of a cell, "États-Unis|USA" -> ("États-Unis", "USA")."""
    return tuple(part for part in cell.split("|") if part)


def toml(name: str) -> dict[str, Any]:
    """The TOML file `name` below kg/lang/ as it stands; raises KgError if it is missing or malformed."""
    try:
        with (ROOT / name).open("rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise KgError(f"language data {name} can't be read: {error.strerror}") from error
    except tomllib.TOMLDecodeError as error:
        raise KgError(f"language data {name} is malformed: {error}") from error
