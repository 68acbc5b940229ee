"""Everything in an article's words that stands for an entity: names, descriptions, pronouns, nationalities."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from kg.extract.coordinates import Point
from kg.extract.kindnouns import firm_of
from kg.extract.kinds import decide_kinds
from kg.extract.labelends import whole_label
from kg.extract.names import TOWN_AT_END, find_names, force_before, states_inside, town_at_end
from kg.extract.nominals import find_nominals
from kg.extract.nounphrases import counted_words, gender_shown, number_of
from kg.extract.offices import mark_offices, prenominal_offices
from kg.extract.pronouns import compatriot_before, demonyms_inside, find_demonyms, find_pronouns
from kg.extract.selections import find_selections
from kg.extract.spans import Nominal, Span, Text, is_acronym
from kg.extract.tenures import tenures
from kg.lang import Language
from kg.lang.entries import Demonym
from kg.lang.profile import Pronoun
from kg.model import FIRST_PERSON, LOCATED, Mention, Parse, Quantity, Timex, Token
from kg.ontology import BODIES

Gender = Literal["m", "f", ""]
Number = Literal["s", "p", ""]

COMPANY = "company"  # flag of nouns
TOWN_IN_NAME = f"name: {TOWN_AT_END}"  # the rule of a town
ADJECTIVE, PEOPLE = "demonym: adjective", "demonym: people"
ACTORS = BODIES | {"GeopoliticalEntity"}
# How a name hangs on the title before it.
NAME_OF_TITLE = frozenset({"flat:name", "flat", "appos", "nmod", "amod", "dep", "compound"})
BETWEEN_TITLE_AND_NAME = 2  # words: "le commodore grec Petros Lykos"
Found = tuple[int, int, Callable[[int], Mention]]  # the words of a mention, and what makes it where its number is known
PRONOUN_CONFIDENCE, NOMINAL_CONFIDENCE, DEMONYM_CONFIDENCE = 0.8, 0.8, 0.9


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its kind and how sure that is."""

    span: Span
    kind: str
    confidence: float


def find_mentions(
    parse: Parse,
    language: Language,
    quantities: Sequence[Quantity],
    times: Sequence[Timex],
    points: Sequence[Point] = (),
) -> tuple[Mention, ...]:
    """All mentions in text order, `points` among them.

    Words of `times` are no mentions; a figure that counts a mention is linked to it.
    """
    text = Text(parse, language)
    blocked = [(time.first, time.last) for time in times]
    blocked += [(quantity.first, quantity.last) for quantity in quantities if quantity.counted is None]
    blocked += [(point.first, point.last) for point in points]
    named = _named(text, blocked)
    taken = [False] * len(parse.tokens)
    for first, last in (*blocked, *text.titles(), *((name.span.first, name.span.last) for name in named)):
        taken[first:last] = [True] * (last - first)
    counted = {quantity.counted: quantity.index for quantity in quantities if quantity.counted is not None}
    nominals, governed = _described(text, named, taken)
    words = {i: (n.span.first, n.span.last, n.kind) for n in named for i in range(n.span.first, n.span.last)}
    nominals = [_without_time(text, whole_label(text, nominal, words), times) for nominal in nominals]
    found: list[Found] = [
        *_name_mentions(text, named, nominals, governed),
        *((nominal.first, nominal.last, partial(_nominal, text, nominal, counted)) for nominal in nominals),
        *((point.first, point.last, partial(_located, text, point)) for point in points),
        *_demonyms(text, named, taken, counted),
        *((first, last, partial(_pronoun, text, first, last, form)) for first, last, form in find_pronouns(text, taken)),
    ]
    found.sort(key=lambda one: (one[0], -one[1]))
    return tuple(make(index) for index, (_, _, make) in enumerate(found))


def _without_time(text: Text, nominal: Nominal, times: Sequence[Timex]) -> Nominal:
    """A description whose label ends before the time that the parser hung on it: "l'est de Varna | ce dimanche".

    An office itself ends there, before the preposition: "maire de Varna | depuis 2014", but "l'accord de 2014".
    """
    office = nominal.kind == "Position"
    begin, end = nominal.head if office else nominal.last, nominal.last if office else nominal.label_last
    for time in (time for time in times if begin < time.first < end):
        first, before = time.first, text.tokens[time.first - 1]
        if before.pos not in {"ADP", "DET"}:
            return replace(nominal, last=min(first, nominal.last), label_last=first)
        linked = before.lemma in text.language.profile.words("partitive", "linkers") and time.kind != "span"
        if office and before.pos == "ADP" and not linked and first - 1 > nominal.head:
            return replace(nominal, last=first - 1, label_last=first - 1)
    return nominal


def _named(text: Text, blocked: Sequence[tuple[int, int]]) -> list[Named]:
    names = find_names(text, blocked)
    kinds = decide_kinds(text, names)
    return [Named(span, *kinds[n]) for n, span in enumerate(names) if n in kinds]


def _described(text: Text, named: Sequence[Named], taken: list[bool]) -> tuple[list[Nominal], dict[int, int]]:
    """Descriptions, offices of named people told apart, those left out that only introduce a name.

    Also the head of the office that governs a name, by the first word of the name.
    """
    first_words = {name.span.first for name in named}
    bodies = {name.span.first: text.head(name.span.first, name.span.last) for name in named if name.kind in ACTORS}
    nominals = [n for n in find_nominals(text, taken) if not _introduces_name(text, n, first_words)]
    nominals = [n for n in nominals if not (_stands_before_body(text, n, bodies) or _describes_body(text, n, bodies))]
    people = [(name.span.first, name.span.last) for name in named if name.kind == "Person"]
    nominals += find_selections(text, nominals, taken)
    marked, governed = mark_offices(text, nominals, people)
    return tenures(text, [*marked, *prenominal_offices(text, marked, people)], people), governed


def _introduces_name(text: Text, nominal: Nominal, first_words: set[int]) -> bool:
    """Whether a description only says what the name right after it is: "la société X", "la ville de X"."""
    after = nominal.last
    noun = text.language.nouns.get(text.lemmas[nominal.head])
    firm = noun is not None and COMPANY in noun.flags  # "le groupe X"
    if (nominal.kind in {"Person", "Group"} and not firm) or after >= len(text.tokens):
        return False
    if text.lemmas[nominal.head] in text.language.profile.words("names", "families"):  # "le gouvernement X": X leads it
        return False
    if any(token.dep == "acl" for token in text.tokens[nominal.head + 1 : after]):  # "a militia led by his brother X"
        return False
    if after in first_words:
        return True
    if text.tokens[after].text in text.opening:
        return after + 1 in first_words
    general = text.language.general.get(text.lemmas[nominal.head])
    while after + 1 < len(text.tokens) and _qualifies(text.tokens[after], nominal.head):  # "la ville assiégée de X"
        after += 1
    tied = (
        text.tokens[after].dep == "case" and text.lemmas[after] in text.language.grammar.of and nominal.determiner != "indef"
    )
    named = general is not None and (general.of_its_name or (general.of_states and _is_national(text, nominal.head)))
    if general is None or not named or not tied:  # "a village in Nigeria", "une ville de Syrie" are others
        return False
    if nominal.kind not in general.kinds:  # "la préfecture de police de Paris" is no town
        return False
    joined = any(text.tokens[kid].dep == "conj" for kid in text.parse.children[text.tokens[after].head])
    if nominal.number == "p" and not joined:  # "les villages du Darfour" lie there, "les villes de X et Y" are those
        return False
    after += 1
    if after < len(text.tokens) and text.tokens[after].pos == "DET":
        after += 1
    return after in first_words


def _is_national(text: Text, noun: int) -> bool:
    """Whether an adjective tells of what state a noun is: "the Somali capital of Mogadishu"."""
    adjectives = (text.tokens[k].text for k in text.parse.children[noun] if text.tokens[k].dep == "amod")
    return any(text.language.gazetteer.demonym(word) is not None for word in adjectives)


def _qualifies(word: Token, head: int) -> bool:
    return word.dep in {"amod", "acl"} and word.head == head and word.pos in {"ADJ", "VERB"}


def _stands_before_body(text: Text, nominal: Nominal, bodies: Mapping[int, int]) -> bool:
    """Whether a noun of a person says what the state or body right after it is: "our ally Turkey"."""
    head = bodies.get(nominal.last)
    beside = all(text.tokens[i].dep == "amod" for i in range(nominal.head + 1, nominal.last))  # "son rival américain X"
    if head is None or nominal.kind != "Person" or not beside:
        return False
    if is_acronym(text.tokens[nominal.last].text) and text.forms[nominal.head] in text.language.titles:
        return False  # "le député LR" is of that party
    tied = text.tokens[head].head == nominal.head and text.tokens[head].dep in NAME_OF_TITLE
    return tied or (text.tokens[nominal.head].head == head and text.tokens[nominal.head].dep in NAME_OF_TITLE)


def _describes_body(text: Text, nominal: Nominal, bodies: Mapping[int, int]) -> bool:
    """Whether a bare noun behind a comma says what a body is: "la société X, propriétaire du chantier"."""
    token = text.tokens[nominal.head]
    if nominal.kind != "Person" or nominal.determiner or token.dep != "appos" or token.head > nominal.first:
        return False
    noun, start = token.head, text.parse.sentences[token.sentence].first
    heads = (bodies[first] for first in range(start, nominal.first) if first in bodies)
    return any(head == noun or text.tokens[head].head == noun for head in heads)


def _name_mentions(
    text: Text, named: Sequence[Named], nominals: Sequence[Nominal], governed: Mapping[int, int]
) -> Iterator[Found]:
    people_words = {nominal.head for nominal in nominals if nominal.kind in {"Person", "Position"}}
    people_words |= {name.span.first - 1 for name in named if compatriot_before(text, name.span.first)}
    for name in named:
        yield _found(text, name.span, name.kind, name.confidence, people_words, governed.get(name.span.first))
        force = force_before(text, name.span) if name.kind == "Artifact" else None
        if force is not None:
            yield _found(text, force, force.kind, name.confidence)
        town = town_at_end(text, name.span)
        if town is not None:
            yield _found(text, town, town.kind, name.confidence)
        if name.kind in BODIES:
            for inner in states_inside(text, name.span):
                yield _found(text, inner, inner.kind, name.confidence)
            for token, meant in demonyms_inside(text, name.span.first, name.span.last):
                if token.dep == "amod" or text.language.gazetteer.entry(meant.key).iso is not None:  # no "musulmans"
                    yield token.i, token.i + 1, partial(_demonym, text, token, meant, False, {})


def _found(
    text: Text, span: Span, kind: str, confidence: float, people_words: Set[int] = frozenset(), governor: int | None = None
) -> Found:
    return span.first, span.last, partial(_name, text, span, kind, confidence, people_words, governor)


def _name(
    text: Text, span: Span, kind: str, confidence: float, people_words: Set[int], governor: int | None, index: int
) -> Mention:
    own = head = text.head(span.first, span.last)
    first, last = text.tokens[span.first], text.tokens[span.last - 1]
    number: Number = "s"
    if kind == "Person":
        head = _titled_head(text, head, span.first, people_words)
        shown = _title_gender(text, span.first)
        gender = shown if _is_gendered(text, span.first) else text.language.given_names.gender(first.text) or shown
    else:
        gender, number = _name_gender(text, span, own), _name_number(text, own, kind)
        if kind in BODIES and firm_of(text, span.first) and text.tokens[own].head == span.first - 1:
            head = span.first - 1
    return Mention(
        index=index,
        start=first.start,
        end=last.end,
        first=span.first,
        last=span.last,
        head=head if governor is None else governor,
        sentence=first.sentence,
        kind=kind,
        form="name",
        text=text.surface(span.first, span.last),
        lemma=text.tokens[own].lemma,
        gender=gender,
        number=number,
        link=span.link if not span.link or kind == span.kind else None,
        rule=f"name: {span.source}",
        confidence=confidence,
    )


def _located(text: Text, point: Point, index: int) -> Mention:
    """The place that coordinates name."""
    head = text.head(point.first, point.last)
    return Mention(
        index=index,
        start=text.tokens[point.first].start,
        end=text.tokens[point.last - 1].end,
        first=point.first,
        last=point.last,
        head=head,
        sentence=text.tokens[head].sentence,
        kind="Place",
        form="name",
        text=text.surface(point.first, point.last),
        lemma=text.tokens[head].lemma,
        number="s",
        link=point.link,
        rule=LOCATED,
    )


def _titled_head(text: Text, head: int, first: int, people_words: Set[int]) -> int:
    """The word that governs a person's name in its clause: the title or office that the name hangs on, or itself."""
    for _ in range(3):
        token = text.tokens[head]
        above = token.head
        if text.is_cased(head) or above >= first or token.dep not in NAME_OF_TITLE:
            break
        if above not in people_words and text.forms[above] not in text.language.titles:
            break
        head = above
    return head


def _title_gender(text: Text, first: int) -> Gender:
    """The gender that a title before the name shows, itself or by its article: "Mme", "la présidente", "le juge"."""
    for i in range(first - 1, max(-1, first - 1 - BETWEEN_TITLE_AND_NAME), -1):
        title = text.language.titles.get(text.forms[i])
        if title is not None:
            if title.gender:
                return "f" if title.gender == "f" else "m"
            articles = (text.tokens[kid] for kid in text.parse.children[i] if text.tokens[kid].dep == "det")
            return next((gender_shown(article) for article in articles), "")
        if text.tokens[i].dep != "amod":
            break
    return ""


def _is_gendered(text: Text, first: int) -> bool:
    """Whether a title right before a name tells man or woman whatever the name: "M. Claude Petit"."""
    title = text.language.titles.get(text.forms[first - 1]) if first else None
    return title is not None and "gendered" in title.flags


def _name_gender(text: Text, span: Span, head: int) -> Gender:
    """The gender of a name: that of the noun that it hangs on ("la sonde X"), what its determiner shows, else its own.

    Models guess the gender of proper nouns, and that of towns at random; that of a common noun they know.
    """
    noun = text.tokens[span.first - 1] if span.first else text.tokens[head]
    if noun.pos == "NOUN" and text.tokens[head].head == noun.i and text.tokens[head].dep in NAME_OF_TITLE:
        return gender_shown(noun)
    articles = (text.tokens[kid] for kid in text.parse.children[head] if text.tokens[kid].dep in {"det", "case"})
    shown: Gender = next((g for token in articles if (g := gender_shown(token))), "")
    own: Gender = "" if span.town else gender_shown(text.tokens[head])
    return shown or own if text.tokens[head].pos == "PROPN" else own or shown


def _name_number(text: Text, head: int, kind: str) -> Number:
    """The number of a name: what its determiner shows; a plural form alone may be one thing ("General Motors")."""
    for kid in text.parse.children[head]:
        if text.tokens[kid].dep in {"det", "case"} and "Number=" in text.tokens[kid].morph:
            return _morph_number(text.tokens[kid])
    if "Number=Plur" in text.tokens[head].morph and text.tokens[head].text.islower():  # "Russian forces"
        return "p"
    if kind in {"Group", "Force"} and _is_plural_demonym(text, head):
        return "p"
    told = "Number=Sing" in text.tokens[head].morph or kind not in {"Group", "Force"}
    return "s" if told and "Number=Plur" not in text.tokens[head].morph else ""


def _is_plural_demonym(text: Text, head: int) -> bool:
    """Whether a name is the plural of a word for those of a side or people: "the Houthis", "the Kurds"."""
    demonym = text.language.gazetteer.demonym(text.tokens[head].text)
    return demonym is not None and demonym.number == "p"


def _nominal(text: Text, nominal: Nominal, counted: Mapping[int, int], index: int) -> Mention:
    first, last = text.tokens[nominal.first], text.tokens[nominal.last - 1]
    return Mention(
        index=index,
        start=first.start,
        end=last.end,
        first=nominal.first,
        last=nominal.last,
        head=nominal.head,
        sentence=first.sentence,
        kind=nominal.kind,
        form="name" if nominal.rule == "institution" else "nominal",
        text=text.surface(nominal.first, max(nominal.last, nominal.label_last)),
        lemma=text.tokens[nominal.head].lemma,
        gender=nominal.gender,
        number=nominal.number,
        determiner=nominal.determiner,
        quantity=next((counted[i] for i in counted_words(text, nominal.head) if i in counted), None),
        rule=f"nominal: {nominal.rule}",
        confidence=NOMINAL_CONFIDENCE,
    )


def _demonyms(text: Text, named: Sequence[Named], taken: list[bool], counted: Mapping[int, int]) -> Iterator[Found]:
    """Words of nationality; before the name of a person ("l'Espagnole Ana Ruiz") the noun too only names the state."""
    names = {name.span.first for name in named if name.kind == "Person"}
    firms = {name.span.first - 1 for name in named if name.kind in BODIES and firm_of(text, name.span.first)}
    for token, meant, people in find_demonyms(text, taken):
        if token.i in firms and token.dep != "amod":
            continue  # "à l'indien Jindal": no place
        titled = token.i + 1 in names and compatriot_before(text, token.i + 1)
        if people and not titled and _is_citizen(text, token, meant):  # "un Letton" names Latvia too
            yield token.i, token.i + 1, partial(_demonym, text, token, meant, False, counted)
        yield token.i, token.i + 1, partial(_demonym, text, token, meant, people and not titled, counted)


def _is_citizen(text: Text, token: Token, meant: Demonym) -> bool:
    """Whether a noun stands for one person of a state or a party: "un Letton", but not "la Parisienne", "les Lettons"."""
    entry = text.language.gazetteer.entry(meant.key)
    one = meant.number != "p" and number_of(text, token.i) == "s"
    return one and not meant.also and (entry.iso is not None or entry.kind == "Organization")


def _demonym(text: Text, token: Token, demonym: Demonym, people: bool, counted: Mapping[int, int], index: int) -> Mention:
    """A nationality: as an adjective it names the state, as a noun it stands for people of that state."""
    number: Number = "p" if demonym.number == "p" else "s" if demonym.number == "s" else number_of(text, token.i)
    entry = text.language.gazetteer.entry(demonym.key)
    link = None if people or demonym.also else entry.key
    kind = entry.kind if not people else "Person" if number == "s" else "Group"
    return Mention(
        index=index,
        start=token.start,
        end=token.end,
        first=token.i,
        last=token.i + 1,
        head=token.i,
        sentence=token.sentence,
        kind=kind,
        form="nominal" if people else "name",
        text=token.text,
        lemma=token.lemma,
        gender="m" if demonym.gender == "m" else "f" if demonym.gender == "f" else "",
        number=number,
        link=link,
        quantity=counted.get(token.i) if people else None,
        rule=PEOPLE if people else ADJECTIVE,
        confidence=DEMONYM_CONFIDENCE,
    )


def _pronoun(text: Text, first: int, last: int, pronoun: Pronoun, index: int) -> Mention:
    token = text.tokens[last - 1]
    word = token.text.rpartition("-")[2] if token.text.startswith("-") else ""  # "il" of "a-t-il dit"
    number: Number = "p" if pronoun.number == "p" else "s" if pronoun.number == "s" else ""
    possessive = token.pos == "DET" and pronoun.type in {"personal", "possessive"}
    type_ = "possessive determiner" if possessive else pronoun.type
    person = pronoun.animacy == "person" and number == "s"
    stressed = number == "s" and first > 0 and text.tokens[first - 1].pos == "ADP"  # "contre lui", but "lui a dit"
    gender = pronoun.gender or (gender_shown(token) if stressed and not possessive else "")
    return Mention(
        index=index,
        start=token.end - len(word) if word else text.tokens[first].start,
        end=token.end,
        first=first,
        last=last,
        head=last - 1,
        sentence=token.sentence,
        kind="Person" if person else "Place" if pronoun.type == "local" else "Entity",
        form="pronoun",
        text=word or text.surface(first, last),
        lemma=pronoun.form,
        gender="m" if gender == "m" else "f" if gender == "f" else "",
        number=number,
        rule=f"{FIRST_PERSON}{type_}" if pronoun.person == "1" else f"pronoun: {type_}",
        confidence=PRONOUN_CONFIDENCE,
    )


def _morph_number(token: Token) -> Number:
    return "p" if "Number=Plur" in token.morph else "s" if "Number=Sing" in token.morph else ""
