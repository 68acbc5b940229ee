"""What a build has done so far, kept beside its output until that is whole: a run that was broken off is taken up.

A graph is taken from the journal where the same version, model and options would make it of the same article; what
failed is tried again. Nothing lost but the last few articles, however the run ends: each commit is on disk.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zlib import crc32

from kg.errors import OutputError
from kg.model import Article
from kg.nquads import Lines
from kg.pipeline import BATCH, Builder, BuildOptions, Built, Failed, Findings, Item, made_by

_TABLE = "CREATE TABLE IF NOT EXISTS article (id TEXT PRIMARY KEY, origin BLOB, findings TEXT, lines BLOB) WITHOUT ROWID"
_HELD = "SELECT findings, lines FROM article WHERE id = ? AND origin = ? AND lines IS NOT NULL"


class Journal:
    """A database of finished graphs. It goes with the `with` block if that ends well, and stays if not."""

    def __init__(self, path: Path) -> None:
        """Open or make the journal. Raises OutputError where it can't be written, or another run has it."""
        self._path = path
        self.taken = 0  # graphs that came from an earlier run
        self._new = 0
        try:
            self._db = sqlite3.connect(path, isolation_level=None, timeout=0)
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute("BEGIN EXCLUSIVE")
            self._db.execute(_TABLE)
        except sqlite3.OperationalError as error:
            held = "another kg build writes the same output: wait until it is done"
            reason = held if "locked" in str(error) else f"can't be written: {error}"
            raise OutputError(f"{path.parent}: {reason}") from error
        except sqlite3.DatabaseError as error:
            raise OutputError(f"{path}: what an earlier run left can't be read ({error}): remove it") from error

    @classmethod
    def beside(cls, output: Path) -> Self:
        """The journal of builds whose first output is `output`."""
        return cls(place(output))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(sqlite3.Error):  # a full disk: what was committed before is there
            self._db.execute("COMMIT")
        held = self._held()
        self._db.close()
        if kind is None or held < BATCH:  # fewer are soon built again
            self._path.unlink(missing_ok=True)

    def _held(self) -> int:
        with suppress(sqlite3.Error):
            some = "SELECT 1 FROM article WHERE lines IS NOT NULL LIMIT ?"
            return len(self._db.execute(some, [BATCH]).fetchall())
        return BATCH

    def resuming(self, builder: Builder) -> Builder:
        """A Builder that takes from the journal what is there, and leaves to `builder` what isn't."""
        return partial(self._built, builder)

    def _built(
        self, builder: Builder, items: Iterable[Item], options: BuildOptions, on_failure: Failed | None = None
    ) -> Iterator[Built]:
        for graph in builder(self._marked(items, options), options, on_failure):
            if not graph.ready:
                self._keep(graph)
            yield graph

    def _marked(self, items: Iterable[Item], options: BuildOptions) -> Iterator[Item]:
        for item in items:
            if not isinstance(item, Article):
                yield item
                continue
            origin = _origin(item, options)
            if self._db.execute(_HELD, (item.id, origin)).fetchone():
                yield partial(self._load, item.id, origin)
            else:
                self._db.execute("REPLACE INTO article VALUES (?, ?, NULL, NULL)", (item.id, origin))
                yield item

    def _load(self, name: str, origin: bytes) -> Built:
        findings, lines = self._db.execute(_HELD, (name, origin)).fetchone()
        self.taken += 1
        told: dict[str, Any] = json.loads(findings)
        listed = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
        return Built(Findings(**{**told, **listed}), Lines(zlib.decompress(lines)), ready=True)

    def _keep(self, graph: Built) -> None:
        findings = graph.findings
        wanted = "UPDATE article SET findings = ?, lines = ? WHERE id = ? AND lines IS NULL"
        row = (json.dumps(asdict(findings)), zlib.compress(graph.quads.data, 1), findings.article)
        self._db.execute(wanted, row)
        self._new += 1
        if self._new % BATCH == 0:
            self._db.execute("COMMIT")
            self._db.execute("BEGIN EXCLUSIVE")


def place(output: Path) -> Path:
    """Where the journal of builds lies whose first output is `output`."""
    target = output.resolve()
    return target.with_name(f".kg-{crc32(os.fsencode(target.name)):08x}.journal")


def journal_for(outputs: Sequence[Path]) -> Journal | None:
    """The journal beside the first of `outputs`; None where they are no files, such as /dev/stdout."""
    files = [path for path in outputs if path.parent.is_dir() and (path.is_file() or not path.exists())]
    return Journal.beside(files[0]) if files else None


def _origin(article: Article, options: BuildOptions) -> bytes:
    """A hash of all that a graph is made from."""
    made = made_by(article.lang, options.model, options.base, options.kb)
    said = repr((made, replace(article, text="")))
    return hashlib.blake2b(said.encode(errors="backslashreplace"), digest_size=16).digest()
