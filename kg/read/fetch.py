"""Fetching from the web: http and https only, public addresses unless allowed, robots.txt honoured, all bounded.

Names are resolved here and the connection goes to the very address that was checked, so that a name can't lead
elsewhere between check and use (DNS rebinding). Redirects are followed one by one through the same checks.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin, urlsplit

from kg import __version__
from kg.errors import FetchError
from kg.read import media
from kg.read.encoding import one_line
from kg.read.formats import FORMATS, UNTOLD_MEDIA
from kg.read.options import Limits
from kg.read.streams import size

if TYPE_CHECKING:
    import httpx
    from protego import Protego

AGENT = f"newskg/{__version__}"
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/*;q=0.9, */*;q=0.5"
REDIRECTS = (301, 302, 303, 307, 308)
ROBOTS_BYTES = 500 * 1024  # what RFC 9309 (2.5) asks a crawler to read at least
READABLE = frozenset(kind for entry in FORMATS.values() for kind in entry.media) | frozenset(UNTOLD_MEDIA)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave: its body, its content type, and the address that it came from in the end."""

    url: str
    body: bytes
    media: str


@dataclass(frozen=True, slots=True)
class _Target:
    """An address that passed the checks, with the network address to connect to."""

    url: str
    scheme: str
    host: str
    port: int | None
    ip: str

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"


class Fetcher:
    """Fetches addresses one after the other; keeps what each site's robots.txt says."""

    def __init__(self, limits: Limits, allow_private: bool = False) -> None:
        self._limits = limits
        self._allow_private = allow_private
        self._robots: dict[str, Protego | None] = {}
        self._client: httpx.Client | None = None
        self._deadline = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._client is not None:
            self._client.close()

    def get(self, url: str) -> Answer:
        """What `url` gives, redirects followed. Raises FetchError, one line that says why it gives nothing."""
        self._deadline = time.monotonic() + self._limits.fetch_seconds
        here = url
        for _ in range(self._limits.redirects + 1):
            target = self._check(here, url)
            if not self._allowed(target):
                raise FetchError(f"{here} may not be fetched: robots.txt of {target.host} forbids it")
            status, headers, body = self._request(target, self._limits.document_bytes)
            if status not in REDIRECTS or "location" not in headers:
                return _answer(here, status, headers.get("content-type", ""), body)
            here = _join(here, headers["location"])
        raise FetchError(f"{url} redirects more than {self._limits.redirects} times: give the final address")

    def _check(self, url: str, asked: str) -> _Target:
        """Where `url` leads, if it may be asked; raises FetchError if not."""
        via = "" if url == asked else f" (redirected from {asked})"
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").rstrip("."), parts.port
        except ValueError as error:
            raise FetchError(f"{url} is not a web address{via}: {error}") from error
        if parts.scheme not in ("http", "https"):
            raise FetchError(f"{url} is not fetched{via}: only http and https are")
        if not host or parts.username is not None:
            raise FetchError(f"{parts.scheme}://…{parts.path} is not fetched{via}: it needs a host and no user name")
        return _Target(url, parts.scheme, host, port, self._resolve(host, port or 0, url, via))

    def _resolve(self, host: str, port: int, url: str, via: str) -> str:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise FetchError(f"{url} does not answer{via}: the name {host} can't be resolved") from error
        addresses = [str(entry[4][0]) for entry in found]
        if not self._allow_private and not all(map(is_public, addresses)):
            raise FetchError(f"{url} is refused{via}: {host} is a private or local address; --allow-private permits it")
        return addresses[0]

    def _allowed(self, target: _Target) -> bool:
        """Whether robots.txt permits it: none there means yes, one that can't be had means no (RFC 9309, 2.3.1)."""
        if target.origin not in self._robots:
            self._robots[target.origin] = self._read_robots(target)
        rules = self._robots[target.origin]
        return rules is not None and bool(rules.can_fetch(target.url, AGENT))

    def _read_robots(self, target: _Target) -> Protego | None:
        from protego import Protego

        here = f"{target.origin}/robots.txt"
        for _ in range(self._limits.redirects + 1):
            checked = self._check(here, target.url)
            status, headers, body = self._request(checked, ROBOTS_BYTES, cut=True)
            if status in REDIRECTS and "location" in headers:
                here = _join(here, headers["location"])
                continue
            if status >= 500:
                return None
            return Protego.parse(body.decode("utf-8", "replace") if status < 300 else "")
        return Protego.parse("")

    def _request(self, target: _Target, limit: int, cut: bool = False) -> tuple[int, httpx.Headers, bytes]:
        """Status, headers and body of one exchange with the address that was checked."""
        import httpx

        self._client = self._client or _client(self._limits)
        pinned = httpx.URL(target.url).copy_with(host=target.ip, fragment=None)
        url, headers, secure = target.url, {"Host": target.authority}, {"sni_hostname": target.host}
        try:
            with self._client.stream("GET", pinned, headers=headers, extensions=secure) as response:
                moved = response.status_code in REDIRECTS
                body = b"" if moved else self._body(response, url, limit, cut)
                return response.status_code, response.headers, body
        except httpx.TimeoutException as error:
            raise FetchError(f"{url} does not answer within {self._limits.timeout:g} s: try again later") from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as error:
            raise FetchError(f"{url} does not answer ({_reason(error)}): check the address and the network") from error

    def _body(self, response: httpx.Response, url: str, limit: int, cut: bool) -> bytes:
        chunks: list[bytes] = []
        total = 0
        for chunk in response.iter_bytes():
            chunks.append(chunk)
            total += len(chunk)
            if total > limit and cut:
                break
            if total > limit:
                raise FetchError(f"{url} is larger than {size(limit)}: fetch it yourself and raise the limit")
            if time.monotonic() > self._deadline:
                raise FetchError(f"{url} takes longer than {self._limits.fetch_seconds:g} s: fetch it yourself")
        return b"".join(chunks)[:limit]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, whatever form it hides another in."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast


def _join(here: str, location: str) -> str:
    try:
        return urljoin(here, location)
    except ValueError as error:
        raise FetchError(f"{here} redirects to what is not a web address: {one_line(location)[:200]}") from error


def _answer(url: str, status: int, kind: str, body: bytes) -> Answer:
    if status != 200:
        raise FetchError(f"{url} answered {status}: check the address")
    plain = media.kind(kind)
    if plain and not plain.startswith("text/") and plain not in READABLE:
        raise FetchError(f"{url} is {plain}, which kg does not read: give a page, a feed, text or JSON")
    return Answer(url, body, kind)


def _client(limits: Limits) -> httpx.Client:
    import httpx

    headers = {"User-Agent": AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"}
    # No proxy from the environment: it would resolve names by itself, unchecked.
    return httpx.Client(headers=headers, timeout=limits.timeout, follow_redirects=False, trust_env=False)


def _reason(error: Exception) -> str:
    """The library's words on one line."""
    return " ".join(str(error).split()) or type(error).__name__
