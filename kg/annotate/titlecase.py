"""Headlines in title case, read as a sentence is written: "Air Strike Kills Ten" as "Air strike kills ten"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.annotate.words import Words
from kg.lang import language

if TYPE_CHECKING:
    from spacy.language import Language as Model

FEWEST = 2  # words with a capital behind the first
SHORT = 4  # letters up to which title case writes some words small
ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))


class TitleCase:
    """Takes the capitals from the words of headlines that are no names."""

    def __init__(self, nlp: Model, lang: str) -> None:
        lemmatizer: Any = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
        self._tables: Any = lemmatizer.lookups if lemmatizer is not None else ()
        self.reads = "lemma_index" in self._tables  # French has no title case, and its models no such table
        self._vocab = nlp.vocab
        self._known = language(lang)

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the dictionary by which the model lemmatizes."""
        index, exceptions = (self._tables.get_table(name) for name in ("lemma_index", "lemma_exc"))
        return frozenset().union(*index.values(), *exceptions.values())

    def write_as_sentences(self, blocks: Sequence[Words]) -> None:
        """Take the capitals from words of titles that stand small elsewhere in the article or are none of its names."""
        titles = [words for words in blocks if words.kind and words.kind[0] == "headline" and self._is_title(words)]
        if not titles:
            return
        calm = [words for words in blocks if words.kind and words.kind[0] != "headline"]
        small = {text for words in calm for text in words.text if text.islower()}
        names = {text for words in calm for text, begins in zip(words.text, words.begins, strict=True) if begins is False}
        for words in titles:
            kept = self._known_names(words)
            for i in range(1, len(words)):
                text, low = words.text[i], words.text[i].lower()
                if i in kept or words.begins[i] or not text.istitle() or not text.isalpha():
                    continue
                if self._is_named(words, i) and (text in names or not self._is_present(low)):
                    continue
                if low in small or self._vocab[low].is_stop or (text not in names and self._is_word(low)):
                    words.text[i] = low

    def _known_names(self, words: Words) -> set[int]:
        """The words of names that the gazetteer knows, and of bodies called by two words: "Supreme Court"."""
        kept = {k for hit in self._known.gazetteer.find(words.text) for k in range(hit.first, hit.last)}
        for i, (word, behind) in enumerate(pairwise(words.text)):
            noun = self._known.nouns.get(f"{word} {behind}".lower())
            if noun is not None and noun.kind == "Organization":
                kept |= {i, i + 1}
        return kept

    def _is_title(self, words: Words) -> bool:
        """Whether every word of a line has a capital but the short ones and those of grammar."""
        behind = [text for text in words.text[1:] if text.isalpha()]
        long = (text for text in behind if text.islower() and len(text) > SHORT and not self._vocab[text].is_stop)
        if any(text not in self._known.grammar.beside_prepositions for text in long):  # "Rebels Take Town despite Truce"
            return False
        return sum(text.istitle() and not self._vocab[text.lower()].is_stop for text in behind) >= FEWEST

    def _is_named(self, words: Words, i: int) -> bool:
        """Whether a word is a month, an adjective of a people, or somebody's given name or what stands behind one."""
        text, before = words.text[i], words.text[i - 1]
        behind = words.text[i + 1] if i + 1 < len(words) else ""
        if text.lower() in self._known.times.months:  # but "may kill", "march on the capital"
            return self._vocab[before.lower()].is_stop or behind[:1].isdigit()
        if self._known.gazetteer.demonym(text) is not None or before in self._known.given_names:
            return True
        return text in self._known.given_names and behind.istitle() and not self._vocab[behind.lower()].is_stop

    def _is_present(self, low: str) -> bool:
        """Whether a word behind a given name may be what somebody does: "Pope Francis Visits Camp"."""
        return low.endswith("s") and low.removesuffix("s") in self._known.frames.verbs

    def _is_word(self, low: str) -> bool:
        """Whether the dictionary or the language's tables know a word."""
        forms = [low, *(low.removesuffix(end) + new for end, new in ENDINGS if low.endswith(end))]
        frames = self._known.frames
        return any(f in self._words or f in self._known.nouns or f in frames.nouns or f in frames.verbs for f in forms)
