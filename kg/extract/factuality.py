"""How sure the text is of an event: actual, planned, possible or negated.

The values and the way in which an outer predicate's value limits what stands under it follow FactBank (Saurí and
Pustejovsky 2009), cut down to the contract's four. Each word's effect is data (modality.toml, `complement` of a frame).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kg import ontology
from kg.extract.clauseforms import (
    asks,
    clause_beside,
    finite_above,
    is_brought_about,
    is_conditional,
    is_instead,
    is_inverted,
    is_known_to_be,
    is_of_noun,
    is_open,
    is_remark,
    is_said_by_nobody,
    is_sought,
    is_wished,
)
from kg.extract.control import is_bidden, is_exchanged
from kg.extract.generics import is_any_deed, is_of_anybody, is_open_matter
from kg.extract.governednouns import NOMINAL, GovernedNouns
from kg.extract.modality import SLOTS, VALUES, Effect, Governors, as_effect, combine
from kg.extract.mood import ARRANGED, Moods
from kg.extract.negation import by_degree, has_negator, is_negated, is_negative, is_unique
from kg.extract.nounclauses import NounClauses
from kg.extract.past import is_done, is_told_as_past
from kg.extract.phrases import OF, is_reason
from kg.extract.presumed import is_presumed
from kg.extract.supports import Supported
from kg.extract.syntax import Tree
from kg.lang.frames import Frame, Frames
from kg.model import Factuality

CLAUSAL = {"ccomp", "xcomp", "csubj", "csubj:pass"}
RANKED = {"acl", "dep", "ccomp", "xcomp", "advcl"}  # how the parsers hang what somebody was the first to do
STOPPING = "Interception"
SEIZING = ("Arrest", "Capture", "Killing", "Death")  # of whom it befell what they were going to do came to nothing
FATAL = ("Killing", "Death")
UNDERGONE = ("Release", "Trial", "Conviction", "Arrest", "Charge")  # what the dead no longer undergo
GOING = ("Arrival", "Departure", "Attack")
BEFALLING = ("Layoff", "Resignation", "Death", "Injury", "Birth", "Marriage", "Transfer", "Theft", "Funding", "Movement")
PERFORMED = ("Statement", "Criticism")  # what one does in saying that one wants to
ALLEGING = (
    "Charge",
    "Arrest",
    "Trial",
    "Accusation",
    "Investigation",
    "Detention",
    "Pursuit",
    "Interception",
)  # for what one is suspected of


class FactualityReader:
    """Answers `value(token)` for any token of one parse."""

    __slots__ = (
        "_clauses",
        "_frames",
        "_governors",
        "_known",
        "_lexicon",
        "_moods",
        "_nouns",
        "_supported",
        "_told_by",
        "_tree",
    )

    def __init__(
        self,
        tree: Tree,
        lexicon: Frames,
        frames: Mapping[int, Frame],
        supported: Mapping[int, Supported],
        told_by: Mapping[int, int] = MappingProxyType({}),
    ) -> None:
        self._tree = tree
        self._lexicon = lexicon
        self._frames = frames  # frame of each event trigger, by token
        self._supported = supported
        self._told_by = told_by  # event noun -> the trigger whose complement it is, though the parser hung it elsewhere
        self._moods = Moods(tree, lexicon, frames)
        self._governors = Governors(tree, lexicon, frames)
        self._nouns = GovernedNouns(self._governors, self._moods, told_by, self)
        self._clauses = NounClauses(self._governors, self)
        self._known: dict[int, Factuality] = {}

    def of_state(self, i: int) -> Factuality:
        """The factuality of what a noun states in passing, whatever becomes of it: "will meet the leader of X"."""
        return self.value(i) if self._tree.first(i, "cop") is not None else combine("Actual", self._moods.own(i))

    def value(self, i: int) -> Factuality:
        """The factuality of the event or predicate at token i."""
        known = self._known.get(i)
        if known is None:
            self._known[i] = "Actual"  # a cycle in a broken parse ends here
            if self._is_known_place_of(i):
                return "Actual"
            if self._tree.tokens[i].dep == "cop":  # "denied that troops were in X"
                known = self._known[i] = combine(self.value(self._tree.head(i)), self._moods.own(i))
                return known
            outer, own = self.outer(i), self._moods.own(i)
            if outer == "Actual" and self._tree.tokens[i].pos == "VERB" and self._governors.is_hearsay(i, content=False):
                outer = "Possible"  # "selon des rumeurs, le roi est mort"
            carried = self._supported.get(i) if own == "planned" and outer == "Actual" else None
            if carried is not None and is_done(self._tree, carried.verb) and not self._is_beside(carried.verb, i):
                own = ""  # "la visite prévue en mai a eu lieu en juin"
            if outer == "Negated" and own == "negated" and is_negative(self._tree, i):
                own = ""  # "aucun accord n'a été trouvé": one and the same denial
            known = self._known[i] = combine(outer, own)
        return known

    def _is_known_place_of(self, i: int) -> bool:
        """ "denied that it was behind the explosion": there was one, whoever was behind it."""
        tree = self._tree
        placed = tree.tokens[i].pos == "NOUN" and tree.first(i, "cop") is not None and tree.first(i, "case") is not None
        return placed and i in self._frames and tree.is_known(i, "det")

    def outer(self, i: int) -> Factuality:
        """What the words that govern token i say of it."""
        tree, token = self._tree, self._tree.tokens[i]
        supported = self._supported.get(i)
        if supported is not None and tree.preposition(i) in tree.grammar.without_marks:
            return "Negated"  # "sans accord signé"
        if supported is not None and not self._is_beside(supported.verb, i):
            return self._carried(i, supported)
        head, dep = token.head, token.dep
        if is_of_anybody(tree, i):
            return "Possible"
        if head == i and (aimed := self._aimed_at(i)) is not None:
            return aimed
        ahead = self._lexicon.modals.get((tree.preposition(i), "adp")) if head == i else None
        if ahead is not None:
            return combine("Actual", as_effect(ahead.effect))  # "Vers une reprise des pourparlers"
        if head == i and tree.first(i, "cop") is not None and is_conditional(tree, i):
            return "Possible"
        if head == i:  # "si X signe l'accord, …": the parser hangs the main clause on the condition
            set_out = tree.mark(i) in tree.grammar.condition_marks and tree.tokens[i].pos == "VERB"
            return combine("Actual", self._governors.of_mark(i)) if set_out else "Actual"
        if dep == "conj" and is_instead(tree, i) and self.value(head) == "Negated":
            return "Actual"
        if dep == "conj" and head not in self._supported and token.pos == "NOUN" and not tree.is_indefinite(i):
            above = tree.tokens[head]  # "discuss trade and the war": the war is no plan
            governed = above.dep in NOMINAL
            case = tree.preposition(i) or tree.preposition(head)
            return self._nouns.under(i, above.head, above.dep, case) if governed else self.outer(head)
        if dep == "conj":
            beside = clause_beside(tree, i)
            return self.outer(beside) if beside not in self._supported else self.value(beside)
        if dep == "ccomp" and is_inverted(tree, i):
            return "Possible"  # "Had X withdrawn, Y would have fallen, Z said"
        degree = by_degree(tree, i) if dep in RANKED and token.has("VerbForm=Inf") else ""
        if degree:
            return combine(self.outer(head), as_effect(degree))
        if dep in RANKED and tree.first(head, "cop") is not None and is_unique(tree, head) and not tree.is_finite(i):
            return "Possible" if self.value(head) == "Possible" else "Actual"  # "serait le seul à avoir tiré"
        before = dep in CLAUSAL and tree.mark(i) in tree.grammar.before_marks  # "abattu avant d'atteindre la côte"
        if dep in CLAUSAL and not before and not is_of_noun(tree, i, head):
            return self._under_clause(i, head)
        if before or dep == "advcl":
            return self._adverbial(i, head)
        if dep in {"acl", "amod"} and tree.is_past_participle(i) and self._is_suspected(i, head):
            return "Possible"
        adnominal = self._adnominal(i, head, dep) if dep in {"acl", "acl:relcl", "ccomp", "xcomp", "nmod"} else None
        if adnominal is not None:
            return adnominal
        if dep == "compound" and head in self._frames and ontology.is_a(self._frames[head].kind, "Negotiation"):
            return self._nouns.value(i, head, "nmod")
        if dep == "compound" and (tree.tokens[head].lemma, "noun") in self._lexicon.modals:  # "a takeover bid"
            return combine(self.value(head), self._governors.effect(head, "nmod", told=i))
        if dep in NOMINAL:
            return self._nouns.value(i, head, dep)
        if dep == "obl:agent" and self._nouns.is_supposed_cause(i, head):
            return self.value(head)
        set_out = token.pos == "VERB" and tree.mark(i) in tree.grammar.condition_marks
        return "Possible" if set_out else "Actual"  # "Si les pourparlers échouent, préviennent des diplomates, …"

    def _adverbial(self, i: int, head: int) -> Factuality:
        """An adverbial clause: "pour fuir", "avant d'être expulsé", "by striking it", "Had the bomb exploded"."""
        tree = self._tree
        if self._is_alleged(i, head):
            return combine(self.value(head), "possible")
        if is_open_matter(tree, i):
            return "Possible"
        lemma = tree.tokens[head].lemma
        governed = head in self._frames or (lemma, "verb") in self._lexicon.modals
        governed = governed or any(frame.complement for _, frame in self._lexicon.verbs.get(lemma, ()))
        if governed and i > head and tree.mark(i) in tree.grammar.complement_marks:
            return self._under_clause(i, head)  # "accused them of bombing"
        if self._is_part_of_plan(i, head):
            return combine(self.value(head), "planned")
        if self._goes_along(i, head):
            along = self.value(head)
            return "Actual" if along == "Negated" and not has_negator(tree, head) else along  # "sans victime en s'écrasant"
        if is_inverted(tree, i):
            return "Possible"
        if tree.mark(i) in tree.grammar.before_marks:
            if self._is_forestalled(i, head):
                return "Negated"
            if tree.tokens[i].lemma in tree.grammar.enabling and self.value(head) == "Actual":
                return "Possible" if tree.tokens[i].has("VerbForm=Inf") else "Negated"  # "abattu avant d'avoir pu tirer"
            above = self.value(finite_above(tree, head))  # "sera jugé avant d'être expulsé", "attendrait avant de signer"
            return above if above in ("Planned", "Possible") else "Actual"
        marked = self._marked(i, head)
        if marked is None and self._is_said_by(i, head):
            return self.value(head)
        return marked if marked is not None else combine("Actual", self._governors.of_mark(i))

    def _is_forestalled(self, i: int, head: int) -> bool:
        """ "shot down before it reached the coast", "arrêté avant d'atteindre la gare": what was stopped did not do it."""
        tree, frame = self._tree, self._frames.get(head)
        told, subject = self._frames.get(i), tree.first(i, "nsubj")
        if frame is None or self.value(head) != "Actual" or (tree.is_passive(i) and frame.kind not in FATAL):
            return False
        befell = tree.is_passive(head) or frame.kind == "Death"
        same = befell if subject is None else tree.tokens[subject].pos == "PRON"  # "a tué X avant d'attaquer Y": he did
        stopped = ontology.is_a(frame.kind, STOPPING) and tree.first(head, "nsubj:pass", "obj") is not None
        killing = ("Killing",) if subject is not None or frame.kind in FATAL else ()  # the arrested may kill later
        doing = UNDERGONE if tree.is_passive(i) else (*GOING, *killing)
        seized = ontology.is_among(frame.kind, SEIZING) and told is not None and ontology.is_among(told.kind, doing)
        return same and tree.first(i, "nsubj:pass") is None and (stopped or seized)

    def _adnominal(self, i: int, head: int, dep: str) -> Factuality | None:
        """A clause on a noun, or what the parser took for one; None where the noun decides nothing."""
        tree, token = self._tree, self._tree.tokens[i]
        if dep in {"acl", "acl:relcl"} and i in self._told_by:  # "a nié dans un communiqué que …"
            return self._under_clause(i, self._told_by[i])
        if dep == "acl" and tree.mark(i) in tree.grammar.complement_marks and tree.tokens[head].pos == "PRON":
            return self._under_clause(i, tree.head(head))  # "s'oppose à ce que"
        if dep != "acl:relcl":
            slot, word = ("nmod", tree.preposition(i)) if dep == "nmod" else ("ccomp", tree.mark(i))
            misread = self._misread(i, head, slot, word)
            if misread is not None:
                return misread
        if dep == "acl" and is_exchanged(tree, i):
            return self.value(tree.clause_verb(head))
        told = dep == "acl:relcl" and tree.is_content(i)
        if told or (dep == "acl" and token.pos == "VERB" and tree.mark(i)) or is_of_noun(tree, i, head):
            return self._clauses.under(i, head)
        modal = self._lexicon.modals.get((tree.tokens[head].lemma, "noun")) if dep == "acl" else None
        if (
            modal is not None and "participle" in modal.governs and not tree.is_past_participle(i)
        ):  # "information leading to the arrest of X"
            return combine(self.value(head), as_effect(modal.effect))
        if dep == "acl" and token.has("VerbForm=Inf") and not tree.mark(i) and tree.tokens[head].pos == "NOUN":
            return self._under_clause(i, tree.clause_verb(head))  # "préfère en priorité négocier": no noun takes it
        if dep == "acl" and (self._is_shown(i, head) or (i in self._frames and is_brought_about(tree, i, head))):
            return self.value(tree.head(head))
        if dep == "acl" and tree.is_past_participle(i) and (self._is_supposed(head) or self._is_taken_for(head)):
            return combine(self.value(head), "possible")  # "aurait touché des indemnités payées par X"
        if dep == "acl" and i in self._frames and self._same_kind(i, head):
            return self.value(head)  # "tomorrow's meeting, convened by X"
        return self._relative(i, head) if dep == "acl:relcl" else None

    def _is_suspected(self, i: int, noun: int) -> bool:
        """ "soupçons de matchs truqués", "possible rigged matches": a thing that may be none, with what was done to it."""
        tree, modals = self._tree, self._lexicon.modals
        if noun in self._frames or not tree.is_indefinite(noun):
            return False
        if tree.lemmas[tree.head(noun)] in tree.grammar.accusations:
            return tree.tokens[noun].dep == "nmod" and tree.preposition(noun) in OF
        adjectives = (tree.lemmas[k] for k in tree.dependents(noun, "amod") if k != i and tree.tokens[k].pos == "ADJ")
        hedges = (modals.get((lemma, "adj")) for lemma in adjectives)
        return any(modal is not None and modal.effect == "possible" for modal in hedges)

    def _same_kind(self, i: int, noun: int) -> bool:
        """Whether a clause on a noun tells of the very event that it names, still to come."""
        told = self._frames.get(noun) or self._frames.get(self._tree.head(noun))
        return told is not None and told.kind == self._frames[i].kind and self._moods.own(noun) == "planned"

    def _relative(self, i: int, noun: int) -> Factuality:
        """A relative clause: a fact of its own, unless what it is told of is only sought, supposed or planned."""
        if is_sought(self._tree, i, noun) or self._is_supposed(noun):
            return combine(self.value(noun), "possible")
        aside = self._tree.tokens[min(self._tree.below(i)) - 1].text == ","  # "l'agresseur présumé, qui a été arrêté"
        if not aside and self._moods.modifier(noun) in {"planned", "possible"}:
            return combine("Actual", "possible")  # "a future state that respects them"
        if self._is_generic(i, noun):
            return "Possible"
        return self._clauses.told_in(i, noun)

    def _is_shown(self, i: int, noun: int) -> bool:
        """ "Appears to show police beating a man": what somebody only seems to be shown doing."""
        tree, verb = self._tree, self._tree.head(noun)
        shown = tree.tokens[noun].dep == "obj" and tree.lemmas[verb] in tree.grammar.showing
        return shown and not tree.is_past_participle(i) and not tree.mark(i) and self.value(verb) == "Possible"

    def _misread(self, i: int, noun: int, slot: str, preposition: str) -> Factuality | None:
        """ "L'homme projetait de tuer": a verb that the parser took for a word of its subject's phrase."""
        for k in self._tree.dependents(noun, "amod"):
            if noun < k < i and self._tree.tokens[k].pos in {"VERB", "NOUN"}:
                effect = self._governors.effect(k, slot, preposition, i)
                if effect in VALUES:
                    return combine("Actual", effect)
        return None

    def _is_beside(self, verb: int, noun: int) -> bool:
        """ "a empêché une attaque menée par X": a participle on the noun says nothing of whether it took place."""
        tree = self._tree
        participle = tree.tokens[verb].dep in {"acl", "amod"} and tree.head(verb) == noun
        due = bool(tree.mark(verb))  # "announced an event to be held in May"
        return participle and not due and not tree.is_finite(verb) and self._moods.own(verb) in {"", "actual"}

    def _carried(self, noun: int, supported: Supported) -> Factuality:
        """The factuality that a support verb gives its noun."""
        outer = self.value(supported.verb)
        strikes = supported.support.object and supported.support.noun.kind == "subject"
        if outer == "Negated" and strikes and not self._tree.is_indefinite(noun):
            return "Actual"  # "n'a pas été touché par l'attaque"
        if outer == "Negated" and (supported.support.effect == "actual" or self._is_told_beside(supported.verb, noun)):
            return "Actual"  # "personne n'a survécu à l'accident"
        kind = self._frames[noun].kind if noun in self._frames else ""
        if kind == "Charge" and self._is_met(supported.verb):
            return "Actual"
        causal = outer != "Actual" and supported.support.causal
        if causal and is_presumed(self._tree, self._lexicon, noun, supported.verb, kind):
            return "Actual"
        return combine(outer, as_effect(supported.support.effect))

    def _is_met(self, verb: int) -> bool:
        """ "Extradited to face fraud charges": what somebody is brought somewhere for has been brought against him."""
        tree = self._tree
        aim = tree.tokens[verb].dep == "advcl" and tree.mark(verb) in tree.grammar.purpose_marks
        return aim and tree.tokens[verb].has("VerbForm=Inf") and self.value(tree.head(verb)) == "Actual"

    def _is_told_beside(self, verb: int, noun: int) -> bool:
        """ "Il n'y a eu aucun mort et seulement quelques blessés": the first noun alone is denied."""
        tree = self._tree
        own = tree.tokens[noun].dep == "conj" and tree.first(noun, "det", "nummod") is not None
        return own and not is_negative(tree, noun) and not has_negator(tree, verb)

    def _aimed_at(self, i: int) -> Factuality | None:
        """ "The goal is the release of the hostages": what an aim or a hope is has not come about."""
        return self._aim(i) if self._tree.first(i, "cop") is not None else None

    def _aim(self, i: int) -> Factuality | None:
        """The value of what a predicate says an aim or a hope to be, which is its subject; None if it is none."""
        subject = self._tree.first(i, "nsubj")
        modal = None if subject is None else self._lexicon.modals.get((self._tree.lemmas[subject], "noun"))
        aim = modal is not None and modal.effect in {"planned", "possible"}
        return combine("Actual", as_effect(modal.effect)) if aim and modal is not None else None

    def _is_generic(self, i: int, noun: int) -> bool:
        """ "customers who lose their job": whoever does so, not somebody who did."""
        tree, frame = self._tree, self._frames.get(i)
        words = (tree.tokens[i], *tree.auxiliaries(i), *(tree.tokens[k] for k in tree.dependents(i, "cop")))
        anyone = tree.lemmas[noun] in tree.grammar.whoever
        if frame is None or tree.first(noun, "amod", "nmod", "compound"):
            return False
        if len(words) > 1 or not words[0].has("Tense=Pres") or not words[0].has("VerbForm=Fin"):
            return False
        bare = tree.tokens[noun].pos == "NOUN" and tree.tokens[noun].has("Number=Plur") and not tree.is_determined(noun)
        above = tree.clause_verb(tree.head(noun))
        unsure = above != noun and self.value(above) in {"Planned", "Possible"}
        befalls = ontology.is_among(frame.kind, BEFALLING)
        any_one = tree.is_indefinite(noun) and tree.tokens[noun].dep in {"nsubj", "nsubj:pass"}
        # "customers who lose their job", "the firm that buys it will …", "a firm that attacks it can be fined"
        return anyone or (befalls and (bare or unsure)) or (unsure and any_one)

    def _is_supposed(self, noun: int) -> bool:
        """ "A collision in which somebody died would …": what is told of an event that is only thought of."""
        event = noun in self._frames and self._tree.tokens[noun].pos == "NOUN"
        return event and self._tree.is_indefinite(noun) and self.value(noun) in {"Possible", "Planned"}

    def _is_taken_for(self, noun: int) -> bool:
        """ "Il s'agirait de tirs venus de X", "may be a bomb planted by X": what something is only thought to be."""
        tree = self._tree
        said = tree.first(noun, "cop") is not None
        said = said or (f"{tree.lemmas[tree.head(noun)]} {tree.preposition(noun)}", "verb") in self._lexicon.modals
        return said and tree.is_indefinite(noun) and self.value(noun) == "Possible"

    def _is_alleged(self, i: int, head: int) -> bool:
        """ "arrêté pour avoir tué un policier", "tried for insulting the king": what nobody was found guilty of."""
        tree, frame = self._tree, self._frames.get(head)
        if frame is None or tree.mark(i) not in tree.grammar.offence_marks or not ontology.is_among(frame.kind, ALLEGING):
            return False
        return is_reason(tree, i)

    def _goes_along(self, i: int, head: int) -> bool:
        """ "reportedly retaliated by striking it", "could burst, killing thousands": as sure as what it goes along with."""
        tree, frame, mark = self._tree, self._frames.get(i), self._tree.mark(i)
        going = tree.tokens[i].has("VerbForm=Part") and tree.tokens[i].has("Tense=Pres") and i > head
        said = frame is not None and ontology.is_a(frame.kind, "Communication")
        how = mark in tree.grammar.manner_marks or (not mark and self.value(head) in {"Possible", "Planned"})
        return (going and how and not said) or self._wins(i, head)

    def _is_part_of_plan(self, i: int, head: int) -> bool:
        """Still to be done: "announced a new strategy, cutting 900 jobs", "announced cuts, leading to the closure of X"."""
        told, frame, token = self._frames.get(i), self._frames.get(head), self._tree.tokens[i]
        if frame is None or frame.kind != "Announcement":
            return False
        news = self._tree.first(head, "obj")
        open_ended = news is not None and (news not in self._frames or self.value(news) != "Actual")
        arranged = open_ended if told is None else told.kind in ARRANGED
        return arranged and i > head and token.has("VerbForm=Part") and token.has("Tense=Pres")

    def _is_said_by(self, i: int, head: int) -> bool:
        """ "a fait appel pour demander l'annulation": who does so in order to say something says it."""
        frame, mark = self._frames.get(i), self._tree.mark(i)
        said = frame is not None and ontology.is_a(frame.kind, "Communication") and frame.kind != "Commitment"
        return said and mark in self._tree.grammar.purpose_marks and self._tree.is_finite(head)

    def _wins(self, i: int, head: int) -> bool:
        """ "beat X to win the cup", "marched to protest against X": what a contest is for tells how it ended."""
        frames = self._frames.get(i), self._frames.get(head)
        kinds = {frame.kind if frame is not None else "" for frame in frames}
        return kinds in ({ontology.CONTEST}, {"Protest"})

    def _marked(self, i: int, head: int) -> Factuality | None:
        """What verbs say that go with a mark: "ont profité de la nuit pour fuir", "il a fallu un an pour conclure"."""
        pos = {"ADV": "adv", "ADJ": "adj"}.get(self._tree.tokens[head].pos, "verb")  # "stopped short of impeaching him"
        modal = self._lexicon.modals.get((f"{self._tree.tokens[head].lemma} {self._tree.mark(i)}", pos))
        if modal is None or not modal.governs & SLOTS["ccomp"]:
            return None
        done = "unless past" in modal.governs and is_done(self._tree, head)
        return self._combined(head, "" if done else as_effect(modal.effect))

    def _combined(self, head: int, effect: Effect) -> Factuality:
        """What stands with `effect` under a predicate: "is designed to prevent firms from buying land" may not do so."""
        outer = self.value(head)
        aimed = effect == "negated" and outer == "Planned" and not self._tree.is_finite(head)
        return "Possible" if aimed else combine(outer, effect)

    def _under_clause(self, i: int, head: int) -> Factuality:
        tree = self._tree
        if tree.mark(i) in tree.grammar.aside_marks:
            return "Actual"
        if is_any_deed(tree, i, head):
            return "Possible"
        if self._wins(i, head):
            return self.value(head)
        asked = any(asks(tree, k, i) for k in tree.kids[i])
        if (asked or is_known_to_be(tree, i, head)) and is_told_as_past(tree, i):
            return "Actual"  # "ignore qui a tué X"
        if self._clauses.is_uncertain(head) or is_open(tree, i):  # "nobody knows whether"
            return "Possible"
        aim = self._aim(head) if tree.tokens[head].lemma in tree.grammar.copula and tree.is_finite(i) else None
        if aim is not None:
            return aim  # "le but est que les deux camps signent un accord"
        if self._is_performed(i, head):
            return self.outer(head)
        marked = self._marked(i, head)
        if marked is not None:
            return marked
        decided = self._decided(i, head)
        if decided is not None:
            return decided
        if is_bidden(tree, i):
            return combine(self.outer(head), "possible")
        if tree.lemmas[head] in tree.grammar.hearsay and is_said_by_nobody(tree, head):
            return "Possible"
        effect = self._governors.effect(head, "ccomp", told=i)
        outer = self.value(head)
        if effect == "planned" and tree.tokens[head].pos == "AUX" and tree.mark(i) not in tree.grammar.purpose_marks:
            effect = ""  # "is to leave", but "is committed"
        if asked and tree.mark(i) in tree.grammar.purpose_marks and not tree.tokens[i].has("VerbForm=Fin"):
            return combine(outer, "possible")  # "described how to build it"
        if effect in {"actual", ""} and tree.is_finite(i) and is_remark(tree, head) and not is_wished(tree, i):
            return "Actual"  # "il faut savoir que peu de victimes portent plainte"
        if effect == "said" and self._governors.is_untrue(head):
            return "Negated"  # "falsely claimed that he had fled"
        if effect in {"", "said"} and self._governors.is_hearsay(head):
            return "Possible"  # "unconfirmed reports say that he died"
        if effect == "said":
            return self._under_saying(i, head, outer)
        marks = (tree.tokens[k] for k in tree.dependents(i, "mark", "case"))
        by_mark = tree.tokens[i].dep == "advcl" or any(mark.pos != "PART" for mark in marks)
        if effect in {"", "actual"} and by_mark:
            effect = self._governors.of_mark(i) or effect  # "venu pour tuer", but not the "to" of every English infinitive
        if not effect and head not in self._frames:
            return outer
        ending = outer == "Planned" and tree.lemmas[head] in tree.grammar.ceasing
        if effect == "actual" and (ending or outer == "Negated") and self._governors.presupposes(head):
            return "Actual"  # "n'a pas cessé de bombarder la ville", "va cesser de la bombarder"
        if effect == "negated" and self._governors.is_failure_denied(head):
            return self.outer(head)
        return combine(outer, effect) if effect != "negated" else self._combined(head, effect)

    def _under_saying(self, i: int, head: int, outer: Factuality) -> Factuality:
        """What a verb of saying makes of the clause that it tells: said as done, reported of somebody, or announced."""
        tree = self._tree
        if outer in {"Possible", "Negated"} and not is_remark(tree, head):
            return "Possible"
        if tree.tokens[head].dep == "acl" and self._governors.is_charge(tree.head(head)):
            return "Possible"  # "a lawsuit claiming that the firm sold defective airbags"
        perfect = any(aux.dep == "aux" for aux in tree.auxiliaries(i))  # "admitted to have committed"
        past = perfect or tree.is_past_participle(i)
        if past and tree.tokens[i].dep == "xcomp" and tree.is_passive(head):
            # "were reported to have taken the town", "was reported killed", but "was confirmed killed"
            return "Actual" if self._governors.is_of_certainty(head) else "Possible"
        intended = tree.tokens[i].dep == "xcomp" and tree.mark(i) in tree.grammar.purpose_marks and not perfect
        return "Planned" if intended else "Actual"  # "announced plans to close", "announced to close"

    def _is_performed(self, i: int, head: int) -> bool:
        """ "nous pouvons confirmer que", "I want to thank the soldiers": who says so does it."""
        tree, told = self._tree, self._frames.get(i)
        words = (tree.tokens[head], *tree.auxiliaries(head))
        if told is None or not ontology.is_a(told.kind, "Communication") or is_negated(tree, head):
            return False
        if tree.tokens[head].lemma in tree.grammar.enabling:
            return tree.lemmas[i] in tree.grammar.vouching and words[0].has("Tense=Pres") and words[0].has("Mood=Ind")
        speaker = tree.first(head, "nsubj")
        wishes = tree.tokens[head].lemma in tree.grammar.wishing and told.kind in PERFORMED
        past = any(word.has("Tense=Past") or word.has("Tense=Imp") for word in words)
        return wishes and not past and speaker is not None and tree.tokens[speaker].has("Person=1")

    def _decided(self, i: int, verb: int) -> Factuality | None:
        """ "condamne la décision de continuer": the infinitive of the verb's object, which the parser hung on the verb."""
        tree, noun = self._tree, self._tree.first(verb, "obj")
        if noun is None or not verb < noun < i or tree.mark(i) not in OF or tree.is_finite(i):
            return None
        modal = self._lexicon.modals.get((tree.lemmas[noun], "noun"))
        return combine(self.value(noun), as_effect(modal.effect)) if modal is not None and "acl" in modal.governs else None
