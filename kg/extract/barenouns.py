"""Nouns without a determiner that name something all the same: "arrivés en hélicoptère", "at Kabul airport"."""

from __future__ import annotations

from kg.extract.nounphrases import determiner_of
from kg.extract.spans import Text
from kg.lang.nouns import Noun
from kg.model import OBLIQUES

CRAFT = frozenset({"vehicle", "aircraft", "ship"})  # flags of nouns for what people ride in
ABOUT = CRAFT | {"clothing"}  # and for what they have about them
GOODS = frozenset({"substance", "drug"})  # and for what is handled in bulk
DEALINGS = frozenset({"Capture", "Delivery", "Manufacture", "Pollution", "Sale", "Theft", "Trafficking"})  # with it
SEXED = frozenset({"generic", "age", "family"})  # of nouns that may tell a man from a woman, and no office
LANDS = frozenset({"land", "region", "water"})
SITES = frozenset({"building", "business", "road"})  # flags of nouns for what bears the name of a town or its own


def stands_bare(text: Text, head: int, number: str) -> bool:
    """Whether a phrase without determiner names something: a plural not in a compound, a subject, an apposition."""
    token = text.tokens[head]
    if token.dep in {"appos", "nsubj", "nsubj:pass", "obj", "obl:agent", "root"}:
        return True
    if token.dep == "nmod" and text.lemmas[token.head] in text.language.grammar.transparent_nouns:
        return True  # "three tonnes of cocaine"
    if token.dep == "conj" and text.tokens[token.head].dep == "appos" and text.is_office(head):
        return True  # "X, chef du parti et ministre de la Défense"
    if token.dep == "conj" and _is_counterpart(text, token.head, head):
        return True
    if number != "p":
        if is_national(text.language.nouns.get(text.lemmas[head])):
            return True  # "according to British intelligence"
        if _is_about_somebody(text, head) or _is_handled(text, head):
            return True
        return _is_ride(text, head) or _is_states_land(text, head) or _is_site_of(text, head) or _drops_articles(text, head)
    if token.dep != "nmod":
        return True
    governor = text.language.nouns.get(text.lemmas[token.head])
    return governor is None or governor.kind not in {"Artifact", "Place"}


def _is_counterpart(text: Text, first: int, second: int) -> bool:
    """Whether two nouns share a determiner as man and woman do, who are no one person: "a husband and wife".

    So do two of somebody's kin: "his wife and daughter", but not "a wife and mother".
    """
    nouns = (text.language.nouns.get(text.lemmas[first]), text.language.nouns.get(text.lemmas[second]))
    people = all(noun is not None and noun.kind == "Person" and noun.flags & SEXED for noun in nouns)
    genders = {noun.gender for noun in nouns if noun is not None}
    owned = determiner_of(text, first) == "poss" and all(noun is not None and "family" in noun.flags for noun in nouns)
    return people and (owned or {"m", "f"} <= genders)


def _drops_articles(text: Text, head: int) -> bool:
    """Whether a noun behind a preposition stands bare as all nouns of its sentence do: "Attack on convoy kills six"."""
    token = text.tokens[head]
    kind = text.parse.sentences[token.sentence].kind
    return token.dep in {"nmod", *OBLIQUES} and kind in text.language.profile.words("determiners", "dropped")


def _is_ride(text: Text, head: int) -> bool:
    """Whether a bare noun tells what carries whoever moves: "arrivés en hélicoptère"."""
    token, grammar = text.tokens[head], text.language.grammar
    noun = text.language.nouns.get(text.lemmas[head])
    craft = noun is not None and bool(noun.flags & CRAFT)
    cases = text.cases(head)
    moved = token.dep in OBLIQUES and text.lemmas[token.head] in grammar.motion
    return craft and moved and bool(cases & grammar.ride_prepositions)


def _is_about_somebody(text: Text, head: int) -> bool:
    """Whether a bare noun tells what somebody wears or rides on: "une femme en manteau", "deux hommes à moto"."""
    token, noun = text.tokens[head], text.language.nouns.get(text.lemmas[head])
    if token.dep != "nmod" or noun is None or not noun.flags & ABOUT:
        return False
    wearer = text.language.nouns.get(text.lemmas[token.head])
    somebody = wearer is not None and wearer.kind in {"Person", "Group"}
    return somebody and bool(text.cases(head) & text.language.grammar.place_prepositions)


def _is_handled(text: Text, head: int) -> bool:
    """Whether a bare noun tells what substance a deed is done with: "the smuggling of oil", "la vente de cocaïne"."""
    token, noun = text.tokens[head], text.language.nouns.get(text.lemmas[head])
    if token.dep != "nmod" or noun is None or not noun.flags & GOODS:
        return False
    deeds = text.language.frames.nouns.get(text.lemmas[token.head], ())
    told = [frame.kind for trigger, frame in deeds if text.lemmas[head] in trigger.words]
    told = told or [frame.kind for trigger, frame in deeds if not trigger.words]  # "fuite de gaz" before "fuite"
    grammar = text.language.grammar  # "trafficking in cocaine"
    return not DEALINGS.isdisjoint(told) and bool(text.cases(head) & (grammar.of | grammar.inside_prepositions))


def _is_states_land(text: Text, head: int) -> bool:
    """Whether a bare noun tells of a state's land, sea or air: "in Syrian territory", "inside Turkish airspace"."""
    noun = text.language.nouns.get(text.lemmas[head])
    cases = text.cases(head)
    if noun is None or not noun.flags & LANDS or not cases & text.language.grammar.place_prepositions:
        return False
    before = (text.tokens[kid] for kid in text.parse.children[head] if text.tokens[kid].dep == "amod")
    return any((meant := text.language.gazetteer.demonym(word.text)) is not None and meant.adjective for word in before)


def _is_site_of(text: Text, head: int) -> bool:
    """Whether a name before a bare noun says which building is meant: "at Kabul airport", "from Wandsworth prison"."""
    noun, places = text.language.nouns.get(text.lemmas[head]), text.language.grammar.place_prepositions
    if noun is None or not noun.flags & SITES:
        return False
    kids = (text.tokens[kid] for kid in text.parse.children[head])
    named = any(kid.dep == "compound" and kid.pos == "PROPN" for kid in kids)
    return named and bool(text.cases(head) & (places | text.language.grammar.origin_prepositions))


def is_national(noun: Noun | None) -> bool:
    """Whether a noun names a body only with its state, and what that deals in without: "British intelligence"."""
    return noun is not None and "national" in noun.flags
