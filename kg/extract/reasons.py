"""What clauses say of why something took place: what brought it about, and what it was for.

"Licencié pour avoir volé", "evacuated because a volcano had erupted", "…, sparking protests", "…, ce qui a entraîné une
hausse", "forced thousands to flee", "rallied to demand the release of X".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg import ontology
from kg.extract.actions import ACTION
from kg.extract.deathtolls import MISHAPS, TOLLS
from kg.extract.factuality import FactualityReader
from kg.extract.past import is_told_as_past
from kg.extract.phrases import is_gerund_behind, is_reason, is_when_clause
from kg.extract.supports import Supported
from kg.extract.syntax import Tree
from kg.model import Event, Ref, Role

CONFIDENCE = 0.8
AIMLESS = MISHAPS | TOLLS | {"Increase", "Decrease", ontology.CONTEST}  # what nobody does for a purpose, or to win alone
CHARGING = ("Justice", "Communication")  # of which a deed is the topic, not the cause: "arrested for theft"
WHICH_BRINGS = frozenset({"Person", "Group", "Place"})  # of whom "which" is not said, or what brings nothing about


@dataclass(frozen=True, slots=True)
class Reasons:
    """Finds causes and purposes in the clauses of one parse."""

    tree: Tree
    reader: FactualityReader
    events: tuple[Event, ...]
    supported: Mapping[int, Supported]
    kinds: Mapping[int, str]  # kind of the mention at a token
    at: Mapping[int, int]  # event that a trigger tells, or that a verb carries

    def added(self) -> Iterator[tuple[int, Role]]:
        """Each event with a role that a clause gives it."""
        for event, role, other, rule in (*self._reasons(), *self._results(), *self._aims()):
            if event != other and not self._are_tied(event, other):
                yield event, Role(role, Ref("event", other), rule, CONFIDENCE)

    def _are_tied(self, one: int, other: int) -> bool:
        ends = ((one, other), (other, one))
        return any(role.filler == Ref("event", b) for a, b in ends for role in self.events[a].roles)

    def _reasons(self) -> Iterator[tuple[int, str, int, str]]:
        """ "Sacked for lying", "licencié pour avoir volé", "fermé car l'eau a inondé le toit", "to avenge his death"."""
        tree = self.tree
        for token in tree.of_dep("advcl", "conj"):
            effect = self.at.get(token.head)
            if effect is None or self.events[effect].factuality == "Negated" or self._only_happens(token.head):
                continue
            mark = tree.mark(token.i) if token.dep == "advcl" else tree.lemmas[tree.first(token.i, "cc") or token.i]
            if token.lemma in tree.grammar.avenging and mark in tree.grammar.purpose_marks:
                yield from (
                    (effect, "cause", self.at[k], f"reason {mark}") for k in tree.dependents(token.i, "obj") if k in self.at
                )
            elif token.i in self.at:
                yield from self._reason(effect, self.at[token.i], mark)

    def _reason(self, effect: int, cause: int, mark: str) -> Iterator[tuple[int, str, int, str]]:
        """What a clause with a mark tells of why an event took place; `cause` is the event that the clause tells."""
        tree, one, other = self.tree, self.events[effect], self.events[cause]
        if mark in tree.grammar.offence_marks and is_reason(tree, other.trigger) and other.factuality != "Negated":
            yield effect, "topic" if ontology.is_among(one.kind, CHARGING) else "cause", cause, f"reason {mark}"
        elif other.factuality != "Actual" or self._tells(tree.head(other.trigger)):
            return
        elif mark in tree.grammar.reason_marks or (one.kind in TOLLS and self._strikes(other)):
            yield effect, "cause", cause, f"reason {mark}"

    def _strikes(self, event: Event) -> bool:
        """Whether a clause behind a toll tells what took it: "died when their boat capsized"."""
        tree, clause = self.tree, event.trigger
        when = tree.mark(clause) in tree.grammar.coinciding or is_when_clause(tree, clause)
        behind = tree.tokens[clause].dep == "advcl" and tree.head(clause) < clause
        struck = event.kind in MISHAPS or ontology.is_a(event.kind, "Attack")
        return when and behind and struck and is_told_as_past(tree, clause) and not self._tells_day(clause)

    def _tells_day(self, clause: int) -> bool:
        """ "500 morts depuis le 7 octobre, lorsque X a attaqué Y": a clause that tells which day that was."""
        tree, opens = self.tree, min(self.tree.below(clause))
        day = opens - 2
        if day < 0 or tree.tokens[opens - 1].text != "," or day not in tree.temporal:
            return False
        while tree.head(day) in tree.temporal and tree.head(day) != day:
            day = tree.head(day)
        return tree.preposition(day) in tree.grammar.since_prepositions

    def _only_happens(self, verb: int) -> bool:
        """Whether a verb tells of an event that it happened, and the reason how: "s'est déroulée dans le calme, car …"."""
        noun = self.events[self.at[verb]].trigger
        carried = self.supported.get(noun) if noun != verb else None
        return carried is not None and carried.support.noun.kind == "subject"

    def _results(self) -> Iterator[tuple[int, str, int, str]]:
        """ "…, sparking protests", "…, ce qui a entraîné une hausse", "the fighting forced thousands to flee"."""
        brought: dict[int, list[int]] = {}
        for noun, carried in self.supported.items():
            if carried.support.causal and noun in self.at:
                brought.setdefault(carried.verb, []).append(self.at[noun])
        for token in self.tree.of_lemma(self.tree.grammar.compelling):
            below = self.tree.dependents(token.i, "xcomp")
            brought.setdefault(token.i, []).extend(self.at[k] for k in below if k in self.at)
        for verb, effects in brought.items():
            causes = [*self._subjects(verb), *self._before(verb)] if effects else []
            if causes and self.reader.value(verb) == "Actual":
                known = (e for e in effects if self.events[e].factuality == self.events[causes[0]].factuality == "Actual")
                yield from ((effect, "cause", causes[0], f"result {self.tree.lemmas[verb]}") for effect in known)

    def _subjects(self, verb: int) -> Iterator[int]:
        """The events that a verb of compelling has for its subject, or for what its passive is done by."""
        tree = self.tree
        if tree.is_passive(verb):
            below = (k for i in (verb, *tree.dependents(verb, "xcomp")) for k in tree.kids[i] if k in self.at)
            yield from (self.at[k] for k in below if tree.preposition(k) in tree.grammar.agent_prepositions)
        else:
            yield from (self.at[k] for k in tree.dependents(verb, "nsubj") if k in self.at)

    def _before(self, verb: int) -> Iterator[int]:
        """The event that a gerund or a relative clause behind a comma takes up whole."""
        tree, start = self.tree, self.tree.first_conjunct(verb)
        head = tree.head(start)
        if is_gerund_behind(tree, start) and head in self.at:
            yield from self._meant(self.at[head])
        pronoun = self._pronoun(start)
        above = tree.clause_verb(tree.head(start))
        if pronoun is not None and above < pronoun and above in self.at:
            yield from self._meant(self.at[above])

    def _meant(self, event: int) -> Iterator[int]:
        """An event, or what a noun tells that is announced: "announced cuts, resulting in the closure of plants"."""
        told = self.events[event]
        if not ontology.is_a(told.kind, "Communication"):
            yield event
        elif not self._tells(told.trigger):
            topics = [r.filler.index for r in told.roles if r.filler.to == "event" and r.name in {"topic", "theme"}]
            yield from topics if len(topics) == 1 else ()

    def _pronoun(self, verb: int) -> int | None:
        """The subject of a relative clause that stands for all that is told before it."""
        tree, head = self.tree, self.tree.head(verb)
        if tree.tokens[verb].dep != "acl:relcl":
            return None
        whole, own = tree.grammar.clause_pronouns, tree.first(verb, "nsubj")
        held = head if tree.lemmas[head] in whole else own
        if held is None or tree.lemmas[held] not in whole or tree.tokens[held - 1].text != ",":
            return None
        return held if held == head or self.kinds.get(head) in WHICH_BRINGS else None

    def _aims(self) -> Iterator[tuple[int, str, int, str]]:
        """ "Se sont rassemblés pour protester", "invaded the country to overthrow its government"."""
        tree = self.tree
        for token in tree.of_dep("advcl"):
            event, aim = self.at.get(token.head), self.at.get(token.i)
            if event is None or aim is None or token.has("VerbForm=Fin"):
                continue
            if tree.mark(token.i) not in tree.grammar.purpose_marks:
                continue
            meant = self.events[aim].factuality != "Negated" != self.events[event].factuality and not self._tells(token.head)
            same = self.events[event].kind == self.events[aim].kind != ACTION
            meant = meant and self.events[event].kind not in AIMLESS and not same
            if meant and not is_reason(tree, token.i):
                yield event, "purpose", aim, f"aim {tree.mark(token.i)}"

    def _tells(self, verb: int) -> bool:
        """Whether a verb has a clause for its object, to which what follows may belong."""
        return self.tree.first(verb, "ccomp") is not None


def with_reasons(
    tree: Tree,
    reader: FactualityReader,
    events: tuple[Event, ...],
    supported: Mapping[int, Supported],
    kinds: Mapping[int, str],
) -> tuple[Event, ...]:
    """The events with the causes and purposes that clauses tell; `kinds` are those of mentions, by token."""
    at = {event.trigger: event.index for event in events}
    for noun, carried in supported.items():
        if noun in at:
            at.setdefault(carried.verb, at[noun])
    added: dict[int, list[Role]] = {}
    for event, role in Reasons(tree, reader, events, supported, kinds, at).added():
        added.setdefault(event, []).append(role)
    return tuple(
        replace(event, roles=tuple(dict.fromkeys((*event.roles, *added[event.index])))) if event.index in added else event
        for event in events
    )
