"""The verbs that bring up an event beside the word that tells it: "filed" in "filed a suit", "plans" in "plans to buy"."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from kg.extract.mentions import ADJECTIVE
from kg.extract.supports import Supported
from kg.extract.syntax import MAX_DEPTH, Tree
from kg.lang.frames import Frames
from kg.model import Mention

OTHERS = ("obj", "iobj", "obl:dat")  # who does what an infinitive tells, where it is not the subject: "forced X to sell"
FARTHEST = 8  # words between an event's word and the verb that carries it


class CarrierReader:
    """Answers `phrase(first, last)`: an event's words with the verbs that carry it, where nobody is named in between."""

    __slots__ = ("_frames", "_named", "_told", "_tree")

    def __init__(self, tree: Tree, frames: Frames, mentions: Iterable[Mention], told: Container[int]) -> None:
        self._tree = tree
        self._frames = frames
        self._told = told
        named = (m for m in mentions if m.form != "pronoun" and m.rule != ADJECTIVE)  # "receive Canadian loans"
        self._named = frozenset(i for m in named for i in range(m.first, m.last))

    def phrase(self, trigger: int, first: int, last: int, carried: Supported | None) -> tuple[int, int]:
        """The token range of the phrase around the range `first` to `last` of the trigger's words."""
        for verb in self._carriers(trigger, carried):
            gap = range(verb + 1, first) if verb < first else range(last, verb)
            if verb in self._told or len(gap) > FARTHEST or any(i in self._named for i in gap):
                break
            first, last = min(first, verb), max(last, verb + 1)
        return first, last

    def with_words(self, first: int, last: int, fixed: Iterable[int], figure: int | None) -> tuple[int, int]:
        """The token range of a phrase that takes in a trigger's fixed nouns, and the figure that rises or falls."""
        for word in (*fixed, *(() if figure is None else (figure,))):
            gap = range(word + 1, first) if word < first else range(last, word)
            if len(gap) <= FARTHEST and (word == figure or not any(i in self._named for i in gap)):
                first, last = min(first, word), max(last, word + 1)
        return first, last

    def _carriers(self, trigger: int, carried: Supported | None) -> Iterator[int]:
        """The support verb, and the modal verbs above it whose subject is its own, the nearest first."""
        verb = trigger
        if carried is not None:
            verb = carried.verb
            yield verb
        elif self._tree.tokens[trigger].dep == "obj" and self._is_modal(self._tree.head(trigger)):  # "seeks a loan"
            verb = self._tree.head(trigger)
            yield verb
        for _ in range(MAX_DEPTH):
            head = self._tree.head(verb)
            below = self._tree.tokens[verb].dep == "xcomp" and self._is_modal(head)
            if not below or self._tree.first(head, *OTHERS) is not None:
                return
            yield head
            verb = head

    def _is_modal(self, verb: int) -> bool:
        token = self._tree.tokens[verb]
        return token.pos == "VERB" and (token.lemma, "verb") in self._frames.modals
