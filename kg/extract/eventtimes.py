"""When events take place: each time expression goes to the event that it hangs on, but for those that date no event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from kg import ontology
from kg.extract.comparisons import is_of_compared
from kg.extract.past import is_told_as_past
from kg.extract.sharedtimes import (
    joined_verbs,
    put_off,
    putting_off,
    share_times_of_results,
    share_times_of_tolls,
    told_after,
    told_then,
)
from kg.extract.syntax import Tree
from kg.extract.timeowners import TimeOwners
from kg.lang.frames import Frames
from kg.lang.times import Times
from kg.model import Event, Timex, Token

NEGOTIATION = "Negotiation"
LONGEST_JOINER = 2  # words: ", et"
LONGEST_RANKING = 8  # words: ", son plus bas niveau historique depuis"


def with_times(
    tree: Tree,
    frames: Frames,
    events: tuple[Event, ...],
    times: tuple[Timex, ...],
    index: dict[int, int],
    carried_by: Mapping[int, int],
    table: Times,
) -> tuple[Event, ...]:
    """The events with the times that date them; `index` gives the event of each trigger."""
    found: dict[int, list[int]] = {}
    shared: dict[int, int] = {}
    carrying = index | {verb: index[noun] for verb, noun in carried_by.items() if noun in index}
    owners = TimeOwners(tree, frames, events, index, carrying, table.parts | table.units.keys())
    before: Timex | None = None
    event: int | None = None
    for time in times:
        if time.kind in {"duration", "frequency"} or _is_likened(tree, time) or is_of_compared(tree, time):
            continue
        if time.kind == "deadline" and time.latest is None and is_told_as_past(tree, tree.clause_verb(time.first)):
            continue  # "was put out within an hour": how long that took
        if before is None or not _is_in_row(tree, before, time):  # "les élections de 2002, 2007 et 2012": of one event
            event = owners.of(time)
        before = time
        if event is not None and not _is_outside(tree, events[event], time):
            if ontology.is_a(events[event].kind, "Communication") and _is_aim(tree, time):
                said = tree.first(events[event].trigger, "ccomp") if time.last <= events[event].trigger else None
                if said is not None and said in carrying:  # "For 2009, Norvia says that it made a profit"
                    found.setdefault(carrying[said], []).append(time.index)
            elif not _is_of_other(tree, events[event], time):
                later = told_after(tree, events[event], [times[t] for t in found.get(event, ())], time, index)
                found.setdefault(event if later is None else later, []).append(time.index)
                joined = joined_verbs(tree, time, events[event].trigger)
                shared |= {index[verb]: time.index for verb in joined if verb in index}
        told = told_then(tree, time)
        if told is not None and told in index and index[told] != event:
            shared.setdefault(index[told], time.index)
    found |= {event: [time] for event, time in shared.items() if event not in found}
    share_times_of_tolls(tree, events, found)
    for time in times:
        verb = putting_off(tree, time, table)
        if verb in index and time.index in found.get(index[verb], ()):
            found[index[verb]].remove(time.index)  # "delayed the vote to May": not then
        for event in put_off(tree, verb, index):
            if events[event].kind != NEGOTIATION or events[event].factuality != "Actual":
                found[event] = [time.index]
            elif time.index in found.get(event, ()):
                found[event].remove(time.index)  # "the talks were adjourned until Friday": they had begun
    share_times_of_results(tree, events, times, index, found)
    return tuple(
        replace(e, times=tuple(_without_rivals(tree, e, [times[t] for t in found[e.index]]))) if e.index in found else e
        for e in events
    )


def _is_outside(tree: Tree, event: Event, time: Timex) -> bool:
    """Whether a time hangs on an event but stands in a clause of its own or in a name: "le Tour 2016 a été annulé"."""
    return _is_aside(tree, event, time) or (_is_in_name(tree, time) and not _is_named_after(tree, event.trigger, time))


def _is_of_other(tree: Tree, event: Event, time: Timex) -> bool:
    """Whether a time tells of a season, of somebody else, or since when there was no such event."""
    if _is_of_season(tree, time) or _is_of_other_person(tree, event.trigger, time):
        return True
    if time.kind == "span" and time.begin is None and event.kind == "Ending":
        return True  # "has been suspended until May"
    return time.kind == "span" and time.finish is None and _is_first_of_its_kind(tree, event, time)


def _is_likened(tree: Tree, time: Timex) -> bool:
    """Whether an event is only likened to one of that time: "Comme en 2013, il est nommé", "12 more than in 2019"."""
    cases = (k for i in range(time.first, time.last) for k in tree.dependents(i, "case"))
    if any(tree.lemmas[k] in tree.grammar.likeness for k in cases):
        return True
    before = time.first - 1
    if before < 1 or tree.tokens[before].pos != "ADP" or tree.lemmas[before] in tree.grammar.than:
        return False  # "more than a week ago"
    than = tree.tokens[before - 1]
    return than.lemma in tree.grammar.than and not (than.dep == "mark" and tree.tokens[than.head].pos in {"VERB", "AUX"})


def _is_in_row(tree: Tree, before: Timex, time: Timex) -> bool:
    """Whether bare years or days follow each other: "2002, 2007 et 2012"."""
    alike = before.kind == time.kind == "point" and len(before.value or "") == len(time.value or "-")
    between = tree.tokens[before.last : time.first]
    alike = alike and tree.tokens[before.first].sentence == tree.tokens[time.first].sentence
    return alike and 0 < len(between) <= LONGEST_JOINER and all(t.pos in {"CCONJ", "PUNCT"} for t in between)


def _is_aside(tree: Tree, event: Event, time: Timex) -> bool:
    """Whether a time belongs to a clause in parentheses behind the event: "sont arrêtés (comme nous le signalions hier)"."""
    between = tree.tokens[event.trigger + 1 : time.first]
    opened = max((t.i for t in between if t.text == "("), default=None)
    if opened is None or any(t.text == ")" for t in tree.tokens[opened : time.first]):
        return False
    inside = tree.tokens[opened : time.first]
    return any(t.pos == "VERB" or t.dep == "mark" for t in inside)


def _without_rivals(tree: Tree, event: Event, times: list[Timex]) -> Iterator[int]:
    """The times of an event without the days that contradict the one nearest to it: those tell of something else."""
    points = [t for t in times if t.value is not None]
    points.sort(key=lambda t: min(abs(t.first - event.trigger), abs(t.last - 1 - event.trigger)))
    kept: list[Timex] = []
    for point in points:
        if all(_agree(point, other) for other in kept) or any(_are_coordinated(tree, point, other) for other in kept):
            kept.append(point)
    yield from (t.index for t in times if t.value is None or t in kept)


def _agree(one: Timex, other: Timex) -> bool:
    left, right = one.value or "", other.value or ""
    return left.startswith(right) or right.startswith(left)


def _are_coordinated(tree: Tree, one: Timex, other: Timex) -> bool:
    """Whether nothing but a conjunction, a comma or a preposition stands between two times: "en 2014 et en mai"."""
    first, last = sorted((one, other), key=lambda t: t.first)
    between = tree.tokens[first.last : last.first]
    joined = any(token.pos == "CCONJ" or token.text == "," for token in between)  # "hier mardi 13" is one day
    return joined and all(token.pos in {"CCONJ", "PUNCT", "ADP", "DET"} for token in between)


def _is_first_of_its_kind(tree: Tree, event: Event, time: Timex) -> bool:
    """Whether a time since when there was no such event is none of its own: "its first loss since 1992".

    Nor is one that tells since when nothing was more so: "the attack, the deadliest since 2019".
    """
    if any(is_superlative(tree, tree.head(i)) for i in range(time.first, time.last)) or _ends_ranking(tree, time):
        return True
    if time.first and tree.lemmas[time.first - 1] in tree.grammar.unparalleled:
        return True  # "une crue sans précédent depuis 1910"
    before = (k for k in tree.dependents(event.trigger, "obl", "obl:arg") if k < time.first)  # "fell to its lowest since"
    above = tree.head(time.last - 1)
    wave = tree.head(event.trigger) if tree.tokens[event.trigger].dep == "nmod" else event.trigger
    nouns = (event.trigger, wave, *tree.dependents(event.trigger, "obj"), *before, *((above,) if above < time.first else ()))
    ranked = [tree.tokens[k] for noun in nouns for k in tree.dependents(noun, "amod", "nummod", "det", "advmod") if k < noun]
    if any(t.dep == "amod" and tree.is_definite(t.head) and _is_of_degree(tree, t.i) for t in ranked):
        return True  # "la plus grande vague de grèves depuis 2013"
    return any(t.lemma.lower() in tree.grammar.unique or t.has("Degree=Sup") or t.has("NumType=Ord") for t in ranked)


def _ends_ranking(tree: Tree, time: Timex) -> bool:
    """Whether a time ends an aside of how high a figure is: "a relevé son taux à 5 %, au plus haut depuis 2001"."""
    aside: list[Token] = []
    for token in reversed(tree.tokens[max(0, time.first - LONGEST_RANKING) : time.first]):
        if token.text == ",":
            break
        aside.insert(0, token)
    else:
        return False
    ranked = any(tree.lemmas[t.i] in tree.grammar.superlative and behind.pos == "ADJ" for t, behind in pairwise(aside))
    unique = any(token.lemma.lower() in tree.grammar.unique or token.has("Degree=Sup") for token in aside)
    return not any(token.pos == "VERB" for token in aside) and (ranked or unique)


def is_superlative(tree: Tree, i: int) -> bool:
    """ "the deadliest", "la plus meurtrière": an article stands with an adjective in its highest degree."""
    if tree.tokens[i].has("Degree=Sup"):
        return True
    said = tree.tokens[i].pos == "ADJ" or tree.is_past_participle(i)
    return said and tree.first(i, "det") is not None and _is_of_degree(tree, i)


def _is_of_degree(tree: Tree, i: int) -> bool:
    """Whether "plus" or "most" stands before an adjective."""
    return any(tree.lemmas[k] in tree.grammar.superlative for k in tree.dependents(i, "advmod"))


def _is_aim(tree: Tree, time: Timex) -> bool:
    """Whether a time says for when: "dévoile les chiffres pour 2015", "For 2009, Norvia says that it made a profit"."""
    aims = tree.grammar.purpose_marks | tree.grammar.errand_prepositions
    return any(tree.preposition(i) in aims for i in range(time.first, time.last))


def _is_of_season(tree: Tree, time: Timex) -> bool:
    """Whether a year only says which season or model something is for: "renamed for the 2011 model year"."""
    above = tree.head(time.last - 1)
    if time.value is None or len(time.value) != len("2011") or tree.tokens[time.last - 1].dep not in ("nummod", "compound"):
        return False
    while tree.tokens[above].dep == "compound":
        above = tree.head(above)
    return above >= time.last and tree.preposition(above) in tree.grammar.purpose_marks | tree.grammar.errand_prepositions


def _is_of_other_person(tree: Tree, verb: int, time: Timex) -> bool:
    """Whether a day between commas may be that of somebody told before: "Après X, fin mai, et Y, lundi, Z est mort"."""
    subject = tree.first(verb, "nsubj", "nsubj:pass")
    comma = time.first - 1 - (tree.tokens[time.first - 1].dep == "case")
    if subject is None or time.first > subject or tree.tokens[comma].text != ",":
        return False
    before = (k for k in tree.kids[verb] if k < time.first and tree.tokens[k].pos == "PROPN")
    return any(tree.preposition(k) in tree.grammar.later_prepositions and k not in tree.temporal for k in before)


def _is_in_name(tree: Tree, time: Timex) -> bool:
    """Whether a time ends a name: "la Copa America 2016" tells no time of what is said about it."""
    before = tree.tokens[time.first - 1] if time.first else None
    alone = time.last - time.first == 1 and tree.tokens[time.first].text.isdecimal()
    if not alone or before is None or before.sentence != tree.tokens[time.first].sentence:
        return False
    opens = before.i == tree.parse.sentences[before.sentence].first
    return before.pos == "PROPN" or (before.pos == "NOUN" and before.text[:1].isupper() and not opens)  # "Port 2000"


def _is_named_after(tree: Tree, trigger: int, time: Timex) -> bool:
    """Whether a year that ends a name dates the event: "le championnat 2016", not "un match de la coupe du monde 2018"."""
    contests = tree.grammar.contests
    between = tree.tokens[trigger + 1 : time.first]
    return (
        trigger < time.first
        and tree.tokens[trigger].lemma in contests
        and not any(t.lemma.lower() in contests for t in between)
    )
