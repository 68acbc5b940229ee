"""The French models' trees in the Universal Dependencies that the rules speak, with their usual faults mended.

Each repair is one function over the whole tree; they run in this order because each relies on those before: labels and
forms, then participles (they decide what is passive), then what hangs from what.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from kg.annotate import clefts, gapped, kin, name_trees, posing, repairs, rosters, speech, topics, undergone
from kg.annotate.french import (
    absolutes,
    accused,
    agents,
    agreement,
    among,
    appositions,
    asides,
    attachment,
    behindphrases,
    besidenames,
    brackets,
    clauses,
    clitics,
    contents,
    coordination,
    counted,
    dayopenings,
    daytowns,
    dead,
    described,
    describedpairs,
    due,
    forms,
    fronted,
    gerunds,
    headlines,
    impersonal,
    inclusions,
    infinitives,
    inserted,
    inverted,
    labels,
    lostverbs,
    lowered,
    mainclauses,
    mainverbs,
    models,
    namings,
    nearest,
    nicknames,
    nounrows,
    objectrows,
    objects,
    obliques,
    openings,
    outfits,
    parted,
    participles,
    partitives,
    places,
    presented,
    relatives,
    rescued,
    rows,
    secondnames,
    secondverbs,
    seenparticiples,
    series,
    sources,
    states,
    strayobjects,
    subjects,
    times,
    togethers,
    translated,
    voice,
)
from kg.annotate.lemmas import Lemmas, load_lemmas
from kg.annotate.parsing import Parsing, load_parsing
from kg.annotate.tree import Tree
from kg.lang import Language, language
from kg.model import NameSpan


def to_ud(tree: Tree, names: Iterable[NameSpan], titles: Container[str]) -> None:
    """Turn the tree of a French model into Universal Dependencies, in place."""
    lemmas, parsing, words, names = load_lemmas("fr"), load_parsing("fr"), language("fr"), tuple(names)
    assert lemmas is not None
    _read_words(tree, names, titles, lemmas, parsing, words)
    _hang_clauses(tree, lemmas, parsing, words)
    _join_rows(tree, names, lemmas, parsing, words)
    _find_subjects(tree, parsing, words)
    _give_objects(tree, names, parsing, words)
    _settle_names(tree, names, titles, parsing, words)
    _hang_times(tree, names, lemmas, parsing, words)
    _mend_the_rest(tree, names, parsing, words)


def _read_words(
    tree: Tree, names: Sequence[NameSpan], titles: Container[str], lemmas: Lemmas, parsing: Parsing, words: Language
) -> None:
    """Labels and forms, and what is a verb, a noun or a name where the model saw another."""
    forms.rename(tree)
    forms.show_tense(tree, lemmas)
    forms.show_number(tree)
    repairs.free_marks(tree)
    appositions.free_from_network(tree)
    name_trees.settle_names(tree, names, titles)
    appositions.free_from_hearers(tree, names)
    nicknames.see_nicknames(tree, names)
    headlines.part_headlines(tree, lemmas)
    counted.see_nine(tree)
    obliques.see_east(tree)
    counted.free_counted(tree)
    lostverbs.see_verbs(tree, lemmas)
    lostverbs.see_reflexives(tree, lemmas)
    lostverbs.see_closing(tree)
    lostverbs.see_infinitives(tree, lemmas)
    lostverbs.free_from_days(tree, parsing)
    lostverbs.see_days(tree, parsing)
    lostverbs.see_departures(tree)
    lostverbs.see_powers(tree)
    forms.see_elided_articles(tree, lemmas)
    forms.see_articled_names(tree, parsing)
    lostverbs.see_plurals(tree, lemmas)
    mainclauses.see_relative_verbs(tree, lemmas, parsing)
    mainclauses.see_inverted_verbs(tree, lemmas)
    forms.see_named_people(tree)
    described.see_determined(tree, lemmas, words)
    described.see_common_nouns(tree, lemmas, words)
    described.see_nouns_described(tree, lemmas, words)
    described.see_fixed_adjectives(tree, words)
    forms.see_people(tree)
    accused.see_accused(tree)
    accused.see_charged(tree)
    forms.see_treaties(tree)
    lostverbs.see_speech(tree, lemmas, parsing)
    contents.see_speakers(tree, lemmas)
    contents.see_imperatives(tree, lemmas)
    contents.see_ifs(tree)
    lostverbs.mend_named_verbs(tree, lemmas)
    forms.see_asides(tree)
    models.see_complements(tree)
    lostverbs.see_denials(tree, lemmas)
    infinitives.see_being(tree)
    infinitives.see_able(tree)
    infinitives.raise_copulas(tree)
    infinitives.see_asking(tree, lemmas, parsing)
    forms.see_coaches(tree)
    forms.see_nobody(tree)
    lostverbs.see_main_verbs(tree, lemmas)
    seenparticiples.see_participles(tree, lemmas)
    namings.see_named_openers(tree, lemmas, parsing, words)
    seenparticiples.see_first_legs(tree)
    gerunds.see_trying(tree, lemmas)
    due.see_due(tree)
    objects.lower_copulas(tree)
    dead.see_dead(tree)
    dead.raise_dead_before_days(tree, parsing)
    objects.see_auxiliaries(tree)
    objects.free_from_auxiliaries(tree)
    objects.free_clitics(tree)
    objects.show_clitics(tree)
    voice.mend_perfects(tree, lemmas)
    voice.mend_perfect_infinitives(tree, lemmas)
    voice.mend_parted(tree, lemmas)
    parted.mend_interrupted(tree, lemmas)
    voice.mend_adverbs(tree)
    outfits.mend_outfits(tree, lemmas, parsing)
    voice.mend_voice(tree)
    dead.raise_dead(tree)
    dead.lower_found_dead(tree)
    contents.see_states(tree, lemmas)
    contents.see_pleas(tree, parsing)
    contents.mend_presumed(tree, lemmas)
    contents.see_tellers(tree)
    forms.mend_words(tree, lemmas)
    described.mend_quoted(tree, words)
    subjects.mend_latter(tree)
    counted.see_numbers(tree)
    counted.lower_to_measured(tree)
    counted.free_near(tree)
    counted.free_from_models(tree)
    counted.see_counted_people(tree, lemmas)
    counted.raise_counted(tree)
    models.see_shares(tree)
    counted.raise_counts(tree)
    counted.raise_from_names(tree)
    counted.free_compared(tree)
    counted.raise_others(tree)
    counted.see_other(tree, lemmas)
    subjects.free_heads(tree)
    subjects.free_subjects(tree)


def _hang_clauses(tree: Tree, lemmas: Lemmas, parsing: Parsing, words: Language) -> None:
    """What clause hangs from what: conditions, complements, infinitives, gerunds."""
    clauses.mend_complex(tree)
    clauses.raise_marks(tree)
    clauses.see_conditions(tree)
    clauses.free_main_clauses(tree)
    clauses.raise_main_clauses(tree)
    clauses.join_complements(tree)
    clauses.join_told(tree)
    contents.join_contents(tree, parsing)
    contents.join_pronoun_clauses(tree)
    contents.raise_contents(tree, parsing)
    contents.join_adjectives(tree)
    contents.join_states(tree)
    contents.join_reported(tree, parsing)
    contents.free_infinitives(tree, parsing)
    contents.lower_infinitives(tree)
    contents.lower_to_intents(tree)
    infinitives.free_asked(tree)
    infinitives.free_from_relatives(tree)
    infinitives.free_from_inserted(tree)
    infinitives.join_advised(tree)
    infinitives.join_decided(tree)
    infinitives.join_aims(tree)
    infinitives.join_in_rows(tree)
    infinitives.free_purposes(tree, words)
    infinitives.raise_from_hearers(tree)
    infinitives.raise_judged(tree)
    infinitives.raise_seen(tree)
    clauses.see_until(tree)
    clauses.mend_clauses(tree)
    presented.mend_presented(tree)
    openings.mend_false_mains(tree)
    openings.mend_described_towns(tree, words)
    contents.mend_as_said(tree)
    gerunds.see_taken_for_adjectives(tree, lemmas)
    gerunds.name_gerunds(tree)
    gerunds.mend_gerunds(tree)
    gerunds.raise_behind_gerunds(tree)
    participles.raise_behind_participles(tree)
    gerunds.mend_loose_gerunds(tree, parsing)
    gerunds.see_objects_of_gerunds(tree)
    gerunds.mend_reported_gerunds(tree)
    gerunds.mend_early_gerunds(tree)
    gerunds.mend_near_gerunds(tree)
    gerunds.lower_moving(tree, words)
    gerunds.free_from_gerunds(tree)
    gerunds.raise_with_mark(tree)
    gerunds.raise_from_scenes(tree, words)
    gerunds.lower_brought(tree, words)
    absolutes.mend_absolutes(tree)
    absolutes.lower_perfects(tree, words)


def _join_rows(tree: Tree, names: Sequence[NameSpan], lemmas: Lemmas, parsing: Parsing, words: Language) -> None:
    """What stands side by side, and which verb is the main one."""
    counted.mend_halves(tree)
    obliques.mend_agents_joined(tree)
    obliques.join_agents(tree)
    coordination.raise_from_qualities(tree)
    coordination.join_rows_of_names(tree)
    rows.mend_rows(tree, names)
    rows.mend_rows_of(tree, names)
    rows.name_several(tree, words)
    clefts.mend_clefts(tree, words, {"c'", "c’", "ce"}, {"que", "qu'", "qu’"}, "être")
    inverted.see_completing(tree)
    inverted.mend_inverted(tree, parsing)
    inverted.give_clitics(tree)
    coordination.join_added_people(tree)
    appositions.see_descriptions_in_rows(tree, words)
    coordination.mend_coordination(tree)
    coordination.join_sides(tree)
    nounrows.join_rows_of_nouns(tree, parsing)
    nounrows.join_rows_before_subjects(tree, parsing)
    absolutes.part_absolutes(tree)
    absolutes.raise_absolutes(tree)
    namings.join_promotions(tree, parsing)
    fronted.see_subjects_behind_clauses(tree)
    fronted.mend_subjects_behind_openers(tree)
    gapped.mend_gapped(tree)
    repairs.join_counts(tree, "de")
    participles.free_from_conjunctions(tree)
    participles.mend_joined(tree)
    participles.join_undergone(tree, parsing)
    places.join_participles(tree, lemmas)
    participles.raise_joined(tree)
    describedpairs.pair_described(tree)
    participles.mend_missing(tree)
    mainverbs.part_reserved_clauses(tree)
    mainverbs.raise_told(tree)
    mainverbs.raise_second_sayings(tree, parsing)
    mainverbs.raise_from_quotations(tree)
    appositions.see_bare_subjects(tree)
    participles.mend_modifying_verbs(tree)
    mainverbs.mend_modal_verbs(tree)
    mainverbs.mend_new_subjects(tree)
    mainverbs.mend_partitive_subjects(tree)
    mainverbs.mend_day_roots(tree)
    dayopenings.mend_day_openings(tree, parsing)
    mainverbs.mend_stressed(tree)
    mainverbs.mend_titled_predicates(tree)
    mainverbs.free_from_clitics(tree)
    participles.mend_series(tree)
    clitics.join_to_clitics(tree, lemmas)
    series.join_sharing(tree)
    series.join_series(tree, parsing)
    inserted.mend_enclosed(tree)
    inserted.mend_second_subjects(tree)
    inserted.mend_objects_of_relatives(tree)


def _find_subjects(tree: Tree, parsing: Parsing, words: Language) -> None:
    """Names beside their nouns, and who is the subject of what."""
    appositions.free_names_from_adjectives(tree)
    models.lower_models(tree, words)
    models.raise_models(tree, words)
    besidenames.see_names(tree)
    besidenames.see_names_of_nouns(tree)
    besidenames.see_articled(tree)
    besidenames.free_names_from_lower(tree)
    besidenames.see_demonyms(tree, words)
    besidenames.raise_articled_titles(tree)
    besidenames.part_holders(tree, words)
    besidenames.part_from_units(tree, words)
    besidenames.raise_holders(tree, words)
    besidenames.free_from_elect(tree, words)
    besidenames.lower_to_speakers(tree)
    besidenames.raise_rivals(tree, words)
    besidenames.raise_from_demonyms(tree, words)
    contents.lower_comparisons(tree)
    appositions.raise_names_to_titles(tree, words)
    appositions.free_adjectives_from_names(tree)
    appositions.join_names_to_nouns(tree)
    appositions.mend_openers(tree)
    appositions.mend_second_openers(tree)
    sources.mend_sources(tree, words)
    sources.name_sources(tree, words)
    participles.mend_fronted(tree)
    gerunds.mend_fronted_gerunds(tree)
    translated.mend_said_last(tree, parsing)
    translated.mend_verb_first(tree, parsing)
    translated.see_inserted(tree, parsing)
    translated.see_taken_up(tree)
    translated.see_unmarked_clauses(tree, parsing)
    subjects.free_subjects_of_times(tree, parsing)
    subjects.free_indefinite_subjects(tree)
    subjects.raise_described(tree)
    among.mend_among(tree)
    subjects.find_subjects(tree, parsing)
    agents.mend_causatives(tree)
    participles.mend_nominal_participles(tree)
    participles.free_from_participles(tree)
    participles.mend_reduced(tree)
    participles.mend_apposed(tree, parsing)
    participles.lower_to_nearest(tree)
    participles.lower_to_agreeing(tree)
    participles.raise_to_people(tree, words)
    seenparticiples.lower_to_objects(tree)
    inserted.mend_qualified_subjects(tree)
    inserted.join_named_subjects(tree)
    repairs.give_objects_participles(tree, words)
    attachment.mend_headlines(tree)
    described.see_capitals(tree)
    inserted.mend_interposed(tree)
    inserted.mend_inserted(tree)
    mainclauses.raise_from_asides(tree)
    mainclauses.mend_main_clauses(tree)
    mainclauses.mend_predicates(tree)
    relatives.mend_fronted_relatives(tree)
    relatives.mend_possessed(tree)
    relatives.free_possessors(tree)
    mainverbs.mend_joined_subjects(tree)
    nounrows.raise_partners(tree)
    attachment.mend_agreement(tree)
    attachment.lower_to_agreeing(tree, words)
    attachment.raise_plurals(tree)
    attachment.mend_of_people(tree, parsing)
    attachment.mend_behind_people(tree, parsing)
    attachment.raise_from_towns(tree, parsing)
    attachment.mend_objects_told(tree, parsing)
    attachment.mend_number(tree)
    due.lower_due(tree)
    attachment.lower_to_people(tree)
    attachment.raise_to_subjects(tree)
    attachment.mend_schedules(tree, parsing)


def _give_objects(tree: Tree, names: Sequence[NameSpan], parsing: Parsing, words: Language) -> None:
    """Objects, and what verbs have behind prepositions."""
    objectrows.mend_neithers(tree)
    objectrows.mend_object_rows(tree)
    objectrows.close_object_rows(tree, parsing)
    objects.mend_objects(tree, parsing)
    namings.give_offices(tree, parsing, words)
    namings.free_offices_from_phrases(tree, parsing, words)
    agents.mend_explained(tree)
    partitives.see_partitives(tree)
    partitives.see_ones(tree)
    partitives.free_from_denials(tree)
    partitives.free_partitives(tree, parsing)
    partitives.free_threats(tree)
    partitives.free_given(tree, parsing)
    strayobjects.free_objects(tree, parsing)
    strayobjects.free_from_spans(tree, parsing)
    strayobjects.free_from_pointed_times(tree, parsing)
    behindphrases.part_votes(tree, parsing)
    behindphrases.part_from_towns(tree, parsing)
    behindphrases.free_objects_behind_phrases(tree, parsing)
    behindphrases.free_objects_behind_insertions(tree, parsing)
    behindphrases.free_occasions(tree)
    behindphrases.free_from_prices(tree, parsing)
    behindphrases.free_from_sources(tree)
    counted.see_pounds(tree)
    behindphrases.lower_objects(tree)
    besidenames.part_winners(tree)
    strayobjects.free_from_added(tree)
    strayobjects.free_from_recipients(tree)
    strayobjects.free_from_means(tree)
    strayobjects.free_from_phrases(tree)
    strayobjects.give_objects(tree, parsing)
    times.free_towns_from_days(tree, parsing)
    times.free_from_bare_days(tree, parsing)
    times.free_what_reflexives_take(tree, parsing)
    infinitives.join_urged(tree)
    times.lower_early(tree, parsing)
    obliques.free_from_state(tree)
    times.join_past_times(tree, parsing)
    obliques.mend_obliques(tree)
    obliques.free_places(tree, parsing)
    lowered.lower_to_done(tree)
    lowered.lower_to_told(tree, parsing)
    lowered.lower_to_reported(tree)
    lowered.lower_loads(tree)
    lowered.lower_to_attacks(tree)
    topics.lower_to_talks(tree, words.frames, ("sur", "concernant"))
    lowered.lower_recipients(tree)
    contents.raise_by_number(tree)
    places.free_from_rows(tree)
    places.raise_from_rows(tree, parsing)
    places.free_from_things(tree)
    places.free_from_towns(tree)
    places.free_linked(tree, parsing)
    posing.mend_posing(tree, parsing.posing, "comme")
    obliques.see_capacities(tree)
    obliques.free_capacities(tree)
    obliques.free_charges(tree, parsing)
    obliques.free_sides(tree)
    translated.free_states(tree)


def _settle_names(tree: Tree, names: Sequence[NameSpan], titles: Container[str], parsing: Parsing, words: Language) -> None:
    """Who speaks, who somebody is between commas, what a row holds."""
    speech.mend_speech(tree, parsing, words)
    besidenames.lower_portfolios(tree, words)
    besidenames.lower_to_titles(tree, words)
    secondnames.raise_second_names(tree, words)
    secondnames.join_to_single_subjects(tree)
    contents.join_added(tree, parsing)
    appositions.mend_appositions(tree, words)
    appositions.lower_appositions(tree, words)
    places.lower_descriptions(tree, words)
    places.lower_to_bodies(tree, words)
    places.lower_to_posted(tree, words)
    places.join_named_towns(tree, words)
    places.join_second_towns(tree)
    appositions.mend_affiliations(tree)
    repairs.mend_post_places(tree, words)
    appositions.mend_named_speakers(tree)
    described.mend_described(tree, names, words)
    togethers.mend_togethers(tree, names, words)
    described.mend_named(tree, names, words)
    described.join_company_names(tree, names)
    described.lower_names(tree, words)
    described.raise_names(tree, words)
    described.join_to_honorifics(tree, words)
    inclusions.part_next_clauses(tree)
    inclusions.mend_inclusions(tree, words)
    inclusions.raise_from_parts(tree)
    asides.give_parted_subjects(tree)
    repairs.settle_holders(tree, titles)
    repairs.join_holders(tree)
    repairs.settle_descriptions(tree, names, words)
    appositions.join_described_places(tree)
    appositions.join_descriptions(tree, words)
    coordination.mend_lists(tree)
    coordination.lower_counted(tree)
    coordination.free_from_descriptions(tree)
    coordination.mend_named_rows(tree, words)
    coordination.mend_members(tree)
    coordination.raise_from_asides(tree)
    coordination.raise_conjuncts(tree)
    coordination.raise_from_scenes(tree, parsing)
    coordination.raise_to_plural_subjects(tree)
    agreement.see_described_subjects(tree)
    agreement.lower_adjectives(tree)
    agreement.pair_adjectives(tree)
    agreement.raise_by_form(tree)
    agreement.raise_from_lengths(tree, parsing)


def _hang_times(tree: Tree, names: Sequence[NameSpan], lemmas: Lemmas, parsing: Parsing, words: Language) -> None:
    """Times, relative clauses, agents, and where a deed took place."""
    states.lower_states(tree)
    states.lower_places_of_states(tree)
    times.lower_to_participles(tree, parsing)
    times.raise_spans(tree, parsing)
    times.mend_times(tree, parsing)
    times.join_behind_days(tree, parsing)
    times.free_days(tree, parsing)
    times.lower_times(tree, parsing)
    times.lower_to_starts(tree, parsing)
    counted.see_counted(tree, parsing)
    counted.lower_ages(tree)
    times.see_stressed(tree, parsing)
    partitives.mend_partitives(tree, parsing)
    partitives.see_joined_partitives(tree)
    coordination.raise_from_materials(tree)
    relatives.mend_relatives(tree, parsing)
    contents.free_clauses_from_days(tree, parsing)
    relatives.lower_pronouns(tree)
    brackets.lower_initials(tree, names, words)
    brackets.lower_clock_towns(tree)
    brackets.raise_from_brackets(tree, words)
    relatives.lower_into_relatives(tree)
    relatives.lower_parts(tree)
    relatives.raise_from_adjectives(tree)
    relatives.raise_from_names(tree, words)
    relatives.raise_to_named(tree, words)
    relatives.raise_by_agreement(tree)
    relatives.lower_by_agreement(tree)
    nearest.lower_where(tree)
    nearest.lower_to_named(tree)
    nearest.raise_to_counted(tree)
    nearest.join_by_number(tree)
    agreement.lower_by_number(tree)
    agreement.lower_participles(tree, lemmas)
    relatives.raise_happenings(tree)
    relatives.raise_venues(tree)
    rosters.mend_rosters(tree, names, words, frozenset({"et", "ainsi"}))
    mainverbs.mend_headless(tree)
    agents.mend_agents(tree, parsing)
    agents.raise_deeds(tree, parsing)
    agents.raise_from_manner(tree)
    agents.raise_from_agents(tree, parsing, lemmas)
    accused.hang_guilty(tree)
    accused.read_counts(tree)
    accused.join_charges(tree)
    accused.free_reasons(tree, parsing)
    accused.raise_reasons(tree)
    accused.lower_committed(tree)
    accused.lower_targets(tree)
    accused.raise_convicts(tree, words)
    accused.raise_aims(tree)
    accused.lower_settings(tree)
    agents.free_targets(tree)
    agents.raise_scenes(tree)


def _mend_the_rest(tree: Tree, names: Sequence[NameSpan], parsing: Parsing, words: Language) -> None:
    """What those before leave: subjects and objects far off, topics, clauses beside each other."""
    subjects.join_fronted(tree)
    subjects.join_described(tree)
    subjects.see_plural_subjects(tree)
    subjects.part_from_sources(tree)
    subjects.join_far_predicates(tree)
    repairs.mend_subjects(tree)
    repairs.mend_openings(tree)
    repairs.free_protests(tree, parsing)
    repairs.free_accused(tree, parsing, words)
    repairs.free_added_words(tree, parsing)
    repairs.free_reserves(tree, parsing)
    repairs.raise_summaries(tree, parsing)
    repairs.share_objects(tree)
    repairs.mend_makers(tree, "par", "comme")
    attachment.raise_by_gender(tree)
    attachment.lower_adverbs(tree)
    kin.mend_described_kin(tree, words, "de")
    undergone.free_undergone(tree, names, words, "par", "de")
    impersonal.mend_impersonal(tree, parsing)
    objects.see_pro_forms(tree)
    times.mend_behind_times(tree, parsing)
    times.mend_behind_measures(tree, parsing)
    times.free_from_times(tree, parsing)
    times.free_reasons_from_dates(tree, parsing)
    times.free_complements_from_past(tree, parsing)
    times.free_complements_from_dates(tree, parsing)
    times.raise_last_times(tree, parsing)
    daytowns.free_opening_places(tree, parsing, words)
    obliques.free_origins(tree, parsing)
    rescued.free_perils(tree)
    places.lower_to_journeys(tree, parsing)
    places.lower_to_wars(tree)
    obliques.free_left(tree)
    places.lower_to_subjects(tree)
    places.lower_before_verbs(tree, parsing)
    obliques.raise_crossing(tree)
    obliques.give_causes_scenes(tree)
    obliques.give_topics_scenes(tree, parsing)
    obliques.join_sides(tree)
    places.see_sides(tree)
    clauses.free_adverbials(tree, parsing)
    clauses.free_conjuncts(tree)
    clauses.free_from_speech(tree)
    secondverbs.free_second_predicates(tree)
    secondverbs.join_infinitives(tree)
    secondverbs.join_finite(tree)
    secondverbs.raise_sayings(tree)
    secondverbs.raise_said_next(tree, parsing)
    clauses.free_clauses_from_infinitives(tree)
    clauses.join_purposes(tree)
    infinitives.lower_results(tree, words)
    infinitives.raise_unsaid(tree)
    infinitives.give_gapped_subjects(tree)
    clauses.mend_control(tree, parsing)
    labels.name_obliques(tree)
    name_trees.join_names(tree)
    name_trees.name_conjuncts(tree)
