"""A dependency tree that can still be changed: the words of an article as parallel lists."""

from __future__ import annotations

from kg.annotate.clean import Kind


class Tree:
    """Words as parallel lists; a root is its own head; `first[i]` says that a sentence begins with word i."""

    __slots__ = (
        "children", "dep", "end", "first", "head", "kind", "lemma", "morph", "pos", "start", "tag", "temporal", "text",
    )  # fmt: skip

    def __init__(self) -> None:
        self.text: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.kind: list[Kind] = []
        self.first: list[bool] = []
        self.lemma: list[str] = []
        self.pos: list[str] = []
        self.tag: list[str] = []
        self.morph: list[str] = []
        self.dep: list[str] = []
        self.head: list[int] = []
        self.temporal: list[bool] = []  # inside a date or time that the model saw
        self.children: list[list[int]] = []

    def __len__(self) -> int:
        return len(self.text)

    def link(self) -> None:
        """Fill in `children` from `head`."""
        self.children = [[] for _ in self.text]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)

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
