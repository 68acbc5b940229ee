"""When a label is the name that was asked for: the same words, or these among a few more."""

from __future__ import annotations

import re
import unicodedata

_FRENCH = ("le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "au", "aux", "et", "en", "à")
ARTICLES = frozenset((*_FRENCH, "the", "a", "an", "of", "and", "in"))
MORE_WORDS = 3  # that a label may hold beyond those asked for: "Force Al-Qods" in "la Force iranienne Al-Qods"


def fold(text: str) -> str:
    """Lower case without accents or punctuation, words separated by one space."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", plain))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name without articles and linking words."""
    return tuple(w for w in fold(text).split() if w not in ARTICLES)


def matches(asked: str, label: str) -> bool:
    """Whether `label` names what `asked` names."""
    wanted, have = words(asked), words(label)
    if not wanted or not have:
        return fold(asked) == fold(label)
    return wanted == have or (set(wanted) <= set(have) and len(have) <= len(wanted) + MORE_WORDS)
