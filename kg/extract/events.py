"""Events: triggers with their class, participants, place, time, figures and factuality."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import partial

from kg import ontology
from kg.extract.actions import ACTION, find_actions, only_brings_up, verb_words
from kg.extract.arguments import NESTED, OPENING, Argument, verb_arguments
from kg.extract.carriers import CarrierReader
from kg.extract.culprits import with_claimants, with_condemned, with_culprits, with_fighters
from kg.extract.eventtimes import as_dated, with_times
from kg.extract.factuality import FactualityReader
from kg.extract.fiction import without_plots
from kg.extract.figures import FIGURE, figure_arguments
from kg.extract.happenings import find_happenings, with_antecedents
from kg.extract.offences import with_convicts, with_mere_charges
from kg.extract.presence import find_presences
from kg.extract.roles import LENT_INSIDE, Filled, RoleFiller
from kg.extract.sport import topics, without_attacks, without_games
from kg.extract.syntax import MAX_DEPTH, Tree
from kg.extract.triggers import (
    Candidate,
    Supported,
    find_candidates,
    find_parts,
    find_supported,
    name_end,
    of_fixed_object,
    role_slots,
)
from kg.lang import Language
from kg.lang.frames import Frame, Trigger
from kg.lang.gazetteer import TOWNS
from kg.model import Event, Mention, Parse, Quantity, Ref, Role, Timex

NOMINAL_TRIGGER = 0.85
VERBAL_TRIGGER = 0.95
ANY_TRIGGER = 0.75  # a verb of which nothing is known but its subject and object
# The role of the event whose place is theirs too.
PLACED_BY = {"Phase": "theme", "Death": "cause", "Injury": "cause", "Killing": "cause"}
CIRCUMSTANCES = {"place", "cause", "purpose", "instrument", "quantity"}
UNFORESEEN = ("Conflict", "LifeAndDisaster")  # what befalls people, also where the text says no more of it
BARE_IN_ATTRIBUTES = ("Communication", "Diplomacy", "Phase", "Election")  # what a mere attribute hardly ever tells


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before its roles that point at other events are settled."""

    candidate: Candidate
    trigger: Trigger
    frame: Frame
    filled: tuple[Filled, ...]
    quantities: tuple[int, ...]
    met: frozenset[str]  # needs that hold whatever becomes of the roles: slots that are filled, figures, clauses
    figure: int | None = None  # the noun of what rises or falls


def _is_proper(tree: Tree, i: int) -> bool:
    """Whether a noun with a capital right behind another in small letters is the name of that: "les missiles Typhon"."""
    token = tree.tokens[i]
    if token.pos not in {"NOUN", "PROPN"} or not token.text.istitle() or i == tree.parse.sentences[token.sentence].first:
        return False
    before = tree.tokens[i - 1]
    if before.pos not in {"NOUN", "VERB"} or not before.text.islower() or before.has("VerbForm=Fin"):
        return False
    heads = {*tree.grammar.named_events, *tree.grammar.event_heads}
    named = token.lemma.lower() in heads and name_end(tree, i) is not None  # "the earlier Operation Matador"
    return before.lemma.lower() not in heads and not named


def find_events(
    parse: Parse,
    language: Language,
    mentions: tuple[Mention, ...],
    times: tuple[Timex, ...],
    quantities: tuple[Quantity, ...],
) -> tuple[Event, ...]:
    """All event mentions of a parse, in text order."""
    tree = Tree(parse, language.grammar, frozenset(i for t in times for i in range(t.first, t.last)))
    frames = language.frames
    figures = {t for q in quantities for t in range(q.first, q.last) if t != q.counted}  # "une quarantaine de soldats"
    blocked = frozenset(t for m in mentions for t in _closed_words(tree, m)) | figures
    blocked |= {i for i in tree.temporal if tree.tokens[i].pos == "VERB"}  # "la semaine passée"
    blocked |= {token.i for token in tree.tokens if _is_proper(tree, token.i)}
    candidates = without_games(tree, find_candidates(tree, frames.verbs, frames.nouns, blocked))
    about = topics(tree)
    candidates = without_attacks(tree, without_plots(tree, mentions, candidates), about)
    towns, seats = towns_of(mentions, language), seats_of(mentions, language)
    filling = partial(RoleFiller, tree, mentions, quantities, language=language, towns=towns, seats=seats, about=about)
    actions = {action.token: action for action in find_actions(tree, frames, blocked)}
    drafts, supported, carried_by = _read(tree, language, candidates, actions, filling)
    taken_up = {c.token: c for c in find_happenings(tree, {token: draft.frame.kind for token, draft in drafts.items()})}
    if taken_up:
        drafts, supported, carried_by = _read(tree, language, {**taken_up, **candidates}, actions, filling)
    reader = FactualityReader(tree, frames, {t: d.frame for t, d in drafts.items()}, supported, _told_by(drafts))
    index = {token: n for n, token in enumerate(drafts)}
    open_ends = frozenset(m.index for m in mentions if m.form == "pronoun" and m.kind == "Entity")
    carriers = CarrierReader(tree, frames, mentions, index)
    events = tuple(_event(tree, reader, carriers, index, d, supported.get(token), open_ends) for token, d in drafts.items())
    events = with_convicts(with_mere_charges(tree, events, frozenset(supported)), mentions)
    events = as_dated(tree, with_times(tree, frames, events, times, index, carried_by), times)
    avowals = frozenset(index[token] for token, draft in drafts.items() if draft.frame.avows)
    events = with_culprits(with_claimants(with_fighters(events), avowals), mentions)
    events = with_condemned(events, mentions)
    return _with_inherited_places(_with_shared_times(with_antecedents(events)))


def _read(
    tree: Tree,
    language: Language,
    evoked: Mapping[int, Candidate],
    actions: Mapping[int, Candidate],
    filling: Callable[..., RoleFiller],
) -> tuple[dict[int, Draft], dict[int, Supported], dict[int, int]]:
    """The drafts of the events that candidates evoke, with the verbs that carry event nouns, by noun and by verb."""
    frames, candidates = language.frames, dict(sorted(evoked.items()))
    supported = find_supported(tree, frames, candidates)
    carried_by: dict[int, int] = {}
    for carried in supported.values():
        for verb, _ in carried.verbs():  # of joined nouns the first
            carried_by.setdefault(verb, carried.noun)
    filler = filling(candidates=candidates, carried_by=carried_by)
    for presence in find_presences(tree, filler, language.nouns):
        candidates.setdefault(presence.token, presence)
    free = {token: a for token, a in actions.items() if token not in candidates and token not in carried_by}
    told = frozenset(candidates)
    candidates.update((token, a) for token, a in free.items() if not only_brings_up(tree, frames, a, told))
    parts = find_parts(tree, frames, candidates)
    drafts = _settle(_without_circles(_drafts(tree, filler, candidates, supported, carried_by, parts, actions)))
    return drafts, supported, carried_by


def _told_by(drafts: Mapping[int, Draft]) -> dict[int, int]:
    """Event noun -> the trigger that tells it, where the parser hung it inside what stands between the two."""
    return {
        f.token: token
        for token, draft in drafts.items()
        for f in draft.filled
        if f.mention is None and f.role in {"topic", "theme"} and f.rule.endswith("(reattached)")
    }


def towns_of(mentions: tuple[Mention, ...], language: Language) -> frozenset[int]:
    """The mentions of towns that stand for no state: Davos, not Moscow."""
    metonym = language.gazetteer.metonym
    return frozenset(
        m.index for m in mentions if m.link is not None and m.link.startswith(TOWNS) and metonym(m.link) is None
    )


def seats_of(mentions: tuple[Mention, ...], language: Language) -> frozenset[int]:
    """The mentions of towns that stand for a state too: Moscow, not Davos."""
    metonym = language.gazetteer.metonym
    return frozenset(
        m.index for m in mentions if m.link is not None and m.link.startswith(TOWNS) and metonym(m.link) is not None
    )


def _closed_words(tree: Tree, mention: Mention) -> Iterator[int]:
    """Words of a mention that evoke nothing: all of a name, the bare nouns of "unités de mobilisation populaire"."""
    for i in range(mention.first, mention.last):
        token = tree.tokens[i]
        bare = i != mention.head and token.pos in {"NOUN", "PROPN"} and tree.first(i, "det", "nmod:poss") is None
        bare = bare and not _is_in_clause(tree, i, mention.head)
        if mention.form == "name" or bare:
            yield i


def _is_in_clause(tree: Tree, i: int, top: int) -> bool:
    """Whether word i belongs to a clause inside the phrase that `top` heads: "the base hit by a drone strike"."""
    for _ in range(MAX_DEPTH):
        if i == top or tree.head(i) == i:
            return False
        if tree.tokens[i].dep in {"acl", "acl:relcl"}:
            return True
        i = tree.head(i)
    return False


def _drafts(
    tree: Tree,
    filler: RoleFiller,
    candidates: Mapping[int, Candidate],
    supported: Mapping[int, Supported],
    carried_by: Mapping[int, int],
    parts: Mapping[int, tuple[tuple[str, int], ...]],
    actions: Mapping[int, Candidate],
) -> dict[int, Draft]:
    drafts: dict[int, Draft] = {}
    for token, candidate in sorted(candidates.items()):
        if token in carried_by:  # the noun tells the event, the verb only carries it
            continue
        arguments = candidate.arguments
        carried = supported.get(token)
        if carried is not None:
            arguments = (*arguments, *_lent(tree, carried))
        draft = _draft(filler, candidate, arguments, carried, parts.get(token, ()))
        if draft is None and token in actions and carried is None and all(f.kind for _, f in candidate.entries):
            draft = _draft(filler, actions[token], actions[token].arguments, None, ())
        if draft is not None:
            drafts[token] = draft
    for verb, noun in carried_by.items():  # a noun that turns out to tell nothing was the verb's plain object
        own = _draft(filler, candidates[verb], candidates[verb].arguments, None, ()) if verb in candidates else None
        if noun not in drafts and own is not None:
            drafts[verb] = own
    return _without_repeated_sayings(tree, _without_fixed_words(tree, dict(sorted(drafts.items()))))


def _without_repeated_sayings(tree: Tree, drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Without bare nouns that only say in what form something is said: "said in a statement"."""
    return {
        token: draft
        for token, draft in drafts.items()
        if draft.filled
        or not draft.candidate.nominal
        or tree.tokens[token].dep not in {"obl", "obl:mod", "obl:arg"}
        or not all(_is_saying(d) for d in (draft, drafts.get(tree.head(token))))
    }


def _is_saying(draft: Draft | None) -> bool:
    return draft is not None and ontology.is_a(draft.frame.kind, "Communication")


def _without_fixed_words(tree: Tree, drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Without nouns that a verb's trigger asks for: "fire" in "set on fire" tells nothing more."""
    fixed: set[int] = set()
    for draft in drafts.values():
        trigger = draft.trigger
        for argument in draft.candidate.arguments if not draft.candidate.nominal else ():
            lemma = tree.tokens[argument.token].lemma
            if (argument.slot == "object" and lemma == trigger.object_noun) or (
                trigger.oblique == (argument.preposition, lemma)
            ):
                fixed.add(argument.token)
    return {token: draft for token, draft in drafts.items() if token not in fixed}


def _lent(tree: Tree, carried: Supported) -> Iterator[Argument]:
    """What a support verb's own complements are to the noun that it carries."""
    for argument in (a for verb, _ in carried.verbs() for a in verb_arguments(tree, verb)):
        if argument.slot in {"obl", "dative"} and argument.token != carried.noun:
            rule = LENT_INSIDE if argument.rule in {"reattached", NESTED} else "support verb"
            yield Argument("nmod", argument.token, argument.preposition or tree.grammar.dative_preposition, rule)
        elif argument.slot == "object" and carried.support.noun.kind == "subject" and not carried.support.object:
            yield Argument("nmod", argument.token, "", "support verb")  # "les pertes ont atteint 3 millions"


def _draft(
    filler: RoleFiller,
    candidate: Candidate,
    arguments: tuple[Argument, ...],
    carried: Supported | None,
    parts: tuple[tuple[str, int], ...],
) -> Draft | None:
    """The first of the candidate's frames whose conditions hold."""
    for trigger, entry in candidate.entries:
        if not entry.kind and not entry.needs:  # words that tell no event
            return None
        frame = entry if entry.kind else replace(entry, kind="Event")
        if _is_attribute(filler.tree, candidate.token) and _is_bare(filler.tree, candidate.token, frame):
            continue
        if _is_copula(filler.tree, candidate.token) or _is_naming(filler.tree, candidate.token):
            continue
        free = tuple(a for a in arguments if not (_is_trigger_word(filler, trigger, a) or filler.is_own_medium(a)))
        figures_of = figure_arguments(filler.tree, frame, candidate.nominal, arguments)
        free = (*free, *of_fixed_object(filler.tree, trigger, arguments), *figures_of)
        filled = filler.fill(frame, candidate.nominal, free, candidate.token)
        if not _admits(filler, frame, free, filled, candidate.nominal):
            continue
        if carried is not None:
            filled = (*filled, *_support_roles(filler, frame, carried, filled))
        filled = (*filled, *_part_roles(filler, frame, parts, filled))
        filled = (*filled, *filler.implied_partner(frame, candidate, filled))
        fixed = tuple(a for a in arguments if _is_trigger_word(filler, trigger, a))
        figures = tuple(filler.figures(candidate.token, frame, free, filled, fixed))
        clausal = _clausal(filler, candidate, frame)
        roles = {f.role for f in filled} | clausal | ({"quantity"} if figures else set())
        if roles <= CIRCUMSTANCES and _tells_nothing(filler, candidate, frame, roles):
            continue
        if _characterizes(filler, candidate, frame, roles):
            continue
        figured = {"quantity"} if figures else set()
        figured |= {FIGURE} if figures_of else set()
        slots = {f"slot {f.slot}" for f in filled}
        unnamed = filler.unnamed(frame, candidate.nominal, free)
        alone = set() if any(a.slot == "object" for a in arguments) else {"intransitive"}
        met = frozenset(slots | clausal | figured | unnamed | alone | filler.sums(figures) | _manner(filler, candidate))
        if _has_needs(frame, roles | met):
            figure = figures_of[0].token if figures_of else None
            return Draft(candidate, trigger, frame, filled, figures, met, figure) if entry.kind else None
    return None


def _manner(filler: RoleFiller, candidate: Candidate) -> set[str]:
    """How a noun is brought up: "plural", as a "charge", as something "indefinite" ("victime d'un vol", not "du vol")."""
    if not candidate.nominal:
        return set()
    articles = filler.tree.dependents(candidate.token, "det", "case", "nmod:poss")
    known = any("Definite=Def" in filler.tree.tokens[k].morph for k in articles)
    charged = {"charge"} if filler.is_charge(candidate.token) else set()
    charged |= {"plural"} if filler.tree.tokens[candidate.token].has("Number=Plur") else set()
    return charged | (set() if known else {"indefinite"}) | filler.about


def _is_attribute(tree: Tree, i: int) -> bool:
    """Whether a participle only describes the noun right behind it: "declining sales", "the disputed election"."""
    token = tree.tokens[i]
    return token.dep == "amod" and token.pos != "NOUN" and i < token.head


def _is_naming(tree: Tree, participle: int) -> bool:
    """Whether a participle only tells a name: "un homme nommé Ivo Sand"."""
    token, behind = tree.tokens[participle], tree.tokens[min(participle + 1, len(tree.tokens) - 1)]
    bare = tree.is_past_participle(participle) and not tree.auxiliaries(participle)
    return bare and token.lemma in tree.grammar.naming and behind.pos == "PROPN" and behind.i != participle


def _is_copula(tree: Tree, verb: int) -> bool:
    """Whether a verb only says what its subject is: "restent vulnérables dans le désert"."""
    said = tree.kids[verb] if tree.tokens[verb].lemma in tree.grammar.copula and tree.tokens[verb].pos == "VERB" else ()
    return any(tree.tokens[k].pos == "ADJ" and k > verb and not tree.preposition(k) for k in said)


def _is_bare(tree: Tree, participle: int, frame: Frame) -> bool:
    """Whether an attribute tells nothing: what goes on ("its financing arm"), what is said or begun."""
    present = "Tense=Pres" in tree.tokens[participle].morph
    return present or any(ontology.is_a(frame.kind, kind) for kind in BARE_IN_ATTRIBUTES)


def _has_needs(frame: Frame, have: Set[str]) -> bool:
    """Whether every need of the frame is met by one of its alternatives."""
    return all(any(n in have for n in need.split("|")) for need in frame.needs)


def _clausal(filler: RoleFiller, candidate: Candidate, frame: Frame) -> set[str]:
    """Roles that a clause holds, whether or not it tells an event: "a reconnu avoir menti".

    What begins or ends must be an event that is found.
    """
    return {
        role
        for role, slots in role_slots(frame, candidate.nominal)
        if not ontology.is_a(frame.kind, "Phase")
        and filler.is_held(tuple(s for s in slots if s.kind == "clause"), candidate.arguments)
    }


def _tells_nothing(filler: RoleFiller, candidate: Candidate, frame: Frame, roles: Set[str]) -> bool:
    """Whether a trigger without participants tells of no event: a noun that only characterises, a saying of nobody."""
    if candidate.nominal:
        named = name_end(filler.tree, candidate.first) if _may_be_named(filler.tree, candidate.first) else None
        generic = not roles and named is None and _is_generic(filler, candidate.token)
        return generic and not filler.is_charge(candidate.token)
    return _tells_words(frame)


def _may_be_named(tree: Tree, word: int) -> bool:
    return tree.tokens[word].lemma.lower() in tree.grammar.named_events


def _tells_words(frame: Frame) -> bool:
    """Whether a frame tells of words that somebody must say."""
    return ontology.is_a(frame.kind, "Communication") or ontology.is_a(frame.kind, "Rejection")


def _characterizes(filler: RoleFiller, candidate: Candidate, frame: Frame, roles: Set[str]) -> bool:
    """Whether a verb of saying without speaker only describes: "les résultats annoncés", or addresses: "rappelons que"."""
    token = filler.tree.tokens[candidate.token]
    if candidate.nominal or roles & {"agent", "recipient"} or not _tells_words(frame):
        return False
    passive = filler.tree.is_passive(token.i)
    attribute = token.dep in {"acl", "amod"} and passive and "patient" not in roles
    attribute = attribute or (passive and frame.kind == "Statement" and "topic" not in _clausal(filler, candidate, frame))
    return attribute or _calls(filler.tree, token.i) or _is_of_nobody(filler.tree, token.i)


def _calls(tree: Tree, verb: int) -> bool:
    """Whether a verb addresses the reader: an imperative, as which models seldom see "Rappelons que …"."""
    token, first = tree.tokens[verb], tree.parse.sentences[tree.tokens[verb].sentence].first
    bare = token.has("VerbForm=Inf") and verb - first <= 1  # "À noter que …"
    opens = (verb == first or bare) and tree.first(verb, "nsubj", "nsubj:pass") is None
    return "Mood=Imp" in token.morph or (opens and token.dep == "root" and tree.first(verb, "ccomp") is not None)


def _is_of_nobody(tree: Tree, verb: int) -> bool:
    """Whether nobody says what "il faut dire" tells: an infinitive below an impersonal verb."""
    token = tree.tokens[verb]
    if tree.is_passive(verb) and tree.first(verb, "expl", "expl:subj") is not None:
        return tree.first(verb, "iobj") is None  # "il est conseillé de", but "il lui est reproché de"
    impersonal = tree.first(token.head, "expl", "expl:subj") is not None
    return token.has("VerbForm=Inf") and token.dep in {"xcomp", "ccomp", "csubj"} and impersonal


def _is_generic(filler: RoleFiller, noun: int) -> bool:
    """Whether a noun without participants only characterises another one: "points de vente", "trade talks"."""
    tree = filler.tree
    first = tree.first_conjunct(noun)
    if tree.tokens[first].dep not in {"nmod", "compound"} or filler.measures(tree.head(first)):
        return False  # "une série d'incendies" tells of fires
    told = any(ontology.is_a(frame.kind, family) for _, frame in filler.entries(noun) for family in UNFORESEEN)
    if told and tree.preposition(first) in tree.grammar.inside_prepositions:
        return False  # "killed ten people in air strikes", but "an expert in sales"
    return not tree.is_determined(noun) and tree.first(noun, "amod") is None


def _is_trigger_word(filler: RoleFiller, trigger: Trigger, argument: Argument) -> bool:
    """Whether an argument is one of the trigger's own fixed words and names nobody: "send troops" tells of troops."""
    lemma = filler.lemma(argument.token)
    if trigger.object_noun and argument.slot == "object":
        return lemma == trigger.object_noun and filler.mention_at(argument.token) is None
    return trigger.oblique is not None and (argument.preposition, lemma) == trigger.oblique


def _admits(
    filler: RoleFiller, frame: Frame, arguments: tuple[Argument, ...], filled: tuple[Filled, ...], nominal: bool
) -> bool:
    """Whether no role that the frame restricts is held by something of another kind."""
    if not frame.only:
        return True
    have, used = {f.role for f in filled}, {f.token for f in filled}
    free = tuple(a for a in arguments if a.token not in used)
    slots = dict(role_slots(frame, nominal))
    return all(role in have or not filler.is_held(slots.get(role, ()), free) for role, _ in frame.only)


def _support_roles(filler: RoleFiller, frame: Frame, carried: Supported, filled: tuple[Filled, ...]) -> Iterator[Filled]:
    """The support verb's subject and object in the roles that they play in the noun's event."""
    have = {f.token for f in filled} | {carried.noun}
    lent = ((verb, support, slot) for verb, support in carried.verbs() for slot in ("subject", "object"))
    for verb, support, slot in lent:
        role = _own_role(frame, support.subject if slot == "subject" else support.object, slot)
        for argument in filler.arguments_at(verb, slot) if role else ():
            for found in filler.fillers_of(role, argument, _kinds(frame, role)):
                if found.token not in have:
                    have.add(found.token)
                    yield replace(found, rule=f"support verb {support.trigger.text}")


def _own_role(frame: Frame, role: str, slot: str) -> str:
    """Who undergoes an event that has no patient receives it, or is what is told: "receive a loan", "news concerning X"."""
    roles = ontology.expected(frame.kind)
    if role != "patient" or role in roles:
        return role
    if slot == "object" and "topic" in roles:
        return "topic"
    return "recipient" if "recipient" in roles else role


def _part_roles(
    filler: RoleFiller, frame: Frame, parts: tuple[tuple[str, int], ...], filled: tuple[Filled, ...]
) -> Iterator[Filled]:
    """The first of those that a noun such as "victime" is said of, in the role that it tells."""
    have = {f.token for f in filled}
    for role, token in parts:
        for found in filler.fillers_of(role, Argument("part", token), _kinds(frame, role)):
            if found.token not in have:
                yield replace(found, rule=f"part {role}")
                return


def _kinds(frame: Frame, role: str) -> tuple[str, ...]:
    """The classes of what may fill a role of the frame."""
    return dict(frame.only).get(role) or ontology.expected(frame.kind).get(role) or ()


def _without_circles(drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Drafts without the roles of two events that each would tell the other: speech run together with its neighbour."""
    told = {(token, f.token) for token, draft in drafts.items() for f in draft.filled if f.mention is None}
    return {
        token: replace(draft, filled=tuple(f for f in draft.filled if not {(token, f.token), (f.token, token)} <= told))
        for token, draft in drafts.items()
    }


def _settle(drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Drop roles that point at tokens which turned out to be no events, and events that needed them."""
    while True:
        kept: dict[int, Draft] = {}
        for token, draft in drafts.items():
            filled = tuple(f for f in draft.filled if f.mention is not None or f.token in drafts)
            if _has_needs(draft.frame, {f.role for f in filled} | draft.met):
                kept[token] = replace(draft, filled=filled)
        if len(kept) == len(drafts):
            return kept
        drafts = kept


def _event(
    tree: Tree,
    reader: FactualityReader,
    carriers: CarrierReader,
    index: Mapping[int, int],
    draft: Draft,
    carried: Supported | None,
    open_ends: Set[int],
) -> Event:
    token = tree.tokens[draft.candidate.token]
    first, last = draft.candidate.first, draft.candidate.last
    named_to = _name_end(tree, draft)
    begin, end = carriers.phrase(token.i, first, named_to or last, carried)
    return Event(
        index=index[token.i],
        start=tree.tokens[first].start,
        end=tree.tokens[(named_to or last) - 1].end,
        trigger=token.i,
        sentence=token.sentence,
        kind=draft.frame.kind,
        roles=tuple(_roles(draft, index, open_ends)),
        factuality=reader.value(token.i),
        quantities=draft.quantities,
        name=_name(tree, first, named_to) if named_to else None,
        words=_words(tree, draft),
        definite=draft.candidate.nominal and _is_definite(tree, token.i, draft.candidate),
        phrase=(tree.tokens[begin].start, tree.tokens[end - 1].end),
        hinges=tuple(_hinges(draft, open_ends)),
        rule=f"{'noun' if draft.candidate.nominal else 'verb'} {draft.trigger.text}"
        + (f", {carried.support.trigger.text}" if carried else ""),
        confidence=_confidence(draft),
    )


def _confidence(draft: Draft) -> float:
    if draft.frame.kind == ACTION:
        return ANY_TRIGGER
    return NOMINAL_TRIGGER if draft.candidate.nominal else VERBAL_TRIGGER


def _roles(draft: Draft, index: Mapping[int, int], open_ends: Set[int]) -> Iterator[Role]:
    only = dict(draft.frame.only)
    for f in draft.filled:
        filler = Ref("mention", f.mention) if f.mention is not None else Ref("event", index[f.token])
        kinds = only.get(f.role, ()) if f.mention in open_ends else ()
        yield Role(f.role, filler, f.rule, f.confidence, tuple(dict.fromkeys(kind.partition(":")[0] for kind in kinds)))


def _hinges(draft: Draft, open_ends: Set[int]) -> Iterator[str]:
    """The roles that the frame needs and that only pronouns of unknown kind fill."""
    have = {f.role for f in draft.filled if f.mention not in open_ends} | draft.met
    for need in draft.frame.needs:
        if not any(n in have for n in need.split("|")):
            yield need


def _name_end(tree: Tree, draft: Draft) -> int | None:
    """Where the name of a named event ends ("opération Inherent Resolve"); None for an unnamed one."""
    if not draft.candidate.nominal:
        return None
    noun = draft.candidate.first
    return name_end(tree, noun) if _may_be_named(tree, noun) else None


def _words(tree: Tree, draft: Draft) -> str:
    """What the text calls an event that a noun tells; what rises or falls."""
    first, last = draft.candidate.first, draft.candidate.last
    if draft.figure is not None:
        first, last = draft.figure, draft.figure + 1
        while tree.tokens[first - 1].dep == "compound" and tree.tokens[first - 1].lemma in tree.grammar.figures:
            first -= 1
    elif not draft.candidate.nominal:
        named = {f.token for f in draft.filled if f.mention is not None}
        return verb_words(tree, draft.candidate, named) if draft.frame.kind == ACTION else ""
    return _name(tree, first, last).lower()


def _name(tree: Tree, first: int, last: int) -> str:
    return " ".join(t.text for t in tree.tokens[first:last] if t.text not in OPENING)


def _is_definite(tree: Tree, i: int, candidate: Candidate) -> bool:
    """Whether a noun may take up an event told before: "the attack", "this new attack", but not "the next attack"."""
    said = [k for k in tree.dependents(i, "amod", "nummod") if not candidate.first <= k < candidate.last]
    if any(tree.tokens[k].lemma.lower() in tree.grammar.setting_apart for k in said):
        return any("PronType=Dem" in tree.tokens[k].morph for k in tree.dependents(i, "det"))
    return tree.first(i, "nmod:poss") is not None or tree.is_definite(i)


def _with_shared_times(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """People are killed when it happens what kills them: "tués, mardi, dans un raid", "tués dans le raid de mardi"."""
    shared: dict[int, tuple[int, ...]] = {}
    for event in events:
        harmed = any(ontology.is_a(event.kind, kind) for kind, role in PLACED_BY.items() if role == "cause")
        for role in event.roles if harmed else ():
            other = events[role.filler.index] if role.name == "cause" and role.filler.to == "event" else None
            if other is not None and other.sentence == event.sentence and bool(other.times) != bool(event.times):
                shared[other.index if event.times else event.index] = event.times or other.times
    return tuple(replace(event, times=shared.get(event.index, event.times)) for event in events)


def _with_inherited_places(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """What begins or ends somewhere does so where it takes place, and people die where what killed them happened."""
    done = []
    for event in events:
        bearer = next((role for kind, role in PLACED_BY.items() if ontology.is_a(event.kind, kind)), None)
        if bearer and not any(r.name == "place" for r in event.roles):
            others = (events[r.filler.index] for r in event.roles if r.name == bearer and r.filler.to == "event")
            places = tuple(replace(r, rule=f"{r.rule} of {bearer}") for o in others for r in o.roles if r.name == "place")
            event = replace(event, roles=(*event.roles, *places))
        done.append(event)
    return tuple(done)
