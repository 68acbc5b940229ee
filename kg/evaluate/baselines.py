"""What simpler programs find in the same texts, put as graphs so that the same scorers can judge them.

`spacy` is the language model's bare entities: one node for each different name. `textacy` adds an event for each of its
subject-verb-object triples, of no particular class: it tells who and whom, not what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.annotate.plain import Place, PlainReading, has_textacy, read_plainly
from kg.evaluate.view import NAMES, TYPE, Fact, Text, expand
from kg.model import Article

# The models' labels (OntoNotes in English, WikiNER in French) in the ontology's terms; dates and figures are left out.
KINDS = {
    "PERSON": "Person",
    "PER": "Person",
    "ORG": "Organization",
    "GPE": "GeopoliticalEntity",
    "LOC": "Place",
    "FAC": "Place",
    "NORP": "Group",
    "PRODUCT": "Artifact",
    "WORK_OF_ART": "Work",
    "LAW": "Work",
    "EVENT": "Event",
}


def available() -> tuple[str, ...]:
    """The names of the baselines that run here."""
    return ("spacy", "textacy") if has_textacy() else ("spacy",)


def graphs(name: str, articles: Iterable[Article]) -> Iterator[list[Fact]]:
    """The graph that the baseline `name` makes of each article, in order."""
    for lang, group in groupby(articles, key=lambda article: article.lang):
        same = list(group)
        readings = read_plainly(same, lang, triples=name == "textacy")
        for article, reading in zip(same, readings, strict=True):
            yield list(_facts(article, reading))


def _facts(article: Article, reading: PlainReading) -> Iterator[Fact]:
    graph = f"urn:baseline:{article.id}"
    yield graph, expand("nkg:file"), Text(article.file or article.id), graph
    nodes: dict[Place, str] = {}
    for begin, end, label in reading.names:
        if label in KINDS:
            name = article.text[begin:end]
            nodes[begin, end] = node = f"{graph}/{KINDS[label]}/{name}"
            yield from _node(node, KINDS[label], (begin, end), article, graph)
    for number, (subject, verb, target) in enumerate(reading.triples):
        event = f"{graph}/triple/{number}"
        yield from _node(event, "Event", verb, article, graph)
        for role, place in (("nkg:agent", subject), ("nkg:patient", target)):
            filler = _named(place, nodes)
            if filler is None:
                filler = f"{graph}/phrase/{place[0]}"
                yield from _node(filler, "Entity", place, article, graph)
            yield event, expand(role), filler, graph


def _named(place: Place, nodes: dict[Place, str]) -> str | None:
    """The node whose name overlaps the place."""
    return next((node for (begin, end), node in nodes.items() if begin < place[1] and place[0] < end), None)


def _node(node: str, kind: str, place: Place, article: Article, graph: str) -> Iterator[Fact]:
    begin, end = place
    mention = f"{graph}/mention/{begin}-{end}"
    yield node, TYPE, expand(f"nkg:{kind}"), graph
    yield node, NAMES[0], Text(article.text[begin:end]), graph
    yield node, expand("nkg:evidence"), mention, graph
    yield mention, expand("nkg:begin"), Text(str(begin)), graph
    yield mention, expand("nkg:end"), Text(str(end)), graph
    yield mention, expand("nkg:quote"), Text(article.text[begin:end]), graph
