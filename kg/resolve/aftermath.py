"""Whom a pronoun stands for where a death was told before: the dead are not arrested, and theirs are the bodies."""

from __future__ import annotations

from kg.model import Mention
from kg.resolve.readings import Readings


class Aftermath:
    """The dead of one article, and who outlives them."""

    def __init__(self, readings: Readings) -> None:
        self._fates = readings.fates
        self._chains = readings.chains
        self._syntax = readings.syntax
        self._language = readings.language
        self._selection = readings.selection

    def alive(self, pronoun: Mention, candidates: list[Mention]) -> list[Mention]:
        """Whom somebody may have arrested since a death was told: whoever did it. "L'homme est mort. Il a été arrêté"."""
        told, same = self._fates, self._chains.same
        dead = [m for m in candidates if any(same(m.index, one) for one in told.killed if one < pronoun.index)]
        if not dead or not self._is_perfect(self._syntax.tokens[pronoun.head].head):
            return candidates
        others = (m for m in candidates if not any(same(m.index, one.index) for one in dead))
        return [m for m in others if any(same(m.index, one) for one in told.attacking | told.offending | told.accused)]

    def mourned(self, pronoun: Mention, candidates: list[Mention]) -> list[Mention]:
        """Whose death or funeral is told of: whoever was told to have died. "X est mort. Y a salué un ami. Sa mort …"."""
        same, dead = self._chains.same, [one for one in self._fates.killed if one < pronoun.index]
        return [m for m in candidates if any(same(m.index, one) for one in dead)] or candidates

    def bodied(self, candidates: list[Mention]) -> list[Mention]:
        """Whose body is told of: whoever is told to be dead, else nobody who has just said something: "son corps"."""
        dead = [m for m in candidates if any(self._chains.same(m.index, one) for one in self._fates.dead)]
        return dead or [m for m in candidates if not self._has_spoken(m)]

    def _has_spoken(self, other: Mention) -> bool:
        """Whether somebody is a subject of a verb of saying in the article."""
        same = (self._chains.mentions[m].head for m in self._chains.members(other.index))
        tokens = self._syntax.tokens
        return any(self._syntax.is_subject(k) and tokens[tokens[k].head].lemma in self._selection.speaking for k in same)

    def _is_perfect(self, verb: int) -> bool:
        """Whether a verb tells what has happened since: "a été arrêté", but not "avait été arrêté", "était recherché"."""
        helpers = (self._syntax.tokens[k] for k in self._syntax.auxiliaries(verb))
        having = self._language.grammar.perfect_auxiliaries
        return any(word.lemma in having and word.has("Tense=Pres") for word in helpers)
