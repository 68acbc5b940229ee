"""What happens to a query's text before an engine sees it, and to the engine's complaint before a person does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError, UsageError
from kg.ontology import PREFIXES
from kg.store.prefixes import expand

# SPARQL 1.1 grammar, rules 139 IRIREF, 156-159 string literals, and comments: what may hold words that are not syntax.
_OPAQUE = (
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\x00-\x20]*>|\#[^\n\r]*"
)
_PREFIX = re.compile(rf"(?:{_OPAQUE})|\bPREFIX\s+(?P<name>[^\s:<>]*)\s*:", re.IGNORECASE | re.DOTALL)
_FORM = re.compile(
    rf"(?:{_OPAQUE})|\bPREFIX\s+[^\s:]*\s*:|\b(?P<form>SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE | re.DOTALL
)
_CALL = re.compile(rf"(?:{_OPAQUE})|(?<![\w:?$.-])(?P<call>SERVICE|LOAD)\b(?!\s*:)", re.IGNORECASE | re.DOTALL)
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def declared_prefixes(query: str) -> set[str]:
    """Prefixes that `query` declares itself."""
    return {m["name"] for m in _PREFIX.finditer(query) if m["name"] is not None}


def with_prefixes(query: str) -> str:
    """`query` after a declaration of each known prefix that it lacks, on its first line so that line numbers hold."""
    declared = declared_prefixes(query)
    return "".join(f"PREFIX {p}: <{iri}> " for p, iri in PREFIXES.items() if p not in declared) + query


def with_used_prefixes(query: str) -> str:
    """`query` after a line for each known prefix that it uses and doesn't declare, for editors that miss them."""
    declared = declared_prefixes(query)
    used = [p for p in PREFIXES if p not in declared and re.search(rf"(?<![\w?$-]){p}:", query)]
    return "".join(f"PREFIX {p}: <{PREFIXES[p]}>\n" for p in used) + query


def asks_for_triples(query: str) -> bool:
    """Whether `query` is a CONSTRUCT or a DESCRIBE, as far as its words tell."""
    form = next((m["form"] for m in _FORM.finditer(query) if m["form"]), "")
    return form.upper() in ("CONSTRUCT", "DESCRIBE")


def calls_out(query: str) -> bool:
    """Whether `query` has a SERVICE or a LOAD, as far as its words tell."""
    return any(m["call"] for m in _CALL.finditer(query))


def term(value: str) -> str:
    """A parameter's value as SPARQL: `<iri>` and `nkg:Name` are IRIs, anything else is a plain string, escaped.

    Raises UsageError for an IRI that isn't one.
    """
    iri = value[1:-1] if value.startswith("<") and value.endswith(">") else expand(value)
    if iri is None:
        return str(Literal(value))
    try:
        return str(NamedNode(iri))
    except ValueError as error:
        raise UsageError(f"parameter value {value!r} is not an IRI: {error}") from error


def parameters(query: str) -> Iterator[str]:
    """Names of the variables that a `VALUES ?name { … }` block of `query` sets: what `bind` can replace."""
    for found in _values("[A-Za-z_][A-Za-z0-9_]*").finditer(query):
        if found["name"] is not None:
            yield found["name"]


def bind(query: str, values: Mapping[str, str]) -> str:
    """`query` with each `VALUES ?name { … }` block of a name in `values` holding that value alone.

    Values become terms (see `term`), never syntax. Raises UsageError for a name that has no such block.
    """
    for name, value in values.items():
        if name not in set(parameters(query)):
            known = ", ".join(dict.fromkeys(parameters(query))) or "none"
            raise UsageError(f"the query has no parameter {name!r} (it has: {known})")
        query = _values(re.escape(name)).sub(lambda m, v=value: _filled(m, v), query)  # type: ignore[misc]
    return query


def _values(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_OPAQUE})|(?P<head>\bVALUES\s+[?$](?P<name>{name})\s*)\{{(?>{_OPAQUE}|[^}}])*+\}}",
        re.IGNORECASE | re.DOTALL,
    )


def _filled(found: re.Match[str], value: str) -> str:
    return found[0] if found["name"] is None else f"{found['head']}{{ {term(value)} }}"


def syntax_error(query: str, error: Exception) -> QueryError:
    """The engine's complaint about `query` as one line with line and column."""
    found = _POSITION.search(str(error))
    if not found:
        return QueryError(f"the query is not valid SPARQL: {' '.join(str(error).split())}")
    line, column, expected = int(found[1]), int(found[2]), found[3]
    lines = query.splitlines() or [""]
    rest = lines[line - 1][column - 1 :].strip() if line <= len(lines) else ""
    if "Prefix not found" in expected:
        name = re.search(r"([^\s:{}()<>]*):\S*\s*$", lines[line - 1][: column - 1])
        problem = f"the prefix {name[1] if name else ''}: is not declared"
    elif not rest and line >= len(lines):
        problem = "the query ends too early, or something before this place is missing" + _wanted(expected)
    else:
        problem = f"unexpected {rest[:40]!r}" + _wanted(expected)
    return QueryError(f"the query is not valid SPARQL, line {line}, column {column}: {problem}")


def _wanted(expected: str) -> str:
    words = re.findall(r'"[^"]+"|\b[A-Z]{2,}\b', expected.removeprefix("expected "))
    return f" (expected {', '.join(words[:6])})" if words else ""
