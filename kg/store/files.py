"""Articles' graphs out of RDF files, one at a time."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from kg.errors import InputError
from kg.ontology import PREFIXES
from kg.store.base import ArticleGraph
from kg.store.graphs import RDF_ENDINGS

_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_ARTICLE = ox.NamedNode(PREFIXES["schema"] + "NewsArticle")


def is_rdf(source: str) -> bool:
    """Whether the name `source` ends as RDF files do, packed or not; .json and .xml are left to articles."""
    return _ending(Path(source)) in RDF_ENDINGS.keys() - {".json", ".xml"}


def rdf_files(source: str) -> list[Path]:
    """The RDF files that `source` names: itself, or the parts in a folder that a cluster wrote; none for articles."""
    path = Path(source)
    if path.is_dir():
        return sorted(path.glob("part-*.nq.gz"))
    return [path] if is_rdf(source) else []


def _ending(path: Path) -> str:
    """What the name ends in, packed or not."""
    return Path(path.name.lower().removesuffix(".gz")).suffix


def article_graphs(path: Path) -> Iterator[ArticleGraph]:
    """Each named graph of an RDF file; the one article of a file that has no named graphs.

    The file is checked to its end before the first is yielded. Raises InputError for what is missing or malformed, for
    facts outside of any article's graph, and for no article or several in a file without named graphs.
    """
    order = _check(path)
    if order == [None]:
        yield _only_article(path)
    elif len(order) == len(set(order)):
        for name, quads in groupby(_quads(path), key=_name):
            yield str(name), list(quads)
    else:  # a graph's facts lie in several places of the file
        graphs: dict[str, list[ox.Quad]] = {}
        for quad in _quads(path):
            graphs.setdefault(str(_name(quad)), []).append(quad)
        yield from graphs.items()


def _check(path: Path) -> list[str | None]:
    """The graphs in the order of the file, each once for every stretch of it; None for the default graph."""
    order = [name for name, _ in groupby(_quads(path), key=_name)]
    if None in order and order != [None]:
        raise InputError(f"{path}: holds facts outside of any article's graph")
    return order


def _quads(path: Path) -> Iterator[ox.Quad]:
    form = RDF_ENDINGS.get(_ending(path))
    if form is None:
        raise InputError(f"{path}: not a kind of RDF file that kg reads ({' '.join(RDF_ENDINGS)})")
    base = path.absolute().as_uri()
    try:
        with cast(IO[bytes], gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb")) as file:
            yield from ox.parse(file, form, base_iri=base, rename_blank_nodes=True)
    except SyntaxError as error:
        raise InputError(f"{path}: malformed RDF: {' '.join(str(error).split())}") from error
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise InputError(f"{path}: can't be read: {' '.join(str(error).split())}") from error


def _name(quad: ox.Quad) -> str | None:
    if isinstance(quad.graph_name, ox.NamedNode):
        return quad.graph_name.value
    return None if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)


def _only_article(path: Path) -> ArticleGraph:
    quads = list(_quads(path))
    found = {q.subject for q in quads if q.predicate == _TYPE and q.object == _ARTICLE}
    if len(found) != 1:
        raise InputError(
            f"{path}: holds {len(found)} articles and no named graphs; give .trig or .nq, which keep them apart"
        )
    (article,) = found
    if not isinstance(article, ox.NamedNode):
        raise InputError(f"{path}: the article has no IRI")
    return article.value, [ox.Quad(q.subject, q.predicate, q.object, article) for q in quads]
