"""Names that begin with the noun of what they name: "ministère de la Défense", "rue Ana Vidal", "3rd Battalion"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.capitals import is_capital
from kg.extract.kindnouns import is_holder, is_of_office
from kg.extract.spans import LONGEST_QUOTED, Span, Text
from kg.extract.trimming import (
    LONGEST_TITLE,
    is_demonym,
    title_end,
)
from kg.lang.nouns import Noun
from kg.model import OBLIQUES, VERBAL, Sentence
from kg.ontology import BODIES, PLACES

NAMED_WITH_ADJECTIVES = frozenset({"party", "association"})  # flags of nouns
COMPANY = "company"  # flag of nouns
QUOTED = frozenset({"Organization", "Force", "Work", "Artifact", "Place"})  # kinds whose names stand in quotation marks


def with_adjectives(text: Text, first: int, last: int) -> int:
    """Where the name of a body ends with the adjectives of its noun: "Front" of "Front démocratique uni".

    An acronym has none: "un journaliste de l'AFP présent sur les lieux".
    """
    if first < last and (text.lemmas[first] in text.language.titles or text.tokens[last - 1].text.isupper()):
        return last
    while 0 < last - first <= LONGEST_TITLE and last < len(text.tokens):
        token = text.tokens[last]
        if token.pos != "ADJ" or token.dep != "amod" or text.tokens[last - 1].pos not in {"NOUN", "ADJ"}:
            break
        if not first <= token.head < last:
            break
        last += 1
    return last


def _ends_title(text: Text, i: int, sentence: Sentence) -> bool:
    """Whether a noun with a capital is the last word of a title of three words or more."""
    begins = range(max(sentence.first, i - LONGEST_TITLE), i - 1) if text.capitalised(i) else ()
    titles = ((begin, text.title_at(begin, i + 1)) for begin in begins if text.capitalised(begin))
    return any(title is not None and begin + title[0] == i + 1 for begin, title in titles)


def headed_spans(text: Text, sentence: Sentence, found: Sequence[Span]) -> list[Span]:
    """Names that begin with a common noun in lower case: "ministère de la Défense", "brigade Al-Nasr".

    What only says whose it is makes no name: "gouvernement de Paul Vasseur", "mairie de Lyon".
    """
    others = {span.first for span in found if span.label in {"PER", "LOC", "GPE"} or span.kind in PLACES}
    people = {span.first for span in found if span.label == "PER"}
    bodies = {span.last for span in found if span.source == "gazetteer" and span.kind in BODIES}
    ends = {i: span.last for span in found if span.source == "gazetteer" for i in range(span.first, span.last)}
    spans = []
    for i, end, noun in _body_nouns(text, sentence):
        if i in people and text.tokens[i].text in text.language.given_names:
            continue  # "Marine Duval" is no navy
        if end == i + 1 and _ends_title(text, i, sentence):
            continue  # "Commissioner of Police Ana Vidal"
        complement = _name_after(text, end - 1, sentence)
        if complement is None or title_end(text, complement[0], complement[1] + LONGEST_TITLE) > complement[0]:
            continue
        first, last = complement[0], ends.get(complement[1] - 1, complement[1])  # "la force des Nations unies"
        if _speaks(text, end - 1, first):
            continue
        if first in bodies:  # behind a known name: "le président de la Banque centrale européenne Vidal"
            spans += [Span(first, last, "head noun", kind="Person")] if is_of_office(text, text.tokens[end - 1]) else []
            continue
        holder = Span(first, last, "head noun", "PER" if first in people else "")
        if is_holder(text, holder, text.tokens[end - 1]):
            spans.append(Span(first, last, "head noun"))  # "le chef de la police Marc Duval"
            continue
        if noun.flags & NAMED_WITH_ADJECTIVES:
            last = with_adjectives(text, first, last)
        beside = text.tokens[first - 1].pos not in {"ADP", "DET"}
        long = end > i + 1
        firm = COMPANY in noun.flags and beside  # "la filiale italienne Acciai Lombardi"
        if (first in people and first > i + 1 and not firm) or (long and not beside):
            continue
        if COMPANY in noun.flags and not beside and _tells_whose(text, text.lemmas[end - 1]):
            continue  # "filiale de Renault", "a subsidiary of Altum Group"
        common = long and not text.capitalised(i)  # "the terrorist group X", but "Task Group X"
        if noun.kind == "Group":  # "le groupe X", unless its own words say more: "le groupe Harakat X"
            spans += [Span(first, last, "head noun", kind=_own_kind(text, first, last))] if beside else []
        elif beside and (noun.kind != "Force" or common):  # the name of "la société X" is X, of "la brigade X" the whole
            spans.append(Span(first, last, "head noun", kind=noun.kind))
        elif beside or first not in others:
            spans.append(Span(i, last, "head noun", kind=noun.kind))
    return spans


def _speaks(text: Text, noun: int, name: int) -> bool:
    """Whether a name is the subject of the verb that a noun before it only completes: "a dit à la presse Ana Vidal"."""
    token, verb = text.tokens[noun], text.tokens[text.tokens[name].head]
    return text.tokens[name].dep == "nsubj" and verb.i < noun and token.dep in OBLIQUES and token.head == verb.i


def _tells_whose(text: Text, noun: str) -> bool:
    """Whether a noun says what a firm is to another, not what it is called."""
    return noun in text.language.frames.relation_nouns or noun in text.language.grammar.outsiders


def site_spans(text: Text, sentence: Sentence, found: Sequence[Span]) -> Iterator[Span]:
    """Names of land and water that begin with their noun: "le plateau de X", "la vallée du X"; no known town lies there."""
    sites = text.language.profile.words("names", "sites")
    others = {span.first for span in found if span.label == "PER" or (span.link is not None and not span.town)}
    for i in range(sentence.first, sentence.last - 1) if sites else ():
        if (
            text.forms[i] not in sites
            or text.tokens[i].pos != "NOUN"
            or text.tokens[i].has("Number=Plur")
            or i + 1 in others
        ):
            continue
        complement = _name_after(text, i, sentence)
        if complement is None or complement[0] in others or text.tokens[i + 1].pos == "ADJ":
            continue
        known = any(span.first == complement[0] and span.town for span in found)
        if not known:
            yield Span(i, complement[1], "head noun", kind="Place")


def christened_spans(text: Text, sentence: Sentence, found: Sequence[Span]) -> Iterator[Span]:
    """Streets and buildings called after somebody whose name stands right behind the noun: "la rue Ana Vidal"."""
    christened = text.language.profile.words("names", "christened")
    for span in [span for span in found if span.source == "model" and span.first > sentence.first] if christened else ():
        i = span.first - 1
        if text.forms[i] in christened and text.tokens[i].pos in {"NOUN", "PROPN"} and not text.tokens[i].has("Number=Plur"):
            yield Span(i, span.last, "head noun", kind="Place")


def _own_kind(text: Text, first: int, last: int) -> str:
    """The kind of body that a word of its name says, else a mere organization."""
    nouns = (text.language.nouns.get(text.forms[i]) for i in range(first, last))
    return next((noun.kind for noun in nouns if noun is not None and noun.kind in BODIES), "Organization")


def ordinal_unit_spans(text: Text, sentence: Sentence) -> Iterator[Span]:
    """Units that a number names: "3rd Battalion", "6th Marines", "71st Counter Terrorism Battalion"."""
    for first in (i for i in text.ordinals if sentence.first <= i < sentence.last - 1):
        last = first + 1
        while last < sentence.last and text.tokens[last].text.istitle():
            last += 1
        while last > first + 1 and not _is_unit(text, first + 1, last - 1):
            last -= 1
        if last > first + 1:
            yield Span(first, last, "head noun", kind="Force")


def _is_unit(text: Text, first: int, i: int) -> bool:
    """Whether the noun that ends at word i is one of a unit, or of those who make one: "Battalion", "Marines"."""
    noun = text.noun_of(first, i) or text.language.nouns.get(text.lemmas[i])
    fighters = noun is not None and "fighter" in noun.flags and text.tokens[i].has("Number=Plur")
    return fighters or (noun is not None and noun.kind == "Force" and bool(noun.flags & {"unit", "armed"}))


def _body_nouns(text: Text, sentence: Sentence) -> Iterator[tuple[int, int, Noun]]:
    """The nouns for bodies in a sentence, with the words that each begins and ends at: "brigade", "Task Group"."""
    nouns = text.language.nouns
    covered = sentence.first
    for i in range(sentence.first, sentence.last - 1):
        phrase = text.nouns[i]
        if phrase is None or i < covered or text.tokens[i].pos in VERBAL:
            continue
        length, noun = phrase if phrase[0] > 1 else (1, nouns.get(text.lemmas[i]))
        if noun is not None and (noun.kind in {"Organization", "Force"} or COMPANY in noun.flags):
            yield i, i + length, noun
        covered = i + length  # no firm in a "bulk carrier"


def quoted_spans(text: Text, sentence: Sentence) -> list[Span]:
    """Names in quotation marks after the noun that says what they name: "l'association « Un toit »"."""
    spans = []
    profile = text.language.profile
    said = profile.words("anaphora", "anaphoric") - profile.words("names", "articles")
    for i in range(sentence.first + 1, sentence.last - 2):
        if text.tokens[i].text not in text.opening:
            continue
        before = i - 1
        if before > sentence.first and _is_adjective_of(text, before, before - 1):  # "l'association bénévole « Un toit »"
            before -= 1
        noun = text.language.nouns.get(text.lemmas[before])
        last = next(
            (j for j in range(i + 1, min(i + 2 + LONGEST_QUOTED, sentence.last)) if text.forms[j] in text.closing), i
        )
        told = any(token.has("VerbForm=Fin") for token in text.tokens[i + 1 : last])  # "ses forces « ont riposté »"
        told |= text.tokens[i + 1].text in text.language.grammar.place_prepositions  # "ses forces « en première ligne »"
        told |= all(token.pos in {"ADV", "CCONJ", "PUNCT"} for token in text.tokens[i + 1 : last])  # "sued a firm « soon »"
        named = text.capitalised(i + 1) or said.isdisjoint(text.forms[i + 1 : last])  # "the firm « priced it aggressively »"
        if noun is not None and noun.kind in QUOTED and last > i + 1 and named and not told:
            spans.append(Span(i + 1, last, "quoted", kind=noun.bears))
    return spans


def _name_after(text: Text, i: int, sentence: Sentence) -> tuple[int, int] | None:
    """The capitalised complement that follows the noun i and its adjective, by "de" or by nothing."""
    j = i + 1
    if j >= sentence.last:
        return None
    if _is_adjective_of(text, j, i):
        j += 1
        if j >= sentence.last or text.tokens[j].pos in {"ADP", "DET"}:
            return None
    linkers = text.language.profile.words("partitive", "linkers")
    if text.tokens[j].pos == "ADP" and text.lemmas[j] not in linkers:
        return None
    if text.tokens[j].pos == "DET" and text.tokens[j].head != i and text.tokens[j].text.islower():
        return None  # "fait adopter par le Parlement la Loi Vidal"
    j = _trade_end(text, i, j, sentence)
    while j < sentence.last and j - i < 4 and text.tokens[j].pos in {"ADP", "DET"} and text.forms[j] == text.tokens[j].text:
        j += 1
    if j >= sentence.last or not is_capital(text, j) or text.language.gazetteer.demonym(text.tokens[j].text):
        return None
    first = j
    while j < sentence.last and (is_capital(text, j) or _goes_on(text, j, sentence)):
        j += 1
    return first, j


def _goes_on(text: Text, j: int, sentence: Sentence) -> bool:
    """Whether word j, in lower case, is inside a name: glued to it, or a particle that the parser saw there ("bin")."""
    if text.glued[j] and text.tokens[j].pos not in {"PUNCT", "PART"}:  # "the Department of State's programme"
        return True
    inside = text.tokens[j].dep == "flat:name" and j + 1 < sentence.last and is_capital(text, j + 1)
    return inside and text.forms[j] in text.language.profile.words("names", "particles")


def _trade_end(text: Text, i: int, j: int, sentence: Sentence) -> int:
    """Where what a body deals in ends, if its name follows right behind: "le groupe de travaux publics Sogeta"."""
    last = j + 1
    if text.tokens[j].pos != "ADP" or last + 1 >= sentence.last or text.tokens[last].pos != "NOUN":
        return j
    if text.tokens[last].head != i or text.capitalised(last):
        return j
    last += 1
    if last + 1 < sentence.last and text.tokens[last].pos == "ADJ" and text.tokens[last].text.islower():
        last += 1
    return last if is_capital(text, last) and text.tokens[last].head in range(i, last + 1) else j


def _is_adjective_of(text: Text, j: int, i: int) -> bool:
    """Whether word j qualifies the noun i before it; nationalities are often attached to a word before that."""
    token = text.tokens[j]
    return token.pos == "ADJ" and token.text.islower() and (token.head == i or is_demonym(text, j))
