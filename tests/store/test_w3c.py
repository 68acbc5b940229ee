"""The W3C's SPARQL 1.1 cases through the paths that queries and updates take here."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.serve.frames import Task
from kg.serve.worker import answer
from kg.store.embedded import EmbeddedStore
from kg.store.fingerprint import comparable
from kg.store.sparql import calls_out
from kg.store.stores import create_store

SUITE = Path(__file__).parent / "w3c" / "sparql11.zip"
MF, QT, UT = (
    "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#",
    "http://www.w3.org/2001/sw/DataAccess/tests/test-query#",
    "http://www.w3.org/2009/sparql/tests/test-update#",
)
DAWG = "http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#"
TYPE, LABEL = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://www.w3.org/2000/01/rdf-schema#label"
BASE = "http://w3c.example/"  # the folder of the suite, as an address
CHECKED_BY_OTHERS = ("ProtocolTest", "ServiceDescriptionTest", "Manifest")

#: Cases of 2013 that fail here as they do in Oxigraph itself, with the reason.
_COUNTED_PATHS = "the Recommendation has no {n,m} in paths"
_RDF_1_0 = "written for RDF 1.0, where a plain string is not an xsd:string; replaced in later suites"
KNOWN = {
    **{f"property-path/pp{number}": _COUNTED_PATHS for number in ("04", "05", 13, 15, 20, 22, 24, 26, 27, 29)},
    **{f"functions/{name}": _RDF_1_0 for name in ("strdt03", "strlang03", "strafter01", "strbefore01")},
    "aggregates/agg-empty-group": "no solutions make no group; corrected in later suites",
    "functions/bnode01": "BNODE of one string in one row gives two nodes in Oxigraph",
    "csv-tsv-res/tsv03": "Oxigraph keeps an xsd:negativeInteger as an xsd:integer",
    "syntax-query/test_52": "the Recommendation has no escaped colon in names",
}


@dataclass(frozen=True)
class Case:
    """One case of a manifest; files are addresses below BASE."""

    name: str
    kind: str
    text: str
    data: tuple[str, ...] = ()
    named: tuple[tuple[str, str], ...] = ()  # name, file
    result: str | None = None
    result_named: tuple[tuple[str, str], ...] = field(default=())


def read(address: str) -> bytes:
    with zipfile.ZipFile(SUITE) as suite:
        return suite.read(address.removeprefix(BASE))


def cases() -> Iterator[Case]:
    with zipfile.ZipFile(SUITE) as suite:
        files = set(suite.namelist())
    manifests = sorted(name for name in files if name.endswith("/manifest.ttl"))
    for name in manifests:
        store = ox.Store()
        store.load(read(BASE + name), format=ox.RdfFormat.TURTLE, base_iri=BASE + name)
        for quad in store.quads_for_pattern(None, ox.NamedNode(TYPE), None, None):
            kind = quad.object.value.removeprefix(MF)  # type: ignore[union-attr]
            if quad.object.value.startswith(MF) and kind not in CHECKED_BY_OTHERS and approved(store, quad.subject):  # type: ignore[union-attr]
                case = _case(store, quad.subject, kind, name.partition("/")[0])
                if case.text.removeprefix(BASE) in files:  # one case's files are missing from the suite
                    yield case


def approved(store: ox.Store, node: object) -> bool:
    return any(store.quads_for_pattern(node, ox.NamedNode(DAWG + "approval"), ox.NamedNode(DAWG + "Approved"), None))  # type: ignore[arg-type]


def _case(store: ox.Store, node: ox.NamedNode, kind: str, folder: str) -> Case:  # type: ignore[valid-type]
    def values(subject: object, predicate: str) -> list[object]:
        return [q.object for q in store.quads_for_pattern(subject, ox.NamedNode(predicate), None, None)]  # type: ignore[arg-type]

    def graphs(subject: object, vocabulary: str) -> tuple[tuple[str, str], ...]:
        found = []
        for graph in values(subject, vocabulary + "graphData"):
            file = (values(graph, vocabulary + "graph") + values(graph, vocabulary + "data") + [graph])[0]
            name = next(iter(values(graph, LABEL)), file)
            found.append((name.value, file.value))  # type: ignore[attr-defined]
        return tuple(sorted(found))

    (action,) = values(node, MF + "action")
    (result,) = values(node, MF + "result") or [None]
    name = f"{folder}/{node.value.rpartition('#')[2]}"  # type: ignore[attr-defined]
    if "Syntax" in kind:
        return Case(name, kind, action.value)  # type: ignore[attr-defined]
    vocabulary, word = (UT, "request") if kind == "UpdateEvaluationTest" else (QT, "query")
    (text,) = values(action, vocabulary + word)
    data = tuple(file.value for file in values(action, vocabulary + "data"))  # type: ignore[attr-defined]
    if kind == "UpdateEvaluationTest":
        after = [file.value for file in values(result, UT + "data")]  # type: ignore[attr-defined]
        return Case(name, kind, text.value, data, graphs(action, UT), (after or [None])[0], graphs(result, UT))  # type: ignore[attr-defined]
    return Case(name, kind, text.value, data, graphs(action, QT), result.value)  # type: ignore[attr-defined, union-attr]


CASES = sorted(cases(), key=lambda case: case.name)
EVALUATED = [case for case in CASES if case.kind in ("QueryEvaluationTest", "CSVResultFormatTest")]
TABLES = [case for case in EVALUATED if case.result and case.result.endswith((".csv", ".tsv"))]
QUERIES = [case for case in EVALUATED if case not in TABLES]
UPDATES = [case for case in CASES if case.kind == "UpdateEvaluationTest" and not calls_out(read(case.text).decode())]
SYNTAX = [case for case in CASES if "Syntax" in case.kind and not calls_out(read(case.text).decode())]
CALLS = [case for case in CASES if calls_out(read(case.text).decode())]  # not run: they would reach for other servers


def put(store: ox.Store, file: str, graph: ox.NamedNode | ox.DefaultGraph) -> None:
    form = ox.RdfFormat.from_extension(file.rpartition(".")[2])
    store.load(read(file), format=form, base_iri=file, to_graph=graph)


def asked(store: ox.Store, case: Case) -> bytes:
    """The answer that `kg serve` gives to a query over the case's own dataset, as JSON or N-Triples."""
    for file in case.data:
        put(store, file, ox.NamedNode(file))
    for name, file in case.named:
        put(store, file, ox.NamedNode(name))
    text = f"BASE <{case.text}>\n{read(case.text).decode()}"
    for name in re.findall(r"\bFROM\s+<(\S+)>", text):
        put(store, case.text.rpartition("/")[0] + "/" + name, ox.NamedNode(case.text.rpartition("/")[0] + "/" + name))
    rows, triples = "application/sparql-results+json", "application/n-triples"
    named = tuple(name for name, _ in case.named) or (BASE + "none",)
    default, named = ((), ()) if re.search(r"\bFROM\b", text) else (case.data or (BASE + "none",), named)
    task = Task("query", text, default, named, rows, triples, answer_bytes=2**24)
    reply = answer(store, task)
    assert reply.status == 200, reply.body
    return reply.body


def table(data: bytes, form: ox.QueryResultsFormat) -> object:
    """Rows as a graph, so that blank nodes may be called anything; or a truth value."""
    results = ox.parse_query_results(data, format=form)
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    variables = [variable.value for variable in results.variables]
    triples = []
    for number, row in enumerate(results):
        node = ox.BlankNode(f"row{number}")
        triples.append(ox.Triple(node, ox.NamedNode(TYPE), ox.NamedNode(BASE + "Row")))
        for name, value in zip(variables, row, strict=True):
            if value is not None:
                triples.append(ox.Triple(node, ox.NamedNode(BASE + name), value))
    return sorted(variables), len(triples), comparable(triples)


def graph(data: bytes, form: ox.RdfFormat, base: str = BASE) -> object:
    return comparable(quad.triple for quad in ox.parse(data, format=form, base_iri=base))


def expected(case: Case) -> object:
    assert case.result is not None
    ending = case.result.rpartition(".")[2]
    data = read(case.result)
    if ending in ("ttl", "rdf", "nt"):
        form = ox.RdfFormat.from_extension(ending)
        assert form is not None
        return graph(data, form, case.result)
    return table(data, {"srx": ox.QueryResultsFormat.XML, "srj": ox.QueryResultsFormat.JSON}[ending])


@pytest.mark.parametrize("case", QUERIES, ids=lambda case: case.name)
def test_queries(case: Case) -> None:
    if case.name in KNOWN:
        pytest.xfail(KNOWN[case.name])
    assert case.result is not None
    body = asked(ox.Store(), case)
    is_graph = case.result.endswith((".ttl", ".rdf", ".nt"))
    form = ox.RdfFormat.N_TRIPLES
    found_ = graph(body, form) if is_graph else table(body, ox.QueryResultsFormat.JSON)
    assert found_ == expected(case)


@pytest.mark.parametrize("case", TABLES, ids=lambda case: case.name)
def test_tables(case: Case) -> None:
    if case.name in KNOWN:
        pytest.xfail(KNOWN[case.name])
    assert case.result is not None
    is_csv = case.result.endswith(".csv")
    store = ox.Store()
    for file in case.data:
        put(store, file, ox.NamedNode(file))
    media = "text/csv" if is_csv else "text/tab-separated-values"
    reply = answer(store, Task("query", read(case.text).decode(), case.data, (), media, None, answer_bytes=2**20))
    assert cells(reply.body, is_csv) == cells(read(case.result), is_csv)


def cells(data: bytes, is_csv: bool) -> list[list[tuple[str, str]]]:
    """Rows as sorted pairs of column and cell, whatever blank nodes are called and numbers are spelt."""
    lines = data.decode().splitlines()
    rows = csv.reader(lines) if is_csv else iter(line.split("\t") for line in lines)
    columns = next(rows)
    table = [dict(zip(columns, row, strict=True)) for row in rows]
    return sorted(sorted((column, plain(cell)) for column, cell in row.items()) for row in table)


def plain(cell: str) -> str:
    cell = cell.removesuffix("^^<http://www.w3.org/2001/XMLSchema#string>")
    try:
        return str(float(cell))
    except ValueError:
        return "_:" if cell.startswith("_:") else cell


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    folder = tmp_path_factory.mktemp("w3c") / "store"
    create_store(str(folder))
    store = EmbeddedStore(folder, write=True)
    yield store
    store.close()


def dataset(store: ox.Store) -> object:
    names = [ox.DefaultGraph(), *sorted(store.named_graphs(), key=str)]
    filled = {str(g): comparable(q.triple for q in store.quads_for_pattern(None, None, None, g)) for g in names}
    return {name: triples for name, triples in filled.items() if triples}


@pytest.mark.parametrize("case", UPDATES, ids=lambda case: case.name)
def test_updates(case: Case, store: EmbeddedStore) -> None:
    store.update("DROP ALL")
    before, after = store.triples(), ox.Store()
    for target, files, graphs in ((before, case.data, case.named), (after, [case.result], case.result_named)):
        for file in files:
            if file is not None:
                put(target, file, ox.DefaultGraph())
        for name, file in graphs:
            put(target, file, ox.NamedNode(name))
    store.update(f"BASE <{case.text}>\n{read(case.text).decode()}")
    assert dataset(before) == dataset(after)


@pytest.mark.parametrize("case", SYNTAX, ids=lambda case: case.name)
def test_syntax(case: Case, store: EmbeddedStore) -> None:
    if case.name in KNOWN:
        pytest.xfail(KNOWN[case.name])
    text = f"BASE <{case.text}>\n{read(case.text).decode()}"
    run = store.update if "Update" in case.kind else store.query
    if "Negative" in case.kind:
        with pytest.raises(QueryError):
            run(text)
    else:
        try:
            run(text)
        except QueryError as error:  # a function that nobody defined
            assert "not valid SPARQL" not in str(error)  # noqa: PT017


def test_calls_to_other_servers_are_seen() -> None:
    assert len(CALLS) > 10
    assert all(re.search(r"\b(LOAD|SERVICE)\b", read(case.text).decode(), re.IGNORECASE) for case in CALLS)
    missed = {case.name for case in CASES if re.search(rb"^\s*LOAD\b", read(case.text), re.MULTILINE | re.IGNORECASE)}
    assert missed <= {case.name for case in CALLS}
