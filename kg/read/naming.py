"""Identifiers that are the same in each run, and titles of texts that declare none."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from hashlib import sha256
from urllib.parse import quote, unquote, urlsplit

SLUG_CHARS = 48
TITLE_CHARS = 200
TITLE_WORDS = 30
UNFIT_IN_IRI = re.compile(r"""[\x00-\x20<>"{}|\\^`\x7f-\x9f\ufff0-\uffff\s]""")  # RFC 3987, section 2.2


def digest(text: str) -> str:
    """SHA-256 of the UTF-8 form, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def slug(name: str) -> str:
    """Lower-case ASCII letters, digits and hyphens that recall `name`: "Été à Tirna" -> "ete-a-tirna"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:SLUG_CHARS].rstrip("-")


def identifier(key: str, url: str | None, title: str | None) -> str:
    """A slug and eight hexadecimal digits of SHA-256 of what names the article: its address, else its key."""
    named = url or key
    return f"{slug(_last_part(named)) or slug(title or '') or 'article'}-{digest(named)[:8]}"


def web_address(value: str | None) -> str | None:
    """`value` as an address fit to be an IRI, or None if it is no http or https address."""
    value = (value or "").strip()
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return UNFIT_IN_IRI.sub(lambda char: quote(char.group()), value)


def headline(text: str) -> str | None:
    """The first line of a text where it stands alone as a headline: short, more text below, no full stop at its end."""
    first, _, rest = text.lstrip("\ufeff\n\t ").partition("\n")
    line = first.strip()
    if not line or not rest.strip() or len(line) > TITLE_CHARS or len(line.split()) > TITLE_WORDS:
        return None
    return None if line.endswith((".", ",", ";", ":")) and not line.endswith("...") else line


class Names:
    """The identifiers given out in one run. They lie in a temporary database, so that memory stays flat."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._db.execute("CREATE TABLE given (id TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID")

    def settle(self, name: str, text_sha256: str) -> str:
        """`name`, or `name` with eight digits of the text's hash where another text of this run has that name."""
        self._db.execute("INSERT OR IGNORE INTO given VALUES (?, ?)", (name, text_sha256[:16]))
        (holder,) = self._db.execute("SELECT text FROM given WHERE id = ?", (name,)).fetchone()
        return name if holder == text_sha256[:16] else f"{name}-{text_sha256[:8]}"

    def close(self) -> None:
        """Drops the database."""
        self._db.close()


def _last_part(name: str) -> str:
    path = unquote(re.sub(r"^\w+://[^/?#]*|[?#].*$", "", name)) if "://" in name else name
    parts = [part for part in re.split(r"[/\\]", path) if part]
    stem = parts[-1] if parts else name
    return re.sub(r"\.[A-Za-z0-9]{1,8}(?:\.gz)?(?=$|#)", "", stem)
