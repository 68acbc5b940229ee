"""A cluster that reads from an object store and writes to it: a real S3 service on this machine."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from moto.server import ThreadedMotoServer

from kg.commands import run
from kg.read import ReadOptions, read
from kg.scale.cluster import build_parts

TEXTS = [
    f"Le général {who} a été blessé mardi à {where} par un groupe armé. Il a accusé trois soldats."
    for who, where in (("Ilar Dovan", "Tirna"), ("Vesna Korr", "Sarn"), ("Marek Dolan", "Oslo"))
]


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """A bucket with news in it, behind the settings by which any S3 service is named."""
    server = ThreadedMotoServer("127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "key")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        store = fsspec.filesystem("s3", skip_instance_cache=True)
        store.mkdir("news")
        store.mkdir("graphs")
        lines = "\n".join(json.dumps({"text": text, "lang": "fr", "date": "2024-03-14"}) for text in TEXTS)
        store.pipe_file("news/2024/a.jsonl.gz", gzip.compress(lines.encode()))
        store.pipe_file("news/2024/b.txt", TEXTS[0].encode())
        yield "s3://news/2024/"
    server.stop()


def test_from_a_bucket_to_a_bucket(bucket: str, tmp_path: Path) -> None:
    summary = build_parts([bucket], "s3://graphs/2024", jobs=2)
    assert (summary.articles, summary.copies) == (4, 1)
    store = fsspec.filesystem("s3")
    store.invalidate_cache()
    names = sorted(store.glob("graphs/2024/part-*.nq.gz"))
    assert run(["build", bucket, "-o", str(tmp_path / "a.nq"), "--quiet"]) == 0
    assert b"".join(gzip.decompress(store.cat_file(name)) for name in names) == (tmp_path / "a.nq").read_bytes()
    assert not store.exists("graphs/2024/.kg/articles")


def test_an_object_that_is_not_there_is_one_line(bucket: str) -> None:
    failures: list[str] = []
    sources = [f"{bucket}none.txt", "s3://no-such-bucket/a.txt", f"{bucket}b.txt"]
    articles = list(read(sources, ReadOptions(), lambda failure: failures.append(failure.reason)))
    assert len(articles) == 1
    assert len(failures) == 2
    assert not any("\n" in reason for reason in failures)
