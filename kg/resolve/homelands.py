"""A sieve over somebody's country: "Le président chinois Xi Jinping a déclaré que son pays …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.lang import Language
from kg.lang.gazetteer import STATES
from kg.model import Mention, Relation
from kg.resolve.chains import Chains
from kg.resolve.words import Syntax

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
