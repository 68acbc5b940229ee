"""Descriptions that stand for entities: noun phrases headed by a noun of the language's table ("des hommes armés")."""

from __future__ import annotations

from kg import ontology
from kg.extract.barenouns import is_national, stands_bare
from kg.extract.labelends import with_complement
from kg.extract.nounphrases import determiner_of, gender_shown, grown, noun_gender, number_of
from kg.extract.spans import Nominal, Text
from kg.lang.frames import Frame
from kg.lang.nouns import FIGHTING, Noun
from kg.lang.titles import Title
from kg.model import Token
from kg.ontology import BODIES, PLACES

ACTING = frozenset({"nsubj", "nsubj:pass", "obl:agent"})
MODIFYING = frozenset({"nummod", "amod"})
OWNED = frozenset({"aircraft", "ship", "fighter"})  # flags of nouns whose compound is who they belong to
HANDLED = ("Conflict", "Delivery")  # classes of events whose nouns name things too: "car bomb", "arms shipment"
OUTLAWED = FIGHTING | {"crime"}  # flags of nouns for people who have positions and targets: "a terrorist position"


def find_nominals(text: Text, taken: list[bool]) -> list[Nominal]:
    """Descriptions in text order. `taken` marks words of names, times and figures, which head no description."""
    found = []
    for sentence in text.sentences():
        i = sentence.first
        while i < sentence.last:
            step = 1
            if not taken[i] and text.tokens[i].pos in {"NOUN", "PROPN", "ADJ", "VERB", "ADP", "AUX"}:
                match = _lookup(text, i, sentence.last)
                if match is not None:
                    step = match[0]
                    nominal = _nominal(text, i, i + match[0], match[1], match[2], taken) if match[1] else None
                    if nominal is not None:
                        found.append(nominal)
                    elif match[1] and text.tokens[i + match[0] - 1].dep == "compound":
                        step = 1  # "military intelligence service": the service, not the intelligence
            i += step
    return found


def _is_adjective(text: Text, i: int) -> bool:
    """Whether a word that may be a noun is the adjective of the one right before it: "accords militaires"."""
    token = text.tokens[i]
    if text.lemmas[i] not in text.language.grammar.classifying:
        return False
    return token.pos == "ADJ" and token.dep == "amod" and token.head == i - 1 and text.tokens[i - 1].pos == "NOUN"


def _is_compared(text: Text, i: int) -> bool:
    """Whether an adjective has a degree, so that it is no noun: "l'une des plus meurtrières" is none of some killers."""
    return text.tokens[i].pos == "ADJ" and i > 0 and text.lemmas[i - 1] in text.language.grammar.comparing


def _lookup(text: Text, i: int, last: int) -> tuple[int, str, str] | None:
    """The longest title or noun phrase from word i, before `last`: its length, kind and rule."""
    noun = text.nouns[i]
    if noun is not None and noun[0] == 1 and (_is_adjective(text, i) or _is_compared(text, i)):
        return None
    if noun is not None and not noun[1].kind and _is_piece(text, i):  # "parts of the town", but "part of the plan"
        noun = (1, single) if (single := text.language.nouns.get(text.lemmas[i])) is not None else None
    if noun is not None and noun[0] > 1 and (_is_parted(text, noun[1].lemma, i, noun[0]) or _is_measured(text, i + noun[0])):
        single = text.language.nouns.get(text.forms[i]) or text.language.nouns.get(text.lemmas[i])
        noun = (1, single) if single is not None else None
    if noun is not None and is_national(noun[1]) and not _is_of_state(text, i, i + noun[0]):
        return None
    if noun is not None and "piece" in noun[1].flags and not _is_piece(text, i):
        return None
    if noun is not None and "sayer" in noun[1].flags and not _speaks(text, text.head(i, i + noun[0])):
        return None
    title = _title(text, i, last)
    honorific = title is not None and title[1].kind == "honorific"  # "the king" is a person, "Mr." is none
    if title is not None and (noun is None or title[0] > noun[0] or (title[0] == noun[0] and not honorific)):
        return None if honorific else (title[0], "Person", title[1].kind)
    if noun is None or ("gendered" in noun[1].flags and gender_shown(text.tokens[i]) not in {"", noun[1].gender}):
        return None
    return noun[0], _kind(text, noun[1], text.head(i, i + noun[0])), "noun"


def _is_of_state(text: Text, first: int, last: int) -> bool:
    """Whether a word for a state stands beside a noun that somebody speaks by or that acts: "British intelligence says"."""
    beside = (text.tokens[k].text for k in (first - 1, last) if 0 <= k < len(text.tokens))
    head = text.head(first, last)
    acts = text.tokens[head].dep in ACTING or _case(text, head) in text.language.grammar.attribution_prepositions
    return acts and any(text.language.gazetteer.demonym(word) is not None for word in beside)


def _speaks(text: Text, head: int) -> bool:
    """Whether what a noun names says something, or something is said on its word: "a source said", "a source of income"."""
    token = text.tokens[head]
    first = text.tokens[token.head] if token.dep == "conj" else token  # "the mayor and a source said"
    if first.dep == "nsubj":
        entries = text.language.frames.verbs.get(text.lemmas[first.head], ())
        return any(frame.kind and ontology.is_a(frame.kind, "Communication") for _, frame in entries)
    return _case(text, head) in text.language.grammar.attribution_prepositions


def _is_piece(text: Text, head: int) -> bool:
    """Whether a noun stands for a described part of some place: "large parts of Hama province"."""
    if not text.language.nouns.is_flagged(text.lemmas[head], "piece") or text.tokens[head].dep not in {"obj", "nsubj:pass"}:
        return False
    kids = text.parse.children[head]
    described = any(text.tokens[k].dep == "amod" for k in kids)
    linkers = text.language.profile.words("partitive", "linkers")
    wholes = (k for k in kids if text.tokens[k].dep == "nmod" and _case(text, k) in linkers)
    return described and any(_is_place(text, k) for k in wholes)


def _is_place(text: Text, i: int) -> bool:
    """Whether a word is the noun of a place, or the model takes it for one's name."""
    noun = text.language.nouns.get(text.lemmas[i])
    named = (name for name in text.parse.names if name.first <= i < name.last)
    return (noun is not None and noun.kind in PLACES) or any(name.label in {"GPE", "LOC"} for name in named)


def _case(text: Text, head: int) -> str:
    """The preposition of a phrase, in one or several words: "according to"."""
    cases = (k for k in text.parse.children[head] if text.tokens[k].dep == "case")
    words = (w for k in cases for w in (k, *(f for f in text.parse.children[k] if text.tokens[f].dep == "fixed")))
    return " ".join(text.forms[w] for w in words).replace("' ", "'")


def _title(text: Text, i: int, last: int) -> tuple[int, Title] | None:
    """The longest title from word i; "président du conseil" only where no longer noun begins with its last word."""
    found = text.title_at(i, last)
    inner = text.nouns[i + found[0] - 1] if found is not None and found[0] > 1 else None
    if inner is None or inner[0] == 1:
        return found
    title = text.language.titles.get(text.forms[i])
    return None if title is None else (1, title)


def _is_parted(text: Text, phrase: str, i: int, length: int) -> bool:
    """Whether an article tells that two things are meant: "le chauffeur du bus" drives one bus, a "chauffeur de bus" any."""
    words = phrase.split()
    return len(words) == length and any(
        "Definite=Def" in text.tokens[i + k].morph and text.tokens[i + k].dep == "case" and text.forms[i + k] != words[k]
        for k in range(length)
    )


def _is_measured(text: Text, end: int) -> bool:
    """Whether the last word of a phrase has a figure of its own behind it: "personnes âgées de 16 à 25 ans"."""
    if end + 1 >= len(text.tokens) or text.tokens[end].pos != "ADP" or text.tokens[end + 1].pos != "NUM":
        return False
    return text.tokens[end - 1].pos in {"ADJ", "VERB"}


def _kind(text: Text, noun: Noun, head: int) -> str:
    """What a noun of several kinds names here: behind a preposition of place ("devant l'ambassade") a place.

    What goes off or is laid is a weapon: "a sauté sur une mine", but not "une mine de charbon a fermé".
    """
    grammar = text.language.grammar
    either = "Organization" in noun.also and (noun.kind == "Artifact" or "body" in noun.flags)
    if either and not text.tokens[head].has("Number=Plur") and _speaks(text, head):
        return "Organization"  # "the radio said", "the electoral body announced"
    cases = text.cases(head)
    set_off = text.lemmas[text.tokens[head].head] in grammar.set_off.get(text.lemmas[head], ())
    if set_off and cases.isdisjoint(grammar.inside_prepositions):  # but "une explosion dans une mine"
        return "Artifact"
    above = text.tokens[text.tokens[head].head]
    outer = (text.lemmas[k] for k in text.parse.children[above.i] if k < above.i and text.tokens[k].dep == "case")
    complex_prepositions = text.language.grammar.complex_prepositions  # "en face de la mairie"
    cases |= {complex_prepositions.get(f"{case}:{above.lemma}", "") for case in outer if above.i < head}
    return "Place" if "Place" in noun.also and cases & text.language.grammar.place_prepositions else noun.kind


def _nominal(text: Text, first: int, last: int, kind: str, rule: str, taken: list[bool]) -> Nominal | None:
    head = text.head(first, last)
    token = text.tokens[head]
    if token.pos == "PROPN" and _names_operation(text, head):
        return None
    qualifies = _qualifies_event(text, head, kind) or _qualifies_its_own(text, head, kind)
    if not (qualifies or _heads_phrase(token)) or _is_generic(text, head, last - first):
        return None
    other = last > first + 1 and not _tells_event(text, first, last)  # "conseil régional" is no "conseil"
    if not other and (_is_event(text, head) or (kind == "Artifact" and _ends_event(text, head))):
        return None
    if _is_of_verb(text, head) or _tells_doing(text, head):
        return None
    number = number_of(text, head)
    if kind == "Person" and (number == "p" or qualifies):
        kind = "Group"
    determiner = "def" if qualifies and _is_unique(text, head, kind) else determiner_of(text, head)
    if not (determiner or qualifies or stands_bare(text, head, number)):
        return None
    if kind == "Person" and _is_beside_place(text, head):
        return None
    if kind in BODIES and text.tokens[head].text[0].isupper() and text.is_office(token.head) and _is_field(text, head):
        return None  # "l'ancien ministre de la Justice du Mali"
    if _is_institution(text, head, kind):
        rule = "institution"
    first, last = grown(text, first, last, head, taken)
    return Nominal(
        first, last, with_complement(text, first, last), head, kind, determiner, number, noun_gender(text, head), rule
    )


def _names_operation(text: Text, head: int) -> bool:
    """Whether a noun is but the name of an operation: "Operation Steel Curtain"."""
    i = head - 1
    while i >= 0 and text.tokens[i].dep == "compound" and text.capitalised(i):
        if text.lemmas[i] in text.language.grammar.named_events:
            return True
        i -= 1
    return False


def _is_beside_place(text: Text, head: int) -> bool:
    """Whether a noun for people only tells where a place lies: "la ville de X, voisine de la frontière"."""
    token, governor = text.tokens[head], text.tokens[text.tokens[head].head]
    noun = text.language.nouns.get(text.lemmas[governor.i]) if token.dep == "appos" and governor.pos == "NOUN" else None
    bare = not any(text.tokens[kid].dep == "det" for kid in text.parse.children[head])
    return noun is not None and bare and noun.kind in PLACES


def _tells_doing(text: Text, head: int) -> bool:
    """Whether a noun of a body tells what is done with the event behind it: "l'organisation des élections"."""
    if text.lemmas[head] not in text.language.grammar.organizing:
        return False
    linkers = text.language.profile.words("partitive", "linkers")
    tied = (kid for kid in text.parse.children[head] if text.tokens[kid].dep == "nmod")
    cases = ((kid, case) for kid in tied for case in text.parse.children[kid] if text.tokens[case].dep == "case")
    events = text.language.frames.nouns
    return any(text.lemmas[kid] in events for kid, case in cases if text.lemmas[case] in linkers)


def _is_institution(text: Text, head: int, kind: str) -> bool:
    """Whether a noun is written as the name of the one body that it can mean here: "le Sénat", "the Coalition"."""
    opens = head == text.parse.sentences[text.tokens[head].sentence].first
    shout = text.tokens[head].text.isupper() and len(text.tokens[head].text) > 1
    named = text.tokens[head].text[0].isupper() and not opens and not shout
    return kind in BODIES and named and not _is_field(text, head)


def _is_field(text: Text, head: int) -> bool:
    """Whether a noun behind a preposition is written as the field of an office: "le ministre marocain de l'Industrie"."""
    cased = any(text.tokens[kid].dep == "case" for kid in text.parse.children[head])
    return cased and text.forms[head] in text.language.profile.words("names", "portfolios")


def _heads_phrase(token: Token) -> bool:
    """Whether a word may head a noun phrase: a noun, or an adjective or participle that has taken a noun's place."""
    if token.pos in {"NOUN", "PROPN"}:
        return token.dep not in {"compound", "flat:name", "fixed", "case", "mark", "cc", "amod"}
    return token.dep in {"nsubj", "nsubj:pass", "obj", "obl:agent", "nmod", "iobj"}


def _qualifies_event(text: Text, head: int, kind: str) -> bool:
    """Whether a noun before the noun of an event says who acts or suffers: "army offensive", "rebel attacks"."""
    token = text.tokens[head]
    told = text.lemmas[token.head]
    if not _qualifies(text, head) or not (told in text.language.frames.nouns or told in text.language.grammar.undertakings):
        return False
    return kind in BODIES or _fights(text, head)


def _qualifies(text: Text, head: int) -> bool:
    """Whether a noun qualifies another; that of a fighter may be taken for an adjective: "militant positions"."""
    token = text.tokens[head]
    return token.dep == "compound" or (token.dep == "amod" and _fights(text, head, OUTLAWED))


def _qualifies_its_own(text: Text, head: int, kind: str) -> bool:
    """Whether a noun says whose people, craft or positions those are: "coalition spokesman", "rebel targets"."""
    token = text.tokens[head]
    if not _qualifies(text, head):
        return False
    whose = text.lemmas[token.head]
    if whose in text.language.grammar.stand_for_owner:
        return _is_unique(text, head, kind) or _fights(text, head, OUTLAWED)
    noun = text.language.nouns.get(whose)
    owned = whose in text.language.titles or (noun is not None and bool(noun.flags & OWNED))
    return owned and _is_unique(text, head, kind)


def _fights(text: Text, head: int, flags: frozenset[str] = FIGHTING) -> bool:
    noun = text.language.nouns.get(text.lemmas[head])
    return noun is not None and noun.kind == "Person" and bool(noun.flags & flags)


def _is_unique(text: Text, head: int, kind: str) -> bool:
    """Whether a noun means the one that everybody knows, even without an article: the army, the government."""
    noun = text.language.nouns.get(text.lemmas[head])
    return kind == "Force" or (noun is not None and "state" in noun.flags and kind == "Organization")


def _is_generic(text: Text, head: int, words: int) -> bool:
    """Whether a phrase names nothing in particular: negated, distributed ("each"), or part of a preposition.

    A head that is empty by itself says something with the words before it: "a market place".
    """
    profile = text.language.profile
    none_or_each = profile.words("determiners", "negative")
    if not text.tokens[head].has("Number=Plur"):  # "any ship" is none in particular, "any insurgents who fled" are some
        none_or_each |= profile.words("determiners", "distributive")
    if words == 1 and text.tokens[head].text in profile.words("generic", "empty_heads"):
        return not _is_square(text, head)
    if text.lemmas[head] in profile.words("partitive", "measures") and not _is_piece(text, head):
        return not _takes_up_several(text, head)
    if head and text.tokens[head - 1].pos == "NUM" and text.forms[head] in text.language.times.clock:
        return True  # "at 3 pm", but "the PM"
    for kid in text.parse.children[head]:
        dep = text.tokens[kid].dep
        if dep == "det" and text.forms[kid] in none_or_each:
            return True
        if dep == "case" and kid < head and _is_preposition(text, kid, head):
            return True
    return False


def _is_square(text: Text, head: int) -> bool:
    """Whether a word that else is empty is a place in a town: "sur la place centrale", not "sur la place de l'islam"."""
    profile, kids = text.language.profile, text.parse.children[head]
    before = {text.lemmas[kid] for kid in kids if text.tokens[kid].dep == "case" and kid < head}
    told = any(text.tokens[kid].dep == "det" for kid in kids)
    if not told or not before & profile.words("generic", "square_prepositions"):
        return False
    below = (text.tokens[kid] for kid in kids if text.tokens[kid].dep == "nmod")
    return text.lemmas[head] in profile.words("generic", "squares") and all(token.pos == "PROPN" for token in below)


def _takes_up_several(text: Text, head: int) -> bool:
    """Whether a word that else measures stands for so many told of before: "the pair had met in Rome"."""
    alone = not any(text.tokens[kid].dep in {"nmod", "amod", "compound"} for kid in text.parse.children[head])
    implied = text.language.profile.table("anaphora", "sets")
    return text.lemmas[head] in implied and alone and determiner_of(text, head) in {"def", "dem"}


def _is_event(text: Text, head: int) -> bool:
    """Whether a noun that also names an event ("formation", "opposition") does so here.

    It names those who act if it is a subject, written as a name, or definite without a complement
    ("the Syrian opposition").
    """
    token = text.tokens[head]
    below = [kid for k in text.parse.children[head] if text.tokens[k].dep == "nmod" for kid in text.parse.children[k]]
    cases = {text.lemmas[kid] for kid in below if text.tokens[kid].dep == "case"}
    entries = text.language.frames.nouns.get(text.lemmas[head], ())
    if all(trigger.words or _lacks(frame, cases) for trigger, frame in entries):
        return False  # "la rébellion contre le roi" is an event, "la rébellion du Nord" are those who rebel
    if token.dep in ACTING or token.pos == "PROPN" or token.text[0].isupper():
        return False
    complemented = any(text.tokens[kid].dep in {"nmod", "obl", "acl"} for kid in text.parse.children[head])
    return complemented or determiner_of(text, head) not in {"def", "dem"}


def _lacks(frame: Frame, cases: set[str]) -> bool:
    """Whether a noun lacks a complement that its frame asks for, `cases` being the prepositions of those that it has."""
    asked = (dict(frame.noun_roles).get(role, ()) for role in frame.needs)
    behind = (slots for slots in asked if slots and all(slot.kind == "nmod" for slot in slots))
    return any(cases.isdisjoint(p for slot in slots for p in slot.prepositions) for slots in behind)


def _tells_event(text: Text, first: int, last: int, but: tuple[str, ...] = ()) -> bool:
    """Whether words are those of an event's noun, as a whole: "press release"; none of the classes `but`."""
    words, nouns = {tuple(text.forms[first:last]), tuple(text.lemmas[first:last])}, text.language.frames.nouns
    entries = (*nouns.get(text.forms[first], ()), *nouns.get(text.lemmas[first], ()))
    return any(trigger.words in words for trigger, frame in entries if frame.kind and not ontology.is_among(frame.kind, but))


def _ends_event(text: Text, head: int) -> bool:
    """Whether a noun and the one before it tell an event together: "an aid package", but "a car bomb" is a thing."""
    before = head - 1
    if before < text.parse.sentences[text.tokens[head].sentence].first or text.tokens[before].dep != "compound":
        return False
    return text.tokens[before].head == head and _tells_event(text, before, head + 1, but=HANDLED)


def _is_of_verb(text: Text, head: int) -> bool:
    """Whether an object only makes an expression with its verb: "faire l'objet de", but not "send three more warships"."""
    token = text.tokens[head]
    told = token.has("Number=Plur") or any(text.tokens[k].dep in MODIFYING for k in text.parse.children[head])
    if token.dep != "obj" or told:
        return False
    frames, verb, noun = text.language.frames, text.lemmas[token.head], text.lemmas[head]
    return any(
        frame.kind and trigger.object_noun == noun and not _tells_of_object(frame)
        for trigger, frame in frames.verbs.get(verb, ())
    ) or any(support.trigger.object_noun == noun for support in frames.support.get(verb, ()))


def _tells_of_object(frame: Frame) -> bool:
    """Whether a frame tells what its fixed object stands for, or where it is: "close the plant", "bloquer la route"."""
    where = dict(frame.verb_roles).get("place", ())
    return "slot object" in frame.needs or any(slot.kind == "object" for slot in where)


def _is_preposition(text: Text, case: int, head: int) -> bool:
    """Whether preposition and noun make one preposition with what follows: "dans le cadre de", "à la suite de"."""
    grammar = text.language.grammar
    preposition = grammar.preposition_variants.get(text.lemmas[case], text.lemmas[case])
    if f"{preposition}:{text.lemmas[head]}" not in grammar.complex_prepositions:
        return False
    return any(text.tokens[kid].dep in {"nmod", "obl:arg"} for kid in text.parse.children[head])
