"""Where something befalls somebody: where they are told to be meanwhile, "was shot while dining at a hotel"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg import ontology
from kg.extract.negation import is_negated
from kg.extract.phrases import OBLIQUE_DEPS
from kg.extract.syntax import Tree
from kg.model import Event, Mention, Ref, Role
from kg.ontology import PLACES

BEFALLING = ("Killing", "Death", "Injury", "Shooting", "Bombing", "Arrest", "Capture", "HostageTaking")
RULE = "place meanwhile"


def with_places_meanwhile(
    tree: Tree, events: tuple[Event, ...], at: Mapping[int, int], mentions: tuple[Mention, ...]
) -> tuple[Event, ...]:
    """The events without a place of their own with that of the clause that tells what those whom they befall did."""
    done, above = [], {token.head for token in tree.of_dep("advcl")}
    for event in events:
        joined = event.trigger in above or tree.tokens[event.trigger].dep == "conj"
        if joined and ontology.is_among(event.kind, BEFALLING) and all(role.name != "place" for role in event.roles):
            clauses = _meanwhile(tree, event.trigger)
            places = dict.fromkeys(place for clause in clauses for place in _places(tree, clause, at, mentions))
            roles = tuple(Role("place", Ref("mention", place), RULE, 0.7) for place in places)
            event = replace(event, roles=(*event.roles, *roles)) if roles else event
        done.append(event)
    return tuple(done)


def _meanwhile(tree: Tree, trigger: int) -> Iterator[int]:
    """The clauses that tell what the subject of a passive verb did meanwhile, without a subject of their own."""
    verb = tree.first_conjunct(trigger)
    if tree.first(verb, "nsubj:pass") is None:
        return
    for clause in tree.dependents(verb, "advcl"):
        own = tree.first(clause, "nsubj", "nsubj:pass")
        told = own is None or tree.tokens[own].pos == "PRON"
        if tree.mark(clause) in tree.grammar.meanwhile and told and _is_under_way(tree, clause):
            yield clause


def _is_under_way(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what was going on: "while dining", but not "alors qu'il avait été vu", "while wanted in X"."""
    helped = all(word.lemma in tree.grammar.copula for word in tree.auxiliaries(clause))
    undergone = tree.is_past_participle(clause) or tree.is_passive(clause)
    return helped and not undergone and not is_negated(tree, clause)


def _places(tree: Tree, clause: int, at: Mapping[int, int], mentions: tuple[Mention, ...]) -> Iterator[int]:
    """Where a clause says that somebody is."""
    inside = tree.grammar.inside_prepositions - tree.grammar.beyond_prepositions
    for kid in tree.dependents(clause, *OBLIQUE_DEPS):
        preposition, noun = tree.oblique(kid)
        if preposition == tree.grammar.dative_preposition and tree.lemmas[clause] in tree.grammar.motion:
            continue  # "alors qu'il rentrait à Lyon"
        if preposition in inside and noun in at and ontology.is_among(mentions[at[noun]].kind, PLACES):
            yield at[noun]
