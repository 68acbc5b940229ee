"""What kind of thing a name stands for: votes of every sentence that it occurs in, one kind per name in an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from kg import ontology
from kg.extract.phrases import OPENING
from kg.extract.pronouns import compatriot_before
from kg.extract.spans import SITES, Span, Text, is_acronym
from kg.lang.fold import fold
from kg.lang.frames import Frame, Trigger
from kg.model import Token
from kg.ontology import BODIES, PLACES

KINDS = (
    "Person", "Organization", "Force", "GeopoliticalEntity", "Place", "Group", "Artifact", "Work", "Position",
)  # fmt: skip
# How far the language model's labels can be trusted: weights set by its confusion on French and English news.
LABELS: dict[str, tuple[tuple[str, float], ...]] = {
    "PER": (("Person", 1.6),),
    "ORG": (("Organization", 1.3),),
    "LOC": (("Place", 1.3),),
    "GPE": (("GeopoliticalEntity", 1.5),),
    "FAC": (("Place", 1.5),),
    "PRODUCT": (("Artifact", 1.2),),
    "WORK": (("Work", 1.0),),
    "LAW": (("Work", 1.3),),
    "MISC": (("Organization", 0.3),),
}
TITLED, CERTAIN, SURE, STRONG, FAIR, WEAK = 9.0, 8.0, 4.0, 3.0, 1.5, 0.8
CHRISTENED = 12.0  # "the frigate Hessen": known as a land, and labelled as one
TOWN = 1.8  # a town's name that is nobody's first name, against the model's label
ACRONYM = 0.6
FURNISHING = frozenset(
    {"furniture", "clothing", "kitchen"}
)  # flags of nouns that bodies are named after: "the Sentinel Desk"
LONGEST_PREFIX = 3  # "Mac", "Fitz" is rarer than the firms that it would cost
LABELS_COUNT = 2
LONGEST_COMPLEMENT = 8  # words between the noun of a body and its name
BESIDE = 2  # words from a noun to the name that it is told with
SCENIC = ("Conflict", "LifeAndDisaster", "Crime")  # events that go by the name of a town
OWNERS = frozenset({"PER", "ORG"})  # labels of those who have buildings and homes
OF_FIRMS = frozenset({"Acquisition", "Merger"})  # nouns of events that befall none but firms
DONE_BY_FIRMS = frozenset({"Bankruptcy", "Earnings", "Layoff", "Merger"})
SOMEWHERE = 2.0  # more than a label of the model
CAPITALS = 0.5  # a capital within a sentence
ENOUGH = 1.2  # votes for each time that it occurs, below which a name stays out


class _Tally:
    """The votes of all occurrences of one name."""

    __slots__ = ("count", "evidence", "labels", "name", "site")

    def __init__(self) -> None:
        self.count = 0
        self.name = 0.0  # evidence that it is a name at all
        self.site = False  # whether its own words say that it is a valley, an island, a dam: nobody's territory
        self.labels: dict[str, float] = defaultdict(float)
        self.evidence: dict[str, float] = defaultdict(float)

    def votes(self) -> dict[str, float]:
        """Kind -> votes. The model's labels depend on each other: many count no more than two."""
        weight = min(self.count, LABELS_COUNT) / self.count
        kinds = sorted({*self.labels, *self.evidence}, key=KINDS.index)
        return {kind: self.evidence.get(kind, 0.0) + weight * self.labels.get(kind, 0.0) for kind in kinds}

    def is_name(self) -> bool:
        """Whether there is evidence enough, for each time that it occurs."""
        total = self.name + sum(self.evidence.values()) + sum(self.labels.values())
        return total >= ENOUGH * self.count


def decide_kinds(text: Text, names: Sequence[Span]) -> dict[int, tuple[str, float]]:
    """The kind of each name and its confidence in [0, 1], by position in `names`; what is no name is left out."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    keys = [fold(text.surface(span.first, span.last)) for span in names]
    for span, key in zip(names, keys, strict=True):
        tally = tallies[key]
        tally.count += 1
        tally.name += CAPITALS if span.source == "capitals" else 0.0
        tally.site |= _is_site(text, span)
        for kind, weight in LABELS.get(span.label, ()):
            tally.labels[kind] += weight
        for kind, weight in _votes(text, span):
            tally.evidence[kind] += weight
    for key, other in _coordinated(text, names, keys):
        if set(tallies[key].evidence) <= PLACES and _is_place(tallies[other]):
            tallies[key].evidence["GeopoliticalEntity"] += SOMEWHERE * tallies[key].count
    placed = {key for span, key in zip(names, keys, strict=True) if _stands_as_place(text, span) or _is_known(span)}
    totals = {key: tally.votes() for key, tally in tallies.items()}
    full = {**_whole_bodies(text, tallies), **_full_names(text, keys, totals, placed)}
    full |= _behind_nouns(text, names, keys, tallies)
    decided = {}
    for index, key in enumerate(keys):
        source = full.get(key, key)
        votes = totals[source]
        if votes and tallies[source].is_name():
            kind = max(votes, key=lambda k: votes[k])
            named = kind if tallies[source].site else _place_or_state(kind, votes)
            decided[index] = (named, min(1.0, 0.5 + votes[kind] / 10))
    return decided


def _coordinated(text: Text, names: Sequence[Span], keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that "and" or a comma joins, by the first of them: "near Mosul, Tal Afar and Qayyarah"."""
    first: dict[int, str] = {}
    for span, key in zip(names, keys, strict=True):
        head = text.head(span.first, span.last)
        if text.tokens[head].dep == "conj":
            other = first.get(text.tokens[head].head)
            if other is not None and other != key:
                yield key, other
        else:
            first[head] = key


def _is_place(tally: _Tally) -> bool:
    votes = tally.votes()
    return any(tally.evidence.get(kind, 0) >= FAIR and _leads(votes, kind) for kind in sorted(PLACES))


def _place_or_state(kind: str, votes: dict[str, float]) -> str:
    return "GeopoliticalEntity" if kind == "Place" and votes.get("GeopoliticalEntity", 0) > 0 else kind


def _stands_as_place(text: Text, span: Span) -> bool:
    """Whether a name has an article or a preposition of place before it, as surnames have not: "en Hollande"."""
    if text.tokens[text.head(span.first, span.last)].dep == "obl:agent":  # "led by Sisi"
        return False
    where = text.language.profile.words("places", "at") - text.language.grammar.view_prepositions  # "called on Sisi"
    return any(
        (text.tokens[kid].dep == "det" and not text.tokens[kid].has("Definite=Ind")) or text.lemmas[kid] in where
        for kid in text.parse.children[text.head(span.first, span.last)]
        if kid < span.first and text.tokens[kid].dep in {"det", "case"}
    )


def _is_known(span: Span) -> bool:
    """Whether a name means one thing only, and no town after which people may be named: "France" in "Tour de France"."""
    return span.link is not None and not span.town


def _full_names(text: Text, keys: Sequence[str], totals: dict[str, dict[str, float]], placed: set[str]) -> dict[str, str]:
    """Surnames that stand alone -> the full name of a person in the article that ends with them."""
    people = sorted({key for key in keys if " " in key and _leads(totals[key], "Person")})
    last_words: dict[str, str] = {}
    for name in people:
        if name.partition(" ")[0].capitalize() in text.language.given_names:  # "Florence", of "Florence Aubry"
            last_words.setdefault(name.partition(" ")[0], name)
    for name in people:
        for surname in text.language.profile.surnames(name.rpartition(" ")[2]):
            last_words.setdefault(surname, name)
        if text.language.given_names.puts_last(name.title().split(" ")):
            last_words.setdefault(name.partition(" ")[0], name)
    return {key: last_words[key] for key in sorted(set(keys)) if key in last_words and key not in placed}


def _whole_bodies(text: Text, tallies: dict[str, _Tally]) -> dict[str, str]:
    """Names of which only the model says a kind -> the name of a body in the article that begins with them.

    So for what the name of a firm adds no more to than what all firms are: "Falcon Gate Trading" to "Falcon Gate".
    """
    bodies = [key for key in tallies if " " in key and tallies[key].evidence.get("Organization", 0) >= FAIR]
    first_words = {key.partition(" ")[0]: key for key in sorted(bodies, reverse=True)}
    suffixes = {fold(word) for word in text.language.profile.words("names", "company_suffixes")}
    firms = {short: key for key in sorted(bodies) for short, _, last in (key.rpartition(" "),) if last in suffixes}
    alone = {key: first_words[key] for key, tally in tallies.items() if key in first_words and not tally.evidence}
    return alone | {key: firms[key] for key in tallies if key in firms and " " in key}


def _behind_nouns(text: Text, names: Sequence[Span], keys: Sequence[str], tallies: dict[str, _Tally]) -> dict[str, str]:
    """Names of which only the model says a kind -> the same name with the noun that says it: "la sonde Juno … Juno"."""
    found: dict[str, str] = {}
    for span, key in zip(names, keys, strict=True):
        first = span.first
        while first < span.last - 1 and text.tokens[first].text.islower() and text.tokens[first].pos in {"NOUN", "ADJ"}:
            first += 1
        bare = fold(text.surface(first, span.last)) if first > span.first else ""
        if bare in tallies and not tallies[bare].evidence and tallies[key].evidence:
            found[bare] = key
    return found


def _leads(votes: dict[str, float], kind: str) -> bool:
    return votes.get(kind, 0) > 0 and votes[kind] >= max(votes.values())


def _votes(text: Text, span: Span) -> list[tuple[str, float]]:
    """All that one occurrence of a name says about its kind."""
    head = text.head(span.first, span.last)
    votes = []
    if span.kind in KINDS:
        votes.append((span.kind, _weight_of_source(text, span)))
    votes += _by_own_words(text, span)
    votes += _in_row(text, head)
    votes += _by_neighbours(text, span, head)
    votes += _by_make(text, span)
    votes += _by_preposition(text, head) or _as_source(text, span, head)
    votes += _by_belongings(text, head)
    votes += _by_conquest(text, span, head) or _by_purchase(text, span, head) or _by_trade(text, span, head)
    votes += _by_people(text, span, head)
    if span.label in OWNERS and (_lies_somewhere(text, span, head) or _lies_in_brackets(text, span, head)):
        votes.append(("GeopoliticalEntity", SOMEWHERE))
    return votes


def _by_conquest(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """What an army takes, by a verb that else means another thing, is a town: "l'armée a repris Sarvan"."""
    token = text.tokens[head]
    alone = span.last - span.first == 1 and token.text not in text.language.given_names
    if alone and token.dep == "nmod" and _is_controlled(text, token.head):
        return [("Place", STRONG)] if span.town or _is_armed(text, text.tokens[token.head].head) else []
    frames = text.language.frames.verbs.get(text.lemmas[token.head], ())
    if not alone or token.dep not in {"obj", "nsubj:pass"} or not any(_conquers(frame) for _, frame in frames):
        return []
    return [("Place", STRONG)] if _is_armed(text, token.head) else []


def _is_armed(text: Text, verb: int) -> bool:
    """Whether those who do what a verb says bear arms, by their noun."""
    takers = (k for k in text.parse.children[verb] if text.tokens[k].dep in {"nsubj", "obl:agent"})
    nouns = (text.language.nouns.get(text.forms[k]) or text.language.nouns.get(text.lemmas[k]) for k in takers)
    return any(noun is not None and (noun.kind == "Force" or "fighter" in noun.flags) for noun in nouns)


def _is_controlled(text: Text, noun: int) -> bool:
    """Whether a noun is the fixed object of a verb of conquest: "regained control of Sarvan", "pris le contrôle de"."""
    verb = text.tokens[noun].head
    frames = text.language.frames.verbs.get(text.lemmas[verb], ())
    return text.tokens[noun].dep == "obj" and any(
        frame.kind == "Capture" and trigger.object_noun == text.lemmas[noun] for trigger, frame in frames
    )


def _by_purchase(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """What the model takes for a person and somebody buys is a firm: "bought Activision Blizzard"."""
    token = text.tokens[head]
    if span.label != "PER" or text.holds_given_name(span.first, span.last) or token.dep not in {"obj", "nsubj:pass"}:
        return []
    frames = text.language.frames.verbs.get(text.lemmas[token.head], ())
    return [("Organization", STRONG)] if any(frame.kind == "Acquisition" for _, frame in frames) else []


def _by_make(text: Text, span: Span) -> list[tuple[str, float]]:
    """The name of a firm, another behind it and an article before it: what the firm makes, "the Ford Explorer"."""
    if span.last - span.first < 2 or span.link is not None or not span.first or text.noun_of(span.first, span.last - 1):
        return []
    words = [token.text for token in text.tokens[span.first : span.last]]
    if span.label in {"ORG", "LOC", "GPE"} or not all(word[0].isupper() for word in words):
        return []  # "the Ford Foundation", "le Croissant-Rouge algérien"
    hit = text.language.gazetteer.match(words, 0)
    made = hit is not None and hit.certain and hit.last < span.last - span.first and hit.entry.kind == "Organization"
    article = text.tokens[span.first - 1]
    return [("Artifact", STRONG)] if made and article.pos == "DET" and article.has("Definite=Def") else []


def _by_trade(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """What files for bankruptcy, lays off, posts a loss or merges is a firm; so is what an acquisition is of."""
    token = text.tokens[head]
    if span.link is not None or text.holds_given_name(span.first, span.last):
        return []
    frames = text.language.frames
    if token.dep in {"nsubj", "nsubj:pass", "obl:agent"}:
        kids = {text.lemmas[kid] for kid in text.parse.children[token.head]}
        entries = frames.verbs.get(text.lemmas[token.head], ())
        told = any(frame.kind in DONE_BY_FIRMS and _asks_for(trigger, frame, kids) for trigger, frame in entries)
    else:
        kinds = {frame.kind for t, frame in frames.nouns.get(text.lemmas[token.head], ()) if not t.words}
        told = token.dep == "nmod" and bool(kinds) and kinds <= OF_FIRMS
    return [("Organization", STRONG)] if told else []


def _asks_for(trigger: Trigger, frame: Frame, kids: Set[str]) -> bool:
    """Whether these dependents hold what a trigger asks for: people too lose a sum, but "file for bankruptcy" tells."""
    wanted = trigger.object_noun or (trigger.oblique or ("", ""))[1] or trigger.particle
    return wanted in kids if wanted else frame.kind in {"Layoff", "Merger"}


def _conquers(frame: Frame) -> bool:
    """Whether a frame tells that a place is taken, and nothing else."""
    return frame.kind == "Capture" and set(dict(frame.only).get("patient", KINDS)) <= PLACES


def _weight_of_source(text: Text, span: Span) -> float:
    """How much the kind counts that the source of a name gives; many towns share their names with people and things."""
    if span.source in {"head noun", "institution", "quoted"}:
        return SURE
    capital = span.link is not None and text.language.gazetteer.metonym(span.link) is not None
    if span.town and not capital and span.label not in {"LOC", "GPE"} and not _stands_as_place(text, span):
        surname = span.label != "PER" or text.tokens[span.first].text in text.language.given_names
        return FAIR if surname else TOWN
    return CERTAIN if span.link else STRONG


def _by_own_words(text: Text, span: Span) -> list[tuple[str, float]]:
    """A head noun, a company's suffix, a given name, capitals of an acronym."""
    votes = []
    head = text.head(span.first, span.last)
    noun = text.noun_of(span.first, head)
    described = span.label != "PER" or not text.capitalised(span.first)  # "gouvernement Duval" is no person
    described |= noun is not None and noun.kind == "Force" and text.tokens[head].has("Number=Plur")  # "al-Ghuraba Brigades"
    known = span.first > 0 and text.is_definite(span.first - 1)
    described |= noun is not None and noun.kind in BODIES and known  # "la Fondation Vidal"
    described &= noun is None or not noun.flags & FURNISHING
    if noun is not None and noun.kind in KINDS and span.last - span.first > 1 and described:
        located = noun.kind == "Artifact" and span.label == "LOC" and "Place" in noun.also  # "le métro de Toulouse"
        kind = "Organization" if noun.kind == "Group" else "Place" if located else noun.bears
        votes.append((kind, WEAK if kind == "Person" else STRONG))
    if _has_place_head(text, span):
        votes.append(("Place", SURE))
    if text.tokens[span.last - 1].text in text.language.profile.words("names", "company_suffixes"):
        votes.append(("Organization", STRONG))
    if any(_is_brand(token.text) for token in text.tokens[span.first : span.last]):
        votes.append(("Organization", FAIR))
    first = text.tokens[span.first].text
    if first in text.language.profile.words("names", "ships") and span.last - span.first > 1:
        votes.append(("Artifact", CERTAIN))
    if first in text.language.given_names:
        votes.append(("Person", FAIR + WEAK if span.last - span.first > 1 else WEAK))
    if span.last - span.first == 1 and is_acronym(first):
        votes.append(("Organization", ACRONYM))
    return votes


def _has_place_head(text: Text, span: Span) -> bool:
    """Whether a name begins or ends with a word that names places only with a capital: "the Ramadi Barrage"."""
    ends = (span.first, span.last - 1) if span.last - span.first > 1 and span.link is None else ()
    heads = text.language.profile.words("names", "place heads")
    return any(text.forms[i] in heads and text.tokens[i].text.istitle() for i in ends)


def _is_site(text: Text, span: Span) -> bool:
    """Whether the head of a name is a noun of land or water, which acts for nobody, or of a street: "the Hals Hills"."""
    called = text.forms[span.first] in text.language.profile.words("names", "christened")
    if _has_place_head(text, span) or (called and span.last - span.first > 1):
        return True
    noun = text.noun_of(span.first, text.head(span.first, span.last)) if span.last - span.first > 1 else None
    return noun is not None and noun.kind == "Place" and not noun.also and bool(noun.flags & SITES)


def _in_row(text: Text, head: int) -> Iterator[tuple[str, float]]:
    """What a plural before the first of joined names says of the others: "les lacs X et Y", "Lakes X and Y"."""
    token = text.tokens[head]
    above = text.tokens[token.head]
    if token.dep != "conj" or any(text.tokens[kid].dep in {"det", "case"} for kid in text.parse.children[head]):
        return
    if above.pos == "NOUN" and above.has("Number=Plur"):
        beside = (kid for kid in text.parse.children[above.i] if above.i < kid < head and text.tokens[kid].pos == "PROPN")
        kind = _noun_kind(text, above.i) if any(not text.is_cased(kid) for kid in beside) else ""
        if kind in PLACES:
            yield kind, SURE
    rows = text.language.profile.words("names", "place rows")
    if any(text.forms[kid] in rows and text.tokens[kid].dep == "compound" for kid in text.parse.children[above.i]):
        yield "Place", SURE


def _is_region(text: Text, i: int) -> bool:
    """Whether a noun names places by a name before it: "the Odesa and Mykolaiv regions"."""
    noun = text.language.nouns.get(text.lemmas[i])
    return noun is not None and noun.kind in PLACES and bool(noun.flags & {"region", "city", "district"})


def _is_brand(word: str) -> bool:
    """Whether a word has a capital inside, as firms are spelt ("TransAubrac"), but no "Mac" or "De" before it."""
    inner = next((i for i in range(2, len(word)) if word[i].isupper() and word[i - 1].islower()), 0)
    return word.isalpha() and inner > LONGEST_PREFIX


def _by_neighbours(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """A title before the name; a noun in apposition, before it ("la société X"), or said of it ("X est une ville")."""
    votes = []
    title = "" if _is_acronym(text, span) else _title_before(text, span.first)
    if title:
        votes.append(("Person", SURE if title == "occupation" else TITLED))
    elif compatriot_before(text, span.first) and not _is_of_thing(text, span.first - 1):
        votes += _of_compatriot(text, span)
    elif firm_of(text, span.first) and (span.label != "LOC" or span.last - span.first == 1):
        votes.append(("Organization", STRONG))
    token = text.tokens[head]
    governor = text.tokens[token.head]
    cases = [kid for kid in text.parse.children[head] if text.tokens[kid].dep == "case"]
    if token.dep in {"appos", "flat:name", "nmod", "compound"} and governor.i < span.first:
        kind = "Person" if is_holder(text, span, governor) else _noun_kind(text, governor.i)
        kind = "Organization" if kind == "Person" and _is_acronym(text, span) else kind  # "le maire UDE"
        if kind and not cases:
            quoted = kind != "Person" and text.tokens[span.first - 1].text in OPENING
            beside = quoted or text.tokens[span.first - 1].pos != "PUNCT"
            votes.append((kind, (CHRISTENED if _is_ship(text, governor.i) else STRONG) if beside else FAIR))
        elif kind in PLACES and token.dep == "nmod" and not (span.label in OWNERS and _may_be_owned(text, governor.i)):
            votes.append((kind, STRONG))
    votes += [*_as_somebody(text, span, head), *_as_called(text, span), *_as_body(text, span)]
    before = text.tokens[span.first - 1] if span.first else token
    if before.dep == "compound" and before.head == head and before.pos == "NOUN" and before.text.islower():
        votes += [(kind, STRONG) for kind in [_noun_kind(text, before.i)] if kind]  # "the chocolate maker Norvia"
    for kid in text.parse.children[head]:
        if text.tokens[kid].dep == "appos" and not span.first <= kid < span.last:
            sure = SURE if _tells_of_town(text, span.last, kid) else FAIR
            votes += [(kind, sure) for kind in [_noun_kind(text, kid)] if kind]
            made = text.lemmas[kid] in text.language.grammar.versions  # "Kardo 2, the new version of the program"
            votes += [("Artifact", SURE)] if made else []
    if token.dep == "nsubj" and any(text.tokens[kid].dep == "cop" for kid in text.parse.children[token.head]):
        votes += [(kind, FAIR) for kind in [_noun_kind(text, token.head)] if kind]
    return votes


def _as_called(text: Text, span: Span) -> Iterator[tuple[str, float]]:
    """What a noun says of the name that a participle gives it: "la loi dite « X »", "a ship named X"."""
    i = span.first - 1
    i -= i > 1 and text.tokens[i].text in text.opening
    if i > 0 and text.forms[i] in text.language.profile.words("names", "named"):
        kind = _noun_kind(text, i - 1)
        somebody = span.last - span.first > 1 and text.tokens[span.first].text in text.language.given_names
        if kind and text.tokens[i].dep == "acl" and not (somebody and kind in BODIES):  # "the board named Ana Vidal"
            yield kind, SURE


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


def _tells_of_town(text: Text, last: int, kid: int) -> bool:
    """Whether an apposition right behind a name's comma says what place it is: "à Mir Ali, une ville de la vallée"."""
    if last + 1 >= kid or text.tokens[last].text != "," or text.tokens[last + 1].head != kid:
        return False
    noun = text.language.nouns.get(text.lemmas[kid])
    told = text.tokens[last + 1].dep == "det" and noun is not None and noun.kind in PLACES
    return told and noun is not None and bool(noun.flags & {"city", "district", "region"})


def _may_be_owned(text: Text, i: int) -> bool:
    """Whether a noun for a place is of somebody or of a body as well: "l'appartement de X", "the headquarters of X"."""
    noun = text.language.nouns.get(text.lemmas[i])
    return noun is not None and bool(noun.flags & {"building", "home"})


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
    return token.dep == "amod" and token.head == adjective - 1 and _noun_kind(text, token.head) == "Artifact"


def firm_of(text: Text, first: int) -> bool:
    """ "l'indien Jindal", "le tchèque Moravia": in small letters and with an article a nationality is a firm's."""
    i = first - 1
    if i < 1 or not text.tokens[i].text.islower() or not text.tokens[i - 1].has("Definite=Def"):
        return False
    demonym = text.language.gazetteer.demonym(text.tokens[i].text)
    return demonym is not None and demonym.noun and text.tokens[first].text not in text.language.given_names


def is_holder(text: Text, span: Span, noun: Token) -> bool:
    """Whether a name behind the noun of a body is who holds an office in it: "le secrétaire du parti Ana Vidal"."""
    named = span.last - span.first > 1 and text.tokens[span.first].text in text.language.given_names
    return named and is_of_office(text, noun)


def is_of_office(text: Text, noun: Token) -> bool:
    """Whether the noun of a body says where somebody holds an office: "le secrétaire du parti"."""
    office = text.lemmas[noun.head] in text.language.titles or text.forms[noun.head] in text.language.titles
    return noun.dep == "nmod" and office


def _noun_kind(text: Text, i: int) -> str:
    """The kind that the common noun i gives to what it describes; "" if it gives none."""
    title = text.language.titles.get(text.forms[i])
    if title is not None and title.relation == "memberOf":
        return ""  # "NATO member Turkey", "member firm X"
    if title is not None and text.tokens[i].pos in {"NOUN", "ADJ", "PROPN"}:
        return "Person"
    if text.tokens[i].pos not in {"NOUN", "ADJ"}:
        return ""
    first = max(text.parse.sentences[text.tokens[i].sentence].first, i - 2)
    noun = text.noun_of(first, i) or text.language.nouns.get(text.lemmas[i])
    return noun.bears if noun is not None and noun.kind in KINDS and noun.kind != "Group" else ""


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


def _by_preposition(text: Text, head: int) -> list[tuple[str, float]]:
    """Prepositions that stand before places: "en X", "à X"."""
    places = text.language.profile.words("places", "at")
    for kid in text.parse.children[head]:
        if text.tokens[kid].dep == "case" and text.lemmas[kid] in places:
            return [("Place", WEAK)]
    return []


def _as_source(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """What the model takes for a place that nobody knows and that says something is a newspaper: "selon le Midi Libre"."""
    if span.link is not None or span.label not in {"LOC", "GPE"}:
        return []
    if _speaks_behind(text, span, head):
        return [("Organization", SURE)]
    case = next((k for k in text.parse.children[head] if text.tokens[k].dep == "case" and k < head), None)
    fixed = () if case is None else (k for k in text.parse.children[case] if text.tokens[k].dep == "fixed")
    preposition = " ".join(text.forms[k] for k in (case, *fixed) if k is not None).replace("' ", "'")
    return [("Organization", SURE)] if preposition in text.language.grammar.attribution_prepositions else []


def _speaks_behind(text: Text, span: Span, head: int) -> bool:
    """Whether a name with an article stands behind the verb of which it is the subject: "a rapporté le Midi Libre"."""
    token = text.tokens[head]
    article = any(
        text.tokens[kid].dep == "det" and text.tokens[kid].has("Definite=Def") for kid in text.parse.children[head]
    )
    entries = text.language.frames.verbs.get(text.lemmas[token.head], ()) if article and token.dep == "nsubj" else ()
    return token.head < span.first and any(frame.kind and ontology.is_a(frame.kind, "Communication") for _, frame in entries)


def _by_belongings(text: Text, head: int) -> list[tuple[str, float]]:
    """What only bodies have: "Norvia's shareholders", "Norvia shares"."""
    token = text.tokens[head]
    owned = text.lemmas[token.head] in text.language.profile.words("names", "belongings")
    return [("Organization", STRONG)] if owned and token.dep in {"nmod", "nmod:poss", "compound"} else []


def _by_people(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """Nouns for those of a place ("les habitants de X"), a family or term ("le quinquennat X"), events ("the X attack")."""
    token, profile = text.tokens[head], text.language.profile
    above = text.lemmas[token.head]
    cased = any(text.tokens[kid].dep == "case" for kid in text.parse.children[head])
    of_place = (cased and token.dep in {"nmod", "nmod:poss"}) or (token.dep == "compound" and token.head == span.last)
    if of_place and span.label in OWNERS and above in profile.words("places", "people"):
        somebody = _noun_kind(text, token.head) == "Person"  # "its mayor", but not "its outskirts"
        return [("GeopoliticalEntity", CERTAIN if somebody else SOMEWHERE)] if cased or somebody else []
    beside = token.dep in {"nmod", "appos", "flat:name", "compound"} and not cased and abs(token.head - head) <= BESIDE
    if beside and above in profile.words("names", "families"):
        return [("Person", TITLED)]
    scene = token.dep == "compound" and span.town and text.tokens[span.first].text not in text.language.given_names
    frames = text.language.frames.nouns.get(above, ()) if scene else ()
    return [("Place", STRONG)] if any(ontology.is_among(frame.kind, SCENIC) for _, frame in frames if frame.kind) else []


def _lies_somewhere(text: Text, span: Span, head: int) -> bool:
    """Whether a name that the model takes for a person's stands where only places do: "near Karabila", "fled Karabila"."""
    if span.last - span.first > 1 and (span.label == "ORG" or text.tokens[span.first].text in text.language.given_names):
        return False
    if span.label == "ORG" and (span.link is not None or is_acronym(text.tokens[span.first].text)):
        return False
    profile, token = text.language.profile, text.tokens[head]
    within, taken = profile.words("places", "within"), profile.words("places", "taken")
    if span.label == "ORG":  # "near Karabila", but "a fall in Norvia", "dans Libération"
        within -= text.language.grammar.inside_prepositions
    governor = text.parse.tokens[token.head]
    if token.dep == "obj" and text.lemmas[governor.i] in taken:
        return True
    if token.dep == "compound" and span.last <= governor.i and _is_region(text, governor.i):
        return True
    cases = {text.lemmas[kid] for kid in text.parse.children[head] if text.tokens[kid].dep == "case"}
    return bool(cases & within) or (text.language.grammar.dative_preposition in cases and _is_of_incident(text, governor.i))


def _lies_in_brackets(text: Text, span: Span, head: int) -> bool:
    """Whether a name behind a preposition of place tells in brackets what it lies in: "à Villard d'Orne (Jura)"."""
    tokens, places = text.tokens, text.language.profile.words("places", "at")
    if span.link is not None or span.last + 2 >= len(tokens) or tokens[span.last].text != "(":
        return False
    hit = text.language.gazetteer.match([token.text for token in tokens[span.last + 1 : span.last + 5]], 0)
    closed = (
        hit is not None and hit.entry.kind in PLACES and tokens[min(span.last + 1 + hit.last, len(tokens) - 1)].text == ")"
    )
    cases = {text.lemmas[kid] for kid in text.parse.children[head] if tokens[kid].dep == "case"}
    return closed and bool(cases & places) and tokens[span.first].text not in text.language.given_names


def _is_of_incident(text: Text, noun: int) -> bool:
    """Whether a noun tells what befalls a place: "une fusillade à Karabila"."""
    frames = text.language.frames.nouns.get(text.lemmas[noun], ()) if text.tokens[noun].pos == "NOUN" else ()
    return any(ontology.is_among(frame.kind, SCENIC) for _, frame in frames if frame.kind)
