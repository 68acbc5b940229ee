"""The two graphs of a store that are no article's: what was joined, and what persons decided."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.ontology import DATA_BASE, NKG, PREFIXES
from kg.store.base import ArticleGraph, Store
from kg.store.side import DECISIONS, IDENTITY

_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_DECIMAL = ox.NamedNode(PREFIXES["xsd"] + "decimal")
_BOOLEAN = ox.NamedNode(PREFIXES["xsd"] + "boolean")


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """That two nodes of different articles stand for one thing (or one event), or for two, and why."""

    left: str
    right: str
    same: bool
    reason: str
    score: float


def judgement_quads(judgement: Judgement, graph: str) -> Iterable[ox.Quad]:
    """The judgement as a node of its own, named after its two sides."""
    name = hashlib.sha256(f"{judgement.left} {judgement.right}".encode()).hexdigest()[:16]
    node, where = ox.NamedNode(f"{graph}/judgement/{name}"), ox.NamedNode(graph)
    yield ox.Quad(node, _TYPE, NKG["Judgement"], where)
    yield ox.Quad(node, NKG["left"], ox.NamedNode(judgement.left), where)
    yield ox.Quad(node, NKG["right"], ox.NamedNode(judgement.right), where)
    yield ox.Quad(node, NKG["same"], ox.Literal("true" if judgement.same else "false", datatype=_BOOLEAN), where)
    yield ox.Quad(node, NKG["reason"], ox.Literal(judgement.reason), where)
    yield ox.Quad(node, NKG["score"], ox.Literal(f"{judgement.score:.3g}", datatype=_DECIMAL), where)


def judgements(triples: Iterable[ox.Triple]) -> list[Judgement]:
    """The judgements among `triples`, sorted."""
    found: dict[str, dict[str, str]] = {}
    for triple in triples:
        name = triple.predicate.value.removeprefix(PREFIXES["nkg"])
        if name in ("left", "right", "same", "reason", "score"):
            found.setdefault(str(triple.subject), {})[name] = str(getattr(triple.object, "value", ""))
    return sorted(
        Judgement(node["left"], node["right"], node["same"] in ("true", "1"), node["reason"], float(node["score"]))
        for node in found.values()
    )


def decisions(store: Store) -> list[Judgement]:
    """What persons decided, sorted."""
    return judgements(store.graph(DECISIONS))


def decide(store: Store, new: Iterable[Judgement]) -> None:
    """Keep persons' decisions; one about the same two nodes takes the place of an earlier one. Raises StoreError."""
    kept = {(known.left, known.right): known for known in decisions(store)}
    for decision in new:
        left, right = sorted((decision.left, decision.right))
        kept[left, right] = Judgement(left, right, decision.same, decision.reason, decision.score)
    quads = [quad for decision in sorted(kept.values()) for quad in judgement_quads(decision, DECISIONS)]
    for _ in store.put([(DECISIONS, quads)]):
        pass


def apart_from_decisions(store: Store, graphs: Iterable[ArticleGraph]) -> Iterator[ArticleGraph]:
    """The articles among `graphs`, as they come; decisions among them join those of `store` on the way.

    An identity graph is let go: it is made from what the store itself holds.
    """
    for name, quads in graphs:
        if name == DECISIONS:
            decide(store, judgements(quad.triple for quad in quads))
        elif name != IDENTITY:
            yield name, quads


def resolved(store: Store) -> bool:
    """Whether things were ever joined in this store."""
    return bool(store.graph(IDENTITY))


def things(triples: Iterable[ox.Triple]) -> dict[str, str]:
    """The identity that each article's node stands for, by IRI."""
    wanted = NKG["standsFor"]
    return {
        str(getattr(t.subject, "value", "")): str(getattr(t.object, "value", "")) for t in triples if t.predicate == wanted
    }


def thing_iri(kind: str, anchor: str) -> str:
    """A name for the thing whose surest sign is `anchor`: an outside identifier, or its earliest node."""
    return f"{DATA_BASE}identity/{kind.lower()}/{hashlib.sha256(anchor.encode()).hexdigest()[:12]}"
