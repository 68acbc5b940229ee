"""Names that neither gazetteer nor language model has: runs of capitalised words."""

from __future__ import annotations

from kg.extract.kinddeeds import by_speech, by_trade
from kg.extract.spans import Span, Text
from kg.extract.trimming import (
    NEVER_A_NAME,
    before_title,
    behind_title,
    is_addressed,
    is_demonym,
    is_name,
    is_particle,
    is_sent_to,
    title_end,
    trim,
)
from kg.model import Sentence

HEADLINE_CASE = 0.6  # share of capitalised words from which capitals mean nothing ("Army Takes Northern Town")


def is_capital(text: Text, i: int) -> bool:
    """Whether word i has a capital and is no function word."""
    return text.tokens[i].pos not in NEVER_A_NAME and text.capitalised(i)


def known_names(text: Text) -> frozenset[str]:
    """Proper nouns that stand capitalised within a sentence: at the head of another one they are names too."""
    known = set()
    for sentence in text.sentences():
        if sentence.kind == "headline" or headline_case(text, sentence):
            continue
        for i in range(sentence.first + 1, sentence.last):
            if text.tokens[i].pos == "PROPN" and text.tokens[i].text[0].isupper():
                known.add(text.tokens[i].text)
    return frozenset(known)


def headline_case(text: Text, sentence: Sentence) -> bool:
    """Whether capitals mean nothing in a sentence: a headline, mostly capitalised, without a full stop."""
    if text.tokens[sentence.last - 1].text in {".", "?", "!"}:
        return False
    words = [t.text for t in text.tokens[sentence.first : sentence.last] if t.text.isalpha() and len(t.text) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) > HEADLINE_CASE * len(words)


def capital_runs(text: Text, sentence: Sentence, found: list[Span], known: frozenset[str], taken: list[bool]) -> list[Span]:
    """Sequences of capitalised words that neither gazetteer nor model has, or that complete one of theirs."""
    covered: dict[int, Span] = {i: span for span in found for i in range(span.first, span.last)}
    runs, i = [], sentence.first
    while i < sentence.last:
        if not is_capital(text, i) or taken[i]:
            i += 1
            continue
        last = i + 1
        while (
            last < sentence.last
            and not taken[last]
            and (is_capital(text, last) or _joint(text, last, sentence) or _is_hyphened(text, last))
        ):
            last += 1
        runs += _run(text, i, last, covered, known, i == sentence.first)
        i = last
    return runs


def _joint(text: Text, i: int, sentence: Sentence) -> bool:
    """Whether word i holds capitalised words together: a glued hyphen or apostrophe, "&", or a particle of names."""
    if i + 1 >= sentence.last or not text.tokens[i + 1].text[0].isalnum():
        return False
    if text.glued[i] and text.glued[i + 1]:
        return text.tokens[i].text in {"-", "'", "’", "&", "."}
    if not text.tokens[i + 1].text[0].isupper():
        return False
    if text.tokens[i].pos in {"ADP", "DET"}:  # "de" joins "Dominique" and "Villepin", not "Macron" and "France"
        return is_particle(text, i) and text.tokens[i - 1].text in text.language.given_names
    return text.tokens[i].text == "&" or is_particle(text, i)


def _is_hyphened(text: Text, i: int) -> bool:
    """Whether word i is the second half of a name with a hyphen: "ala" of "Dema-ala"."""
    return text.tokens[i].pos == "PROPN" and text.tokens[i - 1].text == "-" and text.glued[i] and text.glued[i - 1]


def _run(
    text: Text, first: int, last: int, covered: dict[int, Span], known: frozenset[str], opens_sentence: bool
) -> list[Span]:
    last = before_title(text, first, last)
    inside = list({(s.first, s.last): s for s in (covered[i] for i in range(first, last) if i in covered)}.values())
    if len(inside) > 1:
        return []
    if inside:
        return _completed(text, first, last, inside[0])
    first, last = trim(text, behind_title(text, first, last), last, keep_rank=False)
    if first >= last or not is_name(text, first, last):
        return []
    if not any(text.tokens[i].pos == "PROPN" for i in range(first, last)):
        return []
    alone = opens_sentence and last - first == 1 and text.tokens[first].text not in known
    told = alone and (_is_joined(text, first) or _is_leader(text, first))
    run = Span(first, last, "capitals")
    if alone and not told and not (by_trade(text, run, first) or by_speech(text, run, first)):
        return []  # but "Macron", who is known
    return [] if _is_office(text, first, last) else [run]


def _is_joined(text: Text, i: int) -> bool:
    """Whether another name is joined to a proper noun: "Hart and Dolan were arrested"."""
    beside = (k for k in text.parse.children[i] if text.tokens[k].dep == "conj" and k == i + 2)
    return text.tokens[i].pos == "PROPN" and any(text.tokens[k].pos == "PROPN" and text.capitalised(k) for k in beside)


def _is_leader(text: Text, i: int) -> bool:
    """Whether a word that opens a sentence is the surname of somebody in high office: "Macron a rencontré X"."""
    token = text.tokens[i]
    word = token.text.lower()
    common = any(text.language.nouns.get(noun) is not None for noun in (word, word.removesuffix("s")))  # "Gates were closed"
    return not common and text.language.gazetteer.led_by(token.text) is not None


def _is_office(text: Text, first: int, last: int) -> bool:
    """Whether a run is an office with what says of which state or when: "Italian Prime Minister", "Former President"."""
    for i in range(first + 1, last):
        if title_end(text, i, last) == last:
            return all(is_demonym(text, k) or text.language.titles.is_former((text.forms[k],)) for k in range(first, i))
    return False


def _completed(text: Text, first: int, last: int, span: Span) -> list[Span]:
    """The run as a whole, where it adds proper nouns of the same phrase to a name that was found in it."""
    first = behind_title(text, first, last) if span.label == "PER" else first  # "Minister of Defence |Kenji Sato"
    if span.kind == "GeopoliticalEntity" and span.first == first and is_sent_to(text, first, last):
        return [Span(span.last, last, "capitals", "PER")]  # "Norvian Ambassador to Rome |Ana Vidal"
    office = _office_before(text, first, span) if span.label == "PER" else span.first
    if first < office < span.first:
        part = first and text.tokens[first - 1].pos == "ADP"  # "Order of |Police President Ana Vidal": of a longer name
        return [] if part else _run(text, first, office, {}, frozenset(), opens_sentence=False)
    first, last = trim(text, first, last, keep_rank=span.label == "ORG")
    added = [i for i in range(first, last) if not span.first <= i < span.last]
    if (
        not added
        or any(is_addressed(text, i) for i in added)
        or span.kind in {"GeopoliticalEntity", "Place"}
        or span.first < first
        or span.last > last
    ):
        return []
    if span.label == "PER" and first == span.first and _ends_in_surname(text, span.last, last):
        return [Span(first, last, "capitals", span.label)]
    if all(text.tokens[i].pos == "PROPN" and first <= text.tokens[i].head < last for i in added):
        return [Span(first, last, "capitals", span.label)]
    return []


def _office_before(text: Text, first: int, span: Span) -> int:
    """Where the office begins right before a person's name, behind what else has a capital: "Harlow |Mayor Ana Vidal"."""
    return next((i for i in range(first, span.first) if title_end(text, i, span.first) == span.first), span.first)


def _ends_in_surname(text: Text, i: int, last: int) -> bool:
    """Whether what follows a name up to `last` is the rest of a double name, or one with a particle: "al-Sisi"."""
    if text.tokens[i].text == "-":
        return last == i + 2 and text.glued[i] and text.tokens[i + 1].pos == "PROPN"
    return last == i + 1 and len(text.language.profile.surnames(text.tokens[i].text)) > 1
