"""Sieves over general words for what was named before: "the company", "ce pays", "the city", "la capitale"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from kg import ontology
from kg.lang import Language
from kg.lang.entries import Entry
from kg.lang.gazetteer import STATES, TOWNS
from kg.lang.general import General
from kg.model import Mention
from kg.ontology import BODIES, PLACES
from kg.resolve.called import FARTHEST_GENERAL, REGULAR, is_of_its_name, may_be_called, sort_of_noun
from kg.resolve.chains import Chains
from kg.resolve.descriptions import BESIDE
from kg.resolve.elsewhere import is_set_elsewhere
from kg.resolve.selection import communication_verbs
from kg.resolve.words import ADJECTIVE, OWNERS, SUBJECTS, TAKES_UP, Syntax

STIRRING = ("LabourStrike", "Protest")  # what is called a movement as well
MOST_OFTEN = 8  # mentions beyond which a thing is no more prominent
CLEARLY = 1.0  # how much nearer than the next thing: half a sentence
NAMELESS = frozenset({"Person", "GeopoliticalEntity", "Place"})  # whose "the party of X", "the village of X" are
FARTHEST_RIVAL = 8  # sentences back in which a force may be what is called "the organisation"
SHARING = frozenset({"advcl", "xcomp", "conj"})  # clauses that may have their subject from the verb above
UNDERGOING = frozenset({"obj", "iobj", "obl:dat", "obl:agent", "obl", "obl:arg"})  # where stands whom the subject acts on


def places_again(
    chains: Chains, syntax: Syntax, language: Language, descriptions: Sequence[Mention], at: Mapping[int, int]
) -> None:
    """ "the city", "cette région": the one named last, before an earlier "the city", which may have been another."""
    general_words(chains, syntax, language, [m for m in descriptions if is_of_its_name(language, m)], at)


def _is_torn(chains: Chains, language: Language, best: Mention, general: General, before: Sequence[Mention]) -> bool:
    """Whether a general word for bodies and forces may mean a force told of before, no army, as well as the body.

    Or a body told of behind the force, were it but who says it: "X a frappé Y, selon l'ONG Z. L'organisation …".
    """
    kind = chains.kind(best.index)
    if kind == "Force" and {"Force", "Organization"} <= set(general.kinds):
        return any(m.form == "name" and m.first > best.last and chains.kind(m.index) == "Organization" for m in before)
    if kind != "Organization" or "Force" not in general.kinds:
        return False
    rivals = (m for m in before if m.form == "name" and chains.kind(m.index) == "Force")
    return any(REGULAR not in sort_of_noun(language, m.lemma.lower()) for m in rivals)


def general_words(
    chains: Chains,
    syntax: Syntax,
    language: Language,
    descriptions: Sequence[Mention],
    at: Mapping[int, int],
    holders: Iterable[int] = (),
) -> None:
    """ "the company", "ce pays": a general word takes up the nearest thing of its kind that was named before.

    Nobody calls "cet homme" who was just introduced by the office that he holds; "le mouvement" behind a strike is that.
    """
    introduced = _places_by_noun(chains, syntax)
    officials = {chains.of(holder) for holder in holders}
    movements = language.profile.words("anaphora", "movements")
    for mention in descriptions:
        general = _general(syntax, language, mention)
        taking = mention.determiner in TAKES_UP or _is_of_company(syntax, mention, at)
        if general is None or not taking or mention.number == "p":
            continue
        if _is_of_thing(chains, syntax, mention) or chains.is_taken(mention.index) or _is_genus(syntax, language, mention):
            continue
        actors = _actors_on(chains, syntax, language, mention, at) | _tellers_of(chains, syntax, mention, at)
        actors |= _acted_on(chains, syntax, mention, at)
        fits = [
            other
            for other in chains.before(mention, FARTHEST_GENERAL)
            if may_be_called(chains, syntax, language, general, mention, other)
            and not syntax.within(mention.head, other.head)
            and chains.of(other.index) not in actors
            and not _speaks_for_state(syntax, language, other)
        ]
        # "la province de X … la province"; but towns are told of one after another
        called = [m for m in introduced.get(mention.lemma, ()) if m.last <= mention.first]
        of_region = called and TOWNS.rstrip(":") not in general.families
        near = called[-1] if of_region else _nearest(chains, syntax, mention, fits)
        best = near or _speaking_on(chains, syntax, language, mention, fits)
        best = best or _only_one(chains, syntax, language, general, mention)
        others = officials | actors
        if best is None or chains.of(best.index) in others or not _is_prominent(chains, syntax, language, best):
            continue
        if _is_tied(syntax, best) or _is_medium(chains, syntax, language, best):
            continue
        stirring = mention.lemma in movements and chains.kind(best.index) == "Organization"
        if stirring and _follows_strike(syntax, language, mention):
            continue  # "Boeing … la grève. Le mouvement a coûté …"
        if _is_across(syntax, language, best) or _is_landmark(syntax, language, best):
            continue  # "à la frontière avec la Russie. … dans l'est du pays"
        if _is_near_capital(chains, syntax, language, mention, best):
            continue
        if _is_of_envoy(syntax, language, best):
            continue  # "a convoqué l'ambassadeur d'Iran. Il devra quitter le pays"
        if _is_torn(chains, language, best, general, chains.before(mention, FARTHEST_RIVAL)):
            continue  # "l'organisation": those who fight, or the body that condemned them?
        if _is_venue(chains, syntax, best, fits) or _acts_abroad(chains, syntax, mention, best, at):
            continue  # "les deux pays négocient à Oman. Le pays …"
        if is_set_elsewhere(chains, syntax, language, best, mention):
            continue
        if not _is_behind_another(chains, mention, best):  # "le pays": that which the article is about, or the last named?
            chains.link(best.index, mention.index, "general word", 0.7)


def _follows_strike(syntax: Syntax, language: Language, mention: Mention) -> bool:
    """Whether a strike or protest is told in the sentences before, by a noun: "after weeks of strikes … The movement"."""
    sentences = syntax.parse.sentences[max(0, mention.sentence - FARTHEST_GENERAL) : mention.sentence + 1]
    lemmas = {lemma for s in sentences for lemma in syntax.lemmas[s.first : s.last]}
    frames = (frame for lemma in lemmas for _, frame in language.frames.nouns.get(lemma, ()) if frame.kind)
    return any(ontology.is_among(frame.kind, STIRRING) for frame in frames)


def _is_of_company(syntax: Syntax, mention: Mention, at: Mapping[int, int]) -> bool:
    """Whether a bare word says to which body somebody or something belongs: "company executives", but not "bank stocks"."""
    token = syntax.tokens[mention.head]
    return mention.kind == "Organization" and token.dep == "compound" and token.head in at


def _is_prominent(chains: Chains, syntax: Syntax, language: Language, best: Mention) -> bool:
    """Whether a thing is named, and told of for its own sake."""
    return chains.named(best.index) and not (_is_source(syntax, language, best) or _is_aside(chains, syntax, best))


def _speaking_on(
    chains: Chains, syntax: Syntax, language: Language, mention: Mention, fits: Sequence[Mention]
) -> Mention | None:
    """The body that spoke last, where a general word speaks next: "X said it would buy Y. The company said …".

    Not where another one does something there: "X said Y had copied it".
    """
    before = [m for m in fits if m.sentence == mention.sentence - 1 and m.kind in BODIES]
    acting = [m for m in before if syntax.is_subject(syntax.place(m))]
    if len({chains.of(m.index) for m in acting}) != 1 or not _speaks(syntax, language, mention.head):
        return None
    return next((m for m in acting if _speaks(syntax, language, syntax.place(m))), None)


def _speaks_for_state(syntax: Syntax, language: Language, other: Mention) -> bool:
    """Whether the name of a capital stands for those who govern there: "Washington a promis"; nobody calls these a city."""
    token = syntax.tokens[other.head]
    if token.dep not in SUBJECTS or _rules(language, other) is None:
        return False
    return syntax.tokens[token.head].lemma in communication_verbs(language)


def _is_tied(syntax: Syntax, other: Mention) -> bool:
    """Whether a name only stands in an adjective, and the text is not about it: "the US-led coalition left the country"."""
    if other.last + 1 >= len(syntax.tokens):
        return False
    hyphen, behind = syntax.tokens[other.last : other.last + 2]
    return hyphen.text == "-" and hyphen.end == behind.start and behind.pos in {"ADJ", "VERB"}


def _is_medium(chains: Chains, syntax: Syntax, language: Language, other: Mention) -> bool:
    """Whether something is only where people speak: "Sur Facebook, la présidente de l'organisation a protesté"."""
    grammar = language.grammar
    if other.text.lower() not in grammar.platforms:
        return False
    told = (syntax.preposition(chains.mentions[m].head) for m in chains.members(other.index))
    return all(before in grammar.place_prepositions - {grammar.dative_preposition} for before in told)


def _speaks(syntax: Syntax, language: Language, i: int) -> bool:
    """Whether a word is the subject of a sentence that tells what it says."""
    token = syntax.tokens[i]
    verb = syntax.tokens[token.head]
    return token.dep == "nsubj" and verb.dep == "root" and verb.lemma in communication_verbs(language)


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
    if mention.kind == "GeopoliticalEntity":  # "X has troops in the country"
        above = syntax.tokens[token.head]
        owned = token.dep == "nmod" and above.dep == "obj"
        subject = syntax.subject(above.head if owned else above.i) if owned or token.dep in UNDERGOING else None
        state = subject in at and chains.kind(at[subject]) == "GeopoliticalEntity" if subject is not None else False
        return frozenset({chains.of(at[subject])}) if state and subject is not None else frozenset()
    if token.dep not in UNDERGOING or inside or mention.kind in PLACES:
        return frozenset()
    subject = syntax.subject(token.head)
    if subject is None:
        return frozenset()
    row = (subject, *(kid for kid in syntax.kids[subject] if syntax.tokens[kid].dep == "conj"))
    return frozenset(chains.of(at[word]) for word in row if word in at)


def _acted_on(chains: Chains, syntax: Syntax, mention: Mention, at: Mapping[int, int]) -> frozenset[int]:
    """The chains of those whom a description acts on, and so are others: "The union accused Norvex", "Founded to fight X,
    the group"."""
    tokens, token = syntax.tokens, syntax.tokens[mention.head]
    verbs = [token.head] if token.dep in SUBJECTS else []
    for verb in verbs:
        below = (k for k in syntax.kids[verb] if tokens[k].dep in SHARING and syntax.subject(k) in (None, mention.head))
        verbs.extend(below)
    beside = (k for verb in verbs for k in syntax.kids[verb] if k in at)
    return frozenset(chains.of(at[k]) for k in beside if tokens[k].dep in {"obj", "iobj"})


def _tellers_of(chains: Chains, syntax: Syntax, mention: Mention, at: Mapping[int, int]) -> frozenset[int]:
    """The chains of those who tell of somebody by a description, and so are others: "Sgt. Vidal said the man was armed"."""
    tellers, node = set(), syntax.clause(mention.head) if mention.kind == "Person" else -1
    while node >= 0 and syntax.tokens[node].head != node:
        subject = syntax.subject(syntax.tokens[node].head) if syntax.tokens[node].dep == "ccomp" else None
        if subject is not None and subject in at:
            tellers.add(chains.of(at[subject]))
        node = syntax.tokens[node].head
    return frozenset(tellers)


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
    words = " ".join(syntax.forms[mention.first : mention.last])
    one_word = (" " not in mention.text and not syntax.modifiers(mention)) or _is_judged(syntax, mention)
    whole = (
        " " in words or words == mention.text.lower()
    )  # "l'organisation du développement des médias X" is no general word
    phrase = language.general.get(words) if whole else None
    return phrase or (language.general.get(mention.lemma) if one_word else None)


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


def _is_venue(chains: Chains, syntax: Syntax, best: Mention, fits: Sequence[Mention]) -> bool:
    """Whether a state is but where something takes place, while another one acts."""
    named = len(chains.members(best.index)) == 1 and best.kind == "GeopoliticalEntity"
    if not named or syntax.role_rank(best.head) < 2 or not syntax.preposition(best.head):
        return False
    return any(syntax.is_subject(syntax.place(m)) and not chains.same(m.index, best.index) for m in fits)


def _acts_abroad(chains: Chains, syntax: Syntax, mention: Mention, best: Mention, at: Mapping[int, int]) -> bool:
    """Whether a state is but where those of another act: "Turkish troops killed two in Iraq, the country's … said"."""
    state = (chains.linked(best.index) or "").startswith(STATES)
    if not state or syntax.role_rank(best.head) < 2 or not syntax.preposition(best.head):
        return False
    for other in chains.before(mention, mention.sentence - best.sentence):
        noun = syntax.tokens[other.head].head
        if other.rule != ADJECTIVE or other.sentence != best.sentence or noun not in at or not syntax.is_subject(noun):
            continue
        if chains.mentions[at[noun]].kind in BODIES and not chains.same(other.index, best.index):
            return True
    return False


def _is_source(syntax: Syntax, language: Language, name: Mention) -> bool:
    """Whether a name only says in passing by whom or where: "documents seen by X show …", "a group based in X said …".

    So is a body that somebody tells something: "a dit à X que l'association …".
    """
    token = syntax.tokens[name.head]
    verb = syntax.tokens[token.head]
    if token.dep in {"obl:agent", "obl"} and verb.dep == "acl":
        return True
    told = name.kind == "Organization" and verb.lemma in communication_verbs(language)
    to = token.dep.startswith("obl") and syntax.preposition(name.head) == language.grammar.dative_preposition
    says = any(syntax.tokens[kid].dep in {"ccomp", "parataxis"} for kid in syntax.kids[verb.i])
    return told and (to or (token.dep in {"obj", "iobj"} and says))


def _is_across(syntax: Syntax, language: Language, name: Mention) -> bool:
    """Whether a state is only told of as what lies across a border: "à la frontière avec la Russie"."""
    token = syntax.tokens[name.head]
    shared = token.dep in OWNERS and syntax.tokens[token.head].lemma in language.grammar.shared_with
    return shared and syntax.preposition(name.head) not in language.grammar.of


def _is_landmark(syntax: Syntax, language: Language, name: Mention) -> bool:
    """Whether a place is but what another lies beside: "à 20 km au nord de Goma", "en direction du Niger voisin"."""
    words = language.profile.words
    if any(syntax.lemmas[kid] in words("places", "neighbouring") for kid in syntax.kids[name.head]):
        return True
    above = syntax.tokens[name.head].head
    if syntax.lemmas[above] not in words("places", "directions") or syntax.tokens[name.head].dep not in OWNERS:
        return False
    before = min([above, *(kid for kid in syntax.kids[above] if syntax.tokens[kid].dep == "case")]) - 1
    return any(syntax.tokens[kid].pos == "NUM" for kid in (before, *syntax.kids[before]))


def _is_near_capital(chains: Chains, syntax: Syntax, language: Language, mention: Mention, town: Mention) -> bool:
    """Whether a town that nothing calls a capital lies in or at it: "à Varna, dans la banlieue de la capitale"."""
    capitals = language.profile.words("anaphora", "capitals")
    part = mention.sentence == town.sentence and syntax.tokens[mention.head].dep in OWNERS
    if mention.lemma not in capitals or not part:
        return False
    same = [chains.mentions[m] for m in chains.members(town.index)]
    return not any(_rules(language, m) is not None or (m.form == "nominal" and m.lemma in capitals) for m in same)


def _is_of_envoy(syntax: Syntax, language: Language, name: Mention) -> bool:
    """Whether a state is but whose envoy somebody is, who is in another."""
    token = syntax.tokens[name.head]
    noun = language.nouns.get(syntax.tokens[token.head].lemma) if token.dep in OWNERS else None
    return noun is not None and "envoy" in noun.flags


def _is_aside(chains: Chains, syntax: Syntax, name: Mention) -> bool:
    """Whether a body is only told of once, in brackets behind somebody's name: "le pilote Marc Petit (Norvia)"."""
    return len(chains.members(name.index)) == 1 and name.first > 0 and syntax.tokens[name.first - 1].text == "("


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
    alike = [m for m in named if general.fits(m.kind, chains.linked(m.index)) and not _speaks_for_state(syntax, language, m)]
    first = next((m for m in alike if may_be_called(chains, syntax, language, general, mention, m)), None)
    alone = first is not None and all(chains.same(m.index, first.index) for m in alike)
    return first if first is not None and alone and first.first < mention.first else None


def _distance(chains: Chains, syntax: Syntax, mention: Mention, other: Mention) -> tuple[float, int]:
    """How far a name is from a general word: sentences, its role, less for what the article names often."""
    often = min(len(chains.members(other.index)), MOST_OFTEN)
    cost = 2.0 * (mention.sentence - other.sentence) + 0.2 * syntax.role_rank(other.head) - 0.4 * often
    return cost, mention.first - other.first
