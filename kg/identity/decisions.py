"""What a person says of two things, and what a store says of one or two: merge, split, why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import InputError
from kg.identity.clusters import DECIDED
from kg.identity.graphs import Judgement, decide, decisions, judgements, things
from kg.ontology import PREFIXES
from kg.store.answers import Rows
from kg.store.base import Store
from kg.store.prefixes import expand
from kg.store.side import IDENTITY

_CALLED = """SELECT DISTINCT ?node ?name { GRAPH ?g { ?node rdfs:label|skos:altLabel ?name ; nkg:evidence ?mention .
  ?mention nkg:form "name" } FILTER(LCASE(STR(?name)) = LCASE(STR(?wanted))) VALUES ?wanted { $NAME } }
ORDER BY ?node"""
_SEEN = """SELECT DISTINCT ?name ?title ?date ?sentence { VALUES ?node { $NODE } GRAPH ?article {
  ?node rdfs:label ?name ; nkg:evidence ?mention . ?mention nkg:sentence ?where . ?where nkg:quote ?sentence .
  OPTIONAL { ?article schema:headline ?title } OPTIONAL { ?article schema:datePublished ?date } } }
ORDER BY ?sentence LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a judgement as a person sees it."""

    node: str
    name: str
    title: str
    date: str
    sentence: str


def find_nodes(store: Store, wanted: str) -> list[str]:
    """The articles' nodes that `wanted` names: a node's IRI, an identity's IRI, or a name.

    Raises InputError where there is none.
    """
    iri = expand(wanted) or wanted.strip("<>")
    standing = things(store.graph(IDENTITY))
    members = sorted(node for node, thing in standing.items() if thing == iri)
    if members:
        return members
    if side(store, iri) is not None:
        return [iri]
    literal = '"' + wanted.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
    found = [node for node, _ in _rows(store, _CALLED.replace("$NAME", literal))]
    if not found:
        raise InputError(f"{wanted}: no node and no name of this store")
    return sorted(dict.fromkeys(found))


def merge(store: Store, left: str, right: str) -> list[Judgement]:
    """Keep a person's word that two things are one; `resolve` then acts on it. Raises InputError."""
    one, other = find_nodes(store, left), find_nodes(store, right)
    made = [Judgement(one[0], node, True, DECIDED, 1.0) for node in other if node != one[0]]
    made += [Judgement(one[0], node, True, DECIDED, 1.0) for node in one[1:] if node not in other]
    if not made:
        raise InputError(f"{left} and {right} are one node already")
    decide(store, made)
    return made


def split(store: Store, left: str, right: str | None = None) -> list[Judgement]:
    """Keep a person's word that two things are two: `left` and `right`, or `left` and all that it was joined with.

    Raises InputError where there is nothing to part.
    """
    one = find_nodes(store, left)
    if right is None:
        standing = things(store.graph(IDENTITY))
        thing = standing.get(one[0])
        other = sorted(node for node, its in standing.items() if its == thing and node not in one)
    else:
        other = [node for node in find_nodes(store, right) if node not in one]
    made = [Judgement(a, b, False, DECIDED, 1.0) for a in one for b in other]
    if not made or (right is None and len(one) > 1):
        raise InputError(f"{left}: give the IRI of the one node that is to be parted, or the two sides")
    decide(store, made)
    return made


def why(store: Store, left: str, right: str | None = None) -> list[Judgement]:
    """The judgements about a thing's nodes, or between two things' nodes, persons' decisions first.

    Raises InputError for what is no node and no name of the store.
    """
    known: dict[tuple[str, str, bool], Judgement] = {}
    for told in (*decisions(store), *judgements(store.graph(IDENTITY))):  # what a person decided is judged again
        known.setdefault((min(told.left, told.right), max(told.left, told.right), told.same), told)
    one = set(find_nodes(store, left))
    if right is None:
        return [judgement for judgement in known.values() if one & {judgement.left, judgement.right}]
    other = set(find_nodes(store, right))
    both = one | other
    return [j for j in known.values() if {j.left, j.right} <= both and (j.left in one or j.right in one)]


def doubts(store: Store) -> list[Judgement]:
    """Pairs left apart in doubt, the likeliest first."""
    found = [judgement for judgement in judgements(store.graph(IDENTITY)) if not judgement.same]
    return sorted(found, key=lambda judgement: (-judgement.score, judgement.left, judgement.right))


def side(store: Store, node: str) -> Side | None:
    """A node with its article and a sentence that names it; None for what is no article's node."""
    if any(character in node for character in ' <>"{}|\\^`') or ":" not in node:
        return None
    for name, title, date, sentence in _rows(store, _SEEN.replace("$NODE", f"<{node}>")):
        return Side(node, name, title, date[:10], " ".join(sentence.split()))
    return None


def _rows(store: Store, sparql: str) -> Iterator[tuple[str, ...]]:
    answer = store.query(sparql)
    assert isinstance(answer, Rows)
    for row in answer:
        yield tuple(str(getattr(term, "value", "")) for term in row)


def short(iri: str) -> str:
    """A node's IRI without the base of the instance data."""
    return iri.removeprefix(PREFIXES["nkgd"])
