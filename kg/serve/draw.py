"""A process that draws a store as a page, so that nobody waits for it: python -m kg.serve.draw STORE FILE"""

from __future__ import annotations

import sys
from pathlib import Path

from kg.errors import KgError


def main(folder: str, file: str) -> None:
    """Write the page of the store at `folder` to `file`; a failure is one line on standard error and exit code 1."""
    from kg.export import write
    from kg.pipeline import page_formats
    from kg.store.graphs import open_graph

    try:
        write(open_graph(folder).triples(), Path(file), page_formats(True))
    except KgError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(*sys.argv[1:])
