"""Longest match of word sequences, each word by its form or its lemma."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class _Node(Generic[T]):
    __slots__ = ("next", "value")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.value: T | None = None


class Phrases(Generic[T]):
    """A trie over words. Keys are lower-case words separated by single spaces, as the tokenizer splits them."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], T]]) -> None:
        self._root: _Node[T] = _Node()
        for words, value in entries:
            node = self._root
            for word in words:
                node = node.next.setdefault(word, _Node())
            if node.value is None:
                node.value = value

    def match(self, forms: Sequence[str], lemmas: Sequence[str], start: int) -> tuple[int, T] | None:
        """How many words from `start` on the longest known phrase covers, and its value; None if there is none.

        `forms` and `lemmas` run in parallel and are lower case; a word of a phrase may match either.
        """
        best: tuple[int, T] | None = None
        level = [self._root]
        for position in range(start, len(forms)):
            level = _step(level, forms[position], lemmas[position])
            if not level:
                break
            for node in level:
                if node.value is not None:
                    best = (position - start + 1, node.value)
                    break
        return best


def _step(level: list[_Node[T]], form: str, lemma: str) -> list[_Node[T]]:
    after = []
    for node in level:
        by_form = node.next.get(form)
        if by_form is not None:
            after.append(by_form)
        if lemma != form:
            by_lemma = node.next.get(lemma)
            if by_lemma is not None:
                after.append(by_lemma)
    return after
