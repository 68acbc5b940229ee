"""What else a possessive may be of: the kin of somebody just killed, whose thing it is that a speaker tells of."""

from __future__ import annotations

from dataclasses import replace

from kg import ontology
from kg.model import Mention
from kg.ontology import BODIES, PLACES
from kg.resolve.chains import PEOPLE, THINGS
from kg.resolve.pronounforms import OBJECTS, kind_of_pronoun
from kg.resolve.readings import Readings, fits, is_open, noun_agrees
from kg.resolve.words import OWNERS, SUBJECTS

BEFALLING = ("Arrest", "Conviction", "Death", "Detention", "HostageTaking", "Killing", "Release", "Trial")
FARTHEST_DEAD = 4  # sentences back in which somebody was killed whose kin may be told of


class OwnerRivals:
    """The rivals of those whom possessives of one article may be of."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._chains = readings.chains
        self._syntax = readings.syntax
        self._language = readings.language
        self._binding = readings.binding
        self._selection = readings.selection
        self._owners = readings.owners

    def rivalled(self, pronoun: Mention, best: Mention) -> bool:
        """Whether a possessive may be somebody else's than `best`, or of what is no entity."""
        return (
            self._may_be_of_dead(pronoun, best)
            or self._may_be_tellers(pronoun, best)
            or self._owner_is_no_entity(pronoun, best)
            or self._befell_object(pronoun, best)
            or self._is_body_of_thing(pronoun, best)
            or self._may_befall_kin(pronoun, best)
        )

    def _may_be_tellers(self, pronoun: Mention, best: Mention) -> bool:
        """Whether what a stranger deals with may be that of who tells of it: "Dolan said a man had entered his house"."""
        tokens, syntax = self._syntax.tokens, self._syntax
        stranger = best.determiner == "indef" and best.sentence == pronoun.sentence
        owned = self._binding.at.get(tokens[pronoun.head].head)
        if not stranger or owned is None:
            return False
        if self._chains.kind(owned) not in THINGS | PLACES:
            return False
        node = syntax.clause(pronoun.head)
        while tokens[node].dep not in {"ccomp", "root"}:
            node = syntax.clause(tokens[node].head)
        saying = tokens[node].head
        teller = syntax.subject(saying) if tokens[node].dep == "ccomp" else None
        if teller is None or tokens[saying].lemma not in self._selection.speaking or not syntax.within(best.head, node):
            return False
        told_by = self._binding.at.get(teller)
        return told_by is None or (
            self._binding.is_person(told_by) and fits(self._readings, pronoun, self._chains.mentions[told_by])
        )

    def _may_be_of_dead(self, pronoun: Mention, best: Mention) -> bool:
        """Whether kin may be that of somebody just killed: "Un policier a tué un jeune homme … Sa mère a appelé …"."""
        owned = self._syntax.tokens[self._syntax.tokens[pronoun.head].head]
        kin = owned.dep in SUBJECTS and self._selection.is_kin(owned.i)
        if not kin or best.sentence == pronoun.sentence or self._selection.is_struck(best):
            return False
        people = (m for m in self._chains.before(pronoun, FARTHEST_DEAD) if self._chains.kind(m.index) == "Person")
        struck = (m for m in people if not self._chains.same(m.index, best.index) and self._selection.is_struck(m))
        return any(fits(self._readings, pronoun, m) for m in struck)

    def _owner_is_no_entity(self, pronoun: Mention, best: Mention) -> bool:
        """Whether the subject of a possessive's clause is no entity: "quelqu'un peut voter dans son bureau"."""
        if self._is_joined_to_thing(pronoun):
            return True
        word = self._binding.subject_word(pronoun)
        if word is None or not 0 <= word < pronoun.first:
            return False
        if word in self._binding.at:
            return self._is_open(pronoun, self._chains.mentions[self._binding.at[word]], best)
        token = self._syntax.tokens[word]
        if token.dep not in {*SUBJECTS, *OBJECTS, "obl:arg"} or not noun_agrees(token, replace(pronoun, gender="")):
            return False
        form = self._language.profile.pronouns.get(pronoun.lemma)
        return (token.pos == "PRON" and not (form and form.animacy)) or self._chains.kind(best.index) not in PEOPLE

    def _is_body_of_thing(self, pronoun: Mention, best: Mention) -> bool:
        """Whether a force or body would be a thing's: "two jets were shot down and its brigade was hit"."""
        owned = self._binding.at.get(self._syntax.tokens[pronoun.head].head)
        return owned is not None and self._chains.kind(owned) in BODIES and self._chains.kind(best.index) == "Artifact"

    def _may_befall_kin(self, pronoun: Mention, best: Mention) -> bool:
        """Whether it may have befallen whose kin somebody is: "l'épouse de Paul Roy se réjouit de sa libération"."""
        syntax = self._syntax
        owned, kin = syntax.tokens[syntax.tokens[pronoun.head].head], syntax.place(best)
        told = self._language.frames.nouns.get(owned.lemma, ()) if self._selection.is_kin(kin) else ()
        befalls = any(frame.kind and ontology.is_among(frame.kind, BEFALLING) for _, frame in told)
        owners = (k for k in syntax.kids[kin] if syntax.tokens[k].dep in OWNERS) if befalls else ()
        people = (self._chains.mentions[self._binding.at[k]] for k in owners if k in self._binding.at)
        return any(m.form != "pronoun" and self._chains.kind(m.index) == "Person" for m in people)

    def _befell_object(self, pronoun: Mention, best: Mention) -> bool:
        """Whether an event may have befallen whom the verb's object stands for: "l'a interrogé après son arrestation".

        Before or after it, anybody that the verb is told of: "Ana Vidal met Marek Dolan before his departure".
        """
        tokens = self._syntax.tokens
        owned = tokens[tokens[pronoun.head].head]
        subject = self._binding.subject(pronoun)
        deed = any(frame.kind and not trigger.words for trigger, frame in self._language.frames.nouns.get(owned.lemma, ()))
        if not deed or not owned.dep.startswith("obl"):
            return False
        if subject is None or not self._chains.same(subject, best.index):
            return False
        grammar = self._language.grammar
        if self._syntax.preposition(owned.i) in grammar.before_marks | grammar.later_prepositions:
            word = self._owners.undergoing(owned.head)
            other = None if word is None else self._binding.at.get(word)
            if other is not None and not self._chains.same(other, best.index):
                return fits(self._readings, pronoun, self._chains.mentions[other])
        objects = (self._binding.at.get(k) for k in self._syntax.kids[owned.head] if tokens[k].dep == "obj")
        said = (self._chains.mentions[m] for m in objects if m is not None)
        return any(
            m.form == "pronoun"
            and m.lemma in self._language.profile.words("anaphora", "anaphoric")
            and m.number in ("", pronoun.number)
            and pronoun.gender in ("", m.gender)
            and not m.is_speaker
            for m in said
        )

    def _is_open(self, pronoun: Mention, subject: Mention, best: Mention) -> bool:
        """Whether the subject of a possessive's clause is a pronoun of which nobody knows whom it stands for."""
        agree = subject.number in {"", pronoun.number} and not subject.is_speaker
        above = self._syntax.tokens[self._syntax.tokens[self._syntax.clause(subject.head)].head]
        if kind_of_pronoun(subject) == "relative" and (above.pos == "PRON" or self._syntax.within(best.head, above.i)):
            return False  # "ce qui a ruiné sa réputation", "l'ex-région Savoie, qui voit ses lacs"
        return agree and is_open(self._readings, subject)

    def _is_joined_to_thing(self, pronoun: Mention) -> bool:
        """Whether what is owned is joined to a noun that is no entity and may own it: "la réforme et son calendrier"."""
        owned = self._syntax.tokens[self._syntax.tokens[pronoun.head].head]
        other = self._syntax.tokens[owned.head]
        if owned.dep != "conj" or other.pos not in {"NOUN", "PROPN"} or other.i in self._binding.at:
            return False
        if other.pos == "PROPN":  # "to withdraw Zantac and its generic versions"
            return pronoun.number == "s"
        told = any(self._syntax.tokens[kid].has("PronType=Art") or self._syntax.tokens[kid].has("PronType=Dem")
                   for kid in self._syntax.kids[other.i])  # fmt: skip
        return told and noun_agrees(other, replace(pronoun, gender=""))
