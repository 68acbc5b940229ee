"""How sure a clause is on the noun that tells of it: "le projet d'attaquer", "claims that he had fled"."""

from __future__ import annotations

from kg import ontology
from kg.extract.clauseforms import is_open
from kg.extract.eventnouns import TALKS
from kg.extract.governednouns import Values
from kg.extract.modality import Governors, combine
from kg.extract.negation import is_negated, is_negative, is_unique
from kg.extract.syntax import DIRECT
from kg.model import Factuality

AGREED = {"Agreement", "Commitment", "Negotiation"}
DONE_ALL_ALONG = ("Training", "Advising", "MilitarySupport", "MilitaryOperation", "HumanitarianAid", "Investigation")


class NounClauses:
    """Answers for clauses on nouns of one parse; the values of what governs the nouns come from `reader`."""

    __slots__ = ("_frames", "_governors", "_lexicon", "_reader", "_tree")

    def __init__(self, governors: Governors, reader: Values) -> None:
        self._tree = governors.tree
        self._frames = governors.frames
        self._lexicon = governors.lexicon
        self._governors = governors
        self._reader = reader

    def under(self, i: int, head: int) -> Factuality:
        """A clause under a noun: "le projet d'attaquer", "son engagement à protéger"."""
        if self._is_only_way(i, head):
            above = self._tree.tokens[self._tree.head(head)]
            return "Actual" if above.has("Tense=Past") and above.has("VerbForm=Fin") else "Possible"
        settled = self._by_what_holds(i, head)
        if settled is not None:
            return settled
        if self.is_uncertain(head) or self._is_unproven(head) or self._governors.is_failure_denied(head, "noun"):
            return "Possible"  # "no proof that", "claims that … were never proven", "has no qualms about"
        if self._is_investigated(head) and self._tree.is_finite(i):
            return "Possible"
        talks = self._frames.get(head)
        aimed = self._tree.mark(i) in self._tree.grammar.purpose_marks  # "is in talks to buy X"
        if talks is not None and talks.kind in TALKS and not aimed and not self._tree.is_finite(i):
            return combine(self._reader.value(head), "possible")  # "talks on ending the war"
        if self._is_under_way(i, head):
            return self._reader.value(self._tree.clause_verb(head))
        if aimed and self._comes_to_nothing(head):
            return "Possible"
        marked = self._governors.of_mark(i)
        if is_open(self._tree, i):
            return "Possible"  # "a decision on whether to extend the loans"
        if marked in {"possible", "negated"}:  # "jusqu'à ce que", "loin de"
            return combine("Actual", marked)
        effect = self._governors.effect(head, "acl", told=i)
        if not effect and self._tree.tokens[head].dep == "nmod" and self._tree.preposition(head) in self._tree.grammar.of:
            whose, head = head, self._tree.head(head)  # "le refus du président de négocier"
            effect = self._governors.effect(head, "acl")
            if self._tree.lemmas[head] in self._tree.grammar.appeals:
                effect = "possible"  # "la demande du parquet de libérer X"
            head = head if effect else whose
        if self._governors.is_refuted(head):
            return "Negated"
        if self._governors.is_rumour(head):
            return combine(self._reader.value(head), "possible")  # "unconfirmed reports that he had fled"
        if effect == "said":
            return "Actual"
        if not effect and marked == "planned" and not is_unique(self._tree, head):
            effect = "planned"  # "a coalition to defeat X", but "the first woman to lead it"
        if not effect and self._is_rejected(head) and self._tree.is_finite(i):  # "dismissed reports that he had fled"
            return "Negated"
        if effect == "possible" and self._governors.is_charge(head):
            return "Possible"  # "dropped charges that he had killed her"
        if self._is_denied(head):  # "has no interest in running the firm", "n'a pas fait la preuve qu'il a fui"
            return "Possible" if self._governors.is_of_certainty(head) else "Negated"
        return combine(self._reader.value(head), effect) if effect else "Actual"

    def _is_only_way(self, i: int, noun: int) -> bool:
        """ "Had no choice but to close the plant": what nothing else is left for is not denied."""
        tree = self._tree
        barring = any(k < i and tree.lemmas[k] in tree.grammar.adversative for k in tree.dependents(i, "cc", "mark"))
        return barring and is_negative(tree, noun)

    def _is_under_way(self, i: int, noun: int) -> bool:
        """ "Continues its efforts to train X", "ongoing efforts to support Y": what is tried all along is done."""
        tree, frame = self._tree, self._frames.get(i)
        effort = tree.lemmas[noun] in tree.grammar.undertakings
        if not effort or frame is None or not ontology.is_among(frame.kind, DONE_ALL_ALONG):
            return False
        if any(tree.lemmas[k] in tree.grammar.going_on for k in tree.dependents(noun, "amod")):
            return True
        inside = tree.tokens[noun].dep == "nmod" and tree.preposition(noun) in tree.grammar.of  # "line of effort"
        held = tree.head(noun) if inside else noun
        entries = self._lexicon.verbs.get(tree.lemmas[tree.head(held)], ())
        return tree.tokens[held].dep == "obj" and any(frame.kind == "Continuation" for _, frame in entries)

    def _comes_to_nothing(self, noun: int) -> bool:
        """ "The deal to sell X collapsed", "rejected a proposal to send troops": there is none any more."""
        own, above = self._frames.get(noun), self._frames.get(self._tree.head(noun))
        if own is None or above is None or own.kind not in AGREED:
            return False
        ended = above.kind == "Ending" and self._tree.tokens[noun].dep in {"nsubj", "nsubj:pass"}
        return ended or (above.kind == "Rejection" and self._tree.tokens[noun].dep in DIRECT)

    def told_in(self, clause: int, noun: int) -> Factuality:
        """What a noun of saying contains: "a rejeté les accusations selon lesquelles …" denies it, "a confirmé" does not."""
        tree = self._tree
        told = tree.is_of_source(clause)
        held = tree.tokens[noun].dep in DIRECT
        effect = self._governors.effect(tree.head(noun), "obj") if held else ""
        if told and self._governors.is_refuted(noun):
            return "Negated"  # "la rumeur selon laquelle il serait mort est fausse"
        content = told or (effect == "negated" and tree.first(clause, "mark") is not None)
        if not content or effect in {"said", "actual"}:
            return "Actual"
        return combine(self._reader.value(tree.head(noun)) if held else "Actual", effect or "possible")

    def _by_what_holds(self, i: int, noun: int) -> Factuality | None:
        """What a denial says of the reports that tell a clause, or somebody who finds no truth in them."""
        tree, above = self._tree, self._tree.head(noun)
        denial = self._frames.get(above)
        denies = denial is not None and denial.kind in {"Denial", "Rejection"} and not is_negated(tree, above)
        if denies and tree.is_finite(i) and self._is_rejected(noun):
            return "Negated"  # "denied reports that he had fled", whatever else is said of reports
        inside = tree.tokens[noun].dep == "nmod" and tree.tokens[above].pos == "NOUN"
        unsure = inside and self._governors.is_of_certainty(above) and self._reader.value(above) != "Actual"
        return "Possible" if unsure else None  # "no truth in reports that he had fled"

    def is_uncertain(self, head: int) -> bool:
        """ "il n'est pas certain que", "there is no evidence that": what is not sure is not denied."""
        if not self._governors.is_of_certainty(head):
            return False
        value = self._reader.value(head)  # which is no denial where somebody says so
        return value == "Negated" or (value == "Possible" and is_negative(self._tree, head))

    def _is_investigated(self, noun: int) -> bool:
        """ "Investigates reports that soldiers killed X": whether they did is what is to be found out."""
        above = self._frames.get(self._tree.head(noun))
        return above is not None and above.kind == "Investigation" and self._tree.tokens[noun].dep in DIRECT

    def _is_unproven(self, noun: int) -> bool:
        """ "Claims that he had fled were never substantiated": nobody knows what the noun tells."""
        verb = self._tree.head(noun)
        return self._tree.tokens[noun].dep in DIRECT and self._tree.tokens[verb].pos == "VERB" and self.is_uncertain(verb)

    def _is_denied(self, noun: int) -> bool:
        """ "n'a pas l'intention de", "has no right to": what nobody has is not, whatever it would be for."""
        tree, verb = self._tree, self._tree.head(noun)
        denied = tree.tokens[noun].dep == "obj" and verb not in self._frames and is_negated(tree, verb)
        return denied and not self._avows(verb)  # "no one claimed responsibility for killing X"

    def _is_rejected(self, noun: int) -> bool:
        """Whether a noun is the object of a verb that denies or refuses it."""
        return self._tree.tokens[noun].dep in DIRECT and self._governors.effect(self._tree.head(noun), "obj") == "negated"

    def _avows(self, verb: int) -> bool:
        """Whether a verb says that somebody did what it tells of: "claim responsibility"."""
        thing = self._tree.first(verb, "obj")
        fixed = None if thing is None else self._tree.lemmas[thing]
        entries = self._lexicon.verbs.get(self._tree.lemmas[verb], ())
        return fixed is not None and any(frame.avows and trigger.object_noun == fixed for trigger, frame in entries)
