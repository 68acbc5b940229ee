"""kg serve: the store as a SPARQL endpoint."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from kg.errors import UsageError


def serve(
    store: Annotated[str, typer.Argument(metavar="STORE", help="A store's folder.")],
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)] = 7878,
    host: Annotated[str, typer.Option(help="The address to listen on, this machine's own if not given.")] = "127.0.0.1",
    write: Annotated[bool, typer.Option("--write", help="Let clients that show the token change the store.")] = False,
    seconds: Annotated[float, typer.Option("--time", help="Seconds that one query may take.", min=0.1)] = 30.0,
    answer: Annotated[int, typer.Option(help="Megabytes that one answer may have.", min=1)] = 64,
    memory: Annotated[int, typer.Option(help="Megabytes of memory that one query may take.", min=64)] = 4096,
    workers: Annotated[int, typer.Option(help="Queries that run at once.", min=2, max=64)] = 8,
    origin: Annotated[
        str | None, typer.Option(metavar="URL", help="A web site whose pages may read answers (CORS).")
    ] = None,
    allow_service: Annotated[
        bool, typer.Option("--allow-service", help="Let queries call other servers (SERVICE, LOAD).")
    ] = False,
) -> None:
    """Serve a store on this machine: a SPARQL 1.1 endpoint and a page to ask it on.

    /query, /update and /store speak the SPARQL 1.1 Protocol and the Graph Store Protocol; / is the page to ask it on,
    /view the graph to look at.

    Read-only, unless --write is given: then writers show the token of KG_SERVE_TOKEN, or the one printed at the start.

    Examples:

    kg serve my-store

    kg serve my-store --port 8080 --time 10

    KG_SERVE_TOKEN=secret kg serve my-store --write
    """
    from kg.serve import ServeOptions
    from kg.serve import serve as run
    from kg.store.graphs import is_address

    if is_address(store):
        raise UsageError(f"{store}: a server serves itself; kg serve takes a store's folder")
    megabyte = 2**20
    options = ServeOptions(
        host=host,
        port=port,
        token=_token() if write else None,
        allow_service=allow_service,
        origin=origin,
        seconds=seconds,
        answer_bytes=answer * megabyte,
        memory_bytes=memory * megabyte,
        workers=workers,
    )
    print(f"kg: {store} at http://{host}:{port}/ (Ctrl-C ends)", file=sys.stderr)
    run(store, options)


def _token() -> str:
    token = os.environ.get("KG_SERVE_TOKEN")
    if not token:
        import secrets

        token = secrets.token_urlsafe(24)
        print(f"kg: token for writers: {token}", file=sys.stderr)
    return token
