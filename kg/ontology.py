"""What exists: the classes, properties and labels of ontologies/, as a closed namespace.

Terms are plain local names everywhere else in the project ("Person", "holdsPosition"); `NKG` turns them into IRIs and
refuses a name that the ontology doesn't define. The files are parsed on first use.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import KgError

NKG_BASE = "https://w3id.org/newskg/ontology#"
DATA_BASE = "https://w3id.org/newskg/data/"

#: The contract's prefixes: what queries may use undeclared, and what Turtle and TriG are written with.
PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "nkg": NKG_BASE,
        "nkgd": DATA_BASE,
        "foaf": "http://xmlns.com/foaf/0.1/",
        "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "time": "http://www.w3.org/2006/time#",
        "wd": "http://www.wikidata.org/entity/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)

#: What is a place, and what is a body of people: classes that many rules ask for together.
PLACES = frozenset({"Place", "GeopoliticalEntity"})
BODIES = frozenset({"Organization", "Force"})
CONTEST = "Competition"  # the class of matches, races and championships
_RDF, _RDFS, _OWL = PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["owl"]


class UnknownTerm(KgError, LookupError):
    """A local name that the ontology doesn't define."""


def folder() -> Path:
    """The folder of the ontology's files: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent / "ontologies"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "ontologies"


@dataclass(frozen=True, slots=True)
class _Terms:
    """What the files say, by local name."""

    iris: dict[str, NamedNode]
    kinds: dict[str, str]  # "class", "property" or "individual"
    parents: dict[str, tuple[str, ...]]
    labels: dict[tuple[str, str], str]
    templates: dict[tuple[str, str], str]
    expects: dict[str, dict[str, tuple[str, ...]]]
    plover: dict[str, str]
    domains: dict[str, tuple[str, ...]]
    ranges: dict[str, tuple[str, ...]]


@cache
def _terms() -> _Terms:
    terms = _Terms({}, {}, {}, {}, {}, {}, {}, {}, {})
    stated: list[tuple[str, str, object]] = []  # what is said of terms by way of nameless nodes
    nameless: dict[tuple[object, str], list[object]] = {}
    for file in ("newskg.ttl", "events.ttl"):
        for quad in parse(path=str(folder() / file), format=RdfFormat.TURTLE):
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            if not isinstance(subject, NamedNode):
                nameless.setdefault((subject, predicate), []).append(value)
            elif predicate in (NKG_BASE + "expects", _RDFS + "domain", _RDFS + "range"):
                stated.append((_local(subject), predicate, value))
            elif subject.value.startswith(NKG_BASE):
                _read(terms, subject, predicate, value)
    for name, predicate, value in stated:
        if predicate == NKG_BASE + "expects":
            (role,) = nameless[value, NKG_BASE + "role"]
            terms.expects.setdefault(name, {})[_local(role)] = tuple(map(_local, nameless[value, NKG_BASE + "filler"]))
        else:
            ends = terms.domains if predicate == _RDFS + "domain" else terms.ranges
            ends[name] = tuple(_union(nameless, value))
    return terms


def _union(nameless: Mapping[tuple[object, str], list[object]], end: object) -> Iterator[str]:
    """The classes that a domain or range names: one, or those of an owl:unionOf."""
    if isinstance(end, NamedNode):
        if end.value.startswith(NKG_BASE):
            yield _local(end)
        return
    cells = nameless.get((end, _OWL + "unionOf"), [])
    while cells and (cells[0], _RDF + "first") in nameless:
        yield from _union(nameless, nameless[cells[0], _RDF + "first"][0])
        cells = nameless[cells[0], _RDF + "rest"]


def _local(node: object) -> str:
    return node.value.removeprefix(NKG_BASE) if isinstance(node, NamedNode) else ""


def _read(terms: _Terms, subject: NamedNode, predicate: str, value: object) -> None:
    name = _local(subject)
    if predicate == _RDF + "type" and isinstance(value, NamedNode):
        terms.iris[name] = subject
        kind = {"Class": "class", "NamedIndividual": "individual"}.get(value.value.removeprefix(_OWL))
        if kind or value.value.endswith("Property"):
            terms.kinds[name] = kind or "property"
    elif predicate in (_RDFS + "subClassOf", _RDFS + "subPropertyOf"):
        if isinstance(value, NamedNode) and value.value.startswith(NKG_BASE):
            terms.parents[name] = (*terms.parents.get(name, ()), _local(value))
    elif isinstance(value, Literal):
        if predicate == _RDFS + "label":
            terms.labels[name, value.language or ""] = value.value
        elif predicate == NKG_BASE + "labelTemplate":
            terms.templates[name, value.language or ""] = value.value
        elif predicate == NKG_BASE + "ploverType":
            terms.plover[name] = value.value


class _Namespace:
    """`NKG.Person` or `NKG["Person"]` is that term's IRI; a name that the ontology doesn't define raises."""

    def __getitem__(self, name: str) -> NamedNode:
        try:
            return _terms().iris[name]
        except KeyError:
            raise _unknown(name) from None

    def __getattr__(self, name: str) -> NamedNode:
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __contains__(self, name: object) -> bool:
        return name in _terms().iris

    def __dir__(self) -> list[str]:
        return sorted(_terms().iris)


NKG = _Namespace()


def _unknown(name: str) -> UnknownTerm:
    import difflib  # only a mistake costs its 10 ms

    near = difflib.get_close_matches(name, _terms().iris, n=1)
    hint = f"; did you mean nkg:{near[0]}?" if near else ""
    return UnknownTerm(f"the ontology has no term nkg:{name}{hint}")


def _check(name: str) -> str:
    if name not in _terms().iris:
        raise _unknown(name)
    return name


@cache
def ancestors(kind: str) -> tuple[str, ...]:
    """Every class (or property) above `kind`, nearest first, without `kind` itself. Raises UnknownTerm."""
    found: dict[str, None] = {}
    level = _terms().parents.get(_check(kind), ())
    while level:
        found.update(dict.fromkeys(level))
        level = tuple(up for name in level for up in _terms().parents.get(name, ()) if up not in found)
    return tuple(found)


@cache
def is_a(kind: str, ancestor: str) -> bool:
    """Whether class (or property) `kind` is `ancestor` or below it. Raises UnknownTerm for either name."""
    return kind == _check(ancestor) or ancestor in ancestors(kind)


def are_akin(one: str, other: str) -> bool:
    """Whether one of two classes is the other or below it. Raises UnknownTerm for either name."""
    return is_a(one, other) or is_a(other, one)


@cache
def is_among(kind: str, kinds: tuple[str, ...] | frozenset[str]) -> bool:
    """Whether a class is one of `kinds` or below it, and none that "-" bars: "Place", "-GeopoliticalEntity".

    What is narrower than the barred class stays: "Force", "-Organization" is a force, and no other body.
    """
    barred = [name[1:] for name in kinds if name.startswith("-") and is_a(kind, name[1:])]
    taken = (name for name in kinds if not name.startswith("-") and is_a(kind, name))
    return any(all(name != bar and is_a(name, bar) for bar in barred) for name in taken)


@cache
def event_classes() -> tuple[str, ...]:
    """The local names of nkg:Event and all classes below it, in the order of events.ttl."""
    return tuple(name for name in classes() if is_a(name, "Event"))


@cache
def entity_classes() -> tuple[str, ...]:
    """The local names of nkg:Entity and all classes below it."""
    return tuple(name for name in classes() if is_a(name, "Entity"))


@cache
def roles() -> tuple[str, ...]:
    """The local names of the roles that an event can have: "agent", "place", "cause" …"""
    return tuple(name for name in properties() if name not in ("involves", "participant") and is_a(name, "involves"))


@cache
def relations() -> tuple[str, ...]:
    """The local names of the lasting relations between entities: "memberOf", "holdsPosition" …"""
    return tuple(name for name in properties() if name != "relation" and is_a(name, "relation"))


@cache
def classes() -> tuple[str, ...]:
    """The local names of all classes, in the order of the files."""
    return tuple(name for name, kind in _terms().kinds.items() if kind == "class")


@cache
def properties() -> tuple[str, ...]:
    """The local names of all properties, in the order of the files."""
    return tuple(name for name, kind in _terms().kinds.items() if kind == "property")


@cache
def expected(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The roles that events of class `kind` usually have, each with the classes that can fill it; own and inherited.

    A class that names a role again replaces what it inherits for that role. Raises UnknownTerm.
    """
    merged: dict[str, tuple[str, ...]] = {}
    for name in (*reversed(ancestors(kind)), kind):
        merged.update(_terms().expects.get(name, {}))
    return MappingProxyType(merged)


@cache
def domain(name: str) -> tuple[str, ...]:
    """The classes that the property's subject is one of; empty where that is left open. Raises UnknownTerm."""
    return _terms().domains.get(_check(name), ())


@cache
def range_of(name: str) -> tuple[str, ...]:
    """The classes that the property's object is one of; empty where that is left open. Raises UnknownTerm."""
    return _terms().ranges.get(_check(name), ())


def label(kind: str, lang: str) -> str:
    """The term's label in `lang`, in English where that language has none. Raises UnknownTerm."""
    labels = _terms().labels
    return labels.get((_check(kind), lang)) or labels[kind, "en"]


def label_template(kind: str, lang: str) -> str:
    """How an event of class `kind` is named in `lang`, by its own template or its nearest ancestor's.

    "{role}" stands for the role's filler; a part in [brackets] is to be left out where its role is empty. Falls back
    on English, and on the bare label. Raises UnknownTerm.
    """
    templates = _terms().templates
    for name in (kind, *ancestors(kind)):
        for code in (lang, "en"):
            if (name, code) in templates:
                return templates[name, code]
    return label(kind, lang)


def plover_type(kind: str) -> str | None:
    """The type of PLOVER's sixteen under which an event of class `kind` would be coded, None where PLOVER has none."""
    return _terms().plover.get(_check(kind))
