"""Lemmas from kg/lang/<code>/lemmas: words of closed classes by table, all others by their longest known ending."""

from __future__ import annotations

from functools import cache
from pathlib import Path

LANG = Path(__file__).parent.parent / "lang"
CLASS_OF = {"AUX": "VERB", "VERB": "VERB", "NOUN": "NOUN", "ADJ": "ADJ"}


class Lemmas:
    """The lemmatizer of one language; it remembers every word that it has seen."""

    def __init__(self, closed: dict[tuple[str, str], str], endings: dict[str, dict[str, tuple[int, str]]]) -> None:
        self._memo = closed
        self._endings = endings
        self._longest = {name: max(map(len, table)) for name, table in endings.items()}

    def lemma(self, form: str, pos: str) -> str:
        """The lemma of a word of class `pos` (UPOS): lower case, but a proper noun stays as it is."""
        if pos == "PROPN":
            return form
        key = (form.lower(), pos)
        if key not in self._memo:
            self._memo[key] = self._by_ending(*key)
        return self._memo[key]

    def _by_ending(self, form: str, pos: str) -> str:
        cut, add = self._edit(form, CLASS_OF.get(pos, ""))
        return form[: len(form) - cut] + add or form

    def tense(self, form: str) -> str:
        """The tense that a verb form alone shows: "F" future, "C" conditional, "I" imperfect, "J" past, or ""."""
        return self._sign(form, "TENSE")

    def is_participle(self, form: str) -> bool:
        """Whether a form is a past participle, among other things."""
        return self._sign(form, "PART") == "K"

    def _sign(self, form: str, name: str) -> str:
        key = (form.lower(), name)
        if key not in self._memo:
            self._memo[key] = self._edit(*key)[1]
        return self._memo[key]

    def _edit(self, form: str, name: str) -> tuple[int, str]:
        table = self._endings.get(name)
        if table is not None and form[-1:].isalpha():
            marked = "^" + form
            for length in range(min(len(marked), self._longest[name]), -1, -1):
                edit = table.get(marked[len(marked) - length :])
                if edit is not None:
                    return edit
        return 0, ""


@cache
def load_lemmas(code: str) -> Lemmas | None:
    """The lemmatizer of language `code`; None where kg/lang/<code> has no tables for it."""
    folder = LANG / code / "lemmas"
    if not folder.is_dir():
        return None
    closed = {}
    for classes, form, lemma in rows(folder / "closed.tsv"):
        for pos in classes.split("|"):
            closed[form, pos] = lemma
    endings: dict[str, dict[str, tuple[int, str]]] = {}
    for name, ending, cut, add in rows(folder / "endings.tsv"):
        endings.setdefault(name, {})[ending] = (int(cut), add)
    return Lemmas(closed, endings)


def rows(path: Path) -> list[list[str]]:
    """Read a table of tab-separated columns; lines that start with "#" are comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
