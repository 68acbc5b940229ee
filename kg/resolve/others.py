"""Whom the words around a subject tell of, so that a pronoun there is somebody else."""

from __future__ import annotations

from collections.abc import Mapping

from kg.lang import Language
from kg.model import OBLIQUES, Mention
from kg.ontology import PLACES
from kg.resolve.chains import PEOPLE, Chains
from kg.resolve.pronounforms import OBJECTS, kind_of_pronoun
from kg.resolve.words import SUBJECTS, Syntax

BESIDE = OBLIQUES | OBJECTS | {"obl:agent"}  # how hangs on a verb what takes part beside its subject


class Others:
    """Those whom the subjects of one article are not; `at` are the mentions by the words that stand for them."""

    def __init__(self, chains: Chains, syntax: Syntax, language: Language, at: Mapping[int, int]) -> None:
        self._chains = chains
        self._syntax = syntax
        self._nouns = language.nouns
        self._topics = language.profile.words("anaphora", "topics")
        self._at = at
        self._beside: dict[int, tuple[int, ...]] = {}  # what `_told_beside` found, by the pronoun's word

    def bars(self, pronoun: Mention, other: Mention) -> bool:
        """Whether what is said around a subject keeps a pronoun from standing for what `other` stands for."""
        if self._syntax.tokens[pronoun.head].dep not in SUBJECTS:
            return False
        if self._is_beside_itself(pronoun, other):
            return True
        if other.sentence != pronoun.sentence or other.head > pronoun.head:
            return False
        return self._is_told_of_it_before(pronoun, other) or self._describes_it(pronoun, other)

    def _is_told_of_it_before(self, pronoun: Mention, other: Mention) -> bool:
        """Whether `other` takes part in what a clause before says of a subject: "Soupçonné d'avoir tué le maire, il …"."""
        syntax, tokens = self._syntax, self._syntax.tokens
        token = tokens[pronoun.head]
        opening = (k for k in syntax.kids[token.head] if k < token.i and tokens[k].dep == "advcl")
        clause = next((k for k in opening if tokens[k].has("VerbForm=Part") and syntax.within(other.head, k)), None)
        if clause is None or any(tokens[k].dep in SUBJECTS for k in syntax.kids[clause]):
            return False
        same = (self._chains.mentions[m].head for m in self._chains.members(other.index))
        return any(syntax.within(word, clause) and self._takes_part(word) for word in same)

    def _takes_part(self, i: int) -> bool:
        """Whether a word is what a verb is told of, no owner in a phrase and nobody in a clause about something else."""
        inside = (self._syntax.tokens[k].dep for k in (i, self._syntax.clause(i)))
        return not any(dep in {"nmod", "nmod:poss", "acl", "acl:relcl"} for dep in inside)

    def _describes_it(self, pronoun: Mention, other: Mention) -> bool:
        """Whether `other` stands in what is said of a subject ahead of it: "Fils de Paul Roy, il a été arrêté"."""
        syntax, tokens = self._syntax, self._syntax.tokens
        token = tokens[pronoun.head]
        said = (k for k in syntax.kids[token.head] if k < token.i and self._tells_who(k))
        bare = (k for k in said if tokens[k].dep not in SUBJECTS and not self._is_introduced(k))
        return any(k != other.head and syntax.within(other.head, k) for k in bare)

    def _tells_who(self, i: int) -> bool:
        """Whether a word may say who somebody is: "fils", "proche", but not "days" of "days after X left, he …"."""
        word = self._syntax.tokens[i]
        noun = self._nouns.get(word.lemma.lower()) if word.pos == "NOUN" else None
        return word.pos == "ADJ" or (noun is not None and noun.kind in PEOPLE)

    def _is_introduced(self, i: int) -> bool:
        """Whether an article or a preposition stands before a noun."""
        return any(k < i and self._syntax.tokens[k].dep in {"det", "case", "nmod:poss"} for k in self._syntax.kids[i])

    def _is_beside_itself(self, pronoun: Mention, other: Mention) -> bool:
        """Whether the verb of a subject tells of the same one by another word: "elle a été arrêtée par la police".

        Who speaks for the subject is not the subject either: "selon son avocat, Me X, il …".
        """
        beside = self._beside.get(pronoun.head)
        if beside is None:
            beside = self._beside[pronoun.head] = self._told_beside(pronoun)
        return any(self._chains.same(m, other.index) for m in beside) if beside else False

    def _told_beside(self, pronoun: Mention) -> tuple[int, ...]:
        """The descriptions and names that the verb of a personal pronoun governs, places apart."""
        syntax, tokens = self._syntax, self._syntax.tokens
        if kind_of_pronoun(pronoun) != "personal":
            return ()
        beside = [k for k in syntax.kids[tokens[pronoun.head].head] if tokens[k].dep in BESIDE and k in self._at]
        others = [k for k in beside if syntax.preposition(k) not in self._topics or self._is_owned(k)]
        told = (self._chains.mentions[self._at[k]] for k in others)
        return tuple(m.index for m in told if m.form != "pronoun" and self._chains.kind(m.index) not in PLACES)

    def _is_owned(self, i: int) -> bool:
        """Whether a possessive stands before a noun."""
        return any(self._syntax.tokens[k].has("Poss=Yes") for k in self._syntax.kids[i])
