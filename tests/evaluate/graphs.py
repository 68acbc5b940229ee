"""Graphs written by hand, for the scorers' tests."""

from __future__ import annotations

import pyoxigraph as ox

from kg.evaluate.view import View, facts_of
from kg.ontology import PREFIXES

HEADER = "\n".join(f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items()) + "\n@prefix : <urn:x:> .\n"


def view(trig: str) -> View:
    """The view of a graph in TriG; the contract's prefixes and `:` are declared."""
    return View(facts_of(ox.parse(HEADER + trig, format=ox.RdfFormat.TRIG)))
