"""What one occurrence of a name says of its kind: where its name was found, its own words, and all that stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.kinddeeds import as_source, by_belongings, by_conquest, by_make, by_purchase, by_sale, by_trade
from kg.extract.kindnouns import by_neighbours, last_noun, noun_kind
from kg.extract.kindplaces import by_people, by_preposition, by_region, has_place_head, lies_in_brackets, lies_somewhere
from kg.extract.kindweights import ACRONYM, CERTAIN, CHRISTENED, FAIR, KINDS, OWNERS, SOMEWHERE, STRONG, SURE, TOWN, WEAK
from kg.extract.spans import Span, Text, is_acronym
from kg.extract.trimming import is_demonym
from kg.ontology import BODIES, PLACES

PLACED = frozenset({"LOC", "GPE"})  # labels that no "MacKay" is given
FURNISHING = frozenset(
    {"furniture", "clothing", "kitchen"}
)  # flags of nouns that bodies are named after: "the Sentinel Desk"
MODEL = re.compile(r"([A-Z]{1,3}|[A-Z][a-z]{1,2})-\d+[A-Z]{0,3}\d?")  # "S-200", "Tu-22M3"
LONGEST_PREFIX = 3  # "Mac", "Fitz" is rarer than the firms that it would cost


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
    votes += _by_own_words(text, span)
    votes += _in_row(text, head)
    votes += by_neighbours(text, span, head)
    votes += by_make(text, span)
    votes += by_preposition(text, head) or as_source(text, span, head)
    votes += by_belongings(text, head)
    votes += by_conquest(text, span, head) or by_purchase(text, span, head) or by_sale(text, span, head)
    votes += by_trade(text, span, head)
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


def _by_own_words(text: Text, span: Span) -> list[tuple[str, float]]:
    """A head noun, a company's suffix, a given name, capitals of an acronym."""
    votes = []
    head = text.head(span.first, span.last)
    phrase = text.nouns[head]
    whole = phrase is not None and 1 < phrase[0] <= span.last - head  # "Chambre de l'instruction" is no room
    noun = phrase[1] if phrase is not None and whole else text.noun_of(span.first, head)
    described = span.label != "PER" or not text.capitalised(span.first)  # "gouvernement Duval" is no person
    armed = noun is not None and noun.kind == "Force" and noun.lemma == text.forms[span.last - 1]
    several = noun is not None and noun.kind == "Force" and text.tokens[head].has("Number=Plur")  # "al-Ghuraba Brigades"
    described |= several or (armed and span.last - span.first > 2)  # "the Jaime Martinez Front"
    known = span.first > 0 and text.is_definite(span.first - 1)
    described |= noun is not None and noun.kind in BODIES and known  # "la Fondation Vidal"
    described &= noun is None or not noun.flags & FURNISHING
    if noun is not None and noun.kind in KINDS and span.last - span.first > 1 and described:
        located = noun.kind == "Artifact" and span.label == "LOC" and "Place" in noun.also  # "le métro de Toulouse"
        kind = "Organization" if noun.kind == "Group" else "Place" if located else noun.bears
        votes.append((kind, WEAK if kind == "Person" else STRONG))
    if has_place_head(text, span):
        votes.append(("Place", SURE))
    end = last_noun(text, span) if span.link is None else None
    if end is not None and end.kind in KINDS:
        votes.append((end.kind, SURE))
    elif span.last - span.first > 1 and not span.link and span.label not in PLACED and _is_institution(text, span.last - 1):
        votes.append(("Organization", SURE))
    if _is_counted(text, span, head):
        votes.append(("Artifact", CERTAIN))
    if text.tokens[span.last - 1].text in text.language.profile.words("names", "company_suffixes"):
        votes.append(("Organization", SURE if span.last - span.first > 1 else STRONG))
    if _is_band(text, span):
        votes.append(("Force", SURE))
    if span.label not in OWNERS and span.link is None and _is_model(text, text.tokens[span.last - 1].text):
        votes.append(("Artifact", STRONG))
    if any(_is_brand(token.text, span.label) for token in text.tokens[span.first : span.last]):
        votes.append(("Organization", FAIR))
    first = text.tokens[span.first].text
    if first in text.language.profile.words("names", "ships") and span.last - span.first > 1:
        votes.append(("Artifact", CERTAIN))
    if first in text.language.given_names:
        votes.append(("Person", FAIR + WEAK if span.last - span.first > 1 else WEAK))
    if span.link is None and span.last - span.first == 1 and text.language.gazetteer.led_by(first) is not None:
        votes.append(("Person", STRONG))
    if span.last - span.first == 1 and is_acronym(first):
        votes.append(("Organization", ACRONYM))
    return votes


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
    inner = next((i for i in range(2, len(word)) if word[i].isupper() and word[i - 1].islower()), 0)
    return word.isalpha() and inner > LONGEST_PREFIX - (label in PLACED)
