"""Events that share the time of another: joined verbs, results, tolls, what is put off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.extract.deathtolls import TOLLS
from kg.extract.syntax import Tree
from kg.extract.tense import moving
from kg.lang.times import Times
from kg.model import Event, Timex


def putting_off(tree: Tree, time: Timex, table: Times) -> int | None:
    """The verb that puts something off to a time: "la grève est reportée au 10"."""
    verbs = (moving(tree.parse, i, table) for i in range(time.first, time.last))
    return next((verb for verb in verbs if verb is not None), None)


def put_off(tree: Tree, verb: int | None, index: Mapping[int, int]) -> Iterator[int]:
    """The events that a verb puts off to a time, no longer the one before: "la grève du 3 est reportée au 10"."""
    if verb is not None:
        yield from (index[k] for k in tree.dependents(verb, "nsubj:pass", "obj") if k in index)


def joined_verbs(tree: Tree, time: Timex, verb: int) -> Iterator[int]:
    """The verbs that share a day in front with the verb that has it: "On Monday, police searched a house and held him"."""
    subject = tree.first(verb, "nsubj", "nsubj:pass")
    if time.kind != "point" or subject is None or time.last > subject or tree.tokens[verb].pos != "VERB":
        return
    for joined in tree.dependents(verb, "conj"):
        own = tree.first(joined, "nsubj", "nsubj:pass", "aux", "cop", "expl") is not None
        if not own and tree.tokens[joined].pos == "VERB" and len(time.value or "") > len("2000"):
            yield joined


def told_then(tree: Tree, time: Timex) -> int | None:
    """The verb of the clause that tells what happened at a time right before it: "en 2014, lorsque X a pris Y"."""
    mark = time.last + (time.last < len(tree.tokens) and tree.tokens[time.last].text == ",")
    if time.kind != "point" or time.value is None or mark >= len(tree.tokens):
        return None
    word = tree.tokens[mark]
    opens = word.text.lower() in tree.grammar.coinciding and word.sentence == tree.tokens[time.first].sentence
    verb = tree.clause_verb(word.head) if opens else mark
    return verb if verb > mark else None


def share_times_of_results(
    tree: Tree, events: tuple[Event, ...], times: tuple[Timex, ...], index: Mapping[int, int], found: dict[int, list[int]]
) -> None:
    """What an event brings about happens when it does: "bombed the town on Monday, killing eight"."""
    for event in events:
        token = tree.tokens[event.trigger]
        brings = token.lemma in tree.grammar.resultative and token.has("VerbForm=Part") and not token.has("Tense=Past")
        if not brings or token.dep != "advcl" or token.head > event.trigger or event.index in found or tree.mark(token.i):
            continue
        cause = index.get(token.head)
        points = [t for t in found.get(cause, ()) if times[t].kind == "point"] if cause is not None else []
        if points and events[cause or 0].factuality == event.factuality:
            found[event.index] = points


def share_times_of_tolls(tree: Tree, events: tuple[Event, ...], found: dict[int, list[int]]) -> None:
    """ "Ten were killed and twenty wounded on Monday": the day behind the second toll is that of the first too."""
    tolls = {event.trigger: event.index for event in events if event.kind in TOLLS}
    for event in events:
        first = tree.tokens[event.trigger].head
        joined = tree.tokens[event.trigger].dep == "conj" and event.kind in TOLLS and first in tolls
        if joined and event.index in found and tolls[first] not in found:
            found[tolls[first]] = list(found[event.index])


def told_after(tree: Tree, event: Event, known: list[Timex], time: Timex, index: Mapping[int, int]) -> int | None:
    """The event of the complement between two times: "a avoué lundi avoir tué X dans la nuit du 16" dates the killing."""
    for clause in tree.dependents(event.trigger, "xcomp", "ccomp"):
        if clause in index and clause < time.first and any(before.last <= clause for before in known):
            return index[clause]
    return None
