"""The graphs of a store that are no article's; they go with it wherever it is copied."""

from __future__ import annotations

from kg.ontology import DATA_BASE

#: Which nodes of different articles stand for one thing: made from the articles, at any time anew.
IDENTITY = DATA_BASE + "identity"
#: What persons decided on that: made by nobody else, never anew.
DECISIONS = DATA_BASE + "decisions"
SIDE_GRAPHS = (DECISIONS, IDENTITY)
