"""A corpus in parts, each of which any process of a cluster can make from what lies in a folder or an object store.

    OUTPUT/part-00000012-0003.nq.gz               the fourth slice of the thirteenth stretch of the sources
    OUTPUT/.kg/articles/00000012-0003.jsonl.gz    its articles, until all is built
    OUTPUT/.kg/done/00000012-0003.json            what it was made from and what was found: written last

A file appears whole or not at all, and is the same whoever makes it: that a part is made twice, since a worker was
thought dead, does no harm.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from functools import cache
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING

from kg.errors import InputError, OutputError
from kg.export.lines import NQuads
from kg.model import Article
from kg.pipeline import BuildOptions, Built, Models, Summary, built, item, made_by
from kg.read import Blob, ReadFailure, articles_of
from kg.read.copies import Mark
from kg.read.objects import place

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

SLICE = 256  # articles of a part: what a worker that dies may lose

_building = Lock()  # threads of one worker share its model


@dataclass(frozen=True, slots=True)
class Slice:
    """Articles that are built together: where they lie, and what tells names and copies apart in the whole corpus."""

    name: str
    marks: tuple[Mark, ...]
    hashes: tuple[str, ...]  # of the texts


@dataclass(frozen=True, slots=True)
class Change:
    """What the whole corpus makes of an article that was read by itself: its name, whose copy it is, or nothing."""

    id: str
    copy_of: str | None = None
    dropped: bool = False  # given twice


Changes = Mapping[int, Change]  # by the number of the article in its slice


class Folder:
    """Where parts are written: a folder, or an address in an object store. Raises OutputError where that can't be."""

    def __init__(self, output: str) -> None:
        try:
            self.fs, self.root = place(output if "://" in output else os.path.abspath(output))
        except InputError as error:
            raise OutputError(str(error)) from error

    def put(self, name: str, data: bytes) -> None:
        """Write a file, which appears whole or not at all."""
        path = f"{self.root}/{name}"
        try:
            if _is_local(self.fs):
                self.fs.makedirs(os.path.dirname(path), exist_ok=True)
                draft = f"{path}.{os.getpid()}.tmp"
                self.fs.pipe_file(draft, data)
                os.replace(draft, path)
            else:
                self.fs.pipe_file(path, data)
        except Exception as error:  # each store's package has errors of its own
            raise OutputError(f"{path}: can't be written: {type(error).__name__}: {error}") from error

    def get(self, name: str) -> bytes | None:
        """What a file holds; None if it isn't there."""
        try:
            data: bytes = self.fs.cat_file(f"{self.root}/{name}")
        except FileNotFoundError:
            return None
        except Exception as error:
            raise OutputError(f"{self.root}/{name}: can't be read: {type(error).__name__}: {error}") from error
        return data

    def keep_parts(self, names: set[str]) -> None:
        """Take away the articles, and the parts of an earlier run that are none of `names`."""
        self.fs.invalidate_cache()
        for path in self.fs.glob(f"{self.root}/part-*.nq.gz"):
            name = path.rpartition("/part-")[2].removesuffix(".nq.gz")
            if name not in names:
                self._remove(path)
                self._remove(f"{self.root}/{_done(name)}")
        if self.fs.exists(f"{self.root}/.kg/articles"):
            self.fs.rm(f"{self.root}/.kg/articles", recursive=True)

    def _remove(self, path: str) -> None:
        if self.fs.exists(path):
            self.fs.rm_file(path)


def read_stretch(
    number: int, blobs: Sequence[Blob], options: BuildOptions, output: str
) -> tuple[list[Slice], list[ReadFailure]]:
    """Read blobs into slices, which are written to `output`; what can't be read is handed back."""
    folder = Folder(output)
    failures: list[ReadFailure] = []
    articles = articles_of(blobs, options.reading, lambda name, sha256: name, failures.append)
    slices: list[Slice] = []
    while some := list(islice(articles, SLICE)):
        name = f"{number:08}-{len(slices):04}"
        lines = "".join(json.dumps(asdict(article)) + "\n" for article in some)
        folder.put(_articles(name), gzip.compress(lines.encode(), 1, mtime=0))
        slices.append(Slice(name, tuple(map(Mark.of, some)), tuple(article.sha256 for article in some)))
    return slices, failures


def build_slice(name: str, changes: Changes, options: BuildOptions, output: str) -> Summary:
    """Build the articles of a slice and write their part, unless it is there already, made from the same."""
    folder = Folder(output)
    articles = list(_wanted(folder, name, changes))
    origin = _origin(articles, options)
    known = folder.get(_done(name))
    if known is not None and (done := json.loads(known))["origin"] == origin:
        return _summary(done["summary"])
    summary = Summary()
    with _building:
        items = (item(article, options) for article in articles)
        graphs = list(_added(built(items, options, summary.fail, _models(options.model)), summary))
    write_part(folder, name, graphs, summary, origin)
    return summary


def build_one(name: str, number: int, changes: Changes, options: BuildOptions, output: str) -> Built | ReadFailure | None:
    """Build one article of a slice; None if it is given twice."""
    article = dict(_numbered(Folder(output), name, changes)).get(number)
    if article is None:
        return None
    failures: list[ReadFailure] = []
    with _building:
        made = list(built([item(article, options)], options, failures.append, _models(options.model)))
    return made[0] if made else failures[0]


def write_part(folder: Folder, name: str, graphs: Iterable[Built], summary: Summary, origin: str = "") -> None:
    """Write a part, and after it what was found; where something failed not, so that it is tried again."""
    buffer = io.BytesIO()
    with gzip.GzipFile("", "wb", fileobj=buffer, mtime=0) as out:
        lines = NQuads([out])  # type: ignore[list-item]
        for graph in graphs:
            lines.add(graph.quads)
    folder.put(part(name), buffer.getvalue())
    if origin and not summary.failed:
        told = {field.name: getattr(summary, field.name) for field in fields(summary)}
        folder.put(_done(name), json.dumps({"origin": origin, "summary": told}).encode())


def part(name: str) -> str:
    """The file of a part."""
    return f"part-{name}.nq.gz"


def _articles(name: str) -> str:
    return f".kg/articles/{name}.jsonl.gz"


def _done(name: str) -> str:
    return f".kg/done/{name}.json"


def _wanted(folder: Folder, name: str, changes: Changes) -> Iterator[Article]:
    return (article for _, article in _numbered(folder, name, changes))


def _numbered(folder: Folder, name: str, changes: Changes) -> Iterator[tuple[int, Article]]:
    """The articles of a slice as the whole corpus has them, with their numbers in it."""
    data = folder.get(_articles(name))
    if data is None:
        raise OutputError(f"{folder.root}/{_articles(name)}: is gone: only one build at a time writes to a folder")
    for number, line in enumerate(gzip.decompress(data).decode().splitlines()):
        article = Article(**json.loads(line))
        change = changes.get(number)
        if change is None:
            yield number, article
        elif not change.dropped:
            yield number, replace(article, id=change.id, copy_of=change.copy_of)


def _added(graphs: Iterable[Built], summary: Summary) -> Iterator[Built]:
    for graph in graphs:
        summary.add(graph.findings)
        yield graph


def _origin(articles: Sequence[Article], options: BuildOptions) -> str:
    """A hash of all that a part is made from."""
    made = {article.lang: made_by(article.lang, options.model, options.base, options.kb) for article in articles}
    said = repr((made, articles))
    return hashlib.blake2b(said.encode(errors="backslashreplace"), digest_size=16).hexdigest()


def _summary(told: dict[str, object]) -> Summary:
    counted = {name: Counter(value) for name, value in told.items() if isinstance(value, dict)}
    summary = Summary(**{**told, **counted})  # type: ignore[arg-type]
    summary.resumed = summary.articles - summary.copies
    return summary


@cache
def _models(model: str | None) -> Models:
    """The models of this process, loaded once."""
    return Models(model)


def _is_local(fs: AbstractFileSystem) -> bool:
    protocols = (fs.protocol,) if isinstance(fs.protocol, str) else fs.protocol
    return "file" in protocols
