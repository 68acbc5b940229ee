"""What else a pronoun may stand for: another noun that agrees, a thing that is no entity, one of several told in a row."""

from __future__ import annotations

from collections.abc import Iterator

from kg import ontology
from kg.model import Mention, Token
from kg.ontology import PLACES
from kg.resolve.chains import PEOPLE, THINGS
from kg.resolve.clauserivals import ClauseRivals
from kg.resolve.ownerrivals import OwnerRivals
from kg.resolve.pronounforms import kind_of_pronoun
from kg.resolve.readings import Readings, fits, is_open, noun_agrees
from kg.resolve.words import ONE, OWNERS, SUBJECTS, is_one_of, is_pluperfect, plain_subjects

FARTHEST_SHOWN = 2  # sentences back in which somebody else may be the subject
TOLD = frozenset({"obj", *SUBJECTS})  # where stands what a sentence tells of


class Rivals:
    """The rivals of antecedents in one article."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._owned = OwnerRivals(readings)
        self._around = ClauseRivals(readings)
        self._chains = readings.chains
        self._syntax = readings.syntax
        self._language = readings.language
        self._binding = readings.binding
        self._selection = readings.selection
        self._punished = readings.fates.punished
        self._befallen = readings.fates.held | readings.fates.struck | readings.fates.freed
        self._plain = plain_subjects(self._syntax, self._binding.at)

    def rivalled(self, pronoun: Mention, best: Mention, animacy: str) -> bool:
        """Whether something else, or something that is no entity, may be meant as well."""
        if (
            self._is_one_of_row(pronoun, best)
            or self._is_left_open(pronoun, best)
            or self._is_of_other_gender(pronoun, best)
        ):
            return True
        if self._may_be_owner(pronoun, best) or self._is_shifted(pronoun, best):
            return True
        if self._binding.doubts(pronoun, best) or self._is_called(pronoun, animacy) or self._is_scene(pronoun, best):
            return True
        if self._is_behind_one_of(pronoun, best) or self._may_be_deed(pronoun, best):
            return True
        if self._is_of_counted(pronoun, best) or self._may_be_befallen(pronoun, best) or self._acts_since(pronoun, best):
            return True
        if self._may_be_warned(pronoun, best) or self._around.rivalled(pronoun, best):
            return True
        if kind_of_pronoun(pronoun) == "demonstrative":
            only_people = self._selection.acts(pronoun) or self._selection.speaks(pronoun)
            return not (only_people and self._chains.kind(best.index) in PEOPLE) and self._noun_between(pronoun, best)
        if kind_of_pronoun(pronoun) == "possessive" and self._owned.rivalled(pronoun, best):
            return True
        if self._is_shown_elsewhere(pronoun, best):
            return True
        if self._chains.kind(best.index) in PEOPLE:
            beside = self._unnamed_beside(pronoun, best)
            near = best.sentence == pronoun.sentence and self._object_between(pronoun, best)
            several = pronoun.number == "p"
            thing = (several or best.sentence < pronoun.sentence) and self._thing_between(pronoun, best)
            return thing or (not self._chains.named(best.index) and (beside or near))
        if self._object_between(pronoun, best) or self._thing_before(pronoun, best) or self._are_many(pronoun, best):
            return True
        if self._syntax.role_rank(best.head) > 3 and self._noun_between(pronoun, best):
            return True  # "The US president signed the bill after it had passed"
        return self._subject_between(pronoun, best)

    def _is_left_open(self, pronoun: Mention, best: Mention) -> bool:
        """Whether a subject told before by the same pronoun, of which nobody knows whom it stands for, goes on."""
        if kind_of_pronoun(pronoun) != "personal" or not self._syntax.is_subject(pronoun.head):
            return False
        behind = self._syntax.is_subject(self._syntax.place(best))  # whoever is the subject since then may be meant
        return any(
            other.lemma == pronoun.lemma
            and is_open(self._readings, other)
            and self._syntax.is_subject(other.head)
            and self._syntax.tokens[self._syntax.clause(other.head)].dep
            in {"root", "conj"}  # what a clause within says ends
            and (other.first > best.first or not behind)
            for other in self._chains.before(pronoun, pronoun.sentence - best.sentence)
        )

    def _is_shifted(self, pronoun: Mention, best: Mention) -> bool:
        """Whether "the latter" did something just before to somebody else, who may go on: "Celui-ci lui a avoué … Il …"."""
        back = pronoun.sentence - best.sentence
        if kind_of_pronoun(pronoun) != "personal" or not back or self._selection.speaks(pronoun):
            return False
        told = [m for m in self._chains.before(pronoun, back) if m.sentence == best.sentence]
        same = (m for m in told if self._chains.same(m.index, best.index) and kind_of_pronoun(m) == "demonstrative")
        verbs = {self._syntax.tokens[m.head].head for m in same}
        beside = (m for m in told if verbs and self._syntax.tokens[m.head].head in verbs)
        others = (m for m in beside if self._chains.kind(m.index) == "Person" and fits(self._readings, pronoun, m))
        return any(not self._chains.same(m.index, best.index) for m in others)

    def _may_be_owner(self, pronoun: Mention, best: Mention) -> bool:
        """Whether it may as well stand for whose a speaker is: "his lawyer said he had acted in self-defence".

        So in the next sentence, which may go on with either: "Son avocat a fait appel. Il est en prison".
        """
        syntax, at = self._syntax, self._binding.at
        verb = syntax.tokens[best.head].head
        saying = syntax.is_subject(best.head) and syntax.tokens[verb].lemma in self._selection.speaking
        if kind_of_pronoun(pronoun) != "personal" or not saying:
            return False
        told = (kid for kid in syntax.kids[verb] if syntax.tokens[kid].dep == "ccomp")
        going_on = best.sentence == pronoun.sentence - 1 and self._syntax.is_subject(pronoun.head)
        if going_on and (self._selection.speaks(pronoun) or self._chains.named(best.index)):
            return False
        if not going_on and (best.sentence != pronoun.sentence or not any(syntax.within(pronoun.head, kid) for kid in told)):
            return False
        owners = (self._chains.mentions[at[k]] for k in syntax.kids[best.head] if k in at and syntax.tokens[k].dep in OWNERS)
        shown = going_on or best.form == "name"  # "Son avocat, Paul Roy, a dit qu'il avait été torturé"
        owners = (m for m in owners if not shown or kind_of_pronoun(m) == "possessive")
        return any(self._chains.kind(m.index) == "Person" and fits(self._readings, pronoun, m) for m in owners)

    def _is_of_counted(self, pronoun: Mention, best: Mention) -> bool:
        """Whether the clause above tells of several by a number alone: "two men died and six were hurt when their car …"."""
        tokens, syntax = self._syntax.tokens, self._syntax
        clause = syntax.clause(pronoun.head)
        if pronoun.number != "p" or tokens[clause].dep != "advcl":
            return False
        counted = syntax.subject(tokens[clause].head)
        if counted is None or tokens[counted].pos not in ONE or counted in self._binding.at or counted > pronoun.head:
            return False
        several = best.sentence == pronoun.sentence and self._chains.number(best.index) == "p"
        return best.head < counted and not several and not syntax.within(best.head, counted)

    def _may_be_warned(self, pronoun: Mention, best: Mention) -> bool:
        """Whether a condition may be that of whom somebody speaks: "Le chef a dit que le régime paierait s'il attaquait"."""
        tokens, syntax = self._syntax.tokens, self._syntax
        clause = tokens[tokens[pronoun.head].head]
        if tokens[pronoun.head].dep not in SUBJECTS or clause.dep != "advcl":
            return False
        marks = {tokens[kid].lemma for kid in syntax.kids[clause.i] if tokens[kid].dep == "mark"}
        if marks.isdisjoint(self._language.grammar.hypothesis_marks):
            return False
        told = tokens[clause.head]
        while told.dep == "xcomp":
            told = tokens[told.head]
        subject = syntax.subject(told.i) if told.dep == "ccomp" else None
        if subject is None or syntax.subject(told.head) != best.head or tokens[subject].pos == "PRON":
            return False
        other = self._binding.at.get(subject)
        return other is None or fits(self._readings, pronoun, self._chains.mentions[other])

    def _is_of_other_gender(self, pronoun: Mention, best: Mention) -> bool:
        """Whether a plural shows a gender that a noun nearer has, and not the antecedent: "les juges … les lois. Elles"."""
        gendered = pronoun.number == "p" and pronoun.gender == "f" and not self._chains.gender(best.index)
        return gendered and self._noun_between(pronoun, best)

    def _is_one_of_row(self, pronoun: Mention, best: Mention) -> bool:
        """Whether a single thing is but one of several told in a row: "Nigeria and Egypt opposed it"."""
        leader = self._binding.at.get(self._syntax.tokens[best.head].head, best.index)
        joined = self._syntax.tokens[best.head].dep == "conj"
        alike = joined and self._chains.kind(leader) == self._chains.kind(best.index)
        return alike and pronoun.number == "s" and self._chains.kind(best.index) not in PEOPLE

    def _is_called(self, pronoun: Mention, animacy: str) -> bool:
        """Whether a predicate calls what a pronoun stands for something that is no entity: "it is a good decision"."""
        said = self._called(pronoun) if animacy == "thing" else None
        return said is not None and said.lemma not in self._language.nouns and said.lemma not in self._language.frames.parts

    def _called(self, pronoun: Mention) -> Token | None:
        """The noun that is said of a pronoun: by a copula, or by a verb of naming: "it was called a victory"."""
        tokens, syntax = self._syntax.tokens, self._syntax
        token = tokens[pronoun.head]
        if (said := syntax.predicate_noun(pronoun.head)) is not None:
            return said
        above = tokens[token.head]
        made = token.dep in SUBJECTS and above.dep == "ccomp" and above.pos == "NOUN" and not syntax.auxiliaries(above.i)
        named = token.dep in {"obj", "nsubj:pass"}
        nouns = (tokens[kid] for kid in syntax.kids[token.head] if named and tokens[kid].dep == "xcomp")
        bare = (noun for noun in nouns if noun.pos == "NOUN" and noun.i > token.head and not syntax.preposition(noun.i))
        return above if made else next(bare, None)  # "making it the second largest sale"

    def _is_scene(self, pronoun: Mention, best: Mention) -> bool:
        """Whether the antecedent is but the scene of what an earlier sentence told: "… in Turkey. It was built …".

        So of what is done to an object: "la production en France baisse et le gouvernement veut la réduire".
        """
        undergone = self._syntax.tokens[pronoun.head].dep == "obj"
        scenic = self._chains.kind(best.index) in PLACES and (undergone or best.sentence < pronoun.sentence)
        return scenic and self._syntax.role_rank(best.head) > 1 and self._syntax.preposition(best.head) != ""

    def _object_between(self, pronoun: Mention, best: Mention) -> bool:
        """Whether an object pronoun may as well mean a noun nearer: "des contrôles … les réalisant", not "les arrêtant"."""
        token = self._syntax.tokens[pronoun.head]
        form = self._language.profile.pronouns.get(pronoun.lemma)
        thing = form is not None and form.animacy == "thing"  # "had a gun. He said he had found it"
        verb = self._syntax.tokens[token.head]
        addressed = verb.lemma in self._selection.addressing
        if thing and verb.dep != "advcl":  # but "enabling it to …": whoever acts
            addressed = addressed and verb.lemma in self._selection.speaking
        said = (self._syntax.tokens[kid] for kid in self._syntax.kids[token.head])
        judged = any(word.dep == "xcomp" and word.pos in {"ADJ", "NOUN"} for word in said)  # "called it false"
        return token.dep == "obj" and (judged or not addressed) and self._noun_between(pronoun, best)

    def _thing_between(self, pronoun: Mention, best: Mention) -> bool:
        """Whether an object pronoun may mean what was told of after somebody: "Il a déposé un recours. Elle l'a rejeté".

        In its own sentence so may any plural: "… dit lors de l'annonce des résultats qu'il ne les reconnaîtrait pas".
        Not where the verb tells what befalls people alone: "Il a déposé un recours. Elle l'a arrêté".
        """
        tokens = self._syntax.tokens
        token = tokens[pronoun.head]
        verb = tokens[token.head].lemma
        to_people = verb in self._selection.addressing and verb not in self._selection.criticising
        if token.dep != "obj" or to_people or self._selection.befalls_people(pronoun):
            return False
        told = TOLD | {"obl:arg"}  # "Elle a assisté à l'exécution. L'ONU l'a condamnée"
        times = self._language.times.weekdays
        nouns = (word for word in tokens[best.last : pronoun.first] if word.pos == "NOUN" and word.text.lower() not in times)
        several = pronoun.number == "p"
        near = (word for word in nouns if word.dep in told or (several and word.sentence == pronoun.sentence))
        return any(self._is_thing(noun.i) and noun_agrees(noun, pronoun) for noun in near)

    def _is_thing(self, i: int) -> bool:
        """Whether a noun stands for nobody, no body and no state."""
        return i not in self._binding.at or self._chains.kind(self._binding.at[i]) in THINGS - PLACES

    def _are_many(self, pronoun: Mention, best: Mention) -> bool:
        """Whether a plural may mean things told after one body: "Apple has sold 84 million iPads since they came out"."""
        if pronoun.number != "p" or self._chains.number(best.index) == "p" or self._selection.speaks(pronoun):
            return False
        if kind_of_pronoun(pronoun) == "possessive" and self._syntax.is_subject(self._syntax.place(best)):
            return False  # "Toyota was the exception to the gains, as their sales fell"
        alike = self._syntax.is_subject(pronoun.head) and self._syntax.is_subject(self._syntax.place(best))
        return not (alike and best.sentence < pronoun.sentence) and self._noun_between(pronoun, best)

    def _thing_before(self, pronoun: Mention, best: Mention) -> bool:
        """Whether an object pronoun, of which the body that speaks is no object, may mean a thing told just before.

        "They signed a truce. The government said the rebels broke it."
        """
        tokens, at = self._syntax.tokens, self._binding.at
        speaks = best.sentence == pronoun.sentence and tokens[tokens[best.head].head].lemma in self._selection.speaking
        if tokens[pronoun.head].dep != "obj" or not speaks or not pronoun.sentence:
            return False
        before = self._syntax.sentences[pronoun.sentence - 1]
        nouns = (t for t in tokens[before.first : before.last] if t.pos == "NOUN" and t.dep in TOLD and t.i not in at)
        return any(noun_agrees(noun, pronoun) for noun in nouns)

    def _is_behind_one_of(self, pronoun: Mention, best: Mention) -> bool:
        """Whether the sentence before tells of one of several: "It shot down drones. One of them hit a house. It …".

        So of whose somebody is: "L'un d'eux a été arrêté. Son complice a pris la fuite".
        """
        owner = kind_of_pronoun(pronoun) == "possessive" and pronoun.number == "s"
        if best.sentence == pronoun.sentence or not (owner or self._syntax.is_subject(pronoun.head)):
            return False
        told_of = best.sentence == pronoun.sentence - 1 and self._syntax.is_subject(best.head)
        if self._chains.kind(best.index) in PEOPLE and (told_of or pronoun.number != "s" or self._chains.named(best.index)):
            return False
        before = self._syntax.sentences[pronoun.sentence - 1]
        subjects = (t.i for t in self._syntax.tokens[before.first : before.last] if t.dep in SUBJECTS)
        return any(i not in self._binding.at and is_one_of(self._syntax, i) for i in subjects)

    def _unnamed_beside(self, pronoun: Mention, best: Mention) -> bool:
        """Whether people without a name, told in passing, stand behind a subject: "La hausse touche les jeunes. Elle …"."""
        if kind_of_pronoun(pronoun) != "personal":
            return False
        passing = best.sentence < pronoun.sentence or not self._syntax.is_subject(best.head)
        return passing and not self._selection.speaks(pronoun) and self.noun_before(pronoun)

    def _is_shown_elsewhere(self, pronoun: Mention, best: Mention) -> bool:
        """Whether a woman is the subject before, and of whom is told in passing no gender is known: "L'épouse … Elle"."""
        told = kind_of_pronoun(pronoun) == "personal" and (pronoun.gender, pronoun.number) == ("f", "s")
        shown = self._chains.kind(best.index) != "Person" or self._chains.gender(best.index)
        if not told or shown or self._syntax.is_subject(self._syntax.place(best)):
            return False
        before = (m for m in self._chains.before(pronoun, FARTHEST_SHOWN) if self._syntax.is_subject(m.head))
        people = (m for m in before if self._chains.kind(m.index) == "Person" and m.sentence < pronoun.sentence)
        others = (m for m in people if not self._chains.same(m.index, best.index))
        return any(self._chains.gender(m.index) == pronoun.gender for m in others)

    def _noun_between(self, pronoun: Mention, best: Mention) -> bool:
        """Whether a noun that agrees stands nearer than the antecedent, and not inside its phrase."""
        syntax = self._syntax
        return any(
            syntax.tokens[i].pos == "NOUN"
            and syntax.tokens[i].text.lower() not in self._language.times.weekdays
            and noun_agrees(syntax.tokens[i], pronoun)
            and not self._selection.is_press(i)
            and not syntax.within(i, best.head)
            and not syntax.within(pronoun.head, i)
            for i in range(best.last, pronoun.first)
        )

    def noun_before(self, pronoun: Mention) -> bool:
        """Whether a subject that is no entity stands before the pronoun in its sentence and agrees."""
        before = (i for i in self._plain.get(pronoun.sentence, ()) if i < pronoun.first)
        return any(noun_agrees(self._syntax.tokens[i], pronoun) for i in before)

    def _may_be_befallen(self, pronoun: Mention, best: Mention) -> bool:
        """Whether what somebody is may be said of those whom he acted on: "Police arrested six men. They were armed".

        So what one person had done before: "Le ministre a limogé le général. Il avait critiqué l'armée".
        """
        syntax, tokens = self._syntax, self._syntax.tokens
        place, predicate = tokens[pronoun.head], tokens[tokens[pronoun.head].head]
        if place.dep not in SUBJECTS or best.sentence != pronoun.sentence - 1:
            return False
        if pronoun.number != "p":
            perfect = self._language.grammar.perfect_auxiliaries
            people = self._chains.kind(best.index) in PEOPLE and is_pluperfect(syntax.parse, predicate.i, perfect)
            return people and any(fits(self._readings, pronoun, m) for m in self._punished_by(best))
        being = predicate.lemma in self._language.grammar.belonging
        if not being and not any(tokens[k].dep in {"cop", "aux:pass"} for k in syntax.kids[predicate.i]):
            return False
        done = tokens[tokens[syntax.place(best)].head]
        objects = (k for k in syntax.kids[done.i] if tokens[k].dep == "obj") if syntax.is_subject(syntax.place(best)) else ()
        return any(self._binding.at.get(k) in self._befallen and self._are_several(k) for k in objects)

    def _acts_since(self, pronoun: Mention, best: Mention) -> bool:
        """Whether another state or its capital acts since: "Le Pakistan a frappé le pays. Kaboul a protesté. Il a …"."""
        if kind_of_pronoun(pronoun) != "personal" or self._chains.kind(best.index) not in PLACES:
            return False
        since = self._chains.before(pronoun, pronoun.sentence - best.sentence - 1)
        others = (m for m in since if m.form == "name" and m.sentence > best.sentence and self._syntax.is_subject(m.head))
        return any(self._chains.kind(m.index) in PLACES and not self._chains.same(m.index, best.index) for m in others)

    def _punished_by(self, best: Mention) -> Iterator[Mention]:
        """Those whom somebody punishes or strikes in the clause whose subject he is."""
        syntax = self._syntax
        subject = syntax.place(best)
        kids = syntax.kids[syntax.tokens[subject].head] if syntax.is_subject(subject) else ()
        told = (self._binding.at.get(kid) for kid in kids if syntax.tokens[kid].dep == "obj")
        yield from (self._chains.mentions[m] for m in told if m is not None and m in self._punished | self._befallen)

    def _are_several(self, i: int) -> bool:
        """Whether a word stands for several, by itself or with what is joined to it."""
        kids = self._syntax.kids[i]
        return self._syntax.tokens[i].has("Number=Plur") or any(self._syntax.tokens[k].dep == "conj" for k in kids)

    def _may_be_deed(self, pronoun: Mention, best: Mention) -> bool:
        """Whether what strikes may be what struck, not whom it befell: "airstrikes killed fighters when they hit X"."""
        tokens = self._syntax.tokens
        clause = tokens[tokens[pronoun.head].head]
        if tokens[best.head].dep != "obj" or tokens[best.head].head != clause.head or clause.dep != "advcl":
            return False
        frames = self._language.frames.verbs.get(clause.lemma, ())
        strikes = any(frame.kind and ontology.is_a(frame.kind, "Attack") for _, frame in frames)
        return strikes and self.noun_before(pronoun)

    def _subject_between(self, pronoun: Mention, best: Mention) -> bool:
        """Whether a subject that is no entity is nearer and agrees: "La date est fixée. Elle était attendue"."""
        syntax = self._syntax
        for sentence in range(best.sentence, pronoun.sentence + 1):
            for subject in self._plain.get(sentence, ()):
                inner = syntax.tokens[syntax.clause(best.head)].dep != "root" == syntax.tokens[syntax.clause(subject)].dep
                nearer = sentence > best.sentence or not syntax.is_subject(syntax.place(best)) or subject > best.head
                nearer = nearer or (inner and best.sentence < pronoun.sentence)
                if subject < pronoun.first and nearer and noun_agrees(syntax.tokens[subject], pronoun):
                    return True
        return False
