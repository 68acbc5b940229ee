"""Every format holds the same facts, reads back in other people's tools, and appears whole or not at all."""

from __future__ import annotations

import csv
import fcntl
import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.errors import OutputError
from kg.export import EXPORTERS, Format, opened, write
from kg.graph import quads
from kg.ontology import PREFIXES
from tests.documents import DOCUMENT, renamed

QUADS = [*quads(DOCUMENT), *quads(renamed('Zoë "Z" O\'Hara'))]
DATASETS = {".trig": "trig", ".nq": "nquads", ".jsonld": "json-ld"}
TRIPLES = {".ttl": "turtle", ".nt": "nt", ".rdf": "xml"}
OX = {
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
}


@pytest.fixture(scope="module")
def store() -> ox.Store:
    found = ox.Store()
    found.extend(QUADS)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph in every format."""
    place = tmp_path_factory.mktemp("formats")
    written = write(iter(QUADS), [place / f"graph{ending}" for ending in EXPORTERS])
    assert sorted(written) == sorted(place.iterdir())
    return place


@pytest.mark.parametrize("ending", DATASETS)
def test_quads_read_back_unchanged(folder: Path, ending: str) -> None:
    path = folder / f"graph{ending}"
    assert set(ox.parse(path=str(path), format=OX[ending])) == set(QUADS)
    dataset = rdflib.Dataset()
    dataset.parse(str(path), format=DATASETS[ending])
    named = [graph for graph in dataset.graphs() if len(graph)]
    assert sorted(str(graph.identifier) for graph in named) == sorted({quad.graph_name.value for quad in QUADS})
    assert sum(len(graph) for graph in named) == len(QUADS)


@pytest.mark.parametrize("ending", TRIPLES)
def test_triples_read_back_unchanged(folder: Path, ending: str) -> None:
    path = folder / f"graph{ending}"
    triples = {quad.triple for quad in QUADS}
    assert {quad.triple for quad in ox.parse(path=str(path), format=OX[ending])} == triples
    assert len(rdflib.Graph().parse(str(path), format=TRIPLES[ending])) == len(triples)


def test_rdflib_sees_the_same_graph_in_all(folder: Path) -> None:
    """N-Triples hold full terms, so a wrong base or prefix in another format would show."""
    plain = rdflib.Graph().parse(str(folder / "graph.nt"))
    for ending, name in (TRIPLES | DATASETS).items():
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(str(folder / f"graph{ending}"), format=name)
        found = rdflib.Graph()
        for subject, predicate, value, _ in dataset.quads():
            found.add((subject, predicate, value))
        assert isomorphic(found, plain), ending


@pytest.mark.parametrize(("ending", "reader"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)])
def test_network_counts_as_the_graph_does(folder: Path, store: ox.Store, ending: str, reader: object) -> None:
    network = reader(folder / f"graph{ending}")  # type: ignore[operator]
    nodes = count(store, "?n a/rdfs:subClassOf* ?top VALUES ?top { nkg:Entity nkg:Event }", "?n")
    assert network.number_of_nodes() == nodes == 34
    assert network.number_of_edges() == expected_edges(store)
    label = {data["label"] for _, data in network.nodes(data=True)}
    assert {"Marek Dolan", 'Zoë "Z" O\'Hara', "assassinat de Marek Dolan"} <= label
    assert ("memberOf", "Negated") in {(d.get("relation"), d["factuality"]) for _, _, d in network.edges(data=True)}


def count(store: ox.Store, pattern: str, what: str) -> int:
    """How many there are by SPARQL, with the ontology's classes at hand."""
    whole = ox.Store()
    whole.extend(store)
    for name in ("newskg", "events"):
        whole.load(path=f"ontologies/{name}.ttl", format=ox.RdfFormat.TURTLE)
    query = f"SELECT (COUNT(DISTINCT {what}) AS ?c) {{ {pattern} }}"
    ((number,),) = whole.query(query, prefixes=dict(PREFIXES), use_default_graph_as_union=True)  # type: ignore
    return int(number.value)


def expected_edges(store: ox.Store) -> int:
    """Triples between labelled things, and statements that aren't facts."""
    both = "?s ?p ?o . ?s nkg:evidence ?e ; rdfs:label ?l . ?o nkg:evidence ?f ; rdfs:label ?m"
    facts = count(store, both + " BIND(CONCAT(STR(?s), STR(?p), STR(?o)) AS ?t)", "?t")
    return facts + count(store, "?s a rdf:Statement ; nkg:factuality ?f FILTER(?f != nkg:Actual)", "?s")


def test_csv_is_nodes_and_edges(folder: Path) -> None:
    nodes = list(csv.DictReader((folder / "graph.nodes.csv").open(encoding="utf-8", newline="")))
    edges = list(csv.DictReader((folder / "graph.edges.csv").open(encoding="utf-8", newline="")))
    network = nx.read_graphml(folder / "graph.graphml")
    assert (len(nodes), len(edges)) == (network.number_of_nodes(), network.number_of_edges())
    (killed,) = (row for row in nodes if row["Kind"] == "Assassination" and "general" in row["Id"])
    assert (killed["Label"], killed["Date"], killed["Factuality"]) == (
        "assassinat de Marek Dolan",
        "2024-03-12",
        "Actual",
    )
    assert {edge["Source"] for edge in edges} | {edge["Target"] for edge in edges} <= {node["Id"] for node in nodes}
    (wounded,) = (row for row in nodes if row["Label"] == "soldats" and "general" in row["Id"])
    assert wounded["Quantity"] == "> 12 soldat"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_csv_cells_that_a_spreadsheet_would_run_are_defused(tmp_path: Path, cell: str) -> None:
    write(iter(quads(renamed(cell))), tmp_path / "graph.csv")
    rows = csv.DictReader((tmp_path / "graph.nodes.csv").open(encoding="utf-8", newline=""))
    labels = [row["Label"] for row in rows]
    assert "'" + cell in labels


def test_jsonld_is_plain_json_with_short_names(folder: Path) -> None:
    document = json.loads((folder / "graph.jsonld").read_text(encoding="utf-8"))
    first = next(graph for graph in document["@graph"] if graph["id"] == "nkgd:general-assassine-1a2b3c")
    (killed,) = (node for node in first["@graph"] if node["type"] == "Assassination")
    assert killed["label"] == {"fr": "assassinat de Marek Dolan"}
    assert (killed["factuality"], killed["timeStamp"]) == ("Actual", "2024-03-12")
    (article,) = (node for node in first["@graph"] if node["type"] == "NewsArticle")
    assert article["file"] == "general.txt"
    assert "@" not in "".join(key for node in first["@graph"] for key in node)


def test_jsonld_keeps_values_that_no_name_fits(tmp_path: Path) -> None:
    odd = [
        '<x:s> <http://www.w3.org/2000/01/rdf-schema#label> "7"^^<http://www.w3.org/2001/XMLSchema#integer> <x:g> .',
        '<x:s> <http://www.w3.org/2000/01/rdf-schema#label> "plain" <x:g> .',
        "<x:s> <http://www.w3.org/2000/01/rdf-schema#label> <x:o> <x:g> .",
        '<x:s> <https://w3id.org/newskg/ontology#confidence> "high" <x:g> .',
        '<x:s> <https://w3id.org/newskg/ontology#confidence> "0.5"@en <x:g> .',
        '<x:s> <https://w3id.org/newskg/ontology#agent> "nobody" <x:g> .',
        "<x:s> <https://w3id.org/newskg/ontology#quote> <x:o> <x:g> .",
        '<x:s> <https://w3id.org/newskg/ontology#begin> "007"^^<http://www.w3.org/2001/XMLSchema#integer> <x:g> .',
        "<x:s> <x:p> _:b <x:g> .",
        '_:b <x:p> "1"^^<x:type> .',
        '<x:s> <https://schema.org/datePublished> "2014"^^<http://www.w3.org/2001/XMLSchema#gYear> <x:g> .',
    ]
    given = list(ox.parse("\n".join(odd), format=ox.RdfFormat.N_QUADS))
    write(given, tmp_path / "odd.jsonld")
    back = list(ox.parse(path=str(tmp_path / "odd.jsonld"), format=ox.RdfFormat.JSON_LD))
    one, other = ox.Dataset(given), ox.Dataset(back)
    for dataset in (one, other):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert set(one) == set(other)


def test_trig_is_readable(folder: Path) -> None:
    text = (folder / "graph.trig").read_text(encoding="utf-8")
    assert '<general-assassine-1a2b3c/person/marek-dolan> a nkg:Person ;\n    rdfs:label "Marek Dolan"@fr ;' in text
    assert text.index("a schema:NewsArticle") < text.index("a nkg:Person") < text.index("a nkg:Mention")


@pytest.mark.parametrize("ending", EXPORTERS)
def test_same_bytes_whatever_the_order_of_quads(folder: Path, tmp_path: Path, ending: str) -> None:
    half = len(list(quads(DOCUMENT)))
    mixed = [*reversed(QUADS[:half]), *reversed(QUADS[half:])]
    for written in write(iter(mixed), tmp_path / f"graph{ending}"):
        assert written.read_bytes() == (folder / written.name).read_bytes()


def test_a_store_is_written_by_graph(store: ox.Store, folder: Path, tmp_path: Path) -> None:
    write(store, tmp_path / "graph.nq")
    lines = (tmp_path / "graph.nq").read_bytes().splitlines()
    assert sorted(lines) == sorted((folder / "graph.nq").read_bytes().splitlines())


@pytest.mark.parametrize("ending", EXPORTERS)
def test_empty_graph(tmp_path: Path, ending: str) -> None:
    for path in write([], tmp_path / f"none{ending}"):
        assert path.exists()
    if ending in OX:
        assert list(ox.parse(path=str(tmp_path / f"none{ending}"), format=OX[ending])) == []


def failing() -> Iterator[ox.Quad]:
    yield from QUADS
    raise RuntimeError("the model died")


@pytest.mark.parametrize("ending", EXPORTERS)
def test_failure_leaves_what_was_there(tmp_path: Path, ending: str) -> None:
    files = write([], tmp_path / f"graph{ending}")
    before = [path.read_bytes() for path in files]
    with pytest.raises(RuntimeError):
        write(failing(), [tmp_path / f"graph{ending}", tmp_path / "other.nq"])
    assert [path.read_bytes() for path in files] == before
    assert sorted(tmp_path.iterdir()) == sorted(files)


def test_unknown_ending_names_those_that_kg_writes(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"graph\.doc: no format for the ending \.doc; kg writes .*\.trig"):
        write(QUADS, tmp_path / "graph.doc")


def test_missing_folder_and_folder_as_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="there is no folder"):
        write(QUADS, tmp_path / "nowhere" / "graph.nq")
    (tmp_path / "taken.nq").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        write(QUADS, tmp_path / "taken.nq")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_full_disk_is_one_clear_error(tmp_path: Path) -> None:
    full = tmp_path / "graph.nq"
    full.symlink_to("/dev/full")
    with pytest.raises(OutputError, match="No space left"):
        write(QUADS, full)


def test_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.nt").write_text("old", encoding="utf-8")
    (tmp_path / "link.nt").symlink_to(tmp_path / "real.nt")
    write(QUADS, tmp_path / "link.nt")
    assert (tmp_path / "link.nt").is_symlink()
    assert (tmp_path / "real.nt").stat().st_size > 1000


def test_formats_of_other_rooms(tmp_path: Path) -> None:
    more = {".html": Format("page", EXPORTERS[".nt"].make)}
    with opened(tmp_path / "page.html", more) as page:
        page.add(QUADS)
    assert (tmp_path / "page.html").exists()


def test_what_a_killed_process_left_is_taken_away_and_a_living_one_is_left_alone(tmp_path: Path) -> None:
    target, mark = tmp_path / "graph.nq", f"{zlib.crc32(b'graph.nq'):08x}.part"
    left, held = tmp_path / f".kg-1-{mark}", tmp_path / f".kg-2-{mark}"
    left.touch()
    with held.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        write([], target)
    assert sorted(path.name for path in tmp_path.iterdir()) == [held.name, "graph.nq"]
