"""Sieves over what people are called by their office, rank or country: "le président", "the colonel", "l'Espagnole"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import pairwise

from kg.lang import Language
from kg.lang.fold import fold
from kg.lang.gazetteer import STATES
from kg.lang.phrases import Phrases
from kg.model import Mention
from kg.ontology import BODIES
from kg.resolve.chains import Chains
from kg.resolve.counterparts import Held, counterparts
from kg.resolve.words import SUBJECTS, TAKES_UP, Syntax

RANK = "nominal: rank"
COMPATRIOT = "demonym: people"
LONGEST_OFFICE = 6  # words
LONGEST_TITLE = 3  # words before a name


def offices(
    chains: Chains,
    syntax: Syntax,
    language: Language,
    descriptions: Sequence[Mention],
    holders: dict[int, int],
    headlines: Set[int],
) -> None:
    """ "le Premier ministre irakien" stands for the person to whom the article gives that office; so does a headline's."""
    positions: dict[str, list[Mention]] = {}
    for position in holders:
        noun = language.titles.held(_noun_of(syntax, chains.mentions[position]))
        positions.setdefault(noun, []).append(chains.mentions[position])
    for mention in descriptions:
        bare = not mention.determiner and mention.sentence in headlines
        if mention.kind != "Person" or not (bare or mention.determiner in TAKES_UP) or mention.number == "p":
            continue
        said = syntax.wording(mention)  # "l'ancien maire, condamné jeudi" tells no office by "condamné"
        lower = language.grammar.standing_in
        noun = fold(mention.lemma)
        held = language.titles.held(noun)
        was = bool(said & language.titles.former) or held != noun
        fits = [
            p
            for p in positions.get(held, ())
            if ({p.gender, mention.gender} != {"m", "f"} or _complements(syntax, mention) & _complements(syntax, p))
            and said <= syntax.modifiers(p) | _of_home(chains, syntax, language, mention, holders[p.index])
            and was >= _is_former(syntax, language, p)  # "le président" is not the former one
            and (held == noun or _is_former(syntax, language, p))  # nor "l'ex-président" the one in office
            and bool(said & lower) >= bool(syntax.wording(p) & lower)  # nor is "the secretary" the deputy secretary
            and not _of_other_body(syntax, language, mention, p)
            and not _of_other_name(chains, syntax, mention, p)
            and not _of_other_state(chains, syntax, mention, p)
            and (mention.sentence in headlines or not _came_before(syntax, language, mention, p))
            and not _is_told_by(syntax, mention, chains.mentions[holders[p.index]])
        ]
        people = {chains.of(holders[p.index]) for p in fits}
        if len(people) > 1:  # "the defence secretary" is not the shadow defence secretary
            fits = [p for p in fits if said and said == syntax.modifiers(p)]
            people = {chains.of(holders[p.index]) for p in fits}
        if len(people) == 1:
            chains.link(holders[fits[-1].index], mention.index, "office", 0.85)


def _is_former(syntax: Syntax, language: Language, position: Mention) -> bool:
    """Whether a position is one that somebody no longer holds: "ancien maire", "ex-maire"."""
    noun = _noun_of(syntax, position)
    return bool(syntax.wording(position) & language.titles.former) or language.titles.held(noun) != noun


def _noun_of(syntax: Syntax, position: Mention) -> str:
    """The noun that names an office: "secretary" of "Secretary of State", whose words hang on the name behind it."""
    words = syntax.tokens[position.first : position.head]
    before = (word for word, behind in pairwise(words) if behind.pos == "ADP")
    return fold(next(before, syntax.tokens[position.head]).lemma)


def _came_before(syntax: Syntax, language: Language, mention: Mention, position: Mention) -> bool:
    """Whether an office told of first may be a predecessor's: "Le ministre a été tué. … X, nouveau ministre"."""
    new = language.grammar.setting_apart - language.grammar.unique
    said, known = (
        {syntax.tokens[k].lemma for k in (*syntax.kids[m.head], max(m.first - 1, 0))} & new for m in (mention, position)
    )
    return mention.index < position.index and bool(known) and not said


def _of_other_body(syntax: Syntax, language: Language, mention: Mention, position: Mention) -> bool:
    """Whether an office is one in a body, and the known one is of something else: chef "de l'armée", "du parti"."""
    told, known = _complements(syntax, mention), _complements(syntax, position)
    bodies = {word for word in told if (noun := language.nouns.get(word)) is not None and noun.kind in BODIES}
    return bool(bodies) and bool(known) and not bodies & known


def _of_other_name(chains: Chains, syntax: Syntax, mention: Mention, position: Mention) -> bool:
    """Whether an office is of somebody named, and the known one of something else: conseiller "de X", "du parti"."""
    told, known = _inside(chains, syntax, mention), _inside(chains, syntax, position)
    named = any(m.form == "name" and m.kind == "Person" for m in told)
    return named and bool(known) and not {chains.of(m.index) for m in told} & {chains.of(m.index) for m in known}


def _of_other_state(chains: Chains, syntax: Syntax, mention: Mention, position: Mention) -> bool:
    """Whether an office is told to be of a state of which the known one is not: ministre "de l'Éthiopie"."""
    told = {m.link for m in _inside(chains, syntax, mention) if _is_state(m)}
    around = chains.mentions[max(0, position.index - 1) : position.index + 1 + LONGEST_OFFICE]
    known = {m.link for m in around if _is_state(m) and position.first <= m.first <= position.last + 2}
    return bool(told) and told.isdisjoint(known) and (bool(known) or _is_named_behind(syntax, mention))


def _is_state(mention: Mention) -> bool:
    """Whether a mention names a state."""
    return mention.form == "name" and (mention.link or "").startswith(STATES)


def _is_named_behind(syntax: Syntax, mention: Mention) -> bool:
    """Whether a name stands behind the comma behind an office: "le ministre de l'Éthiopie, Gedion X"."""
    end = max(mention.last, *(k + 1 for k in syntax.kids[mention.head]))
    behind = syntax.tokens[end : end + 2]
    return [word.text == "," or word.pos == "PROPN" for word in behind] == [True, True] and behind[0].text == ","


def _is_told_by(syntax: Syntax, mention: Mention, holder: Mention) -> bool:
    """Whether somebody speaks of an office as of another's: "Le président a gagné, a dit X, la présidente du jury"."""
    if mention.sentence != holder.sentence or syntax.tokens[holder.head].dep not in SUBJECTS:
        return False
    saying, word = syntax.tokens[holder.head].head, mention.head
    while word not in {saying, syntax.tokens[word].head}:
        if syntax.tokens[word].dep == "ccomp" and syntax.tokens[word].head == saying:
            return True
        word = syntax.tokens[word].head
    inserted = syntax.tokens[saying].dep == "parataxis" and saying < holder.head  # "…, a dit X"
    return inserted and mention.last <= saying and syntax.within(mention.head, syntax.tokens[saying].head)


def _inside(chains: Chains, syntax: Syntax, office: Mention) -> list[Mention]:
    """The names and nouns that hang within the phrase of an office."""
    words = [kid for kid in syntax.kids[office.head] if syntax.tokens[kid].dep == "nmod"]
    words += [kid for word in words for kid in syntax.kids[word] if syntax.tokens[kid].dep == "nmod"]
    around = chains.mentions[office.index + 1 : office.index + 1 + LONGEST_OFFICE]
    return [m for m in around if m.head in words and m.form in ("name", "nominal")]


def _complements(syntax: Syntax, office: Mention) -> set[str]:
    """The nouns of what an office is one of."""
    return {syntax.tokens[kid].lemma for kid in syntax.kids[office.head] if syntax.tokens[kid].dep == "nmod"}


def other_words(
    chains: Chains,
    syntax: Syntax,
    language: Language,
    descriptions: Sequence[Mention],
    names: Sequence[Mention],
    holders: Mapping[int, int],
) -> None:
    """ "le souverain" after "le roi X", "the head of state" after "President X": another word for the one office told."""
    phrases = _other_words(language)
    known = [*_held(chains, syntax, language, holders), *_titled(syntax, language, names)]
    others = list(counterparts(chains, syntax, language, known)) if known else []
    for mention in descriptions:
        single = mention.kind == "Person" and mention.determiner in TAKES_UP and mention.number != "p"
        found = phrases.match(*_forms(syntax, mention.head), 0) if single and known else None
        if found is None and single and others:
            found = _office_of_others(syntax, language, mention, others)
        if found is None or len(chains.members(mention.index)) > 1 or _is_told_again(chains, descriptions, mention):
            continue
        own = {fold(syntax.tokens[i].lemma) for i in range(mention.head + 1, mention.head + found[0])}
        said = syntax.modifiers(mention) - own
        fits = {
            chains.of(person.index): person
            for office, more, person in (*known, *others)
            if office in found[1] and person.first < mention.first
            if said <= more | _of_home(chains, syntax, language, mention, person.index)
        }
        genders = {mention.gender, *(chains.gender(person.index) for person in fits.values())} - {""}
        if len(fits) == 1 and len(genders) < 2:
            chains.link(next(iter(fits.values())).index, mention.index, "other word for the office", 0.8)


def _office_of_others(
    syntax: Syntax, language: Language, mention: Mention, others: Sequence[Held]
) -> tuple[int, frozenset[str]] | None:
    """The offices of counterparts that a title with their nation tells: "son homologue russe X … le président russe"."""
    title = language.titles.match(*_forms(syntax, mention.head), 0)
    said = syntax.modifiers(mention)
    if title is None or not any(nation <= said for _, nation, _ in others):
        return None
    name = title[1].title
    return title[0], frozenset(office for office, _, _ in others if office == name or office.startswith(f"{name} "))


def _of_home(chains: Chains, syntax: Syntax, language: Language, mention: Mention, person: int) -> frozenset[str]:
    """The words of a description for the state that somebody is known to lead: "le dirigeant russe" of Vladimir Poutine."""
    names = (chains.mentions[m] for m in chains.members(person))
    homes = {language.gazetteer.led_by(name.text) for name in names if name.form == "name"} - {None}
    told = syntax.tokens[mention.first : mention.last] if homes else ()
    demonyms = ((word, language.gazetteer.demonym(word.text)) for word in told)
    return frozenset(fold(word.lemma) for word, demonym in demonyms if demonym is not None and demonym.key in homes)


def _is_told_again(chains: Chains, descriptions: Sequence[Mention], mention: Mention) -> bool:
    """Whether somebody without a name was called so before: "le maire X et un élu d'opposition … l'élu"."""
    before = (m for m in descriptions if m.index < mention.index and m.lemma == mention.lemma and m.determiner == "indef")
    return any(not chains.named(m.index) for m in before)


@cache
def _other_words(language: Language) -> Phrases[frozenset[str]]:
    """The other words for offices, with those that each may stand for."""
    table = language.profile.table("anaphora", "offices")
    return Phrases((word, frozenset(offices.split("|"))) for word, offices in table.items())


def _held(chains: Chains, syntax: Syntax, language: Language, holders: Mapping[int, int]) -> Iterator[Held]:
    """Office, what else is said of it, and who holds it, of offices that are of nothing or of a state."""
    at = {m.head: m for m in chains.mentions if m.form == "name"}
    for position, holder in holders.items():
        head = chains.mentions[position].head
        words = _without_nation(syntax, language, head)
        title = language.titles.match([syntax.forms[i] for i in words], [syntax.lemmas[i] for i in words], 0)
        if title is None:
            continue
        of = (kid for kid in syntax.kids[head] if syntax.tokens[kid].dep == "nmod" and kid not in words[: title[0]])
        if all(kid in at and at[kid].kind == "GeopoliticalEntity" for kid in of):
            yield title[1].title, syntax.modifiers(chains.mentions[position]), chains.mentions[holder]


def _titled(syntax: Syntax, language: Language, names: Sequence[Mention]) -> Iterator[Held]:
    """The titles right before the names of people: "Pope", "le roi", "Prime Minister"."""
    for name in names:
        if name.kind != "Person":
            continue
        start = max(syntax.sentences[name.sentence].first, name.first - LONGEST_TITLE)
        matches = ((i, language.titles.match(*_forms(syntax, i), 0)) for i in range(start, name.first))
        title = next((found[1] for i, found in matches if found is not None and i + found[0] == name.first), None)
        if title is not None:
            yield title.title, frozenset(), name


def _without_nation(syntax: Syntax, language: Language, head: int) -> list[int]:
    """The words from the head of an office on, but for its nationality: "ministre iranien des Affaires étrangères"."""
    words = range(head, min(head + LONGEST_OFFICE, len(syntax.tokens)))
    nation = head + 1 if head + 1 in words and syntax.tokens[head + 1].head == head else head
    demonym = language.gazetteer.demonym(syntax.tokens[nation].text) if nation > head else None
    return [i for i in words if i != nation or demonym is None]


def _forms(syntax: Syntax, i: int) -> tuple[Sequence[str], Sequence[str]]:
    """The words and the lemmas from word i on, in lower case."""
    words = slice(i, i + LONGEST_OFFICE)
    return syntax.forms[words], syntax.lemmas[words]


def ranks(chains: Chains, syntax: Syntax, descriptions: Sequence[Mention], names: Sequence[Mention]) -> None:
    """ "le général" stands for the one person of that rank in the article: "le général Marek Dolan"; so "the pilot"."""
    holders: dict[str, list[Mention]] = {}
    for name in names:
        if name.kind == "Person" and name.first > 0:
            before = syntax.tokens[name.first - 1]
            holders.setdefault(fold(before.lemma), []).append(name)
    described = Counter(fold(m.lemma) for m in descriptions if m.determiner not in TAKES_UP)
    for mention in descriptions:
        if mention.kind != "Person" or mention.determiner not in TAKES_UP or mention.number == "p":
            continue
        known = holders.get(fold(mention.lemma), [])
        genders = {mention.gender, *(name.gender for name in known)} - {""}
        if mention.rule != RANK and (described[fold(mention.lemma)] or len(genders) > 1):
            continue  # "pilot X … another pilot … the pilot", "la juge X … le juge"
        if len({chains.of(name.index) for name in known}) != 1 or known[0].first > mention.first:
            continue
        if not syntax.modifiers(mention) and len(chains.members(mention.index)) == 1:
            chains.link(known[0].index, mention.index, "rank of the name", 0.85)


def compatriots(
    chains: Chains, language: Language, descriptions: Sequence[Mention], citizens: Sequence[tuple[int, int]]
) -> None:
    """ "l'Espagnole" stands for the one person whom the article called Spanish before; `citizens` are who and whence."""
    of_state: dict[str | None, list[int]] = {}
    for person, state in citizens:
        of_state.setdefault(chains.linked(state), []).append(person)
    for mention in descriptions:
        if mention.rule != COMPATRIOT or mention.number != "s":
            continue
        meant = language.gazetteer.demonym(mention.text)
        people = {
            chains.of(person): person
            for person in (of_state.get(meant.key, ()) if meant is not None else ())
            if person < mention.index and not (mention.gender and chains.gender(person) not in {"", mention.gender})
        }
        if len(people) == 1:
            chains.link(next(iter(people.values())), mention.index, "compatriot", 0.85)
