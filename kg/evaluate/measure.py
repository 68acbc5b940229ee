"""`kg eval`: gold in, scores out, on a graph that is given or on fresh ones of the texts beside the gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from kg.evaluate import baselines, facts, spans
from kg.evaluate.facts import ABSENT, FactsScore
from kg.evaluate.gold import FactsGold, Gold, SpanGold
from kg.evaluate.spans import SpanScore
from kg.evaluate.view import Fact, View, facts_of
from kg.graph import quads
from kg.model import Article
from kg.pipeline import Models, understand

OURS = "kg"


@dataclass(frozen=True, slots=True)
class Measured:
    """The scores of one system: of each facts gold by name and language, of each span gold by name."""

    system: str  # "kg", or the name of a baseline
    facts: tuple[tuple[str, str, FactsScore], ...]
    spans: tuple[tuple[str, SpanScore], ...]

    def by_language(self) -> dict[str, FactsScore]:
        """The facts of all gold together, by language ("" where the gold doesn't say)."""
        totals: dict[str, FactsScore] = {}
        for _, lang, score in self.facts:
            totals.setdefault(lang, FactsScore()).add(score)
        return dict(sorted(totals.items()))

    def as_dict(self) -> dict[str, Any]:
        """For JSON; rates are from 0 to 1."""
        return {
            "system": self.system,
            "facts": {
                "languages": {lang: facts_dict(score) for lang, score in self.by_language().items()},
                "gold": {name: facts_dict(score) for name, _, score in self.facts},
            },
            "spans": {name: spans_dict(score) for name, score in self.spans},
        }


def facts_dict(score: FactsScore) -> dict[str, Any]:
    """A facts score for JSON; `by_kind` has [found, asked], for "absent" [avoided, known]."""
    return {
        "found": score.found,
        "asked": score.asked,
        "share": score.share,
        "mistakes": score.mistakes,
        "known_mistakes": score.by_kind.get(ABSENT, (0, 0))[1],
        "by_kind": {kind: list(pair) for kind, pair in score.by_kind.items()},
    }


def spans_dict(score: SpanScore) -> dict[str, Any]:
    """A spans score for JSON; rates are [precision, recall, F1], pairs [found, marked]."""
    return {
        "entity_f1": score.total.rates.f1,
        "total": score.total.rates.as_list(),
        "by_type": {kind: count.rates.as_list() for kind, count in score.by_type.items()},
        "connected": list(score.connections),
        "connected_by_type": {kind: list(pair) for kind, pair in score.connected.items()},
        "b3": score.coreference.as_list(),
        "aligned": [score.aligned, score.chained],
    }


def measure_graph(gold: Sequence[Gold], graph: Iterable[Fact]) -> Measured:
    """Score one graph of all the texts against each gold."""
    view = View(graph)
    return Measured(
        OURS,
        tuple((g.label, g.lang or "", facts.score(g, view)) for g in gold if isinstance(g, FactsGold)),
        tuple((g.label, spans.score(g, view)) for g in gold if isinstance(g, SpanGold)),
    )


def measure(gold: Sequence[Gold], lang: str | None = None, model: str | None = None) -> Measured:
    """Build the texts beside the gold and score what comes out; each facts gold on its own article's graph alone.

    `lang` is the language of span gold that doesn't say its own. Raises InputError where a text is missing.
    """
    models = Models(model)

    def build(articles: Iterable[Article]) -> Iterator[list[Fact]]:
        return (list(facts_of(quads(document))) for document in understand(articles, models))

    return _measure(OURS, gold, lang, build)


def measure_baseline(name: str, gold: Sequence[Gold], lang: str | None = None) -> Measured:
    """Score what the baseline `name` finds in the same texts."""
    return _measure(name, gold, lang, lambda articles: baselines.graphs(name, articles))


def _measure(system: str, gold: Sequence[Gold], lang: str | None, build: Any) -> Measured:
    single = [g for g in gold if isinstance(g, FactsGold)]
    articles = [g.article() for g in single]
    graphs = build(articles)
    scored = tuple((g.label, a.lang, facts.score(g, View(f))) for g, a, f in zip(single, articles, graphs, strict=True))
    sets = (g for g in gold if isinstance(g, SpanGold))
    spanned = tuple((g.label, spans.score(g, View(chain.from_iterable(build(g.articles(lang)))))) for g in sets)
    return Measured(system, scored, spanned)
