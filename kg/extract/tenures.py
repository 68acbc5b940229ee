"""Offices that a verb gives to somebody or takes away, and what somebody is: "elected president", "is the minister"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.offices import titles_before
from kg.extract.spans import Nominal, Text
from kg.extract.syntax import Tree
from kg.lang.frames import Entry

CHANGES = frozenset({"Appointment", "Election", "Resignation", "Dismissal"})  # events that change who holds an office
OBJECTS = frozenset({"obj", "xcomp"})
OBLIQUES = frozenset({"obl", "obl:arg"})
GOVERNED = OBJECTS | OBLIQUES | {"nmod"}  # how an office, or the post that holds it, hangs on its verb
FREE = frozenset({"nmod", "compound", "amod", "case", "det", "nmod:poss", "fixed"})  # what belongs to an unnamed office


def tenures(text: Text, nominals: Sequence[Nominal], people: Sequence[tuple[int, int]]) -> list[Nominal]:
    """The nominals with the offices that a verb says somebody takes up, has or leaves as Positions; a name is none."""
    named = {i for first, last in people for i in range(first, last)}  # "was named as Carol Dean"
    offices = {office.head: office for office in _offices(text) if office.head not in named}
    known = {nominal.head for nominal in nominals if nominal.kind == "Position"}
    others = [nominal for nominal in nominals if nominal.head not in offices or nominal.head in known]
    return [*others, *(office for head, office in offices.items() if head not in known)]


def tenure_verb(tree: Tree, office: int) -> int | None:
    """The verb that says that somebody takes up, has or leaves the office at a word: that word itself, if one is it."""
    token = tree.tokens[office]
    if tree.first(office, "cop") is not None:
        return office
    of_object = tree.preposition(office) in tree.grammar.capacity_prepositions  # "named X as its head": hung on X
    if token.dep == "nmod" and (of_object or tree.tokens[token.head].lemma in tree.grammar.posts):
        token = tree.tokens[token.head]
    verb = tree.tokens[token.head]
    stands = token.dep in OBJECTS | OBLIQUES and verb.pos == "VERB"
    return verb.i if stands else None


def holder_slots(entries: Iterable[Entry]) -> frozenset[str]:
    """Where with a verb stands who takes up, has or leaves an office: whom one appoints, who resigns or serves."""
    for _, frame in entries:
        if frame.kind in CHANGES:
            role = "agent" if frame.kind == "Resignation" else "patient"
            return frozenset(slot.kind for slot in dict(frame.verb_roles).get(role, ()))
    return frozenset({"subject"})


def _offices(text: Text) -> Iterator[Nominal]:
    for sentence in text.sentences():
        for i in range(sentence.first, sentence.last):
            token = text.tokens[i]
            if token.pos not in {"NOUN", "PROPN"} or not _is_governed(text, i):
                continue
            titles = titles_before(text, sentence.first, i + 1)
            begin = next((b for b, kind in titles if kind == "office" or (kind == "rank" and _leads(text, i))), None)
            if begin is not None and not _is_first_to(text, i):
                first, last = _phrase(text, begin, i)
                yield Nominal(first, last, last, i, "Position", "", "s", "", "office")


def _leads(text: Text, i: int) -> bool:
    """Whether a rank is one that leads something: "army chief", "commander of the front", but not "colonel"."""
    title = text.language.titles.get(text.lemmas[i])
    if title is not None and title.relation:
        return True
    below = (k for k in text.parse.children[i] if text.tokens[k].dep == "nmod")
    cases = {text.lemmas[c] for k in below for c in text.parse.children[k] if text.tokens[c].dep == "case"}
    return bool(cases - text.language.grammar.place_prepositions)  # "a captain in the navy" leads none


def _is_governed(text: Text, i: int) -> bool:
    """Whether a noun stands where an office does: predicate of a change, "as" something, of a post."""
    token, grammar = text.tokens[i], text.language.grammar
    kids = text.parse.children[i]
    predicate = any(text.tokens[k].dep == "cop" for k in kids)
    if not (predicate or token.dep in GOVERNED) or token.has("Number=Plur"):
        return False
    cases = text.cases(i)
    if predicate:
        return not cases and _is_of_somebody(text, i)
    post = token.dep == "nmod" and (text.lemmas[token.head] in grammar.posts or bool(cases & grammar.capacity_prepositions))
    stands = text.tokens[token.head] if post else token
    verb = stands.head
    if text.tokens[verb].pos != "VERB" or stands.dep not in OBJECTS | OBLIQUES:
        return False
    if post:
        return _changes_office(text, verb)
    if token.dep in OBJECTS:
        return not cases and (token.dep == "xcomp" or _has_object(text, verb, i)) and _changes_office(text, verb)
    if not cases & grammar.capacity_prepositions:
        return False
    return text.lemmas[verb] in grammar.serving or _changes_office(text, verb)


def _is_first_to(text: Text, noun: int) -> bool:
    """Whether what somebody was the first to do is told, no office: "became the first coach to win it twice"."""
    kids = [text.tokens[k] for k in text.parse.children[noun]]
    ranked = any(k.dep == "amod" and (k.lemma in text.language.grammar.unique or k.has("NumType=Ord")) for k in kids)
    beside = (text.tokens[k] for k in text.parse.children[text.tokens[noun].head] if k > noun)
    told = (*kids, *(k for k in beside if k.dep in {"advcl", "xcomp"}))
    return ranked and any(k.dep in {"acl", "advcl", "xcomp"} and k.has("VerbForm=Inf") for k in told)


def _is_of_somebody(text: Text, predicate: int) -> bool:
    """Whether a predicate is said of a name or of a pronoun for a person: "X, who is the mayor"; not "it was the mayor"."""
    subject = next((text.tokens[k] for k in text.parse.children[predicate] if text.tokens[k].dep == "nsubj"), None)
    if subject is None or subject.pos not in {"PROPN", "PRON"}:
        return False
    pronoun = text.language.profile.pronouns.get(subject.lemma.lower()) if subject.pos == "PRON" else None
    return subject.pos == "PROPN" or (pronoun is not None and pronoun.animacy != "thing")


def _has_object(text: Text, verb: int, but: int) -> bool:
    kids = (k for k in text.parse.children[verb] if k != but)
    return any(text.tokens[k].dep in {"obj", "nsubj:pass"} for k in kids)


def _changes_office(text: Text, verb: int) -> bool:
    frames = text.language.frames.verbs.get(text.lemmas[verb], ())
    return text.lemmas[verb] not in text.language.grammar.proposing and any(frame.kind in CHANGES for _, frame in frames)


def _belongs(text: Text, i: int) -> bool:
    """Whether a word belongs to an office without further ado; a day behind it does not ("nommée ministre lundi")."""
    return text.tokens[i].dep in FREE and (text.tokens[i].dep != "nmod" or text.is_cased(i))


def _phrase(text: Text, begin: int, head: int) -> tuple[int, int]:
    """The words of an office with what it is in: "chairman of the supervisory board"."""
    inside, todo = {head}, [head]
    while todo:
        kids = [k for k in text.parse.children[todo.pop()] if _belongs(text, k) and k not in inside]
        inside.update(kids)
        todo.extend(kids)
    inside.update(range(begin, head))
    first, last = begin, head + 1
    while first - 1 in inside and text.tokens[first - 1].pos not in {"ADP", "DET", "PRON"}:
        first -= 1
    while last in inside:
        last += 1
    return first, last
