"""A sieve over general words for bodies with an adjective or trade: "l'entreprise israélienne", "the US carmaker"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.lang import Language
from kg.lang.gazetteer import STATES
from kg.model import Mention, Token
from kg.ontology import BODIES
from kg.resolve.called import may_be_called
from kg.resolve.chains import Chains
from kg.resolve.words import TAKES_UP, Syntax

FARTHEST = 2  # sentences back
ALONE = 8  # where nothing nearer may be meant
BESIDE = frozenset({"det", "amod", "compound", "case", "punct"})  # what may hang on the word


def qualified_words(chains: Chains, syntax: Syntax, language: Language, descriptions: Sequence[Mention]) -> None:
    """A general word with a nationality, creed or trade takes up the one body named before that may be called so."""
    as_general = language.profile.table("anaphora", "as_general")
    known = {m.head: m.link for m in chains.mentions if m.form == "name" and m.link is not None}
    for mention in descriptions:
        general = language.general.get(as_general.get(mention.lemma, mention.lemma))
        if general is None or not general.kinds & BODIES or mention.determiner not in TAKES_UP or mention.number == "p":
            continue
        if chains.is_taken(mention.index):
            continue
        states = _states(syntax, language, mention, known)
        if states is None:
            continue
        bodies = [
            other
            for other in _bodies_before(chains, syntax, mention, ALONE)
            if may_be_called(chains, syntax, language, general, mention, other)
            if not _is_of_others(chains, syntax, language, other, states, known)
        ]
        last = {chains.of(m.index) for m in _bodies_before(chains, syntax, mention, FARTHEST)}
        near = [other for other in bodies if chains.of(other.index) in last]
        best = _only(chains, syntax, language, near or _known_so(chains, language, bodies, states), states)
        if best is not None and (states or _is_topic(chains, syntax, language, mention, best)):
            chains.link(best.index, mention.index, "general word with an adjective", 0.7)


def _bodies_before(chains: Chains, syntax: Syntax, mention: Mention, farthest: int) -> Iterator[Mention]:
    """The names of bodies told of in the sentences before a mention and not in its own phrase."""
    before = chains.before(mention, farthest)
    near = {chains.of(m.index): m for m in before if not syntax.within(mention.head, m.head)}
    yield from (other for index in near for other in _names_of(chains, index, mention) if other.kind in BODIES)


def _known_so(chains: Chains, language: Language, bodies: Sequence[Mention], states: frozenset[str]) -> list[Mention]:
    """Those of bodies farther back that are known to be of the state, or forces, which have a creed."""
    return [m for m in bodies if (_home(chains, language, m) in states if states else chains.kind(m.index) == "Force")]


def _names_of(chains: Chains, index: int, mention: Mention) -> list[Mention]:
    """The names near a mention of what is told of there, or its last name before, where only descriptions are near."""
    same = (chains.mentions[m] for m in chains.members(index))
    names = [m for m in same if m.form == "name" and m.index < mention.index]
    return [m for m in names if mention.sentence - m.sentence <= FARTHEST] or names[-1:]


def _is_of_others(
    chains: Chains, syntax: Syntax, language: Language, body: Mention, states: frozenset[str], known: Mapping[int, str]
) -> bool:
    """Whether a body was called one of another state: "the German firm … the Japanese supplier"."""
    described = (m for m in map(chains.mentions.__getitem__, chains.members(body.index)) if m.form == "nominal")
    called = [its for m in described if (its := _states(syntax, language, m, known))]
    return bool(states) and any(not its & states for its in called)


def _is_topic(chains: Chains, syntax: Syntax, language: Language, mention: Mention, best: Mention) -> bool:
    """Whether a body is what the sentence before tells of, where a description says something new: its trade or seat."""
    creeds, trades = (language.profile.words("anaphora", name) for name in ("creeds", "trades"))
    kids = [kid for kid in syntax.kids[mention.head] if _qualifies(syntax, kid)]
    if not kids:
        return best.sentence < mention.sentence  # "Fondé pour combattre X, le groupe": not X
    if all({syntax.lemmas[kid], syntax.tokens[kid].text.lower()} & creeds for kid in kids):
        return True
    beside = {syntax.lemmas[kid] for kid in kids}
    same = [m for m in map(chains.mentions.__getitem__, chains.members(best.index)) if m.form != "pronoun"]
    known = trades & {word for m in same for word in syntax.wording(m)}
    subject = any(m.sentence == mention.sentence - 1 and syntax.is_subject(syntax.place(m)) for m in same)
    return subject and (not known or known <= beside)


def _qualifies(syntax: Syntax, i: int) -> bool:
    return syntax.tokens[i].dep in {"amod", "compound"}


def _states(syntax: Syntax, language: Language, mention: Mention, known: Mapping[int, str]) -> frozenset[str] | None:
    """The states that a description names; None where it says more than these, creeds, trades and seats, or nothing."""
    words = language.profile.words
    said = words("anaphora", "creeds") | words("anaphora", "trades")
    kids = [syntax.tokens[kid] for kid in syntax.kids[mention.head]]
    beside = [kid for kid in kids if _qualifies(syntax, kid.i)]
    if not (beside or mention.lemma in words("anaphora", "lone")) or any(kid.dep not in BESIDE for kid in kids):
        return None
    states = set()
    for word in beside:
        demonym = language.gazetteer.demonym(word.text)
        if demonym is not None and demonym.adjective:
            states |= {demonym.key, *demonym.also}
        elif word.i in known:  # "the US firm"; but "the Dubai airline" tells no state
            if not known[word.i].startswith(STATES):
                return None
            states.add(known[word.i])
        elif word.lemma.lower() not in said and not _is_seated(syntax, language, word):
            return None
    return frozenset(key for key in states if key.startswith(STATES))


def _is_seated(syntax: Syntax, language: Language, word: Token) -> bool:
    """Whether a word tells where a body has its seat: "the Dubai-based company"."""
    told = any(syntax.tokens[kid].pos == "PROPN" for kid in syntax.kids[word.i])
    return told and word.text.lower() in language.profile.words("anaphora", "seated")


def _only(
    chains: Chains, syntax: Syntax, language: Language, named: Sequence[Mention], states: frozenset[str]
) -> Mention | None:
    """The one body among names: of those known to be of the state, else of those of which nobody knows and that act."""
    homes = {m.index: _home(chains, language, m) for m in named}
    known = [m for m in named if homes[m.index] in states]
    open_ = [m for m in named if not states or homes[m.index] is None]
    least = 1 if states else 2  # "X sold its unit Y. The French group": not what was sold
    acting = [m for m in open_ if syntax.role_rank(syntax.place(m)) < least]
    found = known or (acting if len({chains.of(m.index) for m in open_}) == 1 else [])
    return found[-1] if len({chains.of(m.index) for m in found}) == 1 else None


def _home(chains: Chains, language: Language, name: Mention) -> str | None:
    """The state of a body that the gazetteer knows."""
    link = chains.linked(name.index)
    return None if link is None else language.gazetteer.entry(link).state
