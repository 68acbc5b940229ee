"""The page's data: columns of plain JSON, in which things point at each other by number. Each text is kept once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kg.ontology import PREFIXES, UnknownTerm, ancestors, is_a, label
from kg.view.appearance import looks, looks_like
from kg.view.network import ACTING
from kg.view.picture import Passage, Picture, Plan, Source
from kg.view.plan import FIRST, size, weights

FACTUALITIES = ("Actual", "Planned", "Possible", "Negated")
LANGUAGES = ("en", "fr")


def payload(picture: Picture, plan: Plan, title: str) -> dict[str, Any]:
    """Everything but the articles' sentences."""
    kinds = sorted({node.kind for node in picture.nodes})
    predicates = sorted({edge.predicate for edge in picture.edges})
    return {
        "title": title,
        "prefixes": dict(PREFIXES),
        "first": FIRST,
        "kinds": [_kind(kind) for kind in kinds],
        "looks": {
            kind: {"color": look.color, "shape": look.shape, "sign": look.sign, **labels(kind)}
            for kind, look in looks().items()
        },
        "predicates": [{"id": name, "acting": name in ACTING, **labels(name)} for name in predicates],
        "factualities": [{"id": name, **labels(name)} for name in FACTUALITIES],
        "nodes": _nodes(picture, plan, kinds),
        "edges": _edges(picture, predicates),
        "passages": _passages(picture),
        "articles": [_article(source) for source in picture.sources],
        "groups": [[group.x, group.y, group.radius, list(group.members), group.placed] for group in plan.groups],
        "bases": _bases(picture),
    }


def texts(picture: Picture) -> list[list[Any]]:
    """Each article's sentences: where they begin, then their words."""
    return [
        [[begin for begin, _ in source.sentences], [words for _, words in source.sentences]] for source in picture.sources
    ]


def labels(name: str) -> dict[str, str]:
    """A term's labels by language; the last part of an IRI that the ontology doesn't know."""
    try:
        return {lang: label(name, lang) for lang in LANGUAGES}
    except UnknownTerm:
        last = name.rstrip("/#").replace("#", "/").rpartition("/")[2] or name
        return dict.fromkeys(LANGUAGES, last)


def _kind(kind: str) -> dict[str, Any]:
    event = is_a(kind, "Event")
    return {"id": kind, "event": event, "look": looks_like(kind), "above": list(ancestors(kind)), **labels(kind)}


def _nodes(picture: Picture, plan: Plan, kinds: Sequence[str]) -> dict[str, list[Any]]:
    number = {kind: index for index, kind in enumerate(kinds)}
    weight = weights(picture)
    bases = _Shortener(_bases(picture))
    return {
        "iri": [[bases.short(iri) for iri in node.iris] for node in picture.nodes],
        "kind": [number[node.kind] for node in picture.nodes],
        "label": [node.label for node in picture.nodes],
        "lang": [node.lang for node in picture.nodes],
        "aliases": [list(node.aliases) for node in picture.nodes],
        "links": [list(node.links) for node in picture.nodes],
        "factuality": [_factuality(node.factuality) for node in picture.nodes],
        "begin": [node.begin for node in picture.nodes],
        "end": [node.end for node in picture.nodes],
        "when": [node.when for node in picture.nodes],
        "figures": [list(node.figures) for node in picture.nodes],
        "confidence": [node.confidence for node in picture.nodes],
        "articles": [list(node.articles) for node in picture.nodes],
        "passages": [list(node.passages) for node in picture.nodes],
        "weight": weight,
        "size": [size(number) for number in weight],
        "place": [list(plan.places.get(index, ())) for index in range(len(picture.nodes))],
    }


def _edges(picture: Picture, predicates: Sequence[str]) -> dict[str, list[Any]]:
    number = {name: index for index, name in enumerate(predicates)}
    return {
        "source": [edge.source for edge in picture.edges],
        "target": [edge.target for edge in picture.edges],
        "predicate": [number[edge.predicate] for edge in picture.edges],
        "factuality": [_factuality(edge.factuality) for edge in picture.edges],
        "begin": [edge.begin for edge in picture.edges],
        "end": [edge.end for edge in picture.edges],
        "confidence": [edge.confidence for edge in picture.edges],
        "articles": [list(edge.articles) for edge in picture.edges],
        "passages": [list(edge.passages) for edge in picture.edges],
    }


def _factuality(name: str) -> int:
    return FACTUALITIES.index(name) if name in FACTUALITIES else 0


def _passages(picture: Picture) -> dict[str, list[Any]]:
    return {
        "article": [passage.article for passage in picture.passages],
        "sentence": [passage.sentence for passage in picture.passages],
        "begin": [passage.begin for passage in picture.passages],
        "end": [passage.end for passage in picture.passages],
        "quote": ["" if _in_text(picture.sources, passage) else passage.quote for passage in picture.passages],
    }


def _in_text(sources: Sequence[Source], passage: Passage) -> bool:
    """Whether the words can be cut out of the sentence, so that they needn't be kept again."""
    if passage.article < 0 or passage.sentence < 0:
        return False
    begin, words = sources[passage.article].sentences[passage.sentence]
    return words[passage.begin - begin : passage.end - begin] == passage.quote and passage.begin >= begin


def _article(source: Source) -> dict[str, str]:
    return {
        "iri": source.iri,
        "title": source.title,
        "date": source.date,
        "lang": source.lang,
        "url": source.url,
        "publisher": source.publisher,
        "file": source.file,
    }


def _bases(picture: Picture) -> list[str]:
    """What most IRIs begin with: their articles' IRIs, longest first."""
    return sorted({source.iri for source in picture.sources}, key=lambda iri: (-len(iri), iri))


class _Shortener:
    """Writes an IRI as "number:rest" where it begins with one of the articles' IRIs, else as it is."""

    def __init__(self, bases: Iterable[str]) -> None:
        self._number = {base + "/": index for index, base in enumerate(bases)}

    def short(self, iri: str) -> str:
        """The short form of `iri`."""
        at = iri.find("/", 8)
        while at >= 0:
            number = self._number.get(iri[: at + 1])
            if number is not None:
                return f"{number}:{iri[at + 1 :]}"
            at = iri.find("/", at + 1)
        return iri
