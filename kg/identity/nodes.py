"""What each article says of each named thing, as far as it tells things apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg.identity.names import is_common, rough
from kg.identity.rows import select
from kg.lang import tables
from kg.lang.fold import fold
from kg.ontology import PREFIXES

#: Kinds that can be one thing though two articles class it otherwise.
FAMILIES = {
    "Person": "Person",
    "Organization": "Organization",
    "Force": "Organization",
    "GeopoliticalEntity": "Place",
    "Place": "Place",
    "Work": "Work",
    "Artifact": "Artifact",
}
_STATES = "http://www.wikidata.org/"
_COLUMNS, _WIKIDATA = 11, 7  # of the table of states, and which tells the identifier
_NAMED = """SELECT DISTINCT ?node ?kind ?label ?article ?date { GRAPH ?article {
  ?node a ?kind ; rdfs:label ?label ; nkg:evidence ?mention . ?mention nkg:form "name" .
  OPTIONAL { ?article schema:datePublished ?date } } }"""
_OTHER_NAMES = "SELECT DISTINCT ?node ?name { GRAPH ?g { ?node skos:altLabel ?name } }"
_LINKS = "SELECT DISTINCT ?node ?link { GRAPH ?g { ?node owl:sameAs ?link } }"
_STATE_OF = """SELECT DISTINCT ?node ?state { GRAPH ?g {
  { ?node nkg:nationality|nkg:affiliatedWith|nkg:basedIn ?state } UNION
  { ?node nkg:holdsPosition ?office . ?office nkg:positionIn ?state } } }"""
_OFFICES = """SELECT DISTINCT ?node ?name { GRAPH ?g { { ?node nkg:holdsPosition ?office . ?office rdfs:label ?name }
  UNION { ?node a nkg:Person ; nkg:evidence ?words . ?words nkg:form "nominal" ; nkg:quote ?name } } }"""
_STATES_TOLD = """SELECT ?article ?state (COUNT(?mention) AS ?often) { GRAPH ?article {
  ?state a nkg:GeopoliticalEntity ; owl:sameAs ?link ; nkg:evidence ?mention } } GROUP BY ?article ?state"""
_DEATHS = """SELECT DISTINCT ?node ?date { GRAPH ?g { ?event nkg:patient ?node ; a ?class ; nkg:factuality nkg:Actual ;
  sem:hasTimeStamp ?date } VALUES ?class { nkg:Killing nkg:Assassination nkg:Execution nkg:Death } }"""
_ACTS = """SELECT DISTINCT ?node ?date { GRAPH ?g { ?event nkg:agent ?node ; nkg:factuality nkg:Actual ;
  sem:hasTimeStamp ?date } }"""


@dataclass(frozen=True, slots=True)
class Node:
    """One named thing in one article."""

    iri: str
    article: str
    published: str  # ISO date, "" if unknown
    kind: str  # local name of its class
    label: str
    names: tuple[str, ...]  # the label first
    links: frozenset[str] = frozenset()  # outside identifiers
    states: frozenset[str] = frozenset()  # identifiers of the states that it belongs to or serves
    offices: frozenset[str] = frozenset()  # what it is called beside its name, folded
    company: frozenset[str] = frozenset()  # what else the article names
    died: str = ""  # ISO date
    acted: str = ""  # ISO date of the last thing that it did

    @property
    def family(self) -> str:
        """The widest kind within which it is compared."""
        return FAMILIES[self.kind]


def read_nodes(store: ox.Store) -> list[Node]:
    """All named things of all articles, the earliest article's first."""
    links = _sets(store, _LINKS)
    states: defaultdict[str, set[str]] = defaultdict(set)
    for node, state in select(store, _STATE_OF):
        states[node].update(link for link in links.get(state, ()) if link.startswith(_STATES))
    names, offices = _sets(store, _OTHER_NAMES), _sets(store, _OFFICES)
    deaths, acts = _sets(store, _DEATHS), _sets(store, _ACTS)
    rows = [row for row in select(store, _NAMED) if _local(row[1]) in FAMILIES]
    home = _homes(store, links)
    company: defaultdict[str, set[str]] = defaultdict(set)
    for node, _, label, article, _ in rows:
        company[article].add(_acquaintance(node, label, links))
    found: dict[str, Node] = {}
    for node, kind, label, article, date in sorted(rows, key=lambda row: (row[4][:10], row[3], row[0], row[1])):
        if FAMILIES[_local(kind)] == "Organization" and not states.get(node) and is_common(label):
            states[node] |= home.get(article, set())
        called = (label, *sorted(names.get(node, set()) - {label}))
        found.setdefault(
            node,
            Node(
                node, article, date[:10], _local(kind), label, called,
                frozenset(links.get(node, ())), frozenset(states.get(node, ())),
                frozenset(map(fold, offices.get(node, ()))),
                frozenset(company[article] - {_acquaintance(node, label, links)}),
                min(deaths.get(node, ("",)))[:10], max(acts.get(node, ("",)))[:10],
            ),
        )  # fmt: skip
    return list(found.values())


def _homes(store: ox.Store, links: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The one state of which an article tells, several times: its "Sénat" is that state's."""
    told: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for article, node, often in select(store, _STATES_TOLD):
        for link in links.get(node, set()) & _state_links():
            told[article][link] = int(often)
    return {article: set(states) for article, states in told.items() if len(states) == 1 and max(states.values()) > 1}


@cache
def _state_links() -> frozenset[str]:
    """The outside identifiers of all states."""
    idents = (cells[_WIKIDATA] for cells in tables.rows("world/states.tsv", _COLUMNS))
    return frozenset(f"{_STATES}entity/{ident}" for ident in idents if ident)


def _acquaintance(node: str, label: str, links: Mapping[str, set[str]]) -> str:
    """How a thing is known in the company of others: the same in all spellings."""
    return min(links.get(node, ()), default="") or rough(label)


def _local(iri: str) -> str:
    return iri.removeprefix(PREFIXES["nkg"])


def _sets(store: ox.Store, sparql: str) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for node, value in select(store, sparql):
        found[node].add(value)
    return found
