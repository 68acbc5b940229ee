"""A store behind an address: any server that speaks the SPARQL 1.1 Protocol and the Graph Store Protocol.

An address names the query service. Where the other two are follows from its path (`_LAYOUTS`), or from the environment:

    KG_SPARQL_UPDATE, KG_SPARQL_GRAPHS      addresses of the update service and of the graph store
    KG_SPARQL_USER, KG_SPARQL_PASSWORD      for basic and digest authentication, whichever the server asks for
    KG_SPARQL_TOKEN                         for bearer authentication
    KG_SPARQL_HOST                          the one host (or host:port) that may be told these; any, if not set
"""

from __future__ import annotations

import json
import os
from collections.abc import Generator, Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx
import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store.answers import Answer, Rows, Truth, answer_of
from kg.store.base import ArticleGraph, Change, StoreStats
from kg.store.fingerprint import comparable
from kg.store.sparql import asks_for_triples, with_prefixes

if TYPE_CHECKING:
    from kg.store.answers import Term

#: Last part of the query path -> last parts of the update and graph store paths: Oxigraph and kg serve, then Virtuoso.
_LAYOUTS = {
    "query": ("update", "store"),
    "sparql": ("sparql-auth", "sparql-graph-crud-auth"),
    "sparql-auth": ("sparql-auth", "sparql-graph-crud-auth"),
}
_ROWS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_NAMES = "SELECT DISTINCT ?article { GRAPH ?article { ?article a schema:NewsArticle } } ORDER BY ?article"
_COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?article { ?article a schema:NewsArticle } GRAPH ?article { ?s ?p ?o } }"
_PAGE = 5000
_VIRTUOSO_ASK = "__ASK_RETVAL"


class RemoteStore:
    """The store that a server keeps. One request puts or removes an article, as whole as the server makes it."""

    def __init__(self, address: str, timeout: float = 60.0) -> None:
        """Prepare to talk to the query service at `address`, waiting `timeout` seconds at most for each answer."""
        self._query = address
        self._update, self._graphs = _services(address)
        self._client = httpx.Client(timeout=timeout, auth=_Login(address), headers={"User-Agent": "newskg"})

    def query(self, sparql: str) -> Answer:
        """The answer over all graphs of the server. Raises QueryError, also where the server cut the answer short."""
        text = with_prefixes(sparql)
        accept = _TRIPLES if asks_for_triples(sparql) else _ROWS
        form = {"query": text, "union-default-graph": "true"}
        response = self._send("POST", self._query, data=form, headers={"Accept": accept})
        if response.status_code in (400, 408, 500, 503, 504):
            raise QueryError(f"{self._query}: the server refused the query: {_words(response)}")
        self._expect(response, 200)
        if "X-SQL-State" in response.headers:
            raise QueryError(f"{self._query}: the server stopped the query at its time limit: ask for less")
        if "X-SPARQL-MaxRows" in response.headers:
            limit = response.headers["X-SPARQL-MaxRows"]
            raise QueryError(f"{self._query}: the server answers with {limit} rows at most: use LIMIT and OFFSET")
        return _answer(response, self._query)

    def triples(self) -> ox.Store:
        """All articles' graphs, copied into memory."""
        store = ox.Store()
        for name in self.names():
            graph = ox.NamedNode(name)
            store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object, graph) for t in self.graph(name))
        return store

    def put(self, articles: Iterable[ArticleGraph]) -> Iterator[tuple[str, Change]]:
        """Make each article's graph what is given; yields each once the server said so. Raises StoreError."""
        for name, quads in articles:
            triples = [quad.triple for quad in quads]
            before = self.graph(name)
            if before and comparable(before) == comparable(triples):
                yield name, Change.UNCHANGED
                continue
            body = ox.serialize(triples, format=ox.RdfFormat.TURTLE)
            headers = {"Content-Type": "text/turtle"}
            response = self._send("PUT", self._graphs, params={"graph": name}, content=body, headers=headers)
            self._expect(response, 200, 201, 204)
            yield name, Change.REPLACED if before else Change.ADDED

    def remove(self, articles: Iterable[str]) -> Iterator[tuple[str, bool]]:
        """Take away the graphs with these IRIs; yields for each whether it was there. Raises StoreError."""
        for name in articles:
            there = bool(self.graph(name))
            if there:
                self._expect(self._send("DELETE", self._graphs, params={"graph": name}), 200, 202, 204)
            yield name, there

    def graph(self, article: str) -> list[ox.Triple]:
        """The triples of one article's graph, none if it isn't there."""
        response = self._send("GET", self._graphs, params={"graph": article}, headers={"Accept": _TRIPLES})
        if response.status_code == 404:
            return []
        self._expect(response, 200)
        return _triples(response, self._graphs)

    def names(self) -> list[str]:
        """IRIs of all articles' graphs, sorted; read page by page, as servers cap their answers."""
        names: list[str] = []
        while True:
            rows = self._rows(f"{_NAMES} LIMIT {_PAGE} OFFSET {len(names)}")
            page = [term.value for (term,) in rows if isinstance(term, ox.NamedNode)]
            names.extend(page)
            if len(page) < _PAGE:
                return names

    def stats(self) -> StoreStats:
        """Articles and triples; a server doesn't say what they take on disk."""
        ((count,),) = self._rows(_COUNT)
        return StoreStats(len(self.names()), int(getattr(count, "value", 0)), None)

    def compact(self) -> None:
        """Not to be asked of a server. Raises StoreError."""
        raise StoreError(f"{self._query}: a server compacts its files itself")

    def close(self) -> None:
        """End the connections."""
        self._client.close()

    def _rows(self, sparql: str) -> list[tuple[Term | None, ...]]:
        answer = self.query(sparql)
        assert isinstance(answer, Rows)
        return list(answer)

    def _send(self, method: str, address: str, **request: object) -> httpx.Response:
        try:
            return self._client.request(method, address, **request)  # type: ignore[arg-type]
        except httpx.TimeoutException as error:
            raise StoreError(f"{address}: no answer within {self._client.timeout.read:g} seconds") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise StoreError(f"{address}: the server can't be reached: {error}") from error

    def _expect(self, response: httpx.Response, *codes: int) -> None:
        if response.status_code in codes:
            return
        where = f"{response.request.method} {response.request.url.copy_with(query=None)}"
        if response.status_code in (401, 403):
            hint = "set KG_SPARQL_USER and KG_SPARQL_PASSWORD, or KG_SPARQL_TOKEN, to what the server accepts"
            raise StoreError(f"{where}: the server asks who you are (status {response.status_code}): {hint}")
        raise StoreError(f"{where}: status {response.status_code}: {_words(response)}")


class _Login(httpx.Auth):
    """Answers a server's challenge with what the environment holds; says nothing unasked but a bearer token."""

    requires_response_body = True

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        told = os.environ.get("KG_SPARQL_HOST") in (None, "", parts.hostname, parts.netloc)
        self._user = os.environ.get("KG_SPARQL_USER") if told else None
        self._password = os.environ.get("KG_SPARQL_PASSWORD", "")
        self._token = os.environ.get("KG_SPARQL_TOKEN") if told else None
        self._known: httpx.BasicAuth | httpx.DigestAuth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        if self._known is None:
            response = yield request
            if response.status_code != 401 or not self._user:
                return
            digest = "digest" in response.headers.get("WWW-Authenticate", "").lower()
            self._known = (httpx.DigestAuth if digest else httpx.BasicAuth)(self._user, self._password)
        yield from self._known.auth_flow(request)


def _services(address: str) -> tuple[str, str]:
    """Addresses of the update service and of the graph store that go with a query service."""
    base, _, last = address.rstrip("/").rpartition("/")
    update, graphs = _LAYOUTS.get(last, ("update", "data"))
    return (
        os.environ.get("KG_SPARQL_UPDATE") or f"{base}/{update}",
        os.environ.get("KG_SPARQL_GRAPHS") or f"{base}/{graphs}",
    )


def _answer(response: httpx.Response, address: str) -> Answer:
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    try:
        if kind == _ROWS or kind.endswith("json"):
            answer = answer_of(ox.parse_query_results(response.content, format=ox.QueryResultsFormat.JSON))
            return _truth(answer) if isinstance(answer, Rows) and answer.variables == (_VIRTUOSO_ASK,) else answer
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"{address}: the server's answer is broken, as when it stops half-way: {error}") from error
    store = ox.Store()
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object, ox.DefaultGraph()) for t in _triples(response, address))
    return answer_of(store.query("CONSTRUCT WHERE { ?s ?p ?o }"))


def _truth(rows: Rows) -> Truth:
    """Virtuoso's answer to ASK, a table of one row or none, as what the standard wants."""
    text = json.dumps({"head": {}, "boolean": any(True for _ in rows)})
    answer = answer_of(ox.parse_query_results(text, format=ox.QueryResultsFormat.JSON))
    assert isinstance(answer, Truth)
    return answer


def _triples(response: httpx.Response, address: str) -> list[ox.Triple]:
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    form = ox.RdfFormat.from_media_type(kind) or ox.RdfFormat.N_TRIPLES
    try:
        return [quad.triple for quad in ox.parse(response.content, format=form)]
    except SyntaxError as error:
        raise StoreError(f"{address}: the server's answer is not RDF: {error}") from error


def _words(response: httpx.Response) -> str:
    """The first line that a server says about a failure."""
    lines = [line.strip() for line in response.text[:2000].splitlines() if line.strip()]
    return lines[0][:300] if lines else response.reason_phrase
