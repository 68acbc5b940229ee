"""Sieves over descriptions: appositions, "X is the …", repeated heads, offices, general words for what was named."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from kg.lang import Language
from kg.lang.fold import fold
from kg.model import Mention
from kg.resolve.chains import Chains, kinds_agree
from kg.resolve.words import ADJECTIVE, Syntax

COMPATRIOT = "demonym: people"
TAKES_UP = frozenset({"def", "dem"})
MOST_OFTEN = 8  # mentions beyond which a thing is no more prominent
CLEARLY = 1.0  # how much nearer than the next thing: half a sentence
FARTHEST_GENERAL = 3  # sentences back that a general word ("the company") may reach for what it stands for


def appositions(chains: Chains, syntax: Syntax, heads: dict[int, int]) -> None:
    """ "X, a former soldier": two phrases side by side for one thing; and "X is the …"."""
    for mention in chains.mentions:
        token = syntax.tokens[mention.head]
        if mention.form == "pronoun" or mention.kind == "Position":
            continue
        if token.dep == "appos" and token.head in heads:
            _equate(chains, heads[token.head], mention, "apposition")
        elif mention.form == "nominal" and any(syntax.tokens[kid].dep == "cop" for kid in syntax.kids[mention.head]):
            subject = syntax.subject(mention.head)
            if subject is not None and subject in heads:
                _equate(chains, heads[subject], mention, "predicate")


def _equate(chains: Chains, other: int, mention: Mention, reason: str) -> None:
    governor = chains.mentions[other]
    if governor.kind == "Position" or (governor.form == "name" and mention.form == "name"):
        return
    if kinds_agree(governor.kind, mention.kind) and (
        not governor.number or not mention.number or governor.number == mention.number
    ):
        chains.link(other, mention.index, reason, 0.9)


def titles(chains: Chains, syntax: Syntax) -> None:
    """ "le chauffeur Marc Petit", "le colonel de l'armée X": a description and the name that it carries."""
    people = [m for m in chains.mentions if m.form == "nominal" and m.kind == "Person" and m.number != "p"]
    described = {m.head: m.index for m in people}
    for name in chains.mentions:
        if name.form == "name" and name.kind == "Person":
            for word in (name.head, syntax.carrier(name)):
                if word in described and chains.mentions[described[word]].first < name.first:
                    chains.link(name.index, described[word], "description before the name", 0.95)


def same_head(chains: Chains, syntax: Syntax, descriptions: Sequence[Mention]) -> None:
    """A definite description and the last phrase with the same head that says no other thing of it."""
    seen: dict[tuple[str, str], list[Mention]] = {}
    for mention in descriptions:
        place = (fold(mention.lemma), mention.number)
        if mention.determiner in TAKES_UP:
            said = syntax.modifiers(mention)
            for other in reversed(seen.get(place, [])):
                if said <= _said(chains, syntax, other) and chains.link(other.index, mention.index, "same head", 0.85):
                    break
        seen.setdefault(place, []).append(mention)


def _said(chains: Chains, syntax: Syntax, mention: Mention) -> frozenset[str]:
    """All modifiers of the descriptions in a mention's chain."""
    chain = [chains.mentions[m] for m in chains.members(mention.index)]
    return frozenset().union(*(syntax.modifiers(m) for m in chain if m.form != "pronoun"))


def heads_of_names(chains: Chains, syntax: Syntax, descriptions: Sequence[Mention], names: Sequence[Mention]) -> None:
    """ "le mouvement" after "le mouvement X", "the ministry" after "Ministry of Defence"."""
    holding: dict[str, list[Mention]] = {}
    for name in names:
        for word in dict.fromkeys(fold(name.text).split()):
            holding.setdefault(word, []).append(name)
    for mention in descriptions:
        if mention.determiner not in TAKES_UP or mention.number == "p" or syntax.modifiers(mention):
            continue
        for name in reversed(holding.get(fold(mention.lemma), ())):
            if name.first < mention.first and kinds_agree(name.kind, mention.kind):
                chains.link(name.index, mention.index, "head of the name", 0.85)
                break


def offices(chains: Chains, syntax: Syntax, descriptions: Sequence[Mention], holders: dict[int, int]) -> None:
    """ "le Premier ministre irakien" stands for the person to whom the article gave that office before."""
    positions = [chains.mentions[position] for position in holders]
    for mention in descriptions:
        if mention.kind != "Person" or mention.determiner not in TAKES_UP or mention.number == "p":
            continue
        said = syntax.wording(mention)  # "l'ancien maire, condamné jeudi" tells no office by "condamné"
        fits = [p for p in positions if fold(p.lemma) == fold(mention.lemma) and said <= syntax.modifiers(p)]
        people = {chains.of(holders[p.index]) for p in fits}
        if len(people) == 1:
            chains.link(holders[fits[-1].index], mention.index, "office", 0.85)


def compatriots(
    chains: Chains, language: Language, descriptions: Sequence[Mention], citizens: Sequence[tuple[int, int]]
) -> None:
    """ "l'Espagnole" stands for the one person whom the article called Spanish before; `citizens` are who and whence."""
    for mention in descriptions:
        if mention.rule != COMPATRIOT or mention.number != "s":
            continue
        meant = language.gazetteer.demonym(mention.text)
        people = {
            chains.of(person): person
            for person, state in citizens
            if meant is not None
            and chains.linked(state) == meant.key
            and person < mention.index
            and not (mention.gender and chains.gender(person) not in {"", mention.gender})
        }
        if len(people) == 1:
            chains.link(next(iter(people.values())), mention.index, "compatriot", 0.85)


def possessions(chains: Chains, syntax: Syntax, descriptions: Sequence[Mention], heads: dict[int, int]) -> None:
    """ "sa voiture" twice, of one owner, is one car."""
    seen: dict[tuple[str, int], int] = {}
    for mention in descriptions:
        if mention.determiner != "poss":
            continue
        owner = next((heads[kid] for kid in syntax.kids[mention.head] if kid in heads and kid < mention.head), None)
        if owner is None or len(chains.members(owner)) < 2:
            continue
        first = seen.setdefault((fold(mention.lemma), chains.of(owner)), mention.index)
        if first != mention.index:
            chains.link(first, mention.index, "same owner", 0.8)


def general_words(chains: Chains, syntax: Syntax, language: Language, descriptions: Sequence[Mention]) -> None:
    """ "the company", "ce pays": a general word takes up the nearest thing of its kind that was named before."""
    for mention in descriptions:
        words = " ".join(syntax.tokens[i].text.lower() for i in range(mention.first, mention.last))
        one_word = mention.last - mention.first == 1 and not syntax.modifiers(mention)
        general = language.general.get(words) or (language.general.get(mention.lemma) if one_word else None)
        if general is None or mention.determiner not in TAKES_UP or mention.number == "p":
            continue
        if len(chains.members(mention.index)) > 1:
            continue
        fits = [
            other
            for other in chains.before(mention, FARTHEST_GENERAL)
            if other.form == "name"
            and other.rule != ADJECTIVE
            and general.fits(other.kind, chains.linked(other.index))
            and not (mention.gender and other.kind == "Person" and other.gender and other.gender != mention.gender)
            and not syntax.within(mention.head, other.head)
        ]
        best = _nearest(chains, syntax, mention, fits)
        if best is not None:
            chains.link(best.index, mention.index, "general word", 0.7)


def _nearest(chains: Chains, syntax: Syntax, mention: Mention, fits: Sequence[Mention]) -> Mention | None:
    """The one of `fits` that stands clearly nearer than any other thing; None where two might be meant."""
    ranked = sorted(((_distance(chains, syntax, mention, m), m) for m in fits), key=itemgetter(0))
    if not ranked:
        return None
    (least, _), best = ranked[0]
    rival = next((cost for (cost, _), m in ranked if not chains.same(m.index, best.index)), None)
    return best if rival is None or rival - least >= CLEARLY else None


def _distance(chains: Chains, syntax: Syntax, mention: Mention, other: Mention) -> tuple[float, int]:
    """How far a name is from a general word: sentences, its role, less for what the article names often."""
    often = min(len(chains.members(other.index)), MOST_OFTEN)
    cost = 2.0 * (mention.sentence - other.sentence) + 0.2 * syntax.role_rank(other.head) - 0.4 * often
    return cost, mention.first - other.first
