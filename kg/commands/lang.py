"""kg lang: the language packs."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.console import plural, shown
from kg.commands.options import AsJson
from kg.errors import CheckFailed, UsageError

if TYPE_CHECKING:
    from kg.evaluate.lang_check import Failure, PackReport

KNOWN_GAPS = Path("tests/lang/known-gaps.txt")
_SHOWN = 10


def check(
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="LANG", help="Languages to check (fr, en); all if none is named.")
    ] = None,
    gaps: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=f"Names of examples that may fail; {KNOWN_GAPS} if it is there."),
    ] = None,
    only: Annotated[
        str | None, typer.Option(metavar="CLASS", help="Run the examples of this class or relation alone.")
    ] = None,
    strike_off: Annotated[
        bool, typer.Option("--strike-off", help="Take examples that hold now off the list of known gaps.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List everything: known gaps, words that no example uses.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check the language packs.

    Runs every worked example; says what is malformed, what one language has and another lacks, which words no example
    uses. Ends with exit code 10 if a pack is malformed or an example fails that is not a known gap.

    Examples:

    kg lang check

    kg lang check fr --only Attack --verbose

    kg lang check en --strike-off
    """
    from kg.evaluate import gaps as known_gaps
    from kg.evaluate.coverage import differences
    from kg.evaluate.lang_check import check_pack
    from kg.lang import codes as spoken
    from kg.lang import language
    from kg.ontology import event_classes, relations
    from kg.pipeline import Models

    path = gaps or (KNOWN_GAPS if KNOWN_GAPS.exists() else None)
    if strike_off and path is None:
        raise UsageError("--strike-off: there is no list of known gaps here; name it with --gaps FILE")
    listed = known_gaps.load(path) if path else frozenset()
    if only is not None and only not in (*event_classes(), *relations()):
        raise UsageError(f"--only {only}: the ontology has no event class or relation of this name")
    langs = [language(code).code for code in codes or spoken()]
    models = Models()
    reports = [check_pack(lang, models, listed, only) for lang in langs]
    lacking = differences(spoken())
    if strike_off and path is not None:
        done = [name for report in reports for name in (*report.mended, *report.stale)]
        print(f"{path}: {plural(known_gaps.strike_off(path, done), 'name')} struck off", file=sys.stderr)
    if as_json:
        packs = [_as_dict(report) for report in reports]
        print(json.dumps({"languages": packs, "differences": lacking}, ensure_ascii=False, indent=2))
    else:
        for report in reports:
            _print_report(report, verbose)
        _print_list("one language has it and another lacks it", lacking, len(lacking))
    if not all(report.ok for report in reports):
        count = sum(len(report.malformed) + len(report.failing) for report in reports)
        raise CheckFailed(f"language packs {', '.join(langs)}: {plural(count, 'fault')} found")


def _as_dict(report: PackReport) -> dict[str, object]:
    unused = [{"word": word.text, "place": word.stanza.place} for word in report.unused]
    failing, known = ([asdict(failure) for failure in failures] for failures in (report.failing, report.known))
    plain = ("lang", "examples", "words", "malformed", "mended", "stale", "wordless", "untried")
    fields = {name: getattr(report, name) for name in plain}
    return {**fields, "failing": failing, "known": known, "unused": unused, "ok": report.ok}


def _print_report(report: PackReport, verbose: bool) -> None:
    hold = report.examples - len(report.failing) - len(report.known)
    used = report.words - len(report.unused)
    print(f"{report.lang}: {hold} of {plural(report.examples, 'example')} hold, {len(report.known)} known gaps, "
          f"{len(report.failing)} fail; {used} of {plural(report.words, 'word')} are used by an example")  # fmt: skip
    limit = sys.maxsize if verbose else _SHOWN
    _print_list("malformed", report.malformed, sys.maxsize)
    _print_failures("fail", report.failing, sys.maxsize)
    _print_list("known gaps that hold now (--strike-off takes them off the list)", report.mended, limit)
    _print_list("known gaps that no example is named like", report.stale, limit)
    _print_list("no word for it", report.wordless, limit)
    _print_list("fewer than 8 examples, or fewer than 3 with absent facts", report.untried, limit)
    if verbose:
        _print_failures("known gaps", report.known, limit)
        places = groupby(report.unused, key=lambda word: word.stanza.place)
        lines = [f"{place}: {', '.join(word.text for word in words)}" for place, words in places]
        _print_list("places with words that no example uses", lines, limit)


def _print_failures(heading: str, failures: Iterable[Failure], limit: int) -> None:
    _print_list(heading, ["\n      ".join((f"{f.name}  {f.text}", *f.broken)) for f in failures], limit)


def _print_list(heading: str, lines: Iterable[str], limit: int) -> None:
    everything = list(lines)
    if not everything:
        return
    print(f"  {heading}: {len(everything)}")
    for line in everything[:limit]:
        print("\n".join(f"    {shown(part)}" for part in line.split("\n")))
    if len(everything) > limit:
        print(f"    … and {len(everything) - limit} more; --verbose lists all")


COMMANDS: dict[str, Callable[..., None]] = {"check": check}
