"""Stretches of words that may become mentions, and what both names and descriptions need to know of a parse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kg.extract.wording import DIGITS
from kg.lang import Language
from kg.lang.nouns import Noun
from kg.lang.titles import Title
from kg.model import PROSE, Parse, Sentence

Determiner = Literal["def", "indef", "dem", "poss", ""]
ORDINAL = re.compile(r"\d+(st|nd|rd|th|er|re|e|ème)$")
LONGEST_ACRONYM = 6
CAMEL = re.compile(r"[a-z]{1,5}[A-Z]\w+[a-z]$")  # "iRobot", "easyJet", but no "kWh"
SITES = frozenset({"land", "water"})  # flags of nouns for what nobody governs
LONGEST_QUOTED = 8  # words of what stands in quotation marks as a name or title


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals alone, as parties and unions are."""
    return word.isupper() and 2 <= len(word) <= LONGEST_ACRONYM


@dataclass(slots=True)
class Span:
    """A candidate name: words `first` to `last`, what the sources say of it."""

    first: int
    last: int
    source: str  # "gazetteer", "model", "capitals", "head noun", "institution", "quoted", "repeated"
    label: str = ""  # the language model's label
    link: str | None = None  # key of the gazetteer entry, where the name can mean one thing only
    kind: str = ""  # kind that the source itself gives
    town: bool = False  # a city or village of the gazetteer

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a word."""
        return self.first < other.last and other.first < self.last


@dataclass(frozen=True, slots=True)
class Nominal:
    """A description: words `first` to `last` without determiner, its head, and what the head's noun says."""

    first: int
    last: int
    label_last: int  # where the words end that a label needs: "membres" of the band, "forces" of the coalition
    head: int
    kind: str
    determiner: Determiner
    number: Literal["s", "p", ""]
    gender: Literal["m", "f", ""]
    rule: str


class Text:
    """A parse with its words in the forms that the tables are asked for, sentence by sentence."""

    def __init__(self, parse: Parse, language: Language) -> None:
        self.parse = parse
        self.language = language
        self.tokens = parse.tokens
        self.forms = parse.forms
        self.lemmas = parse.lemmas

        self._titles: dict[int, tuple[int, Title] | None] = {}  # the longest title from each word that was asked for

    def title_at(self, i: int, last: int) -> tuple[int, Title] | None:
        """The longest title of persons that begins at word i and ends at `last` at most, and its length."""
        match = self.language.titles.match
        if i not in self._titles:
            self._titles[i] = match(self.forms, self.lemmas, i)
        found = self._titles[i]
        return found if found is None or i + found[0] <= last else match(self.forms[i:last], self.lemmas[i:last], 0)

    def sentences(self) -> Iterator[Sentence]:
        """The sentences that facts may be read from."""
        return (sentence for sentence in self.parse.sentences if sentence.kind in PROSE)

    @cached_property
    def peoples(self) -> frozenset[str]:
        """Gazetteer keys of what the article's words of nationality mean for certain."""
        known = map(self.language.gazetteer.demonym, sorted({token.text for token in self.tokens}))
        return frozenset(demonym.key for demonym in known if demonym is not None and not demonym.also)

    @cached_property
    def nouns(self) -> Sequence[tuple[int, Noun] | None]:
        """For each word the longest phrase of the language's nouns that begins with it in its sentence, and its length."""
        found: list[tuple[int, Noun] | None] = [None] * len(self.tokens)
        match = self.language.nouns.match
        for sentence in self.sentences():
            stretch = slice(sentence.first, sentence.last)
            forms, lemmas = self.forms[stretch], self.lemmas[stretch]
            found[stretch] = [match(forms, lemmas, at) for at in range(len(forms))]
        return [hit if hit is None or hit[0] == 1 else self._without_verb(i, hit) for i, hit in enumerate(found)]

    def _without_verb(self, i: int, hit: tuple[int, Noun]) -> tuple[int, Noun] | None:
        """The phrase at a word, or the word alone where the last is a verb: "the court ordered" is no "court order"."""
        last = self.tokens[i + hit[0] - 1]
        if last.pos != "VERB" or "VerbForm=Fin" not in last.morph:
            return hit
        if hit[1].lemma.endswith(f" {self.forms[last.i]}"):
            return hit
        noun = self.language.nouns.get(self.forms[i]) or self.language.nouns.get(self.lemmas[i])
        return None if noun is None else (1, noun)

    @cached_property
    def ordinals(self) -> Sequence[int]:
        """The words that are ordinal numbers in figures: "3rd", "7e"."""
        return [token.i for token in self.tokens if token.text[0] in DIGITS and ORDINAL.match(token.text)]

    @cached_property
    def glued(self) -> Sequence[bool]:
        """For each word, whether it follows the one before without a space ("Saint", "-", "Lô")."""
        ends = [-1, *[token.end for token in self.tokens]]
        return [token.start == end for token, end in zip(self.tokens, ends, strict=False)]

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The surfaces of all spans that the language model took for names."""
        return frozenset(self.surface(name.first, name.last) for name in self.parse.names)

    @cached_property
    def opening(self) -> frozenset[str]:
        """The marks that open a quotation; those that also close one are among them."""
        return self.language.profile.words("quotes", "opening") | self.language.profile.words("quotes", "neutral")

    @cached_property
    def closing(self) -> frozenset[str]:
        """The marks that close a quotation; those that also open one are among them."""
        return self.language.profile.words("quotes", "closing") | self.language.profile.words("quotes", "neutral")

    def is_definite(self, i: int) -> bool:
        """Whether word i is a definite article, or a preposition that holds one ("du")."""
        return self.tokens[i].has("Definite=Def")

    def is_cased(self, i: int) -> bool:
        """Whether word i stands behind a preposition."""
        return any(self.tokens[kid].dep == "case" for kid in self.parse.children[i])

    def cases(self, i: int) -> set[str]:
        """The prepositions of word i, by lemma."""
        return {self.lemmas[kid] for kid in self.parse.children[i] if self.tokens[kid].dep == "case"}

    def preposition(self, i: int) -> str:
        """The preposition before word i, all its words as they are written: "according to"; "" if there is none."""
        case = next((kid for kid in self.parse.children[i] if self.tokens[kid].dep == "case" and kid < i), None)
        if case is None:
            return ""
        fixed = (kid for kid in self.parse.children[case] if self.tokens[kid].dep == "fixed")
        return " ".join(self.forms[kid] for kid in (case, *fixed)).replace("' ", "'")

    def titles(self) -> Iterator[tuple[int, int]]:
        """The word ranges that stand in quotation marks as titles do, with a capital and no finite verb: « Le Roi »."""
        for i in (i for i, token in enumerate(self.tokens[:-1]) if token.text in self.opening):
            if i == self.parse.sentences[self.tokens[i].sentence].first or not self.tokens[i + 1].text[0].isupper():
                continue
            for end in range(i + 2, min(i + 2 + LONGEST_QUOTED, len(self.tokens))):
                if self.tokens[end].text in self.closing:
                    yield i + 1, end
                    break
                if self.tokens[end].has("VerbForm=Fin"):
                    break

    def capitalised(self, i: int) -> bool:
        """Whether word i begins with a capital, or has one after what is glued to it: "al-Kadhimi", "iRobot"."""
        word = self.tokens[i].text
        if word[0].isupper():
            return True
        if word.islower():
            return False
        if CAMEL.match(word):  # of products that are known, the gazetteer tells
            return self.language.gazetteer.match([word.removesuffix("s")], 0) is None
        return "-" in word and not word.isupper() and any(part[:1].isupper() for part in word.split("-"))

    def head(self, first: int, last: int) -> int:
        """The word of a stretch that governs the others: the one whose own governor lies outside.

        An adjective that ends a list before it governs nothing: "civic leaders" of "religious and civic leaders".
        """
        for i in range(first, last):
            head = self.tokens[i].head
            outside = head < first or head >= last or head == i
            listed = self.tokens[i].pos == "ADJ" and self.tokens[i].dep == "conj" and i + 1 < last
            if outside and not listed and self.tokens[i].pos not in {"PUNCT", "DET", "ADP"}:
                return i
        return first

    def is_office(self, i: int) -> bool:
        """Whether word i is an office on its own: "ministre", "president"."""
        title = self.language.titles.get(self.forms[i]) or self.language.titles.get(self.lemmas[i])
        return title is not None and title.kind == "office"

    def holds_given_name(self, first: int, last: int) -> bool:
        """Whether one of the words is a given name."""
        return any(token.text in self.language.given_names for token in self.tokens[first:last])

    def noun_of(self, first: int, head: int) -> Noun | None:
        """The longest noun that ends at word `head` of a name: "armored division" of "Armored Division", else "division"."""
        nouns = self.language.nouns
        for begin in range(first, head):
            match = nouns.match(self.forms[begin : head + 1], self.lemmas[begin : head + 1], 0)
            if match is not None and begin + match[0] == head + 1:
                return match[1]
        noun = nouns.get(self.lemmas[head])  # of plural names those of units and lands count: "Hills", not "Reports"
        plural = noun is not None and (noun.kind == "Force" or bool(noun.flags & SITES))
        return nouns.get(self.forms[head]) or (noun if plural else None)

    def surface(self, first: int, last: int) -> str:
        """The words as cleaned, with the spaces of the text."""
        parts = [self.tokens[first].text]
        for i in range(first + 1, last):
            if not self.glued[i]:
                parts.append(" ")
            parts.append(self.tokens[i].text)
        return "".join(parts)
