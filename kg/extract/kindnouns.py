"""What a title, a noun or a nationality beside a name says of its kind: "la société X", "X, a town", "le Français X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.kindweights import CERTAIN, CHRISTENED, FAIR, KINDS, OWNERS, STRONG, SURE, TITLED
from kg.extract.phrases import OPENING
from kg.extract.pronouns import compatriot_before
from kg.extract.spans import Span, Text, is_acronym
from kg.lang.nouns import Noun
from kg.model import Token
from kg.ontology import BODIES, PLACES

NO_SURNAMES = frozenset({"state", "party", "association", "region", "district"})  # flags of nouns
LONGEST_ALIAS = 4  # words that give a name: "se faisant appeler"
LONGEST_COMPLEMENT = 8  # words between the noun of a body and its name


def by_neighbours(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """A title before the name; a noun in apposition, before it ("la société X"), or said of it ("X est une ville")."""
    votes = [*_by_title(text, span), *_by_governor(text, span, head)]
    votes += [*_as_somebody(text, span, head), *_as_called(text, span), *_as_body(text, span), *_as_short(text, span)]
    return [*votes, *_by_compound(text, span, head), *_by_plural(text, span, head), *_by_descriptions(text, span, head)]


def _by_title(text: Text, span: Span) -> Iterator[tuple[str, float]]:
    """A title or a nationality right before the name: "le ministre X", "le Français X", "l'indien X"."""
    body = span.link is not None and span.kind in BODIES  # "la députée La France insoumise"
    named = body or _is_acronym(text, span) or _names_firm(text, span, span.first - 1) or ends_as_body(text, span)
    title = "" if named else _title_before(text, span.first)
    if title:
        yield "Person", SURE if title == "occupation" else TITLED
    elif compatriot_before(text, span.first) and not _is_of_thing(text, span.first - 1):
        yield from _of_compatriot(text, span)
    elif _is_countrywoman(text, span):
        yield "Person", STRONG
    elif firm_of(text, span.first) and (span.label != "LOC" or span.last - span.first == 1):
        yield "Organization", STRONG


def _by_governor(text: Text, span: Span, head: int) -> Iterator[tuple[str, float]]:
    """The noun that the name hangs on: "la société X", "its drug, X", "la vallée de X", "ville natale de X"."""
    token = text.tokens[head]
    governor = text.tokens[token.head]
    if token.dep not in {"appos", "flat:name", "nmod", "compound"} or governor.i >= span.first:
        return
    if token.dep == "nmod" and _is_employer(text, span, governor.i, head):
        yield "Organization", CERTAIN
        return
    governor = _chosen_from(text, governor)
    kind = "Person" if is_holder(text, span, governor) else _kind_by(text, span, governor.i)
    if kind == "Person" and (_is_acronym(text, span) or ends_as_body(text, span)):
        kind = "Organization"  # "le maire UDE", "its partner Norvex Inc."
    if kind and not text.is_cased(head):
        quoted = kind != "Person" and text.tokens[span.first - 1].text in OPENING
        sort = kind == "Artifact" or kind in BODIES  # "its drug, Norvam"
        beside = quoted or text.tokens[span.first - 1].pos != "PUNCT" or (sort and _is_one_word(text, span))
        yield kind, (CHRISTENED if _is_ship(text, governor.i) else STRONG) if beside else FAIR
    elif kind in PLACES and token.dep == "nmod" and _is_of_birth(text, governor.i):
        yield "Person", STRONG
    elif kind in PLACES and token.dep == "nmod" and not (_may_own(text, span) and _may_be_owned(text, governor.i)):
        yield kind, STRONG


def _is_employer(text: Text, span: Span, governor: int, head: int) -> bool:
    """Whether somebody whose work is in an office is told to be at what has the name: "analysts at Norvia"."""
    words = text.language.profile.words
    staff = text.lemmas[governor] in words("names", "staff") and span.link is None
    return staff and not text.cases(head).isdisjoint(words("names", "staff at"))


def _by_plural(text: Text, span: Span, head: int) -> Iterator[tuple[str, float]]:
    """The plural before a row of examples or of all that it counts: "firms like X and Y", "three carriers, X, Y and Z"."""
    token = text.tokens[head]
    first = text.tokens[token.head] if token.dep == "conj" and text.tokens[token.head].pos == "PROPN" else token
    governor = text.tokens[first.head]
    if first.dep not in {"nmod", "appos"} or governor.i >= first.i or not governor.has("Number=Plur"):
        return
    counted = first.dep == "appos" and any(text.tokens[kid].dep == "nummod" for kid in text.parse.children[governor.i])
    if counted or text.preposition(first.i) in text.language.grammar.inclusion:
        kind = _kind_by(text, span, governor.i)
        body = span.label == "ORG" or ends_as_body(text, span)
        if kind and not (body and (kind == "Person" or kind in PLACES)):  # "shareholders such as Norvex"
            yield kind, STRONG


def _by_compound(text: Text, span: Span, head: int) -> Iterator[tuple[str, float]]:
    """The common noun right before the name that hangs on it: "the chocolate maker Norvia"."""
    before = text.tokens[span.first - 1] if span.first else text.tokens[head]
    if before.dep == "compound" and before.head == head and before.pos == "NOUN" and before.text.islower():
        kind = "Person" if is_holder(text, span, before) else _kind_by(text, span, before.i)
        if kind == "Person" and ends_as_body(text, span):
            kind = "Organization"  # "activist investor Norvex Capital"
        if kind:
            yield kind, STRONG


def _by_descriptions(text: Text, span: Span, head: int) -> Iterator[tuple[str, float]]:
    """What stands behind the name or is said of it: "X, a town", "Kardo 2, the new version of", "X est une ville"."""
    token = text.tokens[head]
    for kid in text.parse.children[head]:
        if text.tokens[kid].dep == "appos" and not span.first <= kid < span.last:
            kind = _kind_by(text, span, kid)
            if kind:
                yield kind, SURE if _tells_of_town(text, span.last, kid) else FAIR
            if text.lemmas[kid] in text.language.grammar.versions:
                yield "Artifact", SURE
    if token.dep == "nsubj" and any(text.tokens[kid].dep == "cop" for kid in text.parse.children[token.head]):
        kind = noun_kind(text, token.head)
        if kind:
            yield kind, FAIR


def _chosen_from(text: Text, one: Token) -> Token:
    """The noun for those of whom one is: "commanders" of "one of the commanders, Bosco Tanda"."""
    many = (text.tokens[kid] for kid in text.parse.children[one.i] if text.tokens[kid].dep == "nmod" and kid > one.i)
    return next((token for token in many if one.pos == "NUM" and token.has("Number=Plur")), one)


def _kind_by(text: Text, span: Span, i: int) -> str:
    """The kind that a common noun beside a name gives it."""
    return "Organization" if _names_firm(text, span, i) else noun_kind(text, i)


def _names_firm(text: Text, span: Span, i: int) -> bool:
    """Whether a noun for people or firms stands beside a single word, as which a firm is named: "Facebook owner Meta"."""
    noun = text.language.nouns.get(text.lemmas[i]) if i >= 0 else None
    either = noun is not None and {"Person", "Organization"} <= {noun.kind, *noun.also}
    one = span.label == "ORG" or not text.tokens[i].has("Number=Plur")  # "rivals Norvex and Tildon"
    return either and (ends_as_firm(text, span) or _is_one_word(text, span)) and one


def _is_one_word(text: Text, span: Span) -> bool:
    """Whether a name is a single word and none that people are given: "Norvex"."""
    return span.last - span.first == 1 and text.tokens[span.first].text not in text.language.given_names


def _as_called(text: Text, span: Span) -> Iterator[tuple[str, float]]:
    """What a noun says of the name that a participle gives it: "la loi dite « X »", "a group calling itself X"."""
    last = span.first - (span.first > 2 and text.tokens[span.first - 1].text in text.opening)
    i = _naming(text, last)
    if i > 0 and text.tokens[i].dep == "acl":
        kind = noun_kind(text, i - 1) or _kind_of_group(text, i - 1)
        somebody = span.last - span.first > 1 and text.tokens[span.first].text in text.language.given_names
        if kind and not (somebody and kind in BODIES):  # "the board named Ana Vidal"
            yield kind, SURE


def _naming(text: Text, last: int) -> int:
    """Where the words begin that give a name and end before word `last`; 0 if none do."""
    if last > 1 and text.forms[last - 1] in text.language.profile.words("names", "named"):
        return last - 1
    aliases = text.language.profile.words("names", "aliases")
    begins = range(last - 2, max(0, last - LONGEST_ALIAS), -1)
    return next((i for i in begins if " ".join(text.forms[i:last]) in aliases), 0)


def _kind_of_group(text: Text, i: int) -> str:
    """The kind of what bears a name as one: "a group calling itself X", but no crowd does."""
    noun = text.language.nouns.get(text.lemmas[i])
    one = noun is not None and noun.kind == "Group" and not text.tokens[i].has("Number=Plur")
    return "Organization" if one else ""


def _as_body(text: Text, span: Span) -> Iterator[tuple[str, float]]:
    """What the noun of a body says of a name behind its complements: "la firme américaine de logiciels X"."""
    linkers, tokens = text.language.profile.words("partitive", "linkers"), text.tokens
    if span.link is not None or tokens[span.first].text in text.language.given_names:
        return
    first = max(text.parse.sentences[tokens[span.first].sentence].first, span.first - LONGEST_COMPLEMENT)
    i = span.first - 1
    while i >= first and (text.lemmas[i] in linkers or (tokens[i].pos in {"NOUN", "ADJ"} and tokens[i].text.islower())):
        i -= 1
    if i < first or tokens[i].pos != "DET" or i + 2 >= span.first:
        return
    noun = text.language.nouns.get(text.lemmas[i + 1])
    if noun is not None and noun.kind in BODIES and tokens[i + 1].pos == "NOUN" and tokens[span.first - 1].pos != "ADP":
        yield "Organization", STRONG


def _as_short(text: Text, span: Span) -> Iterator[tuple[str, float]]:
    """What letters in brackets are short for, where that is a thing: "un véhicule aérien sans pilote (UAV)"."""
    before = span.first - 2
    if before < 0 or not _is_acronym(text, span) or text.tokens[span.first - 1].text != "(":
        return
    start = text.parse.sentences[text.tokens[span.first].sentence].first
    while start <= text.tokens[before].head < before and text.tokens[before].dep in {"amod", "nmod", "acl"}:
        if noun_kind(text, before) in BODIES:
            break
        before = text.tokens[before].head
    if noun_kind(text, before) == "Artifact":
        yield "Artifact", CERTAIN


def _tells_of_town(text: Text, last: int, kid: int) -> bool:
    """Whether an apposition right behind a name's comma says what place it is: "à Mir Ali, une ville de la vallée"."""
    if last + 1 >= kid or text.tokens[last].text != "," or text.tokens[last + 1].head != kid:
        return False
    noun = text.language.nouns.get(text.lemmas[kid])
    told = text.tokens[last + 1].dep == "det" and noun is not None and noun.kind in PLACES
    return told and noun is not None and bool(noun.flags & {"city", "district", "region"})


def _may_own(text: Text, span: Span) -> bool:
    """Whether a name may be somebody's or a body's by the model or its own noun: "la salle de la Cour d'appel"."""
    noun = text.noun_of(span.first, text.head(span.first, span.last)) if span.last - span.first > 1 else None
    return span.label in OWNERS or (noun is not None and noun.kind in BODIES)


def _may_be_owned(text: Text, i: int) -> bool:
    """Whether a noun for a place is of somebody or of a body as well: "l'appartement de X", "the headquarters of X"."""
    first = max(text.parse.sentences[text.tokens[i].sentence].first, i - 2)
    noun = text.noun_of(first, i) or text.language.nouns.get(text.lemmas[i])  # "salle d'audience"
    return noun is not None and bool(noun.flags & {"building", "home"})


def _is_of_birth(text: Text, i: int) -> bool:
    """Whether a noun with its adjective is a place that only somebody has: "ville natale"."""
    phrase = text.nouns[i]
    return phrase is not None and phrase[0] > 1 and "home" in phrase[1].flags


def _as_somebody(text: Text, span: Span, head: int) -> Iterator[tuple[str, float]]:
    """ "X, who fled", "X, alias Y": a person; "the Lobos": none, whatever the model says."""
    children, pronouns = text.parse.children, text.language.profile.pronouns
    clauses = (kid for kid in children[head] if text.tokens[kid].dep == "acl:relcl")
    subjects = (text.lemmas[k] for c in clauses for k in children[c] if text.tokens[k].dep.startswith("nsubj"))
    relative = (pronouns.get(word) for word in subjects if word in text.language.grammar.relative_subject)
    if any(form is not None and form.animacy == "person" for form in relative):
        yield "Person", STRONG
    after = text.forms[span.last : span.last + 2]
    if {" ".join(after[:1]), " ".join(after[1:])} & text.language.profile.words("names", "false names"):
        yield "Person", STRONG
    start = span.first - (span.first > 1 and text.tokens[span.first - 1].text in OPENING)
    if start and text.forms[start - 1] in text.language.profile.words("names", "nicknaming"):
        cue = text.tokens[start - 1]
        if not cue.dep.startswith("acl") or text.tokens[cue.head].pos == "PROPN":  # no ship, no storm
            yield "Person", STRONG
    before = text.tokens[span.first - 1] if span.first else None
    if span.label == "PER" and before is not None and before.has("Definite=Def") and before.head == head:
        yield "Organization", FAIR


def _of_compatriot(text: Text, span: Span) -> list[tuple[str, float]]:
    """What a nationality before a name says: a person, but "le Français Norvia" may be a company."""
    if span.last - span.first > 1:
        return [("Person", STRONG)]
    demonym = text.language.gazetteer.demonym(text.tokens[span.first - 1].text)
    article = text.tokens[span.first - 2].morph if span.first > 1 else ""
    woman = demonym is not None and (demonym.gender == "f" or ("Gender=Fem" in article and not demonym.gender))
    return [("Person", STRONG)] if woman else []


def _is_ship(text: Text, i: int) -> bool:
    """Whether a noun is a ship's, which bears the name of a town or a person as often as its own."""
    noun = text.language.nouns.get(text.lemmas[i])
    return noun is not None and "ship" in noun.flags


def _is_of_thing(text: Text, adjective: int) -> bool:
    """Whether a nationality qualifies a noun for a thing, which the name behind it names: "le vraquier chinois Yi Hai"."""
    token = text.tokens[adjective]
    return token.dep == "amod" and token.head == adjective - 1 and noun_kind(text, token.head) == "Artifact"


def firm_of(text: Text, first: int) -> bool:
    """ "l'indien Jindal", "le tchèque Moravia": in small letters and with an article a nationality is a firm's.

    A woman's is not: "l'américaine Ana Ross".
    """
    i = first - 1
    if i < 1 or not text.tokens[i].text.islower() or not text.tokens[i - 1].has("Definite=Def"):
        return False
    demonym = text.language.gazetteer.demonym(text.tokens[i].text)
    firm = demonym is not None and demonym.noun and demonym.gender != "f"
    return firm and text.tokens[first].text not in text.language.given_names


def _is_countrywoman(text: Text, span: Span) -> bool:
    """ "l'américaine Ana Ross": a nationality in small letters and of a woman, with an article, before several words."""
    i = span.first - 1
    if i < 1 or span.last - span.first < 2 or not text.tokens[i].text.islower():
        return False
    if not text.tokens[i - 1].has("Definite=Def"):
        return False
    demonym = text.language.gazetteer.demonym(text.tokens[i].text)
    return demonym is not None and demonym.noun and demonym.gender == "f"


def ends_as_body(text: Text, span: Span) -> bool:
    """Whether a name ends with a word that firms, forces or lands end with and nobody is called by.

    "Eli Lilly and |Co.|", "Jaime Marin |Front|", "Prince George's |County|".
    """
    if span.last - span.first < 2:
        return False
    return ends_as_firm(text, span) or last_noun(text, span) is not None


def ends_as_firm(text: Text, span: Span) -> bool:
    """Whether a name ends as those of firms do: "Norvex |Inc.|", "developer Sorel |Homes|"."""
    return text.tokens[span.last - 1].text in text.language.profile.words("names", "company_suffixes")


def last_noun(text: Text, span: Span) -> Noun | None:
    """The noun of bodies or lands with a capital that ends a name, where nobody has it as a surname: "Front", "County"."""
    last = span.last - 1
    ends = last > span.first and text.tokens[last].text.istitle() and text.tokens[last - 1].pos not in {"ADP", "DET"}
    noun = text.language.nouns.get(text.forms[last]) if ends else None
    if ends and noun is None:  # "the Nur Brigades"
        one = text.language.nouns.get(text.forms[last].removesuffix("s"))
        noun = one if one is not None and one.kind == "Force" else None
    return noun if noun is not None and (noun.kind == "Force" or bool(noun.flags & NO_SURNAMES)) else None


def is_holder(text: Text, span: Span, noun: Token) -> bool:
    """Whether a name behind the noun of a body is who holds an office in it: "le secrétaire du parti Ana Vidal".

    Its first word is a given name, or the language model takes it for somebody's and the parser hangs it on the office;
    so too behind a body that has no other name than its state's: "le chef de la police".
    """
    name = text.tokens[text.head(span.first, span.last)]
    hung = name.head == noun.head and name.dep in {"appos", "nmod"}
    person = span.label == "PER" and (hung or text.language.nouns.is_flagged(noun.lemma, "regular"))
    named = span.last - span.first > 1 and (person or text.tokens[span.first].text in text.language.given_names)
    chief = noun.head == name.i and name.dep == "nmod" and text.lemmas[name.head] in text.language.titles
    return named and (chief or is_of_office(text, noun))  # "the leader of the Labour party Ana Vidal"


def is_of_office(text: Text, noun: Token) -> bool:
    """Whether the noun of a body says where somebody holds an office: "le secrétaire du parti"."""
    office = text.lemmas[noun.head] in text.language.titles or text.forms[noun.head] in text.language.titles
    return noun.dep == "nmod" and office


def noun_kind(text: Text, i: int) -> str:
    """The kind that the common noun i gives to what it describes; "" if it gives none."""
    title, phrase = text.language.titles.get(text.forms[i]), text.nouns[i]
    if phrase is not None and phrase[0] > 1 and phrase[1].kind in (*BODIES, "Artifact"):
        return phrase[1].bears  # "le leader du marché, X", "le système de défense X"
    if title is not None and title.relation == "memberOf" and text.lemmas[i] in text.language.grammar.members:
        return ""  # "NATO member Turkey", "member firm X"
    if title is not None and text.tokens[i].pos in {"NOUN", "ADJ", "PROPN"}:
        return "Person"
    if text.tokens[i].pos not in {"NOUN", "ADJ"}:
        return ""
    first = max(text.parse.sentences[text.tokens[i].sentence].first, i - 2)
    bare = text.language.nouns.get(text.lemmas[i])
    owner = bare is not None and bare.kind in BODIES and text.is_definite(i - 1) and text.tokens[i].dep == "nmod"
    noun = bare if owner else text.noun_of(first, i) or bare  # "parti" of "siège du parti"
    if noun is not None and "piece" in noun.flags:
        return ""  # "a critical part of Norvex"
    if noun is not None and noun.kind == "Group":
        return "Organization" if "company" in noun.flags and not text.tokens[i].has("Number=Plur") else ""  # "le groupe X"
    return noun.bears if noun is not None and noun.kind in KINDS else ""


def _title_before(text: Text, first: int) -> str:
    """What sort of title of persons ends right before the word `first`; "" if none does."""
    start = max(text.parse.sentences[text.tokens[first].sentence].first, first - 4)
    for begin in range(start, first):
        title = text.title_at(begin, first)
        if title is None or begin + title[0] != first:
            continue
        token = text.tokens[begin]
        if token.has("VerbForm=Part") and token.has("Tense=Pres"):
            continue  # "un film représentant Cuba"
        return "" if _ends_body(text, start, begin, first) else title[1].kind
    return ""


def _ends_body(text: Text, start: int, title: int, first: int) -> bool:
    """Whether a title is but the end of the noun of a body: "the oil producer Norvia"."""
    phrases = ((i, text.nouns[i]) for i in range(start, title))
    return any(p is not None and i + p[0] == first and p[1].kind == "Organization" for i, p in phrases)


def _is_acronym(text: Text, span: Span) -> bool:
    """Whether a name is written in capitals alone, as parties are: "le député LR"."""
    return span.last - span.first == 1 and is_acronym(text.tokens[span.first].text)
