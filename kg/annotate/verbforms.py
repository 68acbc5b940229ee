"""Forms of known verbs that the model never saw: it parses the same form of a verb that it knows in their place."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from functools import cache

from kg.annotate.lemmas import Lemmas
from kg.annotate.units import Reading
from kg.annotate.words import Words

PLURAL = "nt"
ENDINGS = (PLURAL, "a", "t")  # of third persons


class VerbForms:
    """Finds third persons in small letters whose tense shows and of which the model has no vector: "extraderont"."""

    def __init__(
        self,
        tenses: Mapping[str, Sequence[str]],
        lemmas: Lemmas | None,
        verbs: Container[str],
        is_known: Callable[[str], bool],
    ) -> None:
        """`tenses` give what is read for each tense, singular and plural; `is_known` says whether the model knows a form."""
        self._tenses = tenses if lemmas is not None else {}
        self._lemmas = lemmas
        self._verbs = verbs
        self._is_known = is_known
        self._read = cache(self._look_up)

    def find(self, words: Words) -> list[Reading]:
        """The readings of a text's forms, in order."""
        if not self._tenses:
            return []
        ending = [i for i, text in enumerate(words.text) if text.endswith(ENDINGS) and text.islower()]
        return [(i, i + 1, read, "fixed") for i in ending if (read := self._read(words.text[i]))]

    def _look_up(self, form: str) -> str:
        assert self._lemmas is not None
        tense = self._tenses.get(self._lemmas.tense(form))
        if tense is None or self._is_known(form) or self._lemmas.lemma(form, "VERB") not in self._verbs:
            return ""
        return tense[form.endswith(PLURAL)]
