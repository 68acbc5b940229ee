"""Any bytes as any format: articles of clean text, or one clear failure; never another exception."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.read import FORMATS
from kg.read.dates import from_metadata, from_text
from kg.read.encoding import decode
from kg.read.language import find_language
from tests.fuzz.targets import read_as

from .helpers import FRENCH
from .test_feeds_mail_warc import ATOM, PAGES, RSS, mail, warc
from .test_pages import MARKDOWN, PAGE
from .test_records import ROWS, as_csv, as_json, as_jsonl, as_parquet

quick = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def packed(data):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", data)
    return out.getvalue()


SEEDS = {
    "text": FRENCH.encode(),
    "markdown": MARKDOWN.encode(),
    "html": PAGE.encode(),
    "jsonl": as_jsonl(ROWS),
    "json": as_json(ROWS),
    "csv": as_csv(ROWS),
    "parquet": as_parquet(ROWS),
    "warc": warc(PAGES[:1], compressed=False),
    "feed": RSS.encode(),
    "mail": mail(FRENCH, "<p>x</p>", Subject="Le port", From="Ana <a@news.example>", Date="Tue, 03 Mar 2020 10:00:00 +0100"),
    "zip": packed(FRENCH),
    "gzip": gzip.compress(ATOM.encode()),
}


@pytest.mark.parametrize("name", FORMATS)
@quick
@given(data=st.binary(max_size=300))
def test_any_bytes(name, data):
    read_as(name, data)


@pytest.mark.parametrize("name", FORMATS)
@quick
@given(text=st.text(max_size=300))
def test_any_text(name, text):
    read_as(name, text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", FORMATS)
@quick
@given(data=st.data())
def test_good_files_with_bytes_changed(name, data):
    seed = bytearray(SEEDS[name])
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(seed) - 1))
        change = data.draw(st.sampled_from(["set", "cut", "double", "insert"]))
        if change == "set":
            seed[at] = data.draw(st.integers(0, 255))
        elif change == "cut":
            del seed[at : at + data.draw(st.integers(1, 40))]
        elif change == "double":
            seed[at:at] = seed[at : at + 40]
        else:
            seed[at:at] = data.draw(st.binary(max_size=8))
        seed = seed or bytearray(b"x")
    read_as(name, bytes(seed))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["text", "title", "date", "url", "x"]), inner)
    ),
    max_leaves=12,
)


@quick
@given(value=JSON)
def test_any_json(value):
    read_as("jsonl", json.dumps(value).encode())
    read_as("json", json.dumps(value).encode())


@quick
@given(text=st.text(max_size=200), lang=st.sampled_from(["fr", "en"]))
def test_any_text_has_a_date_within_it_or_none(text, lang):
    found = from_text(text, lang)
    assert found is None or 0 <= found.start < found.end <= len(text)
    from_metadata(text, lang)


@quick
@given(text=st.text(max_size=200))
def test_any_text_has_a_language_or_an_error(text):
    try:
        language = find_language(text, "a")
    except KgError:
        return
    assert language in ("en", "fr")


@quick
@given(text=st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_utf_8_is_read_as_it_is(text):
    assert decode(text.encode(), "a") == text
