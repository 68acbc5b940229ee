"""What the repairs of parses know of a language's words, read from kg/lang/<code>/parsing.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LANG = Path(__file__).parent.parent / "lang"
NONE = frozenset[str]()  # where a language needs no such words


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsing:
    """Words that a language's parser gets wrong, by the repair that they need."""

    read: Mapping[str, Mapping[str, str]]  # by kind: fixed phrases and the word that the parser reads in their place
    read_tenses: Mapping[str, Sequence[str]]  # by tense: what is read for forms that the model never saw
    collectives: frozenset[str] = NONE  # nouns behind an article that count like a figure: "une centaine"
    before_nouns: frozenset[str]  # behind them a direction is a noun: "the north of", "to the east of"
    endings: frozenset[str]  # abbreviations that may end a sentence: "p.m.", "Inc."
    firm_endings: frozenset[str]  # of these, those that end the name of a firm
    openers: frozenset[str]  # what begins a sentence behind them
    past_ending: str  # how most past tenses end: "booked"
    tellers: frozenset[str]  # verbs behind a name that is the subject of one
    prefixes: frozenset[str]  # of words written with a hyphen
    paired: frozenset[str]  # names of states and bodies that a hyphen joins: "US-China talks"
    naming_nouns: frozenset[str]  # forms that a name between quotation marks follows
    stand_in: str  # the name that the parser reads in place of a protected one
    not_agents: frozenset[str]
    intransitive: frozenset[str]  # verbs of which no participle tells what is done to somebody
    transitive: frozenset[str]  # verbs that always have an object, so that a subject alone is one: "minister sacked"
    twofold: frozenset[str]  # verbs that keep an object in the passive: "the man given a prize"
    gerund_verbs: frozenset[str] = NONE  # verbs, with their preposition, before an English gerund: "deny", "accuse of"
    temporal: frozenset[str]
    spans: frozenset[str]  # nouns for lengths of time, which may say when: "le mois dernier"
    edges: frozenset[str]  # nouns for the parts of one: "début mai"
    deictic: frozenset[str]  # adjectives that count it from today: "dernier"
    scheduling: frozenset[str]  # verbs whose participles say when something is due: no person is "prévu"
    auxiliaries: frozenset[str]  # forms that stand before a participle
    days: Mapping[str, str]  # days that the parser takes for verbs or names, and the adverb read in their place
    small: frozenset[str]  # articles and prepositions, which never stand right before a bare day
    object_and_clause: frozenset[str]
    impersonal: frozenset[str]
    existing: frozenset[str]  # verbs of what is there, told with "il": "il existe des preuves"
    incumbent: frozenset[str]  # verbs of what falls to somebody, told with "il": "il revient au juge de trancher"
    linking: frozenset[str] = NONE  # verbs for joining one place to another: "relier"
    removals: frozenset[str]  # nouns for taking something away from somewhere
    removing: frozenset[str]  # verbs that say from where something is taken
    driving: frozenset[str]  # verbs that say from where an armed side is driven
    partitive: frozenset[str]
    measures: frozenset[str]  # counted nouns that say how much or how far, without being an object
    against: frozenset[str]  # what stands before whom one holds a deed against
    harms: frozenset[str]  # nouns for deeds that are done to people
    accusing: frozenset[str]  # verbs of somebody "of" doing something
    vowing: frozenset[str]  # verbs of what one will do oneself, told to somebody: "menacer X de tuer Y"
    blaming: frozenset[str] = NONE  # verbs of laying a deed "on" somebody
    pleas: Mapping[str, str]  # verbs of pleading, and what one does who pleads not guilty
    of_people: frozenset[str] = NONE  # verbs of what is done to people, when no event is what they are said of
    of_places: frozenset[str] = NONE  # verbs of what is done to towns and sites rather than to those who take them
    receiving: frozenset[str] = NONE  # verbs of getting something "from" somebody
    contents: frozenset[str]  # nouns that a clause tells the content of: "the rumour that"
    summaries: frozenset[str]  # nouns that sum up what was told: "…, an idea that X rejected"
    finding: frozenset[str]  # verbs of what a court or an inquiry holds to be so
    ordering: frozenset[str]  # what it does in the same sentence: "ordered it to pay"
    answering: frozenset[str]  # verbs of what one does to what others said or did: "reject"
    withheld: frozenset[str]  # verbs for telling what one would not tell: "did not elaborate"
    declining: frozenset[str]  # verbs for not doing so: "declined to comment"
    protesting: frozenset[str]  # verbs of protest, which takes place in a town that stands behind its topic
    venues: frozenset[str]  # nouns for where crowds protest: "the streets of", "le centre de"
    placed: frozenset[str]  # nouns of what takes place somewhere else than a protest against it
    where: frozenset[str]  # prepositions that say in which town or state something takes place
    name_articles: frozenset[str] = NONE  # articles that a hyphen joins to a name from another language: "Al-Bourhan"
    giving: frozenset[str]  # verbs with two objects: "pay X a sum", and of giving "to" or taking from somebody
    naming_verbs: frozenset[str]  # verbs with a person and an office: "appoint X head of Y"
    posing: frozenset[str]  # verbs of what somebody is disguised, known or described "as"
    unplaced: frozenset[str] = NONE  # verbs whose complement lies nowhere: "succomber à ses blessures à l'hôpital"
    waving: frozenset[str] = NONE  # verbs of what a crowd does against somebody: "brandissant des pancartes"
    outfits: frozenset[str]  # verbs whose participles say what somebody has about them: "vêtu de"
    opening_nouns: tuple[str, ...]  # what is read for an event noun that opens a headline, in the singular and plural
    opening_adjectives: Mapping[str, str]  # adjectives that may stand before it, and what is read for each
    behind_openers: frozenset[str] = NONE  # prepositions behind such a noun
    headline_verbs: Mapping[str, str]  # verbs of headlines that the parser takes for plurals, with their lemmas
    headline_presents: frozenset[str] = NONE  # those that it takes for a noun between two, where the subject is a plural
    headline_passives: frozenset[str] = NONE  # verbs whose past without an object is a passive in headlines: "leader shot"
    plural_bodies: frozenset[str] = NONE  # nouns for many that have no plural form: "police"
    counted: frozenset[str] = NONE  # adjectives that stand for people behind a figure: "40 dead"
    purposes: frozenset[str] = NONE  # nouns that an infinitive tells the aim of: "plan to cut jobs"
    passive_before: Mapping[str, str]  # verbs whose past without an object is a passive before this preposition
    lemmas: Mapping[str, str]  # verb forms whose lemma the model gets wrong
    noun_lemmas: Mapping[str, str]  # and nouns: "bases"
    acronyms: Mapping[str, str]  # acronyms that are common words in small letters, and the name read in their place
    telling: frozenset[str]  # verbs of saying that take whom they tell with a preposition
    tallies: frozenset[str] = NONE  # nouns for what counts the victims, which say so too: "indique un nouveau bilan"
    speech: frozenset[str]  # verbs of saying that may stand behind what is said
    reflexive_speech: frozenset[str]  # those that do so with a reflexive pronoun
    caused_speech: frozenset[str]  # those that do so with a causative: "faire savoir"
    quoted_speech: frozenset[str]  # those that do so behind quotation marks alone
    unaddressed: frozenset[str] = NONE  # of these, those of which nobody is the object: "écrire"


@cache
def load_parsing(code: str) -> Parsing:
    """The words that the repairs of a language's parses ask for, and the forms that the model reads in their place."""
    data = tomllib.loads((LANG / code / "parsing.toml").read_text(encoding="utf-8"))
    read, naming = data.pop("read"), data.pop("naming")
    found: dict[str, Any] = {
        "read": {**read, "forms": _by_form(data.pop("read_as", {}))},
        "naming_nouns": frozenset(naming["nouns"]),
        "stand_in": naming["stand_in"],
        "acronyms": naming["acronyms"],
        "days": dict.fromkeys(data.pop("days"), data.pop("day_read")),
        "opening_nouns": tuple(data.pop("opening_nouns", ())),
        "opening_adjectives": _by_form(data.pop("opening_adjectives", {})),
        # tables that a language may do without
        "read_tenses": {},
        "pleas": {},
        "noun_lemmas": {},
        "headline_verbs": {},
        "passive_before": {},
    }
    found |= {name: frozenset(words) if isinstance(words, list) else words for name, words in data.items()}
    return Parsing(**found)


def _by_form(read_as: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What is read in the place of each form."""
    return {form: read for read, forms in read_as.items() for form in forms}
