"""The nearest and most prominent of a pronoun's candidates, and where a rival is as near, so that nobody is meant."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from kg.model import Mention
from kg.ontology import BODIES
from kg.resolve.antecedents import Antecedents
from kg.resolve.chains import PEOPLE
from kg.resolve.readings import Readings
from kg.resolve.salience import SPEECHLESS, distance
from kg.resolve.words import ASIDE, OWNERS

RIVALLED = 1.0  # how much nearer than another person one must be
NEARLY = 0.5  # and another person whom another sentence tells
TWO_BODIES = 2.0  # how much nearer than another body one must be for a plural
DOUBTFUL = 1.5  # how much nearer than a person a thing must be for a pronoun that may mean either
POSSESSOR = 1.0  # cost of the role of whose the subject is
DESCRIBING = frozenset({"appos", "acl", "acl:relcl"})
IN_QUOTATION = 2.0  # cost of whom others' words name, for a pronoun outside these


class Nearness:
    """Ranks the candidates of the pronouns of one article."""

    def __init__(self, readings: Readings, antecedents: Antecedents) -> None:
        self._chains = readings.chains
        self._syntax = readings.syntax
        self._binding = readings.binding
        self._selection = readings.selection
        self._antecedents = antecedents
        self._quoted = readings.quoted

    def nearest(self, pronoun: Mention, animacy: str, candidates: Sequence[Mention]) -> Mention | None:
        """The one that is meant; None where a rival is about as near."""
        chains = self._chains
        speaks, owner = self._selection.speaks(pronoun), self._antecedents.owner(pronoun)
        ranked = sorted(((self._cost(pronoun, m, speaks, owner), m) for m in candidates), key=itemgetter(0))
        (least, _), best = ranked[0]
        best = self._around(least, best, ranked) or best
        if chains.kind(best.index) in PEOPLE:
            rivals = (m for (cost, _), m in ranked if cost - least < (RIVALLED if m.sentence == best.sentence else NEARLY))
            return None if any(self._is_other_person(best, m) for m in rivals) else best
        if (
            pronoun.number == "p"
            and chains.number(best.index) != "p"
            and (
                self._is_told_in_passing(pronoun, best)
                or self._is_one_of_bodies(pronoun, least, best, ranked)
                or self._is_beside_several(best, candidates, owner)
            )
        ):
            return None  # "the firm … the bank … They": one of two bodies
        if animacy:
            return best
        person = next((cost for (cost, _), m in ranked if chains.kind(m.index) in PEOPLE), None)
        doubt = DOUBTFUL + (SPEECHLESS if speaks else 0)
        return best if person is None or person - least >= doubt else None  # "il": the court, or the one it tried?

    def _around(self, least: float, best: Mention, ranked: Sequence[tuple[tuple[float, int], Mention]]) -> Mention | None:
        """The body of which another is told only to say what it is: "fighters of X, a group close to Y, said it …"."""
        if self._chains.kind(best.index) not in BODIES:
            return None
        near = (m for (cost, _), m in ranked if cost - least < RIVALLED and m.sentence == best.sentence)
        bodies = (m for m in near if m.head < best.head and self._chains.kind(m.index) in BODIES)
        return next((m for m in bodies if self._is_told_to_describe(best.head, m.head)), None)

    def _is_told_to_describe(self, i: int, body: int) -> bool:
        """Whether a word stands in a noun or clause that says what a body is."""
        kids = (self._syntax.tokens[k] for k in self._syntax.kids[body] if self._syntax.tokens[k].dep in DESCRIBING)
        return any(kid.i != i and not kid.has("VerbForm=Inf") and self._syntax.within(i, kid.i) for kid in kids)

    def _is_told_in_passing(self, pronoun: Mention, body: Mention) -> bool:
        """Whether a body is neither subject nor object, nor whose the subject is: "results from the commission … They"."""
        kind, place = self._chains.kind(body.index), self._syntax.place(body)
        owned = self._syntax.tokens[place]
        told = self._syntax.tokens[self._syntax.clause(place)].dep
        if body.sentence < pronoun.sentence and kind in BODIES - {"Force"} and told in ASIDE:
            return True  # "a day after the court rejected the appeal. Their testimony …"
        if kind not in BODIES - {"Force"} or self._syntax.is_subject(place) or owned.dep in {"obj", "iobj", "root"}:
            return False
        return not (owned.dep == "nmod:poss" and self._syntax.is_subject(owned.head))

    def _is_beside_several(self, body: Mention, candidates: Sequence[Mention], owner: int | None) -> bool:
        """Whether the body's sentence tells of several as well: "the villagers fought a militia … their chief".

        Things told there are meant as readily, but where the body is who does what is told: "recalled cars as their …".
        """
        if self._chains.kind(body.index) not in BODIES:
            return False
        owns = owner is not None and self._chains.same(owner, body.index)
        several = {"Group"} if owns else {"Group", "Artifact", "Work"}
        beside = (m for m in candidates if m.sentence == body.sentence and self._chains.kind(m.index) in several)
        return any(self._chains.number(m.index) == "p" for m in beside)

    def _is_one_of_bodies(
        self, pronoun: Mention, least: float, best: Mention, ranked: Sequence[tuple[tuple[float, int], Mention]]
    ) -> bool:
        """Whether another body, told in the same sentence and not joined to the best, may as well be meant."""
        joined = (best.index, *self._antecedents.row_of(pronoun, best))
        near = (m for (cost, _), m in ranked if cost - least < TWO_BODIES and m.sentence == best.sentence)
        others = (m for m in near if self._chains.kind(m.index) in BODIES)
        return any(all(not self._chains.same(m.index, one) for one in joined) for m in others)

    def _cost(self, pronoun: Mention, other: Mention, speaks: bool, owner: int | None) -> tuple[float, int]:
        """How far an antecedent is; whom somebody speaks of in quotation marks is farther than who speaks."""
        cost, words = distance(self._chains, self._syntax, pronoun, other, speaks, owner)
        cost += self._selection.newness(pronoun, other)
        quotation = self._quoted.get(other.index)
        elsewhere = quotation is not None and quotation != self._quoted.get(pronoun.index)
        owns = self._syntax.tokens[other.head].dep in OWNERS
        return cost + (IN_QUOTATION if elsewhere else 0.0) - (self._owner_gain(pronoun, other) if owns else 0.0), words

    def _owner_gain(self, pronoun: Mention, other: Mention) -> float:
        """How much nearer to an object than a noun in a phrase is whose kin or lawyer the subject is: "son avocat … lui"."""
        if self._syntax.is_subject(pronoun.head):
            return 0.0
        token, rank = self._syntax.tokens[other.head], self._syntax.role_rank(other.head)
        person = rank > POSSESSOR and self._chains.kind(other.index) == "Person"
        owned = self._binding.at.get(token.head) if person and self._syntax.is_subject(token.head) else None
        return rank - POSSESSOR if owned is not None and self._chains.kind(owned) == "Person" else 0.0

    def _is_other_person(self, best: Mention, other: Mention) -> bool:
        """Whether a mention is of people of the same kind as the best, and not of the same ones.

        Somebody without a name, told in another sentence, may be the one who has a name.
        """
        same = self._chains.same(best.index, other.index)
        told = other.sentence == best.sentence or self._chains.named(other.index) or not self._chains.named(best.index)
        return not same and told and self._chains.kind(other.index) == self._chains.kind(best.index)
