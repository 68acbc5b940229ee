"""What looks like a name and names no entity: events, contests, fields of ministries, fixed phrases."""

from __future__ import annotations

from collections.abc import Iterable

from kg import ontology
from kg.extract.spans import Span, Text
from kg.model import Sentence
from kg.ontology import PLACES

DISASTER = "LifeAndDisaster"


def names_nothing(text: Text, span: Span) -> bool:
    """Whether what looks like a name is an event's, or only tells an office or a ministry's field."""
    return _is_event(text, span) or _is_portfolio(text, span) or _is_office(text, span) or _is_letter(text, span)


def _is_letter(text: Text, span: Span) -> bool:
    """Whether a "name" is a mere letter, or one behind a noun: "Groupe C" of a cup; a verb; or a former office."""
    if span.link is not None:
        return False
    last, noun = text.tokens[span.last - 1].text.rstrip("."), text.noun_of(span.first, span.last - 1)
    letter = len(last) == 1 and last.isalpha()
    if span.last - span.first == 1:
        if span.source == "model" and text.tokens[span.first].pos == "VERB":
            return True  # "Vêtus de gilets jaunes, …"
        start, hyphen, _ = text.forms[span.first].partition("-")
        seat = hyphen and len(start) == 1 and span.first > 0 and text.tokens[span.first - 1].text == "("
        return bool(letter or seat or start in text.language.titles.former)  # "Ana Vidal (R-Utah)"
    return letter and span.last - span.first == 2 and noun is not None


def _is_event(text: Text, span: Span) -> bool:
    """Whether a name is that of an operation, a battle, a storm: events have rules of their own."""
    known = span.source in {"gazetteer", "spelled out", "institution"}  # "la Mission des Nations unies à X (MINUX)"
    if span.source == "gazetteer" and span.kind not in ontology.entity_classes():
        return True
    named = text.language.grammar.named_events
    if not known and (
        text.lemmas[span.first] in named or text.forms[span.last - 1] in named
    ):  # but "Royal Air Force Typhoons"
        return True
    grammar = text.language.grammar
    if span.source == "model" and span.label != "PER" and span.last - span.first == 1:
        told = text.language.frames.nouns.get(text.forms[span.first], ())
        if any(frame.kind and ontology.is_a(frame.kind, DISASTER) for _, frame in told):
            return True  # "Drought has destroyed crops"
    if span.label == "PER" and _is_storm(text, span):
        return True
    if span.source != "gazetteer" and span.last - span.first > 1 and text.forms[span.last - 1] in grammar.event_heads:
        return True
    return _is_place(span) and _follows_contest(text, span.first)


def _is_storm(text: Text, span: Span) -> bool:
    """Whether the noun of a storm stands right before a name: "la tempête tropicale Alex", "l'ouragan « Irma »"."""
    i = span.first - 1
    while i > 0 and (text.tokens[i].pos == "ADJ" or text.tokens[i].text in text.opening):
        i -= 1
    named = i >= 0 and text.tokens[i].sentence == text.tokens[span.first].sentence
    return named and text.language.grammar.named_events.get(text.lemmas[i]) == "Storm"


def _is_place(span: Span) -> bool:
    return span.kind in PLACES or span.label in {"LOC", "GPE"}


def _follows_contest(text: Text, first: int) -> bool:
    """Whether a place is but a part of the name of a contest: "championnat de France", "Jeux olympiques de Rio"."""
    i = first - 1
    while i > 0 and text.tokens[i].pos == "DET":
        i -= 1
    if i < 1 or text.lemmas[i] not in text.language.profile.words("partitive", "linkers"):
        return False
    i -= 1
    while i > 0 and text.tokens[i].pos == "ADJ":
        i -= 1
    return text.lemmas[i] in text.language.grammar.contests


def empty_phrases(text: Text, sentence: Sentence) -> list[tuple[int, int]]:
    """The word ranges of fixed phrases that name nothing: "tour de France"."""
    hits = enumerate(text.nouns[sentence.first : sentence.last], sentence.first)
    return [(i, i + hit[0]) for i, hit in hits if hit and not hit[1].kind and text.tokens[i].pos != "ADP"]


def within(span: Span, stretches: Iterable[tuple[int, int]]) -> bool:
    """Whether a span lies inside one of these word ranges."""
    return any(first <= span.first and span.last <= last for first, last in stretches)


def _is_office(text: Text, span: Span) -> bool:
    """Whether what the model takes for a body is an office with what it is in: "le Président du Conseil italien"."""
    if span.source != "model" or span.label == "PER":
        return False
    whole = text.title_at(span.first, min(span.last + 1, len(text.tokens)))
    if whole is not None and whole[1].kind == "office" and whole[0] > span.last - span.first:
        return True  # "la Première ministre"
    title = text.title_at(span.first, span.last)
    if title is None or not (title[1].kind == "office" or (title[1].kind == "rank" and title[1].relation)):
        return False
    end = span.first + title[0]
    return text.head(span.first, span.last) < end and (end == span.last or text.tokens[end].pos == "ADP")


def _is_portfolio(text: Text, span: Span) -> bool:
    """Whether a "name" only tells a ministry's field: "Intérieur" in "ministère géorgien de l'Intérieur"."""
    fields = text.language.profile.words("names", "portfolios")
    return span.link is None and all(text.forms[i] in fields for i in range(span.first, span.last))
