"""Events before their roles that point at other events are settled: which frame of a trigger holds, and what fills it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg import ontology
from kg.extract.charges import is_charge
from kg.extract.constructions import object_words, of_fixed_words
from kg.extract.elsewhere import is_own_medium
from kg.extract.eventfigures import EARNINGS, MOVES
from kg.extract.figures import FIGURE, figure_arguments
from kg.extract.filled import Filled
from kg.extract.fillers import PARTLY, UNDERGONE, fillers_of
from kg.extract.implied import implied_companion, implied_partner, implied_visitor
from kg.extract.lending import kinds_of, with_lent_arguments, with_lent_roles
from kg.extract.negation import is_negated, is_negative
from kg.extract.roles import RoleFiller
from kg.extract.slots import role_slots, slot_matches
from kg.extract.supports import Supported
from kg.extract.syntax import Argument, Tree
from kg.extract.telling import (
    characterizes,
    clausal,
    has_predicate,
    is_attribute,
    is_bare,
    is_copula,
    is_metaphor,
    is_naming,
    is_opinion,
    tells_nothing,
)
from kg.extract.triggers import Candidate
from kg.lang.frames import Frame, Trigger, unmet

STATEMENT = "Statement"
SAYING_DEPS = frozenset({"obl", "obl:mod", "obl:arg"})  # how a noun hangs that tells in what form something is said
TELLING = (
    "Communication",
    "Investigation",
    "Publication",
    "Trial",
    "Vote",
    "Meeting",
)  # where something is said
CIRCUMSTANCES = {"place", "cause", "purpose", "instrument", "quantity"}


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
    levels: tuple[int, ...] = ()  # the quantities that it comes to


def drafts_of(
    tree: Tree,
    filler: RoleFiller,
    candidates: Mapping[int, Candidate],
    supported: Mapping[int, Supported],
    carried_by: Mapping[int, int],
    parts: Mapping[int, tuple[tuple[str, int], ...]],
    actions: Mapping[int, Candidate],
) -> dict[int, Draft]:
    """The drafts of all candidates by trigger: each with the first of its frames that holds."""
    drafts: dict[int, Draft] = {}
    silent: set[int] = set()
    for token, candidate in sorted(candidates.items()):
        if token in carried_by:  # the noun tells the event, the verb only carries it
            continue
        arguments = candidate.arguments
        carried = supported.get(token)
        if carried is not None:
            arguments = with_lent_arguments(filler, carried, arguments)
        draft = _draft(filler, candidate, arguments, carried, parts.get(token, ()))
        if draft is None and token in actions and carried is None and all(f.kind or f.needs for _, f in candidate.entries):
            draft = _draft(filler, actions[token], actions[token].arguments, None, ())
        if draft is not None and draft.frame.kind:
            drafts[token] = draft
        elif draft is not None:  # who "declares war" on crime wages none
            silent |= set(fixed_words(tree, draft))
    for verb, noun in carried_by.items():  # a noun that turns out to tell nothing was the verb's plain object
        if noun not in drafts and any(one in drafts for one in tree.conjuncts(tree.first_conjunct(noun))):
            continue  # "a conclu un accord et une trêve avec X"
        own = _draft(filler, candidates[verb], candidates[verb].arguments, None, ()) if verb in candidates else None
        if own is not None and own.frame.kind and (noun not in drafts or "denied" in own.frame.needs):
            drafts[verb] = own  # "n'a pas survécu à ses blessures"
    told = _without_mere_figures({token: drafts[token] for token in sorted(drafts.keys() - silent)})
    whole = _with_speaking_words(tree, _with_whole_sayings(tree, _without_fixed_words(tree, told)))
    return _without_explanations(tree, _without_repeated_sayings(tree, whole))


def _without_mere_figures(drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Without sales or growth that are but a figure which rises or falls: "une baisse des ventes", "growth slowed to 2%"."""
    figures = {draft.figure for draft in drafts.values()} - {None}
    mere = MOVES | {"Sale"}
    return {token: draft for token, draft in drafts.items() if not (token in figures and draft.frame.kind in mere)}


def _with_whole_sayings(tree: Tree, drafts: dict[int, Draft]) -> dict[int, Draft]:
    """ "X said in a statement that …": what the parser hung on the noun is what the verb says."""
    done = dict(drafts)
    for token, draft in drafts.items():
        verb = tree.head(token)
        told = draft.candidate.nominal and tree.tokens[token].dep in SAYING_DEPS and not tree.is_definite(token)
        if not told or not _is_saying(draft) or not _is_saying(drafts.get(verb)) or not draft.filled:
            continue
        said = {f.token for f in done[verb].filled if f.role == "topic"}
        if not all(f.role == "topic" and f.mention is None and (not said or f.token in said) for f in draft.filled):
            continue
        if not said:
            clause = tuple(replace(f, rule=f"{f.rule} (reattached)") for f in draft.filled)
            done[verb] = replace(done[verb], filled=(*done[verb].filled, *clause))
        done[token] = replace(draft, filled=())
    return done


def _with_speaking_words(tree: Tree, drafts: dict[int, Draft]) -> dict[int, Draft]:
    """ "A statement by the army said …": who makes the statement says what it says, and says it once."""
    done = dict(drafts)
    for token, draft in drafts.items():
        verb = tree.head(token)
        if not draft.candidate.nominal or tree.tokens[token].dep != "nsubj" or draft.frame.kind != STATEMENT:
            continue
        said = done.get(verb)
        if said is None or said.frame.complement != "said":
            continue
        held = {f.role for f in said.filled}
        done[verb] = replace(said, filled=(*said.filled, *(f for f in draft.filled if f.role not in held)))
        del done[token]
    return done


def _without_repeated_sayings(tree: Tree, drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Without bare nouns that only say in what form something is said: "said in a statement"."""
    return {
        token: draft
        for token, draft in drafts.items()
        if draft.filled
        or not draft.candidate.nominal
        or tree.tokens[token].dep not in SAYING_DEPS
        or not all(_is_saying(d) for d in (draft, drafts.get(tree.head(token))))
    }


def _without_explanations(tree: Tree, drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Without verbs of saying whose subject is an event that has no words: "l'accident explique la fermeture"."""
    return {token: draft for token, draft in drafts.items() if not (_is_saying(draft) and _is_mute(tree, token, drafts))}


def _is_mute(tree: Tree, verb: int, drafts: dict[int, Draft]) -> bool:
    """Whether the subject of an active verb is an event in which nothing is said or found."""
    subject = tree.first(verb, "nsubj") if tree.tokens[verb].pos == "VERB" else None
    event = drafts.get(subject) if subject is not None else None
    return event is not None and event.candidate.nominal and not ontology.is_among(event.frame.kind, TELLING)


def _is_saying(draft: Draft | None) -> bool:
    return draft is not None and ontology.is_a(draft.frame.kind, "Communication")


def _without_fixed_words(tree: Tree, drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Without nouns that a verb's trigger asks for: "fire" in "set on fire" tells nothing more."""
    fixed = {word for draft in drafts.values() for word in fixed_words(tree, draft)}
    return {token: draft for token, draft in drafts.items() if token not in fixed}


def fixed_words(tree: Tree, draft: Draft) -> Iterator[int]:
    """The nouns that a trigger asks for: "jobs" in "cut 900 jobs", "bankruptcy" in "filed for bankruptcy"."""
    trigger = draft.trigger
    for argument in draft.candidate.arguments:
        lemma = tree.lemmas[argument.token]
        held = argument.slot in {"object", "clause"} and lemma == trigger.object_noun  # "retrouvé pendu"
        if held or trigger.oblique == (argument.preposition, lemma):
            yield argument.token


def _draft(
    filler: RoleFiller,
    candidate: Candidate,
    arguments: tuple[Argument, ...],
    carried: Supported | None,
    parts: tuple[tuple[str, int], ...],
) -> Draft | None:
    """The first of the candidate's frames whose conditions hold, be it one that says that nothing is told."""
    if is_copula(filler.tree, candidate.token) or is_naming(filler.tree, candidate.token):
        return None
    own = tuple(a for a in arguments if not is_own_medium(filler, a))
    for trigger, entry in candidate.entries:
        if not entry.kind and not entry.needs:  # words that tell no event
            return Draft(candidate, trigger, entry, (), (), frozenset())
        frame = entry if entry.kind else replace(entry, kind="Event")
        if is_attribute(filler.tree, candidate.token) and is_bare(filler.tree, candidate.token, frame):
            continue
        if frame.kind == EARNINGS and candidate.nominal and filler.figures.is_parted(candidate.token):
            continue
        free = tuple(a for a in own if not _is_trigger_word(filler, trigger, a) or _is_scene(filler, frame, a))
        figures_of = figure_arguments(filler.tree, frame, candidate.nominal, arguments)
        free = (*free, *of_fixed_words(filler.tree, trigger, arguments), *figures_of)
        filled = filler.fill(frame, candidate.nominal, free, candidate.token)
        if not _admits(filler, frame, free, filled, candidate.nominal):
            continue
        if is_metaphor(filler, candidate, frame, filled) or is_opinion(filler.tree, candidate.token, frame):
            return None
        if carried is not None:
            filled = with_lent_roles(filler, frame, carried, filled, of_figure=bool(figures_of))
        filled = (*filled, *_part_roles(filler, frame, parts, filled))
        filled = (*filled, *implied_partner(filler, frame, candidate, filled))
        filled = (*filled, *implied_visitor(filler, frame, candidate, filled))
        filled = (*filled, *implied_companion(filler, frame, candidate, filled))
        fixed = tuple(a for a in arguments if _is_trigger_word(filler, trigger, a) or _is_counted_object(filler, trigger, a))
        figures = tuple(filler.figures.of_event(candidate.token, frame, free, filled, fixed))
        told = clausal(filler, candidate, frame) | ({"quantity"} if figures else set())
        roles = {f.role for f in filled} | told
        if roles <= CIRCUMSTANCES and tells_nothing(filler, candidate, frame, roles):
            continue
        if characterizes(filler, candidate, frame, roles):
            continue
        met = frozenset(told | filler.figures.sums(figures) | ({FIGURE} if figures_of else set()))
        met |= {f"slot {f.slot}" for f in filled} | _undergone_in_part(filled) | _manner(filler, candidate, carried)
        met |= filler.unnamed(frame, candidate.nominal, free)
        objects = (a for a in arguments if a.slot == "object" or a.rule == "xcomp")
        if all(a.token in filler.tree.temporal for a in objects):  # "talks will begin next May"
            met |= {"intransitive"}
        alone = sum(f.role == "agent" for f in filled) == 1
        if alone and (filler.tree.is_finite(candidate.token) or _is_of_speech(filler, candidate.token)):
            met |= {"one agent"}
        met |= frozenset(_as_asked(filler, candidate, frame, figures))
        if not unmet(frame.needs, roles | met):
            figure = figures_of[0].token if figures_of else None
            levels = filler.figures.levels(candidate.token, figures) if frame.kind in MOVES else ()
            return Draft(candidate, trigger, frame if entry.kind else entry, filled, figures, met, figure, levels)
    return None


def _as_asked(filler: RoleFiller, candidate: Candidate, frame: Frame, figures: tuple[int, ...]) -> Iterator[str]:
    """The needs of a frame that only those who ask for them look up, as far as they are met."""
    if "denied" in frame.needs and not candidate.nominal and is_negated(filler.tree, candidate.token):
        yield "denied"  # "n'a pas survécu"
    if "predicate" in frame.needs and has_predicate(filler.tree, candidate.token):
        yield "predicate"
    if "price of one" in frame.needs and filler.figures.is_price_of_one(figures):
        yield "price of one"
    if "part" in frame.needs and candidate.nominal and filler.figures.is_parted(candidate.token):
        yield "part"


def _is_of_speech(filler: RoleFiller, verb: int) -> bool:
    """Whether a verb tells what for one speaks to others: "held a news conference to discuss the plan"."""
    tree, above = filler.tree, filler.tree.head(verb)
    noun = above if tree.tokens[above].pos == "NOUN" else tree.first(above, "obj")
    told = None if noun is None else filler.candidates.get(noun)
    return told is not None and any(ontology.is_a(frame.kind, "Communication") for _, frame in told.entries if frame.kind)


def _manner(filler: RoleFiller, candidate: Candidate, carried: Supported | None) -> set[str]:
    """How a noun is brought up: "plural", as a "charge", as something "indefinite" ("victime d'un vol", not "du vol").

    Or "bare", in the singular without an article: "killed by Israeli fire".
    Or "caused" by the subject of a verb or said to be there, and "denied" with it: "sans faire de victimes".
    And what the article as a whole is about, which verbs have too.
    """
    if not candidate.nominal:
        return set(filler.about)
    articles = tuple(filler.tree.dependents(candidate.token, "det", "case", "nmod:poss"))
    known = any("Definite=Def" in filler.tree.tokens[k].morph for k in articles)
    charged = {"charge"} if is_charge(filler, candidate.token) else set()
    if carried is not None and _is_caused(filler.tree, carried):
        charged |= {"caused", "denied"} if _is_denied(filler.tree, carried) else {"caused"}
    many = filler.tree.tokens[candidate.token].has("Number=Plur")
    if many or all(filler.tree.tokens[k].dep == "case" for k in articles):
        charged |= {"plural"} if many else {"bare"}
    return charged | (set() if known else {"indefinite"}) | filler.about


def _is_caused(tree: Tree, carried: Supported) -> bool:
    """Whether a noun is what the subject of its verb brought about, or what "il y a" or is counted."""
    return carried.support.subject in {"cause", ""} or tree.first(carried.verb, "expl:subj") is not None


def _is_denied(tree: Tree, carried: Supported) -> bool:
    """Whether a support verb stands under a negation, or its noun does."""
    without = tree.mark(carried.verb) in tree.grammar.without_marks
    return without or is_negated(tree, carried.verb) or is_negative(tree, carried.noun)


def _is_trigger_word(filler: RoleFiller, trigger: Trigger, argument: Argument) -> bool:
    """Whether an argument is one of the trigger's own fixed words and names nobody: "send troops" tells of troops."""
    lemma = filler.lemma(argument.token)
    if trigger.object_noun and argument.slot == "object":
        words = object_words(filler.tree, argument.token)  # "cut half of its jobs"
        own = any(filler.lemma(word) == trigger.object_noun and filler.mention_at(word) is None for word in words)
        return own and filler.mention_at(argument.token) is None
    return trigger.oblique is not None and (argument.preposition, lemma) == trigger.oblique


def _is_scene(filler: RoleFiller, frame: Frame, argument: Argument) -> bool:
    """Whether a trigger's fixed complement is where its frame says that it happens: "descendre dans les rues de X"."""
    place = (slot for slot in dict(frame.verb_roles).get("place", ()) if slot.kind == "obl")
    inside = filler.mention_at(argument.token) is not None and argument.preposition != filler.tree.grammar.dative_preposition
    return inside and any(slot_matches(slot, argument) for slot in place)  # but "mettre aux arrêts"


def _is_counted_object(filler: RoleFiller, trigger: Trigger, argument: Argument) -> bool:
    """Whether an argument is the noun that a trigger asks for as its object, an entity or not: "a $2 billion contract"."""
    return argument.slot == "object" and bool(trigger.object_noun) and filler.lemma(argument.token) == trigger.object_noun


def _admits(
    filler: RoleFiller, frame: Frame, arguments: tuple[Argument, ...], filled: tuple[Filled, ...], nominal: bool
) -> bool:
    """Whether no role that the frame restricts is held by something of another kind."""
    if not frame.only:
        return True
    have, used = {f.role for f in filled} | _undergone_in_part(filled), {f.token for f in filled}
    free = tuple(a for a in arguments if a.token not in used)
    slots = dict(role_slots(frame, nominal))
    return all(role in have or not filler.is_held(slots.get(role, ()), free) for role, _ in frame.only)


def _undergone_in_part(filled: tuple[Filled, ...]) -> frozenset[str]:
    """The roles that a part of a place holds, though the place itself is only where it happened."""
    return UNDERGONE if any(f.role == "place" and f.rule.endswith(PARTLY) for f in filled) else frozenset()


def _part_roles(
    filler: RoleFiller, frame: Frame, parts: tuple[tuple[str, int], ...], filled: tuple[Filled, ...]
) -> Iterator[Filled]:
    """The first of those that a noun such as "victime" is said of, in the role that it tells; and where it is said."""
    have = {f.token for f in filled}
    done: set[str] = set()
    for role, token in parts:
        if role in done:
            continue
        fillers = [
            f for f in fillers_of(filler, role, Argument("part", token), kinds_of(frame, role)) if f.token not in have
        ]
        yield from (replace(found, rule=f"part {role}") for found in fillers)
        done |= {role} if fillers else set()


def without_circles(drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Drafts without the roles of two events that each would tell the other: speech run together with its neighbour."""
    told = {(token, f.token) for token, draft in drafts.items() for f in draft.filled if f.mention is None}
    circles = {(one, other) for one, other in told if (other, one) in told}
    if not circles:
        return drafts
    return {
        token: replace(draft, filled=tuple(f for f in draft.filled if (token, f.token) not in circles))
        for token, draft in drafts.items()
    }


def settle(drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Drop roles that point at tokens which turned out to be no events, and events that needed them."""
    while True:
        kept: dict[int, Draft] = {}
        for token, draft in drafts.items():
            filled = tuple(f for f in draft.filled if f.mention is not None or f.token in drafts)
            if not unmet(draft.frame.needs, {f.role for f in filled} | draft.met):
                kept[token] = draft if len(filled) == len(draft.filled) else replace(draft, filled=filled)
        if len(kept) == len(drafts):
            return kept
        drafts = kept
