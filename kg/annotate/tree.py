"""A dependency tree that can still be changed: the words of an article as parallel lists."""

from __future__ import annotations

from kg.annotate.clean import Kind

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})


class Tree:
    """Words as parallel lists; a root is its own head; `first[i]` says that a sentence begins with word i."""

    __slots__ = (
        "children", "contracted", "dep", "end", "first", "head", "kind", "lemma", "morph", "pos", "start", "tag",
        "temporal", "text",
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
        self.contracted: list[int] = []  # words such as "du" that were read as articles

    def __len__(self) -> int:
        return len(self.text)

    def link(self) -> None:
        """Fill in `children` from `head`."""
        self.children = [[] for _ in self.text]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)

    def put_end(self) -> None:
        """Put an empty word, a sentence of its own, behind the last: who looks at the next word of any finds one."""
        self.text.append("")
        self.start.append(self.end[-1] if self.end else 0)
        self.end.append(self.start[-1])
        self.kind.append(self.kind[-1] if self.kind else "body")
        self.first.append(True)
        self.lemma.append("")
        self.pos.append("PUNCT")
        self.tag.append("")
        self.morph.append("")
        self.dep.append("root")
        self.head.append(len(self.head))
        self.temporal.append(False)
        self.children.append([])

    def take_end(self) -> None:
        """Take the empty word of `put_end` away; a word that hangs there becomes a root."""
        end = len(self) - 1
        for i in list(self.children[end]):
            self.move(i, i, "root")
        if self.head[end] != end:
            self.children[self.head[end]].remove(end)
        for words in (
            self.text, self.start, self.end, self.kind, self.first, self.lemma, self.pos, self.tag, self.morph, self.dep,
            self.head, self.temporal, self.children,
        ):  # fmt: skip
            words.pop()

    def move(self, i: int, head: int, dep: str) -> None:
        """Hang word `i` under `head` as `dep`, unless that would close a circle; `head == i` makes it a root."""
        if head != i and self.is_above(i, head):
            return
        if self.head[i] != i:
            self.children[self.head[i]].remove(i)
        self.head[i] = head
        self.dep[i] = dep
        if head != i:
            self.children[head].append(i)

    def stand_for(self, i: int, of: int, dep: str | None = None) -> None:
        """Hang word `i` where `of` hangs, as `dep` or else as that does; `of` and its dependents stay where they are."""
        above = self.head[of]
        self.move(i, i if above == of else above, self.dep[of] if dep is None else dep)

    def take_place(self, i: int, of: int, dep: str) -> None:
        """Put word `i`, a dependent of `of`, where `of` stands, as `dep`, and `of`'s other dependents under `i`."""
        self.stand_for(i, of, dep)
        for child in list(self.children[of]):
            self.move(child, i, self.dep[child])

    def first_of(self, i: int) -> int:
        """The first word of the sentence of word `i`."""
        while i and not self.first[i]:
            i -= 1
        return i

    def end_of(self, i: int) -> int:
        """The first word behind the sentence of word `i`."""
        end, first = i + 1, self.first
        size = len(first)
        while end < size and not first[end]:
            end += 1
        return end

    def child(self, i: int, dep: str) -> int | None:
        """The first dependent of word `i` with this label."""
        labels = self.dep
        for child in self.children[i]:  # a loop, since this is asked most of all
            if labels[child] == dep:
                return child
        return None

    def case(self, i: int) -> str:
        """The lemma of the preposition of word `i`; "" if it has none."""
        labels = self.dep
        for child in self.children[i]:  # as `child`, since this is asked nearly as often
            if labels[child] == "case":
                return self.lemma[child]
        return ""

    def above_nouns(self, i: int) -> int:
        """The first word that is no noun on the way up from word `i`, itself included; else the noun at the top."""
        while self.pos[i] in NOMINAL and self.head[i] != i:
            i = self.head[i]
        return i

    def is_above(self, i: int, other: int) -> bool:
        """Whether word `i` governs `other`, directly or not, or is it."""
        while other != i and self.head[other] != other:
            other = self.head[other]
        return other == i

    def set_features(self, i: int, **features: str) -> None:
        """Set features of word `i`; an empty value takes one away."""
        known = dict(feature.split("=", 1) for feature in self.morph[i].split("|") if feature)
        known.update(features)
        self.morph[i] = "|".join(f"{name}={known[name]}" for name in sorted(known) if known[name])
