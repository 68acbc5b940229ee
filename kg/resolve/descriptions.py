"""Sieves over descriptions: appositions, "X is the …", repeated heads, general words for what was named."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from kg import ontology
from kg.lang import Language
from kg.lang.entries import Entry
from kg.lang.fold import fold
from kg.lang.gazetteer import TOWNS
from kg.lang.general import General
from kg.model import OBLIQUES, Event, Mention
from kg.ontology import BODIES, PLACES
from kg.resolve.chains import Chains, kinds_agree
from kg.resolve.offices import COMPATRIOT
from kg.resolve.words import ADJECTIVE, TAKES_UP, Syntax

PARTS = frozenset({"district", "direction"})  # flags of nouns for a part of what stands before them
REMAINS = "body"  # flag of nouns for somebody's dead body
MOST_OFTEN = 8  # mentions beyond which a thing is no more prominent
CLEARLY = 1.0  # how much nearer than the next thing: half a sentence
REGULAR = "regular"  # flag of nouns for the forces of a state or alliance
SORTS = frozenset({"state", "justice", "party", "company", "media", "school", REGULAR, "irregular"})
MOST_RIVALS = 30  # names before a description that are looked at
MOST_BETWEEN = 200  # mentions between two descriptions that are looked at
NAMELESS = frozenset({"Person", "GeopoliticalEntity", "Place"})  # whose "the party of X", "the village of X" are
BESIDE = 2  # words from a noun to the name that it introduces, a quotation mark between them
LOCAL = "pronoun: local"
SCENIC = ("LifeAndDisaster", "Conflict", "Crime", "Protest", "Riot", "Society")  # what makes a place a scene
FARTHEST_RIVAL = 8  # sentences back in which a force may be what is called "the organisation"
FARTHEST_GENERAL = 3  # sentences back that a general word ("the company") may reach for what it stands for
MODIFYING = frozenset({"amod", "compound"})
UNDERGOING = frozenset({"obj", "iobj", "obl:dat", "obl:agent", "obl", "obl:arg"})  # where stands whom the subject acts on


HUNG_ELSEWHERE = frozenset({"obj", "obl", "obl:arg", "obl:mod", "conj", "nmod"})  # how a parser hangs an apposition at times


def appositions(chains: Chains, syntax: Syntax, language: Language, heads: dict[int, int]) -> None:
    """ "X, a former soldier": two phrases side by side for one thing; and "X is the …"."""
    titled = {m.first: m.index for m in chains.mentions if m.form == "name"}  # "leur dirigeant, X, un homme d'affaires"
    named = {m.last: m.index for m in chains.mentions if m.form == "name" and m.rule != ADJECTIVE}
    for mention in chains.mentions:
        token = syntax.tokens[mention.head]
        if mention.form == "pronoun" or mention.kind == "Position" or _is_figurative(language, mention):
            continue
        above = heads.get(token.head, titled.get(token.head)) if token.dep == "appos" else None
        if above is not None:
            governor = chains.mentions[above]
            between = syntax.tokens[governor.last : mention.first]
            # "the army, not the police": two bodies
            heading = any(token.text == ":" or token.lemma.lower() in language.grammar.negators for token in between)
            some = _is_some_of(syntax, mention) or _is_listed(syntax, governor, mention)
            some = some or _is_around(chains, syntax, mention)
            if not heading and not some and _may_abbreviate(chains, governor, mention):
                _equate(chains, governor.index, mention, "apposition")
        elif (town := _town_before(chains, syntax, named, mention)) is not None:
            _equate(chains, town, mention, "apposition")
        elif mention.form == "nominal" and any(syntax.tokens[kid].dep == "cop" for kid in syntax.kids[mention.head]):
            subject = None if syntax.preposition(mention.head) else syntax.subject(mention.head)  # "est sur une orbite"
            if subject is not None and subject in heads:
                _equate(chains, heads[subject], mention, "predicate")
        elif mention.form == "name" and mention.kind == "Person" and token.dep not in {"obl", "appos"}:
            described = _described_by(chains, syntax, language, mention, heads)
            if described is not None:
                _equate(chains, mention.index, described, "predicate")
        elif mention.form in {"nominal", "name"} and token.dep == "obl":
            known_as = _taken_for(syntax, language, mention.head)
            if known_as is not None and known_as in heads:
                _equate(chains, heads[known_as], mention, "predicate")


def _town_before(chains: Chains, syntax: Syntax, named: dict[int, int], mention: Mention) -> int | None:
    """The town or state right before a comma that a phrase without preposition describes: "à Rabat, une ville du Maroc"."""
    token, tokens = syntax.tokens[mention.head], syntax.tokens
    if mention.form != "nominal" or mention.kind != "GeopoliticalEntity" or token.dep not in HUNG_ELSEWHERE:
        return None
    first = mention.first - (mention.first > 0 and tokens[mention.first - 1].pos == "DET")
    town = named.get(first - 1) if first > 1 and tokens[first - 1].text == "," and first < mention.first else None
    if town is None or chains.mentions[town].kind != mention.kind:
        return None
    own = {tokens[kid].dep for kid in syntax.kids[mention.head]}
    beside = own | {tokens[kid].dep for kid in syntax.kids[token.head]}
    listed = "cc" in beside or "appos" in own or bool(syntax.preposition(mention.head))
    return None if listed else town


def _described_by(
    chains: Chains, syntax: Syntax, language: Language, name: Mention, heads: dict[int, int]
) -> Mention | None:
    """The description of which a sentence says who it is: "their leader is X"."""
    kids = [syntax.tokens[kid] for kid in syntax.kids[name.head]]
    if not any(kid.dep == "cop" for kid in kids) or any(kid.lemma.lower() in language.grammar.negators for kid in kids):
        return None
    subject = syntax.subject(name.head)
    described = chains.mentions[heads[subject]] if subject is not None and subject in heads else None
    known = described is not None and described.form == "nominal" and described.determiner in {"def", "poss"}
    return described if known else None


def _taken_for(syntax: Syntax, language: Language, noun: int) -> int | None:
    """Who is described by a noun behind "as": "Abu Karim, known as the leader of X", "is described as a leader of X"."""
    verb = syntax.tokens[noun].head
    cases = {syntax.tokens[kid].lemma for kid in syntax.kids[noun] if syntax.tokens[kid].dep == "case"}
    if not cases & language.grammar.capacity_prepositions or syntax.tokens[verb].lemma not in language.grammar.taken_for:
        return None
    objects = [kid for kid in syntax.kids[verb] if syntax.tokens[kid].dep in {"obj", "nsubj:pass"}]
    return objects[0] if objects else syntax.subject(verb)


def _is_figurative(language: Language, mention: Mention) -> bool:
    """Whether a noun says what part a thing plays or where it lies, not what it is: "théâtre", "source", "nord"."""
    noun = language.nouns.get(mention.lemma)
    return mention.lemma in language.grammar.figurative or (noun is not None and bool(PARTS & noun.flags))


def _is_some_of(syntax: Syntax, mention: Mention) -> bool:
    """Whether an apposition tells of a part of those before it: "15 people, most of them nurses"."""
    counting = (kid for kid in syntax.kids[mention.head] if kid < mention.head)
    return any(syntax.tokens[k].pos == "PRON" and k > kid for kid in counting for k in syntax.kids[kid])


def _is_listed(syntax: Syntax, governor: Mention, mention: Mention) -> bool:
    """Whether what looks like an apposition is the next of a list: "Paul, son fils et un ami", "9 Serbes, deux Grecs"."""
    counted = {governor.quantity, mention.quantity} - {None}
    if governor.form == mention.form == "nominal" and (len(counted) == 2 or governor.rule != mention.rule == COMPATRIOT):
        return bool(counted)
    own = mention.determiner == "poss"
    return own and any(syntax.tokens[kid].dep == "conj" for kid in syntax.kids[mention.head])


def _is_around(chains: Chains, syntax: Syntax, mention: Mention) -> bool:
    """Whether a place in parentheses is that of the place before them: "le commissariat de Lagny (Seine-et-Marne)"."""
    if mention.kind not in PLACES or not mention.first or syntax.tokens[mention.first - 1].text != "(":
        return False
    before = (m for m in chains.mentions if m.last == mention.first - 1)
    return any(m.form == "name" and m.kind in PLACES and m.rule != ADJECTIVE for m in before)


def _may_abbreviate(chains: Chains, governor: Mention, mention: Mention) -> bool:
    """Whether a word in capitals may stand for the description before it, not for a longer name that this ends.

    They begin alike, or there are about as many words as letters: "institut géologique américain (USGS)".
    """
    short = mention.form == "name" and mention.text.isupper() and " " not in mention.text and len(mention.text) > 1
    if not short or governor.form == "name":
        return True
    same = (chains.mentions[m] for m in chains.members(mention.index))
    names = [m for m in same if m.form == "name" and m.sentence == mention.sentence and m.last < mention.first]
    beside = [name.first > governor.first for name in names]
    if beside:
        return beside[-1]
    alike = fold(governor.text)[:1] == fold(mention.text)[:1]
    return alike or len(mention.text) <= len(governor.text.split()) + 1


def _equate(chains: Chains, other: int, mention: Mention, reason: str) -> None:
    governor = chains.mentions[other]
    if governor.kind == "GeopoliticalEntity" != mention.kind and mention.form == "nominal":
        return  # a state is no place, body or thing
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
            carrier = syntax.carrier(name)
            if carrier >= 0 and syntax.tokens[carrier].dep == "nmod" and syntax.tokens[carrier].head == name.head:
                carrier = -1  # "an adviser to the president, X"
            for word in (name.head, carrier, _one_with(syntax, carrier)):
                if word in described and chains.mentions[described[word]].first < name.first:
                    chains.link(name.index, described[word], "description before the name", 0.95)


def _one_with(syntax: Syntax, word: int) -> int | None:
    """The noun that tells the same person beside `word`: "le journaliste et animateur X", "the holder, the Swiss X"."""
    if word < 0:
        return None
    token, above = syntax.tokens[word], syntax.tokens[word].head
    row = [kid for kid in syntax.kids[above] if syntax.tokens[kid].dep == "conj"]
    if token.dep != "conj" or len(row) > 1:
        return None
    deps = {syntax.tokens[kid].dep for kid in syntax.kids[word] if kid < word}
    return None if "cc" in deps and deps & {"det", "nmod:poss"} else above  # "the mayor and his wife X"


def same_head(chains: Chains, syntax: Syntax, language: Language, descriptions: Sequence[Mention]) -> None:
    """A definite description and the last phrase with the same head that says no other thing of it.

    The forces of a state or alliance are known without an article too: "coalition forces" are always the same.
    """
    seen: dict[tuple[str, str], list[Mention]] = {}
    for mention in descriptions:
        place = (fold(mention.lemma), mention.number)
        said = syntax.modifiers(mention)
        bare = not mention.determiner and bool(said) and REGULAR in _sort(language, mention.lemma)
        if mention.determiner in TAKES_UP or bare:
            for other in reversed(seen.get(place, [])):
                if (bare and syntax.modifiers(other) != said) or _is_known_by_more(language, other, mention):
                    continue
                if len(chains.members(mention.index)) > 1 and syntax.modifiers(other) - said:
                    continue  # "la cour", which is the supreme court by now, is no "cour d'appel"
                if not said and _is_renamed(chains, syntax, language, other, mention):
                    break  # "la ville", with another town named in between
                if said <= _said(chains, syntax, other) and chains.link(other.index, mention.index, "same head", 0.85):
                    break
        seen.setdefault(place, []).append(mention)


def _is_renamed(chains: Chains, syntax: Syntax, language: Language, other: Mention, mention: Mention) -> bool:
    """Whether a place is named between two general words for places, so that the second may mean that one."""
    if not _is_of_its_name(language, mention):
        return False
    general = language.general[mention.lemma]
    between = chains.mentions[max(other.index + 1, mention.index - MOST_BETWEEN) : mention.index]
    return any(
        not chains.same(m.index, other.index) and may_be_called(chains, syntax, language, general, mention, m)
        for m in between
    )


def _said(chains: Chains, syntax: Syntax, mention: Mention) -> frozenset[str]:
    """All modifiers of the descriptions in a mention's chain."""
    chain = [chains.mentions[m] for m in chains.members(mention.index)]
    return frozenset().union(*(syntax.modifiers(m) for m in chain if m.form != "pronoun"))


def heads_of_names(
    chains: Chains, syntax: Syntax, language: Language, descriptions: Sequence[Mention], names: Sequence[Mention]
) -> None:
    """ "le mouvement" after "le mouvement X", "the ministry" after "Ministry of Defence"."""
    holding: dict[str, list[Mention]] = {}
    for name in names:
        for word in dict.fromkeys(fold(name.text).split()):
            holding.setdefault(word, []).append(name)
    introduced = _introduced(syntax, names)
    all_bodies = [name for name in names if name.kind in BODIES]
    for mention in descriptions:
        if mention.determiner not in TAKES_UP | {"poss"} or mention.number == "p" or syntax.modifiers(mention):
            continue
        told = _last_before(introduced.get(fold(mention.lemma), []), mention)
        if told and mention.determiner == "poss":  # "son entreprise": only where no other body is told
            told = _last_before(all_bodies, mention)
        if len({chains.of(name.index) for name in told}) == 1 and len(chains.members(mention.index)) == 1:
            chains.link(told[-1].index, mention.index, "noun before the name", 0.85)
        for name in reversed(() if mention.determiner == "poss" else holding.get(fold(mention.lemma), ())):
            begins = fold(mention.lemma) == fold(name.text.split()[0]) and syntax.tokens[name.first].dep not in MODIFYING
            if not begins and fold(mention.lemma) != fold(name.lemma):
                continue  # "le pays" is no "Cour suprême du pays", "the city" no "City Council"
            if _is_known_by_more(language, name, mention) or _is_no_regular(chains, language, name, mention):
                continue
            if name.first < mention.first and kinds_agree(name.kind, mention.kind):
                chains.link(name.index, mention.index, "head of the name", 0.85)
                break


def _is_known_by_more(language: Language, force: Mention, mention: Mention) -> bool:
    """Whether a force goes by a longer noun than the description's: the Royal Air Force is "the air force"."""
    if force.kind != "Force" or " " in mention.text or " " not in force.text:
        return False
    words = force.text.lower().replace("'", "' ").split()
    noun = language.nouns.ending(words, words)
    return noun is not None and REGULAR in noun.flags and " " in noun.lemma


def _is_no_regular(chains: Chains, language: Language, force: Mention, mention: Mention) -> bool:
    """Whether a force is called a militia or a group, so that "the army" is none of it: "Army of Dawn"."""
    if REGULAR not in _sort(language, mention.lemma):
        return False
    called = (chains.mentions[m] for m in chains.members(force.index) if chains.mentions[m].form == "nominal")
    nouns = (language.nouns.get(other.lemma) for other in called)
    return any(noun is not None and noun.kind == "Force" and not noun.flags & {REGULAR, "unit"} for noun in nouns)


def _last_before(names: Sequence[Mention], mention: Mention) -> Sequence[Mention]:
    """The last of `names` before a mention, so many as may rival."""
    end = bisect_left(names, mention.first, key=lambda name: name.first)
    return names[max(0, end - MOST_RIVALS) : end]


def _introduced(syntax: Syntax, names: Sequence[Mention]) -> dict[str, list[Mention]]:
    """The names of bodies by the noun right before each: "l'association « Toits pour tous »"."""
    found: dict[str, list[Mention]] = {}
    for name in names:
        carrier = syntax.carrier(name)
        if carrier >= 0 and name.kind in BODIES and carrier < name.first <= carrier + BESIDE:
            found.setdefault(fold(syntax.tokens[carrier].lemma), []).append(name)
    return found


def possessions(chains: Chains, syntax: Syntax, descriptions: Sequence[Mention], heads: dict[int, int]) -> None:
    """ "sa voiture" twice, of one owner, is one car."""
    seen: dict[tuple[str, int], list[Mention]] = {}
    for mention in descriptions:
        if mention.determiner != "poss":
            continue
        owner = next((heads[kid] for kid in syntax.kids[mention.head] if kid in heads and kid < mention.head), None)
        if owner is None or len(chains.members(owner)) < 2:
            continue
        known = seen.setdefault((fold(mention.lemma), chains.of(owner)), [])
        told = syntax.wording(mention)
        first = next((other for other in known if told <= (of := syntax.wording(other)) or of <= told), None)
        known.append(mention)
        if first is not None:
            chains.link(first.index, mention.index, "same owner", 0.8)


def remains(
    chains: Chains, syntax: Syntax, language: Language, descriptions: Sequence[Mention], heads: dict[int, int]
) -> None:
    """ "le corps d'Ana Vidal", "her body": what is left of somebody is told as that person."""
    for mention in descriptions:
        noun = language.nouns.get(mention.lemma)
        if noun is None or REMAINS not in noun.flags or mention.determiner == "indef":
            continue
        owners = (kid for kid in syntax.kids[mention.head] if syntax.tokens[kid].dep == "nmod" or kid < mention.head)
        owner = next((heads[kid] for kid in owners if kid in heads), None)
        if owner is not None and chains.kind(owner) == mention.kind and chains.number(owner) in {"", mention.number}:
            chains.link(owner, mention.index, "remains of", 0.8)


def scenes(chains: Chains, syntax: Syntax, language: Language, events: Sequence[Event]) -> None:
    """ "sur les lieux", "the scene of the accident": where what was told last before it happened."""
    scenic, happened = (language.profile.words("anaphora", section) for section in ("scenes", "happenings"))
    happenings = {fold(word) for word in happened}
    told = [event for event in events if ontology.is_among(event.kind, SCENIC)]
    placed = [(event, place) for event in told if (place := _place(chains, event)) is not None]
    for mention in chains.mentions:
        local = mention.rule == LOCAL
        if not (local or (mention.form == "nominal" and mention.lemma in scenic and mention.determiner in TAKES_UP)):
            continue
        if not local and not syntax.modifiers(mention) <= happenings:
            continue
        before = [
            place
            for event, place in placed
            if event.trigger < mention.first and mention.sentence - event.sentence <= FARTHEST_GENERAL
            if not (local and ontology.is_a(event.kind, "Society"))  # a festival told of in passing is no scene
            if place < mention.index
        ]
        if not before and not syntax.modifiers(mention):
            before = _settings(chains, syntax, language, mention)
        if before:
            chains.link(before[-1], mention.index, "scene of what was told", 0.75)


def _settings(chains: Chains, syntax: Syntax, language: Language, mention: Mention) -> list[int]:
    """The places in which clauses before a mention are set: "dans un magasin, à Lyon, un client …"."""
    inside = language.grammar.inside_prepositions - language.grammar.beyond_prepositions
    return [
        other.index
        for other in chains.before(mention, FARTHEST_GENERAL)
        if other.kind in {"Place", "GeopoliticalEntity"} and other.form != "pronoun" and other.sentence < mention.sentence
        if syntax.tokens[other.head].dep in OBLIQUES and syntax.preposition(other.head) in inside
    ]


def _place(chains: Chains, event: Event) -> int | None:
    """The mention that tells most narrowly where an event happened."""
    told = [r for r in event.roles if r.name == "place" and r.filler.to == "mention" and r.rule != "place within"]
    places = [r.filler.index for r in told if chains.mentions[r.filler.index].form != "pronoun"]
    return min(places, key=lambda index: chains.mentions[index].kind != "Place", default=None)


def places_again(
    chains: Chains, syntax: Syntax, language: Language, descriptions: Sequence[Mention], at: Mapping[int, int]
) -> None:
    """ "the city", "cette région": the one named last, before an earlier "the city", which may have been another."""
    general_words(chains, syntax, language, [m for m in descriptions if _is_of_its_name(language, m)], at)


def _is_of_its_name(language: Language, mention: Mention) -> bool:
    """Whether a noun is one that stands before its name: "the city of X"."""
    return mention.lemma in language.general and language.general[mention.lemma].of_its_name


def _is_torn(chains: Chains, language: Language, kind: str, general: General, before: Sequence[Mention]) -> bool:
    """Whether a general word for bodies and forces may mean a force told of before, no army, as well as the body."""
    if kind != "Organization" or "Force" not in general.kinds:
        return False
    rivals = (m for m in before if m.form == "name" and chains.kind(m.index) == "Force")
    return any(REGULAR not in _sort(language, m.lemma.lower()) for m in rivals)


def general_words(
    chains: Chains,
    syntax: Syntax,
    language: Language,
    descriptions: Sequence[Mention],
    at: Mapping[int, int],
    holders: Iterable[int] = (),
) -> None:
    """ "the company", "ce pays": a general word takes up the nearest thing of its kind that was named before.

    Nobody calls "cet homme" who was just introduced by the office that he holds.
    """
    introduced = _places_by_noun(chains, syntax)
    officials = {chains.of(holder) for holder in holders}
    for mention in descriptions:
        general = _general(syntax, language, mention)
        if general is None or mention.determiner not in TAKES_UP or mention.number == "p":
            continue
        if _is_of_thing(chains, syntax, mention):
            continue
        if chains.is_taken(mention.index) or _is_genus(syntax, language, mention):
            continue
        actors = _actors_on(chains, syntax, language, mention, at)
        fits = [
            other
            for other in chains.before(mention, FARTHEST_GENERAL)
            if may_be_called(chains, syntax, language, general, mention, other)
            and not syntax.within(mention.head, other.head)
            and chains.of(other.index) not in actors
        ]
        called = [
            m for m in introduced.get(mention.lemma, ()) if m.last <= mention.first
        ]  # "la province de X … la province"
        of_region = called and TOWNS.rstrip(":") not in general.families  # towns are told of one after another
        near = called[-1] if of_region else _nearest(chains, syntax, mention, fits)
        best = near or _only_one(chains, syntax, language, general, mention)
        if best is not None and _is_torn(
            chains, language, chains.kind(best.index), general, chains.before(mention, FARTHEST_RIVAL)
        ):
            continue  # "l'organisation": those who fight, or the body that condemned them?
        if best is not None and _is_behind_another(chains, mention, best):
            continue  # "le pays": the state that the article is about, or the one named last?
        if best is not None and chains.of(best.index) in officials:
            continue
        if (
            best is not None
            and chains.named(best.index)
            and not (_is_source(syntax, best) or _is_aside(chains, syntax, best))
        ):
            chains.link(best.index, mention.index, "general word", 0.7)


def _is_genus(syntax: Syntax, language: Language, mention: Mention) -> bool:
    """Whether a description is of all of its sort: "reinvent the phone"."""
    token = syntax.tokens[mention.head]
    return token.dep == "obj" and syntax.tokens[token.head].lemma in language.grammar.inventing


def _actors_on(
    chains: Chains, syntax: Syntax, language: Language, mention: Mention, at: Mapping[int, int]
) -> frozenset[int]:
    """The chains of the subjects that act on what a description stands for, and so are others: "X sued the airline"."""
    token = syntax.tokens[mention.head]
    inside = syntax.preposition(mention.head) in language.grammar.inside_prepositions
    if token.dep not in UNDERGOING or inside or mention.kind in PLACES:
        return frozenset()
    subject = syntax.subject(token.head)
    if subject is None:
        return frozenset()
    row = (subject, *(kid for kid in syntax.kids[subject] if syntax.tokens[kid].dep == "conj"))
    return frozenset(chains.of(at[word]) for word in row if word in at)


def _is_of_thing(chains: Chains, syntax: Syntax, mention: Mention) -> bool:
    """Whether a general word says of what named thing or body it is one: "the maker of the iPhone"."""
    behind = chains.mentions[mention.index + 1 : mention.index + 3]
    tied = (m for m in behind if m.form == "name" and m.rule != ADJECTIVE and m.kind not in NAMELESS)
    return any(syntax.tokens[m.head].head == mention.head and syntax.tokens[m.head].dep == "nmod" for m in tied)


def _places_by_noun(chains: Chains, syntax: Syntax) -> dict[str, list[Mention]]:
    """The names of places by the noun that they are "of": "la province de Semnan", "the district of Kamal"."""
    found: dict[str, list[Mention]] = {}
    for name in chains.mentions:
        token = syntax.tokens[name.head]
        if name.form == "name" and name.kind in PLACES and token.dep == "nmod" and 0 < name.first - token.head <= BESIDE + 1:
            found.setdefault(syntax.tokens[token.head].lemma, []).append(name)
    return found


def _is_judged(syntax: Syntax, mention: Mention) -> bool:
    """Whether a demonstrative with adjectives takes up what was named: "this barbaric group", not "this German firm"."""
    before = [syntax.tokens[i] for i in range(mention.first, mention.last) if i != mention.head]
    return mention.determiner == "dem" and all(word.pos == "ADJ" and word.text.islower() for word in before)


def _general(syntax: Syntax, language: Language, mention: Mention) -> General | None:
    """What a description may stand for if it is but a general word, or a phrase that is listed as one."""
    words = " ".join(syntax.tokens[i].text.lower() for i in range(mention.first, mention.last))
    one_word = (" " not in mention.text and not syntax.modifiers(mention)) or _is_judged(syntax, mention)
    return language.general.get(words) or (language.general.get(mention.lemma) if one_word else None)


def capitals(chains: Chains, syntax: Syntax, language: Language, descriptions: Sequence[Mention]) -> None:
    """ "la capitale sénégalaise", "the capital of Senegal": the town of that name, where the article names it before."""
    words = language.profile.words("anaphora", "capitals")
    towns = {state.key: m for m in reversed(chains.mentions) if (state := _rules(language, m)) is not None}
    for mention in descriptions if towns else ():
        if mention.lemma not in words or mention.determiner not in TAKES_UP or mention.number == "p":
            continue
        states = {m.link for m in chains.mentions[mention.index + 1 : mention.index + 3] if _tells(syntax, mention, m)}
        town = towns.get(next(iter(states)) or "") if len(states) == 1 else None
        if town is not None and town.first < mention.first and len(syntax.modifiers(mention)) == 1:
            chains.link(town.index, mention.index, "capital of its state", 0.9)


def _rules(language: Language, mention: Mention) -> Entry | None:
    """The state whose capital a name is."""
    town = mention.form == "name" and mention.link is not None and mention.link.startswith(TOWNS)
    return language.gazetteer.metonym(mention.link) if town and mention.link is not None else None


def _tells(syntax: Syntax, mention: Mention, state: Mention) -> bool:
    """Whether a state says of what a capital is one."""
    return state.link is not None and syntax.tokens[state.head].head == mention.head


def _is_behind_another(chains: Chains, mention: Mention, best: Mention) -> bool:
    """Whether a state that an earlier sentence named is told of less than another one before the general word."""
    around = chains.mentions[max(0, best.index - 3) : best.index]
    office = any(m.kind == "Position" and m.first <= best.first < m.last for m in around)  # "l'ex-président de X … le pays"
    if best.kind != "GeopoliticalEntity" or (best.sentence == mention.sentence and not office):
        return False
    told = Counter(chains.of(m.index) for m in chains.before(mention, mention.sentence) if m.kind == best.kind)
    return told[chains.of(best.index)] < max(told.values(), default=0)


def _is_source(syntax: Syntax, name: Mention) -> bool:
    """Whether a name only says in passing by whom or where: "documents seen by X show …", "a group based in X said …"."""
    token = syntax.tokens[name.head]
    return token.dep in {"obl:agent", "obl"} and syntax.tokens[token.head].dep == "acl"


def _is_aside(chains: Chains, syntax: Syntax, name: Mention) -> bool:
    """Whether a body is only told of once, in brackets behind somebody's name: "le pilote Marc Petit (Norvia)"."""
    return len(chains.members(name.index)) == 1 and name.first > 0 and syntax.tokens[name.first - 1].text == "("


def may_be_called(
    chains: Chains, syntax: Syntax, language: Language, general: General, mention: Mention, other: Mention
) -> bool:
    """Whether `other` is a name that the general word of `mention` may stand for, or a person who may be meant as well."""
    if mention.kind == "Person" or other.kind == "Person":
        gendered = mention.gender and other.gender and other.gender != mention.gender
        return "Person" in general.kinds and other.kind == "Person" and other.form != "pronoun" and not gendered
    if other.form != "name" or other.rule == ADJECTIVE:
        return False
    told = language.general.get(syntax.tokens[syntax.tokens[other.head].head].lemma) if other.link is None else None
    if told is not None and told.families and general.families and not told.families & general.families:
        return False  # "la ville de X … le pays"
    its = _sort_of(chains, syntax, language, other)
    own = _sort(language, mention.text) or _sort(language, mention.lemma)
    same_sort = not own or not its or bool(own & its)
    return same_sort and general.fits(other.kind, chains.linked(other.index))


def _sort_of(chains: Chains, syntax: Syntax, language: Language, name: Mention) -> frozenset[str]:
    """What sort of body a name tells by a word of its own or before it, or what it was described as: "X, a spy agency"."""
    words, carrier = name.text.split(), syntax.carrier(name)
    described = (chains.mentions[m] for m in chains.members(name.index))
    before = () if carrier < 0 else (syntax.tokens[carrier].lemma,)  # "le magazine X" is no party
    told = (name.lemma, words[0], words[-1], *before)
    own = next((sort for word in told if (sort := _sort(language, word))), frozenset())
    return own or next((sort for m in described if m.form == "nominal" and (sort := _sort_told(language, m))), frozenset())


def _sort_told(language: Language, mention: Mention) -> frozenset[str]:
    """What sort of body the longest noun that a description ends with names."""
    words = mention.text.lower().split()
    noun = language.nouns.ending(words, words)
    return SORTS & noun.flags if noun is not None else _sort(language, mention.lemma)


def _sort(language: Language, word: str) -> frozenset[str]:
    """What sort of body a noun names: a party, a medium, a company."""
    noun = language.nouns.get(word.lower())
    return SORTS & noun.flags if noun is not None else frozenset()


def _nearest(chains: Chains, syntax: Syntax, mention: Mention, fits: Sequence[Mention]) -> Mention | None:
    """The one of `fits` that stands clearly nearer than any other thing; None where two might be meant."""
    ranked = sorted(((_distance(chains, syntax, mention, m), m) for m in fits), key=itemgetter(0))
    if not ranked:
        return None
    (least, _), best = ranked[0]
    if _is_passed_over(chains, syntax, best, fits):
        return None
    rival = next((cost for (cost, _), m in ranked if not chains.same(m.index, best.index)), None)
    return best if rival is None or rival - least >= CLEARLY else None


def _is_passed_over(chains: Chains, syntax: Syntax, best: Mention, fits: Sequence[Mention]) -> bool:
    """Whether a body is only told of as whose something is, in a clause of which another one is the subject.

    "Days before, X had declined to praise Norvia's phone. The group said": X, or Norvia?
    """
    near = [m for m in fits if m.sentence == max(other.sentence for other in fits)]
    acting = {chains.of(m.index) for m in near if syntax.is_subject(syntax.place(m))}
    return best.kind in BODIES and bool(acting) and chains.of(best.index) not in acting


def _only_one(chains: Chains, syntax: Syntax, language: Language, general: General, mention: Mention) -> Mention | None:
    """The one state or town that a whole article names, if a word for such stands farther behind it: "la ville"."""
    if mention.kind != "GeopoliticalEntity":
        return None
    named = [m for m in chains.mentions if m.kind == mention.kind and m.form == "name"]
    alike = [m for m in named if general.fits(m.kind, chains.linked(m.index))]
    first = next((m for m in alike if may_be_called(chains, syntax, language, general, mention, m)), None)
    alone = first is not None and all(chains.same(m.index, first.index) for m in alike)
    return first if first is not None and alone and first.first < mention.first else None


def _distance(chains: Chains, syntax: Syntax, mention: Mention, other: Mention) -> tuple[float, int]:
    """How far a name is from a general word: sentences, its role, less for what the article names often."""
    often = min(len(chains.members(other.index)), MOST_OFTEN)
    cost = 2.0 * (mention.sentence - other.sentence) + 0.2 * syntax.role_rank(other.head) - 0.4 * often
    return cost, mention.first - other.first
