"""Records: JSON Lines, JSON, CSV and Parquet give the same articles."""

from __future__ import annotations

import csv
import io
import json

import pyarrow
import pyarrow.parquet
import pytest

from kg.errors import UsageError
from kg.read import Limits, ReadOptions, parse_fields, read

from .helpers import ENGLISH, FRENCH, read_all, read_one, reason

ROWS = [
    {
        "body": FRENCH,
        "headline": "Le port rouvre",
        "date": "2020-03-03",
        "link": "https://news.example/port",
        "source": "Tirna Matin",
    },
    {
        "body": ENGLISH,
        "headline": "Harbour reopens",
        "date": "2020-03-04",
        "link": "https://news.example/harbour",
        "source": "Post",
    },
]


def as_jsonl(rows):
    return "\n".join(json.dumps(row) for row in rows).encode()


def as_json(rows):
    return json.dumps(rows, indent=1).encode()


def as_csv(rows, delimiter=","):
    out = io.StringIO()
    table = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    table.writeheader()
    table.writerows(rows)
    return out.getvalue().encode()


def as_parquet(rows):
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), out)
    return out.getvalue()


WRITERS = {
    "a.jsonl": as_jsonl,
    "a.json": as_json,
    "a.csv": as_csv,
    "b.csv": lambda rows: as_csv(rows, ";"),
    "a.tsv": lambda rows: as_csv(rows, "\t"),
    "c.csv": lambda rows: b"\xef\xbb\xbf" + as_csv(rows),
    "a.parquet": as_parquet,
}


@pytest.mark.parametrize("name", WRITERS)
def test_every_table_gives_the_same_articles(write, name):
    articles = list(read([write(name, WRITERS[name](ROWS))]))
    assert [article.text for article in articles] == [FRENCH, ENGLISH]
    assert [article.lang for article in articles] == ["fr", "en"]
    assert [article.title for article in articles] == ["Le port rouvre", "Harbour reopens"]
    assert [article.published for article in articles] == ["2020-03-03", "2020-03-04"]
    assert [article.publisher for article in articles] == ["Tirna Matin", "Post"]
    assert [article.file for article in articles] == [name, name]
    assert [article.id for article in articles] == ["port-9970ae0c", "harbour-d09207fd"]


@pytest.mark.parametrize("name", WRITERS)
def test_fields_are_mapped(write, name):
    rows = [{"corps_du_texte": FRENCH, "body": "x", "tete": "Le port", "ref": "abc-1234-x"}]
    options = ReadOptions(fields=parse_fields("text=corps_du_texte,title=tete,id=ref"))
    article = read_one(write(name, WRITERS[name](rows)), options)
    assert (article.text, article.title) == (FRENCH, "Le port")
    assert article.id.startswith("abc-1234-x-")


@pytest.mark.parametrize("name", WRITERS)
def test_a_record_without_text_is_reported_with_its_fields(write, name):
    message = reason(write(name, WRITERS[name]([{"foo": "x", "bar": "y"}])))
    assert "foo, bar" in message
    assert "--fields" in message


def test_one_bad_line_costs_one_line(write):
    lines = [
        b'{"text": "Le port rouvre."}',
        b"{oops",
        b"",
        b"[1]",
        b'{"text": ""}',
        b"\xff",
        b'{"text": "Le port ferme."}',
    ]
    path = write("a.jsonl", b"\n".join(lines))
    articles, failures = read_all(path)
    assert [article.text for article in articles] == ["Le port rouvre.", "Le port ferme."]
    assert [failure.source.rsplit(" ", 2)[-2:] for failure in failures] == [["line", n] for n in "2456"]
    assert "not valid JSON" in failures[0].reason
    assert "not an object" in failures[1].reason
    assert "empty" in failures[2].reason
    assert "UTF-8" in failures[3].reason


HOSTILE = [b"[" * 100_000, b'{"text": ' + b"9" * 10_000 + b"}", b'{"text": "a', b"nul", b'{"text": NaN}']


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_json_is_reported(write, line):
    assert read_all(write("a.jsonl", line))[1]
    assert read_all(write("a.json", line))[1]


def test_json_of_other_shapes(write):
    wrapped = json.dumps({"status": "ok", "articles": ROWS})
    assert len(list(read([write("a.json", wrapped)]))) == 2
    assert len(list(read([write("b.json", as_jsonl(ROWS))]))) == 2
    nested = json.dumps({"doc": {"text": {"fr": FRENCH}}})
    assert read_one(write("c.json", nested), ReadOptions(fields={"text": "doc.text.fr"})).text == FRENCH
    listed = {"text": [FRENCH, FRENCH], "authors": ["Ana Melk", {"name": "Jo Dolan"}], "publisher": {"name": "Post"}}
    article = read_one(write("d.json", json.dumps(listed)))
    assert (article.text, article.author, article.publisher) == (f"{FRENCH}\n\n{FRENCH}", "Ana Melk, Jo Dolan", "Post")
    html = json.dumps({"content_html": "<p>Le port rouvre.</p><script>x()</script><p>La grève est finie.</p>"})
    assert read_one(write("e.json", html)).text == "Le port rouvre.\n\nLa grève est finie."


def test_a_list_that_breaks_off_gives_what_it_held(write):
    articles, failures = read_all(write("a.json", as_json(ROWS)[:-1]))
    assert len(articles) == 2
    assert "not closed" in failures[0].reason
    articles, failures = read_all(write("b.json", as_json(ROWS)[:-40]))
    assert len(articles) == 1
    assert "not valid JSON" in failures[0].reason


def test_characters_that_no_graph_may_hold_are_replaced_one_for_one(write):
    article = read_one(write("a.jsonl", '{"text": "Le port\\u0000 \\ud800 rouvre \\ufffe.", "title": "x\\u0001\\ny"}'))
    assert article.text == "Le port\ufffd \ufffd rouvre \ufffd."
    assert article.title == "x\ufffd y"


def test_a_broken_table_says_where(write):
    assert "line 3" in reason(write("a.csv", 'text,title\n"a\n"b'))
    assert "3 cells under 2" in reason(write("b.csv", "text,title\na,b,c\n"))
    assert "binary" in reason(write("c.csv", b"text\0\1"))
    assert "Parquet" in reason(write("a.parquet", b"PAR1 and then nothing PAR1"))
    assert "empty" in reason(write("d.csv", b""))
    assert "empty" in reason(write("a.json", b""))


def test_latin_1_table(write):
    path = write("a.csv", as_csv(ROWS[:1]).decode().encode("cp1252"))
    assert read_one(path).text == FRENCH


def test_limits_on_a_record(write):
    options = ReadOptions(limits=Limits(record_bytes=100, document_bytes=100))
    long, short = {"text": FRENCH}, {"text": "Le port rouvre."}
    articles, failures = read_all(write("a.jsonl", as_jsonl([long, short])), options=options)
    assert [article.text for article in articles] == ["Le port rouvre."]
    assert "line 1 is longer than 100 bytes" in failures[0].reason
    assert "longer" in reason(write("a.csv", "text\n" + "x" * 200), options)


@pytest.mark.parametrize("value", ["text", "text=", "=body", "colour=red", ""])
def test_a_mapping_that_makes_no_sense_is_refused(value):
    with pytest.raises(UsageError):
        parse_fields(value)


def test_a_large_list_is_streamed(write):
    path = write("a.json", as_json([{"text": f"{FRENCH} {n}"} for n in range(3000)]))
    stream = read([path], ReadOptions(lang="fr"))
    assert next(stream).text == f"{FRENCH} 0"
    assert sum(1 for _ in stream) == 2999


def test_a_file_of_nothing_but_bad_records_is_given_up(write):
    path = write("a.jsonl", b"oops\n" * 50 + b'{"text": "Le port rouvre."}')
    articles, failures = read_all(path, options=ReadOptions(limits=Limits(failures=10)))
    assert (len(articles), len(failures)) == (0, 11)
    assert "the rest is left out" in failures[-1].reason


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://news.example/a b<c>", "https://news.example/a%20b%3Cc%3E"),
        ("https://news.example/été", "https://news.example/été"),
        ("http://[::1", None),
        ("javascript:alert(1)", None),
        ("/news/port", None),
        ("https://", None),
    ],
)
def test_only_a_web_address_is_kept_as_one(write, url, kept):
    assert read_one(write("a.jsonl", json.dumps({"text": FRENCH, "url": url}))).url == kept


def test_limits_of_one_table_do_not_stay(write):
    before = csv.field_size_limit()
    options = ReadOptions(lang="fr", limits=Limits(record_bytes=30))
    assert "valid CSV" in reason(write("a.csv", 'text\n"' + ("x" * 20 + "\n") * 2 + '"\n'), options)
    assert csv.field_size_limit() == before


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_names_of_fields_break_no_line_of_an_error(write, name):
    """Found by fuzzing."""
    assert "\n" not in reason(write(name, '{"a\\nb": "Le port rouvre."}'))
