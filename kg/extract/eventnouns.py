"""What the phrase of an event noun shows by itself: its day, how it is counted, what it is a round of."""

from __future__ import annotations

from collections.abc import Mapping

from kg import ontology
from kg.extract.modality import tells
from kg.extract.past import is_looked_back_on
from kg.extract.syntax import DIRECT, Tree
from kg.lang.frames import Frame

SCHEDULED = ("Election", "Competition")  # what takes place on its day, whoever stands for it
DUE = (*SCHEDULED, "Meeting", "Negotiation", "Gathering", "Visit", "Protest", "Trial", "Vote")  # what has its day
ACTS_OF_ITSELF = ("Election", "Agreement")  # whose rounds, signing and conclusion are told as the thing itself is
PROTESTING = ("Protest", "LabourStrike", "Criticism", "Riot")
PROJECTS = ("Manufacture", "Ending", "Layoff", "Acquisition", "Merger", "Sale")  # which are fought before they are done
LASTING = ("LabourStrike", "Protest", "Siege", "Battle", "Detention", "Negotiation")
GIVEN = ("Funding", "HumanitarianAid", "MilitarySupport")  # in which form a sum may be given
TALKS = {"Negotiation", "Meeting"}
ACCUSING = ("Accusation", "Charge")
NEGOTIATED = ("Transfer", "Deployment", "Withdrawal", "Training", "MilitarySupport", "Release", "Acquisition", "Merger")


class EventNouns:
    """Answers for the event nouns of one parse, each known by the frame that it triggers."""

    __slots__ = ("_frames", "_tree")

    def __init__(self, tree: Tree, frames: Mapping[int, Frame]) -> None:
        self._tree = tree
        self._frames = frames

    def tells(self, i: int, kinds: tuple[str, ...]) -> bool:
        """Whether a noun tells an event of one of some classes."""
        own = self._frames.get(i)
        return own is not None and ontology.is_among(own.kind, kinds)

    def is_form_of_sum(self, i: int, head: int) -> bool:
        """ "Will provide 3 billion euros in grants": in what form money is given is as sure as that it is."""
        tree, verb = self._tree, self._frames.get(self._tree.head(head))
        summed = tree.tokens[head].dep == "obj" and tree.first(head, "nummod", "compound") is not None
        given = verb is not None and verb.kind == "Funding" and self.tells(i, GIVEN)
        return summed and given and tree.preposition(i) in tree.grammar.inside_prepositions

    def is_fought(self, i: int, head: int) -> bool:
        """Whether a noun tells of a project that people protest against: "manifester contre la fermeture de l'usine"."""
        own, frame = self._frames.get(i), self._frames.get(head)
        protests = frame is not None and ontology.is_among(frame.kind, PROTESTING)
        return protests and own is not None and ontology.is_among(own.kind, PROJECTS)

    def is_to_come(self, i: int, head: int) -> bool:
        """Whether a noun tells what has its day, before which something was done of late: "avant le scrutin".

        Not with a year, nor whose election it was, nor where all is looked back on.
        """
        tree, verb = self._tree, self._tree.clause_verb(head)
        won = any(tree.tokens[k].pos == "PROPN" or tree.tokens[k].has("Poss=Yes") for k in tree.kids[i])
        return self.tells(i, SCHEDULED) and not self.is_dated(i) and not won and not is_looked_back_on(tree, verb)

    def is_dated(self, i: int) -> bool:
        """Whether a year stands in the phrase of a noun."""
        words = (self._tree.tokens[k].text for k in self._tree.below(i))
        return any(word.isdigit() and len(word) == len("2024") for word in words)

    def is_counted_to(self, i: int, head: int, preposition: str) -> bool:
        """Whether a noun stands behind the time that is left until then: "à un mois de l'élection", "à moins d'un an de"."""
        tree, dative = self._tree, self._tree.grammar.dative_preposition
        if preposition not in tree.grammar.of or tree.lemmas[head] not in tree.grammar.spans:
            return False
        at_most = any(tree.tokens[k].text.lower() == dative for k in tree.dependents(head, "advmod"))
        left = tree.preposition(head) == dative or at_most
        told = left and tree.first(head, "nummod", "det") is not None and not self.is_dated(i)
        return told and self.tells(i, DUE) and not is_looked_back_on(tree, tree.clause_verb(head))

    def is_round_of(self, i: int, head: int) -> bool:
        """Whether a noun tells the act of what it is of: "le premier tour de la présidentielle", "the signing of a deal"."""
        own, frame = self._frames.get(i), self._frames.get(head)
        return own is not None and frame is not None and own.kind == frame.kind in ACTS_OF_ITSELF

    def is_round_above(self, i: int) -> bool:
        """Whether something hangs on a noun that tells the same kind of event: "the signing of the accord"."""
        tree = self._tree
        return any(tree.preposition(k) in tree.grammar.of and self.is_round_of(k, i) for k in tree.dependents(i, "nmod"))

    def is_past(self, noun: int) -> bool:
        """Whether a clause tells of an event noun as of the past: "would end a strike that began in May"."""
        clauses = (self._tree.tokens[k] for k in self._tree.dependents(noun, "acl:relcl"))
        return any(clause.has("Tense=Past") and clause.has("VerbForm=Fin") for clause in clauses)

    def is_under_way(self, noun: int) -> bool:
        """ "Voted to end a two-week strike": what has lasted so long."""
        tree, own = self._tree, self._frames.get(noun)
        lasting = own is not None and ontology.is_among(own.kind, LASTING)
        return lasting and any(tree.lemmas[k] in tree.grammar.spans for k in tree.dependents(noun, "compound", "amod"))

    def is_kept_from(self, i: int, head: int) -> bool:
        """ "a empêché l'incendie de se propager", "kept the fire from spreading": the fire is there."""
        tree = self._tree
        clauses = (k for k in tree.dependents(head, "xcomp", "ccomp", "advcl") if k > i and not tree.is_finite(k))
        return tree.tokens[i].dep == "obj" and any(
            tree.mark(k) in tree.grammar.of | tree.grammar.complement_marks for k in clauses
        )

    def is_only_charged(self, i: int, head: int) -> bool:
        """Whether only who accuses somebody tells of a deed: "is accused of being behind an attack"."""
        tree = self._tree
        if tree.tokens[head].dep == "nmod" and tree.preposition(head) in tree.grammar.of:
            head = tree.head(head)  # "l'un des auteurs d'un attentat"
        above, predicate = self._frames.get(tree.head(head)), tree.tokens[head]
        if above is None or above.kind not in ACCUSING or head in self._frames or not tree.is_indefinite(i):
            return False
        being = tree.first(head, "cop", "aux:pass") is not None and not tree.is_finite(head)
        part = predicate.pos == "NOUN" and tree.preposition(head) in tree.grammar.of and tree.first(head, "det") is None
        return (being or part) and tree.first(i, "acl:relcl") is None

    def is_negotiated(self, i: int, talks: Frame | None, preposition: str) -> bool:
        """Whether a noun tells what talks are to bring about: "talks on a deal", "on the sale of frigates"."""
        own = self._frames.get(i)
        if own is None or talks is None or talks.kind not in TALKS:
            return False
        told = self._tree.tokens[i].dep in DIRECT or tells(talks, preposition)
        open_yet = self._tree.is_indefinite(i) and self._tree.first(i, "acl", "acl:relcl") is None
        new_deal = own.kind in ("Agreement", "Ceasefire") and (open_yet or self.is_round_above(i))
        return told and (new_deal or ontology.is_among(own.kind, NEGOTIATED))
