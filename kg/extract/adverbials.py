"""How sure an adverbial clause is: "pour fuir", "avant d'être expulsé", "by striking it", "killing thousands"."""

from __future__ import annotations

from kg import ontology
from kg.extract.clauseforms import finite_above, is_absolute, is_inverted
from kg.extract.generics import is_open_matter
from kg.extract.governedclauses import GovernedClauses
from kg.extract.governednouns import Values
from kg.extract.modality import Governors, combine
from kg.extract.mood import ARRANGED
from kg.extract.negation import has_negator
from kg.extract.past import is_done
from kg.extract.phrases import is_gerund, is_reason
from kg.model import Factuality

STOPPING = "Interception"
SEIZING = ("Arrest", "Capture", "Killing", "Death")  # of whom it befell what they were going to do came to nothing
FATAL = ("Killing", "Death")
UNDERGONE = ("Release", "Trial", "Conviction", "Arrest", "Charge")  # what the dead no longer undergo
GOING = ("Arrival", "Departure", "Attack")
# For what one is suspected of.
ALLEGING = ("Charge", "Arrest", "Trial", "Accusation", "Investigation", "Detention", "Pursuit", "Interception")


class AdverbialClauses:
    """Answers for adverbial clauses of one parse; the values of what governs them come from `reader`."""

    __slots__ = ("_frames", "_governed", "_governors", "_lexicon", "_reader", "_tree")

    def __init__(self, governors: Governors, governed: GovernedClauses, reader: Values) -> None:
        self._tree = governors.tree
        self._frames = governors.frames
        self._lexicon = governors.lexicon
        self._governors = governors
        self._governed = governed
        self._reader = reader

    def value(self, i: int, head: int) -> Factuality:
        """An adverbial clause: "pour fuir", "avant d'être expulsé", "by striking it", "Had the bomb exploded"."""
        tree = self._tree
        if self._is_alleged(i, head):
            return combine(self._reader.value(head), "possible")
        if is_open_matter(tree, i):
            return "Possible"
        if head not in self._frames and self._is_said_by(i, head):
            return self._reader.value(head)  # "called the king to thank him"
        lemma = tree.tokens[head].lemma
        governed = head in self._frames or (lemma, "verb") in self._lexicon.modals
        governed = governed or any(frame.complement for _, frame in self._lexicon.verbs.get(lemma, ()))
        if governed and i > head and tree.mark(i) in tree.grammar.complement_marks and not is_absolute(tree, i):
            return self._governed.under(i, head)  # "accused them of bombing"
        if self._is_part_of_plan(i, head):
            return combine(self._reader.value(head), "planned")
        if self._goes_along(i, head):
            along = self._reader.value(head)
            return "Actual" if along == "Negated" and not has_negator(tree, head) else along  # "sans victime en s'écrasant"
        if is_inverted(tree, i):
            return "Possible"
        if tree.mark(i) in tree.grammar.before_marks:
            if self._is_forestalled(i, head):
                return "Negated"
            told = tree.tokens[i]
            if told.has("VerbForm=Fin") and told.has("Tense=Pres") and self._reader.value(head) == "Planned":
                return "Planned"  # "said he expected talks to resume before the strike ends"
            if tree.tokens[i].lemma in tree.grammar.enabling and self._reader.value(head) == "Actual":
                return "Possible" if tree.tokens[i].has("VerbForm=Inf") else "Negated"  # "abattu avant d'avoir pu tirer"
            # "sera jugé avant d'être expulsé", "attendrait avant de signer"
            main = finite_above(tree, head)
            above = self._reader.value(main if is_done(tree, main) else head)  # "est venu espionner avant d'être expulsé"
            return above if above in ("Planned", "Possible") else "Actual"
        marked = self._governed.marked(i, head)
        if marked is None and self._is_said_by(i, head):
            return self._reader.value(head)
        return marked if marked is not None else combine("Actual", self._governors.of_mark(i))

    def _is_forestalled(self, i: int, head: int) -> bool:
        """ "shot down before it reached the coast", "arrêté avant d'atteindre la gare": what was stopped did not do it."""
        tree, frame = self._tree, self._frames.get(head)
        told, subject = self._frames.get(i), tree.first(i, "nsubj")
        if frame is None or self._reader.value(head) != "Actual" or (tree.is_passive(i) and frame.kind not in FATAL):
            return False
        befell = tree.is_passive(head) or frame.kind == "Death"
        same = befell if subject is None else tree.tokens[subject].pos == "PRON"  # "a tué X avant d'attaquer Y": he did
        stopped = ontology.is_a(frame.kind, STOPPING) and tree.first(head, "nsubj:pass", "obj") is not None
        killing = ("Killing",) if subject is not None or frame.kind in FATAL else ()  # the arrested may kill later
        doing = UNDERGONE if tree.is_passive(i) else (*GOING, *killing)
        seized = ontology.is_among(frame.kind, SEIZING) and told is not None and ontology.is_among(told.kind, doing)
        return same and tree.first(i, "nsubj:pass") is None and (stopped or seized)

    def _is_alleged(self, i: int, head: int) -> bool:
        """ "arrêté pour avoir tué un policier", "tried for insulting the king": what nobody was found guilty of."""
        tree, frame = self._tree, self._frames.get(head)
        if frame is None or tree.mark(i) not in tree.grammar.offence_marks or not ontology.is_among(frame.kind, ALLEGING):
            return False
        return is_reason(tree, i)

    def _goes_along(self, i: int, head: int) -> bool:
        """ "reportedly retaliated by striking it", "could burst, killing thousands": as sure as what it goes along with."""
        tree, frame, mark = self._tree, self._frames.get(i), self._tree.mark(i)
        going = is_gerund(tree, i) and (
            i > head or mark in tree.grammar.manner_marks
        )  # "By closing it, the firm could save millions"
        said = frame is not None and ontology.is_a(frame.kind, "Communication")
        how = mark in tree.grammar.manner_marks or (not mark and self._reader.value(head) in {"Possible", "Planned"})
        return (going and how and not said) or self._governed.wins(i, head)

    def _is_part_of_plan(self, i: int, head: int) -> bool:
        """Still to be done: "announced a new strategy, cutting 900 jobs", "announced cuts, leading to the closure of X"."""
        told, frame = self._frames.get(i), self._frames.get(head)
        if frame is None or frame.kind != "Announcement":
            return False
        news = self._tree.first(head, "obj")
        open_ended = news is not None and (news not in self._frames or self._reader.value(news) != "Actual")
        arranged = open_ended if told is None else told.kind in ARRANGED
        return arranged and i > head and is_gerund(self._tree, i)

    def _is_said_by(self, i: int, head: int) -> bool:
        """ "a fait appel pour demander l'annulation": who does so in order to say something says it."""
        frame, mark = self._frames.get(i), self._tree.mark(i)
        said = frame is not None and ontology.is_a(frame.kind, "Communication") and frame.kind != "Commitment"
        return said and mark in self._tree.grammar.purpose_marks and self._tree.is_finite(head)
