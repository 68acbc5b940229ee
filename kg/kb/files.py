"""Knowledge bases as files: a table (TSV: name, aliases, kind, identifiers), or RDF in Turtle."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import InputError
from kg.kb.base import KnowledgeBase, Known
from kg.ontology import NKG_BASE, PREFIXES, UnknownTerm, is_a

COLUMNS = ("name", "aliases", "kind", "identifiers")
BETWEEN_ALIASES = "|"
_TYPE, _SAME_AS = PREFIXES["rdf"] + "type", PREFIXES["owl"] + "sameAs"
_NAMES = (PREFIXES["skos"] + "prefLabel", PREFIXES["rdfs"] + "label")
_ALIAS = PREFIXES["skos"] + "altLabel"


@lru_cache(maxsize=1)
def load(path: Path) -> KnowledgeBase:
    """The knowledge base in a file. Raises InputError for what is missing or malformed."""
    things = list((_turtle if path.suffix.lower() == ".ttl" else _tsv)(path))
    if not things:
        raise InputError(f"{path}: no thing with a name, a kind and an identifier is in this knowledge base")
    return KnowledgeBase(things)


@lru_cache(maxsize=1)
def digest(path: Path) -> str:
    """A short name for what the file holds. Raises InputError where it can't be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:16]
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror or error}") from error


def write_tsv(things: Iterable[Known], out: BinaryIO) -> int:
    """Write things as the table that `load` reads, one by one; says how many there were."""
    out.write(("\t".join(COLUMNS) + "\n").encode())
    count = 0
    for thing in things:
        count += 1
        cells = (thing.name, BETWEEN_ALIASES.join(thing.aliases), thing.kind, " ".join(thing.identifiers))
        out.write(("\t".join(" ".join(cell.split()) for cell in cells) + "\n").encode())
    return count


def _tsv(path: Path) -> Iterator[Known]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
            if missing:
                raise InputError(f"{path}: the first line must name the columns {', '.join(COLUMNS)}, tabs between them")
            for number, row in enumerate(rows, 2):
                yield _known(row, f"{path}, line {number}")
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: not a table in UTF-8: {error}") from error
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror or error}") from error


def _known(row: dict[str, str | None], where: str) -> Known:
    name, aliases, kind, identifiers = ((row.get(column) or "").strip() for column in COLUMNS)
    if not name or not identifiers:
        raise InputError(f"{where}: a name and an identifier are needed")
    others = tuple(alias for part in aliases.split(BETWEEN_ALIASES) if (alias := part.strip()))
    return Known(name, others, _kind(kind, where), tuple(_iri(each, where) for each in identifiers.split()))


def _kind(kind: str, where: str) -> str:
    local = kind.removeprefix("nkg:").removeprefix(NKG_BASE)
    try:
        if is_a(local, "Entity"):
            return local
    except UnknownTerm:
        pass
    raise InputError(f"{where}: {kind or 'nothing'} is no kind of entity; give Person, Organization, Place …")


def _iri(identifier: str, where: str) -> str:
    """The whole IRI: of one with a prefix, or of Wikidata's bare Q42."""
    prefix, colon, local = identifier.partition(":")
    if not colon and identifier[:1] == "Q" and identifier[1:].isdigit():
        return PREFIXES["wd"] + identifier
    iri = PREFIXES[prefix] + local if colon and prefix in PREFIXES else identifier
    try:
        ox.NamedNode(iri)
    except ValueError as error:
        raise InputError(f"{where}: {identifier} is no IRI; give one such as wd:Q42 or https://…") from error
    return iri


def _turtle(path: Path) -> Iterator[Known]:
    """Subjects with a class of the ontology and a name; their own IRI is an identifier."""
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise InputError(f"{path}: malformed RDF: {' '.join(str(error).split())}") from error
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: can't be read: {' '.join(str(error).split())}") from error
    facts: dict[str, dict[str, list[str]]] = {}
    for quad in store:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            facts.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object.value)
    for iri, known in sorted(facts.items()):
        kinds = [kind for kind in known.get(_TYPE, ()) if kind.startswith(NKG_BASE)]
        names = [name for predicate in _NAMES for name in sorted(known.get(predicate, ()))]
        if kinds and names:
            others = dict.fromkeys((*names[1:], *sorted(known.get(_ALIAS, ()))))
            same = dict.fromkeys((iri, *sorted(known.get(_SAME_AS, ()))))
            yield Known(names[0], tuple(others), _kind(min(kinds), f"{path}: {iri}"), tuple(same))
