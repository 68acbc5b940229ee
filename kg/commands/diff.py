"""kg diff: what changed between two graphs."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.console import looked_at, shown
from kg.commands.options import AsJson
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.store.diff import Difference

_COLOURS = {"+": typer.colors.GREEN, "-": typer.colors.RED, "~": typer.colors.YELLOW}


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="An RDF file, a store's folder, or a server's address.")],
    after: Annotated[str, typer.Argument(metavar="B", help="What to compare it with.")],
    as_json: AsJson = False,
) -> None:
    """Say what changed between two graphs, in facts.

    + was added, - was taken away, ~ says something else. Identifiers, evidence and confidence are left aside.

    Examples:

    kg diff monday.trig tuesday.trig

    kg diff my-store my-store-backup --json
    """
    if before == after:
        raise UsageError(f"{before}: the same on both sides")
    from kg.store.diff import differences
    from kg.store.graphs import open_graph

    found = list(differences(open_graph(before), open_graph(after)))
    if as_json:
        print(json.dumps([asdict(difference) for difference in found], ensure_ascii=False, indent=2))
        return
    for article, changes in groupby(found, key=lambda difference: difference.article):
        print(shown(article))
        for change in changes:
            _print(change)
    if not found:
        print("no difference")


def _print(change: Difference) -> None:
    for sign, text in _lines(change):
        line = f"  {sign} {shown(text)}"
        typer.secho(line, fg=_COLOURS[change.sign]) if looked_at() else print(line)


def _lines(change: Difference) -> list[tuple[str, str]]:
    if change.kind == "article":
        return [(change.sign, "the article")]
    if change.sign == "~":
        return [("~", f"{change.before}  ->  {change.after}")]
    return [(change.sign, change.before or change.after or "")]
