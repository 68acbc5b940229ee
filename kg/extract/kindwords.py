"""What the words of a name say of its kind: its head noun, its last word, how it is spelled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.kindnouns import ends_as_firm, last_noun
from kg.extract.kindplaces import has_place_head
from kg.extract.kindweights import ACRONYM, CERTAIN, FAIR, KINDS, OWNERS, STRONG, SURE, WEAK
from kg.extract.spans import Span, Text, is_acronym
from kg.extract.trimming import is_demonym
from kg.ontology import BODIES

PLACED = frozenset({"LOC", "GPE"})  # labels that no "MacKay" is given
FURNISHING = frozenset({"furniture", "clothing", "kitchen"})  # flags of nouns that name bodies: "the Sentinel Desk"
MODEL = re.compile(r"([A-Z]{1,3}|[A-Z][a-z]{1,2})-\d+[A-Z]{0,3}\d?")  # "S-200", "Tu-22M3"
LONGEST_PREFIX = 3  # "Mac", "Fitz" is rarer than the firms that it would cost


def by_own_words(text: Text, span: Span, head: int) -> Iterator[tuple[str, float]]:
    """All that the words of a name say of its kind; `head` is the one that governs the others."""
    yield from _by_head_noun(text, span, head)
    yield from _by_ends(text, span)
    yield from _by_spelling(text, span, head)


def _by_head_noun(text: Text, span: Span, head: int) -> Iterator[tuple[str, float]]:
    """The noun that heads a name: "Fondation Vidal", "Chambre de l'instruction"."""
    phrase = text.nouns[head]
    whole = phrase is not None and 1 < phrase[0] <= span.last - head  # "Chambre de l'instruction" is no room
    noun = phrase[1] if phrase is not None and whole else text.noun_of(span.first, head)
    if noun is None or noun.kind not in KINDS or span.last - span.first < 2 or noun.flags & FURNISHING:
        return
    described = span.label != "PER" or not text.capitalised(span.first)  # "gouvernement Duval" is no person
    armed = noun.kind == "Force" and noun.lemma == text.forms[span.last - 1]
    several = noun.kind == "Force" and text.tokens[head].has("Number=Plur")  # "al-Ghuraba Brigades"
    described |= several or (armed and span.last - span.first > 2)  # "the Jaime Martinez Brigade"
    known = span.first > 0 and text.is_definite(span.first - 1)
    if described or (noun.kind in BODIES and known):  # "la Fondation Vidal"
        located = noun.kind == "Artifact" and span.label == "LOC" and "Place" in noun.also  # "le métro de Toulouse"
        kind = "Organization" if noun.kind == "Group" else "Place" if located else noun.bears
        yield kind, WEAK if kind == "Person" else STRONG


def _by_ends(text: Text, span: Span) -> Iterator[tuple[str, float]]:
    """The first or last word of a name: "Lake Orvel", "Norvex Inc.", "Ansar al-Marsad"."""
    several = span.last - span.first > 1
    if has_place_head(text, span):
        yield "Place", SURE
    end = last_noun(text, span) if span.link is None else None
    if end is not None and end.kind in KINDS:
        yield end.kind, SURE
    elif several and not span.link and span.label not in PLACED and _is_institution(text, span.last - 1):
        yield "Organization", SURE
    if ends_as_firm(text, span):
        yield "Organization", SURE if several else STRONG
    if _is_band(text, span):
        yield "Force", SURE


def _by_spelling(text: Text, span: Span, head: int) -> Iterator[tuple[str, float]]:
    """A plural that is counted, letters with a number, a capital inside, a given name, a leader's, an acronym."""
    first, alone = text.tokens[span.first].text, span.last - span.first == 1
    if _is_counted(text, span, head):
        yield "Artifact", CERTAIN
    if span.label not in OWNERS and span.link is None and _is_model(text, text.tokens[span.last - 1].text):
        yield "Artifact", STRONG
    if any(_is_brand(token.text, span.label) for token in text.tokens[span.first : span.last]):
        yield "Organization", FAIR
    if not alone and first in text.language.profile.words("names", "ships"):
        yield "Artifact", CERTAIN
    if first in text.language.given_names:
        yield "Person", WEAK if alone else FAIR + WEAK
    if alone and span.link is None and text.language.gazetteer.led_by(first) is not None:
        yield "Person", STRONG
    if alone and is_acronym(first):
        yield "Organization", ACRONYM


def _is_institution(text: Text, i: int) -> bool:
    """Whether a word with a capital ends the names of bodies, though it means other things too: "the Jaime Marin Front"."""
    return text.tokens[i].text.istitle() and text.forms[i] in text.language.profile.words("names", "institutions")


def _is_counted(text: Text, span: Span, head: int) -> bool:
    """Whether a name that is no noun and no people's stands in the plural behind a number: "20,000 Toyotas"."""
    word = text.tokens[head].text
    seen = span.source == "model" or any(character.isdecimal() for character in word)  # "two AK47s"
    if not seen or span.last - span.first > 1 or not word.endswith("s") or word.isupper():
        return False
    counted = any(text.tokens[kid].dep == "nummod" for kid in text.parse.children[head])
    known = text.language.nouns.get(text.forms[head]) or text.language.nouns.get(text.lemmas[head].lower())
    return counted and known is None and not is_demonym(text, head)


def _is_band(text: Text, span: Span) -> bool:
    """Whether a name begins with the Arabic word of an armed group and goes on in Arabic: "Ansar al-Marsad"."""
    if span.last - span.first < 2 or span.link is not None:
        return False
    heads, particles = (text.language.profile.words("names", words) for words in ("force heads", "particles"))
    behind = text.forms[span.first + 1 : span.last]
    return text.forms[span.first] in heads and any(form.partition("-")[0] in particles for form in behind)


def _is_model(text: Text, word: str) -> bool:
    """Whether a word is letters and a number, as craft and weapons are called; no time: "UTC-5"."""
    return bool(MODEL.fullmatch(word)) and word.partition("-")[0] not in text.language.profile.words(
        "names", "abbreviations"
    )


def _is_brand(word: str, label: str) -> bool:
    """Whether a word has a capital inside, as firms are spelt ("TransAubrac"), but no "Mac" or "De" before it."""
    longest = LONGEST_PREFIX - 1 if label in PLACED else LONGEST_PREFIX  # "AirAubrac", for a place, is no "MacKay"
    inner = next((i for i in range(2, len(word)) if word[i].isupper() and word[i - 1].islower()), 0)
    return word.isalpha() and inner > longest
