"""How far the phrase of a noun reaches, and its determiner, gender and number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kg import ontology
from kg.extract.labelends import LONGEST_MODIFIER, subtree_end
from kg.extract.spans import Determiner, Text
from kg.model import Token

HARMING = ("Conflict", "LifeAndDisaster", "Justice")  # classes of what befalls people


def determiner_of(text: Text, head: int) -> Determiner:
    """The sort of determiner that a noun has: the article of "du" is one too, and a number is as good as "some"."""
    merged = text.language.profile.words("determiners", "definite")
    for kid in text.parse.children[head]:
        token = text.tokens[kid]
        if kid > head or token.dep not in {"det", "nmod:poss", "case"}:
            continue
        if token.dep == "nmod:poss" or "Poss=Yes" in token.morph:
            return "poss"
        if "PronType=Dem" in token.morph:
            return "dem"
        if "Definite=Def" in token.morph or (token.dep == "case" and text.forms[kid] in merged):
            return "def"
        if "Definite=Ind" in token.morph:
            return "indef"
    if any(text.tokens[kid].dep == "nummod" for kid in text.parse.children[head]):
        return "indef"
    return ""


def noun_gender(text: Text, head: int) -> Literal["m", "f", ""]:
    """The gender that a listed form has ("avocate"), which models often mistake; else the one that they saw.

    Of a noun for people that is listed with none, an article that shows none tells nothing: "l'artiste" may be a man.
    """
    form, lemma = text.forms[head], text.lemmas[head]
    form = text.language.titles.held(form) if "-" in form else form
    listed = lemma if form == f"{lemma}s" and form not in text.language.nouns else form  # "conscrits" as "conscrit"
    for table in (text.language.titles, text.language.nouns):
        entry = table.get(listed)
        if entry is not None and entry.gender:
            return "f" if entry.gender == "f" else "m"
    articles = [text.tokens[k] for k in text.parse.children[head] if text.tokens[k].dep == "det" and k < head]
    shown = (gender for article in articles if (gender := gender_shown(article)))  # "la judoka"
    noun = text.language.nouns.get(form)
    either = bool(articles) and noun is not None and noun.kind == "Person" and not noun.gender
    return next(shown, "" if either else gender_shown(text.tokens[head]))


def gender_shown(token: Token) -> Literal["m", "f", ""]:
    """The gender that a word's own form shows, "" if none."""
    return "f" if "Gender=Fem" in token.morph else "m" if "Gender=Masc" in token.morph else ""


def grown(text: Text, first: int, last: int, head: int, taken: list[bool]) -> tuple[int, int]:
    """The phrase with its tight modifiers: adjectives, complements that make a compound, a short participle phrase."""
    start = text.parse.sentences[text.tokens[head].sentence].first
    while first > start and _modifies_from_left(text, first - 1, first, head, taken):
        first -= 1
    end = text.parse.sentences[text.tokens[head].sentence].last
    while last < end and not taken[last]:
        grown = _modifier_end(text, first, last, taken)
        if grown is None:
            break
        last = grown
    return first, last


def _modifies_from_left(text: Text, i: int, first: int, head: int, taken: list[bool]) -> bool:
    """Whether word i, right before the phrase, is an adjective or noun that qualifies it, or glues one to it."""
    token = text.tokens[i]
    if text.glued[first] and "-" in (token.text, text.tokens[first].text):  # "Iran-backed group", "22-member crew"
        return True
    if token.pos == "NUM":
        return _numbers(text, i, head)
    if token.dep in {"amod", "compound"} and (token.head == head or i < token.head <= head):
        return True
    return i < token.head < head and text.glued[first] and not taken[i]


def _numbers(text: Text, i: int, head: int) -> bool:
    """Whether a figure is part of the name of a unit: "41 Squadron", but not "41 squadrons"."""
    noun = text.language.nouns.get(text.lemmas[head])
    unit = noun is not None and "unit" in noun.flags and text.tokens[head].text[0].isupper()
    return unit and "Number=Sing" in text.tokens[head].morph and text.tokens[i].head == head


def _modifier_end(text: Text, first: int, last: int, taken: list[bool]) -> int | None:
    """Where the phrase ends if it takes in the modifier that begins at word `last`; None if there is no tight one."""
    token = text.tokens[last]
    if token.dep in {"amod", "flat:name"} and token.pos != "PUNCT" and first <= token.head < last:
        tight = all(text.tokens[kid].dep in {"advmod", "det"} for kid in text.parse.children[last])
        return last + 1 if tight else None
    if token.dep == "case" and last < token.head and first <= text.tokens[token.head].head < last:
        noun = token.head
        compound = text.tokens[noun].dep == "nmod" and text.tokens[noun].pos == "NOUN" and not taken[noun]
        return noun + 1 if compound and _is_compound(text, noun, last) else None
    if token.dep == "acl" and "VerbForm=Part" in token.morph and first <= token.head < last:
        end = subtree_end(text, last, last)
        named = end - last <= LONGEST_MODIFIER and _has_agent(text, last) and not _is_harmed(text, token.head, last)
        return end if named else None
    return None


def _has_agent(text: Text, participle: int) -> bool:
    """Whether a participle says by or of whom: "soutenues par l'Iran", "issus du syndicat"."""
    return any(text.tokens[kid].dep in {"obl:agent"} for kid in text.parse.children[participle])


def _is_harmed(text: Text, noun: int, participle: int) -> bool:
    """Whether people are told what befell them, not who they are: "trois otages tués par leurs gardiens"."""
    known = text.language.nouns.get(text.lemmas[noun])
    if known is None or known.kind != "Person":
        return False
    frames = text.language.frames.verbs.get(text.lemmas[participle], ())
    return any(frame.kind and ontology.is_among(frame.kind, HARMING) for _, frame in frames)


def _is_compound(text: Text, kid: int, last: int) -> bool:
    """Whether `kid` follows with "de" or "of" and no determiner: "équipements de communication"."""
    between = range(last, kid)
    return (
        bool(between)
        and all(text.tokens[i].dep == "case" and text.tokens[i].head == kid for i in between)
        and not any("Definite=Def" in text.tokens[i].morph for i in between)
        and text.lemmas[last] in text.language.profile.words("partitive", "linkers")
    )


def counted_words(text: Text, head: int) -> Iterator[int]:
    """The head and the nouns that count it ("une dizaine de soldats"): where a figure may hang."""
    yield head
    governor = text.tokens[head].head
    if text.tokens[head].dep == "nmod" and text.lemmas[governor] in text.language.profile.words("partitive", "measures"):
        yield governor


def number_of(text: Text, head: int) -> Literal["s", "p", ""]:
    """The number of a noun phrase: that of its determiner, but of its head where it is counted: "quelque 650 soldats"."""
    morph = text.tokens[head].morph
    counted = "Number=Plur" in morph and any(text.tokens[kid].dep == "nummod" for kid in text.parse.children[head])
    for kid in () if counted else text.parse.children[head]:
        if text.tokens[kid].dep in {"det", "case"} and "Number=" in text.tokens[kid].morph:
            morph = text.tokens[kid].morph
            break
    return "p" if "Number=Plur" in morph else "s" if "Number=Sing" in morph else ""
