"""Everything in an article's words that stands for an entity: names, descriptions, pronouns, nationalities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from kg.extract.kinds import decide_kinds
from kg.extract.names import find_names, states_inside
from kg.extract.nominals import Nominal, counted_words, find_nominals
from kg.extract.offices import mark_offices
from kg.extract.pronouns import find_demonyms, find_pronouns
from kg.extract.spans import Span, Text
from kg.lang import Language
from kg.lang.entries import Demonym
from kg.lang.profile import Pronoun
from kg.model import Mention, Parse, Quantity, Timex, Token

Gender = Literal["m", "f", ""]
Number = Literal["s", "p", ""]

BODIES = frozenset({"Organization", "Force"})
# How a name hangs on the title before it.
NAME_OF_TITLE = frozenset({"flat:name", "flat", "appos", "nmod", "amod", "dep", "compound"})


def find_mentions(
    parse: Parse, language: Language, quantities: Sequence[Quantity], times: Sequence[Timex]
) -> tuple[Mention, ...]:
    """All mentions in text order. Words of `times` are no mentions; a figure that counts a mention is linked to it."""
    text = Text(parse, language)
    taken = [False] * len(parse.tokens)
    for time in times:
        taken[time.first : time.last] = [True] * (time.last - time.first)
    names = find_names(text, [(time.first, time.last) for time in times])
    kinds = decide_kinds(text, names)
    for n, span in enumerate(names):
        if n in kinds:
            taken[span.first : span.last] = [True] * (span.last - span.first)
    demonyms = list(find_demonyms(text, taken))
    people = [(span.first, span.last) for n, span in enumerate(names) if n in kinds and kinds[n][0] == "Person"]
    named = {span.first for n, span in enumerate(names) if n in kinds}
    described = [n for n in find_nominals(text, taken) if not _introduces_name(text, n, named)]
    nominals = mark_offices(text, described, people)
    people_words = {n.head for n in nominals if n.kind in {"Person", "Position"}}
    found = [_name(text, span, *kinds[n], people_words) for n, span in enumerate(names) if n in kinds]
    for n, span in enumerate(names):
        if n in kinds and kinds[n][0] in BODIES:
            found += [_name(text, inner, inner.kind, 0.9, set()) for inner in states_inside(text, span)]
    counted = {quantity.counted: quantity.index for quantity in quantities if quantity.counted is not None}
    found += [_nominal(text, nominal, counted) for nominal in nominals]
    found += [_demonym(text, token, demonym, people, counted) for token, demonym, people in demonyms]
    found += [_pronoun(text, first, last, pronoun) for first, last, pronoun in find_pronouns(text, taken)]
    found.sort(key=lambda mention: (mention.first, -mention.last))
    return tuple(_numbered(mention, index) for index, mention in enumerate(found))


def _introduces_name(text: Text, nominal: Nominal, named: set[int]) -> bool:
    """Whether a description only says what the name right after it is: "la société X", "l'association « X »"."""
    after = nominal.last
    if nominal.kind in {"Person", "Group"} or after >= len(text.tokens):
        return False
    quotes = text.language.profile.words("quotes", "opening") | text.language.profile.words("quotes", "neutral")
    return after in named or (text.tokens[after].text in quotes and after + 1 in named)


def _numbered(mention: Mention, index: int) -> Mention:
    return Mention(
        index, mention.start, mention.end, mention.first, mention.last, mention.head, mention.sentence, mention.kind,
        mention.form, mention.text, mention.lemma, mention.gender, mention.number, mention.determiner, mention.link,
        mention.quantity, mention.rule, mention.confidence,
    )  # fmt: skip


def _name(text: Text, span: Span, kind: str, confidence: float, people_words: set[int]) -> Mention:
    own = head = text.head(span.first, span.last)
    if kind == "Person":
        head = _titled_head(text, head, span.first, people_words)
    first, last = text.tokens[span.first], text.tokens[span.last - 1]
    gender = text.language.given_names.gender(first.text) if kind == "Person" else _morph_gender(text.tokens[own])
    number: Number = "s" if kind == "Person" else _name_number(text, own)
    return Mention(
        0, first.start, last.end, span.first, span.last, head, first.sentence, kind, "name",
        text.surface(span.first, span.last), text.tokens[own].lemma, gender, number,
        link=span.link, rule=f"name: {span.source}", confidence=confidence,
    )  # fmt: skip


def _titled_head(text: Text, head: int, first: int, people_words: set[int]) -> int:
    """The word that governs a person's name in its clause: the title or office that the name hangs on, if there is one."""
    for _ in range(3):
        token = text.tokens[head]
        above = token.head
        cased = any(text.tokens[kid].dep == "case" for kid in text.parse.children[head])
        if cased or above >= first or token.dep not in NAME_OF_TITLE:
            break
        if above not in people_words and text.forms[above] not in text.language.titles:
            break
        head = above
    return head


def _name_number(text: Text, head: int) -> Number:
    """The number of a name: what its determiner shows; a plural form alone may be one thing ("General Motors")."""
    for kid in text.parse.children[head]:
        if text.tokens[kid].dep in {"det", "case"} and "Number=" in text.tokens[kid].morph:
            return _morph_number(text.tokens[kid])
    return "s" if "Number=Sing" in text.tokens[head].morph else ""


def _nominal(text: Text, nominal: Nominal, counted: dict[int, int]) -> Mention:
    first, last = text.tokens[nominal.first], text.tokens[nominal.last - 1]
    quantity = next((counted[i] for i in counted_words(text, nominal.head) if i in counted), None)
    return Mention(
        0, first.start, last.end, nominal.first, nominal.last, nominal.head, first.sentence, nominal.kind, "nominal",
        text.surface(nominal.first, max(nominal.last, nominal.label_last)), text.tokens[nominal.head].lemma, nominal.gender, nominal.number,
        nominal.determiner, quantity=quantity, rule=f"nominal: {nominal.rule}", confidence=0.8,
    )  # fmt: skip


def _demonym(text: Text, token: Token, demonym: Demonym, people: bool, counted: dict[int, int]) -> Mention:
    entry = text.language.gazetteer.entry(demonym.key)
    gender: Gender = "m" if demonym.gender == "m" else "f" if demonym.gender == "f" else ""
    number: Number = "p" if demonym.number == "p" else "s" if demonym.number == "s" else _morph_number(token)
    if people:
        kind = "Group" if number != "s" else "Person"
        return Mention(
            0, token.start, token.end, token.i, token.i + 1, token.i, token.sentence, kind, "nominal", token.text,
            token.lemma, gender, number, quantity=counted.get(token.i), rule="demonym: people", confidence=0.8,
        )  # fmt: skip
    return Mention(
        0, token.start, token.end, token.i, token.i + 1, token.i, token.sentence, entry.kind, "name", token.text,
        token.lemma, gender, number, link=None if demonym.also else entry.key, rule="demonym: adjective", confidence=0.9,
    )  # fmt: skip


def _pronoun(text: Text, first: int, last: int, pronoun: Pronoun) -> Mention:
    token = text.tokens[last - 1]
    gender: Gender = "m" if pronoun.gender == "m" else "f" if pronoun.gender == "f" else ""
    number: Number = "p" if pronoun.number == "p" else "s" if pronoun.number == "s" else ""
    type_ = (
        "possessive determiner" if token.pos == "DET" and pronoun.type in {"personal", "possessive"} else pronoun.type
    )
    if pronoun.person == "1":
        type_ = f"speaker {type_}"
    kind = "Person" if pronoun.animacy == "person" and number == "s" else "Entity"
    return Mention(
        0, text.tokens[first].start, token.end, first, last, last - 1, token.sentence, kind, "pronoun",
        text.surface(first, last), pronoun.form, gender, number, rule=f"pronoun: {type_}", confidence=0.8,
    )  # fmt: skip


def _morph_gender(token: Token) -> Gender:
    return "f" if "Gender=Fem" in token.morph else "m" if "Gender=Masc" in token.morph else ""


def _morph_number(token: Token) -> Number:
    return "p" if "Number=Plur" in token.morph else "s" if "Number=Sing" in token.morph else ""
