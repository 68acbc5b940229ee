"""Who may know the password: the server that asks for it, and no other."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import StoreError
from kg.store.answers import Truth
from kg.store.graphs import open_graph

BASIC = "Basic " + base64.b64encode(b"ana:s3cret").decode()


class Guarded(BaseHTTPRequestHandler):
    """Answers yes to whoever shows what `server.wanted` says, and keeps what was shown."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        shown = self.headers.get("Authorization")
        self.server.shown.append(shown)  # type: ignore[attr-defined]
        allowed = shown == self.server.wanted  # type: ignore[attr-defined]
        self.send_response(200 if allowed else 401)
        if not allowed:
            self.send_header("WWW-Authenticate", 'Basic realm="desk"')
        self.send_header("Content-Type", "application/sparql-results+json")
        self.end_headers()
        self.wfile.write(b'{"head": {}, "boolean": true}' if allowed else b"who are you?")

    def log_message(self, *arguments: object) -> None:
        """Nothing on standard error."""


@pytest.fixture
def guarded() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Guarded)
    server.wanted, server.shown = BASIC, []  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USER", "PASSWORD", "TOKEN", "HOST", "UPDATE", "GRAPHS"):
        monkeypatch.delenv(f"KG_SPARQL_{name}", raising=False)


def ask(server: ThreadingHTTPServer) -> bool:
    answer = open_graph(f"http://127.0.0.1:{server.server_port}/query").query("ASK {}")
    assert isinstance(answer, Truth)
    return bool(answer)


def test_a_password_is_shown_only_when_asked_for(guarded: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_SPARQL_USER", "ana")
    monkeypatch.setenv("KG_SPARQL_PASSWORD", "s3cret")
    assert ask(guarded)
    assert guarded.shown == [None, BASIC]  # type: ignore[attr-defined]


def test_a_token(guarded: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    guarded.wanted = "Bearer abc"  # type: ignore[attr-defined]
    monkeypatch.setenv("KG_SPARQL_TOKEN", "abc")
    assert ask(guarded)
    assert guarded.shown == ["Bearer abc"]  # type: ignore[attr-defined]


def test_without_a_password_the_message_says_what_to_set(guarded: ThreadingHTTPServer) -> None:
    with pytest.raises(StoreError, match=r"asks who you are \(status 401\): set KG_SPARQL_USER"):
        ask(guarded)


def test_another_host_is_told_nothing(guarded: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_SPARQL_HOST", "store.example")
    for name in ("USER", "PASSWORD", "TOKEN"):
        monkeypatch.setenv(f"KG_SPARQL_{name}", "s3cret")
    with pytest.raises(StoreError):
        ask(guarded)
    assert guarded.shown == [None]  # type: ignore[attr-defined]
