"""kg bench: what does kg cost beside the language model that it uses?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.console import plural, print_table
from kg.commands.options import AsJson, Lang, Sources

if TYPE_CHECKING:
    from kg.evaluate.bench import BenchReport
    from kg.evaluate.clock import Cost


def bench(
    sources: Sources,
    runs: Annotated[int, typer.Option(metavar="N", help="Measure everything N times; medians are shown.", min=1)] = 3,
    lang: Lang = None,
    as_json: AsJson = False,
) -> None:
    """Measure kg against the bare language model on the same articles.

    Takes minutes: starts and memory are measured in processes of their own.

    Examples:

    kg bench samples

    kg bench news/ --runs 5 --json
    """
    from kg.evaluate.bench import bench as measure
    from kg.read import ReadOptions

    report = measure(sources, runs, ReadOptions(lang=lang))
    if as_json:
        print(json.dumps(report.as_dict(), ensure_ascii=False, indent=2))
    else:
        _print(report)


def _print(report: BenchReport) -> None:
    print(", ".join(f"{name}: {value}" for name, value in report.machine.items()))
    print(f"{plural(report.articles, 'article')} of {report.words} words, {plural(report.runs, 'run')}; cpu in ratios\n")
    corpus, first = report.corpus, report.first
    bare_memory, our_memory = report.memory
    rows = [
        ("articles a second, cpu", *_pair(report.articles / corpus.bare.cpu, report.articles / corpus.ours.cpu, ".1f")),
        (
            "articles a second, wall",
            *_pair(report.articles / corpus.bare.wall, report.articles / corpus.ours.wall, ".1f"),
        ),
        ("added to the model's time", "", "", f"{corpus.ratio - 1:.0%}"),
        ("kg store add of all, cpu s", *_pair(report.adding.bare.cpu, report.adding.ours.cpu, ".1f")),
        ("of that beyond the model's own", "", "", f"{report.adding.share:.0%}"),
        ("the model as kg runs it, cpu s", *_pair(report.adding.model.cpu, report.adding.ours.cpu, ".1f")),
        ("peak memory, MB", *_pair(bare_memory / 1e6, our_memory / 1e6, ".0f")),
        ("first article, cpu s", f"{first.bare.cpu:.2f}", f"{first.ours.cpu:.2f}", f"{first.ratio:.2f}"),
        ("first article, wall s", *_pair(first.bare.wall, first.ours.wall, ".2f")),
        ("kg --help, cpu / wall s", "", _cost(report.help), ""),
        ("kg query on a store, cpu / wall s", "", _cost(report.query), ""),
    ]
    rows += [
        (f"cpu ms per 1000 words, article of {size.words}", *_pair(size.bare, size.ours, ".0f")) for size in report.sizes
    ]
    print_table(("", "model alone", "kg", "ratio"), rows, numeric=frozenset({1, 2, 3}))


def _pair(bare: float, ours: float, form: str) -> tuple[str, str, str]:
    return format(bare, form), format(ours, form), f"{ours / bare:.2f}"


def _cost(cost: Cost) -> str:
    return f"{cost.cpu:.2f} / {cost.wall:.2f}"
