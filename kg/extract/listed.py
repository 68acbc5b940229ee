"""What a colon counts up of a noun before it: "prévoit trois points : le retrait des armes, la libération des otages"."""

from __future__ import annotations

from bisect import bisect_left

from kg.extract.syntax import MAX_DEPTH, Tree
from kg.model import VERBAL

GOVERNED = {"obj", "nsubj:pass", "obl", "obl:arg", "obl:mod"}


class Listed:
    """Answers for the words of one parse, which noun they spell out."""

    __slots__ = ("_colons", "_tree")

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._colons = [token.i for token in tree.tokens if token.text == ":"]

    def noun_above(self, i: int) -> int | None:
        """The noun that the main verb before a colon governs, where noun `i` stands behind it and under no other verb."""
        at = bisect_left(self._colons, i) - 1
        if at < 0:
            return None
        tree, colon = self._tree, self._colons[at]
        if tree.tokens[colon].sentence != tree.tokens[i].sentence:
            return None
        word = i
        for _ in range(MAX_DEPTH):
            if tree.tokens[word].pos in VERBAL or tree.first(word, "nsubj", "cop") is not None:
                return None
            if tree.head(word) in range(colon) or tree.head(word) == word:
                break
            word = tree.head(word)
        return self._governed_before(colon)

    def _governed_before(self, colon: int) -> int | None:
        """The last noun of a sentence that its main verb governs before the colon."""
        tree = self._tree
        for k in range(colon - 1, -1, -1):
            token = tree.tokens[k]
            if token.sentence != tree.tokens[colon].sentence:
                return None
            if token.pos == "NOUN" and token.dep in GOVERNED and tree.tokens[token.head].dep == "root":
                return k if tree.tokens[token.head].pos in VERBAL else None
        return None
