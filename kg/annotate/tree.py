"""A dependency tree that can still be changed: columns of a spaCy Doc, with the white space left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Tree:
    """Words as parallel lists; `head[i]` is an index, a root is its own head."""

    __slots__ = ("children", "dep", "end", "head", "lemma", "morph", "pos", "start", "tag", "temporal", "text")

    def __init__(self, doc: Doc) -> None:
        """Copy the columns of `doc`; `start` and `end` are offsets into the text of `doc`."""
        kept = [token for token in doc if not token.is_space]
        index = {token.i: i for i, token in enumerate(kept)}
        self.text = [token.text for token in kept]
        self.start = [token.idx for token in kept]
        self.end = [token.idx + len(token) for token in kept]
        self.lemma = [token.lemma_ for token in kept]
        self.pos = [token.pos_ for token in kept]
        self.tag = [token.tag_ for token in kept]
        self.morph = [str(token.morph) for token in kept]
        self.dep = [token.dep_ for token in kept]
        self.head = [index.get(token.head.i, i) for i, token in enumerate(kept)]
        self.temporal = [token.ent_type_ in ("DATE", "TIME") for token in kept]
        self.children: list[list[int]] = [[] for _ in kept]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)

    def __len__(self) -> int:
        return len(self.text)

    def move(self, i: int, head: int, dep: str) -> None:
        """Hang word `i` under `head` as `dep`; `head == i` makes it a root."""
        if self.head[i] != i:
            self.children[self.head[i]].remove(i)
        self.head[i] = head
        self.dep[i] = dep
        if head != i:
            self.children[head].append(i)

    def take_place(self, i: int, of: int, dep: str) -> None:
        """Put word `i`, a dependent of `of`, where `of` stands, as `dep`, and `of`'s other dependents under `i`."""
        above = self.head[of]
        self.move(i, i if above == of else above, dep)
        for child in list(self.children[of]):
            self.move(child, i, self.dep[child])
