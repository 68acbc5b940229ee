"""What looks like a name and names no entity: events, contests, fields of ministries, fixed phrases."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kg import ontology
from kg.extract.spans import Span, Text
from kg.model import Sentence
from kg.ontology import PLACES

DISASTER = "LifeAndDisaster"
LONGEST_FEAST = 4  # words: "New Year 's Eve"


def names_nothing(text: Text, span: Span) -> bool:
    """Whether what looks like a name is an event's, or only tells an office, a ministry's field, a month or a letter."""
    return any(is_none(text, span) for is_none in NO_NAMES)


def _is_month(text: Text, span: Span) -> bool:
    """Whether a word is a month that nobody in the article is called: "beyond August", "Norvia's May elections"."""
    word = text.tokens[span.first].text
    times = text.language.times
    month = span.last == span.first + 1 and span.link is None and times.months_capital and word.lower() in times.months
    acts = month and text.tokens[span.first].dep in {"nsubj", "nsubj:pass", "obl:agent", "flat:name", "appos"}
    return month and not acts and not any(name.endswith(f" {word}") for name in text.repeated)


def _is_feast(text: Text, span: Span) -> bool:
    """Whether a "name" is a feast or ends one: "on Christmas Day", "New Year's |Eve|", "à Noël"."""
    feasts = text.language.profile.words("names", "feasts")
    if text.forms[span.last - 1] not in _last_words(feasts):
        return False
    for first in range(max(0, span.last - LONGEST_FEAST), span.first + 1):
        if " ".join(text.forms[first : span.last]) in feasts:
            # people are called Noël, too
            return first < span.last - 1 or text.tokens[first - 1].pos in {"ADP", "DET"}
    return False


@cache
def _last_words(feasts: frozenset[str]) -> frozenset[str]:
    return frozenset(feast.rsplit(" ", 1)[-1] for feast in feasts)


def _is_title(text: Text, span: Span) -> bool:
    """Whether what the model takes for a body is but a rank: "Lt. Gen."."""
    title = text.title_at(span.first, span.last) if span.source == "model" else None
    return title is not None and title[1].kind in {"rank", "honorific"} and title[0] == span.last - span.first


def _opens_phrase(text: Text, span: Span) -> bool:
    """Whether what the model takes for a person begins the phrase of nouns that opens a sentence: "Riot police fought"."""
    first = text.parse.sentences[text.tokens[span.first].sentence].first
    hit = text.nouns[span.first] if span.label == "PER" and span.first == first else None
    inside = hit is not None and span.last - span.first < hit[0]
    return inside and hit is not None and all(t.text.islower() for t in text.tokens[span.last : span.first + hit[0]])


def _is_letter(text: Text, span: Span) -> bool:
    """Whether a "name" is a mere letter, or one behind a noun: "Groupe C" of a cup; a verb; or a former office."""
    if span.link is not None:
        return False
    last, noun = text.tokens[span.last - 1].text.rstrip("."), text.noun_of(span.first, span.last - 1)
    letter = len(last) == 1 and last.isalpha()
    group = text.language.nouns.get(text.forms[span.first])  # "Group D": here the noun stands first
    if span.last - span.first == 1:
        if span.source == "model" and text.tokens[span.first].pos == "VERB":
            return True  # "Vêtus de gilets jaunes, …"
        start, hyphen, _ = text.forms[span.first].partition("-")
        seat = hyphen and len(start) == 1 and span.first > 0 and text.tokens[span.first - 1].text == "("
        stance = hyphen and start in text.language.profile.words("names", "stances")  # "une manifestation anti-Vidal"
        return bool(letter or seat or stance or start in text.language.titles.former)  # "Ana Vidal (R-Utah)"
    return letter and span.last - span.first == 2 and (noun is not None or (group is not None and group.kind == "Group"))


def _is_event(text: Text, span: Span) -> bool:
    """Whether a name is that of an operation, a battle, a storm: events have rules of their own."""
    known = span.source in {"gazetteer", "spelled out", "institution"}  # "la Mission des Nations unies à X (MINUX)"
    if span.source == "gazetteer" and span.kind not in ontology.entity_classes():
        return True
    named = text.language.grammar.named_events
    if not known and (
        text.lemmas[span.first] in named or (span.label != "PER" and text.forms[span.last - 1] in named)
    ):  # but "Royal Air Force Typhoons"
        return True
    grammar = text.language.grammar
    if span.source == "model" and span.label != "PER" and span.last - span.first == 1:
        told = text.language.frames.nouns.get(text.forms[span.first], ())
        if any(frame.kind and ontology.is_a(frame.kind, DISASTER) for _, frame in told):
            return True  # "Drought has destroyed crops"
    if not known and is_named_event(text, span):
        return True
    headed = span.source != "gazetteer" and span.label != "PER"  # but "Paul Bataille"
    if headed and span.last - span.first > 1 and text.forms[span.last - 1] in grammar.event_heads:
        return True
    return _is_place(span) and _follows_contest(text, span.first)


def is_named_event(text: Text, span: Span) -> bool:
    """Whether the noun of a storm stands right before a name, or any event's before one in quotes: "l'opération « Alex »".

    Adjectives and a participle may stand between: "la tempête tropicale Alex", "une opération, appelée « Alex »".
    """
    i, named = span.first - 1, text.language.profile.words("names", "named")
    while i > 0 and (text.tokens[i].pos == "ADJ" or text.tokens[i].text in text.opening):
        i -= 1
    if i > 0 and text.forms[i] in named:
        i -= 2 if text.tokens[i - 1].text == "," else 1
    inside = i >= 0 and text.tokens[i].sentence == text.tokens[span.first].sentence
    event = text.language.grammar.named_events.get(text.lemmas[i], "") if inside else ""
    return event == "Storm" or (bool(event) and text.tokens[span.first - 1].text in text.opening)


def _is_pair(text: Text, span: Span) -> bool:
    """Whether a hyphen joins two that are known by themselves, which name nobody together: "la ligne Rouen-Caen"."""
    halves = text.tokens[span.first].text.split("-") if span.last == span.first + 1 and span.link is None else ()
    return len(halves) == 2 and all(half[:1].isupper() and _is_known_alone(text, half) for half in halves)


def _is_known_alone(text: Text, word: str) -> bool:
    gazetteer = text.language.gazetteer
    return gazetteer.match([word], 0) is not None or gazetteer.led_by(word) is not None


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
    if span.link is not None:
        return False
    fields = text.language.profile.words("names", "portfolios")
    last = span.first + 1 if _has_state_behind(text, span) else span.last
    return all(text.forms[i] in fields for i in range(span.first, last)) or _is_further_portfolio(text, span)


def _has_state_behind(text: Text, span: Span) -> bool:
    """Whether the model joined a ministry's field with whose ministry it is: "le ministère de la Justice du Canada"."""
    field = text.tokens[span.first]
    noun = text.language.nouns.get(text.lemmas[field.head]) if span.source == "model" and field.dep == "nmod" else None
    begin = span.first + 2
    if noun is None or not noun.flags & {"state", "office"} or field.head > span.first or begin >= span.last:
        return False
    state = text.language.gazetteer.match([token.text for token in text.tokens[begin : span.last]], 0)
    return state is not None and text.tokens[begin - 1].pos == "ADP"


def _is_further_portfolio(text: Text, span: Span) -> bool:
    """Whether a "name" is a field beside the first: "le ministre des Affaires étrangères et de la Coopération régionale"."""
    first = head = text.head(span.first, span.last)
    if span.source != "model" or span.label == "PER" or text.tokens[head].dep != "conj" or not text.is_cased(head):
        return False
    while text.tokens[first].dep == "conj":
        first = text.tokens[first].head
    office = text.language.titles.get(text.lemmas[text.tokens[first].head])
    field = text.forms[first] in text.language.profile.words("names", "portfolios")
    return field and text.tokens[first].dep == "nmod" and office is not None and office.kind == "office"


def _is_of_street(text: Text, span: Span) -> bool:
    """Whether a town only gives a street its name: "à Metz, dans la rue de Lyon"; "une rue de Lyon" is there."""
    noun = span.first - 2
    if noun < 1 or text.lemmas[noun] not in text.language.grammar.named_streets or text.tokens[noun].has("Number=Plur"):
        return False
    before = text.tokens[noun - 1]
    known = before.pos != "DET" or before.has("Definite=Def")
    return known and text.lemmas[span.first - 1] in text.language.profile.words("partitive", "linkers")


NO_NAMES = (
    _is_event, _is_portfolio, _is_office, _is_letter, _is_pair, _is_month, _is_feast, _is_title, _opens_phrase,
    _is_of_street,
)  # fmt: skip
