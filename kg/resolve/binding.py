"""What grammar says of a pronoun before nearness counts: whom it can't stand for, and whom it only stresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg import ontology
from kg.lang import Language
from kg.model import OBLIQUES, Claim, Mention
from kg.ontology import BODIES, PLACES
from kg.resolve.chains import THINGS, Chains, kinds_agree
from kg.resolve.others import Others
from kg.resolve.pronounforms import OBJECTS, kind_of_pronoun
from kg.resolve.words import ADJECTIVE, DEEPEST, SUBJECTS, Syntax, quotations

CONTROLLED = frozenset({"xcomp", "ccomp", "advcl"})
LOOSE = frozenset({"advcl", "acl"})  # clauses whose infinitive may be done by another than the subject above


class Binding:
    """The grammar around the pronouns of one article."""

    def __init__(
        self,
        chains: Chains,
        syntax: Syntax,
        language: Language,
        heads: Mapping[int, int],
        holders: Mapping[int, int],
        claims: Sequence[Claim],
    ) -> None:
        self._chains = chains
        self._syntax = syntax
        self._grammar = language.grammar
        self._profile = language.profile
        self._frames = language.frames
        carried = ((syntax.carrier(m), m) for m in chains.mentions if m.form == "name")
        carriers = {word: m.index for word, m in carried if word >= 0 and self._introduces(word, m, language)}
        # word -> the mention that it heads or introduces, or that holds the office: "la compagnie Norvia", "X, le directeur"
        self.at = {**carriers, **{word: holders.get(mention, mention) for word, mention in heads.items()}}
        self._others = Others(chains, syntax, language, self.at)
        self._quoted = {i: span for span in quotations(syntax, language.profile) for i in range(*span)}
        self._subjects: dict[int, int | None] = {}  # what `subject_word` found, by word
        self._speakers: dict[int, list[int]] = {}  # mentions of those who speak, by sentence
        for claim in claims:
            if claim.speaker is not None and claim.speaker.to == "mention":
                self._speakers.setdefault(claim.sentence, []).append(claim.speaker.index)

    def _introduces(self, word: int, name: Mention, language: Language) -> bool:
        """Whether a noun before a name says what it is, not only what it has to do with it: "l'affaire Vidal"."""
        lemma = self._syntax.tokens[word].lemma
        noun = language.nouns.get(lemma)
        return lemma.lower() in language.titles or (noun is not None and kinds_agree(noun.kind, name.kind))

    def is_person(self, mention: int) -> bool:
        """Whether a mention is of a person."""
        return self._chains.kind(mention) == "Person"

    def is_body(self, mention: int) -> bool:
        """Whether a mention is of a body, a state or a group of people: of whatever may have chiefs."""
        return self._chains.kind(mention) in BODIES | {"Group"}

    # ------------------------------------------------------------------------------------------ stress

    def stresses(self, pronoun: Mention) -> bool:
        """Whether a pronoun only stresses the subject of its clause: "a lui voté", "ont, eux, voté", "elle-même"."""
        if pronoun.lemma in self._profile.words("anaphora", "intensive"):
            return True
        if pronoun.lemma not in self._profile.words("anaphora", "stressed"):
            return False
        tokens, i = self._syntax.tokens, pronoun.head
        before, after = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
        if before is None or after is None:
            return False
        verb = tokens[i].head
        if before.dep.startswith(("aux", "cop")) and before.head == verb and verb > i:
            return True
        if before.i == verb and before.pos == "VERB" and before.has("VerbForm=Fin"):
            return self._syntax.subject(verb) not in {None, i}  # "le propriétaire annonce lui, lundi, …"
        apart = before.text == after.text == ","
        return apart and self._syntax.subject(verb) not in {None, i}

    def is_too(self, pronoun: Mention) -> bool:
        """Whether a pronoun says of a subject what was said of another: "X a, lui aussi, voté", "X, lui aussi ministre"."""
        tokens, i = self._syntax.tokens, pronoun.head
        words = self._profile.words
        if pronoun.lemma not in words("anaphora", "stressed") or not 0 < i < len(tokens) - 1:
            return False
        return tokens[i + 1].lemma.lower() in words("anaphora", "also") and tokens[i - 1].pos != "ADP"

    def subject(self, pronoun: Mention) -> int | None:
        """The mention that is the subject of a pronoun's clause, its own or the one that it shares."""
        word = self.subject_word(pronoun)
        return None if word is None else self.at.get(word)

    def topic(self, pronoun: Mention) -> int | None:
        """The word that a subject takes up where its clause opens with it: "quant à Ana, elle …"; None if none does."""
        token = self._syntax.tokens[pronoun.head]
        if token.dep not in SUBJECTS:
            return None
        opening = self._profile.words("anaphora", "dislocating")
        before = (kid for kid in self._syntax.kids[token.head] if kid < token.i)
        return next((kid for kid in before if self._syntax.preposition(kid) in opening), None)

    def subject_word(self, pronoun: Mention) -> int | None:
        """The word that is that subject, -1 where the clause has one that the sentence doesn't name."""
        if pronoun.head not in self._subjects:
            predicate = self._syntax.clause(pronoun.head)
            agent = self._agent_before(pronoun.head, predicate)
            self._subjects[pronoun.head] = self._doer(predicate) if agent is None else agent
        return self._subjects[pronoun.head]

    def _agent_before(self, word: int, predicate: int) -> int | None:
        """By whom a thing was done that a participle before a word tells: "l'appel déposé par X contre |sa| saisie"."""
        token = self._syntax.tokens[predicate]
        done = self.at.get(token.head)
        if token.dep != "acl" or (done is not None and (self.is_person(done) or self.is_body(done))):
            return None
        kids = (k for k in self._syntax.kids[predicate] if predicate < k < word and k in self.at)
        return next((k for k in kids if self._syntax.tokens[k].dep == "obl:agent"), None)

    def _doer(self, predicate: int) -> int | None:
        """Who does what a predicate tells: its subject, or whom a verb above it makes do it.

        So through clauses without a subject: "fined Google for abusing its rank by giving space to its own service".
        """
        for _ in range(DEEPEST):
            controller = self._controller(predicate)
            if controller is not None and not self._is_used(controller):
                return controller
            above = self._syntax.tokens[predicate].head
            loose = self._syntax.tokens[predicate].dep == "advcl" and self._syntax.tokens[above].dep in CONTROLLED
            if not loose or not self._syntax.tokens[predicate].has("VerbForm=Part"):
                break
            if any(self._syntax.tokens[k].dep in SUBJECTS for k in self._syntax.kids[predicate]):
                break
            predicate = above
        subject = self._syntax.subject(predicate)
        return self._planner(predicate) if subject is None else subject

    def _planner(self, predicate: int) -> int | None:
        """Whose plan or decision an infinitive tells: "the coalition's plan to withdraw its troops", no "demand"."""
        token = self._syntax.tokens[predicate]
        plan = self._syntax.tokens[token.head]
        if token.dep != "acl" or plan.pos != "NOUN" or not token.has("VerbForm=Inf"):
            return None
        if any(frame.kind == "Demand" for _, frame in self._frames.nouns.get(plan.lemma, ())):
            return None
        return next((kid for kid in self._syntax.kids[plan.i] if self._syntax.tokens[kid].dep == "nmod:poss"), None)

    def _is_used(self, i: int) -> bool:
        """Whether a word stands for a thing that somebody does something with: "used the money to pay its debts"."""
        return i in self.at and self._chains.kind(self.at[i]) in THINGS - PLACES

    def controlled(self, pronoun: Mention) -> int | None:
        """Whose a place or body is where somebody is told to do something: "accuse X d'avoir pris Y dans son armée",
        and whose a deed is that they are told to stop: "called on X to stop its attacks".

        So whose plan tells what is done with something of theirs: "the coalition's plan to withdraw its troops".
        """
        owned = self._syntax.tokens[pronoun.head].head
        direct = kind_of_pronoun(pronoun) == "possessive" and self._syntax.tokens[owned].dep == "obj"
        planner = self._planner(self._syntax.tokens[owned].head) if direct else None
        if planner is not None and self._syntax.tokens[planner].pos != "PRON":
            return self.at.get(planner)
        inside = self._syntax.preposition(owned) in self._grammar.inside_prepositions
        if kind_of_pronoun(pronoun) != "possessive" or not (inside or self._is_stopped(owned)):
            return None
        clause = self._syntax.clause(owned)
        told = self._controller(clause) if self._syntax.tokens[owned].head == clause else None
        return None if told is None else self.at.get(told)

    def _is_stopped(self, deed: int) -> bool:
        """Whether a noun tells a deed that its verb brings to an end."""
        token = self._syntax.tokens[deed]
        ended = any(frame.kind == "Ending" for _, frame in self._frames.verbs.get(self._syntax.tokens[token.head].lemma, ()))
        return token.dep == "obj" and ended and self._frames.is_told_by(token.lemma)

    def _controller(self, predicate: int) -> int | None:
        """Who does what an infinitive says that another verb demands or permits: "demande à X de l'aider"."""
        tokens, kids = self._syntax.tokens, self._syntax.kids
        token = tokens[self._first(predicate)]
        above = token.head
        verb = tokens[above].lemma
        if token.dep not in CONTROLLED or any(tokens[k].dep in SUBJECTS for k in kids[predicate]):
            return None
        if token.dep == "advcl" and token.has("VerbForm=Part") and all(tokens[k].dep != "mark" for k in kids[token.i]):
            return None  # "sued the firm, accusing it of fraud": who sues does
        if verb not in self._grammar.object_control | self._grammar.dative_control | self._grammar.causative:
            return None
        passive = any(tokens[k].dep in {"nsubj:pass", "aux:pass"} for k in kids[above])
        if passive and verb in self._grammar.object_control:
            return next((k for k in kids[above] if tokens[k].dep == "nsubj:pass"), -1)
        wanted = sorted(kids[above], key=lambda k: tokens[k].dep not in OBJECTS)  # "In 2009 the EU fined Intel for …"
        return next((k for k in wanted if tokens[k].dep in {*OBJECTS, "obl:arg", "obl"}), -1)

    def _first(self, predicate: int) -> int:
        """The first of the coordinated predicates without a subject of their own that one belongs to."""
        tokens, kids = self._syntax.tokens, self._syntax.kids
        for _ in range(DEEPEST):
            if tokens[predicate].dep != "conj" or any(tokens[k].dep in SUBJECTS for k in kids[predicate]):
                break
            predicate = tokens[predicate].head
        return predicate

    # -------------------------------------------------------------------------------------------- bars

    def bars(self, pronoun: Mention, other: Mention) -> bool:
        """Whether grammar keeps a pronoun from standing for what `other` stands for."""
        if other.rule == ADJECTIVE:
            return True
        if self._is_side(pronoun, other):
            return True
        if self._in_its_way(pronoun, other) or self._is_subject(pronoun, other) or self._speaks(pronoun, other):
            return True
        if self._others.bars(pronoun, other):
            return True
        return self._is_given_doing(pronoun, other) or self._demands_it(pronoun, other)

    def _is_side(self, pronoun: Mention, other: Mention) -> bool:
        """Whether `other` only says of what side those are who act on what an object stands for: "M23 rebels took it"."""
        tokens = self._syntax.tokens
        if tokens[pronoun.head].dep not in OBJECTS or other.sentence != pronoun.sentence or self._is_person(other):
            return False
        subject = self.subject_word(pronoun)
        return subject is not None and subject != other.head and self._syntax.within(other.head, max(subject, 0))

    def _is_given_doing(self, pronoun: Mention, other: Mention) -> bool:
        """Whether `other` does what the infinitive around an object pronoun says: "donner à X l'occasion de le battre"."""
        tokens = self._syntax.tokens
        if tokens[pronoun.head].dep not in OBJECTS:
            return False
        clause = tokens[self._syntax.clause(pronoun.head)]
        if not clause.has("VerbForm=Inf") or clause.dep not in {"acl", "xcomp"}:
            return False
        verb = tokens[clause.head].head if clause.dep == "acl" else clause.head
        given = tokens[other.head].head == verb and tokens[other.head].dep in OBLIQUES | OBJECTS
        return given and self._syntax.preposition(other.head) == self._grammar.dative_preposition

    def _demands_it(self, pronoun: Mention, other: Mention) -> bool:
        """Whether `other` demands that whom a pronoun stands for do something: "sacked X and demanded that he apologise"."""
        tokens = self._syntax.tokens
        token = tokens[pronoun.head]
        clause = tokens[token.head]
        plain = clause.text == clause.lemma and not self._syntax.auxiliaries(clause.i)
        bare = pronoun.number == "s" and plain  # "that he apologise", but not "that he might apologise"
        wished = any(tokens[k].has("Mood=Sub") for k in (clause.i, *self._syntax.auxiliaries(clause.i)))  # "qu'il soit jugé"
        if token.dep not in SUBJECTS or clause.dep != "ccomp" or not (bare or wished):
            return False
        kinds = (frame.kind for trigger, frame in self._frames.verbs.get(tokens[clause.head].lemma, ()) if not trigger.bound)
        subject = self._syntax.subject(clause.head) if any(kind == "Demand" for kind in kinds) else None
        demander = None if subject is None else self.at.get(subject)
        return demander is not None and self._chains.same(demander, other.index)

    def _in_its_way(self, pronoun: Mention, other: Mention) -> bool:
        """Whether the two are arguments of one verb, or the pronoun stands inside the other's own phrase."""
        syntax = self._syntax
        taking_up = kind_of_pronoun(pronoun) in {"relative", "demonstrative"}  # "devance X, ce dernier étant blessé"
        own = syntax.tokens[pronoun.head].dep == "nmod" and syntax.tokens[pronoun.head].head == other.head
        if taking_up and own and kind_of_pronoun(pronoun) == "demonstrative":
            return True  # "le corps de ce dernier"
        if not taking_up and self._is_inside(pronoun.head, other.head):
            return True
        above = syntax.tokens[pronoun.head].head
        if kind_of_pronoun(pronoun) == "possessive":
            named = any(syntax.tokens[k].dep == "cop" for k in syntax.kids[above])  # but "the convoy was on its way"
            if named and not syntax.preposition(above) and syntax.subject(above) == other.head:
                return True  # "l'or était son but"
            return other.head == above or other.lemma == syntax.tokens[above].lemma
        one, two = syntax.tokens[pronoun.head], syntax.tokens[other.head]
        if one.dep in SUBJECTS and syntax.preposition(other.head) in self._profile.words("anaphora", "topics"):
            return False  # "quant à Ana, elle …"
        return one.head == two.head and one.dep != "conj" and two.dep != "conj"

    def _is_inside(self, i: int, phrase: int) -> bool:
        """Whether word i stands inside the phrase of another, not in one joined to somebody: "Ana Vidal et son mari"."""
        tokens = self._syntax.tokens
        if "Poss=Yes" not in tokens[i].morph and tokens[i].dep != "nmod:poss":
            clause = tokens[tokens[i].head]
            told = tokens[clause.head]  # "the group and the violence it spreads"
            beside = clause.dep == "acl:relcl" and told.dep == "conj" and told.head == phrase
            return not beside and self._syntax.within(i, phrase)
        kind = self._chains.kind(self.at[phrase]) if phrase in self.at else "Entity"
        told_where = kind == "GeopoliticalEntity" and self._syntax.preposition(phrase)  # "sa maison de Lyon, ses bijoux"
        if kind in THINGS or told_where:
            return self._syntax.within(i, phrase)  # "l'ordinateur et sa housse" may be, "un sac et son téléphone" is not
        for _ in range(DEEPEST):
            if i == phrase:
                return True
            if tokens[i].head == i or (tokens[i].dep == "conj" and self._syntax.within(tokens[i].head, phrase)):
                return False
            if tokens[i].dep == "acl" and tokens[i].has("VerbForm=Part"):
                return False  # "le président, venu avec son épouse"
            case = self._syntax.preposition(i) if tokens[i].dep == "nmod" else ""
            if case and case not in self._profile.words("partitive", "linkers"):
                return False  # "le Sénat, par la voix de son président"
            i = tokens[i].head
        return False

    def _is_subject(self, pronoun: Mention, other: Mention) -> bool:
        """Whether `other` is the subject of the clause in which a personal pronoun is an object or complement."""
        syntax = self._syntax
        token = syntax.tokens[pronoun.head]
        above = syntax.tokens[token.head]
        within = token.dep == "nmod" and above.dep == "obj"  # "obtained a prototype and published details of it"
        if kind_of_pronoun(pronoun) not in {"personal", "demonstrative"}:
            return False
        if token.dep not in OBJECTS | OBLIQUES and not within:
            return False
        cases = {syntax.tokens[k].lemma for k in syntax.kids[pronoun.head] if syntax.tokens[k].dep == "case"}
        if cases & self._profile.words("anaphora", "reflexive_prepositions"):
            return False
        if self._is_helped_by(pronoun, other):
            return True
        subject, word = self.subject(pronoun), self.subject_word(pronoun)
        same = subject is not None and self._chains.same(subject, other.index)
        same = same or (word is not None and word == syntax.place(other))  # "the blog X published details of it"
        return same and not (self._is_loose(pronoun) or self._is_result(pronoun))

    def _is_helped_by(self, pronoun: Mention, other: Mention) -> bool:
        """Whether `other` sends somebody to help whom a pronoun stands for: "France sent troops to Mali to help it"."""
        helping = self._syntax.tokens[self._syntax.tokens[pronoun.head].head]
        if helping.lemma not in self._grammar.assisting or helping.dep != "advcl" or not helping.has("VerbForm=Inf"):
            return False
        subject = self._syntax.subject(helping.head)
        sender = None if subject is None else self.at.get(subject)
        return sender is not None and self._chains.same(sender, other.index)

    def _is_loose(self, pronoun: Mention) -> bool:
        """Whether a pronoun stands in an infinitive of which nobody can say who does it: "un prêt pour l'aider"."""
        token = self._syntax.tokens[self._first(self._syntax.clause(pronoun.head))]
        return token.dep in LOOSE and token.has("VerbForm=Inf")

    def _is_result(self, pronoun: Mention) -> bool:
        """Whether what a sentence tells does something to its subject: "ISIL earned millions, enabling it to …"."""
        token = self._syntax.tokens[self._syntax.tokens[pronoun.head].head]
        lets = token.lemma in self._grammar.object_control | self._grammar.dative_control | self._grammar.causative
        marked = any(self._syntax.tokens[kid].dep == "mark" for kid in self._syntax.kids[token.i])
        behind = token.dep == "advcl" and token.head < token.i
        return lets and behind and token.has("VerbForm=Part") and not marked and not self._says(token.lemma)

    def _says(self, verb: str) -> bool:
        """Whether a verb tells what somebody says, as no result does: "a réagi, l'accusant d'avoir menti"."""
        bare = (frame.kind for trigger, frame in self._frames.verbs.get(verb, ()) if not trigger.bound)
        return any(kind and ontology.is_a(kind, "Communication") for kind in bare)

    def doubts(self, pronoun: Mention, other: Mention) -> bool:
        """Whether an object pronoun in such an infinitive would stand for the subject above, which may do it itself."""
        if self._syntax.tokens[pronoun.head].dep not in OBJECTS or not self._is_loose(pronoun):
            return False
        subject = self.subject(pronoun)
        if subject is None:  # "ont discuté des moyens de les renforcer": of the infinitive of a noun
            above = self._syntax.subject(self._syntax.clause(self._syntax.tokens[self._syntax.clause(pronoun.head)].head))
            subject = None if above is None else self.at.get(above)
        return subject is not None and self._chains.same(subject, other.index)

    def _speaks(self, pronoun: Mention, other: Mention) -> bool:
        """Whether quotation marks stand between: whoever is quoted says "I", and a quotation names for itself."""
        own, its = self._quoted.get(pronoun.head), self._quoted.get(other.head)
        if its == own or self._is_inserted(pronoun.head) or (own is not None and self._is_adapted(pronoun, own)):
            return False
        if own is None:
            return pronoun.sentence == other.sentence
        if other.sentence < self._syntax.tokens[own[0]].sentence and (pronoun.number == "p" or not self._is_person(other)):
            return True  # nobody can tell what a speaker had spoken of before
        sentences = range(self._syntax.tokens[own[0]].sentence, self._syntax.tokens[own[1] - 1].sentence + 1)
        speakers = (self._chains.mentions[m] for sentence in sentences for m in self._speakers.get(sentence, ()))
        return any(self._chains.same(m.index, other.index) for m in speakers if self._quoted.get(m.head) != own)

    def _is_person(self, other: Mention) -> bool:
        return self._chains.kind(other.index) == "Person"

    def told_behind(self, pronoun: Mention) -> tuple[int, int] | None:
        """The quotation right behind which a pronoun tells who speaks: "« … », ajoute-t-il", "…," he said."""
        token = self._syntax.tokens[pronoun.head]
        first = min(token.i, token.head, *self._syntax.auxiliaries(token.head)) if token.dep == "nsubj" else token.i
        before = first - 1 - (first > 0 and self._syntax.tokens[first - 1].text == ",")
        span = self._quoted.get(before)
        own = token.dep != "nsubj" or first in self._quoted or span is None or span[1] != before + 1
        return None if own else span

    def is_quoted(self, word: int) -> bool:
        """Whether a word stands between quotation marks."""
        return word in self._quoted

    def _is_adapted(self, pronoun: Mention, quotation: tuple[int, int]) -> bool:
        """Whether a quotation completes the writer's clause, who says whose it is: "Il a rappelé « son engagement »"."""
        tokens = self._syntax.tokens
        owned = tokens[pronoun.head].head
        opens = kind_of_pronoun(pronoun) == "possessive" and pronoun.head == quotation[0] + 1
        return opens and not quotation[0] <= tokens[owned].head < quotation[1]

    def _is_inserted(self, i: int) -> bool:
        """ "« depuis [sa] première élection »": in brackets the writer speaks, not who is quoted."""
        return i > 0 and self._syntax.tokens[i - 1].text == "["
