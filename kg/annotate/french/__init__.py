"""The French models' trees in the Universal Dependencies that the rules speak, with their usual faults mended.

Each repair is one function over the whole tree; they run in this order because each relies on those before: labels and
forms, then participles (they decide what is passive), then what hangs from what.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from kg.annotate.clefts import mend_clefts
from kg.annotate.french.agents import (
    free_targets,
    mend_agents,
    mend_causatives,
    mend_explained,
    raise_deeds,
    raise_from_agents,
    raise_from_manner,
    raise_scenes,
)
from kg.annotate.french.agreement import lower_adjectives, lower_by_number, pair_adjectives
from kg.annotate.french.appositions import (
    free_adjectives_from_names,
    free_from_network,
    free_names_from_adjectives,
    join_descriptions,
    join_names_to_nouns,
    mend_affiliations,
    mend_appositions,
    mend_named_speakers,
    mend_openers,
    raise_names_to_titles,
    see_bare_subjects,
    see_descriptions_in_rows,
)
from kg.annotate.french.attachment import (
    lower_to_people,
    mend_agreement,
    mend_behind_people,
    mend_headlines,
    mend_number,
    mend_objects_told,
    mend_of_people,
    mend_schedules,
    raise_by_gender,
    raise_to_subjects,
)
from kg.annotate.french.behindphrases import (
    free_objects_behind_phrases,
    free_occasions,
    lower_objects,
    part_votes,
)
from kg.annotate.french.besidenames import (
    free_names_from_lower,
    lower_portfolios,
    lower_to_titles,
    part_winners,
    raise_articled_titles,
    raise_from_demonyms,
    see_names,
)
from kg.annotate.french.brackets import raise_from_brackets
from kg.annotate.french.clauses import (
    free_adverbials,
    free_clauses_from_infinitives,
    free_conjuncts,
    free_from_speech,
    free_main_clauses,
    free_second_predicates,
    join_complements,
    join_purposes,
    join_told,
    mend_clauses,
    mend_complex,
    mend_control,
    raise_main_clauses,
    raise_marks,
    raise_sayings,
    see_conditions,
)
from kg.annotate.french.contents import (
    free_infinitives,
    join_added,
    join_adjectives,
    join_contents,
    join_reported,
    join_states,
    lower_comparisons,
    lower_infinitives,
    lower_to_intents,
    mend_as_said,
    mend_presumed,
    raise_by_number,
    raise_contents,
    see_ifs,
    see_imperatives,
    see_speakers,
    see_states,
    see_tellers,
)
from kg.annotate.french.coordination import (
    free_from_descriptions,
    join_added_people,
    mend_coordination,
    mend_lists,
    mend_members,
    mend_named_rows,
    raise_conjuncts,
)
from kg.annotate.french.counted import (
    free_compared,
    free_counted,
    free_from_models,
    lower_ages,
    raise_counts,
    raise_others,
    see_counted,
    see_counted_people,
    see_nine,
    see_numbers,
    see_other,
)
from kg.annotate.french.described import (
    join_company_names,
    join_to_honorifics,
    lower_names,
    mend_described,
    mend_named,
    mend_quoted,
    see_capitals,
    see_common_nouns,
    see_nouns_described,
)
from kg.annotate.french.forms import (
    mend_words,
    rename,
    see_articled_names,
    see_asides,
    see_coaches,
    see_named_people,
    see_nobody,
    see_people,
    show_number,
    show_tense,
)
from kg.annotate.french.fronted import mend_subjects_behind_openers
from kg.annotate.french.gerunds import (
    free_from_gerunds,
    lower_brought,
    lower_perfects,
    mend_absolutes,
    mend_early_gerunds,
    mend_fronted_gerunds,
    mend_gerunds,
    mend_loose_gerunds,
    mend_near_gerunds,
    raise_behind_gerunds,
    see_objects_of_gerunds,
    see_trying,
)
from kg.annotate.french.headlines import part_headlines
from kg.annotate.french.inclusions import mend_inclusions
from kg.annotate.french.infinitives import (
    free_asked,
    free_from_inserted,
    free_from_relatives,
    free_purposes,
    join_advised,
    join_aims,
    raise_from_hearers,
    raise_judged,
    raise_seen,
    see_asking,
    see_being,
)
from kg.annotate.french.inserted import (
    mend_enclosed,
    mend_inserted,
    mend_interposed,
    mend_objects_of_relatives,
    mend_qualified_subjects,
    mend_second_subjects,
)
from kg.annotate.french.inverted import mend_inverted
from kg.annotate.french.lostverbs import (
    free_from_days,
    mend_named_verbs,
    see_closing,
    see_denials,
    see_infinitives,
    see_main_verbs,
    see_plurals,
    see_powers,
    see_speech,
    see_verbs,
)
from kg.annotate.french.mainclauses import (
    mend_main_clauses,
    mend_predicates,
    raise_from_asides,
    see_inverted_verbs,
    see_relative_verbs,
)
from kg.annotate.french.mainverbs import (
    free_from_clitics,
    mend_day_roots,
    mend_headless,
    mend_joined_subjects,
    mend_modal_verbs,
    mend_new_subjects,
    mend_partitive_subjects,
    mend_stressed,
    mend_titled_predicates,
    part_reserved_clauses,
    raise_told,
)
from kg.annotate.french.namings import join_promotions, see_named_openers
from kg.annotate.french.objects import (
    free_clitics,
    free_from_added,
    free_from_auxiliaries,
    free_from_recipients,
    free_objects,
    give_objects,
    lower_copulas,
    mend_appointments,
    mend_neithers,
    mend_object_rows,
    mend_objects,
    see_pro_forms,
    show_clitics,
)
from kg.annotate.french.obliques import (
    free_capacities,
    free_charges,
    free_left,
    free_origins,
    free_places,
    free_sides,
    give_causes_scenes,
    give_topics_scenes,
    join_sides,
    lower_recipients,
    lower_to_done,
    mend_agents_joined,
    mend_obliques,
    see_capacities,
    see_east,
)
from kg.annotate.french.openings import mend_false_mains
from kg.annotate.french.outfits import mend_outfits
from kg.annotate.french.parted import mend_interrupted
from kg.annotate.french.participles import (
    free_from_participles,
    join_undergone,
    lower_to_nearest,
    mend_fronted,
    mend_joined,
    mend_missing,
    mend_modifying_verbs,
    mend_nominal_participles,
    mend_reduced,
    mend_series,
    raise_behind_participles,
    raise_joined,
    see_dead,
)
from kg.annotate.french.partitives import (
    free_from_denials,
    free_given,
    free_partitives,
    mend_partitives,
    see_partitives,
)
from kg.annotate.french.places import (
    free_from_rows,
    free_from_things,
    free_from_towns,
    free_linked,
    join_named_towns,
    join_participles,
    lower_descriptions,
    lower_to_journeys,
    see_sides,
)
from kg.annotate.french.relatives import (
    free_possessors,
    lower_by_agreement,
    lower_into_relatives,
    mend_fronted_relatives,
    mend_possessed,
    mend_relatives,
    raise_by_agreement,
    raise_from_adjectives,
    raise_from_names,
    raise_happenings,
    raise_to_named,
    raise_venues,
)
from kg.annotate.french.rows import mend_rows, mend_rows_of
from kg.annotate.french.seenparticiples import see_first_legs, see_participles
from kg.annotate.french.subjects import (
    find_subjects,
    free_heads,
    free_indefinite_subjects,
    free_subjects,
    free_subjects_of_times,
    join_described,
    join_far_predicates,
    join_fronted,
    mend_impersonal,
    mend_latter,
    see_plural_subjects,
)
from kg.annotate.french.times import (
    free_days,
    free_from_bare_days,
    free_from_state,
    free_from_times,
    join_behind_days,
    join_past_times,
    lower_times,
    lower_to_participles,
    mend_behind_measures,
    mend_behind_times,
    mend_times,
    raise_last_times,
    raise_spans,
    see_stressed,
)
from kg.annotate.french.togethers import mend_togethers
from kg.annotate.french.translated import free_states, mend_said_last, mend_verb_first, see_taken_up
from kg.annotate.french.voice import (
    mend_adverbs,
    mend_parted,
    mend_perfect_infinitives,
    mend_perfects,
    mend_voice,
)
from kg.annotate.gapped import mend_gapped
from kg.annotate.kin import mend_described_kin
from kg.annotate.lemmas import Lemmas, load_lemmas
from kg.annotate.name_trees import join_names, name_conjuncts, settle_names
from kg.annotate.parsing import Parsing, load_parsing
from kg.annotate.posing import mend_posing
from kg.annotate.repairs import (
    free_accused,
    free_added_words,
    free_marks,
    free_protests,
    free_reserves,
    give_objects_participles,
    join_counts,
    join_holders,
    mend_makers,
    mend_openings,
    mend_post_places,
    mend_subjects,
    raise_summaries,
    settle_descriptions,
    settle_holders,
    share_objects,
)
from kg.annotate.rosters import mend_rosters
from kg.annotate.speech import mend_speech
from kg.annotate.tree import Tree
from kg.annotate.undergone import free_undergone
from kg.lang import Language, language
from kg.model import NameSpan


def to_ud(tree: Tree, names: Iterable[NameSpan], titles: Container[str]) -> None:
    """Turn the tree of a French model into Universal Dependencies, in place."""
    lemmas, parsing, words, names = load_lemmas("fr"), load_parsing("fr"), language("fr"), tuple(names)
    assert lemmas is not None
    _read_words(tree, names, titles, lemmas, parsing, words)
    _hang_clauses(tree, parsing, words)
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
    rename(tree)
    show_tense(tree, lemmas)
    show_number(tree)
    free_marks(tree)
    free_from_network(tree)
    settle_names(tree, names, titles)
    part_headlines(tree, lemmas)
    see_nine(tree)
    see_east(tree)
    free_counted(tree)
    see_verbs(tree, lemmas)
    see_closing(tree)
    see_infinitives(tree, lemmas)
    free_from_days(tree, parsing)
    see_powers(tree)
    see_articled_names(tree, parsing)
    see_plurals(tree, lemmas)
    see_relative_verbs(tree, lemmas, parsing)
    see_inverted_verbs(tree, lemmas)
    see_named_people(tree)
    see_common_nouns(tree, lemmas, words)
    see_nouns_described(tree, words)
    see_people(tree)
    see_speech(tree, lemmas, parsing)
    see_speakers(tree, lemmas)
    see_imperatives(tree, lemmas)
    see_ifs(tree)
    mend_named_verbs(tree, lemmas)
    see_asides(tree)
    see_denials(tree, lemmas)
    see_being(tree)
    see_asking(tree, lemmas, parsing)
    see_coaches(tree)
    see_nobody(tree)
    see_main_verbs(tree, lemmas)
    see_participles(tree, lemmas)
    see_named_openers(tree, lemmas, parsing, words)
    see_first_legs(tree)
    see_trying(tree, lemmas)
    lower_copulas(tree)
    see_dead(tree)
    free_from_auxiliaries(tree)
    free_clitics(tree)
    show_clitics(tree)
    mend_perfects(tree, lemmas)
    mend_perfect_infinitives(tree, lemmas)
    mend_parted(tree, lemmas)
    mend_interrupted(tree, lemmas)
    mend_adverbs(tree)
    mend_outfits(tree, lemmas, parsing)
    mend_voice(tree)
    see_states(tree, lemmas)
    mend_presumed(tree, lemmas)
    see_tellers(tree)
    mend_words(tree, lemmas)
    mend_quoted(tree, words)
    mend_latter(tree)
    see_numbers(tree)
    free_from_models(tree)
    see_counted_people(tree, lemmas)
    raise_counts(tree)
    free_compared(tree)
    raise_others(tree)
    see_other(tree, lemmas)
    free_heads(tree)
    free_subjects(tree)


def _hang_clauses(tree: Tree, parsing: Parsing, words: Language) -> None:
    """What clause hangs from what: conditions, complements, infinitives, gerunds."""
    mend_complex(tree)
    raise_marks(tree)
    see_conditions(tree)
    free_main_clauses(tree)
    raise_main_clauses(tree)
    join_complements(tree)
    join_told(tree)
    join_contents(tree, parsing)
    raise_contents(tree, parsing)
    join_adjectives(tree)
    join_states(tree)
    join_reported(tree, parsing)
    free_infinitives(tree, parsing)
    lower_infinitives(tree)
    lower_to_intents(tree)
    free_asked(tree)
    free_from_relatives(tree)
    free_from_inserted(tree)
    join_advised(tree)
    join_aims(tree)
    free_purposes(tree, words)
    raise_from_hearers(tree)
    raise_judged(tree)
    raise_seen(tree)
    mend_clauses(tree)
    mend_false_mains(tree)
    mend_as_said(tree)
    mend_gerunds(tree)
    raise_behind_gerunds(tree)
    raise_behind_participles(tree)
    mend_loose_gerunds(tree, parsing)
    see_objects_of_gerunds(tree)
    mend_early_gerunds(tree)
    mend_near_gerunds(tree)
    free_from_gerunds(tree)
    lower_brought(tree, words)
    mend_absolutes(tree)
    lower_perfects(tree, words)


def _join_rows(tree: Tree, names: Sequence[NameSpan], lemmas: Lemmas, parsing: Parsing, words: Language) -> None:
    """What stands side by side, and which verb is the main one."""
    mend_agents_joined(tree)
    mend_rows(tree, names)
    mend_rows_of(tree, names)
    mend_clefts(tree, words, {"c'", "c’", "ce"}, {"que", "qu'", "qu’"}, "être")
    mend_inverted(tree, parsing)
    join_added_people(tree)
    see_descriptions_in_rows(tree, words)
    mend_coordination(tree)
    join_promotions(tree, parsing)
    mend_subjects_behind_openers(tree)
    mend_gapped(tree)
    join_counts(tree, "de")
    mend_joined(tree)
    join_undergone(tree, parsing)
    join_participles(tree, lemmas)
    raise_joined(tree)
    mend_missing(tree)
    part_reserved_clauses(tree)
    raise_told(tree)
    see_bare_subjects(tree)
    mend_modifying_verbs(tree)
    mend_modal_verbs(tree)
    mend_new_subjects(tree)
    mend_partitive_subjects(tree)
    mend_day_roots(tree)
    mend_stressed(tree)
    mend_titled_predicates(tree)
    free_from_clitics(tree)
    mend_series(tree)
    mend_enclosed(tree)
    mend_second_subjects(tree)
    mend_objects_of_relatives(tree)


def _find_subjects(tree: Tree, parsing: Parsing, words: Language) -> None:
    """Names beside their nouns, and who is the subject of what."""
    free_names_from_adjectives(tree)
    see_names(tree)
    free_names_from_lower(tree)
    raise_articled_titles(tree)
    raise_from_demonyms(tree, words)
    lower_comparisons(tree)
    raise_names_to_titles(tree, words)
    free_adjectives_from_names(tree)
    join_names_to_nouns(tree)
    mend_openers(tree)
    mend_fronted(tree)
    mend_fronted_gerunds(tree)
    mend_said_last(tree, parsing)
    mend_verb_first(tree, parsing)
    see_taken_up(tree)
    free_subjects_of_times(tree, parsing)
    free_indefinite_subjects(tree)
    find_subjects(tree, parsing)
    mend_causatives(tree)
    mend_nominal_participles(tree)
    free_from_participles(tree)
    mend_reduced(tree)
    lower_to_nearest(tree)
    mend_qualified_subjects(tree)
    give_objects_participles(tree, words)
    mend_headlines(tree)
    see_capitals(tree)
    mend_interposed(tree)
    mend_inserted(tree)
    raise_from_asides(tree)
    mend_main_clauses(tree)
    mend_predicates(tree)
    mend_fronted_relatives(tree)
    mend_possessed(tree)
    free_possessors(tree)
    mend_joined_subjects(tree)
    mend_agreement(tree)
    mend_of_people(tree, parsing)
    mend_behind_people(tree, parsing)
    mend_objects_told(tree, parsing)
    mend_number(tree)
    lower_to_people(tree)
    raise_to_subjects(tree)
    mend_schedules(tree, parsing)


def _give_objects(tree: Tree, names: Sequence[NameSpan], parsing: Parsing, words: Language) -> None:
    """Objects, and what verbs have behind prepositions."""
    mend_neithers(tree)
    mend_object_rows(tree)
    mend_objects(tree, parsing)
    mend_appointments(tree, names, parsing, words.titles)
    mend_explained(tree)
    see_partitives(tree)
    free_from_denials(tree)
    free_partitives(tree, parsing)
    free_given(tree, parsing)
    free_objects(tree, parsing)
    part_votes(tree, parsing)
    free_objects_behind_phrases(tree, parsing)
    free_occasions(tree)
    lower_objects(tree)
    part_winners(tree)
    free_from_added(tree)
    free_from_recipients(tree)
    give_objects(tree, parsing)
    free_from_bare_days(tree, parsing)
    free_from_state(tree)
    join_past_times(tree, parsing)
    mend_obliques(tree)
    free_places(tree, parsing)
    lower_to_done(tree)
    lower_recipients(tree)
    raise_by_number(tree)
    free_from_rows(tree)
    free_from_things(tree)
    free_from_towns(tree)
    free_linked(tree, parsing)
    mend_posing(tree, parsing.posing, "comme")
    see_capacities(tree)
    free_capacities(tree)
    free_charges(tree, parsing)
    free_sides(tree)
    free_states(tree)


def _settle_names(tree: Tree, names: Sequence[NameSpan], titles: Container[str], parsing: Parsing, words: Language) -> None:
    """Who speaks, who somebody is between commas, what a row holds."""
    mend_speech(tree, parsing, words)
    lower_portfolios(tree, words)
    lower_to_titles(tree, words)
    join_added(tree, parsing)
    mend_appositions(tree, words)
    lower_descriptions(tree, words)
    join_named_towns(tree, words)
    mend_affiliations(tree)
    mend_post_places(tree, words)
    mend_named_speakers(tree)
    mend_described(tree, names, words)
    mend_togethers(tree, names, words)
    mend_named(tree, names, words)
    join_company_names(tree, names)
    lower_names(tree, words)
    join_to_honorifics(tree, words)
    mend_inclusions(tree, words)
    settle_holders(tree, titles)
    join_holders(tree)
    settle_descriptions(tree, names)
    join_descriptions(tree, words)
    mend_lists(tree)
    free_from_descriptions(tree)
    mend_named_rows(tree, words)
    mend_members(tree)
    raise_conjuncts(tree)
    lower_adjectives(tree)
    pair_adjectives(tree)


def _hang_times(tree: Tree, names: Sequence[NameSpan], lemmas: Lemmas, parsing: Parsing, words: Language) -> None:
    """Times, relative clauses, agents, and where a deed took place."""
    lower_to_participles(tree, parsing)
    raise_spans(tree, parsing)
    mend_times(tree, parsing)
    join_behind_days(tree, parsing)
    free_days(tree, parsing)
    lower_times(tree, parsing)
    see_counted(tree, parsing)
    lower_ages(tree)
    see_stressed(tree, parsing)
    mend_partitives(tree, parsing)
    mend_relatives(tree, parsing)
    raise_from_brackets(tree, words)
    lower_into_relatives(tree)
    raise_from_adjectives(tree)
    raise_from_names(tree, words)
    raise_to_named(tree, words)
    raise_by_agreement(tree)
    lower_by_agreement(tree)
    lower_by_number(tree)
    raise_happenings(tree)
    raise_venues(tree)
    mend_rosters(tree, names, words, frozenset({"et"}))
    mend_headless(tree)
    mend_agents(tree, parsing)
    raise_deeds(tree, parsing)
    raise_from_manner(tree)
    raise_from_agents(tree, parsing, lemmas)
    free_targets(tree)
    raise_scenes(tree)


def _mend_the_rest(tree: Tree, names: Sequence[NameSpan], parsing: Parsing, words: Language) -> None:
    """What those before leave: subjects and objects far off, topics, clauses beside each other."""
    join_fronted(tree)
    join_described(tree)
    see_plural_subjects(tree)
    join_far_predicates(tree)
    mend_subjects(tree)
    mend_openings(tree)
    free_protests(tree, parsing)
    free_accused(tree, parsing, words)
    free_added_words(tree, parsing)
    free_reserves(tree, parsing)
    raise_summaries(tree, parsing)
    share_objects(tree)
    mend_makers(tree, "par", "comme")
    raise_by_gender(tree)
    mend_described_kin(tree, words, "de")
    free_undergone(tree, names, words, "par", "de")
    mend_impersonal(tree, parsing)
    see_pro_forms(tree)
    mend_behind_times(tree, parsing)
    mend_behind_measures(tree, parsing)
    free_from_times(tree, parsing)
    raise_last_times(tree, parsing)
    free_origins(tree, parsing)
    lower_to_journeys(tree, parsing)
    free_left(tree)
    give_causes_scenes(tree)
    give_topics_scenes(tree, parsing)
    join_sides(tree)
    see_sides(tree)
    free_adverbials(tree, parsing)
    free_conjuncts(tree)
    free_from_speech(tree)
    free_second_predicates(tree)
    raise_sayings(tree)
    free_clauses_from_infinitives(tree)
    join_purposes(tree)
    mend_control(tree, parsing)
    join_names(tree)
    name_conjuncts(tree)
