"""One process that makes graphs: batches of articles come in through a pipe, N-Quads go out."""

from __future__ import annotations

import gc
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection

from kg.errors import KgError
from kg.graph.packing import pack, unpack
from kg.model import Article
from kg.pipeline import BuildOptions, Built, Findings, Models, graphs
from kg.read import ReadFailure


@dataclass(frozen=True, slots=True)
class Packed:
    """One article's graph as it goes through a pipe."""

    findings: Findings
    lines: bytes

    def unpack(self) -> Built:
        """The graph that was packed."""
        return Built(self.findings, unpack(self.lines))


Result = list[Packed | ReadFailure]


def serve(pipe: Connection, options: BuildOptions) -> None:
    """Answer each batch with its results in order, or with the error that ends the run, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the parent, which closes the pipe
    models = Models(options.model)
    settled = False
    while True:
        try:
            articles = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(_results(articles, models, options))
        except KgError as error:
            pipe.send(error)
        gc.collect()
        if not settled:  # what the first batch loaded stays: the collector need not walk it after every batch
            gc.freeze()
            settled = True


def _results(articles: Sequence[Article], models: Models, options: BuildOptions) -> Result:
    results: Result = []
    for graph in graphs(articles, models, options, results.append):
        results.append(Packed(graph.findings, pack(graph.quads)))
    return results
