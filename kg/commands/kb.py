"""kg kb: knowledge bases for kg build --kb."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kg.commands.console import plural
from kg.commands.options import Quiet
from kg.commands.progress import counting


def import_dump(
    dump: Annotated[Path, typer.Argument(metavar="DUMP", help="Wikidata's JSON dump: .json, .json.gz or .json.bz2.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.tsv", help="Write the table here.")],
    lang: Annotated[
        list[str] | None, typer.Option(help="A language of names; the first one's names the thing.  [default: fr, en]")
    ] = None,
    kind: Annotated[list[str] | None, typer.Option(help="A kind that is wanted, such as Person; all if not given.")] = None,
    sitelinks: Annotated[
        int, typer.Option(metavar="N", help="How many of Wikimedia's pages must be about a thing.", min=0)
    ] = 0,
    quiet: Quiet = False,
) -> None:
    """Make a table for kg build --kb of the people, bodies and places in a Wikidata dump.

    The dump is read as a stream, so that one of a hundred gigabytes needs no more memory than a small one.

    Examples:

    kg kb import latest-all.json.gz -o known.tsv --sitelinks 20

    kg kb import subset.json -o people.tsv --lang en --kind Person
    """
    from kg.errors import UsageError
    from kg.export.files import appearing
    from kg.kb import write_tsv
    from kg.kb.wikidata import class_kinds, read_dump

    unknown = sorted(set(kind or ()) - set(class_kinds().values()))
    if unknown:
        raise UsageError(f"--kind {unknown[0]}: not one of {', '.join(dict.fromkeys(class_kinds().values()))}")
    with appearing([output]) as (file,), counting("items", quiet) as progress:
        count = write_tsv(read_dump(dump, lang or ["fr", "en"], kind or (), sitelinks, progress), file)
    if not quiet:
        print(f"{dump} -> {output}: {plural(count, 'thing')}")


COMMANDS: dict[str, Callable[..., None]] = {"import": import_dump}
