"""One spelling for the many ways a name is typed: accents, apostrophes, hyphens, dots of acronyms and case."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Apostrophes, hyphens and letters that canonical decomposition leaves alone.
_FROM = "’‘ʼʿʾ`´‐‑øØłŁđĐı\u00a0"
_TO = "'''''''--oOlLdDi "
_SAME = str.maketrans(_FROM, _TO) | str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"})
# Latin letters with diacritics, without them: one table is five times faster than decomposing each word.
_LATIN = {
    code: "".join(part for part in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(part))
    for code in (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00))
}
_PLAIN = {**dict.fromkeys(range(0x0300, 0x0370), ""), **_LATIN, **_SAME}


_ACRONYM = 4  # letters up to which a name in capitals counts in capitals only


def unaccented(text: str) -> str:
    """`text` without accents and with plain apostrophes and hyphens; case is kept: "État" -> "Etat"."""
    if text.isascii():
        return text
    return text.translate(_PLAIN)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` as a key for looking up: unaccented and lower case: "Égypte" -> "egypte"."""
    return unaccented(text).lower()


# Letters that languages write for one sound of a name from another script, longest first.
_SOUNDS = (
    ("tch", "ch"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ai", "ei"),
)
_LETTERS = str.maketrans("yqwz", "ikvs")


@lru_cache(maxsize=65536)
def sounded(word: str) -> str:
    """A key for names from other scripts, whatever language spells them: "Bourhan" and "Burhan" -> "burhan"."""
    key = fold(word)
    for spelled, sound in _SOUNDS:
        key = key.replace(spelled, sound)
    key = key.translate(_LETTERS)
    return "".join(letter for i, letter in enumerate(key) if i == 0 or letter != key[i - 1])


@lru_cache(maxsize=65536)
def pieces(word: str) -> tuple[str, ...]:
    """The unaccented parts of a word between spaces, hyphens and apostrophes; dots are dropped.

    Makes one sequence of whatever a tokenizer does: "États-Unis" -> ("Etats", "Unis"), "Al-Qaïda" -> ("Al", "Qaida"),
    "d'" -> ("d",), "U.S." -> ("US",), "-" -> ().
    """
    plain = unaccented(word).replace(".", "")
    return tuple(plain.replace("-", " ").replace("'", " ").split())


def cased(name: str, parts: tuple[str, ...]) -> bool:
    """Whether `parts`, the pieces of a text, may be the listed `name` by their capitals; letters are taken to agree.

    A piece that begins with a capital in the name needs one in the text; one of at most four letters that is all
    capitals in the name needs all of them: "US" is neither "Us" nor "us", "NATIONS UNIES" is "Nations unies".
    """
    listed = pieces(name)
    return listed == parts or all(_cased(mine, theirs) for mine, theirs in zip(listed, parts, strict=True))


def _cased(mine: str, theirs: str) -> bool:
    if not mine[0].isupper():
        return True
    if mine.isupper() and len(mine) <= _ACRONYM:
        return mine == theirs
    return theirs[0].isupper()
