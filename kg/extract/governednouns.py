"""How sure an event noun is under the verb, noun or predicate adjective that governs it: "éviter une attaque"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from kg import ontology
from kg.extract.eventnouns import NEGOTIATED, SCHEDULED, EventNouns
from kg.extract.modality import VALUES, Governors, as_effect, combine, tells
from kg.extract.mood import Moods
from kg.extract.past import is_done, is_looked_back_on, is_told_as_past
from kg.extract.syntax import DIRECT
from kg.lang.frames import Modal
from kg.model import Factuality

CONTEST = (ontology.CONTEST,)
GOING = ("Movement", "Visit")
NOMINAL = {"obj", "nsubj:pass", "nsubj", "obl", "obl:arg", "obl:mod", "nmod"}
STANDING = {"Sanction", "Siege", "MilitaryPresence"}  # what lasts until it is lifted
HARMFUL = ("Conflict", "Crime", "Death")  # what is known of once it is brought up as known
VOTED = ("Election", "Vote")
SIGNED = ("Agreement", "Ceasefire")
HELD = ("Meeting", "Negotiation", "Gathering", "Exercise", "Competition", "Trial", "Vote")  # what brings people together
JUDGED = {"Trial", "Charge", "Conviction"}  # what others are for or against has been brought or spoken
SETTLING = {"Agreement", "Negotiation"}  # what is not settled, or not talked of, is not denied by that
FORESTALLED = {"Publication"}  # what is said was said; what somebody kept from coming out was not
DEALS = ("Acquisition", "Merger", "Sale", "Agreement", "Legislation", "Reform")


class Values(Protocol):
    """Whoever knows how sure a predicate is, and what stands above it alone makes of it."""

    def value(self, i: int) -> Factuality:
        """The factuality of the event or predicate at token i."""

    def outer(self, i: int) -> Factuality:
        """The same without the token's own mood and negation."""


class GovernedNouns:
    """Answers for nouns of one parse; the values of what governs them come from `reader`."""

    __slots__ = ("_frames", "_governors", "_moods", "_nouns", "_reader", "_told_by", "_tree")

    def __init__(self, governors: Governors, moods: Moods, told_by: Mapping[int, int], reader: Values) -> None:
        self._tree = governors.tree
        self._frames = governors.frames
        self._governors = governors
        self._nouns = EventNouns(self._tree, self._frames)
        self._moods = moods
        self._told_by = told_by  # event noun -> the trigger whose complement it is, though the parser hung it elsewhere
        self._reader = reader

    def value(self, i: int, head: int, dep: str) -> Factuality:
        """The factuality of noun i, that depends on `head` by `dep`, under whatever governs it in truth."""
        tree, preposition = self._tree, self._tree.preposition(i)
        told_by = self._told_by.get(i)  # "a appelé les deux États à un cessez-le-feu"
        if told_by is not None and not self._governors.effect(head, "nmod", preposition):
            return self.under(i, told_by, "obl", preposition)
        if dep == "nmod" and self._nouns.is_counted_to(i, head, preposition):
            return "Planned"
        if dep == "nmod" and preposition in self._tree.grammar.of and self._nouns.is_round_of(i, head):
            return self._of(head)
        if dep == "nmod":
            whole = tree.grammar.complex_prepositions.get(f"{tree.preposition(head)}:{tree.tokens[head].lemma}")
            if whole in tree.grammar.condition_marks:
                return "Possible"  # "en cas d'attaque"
            if whole is not None and not self._governors.effect(head, "nmod", preposition):
                return self.under(i, tree.head(head), "obl", whole)  # "plaide en faveur d'un retrait"
            of = tree.first_conjunct(head)  # "encourt un an de prison et 5.000 euros d'amende"
            if (
                tree.tokens[head].lemma in tree.grammar.holding
                and tree.tokens[of].dep in NOMINAL
                and preposition in tree.grammar.of
            ):  # "prévoit la création d'un conseil et la tenue d'élections"
                return self.under(i, tree.head(of), tree.tokens[of].dep, tree.preposition(of))
            measure = tree.tokens[head].lemma
            some = measure in tree.grammar.transparent_nouns
            counted = (some or measure in tree.grammar.spans) and tree.first(head, "nummod") is not None
            counted = counted or (some and tree.is_indefinite(head))  # "craint une vague d'attentats"
            if counted and preposition in tree.grammar.of and tree.tokens[of].dep in NOMINAL:
                return self.under(i, tree.head(of), tree.tokens[of].dep, tree.preposition(of))
            if self._nouns.is_form_of_sum(i, head):
                return self._of(tree.head(head))
            driven = self._driven_to(i, head)
            if driven is not None:
                return driven
        elif dep.startswith("obl") and preposition in self._tree.grammar.of:
            idea = self._idea(i, head)
            if idea is not None:
                return self.under(i, idea, "nmod", preposition)
        elif dep == "nsubj" and head not in self._frames:
            undergone = (k for k in tree.dependents(head, "xcomp") if tree.is_passive(k) and not tree.is_finite(k))
            if (verb := next(undergone, None)) is not None:
                return self.under(i, verb, "nsubj:pass", preposition)  # "le concert vient d'être annulé"
        return self.under(i, head, dep, preposition)

    def under(self, i: int, head: int, dep: str, preposition: str) -> Factuality:
        """The factuality of noun i under that very head: "éviter une attaque", "tentative d'assassinat"."""
        settled = self._by_preposition(i, head, dep, preposition)
        if settled is None:
            settled = self._in_part(i, head, preposition)
        if settled is None and dep != "nsubj":
            strict = self._governors.strict(head, "nmod" if dep == "nmod" else "obj", preposition, i)
            if strict is not None and strict.effect == "planned" and self._nouns.tells(i, SCHEDULED):
                return "Planned"  # "ne sera pas candidat à l'élection": it takes place without them
            settled = None if strict is None else self._by_modal(head, strict)
        if settled is None:
            settled = self._as_subject(i, head, dep)
        if settled is None:
            settled = self._aside(i, head, dep, preposition)
        value = settled if settled is not None else self._governed(i, head, dep, preposition)
        unsettled = value == "Negated" and head in self._frames and self._frames[head].kind in SETTLING
        return "Possible" if unsettled else value  # "did not discuss the delivery of tanks"

    def _of(self, head: int) -> Factuality:
        return self._reader.value(head)

    def _by_preposition(self, i: int, head: int, dep: str, preposition: str) -> Factuality | None:
        """What the preposition or determiner of the noun settles alone."""
        tree, grammar = self._tree, self._tree.grammar
        if dep.startswith("obl") and self._is_setting(i, head, preposition):
            return "Planned"
        if preposition in grammar.without_marks:
            missed = self._moods.would_have(head) or self._nouns.tells(i, HARMFUL)
            if missed and not tree.is_indefinite(i):
                return "Actual"  # "sans l'aide de X, il serait mort"
            ahead = i < head and self._governors.looks_ahead(head)  # "sans aide, X perdra"
            return "Possible" if ahead or self._of(head) == "Negated" else "Negated"  # "no truce without the release of X"
        if preposition in grammar.condition_marks:
            return "Possible"
        if preposition in grammar.blame_prepositions and self._nouns.is_fought(i, head):
            return "Possible"
        if dep == "nmod" and self._governors.is_refuted(head):
            return "Negated"  # "Reports of an attack are false"
        if (
            dep == "nmod"
            and preposition in self._tree.grammar.of
            and self._governors.is_of_certainty(head)
            and self._of(head) in {"Negated", "Possible"}
        ):
            return "Possible"  # "There is no evidence of an attack", "said that there were no reports of damage"
        if dep != "nsubj" and self._governors.is_of_certainty(head) and self._of(head) == "Negated":
            return "Possible"  # "n'a pas confirmé le licenciement"
        if preposition in grammar.errand_prepositions and self._is_errand(i, head):
            return "Planned" if self._of(head) == "Planned" else "Possible"
        if preposition in grammar.purpose_prepositions:
            return "Planned"  # "discussions en vue d'un accord"
        if preposition in grammar.inclusion | grammar.capacity_prepositions and self._governors.likens(head, preposition, i):
            return "Possible"  # "looked like an attack", "as strong as an earthquake"
        if preposition in grammar.inclusion:  # "considéré comme un accord", but "sera considéré comme une attaque"
            ahead = dep.startswith("obl") and tree.is_indefinite(i) and self._of(head) in {"Planned", "Possible"}
            return "Possible" if ahead else "Actual"
        if preposition in grammar.attribution_prepositions:
            return "Actual"  # "selon la déclaration, ils visent …": it was made
        verb = tree.clause_verb(head) if preposition in grammar.pending_prepositions else head
        if preposition in grammar.pending_prepositions and self._of(verb) in {"Planned", "Possible"}:
            past = any(aux.lemma in grammar.perfect_auxiliaries for aux in tree.auxiliaries(verb))
            return "Actual" if past else self._of(verb)  # "will be freed upon the signing of the accord"
        exchanged = preposition in grammar.pending_prepositions and preposition in grammar.complex_prepositions.values()
        if exchanged and self._governors.effect(verb, "obj") in {"possible", "planned"}:
            return "Possible"  # "a exigé une rançon en échange de la libération des otages"
        if preposition in grammar.cause_prepositions and self._nouns.is_negotiated(i, self._frames.get(head), preposition):
            return combine(self._of(head), "possible")  # "talks over the sale of its steel unit"
        if (
            preposition in grammar.instrument_prepositions
            and dep.startswith("obl")
            and self._nouns.tells(i, ("Layoff", "Ending"))
        ):
            return self._of(head)  # "will close the plant, with the loss of 90 jobs"
        if preposition in grammar.beside_prepositions or preposition in grammar.cause_prepositions:
            return "Actual"  # "annulé à la suite de l'accident"
        contest = dep.startswith("obl") and self._nouns.tells(i, CONTEST) and self._nouns.tells(head, CONTEST)
        if contest and self._of(head) == "Planned":
            return "Planned"  # "affrontera l'Allemagne en demi-finale"
        if preposition in grammar.before_marks and self._is_pending(head):
            return "Planned" if self._of(head) == "Planned" else "Possible"
        if preposition in grammar.before_marks and dep.startswith("obl") and self._is_behind_plan(head):
            return "Planned"  # "plans to cut 900 jobs before the merger"
        ahead = preposition in grammar.before_marks and dep.startswith("obl")
        if ahead and self._nouns.is_to_come(i, head):
            return "Planned"
        if grammar.due.get(tree.tokens[head].lemma) == preposition != "" and dep.startswith("obl"):
            denied = self._of(head) == "Negated" and not tree.is_indefinite(i)
            return "Actual" if denied else self._of(head)  # "l'incendie serait dû à un court-circuit"
        if any("PronType=Dem" in tree.tokens[k].morph for k in tree.dependents(i, "det")):
            return "Actual"  # "dissuader ces attaques": they took place before
        return None

    def _is_setting(self, i: int, head: int, preposition: str) -> bool:
        """ "Will speak at the summit", "doit comparaître lors d'une audience": where people meet for what is to come."""
        verb, frame = self._tree.tokens[head], self._frames.get(head)
        if (
            preposition not in self._tree.grammar.setting_prepositions
            or verb.pos != "VERB"
            or not self._nouns.tells(i, HELD)
        ):
            return False
        known = any(self._tree.tokens[k].has("PronType=Dem") for k in self._tree.dependents(i, "det"))
        told = frame is not None and tells(frame, preposition) and frame.kind != self._frames[i].kind
        governs = (f"{verb.lemma} {preposition}", "verb") in self._governors.lexicon.modals
        if preposition == self._tree.grammar.dative_preposition:
            governs = governs or bool(self._governors.effect(head, "obj", preposition, i))
        if known or told or governs:
            return False  # "pour mettre fin à la grève", "penser à la finale"
        return self._of(head) == "Planned" and not is_done(self._tree, head)

    def is_supposed_cause(self, i: int, head: int) -> bool:
        """ "May have been caused by a leak", "was not caused by a bomb": a new thing is as sure as it is the cause."""
        support, frame = self._governors.lexicon.support.get(self._tree.tokens[head].lemma, ()), self._frames.get(head)
        begun = frame is not None and frame.kind == "Beginning"
        return (begun or any(one.causal for one in support)) and self._tree.is_indefinite(i)

    def _in_part(self, i: int, head: int, preposition: str) -> Factuality | None:
        """ "Will be the scene of talks", "n'est plus la cible d'attaques": what is new is as sure as the part in it."""
        tree = self._tree
        role, slot = self._governors.lexicon.parts.get(tree.lemmas[head], ("", None))
        if slot is None or role == "agent" or preposition not in slot.prepositions or not tree.is_indefinite(i):
            return None
        if tree.first(head, "cop") is not None:
            return self._of(head)
        becomes = tree.tokens[head].dep in {"obj", "xcomp"} and tree.lemmas[tree.head(head)] in tree.grammar.copula
        return self._of(tree.head(head)) if becomes else None

    def _is_errand(self, i: int, head: int) -> bool:
        """Whether a noun tells what for somebody goes somewhere who has not gone yet: "will travel to X for talks"."""
        frame = self._frames.get(head)
        moves = self._tree.tokens[head].lemma in self._tree.grammar.motion
        goes = moves or (frame is not None and ontology.is_among(frame.kind, GOING))
        return goes and self._tree.is_indefinite(i) and self._of(head) != "Actual"

    def _is_pending(self, head: int) -> bool:
        """Whether what is to come before something has no need to come: "refuse de négocier avant le retrait de X"."""
        frame = self._frames.get(head)
        refused = frame is not None and frame.complement in {"negated", "possible"}
        refused = refused and frame is not None and not ontology.is_a(frame.kind, "Justice")  # "arrested before the attack"
        token = self._tree.tokens[head]  # "no truce before the release of the hostages"
        bare = token.pos == "NOUN" or (token.has("VerbForm=Inf") and not self._tree.auxiliaries(head))
        open_end = self._of(head) == ("Negated" if bare else "Planned")
        return refused or (open_end and not is_done(self._tree, head))

    def _is_behind_plan(self, head: int) -> bool:
        """Whether an infinitive tells what somebody plans now, so that all that is to come after it is still to come."""
        verb = self._tree.clause_verb(self._tree.head(head))
        bare = self._tree.tokens[head].has("VerbForm=Inf") and not self._tree.auxiliaries(head) and verb != head
        past = is_told_as_past(self._tree, verb) or is_looked_back_on(self._tree, verb)
        return bare and self._of(head) == "Planned" and not past

    def _as_subject(self, i: int, head: int, dep: str) -> Factuality | None:
        """What a predicate says of the event that is its subject, or that it begins."""
        tree, frame = self._tree, self._frames.get(head)
        if dep == "nsubj" and head in tree.temporal and tree.first(head, "cop") is not None:
            return self._of(head)  # "the election will be in May"
        if frame is not None and frame.kind == "Beginning" and dep in DIRECT and self._of(head) != "Actual":
            return self._of(head)  # "son procès s'ouvrira lundi"
        begun = tree.first(head, "xcomp") if dep == "nsubj" else None
        bidden = dep == "nsubj" and tree.tokens[head].has("VerbForm=Inf") and tree.first(head, "cop") is not None
        begun = head if bidden else begun  # "des attentats sont à redouter"
        due = begun is not None and self._tree.tokens[begun].has("VerbForm=Inf") and self._tree.is_indefinite(i)
        if due and begun is not None and (bidden or self._tree.tokens[head].lemma in self._tree.grammar.copula):
            effect = self._governors.effect(begun, "obj")  # "une attaque est à craindre"
            if effect in VALUES:
                return combine("Actual", effect)
        if begun is not None and self._begins(begun) and self._of(begun) != "Actual":
            return self._of(begun)  # "son procès pourrait s'ouvrir lundi"
        opined = dep == "obj" and frame is not None and frame.complement == "said"  # "juge nécessaire l'envoi de troupes"
        if (dep in {"nsubj", "nsubj:pass"} or opined) and self._is_announced(head):
            return self._of_announced(i, head)
        if (
            dep == "nsubj"
            and tree.lemmas[head] in tree.grammar.agenda
            and self._nouns.tells(i, HELD)
            and self._of(head) == "Planned"
        ):
            return "Planned"  # "les discussions porteront sur la paix"
        verbal = tree.tokens[head].pos in {"VERB", "AUX"} or not tree.first(head, "cop")
        approved = self._governors.strict(head, "nsubj", "", i) if dep == "nsubj" and not verbal else None
        if approved is not None:
            return combine(self._of(head), as_effect(approved.effect))  # "the merger is subject to approval"
        if dep == "nsubj" and (
            verbal or self._moods.supposes(head) or (tree.is_indefinite(i) and self._of(head) == "Possible")
        ):
            return self._of_new_subject(i, head)  # "an assassination would be enough to …"
        return None

    def _begins(self, i: int) -> bool:
        """Whether a verb tells that something begins."""
        frame = self._frames.get(i)
        return frame is not None and frame.kind == "Beginning"

    def _aside(self, i: int, head: int, dep: str, preposition: str) -> Factuality | None:
        """Actual for what stands beside a predicate without being told by it."""
        own, frame = self._frames.get(i), self._frames.get(head)
        moved = own is not None and ontology.is_a(own.kind, "Movement")  # "arrested on his return from X"
        moved = moved and (frame is None or frame.kind != "Demand")  # "called for the return of refugees"
        if frame is not None and frame.complement and dep not in DIRECT and (moved or not tells(frame, preposition)):
            return "Actual"  # "denied it after the attack"
        told = frame is not None and tells(frame, preposition)  # "seeks a billion in loans"
        if dep.startswith("obl") and not told and self._governors.is_mere_place(head, preposition):
            return "Actual"  # "decided at the summit to send arms"
        counted = dep == "nmod" and self._tree.first(head, "nummod") is not None
        if counted and self._governors.is_mere_place(head, preposition, "noun"):
            return "Actual"  # "138 buts en 229 matchs"
        return None

    def _governed(self, i: int, head: int, dep: str, preposition: str) -> Factuality:
        """What the governor's own effect makes of the noun."""
        frame = self._frames.get(head)
        if self._nouns.is_only_charged(i, head) and self._nouns.tells(i, HARMFUL):
            return "Possible"
        continued = frame is not None and frame.kind == "Continuation"  # "need to continue operations"
        begun = continued or (self._governors.presupposes(head) and (self._nouns.is_past(i) or self._nouns.is_under_way(i)))
        known = begun or not self._tree.is_indefinite(i)
        effect = self._governors.effect(head, "nmod" if dep == "nmod" else "obj", preposition, i)
        judged = i in self._frames and self._frames[i].kind in JUDGED  # "a motion to dismiss the suit"
        if effect == "actual" and known and (judged or self._governors.presupposes(head)):
            return "Actual"  # "refused to stop the siege": there is one
        if frame is not None and frame.kind == "Beginning" and tells(frame, preposition):
            return self._of(head)  # "the start of talks is planned for May": there are none yet
        if frame is not None and frame.kind == "Demand" and known and self._of(head) == "Negated":
            # "nie avoir ordonné le meurtre", "nie avoir demandé le retrait"
            return "Actual" if self._nouns.tells(i, HARMFUL) else "Possible"
        if effect == "negated" and (denied := self._denied(i, head, known)) is not None:
            return denied
        if self._nouns.is_negotiated(i, frame, preposition):
            return combine(self._of(head), "possible")
        if effect == "negated" and self._of(head) == "Planned" and not self._tree.is_finite(head):
            return "Possible"  # "mobilisés pour empêcher une attaque"
        ended = (effect == "negated" and known) or (frame is not None and frame.kind == "Ending")
        if ended and i in self._frames and self._frames[i].kind in STANDING:
            return "Actual"  # "a annulé les sanctions", "Sanctions will be lifted": they were in force
        if self._governors.is_untrue(head) and frame is not None and tells(frame, preposition):
            return "Negated"  # "condamné à tort pour meurtre"
        if effect not in {"", "said"}:
            return combine(self._of(head), effect)
        # "appelle à signer un accord": there is none yet; "… l'accord": there is
        unknown = not known or (frame is not None and frame.kind == "Announcement" and not frame.avows)
        told = dep == "obj" or (dep.startswith("obl") and frame is not None and tells(frame, preposition))
        if effect == "said" and told and self._governors.is_untrue(head):
            return "Negated"  # "a faussement annoncé la mort du roi"
        if effect == "said" and told and self._governors.is_hearsay(head):
            return "Possible"  # "des rumeurs font état de la mort du roi"
        if dep == "nsubj:pass" and unknown:  # "craint qu'un blocus ne soit répété"
            return value if (value := self._of(head)) in {"Planned", "Possible"} else "Actual"
        if told and unknown:
            if frame is not None and frame.kind == "Investigation" and self._nouns.tells(i, ("Communication",)):
                return "Actual"  # "failed to investigate complaints by women"
            return self._of(head)  # "should announce her resignation"
        if known or frame is not None or not dep.startswith("obl"):
            return "Actual"
        ahead = self._of(head) in {"Planned", "Possible"} and not is_done(self._tree, head)
        if ahead and preposition in self._tree.grammar.instrument_prepositions | self._tree.grammar.means_prepositions:
            return self._of(head)  # "planned to follow up the bombing with a ground assault"
        return "Possible" if self._is_from_possible(head, preposition) else "Actual"

    def _is_from_possible(self, head: int, preposition: str) -> bool:
        """ "may emerge stronger from a bankruptcy": what is new beside what only may be is no surer than that."""
        source = preposition in self._tree.grammar.origin_prepositions
        return source and self._of(head) == "Possible" and not is_done(self._tree, head)

    def _denied(self, i: int, head: int, known: bool) -> Factuality | None:
        """What is left of an event that a verb denies, prevents or rejects, where it is left as it was."""
        own = self._frames.get(i)
        if known and self._nouns.is_kept_from(i, head):
            return self._reader.outer(head) if self._of(head) != "Negated" else "Actual"
        rejected = head in self._frames and self._frames[head].kind == "Rejection"
        if rejected and own is not None and ontology.is_among(own.kind, NEGOTIATED) and self._of(head) == "Negated":
            return "Possible"  # "refused to rule out the withdrawal of the troops"
        denies = head in self._frames and self._frames[head].kind == "Denial"
        if known and self._of(head) == "Negated":  # "failed to prevent the attack", "neither confirmed nor denied the death"
            return "Possible" if denies else "Actual"
        if rejected and known and own is not None and (own.kind in VOTED or (own.kind in SIGNED and self._is_made(i))):
            return "Actual"  # "rejected the referendum": one was held; "the accord signed in May"
        said = own is not None and ontology.is_a(own.kind, "Communication") and own.kind not in FORESTALLED
        if own is not None and ((denies and own.kind in JUDGED) or said):
            return "Actual"  # "rejected the proposals", "dément les accusations de viol": they were made
        return self._reader.outer(head) if self._governors.is_failure_denied(head) else None  # "n'a pas empêché l'attaque"

    def _is_made(self, i: int) -> bool:
        """Whether a participle says that what a noun tells was done: "l'accord signé à Varna", "the deal reached in May"."""
        support = self._governors.lexicon.support
        made = (self._tree.tokens[k].lemma for k in self._tree.dependents(i, "acl") if self._tree.is_past_participle(k))
        return any(not entry.effect for verb in made for entry in support.get(verb, ()))

    def _idea(self, i: int, verb: int) -> int | None:
        """The noun before "of" that noun i belongs to, hung on the verb though it was: "a écarté l'idée d'un retrait"."""
        tree, noun = self._tree, self._tree.first(verb, "obj")
        case = tree.first(i, "case")
        if noun is None or case is None or noun != case - 1:
            return None
        modal = self._governors.lexicon.modals.get((tree.lemmas[noun], "noun"))
        return noun if modal is not None and "nmod" in modal.governs else None

    def _driven_to(self, i: int, noun: int) -> Factuality | None:
        """ "pousser le pays vers la guerre": what a verb drives its object to, where the parser hung it on the object."""
        verb = self._tree.head(noun)
        preposition = self._tree.preposition(i)
        if self._tree.tokens[noun].dep != "obj" or preposition in self._tree.grammar.of:
            return None
        word = f"{self._tree.tokens[verb].lemma} {preposition}"
        modal = self._governors.strict(verb, "obj", preposition, i)
        if modal is None or modal.word != word:  # "a annoncé la victoire de X à la présidentielle"
            modal = self._governors.lexicon.modals.get((word, "verb"))
        if modal is None or "obj" not in modal.governs:
            return None
        return self._by_modal(verb, modal)

    def _by_modal(self, head: int, modal: Modal) -> Factuality:
        """What such a word makes of its noun under a verb: "n'a pas diffusé l'appel à la grève" denies no strike."""
        if modal.effect == "actual":
            return "Actual"
        value, held = combine(self._of(head), as_effect(modal.effect)), self._tree.first(head, "obj")
        known = modal.pos == "noun" and held is not None and not self._tree.is_indefinite(held)
        return "Possible" if value == "Negated" and known else value

    def _of_new_subject(self, i: int, head: int) -> Factuality:
        """ "A trial would last for months": what is not known yet is no surer than a verb that tells no event itself."""
        if self._tree.first(head, "expl") is not None:  # "there were no arrests"
            return self._of(head)
        for verb in (head, *self._tree.dependents(head, "xcomp")):  # "la fusion a capoté", "pourrait capoter"
            strict = self._governors.strict(verb, "nsubj", "", i)
            if strict is not None:
                return combine(self._of(verb), as_effect(strict.effect))
        own = self._frames.get(i)
        if own is not None and ontology.is_among(own.kind, DEALS) and self._moods.would_have(head):
            return "Possible"  # "The merger would have created a giant"
        possible = self._moods.own(head) == "possible"
        if possible and not is_done(self._tree, head) and (self._moods.supposes(head) or self._governors.supposes(head, i)):
            return "Possible"  # "la fusion créerait un géant", "the invasion would lead to war"
        supposed = possible or head not in self._frames  # "an attack would kill thousands"
        outer = self._of(head) if supposed and self._tree.is_indefinite(i) else "Actual"
        return outer if outer in {"Planned", "Possible"} else "Actual"

    def _is_announced(self, head: int) -> bool:
        """Whether a predicate says of its subject that it may or will come: "an attack is imminent", "semble possible"."""
        words = (head, *self._tree.dependents(head, "xcomp"))
        return any(self._governors.foretelling(word) is not None for word in words)

    def _of_announced(self, i: int, head: int) -> Factuality:
        """The factuality of such a subject: there is none yet, whatever the predicate says of it."""
        known = self._tree.is_known(i, "det") and self._tree.first(i, "nmod") is None and head not in self._tree.temporal
        words = (head, *self._tree.dependents(head, "xcomp"))
        modal = next(modal for word in words if (modal := self._governors.foretelling(word)) is not None)
        if "amod" not in modal.governs and not self._tree.is_indefinite(i):  # "the killing of the general was necessary"
            known = known or is_told_as_past(self._tree, head) or is_looked_back_on(self._tree, head)
        return "Actual" if known and modal.effect == "possible" else combine("Actual", as_effect(modal.effect))
