"""Whether two names may name one thing: spellings, transliterations, initials, acronyms, words left out.

Scores are between 0 and 1: from 0.85 on the names are taken for one, below 0.5 they aren't even doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from kg.lang.fold import fold, unaccented
from kg.lang.transliteration import transliteration

SAME = 0.85
DOUBTFUL = 0.5
#: Signs that many things share by chance, and how many named with both make them tell (a shared state does, too).
SHORT_ACRONYM, SHORT_WORD, FIRST_LEFT_OUT = "a short acronym", "transliteration of a short name", "the first name left out"
SAME_SHORT_ACRONYM = "the same short acronym"  # a party's and a militia's may be one by chance
COMMON_LEFT_OUT = "a common word left out"  # "bureau de l'ONU" is not the ONU
WEAK = {SHORT_ACRONYM: 1, SHORT_WORD: 1, FIRST_LEFT_OUT: 3}
#: Longest acronym that other bodies' initials make by chance (a store of a year's news holds several such pairs), and
#: longest word that is another word when a vowel changes: Ivry and Évry.
_SHORT_ACRONYM, _SHORT_WORD = 3, 5
#: Jaro-Winkler similarity of two words' sounds from which a slip of the pen is possible.
_SLIP = 0.94
_BODIES = ("Organization", "Force")
#: What an apostrophe sets off: French articles, the English possessive. Any other is a letter of Arabic or Chinese.
_ELISION = re.compile(r"(?<![^\W_])(?:l|d|qu|n|s|j)'(?=\w)|(?<=\w)'s(?!\w)")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, and by which signs."""

    score: float
    reasons: tuple[str, ...]


NONE = Likeness(0.0, ())


@dataclass(frozen=True, slots=True)
class _Person:
    words: tuple[str, ...]  # without particles and titles
    joint: bool  # written as one word: "Jean-Jacques", "al-Abadi"
    generation: tuple[str, ...]
    pinyin: frozenset[str]  # what it reads in pinyin, if it can be Chinese


@lru_cache(maxsize=65536)
def same(kind: str, left: str, right: str) -> Likeness:
    """How likely two names of things of one kind (local name of a class) name one thing."""
    if _key(left) == _key(right):
        words = _person(left).words
        if kind == "Person" and len(words) < 2:
            return Likeness(0.75, ("the same single name",))
        if kind in _BODIES and is_common(left):
            return Likeness(0.75, ("the same common name",))
        if kind in _BODIES and _is_acronym(left) and len(_key(left)) <= _SHORT_ACRONYM:
            return Likeness(1.0, (SAME_SHORT_ACRONYM,))
        return Likeness(1.0, ("the same name",))
    if kind == "Person":
        return _persons(_person(left), _person(right))
    if kind in _BODIES:
        return _bodies(left, right)
    return _others(left, right)


def blocks(kind: str, name: str) -> frozenset[str]:
    """Keys under which a name is kept: whatever may name the same thing seeks one of them (`seeks`)."""
    if kind != "Person":
        return _keys(kind, name)
    pairs, words, short = _person_keys(name)
    return frozenset(pairs | {f"{'short' if short else 'full'} {word}" for word in words})


def seeks(kind: str, name: str) -> frozenset[str]:
    """Keys of the names that may name the same thing: whole names by pairs of words, others by each word."""
    if kind != "Person":
        return _keys(kind, name)
    pairs, words, short = _person_keys(name)
    sought = ("short", "full") if short else ("short",)
    return frozenset(pairs | {f"{form} {word}" for word in words for form in sought})


@lru_cache(maxsize=65536)
def _person_keys(name: str) -> tuple[frozenset[str], frozenset[str], bool]:
    """Pairs of a person's names, the first and the last by themselves, and whether less than two are in full."""
    person = _person(name)
    if not person.words:
        return frozenset({_key(name)}), frozenset(), True
    bones = [_bones(sound(word)) for word in person.words]
    ends = {bones[0], bones[-1]}
    pairs = {" ".join(sorted((end, other))) for end in (bones[0], bones[-1]) for other in bones if len(bones) > 1}
    short = sum(len(word) > 1 for word in person.words) < 2
    joined = {_bones(sound("".join(person.words)))[:8]}
    return frozenset(pairs | joined | {reading[:5] for reading in person.pinyin}), frozenset(ends), short


@lru_cache(maxsize=65536)
def _keys(kind: str, name: str) -> frozenset[str]:
    if kind in _BODIES:
        words = _body(name)
        telling = [word for word in words if word not in transliteration().generic] or list(words)
        sounds = {_open(sound(word))[:5] for word in telling}
        return frozenset(sounds | {_initials(name), _key(name).replace(" ", "")})
    return frozenset({_open(sound(_key(name).replace(" ", "")))[:4]})


@lru_cache(maxsize=65536)
def rough(name: str) -> str:
    """A key that a name has in common with its other spellings and its word-for-word translations, of any kind."""
    return " ".join(sorted(_open(sound(word)) for word in _body(name)))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A word so that its usual spellings in French and English are one: "Kadhimi" and "Kazimi" -> "kazimi"."""
    table = transliteration()
    word = fold(word)
    word = table.names.get(word, word)
    padded = f"^{word}$"
    for pattern, to in table.sounds:
        padded = pattern.sub(lambda match, to=to: _kept(match[0], to), padded)  # type: ignore[misc]
    plain = padded.strip("^$")
    return "".join(letter for i, letter in enumerate(plain) if letter.isalnum() and plain[i - 1 : i] != letter)


def _kept(found: str, to: str) -> str:
    return ("^" if found[0] == "^" else "") + to + ("$" if found[-1] == "$" else "")


def _bones(sounded: str) -> str:
    """The consonants, and a vowel that begins the word."""
    return "".join(letter for i, letter in enumerate(sounded) if i == 0 or letter not in "aeiouy")


@lru_cache(maxsize=65536)
def _key(name: str) -> str:
    words = _ELISION.sub(" ", fold(name)).replace("'", "").replace("-", " ").replace(".", " ")
    return " ".join(words.split())


@lru_cache(maxsize=65536)
def _person(name: str) -> _Person:
    table = transliteration()
    words: list[str] = []
    generation: list[str] = []
    before = ""
    for word in _key(name).split():
        if word in table.generations and words:
            generation.append(word)
        elif word in table.joined:
            before += word
        elif before and word in table.particles:
            continue
        elif word not in table.particles:
            words.append(before + word)
            before = ""
    while len(words) > 1 and words[0] in table.titles and len(words[0]) > 1:
        del words[0]
    return _Person(tuple(words), " " not in name.strip(), tuple(generation), _pinyin(tuple(_key(name).split())))


def _persons(left: _Person, right: _Person) -> Likeness:
    if left.generation != right.generation and left.generation and right.generation:
        return Likeness(0.1, ("another generation",))
    if not left.words or not right.words:
        return NONE
    if left.pinyin & right.pinyin:
        return Likeness(0.95, ("romanisations of one Chinese name",))
    if "".join(left.words) == "".join(right.words):
        return Likeness(0.97, ("words joined or parted",))
    short, long = sorted((left.words, right.words), key=lambda words: (len(words), words))
    if left.joint != right.joint and len(short) < len(long) and short[0] == long[0]:
        return Likeness(0.5, ("given name alone",))
    if left.generation != right.generation:
        return _less(_aligned(short, long), 0.2, "a generation on one side only")
    return _aligned(short, long)


def _aligned(short: Sequence[str], long: Sequence[str]) -> Likeness:
    if len(short) == 1:
        return _single(short[0], long)
    best = max((_pairs(short, long, order) for order in _orders(len(short), long)), key=lambda found: found[0])
    return Likeness(round(best[0], 3), tuple(dict.fromkeys(best[1])))


def _single(word: str, long: Sequence[str]) -> Likeness:
    score, reason = _words(word, long[-1])
    if len(long) == 1:
        return Likeness(round(0.75 * score, 3), ("the same single name", reason)) if score else NONE
    if score >= 0.9:
        return Likeness(round(0.6 * score, 3), ("surname alone", reason))
    score, reason = _words(word, long[0])
    return Likeness(round(0.5 * score, 3), ("given name alone", reason)) if score >= 0.9 else NONE


def _orders(count: int, long: Sequence[str]) -> list[tuple[int, ...]]:
    """Which words of the longer name the shorter's may be: in order with some left out, or surname first."""
    from itertools import combinations

    found = list(combinations(range(len(long)), count)) if len(long) <= 7 else []
    if len(long) == count:
        found.append((*range(1, count), 0))
        found.append((count - 1, *range(count - 1)))
    return found or [tuple(range(count))]


def _pairs(short: Sequence[str], long: Sequence[str], order: tuple[int, ...]) -> tuple[float, tuple[str, ...]]:
    scores, reasons = [], []
    for word, index in zip(short, order, strict=True):
        score, reason = _words(word, long[index])
        if not score:
            return 0.0, ()
        scores.append(score)
        reasons.append(reason)
    total = sum(scores) / len(scores)
    if min(scores) < 0.85 and sum(len(word) > 1 for word in short) < 3 and sum(s >= 0.85 for s in scores) < 2:
        total = min(total, min(scores) + 0.02)
    if order[0] > order[-1] or list(order) != sorted(order):
        total -= 0.05
        reasons.append("surname first")
    missing = [i for i in range(len(long)) if i not in order]
    if missing:
        total -= 0.04 * len(missing)
        reasons.append(FIRST_LEFT_OUT if 0 in missing else "a name left out")
        if 0 in missing or len(long) - 1 in missing:
            total -= 0.04
        full = [score for score, word in zip(scores, short, strict=True) if len(word) > 1]
        if len(full) < 2:
            total = min(total, 0.7)
    return max(total, 0.0), tuple(reasons)


@lru_cache(maxsize=65536)
def _words(left: str, right: str) -> tuple[float, str]:
    """How alike two words of names are, with the sign; 0 for two different names."""
    if left == right:
        return 1.0, "the same name"
    if len(left) == 1 or len(right) == 1:
        return (0.8, "initial") if left[0] == right[0] else (0.0, "")
    one, other = sound(left), sound(right)
    if one == other:
        return 0.97, "transliteration"
    if _open(one) == _open(other) and len(one) > 3:
        return 0.92, "transliteration"
    if len(one) > 3 and len(other) > 3 and _bones(one) == _bones(other) and _near(one, other):
        return 0.88, "transliteration"
    if min(len(one), len(other)) >= 7 and JaroWinkler.similarity(one, other) >= _SLIP and one[-1] == other[-1]:
        return 0.8, "nearly the same letters"
    return 0.0, ""


_VOWELS = str.maketrans({"o": "u", "e": "i"})


def _open(sounded: str) -> str:
    """Vowels as Arabic and Russian know them: o with u, e with i."""
    return sounded.translate(_VOWELS)


def _near(one: str, other: str) -> bool:
    """Whether two words of the same consonants differ by one a beside an e, as "Ahmad" and "Ahmed"."""
    one, other = _open(one), _open(other)
    if len(one) != len(other) or len(_bones(one)) < 4:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1 and one[-1] == other[-1]


@lru_cache(maxsize=65536)
def _pinyin(words: tuple[str, ...]) -> frozenset[str]:
    """What a name reads in pinyin, where each of its syllables is Chinese in some school's spelling; else nothing."""
    readings = [""]
    for word in words:
        parts = _syllables(word)
        if not parts:
            return frozenset()
        readings = [before + reading for before in readings for reading in parts][:64]
    return frozenset(readings)


@lru_cache(maxsize=65536)
def _syllables(word: str) -> tuple[str, ...]:
    table = transliteration().syllables
    if word in table:
        return tuple(sorted(table[word]))
    found = [
        first + second
        for cut in range(2, len(word) - 1)
        if word[:cut] in table and word[cut:] in table
        for first in sorted(table[word[:cut]])
        for second in sorted(table[word[cut:]])
    ]
    return tuple(found)


@lru_cache(maxsize=65536)
def _body(name: str) -> tuple[str, ...]:
    table = transliteration()
    words = [table.bodies.get(word, word) for word in _key(name).split() if word not in table.particles]
    while len(words) > 1 and words[-1] in table.legal:
        words.pop()
    return tuple(dict.fromkeys(words))


def is_common(name: str) -> bool:
    """Whether a body's name says nothing of its own: "Assemblée nationale", "ministère de l'Intérieur"."""
    return all(word in transliteration().generic for word in _body(name))


def _initials(name: str) -> str:
    """What a body's acronym would be: of "Organisation des Nations unies", "onu"."""
    words = [word for word in _key(name).split() if word not in transliteration().particles]
    return "".join(word[0] for word in words) if len(words) > 1 else _key(name).replace(" ", "")


def _is_acronym(name: str) -> bool:
    letters = unaccented(name).replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha()


def _bodies(left: str, right: str) -> Likeness:
    if _is_acronym(left) != _is_acronym(right):
        short, long = (left, right) if _is_acronym(left) else (right, left)
        letters = unaccented(short).replace(".", "").replace("-", "").lower()
        if _initials(long) == letters or "".join(word[0] for word in _key(long).split()) == letters:
            sign = SHORT_ACRONYM if len(letters) <= _SHORT_ACRONYM else "acronym"
            return Likeness(0.88 if len(letters) > 2 else 0.7, (sign,))
    if _is_acronym(left) and _is_acronym(right):
        alike = _key(left).replace(" ", "") == _key(right).replace(" ", "")
        return Likeness(0.97, ("the same acronym",)) if alike else NONE
    one, other = _body(left), _body(right)
    if set(one) == set(other):
        if is_common(left):
            return Likeness(0.75, ("the same common name in other words",))
        return Likeness(0.93, ("the same name in other words",))
    return _by_words(one, other)


def _by_words(one: Sequence[str], other: Sequence[str]) -> Likeness:
    generic = transliteration().generic
    left, right = [w for w in one if w not in other], [w for w in other if w not in one]
    shared = [w for w in one if w in other]
    for word in list(left):
        match = next((w for w in right if _words(word, w)[0] >= 0.88), None)
        if match is not None:
            left.remove(word)
            right.remove(match)
            shared.append(word)
    if not left and not right:
        return Likeness(0.75 if all(word in generic for word in shared) else 0.9, ("transliteration",))
    telling = [word for word in shared if word not in generic]
    if telling and (not left or not right) and all(word in generic for word in left + right):
        return Likeness(0.7, (COMMON_LEFT_OUT,))
    return NONE


def _others(left: str, right: str) -> Likeness:
    one, other = _key(left), _key(right)
    if one.replace(" ", "") == other.replace(" ", ""):
        return Likeness(0.97, ("words joined or parted",))
    words = [[w for w in key.split() if w not in transliteration().particles] for key in (one, other)]
    if len(words[0]) != len(words[1]) or not words[0]:
        return NONE
    scores = [_words(a, b)[0] for a, b in zip(*words, strict=True)]
    if not all(scores):
        return NONE
    short = min(scores) < 1 and max(map(len, words[0])) <= _SHORT_WORD
    return Likeness(round(min(scores), 3), (SHORT_WORD if short else "transliteration",))


def _less(likeness: Likeness, by: float, reason: str) -> Likeness:
    return Likeness(round(max(likeness.score - by, 0.0), 3), (*likeness.reasons, reason))
