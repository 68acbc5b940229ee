"""Chains of mentions that stand for one thing, with what is known of the thing and why each link was made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from kg.lang.fold import fold
from kg.model import Judgement, Mention
from kg.resolve.words import ADJECTIVE

# Kinds that one thing may be given in one article: a militia is called a group, a city stands for its council, a book
# is a thing and a work.
KIN = frozenset(
    frozenset(pair)
    for pair in (
        ("Organization", "Force"), ("Organization", "Group"), ("Force", "Group"), ("GeopoliticalEntity", "Place"),
        ("Organization", "GeopoliticalEntity"), ("Artifact", "Work"),
    )
)  # fmt: skip


PEOPLE = frozenset({"Person", "Group"})
MAKES = "artifacts:"  # how the keys of things begin, a model's with that of its make
THINGS = frozenset({"Place", "Artifact", "Work"})  # nobody gives or tells them anything


def kinds_agree(one: str, other: str) -> bool:
    """Whether two mentions of these kinds may stand for one thing; "Entity" says nothing."""
    return one == other or "Entity" in (one, other) or frozenset((one, other)) in KIN


def are_one_make(links: Collection[str]) -> bool:
    """Whether known names may stand for one thing: all the same, or a model's and its make's: "iPhone 4", "iPhone"."""
    model = max(links, key=len, default="")
    return all(link == model or (link.startswith(MAKES) and model.startswith(f"{link}-")) for link in links)


class Chains:
    """A partition of the mentions. `link` joins two chains unless what is known of them clashes."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.judgements: list[Judgement] = []
        self._chain = list(range(len(mentions)))
        self._members: dict[int, list[int]] = {i: [i] for i in range(len(mentions))}
        self._speaking = {i: [i] for i, mention in enumerate(mentions) if mention.form != "pronoun"}  # of each chain
        self._apart: dict[int, set[int]] = {}  # by chain, the chains that are something else
        self.others: set[int] = set()  # mentions that tell another name than the one that a thing goes by
        self._kinds: dict[int, str] = {}  # what `kind` found, by chain, until the chain grows
        self._genders: dict[int, str] = {}  # and what `gender` found
        self._numbers: dict[int, str] = {}  # and what `number` found

    def of(self, i: int) -> int:
        """The chain of mention i, named by its first mention."""
        return self._chain[i]

    def before(self, mention: Mention, sentences: int) -> Sequence[Mention]:
        """The mentions before one, in its sentence and so many before that."""
        start = bisect_left(self.mentions, mention.sentence - sentences, key=lambda other: other.sentence)
        return self.mentions[start : mention.index]

    def members(self, i: int) -> list[int]:
        """All mentions of the chain that mention i is in, in text order."""
        return self._members[self._chain[i]]

    def same(self, i: int, j: int) -> bool:
        """Whether two mentions are in one chain."""
        return self._chain[i] == self._chain[j]

    def link(self, i: int, j: int, reason: str, score: float, *, told: bool = False) -> bool:
        """Join the chains of two mentions for `reason`, unless they clash. Returns whether they are joined.

        Two names that the text itself gives to one thing (`told`) need not look like names of one kind.
        """
        left, right = sorted((self._chain[i], self._chain[j]))
        if left == right:
            return True
        between_names = self.mentions[i].form == self.mentions[j].form == "name"
        if self.clash(left, right, told=told) or (not between_names and self._are_two_people(left, right)):
            return False
        for member in self._members[right]:
            self._chain[member] = left
        self._members[left] = sorted(self._members[left] + self._members.pop(right))
        speaking = sorted(self._speaking.pop(left, []) + self._speaking.pop(right, []))
        if speaking:
            self._speaking[left] = speaking
        for known in (self._kinds, self._genders, self._numbers):
            known.pop(left, None)
        for other in self._apart.pop(right, ()):
            self._apart.get(other, set()).discard(right)
            self._keep_apart(left, left if other == right else other)
        self.judgements.append(Judgement(min(i, j), max(i, j), True, reason, score))
        return True

    def keep_apart(self, i: int, j: int, reason: str) -> None:
        """Note that two mentions stand for different things; their chains will not be joined."""
        self._keep_apart(self._chain[i], self._chain[j])
        self.judgements.append(Judgement(min(i, j), max(i, j), False, reason, 1.0))

    def _keep_apart(self, one: int, other: int) -> None:
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)

    def clash(self, i: int, j: int, *, told: bool = False) -> bool:
        """Whether two chains can't be one thing: different links, kinds (but see `link`), or kept apart before."""
        one, other = self._chain[i], self._chain[j]
        if other in self._apart.get(one, ()):
            return True
        links = {link for m in (*self._members[one], *self._members[other]) if (link := self.mentions[m].link) is not None}
        return not are_one_make(links) or not (told or kinds_agree(self.kind(one), self.kind(other)))

    def _are_two_people(self, one: int, other: int) -> bool:
        """Whether two chains have full names of people that share no word; what describes one can't be the other."""
        few, many = sorted((one, other), key=lambda chain: len(self._members[chain]))
        words = self._full_names(few)
        others = self._full_names(many) if words else words
        return bool(others) and not words & others

    def _full_names(self, chain: int) -> frozenset[str]:
        """The words of the full names of people in a chain."""
        named = (self.mentions[m] for m in self._speaking.get(chain, ()))
        texts = (m.text for m in named if m.form == "name" and m.kind == "Person" and " " in m.text)
        return frozenset(word for text in texts for word in fold(text).split())

    def kind(self, i: int) -> str:
        """The kind of a chain: the most frequent one of its names, else of its descriptions; the first of equals."""
        chain = self._chain[i]
        known = self._kinds.get(chain)
        if known is None:
            known = self._kinds[chain] = self._kind(chain)
        return known

    def _kind(self, chain: int) -> str:
        members = [self.mentions[m] for m in self._members[chain] if m not in self.others]
        for form in ("name", "nominal", "pronoun"):
            kinds = [m.kind for m in members if m.form == form and m.kind != "Entity"]
            if kinds:
                return max(dict.fromkeys(kinds), key=kinds.count)
        return "Entity"

    def gender(self, i: int) -> str:
        """The gender that the chain's names and descriptions show, else its pronouns; "" if none or both."""
        chain = self._chain[i]
        known = self._genders.get(chain)
        if known is None:
            known = self._genders[chain] = self._gender(chain)
        return known

    def _gender(self, chain: int) -> str:
        shown: list[str] = [self.mentions[m].gender for m in self._without_surnames(self._telling(chain))]
        if not any(shown):
            shown = [self.mentions[m].gender for m in self._without_surnames(self._members[chain])]
        return self._feature(shown)

    def _without_surnames(self, members: list[int]) -> list[int]:
        """The mentions without a last name alone, which may be somebody else's first: "Paul Claire … Claire"."""
        texts = {m: self.mentions[m].text for m in members if self.mentions[m].form == "name"}
        last = {text.rpartition(" ")[2] for text in texts.values() if " " in text}
        return [m for m in members if texts.get(m) not in last]

    def number(self, i: int) -> str:
        """The number that the chain's names and descriptions show, "" if none or both."""
        chain = self._chain[i]
        known = self._numbers.get(chain)
        if known is None:
            known = self._numbers[chain] = self._feature([self.mentions[m].number for m in self._telling(chain)])
        return known

    def linked(self, i: int) -> str | None:
        """The gazetteer entry that the chain stands for, if any of its mentions has one."""
        links = (link for m in self.members(i) if (link := self.mentions[m].link) is not None)
        return max(links, key=len, default=None)  # a model rather than its make

    def is_taken(self, i: int) -> bool:
        """Whether mention i takes up one before it, or stands with a name already."""
        return self.members(i)[0] != i or self.named(i)

    def named(self, i: int) -> bool:
        """Whether the chain holds a name."""
        return any(self.mentions[m].form == "name" for m in self._speaking.get(self._chain[i], ()))

    def _telling(self, i: int) -> list[int]:
        """The mentions that show a chain's features: names and descriptions, pronouns only where there are no others.

        An adjective has the gender and number of its noun: "le ministre turc … la Turquie".
        """
        telling = self._speaking.get(self._chain[i]) or self.members(i)
        return [m for m in telling if self.mentions[m].rule != ADJECTIVE] or telling

    @staticmethod
    def _feature(values: list[str]) -> str:
        found = set(values) - {""}
        return found.pop() if len(found) == 1 else ""
