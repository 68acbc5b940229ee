"""kg info: what a graph holds."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from kg.commands.console import plural, print_table, shown
from kg.commands.options import AsJson, GraphName


def info(
    graph: GraphName,
    as_json: AsJson = False,
    articles: Annotated[int, typer.Option(help="List at most so many articles.", min=0)] = 10,
) -> None:
    """Say what a graph holds.

    Its articles, entities by kind, events by class and relations, counted.

    Examples:

    kg info graph.trig

    kg info my-store --json
    """
    from kg.store.graphs import open_graph
    from kg.store.summary import summarize

    summary = summarize(open_graph(graph))
    if as_json:
        print(json.dumps(summary.as_dict(), ensure_ascii=False, indent=2))
        return
    sizes = ((len(summary.articles), "article"), (summary.mentions, "mention"), (summary.triples, "triple"))
    print(f"{graph}: " + ", ".join(plural(n, noun) for n, noun in sizes))
    for article in summary.articles[:articles]:
        about = ", ".join(x for x in (article.published, article.lang) if x)
        print(f"  {shown(article.title or article.iri)}" + (f" ({about})" if about else ""))
    if len(summary.articles) > articles:
        print(f"  … and {len(summary.articles) - articles} more")
    for heading, counts in (
        ("entities", summary.entities),
        ("events", summary.events),
        ("relations", summary.relations),
    ):
        if counts:
            print()
            print_table((heading, "number"), [(name, str(n)) for name, n in counts], numeric=frozenset({1}))
