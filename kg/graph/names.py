"""IRIs: readable, the same in every run, never two things under one, and safe whatever the text holds."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.graph.terms import Term
from kg.ontology import DATA_BASE

LONGEST = 60  # characters of a slug before percent-encoding: enough to recognise a label

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")
_OUTSIDE_WORDS = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """`text` in lower case without accents, its words joined by hyphens, percent-encoded; "" if it has no word."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    words = _OUTSIDE_WORDS.sub("-", plain).strip("-")
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]
    return quote(words, safe="", errors="replace")


@lru_cache(maxsize=256)
def kebab(kind: str) -> str:
    """A class name as the step of a path: "GeopoliticalEntity" is "geopolitical-entity"."""
    return _CAPITAL.sub("-", kind).lower()


def article_iri(base: str, identifier: str) -> str:
    """The IRI of the article with this identifier below `base`, which is also that of its named graph."""
    return base + quote(identifier, safe="", errors="replace")


class Names:
    """Gives out IRIs below one article's, in angle brackets, each once: a second thing of one name gets "-2"."""

    def __init__(self, article: str) -> None:
        self.article = article
        self._given: set[str] = set()

    def mint(self, kind: str, name: str) -> Term:
        """A new IRI for a thing of class `kind` that is called `name`."""
        return self._unused(f"{self.article}/{kebab(kind)}/{slug(name) or 'unnamed'}")

    def span(self, kind: str, start: int, end: int) -> Term:
        """A new IRI for what stands at these offsets."""
        return self._unused(f"{self.article}/{kebab(kind)}/{start}-{end}")

    def _unused(self, iri: str) -> Term:
        candidate, number = iri, 1
        while candidate in self._given:
            number += 1
            candidate = f"{iri}-{number}"
        self._given.add(candidate)
        return f"<{candidate}>"


def checked_base(base: str) -> str:
    """`base` if IRIs can be made below it: absolute, ending in "/" or "#". Raises UsageError for what it is not."""
    try:
        NamedNode(base)
    except ValueError as error:
        raise UsageError(f"--base {base}: not an IRI ({error}); give one such as {DATA_BASE}") from error
    if not _ABSOLUTE.match(base) or base[-1] not in "/#":
        raise UsageError(f'--base {base}: must begin with a scheme such as https: and end in "/" or "#"')
    return base
