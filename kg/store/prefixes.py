"""Prefixes that no query needs to declare, and names shortened by them."""

from __future__ import annotations

from kg.ontology import PREFIXES


def shorten(iri: str) -> str:
    """`iri` as prefix:name where a known prefix and a plain name make it up, else in angle brackets."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            name = iri[len(namespace) :]
            if name and name.replace("-", "").replace("_", "").replace(".", "").isalnum() and name[-1] != ".":
                return f"{prefix}:{name}"
    return f"<{iri}>"


def expand(name: str) -> str | None:
    """The IRI that `prefix:name` stands for under the known prefixes, or None."""
    prefix, colon, local = name.partition(":")
    namespace = PREFIXES.get(prefix)
    return namespace + local if colon and namespace is not None and local else None
