"""Writes docs/ontology.md from ontologies/: `python tools/document_ontology.py`, or `make ontology-docs`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from kg import ontology  # noqa: E402
from kg.ontology import NKG, PREFIXES  # noqa: E402

PAGE = ROOT / "docs" / "ontology.md"
OUTER = {**PREFIXES, "dcterms": "http://purl.org/dc/terms/", "oa": "http://www.w3.org/ns/oa#"}
INTRODUCTION = """# The ontology

What a graph of newskg is made of. This page is made by `make ontology-docs` from the files, which are the truth:

| file | holds |
| --- | --- |
| [newskg.ttl](../ontologies/newskg.ttl) | entities, roles, relations, figures, mentions, claims, judgements |
| [events.ttl](../ontologies/events.ttl) | the classes of events: expected roles, PLOVER type, labels |
| [shapes.ttl](../ontologies/shapes.ttl) | what every graph must look like (SHACL); `kg validate` asks it |
| [alignments.ttl](../ontologies/alignments.ttl) | SEM, FOAF, schema.org, W3C org, PROV-O, OWL-Time, Wikidata |
| [context.jsonld](../ontologies/context.jsonld) | the short names of the JSON-LD output |

Every term has a label and a comment in English and French. `nkg:` is `https://w3id.org/newskg/ontology#`.
"""


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The whole page as Markdown."""
    store = Store()
    for name in ("newskg.ttl", "events.ttl", "alignments.ttl"):
        store.load(path=str(ontology.folder() / name), format=RdfFormat.TURTLE)
    others = [name for name in ontology.classes() if name not in {*ontology.event_classes(), *ontology.entity_classes()}]
    said = {*ontology.roles(), *ontology.relations(), "involves", "participant", "relation"}
    rest = [name for name in ontology.properties() if name not in said]
    sections = [
        INTRODUCTION,
        "## Entities\n\n" + terms(store, ontology.entity_classes(), "class"),
        "## Events\n\n" + events(store),
        "## Roles\n\n" + terms(store, ("involves", "participant", *ontology.roles()), "property"),
        "## Relations\n\nEach is a direct triple where the text presents it as a fact, and always an `rdf:Statement` "
        "with its evidence, factuality and time.\n\n" + terms(store, ("relation", *ontology.relations()), "property"),
        "## Factuality\n\n" + table(("value", "French", "meaning"), [naming(store, name) for name in FACTUALITIES]),
        "## Words, figures, claims and judgements\n\n" + terms(store, others, "class"),
        "## Other properties\n\n" + terms(store, rest, "property"),
    ]
    return "\n".join(sections)


FACTUALITIES = ("Actual", "Planned", "Possible", "Negated")


def naming(store: Store, name: str) -> tuple[str, str, str]:
    """A term, its French label, and its comment."""
    return f"`nkg:{name}`", ontology.label(name, "fr"), text(store, name, "comment")


def text(store: Store, name: str, what: str) -> str:
    """The term's comment or label in English."""
    found = store.quads_for_pattern(NKG[name], NamedNode(PREFIXES["rdfs"] + what), None)
    return next(quad.object.value for quad in found if quad.object.language == "en")


def linked(store: Store, name: str, *predicates: str) -> list[str]:
    """What the term is linked to by these properties, shortened and sorted."""
    found = []
    for predicate in predicates:
        prefix, _, local = predicate.partition(":")
        for quad in store.quads_for_pattern(NKG[name], NamedNode(PREFIXES[prefix] + local), None):
            if isinstance(quad.object, NamedNode):
                found.append(short(quad.object.value))
    return sorted(found)


def short(iri: str) -> str:
    """`iri` by its prefix."""
    for prefix, namespace in OUTER.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def terms(store: Store, names: Iterable[str], what: str) -> str:
    """A table of classes or properties: what each means, what it is below, and its like in other vocabularies."""
    rows = []
    for name in names:
        up = linked(store, name, "rdfs:subClassOf", "rdfs:subPropertyOf")
        below = [short for short in up if short.startswith("nkg:")]
        alike = [f"≈ {other}" for other in linked(store, name, "skos:exactMatch", "skos:closeMatch")]
        rows.append((*naming(store, name), code(below), code([name for name in up if name not in below] + alike)))
    return table((what, "French", "meaning", "below", "elsewhere"), rows)


def events(store: Store) -> str:
    """A table for each family, with the roles that all its classes expect above it."""
    parts = [text(store, "Event", "comment") + " Any event may have: " + expects("Event") + ".\n"]
    families = [name for name in ontology.event_classes() if ontology.ancestors(name) == ("Event",)]
    for family in families:
        below = [name for name in ontology.event_classes() if family in ontology.ancestors(name)]
        rows = [
            (*naming(store, name), own_roles(name), ontology.plover_type(name) or "", wikidata(store, name))
            for name in below
        ]
        head = f"### {ontology.label(family, 'en').capitalize()} (`nkg:{family}`)\n\n{text(store, family, 'comment')} "
        parts.append(head + "Expected roles: " + expects(family, beyond="Event") + ".\n")
        parts.append(table(("class", "French", "meaning", "further roles", "PLOVER", "Wikidata"), rows))
    return "\n".join(parts)


def wikidata(store: Store, name: str) -> str:
    """Links to the class's like in Wikidata."""
    return " ".join(
        f"[{match[3:]}](https://www.wikidata.org/wiki/{match[3:]})"
        for match in linked(store, name, "skos:exactMatch", "skos:closeMatch")
        if match.startswith("wd:")
    )


def expects(kind: str, beyond: str | None = None) -> str:
    """The roles that `kind` expects, without those that `beyond` expects already."""
    known = ontology.expected(beyond) if beyond else {}
    roles = {role: kinds for role, kinds in ontology.expected(kind).items() if known.get(role) != kinds}
    return ", ".join(f"{role} ({' or '.join(kinds)})" for role, kinds in roles.items())


def own_roles(kind: str) -> str:
    """The roles that a class adds to its parent's."""
    return expects(kind, beyond=ontology.ancestors(kind)[0])


def code(names: Iterable[str]) -> str:
    """Names set as code."""
    return " ".join(f"`{name}`" for name in names)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


if __name__ == "__main__":
    main()
