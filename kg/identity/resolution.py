"""Resolving a store: the identity graph is made from the articles and persons' decisions, at any time anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.identity.clusters import Thing, join
from kg.identity.events import read_reports, same_events
from kg.identity.graphs import Judgement, decisions, judgement_quads, thing_iri
from kg.identity.nodes import read_nodes
from kg.ontology import NKG, PREFIXES
from kg.store.base import Store
from kg.store.side import IDENTITY

_TYPE, _LABEL, _ALSO, _LINK = (
    ox.NamedNode(PREFIXES[prefix] + name)
    for prefix, name in (("rdf", "type"), ("rdfs", "label"), ("skos", "altLabel"), ("owl", "sameAs"))
)
_GRAPH = ox.NamedNode(IDENTITY)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What resolving a store found."""

    nodes: int  # named things of single articles
    things: int  # that more than one article speaks of
    joined: int  # nodes that stand for these
    doubtful: int  # pairs left apart for a person to decide
    events: int  # pairs of reports of one event


def resolve(store: Store) -> Outcome:
    """Make the store's identity graph anew: whole or not at all. Raises StoreError.

    Links that rested on an article no longer there, or on a decision since changed, are gone with that.
    """
    data = store.triples()
    nodes = read_nodes(data)
    joined = join(nodes, decisions(store))
    shared = [thing for thing in joined.things if len(thing.nodes) > 1]
    standing = {node.iri: _name(thing) for thing in shared for node in thing.nodes}
    events = same_events(read_reports(data, standing))
    quads = [*_things(shared), *_judgements(joined.judgements), *_judgements(events), *_links(events)]
    if quads:
        for _ in store.put([(IDENTITY, quads)]):
            pass
    else:
        for _ in store.remove([IDENTITY]):
            pass
    doubtful = sum(not judgement.same for judgement in joined.judgements)
    return Outcome(len(nodes), len(shared), len(standing), doubtful, len(events))


def _name(thing: Thing) -> str:
    return thing_iri(thing.nodes[0].family, min(thing.links, default=thing.nodes[0].iri))


def _things(shared: list[Thing]) -> Iterator[ox.Quad]:
    for thing in shared:
        node = ox.NamedNode(_name(thing))
        label = max(thing.names, key=lambda name: (sum(name in n.names for n in thing.nodes), len(name), name))
        yield ox.Quad(node, _TYPE, NKG["Identity"], _GRAPH)
        yield ox.Quad(node, _LABEL, ox.Literal(label), _GRAPH)
        for name in sorted(thing.names.keys() - {label}):
            yield ox.Quad(node, _ALSO, ox.Literal(name), _GRAPH)
        for link in sorted(thing.links):
            yield ox.Quad(node, _LINK, ox.NamedNode(link), _GRAPH)
        for member in thing.nodes:
            yield ox.Quad(ox.NamedNode(member.iri), NKG["standsFor"], node, _GRAPH)


def _judgements(judgements: Iterable[Judgement]) -> Iterator[ox.Quad]:
    for judgement in judgements:
        yield from judgement_quads(judgement, IDENTITY)


def _links(events: list[Judgement]) -> Iterator[ox.Quad]:
    for judgement in events:
        yield ox.Quad(ox.NamedNode(judgement.left), NKG["sameEventAs"], ox.NamedNode(judgement.right), _GRAPH)
