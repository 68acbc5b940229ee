"""Fetching, against a real server on this machine: what is fetched, and all that is refused."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg import __version__
from kg.errors import FetchError
from kg.read import Limits, ReadOptions, fetch
from kg.read.fetch import Fetcher, is_public

from .helpers import FRENCH, read_all, read_one, reason
from .test_feeds_mail_warc import RSS
from .test_pages import PAGE, PARAGRAPHS

HTML = "text/html; charset=utf-8"
SLOW = Limits(timeout=0.3, fetch_seconds=0.6)


class Site(BaseHTTPRequestHandler):
    """A news site with good and bad pages; `robots` is what its robots.txt answers."""

    robots: tuple[int, str] = (404, "")
    seen: list[tuple[str, str, str]] = []  # noqa: RUF012

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers["Host"], self.headers["User-Agent"]))
        name = self.path.split("?")[0].strip("/").replace(".", "_") or "index"
        getattr(self, f"page_{name}", self.page_missing)()

    def answer(self, body: str | bytes, kind: str = HTML, status: int = 200, **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def moved(self, to: str) -> None:
        self.answer("", status=302, Location=to)

    def page_missing(self) -> None:
        self.answer("gone", status=404)

    def page_robots_txt(self) -> None:
        status, text = type(self).robots
        self.answer(text, "text/plain", status)

    def page_article(self) -> None:
        self.answer(PAGE)

    def page_latin(self) -> None:
        self.answer(PAGE.encode("latin-1"), "text/html; charset=iso-8859-1")

    def page_text(self) -> None:
        self.answer(FRENCH, "text/plain; charset=utf-8")

    def page_feed(self) -> None:
        self.answer(RSS, "application/rss+xml")

    def page_table_jsonl(self) -> None:
        self.answer('{"text": "Le port de Tirna rouvre."}\n' * 2, "application/octet-stream")

    def page_packed_jsonl_gz(self) -> None:
        self.answer(gzip.compress(b'{"text": "Le port de Tirna rouvre."}\n'), "application/gzip")

    def page_pdf(self) -> None:
        self.answer(b"%PDF", "application/pdf")

    def page_once(self) -> None:
        self.moved("/article")

    def page_loop(self) -> None:
        self.moved("/loop")

    def page_tofile(self) -> None:
        self.moved("file:///etc/passwd")

    def page_inside(self) -> None:
        self.moved(f"http://127.0.0.2:{self.server.server_address[1]}/article")

    def page_nonsense(self) -> None:
        self.moved("http://[::1")

    def page_large(self) -> None:
        self.answer(b"x" * 200_000)

    def page_bomb(self) -> None:
        self.answer(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")

    def page_badgzip(self) -> None:
        self.answer(b"not gzip", Content_Encoding="gzip")

    def page_silent(self) -> None:
        time.sleep(1)

    def page_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", HTML)
        self.end_headers()
        for _ in range(20):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def page_garbage(self) -> None:
        self.wfile.write(b"\x00\x01 this is not HTTP\r\n\r\n")

    def page_error(self) -> None:
        self.answer("no", status=500)


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    Site.robots, Site.seen[:] = (404, ""), []
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


LOCAL = ReadOptions(allow_private=True)


def local(**limits: float) -> ReadOptions:
    return ReadOptions(allow_private=True, limits=Limits(**limits))


def test_a_page_is_fetched_by_name_and_robots_asked_first(site):
    article = read_one(f"{site}/article", LOCAL)
    assert PARAGRAPHS[1] in article.text
    assert (article.url, article.file, article.published) == (f"{site}/article", None, "2020-03-03")
    assert [path for path, _, _ in Site.seen] == ["/robots.txt", "/article"]
    assert {agent for _, _, agent in Site.seen} == {f"newskg/{__version__}"}


def test_what_an_address_gives_is_read_by_its_type(site):
    assert read_one(f"{site}/latin", LOCAL).title == PARAGRAPHS[0]
    assert read_one(f"{site}/text", LOCAL).text == FRENCH
    assert len(read_all(f"{site}/feed", options=LOCAL)[0]) == 2
    assert len(read_all(f"{site}/table.jsonl", options=LOCAL)[0]) == 2
    assert len(read_all(f"{site}/packed.jsonl.gz", options=LOCAL)[0]) == 1


def test_a_redirect_is_followed_and_the_last_address_kept(site):
    assert read_one(f"{site}/once", LOCAL).url == f"{site}/article"


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("missing", "answered 404"),
        ("error", "answered 500"),
        ("pdf", "application/pdf"),
        ("loop", "redirects more than 5 times"),
        ("tofile", "only http and https"),
        ("nonsense", "Invalid URL in location header"),
        ("badgzip", "does not answer"),
        ("garbage", "does not answer"),
    ],
)
def test_what_can_not_be_read_says_why(site, page, says):
    assert says in reason(f"{site}/{page}", LOCAL)


def test_size_and_time_are_limited(site):
    assert "larger than 97 kB" in reason(f"{site}/large", local(document_bytes=100_000))
    assert "larger" in reason(f"{site}/bomb", local(document_bytes=1_000_000))
    assert "does not answer within 0.3 s" in reason(f"{site}/silent", local(timeout=0.3))
    assert "takes longer than 0.6 s" in reason(f"{site}/drip", local(fetch_seconds=0.6))


def test_robots_txt_is_honoured(site):
    Site.robots = (200, "User-agent: newskg\nDisallow: /art\n\nUser-agent: *\nDisallow:\n")
    assert "robots.txt of 127.0.0.1 forbids" in reason(f"{site}/article", LOCAL)
    assert "robots.txt" in reason(f"{site}/once", LOCAL)
    assert read_one(f"{site}/text", LOCAL).text == FRENCH
    Site.robots = (503, "")
    assert "robots.txt" in reason(f"{site}/text", LOCAL)
    Site.robots = (403, "")
    assert read_one(f"{site}/text", LOCAL).text == FRENCH


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1", "0.0.0.0"]
)
def test_this_machine_is_refused_whatever_it_is_called(site, host):
    port = site.rsplit(":", 1)[1]
    assert "private or local address" in reason(f"http://{host}:{port}/article")
    assert not Site.seen


def test_a_redirect_into_the_private_network_is_refused(site, monkeypatch):
    monkeypatch.setattr(fetch, "is_public", lambda address: address == "127.0.0.1")
    message = reason(f"{site}/inside")
    assert "127.0.0.2 is a private or local address" in message
    assert "redirected from" in message
    assert [path for path, _, _ in Site.seen] == ["/robots.txt", "/inside"]


def test_the_connection_goes_to_the_address_that_was_checked(site, monkeypatch):
    """A name that means a public host when checked and this machine when asked again never gets a second look."""
    port = int(site.rsplit(":", 1)[1])
    real, asked = socket.getaddrinfo, []

    def resolve(host, *args, **options):
        if host != "news.example":
            return real(host, *args, **options)
        asked.append(host)
        return real("127.0.0.1" if len(asked) < 3 else "127.0.0.9", *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with Fetcher(Limits(timeout=1), allow_private=True) as fetcher:
        assert fetcher.get(f"http://news.example:{port}/text").body.decode() == FRENCH
    assert len(asked) == 2  # once for the page, once for its robots.txt, never by the connection
    assert {host for _, host, _ in Site.seen} == {f"news.example:{port}"}


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
    ],
)
def test_which_addresses_are_public(address, public):
    assert is_public(address) is public


def test_addresses_that_make_no_sense(site):
    assert "does not answer" in reason("http://127.0.0.1:9/x", LOCAL)
    assert "can't be resolved" in reason("http://nowhere.invalid/", LOCAL)
    for url in ("http:///x", "http://user:secret@news.example/", "http://news.example:99999/", "http://[::1/"):
        message = reason(url)
        assert "secret" not in message


def test_failures_are_fetch_errors():
    with pytest.raises(FetchError), Fetcher(Limits()) as fetcher:
        fetcher.get("gopher://news.example/")
