"""Sieves over descriptions whose head was told before: "the car" twice, "the ministry" of a name, remains, scenes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg import ontology
from kg.lang import Language
from kg.lang.fold import fold
from kg.model import OBLIQUES, Event, Mention, Quantity
from kg.ontology import BODIES
from kg.resolve.called import FARTHEST_GENERAL, REGULAR, is_of_its_name, may_be_called, sort_of_noun
from kg.resolve.chains import Chains, kinds_agree
from kg.resolve.elsewhere import is_of_another_state, is_set_elsewhere
from kg.resolve.words import OWNERS, TAKES_UP, Syntax

REMAINS = "body"  # flag of nouns for somebody's dead body
PAIR = 2
QUOTES = frozenset("«“\"'‘")
MOST_RIVALS = 30  # names before a description that are looked at
MOST_BETWEEN = 200  # mentions between two descriptions that are looked at
BESIDE = 2  # words from a noun to the name that it introduces, a quotation mark between them
LOCAL = "pronoun: local"
SPEAKING = "spokespersonFor"
SCENIC = ("LifeAndDisaster", "Conflict", "Crime", "Protest", "Riot", "Society")  # what makes a place a scene
MODIFYING = frozenset({"amod", "compound"})


def same_head(
    chains: Chains,
    syntax: Syntax,
    language: Language,
    descriptions: Sequence[Mention],
    quantities: Sequence[Quantity] = (),
) -> None:
    """A definite description and the last phrase with the same head that says no other thing of it.

    The forces of a state or alliance are known without an article too: "coalition forces" are always the same.
    """
    seen: dict[tuple[str, str], list[Mention]] = {}
    same = frozenset(map(fold, language.profile.words("anaphora", "same")))
    for mention in descriptions:
        place = (fold(mention.lemma), mention.number)
        said = syntax.modifiers(mention) - same
        bare = not mention.determiner and bool(said) and REGULAR in sort_of_noun(language, mention.lemma)
        if mention.determiner in TAKES_UP or bare:
            for other in reversed(seen.get(place, [])):
                if (bare and syntax.modifiers(other) != said) or _is_known_by_more(language, other, mention):
                    continue
                if len(chains.members(mention.index)) > 1 and syntax.modifiers(other) - said:
                    continue  # "la cour", which is the supreme court by now, is no "cour d'appel"
                if _differ_in_number(mention, other, quantities):
                    continue  # "deux hommes … les trois hommes"
                if language.titles.former & syntax.wording(other) - said:
                    continue  # "the governor" is no "former governor" told of before
                if not said and _is_of_level(syntax, language, other):
                    continue
                if not said and _is_renamed(chains, syntax, language, other, mention):
                    break  # "la ville", with another town named in between
                if not said <= _said(chains, syntax, other) or _is_apart(chains, syntax, language, other, mention):
                    continue
                if chains.link(other.index, mention.index, "same head", 0.85):
                    break
        seen.setdefault(place, []).append(mention)


def _is_apart(chains: Chains, syntax: Syntax, language: Language, other: Mention, mention: Mention) -> bool:
    """Whether a description is of another name or town than an earlier one, or of more than those counted there."""
    if other.quantity is not None and _are_spoken_for(syntax, language, mention):
        return True  # "dont trois pompiers … un porte-parole des pompiers"
    if _is_whole_side(syntax, other, mention) or _is_otherwise_quoted(syntax, other, mention):
        return True
    return is_of_another_state(chains, syntax, other, mention) or is_set_elsewhere(chains, syntax, language, other, mention)


def _is_of_level(syntax: Syntax, language: Language, other: Mention) -> bool:
    """Whether a government is that of a part of a state or of a time: "the provincial government … the government"."""
    words = language.profile.words
    return other.lemma in words("anaphora", "levelled") and bool(words("anaphora", "levels") & syntax.wording(other))


def _are_spoken_for(syntax: Syntax, language: Language, mention: Mention) -> bool:
    """Whether somebody speaks for all of a sort: "un porte-parole des pompiers"."""
    token = syntax.tokens[mention.head]
    told = language.frames.relation_nouns.get(syntax.lemmas[token.head], ()) if token.dep in OWNERS else ()
    return mention.number == "p" and any(frame.kind == SPEAKING for _, frame in told)


def _is_whole_side(syntax: Syntax, other: Mention, mention: Mention) -> bool:
    """Whether an armed side is told of, not the few counted before: "dont cinq rebelles. Les rebelles ont attaqué"."""
    counted = other.quantity is not None and mention.quantity is None and mention.determiner == "def"
    return counted and mention.kind == "Force" and mention.number == "p" and syntax.tokens[other.head].dep != "nsubj"


def _is_otherwise_quoted(syntax: Syntax, one: Mention, other: Mention) -> bool:
    """Whether quotation marks behind two descriptions hold other names: "le groupe « Nord » … le groupe « Ouest »"."""
    behind = (syntax.forms[m.last : m.last + 2] for m in (one, other))
    named = [words[1] for words in behind if len(words) == PAIR and words[0] in QUOTES]
    return len(set(named)) == PAIR


def _differ_in_number(one: Mention, other: Mention, quantities: Sequence[Quantity]) -> bool:
    """Whether two descriptions tell of so many and of another number, or of some in general: "NATO countries"."""
    if one.quantity is not None and other.quantity is None and not other.determiner:
        return True  # "NATO countries agreed … between the two countries", "des témoignages de soldats … les deux soldats"
    counts = [quantities[m.quantity] for m in (one, other) if m.quantity is not None]
    return len(counts) == PAIR and all(c.comparator == "=" for c in counts) and counts[0].value != counts[1].value


def _is_renamed(chains: Chains, syntax: Syntax, language: Language, other: Mention, mention: Mention) -> bool:
    """Whether a place is named between two general words for places, so that the second may mean that one.

    So is a body behind one without a name of which more is said: "a small research company … Norvex … the company".
    """
    broad = mention.lemma in language.profile.words("anaphora", "broad")
    described = broad and bool(syntax.modifiers(other)) and not chains.named(other.index)
    general = language.general.get(mention.lemma)
    if general is None or not (is_of_its_name(language, mention) or described):
        return False
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
                if _is_one_of_row(chains, syntax, name, holding[fold(mention.lemma)]):
                    break  # "le Parti A et le Parti B … le parti"
                if is_set_elsewhere(chains, syntax, language, name, mention):
                    break
                if _is_told_of_another(chains, syntax, language, name, mention):
                    break
                chains.link(name.index, mention.index, "head of the name", 0.85)
                break


def _is_told_of_another(chains: Chains, syntax: Syntax, language: Language, name: Mention, mention: Mention) -> bool:
    """Whether the sentence of a general word tells what another body does: "… Ford Motor Company. Toyota … the company"."""
    general = language.general.get(mention.lemma)
    if general is None or name.sentence == mention.sentence:
        return False
    before = (m for m in chains.before(mention, 0) if m.form == "name" and m.kind in BODIES and syntax.is_subject(m.head))
    others = (m for m in before if not chains.same(m.index, name.index))
    return any(may_be_called(chains, syntax, language, general, mention, m) for m in others)


def _is_one_of_row(chains: Chains, syntax: Syntax, name: Mention, alike: Sequence[Mention]) -> bool:
    """Whether a name is joined to another with the same word."""
    row = {syntax.place(name), syntax.tokens[syntax.place(name)].head}
    near = (m for m in alike if m.sentence == name.sentence and not chains.same(m.index, name.index))
    return any(syntax.place(m) in row or syntax.tokens[syntax.place(m)].head == syntax.place(name) for m in near)


def _is_known_by_more(language: Language, force: Mention, mention: Mention) -> bool:
    """Whether a force goes by a longer noun than the description's: the Royal Air Force is "the air force"."""
    if force.kind != "Force" or " " in mention.text or " " not in force.text:
        return False
    words = force.text.lower().replace("'", "' ").split()
    noun = language.nouns.ending(words, words)
    return noun is not None and REGULAR in noun.flags and " " in noun.lemma


def _is_no_regular(chains: Chains, language: Language, force: Mention, mention: Mention) -> bool:
    """Whether a force is called a militia or a group, so that "the army" is none of it: "Army of Dawn"."""
    if REGULAR not in sort_of_noun(language, mention.lemma):
        return False
    called = (chains.mentions[m] for m in chains.members(force.index) if chains.mentions[m].form == "nominal")
    nouns = (language.nouns.get(other.lemma) for other in called)
    return any(noun is not None and noun.kind == "Force" and not noun.flags & {REGULAR, "unit"} for noun in nouns)


def _last_before(names: Sequence[Mention], mention: Mention) -> Sequence[Mention]:
    """The last of `names` before a mention, so many as may rival."""
    end = bisect_left(names, mention.first, key=lambda name: name.first)
    return names[max(0, end - MOST_RIVALS) : end]


def _introduced(syntax: Syntax, names: Sequence[Mention]) -> dict[str, list[Mention]]:
    """The names of bodies by the noun right before each: "l'association « Toits pour tous »", "carmaker Velda"."""
    found: dict[str, list[Mention]] = {}
    for name in names:
        carrier = syntax.carrier(name)
        before = syntax.tokens[name.first - 1] if name.first else None
        if carrier < 0 and before is not None and before.dep == "compound" and before.pos == "NOUN":
            carrier = before.i if name.first <= before.head < name.last else carrier
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
