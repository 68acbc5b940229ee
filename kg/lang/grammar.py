"""The function words of a language that extraction rules look up, read from grammar.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import KgError

HERE = Path(__file__).parent
# How the field of an entry is named by section, where it is not named as the entry is.
NAMES = {
    "negation": "negative_{}", "clauses": "{}_marks", "prepositions": "{}_prepositions",
    "sport": "sport_{}", "labour": "labour_{}", "warfare": "warfare_{}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grammar:
    """Sets of lemmas (or of multiword prepositions) by the job that they do."""

    negation_particles: frozenset[str]
    negators: frozenset[str]
    sufficing: frozenset[str]  # words of degree that a denial denies alone: "not quickly enough"
    excessive: frozenset[str]  # words of degree with which an infinitive tells what is not done: "too weak to attack"
    comparing: frozenset[str]  # words before an adverb that is compared: "not any faster"
    multiples: frozenset[str]  # words that say how many times another a figure is: "twice as many as"
    lasting: frozenset[str]  # adverbs that, compared, tell that something went on: "not any longer"
    negators_with_particle: frozenset[str]
    barely: frozenset[str]  # negators that with a pluperfect tell what was only just done: "hardly had it begun when"
    undenied: frozenset[str]  # words before which a negator denies nothing: "pas moins de", "not only"
    exceptive: frozenset[str]  # behind a verb with the particle alone, which denies nothing then: "ne peut que"
    negated_by_particle: frozenset[str]  # verbs that the particle alone denies: "ne cesse de"
    negative_determiners: frozenset[str]
    negative_pronouns: frozenset[str]
    negative_conjunctions: frozenset[str]
    alternatives: frozenset[str]  # conjunctions over which a denial reaches: "did not kill or wound"
    adversative: frozenset[str]  # conjunctions before what is so instead of what is denied
    offence_marks: frozenset[str]  # before what somebody is arrested or tried for: "for robbing a bank"
    blame_prepositions: frozenset[str]  # before whom one punishes for what he did: "sanctions on X for arming Y"
    belonging: frozenset[str]  # verbs by which people are of a group: "They belonged to a gang"
    repenting: frozenset[str]  # verbs and nouns by which one says sorry for what one did oneself
    reporting_marks: frozenset[str]  # before a clause that tells who says the main one: "as X reported"
    purpose_marks: frozenset[str]
    finite_purpose_marks: frozenset[str]  # of these, those before a finite verb: "pour que"
    condition_marks: frozenset[str]
    tallies: frozenset[str]  # sources that only count: "selon un bilan de la police"
    hypothesis_marks: frozenset[str]  # those of them on which alone the main clause holds: "si", "if", not "unless"
    conceding_marks: frozenset[str]  # those of them that may set beside a fact what was not: "si aucun n'est mort, …"
    only_after_marks: frozenset[str]  # "did not leave until X came": then it was done
    pending_marks: frozenset[str]  # conditions of what is to come, times of what is past: "until", "once"
    supposing_marks: frozenset[str]  # before what is only supposed beside a future: "même si"
    timing_marks: frozenset[str]  # before what is to come beside a future: "when", "after"
    complement_marks: frozenset[str]
    aside_marks: frozenset[str]
    meanwhile: frozenset[str]  # marks of a clause that tells what somebody did when something befell them: "while"
    coinciding: frozenset[str]  # marks of a clause behind a time that tells what happened then: "in 2014, when"
    long_marks: frozenset[str]  # all subordinators of several words
    inverted: frozenset[str]  # auxiliaries that make a condition of a clause whose subject they stand before
    without_marks: frozenset[str]
    manner_marks: frozenset[str]  # before a gerund that tells how: "retaliated by striking"
    cause_marks: frozenset[str]
    reason_marks: frozenset[str]  # those of them that tell nothing but a reason
    before_marks: frozenset[str]  # before what is to come later than the main clause
    preposition_variants: Mapping[str, str]
    dative_preposition: str  # before whom something is given, said or done to
    of: frozenset[str]  # prepositions that tie a noun to another, saying whose or of what it is
    measured: frozenset[str]  # prepositions between a figure and what it measures: "a rise in prices"
    robbed_prepositions: frozenset[str]  # before whom something is taken
    place_prepositions: frozenset[str]
    inside_prepositions: frozenset[str]
    into_prepositions: frozenset[str]
    facade_prepositions: frozenset[str]  # what stands so before a body's name is where its building is
    beyond_prepositions: frozenset[str]
    nearby_prepositions: frozenset[str]  # what stands so before a state is not in it
    agent_prepositions: frozenset[str]
    undergone_prepositions: frozenset[str]
    author_prepositions: frozenset[str]  # what one is whose deed it is: "is behind the attack"
    engaged_prepositions: frozenset[str]  # with their nouns, what whoever is in it does: "en grève"
    member_prepositions: frozenset[str]
    origin_prepositions: frozenset[str]
    attribution_prepositions: frozenset[str]
    cause_prepositions: frozenset[str]
    instrument_prepositions: frozenset[str]
    means_prepositions: frozenset[str]  # by what something is to be reached: "a solution through dialogue"
    possession_prepositions: frozenset[str]  # before what somebody has on them
    commanded_prepositions: frozenset[str]  # behind a force, before who commands it
    aboard_prepositions: frozenset[str]  # of the instruments, what carries somebody: "à bord de"
    device_prepositions: frozenset[str]  # behind which a device is what somebody speaks or writes with: "via"
    ride_prepositions: frozenset[str]  # behind which a vehicle carries whoever moves: "se rendre en voiture"
    purpose_prepositions: frozenset[str]
    errand_prepositions: frozenset[str]  # what for somebody goes somewhere
    sent_prepositions: frozenset[str]  # before whom an envoy is sent to
    capacity_prepositions: frozenset[str]  # before an office: "resigned as minister"
    pending_prepositions: frozenset[str]  # before what is as sure as what comes with it: "upon", "dès"
    setting_prepositions: frozenset[str]  # where something is said or done: "at the summit", "lors d'une audience"
    beside_prepositions: frozenset[str]
    company_prepositions: frozenset[str]  # with whom somebody suffers what he suffers: "enlevée avec son mari"
    since_prepositions: frozenset[str]  # before what something has lasted from: "since the start of the war"
    later_prepositions: frozenset[str]  # before whom or what the same was told of earlier: "after X, …"
    added_prepositions: frozenset[str]  # before what there is besides or around what is told: "in addition to"
    total_prepositions: frozenset[str]  # before how many there are of whom so many are told: "300 sur 4 000"
    comparison_prepositions: frozenset[str]  # before what a figure is compared with: "fell from the previous year"
    than: frozenset[str]  # those of them that only compare
    pace_prepositions: frozenset[str]  # of these, before how fast it moves: "grew at 5 percent a year"
    level_prepositions: frozenset[str]  # before what a figure comes to: "rose 3 percent to $98"
    among: frozenset[str]
    out_of: frozenset[str]
    inclusion: frozenset[str]
    likeness: frozenset[str]  # of these, what also stands before an equal: "X, like Y"
    complex_prepositions: Mapping[str, str]
    transparent_nouns: frozenset[str]
    parts: frozenset[str]  # of the transparent nouns, those that leave the rest out: "parts of the province"
    terms: frozenset[str]  # until when somebody is to do something: "a deadline", "un délai"
    spans: frozenset[str]  # lengths of time, which measure what lasts as long: "dix ans de prison"
    plots: frozenset[str]  # nouns for what is planned against somebody: "un complot contre le roi"
    plotted_against: frozenset[str]  # prepositions before whom it is aimed at
    agenda: frozenset[str]  # verbs of what a meeting is about or whom it brings together: "the talks will focus on"
    holding: frozenset[str]  # nouns that say no more than that an event takes place: "la tenue du sommet"
    stand_for_owner: frozenset[str]  # nouns that mean whose they are: "Daesh targets", "from rebel control"
    standing_in: frozenset[str]  # words before an office that belong to it: "acting"
    deputies: frozenset[str]  # adjectives of offices that lead no body: "secrétaire général adjoint", "directeur financier"
    town_offices: frozenset[str]  # offices that only towns have: "mayor"
    posts: frozenset[str]  # nouns for an office that another one names: "his post of minister"
    lines: frozenset[str]  # nouns for all that has one name: "the MacBook line"
    media: frozenset[str]  # where one publishes: "announced it on its website" tells of no website
    streets: frozenset[str]  # nouns that need no preposition to say where: "poignardé rue de Rivoli"
    named_streets: frozenset[str]  # of these, what bears the name of a town that it is not in: "la rue de Lyon"
    ways: frozenset[str]  # by which one goes: "evacuated by sea", not by its doing
    platforms: frozenset[str]  # where people speak: "said on Twitter" tells nothing about it
    figures: frozenset[str]  # nouns of figures that rise and fall: "price", "chômage"
    indexes: frozenset[str]  # names of what the shares of a market are worth: "Nasdaq", "CAC 40"
    outlooks: frozenset[str]  # figures that somebody gives another: "its forecast for Norvia"
    view_prepositions: frozenset[str]
    grades: frozenset[str]  # marks that one gives to others: "the agency cut its rating"
    versions: frozenset[str]  # nouns for one state of what is made: "Kardo 2, the new version of the program"
    prices: frozenset[str]  # figures of what they are "for": "the price for the phone"
    holdings: frozenset[str]  # figures of what they are "in": "shares in Norvia"
    slightest: frozenset[str]  # before a noun with its article, any at all: "le moindre accord"
    unparalleled: frozenset[str]  # right before since when: "a flood unseen since 1910"
    unique: frozenset[str]
    superlative: frozenset[str]  # adverbs that raise an adjective with an article to its highest degree
    setting_apart: frozenset[str]  # adjectives by which an event is none told before: "the next summit"
    instances: frozenset[str]  # nouns for the court before which a trial is held: "appeal trial"
    likewise: frozenset[str]  # adverbs by which a verb tells of one more like what was told: "was also imposed"
    once_more: frozenset[str]  # adverbs by which a verb tells of another time: "has twice before sued"
    outsiders: frozenset[str]
    self_styled: frozenset[str]
    organizing: frozenset[str]
    appeals: frozenset[str]  # words for what others are to do: "a demand by the rebels to release X"
    affairs: frozenset[str]  # nouns for how things stand somewhere, which nobody there is told: "la situation au Soudan"
    going_on: frozenset[str]  # adjectives for what is under way: "ongoing efforts to train X"
    weighed: frozenset[str]  # nouns for why something should be done, by whomever: "the importance of protecting X"
    undertakings: frozenset[str]  # nouns for what somebody is about to do: "coalition efforts to defeat X"
    figurative: frozenset[str]
    metaphors: frozenset[str]  # adverbs and adjectives with which violence is a figure of speech: "politically assassinated"
    classifying: frozenset[str]  # nouns for people that are adjectives too, and then name nobody: "accords militaires"
    adjoining: frozenset[str]  # adjectives of what lies beside a place, not in it: "des villages proches de Gao"
    shared_with: frozenset[str]  # nouns of what two have between them: "the border with Syria"
    helping: frozenset[str]  # nouns of what somebody does things with: "with the help of"
    nationality: frozenset[str]  # nouns that say of which state somebody is: "of Latvian nationality"
    named_events: Mapping[str, str]
    set_off: Mapping[str, frozenset[str]]  # nouns that name a weapon under these verbs and nouns, else a place: "hit a mine"
    event_heads: frozenset[str]  # last words of names that are events: "Iran-Iraq War"
    happenings: Mapping[str, tuple[str, ...]]  # general nouns for an event told before -> the classes that they may mean
    whatever: frozenset[str]  # nouns for what was told last, whatever it was: "les faits"
    closing: frozenset[str]  # verbs by which the police shut what is another's
    accepting: frozenset[str]  # verbs by which one answers what another tenders: "a accepté sa démission"
    settling: frozenset[str]  # verbs by which a court or the police settle what befalls somebody: "a prolongé sa détention"
    avowing: frozenset[str]  # verbs that claim a deed: "l'a revendiqué"
    deed_pronouns: frozenset[str]  # pronouns that then stand for it
    happening: frozenset[str]  # verbs that say of them when or where it was
    contests: frozenset[str]
    object_control: frozenset[str]
    hearsay: frozenset[str]  # what is said so by nobody in particular is open: "it is said that"
    showing: frozenset[str]  # what seems to do so leaves open what it shows: "appears to show soldiers beating X"
    ditransitive: frozenset[str]  # verbs whose passive may keep an object: "was sold drones"
    dative_control: frozenset[str]
    control_prepositions: frozenset[str]  # before whom a verb of object control asks: "call on X to resign"
    convinced: frozenset[str]  # what somebody is who is sure that something is so
    whoever: frozenset[str]  # pronouns for nobody in particular: "anyone who flees"
    partitive: frozenset[str]  # prepositions that as articles mean some of it: "du chantage"
    knowing: frozenset[str]  # verbs of knowing a fact or not, which is one either way
    ceasing: frozenset[str]  # verbs for doing something no longer
    enabling: frozenset[str]  # words for being able to; who says that they can confirm something confirms it
    vouching: frozenset[str]  # verbs of what they so do
    wishing: frozenset[str]  # verbs of wishing to say: "I want to thank you" thanks
    noting: frozenset[str]  # words that call for a remark: "il faut dire que" says it
    own_control: frozenset[str]  # verbs of object control whose subject acts where they have no object: "chose to go"
    opposing: frozenset[str]  # verbs whose object is what others plan
    bidding: frozenset[str]  # verbs of saying that with an infinitive bid somebody do something: "dit à X de partir"
    desisting: frozenset[str]  # verbs of ending whose subject did what it ends: "ceased air strikes"
    causative: frozenset[str]
    without_object: frozenset[str]  # verbs that take none: "faire fuir X" makes X flee
    personal: frozenset[str]  # verbs whose subject is never a thing: "forget", "téléphoner"
    serving: frozenset[str]  # "served as minister"
    bearing: frozenset[str]  # what an adjective says that somebody has about them: "muni de"
    taken_for: frozenset[str]  # "described as a leader of X", "served as its commander": what somebody is, by these verbs
    styling: frozenset[str]  # "described the attack as an assault": by these verbs what was told is called something else
    members: frozenset[str]  # "a NATO member": nouns for who belongs to a body that bodies and states may be as well
    candidates: frozenset[str]  # nouns for who stands for an office
    lengths: frozenset[str]  # "gave X two days to leave": units of time that a deadline is told in
    made_known: frozenset[str]  # "the victim was named as X": who somebody is, where a name stands behind these verbs
    hindsight: frozenset[str]  # "would later become president": adverbs of what came true
    tool_verbs: frozenset[str]  # "used tanks to destroy houses": who uses a thing does what is done with it
    proposing: frozenset[str]  # "nominated as minister": not yet one
    tying: Mapping[str, str]  # what a participle behind a hyphen states of somebody: "Iran-aligned militia"
    siding: Mapping[str, str]  # what an adjective with "to" states of somebody: "forces loyal to X"
    catching: frozenset[
        str
    ]  # verbs of finding: their object is where and with what the clause says: "l'ont retrouvé au volant"
    judging: frozenset[str]  # verbs of praise or blame: the possessor of what it is for is their object
    judged_prepositions: frozenset[str]  # before what it is for
    inventing: frozenset[str]  # verbs whose object is a whole sort of things: "reinvent the phone"
    assisting: frozenset[str]  # verbs of help: the possessor of the undertaking that it is for is their object
    assisted_prepositions: frozenset[str]  # before that undertaking
    calling: frozenset[str]  # verbs of reaching somebody, and of asking somebody to do something
    messages: frozenset[str]  # what those who reach somebody do themselves: "called X to complain"
    pleading: frozenset[str]  # verbs of asking somebody to have something done to oneself: "begged X to be freed"
    answering: frozenset[str]  # verbs of answering, by words or by deeds
    supplying: frozenset[str]  # verbs of giving somebody arms, which these then use
    warring: frozenset[str]  # verbs for what is done with arms
    manpower: frozenset[str]  # nouns for those who are sent somewhere to fight, unlike arms
    granting: frozenset[str]  # verbs of giving somebody the chance or the right to do something
    grants: frozenset[str]  # what one is granted for something that one is to do: "awarded a contract to X to build trains"
    accusations: frozenset[str]  # nouns for holding a deed against somebody
    blaming: frozenset[str]  # verbs of blame whose object is what is whose they have as recipient: "reprocher"
    hindering: frozenset[str]  # verbs whose object others do: "prevent its launch"
    taking: frozenset[str]  # verbs of taking from somebody: the possessor of their object is not their subject
    motion: frozenset[str]  # verbs of moving from place to place
    with_things: frozenset[str]  # verbs with a complement in "with" that names no instrument: "collide", "compare"
    suggesting: frozenset[str]  # verbs whose gerund behind a clause tells what one may conclude from it
    resultative: frozenset[str]  # verbs whose gerund behind a passive tells what the event itself does
    fictions: frozenset[str]  # works that tell plots
    rehearsals: frozenset[str]  # nouns for playing at war, in which no attack is one: "exercise"
    narrating: frozenset[str]  # what they do with their plots
    narrating_with: frozenset[str]  # and with what stands behind a preposition: "open with"
    portrayals: frozenset[str]
    be_perfect: frozenset[str]
    copula: frozenset[str]
    care: frozenset[str]  # nouns for places where people are brought after what befell them
    elsewhere: frozenset[str]  # adverbs that leave the scene told before
    avenging: frozenset[str]  # verbs whose object is what one does something for: "to avenge the killing of X"
    compelling: frozenset[str]  # verbs of making somebody do something, by force or by what happens
    due: Mapping[str, str]  # what says with a preposition what caused something: "due to a leak", "stem from a row"
    origins: frozenset[str]  # nouns of what caused what they are "of": "at the origin of the fire"
    having: frozenset[str]  # verbs by which somebody has that
    appointing: frozenset[str]  # verbs whose object gets an office: "named X to head the agency, replacing Y"
    undergoing: frozenset[str]  # verbs, some with a preposition, whose subject undergoes: "suffer", "come under"
    worth: frozenset[str]  # words for what goods cost, behind them: "jets worth 6 billion", "d'une valeur de"
    succeeding: frozenset[str]  # verbs whose subject takes somebody's place: "sacked and replaced by X"
    naming: frozenset[str]  # "un homme nommé X" appoints nobody
    perfect_auxiliaries: frozenset[str]
    adverbial_clitics: frozenset[str]
    place_clitics: frozenset[str]  # of these what takes up a place: "y"
    relative_subject: frozenset[str]
    relative_object: frozenset[str]
    relative_genitive: frozenset[str]
    relative_cases: Mapping[str, str]  # relative pronouns that hold their preposition: "auquel"
    clause_pronouns: frozenset[str]  # of the relative pronouns, those that take up a whole clause
    relative_place: frozenset[str]
    interrogatives: frozenset[str]  # words of questions that presume what they ask about: "who", "pourquoi"
    sport_nouns: frozenset[str]
    workers: frozenset[str]  # whose strikes are no attacks
    labour_verbs: frozenset[str]  # what is done with no attack either: "called a strike"
    labour_nouns: frozenset[str]  # words of articles about labour disputes
    warfare_nouns: frozenset[str]  # words of articles about armed conflict
    topics: tuple[tuple[str, frozenset[str]], ...]  # needs of frames that any of some words of the article meets
    sport_senses: frozenset[str]  # triggers that mean something else in sport


@cache
def load_grammar(code: str) -> Grammar:
    """The function words of a language by what they do, which the rules of `kg.extract` name in its place (grammar.toml).

    An entry has the name of its field here, but for what its section says: "place" among prepositions is
    `place_prepositions`.
    """
    data = tomllib.loads((HERE / code / "grammar.toml").read_text(encoding="utf-8"))
    known = {field.name for field in fields(Grammar)}
    found: dict[str, Any] = {
        "complex_prepositions": data.pop("complex_prepositions"),
        "topics": tuple((topic, frozenset(words)) for topic, words in data.pop("topics").items()),
    }
    for section, entries in data.items():
        for key, words in entries.items():
            name = key if key in known else NAMES.get(section, "{}").format(key)
            if name not in known:
                raise KgError(f"kg/lang/{code}/grammar.toml: no rule asks for {section}.{key}")
            if name in found:
                raise KgError(f"kg/lang/{code}/grammar.toml: {section}.{key} stands there twice")
            found[name] = frozenset(words) if isinstance(words, list) else words
    found["happenings"] = {noun: tuple(kinds) for noun, kinds in found["happenings"].items()}
    found["set_off"] = {noun: frozenset(words) for noun, words in found["set_off"].items()}
    found["long_marks"] = frozenset(mark for words in data["clauses"].values() for mark in words if " " in mark)
    missing = sorted(known - found.keys())
    if missing:
        raise KgError(f"kg/lang/{code}/grammar.toml lacks {', '.join(missing)}")
    return Grammar(**found)
