"""Where descriptions are set: what is told of one town, region or state is not what an earlier sentence told of another."""

from __future__ import annotations

from kg.lang import Language
from kg.lang.gazetteer import STATES
from kg.model import OBLIQUES, Mention
from kg.ontology import BODIES, PLACES
from kg.resolve.chains import Chains
from kg.resolve.words import ADJECTIVE, Syntax


def is_set_elsewhere(chains: Chains, syntax: Syntax, language: Language, other: Mention, mention: Mention) -> bool:
    """Whether the sentence of a description names another place before it than the one that `other` is, or is in.

    "La région de Kiev … Le gouverneur de Varna a signalé un incendie dans la région", "le tribunal de Lyon … À Rouen, le
    tribunal": but whoever speaks of "le tribunal" may do so in any town.
    """
    if other.sentence == mention.sentence or other.kind not in BODIES | PLACES:
        return False
    if (chains.linked(other.index) or "").startswith(STATES):
        return False
    homes = {chains.of(m.index) for m in _places_of(chains, other)}
    if not homes:
        return False
    here = [m for m in chains.before(mention, 0) if m.last <= mention.first and _is_local(m)]
    if other.kind != "GeopoliticalEntity":
        inside = language.grammar.inside_prepositions
        clause = syntax.clause(mention.head)
        here = [m for m in here if syntax.tokens[m.head].dep in OBLIQUES and syntax.tokens[m.head].head == clause]
        here = [m for m in here if syntax.preposition(m.head) in inside]
    return bool(here) and homes.isdisjoint(chains.of(m.index) for m in here)


def is_of_another_state(chains: Chains, syntax: Syntax, other: Mention, mention: Mention) -> bool:
    """Whether somebody of another state than an earlier force has to do with the one told of without its own.

    "Tokyo abrite des troupes américaines. Le général philippin X a ordonné aux troupes": these may be his.
    """
    if other.kind != "Force" or other.sentence == mention.sentence:
        return False
    around = chains.mentions[other.index : other.index + 3]
    homes = {chains.of(m.index) for m in around if m.rule == ADJECTIVE and other.first <= m.first <= other.last}
    if not homes:
        return False
    clause = syntax.clause(mention.head)
    told = (m for m in chains.before(mention, 0) if m.rule == ADJECTIVE and syntax.clause(m.head) == clause)
    here = {chains.of(m.index) for m in told}
    return bool(here) and homes.isdisjoint(here)


def _places_of(chains: Chains, other: Mention) -> list[Mention]:
    """The places that a name or description is, or that it tells to be its own: "tribunal de Lyon"."""
    around = chains.mentions[other.index : other.index + 3]
    own = [m for m in around if m.form == "name" and m.kind in PLACES and m.rule != ADJECTIVE]
    return [m for m in own if m.index == other.index or other.first <= m.first <= other.last + 1]


def _is_local(mention: Mention) -> bool:
    """Whether a mention names a place that is no state."""
    named = mention.form == "name" and mention.kind in PLACES and mention.rule != ADJECTIVE
    return named and not (mention.link or "").startswith(STATES)
