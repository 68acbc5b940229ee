"""Object stores are read as folders are: the same articles in the same order, and one line where that can't be."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from kg.read import ReadOptions, read
from kg.read.objects import place
from tests.read.helpers import ENGLISH, FRENCH, read_all, reason


def packed(text: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("inner/one.txt", text)
    return buffer.getvalue()


FILES = {
    "b.txt": FRENCH.encode(),
    "a/z.txt": ENGLISH.encode(),
    "a.jsonl": json.dumps({"text": FRENCH, "title": "Tirna"}).encode(),
    "a/deep/er.jsonl.gz": gzip.compress(json.dumps({"text": ENGLISH}).encode()),
    "c/pack.zip": packed(ENGLISH),
    "c/picture.png": b"\x89PNG",
    ".hidden/no.txt": FRENCH.encode(),
}


@pytest.fixture
def bucket() -> Iterator[str]:
    store = fsspec.filesystem("memory")
    for name, data in FILES.items():
        store.pipe_file(f"/bucket/news/{name}", data)
    yield "memory://bucket/news"
    store.rm("/bucket", recursive=True)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    for name, data in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return str(tmp_path)


def test_a_bucket_reads_as_the_same_folder(bucket: str, folder: str) -> None:
    theirs, ours = read_all(bucket), read_all(folder)
    assert theirs[0] == ours[0]
    assert len(theirs[0]) == 5
    assert [failure.skipped for failure in theirs[1]] == [True]


def test_patterns_and_single_objects(bucket: str, folder: str) -> None:
    assert read_all(f"{bucket}/a/*.txt")[0] == read_all(f"{folder}/a/*.txt")[0]
    assert read_all(f"{bucket}/b.txt")[0] == read_all(f"{folder}/b.txt")[0]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("memory://bucket/news/none.txt", "does not exist"),
        ("memory://bucket/news/*.warc", "no object matches"),
        ("abfs://bucket/news/", "adlfs"),
        ("zip://one.txt::http://127.0.0.1/a.zip", "not a web address"),
        ("memory://bucket::http://127.0.0.1/", "not chained"),
        ("simplecache::http://127.0.0.1/a.txt", "does not exist"),
        ("ftp://example.org/a.txt", "only http and https"),
        ("file:///etc/hostname", "only http and https"),
    ],
)
def test_what_cannot_be_read_is_one_line(bucket: str, source: str, words: str) -> None:
    assert words in reason(source)


def test_a_store_that_fails_costs_its_object_alone(bucket: str) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise RuntimeError("the store is gone")

    fs, path = place(bucket)
    healthy = fs.open
    fs.open = lambda name, mode: Failing() if name.endswith("b.txt") else healthy(name, mode)
    try:
        articles, failures = read_all(bucket)
    finally:
        del fs.open
    assert len(articles) == 4
    assert "the store is gone" in failures[0].reason
    assert path == "/bucket/news"


def test_the_base_of_names_is_the_address(bucket: str) -> None:
    articles = list(read([bucket], ReadOptions(), lambda failure: None))
    files = ["a.jsonl", "b.txt", "a/z.txt", "a/deep/er.jsonl.gz", "c/pack.zip/inner/one.txt"]
    assert [article.file for article in articles] == files
