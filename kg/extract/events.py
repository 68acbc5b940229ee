"""Events: triggers with their class, participants, place, time, figures and factuality."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace
from functools import partial

from kg import ontology
from kg.extract.actions import ACTION, find_actions, only_brings_up, verb_words
from kg.extract.attending import with_speakers
from kg.extract.carriers import CarrierReader
from kg.extract.causes import LENT, TALLIED, with_causes, with_mishaps
from kg.extract.comments import with_topics
from kg.extract.commonends import harms, with_common_ends
from kg.extract.culprits import spokesmen_in, with_claimants, with_condemned, with_culprits, with_fighters
from kg.extract.dated import as_dated
from kg.extract.described import described
from kg.extract.drafts import Draft, drafts_of, fixed_words, settle, without_circles
from kg.extract.eventplaces import (
    with_fronted_places,
    with_inherited_places,
    with_places_gone_to,
    with_places_of_tolls,
    with_times_of_occasions,
    without_places_of_other_days,
)
from kg.extract.eventtimes import with_times
from kg.extract.factuality import FactualityReader
from kg.extract.figures import figure_words
from kg.extract.happenings import find_happenings, with_aims, with_antecedents, with_described, with_ranked
from kg.extract.heldnouns import held_by, with_held_places
from kg.extract.meanwhile import with_places_meanwhile
from kg.extract.offences import with_convicts, with_mere_charges
from kg.extract.phrases import NOUNS, OPENING
from kg.extract.presence import find_presences
from kg.extract.reasons import with_reasons
from kg.extract.remains import with_deaths_before
from kg.extract.rolenouns import find_parts
from kg.extract.roles import RoleFiller
from kg.extract.sport import topics, without_attacks, without_games
from kg.extract.supports import Supported, find_supported
from kg.extract.syntax import MAX_DEPTH, Tree
from kg.extract.telling import may_be_named
from kg.extract.triggers import Candidate, find_candidates, name_end
from kg.lang import Language
from kg.lang.frames import unmet
from kg.lang.gazetteer import TOWNS
from kg.model import Event, Mention, Quantity, Ref, Role, Timex, Token
from kg.ontology import BODIES, PLACES

NOMINAL_TRIGGER = 0.85
VERBAL_TRIGGER = 0.95
PROTEST = "Protest"  # which says nothing of how sure is what it is about
ANY_TRIGGER = 0.75  # a verb of which nothing is known but its subject and object


def find_events(
    tree: Tree,
    language: Language,
    mentions: tuple[Mention, ...],
    at: Mapping[int, int],
    times: tuple[Timex, ...],
    quantities: tuple[Quantity, ...],
    plots: frozenset[int],
) -> tuple[Event, ...]:
    """All event mentions of a parse, in text order.

    `at` gives the mention of each token, `plots` the words that tell the plot of a work.
    """
    frames = language.frames
    figures = {t for q in quantities for t in range(q.first, q.last) if t != q.counted}  # "une quarantaine de soldats"
    named = (m for m in mentions if m.lemma not in frames.parts or not described(tree, m.head))  # "Lviv, cible de tirs"
    blocked = frozenset(t for m in named for t in _closed_words(tree, m)) | figures
    blocked |= {i for i in tree.temporal if tree.tokens[i].pos == "VERB"}  # "la semaine passée"
    blocked |= {token.i for pos in NOUNS for token in tree.of_pos(pos) if _is_proper(tree, token)}
    blocked |= plots
    candidates = without_games(tree, find_candidates(tree, frames.verbs, frames.nouns, blocked))
    about = topics(tree)
    candidates = without_attacks(tree, candidates, about)
    towns, seats = towns_of(mentions, language), seats_of(mentions, language)
    filling = partial(RoleFiller, tree, mentions, at, quantities, language=language, towns=towns, seats=seats, about=about)
    actions = {action.token: action for action in find_actions(tree, frames, blocked)}
    places = frozenset(token for token, m in at.items() if ontology.is_among(mentions[m].kind, PLACES))
    drafts, supported, carried_by = _read(tree, language, candidates, actions, places, filling)
    taken_up = {c.token: c for c in find_happenings(tree, {token: draft.frame.kind for token, draft in drafts.items()})}
    if taken_up:
        drafts, supported, carried_by = _read(tree, language, {**taken_up, **candidates}, actions, places, filling)
    reader = FactualityReader(tree, frames, {t: d.frame for t, d in drafts.items()}, supported, _told_by(drafts))
    index = {token: n for n, token in enumerate(drafts)}
    open_ends = frozenset(m.index for m in mentions if m.form == "pronoun" and m.kind == "Entity")
    carriers = CarrierReader(tree, frames, mentions, index)
    events = tuple(_event(tree, reader, carriers, index, d, supported.get(token), open_ends) for token, d in drafts.items())
    events = with_convicts(tree, with_mere_charges(tree, events, frozenset(supported)), mentions)
    held = held_by(tree, frames, drafts)
    events = with_held_places(tree, events, index, held, at, mentions)
    events = with_places_meanwhile(tree, events, at, mentions)
    events = as_dated(tree, with_times(tree, frames, events, times, index, carried_by | held, language.times), times)
    events = without_places_of_other_days(tree, events, mentions, times)
    events = with_topics(tree, with_mishaps(tree, with_causes(tree, reader, events)), index)
    events = with_reasons(tree, reader, events, supported, {token: mentions[m].kind for token, m in at.items()})
    events = with_common_ends(tree, events, mentions, index)
    avowals = frozenset(index[token] for token, draft in drafts.items() if draft.frame.avows)
    spokesmen = spokesmen_in(tree, language, mentions, at) if avowals else {}
    events = with_culprits(with_claimants(with_fighters(tree, events), avowals, spokesmen), mentions)
    events = with_places_gone_to(tree, with_condemned(events, mentions), index)
    events = with_times_of_occasions(tree, with_fronted_places(tree, events, index, mentions), index)
    events = with_speakers(tree, events, index, carried_by)
    events = with_places_of_tolls(tree, with_deaths_before(tree, language.nouns, events), index)
    events = with_aims(tree, with_described(tree, with_ranked(tree, events)), index)
    return with_inherited_places(_with_shared_times(with_antecedents(events)), mentions)


def _read(
    tree: Tree,
    language: Language,
    evoked: Mapping[int, Candidate],
    actions: Mapping[int, Candidate],
    places: Set[int],
    filling: Callable[..., RoleFiller],
) -> tuple[dict[int, Draft], dict[int, Supported], dict[int, int]]:
    """The drafts of the events that candidates evoke, with the verbs that carry event nouns, by noun and by verb."""
    frames, candidates = language.frames, dict(sorted(evoked.items()))
    supported = find_supported(tree, frames, candidates, places)
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
    drafts = settle(without_circles(drafts_of(tree, filler, candidates, supported, carried_by, parts, actions)))
    return drafts, supported, carried_by


def _told_by(drafts: Mapping[int, Draft]) -> dict[int, int]:
    """Event noun -> the trigger that tells it, where the parser hung it inside what stands between the two."""
    return {
        f.token: token
        for token, draft in drafts.items()
        for f in draft.filled
        if f.mention is None
        and f.role in {"topic", "theme"}
        and f.rule.endswith("(reattached)")
        and draft.frame.kind != PROTEST
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
    """Words of a mention that evoke nothing: all of a name, the bare nouns of "unités de mobilisation populaire".

    What a body is there for in general is not told, either: "le centre de suivi des ouragans".
    """
    for i in range(mention.first, mention.last):
        token = tree.tokens[i]
        bare = i != mention.head and token.pos in {"NOUN", "PROPN"} and tree.first(i, "det", "nmod:poss") is None
        bare = bare and not _is_in_clause(tree, i, mention.head)
        if mention.form == "name" or bare:
            yield i
        if bare and mention.kind in BODIES:
            yield from (kid for kid in tree.dependents(i, "nmod") if kid >= mention.last and _is_field(tree, kid))


def _is_field(tree: Tree, noun: int) -> bool:
    """Whether a complement tells no single event: a plural, or what something is given to ("crédits à l'exportation")."""
    return tree.tokens[noun].has("Number=Plur") or tree.preposition(noun) == tree.grammar.dative_preposition


def _is_proper(tree: Tree, token: Token) -> bool:
    """Whether a noun with a capital right behind another in small letters is the name of that: "les missiles Typhon"."""
    if not token.text.istitle() or token.i == tree.parse.sentences[token.sentence].first:
        return False
    before = tree.tokens[token.i - 1]
    if before.pos not in {"NOUN", "VERB"} or not before.text.islower() or before.has("VerbForm=Fin"):
        return False
    heads = {*tree.grammar.named_events, *tree.grammar.event_heads}
    named = tree.lemmas[token.i] in heads and name_end(tree, token.i) is not None  # "the earlier Operation Matador"
    return before.lemma.lower() not in heads and not named


def _is_in_clause(tree: Tree, i: int, top: int) -> bool:
    """Whether word i belongs to a clause inside the phrase that `top` heads: "the base hit by a drone strike"."""
    for _ in range(MAX_DEPTH):
        if i == top or tree.head(i) == i:
            return False
        if tree.tokens[i].dep in {"acl", "acl:relcl"}:
            return True
        i = tree.head(i)
    return False


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
    begin, end = carriers.with_words(begin, end, fixed_words(tree, draft), draft.figure)
    return Event(
        index=index[token.i],
        start=tree.tokens[first].start,
        end=tree.tokens[(named_to or last) - 1].end,
        trigger=token.i,
        sentence=token.sentence,
        kind=draft.frame.kind,
        roles=tuple(_roles(draft, index, open_ends, _open_causes(reader, draft, carried))),
        factuality=reader.value(token.i),
        quantities=draft.quantities,
        levels=draft.levels,
        name=_name(tree, first, named_to) if named_to else None,
        words=_words(tree, draft),
        definite=draft.candidate.nominal and _is_definite(tree, token.i, draft.candidate),
        phrase=(tree.tokens[begin].start, tree.tokens[end - 1].end),
        hinges=_hinges(draft, open_ends),
        rule=f"{'noun' if draft.candidate.nominal else 'verb'} {draft.trigger.text}"
        + (f", {carried.support.trigger.text}" if carried else ""),
        confidence=_confidence(draft),
    )


def _confidence(draft: Draft) -> float:
    if draft.frame.kind == ACTION:
        return ANY_TRIGGER
    return NOMINAL_TRIGGER if draft.candidate.nominal else VERBAL_TRIGGER


def _open_causes(reader: FactualityReader, draft: Draft, carried: Supported | None) -> frozenset[int]:
    """What a verb denies, or supposes of what there was, to have caused an event that took place: "was not caused by it"."""
    if carried is None or reader.value(draft.candidate.token) != "Actual":
        return frozenset()
    values = {reader.value(verb) for verb, support in carried.verbs() if support.causal} - {"Actual"}
    lent = {f.token for f in draft.filled if values and f.role == "cause" and f.rule.startswith(LENT)}
    return frozenset(cause for cause in lent if not {reader.value(cause)} == values == {"Possible"})


def _roles(draft: Draft, index: Mapping[int, int], open_ends: Set[int], without: Set[int]) -> Iterator[Role]:
    only = dict(draft.frame.only)
    for f in draft.filled:
        if f.token in without:
            continue
        filler = Ref("mention", f.mention) if f.mention is not None else Ref("event", index[f.token])
        kinds = only.get(f.role, ()) if f.mention in open_ends else ()
        yield Role(f.role, filler, f.rule, f.confidence, tuple(dict.fromkeys(kind.partition(":")[0] for kind in kinds)))


def _hinges(draft: Draft, open_ends: Set[int]) -> tuple[str, ...]:
    """The roles that the frame needs and that only pronouns of unknown kind fill."""
    return unmet(draft.frame.needs, {f.role for f in draft.filled if f.mention not in open_ends} | draft.met)


def _name_end(tree: Tree, draft: Draft) -> int | None:
    """Where the name of a named event ends ("opération Inherent Resolve"); None for an unnamed one."""
    if not draft.candidate.nominal:
        return None
    noun = draft.candidate.first
    return name_end(tree, noun) if may_be_named(tree, noun) else None


def _words(tree: Tree, draft: Draft) -> str:
    """What the text calls an event that a noun tells; what rises or falls."""
    first, last = draft.candidate.first, draft.candidate.last
    if draft.figure is not None:
        first, last = figure_words(tree, draft.figure)
    elif not draft.candidate.nominal:
        named = {f.token for f in draft.filled if f.mention is not None}
        return verb_words(tree, draft.candidate, named) if draft.frame.kind == ACTION else ""
    return _name(tree, first, last).lower()


def _name(tree: Tree, first: int, last: int) -> str:
    return " ".join(t.text for t in tree.tokens[first:last] if t.text not in OPENING)


def _is_definite(tree: Tree, i: int, candidate: Candidate) -> bool:
    """Whether a noun may take up an event told before: "the attack", "this new attack", but not "the next attack"."""
    said = [k for k in tree.dependents(i, "amod", "nummod") if not candidate.first <= k < candidate.last]
    if any(tree.lemmas[k] in tree.grammar.setting_apart for k in said):
        return any("PronType=Dem" in tree.tokens[k].morph for k in tree.dependents(i, "det"))
    contracted = any("Definite=Def" in tree.tokens[case].morph for case in tree.dependents(i, "case"))  # "du référendum"
    return tree.first(i, "nmod:poss") is not None or contracted or tree.is_known(i, "det")


def _with_shared_times(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """People are killed when it happens what kills them: "tués, mardi, dans un raid", "tués dans le raid de mardi"."""
    shared: dict[int, tuple[int, ...]] = {}
    for event in events:
        for role in event.roles if harms(event) else ():
            other = events[role.filler.index] if role.name == "cause" and role.filler.to == "event" else None
            if other is None or role.rule == TALLIED:
                continue  # "le bilan de l'attentat a été porté à dix morts mardi": counted then
            if other.sentence == event.sentence and bool(other.times) != bool(event.times):
                shared[other.index if event.times else event.index] = event.times or other.times
    return tuple(replace(event, times=shared[event.index]) if event.index in shared else event for event in events)
