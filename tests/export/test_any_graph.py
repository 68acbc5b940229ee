"""Any RDF at all, not only ours, reads back as it was from every format that can say it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export import write
from kg.ontology import NKG_BASE, PREFIXES

_XSD = PREFIXES["xsd"]
_TAIL = st.text(st.characters(codec="utf-8", exclude_characters='<>"{}|^`\\ ', exclude_categories=("Cc", "Cs", "Co", "Cn")))


def _iri(text: str) -> ox.NamedNode | None:
    try:
        return ox.NamedNode(text)
    except ValueError:
        return None


IRIS = (
    st.tuples(
        st.sampled_from(
            [
                "https://w3id.org/newskg/data/",
                "https://w3id.org/newskg/data/a-1/",
                NKG_BASE,
                *PREFIXES.values(),
                "x:",
                "urn:a:",
            ]
        ),
        _TAIL,
    )
    .map(lambda pair: _iri("".join(pair)))
    .filter(bool)
)
# XML 1.0 can't carry other control characters; the graph stage never lets them through.
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters="\t\n")).filter(
    lambda text: not {"\ufffe", "\uffff"} & set(text)
)
LITERALS = st.one_of(
    TEXTS.map(ox.Literal),
    st.tuples(TEXTS, st.sampled_from(["fr", "en-gb"])).map(lambda pair: ox.Literal(pair[0], language=pair[1])),
    st.tuples(
        st.one_of(TEXTS, st.sampled_from(["1", "01", "+1", "-0.50", ".5", "1.", "true", "TRUE", "2024", "1e3", "9" * 30])),
        st.sampled_from(["integer", "decimal", "boolean", "double", "date", "gYear", "anyURI"]),
    ).map(lambda pair: ox.Literal(pair[0], datatype=ox.NamedNode(_XSD + pair[1]))),
)
PREDICATES = st.sampled_from(
    [NKG_BASE + name for name in ("agent", "begin", "confidence", "factuality", "same", "quote", "file")]
    + [
        PREFIXES["rdfs"] + "label",
        PREFIXES["rdf"] + "type",
        PREFIXES["schema"] + "datePublished",
        "x:p",
        "https://e.org/q#r",
    ]
).map(ox.NamedNode)
QUADS = st.lists(
    st.builds(
        ox.Quad,
        IRIS,
        PREDICATES,
        st.one_of(IRIS, LITERALS),
        st.sampled_from(["https://w3id.org/newskg/data/a-1", "x:g", "https://e.org/"]).map(ox.NamedNode),
    ),
    max_size=8,
)


@pytest.mark.parametrize("ending", [".trig", ".nq", ".jsonld"])
@settings(max_examples=150, deadline=None)
@given(quads=QUADS)
def test_quads_come_back(ending: str, quads: list[ox.Quad]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"graph{ending}"
        write(sorted(quads, key=lambda quad: str(quad.graph_name)), path)
        form = {".trig": ox.RdfFormat.TRIG, ".nq": ox.RdfFormat.N_QUADS, ".jsonld": ox.RdfFormat.JSON_LD}[ending]
        assert set(ox.parse(path=str(path), format=form)) == set(quads)


@pytest.mark.parametrize("ending", [".ttl", ".nt", ".rdf"])
@settings(max_examples=150, deadline=None)
@given(quads=QUADS)
def test_triples_come_back(ending: str, quads: list[ox.Quad]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"graph{ending}"
        write(sorted(quads, key=lambda quad: str(quad.graph_name)), path)
        form = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".rdf": ox.RdfFormat.RDF_XML}[ending]
        assert {quad.triple for quad in ox.parse(path=str(path), format=form)} == {quad.triple for quad in quads}
