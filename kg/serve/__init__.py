"""The store on the loopback: a SPARQL 1.1 endpoint that no query can bring to its knees, and a page to ask it on."""

from __future__ import annotations

from kg.serve.options import ServeOptions

__all__ = ["ServeOptions", "serve"]


def serve(folder: str, options: ServeOptions) -> None:
    """Serve the store at `folder` until interrupted. Raises InputError or StoreError where it can't be opened."""
    import uvicorn

    from kg.serve.app import application
    from kg.store.stores import opened

    with opened(folder):
        pass
    uvicorn.run(
        application(folder, options),
        host=options.host,
        port=options.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
