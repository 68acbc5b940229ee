"""What the verbs and nouns beside a pronoun demand of whom it stands for: only people speak, only deeds have authors."""

from __future__ import annotations

from functools import cache

from kg import ontology
from kg.lang import Language
from kg.lang.frames import Frame
from kg.lang.gazetteer import STATES
from kg.model import OBLIQUES, Mention
from kg.resolve.chains import PEOPLE, THINGS, Chains
from kg.resolve.fates import Fates
from kg.resolve.pronounforms import kind_of_pronoun
from kg.resolve.salience import newness
from kg.resolve.words import DEEPEST, SUBJECTS, Syntax, is_pluperfect

CROWDS = frozenset({"Group"})  # one word for many: "l'équipage … ils"
OFFICE, ARTIFACTS = "office", ("Artifact",)  # a flag of nouns, and the kind of what has no such people
CRAFT = frozenset({"vehicle", "aircraft", "ship"})  # flags of nouns for what has a crew
PUBLIC = frozenset({"justice", "state"})  # flags of bodies that nobody owns
PERSONAL = frozenset({"family", "home", "body"})  # flags of nouns for what only people have
TOLD = frozenset({"Work", "Entity"})
ADDRESSED = frozenset({"obj", "iobj", "obl", "obl:arg"})  # how hangs on a verb of saying who is told
OWNING = "ownerOf"
COMING = "Arrival"
PARTHOOD = "partOf"


class Selection:
    """The selectional preferences of one article's words."""

    def __init__(self, chains: Chains, syntax: Syntax, language: Language, fates: Fates) -> None:
        self._chains = chains
        self._syntax = syntax
        self._language = language
        self._fates = fates
        self.speaking = communication_verbs(language)
        controlling = language.grammar.object_control | language.grammar.dative_control
        self.addressing = _addressing_verbs(language) | controlling
        self.criticising = criticising_verbs(language)

    def is_mute(self, pronoun: Mention, other: Mention) -> bool:
        """Whether a pronoun is told something, speaks or acts as only people do, and `other` is a thing or place."""
        kind = self._chains.kind(other.index)
        token = self._syntax.tokens[pronoun.head]
        if kind not in PEOPLE and self._is_somebody(pronoun):
            return True
        if kind in PEOPLE and self.speaks(pronoun) and self._is_dead(pronoun, other):
            return True
        if kind not in THINGS:
            return False
        told = token.dep == "iobj" or (token.dep == "obj" and self._syntax.tokens[token.head].lemma in self.addressing)
        return told or self.acts(pronoun) or (kind != "Work" and self.speaks(pronoun))

    def befalls_people(self, pronoun: Mention) -> bool:
        """Whether the event of its verb befalls people alone: "l'a arrêté", not "l'a rejeté"."""
        return pronoun.index in self._fates.personal

    def is_struck(self, other: Mention) -> bool:
        """Whether somebody was killed or hurt."""
        return any(m in self._fates.struck or m in self._fates.dead for m in self._chains.members(other.index))

    def _is_dead(self, pronoun: Mention, other: Mention) -> bool:
        """Whether somebody who is told to be dead would speak: "Police named the slain men. They said …"."""
        saying, perfect = self._syntax.tokens[pronoun.head].head, self._language.grammar.perfect_auxiliaries
        if is_pluperfect(self._syntax.parse, saying, perfect):
            return False
        told = (self._chains.mentions[m] for m in self._chains.members(other.index))
        dead = self._language.profile.words("anaphora", "dead")
        return any(m.form == "nominal" and not dead.isdisjoint((m.lemma, *self._syntax.modifiers(m))) for m in told)

    def is_audience(self, other: Mention) -> bool:
        """Whether a mention is but of the press that is told something in passing: "told reporters that …"."""
        bare = not self._syntax.modifiers(other) and len(self._chains.members(other.index)) == 1
        return bare and self.is_press(other.head)

    def is_press(self, i: int) -> bool:
        """Whether a noun tells that somebody speaks to the press."""
        token = self._syntax.tokens[i]
        told = token.dep in ADDRESSED and self._syntax.tokens[token.head].lemma in self.speaking
        return told and self._language.nouns.is_flagged(token.lemma, "media")

    def _is_somebody(self, pronoun: Mention) -> bool:
        """Whether a predicate says what office or part in life the pronoun has: "alors qu'il était ministre"."""
        said = self._syntax.predicate_noun(pronoun.head)
        title = None if said is None else self._language.titles.get(said.lemma)
        return title is not None and title.kind == "office"

    def is_done(self, pronoun: Mention) -> bool:
        """Whether the pronoun is the subject of what is said of deeds, texts and events alone: "il a été adopté"."""
        token = self._syntax.tokens[pronoun.head]
        said = self._syntax.tokens[token.head]
        done = self._language.profile.words("anaphora", "done")
        below = [self._syntax.tokens[kid] for kid in self._syntax.kids[said.i]]
        to_be = next((verb for verb in below if verb.dep == "xcomp" and self._is_passive(verb.i)), None)
        if to_be is not None and token.dep in SUBJECTS:  # "it is to be held", "it is expected to be signed"
            return to_be.lemma in done
        if token.dep != "nsubj:pass" and not (token.dep == "nsubj" and said.pos == "ADJ"):
            return False
        phrases = (f"{said.lemma} {self._syntax.preposition(kid.i)} {kid.lemma}" for kid in below)
        return said.lemma in done or not done.isdisjoint(phrases)  # "il a été mis en œuvre"

    def is_observed(self, pronoun: Mention) -> bool:
        """Whether "it" is what one does to deeds, decisions and texts alone: "the firm would abide by it"."""
        token = self._syntax.tokens[pronoun.head]
        if pronoun.number != "s" or pronoun.gender or token.dep not in OBLIQUES | {"obj"}:
            return False
        observed = self._language.profile.words("anaphora", "observed")
        return (
            bool(observed) and f"{self._syntax.lemmas[token.head]} {self._syntax.preposition(token.i)}".strip() in observed
        )

    def is_taken(self, pronoun: Mention) -> bool:
        """Whether the pronoun is the subject of what befalls places alone: "two years after it fell to the rebels"."""
        token, taken = self._syntax.tokens[pronoun.head], self._language.profile.words("anaphora", "taken")
        if token.dep != "nsubj" or not taken:
            return False
        obliques = (kid for kid in self._syntax.kids[token.head] if self._syntax.tokens[kid].dep in OBLIQUES)
        return any(f"{self._syntax.lemmas[token.head]} {self._syntax.preposition(kid)}" in taken for kid in obliques)

    def _is_passive(self, verb: int) -> bool:
        return any(self._syntax.tokens[kid].dep == "aux:pass" for kid in self._syntax.kids[verb])

    def is_happening(self, pronoun: Mention) -> bool:
        """Whether the pronoun is the subject of what events do, and bodies seldom: "it came after weeks of fighting"."""
        tokens, words = self._syntax.tokens, self._language.profile.words
        token = tokens[pronoun.head]
        verb = tokens[token.head].lemma
        if token.dep != "nsubj" or verb in words("anaphora", "happening"):
            return token.dep == "nsubj"
        if self._takes_its_course(token.head):
            return True
        if verb not in words("anaphora", "coming"):
            return False
        behind = (kid for kid in self._syntax.kids[token.head] if kid > token.head)
        opened = (tokens[k].lemma for kid in behind for k in self._syntax.kids[kid] if tokens[k].dep in {"case", "mark"})
        return not words("anaphora", "wake").isdisjoint(opened)

    def _takes_its_course(self, verb: int) -> bool:
        """Whether a verb tells by itself, or with a fixed word, what deeds and texts do: "it began", "it took effect"."""
        tokens, words, below = self._syntax.tokens, self._language.profile.words, self._syntax.kids[verb]
        lemma, courses = tokens[verb].lemma, words("anaphora", "courses")
        if lemma not in _first_words(self._language):
            return False
        behind = [
            tokens[kid] for kid in below if kid > verb and tokens[kid].dep in {"obj", "xcomp", "compound:prt", *OBLIQUES}
        ]
        if any(
            " ".join((lemma, self._syntax.preposition(kid.i), kid.lemma)).replace("  ", " ") in courses for kid in behind
        ):
            return True
        bare = all(
            kid.dep in OBLIQUES and self._syntax.preposition(kid.i) not in words("anaphora", "manners") for kid in behind
        )
        return bare and lemma in courses

    def is_cared_for(self, pronoun: Mention) -> bool:
        """Whether the pronoun is the subject of what is done with the hurt: "il a été hospitalisé", "taken to hospital".

        So of what they do alone: "he is expected to survive"; not of what tells by itself that they were hurt: "blessé
        par un gendarme, il a été hospitalisé".
        """
        tokens, words = self._syntax.tokens, self._language.profile.words
        token = tokens[pronoun.head]
        kids = [tokens[kid] for kid in self._syntax.kids[token.head]]
        said = (tokens[token.head], *(kid for kid in kids if kid.dep == "xcomp"))
        surviving = [verb.i for verb in said if verb.lemma in words("anaphora", "surviving")]
        if token.dep in SUBJECTS and surviving:
            return all(tokens[kid].dep != "obj" for i in surviving for kid in self._syntax.kids[i])
        if token.dep != "nsubj:pass" or any(kid.dep in {"advcl", "acl"} and kid.i < token.i for kid in kids):
            return False
        at_ward = any(kid.dep.startswith("obl") and kid.lemma in words("anaphora", "wards") for kid in kids)
        return at_ward or tokens[token.head].lemma in words("anaphora", "cared_for")

    def takes_toll(self, pronoun: Mention) -> bool:
        """Whether the pronoun is the subject of words that tell how many an event cost: "il a fait 29 morts"."""
        token, words = self._syntax.tokens[pronoun.head], self._language.profile.words
        if token.dep != "nsubj" or self._syntax.tokens[token.head].lemma not in words("anaphora", "taking_toll"):
            return False
        objects = (kid for kid in self._syntax.kids[token.head] if self._syntax.tokens[kid].dep == "obj")
        return any(self._syntax.tokens[kid].lemma in words("anaphora", "tolls") for kid in objects)

    def may_take_toll(self, pronoun: Mention, other: Mention) -> bool:
        """Whether somebody may be who did so: who attacks in what was just told."""
        near = pronoun.sentence - other.sentence < 2
        attacks = near and any(self._chains.same(other.index, one) for one in self._fates.attacking)
        return attacks or self._chains.kind(other.index) in TOLD

    def acts(self, pronoun: Mention) -> bool:
        """Whether the pronoun is the subject of a verb whose subject is never a thing, or of a passive said of people."""
        tokens, kids = self._syntax.tokens, self._syntax.kids
        token = tokens[pronoun.head]
        if token.dep == "nsubj:pass":
            form = self._language.profile.pronouns.get(pronoun.lemma)
            done = tokens[token.head].lemma  # "it was found": a thing is found and seized as readily as somebody
            return done in (self.speaking if form is not None and form.animacy == "thing" else self.addressing)
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

    def is_kin(self, i: int) -> bool:
        """Whether a noun says whose relative somebody is: "son mari"."""
        return self._language.nouns.is_flagged(self._syntax.tokens[i].lemma, "family")

    def is_body(self, i: int) -> bool:
        """Whether a noun stands for somebody's body: "son corps"."""
        return self._language.nouns.is_flagged(self._syntax.tokens[i].lemma, "body")

    def may_own(self, pronoun: Mention, other: Mention) -> bool:
        """Whether `other` may have what a possessive says that it has: only people have mothers, only deeds have authors."""
        if kind_of_pronoun(pronoun) != "possessive":
            return True
        token, kind = self._syntax.tokens[self._syntax.tokens[pronoun.head].head], self._chains.kind(other.index)
        owned, behind = token.lemma, self._syntax.tokens[token.i + 1 : token.i + 2]
        if owned in self._language.profile.words("anaphora", "of_deeds"):
            return kind in TOLD
        if owned in self._language.profile.words("anaphora", "of_people") and kind not in PEOPLE:
            return False
        if owned in self._language.profile.words("anaphora", "defending") and self._judges(other):
            return False
        if owned in self._language.profile.words("anaphora", "of_private") and self._is_public(other):
            return False  # "the court dissolved the party and banned its leaders"
        if owned in self._language.profile.words("anaphora", "of_states") and kind == "Force":
            return False  # "Sweden has joined NATO. Its prime minister …"
        if owned in self._language.profile.words("anaphora", "of_regions"):  # "La Russie a visé Soumy, a dit son gouverneur"
            return kind != "Force" and not (self._chains.linked(other.index) or "").startswith(STATES)
        crew = self._language.profile.words("anaphora", "crew")
        if owned in crew or any(self._syntax.tokens[kid].lemma in crew for kid in self._syntax.kids[token.i]):
            carried = self._language.nouns.get(other.lemma)  # "a intercepté un cargo et libéré ses 21 membres d'équipage"
            carries = carried is None or bool(carried.flags & CRAFT)  # but "the video showed a bus and its driver"
            return carries and ontology.is_among(kind, ARTIFACTS)
        if any((owned, word.lemma) in _parts_of_bodies(self._language) for word in behind):
            return kind not in PEOPLE or kind in CROWDS  # "il préside son aile militaire": the party's
        if kind == "Organization" and _tells_coming(self._language, owned):
            return any(self._syntax.tokens[kid].dep == "nmod" for kid in self._syntax.kids[token.i])  # "son arrivée en Asie"
        noun = self._language.nouns.get(owned)
        if noun is not None and PERSONAL & noun.flags:
            return kind in PEOPLE
        if noun is not None and OFFICE in noun.flags and "generic" not in noun.flags and ontology.is_among(kind, ARTIFACTS):
            return False  # "a drone struck in Oryol, its governor said"
        if noun is not None and noun.kind == "Person" and "work" in noun.flags and self._is_document(other):
            return False  # "a video showed a bus sinking as its passengers climbed out"
        owners = _owners(self._language, owned)  # a villa has an owner, the police have none
        return not owners or ontology.is_among(kind, owners)

    def _is_document(self, other: Mention) -> bool:
        return self._language.nouns.is_flagged(other.lemma, "document")

    def _is_public(self, other: Mention) -> bool:
        """Whether somebody is a court or a body of a state."""
        noun = self._language.nouns.get(other.lemma.lower())
        return noun is not None and noun.kind == "Organization" and not PUBLIC.isdisjoint(noun.flags)

    def newness(self, pronoun: Mention, other: Mention) -> float:
        """What it costs a candidate that it was just brought up."""
        return newness(self._language.nouns, self._syntax, pronoun, other)

    def _judges(self, other: Mention) -> bool:
        """Whether somebody is a judge or a court, whom no lawyer defends."""
        judging = self._language.profile.words("anaphora", "judging")
        same = [self._chains.mentions[m] for m in self._chains.members(other.index)]
        before = (self._syntax.tokens[m.first - 1].lemma for m in same if m.form == "name" and m.first)  # "le juge X"
        return any(m.lemma in judging for m in same) or not judging.isdisjoint(before)

    def speaks(self, pronoun: Mention) -> bool:
        """Whether the pronoun is the subject of a verb of saying."""
        tokens = self._syntax.tokens
        return self._syntax.is_subject(pronoun.head) and tokens[tokens[pronoun.head].head].lemma in self.speaking


@cache
def communication_verbs(language: Language) -> frozenset[str]:
    """Verbs of saying, not those that say something in an idiom alone ("take note"): their subject is often a person."""
    verbs = language.frames.verbs
    return frozenset(
        lemma
        for lemma, entries in verbs.items()
        if any(f.kind and ontology.is_a(f.kind, "Communication") and not trigger.bound for trigger, f in entries)
    )


@cache
def _first_words(language: Language) -> frozenset[str]:
    """The verbs that may tell what deeds and texts do, with a fixed word or without."""
    return frozenset(course.partition(" ")[0] for course in language.profile.words("anaphora", "courses"))


@cache
def criticising_verbs(language: Language) -> frozenset[str]:
    """Verbs of blame, of people and of deeds: "condamner"."""
    entries = language.frames.verbs.items()
    return frozenset(lemma for lemma, found in entries if any(frame.kind == "Criticism" for _, frame in found))


@cache
def _owners(language: Language, noun: str) -> tuple[str, ...]:
    """The kinds of what is owned, by a relation of whose object alone the noun speaks; none where it speaks of more."""
    entries = language.frames.relation_nouns.get(noun, ())
    return dict(entries[0][1].only).get("object", ()) if entries and all(f.kind == OWNING for _, f in entries) else ()


@cache
def _tells_coming(language: Language, noun: str) -> bool:
    """Whether a noun tells by itself that somebody comes: "arrivée"."""
    return any(frame.kind == COMING and not trigger.words for trigger, frame in language.frames.nouns.get(noun, ()))


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
