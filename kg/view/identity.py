"""Which nodes are one thing: those of one kind that are owl:sameAs each other or the same thing outside."""

from __future__ import annotations

from collections.abc import Iterable


class Identity:
    """Sets of keys that were said to be one; each set is named by its least key."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def join(self, left: str, right: str) -> None:
        """Says that two keys are one thing."""
        a, b = self.of(left), self.of(right)
        if a != b:
            self._parent[max(a, b)] = min(a, b)

    def of(self, key: str) -> str:
        """The name of the set that `key` is in."""
        root = key
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while (parent := self._parent.get(key, key)) != root:
            self._parent[key], key = root, parent
        return root


def identify(things: Iterable[tuple[str, str, tuple[str, ...]]]) -> Identity:
    """Joins things by their (IRI, kind, what they are the same as)."""
    same = Identity()
    kinds: dict[str, str] = {}
    listed = list(things)
    for iri, kind, _ in listed:
        kinds[iri] = kind
    for iri, kind, others in listed:
        for other in others:
            if other in kinds:
                if kinds[other] == kind:
                    same.join(iri, other)
            else:
                same.join(iri, f"{kind} {other}")
    return same
