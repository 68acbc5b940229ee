"""Which names a general word may stand for: of its kind, of its sort, or somebody who may be meant as well."""

from __future__ import annotations

from functools import cache

from kg.lang import Language
from kg.lang.gazetteer import TOWNS
from kg.lang.general import General
from kg.model import Mention
from kg.ontology import PLACES
from kg.resolve.chains import Chains
from kg.resolve.words import ADJECTIVE, Syntax

REGULAR = "regular"  # flag of nouns for the forces of a state or alliance
COMPANY, BUILDING = "company", "building"
SORTS = frozenset({"state", "justice", "party", COMPANY, "media", "school", REGULAR, "irregular"})
OFFICIAL = frozenset({"state", "justice"})  # those of bodies that nobody calls a group
PARTS = frozenset({"district", "road", "building", "vague"})  # flags of nouns for what lies in a town: "the area of X"
FARTHEST_GENERAL = 3  # sentences back that a general word ("the company") may reach for what it stands for


def is_of_its_name(language: Language, mention: Mention) -> bool:
    """Whether a noun is one that stands before its name: "the city of X"."""
    return mention.lemma in language.general and language.general[mention.lemma].of_its_name


@cache
def introducing_nouns(language: Language) -> frozenset[str]:
    """The nouns that stand before the name of what they say: "the city of X"."""
    return frozenset(noun for noun, general in language.general.items() if general.of_its_name)


def may_be_called(
    chains: Chains, syntax: Syntax, language: Language, general: General, mention: Mention, other: Mention
) -> bool:
    """Whether `other` is a name that the general word of `mention` may stand for, or a person who may be meant as well."""
    if mention.kind == "Person" or other.kind == "Person":
        gendered = mention.gender and other.gender and other.gender != mention.gender
        return "Person" in general.kinds and other.kind == "Person" and other.form != "pronoun" and not gendered
    if other.form != "name" or other.rule == ADJECTIVE:
        return False
    nouns = (syntax.tokens[syntax.tokens[other.head].head].lemma, other.lemma) if other.link is None else ()
    told = [language.general[noun] for noun in nouns if noun in language.general]
    if general.families and any(word.families and not word.families & general.families for word in told):
        return False  # "la ville de X … le pays", "le district X … le pays"
    if general.families and other.kind in PLACES and _is_part(syntax, language, other):
        return False  # "in the PK5 neighbourhood of Bangui … the country"
    if mention.lemma in language.profile.words("anaphora", "small_towns") and (other.link or "").startswith(TOWNS):
        return False  # "an activist in Hama … the village"
    if other.link is not None and other.kind == "Place" and _is_no_building(language, mention, other):
        return False  # "en mer Rouge … le bâtiment"
    its = _sort_of(chains, syntax, language, other)
    own = sort_of_noun(language, mention.text) or sort_of_noun(language, mention.lemma)
    same_sort = not own or not its or bool(own & its) or (own == {COMPANY} and other.kind == "Force")  # "le groupe"
    if mention.kind == "Group" and other.kind == "Organization" and its and its <= OFFICIAL:
        return False  # "the group" is no commission
    fits = same_sort and general.fits(other.kind, chains.linked(other.index))
    return fits and not _is_unlike(language, mention, other)


def _is_no_building(language: Language, mention: Mention, name: Mention) -> bool:
    """Whether a word for a building is told behind a known place whose name has no such word: a sea, a mountain."""
    if not language.nouns.is_flagged(mention.lemma, BUILDING):
        return False
    return not any(language.nouns.is_flagged(word, BUILDING) for word in name.text.lower().split())


def _is_part(syntax: Syntax, language: Language, name: Mention) -> bool:
    """Whether a place that no gazetteer knows is told to be a street or a part of a town: "the PK5 neighbourhood"."""
    if name.link is not None:
        return False
    token = syntax.tokens[name.head]
    of = syntax.preposition(name.head) in language.grammar.of
    beside = token.dep in {"compound", "appos", "flat", "flat:name"} or (token.dep == "nmod" and of)
    words = (name.lemma.lower(), syntax.tokens[token.head].lemma) if beside else (name.lemma.lower(),)
    nouns = (language.nouns.get(word) for word in words if word not in language.general)
    return any(noun is not None and noun.kind == "Place" and not noun.flags.isdisjoint(PARTS) for noun in nouns)


def _is_unlike(language: Language, mention: Mention, name: Mention) -> bool:
    """Whether a name tells by its first or last word that a body is what the word never means: a ministry is no agency."""
    unlike = language.profile.table("anaphora", "unlike").get(mention.lemma, "")
    words = name.text.lower().split()
    return bool(unlike) and not {words[0], words[-1]}.isdisjoint(unlike.split("|"))


def _sort_of(chains: Chains, syntax: Syntax, language: Language, name: Mention) -> frozenset[str]:
    """What sort of body a name tells by a word of its own or before it, or what it was described as: "X, a spy agency"."""
    words, carrier = name.text.split(), syntax.carrier(name)
    described = (chains.mentions[m] for m in chains.members(name.index))
    before = () if carrier < 0 else (syntax.tokens[carrier].lemma,)  # "le magazine X" is no party
    told = (name.lemma, words[0], words[-1], *before)
    own = next((sort for word in told if (sort := sort_of_noun(language, word))), frozenset())
    if not own and _is_firm(language, words[-1]):
        return frozenset({COMPANY})  # "Norvex Corp." is no union
    return own or next((sort for m in described if m.form == "nominal" and (sort := _sort_told(language, m))), frozenset())


def _is_firm(language: Language, word: str) -> bool:
    """Whether a word ends the names of firms and means nothing else: "Corp.", "Airlines", but not "Group"."""
    return word in language.profile.words("names", "company_suffixes") and language.nouns.get(word.lower()) is None


def _sort_told(language: Language, mention: Mention) -> frozenset[str]:
    """What sort of body the longest noun that a description ends with names."""
    words = mention.text.lower().split()
    noun = language.nouns.ending(words, words)
    return SORTS & noun.flags if noun is not None else sort_of_noun(language, mention.lemma)


def sort_of_noun(language: Language, word: str) -> frozenset[str]:
    """What sort of body a noun names: a party, a medium, a company."""
    noun = language.nouns.get(word.lower())
    return SORTS & noun.flags if noun is not None else frozenset()
