"""Known things by their names: a name finds one only where it can mean no other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.lang.fold import cased, pieces

#: Kinds that an article and a knowledge base may tell apart differently.
FAMILIES = {"Force": "Organization", "GeopoliticalEntity": "Place"}


@dataclass(frozen=True, slots=True)
class Known:
    """One thing of a knowledge base; `identifiers` are IRIs."""

    name: str
    aliases: tuple[str, ...]
    kind: str  # local name of a class below nkg:Entity
    identifiers: tuple[str, ...]


class KnowledgeBase:
    """Finds things by kind and name; accents, hyphens and case don't count, but where a name is an acronym."""

    def __init__(self, things: Iterable[Known]) -> None:
        self._by_name: dict[tuple[str, tuple[str, ...]], list[tuple[str, Known]]] = {}
        for thing in things:
            for name in dict.fromkeys((thing.name, *thing.aliases)):
                if key := _key(name):
                    self._by_name.setdefault((family(thing.kind), key), []).append((name, thing))

    def named(self, kind: str, name: str) -> frozenset[Known]:
        """The things of a kind like `kind` that `name` may mean. A person's single name means nobody."""
        key = _key(name)
        if kind == "Person" and len(key) < 2:
            return frozenset()
        written = tuple(part for word in name.split() for part in pieces(word))
        found = self._by_name.get((family(kind), key), ())
        return frozenset(thing for listed, thing in found if cased(listed, written))


def family(kind: str) -> str:
    """The widest kind within which things are compared."""
    return FAMILIES.get(kind, kind)


def _key(name: str) -> tuple[str, ...]:
    return tuple(part.lower() for word in name.split() for part in pieces(word))
