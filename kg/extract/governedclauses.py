"""How sure a clause is under the verb that governs it: "a refusé de partir", "is to leave", "said that he had fled"."""

from __future__ import annotations

from kg import ontology
from kg.extract.clauseforms import asks, is_known_to_be, is_open, is_remark, is_said_by_nobody, is_wished
from kg.extract.control import is_bidden
from kg.extract.generics import is_any_deed
from kg.extract.governednouns import Values
from kg.extract.modality import SLOTS, Effect, Governors, as_effect, combine
from kg.extract.negation import is_negated
from kg.extract.nounclauses import NounClauses
from kg.extract.past import is_done, is_looked_back_on, is_told_as_past
from kg.model import Factuality

PROTEST, WARNING = "Protest", "Warning"
PERFORMED = ("Statement", "Criticism")  # what one does in saying that one wants to


class GovernedClauses:
    """Answers for clauses under the verbs of one parse; the values of what governs those come from `reader`."""

    __slots__ = ("_clauses", "_frames", "_governors", "_lexicon", "_reader", "_tree")

    def __init__(self, governors: Governors, clauses: NounClauses, reader: Values) -> None:
        self._tree = governors.tree
        self._frames = governors.frames
        self._lexicon = governors.lexicon
        self._governors = governors
        self._clauses = clauses
        self._reader = reader

    def under(self, i: int, head: int) -> Factuality:
        """A clause under a verb, or another predicate."""
        tree = self._tree
        if tree.mark(i) in tree.grammar.aside_marks:
            return "Actual"
        if is_any_deed(tree, i, head):
            return "Possible"
        if self.wins(i, head):
            return self._reader.value(head)
        asked = any(asks(tree, k, i) for k in tree.kids[i])
        if (asked or is_known_to_be(tree, i, head)) and is_told_as_past(tree, i):
            return "Actual"  # "ignore qui a tué X"
        if self._clauses.is_uncertain(head) or is_open(tree, i):  # "nobody knows whether"
            return "Possible"
        if tree.tokens[head].lemma in tree.grammar.copula and tree.is_finite(i):
            aim = self.aim(head)
            if aim is not None:
                return aim  # "le but est que les deux camps signent un accord"
            if is_wished(tree, i) and not any(aux.lemma in tree.grammar.perfect_auxiliaries for aux in tree.auxiliaries(i)):
                return "Possible"  # "ce que nous voulons, c'est que les otages soient libérés"
        if self._is_performed(i, head):
            return self._reader.outer(head)
        marked = self.marked(i, head)
        if marked is not None:
            return marked
        decided = self._decided(i, head)
        if decided is not None:
            return decided
        if is_bidden(tree, i):
            return combine(self._reader.outer(head), "possible")
        if tree.lemmas[head] in tree.grammar.hearsay and is_said_by_nobody(tree, head):
            return "Possible"
        effect = self._governors.effect(head, "ccomp", told=i)
        if effect == "possible" and self._is_warned_as_done(i, head):
            effect = "said"
        outer = self._reader.value(head)
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
            return self._reader.outer(head)
        return combine(outer, effect) if effect != "negated" else self._combined(head, effect)

    def _is_warned_as_done(self, i: int, head: int) -> bool:
        """ "warned that rebels had taken the town": what one warns of as a fact, not of what may come."""
        tree, frame = self._tree, self._frames.get(head)
        if frame is None or frame.kind != WARNING or not tree.is_finite(i):
            return False
        unsure = any((aux.lemma, "aux") in self._lexicon.modals for aux in tree.auxiliaries(i))
        unsure = unsure or any(tree.mark(k) in tree.grammar.condition_marks for k in tree.dependents(i, "advcl"))
        return not unsure and (is_told_as_past(tree, i) or is_looked_back_on(tree, i))

    def _under_saying(self, i: int, head: int, outer: Factuality) -> Factuality:
        """What a verb of saying makes of the clause that it tells: said as done, reported of somebody, or announced."""
        tree = self._tree
        if outer in {"Possible", "Negated"} and not is_remark(tree, head):
            return "Possible"
        if tree.tokens[i].has("Mood=Sub") and not tree.tokens[i].has("Tense=Pres"):
            return "Possible"  # "insists that he testify"; other languages have forms that look like facts
        if tree.tokens[head].dep == "acl" and self._governors.is_charge(tree.head(head)):
            return "Possible"  # "a lawsuit claiming that the firm sold defective airbags"
        perfect = any(aux.dep == "aux" for aux in tree.auxiliaries(i))  # "admitted to have committed"
        past = perfect or tree.is_past_participle(i)
        if past and tree.tokens[i].dep == "xcomp" and tree.is_passive(head):
            # "were reported to have taken the town", "was reported killed", but "was confirmed killed"
            return "Actual" if self._governors.is_of_certainty(head) else "Possible"
        intended = tree.tokens[i].dep == "xcomp" and tree.mark(i) in tree.grammar.purpose_marks and not perfect
        if intended and tree.is_passive(head) and tree.lemmas[head] in tree.grammar.hearsay:
            return "Possible"  # "is said to hold ten hostages", but "was told to leave"
        return "Planned" if intended else "Actual"  # "announced plans to close", "announced to close"

    def aim(self, i: int) -> Factuality | None:
        """The value of what a predicate says an aim or a hope to be, which is its subject; None if it is none.

        An adjective says only what it is like: "The charges were not clear, but X said that …".
        """
        subject = self._tree.first(i, "nsubj") if self._tree.tokens[i].pos != "ADJ" else None
        modal = None if subject is None else self._lexicon.modals.get((self._tree.lemmas[subject], "noun"))
        aim = modal is not None and modal.effect in {"planned", "possible"}
        return combine("Actual", as_effect(modal.effect)) if aim and modal is not None else None

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
        """ "condamne la décision de continuer": the infinitive of the verb's object, which the parser hung on the verb.

        In English so where a day stands between: "outlined plans Friday to cut jobs".
        """
        tree, noun = self._tree, self._tree.first(verb, "obj")
        if noun is None or not verb < noun < i or tree.is_finite(i):
            return None
        between = range(noun + 1, i - 1)
        dated = (
            bool(between)
            and tree.tokens[i].dep == "xcomp"
            and all(k in tree.temporal or tree.tokens[k].pos == "ADP" for k in between)
        )
        if tree.mark(i) not in tree.grammar.of and not dated:
            return None
        modal = self._lexicon.modals.get((tree.lemmas[noun], "noun"))
        return (
            combine(self._reader.value(noun), as_effect(modal.effect))
            if modal is not None and "acl" in modal.governs
            else None
        )

    def marked(self, i: int, head: int) -> Factuality | None:
        """What verbs say that go with a mark: "ont profité de la nuit pour fuir", "il a fallu un an pour conclure"."""
        pos = {"ADV": "adv", "ADJ": "adj"}.get(self._tree.tokens[head].pos, "verb")  # "stopped short of impeaching him"
        modal = self._lexicon.modals.get((f"{self._tree.tokens[head].lemma} {self._tree.mark(i)}", pos))
        if modal is None or not modal.governs & SLOTS["ccomp"]:
            return None
        done = "unless past" in modal.governs and is_done(self._tree, head)
        if done and self._tree.is_reflexive(head):
            return None  # "se sont mis d'accord pour échanger", but "a mis un an pour conclure"
        return self._combined(head, "" if done else as_effect(modal.effect))

    def _combined(self, head: int, effect: Effect) -> Factuality:
        """What stands with `effect` under a predicate: "is designed to prevent firms from buying land" may not do so."""
        outer = self._reader.value(head)
        aimed = effect == "negated" and outer == "Planned" and not self._tree.is_finite(head)
        return "Possible" if aimed else combine(outer, effect)

    def wins(self, i: int, head: int) -> bool:
        """ "beat X to win the cup", "gathered to protest against X": what a contest is for tells how it ended."""
        told, above = (frame.kind if frame is not None else "" for frame in (self._frames.get(i), self._frames.get(head)))
        gathered = told == PROTEST and above in {PROTEST, "Gathering", "Mobilization"}
        return gathered or told == above == ontology.CONTEST
