"""Measure everything and write docs/benchmarks.md with its figures in docs/benchmarks.json (`make bench-report`).

    python benchmarks/report.py --french FOLDER --english FOLDER [--peer-python PYTHON] [--runs N] [--largest N]

On a machine with nothing else to do: what waits for others is no measurement.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.evaluate.bench import BenchReport, bench
from kg.evaluate.growth import Growth, growth
from kg.evaluate.peers import Peer, peers
from kg.read import ReadOptions, read

ROOT = Path(__file__).parents[1]
PEER_ARTICLES = 12  # triplet-extract takes seconds for each


def main() -> None:
    """Measure, write, and say where."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--french", required=True, help="a folder of French articles: all measurements but the peers'")
    parser.add_argument("--english", help="a folder of English articles, for the peers")
    parser.add_argument("--peer-python", help="the Python of the environment that has triplet-extract (`make peers`)")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--articles", type=int, default=10_000, help="the first so many French articles")
    parser.add_argument("--largest", type=int, default=10_000, help="articles of the largest corpus")
    parser.add_argument("--out", type=Path, default=ROOT / "docs")
    options = parser.parse_args()
    started = time.monotonic()
    french = list(read([options.french], ReadOptions(lang="fr"), lambda failure: None))[: options.articles]
    report = bench([options.french], options.runs, ReadOptions(lang="fr"), options.articles)
    with TemporaryDirectory() as folder:
        grown = growth(french, Path(folder), options.runs, largest=options.largest)
    sides = {"French": peers(french[: 10 * PEER_ARTICLES], options.runs)}
    if options.english:
        english = list(read([options.english], ReadOptions(lang="en"), lambda failure: None))[:PEER_ARTICLES]
        command = [options.peer_python, str(ROOT / "benchmarks" / "triplets.py")] if options.peer_python else []
        sides["English"] = peers(english, options.runs, command)
    figures = {"bench": report.as_dict(), "growth": asdict(grown)}
    figures |= {"peers": {lang: [asdict(each) for each in found] for lang, found in sides.items()}}
    figures["minutes"] = round((time.monotonic() - started) / 60, 1)
    (options.out / "benchmarks.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    (options.out / "benchmarks.md").write_text(page(report, grown, sides), encoding="utf-8")
    print(f"{options.out / 'benchmarks.md'}: {figures['minutes']} minutes")


def page(report: BenchReport, grown: Growth, sides: dict[str, Sequence[Peer]]) -> str:
    """The report as Markdown."""
    return (
        "\n\n".join(
            [
                "# Benchmarks",
                "Written by `make bench-report`; the figures are in [benchmarks.json](benchmarks.json). "
                f"Medians of {report.runs} runs, both sides by turns in one run on the same texts. Times of the processor "
                "compare on any machine, times by the clock only where nothing else runs.",
                table(("machine", ""), report.machine.items()),
                "## Promises",
                table(("promise", "measured", "holds"), promises(report, grown)),
                f"## Against the model alone\n\n{report.articles} French articles of {report.words} words; the model alone "
                "is spaCy's `nlp.pipe` of the same pipeline, kg is everything from the text to N-Quads, or to the store. kg "
                "runs the model in less time than spaCy does by itself: numpy multiplies, each different word of a batch is "
                "embedded once, layers only read, no step of the parser waits for the interpreter's lock, "
                "and idle pipes are off. "
                f"Against the model run so, {report.adding.beside:.0%} of the processor time of adding to a store is kg's.",
                table(("", "model alone", "kg", "ratio"), against(report)),
                "## Whole runs\n\n`kg build corpus.jsonl -o graph.nq`, starts included, on articles of some hundred words "
                "that are dealt out of the same paragraphs.",
                table(("articles", "program", "seconds", "processor seconds", "largest process, MB"), runs(grown)),
                "## One article of so many words\n\nProcessor milliseconds a thousand words.",
                table(("words", "model alone", "kg"), ((s.words, f"{s.bare:.0f}", f"{s.ours:.0f}") for s in report.sizes)),
                *(part for lang, found in sides.items() for part in beside(lang, found)),
            ]
        )
        + "\n"
    )


def promises(report: BenchReport, grown: Growth) -> Iterable[tuple[str, str, str]]:
    """What is promised, what was measured, and whether it holds."""
    share = report.adding.share
    speed, first = 1 / report.corpus.ratio, report.first.ratio
    steps = [(b.ours / a.ours) for a, b in zip(report.sizes, report.sizes[1:], strict=False)]
    worst = max(steps, default=1.0)
    for promise, said, holds in (
        ("articles a second against the model alone, at least 0.75", f"{speed:.2f}", speed >= 0.75),
        ("the same of whole runs, starts apart", f"{grown.speed:.2f}", grown.speed >= 0.75),
        ("adding to a store, processor time beyond the model's own, under 20%", f"{share:.0%}", share < 0.2),
        ("two processes against one, at least 1.8 times", f"{grown.two_processes:.2f}", grown.two_processes >= 1.8),
        ("`kg --help`, at most 0.3 s", f"{report.help.wall:.2f} s", report.help.wall <= 0.3),
        ("`kg query` on a store, at most 0.5 s", f"{report.query.wall:.2f} s", report.query.wall <= 0.5),
        ("first article against the model's own, at most 1.15", f"{first:.2f}", first <= 1.15),
        ("ten times the words, cost a word at most 1.15 times", f"{worst:.2f}", worst <= 1.15),
        ("ten times the articles, cost each at most 1.15 times", f"{grown.growth:.2f}", grown.growth <= 1.15),
    ):
        yield promise, said, "yes" if holds else "**no**"


def against(report: BenchReport) -> Iterable[tuple[str, ...]]:
    """The two sides: speed and memory."""
    count, (bare, ours) = report.articles, (report.corpus.bare, report.corpus.ours)
    yield "articles a second, processor", *pair(count / bare.cpu, count / ours.cpu, ".1f")
    yield "articles a second, clock", *pair(count / bare.wall, count / ours.wall, ".1f")
    adding = report.adding
    yield "added to a store, processor seconds", *pair(adding.bare.cpu, adding.ours.cpu, ".1f")
    yield "the same, the model as kg runs it", *pair(adding.model.cpu, adding.ours.cpu, ".1f")
    yield "peak memory, MB", *pair(report.memory[0] / 1e6, report.memory[1] / 1e6, ".0f")
    yield "start to end of one article, processor seconds", *pair(report.first.bare.cpu, report.first.ours.cpu, ".2f")
    yield "start to end of one article, seconds", *pair(report.first.bare.wall, report.first.ours.wall, ".2f")


def runs(grown: Growth) -> Iterable[tuple[str, ...]]:
    """A row a run."""
    for each in grown.runs:
        program = "model alone" if not each.jobs else f"kg build --jobs {each.jobs}"
        yield f"{each.articles:,}", program, f"{each.wall:.1f}", f"{each.cpu:.1f}", f"{each.memory / 1e6:.0f}"


def beside(lang: str, found: Sequence[Peer]) -> Iterable[str]:
    """The peers' table of a language."""
    yield (
        f"## Peers on {lang} texts\n\n{found[0].articles} articles; models loaded before. Facts are events and relations "
        "for kg, triples for the others, right or wrong: [quality.md](quality.md) says how many are right."
    )
    rows = (
        (peer.name, f"{peer.articles / peer.cpu:.1f}", f"{peer.articles / peer.wall:.1f}", str(peer.facts)) for peer in found
    )
    yield table(("program", "articles a second, processor", "articles a second, clock", "facts"), rows)


def pair(bare: float, ours: float, form: str) -> tuple[str, str, str]:
    """Both sides and their ratio."""
    return format(bare, form), format(ours, form), f"{ours / bare:.2f}"


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


if __name__ == "__main__":
    main()
