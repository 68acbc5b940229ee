"""Feeds, mail and web archives."""

from __future__ import annotations

import gzip
import io
import re
from email.message import EmailMessage

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kg.read import read

from .helpers import ENGLISH, FRENCH, read_all, read_one, reason
from .test_pages import PAGE, PARAGRAPHS

RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Tirna Matin</title><language>fr-fr</language>
<item><title>Le port &amp; la ville</title><link>https://news.example/port</link><guid>abc</guid>
<pubDate>Tue, 03 Mar 2020 10:00:00 +0100</pubDate><description>En bref.</description>
<content:encoded><![CDATA[<p>{PARAGRAPHS[1]}</p><script>alert(1)</script><p>{PARAGRAPHS[2]}</p>]]></content:encoded></item>
<item><title>La grève est finie</title><link>javascript:alert(1)</link><guid>tag:news.example,2020:2</guid></item>
<item></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>
<entry><title type="html">Harbour &lt;b&gt;reopens&lt;/b&gt;</title><link href="https://news.example/harbour"/><id>urn:x:1</id>
<updated>2020-03-04T10:00:00Z</updated><author><name>Ana Melk</name></author>
<content type="text">{ENGLISH}</content></entry></feed>"""


def test_rss(write):
    articles, failures = read_all(write("a.xml", RSS))
    assert articles[0].text == f"Le port & la ville\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}"
    assert articles[0].title == "Le port & la ville"
    assert articles[0].url == "https://news.example/port"
    assert articles[0].published == "2020-03-03T10:00:00+01:00"
    assert (articles[0].publisher, articles[0].lang) == ("Tirna Matin", "fr")
    assert (articles[1].text, articles[1].url, articles[1].published) == ("La grève est finie", None, None)
    assert "entry 3 is empty" in failures[0].reason


def test_atom(write):
    article = read_one(write("feed", ATOM))
    assert article.title == "Harbour reopens"
    assert article.text.startswith("Harbour reopens\n\n")
    assert (article.published, article.author, article.publisher) == ("2020-03-04T10:00:00+00:00", "Ana Melk", "Post")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(write, encoding):
    evil = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + ATOM.replace("Post", "&e;")
    assert "entities" in reason(write("a.xml", evil.encode(encoding)))


def test_xml_that_is_no_feed_is_refused(write):
    assert "no RSS or Atom feed" in reason(write("a.xml", "<?xml version='1.0'?><doc>Le port rouvre.</doc>"))
    assert "neither a page nor a feed" in reason(write("b", "<?xml version='1.0'?><doc>Le port rouvre.</doc>"))


def mail(plain=None, html=None, **headers):
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if plain:
        message.set_content(plain, charset="iso-8859-1", cte="quoted-printable")
    if html and plain:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="x.png")
    return message.as_bytes()


def test_mail(write):
    headers = {
        "Subject": "Le port rouvre à Tirna",
        "From": "Ana Melk <ana@news.example>",
        "Date": "Tue, 03 Mar 2020 10:00:00 +0100",
        "Message_ID": "<1@news.example>",
    }
    for data in (mail(FRENCH, "<p>autre</p>", **headers), mail(html=f"<p>{FRENCH}</p>", **headers)):
        article = read_one(write("a.eml", data))
        assert article.text.startswith("Le port rouvre à Tirna\n\nTirna : le port rouvre")
        assert (article.title, article.author) == ("Le port rouvre à Tirna", "Ana Melk")
        assert (article.published, article.published_evidence) == ("2020-03-03T10:00:00+01:00", "metadata")
    assert read_one(write("b", mail(FRENCH, **headers))).author == "Ana Melk"
    assert "no text" in reason(write("c.eml", mail(**headers)))


def warc(pages, compressed=True):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for url, status, kind, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(body.encode("latin-1")), http_headers=headers)
        )
    return out.getvalue()


PAGES = [
    ("https://news.example/port", "200 OK", "text/html; charset=iso-8859-1", PAGE),
    ("https://news.example/gone", "404 Not Found", "text/html", PAGE),
    ("https://news.example/x.css", "200 OK", "text/css", "p {}"),
    ("https://news.example/empty", "200 OK", "text/html", "<html></html>"),
    ("https://news.example/port2", "200 OK", "text/html; charset=iso-8859-1", PAGE.replace("mardi", "jeudi")),
]


@pytest.mark.parametrize("compressed", [True, False])
def test_warc(write, compressed):
    name = "a.warc.gz" if compressed else "a.warc"
    articles, failures = read_all(write(name, warc(PAGES, compressed)))
    assert [article.url for article in articles] == ["https://news.example/port", "https://news.example/port2"]
    assert articles[0].published == "2020-03-03"
    assert PARAGRAPHS[1] in articles[0].text
    assert ["no article" in failure.reason for failure in failures] == [True]


@pytest.mark.parametrize("cut", [1, 3, 10, 200, 1500])
@pytest.mark.parametrize("compressed", [True, False])
def test_a_warc_that_is_cut_off_says_so(write, cut, compressed):
    data = warc(PAGES[:1] * 2, compressed)
    failures = read_all(write("a.warc.gz" if compressed else "a.warc", data[:-cut]))[1]
    assert any("cut off" in failure.reason or "damaged" in failure.reason for failure in failures)


def test_warc_within_gzip_within_zip_and_junk(write):
    assert len(list(read([write("a.warc.gz", gzip.compress(warc(PAGES[:1])))]))) == 1
    assert "a.warc" in reason(write("a.warc", "WARC/1.0\r\njunk\r\n\r\n"))


def test_a_record_that_says_it_is_longer_than_any_file_is_damaged(write):
    """Found by fuzzing."""
    data = warc(PAGES[:1], compressed=False)
    start = data.index(b"Content-Length", data.index(b"WARC-Type: response"))
    data = data[:start] + re.sub(rb"\d+", b"9" * 20, data[start:], count=1)
    assert "is damaged" in reason(write("a.warc", data))
