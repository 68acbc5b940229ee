"""Abbreviations that may end a sentence, and what shows that the next one begins: "… from Norvex Inc. The bank said …".

The tokenizer leaves their full stop on them, so that nothing else would part the two sentences.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

LONGEST_SUBJECT = 6  # words with capitals before the verb
FEWEST_WORDS = 4  # in small letters, of the sentence before: "A unit of Norvex Inc. Europe said" is one sentence
STOPS = frozenset({".", "!", "?"})
JOINING = frozenset({"&", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class Endings:
    """Which abbreviations end sentences in a language, and which words begin or tell one."""

    abbreviations: Container[str]  # "Inc.", "U.S.", "p.m."
    firms: Container[str]  # of these, those that end the name of a firm
    openers: Container[str]  # words that begin a sentence, where they have a capital
    tellers: Container[str]  # verbs behind a subject that is a name
    past: str  # how most verbs end that tell what was done
    titles: Container[str]  # "Norvex Inc. Chairman Ana Vidal said" goes on

    def parts(self, texts: Sequence[str], i: int, behind: bool = False) -> bool:
        """Whether a new sentence begins at word `i`, behind an abbreviation, or `behind` the quotation mark there."""
        if texts[i - 1] not in self.abbreviations:
            return False
        i += behind and i + 1 < len(texts)
        if not texts[i][:1].isupper():
            return False
        if behind:
            return texts[i].lower() in self.openers
        return texts[i].lower() in self.openers or (texts[i - 1] in self.firms and self._names_speaker(texts, i))

    def _names_speaker(self, texts: Sequence[str], i: int) -> bool:
        """Whether a name and its verb begin a sentence: "… by its rival Norvex Corp. Lantis said it …"."""
        end = i
        while end < min(i + LONGEST_SUBJECT, len(texts) - 1) and (texts[end][:1].isupper() or texts[end] in JOINING):
            if texts[end].lower() in self.titles:
                return False
            end += 1
        return texts[end] in self.tellers and self._is_whole(texts, i)

    def _is_whole(self, texts: Sequence[str], i: int) -> bool:
        """Whether what stands before word `i` is a sentence by itself, not the office in "a founder of Norvex Inc."."""
        first = next((k + 1 for k in range(i - 2, -1, -1) if texts[k] in STOPS), 0)
        before = texts[first:i]
        told = any(text in self.tellers or text.endswith(self.past) for text in before)
        return told and sum(text.islower() for text in before) >= FEWEST_WORDS
