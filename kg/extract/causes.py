"""What a predicate of its own says brought an event about: "l'accident est dû à une panne", "a leak caused the fire".

Verbs that carry one event to another are told in support.toml; here stand adjectives, nouns, and participles that the
parser hung on the place beside the event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.extract.deathtolls import MISHAPS, TOLLS
from kg.extract.factuality import FactualityReader
from kg.extract.nounarguments import NOMINAL_DEPS
from kg.extract.phrases import is_gerund_behind
from kg.extract.syntax import MAX_DEPTH, Tree
from kg.model import Event, Ref, Role

CONFIDENCE = 0.8
TALLIED = "cause tally"  # the rule of what a tally is of
IMPLIED = ("(adjunct control)", "(coordination)", "flag")  # rules of subjects that a gerund takes from elsewhere
LENT = "support verb"  # begins the rule of what stands at the verb of a noun
BESIDE = frozenset({"nmod", "obl", "obl:arg", "obl:mod"})


def with_causes(tree: Tree, reader: FactualityReader, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, each with the events that a predicate says to have caused it."""
    at = {event.trigger: event.index for event in events}
    found: dict[int, list[Role]] = {}
    for effect, cause, rule in _told(tree, reader, events, at):
        if effect != cause and not _are_tied(events[effect], events[cause]):
            found.setdefault(effect, []).append(Role("cause", Ref("event", cause), rule, CONFIDENCE))
    return tuple(
        replace(event, roles=tuple(dict.fromkeys((*event.roles, *found[event.index])))) if event.index in found else event
        for event in events
    )


def with_mishaps(tree: Tree, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """ "Deux avions de l'armée se sont percutés, tuant dix soldats": the collision killed them, not the army."""
    at = {event.trigger: event.index for event in events}
    return tuple(_after_mishap(tree, event, events, at) for event in events)


def _after_mishap(tree: Tree, event: Event, events: tuple[Event, ...], at: Mapping[int, int]) -> Event:
    gerund = tree.first_conjunct(event.trigger)
    mishap = _befallen(tree, gerund, events, at) if event.kind in TOLLS and is_gerund_behind(tree, gerund) else None
    if mishap is None:
        return event
    guilty = {"agent"} if events[mishap].kind == "Explosion" else {"agent", "instrument"}
    kept = tuple(r for r in event.roles if not (r.name in guilty and r.rule.endswith(IMPLIED)))
    cause = Role("cause", Ref("event", mishap), "cause result", CONFIDENCE)
    return replace(event, roles=kept if any(r.name == "cause" for r in kept) else (cause, *kept))


def _befallen(tree: Tree, gerund: int, events: tuple[Event, ...], at: Mapping[int, int]) -> int | None:
    """What befell the subject of the verb above a gerund: a mishap, or what it "fell into": "tombé dans une embuscade"."""
    verb = tree.head(gerund)
    if verb in at:
        return at[verb] if events[at[verb]].kind in MISHAPS else None
    suffered = (at[kid] for kid in tree.kids[verb] if kid in at)
    return next((e for e in suffered if any(r.name == "patient" and r.rule.startswith(LENT) for r in events[e].roles)), None)


def _are_tied(effect: Event, cause: Event) -> bool:
    """Whether one of two events tells the other already."""
    one, other = Ref("event", effect.index), Ref("event", cause.index)
    return any(r.filler == other for r in effect.roles) or any(r.filler == one for r in cause.roles)


def _told(
    tree: Tree, reader: FactualityReader, events: tuple[Event, ...], at: Mapping[int, int]
) -> Iterator[tuple[int, int, str]]:
    """Effect, cause and rule of each such predicate that is said to be so, or of a cause that only may have been."""
    grammar = tree.grammar
    for cop in tree.of_dep("cop"):
        preposition, cause = tree.oblique(cop.head)
        if preposition in grammar.cause_prepositions and cause in at:  # "the raid was in response to a strike"
            effects = [k for k in tree.dependents(cop.head, "nsubj") if k in at]
            yield from ((at[k], at[cause], f"cause {preposition}") for k in effects if reader.value(cop.head) == "Actual")
    for token in tree.of_lemma(grammar.tallies):
        for cause in _tallied(tree, token.i, at):
            tolls = (at[k] for k in _under(tree, tree.head(token.i)) if k in at)
            yield from ((toll, at[cause], TALLIED) for toll in tolls if events[toll].kind in TOLLS)
    for token in tree.of_lemma(grammar.due.keys() | grammar.origins | grammar.resultative):
        if token.lemma in grammar.due and token.pos in {"ADJ", "VERB"}:
            below = tree.dependents(token.i, *BESIDE, "obj")
            causes = [k for k in below if tree.preposition(k) == grammar.due[token.lemma]]
            effects = _qualified(tree, token.i)
        elif token.lemma in grammar.origins and tree.first(token.i, "cop") is not None:
            effects = [k for k in tree.dependents(token.i, "nmod") if tree.preposition(k) in tree.grammar.of]
            causes = list(tree.dependents(token.i, "nsubj"))
        elif token.lemma in grammar.origins and token.dep == "nsubj" and _is_named(tree, token.head):
            effects = [k for k in tree.dependents(token.i, "nmod") if tree.preposition(k) in tree.grammar.of]
            causes = [token.head]
        elif token.lemma in grammar.resultative and token.dep == "acl" and tree.is_past_participle(token.i):
            causes = list(tree.dependents(token.i, "obl:agent"))
            effects = _beside_place(tree, token.head, at) if token.head not in at else []
        else:
            continue
        pairs = [(at[e], at[c]) for e in effects for one in causes for c in tree.conjuncts(one) if e in at and c in at]
        said = reader.value(token.i) if pairs else ""
        for effect, cause in pairs:
            if said == "Actual" or said == "Possible" == events[cause].factuality:  # "serait dû à une fuite"
                yield effect, cause, f"cause {token.lemma}"


def _tallied(tree: Tree, tally: int, at: Mapping[int, int]) -> list[int]:
    """Whose toll a noun is said to be, as the subject of its clause: "le bilan de l'attentat s'élève à douze morts"."""
    if tree.tokens[tally].dep not in {"nsubj", "nsubj:pass"}:
        return []
    whose = tree.grammar.of | tree.grammar.origin_prepositions
    return [k for k in tree.dependents(tally, "nmod") if k in at and tree.preposition(k) in whose]


def _under(tree: Tree, verb: int) -> Iterator[int]:
    """A predicate, its complements and what is coordinated with them or counted by them: "une vingtaine de morts"."""
    yield verb
    todo = list(tree.dependents(verb, *BESIDE, "obj"))
    for kid in todo:
        yield kid
        todo += tree.dependents(kid, "conj", "nmod") if tree.measures(kid) else tree.dependents(kid, "conj")


def _is_named(tree: Tree, predicate: int) -> bool:
    """Whether a copula says what something is: "the cause was a leak", not "the causes are unknown"."""
    return tree.first(predicate, "cop") is not None and tree.tokens[predicate].pos != "ADJ"


def _qualified(tree: Tree, adjective: int) -> list[int]:
    """What an adjective or participle is said of."""
    token = tree.tokens[adjective]
    if token.dep in {"amod", "acl"}:
        return [token.head]
    return list(tree.dependents(adjective, "nsubj", "nsubj:pass"))


def _beside_place(tree: Tree, noun: int, at: Mapping[int, int]) -> list[int]:
    """The event that takes place at a noun: by the verb that the noun hangs on, or as that verb's subject."""
    for _ in range(MAX_DEPTH):
        token = tree.tokens[noun]
        if (
            token.dep not in {*NOMINAL_DEPS, *BESIDE}
            or tree.preposition(noun) not in tree.grammar.place_prepositions | tree.grammar.of
        ):
            return []
        noun = token.head
        if noun in at:
            return [noun]
        if tree.tokens[noun].pos == "VERB":
            return [k for k in tree.dependents(noun, "nsubj", "nsubj:pass") if k in at]
    return []
