"""What one occurrence of a name says of its kind: where its name was found, its own words, and all that stands around it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.kinddeeds import (
    as_source,
    by_belongings,
    by_business,
    by_conquest,
    by_life,
    by_make,
    by_purchase,
    by_sale,
    by_speech,
    by_trade,
)
from kg.extract.kindnouns import by_neighbours, noun_kind
from kg.extract.kindplaces import by_people, by_preposition, by_region, lies_in_brackets, lies_somewhere
from kg.extract.kindweights import CERTAIN, CHRISTENED, FAIR, KINDS, OWNERS, SOMEWHERE, STRONG, SURE, TOWN
from kg.extract.kindwords import by_own_words
from kg.extract.spans import Span, Text
from kg.ontology import PLACES


def stands_as_place(text: Text, span: Span) -> bool:
    """Whether a name has an article or a preposition of place before it, as surnames have not: "en Hollande"."""
    if text.tokens[text.head(span.first, span.last)].dep == "obl:agent":  # "led by Sisi"
        return False
    where = text.language.profile.words("places", "at") - text.language.grammar.view_prepositions  # "called on Sisi"
    return any(
        (text.tokens[kid].dep == "det" and not text.tokens[kid].has("Definite=Ind")) or text.lemmas[kid] in where
        for kid in text.parse.children[text.head(span.first, span.last)]
        if kid < span.first and text.tokens[kid].dep in {"det", "case"}
    )


def votes_of(text: Text, span: Span) -> list[tuple[str, float]]:
    """All that one occurrence of a name says about its kind."""
    head = text.head(span.first, span.last)
    votes = []
    if span.kind in KINDS:
        votes.append((span.kind, _weight_of_source(text, span)))
    votes += by_own_words(text, span, head)
    votes += _in_row(text, head)
    votes += by_neighbours(text, span, head)
    votes += by_make(text, span)
    votes += by_preposition(text, head) or as_source(text, span, head)
    votes += by_belongings(text, span, head)
    votes += by_conquest(text, span, head) or by_purchase(text, span, head) or by_sale(text, span, head)
    votes += by_trade(text, span, head) or by_business(text, span, head) or by_speech(text, span, head)
    votes += by_life(text, span, head)
    votes += by_people(text, span, head)
    votes += by_region(text, span, head)
    if span.label in OWNERS and (lies_somewhere(text, span, head) or lies_in_brackets(text, span, head)):
        votes.append(("GeopoliticalEntity", SOMEWHERE))
    return votes


def _weight_of_source(text: Text, span: Span) -> float:
    """How much the kind counts that the source of a name gives; many towns share their names with people and things."""
    if span.source in {"head noun", "institution", "quoted"}:
        return SURE
    if span.source == "spelled out" and span.kind == "Person":
        return CHRISTENED  # letters that else are a body's
    capital = span.link is not None and text.language.gazetteer.metonym(span.link) is not None
    if span.town and not capital and span.label not in {"LOC", "GPE"} and not stands_as_place(text, span):
        surname = span.label != "PER" or text.tokens[span.first].text in text.language.given_names
        return FAIR if surname else TOWN
    return CERTAIN if span.link else STRONG


def _in_row(text: Text, head: int) -> Iterator[tuple[str, float]]:
    """What a plural before the first of joined names says of the others: "les lacs X et Y", "Lakes X and Y"."""
    token = text.tokens[head]
    above = text.tokens[token.head]
    if token.dep != "conj" or any(text.tokens[kid].dep in {"det", "case"} for kid in text.parse.children[head]):
        return
    if above.pos == "NOUN" and above.has("Number=Plur"):
        beside = (kid for kid in text.parse.children[above.i] if above.i < kid < head and text.tokens[kid].pos == "PROPN")
        kind = noun_kind(text, above.i) if any(not text.is_cased(kid) for kid in beside) else ""
        if kind in PLACES:
            yield kind, SURE
    rows = text.language.profile.words("names", "place rows")
    if any(text.forms[kid] in rows and text.tokens[kid].dep == "compound" for kid in text.parse.children[above.i]):
        yield "Place", SURE
