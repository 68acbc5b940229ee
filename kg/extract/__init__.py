"""What one article's words say: figures, times, mentions, events, relations and claims, in this order."""

from __future__ import annotations

from kg.extract.claims import find_claims
from kg.extract.coordinates import find_points
from kg.extract.events import find_events
from kg.extract.fiction import plot_words
from kg.extract.headings import with_headings
from kg.extract.mentions import find_mentions
from kg.extract.placeswithin import with_outer_places
from kg.extract.quantities import find_quantities
from kg.extract.relations import find_relations
from kg.extract.rescue import with_scenes
from kg.extract.standing import mentions_by_token
from kg.extract.syntax import Tree
from kg.extract.times import find_times
from kg.lang import Language
from kg.model import Extraction, Parse


def extract(parse: Parse, language: Language) -> Extraction:
    """Everything that `parse` says, before mentions are merged. A function of its arguments alone."""
    points = tuple(find_points(parse, language))
    quantities = find_quantities(parse, language, points)
    times = find_times(parse, language, quantities)
    mentions = find_mentions(parse, language, quantities, times, points)
    tree = Tree(parse, language.grammar, frozenset(i for time in times for i in range(time.first, time.last)))
    at = mentions_by_token(mentions, tree, language)
    plots = plot_words(tree, mentions)
    events = find_events(tree, language, mentions, at, times, quantities, plots)
    relations = find_relations(tree, language, mentions, at, events, quantities, plots)
    events = with_headings(with_outer_places(events, relations), relations, mentions, parse, language)
    events = with_scenes(events, mentions, language)
    claims, events = find_claims(tree, mentions, at, events)
    return Extraction(mentions, events, relations, quantities, times, claims)
