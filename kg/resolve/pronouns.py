"""Sieves over pronouns: relative ones by syntax, the others by agreement, nearness and prominence of the antecedent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.lang import Language
from kg.model import Claim, Mention
from kg.ontology import BODIES, PLACES
from kg.resolve.aftermath import Aftermath
from kg.resolve.antecedents import Antecedents, stands_for_something
from kg.resolve.binding import Binding
from kg.resolve.chains import PEOPLE, THINGS, Chains
from kg.resolve.fates import Fates
from kg.resolve.nearness import Nearness
from kg.resolve.owners import Owners, is_possessive
from kg.resolve.picked import counted_first, is_picked_from
from kg.resolve.pronounforms import OBJECTS, kind_of_pronoun
from kg.resolve.readings import Readings
from kg.resolve.rivals import Rivals
from kg.resolve.rows import Rows
from kg.resolve.selection import Selection
from kg.resolve.words import SUBJECTS, Syntax

FARTHEST = 3  # sentences back that a personal pronoun may reach
FARTHEST_LATTER = 1  # sentences back that "ce dernier" may reach
FARTHEST_PERSON = 8  # where only one person can be meant
JUDGING = "justice"  # flag of those who judge, accuse and defend others
DESCRIBED = frozenset({"acl:relcl", "acl", "nmod"})


def relatives(chains: Chains, syntax: Syntax, at: Mapping[int, int]) -> None:
    """A relative pronoun stands for the noun that its clause modifies."""
    for mention in chains.mentions:
        if mention.form == "pronoun" and kind_of_pronoun(mention) == "relative":
            node = mention.head
            while syntax.tokens[node].dep != "acl:relcl" and syntax.tokens[node].head != node:
                node = syntax.tokens[node].head
            antecedent = syntax.tokens[node].head
            if antecedent in at and at[antecedent] != mention.index:
                chains.link(at[antecedent], mention.index, "relative pronoun", 0.95)


def _quoted(chains: Chains, claims: Sequence[Claim]) -> dict[int, int]:
    """The mentions that stand in somebody's own words -> where these begin."""
    quoted: dict[int, int] = {}
    for begin, end in sorted({(claim.start, claim.end) for claim in claims if claim.direct}):
        first = bisect_left(chains.mentions, begin, key=lambda mention: mention.start)
        while first < len(chains.mentions) and chains.mentions[first].start < end:
            quoted[chains.mentions[first].index] = begin
            first += 1
    return quoted


def _speakers_first(chains: Chains, syntax: Syntax, binding: Binding) -> Sequence[Mention]:
    """The mentions from left to right, but who speaks before their words: "« Il n'a rien fait », a-t-il déclaré"."""
    places = {mention.index: (mention.start, True) for mention in chains.mentions}
    for mention in chains.mentions:
        if mention.form == "pronoun" and (quotation := binding.told_behind(mention)) is not None:
            places[mention.index] = (syntax.tokens[quotation[0]].start, False)
    return sorted(chains.mentions, key=lambda mention: places[mention.index])


def pronouns(
    chains: Chains,
    syntax: Syntax,
    language: Language,
    binding: Binding,
    rows: Rows,
    fates: Fates,
    claims: Sequence[Claim] = (),
) -> dict[int, tuple[int, ...]]:
    """Personal, possessive and demonstrative pronouns, left to right, each with the best antecedent that agrees.

    Returns those that stand for several named one by one ("X and Y … they"), each with a mention of every one.
    """
    sets: dict[int, tuple[int, ...]] = {}
    selection, owners = Selection(chains, syntax, language, fates), Owners(syntax, language, binding)
    quoted = _quoted(chains, claims)
    reader = _Reader(Readings(chains, syntax, language, binding, rows, fates, selection, owners, quoted, sets))
    for mention in _speakers_first(chains, syntax, binding):
        if mention.form != "pronoun" or kind_of_pronoun(mention) == "relative" or mention.is_speaker:
            continue
        if mention.lemma not in language.profile.words("anaphora", "anaphoric"):
            continue  # "celui", "those": always described
        if any(syntax.tokens[kid].dep in DESCRIBED and not syntax.is_aside(kid) for kid in syntax.kids[mention.head]):
            continue  # "ceux qui tirent", "those in need": described, not taken up
        best = reader.antecedent(mention)
        row = () if best is None else reader.antecedents.row_of(mention, best) or _told_before(chains, mention, best, sets)
        row = row or (() if best is None else sets.get(best.index, ()))
        if row:
            sets[mention.index] = row
        elif best is not None:
            chains.link(best.index, mention.index, f"{kind_of_pronoun(mention)} pronoun", 0.7)
    return sets


def _told_before(chains: Chains, pronoun: Mention, best: Mention, sets: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    """Whom an earlier "them" of the sentence stands for, where "they" would else stand for one body."""
    if pronoun.number != "p" or chains.number(best.index) == "p":
        return ()
    before = (m for m in reversed(chains.before(pronoun, 0)) if m.index in sets and best.index not in sets[m.index])
    return next((sets[m.index] for m in before), ())


class _Reader:
    """Finds what pronouns stand for."""

    def __init__(self, readings: Readings) -> None:
        self._sets = readings.sets
        self._fates = readings.fates
        self._chains = readings.chains
        self._syntax = readings.syntax
        self._language = readings.language
        self._binding = readings.binding
        self._selection = readings.selection
        self._owners = readings.owners
        self._aftermath = Aftermath(readings)
        self._rivals = Rivals(readings)
        self.antecedents = Antecedents(readings)
        self._nearness = Nearness(readings, self.antecedents)

    def antecedent(self, pronoun: Mention) -> Mention | None:
        """The mention that a pronoun takes up; None where the text leaves it open."""
        form = self._language.profile.pronouns.get(pronoun.lemma)
        animacy = form.animacy if form else ""
        if self._binding.is_too(pronoun):
            before = (m for m in reversed(self._chains.before(pronoun, 0)) if self.antecedents.agrees(pronoun, animacy, m))
            return next((m for m in before if self._is_bare(self._syntax.place(m))), None)
        if self._binding.stresses(pronoun):
            subject = self._binding.subject(pronoun)
            stressed = None if subject is None else self._chains.mentions[subject]
            return stressed if stressed and self.antecedents.agrees(pronoun, animacy, stressed) else None
        if self._is_clause(pronoun):
            return None
        topic = self._binding.topic(pronoun)
        if topic is not None:
            taken_up = self._chains.mentions[self._binding.at[topic]] if topic in self._binding.at else None
            return taken_up if taken_up and self.antecedents.agrees(pronoun, animacy, taken_up) else None
        told = self.antecedents.spoken_to(pronoun, animacy) or self.antecedents.speaking_on(pronoun, animacy)
        told = told or self._state_speaking(pronoun, animacy)
        if told is not None:
            return told
        pronoun = self._as_agreed(pronoun)
        if self._is_anybodys(pronoun):
            return None
        beside = self._possessed_beside(pronoun) if is_possessive(pronoun) else None
        if beside is not None:
            return beside if stands_for_something(self._chains, beside) or beside.index in self._sets else None
        judged = self._owners.judged(pronoun) if is_possessive(pronoun) else None
        if judged is not None and self.antecedents.agrees(pronoun, animacy, self._chains.mentions[judged]):
            return self._chains.mentions[judged]
        named = self._owners.named_for(pronoun) if is_possessive(pronoun) else None
        if named is not None and self.antecedents.agrees(pronoun, animacy, self._chains.mentions[named]):
            return self._chains.mentions[named]
        controlled = self._binding.controlled(pronoun)
        if controlled is not None and self.antecedents.agrees(pronoun, animacy, self._chains.mentions[controlled]):
            return self._chains.mentions[controlled]
        befallen = self._befallen_above(pronoun, animacy)
        if befallen is not None:
            sure = befallen.index in self._fates.punished or not self._may_be_striker(pronoun, animacy)
            return befallen if sure else None
        if self._precedes_owner(pronoun):
            return self._owner_behind(pronoun, animacy)
        best = self._best(pronoun, animacy)
        ahead = self._named_ahead(pronoun, animacy)
        if ahead is not None and (best is None or best.sentence < pronoun.sentence):
            return ahead if best is None or self._chains.same(best.index, ahead.index) else None
        return None if best is None or self._rivals.rivalled(pronoun, best, animacy) else best

    def _state_speaking(self, pronoun: Mention, animacy: str) -> Mention | None:
        """The state or capital that says what it does itself: "Moscou a prévenu qu'il riposterait"."""
        tokens = self._syntax.tokens
        clause = tokens[tokens[pronoun.head].head]
        own = tokens[pronoun.head].dep in SUBJECTS and clause.dep == "ccomp" and not animacy and pronoun.number == "s"
        if not own or self._selection.befalls_people(pronoun):
            return None
        subject = self._syntax.subject(clause.head) if tokens[clause.head].lemma in self._selection.speaking else None
        state = self._binding.at.get(-1 if subject is None else subject)
        if state is None or self._chains.kind(state) != "GeopoliticalEntity":
            return None
        gender = self._chains.gender(state) or "m"  # of a capital, which shows none
        fits = gender == pronoun.gender and self._chains.number(state) != "p"
        return self._chains.mentions[state] if fits and state < pronoun.index else None

    def _is_bare(self, i: int) -> bool:
        """Whether a word is a subject, or what parsers take for a call or an opening: it has no preposition."""
        bare = self._syntax.tokens[i].dep not in {"appos", "nmod", *OBJECTS} and not self._syntax.preposition(i)
        return bare or self._syntax.is_subject(i)

    def _is_anybodys(self, pronoun: Mention) -> bool:
        """Whether a possessive is of people whom the subject only counts out: "Neither officer fired his weapon"."""
        word = self._binding.subject_word(pronoun) if is_possessive(pronoun) else None
        if word is None or not 0 <= word < pronoun.head or word in self._binding.at:
            return False
        told = self._syntax.tokens[word]
        noun = self._language.nouns.get(told.lemma)
        bare = not any(self._syntax.tokens[kid].has("Definite=Def") for kid in self._syntax.kids[word])
        return bare and told.pos == "NOUN" and noun is not None and noun.kind == "Person"

    def _possessed_beside(self, pronoun: Mention) -> Mention | None:
        """The possessive of the noun that a possessed one is joined to: "leurs maires et leurs députés".

        Also of the subject of the clause above: "son fils appelait tandis que son mari …" are of one family.
        """
        tokens = self._syntax.tokens
        owned = tokens[tokens[pronoun.head].head]
        other = owned.head if owned.dep == "conj" else None
        if owned.dep in SUBJECTS and self._selection.is_kin(owned.i):
            above = self._syntax.subject(tokens[owned.head].head)
            other = above if above is not None and above < owned.i and self._selection.is_kin(above) else None
        kids = self._syntax.kids[other] if other is not None else ()
        found = (self._chains.mentions[self._binding.at[kid]] for kid in kids if kid in self._binding.at and kid < owned.i)
        return next((m for m in found if is_possessive(m) and m.number == pronoun.number and not m.is_speaker), None)

    def _named_ahead(self, pronoun: Mention, animacy: str) -> Mention | None:
        """Whom the main clause behind the clause of a subject names: "Lorsqu'il était préfet, Ana Vidal …"."""
        tokens = self._syntax.tokens
        clause = self._syntax.clause(pronoun.head)
        main = tokens[clause].head
        marked = any(tokens[kid].pos == "SCONJ" or tokens[kid].dep == "mark" for kid in self._syntax.kids[clause])
        if tokens[clause].dep != "advcl" or main < clause or not marked or self._syntax.subject(clause) != pronoun.head:
            return None
        word = next((kid for kid in self._syntax.kids[main] if tokens[kid].dep in SUBJECTS and kid > clause), -1)
        subject = self._binding.at.get(word)
        named = None if subject is None else self._chains.mentions[subject]
        fits = named is not None and named.form == "name" and named.first > pronoun.first
        return named if fits and named is not None and self.antecedents.agrees(pronoun, animacy, named) else None

    def _as_agreed(self, pronoun: Mention) -> Mention:
        """An object pronoun with the gender that a participle behind it shows: "l'avait embauchée".

        So does what it is accused to be: "l'accuse d'être corrompue".
        """
        tokens = self._syntax.tokens
        token = tokens[pronoun.head]
        verb = tokens[token.head]
        if not pronoun.gender and token.dep == "obj" and verb.lemma in self._language.grammar.object_control:
            being = {"cop", "aux:pass"}
            said = (tokens[k] for k in self._syntax.kids[verb.i] if tokens[k].dep in {"xcomp", "ccomp"})
            shown = (w for w in said if any(tokens[k].dep in being for k in self._syntax.kids[w.i]))
            if any(word.has("Gender=Fem") and word.text.endswith(("e", "es")) for word in shown):
                return replace(pronoun, gender="f")
        having = self._language.grammar.perfect_auxiliaries
        perfect = any(tokens[k].lemma in having for k in self._syntax.auxiliaries(verb.i))
        if pronoun.gender or token.dep != "obj" or token.i > verb.i or not perfect or not verb.has("Gender=Fem"):
            return pronoun
        return replace(pronoun, gender="f")

    def _precedes_owner(self, pronoun: Mention) -> bool:
        """Whether a possessive stands in a phrase before the subject of its clause: "Dans sa lettre, le maire …"."""
        word = self._binding.subject_word(pronoun)
        if kind_of_pronoun(pronoun) != "possessive" or word is None or word not in self._binding.at:
            return False
        return word > pronoun.head and not self._syntax.within(pronoun.head, word)

    def _owner_behind(self, pronoun: Mention, animacy: str) -> Mention | None:
        """That subject; nobody where a body is it and a person was told of before: "Dans sa chambre, la police …"."""
        owner = self._chains.mentions[self._binding.at[self._binding.subject_word(pronoun) or 0]]
        best = self._best(pronoun, animacy)
        kind = self._chains.kind(owner.index)
        if best is not None and self._chains.same(best.index, owner.index):
            return best
        owning = PEOPLE | BODIES | (THINGS if animacy == "thing" else frozenset())  # "since its launch the service …"
        if self._syntax.tokens[self._syntax.clause(pronoun.head)].dep == "advcl":  # "Soutenu par ses alliés, l'Iran …"
            owning |= PLACES
        if kind not in owning or not self.antecedents.agrees(pronoun, animacy, owner):
            return None if best is None or self._rivals.rivalled(pronoun, best, animacy) else best
        rival = kind not in PEOPLE and best is not None and self._chains.kind(best.index) in PEOPLE
        return None if rival else owner

    def _is_clause(self, pronoun: Mention) -> bool:
        """Whether an object pronoun stands for what was told, no person or thing: "comme il l'avait promis"."""
        profile, token = self._language.profile, self._syntax.tokens[pronoun.head]
        clausal = token.dep in OBJECTS and pronoun.lemma in profile.words("anaphora", "clausal")
        if not clausal:
            return False
        verb = self._syntax.tokens[token.head]
        below = [self._syntax.tokens[kid] for kid in self._syntax.kids[verb.i]]
        if any(kid.dep == "xcomp" for kid in below):  # "l'a reconnu coupable"
            return False
        marks = {kid.lemma for kid in below if kid.dep == "mark"}
        as_told = verb.lemma in self._selection.speaking and not marks.isdisjoint(self._language.grammar.reporting_marks)
        return as_told or verb.lemma in profile.words("anaphora", "clausal_verbs")

    def _best(self, pronoun: Mention, animacy: str) -> Mention | None:
        """The most prominent agreeing mention: in the pronoun's own sentence before it, else in the ones before."""
        if kind_of_pronoun(pronoun) == "demonstrative":
            told = [m for m in self.antecedents.within(pronoun, animacy, FARTHEST_LATTER) if m.form != "pronoun"]
            return self._latter(self._befallen(pronoun, told) or told)
        candidates = self.antecedents.within(pronoun, animacy, FARTHEST)
        if not candidates:
            return self._only_person(pronoun, animacy)
        if is_picked_from(self._syntax, self._language.grammar, pronoun):
            candidates = counted_first(self._chains, candidates)
        candidates = self._defended(pronoun, candidates) or candidates
        if pronoun.index in self._fates.freed:  # "holds ten men … demanded their release": whoever is held
            candidates = [m for m in candidates if self._is_held(m)] or candidates
            if pronoun.number == "s":  # "Le tribunal a refusé sa libération"
                candidates = [m for m in candidates if self._chains.kind(m.index) not in BODIES]
        if pronoun.index in self._fates.captive and pronoun.number == "s":
            candidates = [m for m in candidates if self._chains.kind(m.index) not in BODIES]
        candidates = self._befallen(pronoun, candidates) or candidates
        if pronoun.index in self._fates.seized:
            candidates = self._aftermath.alive(pronoun, candidates)
        if pronoun.index in self._fates.dead and is_possessive(pronoun):
            candidates = self._aftermath.mourned(pronoun, candidates)
        if is_possessive(pronoun) and self._selection.is_body(self._syntax.tokens[pronoun.head].head):
            candidates = self._aftermath.bodied(candidates)
        if not candidates:
            return None
        if pronoun.index in self._fates.judged:  # "Spain demanded his extradition": nobody's but a person's
            candidates = [m for m in candidates if self._chains.kind(m.index) not in PLACES]
        if pronoun.index in self._fates.judged | self._fates.offending | self._fates.denying:
            candidates = [m for m in candidates if not self._prosecutes(m)]  # "Prosecutors said they had robbed the bank"
        if not candidates:
            return None
        joined = next((m for m in candidates if self._joins(pronoun, m)), None)
        return joined or self._nearness.nearest(pronoun, animacy, candidates)

    def _defended(self, pronoun: Mention, candidates: Sequence[Mention]) -> list[Mention]:
        """The client of whom a lawyer's sentence goes on to tell: "X told the court that his client had fled when he …"."""
        clients = self._language.profile.words("anaphora", "defended")
        told = [m for m in candidates if m.sentence == pronoun.sentence and m.lemma in clients and m.form == "nominal"]
        return told if not self._selection.speaks(pronoun) else []

    def _prosecutes(self, other: Mention) -> bool:
        """Whether somebody judges or accuses others, and is not said to be accused: "Le procureur a parlé. X l'a jugé"."""
        noun = self._language.nouns.get(other.lemma)
        accused = self._fates.accused | self._fates.punished
        return noun is not None and JUDGING in noun.flags and not any(self._chains.same(other.index, one) for one in accused)

    def _befallen(self, pronoun: Mention, candidates: Sequence[Mention]) -> list[Mention]:
        """Whom what was just told befell, where a pronoun tells what follows from it: "a accusé X. Il a nié"."""
        told = self._fates
        dying = frozenset[int]() if self._is_own_doing(pronoun) else told.dying  # "a tiré sur X. Il est mort"
        cared_for = frozenset({pronoun.index}) if self._selection.is_cared_for(pronoun) else frozenset[int]()
        defended = frozenset({pronoun.index}) if self._is_clients(pronoun) else frozenset[int]()
        sequels = (
            (defended, told.accused | told.punished),
            (told.denying, told.accused),
            (told.replaced, told.dismissed),
            (dying, told.struck),
            (cared_for, told.struck),
        )
        before = next((befell for after, befell in sequels if pronoun.index in after), frozenset[int]())
        near = [m for m in candidates if pronoun.sentence - m.sentence < 2] if before else []
        return [m for m in near if any(self._chains.same(m.index, one) for one in before)]

    def _is_clients(self, pronoun: Mention) -> bool:
        """Whether a possessive tells whose lawyer somebody is: "The president sacked the general. His lawyer said …"."""
        lawyers = self._language.profile.words("anaphora", "defending")
        owned = self._syntax.tokens[self._syntax.tokens[pronoun.head].head]
        return is_possessive(pronoun) and owned.lemma in lawyers

    def _is_own_doing(self, pronoun: Mention) -> bool:
        """Whether whom a pronoun stands for does what befalls him himself: "Il s'est suicidé"."""
        syntax = self._syntax
        return any(syntax.tokens[kid].has("Reflex=Yes") for kid in syntax.kids[syntax.tokens[pronoun.head].head])

    def _befallen_above(self, pronoun: Mention, animacy: str) -> Mention | None:
        """Whom the clause above punishes or strikes for what a clause of reason tells: "sacked X because he had lied".

        Who is punished did what it was for; who struck another after "he" did something may have done that himself.
        """
        tokens, grammar = self._syntax.tokens, self._language.grammar
        clause = tokens[pronoun.head].head
        if tokens[pronoun.head].dep not in SUBJECTS or tokens[clause].dep != "advcl" or tokens[clause].head > clause:
            return None
        marks = {tokens[kid].lemma for kid in self._syntax.kids[clause] if tokens[kid].dep == "mark"}
        if marks.isdisjoint({mark.split()[0] for mark in grammar.cause_marks} | grammar.later_prepositions):
            return None
        objects = (self._binding.at.get(k) for k in self._syntax.kids[tokens[clause].head] if tokens[k].dep == "obj")
        told = (self._chains.mentions[m] for m in objects if m is not None)
        befell = self._fates.punished | self._fates.struck
        return next((m for m in told if m.index in befell and self.antecedents.agrees(pronoun, animacy, m)), None)

    def _may_be_striker(self, pronoun: Mention, animacy: str) -> bool:
        """Whether the subject above agrees with the pronoun as well: "shot the sergeant after he had insulted him"."""
        subject = self._syntax.subject(self._syntax.tokens[self._syntax.tokens[pronoun.head].head].head)
        striker = None if subject is None else self._binding.at.get(subject)
        return striker is None or self.antecedents.agrees(pronoun, animacy, self._chains.mentions[striker])

    def _is_held(self, other: Mention) -> bool:
        return any(self._chains.same(other.index, held) for held in self._fates.held)

    def _latter(self, told: Sequence[Mention]) -> Mention | None:
        """What was told last; before a thing told in passing, or a body in the description of somebody, that person."""
        last = max(told, key=lambda m: m.first, default=None)
        if last is None or self._chains.kind(last.index) in PEOPLE:
            return last
        people = [m for m in told if self._chains.kind(m.index) == "Person"]
        around = next((m for m in people if self._syntax.within(last.head, m.head)), None)  # "X, chef du parti Y"
        passing = self._chains.kind(last.index) in THINGS and self._syntax.role_rank(last.head) > 1
        return around or (people[-1] if passing and people else last)

    def _joins(self, pronoun: Mention, other: Mention) -> bool:
        """Whether a pronoun joins to `other` what is its own or what it does: "Paul Vasseur et sa femme".

        So in what a noun tells whose plan or word it is: "the group and the violence it spreads", "X's plan on how it would
        comply".
        """
        tokens = self._syntax.tokens
        above = tokens[tokens[pronoun.head].head]
        if kind_of_pronoun(pronoun) == "possessive":
            return above.dep == "conj" and above.head == other.head
        wanted = above.text == above.lemma and not self._syntax.auxiliaries(above.i)  # "X's demand that it leave"
        if tokens[pronoun.head].dep not in SUBJECTS or above.dep not in {"acl", "acl:relcl"} or wanted:
            return False
        told = tokens[above.head]
        joined = above.dep == "acl:relcl" and told.dep == "conj" and told.head == other.head
        return joined or (above.dep == "acl" and tokens[other.head].dep == "nmod:poss" and tokens[other.head].head == told.i)

    def _only_person(self, pronoun: Mention, animacy: str) -> Mention | None:
        """The one person named a little farther back, where nothing nearer agrees."""
        if pronoun.number == "p":
            return None
        people = [
            m
            for m in self.antecedents.within(pronoun, animacy, FARTHEST_PERSON)
            if self._chains.kind(m.index) == "Person" and self._chains.named(m.index)
        ]
        if len({self._chains.of(m.index) for m in people}) != 1 or self._rivals.noun_before(pronoun):
            return None
        return people[-1]
