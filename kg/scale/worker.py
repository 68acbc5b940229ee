"""One process that makes graphs: batches of articles come in through a pipe, N-Quads go out."""

from __future__ import annotations

import gc
import signal
from collections.abc import Sequence
from multiprocessing.connection import Connection

from kg.errors import KgError
from kg.model import Article
from kg.pipeline import BuildOptions, Built, Models, graphs
from kg.read import ReadFailure

Result = list[Built | ReadFailure]


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
        results.append(graph)
    return results
