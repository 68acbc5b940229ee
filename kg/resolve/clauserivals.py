"""Whom else a pronoun may stand for by the clauses around it: the subject above, whom that acts on, what is told between."""

from __future__ import annotations

from kg.model import OBLIQUES, Mention
from kg.ontology import BODIES
from kg.resolve.chains import PEOPLE, THINGS
from kg.resolve.deeds import attacking, harming
from kg.resolve.pronounforms import OBJECTS, kind_of_pronoun
from kg.resolve.readings import Readings, fits, noun_agrees
from kg.resolve.words import SUBJECTS, plain_subjects

NAMING = frozenset({"NOUN", "PROPN"})
TOGETHER = frozenset({"Person", "Group", "Force", "Organization"})  # who does something, and may be told of by "they"


class ClauseRivals:
    """The rivals that the clauses of one article show."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._chains = readings.chains
        self._syntax = readings.syntax
        self._language = readings.language
        self._at = readings.binding.at
        self._selection = readings.selection
        self._plain = plain_subjects(readings.syntax, self._at)

    def rivalled(self, pronoun: Mention, best: Mention) -> bool:
        """Whether another than `best` may be meant."""
        if kind_of_pronoun(pronoun) != "personal":
            return False
        if not self._syntax.is_subject(pronoun.head):
            return self._is_deed_between(pronoun, best) or self._was_told_of_thing(pronoun, best)
        return (
            self._may_be_subject_above(pronoun, best)
            or self._may_be_acted_on(pronoun, best)
            or self._may_be_done_to(pronoun, best)
            or self._may_be_told_of(pronoun, best)
            or self._are_things_between(pronoun, best)
        )

    def _clause_above(self, pronoun: Mention) -> int | None:
        """The predicate of the clause on which that of a subject hangs as one of time, reason or condition."""
        clause = self._syntax.tokens[self._syntax.tokens[pronoun.head].head]
        return clause.head if clause.dep == "advcl" and clause.head < clause.i else None

    def _may_be_subject_above(self, pronoun: Mention, best: Mention) -> bool:
        """Whether several may go on of whom the clause above tells: "13 died when two cars blew up as they were driven".

        So whom a relative clause tells of: "officials seek the extradition of X and Y, who were jailed after they …".
        """
        syntax, tokens, above = self._syntax, self._syntax.tokens, self._clause_above(pronoun)
        if above is None or pronoun.number != "p" or best.sentence != pronoun.sentence:
            return False
        subject = syntax.subject(above)
        if subject is None or subject > pronoun.head or syntax.within(syntax.place(best), subject):
            return False
        if tokens[subject].pos == "PRON" and tokens[above].dep == "acl:relcl":
            subject = tokens[above].head
            if syntax.within(syntax.place(best), subject):
                return False
        if tokens[subject].pos not in NAMING:
            return False
        if subject not in self._at and (self._selection.acts(pronoun) or self._selection.speaks(pronoun)):
            return False
        if subject in self._at and self._chains.same(self._at[subject], best.index):
            return False
        return noun_agrees(tokens[subject], pronoun) or any(tokens[kid].dep == "conj" for kid in syntax.kids[subject])

    def _may_be_acted_on(self, pronoun: Mention, best: Mention) -> bool:
        """Whether those whom somebody scatters or strikes may be who did something: "Police shot at men as they fled"."""
        syntax, tokens, above = self._syntax, self._syntax.tokens, self._clause_above(pronoun)
        if above is None or pronoun.number != "p" or syntax.subject(above) != syntax.place(best):
            return False
        marks = {tokens[kid].lemma for kid in syntax.kids[tokens[pronoun.head].head] if tokens[kid].dep == "mark"}
        if marks.isdisjoint(self._language.profile.words("anaphora", "meanwhile")):
            return False  # "killed two soldiers when they raided a house"
        verbs = [tokens[above], *(tokens[kid] for kid in syntax.kids[above] if tokens[kid].dep in {"xcomp", "advcl"})]
        verbs = [verb for verb in verbs if verb.i < pronoun.head]
        return any(self._is_acted_on(verb.lemma, kid, pronoun, best) for verb in verbs for kid in syntax.kids[verb.i])

    def _is_acted_on(self, verb: str, i: int, pronoun: Mention, best: Mention) -> bool:
        """Whether word i stands for others, of number and kind of a pronoun, to whom a verb tells that harm is done."""
        token = self._syntax.tokens[i]
        if token.dep not in OBJECTS | OBLIQUES or i not in self._at or i > pronoun.head:
            return False
        other = self._chains.mentions[self._at[i]]
        harmed = token.dep == "obj" and verb in harming(self._language) | self._language.profile.words(
            "anaphora", "scattering"
        )
        aimed = (verb, self._syntax.preposition(i)) in attacking(self._language)
        told = self._chains.kind(other.index) in TOGETHER and not self._chains.same(other.index, best.index)
        return (harmed or aimed) and told and fits(self._readings, pronoun, other)

    def _may_be_done_to(self, pronoun: Mention, best: Mention) -> bool:
        """Whether what is done may be done to others whom a sentence before tells of: "Rebels freed ten men. They were"."""
        syntax, tokens = self._syntax, self._syntax.tokens
        place = syntax.place(best)
        if pronoun.number != "p" or tokens[pronoun.head].dep != "nsubj:pass" or best.sentence == pronoun.sentence:
            return False
        objects = (kid for kid in syntax.kids[tokens[place].head] if tokens[kid].dep == "obj" and tokens[kid].pos in NAMING)
        others = (k for k in objects if k not in self._at or not self._chains.same(self._at[k], best.index))
        return tokens[place].dep == "nsubj" and any(noun_agrees(tokens[k], pronoun) for k in others)

    def _may_be_told_of(self, pronoun: Mention, best: Mention) -> bool:
        """Whether those may be meant of whom, or to whom, a teller speaks: "Rebels fled. The ministry said they had …".

        So of those who are told something: "Officials told residents that they should leave".
        """
        if pronoun.number != "p" or not self._is_told_by(pronoun, best):
            return False
        tokens, saying = self._syntax.tokens, self._syntax.tokens[self._syntax.clause(pronoun.head)].head
        told = (self._at.get(k) for k in self._syntax.kids[saying] if tokens[k].dep == "obj" and k < pronoun.head)
        several = [m for m in told if m is not None and not self._selection.is_press(self._chains.mentions[m].head)]
        if self._chains.kind(best.index) in BODIES and self._chains.number(best.index) != "p":
            before = (m for m in self._chains.before(pronoun, 1) if m.sentence < pronoun.sentence and m.form != "pronoun")
            several += [m.index for m in before if self._syntax.is_subject(self._syntax.place(m))]
        others = (m for m in several if self._chains.kind(m) in TOGETHER and not self._chains.same(m, best.index))
        return any(self._chains.number(m) == "p" for m in others)

    def _are_things_between(self, pronoun: Mention, best: Mention) -> bool:
        """Whether things told after people without a name may be meant: "Fans queued. The shares fell. They had risen"."""
        if pronoun.number != "p" or self._chains.kind(best.index) not in PEOPLE or self._chains.named(best.index):
            return False
        if self._selection.acts(pronoun) or self._selection.speaks(pronoun):
            return False
        between = range(best.sentence + 1, pronoun.sentence)
        things = (self._syntax.tokens[i] for sentence in between for i in self._plain.get(sentence, ()))
        deeds = self._language.frames  # "Rebels formed a group. Battles began. They carried out attacks"
        return any(noun_agrees(thing, pronoun) and not deeds.is_told_by(thing.lemma) for thing in things)

    def _is_deed_between(self, pronoun: Mention, best: Mention) -> bool:
        """Whether what somebody told or did may be meant by "it": "condemned the attack and blamed the rebels for it"."""
        syntax, tokens = self._syntax, self._syntax.tokens
        token = tokens[pronoun.head]
        told = best.sentence == pronoun.sentence and pronoun.number == "s" and not pronoun.gender
        if not told or token.dep not in OBLIQUES | {"nmod"} or self._chains.kind(best.index) in PEOPLE | THINGS:
            return False
        nouns = (t for t in tokens[best.last : pronoun.first] if t.pos == "NOUN" and t.dep == "obj")
        deeds = (noun for noun in nouns if self._language.frames.is_told_by(noun.lemma) and noun_agrees(noun, pronoun))
        return any(not syntax.within(noun.i, best.head) and not syntax.within(pronoun.head, noun.i) for noun in deeds)

    def _was_told_of_thing(self, pronoun: Mention, best: Mention) -> bool:
        """Whether an object in what a body says may be a thing told just before: "X shelled the site. Y said Z hit it"."""
        syntax, tokens = self._syntax, self._syntax.tokens
        token = tokens[pronoun.head]
        if token.dep != "obj" or pronoun.number != "s" or pronoun.gender or not self._is_told_by(pronoun, best):
            return False
        if tokens[token.head].lemma in self._selection.addressing:
            return False
        before = (m for m in self._chains.before(pronoun, 1) if m.sentence < pronoun.sentence and m.form != "pronoun")
        things = (
            m for m in before if self._chains.kind(m.index) in THINGS and tokens[syntax.place(m)].dep in {"obj", *SUBJECTS}
        )
        return any(self._chains.number(m.index) != "p" for m in things)

    def _is_told_by(self, pronoun: Mention, best: Mention) -> bool:
        """Whether an object pronoun stands in what `best` says."""
        syntax, tokens = self._syntax, self._syntax.tokens
        content = syntax.clause(pronoun.head)
        subject = syntax.subject(tokens[content].head) if tokens[content].dep == "ccomp" else None
        teller = None if subject is None else self._at.get(subject)
        speaks = tokens[tokens[content].head].lemma in self._selection.speaking
        return speaks and teller is not None and self._chains.same(teller, best.index)
