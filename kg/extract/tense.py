"""Which way in time a clause looks, by its verb: what "lundi" or "in October" needs to be a date."""

from __future__ import annotations

from collections.abc import Container
from typing import Literal

from kg.lang.times import Times
from kg.model import Parse, Token

Direction = Literal[-1, 0, 1]
CAUSATIVE = "aux:caus"
HELPERS = ("aux", "aux:pass", "cop", CAUSATIVE)
_STEPS = 8  # from a time up to the verb that governs it
_FUTURE = ("Tense=Fut", "Mood=Cnd")
_PAST = ("Tense=Past", "Tense=Imp")


def direction(parse: Parse, i: int, time: int, table: Times) -> Direction:
    """-1 if the clause around `i`, which governs a time at token `time`, tells of the past, 1 if of the future, else 0."""
    seen_infinitive = over = False
    for _ in range(_STEPS):
        token = parse.tokens[i]
        over |= token.pos == "NOUN" and token.lemma in table.tense["backward"]
        ahead = token.lemma.lower() in table.tense["forward"]
        if ahead and (_is_set_for(parse, token, time, table) or not _is_told_as_past(parse, token, table)):
            return 1
        if _is_called_for(parse, token, time, table) or _is_end_set(parse, token, time, table):
            return 1
        if time > token.i and token.lemma in table.tense["futurate"] and _is_present(token):
            return -1 if _has_case(parse, time, table.tense["begun"]) else 1  # "il comparaît depuis lundi"
        if _is_predicate(parse, token):
            found = _of_predicate(parse, token, table)
            if found is not None:
                return -1 if over and not is_future(parse, i, table) else found  # "is counting the results of Sunday's vote"
            seen_infinitive = token.has("VerbForm=Inf")
        if token.head == i:
            break
        i = token.head
    return 1 if seen_infinitive else 0


def is_future(parse: Parse, i: int, table: Times) -> bool:
    """Whether the verb of the clause around token `i` stands in the future itself, in no past: "will be done by March"."""
    for _ in range(_STEPS):
        token = parse.tokens[i]
        if _is_predicate(parse, token):
            kids = (parse.tokens[kid] for kid in parse.children[i])
            words = (token, *(kid for kid in kids if kid.dep in ("aux", "aux:pass", "cop")))
            told = any(w.lemma.lower() in table.tense["future_auxiliaries"] for w in words[1:])
            return (told or any(w.has(f) for w in words for f in _FUTURE)) and _of_predicate(parse, token, table) == 1
        if token.head == i:
            break
        i = token.head
    return False


def moving(parse: Parse, i: int, table: Times) -> int | None:
    """The verb that puts something off to day or month `i`: "reporté au 10 juin", "adjourned to May"; None if none does."""
    token = parse.tokens[i]
    if not token.dep.startswith("obl"):
        return None
    verb = token.head if parse.tokens[token.head].pos != "ADV" else parse.tokens[token.head].head  # "pushed back to May"
    if parse.tokens[verb].lemma not in table.tense["moved"]:
        return None
    return verb if _has_case(parse, i, table.tense["moved_to"]) else None


def is_imperfect(parse: Parse, i: int) -> bool:
    """Whether the clause around token `i` tells in the imperfect or pluperfect what lasted at a time of the past."""
    for _ in range(_STEPS):
        token = parse.tokens[i]
        if _is_predicate(parse, token):
            helpers = (parse.tokens[kid] for kid in parse.children[i] if parse.tokens[kid].dep in ("aux", "aux:pass", "cop"))
            return any(word.has("Tense=Imp") and word.has("VerbForm=Fin") for word in (token, *helpers))
        if token.head == i:
            break
        i = token.head
    return False


def _is_told_as_past(parse: Parse, token: Token, table: Times) -> bool:
    """ "Paris avait promis en janvier": the date of the promise, unlike in "les élections prévues en octobre"."""
    if token.pos != "VERB" or token.dep in ("acl", "amod") or _is_in_force(parse, token):
        return False
    return _of_predicate(parse, token, table) == -1


def _is_set_for(parse: Parse, token: Token, time: int, table: Times) -> bool:
    """ "The hearing was scheduled for November 14": the day that was set; "had been" tells that it is over."""
    helpers = [parse.tokens[kid] for kid in parse.children[token.i] if parse.tokens[kid].dep in ("aux", "aux:pass")]
    passive = len(helpers) == 1 and helpers[0].dep == "aux:pass" and helpers[0].has("Tense=Past")
    return passive and _has_case(parse, time, table.tense["set_for"])


def _is_in_force(parse: Parse, token: Token) -> bool:
    """ "La réunion est prévue lundi": a passive of the present, whose participle alone is past."""
    passive = [parse.tokens[kid] for kid in parse.children[token.i] if parse.tokens[kid].dep == "aux:pass"]
    others = any(parse.tokens[kid].dep == "aux" for kid in parse.children[token.i])
    return bool(passive) and not others and all(helper.has("Tense=Pres") for helper in passive)


def _is_called_for(parse: Parse, verb: Token, time: int, table: Times) -> bool:
    """Whether a verb calls for or announces what stands before a time: "a appelé à une grève le 30 juin"."""
    if verb.pos != "VERB" or verb.lemma.lower() not in table.tense["heralding"]:
        return False
    if any(parse.tokens[kid].has("Tense=Imp") for kid in parse.children[verb.i] if kid < verb.i):
        return False  # "étaient appelés aux urnes dimanche"
    called = (parse.tokens[kid] for kid in parse.children[verb.i] if verb.i < kid < time)
    return any(word.dep.startswith("ob") and word.lemma.lower() in table.tense["heralded"] for word in called)


def _is_end_set(parse: Parse, verb: Token, time: int, table: Times) -> bool:
    """Whether a verb sets an end that lies ahead: "a curfew was imposed until Monday"."""
    if verb.lemma.lower() not in table.tense["ended_ahead"]:
        return False
    return _has_case(parse, time, table.tense["moved_to"])


def _has_case(parse: Parse, time: int, words: Container[str]) -> bool:
    """Whether one of these prepositions stands before a time."""
    cases = (parse.tokens[kid] for kid in parse.children[time] if parse.tokens[kid].dep == "case")
    return any(case.lemma.lower() in words for case in cases)


def _is_present(token: Token) -> bool:
    """Whether a verb itself stands in the present: "le ministre reçoit lundi son homologue"."""
    return token.pos == "VERB" and token.has("VerbForm=Fin") and token.has("Tense=Pres")


def _is_predicate(parse: Parse, token: Token) -> bool:
    return token.pos in ("VERB", "AUX") or any(parse.tokens[kid].dep in ("cop", "aux") for kid in parse.children[token.i])


def _of_predicate(parse: Parse, token: Token, table: Times) -> Direction | None:
    """The direction of a clause with this predicate; None where the clause above it decides."""
    helpers = [parse.tokens[kid] for kid in parse.children[token.i] if parse.tokens[kid].dep in HELPERS]
    lemmas = {helper.lemma.lower() for helper in helpers} | {helper.text.lower() for helper in helpers}
    perfect = bool(lemmas & table.tense["perfect_auxiliaries"]) and any(helper.dep == "aux" for helper in helpers)
    if lemmas & table.tense["future_auxiliaries"]:
        return -1 if perfect else 1
    made = next((helper for helper in helpers if helper.dep == CAUSATIVE), token)  # "s'est fait exploser"
    participle = made.has("VerbForm=Part") and not made.has("Tense=Pres")
    if perfect and participle:
        return 1 if any(helper.has("Tense=Fut") for helper in helpers) else -1
    finite = [*helpers, token]
    if any(word.has(feature) for word in finite for feature in _FUTURE):
        return 1
    infinitive = token.has("VerbForm=Inf") or any(helper.has("VerbForm=Inf") for helper in helpers)
    if infinitive and not any(helper.has("VerbForm=Fin") for helper in helpers):
        return _of_infinitive(parse, token, table)
    if any(word.has(feature) for word in finite for feature in _PAST):
        return -1
    if token.has("VerbForm=Ger") or token.has("Aspect=Prog") or (token.has("VerbForm=Part") and token.has("Tense=Pres")):
        return 1 if any(helper.has("Tense=Pres") for helper in helpers) else None
    return 0


def _of_infinitive(parse: Parse, token: Token, table: Times) -> Direction | None:
    """What an infinitive tells of lies ahead of the clause above, unless that one's verb begins or achieves it."""
    above = parse.tokens[token.head]
    if token.dep in ("advcl", "obl") and not _is_purpose(parse, token, table):
        return None
    if token.head == token.i or above.lemma.lower() in table.tense["past_infinitives"]:
        return None
    achieved = above.lemma.lower() in table.tense["modals"] and above.has("VerbForm=Part") and above.has("Tense=Past")
    return None if achieved else 1


def _is_purpose(parse: Parse, token: Token, table: Times) -> bool:
    marks = [parse.tokens[kid] for kid in parse.children[token.i] if parse.tokens[kid].dep in ("mark", "case")]
    return not marks or any(mark.lemma.lower() in table.tense["purpose"] for mark in marks)
