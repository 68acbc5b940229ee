"""Archives of every format, their damage, and bombs."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from kg.read import Limits, ReadOptions, read

from .helpers import ENGLISH, FRENCH, read_all, read_one, reason
from .test_records import ROWS, as_csv, as_jsonl, as_parquet


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            path = name.replace("__", "/").replace("_", ".").replace("MACOSX/", "__MACOSX/")
            archive.writestr(path, content)
    return out.getvalue()


def test_a_zip_of_everything(write):
    data = zipped(
        a_txt=FRENCH, sub__b_jsonl=as_jsonl(ROWS), c_csv=as_csv(ROWS), d_parquet=as_parquet(ROWS),
        e_txt_gz=gzip.compress(ENGLISH.encode()), f_zip=zipped(g_txt=ENGLISH), MACOSX__x="x",
    )  # fmt: skip
    articles, failures = read_all(write("all.zip", data))
    assert not failures
    assert len(articles) == 9
    assert articles[0].file == "all.zip/a.txt"
    assert articles[1].file == "all.zip/sub/b.jsonl"
    assert articles[-1].file == "all.zip/f.zip/g.txt"
    assert (articles[0].text, articles[-1].text, articles[-2].text) == (FRENCH, ENGLISH, ENGLISH)


@pytest.mark.parametrize("name", ["a.txt.gz", "a.gz", "a"])
def test_gzip_of_a_text(write, name):
    assert read_one(write(name, gzip.compress(FRENCH.encode()))).text == FRENCH


def test_gzip_of_tables(write):
    for name, make in (("a.jsonl.gz", as_jsonl), ("a.csv.gz", as_csv), ("a.parquet.gz", as_parquet)):
        assert len(list(read([write(name, gzip.compress(make(ROWS)))]))) == 2


def test_damaged_archives_say_so(write):
    whole = zipped(a_txt=FRENCH * 50)
    assert "zip" in reason(write("a.zip", whole[:-30]))
    assert "a.txt is damaged" in reason(write("b.zip", whole.replace(whole[40:60], b"\0" * 20, 1)))
    assert "damaged or cut off" in reason(write("a.txt.gz", gzip.compress(FRENCH.encode())[:-12]))
    assert "damaged or cut off" in reason(write("b.txt.gz", b"\x1f\x8b\x08\x00junk"))
    assert "no zip archive" in reason(write("c.zip", b"not a zip"))
    assert "no gzip file" in reason(write("c.gz", b"not gzip"))
    assert "empty" in reason(write("d.zip", zipped()))


def test_an_encrypted_member_is_reported(write):
    data = bytearray(zipped(a_txt=FRENCH, b_txt=ENGLISH))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    articles, failures = read_all(write("a.zip", bytes(data)))
    assert [article.text for article in articles] == [ENGLISH]
    assert "encrypted" in failures[0].reason


def test_bombs_are_refused(write):
    same = b"x" * 8_000_000
    limits = ReadOptions(limits=Limits(ratio_free_bytes=2**20))
    for name, data in (("a.txt.gz", gzip.compress(same)), ("a.zip", zipped(a_txt=same))):
        failures = read_all(write(name, data), options=limits)[1]
        assert "refused as a bomb" in failures[-1].reason


def test_archives_within_archives_end(write):
    data = zipped(a_txt=FRENCH)
    for _ in range(6):
        data = zipped(a_zip=data)
    assert "archives" in reason(write("a.zip", data))
    gz = FRENCH.encode()
    for _ in range(6):
        gz = gzip.compress(gz)
    assert "archives" in reason(write("a.gz", gz))
    assert "more than 1" in reason(write("b.zip", zipped(a_txt="x", b_txt="y")), ReadOptions(limits=Limits(members=1)))


def test_an_office_document_is_named(write):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
    assert "Office document" in reason(write("a.docx", out.getvalue()))
