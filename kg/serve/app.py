"""The HTTP side: SPARQL 1.1 Protocol, Update, Graph Store Protocol, and the page for people."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from kg.serve.frames import Reply, Task
from kg.serve.negotiation import ROWS, TRIPLES, best
from kg.serve.options import ServeOptions
from kg.serve.pool import Pool
from kg.serve.viewer import DrawingFailed, Viewer
from kg.store.saved import saved_queries
from kg.store.sparql import calls_out, with_used_prefixes

PAGE = Path(__file__).parent / "page"
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
#: Scripts and styles of this server alone; the editor sets styles in place. Nothing from or to anywhere else.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
#: For the viewer's page, which says by itself what it may run.
_SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}


class Refused(Exception):
    """A request that gets no further: a status and a sentence."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def application(folder: str, options: ServeOptions) -> ASGIApp:
    """The server of the store at `folder` as an ASGI application."""
    pool = Pool(folder, options)
    service = Service(pool, options)
    viewer = Viewer(folder)

    async def view(_: Request) -> Response:
        try:
            return HTMLResponse(await viewer.page(), headers=_SAFE)
        except DrawingFailed as error:
            raise Refused(503, str(error)) from error

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await pool.prepare()
        yield
        await pool.close()

    middleware = [Middleware(TrustedHostMiddleware, allowed_hosts=[options.host.strip("[]"), *_LOOPBACK])]
    if options.origin is not None:
        middleware.append(Middleware(CORSMiddleware, allow_origins=[options.origin], allow_methods=["GET", "POST"]))
    routes = [
        Route("/", _file("index.html")),
        *(Route(f"/{name}", _file(name)) for name in ("page.js", "page.css", "yasgui.min.js", "yasgui.min.css")),
        Route("/saved", _saved),
        Route("/view", view),
        Route("/query", service.query, methods=["GET", "POST"]),
        Route("/sparql", service.query, methods=["GET", "POST"]),
        Route("/update", service.update, methods=["POST"]),
        Route("/store", service.graph, methods=["GET", "HEAD", "PUT", "POST", "DELETE"]),
    ]
    return Starlette(routes=routes, middleware=middleware, lifespan=lifespan, exception_handlers={Refused: _refused})


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    headers = {"WWW-Authenticate": "Bearer"} if error.status == 401 else {}
    return PlainTextResponse(str(error) + "\n", error.status, headers)


def _file(name: str) -> Callable[[Request], Response]:
    def send(_: Request) -> Response:
        headers = {
            "Content-Security-Policy": _POLICY,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
        }
        return FileResponse(PAGE / name, headers=headers)

    return send


def _saved(_: Request) -> Response:
    library = [
        {"name": q.name, "title": q.title, "description": q.description, "query": with_used_prefixes(q.sparql)}
        for q in saved_queries()
    ]
    return Response(json.dumps(library, ensure_ascii=False), media_type="application/json")


class Service:
    """The three services over one pool of workers."""

    def __init__(self, pool: Pool, options: ServeOptions) -> None:
        self._pool = pool
        self._options = options

    async def query(self, request: Request) -> Response:
        """SPARQL 1.1 Protocol, query operation (sections 2.1.1 to 2.1.3)."""
        values, text = await self._operation(request, "query", "application/sparql-query")
        if calls_out(text) and not self._options.allow_service:
            raise Refused(403, "this server does not call other servers: SERVICE is not allowed")
        task = Task(
            "query",
            text,
            tuple(values.get("default-graph-uri", ())),
            tuple(values.get("named-graph-uri", ())),
            *self._wanted(request),
            answer_bytes=self._options.answer_bytes,
        )
        return _response(await self._while_connected(request, task))

    async def update(self, request: Request) -> Response:
        """SPARQL 1.1 Protocol, update operation (sections 2.2.1 and 2.2.2)."""
        self._admit_writer(request)
        values, text = await self._operation(request, "update", "application/sparql-update")
        if "using-graph-uri" in values or "using-named-graph-uri" in values:
            raise Refused(400, "using-graph-uri is not supported: write USING in the update")
        if calls_out(text) and not self._options.allow_service:
            raise Refused(403, "this server does not call other servers: LOAD and SERVICE are not allowed")
        return _response(await self._pool.write(Task("update", text), b""))

    async def graph(self, request: Request) -> Response:
        """SPARQL 1.1 Graph Store HTTP Protocol, with graphs named by `?graph=`."""
        name = request.query_params.get("graph")
        if not name:
            raise Refused(400, "which graph? every article is one: /store?graph=IRI")
        if request.method in ("GET", "HEAD"):
            task = Task("graph", name, triples=self._wanted(request)[1], answer_bytes=self._options.answer_bytes)
            reply = await self._while_connected(request, task)
            return _response(reply)
        self._admit_writer(request)
        media = request.headers.get("content-type", "").partition(";")[0].strip()
        body = await self._body(request)
        if request.method == "DELETE":
            return _response(await self._pool.write(Task("delete", name), b""))
        return _response(await self._pool.write(Task("put" if request.method == "PUT" else "post", name, media=media), body))

    async def _operation(self, request: Request, name: str, media: str) -> tuple[dict[str, list[str]], str]:
        """The parameters of an operation and its text, from whichever of the three places the protocol allows."""
        values = parse_qs(request.url.query, keep_blank_values=True)
        if request.method == "POST":
            kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
            body = await self._body(request)
            try:
                text = body.decode("utf-8")
            except UnicodeDecodeError as error:
                raise Refused(400, f"the body is not UTF-8: {error}") from error
            if kind == media:
                return values, text
            if kind != "application/x-www-form-urlencoded":
                raise Refused(415, f"POST {name} as {media} or as a form")
            values |= parse_qs(text, keep_blank_values=True, max_num_fields=1000)
        if len(values.get(name, ())) != 1:
            raise Refused(400, f"give one {name}, as the parameter {name!r}")
        return values, values[name][0]

    async def _body(self, request: Request) -> bytes:
        body = bytearray()
        async for piece in request.stream():
            body += piece
            if len(body) > self._options.body_bytes:
                raise Refused(413, f"the request is larger than {self._options.body_bytes} bytes")
        return bytes(body)

    def _admit_writer(self, request: Request) -> None:
        if self._options.token is None:
            raise Refused(403, "this server is read-only: start it with kg serve --write to change the store")
        shown = request.headers.get("authorization", "")
        if not hmac.compare_digest(shown.encode(), f"Bearer {self._options.token}".encode()):
            raise Refused(401, "writing needs this server's token: Authorization: Bearer TOKEN")

    def _wanted(self, request: Request) -> tuple[str | None, str | None]:
        accept = request.headers.get("accept", "*/*")
        return best(accept, ROWS), best(accept, TRIPLES)

    async def _while_connected(self, request: Request, task: Task) -> Reply:
        """The reply, unless the client leaves first: then nobody works for it any more."""
        work = asyncio.ensure_future(self._pool.query(task))
        try:
            while not work.done():
                await asyncio.wait([work], timeout=0.25)
                if not work.done() and await request.is_disconnected():
                    work.cancel()
        except asyncio.CancelledError:
            work.cancel()
            raise
        return Reply(499, "text/plain", b"") if work.cancelled() else work.result()


def _response(reply: Reply) -> Response:
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
    if reply.status >= 400:
        return PlainTextResponse(reply.body.decode("utf-8", "replace") + "\n", reply.status, headers)
    return Response(reply.body, reply.status, headers, media_type=reply.media)
