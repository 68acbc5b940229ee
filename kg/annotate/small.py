"""Words that French writes small, and a translation machine with a capital: weekdays, and the adjectives of states."""

from __future__ import annotations

from collections.abc import Container, Mapping

from kg.annotate.words import Words
from kg.lang import Language
from kg.lang.gazetteer import STATES

ARTICLES = frozenset({"la", "l'", "des", "d'", "du"})
OF_THE = "du"  # "Le Journal du Dimanche"


def write_small(
    words: Words, days: Mapping[str, str], function_words: Container[str], titles: Container[str], known: Language
) -> None:
    """Take the capitals from "a annoncé le Pentagone Vendredi", "les forces Israéliennes", "l'ambassadrice Américaine"."""
    for i in range(1, len(words)):
        text = words.text[i]
        if not text[0].isupper() or not text[1:].islower() or words.begins[i] is not False:
            continue
        before, small = words.text[i - 1], text.lower()
        if small in days:
            apart = i + 1 == len(words) or words.begins[i + 1] or not words.text[i + 1][0].isupper()
            if apart and before != OF_THE:  # "le Vendredi Saint"
                words.text[i] = small
        elif before in function_words or not _qualifies(text, known):
            continue
        elif _is_noun(before, titles, known) or _is_portfolio(words, i - 1, titles):
            words.text[i] = small


def _is_noun(word: str, titles: Container[str], known: Language) -> bool:
    """Whether a word is a noun in small letters, or a title: "soldats", "Ministre", but not "jeune", which people may be."""
    small = word.lower()
    if word != small:
        return small in titles
    for form in (small, small.removesuffix("s")):
        noun = known.nouns.get(form)
        if noun is not None or form in known.frames.nouns:
            return noun is None or "age" not in noun.flags
    return False


def _is_portfolio(words: Words, i: int, titles: Container[str]) -> bool:
    """Whether a title stands before a word and its article: "le Ministre de la Défense Pakistanais"."""
    before = [text.lower() for text in words.text[max(0, i - 3) : i]]
    return bool(before) and before[-1] in ARTICLES and any(text in titles for text in before)


def _qualifies(word: str, known: Language) -> bool:
    """Whether a word is also an adjective, in small letters, of a state."""
    demonym = known.gazetteer.demonym(word.lower())
    return demonym is not None and demonym.adjective and demonym.key.startswith(STATES)
