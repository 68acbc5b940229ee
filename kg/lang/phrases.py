"""Longest match of word sequences, each word by its form or its lemma, however the tokenizer splits hyphens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")
PLURAL = ("s", "x")  # what the plural of a qualifying word adds to the form that a phrase has


@lru_cache(maxsize=65536)
def parts(text: str) -> tuple[str, ...]:
    """The parts of a phrase or token between spaces, hyphens and apostrophes: "chef d'état-major" -> four parts."""
    return tuple(text.replace("-", " ").replace("'", " ").replace("’", " ").split())


class _Node(Generic[T]):
    __slots__ = ("next", "value")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.value: T | None = None

    def walk(self, path: tuple[str, ...]) -> _Node[T] | None:
        node: _Node[T] | None = self
        for part in path:
            if node is None:
                return None
            node = node.next.get(part)
        return node


class Phrases(Generic[T]):
    """A trie over the parts of phrases. Phrases are lower case, as text or as words; of two alike the first counts."""

    def __init__(self, entries: Iterable[tuple[str | tuple[str, ...], T]]) -> None:
        self._root: _Node[T] = _Node()
        for phrase, value in entries:
            node = self._root
            for part in parts(phrase if isinstance(phrase, str) else " ".join(phrase)):
                node = node.next.setdefault(part, _Node())
            if node.value is None:
                node.value = value

    def match(self, forms: Sequence[str], lemmas: Sequence[str], start: int) -> tuple[int, T] | None:
        """How many words from `start` on the longest known phrase covers, and its value; None if there is none.

        `forms` and `lemmas` run in parallel and are lower case; a word of a phrase may match either.
        """
        if start >= len(forms):
            return None
        begins, form, lemma = self._root.next, parts(forms[start]), parts(lemmas[start])
        if not (form and form[0] in begins) and not (lemma and lemma[0] in begins):  # nearly all words
            return None
        best: tuple[int, T] | None = None
        level = [self._root]
        for position in range(start, len(forms)):
            form = parts(forms[position])
            if not form:
                if position == start:
                    break
                continue
            level = _step(level, form, parts(lemmas[position]), self._root)
            if not level:
                break
            for node in level:
                if node.value is not None:
                    best = (position - start + 1, node.value)
                    break
        return best


def _step(level: list[_Node[T]], form: tuple[str, ...], lemma: tuple[str, ...], root: _Node[T]) -> list[_Node[T]]:
    after = []
    for node in level:
        by_form = node.walk(form)
        if by_form is not None:
            after.append(by_form)
        if lemma and lemma != form:
            by_lemma = node.walk(lemma)
            if by_lemma is not None:
                after.append(by_lemma)
        if form[-1].endswith(PLURAL) and node is not root:  # "défenses aériennes" of "défense aérienne"
            one = node.walk((*form[:-1], form[-1][:-1]))
            if one is not None:
                after.append(one)
    return after
