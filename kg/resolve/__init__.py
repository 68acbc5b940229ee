"""One thing, one node: coreference inside an article, merged events, labels.

The sieves run from the most precise to the least, each over what the ones before it linked (Lee et al. 2013,
"Deterministic Coreference Resolution Based on Entity-Centric, Precision-Ranked Rules"). When in doubt, no link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.lang import Language
from kg.model import Claim, Extraction, Parse, Ref, Relation, Resolved
from kg.resolve import descriptions, names, pronouns
from kg.resolve.chains import Chains
from kg.resolve.entities import make_entities
from kg.resolve.events import Merger, resolve_events, resolve_ref
from kg.resolve.labels import Labeller
from kg.resolve.sets import find_sets
from kg.resolve.words import Syntax, by_head

Members = Mapping[int, tuple[int, ...]]


def resolve(parse: Parse, extraction: Extraction, language: Language) -> Resolved:
    """What the article says, each thing once. A function of its arguments alone."""
    syntax = Syntax(parse)
    chains = link_mentions(parse, extraction, language, syntax)
    sets = find_sets(chains, syntax, extraction.quantities)
    entities, entity_of = make_entities(chains, sets, language.code)
    members = {entity.index: entity.members for entity in entities if entity.members}
    groups = Merger(parse, extraction.events, extraction.times, entity_of, members).merge()
    labeller = Labeller(parse, extraction.mentions, entities, language)
    events = resolve_events(extraction.events, groups, entity_of, members, labeller)
    event_of = {mention: event.index for event in events for mention in event.mentions}
    return Resolved(
        entities,
        events,
        _relations(extraction.relations, entity_of, event_of, members),
        tuple(_claim(claim, entity_of, event_of, members) for claim in extraction.claims),
        tuple(chains.judgements),
    )


def link_mentions(parse: Parse, extraction: Extraction, language: Language, syntax: Syntax) -> Chains:
    """The mentions of one article in chains, one chain for each thing."""
    chains = Chains(extraction.mentions)
    heads = by_head(extraction.mentions)
    named = [m for m in extraction.mentions if m.form == "name"]
    described = [m for m in extraction.mentions if m.form == "nominal" and m.kind != "Position"]
    names.same_link(chains, named)
    proper = [m for m in named if m.rule != "demonym: adjective"]
    names.same_name(chains, proper)
    names.other_people(chains, proper)
    names.acronyms(chains, parse, proper)
    names.short_names(chains, proper)
    descriptions.titles(chains)
    descriptions.appositions(chains, syntax, heads)
    descriptions.offices(chains, syntax, described, _holders(extraction.relations))
    descriptions.heads_of_names(chains, syntax, described, proper)
    descriptions.same_head(chains, syntax, described)
    pronouns.relatives(chains, syntax, heads)
    descriptions.general_words(chains, syntax, language, described)
    pronouns.pronouns(chains, syntax, language)
    pronouns.speakers(chains, extraction.claims)
    descriptions.possessions(chains, syntax, described, heads)
    return chains


def _holders(relations: Sequence[Relation]) -> dict[int, int]:
    """Position mention -> mention of the person who holds it."""
    return {
        relation.object.index: relation.subject.index
        for relation in relations
        if relation.predicate == "holdsPosition"
        and relation.subject.to == "mention"
        and relation.object.to == "mention"
    }


def _relations(
    relations: Sequence[Relation], entity_of: Mapping[int, int], event_of: Mapping[int, int], members: Members
) -> tuple[Relation, ...]:
    """Relations between entities, each once, those with an unresolved end left out."""
    found: dict[tuple[Ref, str, Ref, Ref | None], Relation] = {}
    for relation in relations:
        bodies = resolve_ref(relation.body, entity_of, event_of, members) if relation.body else (None,)
        body = bodies[0] if bodies else None
        for subject in resolve_ref(relation.subject, entity_of, event_of, members):
            for other in resolve_ref(relation.object, entity_of, event_of, members):
                if subject != other:
                    found.setdefault(
                        (subject, relation.predicate, other, body),
                        replace(relation, subject=subject, object=other, body=body),
                    )
    return tuple(found.values())


def _claim(claim: Claim, entity_of: Mapping[int, int], event_of: Mapping[int, int], members: Members) -> Claim:
    speakers = resolve_ref(claim.speaker, entity_of, event_of, members) if claim.speaker else ()
    return replace(
        claim,
        speaker=speakers[0] if speakers else None,
        saying=None if claim.saying is None else event_of[claim.saying],
        content=tuple(dict.fromkeys(event_of[event] for event in claim.content)),
    )
