"""One thing, one node: coreference inside an article, merged events, labels.

The sieves run from the most precise to the least, each over what the ones before it linked (Lee et al. 2013,
"Deterministic Coreference Resolution Based on Entity-Centric, Precision-Ranked Rules"). When in doubt, no link.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.lang import Language
from kg.model import Entity, Extraction, Mention, Parse, Relation, Resolved
from kg.resolve import appositions, descriptions, generalwords, names, offices, pronouns
from kg.resolve.actions import find_idle
from kg.resolve.ages import Ages
from kg.resolve.binding import Binding
from kg.resolve.called import introducing_nouns
from kg.resolve.chains import Chains
from kg.resolve.consequences import Tolls
from kg.resolve.entities import Uses, make_entities
from kg.resolve.events import Calendar, resolve_events
from kg.resolve.fates import Fates
from kg.resolve.fitting import fitted
from kg.resolve.homelands import homelands, only_state
from kg.resolve.labels import Labeller
from kg.resolve.leads import leads
from kg.resolve.participants import participants
from kg.resolve.persons import persons
from kg.resolve.qualified import qualified_words
from kg.resolve.refs import Meaning
from kg.resolve.repeats import Merger
from kg.resolve.rows import find_rows
from kg.resolve.sets import find_sets
from kg.resolve.settings import Settings
from kg.resolve.sorts import sorts
from kg.resolve.speakers import same_sources, speakers, writers
from kg.resolve.translated import translations
from kg.resolve.words import ADJECTIVE, Syntax, by_head


def resolve(parse: Parse, extraction: Extraction, language: Language) -> Resolved:
    """What the article says, each thing once. A function of its arguments alone."""
    syntax = Syntax(parse, introducing_nouns(language), language.grammar.of)
    chains, sets = link_mentions(parse, extraction, language, syntax)
    read, unfit = fitted(extraction.events, chains, sets)
    idle = find_idle(read, extraction.relations, chains, sets, unfit)
    events = [event for event in read if event.index not in idle]
    entities, stands_for = make_entities(chains, sets, Uses.of(extraction, events), language)
    unnamed = unnamed_places(entities, extraction.mentions)
    groups = Merger(parse, read, events, extraction.times, stands_for, language.grammar, unnamed).merge()
    event_of = {mention: index for index, group in enumerate(groups) for mention in group}
    plural = frozenset(m.index for m in extraction.mentions if m.form == "pronoun" and m.number == "p")
    meaning = Meaning(stands_for, event_of, {entity.index: entity.kind for entity in entities}, plural)
    tolls = Tolls(parse, read, extraction.times, meaning.kinds, language)
    settings = Settings(parse, extraction, stands_for, meaning.kinds, language.grammar)
    calendar = Calendar((parse.article.published or "")[:10], extraction.times)
    labeller = Labeller(parse, extraction.mentions, entities, language)
    headlines = headlines_of(parse)
    return Resolved(
        entities,
        resolve_events(read, groups, headlines, meaning, tolls, settings, labeller, calendar),
        meaning.relations(extraction.relations),
        tuple(map(meaning.claim, extraction.claims)),
        tuple(chains.judgements),
    )


def unnamed_places(entities: Sequence[Entity], mentions: Sequence[Mention]) -> frozenset[int]:
    """The entities that are places of which the article tells no name: "la cuisine"."""
    places = (entity for entity in entities if entity.kind == "Place")
    return frozenset(place.index for place in places if all(mentions[m].form != "name" for m in place.mentions))


def headlines_of(parse: Parse) -> frozenset[int]:
    """The sentences that are headlines."""
    return frozenset(sentence.index for sentence in parse.sentences if sentence.kind == "headline")


def link_mentions(
    parse: Parse, extraction: Extraction, language: Language, syntax: Syntax
) -> tuple[Chains, dict[int, tuple[int, ...]]]:
    """The mentions of one article in chains, one chain for each thing; and what stands for several things."""
    chains = Chains(extraction.mentions)
    heads = by_head(extraction.mentions)
    named = [m for m in extraction.mentions if m.form == "name"]
    described = [m for m in extraction.mentions if m.form == "nominal" and m.kind != "Position"]
    names.same_link(chains, named)
    names.coordinates(chains, parse)
    proper = [m for m in named if m.rule != ADJECTIVE]
    names.same_name(chains, parse, proper)
    names.other_people(chains, proper)
    names.acronyms(chains, parse, proper)
    names.aliases(chains, parse, language, proper)
    translations(chains, parse, language, proper)
    names.short_names(chains, parse, language, proper)
    names.transliterations(chains, proper)
    appositions.titles(chains, syntax)
    appositions.appositions(chains, syntax, language, heads)
    ages = Ages(chains, syntax, language)
    ages.keep_apart()
    holders = _holders(extraction.relations)
    binding = Binding(chains, syntax, language, heads, holders, extraction.claims)
    offices.offices(chains, syntax, language, described, holders, headlines_of(parse))
    offices.ranks(chains, syntax, described, proper)
    offices.compatriots(chains, language, described, _pairs(extraction.relations, "nationality"))
    offices.other_words(chains, syntax, language, described, proper, holders)
    descriptions.heads_of_names(chains, syntax, language, described, proper)
    leads(chains, parse, syntax, described, extraction.events, extraction.quantities)
    generalwords.places_again(chains, syntax, language, described, binding.at)
    descriptions.same_head(chains, syntax, language, described, extraction.quantities)
    pronouns.relatives(chains, syntax, binding.at)
    descriptions.scenes(chains, syntax, language, extraction.events)
    generalwords.capitals(chains, syntax, language, described)
    generalwords.general_words(chains, syntax, language, described, binding.at, holders.values())
    qualified_words(chains, syntax, language, described)
    persons(chains, syntax, language, ages, described, binding.at)
    sorts(chains, syntax, language, described)
    rows = find_rows(chains, syntax, language, binding, extraction.events)
    sets = pronouns.pronouns(chains, syntax, language, binding, rows, Fates.of(extraction.events), extraction.claims)
    spoken_for, led = (dict(_pairs(extraction.relations, name)) for name in ("spokespersonFor", "commands"))
    same_sources(chains, syntax, language, described, extraction.claims)
    speakers(chains, extraction.claims, spoken_for, led)
    writers(chains, syntax, language, extraction.events)
    homelands(chains, syntax, language, described, extraction.relations, heads)
    only_state(chains, syntax, language, described, heads)
    participants(chains, syntax, language, described, extraction.events)
    descriptions.remains(chains, syntax, language, described, heads)
    descriptions.possessions(chains, syntax, described, heads)
    return chains, sets | find_sets(
        chains, syntax, language, extraction.quantities, rows, _pairs(extraction.relations, "familyOf")
    )


def _holders(relations: Sequence[Relation]) -> dict[int, int]:
    """Position mention -> mention of the person who holds it."""
    return {position: person for person, position in _pairs(relations, "holdsPosition")}


def _pairs(relations: Sequence[Relation], predicate: str) -> list[tuple[int, int]]:
    """The mentions that a relation joins, subject and object."""
    return [
        (relation.subject.index, relation.object.index)
        for relation in relations
        if relation.predicate == predicate and relation.subject.to == "mention" and relation.object.to == "mention"
    ]
