"""RDF quads -> files: an explicit table of formats, files that appear whole or not at all, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import groupby
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, Store

from kg.errors import OutputError
from kg.export.base import Export, Format
from kg.export.files import appearing
from kg.export.formats import EXPORTERS

__all__ = ["EXPORTERS", "Export", "Format", "files_of", "graphs", "opened", "write", "write_graphs"]


def write(
    source: Store | Iterable[Quad], paths: Path | Sequence[Path], more: Mapping[str, Format] | None = None
) -> list[Path]:
    """Writes all of `source` to each of `paths` in the format that its ending names; returns the files written.

    Files appear together or not at all. `more` adds formats that other rooms know, such as the view's .html. Raises
    OutputError for an unknown ending, a place that can't be written, or a graph that the format can't say.
    """
    return write_graphs(graphs(source), paths, more)


def write_graphs(
    source: Iterable[Sequence[Quad]], paths: Path | Sequence[Path], more: Mapping[str, Format] | None = None
) -> list[Path]:
    """As `write`, of named graphs one by one."""
    wanted = list(dict.fromkeys([paths] if isinstance(paths, Path) else paths))
    with ExitStack() as stack:
        exports = [stack.enter_context(opened(path, more)) for path in wanted]
        for graph in source:
            for export in exports:
                export.add(graph)
    return [file for path in wanted for file in files_of(path, more)]


@contextmanager
def opened(path: Path, more: Mapping[str, Format] | None = None) -> Iterator[Export]:
    """A file to which graphs are added one by one; it appears when the block ends without an exception.

    Raises OutputError as `write` does.
    """
    form = _format(path, more)
    with appearing(files_of(path, more)) as files:
        export = form.make(files)
        yield export
        export.finish()


def files_of(path: Path, more: Mapping[str, Format] | None = None) -> list[Path]:
    """The files that writing to `path` makes: itself, but for formats of several files. Raises OutputError."""
    parts = _format(path, more).parts
    return [path.with_name(path.name[: -len(path.suffix)] + part) for part in parts] or [path]


def graphs(source: Store | Iterable[Quad]) -> Iterator[Sequence[Quad]]:
    """The named graphs of `source`: a store's by IRI, else as they come, where the quads of one stand together."""
    if isinstance(source, Store):
        names = (DefaultGraph(), *sorted(source.named_graphs(), key=str))
        yield from (found for name in names if (found := list(source.quads_for_pattern(None, None, None, name))))
    else:
        yield from (list(quads) for _, quads in groupby(source, key=lambda quad: quad.graph_name))


def _format(path: Path, more: Mapping[str, Format] | None) -> Format:
    known = {**EXPORTERS, **(more or {})}
    form = known.get(path.suffix.lower())
    if form is None:
        raise OutputError(f"{path}: no format for the ending {path.suffix or '(none)'}; kg writes {' '.join(sorted(known))}")
    return form
