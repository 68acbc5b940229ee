"""Sieves over pronouns: relative ones by syntax, the others by agreement, nearness and prominence of the antecedent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter

from kg import ontology
from kg.lang import Language
from kg.lang.frames import Frame
from kg.model import Claim, Event, Mention, Token
from kg.ontology import BODIES, PLACES
from kg.resolve.binding import OBJECTS, Binding, kind_of_pronoun
from kg.resolve.chains import PEOPLE, THINGS, Chains
from kg.resolve.owners import Owners, is_possessive
from kg.resolve.rows import Rows
from kg.resolve.words import DEEPEST, SUBJECTS, Syntax, plain_subjects

FARTHEST = 3  # sentences back that a personal pronoun may reach
FARTHEST_LATTER = 1  # sentences back that "ce dernier" may reach
FARTHEST_PERSON = 8  # where only one person can be meant
CROWDS = frozenset({"Group"})  # one word for many: "l'équipage … ils"
UNKNOWN_GENDER = 0.5  # cost of an antecedent whose gender the text doesn't show
RIVALLED = 1.0  # how much nearer than another person one must be
NEARLY = 0.5  # and another person whom another sentence tells
DOUBTFUL = 1.5  # how much nearer than a person a thing must be for a pronoun that may mean either
OWN_CLAUSE = 2.0  # gain of the subject of a possessive's own clause: "la France suspend sa mission"
SPEECHLESS = 1.5  # cost of an antecedent that is no person, for the subject of a verb of saying
# How readily a thing of a kind is taken up by a pronoun, as a cost; set on development texts.
LIKELIHOOD = {"Person": -0.5, "Place": 1.5, "GeopoliticalEntity": 1.0, "Artifact": 0.5, "Work": 0.5}
CROWD = 2.0  # and a crowd by one of the singular: "la population … elle"
DESCRIBED = frozenset({"acl:relcl", "acl", "nmod"})
PERSONAL = frozenset({"family", "home", "body"})  # flags of nouns for what only people have
TOLD = frozenset({"Work", "Entity"})
OWNING = "ownerOf"
PARTHOOD = "partOf"
IN_QUOTATION = 2.0  # cost of whom others' words name, for a pronoun outside these
JUDGED = ("Arrest", "Detention", "Execution", "Release", "Trial")
DEADLY = ("Death", "Killing", "Gathering")  # and burials, gatherings that are held for somebody
ATTACKING = ("Attack", "Killing")
ACCUSING = ("Accusation", "Charge", "Arrest", "Trial")  # whom these befall denies it, before whoever does them
HOLDING = ("Arrest", "Capture", "Detention", "HostageTaking")
EMBEDDED = 0.3  # cost of a relative pronoun for what a later sentence takes up


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


def speakers(chains: Chains, claims: Sequence[Claim]) -> None:
    """ "I" within a quotation stands for the one who is quoted."""
    quotations = [claim for claim in claims if claim.direct and claim.speaker is not None and claim.speaker.to == "mention"]
    for mention in chains.mentions:
        if not is_speaker(mention):
            continue
        around = [claim for claim in quotations if claim.start <= mention.start and mention.end <= claim.end]
        speaker = min(around, key=lambda claim: claim.end - claim.start).speaker if around else None
        if speaker is not None and chains.kind(speaker.index) in {"Person", "Entity"}:
            chains.link(speaker.index, mention.index, "speaker", 0.85)


def _quoted(chains: Chains, claims: Sequence[Claim]) -> dict[int, int]:
    """The mentions that stand in somebody's own words -> where these begin."""
    quoted: dict[int, int] = {}
    for begin, end in sorted({(claim.start, claim.end) for claim in claims if claim.direct}):
        first = bisect_left(chains.mentions, begin, key=lambda mention: mention.start)
        while first < len(chains.mentions) and chains.mentions[first].start < end:
            quoted[chains.mentions[first].index] = begin
            first += 1
    return quoted


def _is_aside(syntax: Syntax, participle: int) -> bool:
    """Whether a participle behind a comma says more of somebody known: "Ce dernier, installé à Lyon, …"."""
    return syntax.tokens[participle].dep == "acl" and syntax.tokens[participle - 1].text == ","


def is_speaker(mention: Mention) -> bool:
    """Whether a pronoun is of the first person."""
    return mention.rule.startswith("pronoun: speaker")


def pronouns(
    chains: Chains,
    syntax: Syntax,
    language: Language,
    binding: Binding,
    rows: Rows,
    captives: Captives,
    claims: Sequence[Claim] = (),
) -> dict[int, tuple[int, ...]]:
    """Personal, possessive and demonstrative pronouns, left to right, each with the best antecedent that agrees.

    Returns those that stand for several named one by one ("X and Y … they"), each with a mention of every one.
    """
    sets: dict[int, tuple[int, ...]] = {}
    reader = _Reader(chains, syntax, language, binding, rows, captives, _quoted(chains, claims), sets)
    for mention in chains.mentions:
        if mention.form != "pronoun" or kind_of_pronoun(mention) == "relative" or is_speaker(mention):
            continue
        if mention.lemma not in language.profile.words("anaphora", "anaphoric"):
            continue  # "celui", "those": always described
        if any(syntax.tokens[kid].dep in DESCRIBED and not _is_aside(syntax, kid) for kid in syntax.kids[mention.head]):
            continue  # "ceux qui tirent", "those in need": described, not taken up
        best = reader.antecedent(mention)
        row = () if best is None else reader.row_of(mention, best) or _told_before(chains, mention, best, sets)
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


@dataclass(frozen=True, slots=True)
class Captives:
    """The mentions of those whom earlier events befell, and the pronouns in what follows from these: releases, denials."""

    held: frozenset[int]
    freed: frozenset[int]
    judged: frozenset[int]
    dead: frozenset[int]
    attacking: frozenset[int]
    accused: frozenset[int]
    denying: frozenset[int]
    dismissed: frozenset[int]
    replaced: frozenset[int]

    @classmethod
    def of(cls, events: Sequence[Event]) -> Captives:
        """Those whom arrests, releases, deaths, accusations and dismissals befell, who attack, deny or are replaced."""

        def those(role: str, *kinds: str) -> frozenset[int]:
            told = (e for e in events if ontology.is_among(e.kind, kinds) and e.factuality not in {"Possible", "Negated"})
            return frozenset(r.filler.index for e in told for r in e.roles if r.name == role and r.filler.to == "mention")

        return cls(
            those("patient", *HOLDING),
            those("patient", "Release"),
            those("patient", *JUDGED),
            those("patient", *DEADLY),
            those("agent", *ATTACKING),
            those("patient", *ACCUSING),
            those("agent", "Denial"),
            those("patient", "Dismissal") | those("agent", "Resignation"),
            those("theme", "Appointment"),
        )


class _Reader:
    """Finds what pronouns stand for."""

    def __init__(
        self,
        chains: Chains,
        syntax: Syntax,
        language: Language,
        binding: Binding,
        rows: Rows,
        captives: Captives,
        quoted: Mapping[int, int],
        sets: Mapping[int, tuple[int, ...]],
    ) -> None:
        self._sets = sets  # of what pronouns before stand for several
        self._rows = rows
        self._captives = captives
        self._quoted = quoted
        self._chains = chains
        self._syntax = syntax
        self._language = language
        self._binding = binding
        self._speaking = _communication_verbs(language)
        controlling = language.grammar.object_control | language.grammar.dative_control
        self._addressing = _addressing_verbs(language) | controlling
        self._owners = Owners(syntax, language, binding)
        self._plain = plain_subjects(syntax, binding.at)

    def antecedent(self, pronoun: Mention) -> Mention | None:
        """The mention that a pronoun takes up; None where the text leaves it open."""
        form = self._language.profile.pronouns.get(pronoun.lemma)
        animacy = form.animacy if form else ""
        if self._binding.stresses(pronoun):
            subject = self._binding.subject(pronoun)
            stressed = None if subject is None else self._chains.mentions[subject]
            return stressed if stressed and self._agrees(pronoun, animacy, stressed) else None
        if self._is_clause(pronoun):
            return None
        pronoun = self._as_agreed(pronoun)
        beside = self._possessed_beside(pronoun) if is_possessive(pronoun) else None
        if beside is not None:
            return beside if _stands_for_something(self._chains, beside) or beside.index in self._sets else None
        judged = self._owners.judged(pronoun) if is_possessive(pronoun) else None
        if judged is not None and self._agrees(pronoun, animacy, self._chains.mentions[judged]):
            return self._chains.mentions[judged]
        controlled = self._binding.controlled(pronoun)
        if controlled is not None and self._agrees(pronoun, animacy, self._chains.mentions[controlled]):
            return self._chains.mentions[controlled]
        if self._precedes_owner(pronoun):
            return self._owner_behind(pronoun, animacy)
        best = self._best(pronoun, animacy)
        ahead = self._named_ahead(pronoun, animacy)
        if ahead is not None and (best is None or best.sentence < pronoun.sentence):
            return ahead if best is None or self._chains.same(best.index, ahead.index) else None
        return None if best is None or self._rivalled(pronoun, best, animacy) else best

    def _possessed_beside(self, pronoun: Mention) -> Mention | None:
        """The possessive of the noun that a possessed one is joined to: "leurs maires et leurs députés"."""
        owned = self._syntax.tokens[self._syntax.tokens[pronoun.head].head]
        kids = self._syntax.kids[owned.head] if owned.dep == "conj" else ()
        found = (self._chains.mentions[self._binding.at[kid]] for kid in kids if kid in self._binding.at and kid < owned.i)
        return next((m for m in found if is_possessive(m) and m.number == pronoun.number and not is_speaker(m)), None)

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
        return named if fits and named is not None and self._agrees(pronoun, animacy, named) else None

    def _as_agreed(self, pronoun: Mention) -> Mention:
        """An object pronoun with the gender that a participle behind it shows: "l'avait embauchée"."""
        tokens = self._syntax.tokens
        token = tokens[pronoun.head]
        verb = tokens[token.head]
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
        if kind not in owning or not self._agrees(pronoun, animacy, owner):
            return None if best is None or self._rivalled(pronoun, best, animacy) else best
        rival = kind not in PEOPLE and best is not None and self._chains.kind(best.index) in PEOPLE
        return None if rival else owner

    def _is_clause(self, pronoun: Mention) -> bool:
        """Whether an object pronoun stands for what was told, no person or thing: "comme il l'avait promis"."""
        profile, token = self._language.profile, self._syntax.tokens[pronoun.head]
        clausal = token.dep in OBJECTS and pronoun.lemma in profile.words("anaphora", "clausal")
        return clausal and self._syntax.tokens[token.head].lemma in profile.words("anaphora", "clausal_verbs")

    def _candidates(self, pronoun: Mention, animacy: str, farthest: int) -> list[Mention]:
        subject = self._owner(pronoun) if is_possessive(pronoun) and self._owners.is_others(pronoun) else None
        done, toll = self._is_done(pronoun), self._takes_toll(pronoun)
        quotation = self._binding.told_behind(pronoun) or (0, 0)  # whom it speaks of doesn't speak
        return [
            other
            for other in self._chains.before(pronoun, farthest)
            if other.last <= pronoun.first
            and _stands_for_something(self._chains, other)
            and (self._agrees(pronoun, animacy, other) or self._is_row(pronoun, other))
            and not self._binding.bars(pronoun, other)
            and not self._is_among_subjects(pronoun, other)
            and self._may_own(pronoun, other)
            and not self._is_mute(pronoun, other)
            and not self._outlives(pronoun, other)
            and not quotation[0] <= other.head < quotation[1]
            and not (done and self._chains.kind(other.index) not in TOLD)
            and not (toll and not self._may_take_toll(pronoun, other))
            and not (subject is not None and self._chains.same(subject, other.index))
        ]

    def _is_among_subjects(self, pronoun: Mention, other: Mention) -> bool:
        """Whether `other` is one of those whom the subject of an object pronoun's clause stands for: "they sold it"."""
        if not self._sets or self._syntax.tokens[pronoun.head].dep not in OBJECTS:
            return False
        subject = self._binding.subject(pronoun)
        return any(self._chains.same(other.index, m) for m in self._sets.get(-1 if subject is None else subject, ()))

    def _outlives(self, pronoun: Mention, other: Mention) -> bool:
        """Whether `other` tells of the death that befell whom a pronoun stands for: "X a annoncé son décès"."""
        if pronoun.index not in self._captives.dead:
            return False
        node = self._syntax.tokens[pronoun.head].head
        for _ in range(DEEPEST):
            subject = self._syntax.subject(node) if self._syntax.tokens[node].lemma in self._speaking else None
            teller = None if subject is None else self._binding.at.get(subject)
            if teller is not None and self._chains.same(teller, other.index):
                return True
            node = self._syntax.tokens[node].head
        return False

    def _is_mute(self, pronoun: Mention, other: Mention) -> bool:
        """Whether a pronoun is told something, speaks or acts as only people do, and `other` is a thing or place."""
        kind = self._chains.kind(other.index)
        token = self._syntax.tokens[pronoun.head]
        if kind not in PEOPLE and self._is_somebody(pronoun):
            return True
        if kind not in THINGS:
            return False
        told = token.dep == "iobj" or (token.dep == "obj" and self._syntax.tokens[token.head].lemma in self._addressing)
        return told or self._acts(pronoun) or (self._chains.kind(other.index) != "Work" and self._speaks(pronoun))

    def _is_somebody(self, pronoun: Mention) -> bool:
        """Whether a predicate says what office or part in life the pronoun has: "alors qu'il était ministre"."""
        token = self._syntax.tokens[pronoun.head]
        said = self._syntax.tokens[token.head]
        if token.dep not in SUBJECTS or said.pos != "NOUN" or self._syntax.preposition(said.i):
            return False
        copula = any(self._syntax.tokens[kid].dep == "cop" for kid in self._syntax.kids[said.i])
        title = self._language.titles.get(said.lemma)
        return copula and title is not None and title.kind == "office"

    def _is_done(self, pronoun: Mention) -> bool:
        """Whether the pronoun is the subject of what is said of deeds, texts and events alone: "il a été adopté"."""
        token = self._syntax.tokens[pronoun.head]
        said = self._syntax.tokens[token.head]
        passive = token.dep == "nsubj:pass" or (token.dep == "nsubj" and said.pos == "ADJ")
        return passive and said.lemma in self._language.profile.words("anaphora", "done")

    def _takes_toll(self, pronoun: Mention) -> bool:
        """Whether the pronoun is the subject of words that tell how many an event cost: "il a fait 29 morts"."""
        token, words = self._syntax.tokens[pronoun.head], self._language.profile.words
        if token.dep != "nsubj" or self._syntax.tokens[token.head].lemma not in words("anaphora", "taking_toll"):
            return False
        objects = (kid for kid in self._syntax.kids[token.head] if self._syntax.tokens[kid].dep == "obj")
        return any(self._syntax.tokens[kid].lemma in words("anaphora", "tolls") for kid in objects)

    def _may_take_toll(self, pronoun: Mention, other: Mention) -> bool:
        """Whether somebody may be who did so: who attacks in what was just told."""
        near = pronoun.sentence - other.sentence < 2
        attacks = near and any(self._chains.same(other.index, one) for one in self._captives.attacking)
        return attacks or self._chains.kind(other.index) in TOLD

    def _acts(self, pronoun: Mention) -> bool:
        """Whether the pronoun is the subject of a verb whose subject is never a thing, or of a passive said of people."""
        tokens, kids = self._syntax.tokens, self._syntax.kids
        token = tokens[pronoun.head]
        if token.dep == "nsubj:pass":
            return tokens[token.head].lemma in self._addressing
        if token.dep not in SUBJECTS:
            return False
        verb = token.head
        for _ in range(DEEPEST):  # "elle a pu appeler": it is who calls
            if tokens[verb].lemma in self._language.grammar.personal:
                return True
            below = next((kid for kid in kids[verb] if tokens[kid].dep == "xcomp" and tokens[kid].has("VerbForm=Inf")), None)
            if below is None:
                return False
            verb = below
        return False

    def _agrees(self, pronoun: Mention, animacy: str, other: Mention) -> bool:
        many = pronoun.lemma in self._language.profile.words("anaphora", "bodies")
        return agrees(self._chains, pronoun, animacy, other, BODIES | CROWDS if many else CROWDS)

    def _may_own(self, pronoun: Mention, other: Mention) -> bool:
        """Whether `other` may have what a possessive says that it has: only people have mothers, only deeds have authors."""
        if kind_of_pronoun(pronoun) != "possessive":
            return True
        token, kind = self._syntax.tokens[self._syntax.tokens[pronoun.head].head], self._chains.kind(other.index)
        owned, behind = token.lemma, self._syntax.tokens[token.i + 1 : token.i + 2]
        if owned in self._language.profile.words("anaphora", "of_deeds"):
            return kind in TOLD
        if any((owned, word.lemma) in _parts_of_bodies(self._language) for word in behind):
            return kind not in PEOPLE or kind in CROWDS  # "il préside son aile militaire": the party's
        noun = self._language.nouns.get(owned)
        if noun is not None and PERSONAL & noun.flags:
            return kind in PEOPLE
        owners = _owners(self._language, owned)  # a villa has an owner, the police have none
        return not owners or ontology.is_among(kind, owners)

    def _best(self, pronoun: Mention, animacy: str) -> Mention | None:
        """The most prominent agreeing mention: in the pronoun's own sentence before it, else in the ones before."""
        if kind_of_pronoun(pronoun) == "demonstrative":
            return self._latter([m for m in self._candidates(pronoun, animacy, FARTHEST_LATTER) if m.form != "pronoun"])
        candidates = self._candidates(pronoun, animacy, FARTHEST)
        if not candidates:
            return self._only_person(pronoun, animacy)
        if pronoun.index in self._captives.freed:  # "holds ten men … demanded their release": whoever is held
            candidates = [m for m in candidates if self._is_held(m)] or candidates
        candidates = self._befallen(pronoun, candidates) or candidates
        if pronoun.index in self._captives.judged:  # "Spain demanded his extradition": nobody's but a person's
            candidates = [m for m in candidates if self._chains.kind(m.index) not in PLACES]
            if not candidates:
                return None
        return next((m for m in candidates if self._joins(pronoun, m)), None) or self._nearest(pronoun, animacy, candidates)

    def _befallen(self, pronoun: Mention, candidates: Sequence[Mention]) -> list[Mention]:
        """Whom what was just told befell, where a pronoun tells what follows from it: "a accusé X. Il a nié"."""
        told = self._captives
        sequels = ((told.denying, told.accused), (told.replaced, told.dismissed))
        before = next((befell for after, befell in sequels if pronoun.index in after), frozenset[int]())
        near = [m for m in candidates if pronoun.sentence - m.sentence < 2] if before else []
        return [m for m in near if any(self._chains.same(m.index, one) for one in before)]

    def _is_held(self, other: Mention) -> bool:
        return any(self._chains.same(other.index, held) for held in self._captives.held)

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
        """Whether a possessive joins to `other` what is its own: "Paul Vasseur et sa femme"."""
        owned = self._syntax.tokens[self._syntax.tokens[pronoun.head].head]
        return kind_of_pronoun(pronoun) == "possessive" and owned.dep == "conj" and owned.head == other.head

    def _only_person(self, pronoun: Mention, animacy: str) -> Mention | None:
        """The one person named a little farther back, where nothing nearer agrees."""
        if pronoun.number == "p":
            return None
        people = [
            m
            for m in self._candidates(pronoun, animacy, FARTHEST_PERSON)
            if self._chains.kind(m.index) == "Person" and self._chains.named(m.index)
        ]
        if len({self._chains.of(m.index) for m in people}) != 1 or self._noun_before(pronoun):
            return None
        return people[-1]

    def _nearest(self, pronoun: Mention, animacy: str, candidates: Sequence[Mention]) -> Mention | None:
        chains = self._chains
        speaks, owner = self._speaks(pronoun), self._owner(pronoun)
        ranked = sorted(((self._cost(pronoun, m, speaks, owner), m) for m in candidates), key=itemgetter(0))
        (least, _), best = ranked[0]
        if chains.kind(best.index) in PEOPLE:
            rivals = (m for (cost, _), m in ranked if cost - least < (RIVALLED if m.sentence == best.sentence else NEARLY))
            return None if any(self._is_other_person(best, m) for m in rivals) else best
        if animacy:
            return best
        person = next((cost for (cost, _), m in ranked if chains.kind(m.index) in PEOPLE), None)
        doubt = DOUBTFUL + (SPEECHLESS if speaks else 0)
        return best if person is None or person - least >= doubt else None  # "il": the court, or the one it tried?

    def _cost(self, pronoun: Mention, other: Mention, speaks: bool, owner: int | None) -> tuple[float, int]:
        """How far an antecedent is; whom somebody speaks of in quotation marks is farther than who speaks."""
        cost, words = _distance(self._chains, self._syntax, pronoun, other, speaks, owner)
        quotation = self._quoted.get(other.index)
        elsewhere = quotation is not None and quotation != self._quoted.get(pronoun.index)
        return cost + (IN_QUOTATION if elsewhere else 0.0), words

    def _is_other_person(self, best: Mention, other: Mention) -> bool:
        """Whether a mention is of people of the same kind as the best, and not of the same ones.

        Somebody without a name, told in another sentence, may be the one who has a name.
        """
        same = self._chains.same(best.index, other.index)
        told = other.sentence == best.sentence or self._chains.named(other.index) or not self._chains.named(best.index)
        return not same and told and self._chains.kind(other.index) == self._chains.kind(best.index)

    def _owner(self, pronoun: Mention) -> int | None:
        """The mention of the subject of a possessive's clause."""
        return self._binding.subject(pronoun) if kind_of_pronoun(pronoun) == "possessive" else None

    def _speaks(self, pronoun: Mention) -> bool:
        """Whether the pronoun is the subject of a verb of saying."""
        tokens = self._syntax.tokens
        return self._syntax.is_subject(pronoun.head) and tokens[tokens[pronoun.head].head].lemma in self._speaking

    # -------------------------------------------------------------------------------------------- rows

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

    # ------------------------------------------------------------------------------------------ rivals

    def _is_one_of_row(self, pronoun: Mention, best: Mention) -> bool:
        """Whether a single thing is but one of several told in a row: "Nigeria and Egypt opposed it"."""
        leader = self._binding.at.get(self._syntax.tokens[best.head].head, best.index)
        joined = self._syntax.tokens[best.head].dep == "conj"
        alike = joined and self._chains.kind(leader) == self._chains.kind(best.index)
        return alike and pronoun.number == "s" and self._chains.kind(best.index) not in PEOPLE

    def _is_called(self, pronoun: Mention, animacy: str) -> bool:
        """Whether a predicate calls what a pronoun stands for something that is no entity: "it is a good decision"."""
        syntax = self._syntax
        token = syntax.tokens[pronoun.head]
        predicate = syntax.tokens[token.head]
        if animacy != "thing" or token.dep not in SUBJECTS or predicate.pos != "NOUN" or syntax.preposition(predicate.i):
            return False
        copula = any(syntax.tokens[k].dep == "cop" for k in syntax.kids[predicate.i])
        known = predicate.lemma in self._language.nouns or predicate.lemma in self._language.frames.parts
        return copula and not known

    def _is_scene(self, pronoun: Mention, best: Mention) -> bool:
        """Whether the antecedent is but the scene of what an earlier sentence told: "… in Turkey. It was built …"."""
        scenic = self._chains.kind(best.index) in PLACES and best.sentence < pronoun.sentence
        return scenic and self._syntax.role_rank(best.head) > 1 and self._syntax.preposition(best.head) != ""

    def _rivalled(self, pronoun: Mention, best: Mention, animacy: str) -> bool:
        """Whether something else, or something that is no entity, may be meant as well."""
        if self._is_one_of_row(pronoun, best):
            return True
        if self._binding.doubts(pronoun, best) or self._is_called(pronoun, animacy) or self._is_scene(pronoun, best):
            return True
        if kind_of_pronoun(pronoun) == "demonstrative":
            only_people = self._acts(pronoun) or self._speaks(pronoun)
            return not (only_people and self._chains.kind(best.index) in PEOPLE) and self._noun_between(pronoun, best)
        if kind_of_pronoun(pronoun) == "possessive" and self._owner_is_no_entity(pronoun, best):
            return True
        if self._chains.kind(best.index) in PEOPLE:
            beside = self._unnamed_beside(pronoun, best)
            near = best.sentence == pronoun.sentence and self._object_between(pronoun, best)
            return not self._chains.named(best.index) and (beside or near)
        return self._object_between(pronoun, best) or self._subject_between(pronoun, best)

    def _object_between(self, pronoun: Mention, best: Mention) -> bool:
        """Whether an object pronoun may as well mean a noun nearer: "des contrôles … les réalisant", not "les arrêtant"."""
        token = self._syntax.tokens[pronoun.head]
        addressed = self._syntax.tokens[token.head].lemma in self._addressing
        return token.dep == "obj" and not addressed and self._noun_between(pronoun, best)

    def _unnamed_beside(self, pronoun: Mention, best: Mention) -> bool:
        """Whether people without a name, told in passing, stand behind a subject: "La hausse touche les jeunes. Elle …"."""
        if kind_of_pronoun(pronoun) != "personal":
            return False
        passing = best.sentence < pronoun.sentence or not self._syntax.is_subject(best.head)
        return passing and not self._speaks(pronoun) and self._noun_before(pronoun)

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
        if token.dep not in {*SUBJECTS, *OBJECTS, "obl:arg"} or not _noun_agrees(token, replace(pronoun, gender="")):
            return False
        form = self._language.profile.pronouns.get(pronoun.lemma)
        return (token.pos == "PRON" and not (form and form.animacy)) or self._chains.kind(best.index) not in PEOPLE

    def _is_open(self, pronoun: Mention, subject: Mention, best: Mention) -> bool:
        """Whether the subject of a possessive's clause is a pronoun of which nobody knows whom it stands for."""
        agree = subject.number in {"", pronoun.number} and not is_speaker(subject)
        above = self._syntax.tokens[self._syntax.tokens[self._syntax.clause(subject.head)].head]
        if kind_of_pronoun(subject) == "relative" and (above.pos == "PRON" or self._syntax.within(best.head, above.i)):
            return False  # "ce qui a ruiné sa réputation", "l'ex-région Savoie, qui voit ses lacs"
        alone = subject.index not in self._sets and len(self._chains.members(subject.index)) == 1
        return subject.form == "pronoun" and agree and alone

    def _is_joined_to_thing(self, pronoun: Mention) -> bool:
        """Whether what is owned is joined to a noun that is no entity and may own it: "la réforme et son calendrier"."""
        owned = self._syntax.tokens[self._syntax.tokens[pronoun.head].head]
        other = self._syntax.tokens[owned.head]
        if owned.dep != "conj" or other.pos != "NOUN" or other.i in self._binding.at:
            return False
        told = any(self._syntax.tokens[kid].has("PronType=Art") or self._syntax.tokens[kid].has("PronType=Dem")
                   for kid in self._syntax.kids[other.i])  # fmt: skip
        return told and _noun_agrees(other, replace(pronoun, gender=""))

    def _noun_between(self, pronoun: Mention, best: Mention) -> bool:
        """Whether a noun that agrees stands nearer than the antecedent, and not inside its phrase."""
        syntax = self._syntax
        return any(
            syntax.tokens[i].pos == "NOUN"
            and _noun_agrees(syntax.tokens[i], pronoun)
            and not syntax.within(i, best.head)
            and not syntax.within(pronoun.head, i)
            for i in range(best.last, pronoun.first)
        )

    def _noun_before(self, pronoun: Mention) -> bool:
        """Whether a subject that is no entity stands before the pronoun in its sentence and agrees."""
        before = (i for i in self._plain.get(pronoun.sentence, ()) if i < pronoun.first)
        return any(_noun_agrees(self._syntax.tokens[i], pronoun) for i in before)

    def _subject_between(self, pronoun: Mention, best: Mention) -> bool:
        """Whether a subject that is no entity is nearer and agrees: "La date est fixée. Elle était attendue"."""
        syntax = self._syntax
        for sentence in range(best.sentence, pronoun.sentence + 1):
            for subject in self._plain.get(sentence, ()):
                nearer = sentence > best.sentence or not syntax.is_subject(syntax.place(best)) or subject > best.head
                if subject < pronoun.first and nearer and _noun_agrees(syntax.tokens[subject], pronoun):
                    return True
        return False


def _noun_agrees(noun: Token, pronoun: Mention) -> bool:
    gender = "m" if "Gender=Masc" in noun.morph else "f" if "Gender=Fem" in noun.morph else ""
    number = "p" if "Number=Plur" in noun.morph else "s"
    return pronoun.gender in ("", gender) and pronoun.number in ("", number)


@cache
def _communication_verbs(language: Language) -> frozenset[str]:
    """Verbs of saying: their subject is most often a person."""
    verbs = language.frames.verbs
    return frozenset(
        lemma
        for lemma, entries in verbs.items()
        if any(frame.kind and ontology.is_a(frame.kind, "Communication") for _, frame in entries)
    )


@cache
def _owners(language: Language, noun: str) -> tuple[str, ...]:
    """The kinds of what is owned, by a relation of whose object alone the noun speaks; none where it speaks of more."""
    entries = language.frames.relation_nouns.get(noun, ())
    return dict(entries[0][1].only).get("object", ()) if entries and all(f.kind == OWNING for _, f in entries) else ()


@cache
def _parts_of_bodies(language: Language) -> frozenset[tuple[str, ...]]:
    """Nouns of two words for what only a body has: "aile militaire", "armed wing"."""
    entries = (entry for found in language.frames.relation_nouns.values() for entry in found)
    return frozenset(trigger.words for trigger, frame in entries if frame.kind == PARTHOOD and len(trigger.words) == 2)


@cache
def _addressing_verbs(language: Language) -> frozenset[str]:
    """Verbs whose object is a person or body: "arrêter", "demand"."""
    return frozenset(
        lemma
        for lemma, entries in language.frames.verbs.items()
        if (kinds := [k for _, frame in entries if frame.kind for k in _object_kinds(frame)])
        and all(ontology.is_a(kind, "Actor") for kind in kinds)
    )


def _object_kinds(frame: Frame) -> tuple[str, ...]:
    """The classes of what may be the object of a frame's verb; any entity where nothing is said."""
    roles = [role for role, slots in frame.verb_roles if any(slot.kind == "object" for slot in slots)]
    only, expected = dict(frame.only), ontology.expected(frame.kind)
    kinds = (kind for role in roles for kind in only.get(role) or expected.get(role) or ("Entity",))
    return tuple(kind.partition(":")[0] for kind in kinds if not kind.startswith("-"))


def _stands_for_something(chains: Chains, other: Mention) -> bool:
    return other.kind != "Position" and (other.form != "pronoun" or len(chains.members(other.index)) > 1)


def _distance(
    chains: Chains, syntax: Syntax, pronoun: Mention, other: Mention, speaks: bool, owner: int | None
) -> tuple[float, int]:
    """How far an antecedent is: sentences count most, then its role in the clause, then words."""
    place = syntax.place(other)
    cost = 3.0 * (pronoun.sentence - other.sentence) + syntax.role_rank(place)
    if pronoun.sentence == other.sentence and syntax.is_subject(place):
        cost -= 0.5
    if syntax.is_subject(pronoun.head) and syntax.is_subject(place):
        cost -= 0.5
    if owner is not None and chains.same(owner, other.index):
        cost -= OWN_CLAUSE
    if chains.named(other.index):
        cost -= 0.5
    if pronoun.gender and not chains.gender(other.index):
        cost += UNKNOWN_GENDER
    kind = chains.kind(other.index)
    cost += LIKELIHOOD.get(kind, 0.0)
    if kind == "Group" and pronoun.number == "s":
        cost += CROWD
    if speaks and kind not in PEOPLE:
        cost += SPEECHLESS
    if other.sentence < pronoun.sentence and kind_of_pronoun(other) == "relative":
        cost += EMBEDDED
    cost -= min(len(chains.members(other.index)), 4) * 0.1
    return cost, pronoun.first - other.first


def agrees(chains: Chains, pronoun: Mention, animacy: str, other: Mention, plural: Set[str]) -> bool:
    """Whether gender, number and kind of the pronoun fit what is known of the other mention's chain.

    One thing of the kinds in `plural` may be taken up by a pronoun of the plural.
    """
    kind = chains.kind(other.index)
    gender, number = chains.gender(other.index), chains.number(other.index)
    if pronoun.gender and pronoun.gender != gender and (gender or kind in PLACES):
        return False  # towns are seldom taken up at all, and never without a gender of their own
    collective = kind == "Group" and number == "s" and other.determiner in {"def", "dem"}  # "the group … its leader"
    if (animacy == "person" and kind not in PEOPLE) or (animacy == "thing" and kind in PEOPLE and not collective):
        return False
    if pronoun.number == "s" and (number == "p" or (kind == "Group" and number != "s")):
        return False
    return not (pronoun.number == "p" and number == "s" and kind not in plural)
