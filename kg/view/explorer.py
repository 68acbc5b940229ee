"""The page as a format: it takes graphs one by one, like every other file that kg writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from pyoxigraph import Quad

from kg.view.reading import Reader
from kg.view.terms import facts_of


class Explorer:
    """Writes the page when the last graph has come. With `texts` False it holds quoted words, but no sentences."""

    def __init__(self, files: Sequence[BinaryIO], texts: bool = True) -> None:
        (self._out,) = files
        self._reader = Reader(texts)

    def add(self, graph: Sequence[Quad]) -> None:
        """Takes the quads of one named graph. Their order doesn't matter."""
        self._reader.add(facts_of(graph))

    def finish(self) -> None:
        """Lays out and writes the page."""
        from kg.view.network import network
        from kg.view.page import page
        from kg.view.payload import payload, texts
        from kg.view.plan import plan

        picture = self._reader.picture()
        drawn = plan(picture)
        title = picture.sources[0].title if len(picture.sources) == 1 else ""
        name = title or f"{len(picture.sources)} articles"
        data = payload(picture, drawn, title)
        self._out.write(page(name, data, network(picture, drawn), texts(picture)).encode(errors="replace"))
