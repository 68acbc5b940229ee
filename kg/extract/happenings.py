"""General words for an event: "l'incident" takes up the one told before, "un incident" announces the one told next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg import ontology
from kg.extract.eventtimes import is_superlative
from kg.extract.nounarguments import noun_arguments
from kg.extract.syntax import MAX_DEPTH, Tree
from kg.extract.triggers import Candidate
from kg.lang.frames import Frame, Slot, Trigger
from kg.model import PROSE, Event

RULE, ANNOUNCING = "taken up: ", "announced: "
TELLABLE = ("Conflict", "LifeAndDisaster", "Crime", "Justice", "Protest", "Riot", "LabourStrike")
JUSTICE = "Justice"
AIMS = frozenset({"advcl", "xcomp"})
FARTHEST = 2  # sentences back
CLAIMED = ("Attack", "HostageTaking", "Killing")  # what is claimed, the first that was told last
CLAIMANTS = frozenset({"obj", "iobj", "nsubj:pass"})  # how a pronoun hangs on the verb for what it claims
BOTH = 2  # genders
DEALS = {"Acquisition", "Merger", "Sale"}  # one deal, told by either word


def find_happenings(tree: Tree, told: Mapping[int, str]) -> Iterator[Candidate]:
    """A candidate for each definite general noun before which all events that it may mean are of one class.

    `told` gives the class of each event by its trigger.
    """
    for token in tree.of_lemma(tree.grammar.avowing):
        for pronoun in _claimed(tree, token.i):
            kind = _deed_told_last(tree, pronoun, told)
            if kind is not None:
                yield _candidate(tree, pronoun, kind)
    for token in tree.of_pos("NOUN"):
        if tree.lemmas[token.i] in tree.grammar.whatever:
            kind = _told_last(tree, token.i, told) if _happens(tree, token.i) else None
            if kind is not None:
                yield _candidate(tree, token.i, kind)
            continue
        families = tree.grammar.happenings.get(tree.lemmas[token.i])
        if families is None or tree.parse.sentences[token.sentence].kind not in PROSE:
            continue
        if not _takes_up(tree, token.i):
            following = _told_next(tree, token.i, told, families) if _announces(tree, token.i) else None
            if following is not None:
                yield _candidate(tree, token.i, following, ANNOUNCING)
            continue
        kinds = {kind for i, kind in told.items() if i < token.i and ontology.is_among(kind, families)}
        broadest = {kind for kind in kinds if not any(kind != other and ontology.is_a(kind, other) for other in kinds)}
        if len(broadest) == 1:
            yield _candidate(tree, token.i, broadest.pop())


def _claimed(tree: Tree, verb: int) -> list[int]:
    """The pronouns that stand for a deed which was claimed: "l'a revendiqué", "elle a été revendiquée"."""
    if tree.first(verb, "aux", "aux:pass") is None:
        return []  # "Jérusalem … Israël la revendique"
    before = [kid for kid in tree.dependents(verb, *CLAIMANTS) if kid < verb]
    auxiliaries = tree.dependents(verb, "aux", "aux:pass")
    kept = (kid for kid in before if tree.tokens[kid].dep == "nsubj:pass" or kid + 1 in auxiliaries)  # no "l'EI ayant …"
    return [kid for kid in kept if tree.lemmas[kid].lower() in tree.grammar.deed_pronouns]


def _deed_told_last(tree: Tree, pronoun: int, told: Mapping[int, str]) -> str | None:
    """The class of the one deed of violence of the sentences before a pronoun, if it agrees with the noun that tells it."""
    sentence = tree.tokens[pronoun].sentence
    near = [i for i in told if i < pronoun and sentence - tree.tokens[i].sentence <= FARTHEST]
    for family in CLAIMED:
        deeds = [i for i in near if ontology.is_a(told[i], family)]
        if deeds:
            kinds = {told[i] for i in deeds}
            return told[deeds[-1]] if len(kinds) == 1 and _agrees(tree, deeds[-1], pronoun) else None
    return None


def _agrees(tree: Tree, deed: int, pronoun: int) -> bool:
    """Whether a pronoun may stand for what a noun tells; for what a verb tells it may of any gender."""
    one, other = tree.tokens[deed], tree.tokens[pronoun]
    if one.pos != "NOUN":
        return True
    genders = {gender for gender in ("Gender=Masc", "Gender=Fem") if one.has(gender) or other.has(gender)}
    return len(genders) < BOTH and not one.has("Number=Plur") and not other.has("Number=Plur")


def _announces(tree: Tree, noun: int) -> bool:
    """Whether a clause only tells that, and perhaps where, something happened: "un drame s'est produit à Lyon"."""
    token = tree.tokens[noun]
    one = any("Definite=Ind" in tree.tokens[kid].morph for kid in tree.dependents(noun, "det"))
    told = token.dep.startswith("nsubj") and tree.tokens[token.head].lemma in tree.grammar.happening
    return one and told and not token.has("Number=Plur")


def _told_next(tree: Tree, noun: int, told: Mapping[int, str], families: tuple[str, ...]) -> str | None:
    """The class of the first event told after a noun, in the sentences next to it, if the noun may mean that."""
    sentences = tree.parse.sentences
    last = sentences[min(tree.tokens[noun].sentence + FARTHEST, len(sentences) - 1)].last
    return next((told[i] for i in range(noun + 1, last) if i in told and ontology.is_among(told[i], families)), None)


def _candidate(tree: Tree, noun: int, kind: str, rule: str = RULE) -> Candidate:
    places = Slot("nmod", tree.grammar.place_prepositions)
    frame = Frame(kind, (), (("place", (places,)),))
    trigger = Trigger(rule + tree.tokens[noun].lemma)
    return Candidate(noun, True, ((trigger, frame),), noun_arguments(tree, noun), noun, noun + 1)


def _happens(tree: Tree, noun: int) -> bool:
    """Whether a clause only tells when or where it was: "les faits se sont produits à Lyon", "la scène s'est déroulée …"."""
    token = tree.tokens[noun]
    happening = token.dep.startswith("nsubj") and tree.tokens[token.head].lemma in tree.grammar.happening
    return happening and _is_known(tree, noun)


def _told_last(tree: Tree, noun: int, told: Mapping[int, str]) -> str | None:
    """The class of the main event of the last sentence before a noun that tells one that can be seen.

    "Les faits" are the deed, and not what courts and police do about it.
    """
    facts = tree.tokens[noun].has("Number=Plur")
    for back in range(1, FARTHEST + 1):
        sentence = tree.tokens[noun].sentence - back
        events = [i for i, kind in told.items() if tree.tokens[i].sentence == sentence]
        tellable = [i for i in events if ontology.is_among(told[i], TELLABLE)]
        tellable = [i for i in tellable if not (facts and ontology.is_a(told[i], JUSTICE))]
        if events:
            return told[min(tellable, key=lambda i: (_depth(tree, i), i))] if tellable else None
    return None


def _depth(tree: Tree, i: int) -> int:
    depth = 0
    while tree.head(i) != i and depth < MAX_DEPTH:
        i, depth = tree.head(i), depth + 1
    return depth


def _takes_up(tree: Tree, noun: int) -> bool:
    return not tree.tokens[noun].has("Number=Plur") and _is_known(tree, noun)


def _is_known(tree: Tree, noun: int) -> bool:
    """Whether a noun has a definite or demonstrative article, and nothing says which one is meant."""
    return tree.is_definite(noun) and tree.first(noun, "amod", "nmod", "acl:relcl", "acl") is None


def with_ranked(tree: Tree, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Each event that a clause only ranks behind a comma as the one told before it: "bought X, its biggest acquisition"."""
    found: list[Event] = []
    for event in events:
        earlier = [e for e in found if e.sentence == event.sentence and _may_be_one(e.kind, event.kind)]
        if earlier and event.repeats is None and _is_ranked(tree, event.trigger):
            event = replace(event, repeats=earlier[-1].index)
        found.append(event)
    return tuple(found)


def with_described(tree: Tree, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Each event that a predicate calls its subject is that one: "Operation Dawn was an offensive launched by the army"."""
    found: list[Event] = []
    for event in events:
        subject = tree.first(event.trigger, "nsubj") if tree.first(event.trigger, "cop") is not None else None
        if subject is not None and event.repeats is None and event.factuality == "Actual":
            start = tree.tokens[subject].start
            told = (e for e in found if e.start <= start < e.end and ontology.are_akin(e.kind, event.kind))
            same = next((e for e in told if e.factuality == "Actual"), None)
            event = event if same is None else replace(event, repeats=same.index)
        found.append(event)
    return tuple(found)


def with_aims(tree: Tree, events: tuple[Event, ...], index: Mapping[int, int]) -> tuple[Event, ...]:
    """Each protest that tells what for another was held as that one: "marched through Tbilisi to protest against X"."""
    found: list[Event] = []
    for event in events:
        verb = tree.tokens[event.trigger]
        aim = event.kind == "Protest" and verb.dep in AIMS and tree.mark(verb.i) in tree.grammar.purpose_marks
        march = index.get(verb.head) if aim else None
        same = march is not None and events[march].kind == event.kind and event.repeats is None
        found.append(replace(event, repeats=march) if same else event)
    return tuple(found)


def _may_be_one(one: str, other: str) -> bool:
    return ontology.are_akin(one, other) or {one, other} <= DEALS


def _is_ranked(tree: Tree, noun: int) -> bool:
    """Whether a known noun in the superlative opens behind a comma: ", in the deadliest assault since 2021"."""
    token = tree.tokens[noun]
    ranked = any(is_superlative(tree, k) for k in tree.dependents(noun, "amod"))
    if token.pos != "NOUN" or token.has("Number=Plur") or not ranked or token.dep.startswith("nsubj"):
        return False
    before = min([noun, *tree.dependents(noun, "det", "case", "amod", "nmod:poss")]) - 1
    return before >= 0 and tree.tokens[before].text == ","


def with_antecedents(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Each event that such a noun tells, as one with the last of its class before it, or the next behind it."""
    last: dict[str, int] = {}
    announced: dict[str, int] = {}
    found: list[Event] = []
    for event in events:
        if RULE in event.rule:
            earlier = [i for kind, i in last.items() if ontology.is_a(kind, event.kind)]
            event = replace(event, repeats=max(earlier, default=None), definite=True)
        elif ANNOUNCING in event.rule:
            announced[event.kind] = event.index
        elif event.kind in announced:
            event = replace(event, repeats=announced.pop(event.kind))
        last[event.kind] = event.index
        found.append(event)
    return tuple(found)
