"""Event nouns that open a headline, which the parser takes for names: "Attentat à Kaboul", "Nouvelle grève chez X"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.annotate.lemmas import Lemmas
from kg.annotate.parsing import Parsing
from kg.annotate.units import Reading
from kg.annotate.words import Words
from kg.lang.frames import Entry

BEFORE_NEWS = (":", ",")  # what may follow beside words in small letters: "Séisme : 30 morts"

OF = ("d'", "d’", "de")
NAMED = frozenset({"Competition", "Gathering"})  # cups and festivals are names: "Tournoi des Six Nations"


class Openers:
    """Finds them, to be read as a noun of the same number that the parser knows."""

    def __init__(self, parsing: Parsing, lemmas: Lemmas | None, nouns: Mapping[str, tuple[Entry, ...]]) -> None:
        self._read = parsing.opening_nouns if lemmas is not None else ()  # in the singular and in the plural
        self._adjectives = parsing.opening_adjectives
        self._before = parsing.behind_openers
        self._lemmas = lemmas
        self._nouns = nouns

    def find(self, words: Words) -> list[Reading]:
        """The readings of a text's opening nouns, in order, with those of the adjectives before them."""
        found: list[Reading] = []
        openings = (i for i, begins in enumerate(words.begins) if begins is True and words.kind[i] == "headline")
        for i in openings if self._read else ():
            adjective = self._adjectives.get(words.text[i])
            noun = i if adjective is None else i + 1
            if noun + 1 < len(words) and (adjective is not None or words.text[i].istitle()) and self._is_event(words, noun):
                if adjective is not None:
                    found.append((i, noun, adjective, "fixed"))
                found.append((noun, noun + 1, self._read[words.text[noun].endswith(("s", "x"))], "fixed"))
        return found

    def _is_event(self, words: Words, i: int) -> bool:
        """Whether a word evokes an event as a noun, before a preposition or the news itself, and can be no participle."""
        assert self._lemmas is not None
        form, behind = words.text[i].lower(), words.text[i + 1]
        done = behind.islower() and self._lemmas.is_participle(behind)  # "Trêve conclue au Soudan"
        doubtful = self._lemmas.is_participle(form)  # a noun in "Prise d'otages à Ubari" alone
        if not (done or behind in self._before or behind in BEFORE_NEWS) or (doubtful and behind not in OF):
            return False
        entries = self._nouns.get(self._lemmas.lemma(form, "NOUN"), ())
        telling = [trigger.words for trigger, frame in entries if frame.kind not in NAMED]
        return any(stands_at(words, i, phrase) if phrase else not doubtful for phrase in telling)


def stands_at(words: Words, i: int, phrase: Sequence[str]) -> bool:
    """Whether a phrase of several words stands at word `i`."""
    return [text.lower() for text in words.text[i : i + len(phrase)]] == list(phrase)
