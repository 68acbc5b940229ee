"""From what a sentence points at to what the article is about: mentions to entities, event mentions to events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg import ontology
from kg.model import Claim, Ref, Relation


@dataclass(frozen=True, slots=True)
class Meaning:
    """What each mention and each event mention stands for."""

    entities: Mapping[int, tuple[int, ...]]  # mention -> entities: several for a set, none for a pronoun left alone
    events: Mapping[int, int]  # event mention -> event; none for an action that is not told
    kinds: Mapping[int, str]  # of each entity
    plural: frozenset[int]  # the mentions that are pronouns for several

    def admits(self, ref: Ref, kinds: Sequence[str]) -> bool:
        """Whether what a pronoun turned out to be may stand where one of `kinds` is asked for; events always may."""
        return ref.to == "event" or not kinds or ontology.is_among(self.kinds[ref.index], kinds)

    def of(self, ref: Ref | None) -> tuple[Ref, ...]:
        """What a mention or event mention stands for."""
        if ref is None:
            return ()
        if ref.to == "event":
            return (Ref("event", self.events[ref.index]),) if ref.index in self.events else ()
        return tuple(Ref("entity", entity) for entity in self.entities.get(ref.index, ()))

    def relations(self, relations: Sequence[Relation]) -> tuple[Relation, ...]:
        """Relations between entities, each once, those with an unresolved end left out."""
        found: dict[tuple[Ref, str, Ref, Ref | None], Relation] = {}
        for relation in relations:
            domain, range_of = ontology.domain(relation.predicate), ontology.range_of(relation.predicate)
            body = next(iter(self.of(relation.body)), None)
            for subject in self.of(relation.subject):
                for other in self.of(relation.object):
                    key = (subject, relation.predicate, other, body)
                    if subject == other or key in found:
                        continue
                    if self._is_of_crowd(relation, other):
                        continue
                    if self.admits(subject, domain) and self.admits(other, range_of):
                        found[key] = replace(relation, subject=subject, object=other, body=body)
        return tuple(found.values())

    def _is_of_crowd(self, relation: Relation, other: Ref) -> bool:
        """Whether somebody would be a member of mere people: "les supporters ont applaudi leurs joueurs"."""
        several = relation.predicate == "memberOf" and relation.object.index in self.plural
        return several and self.kinds[other.index] == "Group"

    def claim(self, claim: Claim) -> Claim:
        """A claim by the entity that speaks about the merged events."""
        return replace(
            claim,
            speaker=next(iter(self.of(claim.speaker)), None),
            saying=None if claim.saying is None else self.events.get(claim.saying),
            content=tuple(dict.fromkeys(self.events[event] for event in claim.content if event in self.events)),
        )
