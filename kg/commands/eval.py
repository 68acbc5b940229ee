"""kg eval: how much of what people wrote down does kg find?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.console import print_table, shown
from kg.commands.options import AsJson, Lang, ModelName
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.evaluate.measure import Measured
    from kg.evaluate.view import Fact

_KINDS = ("entity", "same", "relation", "event", "detail")


def eval(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD", help="Gold: .json files, or folders of them.")],
    graph: Annotated[
        str | None, typer.Option(metavar="GRAPH", help="Score this graph; the texts beside the gold are built if none.")
    ] = None,
    baselines: Annotated[
        bool, typer.Option("--baselines", help="Score simpler programs on the same texts beside it.")
    ] = False,
    misses: Annotated[int, typer.Option(metavar="N", help="List the first N misses and known mistakes.", min=0)] = 0,
    lang: Lang = None,
    model: ModelName = None,
    as_json: AsJson = False,
) -> None:
    """Score kg against gold: facts or spans that people found in texts.

    The formats are described in docs/gold.md.

    Examples:

    kg eval tests/golden/fr tests/golden/en

    kg eval gold.json --graph graph.trig --misses 20

    kg eval tests/golden/en --baselines --json
    """
    if graph is not None and (baselines or lang or model):
        raise UsageError("--graph scores a finished graph: --baselines, --lang and --model are for building one")
    from kg.evaluate.baselines import available
    from kg.evaluate.gold import load
    from kg.evaluate.measure import measure, measure_baseline, measure_graph

    asked = load(gold)
    if graph is not None:
        measured = [measure_graph(asked, _facts(graph))]
    else:
        measured = [measure(asked, lang, model)]
        measured += [measure_baseline(name, asked, lang) for name in (available() if baselines else ())]
    if as_json:
        missed = list(_misses(measured[0]))[:misses]
        print(json.dumps({"systems": [m.as_dict() for m in measured], "misses": missed}, ensure_ascii=False, indent=2))
    else:
        _print_facts(measured)
        _print_spans(measured)
        for line in list(_misses(measured[0]))[:misses]:
            print(shown(line))


def _facts(graph: str) -> Iterator[Fact]:
    """A graph's facts, in the order of the file where it is one."""
    from kg.evaluate.view import facts_of
    from kg.store.files import article_graphs, is_rdf
    from kg.store.graphs import open_graph

    if is_rdf(graph) and Path(graph).is_file():
        return (fact for _, quads in article_graphs(Path(graph)) for fact in facts_of(quads))
    return facts_of(open_graph(graph).triples())


def _misses(measured: Measured) -> Iterator[str]:
    """One line for each miss; the details of an event that was missed are not repeated."""
    for _, _, score in measured.facts:
        missed = {miss.id for miss in score.misses}
        for miss in score.misses:
            event, _, detail = miss.id.partition(".")
            if not detail:
                what = "mistake" if miss.kind == "absent" else "miss"
                asked = {key: value for key, value in miss.fact.items() if key not in ("id", "kind")}
                yield f"{what} {miss.gold} {miss.id}: {json.dumps(asked, ensure_ascii=False)}"
            elif event not in missed:
                wanted = json.dumps(miss.fact["extra"][detail], ensure_ascii=False)
                core = json.dumps({key: miss.fact[key] for key in ("class", "core")}, ensure_ascii=False)
                yield f"miss {miss.gold} {event}: {detail} {wanted} of {core}"
    for name, spans in measured.spans:
        for span in spans.misses:
            yield f"miss {name} {span.file}: {span.type} {span.begin}-{span.end}"


def _print_facts(measured: list[Measured]) -> None:
    rows = []
    for system in measured:
        for lang, score in system.by_language().items():
            pairs = [score.by_kind.get(kind, (0, 0)) for kind in _KINDS]
            pairs.append((score.found, score.asked))
            known = score.by_kind.get("absent", (0, 0))[1]
            counts = (f"{found}/{asked}" for found, asked in pairs)
            rows.append([system.system, lang, *counts, f"{score.share:.1%}", f"{score.mistakes}/{known}"])
    if rows:
        headings = ("facts", "lang", *_KINDS, "all", "found", "mistakes")
        print_table(headings, rows, numeric=frozenset(range(2, len(headings))))


def _print_spans(measured: list[Measured]) -> None:
    rows = []
    for system in measured:
        for name, score in system.spans:
            for kind, count in [*score.by_type.items(), ("all", score.total)]:
                rates = (f"{rate:.3f}" for rate in count.rates.as_list())
                rows.append([system.system, name, kind, *rates, str(count.marked)])
            found, marked = score.connections
            if marked:
                rows.append([system.system, name, "connected", "", f"{found / marked:.3f}", "", str(marked)])
            if score.chained:
                rates = (f"{rate:.3f}" for rate in score.coreference.as_list())
                rows.append([system.system, name, "B-cubed", *rates, f"{score.aligned}/{score.chained}"])
    if rows:
        headings = ("spans", "gold", "type", "precision", "recall", "F1", "marked")
        print_table(headings, rows, numeric=frozenset(range(3, len(headings))))
