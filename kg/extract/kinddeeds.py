"""What a name does, has or undergoes says of its kind: towns are captured, firms bought, newspapers quoted."""

from __future__ import annotations

from collections.abc import Sequence, Set

from kg import ontology
from kg.extract.kindweights import KINDS, STRONG, SURE
from kg.extract.spans import Span, Text, is_acronym
from kg.lang.frames import Frame, Trigger
from kg.ontology import PLACES

OF_FIRMS = frozenset({"Acquisition", "Merger"})  # nouns of events that befall none but firms
LONGEST_FORCE = 3  # words of a force that is known: "le Front Nord"
ALIVE = frozenset({"Birth", "Death", "Marriage"})  # what only people do
UNDERGONE = frozenset({"Assassination", "Execution", "Injury", "Killing"})  # and what befalls only them
BOUGHT = frozenset({"obj", "nsubj:pass"})
DONE_BY_FIRMS = frozenset({"Bankruptcy", "Earnings", "Layoff", "Merger"})


def by_conquest(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """What an army takes, by a verb that else means another thing, is a town: "l'armée a repris Sarvan"."""
    token = text.tokens[head]
    alone = span.last - span.first == 1 and token.text not in text.language.given_names
    if alone and token.dep == "nmod" and _is_controlled(text, token.head):
        return [("Place", STRONG)] if span.town or _is_armed(text, text.tokens[token.head].head) else []
    frames = text.language.frames.verbs.get(text.lemmas[token.head], ())
    taken = token.dep in BOUGHT and any(_conquers(f) or (span.town and f.kind == "Capture") for _, f in frames)
    if not alone or not (taken or _is_seized(text, head, frames)):
        return []
    return [("Place", STRONG)] if _is_armed(text, token.head) else []


def _is_seized(text: Text, head: int, frames: Sequence[tuple[Trigger, Frame]]) -> bool:
    """Whether a name is the complement of a verb of seizing, with its preposition: "se sont emparés de Sarvan"."""
    if not text.tokens[head].dep.startswith("obl"):
        return False
    cases = text.cases(head)
    seizing = (trigger for trigger, frame in frames if frame.kind == "Capture" and trigger.reflexive)
    return any(trigger.preposition in cases and not trigger.bound for trigger in seizing)


def _is_armed(text: Text, verb: int) -> bool:
    """Whether those who do what a verb says bear arms, by their noun or as known ones: "le groupe armé", "le M23"."""
    takers = [k for k in text.parse.children[verb] if text.tokens[k].dep in {"nsubj", "obl:agent"}]
    nouns = (found[1] for k in takers if (found := text.language.nouns.match(text.forms, text.lemmas, k)) is not None)
    if any(noun.kind == "Force" or "fighter" in noun.flags for noun in nouns):
        return True
    names = ([word.text for word in text.tokens[k : k + LONGEST_FORCE]] for k in takers if text.tokens[k].pos == "PROPN")
    hits = (text.language.gazetteer.match(words, 0) for words in names)
    return any(hit is not None and hit.entry.kind == "Force" for hit in hits)


def _is_controlled(text: Text, noun: int) -> bool:
    """Whether a noun is the fixed object of a verb of conquest: "regained control of Sarvan", "pris le contrôle de"."""
    verb = text.tokens[noun].head
    frames = text.language.frames.verbs.get(text.lemmas[verb], ())
    return text.tokens[noun].dep == "obj" and any(
        frame.kind == "Capture" and trigger.object_noun == text.lemmas[noun] for trigger, frame in frames
    )


def by_purchase(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """What the model takes for a person and somebody buys is a firm: "bought Activision Blizzard", "his rival Norvex"."""
    token, noun = text.tokens[head], text.tokens[text.tokens[head].head]
    rival = token.dep in {"appos", "nmod", "flat:name"} and text.language.nouns.is_flagged(text.lemmas[noun.i], "relation")
    bought = noun if rival and noun.i < head else token
    beside = (k for k in text.parse.children[head] if k < head and text.tokens[k].dep in {"compound", "amod"})
    rival = rival or any(text.language.nouns.is_flagged(text.lemmas[k], "relation") for k in beside)
    if span.label not in ("PER", "") and not rival:
        return []
    if text.holds_given_name(span.first, span.last):
        return []
    of = any(text.lemmas[k] in text.language.grammar.of for k in text.parse.children[head] if text.tokens[k].dep == "case")
    if bought.dep == "nmod" and of:  # "the purchase of Activision Blizzard"
        entries = text.language.frames.nouns.get(text.lemmas[bought.head], ())
    else:
        entries = text.language.frames.verbs.get(text.lemmas[bought.head], ()) if bought.dep in BOUGHT else ()
    if not span.label and not rival and any(frame.kind == "Sale" for _, frame in entries):
        return []  # "bought Sorvals" may be a phone, "acquired Norvex" is a firm
    sure = SURE if rival else STRONG
    return [("Organization", sure)] if any(frame.kind == "Acquisition" for _, frame in entries) else []


def by_sale(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """What the model takes for a place, no town that is known, and somebody sells to: "a cédé ses magasins à Norvex"."""
    token = text.tokens[head]
    if span.label not in {"LOC", "GPE"} or span.link is not None or span.town or not token.dep.startswith("obl"):
        return []
    to = text.cases(head)
    frames = text.language.frames.verbs.get(text.lemmas[token.head], ())
    sold = any(text.tokens[k].dep in {"obj", "nsubj:pass"} for k in text.parse.children[token.head])
    dative = to == {text.language.grammar.dative_preposition}
    told = any(frame.kind == "Sale" and not trigger.bound for trigger, frame in frames)  # no "fait douze morts à Norvex"
    return [("Organization", STRONG)] if dative and sold and told else []


def by_make(text: Text, span: Span) -> list[tuple[str, float]]:
    """The name of a firm, another behind it and an article before it: what the firm makes, "the Ford Explorer"."""
    if span.last - span.first < 2 or span.link is not None or not span.first or text.noun_of(span.first, span.last - 1):
        return []
    words = [token.text for token in text.tokens[span.first : span.last]]
    if _ends_with_product(text, words):
        return [("Artifact", SURE)]
    if span.label in {"ORG", "LOC", "GPE"} or not all(word[0].isupper() for word in words):
        return []  # "the Ford Foundation", "le Croissant-Rouge algérien"
    hit = text.language.gazetteer.match(words, 0)
    made = hit is not None and hit.certain and hit.last < span.last - span.first and hit.entry.kind == "Organization"
    article = text.tokens[span.first - 1]
    return [("Artifact", STRONG)] if made and article.pos == "DET" and article.has("Definite=Def") else []


def _ends_with_product(text: Text, words: Sequence[str]) -> bool:
    """Whether the last words of a name are that of a thing which is known: "Japan Airlines Dreamliners"."""
    hits = (text.language.gazetteer.match(words, i) for i in range(1, len(words)))
    return any(h is not None and h.certain and h.entry.kind == "Artifact" and h.last == len(words) for h in hits)


def by_trade(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """What files for bankruptcy, lays off, posts a loss or merges is a firm; so is what an acquisition is of."""
    token = text.tokens[head]
    if span.link is not None or text.holds_given_name(span.first, span.last):
        return []
    frames = text.language.frames
    if token.dep in {"nsubj", "nsubj:pass", "obl:agent"}:
        planned = [k for k in text.parse.children[token.head] if text.tokens[k].dep == "xcomp"]  # "plans to lay off 400"
        told = any(_tells_of_firm(text, verb) for verb in (token.head, *planned))
    else:
        kinds = {frame.kind for t, frame in frames.nouns.get(text.lemmas[token.head], ()) if not t.words}
        whole = bool(kinds) and kinds <= OF_FIRMS
        told = token.dep == "nmod" and (whole or (bool(kinds & OF_FIRMS) and _is_by_firm(text, token.head)))
    return [("Organization", STRONG)] if told else []


def _tells_of_firm(text: Text, verb: int) -> bool:
    """Whether a verb tells what none but firms do: "lays off", "files for bankruptcy"."""
    entries = text.language.frames.verbs.get(text.lemmas[verb], ())
    kids = {text.lemmas[kid] for kid in text.parse.children[verb]} if entries else set()
    return any(frame.kind in DONE_BY_FIRMS and _asks_for(trigger, frame, kids) for trigger, frame in entries)


def by_speech(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """What no source has for a name and calls itself "it" where it says what it does is a body: "Norvex said it would …"."""
    token = text.tokens[head]
    if span.link is not None or span.label or token.pos != "PROPN" or token.dep != "nsubj":
        return []
    word = token.text.lower()
    if any(text.language.nouns.get(noun) is not None for noun in (word, word.removesuffix("s"))):
        return []  # "Pensioners said it would hurt them"
    told = [text.tokens[k] for k in text.parse.children[token.head] if text.tokens[k].dep == "ccomp"]
    verbs = [verb.i for verb in told if verb.pos == "VERB" and verb.i > token.head]
    subjects = [text.tokens[k] for verb in verbs for k in text.parse.children[verb] if text.tokens[k].dep == "nsubj"]
    named = any(subject.has("PronType=Prs") and subject.has("Gender=Neut") for subject in subjects)
    return [("Organization", STRONG)] if named else []


def by_business(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """What the model takes for a place that nobody knows and that sells or employs, is a firm: "Norvia ferme son usine"."""
    token, profile = text.tokens[head], text.language.profile
    if span.label not in {"LOC", "GPE"} or span.link is not None or span.town or token.dep != "nsubj":
        return []
    objects = [kid for kid in text.parse.children[token.head] if text.tokens[kid].dep == "obj"]
    owned = profile.words("names", "assets")
    told = any(text.lemmas[kid] in owned and _is_owned(text, kid) for kid in objects)
    trades = bool(objects) and text.lemmas[token.head] in profile.words("names", "trades")
    return [("Organization", STRONG)] if told or trades else []


def _is_owned(text: Text, noun: int) -> bool:
    """Whether a possessive or a number stands before a noun: "son usine", "its plant", "trois magasins"."""
    before = (text.tokens[kid] for kid in text.parse.children[noun] if kid < noun)
    return any(token.has("Poss=Yes") or token.dep == "nummod" for token in before)


def by_life(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """What the model takes for a body and dies, is wounded, executed or married is somebody: "Baqer Halidi est mort"."""
    token = text.tokens[head]
    known = span.link is not None or span.town or span.label == "PER" or span.kind
    if known or token.dep not in {"nsubj", "nsubj:pass"} or is_acronym(token.text):
        return []
    if any(text.tokens[kid].dep in {"det", "nummod"} for kid in text.parse.children[head]):  # "deux Casques bleus"
        return []
    entries = text.language.frames.verbs.get(text.lemmas[token.head], ())
    lived = ALIVE if token.dep == "nsubj" else ALIVE | UNDERGONE
    told = any(frame.kind in lived and not trigger.bound for trigger, frame in entries)
    return [("Person", STRONG)] if told else []


def _is_by_firm(text: Text, noun: int) -> bool:
    """Whether who does what a noun tells is a body by the model: "the takeover of Halden by General Electric"."""
    agents = text.language.grammar.agent_prepositions
    verb = text.tokens[noun].head
    near = (*text.parse.children[noun], *(k for k in text.parse.children[verb] if k > noun))
    doers = {k for k in near for c in text.parse.children[k] if text.tokens[c].dep == "case" and text.lemmas[c] in agents}
    return any(name.label == "ORG" and any(name.first <= k < name.last for k in doers) for name in text.parse.names)


def _asks_for(trigger: Trigger, frame: Frame, kids: Set[str]) -> bool:
    """Whether these dependents hold what a trigger asks for: people too lose a sum, but "file for bankruptcy" tells."""
    wanted = trigger.object_noun or (trigger.oblique or ("", ""))[1] or trigger.particle
    return wanted in kids if wanted else frame.kind in {"Layoff", "Merger"}


def _conquers(frame: Frame) -> bool:
    """Whether a frame tells that a place is taken, and nothing else."""
    return frame.kind == "Capture" and set(dict(frame.only).get("patient", KINDS)) <= PLACES


def as_source(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """What the model takes for a place that nobody knows and that says something is a newspaper: "selon le Midi Libre"."""
    if span.link is not None or span.label not in {"LOC", "GPE"}:
        return []
    if _speaks_behind(text, span, head):
        return [("Organization", SURE)]
    attributed = text.preposition(head) in text.language.grammar.attribution_prepositions
    return [("Organization", SURE)] if attributed else []


def _speaks_behind(text: Text, span: Span, head: int) -> bool:
    """Whether a name with an article stands behind the verb of which it is the subject: "a rapporté le Midi Libre"."""
    token = text.tokens[head]
    article = any(
        text.tokens[kid].dep == "det" and text.tokens[kid].has("Definite=Def") for kid in text.parse.children[head]
    )
    entries = text.language.frames.verbs.get(text.lemmas[token.head], ()) if article and token.dep == "nsubj" else ()
    return token.head < span.first and any(frame.kind and ontology.is_a(frame.kind, "Communication") for _, frame in entries)


def by_belongings(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """What only bodies have: "Norvia's shareholders", "Norvia shares"."""
    token = text.tokens[head]
    owned = text.lemmas[token.head] in text.language.profile.words("names", "belongings")
    town = span.town and span.label in {"LOC", "GPE"}  # "les salariés de Dunkerque"
    return [("Organization", STRONG)] if owned and token.dep in {"nmod", "nmod:poss", "compound"} and not town else []
