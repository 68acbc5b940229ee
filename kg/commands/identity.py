"""kg identity, why, merge, split, facts, disputes: one thing, one node, across the articles of a store."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.console import plural, print_table, shown
from kg.commands.options import AsJson, StoreName

if TYPE_CHECKING:
    from kg.identity.graphs import Judgement
    from kg.store.base import Store

NodeName = Annotated[str, typer.Argument(metavar="NODE", help="A node's IRI, or a name.")]
OtherName = Annotated[str | None, typer.Argument(metavar="[NODE]", help="Another.")]


def resolve(store: StoreName, as_json: AsJson = False) -> None:
    """Find out which nodes of the store's articles stand for one thing, and which reports tell of one event.

    Example:

    kg identity resolve my-store
    """
    from kg.identity.resolution import resolve
    from kg.store.stores import opened

    with opened(store, write=True) as opened_store:
        outcome = resolve(opened_store)
    if as_json:
        print(json.dumps(asdict(outcome)))
    else:
        print(
            f"{store}: {plural(outcome.joined, 'node')} of {outcome.nodes} stand for {plural(outcome.things, 'thing')}"
            f" of several articles; {plural(outcome.doubtful, 'doubt')} (kg identity review {store});"
            f" {plural(outcome.events, 'pair')} of reports of one event"
        )


def review(
    store: StoreName,
    limit: Annotated[int, typer.Option(help="How many doubts to show; 0 for all.", min=0)] = 50,
    as_json: AsJson = False,
) -> None:
    """List what was left apart in doubt, with both sides' evidence.

    Example:

    kg identity review my-store
    """
    from kg.identity.decisions import doubts
    from kg.store.stores import opened

    with opened(store) as opened_store:
        found = doubts(opened_store)
        _print(opened_store, found[: limit or None], as_json)
    if limit and len(found) > limit and not as_json:
        print(f"… and {len(found) - limit} more (--limit 0 for all)")


def why(store: StoreName, node: NodeName, other: OtherName = None, as_json: AsJson = False) -> None:
    """Say which nodes were joined with this one, or with that one, or left apart: by which signs and scores.

    Examples:

    kg why my-store "Ana Ruiz"

    kg why my-store "Mustafa al-Kadhimi" "Moustafa al-Kazimi"
    """
    from kg.identity.decisions import why
    from kg.store.stores import opened

    with opened(store) as opened_store:
        _print(opened_store, why(opened_store, node, other), as_json)


def merge(store: StoreName, node: NodeName, other: Annotated[str, typer.Argument(metavar="NODE", help="Another.")]) -> None:
    """Decide that two are one: kept whatever is added later.

    Example:

    kg merge my-store "General Dolan" "Marek Dolan"
    """
    from kg.identity.decisions import merge
    from kg.identity.resolution import resolve
    from kg.store.stores import opened

    with opened(store, write=True) as opened_store:
        made = merge(opened_store, node, other)
        resolve(opened_store)
    print(f"{store}: {plural(len(made), 'decision')} kept: one thing")


def split(store: StoreName, node: NodeName, other: OtherName = None) -> None:
    """Decide that two are two: kept whatever is added later.

    Example:

    kg split my-store nkgd:monday-0f3a/person/ana-ruiz
    """
    from kg.identity.decisions import split
    from kg.identity.resolution import resolve
    from kg.store.stores import opened

    with opened(store, write=True) as opened_store:
        made = split(opened_store, node, other)
        resolve(opened_store)
    print(f"{store}: {plural(len(made), 'decision')} kept: two things")


def facts(
    store: StoreName,
    about: Annotated[str, typer.Option(metavar="NAME", help="Part of a name of what the facts concern.")] = "",
    limit: Annotated[int, typer.Option(help="How many facts to show; 0 for all.", min=0)] = 50,
    as_json: AsJson = False,
) -> None:
    """Say which articles and how many independent publishers report each fact, first and last when.

    Example:

    kg facts my-store --about "Ana Ruiz"
    """
    from kg.identity.facts import facts
    from kg.store.stores import opened

    with opened(store) as opened_store:
        found = facts(opened_store.triples(), about)
    if as_json:
        print(json.dumps([asdict(fact) for fact in found[: limit or None]], ensure_ascii=False, indent=2))
        return
    rows = [
        (str(f.independent), str(len(f.articles)), f.first, f.last, f.factuality, f.fact, ", ".join(f.publishers))
        for f in found[: limit or None]
    ]
    headings = ("sources", "articles", "first", "last", "factuality", "fact", "publishers")
    print_table(headings, rows, frozenset((0, 1)))
    if limit and len(found) > limit:
        print(f"… and {len(found) - limit} more (--limit 0 for all)")


def disputes(store: StoreName, as_json: AsJson = False) -> None:
    """Show what reports of one event contradict each other in: figures, agents, dates, actual against denied.

    Example:

    kg disputes my-store
    """
    from kg.identity.disputes import disputes
    from kg.store.stores import opened

    with opened(store) as opened_store:
        found = disputes(opened_store.triples())
    if as_json:
        print(json.dumps([asdict(dispute) for dispute in found], ensure_ascii=False, indent=2))
        return
    for dispute in found:
        print(shown(f"{dispute.about}: {dispute.event}: {dispute.summary}"))
        for position in dispute.positions:
            print(shown(f"     {position.value}  {position.date} {position.publisher}: {position.sentence}"))
    if not found:
        print("no dispute")


def _print(store: Store, judgements: list[Judgement], as_json: bool) -> None:
    from kg.identity.decisions import side

    told = [(judgement, side(store, judgement.left), side(store, judgement.right)) for judgement in judgements]
    if as_json:
        records = [
            {**asdict(judgement), "left": left and asdict(left), "right": right and asdict(right)}
            for judgement, left, right in told
        ]
        print(json.dumps(records, ensure_ascii=False, indent=2))
        return
    for judgement, left, right in told:
        print(f"{'one' if judgement.same else 'two'}  {judgement.score:.2f}  {shown(judgement.reason)}")
        for name, found in ((judgement.left, left), (judgement.right, right)):
            print(f"     <{shown(name)}>")
            if found is not None:
                print(f"     {shown(f'{found.name}, {found.date} {found.title}: {found.sentence}')}")
    if not told:
        print("nothing")


COMMANDS: dict[str, Callable[..., None]] = {"resolve": resolve, "review": review}
