"""The commands in the order that `kg --help` shows them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.main import get_command

import kg
from kg.commands.bench import bench
from kg.commands.build import build
from kg.commands.check import validate, verify
from kg.commands.diff import diff
from kg.commands.eval import eval
from kg.commands.export import export
from kg.commands.identity import COMMANDS as IDENTITY_COMMANDS
from kg.commands.identity import disputes, facts, merge, split, why
from kg.commands.info import info
from kg.commands.kb import COMMANDS as KB_COMMANDS
from kg.commands.lang import COMMANDS as LANG_COMMANDS
from kg.commands.query import query
from kg.commands.serve import serve
from kg.commands.store import COMMANDS as STORE_COMMANDS
from kg.commands.view import view

COMMANDS: tuple[Callable[..., None], ...] = (
    build, query, view, export, validate, verify, info, diff, eval, bench, serve,
    facts, disputes, why, merge, split,
)  # fmt: skip


def command() -> Any:
    """The whole command line as one callable; help is drawn with rich only where a person looks."""
    app = typer.Typer(
        add_completion=True,
        no_args_is_help=True,
        rich_markup_mode="markdown" if sys.stdout.isatty() else None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(about)
    for function in COMMANDS:
        app.command()(function)
    store = typer.Typer(no_args_is_help=True, help="Keep a store that grows article by article.")
    for name, action in STORE_COMMANDS.items():
        store.command(name)(action)
    app.add_typer(store, name="store")
    identity = typer.Typer(no_args_is_help=True, help="Join what several articles say of one thing.")
    for name, action in IDENTITY_COMMANDS.items():
        identity.command(name)(action)
    app.add_typer(identity, name="identity")
    kb = typer.Typer(no_args_is_help=True, help="Make knowledge bases for kg build --kb.")
    for name, action in KB_COMMANDS.items():
        kb.command(name)(action)
    app.add_typer(kb, name="kb")
    lang = typer.Typer(no_args_is_help=True, help="Look after the language packs.")
    for name, action in LANG_COMMANDS.items():
        lang.command(name)(action)
    app.add_typer(lang, name="lang")
    return get_command(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {kg.__version__}")
        raise typer.Exit


def about(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn news articles into a knowledge graph, ask it, look at it, and check every fact against its sentence."""
