"""Prefixes that no query needs to declare, and names shortened by them."""

from __future__ import annotations

PREFIXES: dict[str, str] = {
    "nkg": "https://w3id.org/newskg/ontology#",
    "nkgd": "https://w3id.org/newskg/data/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "time": "http://www.w3.org/2006/time#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "wd": "http://www.wikidata.org/entity/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "gn": "https://sws.geonames.org/",
}


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
