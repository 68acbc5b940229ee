"""How sure the text is of an event: actual, planned, possible or negated.

The values and the way in which an outer predicate's value limits what stands under it follow FactBank (Saurí and
Pustejovsky 2009), cut down to the contract's four. Each word's effect is data (modality.toml, `complement` of a frame).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kg import ontology
from kg.extract.adverbials import AdverbialClauses
from kg.extract.clauseforms import (
    MEANT,
    clause_beside,
    is_behind_colon,
    is_brought_about,
    is_conditional,
    is_in_passing,
    is_instead,
    is_inverted,
    is_of_noun,
    is_sought,
)
from kg.extract.control import is_exchanged
from kg.extract.generics import is_of_anybody
from kg.extract.governedclauses import GovernedClauses
from kg.extract.governednouns import NOMINAL, GovernedNouns
from kg.extract.listed import Listed
from kg.extract.modality import VALUES, Governors, as_effect, combine
from kg.extract.mood import Moods
from kg.extract.negation import by_degree, has_negator, is_negative, is_unique
from kg.extract.nounclauses import NounClauses
from kg.extract.past import is_done
from kg.extract.presumed import is_presumed
from kg.extract.supports import Supported
from kg.extract.syntax import Tree
from kg.lang.frames import Frame, Frames
from kg.model import Factuality

CHARGED = {"Accusation", "Charge", "Conviction"}  # "was accused of it, according to an indictment"
CLAUSAL = {"ccomp", "xcomp", "csubj", "csubj:pass"}
RANKED = {"acl", "dep", "ccomp", "xcomp", "advcl"}  # how the parsers hang what somebody was the first to do
VOTED = {"Vote", "Legislation"}
BEFALLING = ("Layoff", "Resignation", "Death", "Injury", "Birth", "Marriage", "Transfer", "Theft", "Funding", "Movement")


class FactualityReader:
    """Answers `value(token)` for any token of one parse."""

    __slots__ = (
        "_adverbials", "_clauses", "_frames", "_governed", "_governors", "_known", "_lexicon", "_listed", "_moods", "_nouns",
        "_supported", "_told_by", "_tree",
    )  # fmt: skip

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
        self._governed = GovernedClauses(self._governors, self._clauses, self)
        self._adverbials = AdverbialClauses(self._governors, self._governed, self)
        self._listed = Listed(tree)
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
                charged = i in self._frames and self._frames[i].kind in CHARGED
                outer = "Actual" if charged else "Possible"  # "selon des rumeurs, le roi est mort"
            carried = self._supported.get(i) if own == "planned" and outer == "Actual" else None
            if carried is not None and is_done(self._tree, carried.verb) and not self._is_beside(carried.verb, i):
                own = ""  # "la visite prévue en mai a eu lieu en juin"
            if outer == "Negated" and own == "negated" and is_negative(self._tree, i):
                own = ""  # "aucun accord n'a été trouvé": one and the same denial
            known = combine(outer, own)
            if known == "Negated" and self._tree.lemmas[i] in self._tree.grammar.tallies:
                known = "Possible"  # "has not released a death toll": what is not told is how many
            self._known[i] = known
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
        if is_of_anybody(tree, i) or is_behind_colon(tree, i):
            return "Possible"
        if token.pos == "NOUN" and (point := self._listed.noun_above(i)) is not None:
            if (asked := self._governors.spelling_out(point)) in {"planned", "possible"}:
                return combine("Actual", asked)  # "a posé trois conditions : la libération des otages, …"
            foreseen = self._nouns.under(point, tree.head(point), tree.tokens[point].dep, tree.preposition(point))
            if foreseen in {"Planned", "Possible"}:
                return foreseen  # "prévoit trois points : le retrait des armes, la libération des otages"
        if token.pos == "VERB" and dep in MEANT and is_in_passing(tree, i):
            return "Actual"
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
        if dep == "conj" and token.pos == "VERB" and tree.mark(i) in tree.grammar.condition_marks:
            return combine("Actual", self._governors.of_mark(i))  # "will stop the strike, but only if X agreed"
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
            return self._governed.under(i, head)
        if before or dep == "advcl":
            return self._adverbials.value(i, head)
        if dep in {"acl", "amod"} and tree.is_past_participle(i) and self._is_suspected(i, head):
            return "Possible"
        adnominal = self._adnominal(i, head, dep) if dep in {"acl", "acl:relcl", "ccomp", "xcomp", "nmod"} else None
        if adnominal is not None:
            return adnominal
        if dep == "compound" and head in self._frames and ontology.is_a(self._frames[head].kind, "Negotiation"):
            return self._nouns.value(i, head, "nmod")
        if dep == "compound" and self._lexicon.is_modal(tree.tokens[head].lemma, "noun"):  # "a takeover bid"
            return combine(self.value(head), self._governors.effect(head, "nmod", told=i))
        if dep in NOMINAL:
            return "Actual" if dep == "nsubj:pass" and self._is_begun(i, head) else self._nouns.value(i, head, dep)
        if dep == "obl:agent" and self._nouns.is_supposed_cause(i, head):
            return self.value(head)
        set_out = token.pos == "VERB" and tree.mark(i) in tree.grammar.condition_marks
        return "Possible" if set_out else "Actual"  # "Si les pourparlers échouent, préviennent des diplomates, …"

    def _adnominal(self, i: int, head: int, dep: str) -> Factuality | None:
        """A clause on a noun, or what the parser took for one; None where the noun decides nothing."""
        tree, token = self._tree, self._tree.tokens[i]
        if dep in {"acl", "acl:relcl"} and i in self._told_by:  # "a nié dans un communiqué que …"
            return self._governed.under(i, self._told_by[i])
        if dep == "acl" and tree.mark(i) in tree.grammar.complement_marks and tree.tokens[head].pos == "PRON":
            return self._governed.under(i, tree.head(head))  # "s'oppose à ce que"
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
            return self._governed.under(i, tree.clause_verb(head))  # "préfère en priorité négocier": no noun takes it
        present = token.has("VerbForm=Part") and not tree.is_past_participle(i) and tree.tokens[i - 1].text != ","
        if dep == "acl" and present and self._is_drafted(head):
            return "Possible"
        if dep == "acl" and (self._is_shown(i, head) or (i in self._frames and is_brought_about(tree, i, head))):
            return self.value(tree.head(head))
        if dep == "acl" and tree.is_past_participle(i) and (self._is_supposed(head) or self._is_taken_for(head)):
            if self._is_announced(i):
                return "Actual"
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
            return tree.tokens[noun].dep == "nmod" and tree.preposition(noun) in tree.grammar.of
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

    def _is_announced(self, participle: int) -> bool:
        """ "Will take part in an operation announced by X": X has announced it, whether it takes place or not."""
        frame = self._frames.get(participle)
        told = frame is not None and ontology.is_a(frame.kind, "Communication")
        return told and self._tree.first(participle, "obl:agent") is not None

    def _is_begun(self, noun: int, verb: int) -> bool:
        """ "The fire may have been started by rebels": there was one, whoever began it."""
        begins = verb in self._frames and self._frames[verb].kind == "Beginning" and noun in self._frames
        return begins and is_presumed(self._tree, self._lexicon, noun, verb, self._frames[noun].kind)

    def _is_shown(self, i: int, noun: int) -> bool:
        """ "Appears to show police beating a man": what somebody only seems to be shown doing."""
        tree, verb = self._tree, self._tree.head(noun)
        shown = tree.tokens[noun].dep == "obj" and tree.lemmas[verb] in tree.grammar.showing
        return shown and not tree.is_past_participle(i) and not tree.mark(i) and self.value(verb) == "Possible"

    def _misread(self, i: int, noun: int, slot: str, preposition: str) -> Factuality | None:
        """ "L'homme projetait de tuer": a verb that the parser took for a word of its subject's phrase."""
        for k in self._tree.dependents(noun, "amod"):
            verbal = noun < k < i and self._tree.tokens[k].pos in {"VERB", "NOUN"}
            if verbal and not self._tree.is_past_participle(k):  # "le terroriste présumé, arrêté à X"
                effect = self._governors.effect(k, slot, preposition, i)
                if effect in VALUES:
                    return combine("Actual", effect)
        return None

    def _is_beside(self, verb: int, noun: int) -> bool:
        """ "a empêché une attaque menée par X": a participle on the noun says nothing of whether it took place.

        Nor does what that aims at: "des raids destinés à détruire la base ont eu lieu".
        """
        tree = self._tree
        if tree.tokens[verb].dep == "xcomp" and tree.tokens[tree.head(verb)].dep == "acl":
            verb = tree.head(verb)
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
        return self._governed.aim(i) if self._tree.first(i, "cop") is not None else None

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

    def _is_drafted(self, noun: int) -> bool:
        """ "Hopes to sign a deal ending the war", "did not adopt a text condemning X": there is none that does so."""
        tree, verb = self._tree, self._tree.head(noun)
        voted = verb in self._frames and self._frames[verb].kind in VOTED and tree.tokens[noun].dep in {"obj", "nsubj:pass"}
        above = noun if noun in self._frames and tree.tokens[noun].pos == "NOUN" else verb if voted else None
        return above is not None and tree.is_indefinite(noun) and self.value(above) != "Actual"

    def _is_taken_for(self, noun: int) -> bool:
        """ "Il s'agirait de tirs venus de X", "may be a bomb planted by X": what something is only thought to be."""
        tree = self._tree
        said = tree.first(noun, "cop") is not None
        said = said or (f"{tree.lemmas[tree.head(noun)]} {tree.preposition(noun)}", "verb") in self._lexicon.modals
        return said and tree.is_indefinite(noun) and self.value(noun) == "Possible"
