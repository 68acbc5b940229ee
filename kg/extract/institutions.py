"""Names of bodies that only begin with a capital: "le Centre breton de l'image", "la Haute Autorité de santé"."""

from __future__ import annotations

import re

from kg.extract.spans import Span, Text, is_acronym
from kg.lang.fold import fold
from kg.model import Sentence
from kg.ontology import BODIES

COMPLEMENTS = 2  # "Conseil supérieur de l'audiovisuel de la région" holds no more
SEPARATORS = re.compile(r"[-–'’]")
JOINING = frozenset({"ADP", "DET", "CCONJ", "PUNCT"})
TRANSLATED = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADP", "DET", "CCONJ"})  # what stands in such a name
LONGEST_BODY = 12  # words of a name before its acronym in parentheses
LONGEST_SHORT = 9  # letters of an acronym in parentheses, which may be made of syllables: "CENTCOM"
NOT_PART = frozenset({"GeopoliticalEntity"})  # "le Parlement du pays" is called "Parlement"


def institution_spans(text: Text, sentence: Sentence) -> list[Span]:
    """Common nouns of bodies with a capital behind a definite article, with the adjectives and complements they rule."""
    spans = []
    fields = text.language.profile.words("names", "portfolios")
    for i in range(sentence.first + 1, sentence.last - 1):
        kind = _kind(text, i)
        if not kind:
            continue
        first = i - 1 if text.tokens[i - 1].pos == "ADJ" and text.capitalised(i - 1) else i
        last = _end(text, i, sentence)
        if all(text.forms[k] in fields for k in range(first, last)):
            continue  # "le ministre de la Défense nationale"
        if last > i + 1 and _is_the_one(text, first - 1):
            spans.append(Span(first, last, "institution", kind=kind))
    return spans


def spelled_spans(text: Text, sentence: Sentence) -> list[Span]:
    """Names with their acronym in parentheses: "le Bureau d'études et de contrôle (BEC)", "la Compagnie du gaz (NGC)"."""
    spans: list[Span] = []
    for i in range(sentence.first + 2, sentence.last - 1):
        if text.tokens[i - 1].text != "(" or text.tokens[i + 1].text != ")" or not _is_short(text.tokens[i].text):
            continue
        first = _spelled_from(text, i - 1, sentence.first, text.tokens[i].text)
        first = _translated_from(text, i, sentence) if first is None else first
        if first is not None:
            somebody = text.tokens[first].text in text.language.given_names
            kind = _kind(text, first) or ("Person" if somebody else "Organization")  # "Ana Luz Vidal (ALV)"
            spans += [Span(first, i - 1, "spelled out", kind=kind), Span(i, i + 1, "spelled out", kind=kind)]
    return spans


def _is_short(word: str) -> bool:
    return is_acronym(word) or (word.isupper() and word.isalpha() and len(word) <= LONGEST_SHORT)


def _translated_from(text: Text, short: int, sentence: Sentence) -> int | None:
    """Where the name of a body begins whose acronym, of another language, stands at word `short`."""
    known = text.language.gazetteer.match([text.tokens[short].text], 0) is not None
    for i in range(short - 2, max(sentence.first, short - 2 - LONGEST_BODY), -1):
        token = text.tokens[i]
        if token.pos not in TRANSLATED:
            return None
        if _names_body(text, i) and text.tokens[i - 1].has("Definite=Def"):
            alike = token.text[0] == text.tokens[short].text[0]
            return i if short - 1 - i > 1 and (alike or not known) else None
    return None


def _names_body(text: Text, i: int) -> bool:
    """Whether a capitalised noun is one of bodies or of groups."""
    noun = text.language.nouns.get(text.forms[i])
    group = noun is not None and noun.kind == "Group" and text.tokens[i].text[0].isupper()
    return bool(_kind(text, i)) or group


def _spelled_from(text: Text, last: int, start: int, letters: str) -> int | None:
    """Where a name begins whose words up to `last`, but for articles and prepositions, have these initials."""
    left = letters.lower()
    for i in range(last - 1, start - 1, -1):
        token = text.tokens[i]
        initials = "".join(part[0] for part in SEPARATORS.split(token.text.lower()) if part)
        if initials and fold(left).endswith(fold(initials)) and token.pos not in JOINING:
            left = left[: -len(initials)]
        elif token.pos not in JOINING:
            return None
        if not left:
            return i if token.text[0].isupper() and last - i > 1 else None
    return None


def unit_spans(text: Text, sentence: Sentence) -> list[Span]:
    """Units by their number: "7e régiment de parachutistes", "2e brigade blindée"."""
    spans = []
    for i in (number + 1 for number in text.ordinals if sentence.first <= number < sentence.last - 1):
        noun = text.language.nouns.get(text.lemmas[i])
        if noun is not None and noun.kind == "Force" and "unit" in noun.flags and not text.capitalised(i):
            spans.append(Span(i - 1, _end(text, i, sentence), "institution", kind="Force"))
    return spans


def _kind(text: Text, i: int) -> str:
    """The kind of the body that the capitalised noun i names; "" where it names none."""
    token = text.tokens[i]
    if token.pos not in ("NOUN", "PROPN") or not _has_capital(text, i) or token.text.isupper():
        return ""
    if text.forms[i] in text.language.profile.words("names", "institutions"):
        return "Organization"
    phrase = text.nouns[i]
    noun = phrase[1] if phrase is not None and phrase[0] > 1 else text.language.nouns.get(text.forms[i])
    return noun.kind if noun is not None and noun.kind in BODIES else ""


def _has_capital(text: Text, i: int) -> bool:
    """Whether a noun, or the adjective right before it, has the capital of a name: "la Haute autorité"."""
    if text.tokens[i].text[:1].isupper():
        return True
    before = text.tokens[i - 1]
    return before.pos == "ADJ" and before.head == i and before.text[:1].isupper() and _is_the_one(text, i - 2)


def _is_the_one(text: Text, i: int) -> bool:
    """Whether word i says that one thing stands behind it, which the reader knows: "la", "du", not "les"."""
    return text.is_definite(i) and not text.tokens[i].has("Number=Plur")


def _end(text: Text, i: int, sentence: Sentence) -> int:
    """The word behind the adjectives and the lower-case complements of noun i."""
    last = _adjectives_end(text, i, i + 1, sentence)
    for _ in range(COMPLEMENTS):
        noun = _complement(text, i, last, sentence)
        if noun is None:
            break
        last = _adjectives_end(text, i, noun + 1, sentence)
    joined = _joined_complement(text, i, last, sentence)
    return last if joined is None else _adjectives_end(text, i, joined + 1, sentence)


def _joined_complement(text: Text, i: int, last: int, sentence: Sentence) -> int | None:
    """The second of two complements, joined with its preposition again: "l'Union des sages-femmes et des infirmiers"."""
    if last >= sentence.last or text.tokens[last].pos != "CCONJ":
        return None
    noun = _complement(text, i, last + 1, sentence)
    return noun if noun is not None and text.tokens[noun].dep == "conj" and i < text.tokens[noun].head < last else None


def _adjectives_end(text: Text, i: int, last: int, sentence: Sentence) -> int:
    """The word behind the adjectives from word `last` on that qualify a noun of the name."""
    while last < sentence.last and text.tokens[last].pos == "ADJ" and i <= text.tokens[last].head < last:
        last += 1
    return last


def _complement(text: Text, i: int, last: int, sentence: Sentence) -> int | None:
    """The noun in lower case that a preposition at word `last` ties to the name that begins at word i."""
    linkers = text.language.profile.words("names", "institution linkers")
    if last >= sentence.last or text.tokens[last].pos != "ADP" or text.lemmas[last] not in linkers:
        return None
    noun = last + 1
    if noun < sentence.last and text.tokens[noun].pos == "DET" and text.tokens[noun].has("Definite=Def"):
        noun += 1
    if noun >= sentence.last or text.tokens[noun].pos not in ("NOUN", "PROPN") or text.capitalised(noun):
        return None
    if text.lemmas[noun] in text.language.titles and noun + 1 < sentence.last and text.capitalised(noun + 1):
        return None  # "l'Armée nationale du maréchal X"
    of_verb = text.tokens[noun].dep.startswith("obl") and text.tokens[text.tokens[noun].head].pos == "VERB"
    if text.lemmas[last] not in text.language.profile.words("partitive", "linkers") and of_verb:
        return None  # "jugé devant la Haute Cour pour trahison", "a mis en garde le Conseil contre le risque de"
    if text.lemmas[noun] in text.language.frames.nouns and _is_told_of(text, i, text.lemmas[last]):
        return None
    if text.lemmas[noun] in text.language.profile.words("generic", "empty_heads"):
        return None  # "l'Assemblée du fait de défections"
    known = text.language.nouns.get(text.lemmas[noun])
    return None if known is not None and known.kind in NOT_PART else noun


def _is_told_of(text: Text, body: int, preposition: str) -> bool:
    """Whether the verb with a body as its object tells by this preposition of what: "accuser la Commission de fraude"."""
    token = text.tokens[body]
    entries = text.language.frames.verbs.get(text.lemmas[token.head], ()) if token.dep == "obj" else ()
    slots = (slot for _, frame in entries for role, places in frame.verb_roles if role == "topic" for slot in places)
    return any(slot.kind == "obl" and preposition in slot.prepositions for slot in slots)
