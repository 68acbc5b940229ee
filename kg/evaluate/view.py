"""A graph as the scorers look at it: all named graphs as one, with the classes, names and values of each node.

IRIs are plain strings, literals are `Text`, so that graphs of any origin can be scored: files, stores, fresh builds,
and what a baseline found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from kg import ontology
from kg.errors import InputError
from kg.evaluate.names import matches

if TYPE_CHECKING:
    from pyoxigraph import Quad

PREFIXES = {name: ontology.PREFIXES[name] for name in ("nkg", "sem")}  # those that gold may use
_SKOS = ontology.PREFIXES["skos"]
NAMES = (ontology.PREFIXES["rdfs"] + "label", _SKOS + "altLabel", _SKOS + "prefLabel")
TYPE = ontology.PREFIXES["rdf"] + "type"


@dataclass(frozen=True, slots=True)
class Text:
    """A literal's lexical form."""

    value: str


Node = str | Text
Fact = tuple[str, str, Node, str]  # subject, predicate, object, named graph ("" for none)


def expand(curie: str) -> str:
    """The IRI of "nkg:Person" or "sem:hasPlace". Raises InputError for any other prefix."""
    prefix, _, local = curie.partition(":")
    if prefix not in PREFIXES:
        raise InputError(f"gold uses {curie!r}: only nkg: and sem: are known")
    return PREFIXES[prefix] + local


def facts_of(quads: Iterable[Quad]) -> Iterator[Fact]:
    """RDF quads in the form that is looked at here."""
    for quad in quads:
        name = _name(quad.object)
        value: Node = Text(name) if hasattr(quad.object, "datatype") else name
        yield _name(quad.subject), quad.predicate.value, value, _name(quad.graph_name)


def _name(term: object) -> str:
    return str(getattr(term, "value", ""))


class View:
    """One graph to be scored."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.evidence: list[tuple[str, str, str]] = []  # what is evidenced, its mention, the named graph
        self.files: dict[str, str] = {}  # an article's IRI: the name of its file
        table: defaultdict[str, defaultdict[str, dict[Node, None]]] = defaultdict(lambda: defaultdict(dict))
        evidence, file = expand("nkg:evidence"), expand("nkg:file")
        for subject, predicate, value, graph in facts:
            table[predicate][subject][value] = None
            if predicate == evidence and isinstance(value, str):
                self.evidence.append((subject, value, graph))
            elif predicate == file and isinstance(value, Text):
                self.files[subject] = value.value
        self._table = {predicate: {s: tuple(values) for s, values in rows.items()} for predicate, rows in table.items()}

    @cached_property
    def classes(self) -> Mapping[str, frozenset[str]]:
        """The IRIs of each typed node's classes, with all classes above them."""
        up = _closure("subClassOf")
        return {
            node: frozenset(c for o in kinds if isinstance(o, str) for c in (o, *up.get(o, ())))
            for node, kinds in self._table.get(TYPE, {}).items()
        }

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The labels of each named node, the best one first."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for predicate in NAMES:
            for node, labels in self._table.get(predicate, {}).items():
                found[node].update((x.value if isinstance(x, Text) else x, None) for x in labels)
        return {node: tuple(labels) for node, labels in found.items()}

    def objects(self, node: Node, predicate: str) -> tuple[Node, ...]:
        """The values of a node's property, given by its IRI."""
        return self._table.get(predicate, {}).get(node, ()) if isinstance(node, str) else ()

    def value(self, node: Node, predicate: str) -> str | None:
        """The first value as text; None if there is none."""
        values = self.objects(node, predicate)
        if not values:
            return None
        return values[0].value if isinstance(values[0], Text) else values[0]

    def pairs(self, predicate: str) -> Iterator[tuple[str, Node]]:
        """All subjects and objects of a property."""
        for node, values in self._table.get(predicate, {}).items():
            for value in values:
                yield node, value

    def triples(self) -> Iterator[tuple[str, str, Node]]:
        """Everything, each triple once."""
        for predicate, rows in self._table.items():
            for node, values in rows.items():
                for value in values:
                    yield node, predicate, value

    def is_a(self, node: Node, curies: Iterable[str]) -> bool:
        """Whether the node is of one of the classes, or of one below them."""
        kinds = self.classes.get(node, frozenset()) if isinstance(node, str) else frozenset()
        return any(expand(curie) in kinds for curie in curies)

    def of_class(self, curies: Iterable[str]) -> list[str]:
        """All nodes of one of the classes, or of one below them."""
        wanted = {expand(curie) for curie in curies}
        return [node for node, kinds in self.classes.items() if not wanted.isdisjoint(kinds)]

    def called(self, node: Node, names: Iterable[str]) -> bool:
        """Whether the node has one of the names; "nkg:Class" in the place of a name asks for the class."""
        if isinstance(node, Text):
            labels: tuple[str, ...] = (node.value,)
        else:
            labels = self.names.get(node) or (node,)
        return any(
            self.is_a(node, [name]) if name.startswith("nkg:") else any(matches(name, label) for label in labels)
            for name in names
        )

    def fillers(self, node: str, roles: str) -> list[Node]:
        """What fills one of the roles ("nkg:agent|nkg:patient"), or one below them."""
        return [o for predicate in properties(roles) for o in self.objects(node, predicate)]


@cache
def properties(curies: str) -> tuple[str, ...]:
    """The IRIs of the properties ("nkg:agent|nkg:theme") and of all below them."""
    wanted = [expand(curie) for curie in curies.split("|")]
    below = (name for name, ups in _closure("subPropertyOf").items() if not ups.isdisjoint(wanted))
    return tuple(sorted({*wanted, *below}))


@cache
def _closure(relation: str) -> Mapping[str, frozenset[str]]:
    """Everything above each class or property of the ontology's files, alignments included."""
    from kg.store.graphs import load_file

    parents: defaultdict[str, set[str]] = defaultdict(set)
    for path in sorted(ontology.folder().glob("*.ttl")):
        for subject, predicate, value, _ in facts_of(load_file(path)):
            if predicate == ontology.PREFIXES["rdfs"] + relation and isinstance(value, str):
                parents[subject].add(value)
    return {name: frozenset(_above(name, parents)) for name in list(parents)}


def _above(name: str, parents: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    todo = [name]
    while todo:
        todo += (new := parents.get(todo.pop(), set()) - found)
        found |= new
    return found
