"""Whose a thing is by the verb beside it: "remercie X pour son aide", "réclame sa démission", "steals her bag"."""

from __future__ import annotations

from kg import ontology
from kg.lang import Language
from kg.model import Mention
from kg.resolve.binding import Binding
from kg.resolve.deeds import (
    ATTACKS,
    attacking,
    befalling,
    blaming,
    convicting,
    demanding,
    harming,
    killing,
    punishing,
    rejecting,
    saying,
    seizing,
    stealing,
    striking,
    tells_words,
    told_by,
)
from kg.resolve.pronounforms import OBJECTS, kind_of_pronoun
from kg.resolve.words import Syntax, common_start

RECIPIENTS = OBJECTS | {"obl:arg", "obl"}
OWNERS = frozenset({"nmod", "nmod:poss"})  # how whose somebody is hangs on them
WANTING = ("", "Pursuit", "Demand")  # what calls for something to be done to another
COMING = "Arrival"
HONOURS = frozenset({"Appointment", "Election"})  # what somebody is congratulated on
GIVEN_UP = frozenset({"Resignation", "Departure", "Demand"})  # what is tendered to whoever accepts or rejects it
IMPOSED = ("Arrest", "Charge", "Conviction", "Detention", "Dismissal", "Release", "Trial")  # on somebody, by others
PEOPLE = frozenset({"Person", "Group"})
LONGEST_NOUN = 5  # words
STEM = 5  # letters that a noun and the verb that it is made of begin with alike
MEN = frozenset({"armed", "fighter", "police", "role"})  # flags of those who are somebody's without being kin
LAW = frozenset({"justice", "police"})  # flags of those who decide what befalls others
FIGHTING = frozenset({"armed", "crime", "fighter", "protest"})  # flags of those who may be hurt in an attack of theirs
OWN = frozenset({"Release", "Return"})  # what somebody demands for himself, too: "the prisoner demands his release"


class Owners:
    """What the verbs of one article say of possessives below them."""

    def __init__(self, syntax: Syntax, language: Language, binding: Binding) -> None:
        self._syntax = syntax
        self._language = language
        self._binding = binding

    def judged(self, pronoun: Mention) -> int | None:
        """The mention of whom a verb of praise, blame or help has for object: "a remercié X pour son soutien"."""
        noun = self._owned(pronoun)
        tokens, grammar = self._syntax.tokens, self._language.grammar
        given = tokens[noun].head
        if tokens[noun].dep == "nmod" and self._is_dative(given) and tokens[tokens[given].head].lemma in grammar.blaming:
            return self._binding.at.get(given)  # parsers hang on the recipient what is blamed: "reproche à X ses lois"
        if tokens[noun].dep == "nmod" and (convict := self._convict_beside(given)) is not None:
            return convict
        punished = self._punished_for(given) if tokens[noun].dep == "nmod" else None
        if punished is not None:
            return self._binding.at.get(punished)
        verb = self._above(noun)
        word = None
        struck = self._struck_beside(noun)
        if struck is not None:
            return struck
        honoured = self._honoured(noun)
        if honoured is not None:
            return self._binding.at.get(honoured)
        if verb is None and self._is_gapped(noun):
            punished = self.undergoing(tokens[tokens[given].head].i)
            return None if punished is None else self._binding.at.get(punished)
        if verb is None or self._is_caused(verb):
            return None
        lemma = tokens[verb].lemma
        if tokens[noun].dep.startswith("obl"):
            judged = lemma in grammar.judging and self._syntax.preposition(noun) in grammar.judged_prepositions
            if judged or self._is_assisted(lemma, noun):
                word = next((kid for kid in self._syntax.kids[verb] if tokens[kid].dep == "obj"), None)
            elif (
                self._befalls_another(pronoun, noun)
                or self._is_punished_for(lemma, noun)
                or self._is_met(pronoun, lemma, noun)
            ):
                word = self.undergoing(verb)
            elif self._is_scene_of_harm(lemma, noun):
                word = next((kid for kid in self._syntax.kids[verb] if self._is_harmed(kid)), None)
        elif tokens[noun].dep == "obj" and (lemma in grammar.blaming or self._is_announced(lemma, noun)):
            kids = (kid for kid in self._syntax.kids[verb] if tokens[kid].dep in RECIPIENTS and kid != noun)
            word = next((kid for kid in kids if tokens[kid].dep == "iobj" or self._is_dative(kid)), None)
        return None if word is None else self._binding.at.get(word)

    def _is_announced(self, verb: str, noun: int) -> bool:
        """Whether a noun tells what is done to whom it is told: "lui a notifié sa mise en examen", no "sa démission"."""
        done = befalling(self._language, self._syntax.tokens[noun].lemma) or self._told_by_phrase(noun)
        told = verb in saying(self._language) and verb not in demanding(self._language)
        return told and bool(done) and all(ontology.is_among(kind, IMPOSED) for kind in done)

    def _told_by_phrase(self, noun: int) -> frozenset[str]:
        """The classes of the events that a noun tells with the words behind it: "mise en examen"."""
        words = tuple(self._syntax.forms[noun : noun + LONGEST_NOUN])
        entries = self._language.frames.nouns.get(self._syntax.tokens[noun].lemma, ())
        said = (frame.kind for trigger, frame in entries if trigger.words and trigger.words == words[: len(trigger.words)])
        return frozenset(kind for kind in said if kind)

    def named_for(self, pronoun: Mention) -> int | None:
        """The mention of whom the sentence before told what a noun calls: "X a été acquitté. Son acquittement …"."""
        noun, tokens = self._owned(pronoun), self._syntax.tokens
        verb = noun - 1
        while verb >= 0 and tokens[noun].sentence - tokens[verb].sentence <= 1:
            told = tokens[verb].sentence < tokens[noun].sentence and (tokens[verb].pos, tokens[verb].dep) == ("VERB", "root")
            if told and common_start(tokens[verb].lemma, tokens[noun].lemma) >= STEM:
                kids = {tokens[kid].dep: kid for kid in self._syntax.kids[verb]}
                subject = kids.get("nsubj:pass", None if "obj" in kids else kids.get("nsubj"))
                return None if subject is None else self._binding.at.get(subject)
            verb -= 1
        return None

    def _convict_beside(self, deed: int) -> int | None:
        """The mention of whom a verb punishes for a deed, against his own: "jailed X for the murder of his wife"."""
        tokens = self._syntax.tokens
        verb = tokens[deed].head
        punished = tokens[deed].dep.startswith("obl") and tokens[verb].lemma in convicting(self._language)
        if not punished or not befalling(self._language, tokens[deed].lemma):
            return None
        word = self.undergoing(verb)
        return None if word is None else self._binding.at.get(word)

    def _punished_for(self, deed: int) -> int | None:
        """The word for whom a verb punishes or judges for what a noun tells: "fined the bank for lapses at its branch"."""
        verb, grammar = self._above(deed), self._language.grammar
        if verb is None or not self._syntax.tokens[deed].dep.startswith("obl"):
            return None
        lemma = self._syntax.tokens[verb].lemma
        if self._syntax.preposition(deed) not in grammar.judged_prepositions:
            return None
        if lemma not in grammar.judging and lemma not in punishing(self._language):
            return None
        return next((k for k in self._syntax.kids[verb] if self._syntax.tokens[k].dep == "obj"), None)

    def _struck_beside(self, noun: int) -> int | None:
        """The mention of the body of whose people somebody is whom its attacker kills or takes beside striking it.

        "a attaqué le Hezbollah et tué son chef", "struck a base of the group, killing one of its commanders".
        """
        tokens, known = self._syntax.tokens, self._language.nouns.get(self._syntax.tokens[noun].lemma)
        harmed = tokens[noun].head if tokens[noun].dep == "nmod" else noun
        verb = tokens[harmed].head
        attack = tokens[verb].head
        beside = tokens[harmed].dep == "obj" and tokens[verb].dep in {"conj", "advcl", "acl"} and attack < verb
        if not beside or known is None or known.kind not in PEOPLE or tokens[verb].lemma not in harming(self._language):
            return None
        if tokens[attack].lemma not in striking(self._language):
            return None
        target = next((k for k in self._syntax.kids[attack] if tokens[k].dep == "obj" and k > attack), None)
        kids = self._syntax.kids[target] if target is not None else ()
        within = (k for k in (target, *kids) if k is not None and k < verb and (k == target or tokens[k].dep in OWNERS))
        return next((m for k in within if (m := self._binding.at.get(k)) is not None and self._binding.is_body(m)), None)

    def _honoured(self, noun: int) -> int | None:
        """Who is greeted on the occasion of an office won: "l'a félicité à l'occasion de son élection"."""
        tokens = self._syntax.tokens
        phrase = tokens[noun].head if tokens[noun].dep == "nmod" else noun  # "à l'occasion de"
        verb = self._above(phrase)
        judged = verb is not None and tokens[verb].lemma in self._language.grammar.judging
        if verb is None or not judged or not tokens[phrase].dep.startswith("obl"):
            return None
        kinds = frozenset(told_by(self._language, tokens[noun].lemma))
        greeted = (kid for kid in self._syntax.kids[verb] if tokens[kid].dep == "obj")
        return next(greeted, None) if kinds and kinds <= HONOURS else None

    def _is_assisted(self, verb: str, noun: int) -> bool:
        """Whether somebody is helped in what a noun tells: "support the army in its campaign"."""
        grammar = self._language.grammar
        helped = verb in grammar.assisting and self._syntax.preposition(noun) in grammar.assisted_prepositions
        return helped and self._syntax.tokens[noun].lemma in grammar.undertakings

    def _is_scene_of_harm(self, verb: str, noun: int) -> bool:
        """Whether somebody is harmed where a noun for a place or a vehicle tells: "killed the mayor in his house"."""
        placed = self._syntax.preposition(noun) in self._language.grammar.place_prepositions
        known = self._language.nouns.get(self._syntax.tokens[noun].lemma) if placed else None
        scene = known is not None and (known.kind == "Place" or "vehicle" in known.flags)
        return scene and verb in harming(self._language)

    def _is_gapped(self, noun: int) -> bool:
        """Whether kin is joined to a measure: "a condamné Ana Vidal à trois ans de prison et son mari à deux ans"."""
        tokens = self._syntax.tokens
        measure = tokens[tokens[noun].head]
        known = self._language.nouns.get(tokens[noun].lemma) if tokens[noun].dep == "conj" else None
        joined = measure.i not in self._binding.at and measure.dep.startswith("obl")
        return joined and known is not None and "family" in known.flags

    def _befalls_another(self, pronoun: Mention, noun: int) -> bool:
        """Whether what befalls a person is told where none acts: "the firm dismissed him after his arrest"."""
        subject = self._binding.subject(pronoun)
        acts = subject is None or self._binding.is_person(subject)
        return not acts and bool(befalling(self._language, self._syntax.tokens[noun].lemma))

    def _is_punished_for(self, verb: str, noun: int) -> bool:
        """Whether a person is put out behind what a noun for words tells: "a expulsé l'ambassadeur après ses critiques"."""
        grammar, behind = self._language.grammar, self._syntax.preposition(noun)
        if behind not in grammar.later_prepositions and behind not in grammar.judged_prepositions:
            return False
        return verb in punishing(self._language) and tells_words(self._language, self._syntax.tokens[noun].lemma)

    def _is_met(self, pronoun: Mention, verb: str, noun: int) -> bool:
        """Whether a body seizes or harms a person who arrives: "the police arrested her on her arrival"."""
        subject = self._binding.subject(pronoun)
        acts = subject is None or self._binding.is_person(subject)
        told = self._language.frames.nouns.get(self._syntax.tokens[noun].lemma, ())
        coming = any(frame.kind == COMING for _, frame in told)
        return coming and not acts and verb in harming(self._language)

    def undergoing(self, verb: int) -> int | None:
        """The word for the person that a verb has for object, or whom the event befell that it has: "the arrest of X"."""
        tokens, kids = self._syntax.tokens, self._syntax.kids
        told = next((k for k in kids[verb] if tokens[k].dep == "obj" and k > verb), None)
        if told is None or any("Poss=Yes" in tokens[k].morph for k in kids[told]):
            return None
        within = (told, *(k for k in kids[told] if tokens[k].dep == "nmod" and k > told and tokens[told].pos == "NOUN"))
        people = (k for k in within if k in self._binding.at and self._binding.is_person(self._binding.at[k]))
        return next(people, None)

    def _is_harmed(self, i: int) -> bool:
        """Whether word i is an object for people who are nobody's: "a tué sa femme chez elle" may be at the killer's."""
        owned = any("Poss=Yes" in self._syntax.tokens[k].morph for k in self._syntax.kids[i])
        named = self._binding.at.get(i) if self._syntax.tokens[i].dep == "obj" and not owned else None
        return named is not None and (self._binding.is_person(named) or self._syntax.tokens[i].has("Number=Plur"))

    def _is_dative(self, i: int) -> bool:
        return self._syntax.preposition(i) == self._language.grammar.dative_preposition

    def is_others(self, pronoun: Mention) -> bool:
        """Whether a possessive is of somebody else than its clause's subject: "exige sa démission", "a volé son sac"."""
        noun = self._owned(pronoun)
        if self._are_killed(noun) or self._are_seized(pronoun, noun) or self._is_praised(noun):
            return True
        if self._is_suffered(noun):
            return True
        verb = self._above(noun)
        if verb is None and self._is_wanted(noun):
            return True
        if verb is None or self._syntax.tokens[noun].dep not in OBJECTS | {"obl", "obl:arg"}:
            return False
        lemma = self._syntax.tokens[verb].lemma
        if self._is_caused(verb):
            return False  # "s'est fait voler sa voiture à Lyon"
        grammar = self._language.grammar
        shut = lemma in grammar.closing and self._is_police(self._binding.subject_word(pronoun))
        if shut or lemma in stealing(self._language) or lemma in grammar.hindering:
            return self._syntax.tokens[noun].dep == "obj"
        if (lemma, self._syntax.preposition(noun)) in attacking(self._language):  # "rebels fired on their convoy"
            owned = self._binding.at.get(noun)
            return owned is None or not self._binding.is_person(owned)
        kinds = befalling(self._language, self._syntax.tokens[noun].lemma)
        if self._syntax.tokens[noun].dep == "obj" and self._is_decided(pronoun, lemma, kinds or self._told_by_phrase(noun)):
            return True
        if lemma in grammar.accepting and self._syntax.tokens[noun].dep == "obj" and self._is_tendered(noun):
            return True  # "le roi a accepté sa démission", "la cour a rejeté sa demande"
        others = not kinds & OWN or self._speaks_for_another(pronoun)
        asked = lemma in demanding(self._language)
        blamed = not asked and bool(kinds) and lemma in blaming(self._language) and self._speaks_for_another(pronoun)
        return blamed or (asked and bool(kinds) and others)

    def _are_killed(self, noun: int) -> bool:
        """Whether those who fight or work for somebody are killed: nobody kills his own: "a tué deux de leurs soldats"."""
        tokens, known = self._syntax.tokens, self._language.nouns.get(self._syntax.tokens[noun].lemma)
        if known is None or known.kind not in PEOPLE or not known.flags & MEN:
            return False
        if tokens[noun].dep == "nmod" and tokens[tokens[noun].head].pos in {"PRON", "NUM"}:
            noun = tokens[noun].head
        verb = self._above(noun)
        return verb is not None and tokens[noun].dep == "obj" and tokens[verb].lemma in killing(self._language)

    def _is_suffered(self, noun: int) -> bool:
        """Whether an attack is told of as what others than fighters suffered: "officers were killed in their attack"."""
        verb = self._above(noun)
        if verb is None or not self._syntax.tokens[noun].dep.startswith("obl"):
            return False
        subject = next((k for k in self._syntax.kids[verb] if self._syntax.tokens[k].dep == "nsubj:pass"), None)
        if subject is None or self._syntax.tokens[verb].lemma not in harming(self._language):
            return False
        known = self._language.nouns.get(self._syntax.tokens[subject].lemma)
        fights = known is None or ("police" not in known.flags and not known.flags.isdisjoint(FIGHTING))
        return not fights and any(kind in ATTACKS for kind in told_by(self._language, self._syntax.tokens[noun].lemma))

    def _are_seized(self, pronoun: Mention, noun: int) -> bool:
        """Whether a body seizes or scatters somebody's people, who are not its own: "la police a dispersé ses partisans"."""
        known, verb = self._language.nouns.get(self._syntax.tokens[noun].lemma), self._above(noun)
        if verb is None or self._syntax.tokens[noun].dep != "obj" or known is None or known.kind not in PEOPLE:
            return False
        scattering = self._language.profile.words("anaphora", "scattering")
        subject = (
            self._binding.subject(pronoun) if self._syntax.lemmas[verb] in scattering | seizing(self._language) else None
        )
        return subject is not None and self._binding.is_body(subject)

    def _is_praised(self, noun: int) -> bool:
        """Whether somebody praises what another has or does, as nobody does of himself: "a salué son courage"."""
        known, verb = self._language.nouns.get(self._syntax.tokens[noun].lemma), self._above(noun)
        praised = verb is not None and self._syntax.tokens[noun].dep == "obj" and (known is None or known.kind not in PEOPLE)
        return praised and self._syntax.lemmas[verb or 0] in self._language.profile.words("anaphora", "praising")

    def _is_tendered(self, noun: int) -> bool:
        """Whether a noun tells what somebody tenders to another, or asks of him: "démission", "demande"."""
        return not GIVEN_UP.isdisjoint(told_by(self._language, self._syntax.tokens[noun].lemma))

    def _is_decided(self, pronoun: Mention, verb: str, kinds: frozenset[str]) -> bool:
        """Whether who judges or guards others decides what befalls them: "le juge a refusé sa libération"."""
        if not kinds or not all(ontology.is_among(kind, IMPOSED) for kind in kinds):
            return False
        deciding = verb in self._language.grammar.settling or verb in rejecting(self._language)
        return deciding and self._is_of_law(self._binding.subject_word(pronoun))

    def _is_of_law(self, subject: int | None) -> bool:
        """Whether a word names a court, who works there, or the police: "juge", "parquet", "policiers"."""
        noun = None if subject is None or subject < 0 else self._language.nouns.get(self._syntax.tokens[subject].lemma)
        return noun is not None and bool(noun.flags & LAW)

    def _is_police(self, subject: int | None) -> bool:
        """Whether a word names the police, who shut what is others': "la police a fermé ses bureaux"."""
        noun = None if subject is None or subject < 0 else self._language.nouns.get(self._syntax.tokens[subject].lemma)
        return noun is not None and "police" in noun.flags

    def _is_wanted(self, noun: int) -> bool:
        """Whether a noun tells what a verb and its object call for: "issued a warrant for his arrest"."""
        tokens, paper = self._syntax.tokens, self._syntax.tokens[noun].head
        if tokens[noun].dep != "nmod" or tokens[paper].dep != "obj" or not befalling(self._language, tokens[noun].lemma):
            return False
        entries = self._language.frames.verbs.get(tokens[tokens[paper].head].lemma, ())
        return any(t.object_noun == tokens[paper].lemma and f.kind in WANTING for t, f in entries)

    def _speaks_for_another(self, pronoun: Mention) -> bool:
        """Whether the subject is somebody of somebody: "l'avocat du général a demandé sa libération", "son avocat …"."""
        subject = self._binding.subject_word(pronoun)
        kids = self._syntax.kids[subject] if subject is not None and subject >= 0 else ()
        if any("Poss=Yes" in self._syntax.tokens[k].morph for k in kids):
            return True
        people = (self._binding.at.get(k) for k in kids if self._syntax.tokens[k].dep in OWNERS)
        return any(m is not None and self._binding.is_person(m) for m in people)

    def _is_caused(self, verb: int) -> bool:
        return any(self._syntax.tokens[k].dep == "aux:caus" for k in self._syntax.kids[verb])

    def _owned(self, pronoun: Mention) -> int:
        """The noun that a possessive stands before."""
        return self._syntax.tokens[pronoun.head].head

    def _above(self, noun: int) -> int | None:
        verb = self._syntax.tokens[noun].head
        return verb if verb != noun and self._syntax.tokens[verb].pos == "VERB" else None


def is_possessive(pronoun: Mention) -> bool:
    """Whether a pronoun says whose something is."""
    return kind_of_pronoun(pronoun) == "possessive"
