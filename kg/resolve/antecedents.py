"""Which mentions before a pronoun may be what it takes up: they agree, and nothing in the sentence keeps the two apart."""

from __future__ import annotations

from itertools import takewhile

from kg.model import OBLIQUES, VERBAL, Mention
from kg.ontology import BODIES, PLACES
from kg.resolve.chains import Chains
from kg.resolve.owners import is_possessive
from kg.resolve.pronounforms import OBJECTS, kind_of_pronoun
from kg.resolve.readings import Readings
from kg.resolve.salience import agrees
from kg.resolve.selection import CROWDS, TOLD
from kg.resolve.words import DEEPEST, OWNERS, SUBJECTS

MAIN = frozenset({"root", "parataxis"})  # how hang the verbs that tell what a sentence is about, and who says it
ADDRESSEES = frozenset({"iobj", "obl", "obl:arg"})  # how hangs on a verb of saying who is told


class Antecedents:
    """The candidates of the pronouns of one article."""

    def __init__(self, readings: Readings) -> None:
        self._sets = readings.sets
        self._rows = readings.rows
        self._fates = readings.fates
        self._chains = readings.chains
        self._syntax = readings.syntax
        self._binding = readings.binding
        self._selection = readings.selection
        self._owners = readings.owners
        self._grammar = readings.language.grammar
        self._for_bodies = readings.language.profile.words("anaphora", "bodies")

    def within(self, pronoun: Mention, animacy: str, farthest: int) -> list[Mention]:
        """The candidates at most so many sentences back, in text order."""
        subject = self.owner(pronoun) if is_possessive(pronoun) and self._owners.is_others(pronoun) else None
        done = self._selection.is_done(pronoun) or self._selection.is_observed(pronoun)
        toll = self._selection.takes_toll(pronoun)
        quotation = self._binding.told_behind(pronoun) or (0, 0)  # whom it speaks of doesn't speak
        happens, taken = self._selection.is_happening(pronoun), self._selection.is_taken(pronoun)
        described = self._described_by(pronoun)
        return [
            other
            for other in self._chains.before(pronoun, farthest)
            if other.last <= pronoun.first
            and not quotation[0] <= other.head < quotation[1]
            and (stands_for_something(self._chains, other) or (pronoun.number == "p" and other.index in self._sets))
            and (self.agrees(pronoun, animacy, other) or self._is_row(pronoun, other))
            and not self._binding.bars(pronoun, other)
            and not self._is_among_subjects(pronoun, other)
            and self._selection.may_own(pronoun, other)
            and not self._selection.is_mute(pronoun, other)
            and not (other.form == "nominal" and self._selection.is_audience(other))
            and not self._outlives(pronoun, other)
            and not self._is_news(pronoun, other)
            and not self._is_of_something(pronoun, other)
            and self._chains.of(other.index) not in described
            and not self._is_told_as_one(pronoun, other)
            and not (done and self._chains.kind(other.index) not in TOLD)
            and not (happens and self._chains.kind(other.index) in BODIES | PLACES)
            and not (taken and self._chains.kind(other.index) not in PLACES)
            and not (toll and not self._selection.may_take_toll(pronoun, other))
            and not (subject is not None and self._is_of(subject, other))
        ]

    def _is_of(self, subject: int, other: Mention) -> bool:
        """Whether `other` is that subject or where it is: "la cour d'appel de Lyon a rejeté son appel"."""
        if self._chains.same(subject, other.index):
            return True
        return self._syntax.tokens[other.head].head == self._chains.mentions[subject].head and other.kind in PLACES

    def _is_among_subjects(self, pronoun: Mention, other: Mention) -> bool:
        """Whether `other` is one of those whom the subject of an object pronoun's clause stands for: "they sold it"."""
        if not self._sets or self._syntax.tokens[pronoun.head].dep not in OBJECTS:
            return False
        subject = self._binding.subject(pronoun)
        return any(self._chains.same(other.index, m) for m in self._sets.get(-1 if subject is None else subject, ()))

    def _described_by(self, pronoun: Mention) -> frozenset[int]:
        """Whom a pronoun tells of by a noun, so that they are others: "he said the general had lied".

        So are those whom what is said before it does something to: "Troops were searching for Jamil, he said".
        """
        token = self._syntax.tokens[pronoun.head]
        saying = token.dep in SUBJECTS and self._syntax.tokens[token.head].lemma in self._selection.speaking
        if not saying or self._binding.is_quoted(token.i):
            return frozenset()
        contents = [
            kid for kid in self._syntax.kids[token.head] if kid > token.head and self._syntax.tokens[kid].dep == "ccomp"
        ]
        behind = takewhile(lambda m: m.sentence == pronoun.sentence, self._chains.mentions[pronoun.index + 1 :])
        told = (m for m in behind if m.form != "pronoun" and any(self._syntax.within(m.head, kid) for kid in contents))
        others = frozenset(self._chains.of(m.index) for m in told if not self._binding.is_quoted(m.head))
        return others | self._told_of(pronoun)

    def _told_of(self, pronoun: Mention) -> frozenset[int]:
        """Whom what a speaker says names, where that stands before the pronoun: "The driver hit the guard, he said".

        Of a body only what is done to it shows that it is another: "The bank made a profit, it said".
        """
        tokens = self._syntax.tokens
        saying = tokens[tokens[pronoun.head].head]
        contents = (saying.head,) if saying.dep == "parataxis" else self._syntax.kids[saying.i]
        told = {k for k in contents if k < pronoun.head and tokens[k].pos in VERBAL}
        words = (k for content in told for k in self._syntax.kids[content] if tokens[k].dep in OBJECTS | OBLIQUES)
        named = (self._chains.mentions[self._binding.at[k]] for k in words if k in self._binding.at and k < pronoun.head)
        others = frozenset(self._chains.of(m.index) for m in named if m.form == "name")
        said = {k for k in told if tokens[k].dep == "ccomp"}
        return others if pronoun.number == "p" else others | self._persons_in(said, pronoun)

    def _persons_in(self, said: set[int], pronoun: Mention) -> frozenset[int]:
        """The persons named or described before a pronoun in what its speaker says, but for one who says it himself."""
        before = takewhile(lambda m: m.sentence == pronoun.sentence, reversed(self._chains.mentions[: pronoun.index]))
        persons = (m for m in before if m.form != "pronoun" and self._chains.kind(m.index) == "Person")
        inside = (m for m in persons if any(self._syntax.within(m.head, k) for k in said))
        return frozenset(self._chains.of(m.index) for m in inside if not self._is_telling(m.head))

    def _is_telling(self, i: int) -> bool:
        """Whether a word is the subject of a verb that tells what he says."""
        verb = self._syntax.tokens[self._syntax.tokens[i].head]
        contents = (kid for kid in self._syntax.kids[verb.i] if self._syntax.tokens[kid].dep == "ccomp")
        return self._syntax.tokens[i].dep in SUBJECTS and verb.lemma in self._selection.speaking and any(contents)

    def _is_told_as_one(self, pronoun: Mention, other: Mention) -> bool:
        """Whether "it" stands for a body in the sentence, where "they" then stands for others: "the army said it …".

        So it does where the body acts: "the government accused Rwanda of arming them".
        """
        if pronoun.number != "p" or self._chains.number(other.index) == "p" or self._chains.kind(other.index) not in BODIES:
            return False
        undergoes = self._syntax.tokens[pronoun.head].dep in OBJECTS and other.sentence == pronoun.sentence
        if undergoes and self._syntax.is_subject(self._syntax.place(other)):
            return True
        same = (self._chains.mentions[m] for m in self._chains.members(other.index))
        return any(m.form == "pronoun" and m.number == "s" and m.sentence == pronoun.sentence for m in same)

    def _is_of_something(self, pronoun: Mention, other: Mention) -> bool:
        """Whether a state only says whose or where something else is: "à la frontière du Pérou, alors qu'il …"."""
        place = self._chains.kind(other.index) == "GeopoliticalEntity" and other.form == "name"
        return place and self._syntax.is_subject(pronoun.head) and self._syntax.tokens[other.head].dep == "nmod"

    def _is_news(self, pronoun: Mention, other: Mention) -> bool:
        """Whether a speaker's words bring somebody up, who then doesn't say them: "Un homme a été tué, a-t-il ajouté"."""
        tokens = self._syntax.tokens
        token = tokens[pronoun.head]
        saying = tokens[token.head]
        brought_up = other.determiner == "indef" or other.quantity is not None
        if token.dep not in SUBJECTS or saying.lemma not in self._selection.speaking or not brought_up:
            return False
        contents = (saying.head,) if saying.dep == "parataxis" else self._syntax.kids[saying.i]
        told = (k for k in contents if k < token.i and tokens[k].pos in VERBAL)
        return other.head < token.i and any(self._syntax.within(other.head, k) for k in told)

    def _outlives(self, pronoun: Mention, other: Mention) -> bool:
        """Whether `other` tells of the death that befell whom a pronoun stands for: "X a annoncé son décès"."""
        if pronoun.index not in self._fates.dead or self._may_yet_die(pronoun):
            return False
        if pronoun.number == "p" and self._chains.kind(other.index) in BODIES:
            return False  # "the army disclosed their casualties"
        node = self._syntax.tokens[pronoun.head].head
        for _ in range(DEEPEST):
            subject = self._syntax.subject(node) if self._syntax.tokens[node].lemma in self._selection.speaking else None
            teller = None if subject is None else self._binding.at.get(subject)
            if teller is not None and self._chains.same(teller, other.index):
                return True
            node = self._syntax.tokens[node].head
        return False

    def _may_yet_die(self, pronoun: Mention) -> bool:
        """Whether a death is but thought of, so that who speaks may mean his own: "he said he would rather die"."""
        if not self._syntax.is_subject(pronoun.head):
            return False
        plain = self._grammar.perfect_auxiliaries | self._grammar.copula
        helpers = self._syntax.auxiliaries(self._syntax.tokens[pronoun.head].head)
        return any(self._syntax.tokens[k].dep == "aux" and self._syntax.tokens[k].lemma not in plain for k in helpers)

    def agrees(self, pronoun: Mention, animacy: str, other: Mention) -> bool:
        """Whether a pronoun fits another mention by gender, number and kind."""
        many = pronoun.lemma in self._for_bodies
        return agrees(self._chains, pronoun, animacy, other, BODIES | CROWDS if many else CROWDS)

    def spoken_to(self, pronoun: Mention, animacy: str) -> Mention | None:
        """Whom the sentence before speaks to, where the pronoun answers: "X lui a demandé une aide. Il a répondu que …"."""
        tokens, grammar = self._syntax.tokens, self._grammar
        token = tokens[pronoun.head]
        answers = tokens[token.head].lemma in grammar.answering | grammar.accepting
        if token.dep not in SUBJECTS or kind_of_pronoun(pronoun) != "personal" or not answers:
            return None
        before = (m for m in self._chains.before(pronoun, 1) if m.sentence == pronoun.sentence - 1)
        asked = [m for m in before if self._is_asked(m.head) and stands_for_something(self._chains, m)]
        asked = [m for m in asked if self.agrees(pronoun, animacy, m)]
        return asked[0] if len(asked) == 1 else None

    def speaking_on(self, pronoun: Mention, animacy: str) -> Mention | None:
        """Who spoke last, where they go on to speak: "Police said two men were hurt. They also said …"."""
        if kind_of_pronoun(pronoun) != "personal" or not self._speaks_for_itself(pronoun.head):
            return None
        told = [m for m in self._chains.before(pronoun, 1) if self.agrees(pronoun, animacy, m)]
        if pronoun.number != "p" and any(m.sentence == pronoun.sentence for m in told):
            return None  # "For the sergeant who escaped, he said": whoever is told of in the sentence
        if pronoun.number == "p":
            told = [m for m in told if m.number == "p"]
        elif animacy != "thing":  # "Le PAM aide, a dit X. Il a ajouté …": a person rather
            told = [m for m in told if self._chains.kind(m.index) == "Person"] or told
        speakers = [m for m in told if stands_for_something(self._chains, m) and self._speaks_for_itself(m.head)]
        if pronoun.number != "p" and (pronoun.index in self._fates.denying or any(map(self._may_be_another, speakers))):
            return None
        last = [m for m in speakers if m.sentence == speakers[-1].sentence]
        one = len({self._chains.of(m.index) for m in last}) == 1
        return last[0] if one and not any(self._is_asked(m.head) for m in told) else None

    def _may_be_another(self, speaker: Mention) -> bool:
        """Whether whose a speaker is, or whom he speaks of, may go on as well: "His lawyer said …", "X accused Y. He …"."""
        tokens, kids = self._syntax.tokens, self._syntax.kids
        owners = kids[speaker.head] if speaker.form == "nominal" else ()
        if any(tokens[kid].dep in OWNERS and kid in self._binding.at for kid in owners):
            return True
        told = (self._binding.at.get(kid) for kid in kids[tokens[speaker.head].head] if tokens[kid].dep == "obj")
        return any(m is not None and self._chains.kind(m) == self._chains.kind(speaker.index) for m in told)

    def _speaks_for_itself(self, i: int) -> bool:
        """Whether a word is the subject of what a sentence tells of saying, nothing that another one answers or refuses."""
        tokens, grammar = self._syntax.tokens, self._grammar
        verb = tokens[tokens[i].head]
        if tokens[i].dep not in {"nsubj", "nsubj:caus"} or verb.lemma not in self._selection.speaking:
            return False
        main = tokens[verb.head] if verb.dep == "conj" else verb
        return main.dep in MAIN and verb.lemma not in grammar.answering | grammar.accepting

    def _is_asked(self, i: int) -> bool:
        """Whether a word tells to whom the main verb of its sentence is said, or who is asked to do something."""
        token = self._syntax.tokens[i]
        verb = self._syntax.tokens[token.head]
        if token.dep == "obj" and verb.dep == "root" and verb.lemma in self._selection.speaking:
            return any(self._syntax.tokens[kid].dep == "xcomp" for kid in self._syntax.kids[verb.i])  # "asked X to go"
        told = verb.dep == "root" and verb.lemma in self._selection.speaking and token.dep in ADDRESSEES
        return told and (token.dep == "iobj" or self._syntax.preposition(i) == self._grammar.dative_preposition)

    def owner(self, pronoun: Mention) -> int | None:
        """The mention of the subject of a possessive's clause."""
        return self._binding.subject(pronoun) if kind_of_pronoun(pronoun) == "possessive" else None

    def row_of(self, pronoun: Mention, best: Mention) -> tuple[int, ...]:
        """The mentions of one row of which a plural pronoun takes up all: "Ana Vidal and Marek Dolan met. They …"."""
        if pronoun.number != "p" or self._chains.number(best.index) == "p":
            return ()
        token = self._syntax.tokens[best.head]
        leader = self._binding.at.get(token.head, best.index) if token.dep == "conj" else best.index
        row = self._rows.get(leader, ())
        return row if all(self._chains.mentions[m].last <= pronoun.first for m in row) else ()

    def _is_row(self, pronoun: Mention, first: Mention) -> bool:
        """Whether a plural pronoun may take up a row of single ones that begins with `first`."""
        if pronoun.number != "p" or kind_of_pronoun(pronoun) not in {"personal", "possessive"}:
            return False
        row = self._rows.get(first.index, ())
        if any(self._chains.mentions[m].last > pronoun.first for m in row):
            return False  # "GM negotiates with their unions"
        genders = [self._chains.gender(m) for m in row]
        return bool(genders) and (not pronoun.gender or (pronoun.gender == "f") == all(g == "f" for g in genders))


def stands_for_something(chains: Chains, other: Mention) -> bool:
    """Whether a mention is no office, and no pronoun that was left alone."""
    return other.kind != "Position" and (other.form != "pronoun" or len(chains.members(other.index)) > 1)
