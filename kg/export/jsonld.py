"""JSON-LD with the names of ontologies/context.jsonld: readable as plain JSON, the same triples when expanded, offline.

The context is inside the file. A value that a name's type doesn't fit is written out in full, so that nothing changes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, BinaryIO

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import OutputError
from kg.ontology import PREFIXES, folder

_XSD, _TYPE = PREFIXES["xsd"], PREFIXES["rdf"] + "type"
_STRING = _XSD + "string"
_WHOLE = re.compile(r"(0|-?[1-9][0-9]{0,14})\Z")  # what every JSON reader keeps exactly
_LOCAL = re.compile(r"(?!//)[^?#]+\Z")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!//)")


@cache
def context() -> dict[str, Any]:
    """The `@context` of ontologies/context.jsonld: the short names that the files are written in."""
    found: dict[str, Any] = json.loads((folder() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    return found


@cache
def _terms() -> Mapping[str, tuple[str, str, str]]:
    """By IRI, the name of each term of the context, with its coercion and container."""
    terms: dict[str, tuple[str, str, str]] = {}
    for name, meaning in context().items():
        if name in PREFIXES or name.startswith("@"):
            continue
        detail = meaning if isinstance(meaning, dict) else {"@id": meaning}
        if not detail["@id"].startswith("@"):
            coercion = detail.get("@type", "")
            full = coercion if coercion.startswith("@") else _expand(coercion)
            terms[_expand(detail["@id"])] = (name, full, detail.get("@container", ""))
    return terms


def _expand(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon else name


class JsonLd:
    """One object a named graph, one object in it for each thing."""

    def __init__(self, files: Sequence[BinaryIO]) -> None:
        (self._out,) = files
        head = ",\n".join(f"  {json.dumps(name)}: {json.dumps(meaning)}" for name, meaning in context().items())
        self._out.write(f'{{"@context": {{\n{head}\n }},\n "@graph": ['.encode())
        self._separator = "\n"

    def add(self, graph: Sequence[Quad]) -> None:
        """Writes the graph's object; what is in no named graph stands beside the graphs."""
        if not graph:
            return
        nodes = ",\n".join(" " + json.dumps(node, ensure_ascii=False) for node in _nodes(graph))
        name = graph[0].graph_name
        if not isinstance(name, DefaultGraph):
            nodes = f'{{"id": {json.dumps(_identifier(name))}, "@graph": [\n{nodes}\n]}}'
        self._out.write((self._separator + nodes).encode())
        self._separator = ",\n"

    def finish(self) -> None:
        """Closes what is open."""
        self._out.write(b"\n]}\n")


def _nodes(graph: Sequence[Quad]) -> list[dict[str, Any]]:
    nodes: dict[str, dict[str, Any]] = {}
    for quad in sorted(graph, key=str):
        identifier = _identifier(quad.subject)
        node = nodes.setdefault(identifier, {"id": identifier})
        if quad.predicate.value == _TYPE and isinstance(quad.object, NamedNode):
            _put(node, "type", _vocabulary(quad.object.value))
        else:
            _put_value(node, quad.predicate.value, quad.object)
    return list(nodes.values())


def _put_value(node: dict[str, Any], predicate: str, value: NamedNode | BlankNode | Literal | Triple) -> None:
    name, coercion, container = _terms().get(predicate, ("", "", ""))
    if container == "@language":
        if isinstance(value, Literal) and (value.language or value.datatype.value == _STRING):
            _put(node.setdefault(name, {}), value.language or "@none", value.value)
            return
        name = ""
    plain_name = name or _compact(predicate)
    if isinstance(value, Literal):
        _put(node, plain_name, _literal(value, coercion if name else ""))
    elif isinstance(value, NamedNode) and name and coercion == "@vocab":
        _put(node, plain_name, _vocabulary(value.value))
    elif isinstance(value, NamedNode | BlankNode):
        identifier = _identifier(value)
        _put(node, plain_name, identifier if name and coercion == "@id" else {"id": identifier})
    else:
        raise OutputError("JSON-LD has no way to write a triple term; choose .nq or .trig")


def _put(holder: dict[str, Any], key: str, value: Any) -> None:
    """One value stands alone, several stand in a list."""
    known = holder.get(key)
    if known is None:
        holder[key] = value
    elif isinstance(known, list):
        known.append(value)
    else:
        holder[key] = [known, value]


def _literal(literal: Literal, coercion: str) -> Any:
    datatype = literal.datatype.value
    if literal.language:
        return {"@value": literal.value, "@language": literal.language}
    if datatype == (coercion or _STRING):
        return literal.value
    if datatype == _STRING:
        return {"@value": literal.value}
    if not coercion and datatype == _XSD + "integer" and _WHOLE.match(literal.value):
        return int(literal.value)
    if not coercion and datatype == _XSD + "boolean" and literal.value in ("true", "false"):
        return literal.value == "true"
    return {"@value": literal.value, "@type": _compact(datatype)}


def _identifier(term: NamedNode | BlankNode | Triple) -> str:
    return _compact(term.value) if isinstance(term, NamedNode) else str(term)


def _vocabulary(iri: str) -> str:
    """A class or individual by its name in the context."""
    return _terms().get(iri, ("", "", ""))[0] or _compact(iri)


@lru_cache(maxsize=16384)
def _compact(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.match(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    scheme = _SCHEME.match(iri)
    if scheme and scheme[1] in PREFIXES:
        raise OutputError(f"JSON-LD would take <{iri}> for a short name; choose .nq or .trig")
    return iri
