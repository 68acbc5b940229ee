"""The English models' trees in the Universal Dependencies that the rules speak, with their usual faults mended.

Each repair is one function over the whole tree; they run in this order because each relies on those before: the labels of
ClearNLP with its prepositions and copulas as heads are turned round first, then names are settled, then clauses.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from kg.annotate.clefts import mend_clefts
from kg.annotate.english.antecedents import mend_antecedents, mend_avowals
from kg.annotate.english.asides import mend_enclosed
from kg.annotate.english.ballots import mend_ballots
from kg.annotate.english.blames import (
    free_doubtful_accusers,
    free_doubtful_judges,
    mend_blames,
    mend_pleas,
    mend_shared_deeds,
    raise_agents,
)
from kg.annotate.english.charges import mend_accusations, mend_charges, mend_verdicts
from kg.annotate.english.clauses import (
    free_clauses,
    mend_as_clauses,
    mend_contents,
    mend_made_easy,
    mend_shifted_objects,
    mend_verb_objects,
)
from kg.annotate.english.forms import (
    free_from_auxiliaries,
    mend_finite,
    mend_impersonals,
    mend_infinitives,
    mend_lemmas,
    mend_lost_passives,
    mend_pasts,
    mend_perfect_gerunds,
    raise_subjects,
    see_gerund_subjects,
    see_noun_subjects,
    see_swallowed_pasts,
)
from kg.annotate.english.headlines import (
    give_compound_subjects,
    mend_announced,
    mend_bare_presents,
    mend_carriers,
    mend_clause_verbs,
    mend_deed_nouns,
    mend_headline_agents,
    mend_headline_objects,
    mend_headline_offices,
    mend_headline_subjects,
    mend_headline_verbs,
    mend_second_verbs,
    mend_swallowed_verbs,
    mend_while_clauses,
    part_headlines,
)
from kg.annotate.english.infinitives import free_audiences, free_from_relatives, free_helped, join_aims, mend_terms
from kg.annotate.english.labels import (
    flatten_coordination,
    join_prepositions,
    lower_copulas,
    lower_prepositions,
    mark_relatives,
    mend_particles,
    rename,
    tie_hyphens,
)
from kg.annotate.english.mainverbs import (
    mend_gerund_clauses,
    mend_headless,
    mend_joined_pasts,
    mend_left_nouns,
    mend_reduced,
    mend_reported,
    mend_titled_objects,
)
from kg.annotate.english.nounrows import (
    join_loose_nouns,
    mend_determined_rows,
    mend_enumerations,
    mend_object_rows,
    mend_opened_rows,
    mend_phrase_rows,
    mend_subject_rows,
    mend_titled_rows,
)
from kg.annotate.english.nouns import (
    find_subjects,
    free_counted_names,
    free_from_figures,
    free_judges,
    join_second_agents,
    mend_appointments,
    mend_bare_names,
    mend_bare_objects,
    mend_dated_nouns,
    mend_gerunds,
    mend_joined_titles,
    mend_journeys,
    mend_lost_subjects,
    mend_magnitudes,
    mend_named_subjects,
    mend_pairs,
    mend_receivers,
    mend_shared_titles,
    mend_sides,
    part_months,
    raise_named_subjects,
)
from kg.annotate.english.phrases import (
    mend_boards,
    mend_designated,
    mend_places_off,
    mend_reasons,
    mend_taken,
    mend_thanks,
    mend_worth,
)
from kg.annotate.english.places import mend_beside, mend_described_places
from kg.annotate.english.reduced import (
    free_doubtful_participles,
    join_reduced,
    mark_once,
    mend_absolutes,
    mend_clausal_subjects,
    mend_foreseen,
    mend_parted,
    mend_seen,
    mend_thought,
    raise_from_bodies,
)
from kg.annotate.english.relatives import (
    free_comments,
    mend_bare_relatives,
    mend_credit,
    mend_inserted_conditions,
    mend_marked_relatives,
    mend_object_relatives,
    mend_police_relatives,
    mend_said_relatives,
    mend_second_subjects,
    mend_successions,
    mend_who_clauses,
)
from kg.annotate.english.rows import (
    mend_gerund_rows,
    mend_infinitive_rows,
    mend_joined_subjects,
    mend_passive_rows,
    mend_reduced_rows,
    mend_speech_rows,
    raise_told,
)
from kg.annotate.english.speech import (
    free_called,
    mend_fronted_speech,
    mend_inserted_speakers,
    mend_late_speakers,
    mend_spoken_days,
    part_speakers,
)
from kg.annotate.english.sums import free_places, part_moves
from kg.annotate.english.swallowed import (
    mend_compelling,
    mend_headline_gerunds,
    mend_inversions,
    mend_opening_clauses,
    mend_risks,
)
from kg.annotate.english.tolls import (
    mend_counted_participles,
    mend_gapped_pasts,
    mend_opening_tolls,
    mend_results,
    mend_tolls,
)
from kg.annotate.english.unreached import mend_unreached
from kg.annotate.gapped import mend_gapped
from kg.annotate.kin import mend_described_kin
from kg.annotate.name_trees import settle_names
from kg.annotate.parsing import Parsing, load_parsing
from kg.annotate.participles import mend_participles
from kg.annotate.posing import mend_posing
from kg.annotate.repairs import (
    free_accused,
    free_added_words,
    free_marks,
    free_protests,
    free_reserves,
    give_objects_participles,
    join_clauses,
    join_counts,
    join_holders,
    mend_makers,
    mend_openings,
    mend_post_places,
    mend_subjects,
    part_clauses,
    raise_summaries,
    settle_descriptions,
    settle_holders,
    share_objects,
)
from kg.annotate.rosters import mend_rosters
from kg.annotate.tree import Tree
from kg.annotate.undergone import free_undergone
from kg.lang import Language, language
from kg.model import NameSpan


def to_ud(tree: Tree, names: Iterable[NameSpan], titles: Container[str]) -> None:
    """Turn the tree of an English model into Universal Dependencies, in place."""
    parsing, words, names = load_parsing("en"), language("en"), tuple(names)
    _read_words(tree)
    _join_rows(tree, names, titles)
    _find_subjects(tree, names, titles, words)
    _give_objects(tree, words)
    _hang_clauses(tree, parsing)
    _mend_the_rest(tree, names, parsing, words)


def _read_words(tree: Tree) -> None:
    """Lemmas, forms and labels, and verbs that the model took for something else."""
    mend_lemmas(tree)
    mend_finite(tree)
    lower_prepositions(tree)
    lower_copulas(tree)
    free_from_auxiliaries(tree)
    see_noun_subjects(tree)
    raise_subjects(tree)
    mend_infinitives(tree)
    mend_impersonals(tree)
    tie_hyphens(tree)
    rename(tree)
    join_prepositions(tree)
    mend_particles(tree)
    flatten_coordination(tree)
    mend_headline_verbs(tree)
    mend_swallowed_verbs(tree)
    give_compound_subjects(tree)
    mend_second_verbs(tree)
    mend_bare_presents(tree)
    mend_clause_verbs(tree)
    mend_opening_clauses(tree)
    mend_inversions(tree)
    mend_risks(tree)
    mend_compelling(tree)
    mend_headline_gerunds(tree)
    mend_while_clauses(tree)
    mend_announced(tree)
    mend_headline_subjects(tree)
    mend_headline_objects(tree)
    mend_carriers(tree)
    mend_deed_nouns(tree)
    part_headlines(tree)
    mend_participles(tree)


def _join_rows(tree: Tree, names: Sequence[NameSpan], titles: Container[str]) -> None:
    """Relative pronouns, whole names, and what stands side by side."""
    mark_relatives(tree)
    mend_antecedents(tree, names)
    free_marks(tree)
    mend_unreached(tree)
    settle_names(tree, names, titles, head_last=True)
    mend_pairs(tree)
    mend_enumerations(tree)
    mend_bare_objects(tree)
    mend_gapped(tree)
    mend_gapped_pasts(tree)
    mend_gerunds(tree)
    mend_object_rows(tree)
    mend_determined_rows(tree)
    mend_titled_rows(tree, names)
    mend_subject_rows(tree, names)
    mend_opened_rows(tree)
    mend_phrase_rows(tree)
    join_counts(tree, "of")
    join_loose_nouns(tree)
    raise_named_subjects(tree)
    mend_avowals(tree)
    mend_sides(tree)
    mend_beside(tree)
    mend_journeys(tree)


def _find_subjects(tree: Tree, names: Sequence[NameSpan], titles: Container[str], words: Language) -> None:
    """Titles and names, who is the subject of what, and what figures count."""
    mend_shared_titles(tree, titles)
    mend_joined_titles(tree, titles)
    mend_appointments(tree, names, titles)
    mend_receivers(tree, names)
    mend_bare_names(tree, names)
    settle_holders(tree, titles)
    join_holders(tree)
    settle_descriptions(tree, names)
    mend_named_subjects(tree)
    mend_clefts(tree, words, {"it"}, {"that", "where"}, "be")
    find_subjects(tree)
    mend_magnitudes(tree)
    part_moves(tree)
    free_places(tree)
    free_from_figures(tree)
    free_counted_names(tree)


def _give_objects(tree: Tree, words: Language) -> None:
    """Who is blamed for what, and the objects and contents of verbs."""
    mend_charges(tree)
    mend_accusations(tree)
    mend_blames(tree)
    mend_pleas(tree)
    mend_shared_deeds(tree)
    free_doubtful_accusers(tree)
    raise_agents(tree)
    free_doubtful_judges(tree)
    give_objects_participles(tree, words)
    mend_ballots(tree)
    mend_shifted_objects(tree)
    mend_contents(tree)
    mend_made_easy(tree)
    mend_thanks(tree)
    mend_taken(tree)
    mend_reasons(tree)
    mend_designated(tree)
    mend_places_off(tree)
    mend_verb_objects(tree)
    mend_joined_subjects(tree)
    part_speakers(tree)
    free_called(tree)
    mend_speech_rows(tree)
    mend_gerund_rows(tree)
    mend_infinitive_rows(tree)


def _hang_clauses(tree: Tree, parsing: Parsing) -> None:
    """What clause hangs from what: relatives, gerunds, conditions, reduced clauses."""
    free_from_relatives(tree)
    free_audiences(tree)
    free_helped(tree)
    mend_terms(tree)
    join_aims(tree)
    raise_told(tree)
    mend_titled_objects(tree)
    mend_gerund_clauses(tree)
    mend_left_nouns(tree)
    mend_as_clauses(tree)
    see_gerund_subjects(tree)
    mend_posing(tree, parsing.posing, "as")
    mend_object_relatives(tree)
    mend_marked_relatives(tree)
    mend_second_subjects(tree)
    mend_said_relatives(tree)
    free_comments(tree)
    mend_who_clauses(tree)
    mend_successions(tree)
    mend_perfect_gerunds(tree)
    mend_bare_relatives(tree)
    mend_police_relatives(tree)
    mend_credit(tree)
    mend_inserted_conditions(tree)
    mend_seen(tree)
    mend_foreseen(tree)
    mend_thought(tree)
    mend_clausal_subjects(tree)
    mend_parted(tree)
    mark_once(tree)
    free_doubtful_participles(tree)
    raise_from_bodies(tree)
    mend_reduced(tree)
    join_reduced(tree)
    mend_absolutes(tree)
    mend_enclosed(tree)


def _mend_the_rest(tree: Tree, names: Sequence[NameSpan], parsing: Parsing, words: Language) -> None:
    """Lists of people, who undergoes and who does, tolls, speakers, days, and what those before leave."""
    mend_rosters(tree, names, words, frozenset({"and"}))
    mend_headless(tree)
    mend_makers(tree, "by", "as")
    mend_described_kin(tree, words, "of")
    free_undergone(tree, names, words, "by", "of")
    free_judges(tree)
    mend_verdicts(tree)
    join_second_agents(tree)
    mend_reported(tree)
    mend_passive_rows(tree)
    mend_reduced_rows(tree)
    see_swallowed_pasts(tree)
    mend_pasts(tree)
    mend_headline_agents(tree)
    mend_headline_offices(tree)
    mend_lost_passives(tree)
    mend_results(tree)
    mend_tolls(tree)
    mend_opening_tolls(tree)
    mend_counted_participles(tree)
    mend_spoken_days(tree)
    mend_worth(tree)
    mend_boards(tree)
    mend_fronted_speech(tree)
    mend_late_speakers(tree)
    mend_inserted_speakers(tree)
    free_clauses(tree)
    part_months(tree)
    mend_dated_nouns(tree)
    mend_post_places(tree, words)
    mend_lost_subjects(tree)
    mend_joined_pasts(tree)
    mend_subjects(tree)
    mend_openings(tree)
    mend_described_places(tree)
    free_protests(tree, parsing)
    free_accused(tree, parsing, words)
    free_added_words(tree, parsing)
    free_reserves(tree, parsing)
    raise_summaries(tree, parsing)
    part_clauses(tree)
    join_clauses(tree)
    share_objects(tree)
