"""A sieve over general words for bodies with an adjective: "l'entreprise israélienne", "the Islamist sect"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lang import Language
from kg.lang.gazetteer import STATES
from kg.model import Mention
from kg.ontology import BODIES
from kg.resolve.called import may_be_called
from kg.resolve.chains import Chains
from kg.resolve.words import TAKES_UP, Syntax

FARTHEST = 2  # sentences back
BESIDE = frozenset({"det", "amod", "case", "punct"})  # what may hang on the word


def qualified_words(chains: Chains, syntax: Syntax, language: Language, descriptions: Sequence[Mention]) -> None:
    """A general word with a nationality or creed takes up the one body named before that may be called so."""
    as_general = language.profile.table("anaphora", "as_general")
    for mention in descriptions:
        general = language.general.get(as_general.get(mention.lemma, mention.lemma))
        if general is None or not general.kinds & BODIES or mention.determiner not in TAKES_UP or mention.number == "p":
            continue
        if chains.is_taken(mention.index):
            continue
        states = _states(syntax, language, mention)
        if states is None:
            continue
        named = [
            other
            for other in chains.before(mention, FARTHEST)
            if other.kind in BODIES and not syntax.within(mention.head, other.head)
            if may_be_called(chains, syntax, language, general, mention, other)
        ]
        best = _only(chains, syntax, language, named, states)
        if best is not None:
            chains.link(best.index, mention.index, "general word with an adjective", 0.7)


def _states(syntax: Syntax, language: Language, mention: Mention) -> frozenset[str] | None:
    """The states that the adjectives of a description name; None where it says more than these and creeds, or nothing."""
    kids = [syntax.tokens[kid] for kid in syntax.kids[mention.head]]
    adjectives = [kid for kid in kids if kid.dep == "amod"]
    lone = mention.lemma in language.profile.words("anaphora", "lone")
    if not (adjectives or lone) or any(kid.dep not in BESIDE for kid in kids):
        return None
    creeds = language.profile.words("anaphora", "creeds")
    states = set()
    for word in adjectives:
        demonym = language.gazetteer.demonym(word.text)
        if demonym is not None and demonym.adjective:
            states |= {demonym.key, *demonym.also}
        elif word.lemma.lower() not in creeds:
            return None
    return frozenset(key for key in states if key.startswith(STATES))


def _only(
    chains: Chains, syntax: Syntax, language: Language, named: Sequence[Mention], states: frozenset[str]
) -> Mention | None:
    """The one body among names: of those known to be of the state, else of those of which nobody knows and that act."""
    homes = {m.index: _home(chains, language, m) for m in named}
    known = [m for m in named if homes[m.index] in states]
    open_ = [m for m in named if not states or homes[m.index] is None]
    acting = [m for m in open_ if syntax.role_rank(syntax.place(m)) < 2]
    found = known or (acting if len({chains.of(m.index) for m in open_}) == 1 else [])
    return found[-1] if len({chains.of(m.index) for m in found}) == 1 else None


def _home(chains: Chains, language: Language, name: Mention) -> str | None:
    """The state of a body that the gazetteer knows."""
    link = chains.linked(name.index)
    return None if link is None else language.gazetteer.entry(link).state
