"""When events take place: each time expression goes to the event that it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg import ontology
from kg.extract.comparisons import is_of_compared
from kg.extract.deathtolls import TOLLS
from kg.extract.phrases import OF
from kg.extract.syntax import MAX_DEPTH, Tree
from kg.extract.tense import moving
from kg.lang.frames import Frames
from kg.lang.times import Times
from kg.model import Event, Timex, Token

YEAR = 4  # characters of a date that is only a year
LOOSE = frozenset({"obl", "appos", "dislocated", "dep", "advcl", "nmod"})  # how a title before a clause hangs on it
MODIFYING = frozenset({"acl", "amod", "acl:relcl"})
# Of these no noun tells of a later day by its date alone.
ELECTION = "Election"
UNPLANNED = ("Communication", "Conflict", "LifeAndDisaster", "Crime")
LONGEST_JOINER = 2  # words: ", et"
MOVED = frozenset({"Increase", "Decrease", "Earnings"})


def with_times(
    tree: Tree,
    frames: Frames,
    events: tuple[Event, ...],
    times: tuple[Timex, ...],
    index: dict[int, int],
    carried_by: Mapping[int, int],
    table: Times,
) -> tuple[Event, ...]:
    """Attach each time expression to the event that it hangs on."""
    found: dict[int, list[int]] = {}
    carrying = index | {verb: index[noun] for verb, noun in carried_by.items() if noun in index}
    row: tuple[Timex | None, list[int]] = None, []  # the last time, and whose it is
    shared: dict[int, int] = {}
    for time in times:
        if time.kind in {"duration", "frequency"} or _is_likened(tree, time) or is_of_compared(tree, time):
            continue
        named = _is_in_name(tree, time)
        joined = row[0] is not None and _is_in_row(tree, row[0], time)  # "les élections de 2002, 2007 et 2012"
        whose = row[1] if joined else list(_timed_events(tree, frames, time, events, index, carrying))
        row = time, whose
        for event in whose:
            if _is_aside(tree, events[event], time):
                continue
            if named and not _is_named_after(tree, events[event].trigger, time):
                continue
            if ontology.is_a(events[event].kind, "Communication") and _is_aim(tree, time):
                said = tree.first(events[event].trigger, "ccomp") if time.last <= events[event].trigger else None
                if said is not None and said in carrying:  # "For 2009, Norvia says that it made a profit"
                    found.setdefault(carrying[said], []).append(time.index)
                continue
            if _is_of_season(tree, time) or _is_of_other_person(tree, events[event].trigger, time):
                continue
            if time.kind == "span" and time.finish is None and _is_first_of_its_kind(tree, events[event], time):
                continue
            later = _told_after(tree, events[event], [times[t] for t in found.get(event, ())], time, index)
            found.setdefault(event if later is None else later, []).append(time.index)
            shared |= {index[verb]: time.index for verb in _joined(tree, time, events[event].trigger) if verb in index}
        told = _told_then(tree, time)
        if told is not None and told in index and index[told] not in whose:
            shared.setdefault(index[told], time.index)
    found |= {event: [time] for event, time in shared.items() if event not in found}
    _share_times_of_tolls(tree, events, found)
    found |= {event: [time.index] for time in times for event in _put_off(tree, time, index, table)}
    _share_times_of_results(tree, events, times, index, found)
    return tuple(
        replace(e, times=tuple(_without_rivals(tree, e, [times[t] for t in found[e.index]]))) if e.index in found else e
        for e in events
    )


def _put_off(tree: Tree, time: Timex, index: Mapping[int, int], table: Times) -> Iterator[int]:
    """The event that is put off to a time, which is then no longer the one before: "la grève du 3 est reportée au 10"."""
    for i in range(time.first, time.last):
        verb = moving(tree.parse, i, table)
        if verb is not None:
            yield from (index[k] for k in tree.dependents(verb, "nsubj:pass", "obj") if k in index)


def _is_likened(tree: Tree, time: Timex) -> bool:
    """Whether an event is only likened to one of that time: "Comme en 2013, il est nommé"."""
    cases = (k for i in range(time.first, time.last) for k in tree.dependents(i, "case"))
    return any(tree.lemmas[k] in tree.grammar.likeness for k in cases)


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


def _joined(tree: Tree, time: Timex, verb: int) -> Iterator[int]:
    """The verbs that share a day in front with the verb that has it: "On Monday, police searched a house and held him"."""
    subject = tree.first(verb, "nsubj", "nsubj:pass")
    if time.kind != "point" or subject is None or time.last > subject or tree.tokens[verb].pos != "VERB":
        return
    for joined in tree.dependents(verb, "conj"):
        own = tree.first(joined, "nsubj", "nsubj:pass", "aux", "cop", "expl") is not None
        if not own and tree.tokens[joined].pos == "VERB" and len(time.value or "") > len("2000"):
            yield joined


def _told_then(tree: Tree, time: Timex) -> int | None:
    """The verb of the clause that tells what happened at a time right before it: "en 2014, lorsque X a pris Y"."""
    mark = time.last + (time.last < len(tree.tokens) and tree.tokens[time.last].text == ",")
    if time.kind != "point" or time.value is None or mark >= len(tree.tokens):
        return None
    word = tree.tokens[mark]
    opens = word.text.lower() in tree.grammar.coinciding and word.sentence == tree.tokens[time.first].sentence
    verb = tree.clause_verb(word.head) if opens else mark
    return verb if verb > mark else None


def _share_times_of_results(
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


def _share_times_of_tolls(tree: Tree, events: tuple[Event, ...], found: dict[int, list[int]]) -> None:
    """ "Ten were killed and twenty wounded on Monday": the day behind the second toll is that of the first too."""
    tolls = {event.trigger: event.index for event in events if event.kind in TOLLS}
    for event in events:
        first = tree.tokens[event.trigger].head
        joined = tree.tokens[event.trigger].dep == "conj" and event.kind in TOLLS and first in tolls
        if joined and event.index in found and tolls[first] not in found:
            found[tolls[first]] = list(found[event.index])


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


def _told_after(tree: Tree, event: Event, known: list[Timex], time: Timex, index: Mapping[int, int]) -> int | None:
    """The event of the complement between two times: "a avoué lundi avoir tué X dans la nuit du 16" dates the killing."""
    for clause in tree.dependents(event.trigger, "xcomp", "ccomp"):
        if clause in index and clause < time.first and any(before.last <= clause for before in known):
            return index[clause]
    return None


def _timed_events(
    tree: Tree,
    frames: Frames,
    time: Timex,
    events: tuple[Event, ...],
    index: Mapping[int, int],
    carrying: Mapping[int, int],
) -> Iterator[int]:
    """The nearest event above the time expression; a verb that is none passes it to the event noun beside it.

    A deadline is the verb's, even where the parser hung it on the verb's object; so is the day behind one that is known.
    """
    words = range(time.first, time.last)
    head = next((i for i in words if tree.head(i) == i or tree.head(i) not in words), None)
    if head is None:
        return
    if tree.first(head, "cop") is not None and (subject := tree.first(head, "nsubj")) is not None:
        yield from (index[subject],) if subject in index else ()  # "the election will be in May"
        return
    if tree.head(head) == head:
        return
    subject = _subject_before(tree, time, index)
    if subject is not None:
        yield subject
        return
    node = tree.head(head)
    if node not in index and tree.tokens[node].pos == "NUM" and node not in tree.temporal:
        return  # "sa série de victoires, 12 depuis 2014, …"
    if tree.tokens[head].dep == "nmod:poss" and node not in index and tree.tokens[node].lemma in tree.grammar.figures:
        return  # "will beat last year's profit", but "won Sunday's race"
    if _is_compared(tree, time, head, events, carrying) or _is_of_description(tree, time, node):
        return
    edition = node not in index and _is_edition(tree, time, head)  # "le calendrier 2017", "its 2008 report"
    if _is_bracketed(tree, time):
        told = _before_bracket(tree, time, index)
        yield from () if told is None else (told,)  # "le secrétaire général (depuis 2016)"
        return
    if time.kind == "span" and node not in index and (_is_loose_title(tree, node) or _is_of_inserted(tree, node, time)):
        return  # "Président de l'assemblée depuis 2014, X a annoncé …"; "X, au pouvoir depuis 1989, a annoncé …"
    for _ in range(MAX_DEPTH):
        token = tree.tokens[node]
        told_of = node in index and not ontology.is_a(events[index[node]].kind, "Communication")
        if edition and not (token.pos == "NOUN" and told_of) and (node in index or token.pos == "VERB"):
            return
        if node in index:
            of_verb = time.kind == "deadline" or (node == tree.head(head) and _is_of_verb(tree, node, head))
            verb = token.head if of_verb and token.pos == "NOUN" else node
            ahead = time.kind == "deadline" or _begins_after(time, _today(tree))
            told = _announced(tree, events[index[node]], index) if ahead else None
            yield index.get(verb, index[node]) if told is None else told
            return
        if node in carrying:
            yield carrying[node]
            return
        if token.pos in {"VERB", "AUX"}:
            below = [k for k in tree.dependents(node, "xcomp", "obj", "nsubj", "nsubj:pass") if k in index]
            if len(below) == 1:
                yield index[below[0]]
            elif token.dep in MODIFYING and token.head in index and (token.lemma, "verb") in frames.modals:
                yield index[token.head]  # "les élections prévues en octobre"
            return
        if tree.first(node, "cop") is not None:  # "said that it would be ready by May"
            return
        if token.head == node or token.dep in {"acl:relcl", "acl", "appos", "parataxis"}:
            return
        if token.dep == "advcl" and token.pos == "NOUN" and node > token.head and not tree.preposition(node):
            return  # "a battu X, championne en 2004"
        if node != tree.head(head) and tree.preposition(node) in tree.grammar.cause_prepositions:
            return  # "en raison de l'aide à X depuis 2015"
        of_noun = token.lemma in frames.nouns and node == tree.head(head) and tree.preposition(head) in OF
        if of_noun and not any(e.start <= token.start < e.end for e in events):  # but "le tremblement de terre de 2023"
            return  # "l'auteur des tirs de 1982 est mort": which shots
        node = token.head


def _announced(tree: Tree, event: Event, index: Mapping[int, int]) -> int | None:
    """What somebody said that was to be done until some day: "a annoncé la suppression de 9 postes d'ici à 2030"."""
    if not ontology.is_a(event.kind, "Communication") or not _is_told_as_done(tree, event.trigger):
        return None
    return next((index[k] for k in tree.dependents(event.trigger, "obj", "obl:arg", "xcomp", "ccomp") if k in index), None)


def _is_loose_title(tree: Tree, noun: int) -> bool:
    """Whether a noun stands before a clause without article or preposition, as what its subject is."""
    token = tree.tokens[noun]
    bare = token.pos == "NOUN" and tree.first(noun, "det", "case", "cop") is None
    return bare and token.dep in LOOSE and noun < token.head


def _is_of_inserted(tree: Tree, noun: int, time: Timex) -> bool:
    """Whether a time ends a phrase between commas, which tells a state that somebody is in."""
    tokens = tree.tokens
    opens = min((noun, *tree.kids[noun])) - 1
    closes = time.last < len(tokens) and tokens[time.last].text == ","
    comma = max((k for k in range(noun + 1, time.first) if tokens[k].text == ","), default=0)
    between = {t.pos for t in tokens[comma : time.first]} if comma else set()
    if closes and "NOUN" in between and "VERB" not in between:
        return True  # "the president, in power from 1990 to 2015, was arrested"
    return tokens[noun].pos == "NOUN" and noun < time.first and opens > 0 and closes and tokens[opens].text == ","


def _is_of_description(tree: Tree, time: Timex, verb: int) -> bool:
    """Whether a year ends what is said of a name behind a comma: "arrested X, elected mayor in 2012"."""
    tokens = tree.tokens
    if len(time.value or "") != YEAR or tokens[time.first - 1].pos != "ADP" or tokens[verb].pos != "VERB":
        return False
    comma = next((k for k in range(time.first - 1, verb, -1) if tokens[k].text == ","), None)
    if comma is None or tokens[comma - 1].pos != "PROPN":
        return False
    told, first = tokens[comma + 1 : time.first - 1], tokens[comma + 1]
    words = {token.pos for token in told}
    alone = not words & {"CCONJ", "SCONJ", "PRON", "NUM"} and not any(t.has("VerbForm=Fin") for t in told)
    opens = first.pos in {"NOUN", "ADJ", "DET"} or tree.is_past_participle(first.i)
    return "NOUN" in words and alone and opens and tokens[time.first - 2].pos in {"NOUN", "PROPN"}


def _is_of_verb(tree: Tree, noun: int, time: int) -> bool:
    """Whether a bare day behind an object that the reader knows dates the verb: "a signé l'accord mardi"."""
    alone = all(kid < noun or kid == time or tree.tokens[kid].pos == "PUNCT" for kid in tree.kids[noun])
    known = tree.is_definite(noun) and tree.tokens[noun].dep == "obj" and noun < time
    return known and alone and not tree.preposition(time)


def _is_first_of_its_kind(tree: Tree, event: Event, time: Timex) -> bool:
    """Whether a time since when there was no such event is none of its own: "its first loss since 1992".

    Nor is one that tells since when nothing was more so: "the attack, the deadliest since 2019".
    """
    if any(is_superlative(tree, tree.head(i)) for i in range(time.first, time.last)):
        return True
    nouns = (event.trigger, *tree.dependents(event.trigger, "obj"))
    ranked = (tree.tokens[k] for noun in nouns for k in tree.dependents(noun, "amod", "nummod", "det", "advmod") if k < noun)
    return any(t.lemma.lower() in tree.grammar.unique or t.has("Degree=Sup") or t.has("NumType=Ord") for t in ranked)


def is_superlative(tree: Tree, i: int) -> bool:
    """ "the deadliest", "la plus meurtrière": an article stands with an adjective in its highest degree."""
    if tree.tokens[i].has("Degree=Sup"):
        return True
    degree = any(tree.lemmas[k] in tree.grammar.superlative for k in tree.dependents(i, "advmod"))
    said = tree.tokens[i].pos == "ADJ" or tree.is_past_participle(i)
    return said and degree and tree.first(i, "det") is not None


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


def _is_compared(tree: Tree, time: Timex, head: int, events: tuple[Event, ...], index: Mapping[int, int]) -> bool:
    """Whether a figure that rises or falls is only compared with that of the time: "fell 5% from a year earlier"."""
    node = head
    for _ in range(MAX_DEPTH):
        if node in index:
            return False
        if tree.preposition(node) in tree.grammar.than:
            return True  # "arrested more than last year"
        if time.kind == "point" and tree.preposition(node) in tree.grammar.comparison_prepositions:
            told = tree.head(node)
            verb = tree.clause_verb(told)  # "a 4% drop in sales from a year earlier", "posted a rise from 2010"
            above = (
                told,
                verb,
                *tree.dependents(verb, "obj"),
                *((tree.head(told),) if tree.tokens[told].dep == "nmod" else ()),
            )
            return any(word in index and events[index[word]].kind in MOVED for word in above)
        if tree.head(node) == node or tree.tokens[node].pos in {"VERB", "AUX"}:
            return False
        node = tree.head(node)
    return False


def _is_edition(tree: Tree, time: Timex, head: int) -> bool:
    """Whether a bare year beside a noun says which one of its kind that is."""
    bare = time.last - time.first == 1 and tree.tokens[head].text.isdecimal() and not tree.preposition(head)
    noun = tree.head(head)
    beside = abs(noun - head) == 1 or tree.tokens[head].dep in {"nummod", "compound"}
    return bare and beside and tree.tokens[noun].pos == "NOUN" and noun not in tree.temporal


def _subject_before(tree: Tree, time: Timex, index: Mapping[int, int]) -> int | None:
    """The event that a day between commas dates as its subject: "L'assassinat du roi, le 6 avril, a mené à la guerre"."""
    tokens = tree.tokens
    start = time.first - (time.first > 0 and tokens[time.first - 1].pos in {"ADP", "DET"})
    if start < 2 or tokens[start - 1].text != "," or time.last >= len(tokens) or tokens[time.last].text != ",":
        return None
    told, noun = _of_phrase(tree, start - 2, index)
    return told if told is not None and tokens[noun].dep in {"nsubj", "nsubj:pass"} and tree.head(noun) > time.last else None


def _is_bracketed(tree: Tree, time: Timex) -> bool:
    """Whether a time stands right behind an opening parenthesis."""
    return time.first > 0 and tree.tokens[time.first - 1].text == "("


def _before_bracket(tree: Tree, time: Timex, index: Mapping[int, int]) -> int | None:
    """The event that the phrase before a parenthesis tells: "les attentats de Paris (novembre 2015)"."""
    return _of_phrase(tree, time.first - 2, index)[0]


def _of_phrase(tree: Tree, node: int, index: Mapping[int, int]) -> tuple[int | None, int]:
    """The event at the head of the phrase that word `node` ends, and where that head stands."""
    for _ in range(MAX_DEPTH):
        if node in index or node < 0:
            return index.get(node), node
        placed = tree.tokens[node].pos == "PROPN" and tree.preposition(node) in tree.grammar.inside_prepositions
        if tree.tokens[node].dep not in {"nmod", "flat:name", "amod", "nmod:poss"} and not placed:
            break
        node = tree.head(node)
    return None, node


def as_dated(tree: Tree, events: tuple[Event, ...], times: tuple[Timex, ...]) -> tuple[Event, ...]:
    """Events as their dates beside the article's say: what is yet to come is no fact, a past future is one.

    What is told as done, or said, can't be of a later day: such a date belongs to something else.
    """
    today = _today(tree)
    return tuple(_as_dated(tree, event, [times[t] for t in event.times], today) for event in events) if today else events


def _as_dated(tree: Tree, event: Event, times: list[Timex], today: str) -> Event:
    later = [t.index for t in times if _begins_after(t, today)]
    if later and event.factuality == "Actual":
        if ontology.is_among(event.kind, UNPLANNED) or _is_told_as_done(tree, event.trigger):
            return replace(event, times=tuple(t for t in event.times if t not in later))
        return replace(event, factuality="Planned") if len(later) == len(times) else event
    past = times and all(_ends_before(t, today) for t in times)
    if past and event.factuality == "Planned" and any(t.has("Tense=Fut") for t in _verbs(tree, event.trigger)):
        return replace(event, factuality="Actual")  # "il présentera l'émission jusqu'en 1989"
    if past and event.factuality == "Planned" and event.kind == ELECTION and tree.tokens[event.trigger].pos == "NOUN":
        return replace(event, factuality="Actual")  # "candidat à l'élection de 2012"
    return event


def _today(tree: Tree) -> str:
    """The day of the article, as ISO 8601 writes it; "" where it is not known."""
    return (tree.parse.article.published or "")[:10]


def _begins_after(time: Timex, today: str) -> bool:
    begin = time.value or time.begin
    return bool(today) and begin is not None and begin[:10] > today[: len(begin)]


def _ends_before(time: Timex, today: str) -> bool:
    end = time.value or time.finish
    return end is not None and end[:10] < today[: len(end)]


def _is_told_as_done(tree: Tree, i: int) -> bool:
    """Whether a verb tells what is done: "a été élu", "tués à Lyon", "fell"."""
    past = any(t.has("VerbForm=Fin") and (t.has("Tense=Past") or t.has("Tense=Imp")) for t in _verbs(tree, i))
    return tree.tokens[i].pos == "VERB" and (past or tree.is_past_participle(i))


def _verbs(tree: Tree, i: int) -> tuple[Token, ...]:
    return (tree.tokens[i], *tree.auxiliaries(i))
