"""Sieves over somebody's country, "Le président chinois Xi Jinping a déclaré que son pays …", and the only one told of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.lang import Language
from kg.lang.gazetteer import STATES
from kg.model import Mention, Relation
from kg.ontology import BODIES
from kg.resolve.chains import Chains
from kg.resolve.words import ADJECTIVE, Syntax

OFFICE = "nominal: office"  # the rule of a description of somebody by their office
STATED = frozenset({"holdsPosition", "nationality"})  # what the text says of somebody that tells their state


def homelands(
    chains: Chains,
    syntax: Syntax,
    language: Language,
    descriptions: Sequence[Mention],
    relations: Sequence[Relation],
    heads: Mapping[int, int],
) -> None:
    """Somebody's country is the one state whose national or officer they are told or known to be."""
    words = language.profile.words("anaphora", "homelands")
    for mention in descriptions:
        if mention.determiner != "poss" or mention.number == "p" or mention.lemma not in words:
            continue
        if any(syntax.tokens[kid].dep in {"amod", "nmod", "acl"} for kid in syntax.kids[mention.head]):
            continue  # "son pays natal", "son pays d'accueil"
        owner = next((heads[kid] for kid in syntax.kids[mention.head] if kid in heads and kid < mention.head), None)
        if owner is None or chains.kind(owner) != "Person" or not chains.named(owner):
            continue
        states = _states(chains, language, relations, owner)
        if len(states) == 1:
            chains.link(next(iter(states.values())), mention.index, "somebody's country", 0.8)


def only_state(
    chains: Chains, syntax: Syntax, language: Language, descriptions: Sequence[Mention], heads: Mapping[int, int]
) -> None:
    """ "La police serbe a arrêté deux hommes … dans le pays": it is that of the only state told of.

    An adjective of a body or an office tells it; one of somebody abroad would not.
    """
    words = language.profile.words("anaphora", "homelands")
    countries = [m for m in descriptions if m.lemma in words and m.determiner == "def" and m.number != "p"]
    countries = [m for m in countries if not chains.is_taken(m.index) and _is_plain(syntax, m)]
    state = _told_by_adjective(chains, syntax, language, heads) if countries else None
    for mention in countries:
        if state is not None and state.first < mention.first:
            chains.link(state.index, mention.index, "only state", 0.7)


def _is_plain(syntax: Syntax, country: Mention) -> bool:
    """Whether nothing tells which country is meant: no "pays voisin"."""
    return all(syntax.tokens[kid].dep in {"det", "case", "punct", "cc", "conj"} for kid in syntax.kids[country.head])


def _told_by_adjective(chains: Chains, syntax: Syntax, language: Language, heads: Mapping[int, int]) -> Mention | None:
    """The first adjective of a body or an office, if all states and towns of an article are its state or lie in it."""
    states, told = set(), None
    for mention in (m for m in chains.mentions if m.link is not None and m.kind == "GeopoliticalEntity"):
        entry = language.gazetteer.entry(mention.link or "")
        states.add(entry.key if entry.iso is not None else entry.state)
        above = heads.get(syntax.tokens[mention.head].head) if mention.rule == ADJECTIVE else None
        whose = chains.mentions[above] if above is not None else None
        if told is None and whose is not None and (whose.kind in (*BODIES, "Position") or whose.rule == OFFICE):
            told = mention if entry.iso is not None else None
    return told if len(states) == 1 else None


def _states(chains: Chains, language: Language, relations: Sequence[Relation], person: int) -> dict[int, int]:
    """The states that somebody is of, each with a mention of it."""
    found: dict[int, int] = {}
    for relation in relations:
        of = relation.object if relation.predicate == "nationality" else relation.body
        if relation.predicate not in STATED or relation.subject.to != "mention" or of is None or of.to != "mention":
            continue
        if chains.same(relation.subject.index, person) and (chains.linked(of.index) or "").startswith(STATES):
            found[chains.of(of.index)] = of.index
    names = (chains.mentions[m].text for m in chains.members(person) if chains.mentions[m].form == "name")
    homes = {language.gazetteer.led_by(name) for name in names} - {None}
    known = (m for m in chains.mentions if m.link is not None and m.link in homes) if homes else ()
    return found | {chains.of(m.index): m.index for m in known}
