"""The English models' trees in the Universal Dependencies that the rules speak, with their usual faults mended.

Each repair is one function over the whole tree; they run in this order because each relies on those before: the labels of
ClearNLP with its prepositions and copulas as heads are turned round first, then names are settled, then clauses.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from kg.annotate import clefts, gapped, kin, name_trees, participles, posing, repairs, rosters, topics, undergone
from kg.annotate.english import (
    adjectives,
    among,
    antecedents,
    asides,
    ballots,
    blames,
    charges,
    clauses,
    company,
    deeds,
    envoys,
    forms,
    gerunds,
    headlines,
    infinitives,
    inlaws,
    labels,
    mainverbs,
    nounrows,
    nouns,
    phrases,
    places,
    plural_titles,
    reduced,
    relatives,
    rows,
    speech,
    sums,
    swallowed,
    tolls,
    twoobjects,
    unreached,
)
from kg.annotate.parsing import Parsing, load_parsing
from kg.annotate.tree import Tree
from kg.lang import Language, language
from kg.model import NameSpan


def to_ud(tree: Tree, names: Iterable[NameSpan], titles: Container[str]) -> None:
    """Turn the tree of an English model into Universal Dependencies, in place."""
    parsing, words, names = load_parsing("en"), language("en"), tuple(names)
    _read_words(tree)
    _join_rows(tree, names, titles)
    _find_subjects(tree, names, titles, words)
    _give_objects(tree, names, words)
    _hang_clauses(tree, parsing, words)
    _mend_the_rest(tree, names, parsing, words)


def _read_words(tree: Tree) -> None:
    """Lemmas, forms and labels, and verbs that the model took for something else."""
    forms.mend_lemmas(tree)
    forms.mend_singulars(tree)
    forms.see_particled_names(tree)
    forms.mend_finite(tree)
    forms.see_unchanged_pasts(tree)
    labels.lower_prepositions(tree)
    labels.lower_copulas(tree)
    forms.mend_perfects(tree)
    sums.free_moves(tree)
    forms.free_from_auxiliaries(tree)
    forms.see_noun_subjects(tree)
    forms.see_wanted_deeds(tree)
    forms.raise_subjects(tree)
    forms.mend_infinitives(tree)
    forms.show_subjunctives(tree)
    forms.mend_impersonals(tree)
    labels.tie_hyphens(tree)
    labels.rename(tree)
    labels.join_prepositions(tree)
    labels.mend_particles(tree)
    labels.flatten_coordination(tree)
    infinitives.lower_habits(tree)
    headlines.mend_headline_verbs(tree)
    headlines.mend_swallowed_verbs(tree)
    headlines.give_compound_subjects(tree)
    headlines.mend_second_verbs(tree)
    headlines.mend_bare_presents(tree)
    headlines.mend_clause_verbs(tree)
    swallowed.mend_opening_clauses(tree)
    swallowed.mend_inversions(tree)
    swallowed.mend_risks(tree)
    swallowed.mend_compelling(tree)
    swallowed.mend_headline_gerunds(tree)
    headlines.mend_while_clauses(tree)
    headlines.mend_announced(tree)
    headlines.mend_headline_subjects(tree)
    headlines.mend_headline_objects(tree)
    headlines.mend_carriers(tree)
    headlines.mend_deed_nouns(tree)
    headlines.part_headlines(tree)
    participles.mend_participles(tree)


def _join_rows(tree: Tree, names: Sequence[NameSpan], titles: Container[str]) -> None:
    """Relative pronouns, whole names, and what stands side by side."""
    labels.mark_relatives(tree)
    antecedents.mend_antecedents(tree, names)
    antecedents.free_from_partners(tree)
    antecedents.free_from_dates(tree)
    antecedents.free_from_scenes(tree)
    antecedents.free_from_targets(tree)
    antecedents.free_from_homes(tree)
    antecedents.agree_relatives(tree)
    repairs.free_marks(tree)
    unreached.mend_unreached(tree)
    name_trees.settle_names(tree, names, titles, head_last=True)
    infinitives.mend_named_goals(tree)
    infinitives.mend_promotions(tree)
    places.raise_parts(tree, names)
    nouns.mend_pairs(tree)
    nounrows.mend_enumerations(tree)
    nouns.mend_bare_objects(tree)
    gapped.mend_gapped(tree)
    tolls.mend_gapped_pasts(tree)
    nouns.mend_gerunds(tree)
    nounrows.mend_object_rows(tree)
    nounrows.mend_determined_rows(tree)
    nounrows.mend_titled_rows(tree, names)
    nounrows.mend_titled_appositions(tree, names, titles)
    nounrows.mend_subject_rows(tree, names)
    nounrows.mend_opened_rows(tree)
    nounrows.raise_joined_deeds(tree)
    nounrows.mend_phrase_rows(tree)
    nounrows.lower_joined_places(tree)
    nounrows.lower_joined_targets(tree)
    nounrows.mend_counted_rows(tree)
    nounrows.lower_complements(tree)
    nounrows.lower_origins(tree)
    repairs.join_counts(tree, "of")
    nounrows.mend_joined_demonyms(tree)
    nounrows.mend_aircraft(tree)
    nounrows.join_loose_nouns(tree)
    nouns.raise_named_subjects(tree)
    antecedents.mend_avowals(tree)
    nouns.mend_sides(tree)
    places.mend_beside(tree)
    places.see_outside(tree)
    nouns.mend_journeys(tree)


def _find_subjects(tree: Tree, names: Sequence[NameSpan], titles: Container[str], words: Language) -> None:
    """Titles and names, who is the subject of what, and what figures count."""
    plural_titles.see_plural_titles(tree, titles)
    nouns.mend_shared_titles(tree, titles)
    nouns.mend_joined_titles(tree, titles)
    envoys.part_envoys(tree, words)
    envoys.join_fields(tree, names, words)
    envoys.raise_holders(tree, names, words)
    nouns.mend_doubled_titles(tree, titles)
    nouns.part_spans(tree)
    adjectives.lower_adjectives(tree)
    adjectives.raise_participles(tree)
    adjectives.free_later(tree)
    adjectives.part_captives(tree)
    twoobjects.mend_appointments(tree, names, titles)
    twoobjects.mend_receivers(tree, names)
    nouns.raise_closing_names(tree)
    nouns.mend_bare_names(tree, names)
    plural_titles.raise_named(tree)
    repairs.settle_holders(tree, titles)
    repairs.join_holders(tree)
    repairs.settle_descriptions(tree, names, words)
    nouns.mend_named_subjects(tree)
    clefts.mend_clefts(tree, words, {"it"}, {"that", "where"}, "be")
    nouns.see_hyphened_names(tree)
    nouns.find_subjects(tree)
    nouns.mend_magnitudes(tree)
    sums.part_moves(tree)
    sums.part_wholes(tree)
    sums.part_rates(tree)
    sums.see_shares(tree)
    sums.free_places(tree)
    nouns.free_from_figures(tree)
    nouns.free_counted_names(tree)


def _give_objects(tree: Tree, names: Sequence[NameSpan], words: Language) -> None:
    """Who is blamed for what, and the objects and contents of verbs."""
    charges.mend_charges(tree)
    charges.mend_accusations(tree)
    charges.free_the_accused(tree)
    blames.mend_blames(tree)
    blames.raise_targets(tree)
    blames.mend_pleas(tree)
    blames.mend_shared_deeds(tree)
    blames.free_doubtful_accusers(tree)
    blames.raise_agents(tree)
    blames.lower_agents(tree)
    blames.free_doubtful_judges(tree)
    repairs.give_objects_participles(tree, words)
    ballots.mend_ballots(tree)
    clauses.mend_shifted_objects(tree)
    clauses.mend_contents(tree)
    clauses.raise_contents(tree)
    clauses.mend_made_easy(tree)
    phrases.mend_thanks(tree)
    gerunds.mend_gerund_objects(tree)
    gerunds.mend_fleeing(tree)
    gerunds.raise_using(tree)
    gerunds.raise_citing(tree)
    gerunds.raise_sayings(tree)
    phrases.mend_taken(tree)
    phrases.mend_reasons(tree)
    phrases.mend_designated(tree)
    phrases.part_appointed(tree)
    phrases.free_days(tree)
    phrases.mend_discussed(tree, names)
    topics.lower_to_talks(tree, words.frames, ("on", "about", "over"))
    phrases.mend_places_off(tree)
    phrases.mend_head_on(tree)
    phrases.raise_hedges(tree)
    clauses.mend_verb_objects(tree)
    rows.mend_joined_subjects(tree)
    rows.give_passive_subjects(tree)
    rows.see_swallowed_verbs(tree)
    speech.part_speakers(tree)
    speech.free_called(tree)
    rows.mend_speech_rows(tree)
    rows.mend_gerund_rows(tree)
    rows.mend_infinitive_rows(tree)


def _hang_clauses(tree: Tree, parsing: Parsing, words: Language) -> None:
    """What clause hangs from what: relatives, gerunds, conditions, reduced clauses."""
    infinitives.raise_compelled(tree)
    infinitives.free_from_relatives(tree)
    infinitives.free_audiences(tree)
    infinitives.free_helped(tree)
    infinitives.raise_wishes(tree)
    infinitives.free_calls(tree)
    infinitives.mend_terms(tree)
    infinitives.hang_ranked(tree)
    infinitives.free_aims(tree)
    infinitives.raise_pleas(tree)
    infinitives.join_aims(tree)
    rows.raise_told(tree)
    rows.lower_told_rows(tree)
    rows.lower_perfect_rows(tree)
    deeds.lower_relative_rows(tree)
    deeds.raise_judged_rows(tree)
    mainverbs.mend_titled_objects(tree)
    mainverbs.mend_gerund_clauses(tree)
    mainverbs.mend_left_nouns(tree)
    mainverbs.see_told_reports(tree)
    mainverbs.mend_risked(tree)
    clauses.mend_as_clauses(tree)
    clauses.mend_after_clauses(tree)
    clauses.mend_as_adjectives(tree)
    forms.see_gerund_subjects(tree)
    posing.mend_posing(tree, parsing.posing, "as")
    relatives.raise_relatives(tree)
    antecedents.free_from_parts(tree)
    relatives.mend_object_relatives(tree)
    relatives.mend_marked_relatives(tree)
    relatives.mend_second_subjects(tree)
    relatives.mend_said_relatives(tree)
    relatives.free_comments(tree)
    relatives.mend_who_clauses(tree)
    relatives.mend_successions(tree)
    forms.mend_perfect_gerunds(tree)
    relatives.mend_bare_relatives(tree)
    relatives.mend_police_relatives(tree)
    relatives.mend_credit(tree)
    relatives.mend_inserted_conditions(tree)
    reduced.see_participles(tree)
    reduced.free_calling(tree)
    reduced.see_cut(tree)
    reduced.mend_seen(tree)
    reduced.mend_foreseen(tree)
    reduced.mend_thought(tree)
    reduced.mend_clausal_subjects(tree)
    reduced.mend_parted(tree)
    reduced.mark_once(tree)
    reduced.free_doubtful_participles(tree)
    reduced.raise_from_bodies(tree)
    mainverbs.mend_reduced(tree)
    reduced.join_reduced(tree)
    reduced.lower_to_contents(tree)
    reduced.lower_passive_asides(tree)
    reduced.mend_absolutes(tree)
    asides.mend_enclosed(tree)
    asides.lower_second_objects(tree)
    asides.free_from_appositions(tree)
    asides.free_from_inclusions(tree)
    asides.join_to_relatives(tree)
    among.mend_among(tree)
    company.mend_company(tree, words)


def _mend_the_rest(tree: Tree, names: Sequence[NameSpan], parsing: Parsing, words: Language) -> None:
    """Lists of people, who undergoes and who does, tolls, speakers, days, and what those before leave."""
    rosters.mend_rosters(tree, names, words, frozenset({"and"}))
    mainverbs.mend_headless(tree)
    mainverbs.mend_carrying(tree)
    mainverbs.mend_aimed_subjects(tree)
    mainverbs.mend_supposed_subjects(tree)
    mainverbs.mend_inverted_passives(tree)
    mainverbs.mend_based(tree)
    repairs.mend_makers(tree, "by", "as")
    kin.mend_described_kin(tree, words, "of")
    undergone.free_undergone(tree, names, words, "by", "of")
    nouns.free_judges(tree)
    charges.mend_verdicts(tree)
    nouns.join_second_agents(tree)
    nouns.join_culprits(tree)
    mainverbs.mend_reported(tree)
    rows.mend_passive_rows(tree)
    rows.mend_hearsay_rows(tree)
    rows.mend_reduced_rows(tree)
    forms.see_swallowed_pasts(tree)
    forms.mend_pasts(tree)
    headlines.mend_headline_agents(tree)
    headlines.mend_headline_offices(tree)
    forms.mend_lost_passives(tree)
    charges.part_courts(tree)
    forms.join_passives(tree)
    tolls.mend_results(tree)
    tolls.see_dead(tree)
    tolls.mend_tolls(tree)
    tolls.mend_opening_tolls(tree)
    tolls.mend_counted_participles(tree)
    speech.mend_spoken_days(tree)
    phrases.free_ceremonies(tree)
    phrases.raise_days(tree)
    phrases.mend_worth(tree)
    phrases.mend_boards(tree)
    speech.mend_fronted_speech(tree)
    speech.mend_told(tree)
    speech.part_offices(tree)
    speech.mend_late_speakers(tree)
    speech.mend_speaker_rows(tree)
    speech.mend_inserted_speakers(tree)
    speech.raise_closing_speakers(tree)
    speech.mend_closing_speakers(tree)
    speech.part_closing_speakers(tree)
    speech.join_second_contents(tree)
    deeds.lower_past_rows(tree)
    clauses.part_not_only(tree)
    clauses.mend_demands(tree)
    clauses.free_clauses(tree)
    clauses.raise_joined_futures(tree)
    nouns.part_months(tree)
    nouns.mend_dated_nouns(tree)
    repairs.mend_post_places(tree, words)
    nouns.mend_lost_subjects(tree)
    mainverbs.mend_joined_pasts(tree)
    repairs.mend_subjects(tree)
    nounrows.join_named_nouns(tree)
    inlaws.raise_from_in_laws(tree)
    repairs.mend_openings(tree)
    places.mend_described_places(tree)
    places.mend_states(tree)
    repairs.free_protests(tree, parsing, words)
    repairs.free_accused(tree, parsing, words)
    repairs.free_added_words(tree, parsing)
    repairs.free_reserves(tree, parsing)
    repairs.raise_summaries(tree, parsing)
    repairs.part_clauses(tree)
    repairs.join_clauses(tree)
    repairs.share_objects(tree)
