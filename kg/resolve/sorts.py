"""A sieve over words for things of one sort: "un camion … le véhicule", "a school … the building"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lang import Language
from kg.model import Mention
from kg.resolve.called import FARTHEST_GENERAL
from kg.resolve.chains import Chains
from kg.resolve.words import ADJECTIVE, TAKES_UP, Syntax

SORTS = frozenset({"vehicle", "aircraft", "ship", "weapon", "building"})  # flags of nouns for things of one sort


def sorts(chains: Chains, syntax: Syntax, language: Language, descriptions: Sequence[Mention]) -> None:
    """ "le véhicule" after "un camion", "la voiture" after "un véhicule": the one thing of its sort told before."""
    for mention in descriptions:
        own = _sort_of_thing(language, mention)
        if not own or mention.determiner not in TAKES_UP or mention.number != "s" or mention.lemma not in language.general:
            continue
        if " " in mention.text or len(chains.members(mention.index)) > 1 or syntax.modifiers(mention):
            continue
        alike = [
            other
            for other in chains.before(mention, FARTHEST_GENERAL)
            if other.form != "pronoun" and other.kind == mention.kind and _may_be_of_sort(language, other, own)
        ]
        fits = [m for m in alike if m.lemma == mention.lemma or _names_sort(language, m) or _names_sort(language, mention)]
        told = {chains.of(m.index) for m in fits}
        best = fits[-1] if len(told) == 1 else None
        if best is None or best.form != "nominal" or best.number != "s" or best.lemma == mention.lemma:
            continue
        if not syntax.within(best.head, mention.head) and not syntax.within(mention.head, best.head):
            chains.link(best.index, mention.index, "word for its sort", 0.75)


def _sort_of_thing(language: Language, mention: Mention) -> frozenset[str]:
    """What sort of thing or building a noun names."""
    noun = language.nouns.get(mention.lemma)
    return SORTS & noun.flags if noun is not None and noun.kind == mention.kind else frozenset()


def _names_sort(language: Language, mention: Mention) -> bool:
    """Whether a noun may stand for whatever is of its sort."""
    return mention.lemma in language.general and language.general[mention.lemma].of_its_sort


def _may_be_of_sort(language: Language, other: Mention, sort: frozenset[str]) -> bool:
    """Whether something told before is of a sort, or has a name that doesn't show whether it is."""
    return bool(_sort_of_thing(language, other) & sort) or (other.form == "name" and other.rule != ADJECTIVE)
