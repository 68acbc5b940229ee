"""How kinds look, from appearance.toml: one truth for the drawing, the legend and the marks in the text."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.ontology import ancestors


@dataclass(frozen=True, slots=True)
class Look:
    """A colour, and two SVG paths in a box of 24 by 24."""

    color: str
    shape: str
    sign: str


@cache
def looks() -> Mapping[str, Look]:
    """The looks by local name of a class; what a family of events leaves out is that of all events."""
    table = tomllib.loads((Path(__file__).parent / "appearance.toml").read_text(encoding="utf-8"))
    return MappingProxyType({kind: Look(**(table["Event"] | look)) for kind, look in table.items()})


def looks_like(kind: str) -> str:
    """The class whose look things of class `kind` have: their own, or the nearest above it."""
    return next(name for name in (kind, *ancestors(kind)) if name in looks())
