"""A document written by hand: one of everything that a graph can say, to test graphs without a language model."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from decimal import Decimal

from kg.model import (
    Article,
    Claim,
    Document,
    Entity,
    Event,
    Extraction,
    Judgement,
    Mention,
    Parse,
    Quantity,
    Ref,
    Relation,
    Resolved,
    ResolvedEvent,
    Role,
    Sentence,
    Timex,
    Token,
)

TEXT = (
    "Le général Marek Dolan a été assassiné mardi à Erbil par un groupe armé. "
    "Selon la ministre Ilse Varga, au moins 12 soldats de la brigade Sorek auraient été blessés. "
    "« Nous livrerons 40 drones à l'Irak d'ici la fin de 2024 », a annoncé Ilse Varga, "
    "qui n'appartient pas à la coalition. "
    "Elle s'exprimait naguère à Bagdad."
)


def place(text: str, phrase: str, nth: int = 0) -> tuple[int, int]:
    """Offsets of the nth occurrence of `phrase`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(phrase, start + 1)
    return start, start + len(phrase)


def article(text: str = TEXT) -> Article:
    return Article(
        id="general-assassine-1a2b3c",
        text=text,
        lang="fr",
        title="Un général assassiné à Erbil",
        url="https://journal.example/monde?id=1&x=<2>",
        published="2024-03-14",
        published_evidence="metadata",
        publisher="Le Journal d'Essai",
        file="general.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def parse(text: str = TEXT) -> Parse:
    """Sentences at full stops, words at blanks: all that a graph asks of a parse."""
    bounds = [(m.start(), m.end()) for m in re.finditer(r"\S.*?[.](?= |$)", text)]
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    tokens = tuple(
        Token(i, s, e, text[s:e], text[s:e].lower(), "X", "", "dep", i, sum(end <= s for _, end in bounds))
        for i, (s, e) in enumerate(words)
    )
    firsts = [[t.i for t in tokens if t.sentence == n] for n in range(len(bounds))]
    sentences = tuple(Sentence(n, s, e, firsts[n][0], firsts[n][-1] + 1) for n, (s, e) in enumerate(bounds))
    return Parse(article(text), tokens, sentences, (), tuple(() for _ in tokens), "fr_test 1.0")


PARSE = parse()


def _tokens(start: int, end: int) -> tuple[int, int, int]:
    inside = [t for t in PARSE.tokens if t.start < end and t.end > start]
    return inside[0].i, inside[-1].i + 1, inside[0].sentence


def mention(index: int, phrase: str, kind: str, nth: int = 0, form: str = "name", link: str | None = None) -> Mention:
    start, end = place(TEXT, phrase, nth)
    first, last, sentence = _tokens(start, end)
    return Mention(index, start, end, first, last, first, sentence, kind, form, phrase, link=link, rule=f"{form} of {kind}")  # type: ignore[arg-type]


def event(index: int, phrase: str, kind: str) -> Event:
    start, end = place(TEXT, phrase)
    first, _, sentence = _tokens(start, end)
    return Event(index, start, end, first, sentence, kind, rule=f"verb {phrase}")


def quantity(index: int, phrase: str, value: str, unit: str, comparator: str) -> Quantity:
    start, end = place(TEXT, phrase)
    first, last, _ = _tokens(start, end)
    return Quantity(index, start, end, first, last, Decimal(value), unit, comparator, rule="digits")  # type: ignore[arg-type]


def timex(index: int, phrase: str, kind: str, **dates: str) -> Timex:
    start, end = place(TEXT, phrase)
    first, last, _ = _tokens(start, end)
    return Timex(index, start, end, first, last, kind, rule="calendar", **dates)  # type: ignore[arg-type]


EXTRACTION = Extraction(
    mentions=(
        mention(0, "Marek Dolan", "Person"),
        mention(1, "Erbil", "GeopoliticalEntity"),
        mention(2, "groupe armé", "Group", form="nominal"),
        mention(3, "Ilse Varga", "Person"),
        mention(4, "ministre", "Position", form="nominal"),
        mention(5, "soldats", "Group", form="nominal"),
        mention(6, "brigade Sorek", "Force"),
        mention(7, "drones", "Artifact", form="nominal"),
        mention(8, "Irak", "GeopoliticalEntity", link="states:iq"),
        mention(9, "Ilse Varga", "Person", nth=1),
        mention(10, "coalition", "Force", form="nominal"),
        mention(11, "Elle", "Person", form="pronoun"),
        mention(12, "général", "Position", form="nominal"),
        mention(13, "Bagdad", "GeopoliticalEntity", link="cities:98182"),
    ),
    events=(
        event(0, "assassiné", "Assassination"),
        event(1, "blessés", "Injury"),
        event(2, "livrerons", "Delivery"),
        event(3, "annoncé", "Announcement"),
        event(4, "s'exprimait", "Statement"),
    ),
    quantities=(
        quantity(0, "au moins 12", "12", "soldat", ">"),
        quantity(1, "40", "40", "drone", "="),
    ),
    times=(
        timex(0, "mardi", "point", value="2024-03-12"),
        timex(1, "d'ici la fin de 2024", "deadline", latest="2024-12-31"),
        timex(2, "naguère", "point"),
    ),
)


def _entity(index: int, kind: str, label: str, *mentions: int, **more: object) -> Entity:
    return Entity(index, kind, label, "fr", mentions=mentions, confidence=0.9, **more)  # type: ignore[arg-type]


def _filler(name: str, index: int, to: str = "entity") -> Role:
    return Role(name, Ref(to, index), rule="subject")  # type: ignore[arg-type]


def _relation(subject: int, predicate: str, value: int, phrase: str, **more: object) -> Relation:
    start, end = place(TEXT, phrase)
    return Relation(
        Ref("entity", subject),
        predicate,
        Ref("entity", value),
        start,
        end,
        _tokens(start, end)[2],
        rule="apposition",
        **more,  # type: ignore[arg-type]
    )


def _claim(content: int, phrase: str, cue: str, saying: int | None, direct: bool) -> Claim:
    start, end = place(TEXT, phrase)
    sentence = _tokens(start, end)[2]
    return Claim(Ref("entity", 3), saying, (content,), start, end, sentence, cue, direct, rule="reporting")


RESOLVED = Resolved(
    entities=(
        _entity(0, "Person", "Marek Dolan", 0),
        _entity(1, "GeopoliticalEntity", "Erbil", 1),
        _entity(2, "Group", "groupe armé", 2),
        _entity(3, "Person", "Ilse Varga", 3, 9, 11, aliases=("Varga", "Ilse Varga")),
        _entity(4, "Position", "ministre", 4),
        _entity(5, "Group", "soldats", 5, quantity=0),
        _entity(6, "Force", "brigade Sorek", 6),
        _entity(7, "Artifact", "drones", 7, quantity=1),
        _entity(8, "GeopoliticalEntity", "Irak", 8, link="states:iq"),
        _entity(9, "Force", "coalition", 10),
        _entity(10, "Position", "général", 12),
        _entity(11, "GeopoliticalEntity", "Bagdad", 13, link="cities:98182"),
    ),
    events=(
        ResolvedEvent(
            0,
            "Assassination",
            "assassinat de Marek Dolan",
            (_filler("patient", 0), _filler("place", 1), _filler("agent", 2)),
            (0,),
            times=(0,),
        ),
        ResolvedEvent(
            1,
            "Injury",
            "blessure de soldats",
            (_filler("patient", 5),),
            (1,),
            "Possible",
            quantities=(0,),
            attributed_to=(Ref("entity", 3),),
            confidence=0.75,
        ),
        ResolvedEvent(
            2,
            "Delivery",
            "livraison de drones à l'Irak",
            (_filler("theme", 7), _filler("recipient", 8)),
            (2,),
            "Planned",
            times=(1,),
            quantities=(1,),
            attributed_to=(Ref("entity", 3),),
        ),
        ResolvedEvent(3, "Announcement", "annonce d'Ilse Varga", (_filler("agent", 3), _filler("theme", 2, "event")), (3,)),
        ResolvedEvent(
            4, "Statement", "déclaration d'Ilse Varga", (_filler("agent", 3), _filler("place", 11)), (4,), times=(2,)
        ),
    ),
    relations=(
        _relation(0, "holdsPosition", 10, "général Marek Dolan"),
        _relation(3, "holdsPosition", 4, "ministre Ilse Varga", body=Ref("entity", 8)),
        _relation(5, "memberOf", 6, "soldats de la brigade Sorek"),
        _relation(3, "memberOf", 9, "n'appartient pas à la coalition", factuality="Negated"),
    ),
    claims=(
        _claim(1, "Selon la ministre Ilse Varga", "selon", None, False),
        _claim(2, "Nous livrerons 40 drones à l'Irak d'ici la fin de 2024", "annoncer", 3, True),
    ),
    judgements=(
        Judgement(3, 9, True, "exact name"),
        Judgement(9, 11, True, "pronoun", 0.8),
        Judgement(0, 11, False, "gender"),
    ),
)

DOCUMENT = Document(PARSE, EXTRACTION, RESOLVED, (("lang", "fr"),))


def renamed(name: str) -> Document:
    """The same document as another article, whose first person is called `name`."""
    first = replace(RESOLVED.entities[0], label=name)
    other = replace(PARSE, article=replace(PARSE.article, id="autre-9f"))
    return replace(DOCUMENT, parse=other, resolved=replace(RESOLVED, entities=(first, *RESOLVED.entities[1:])))
