"""The names that the language model saw, each cut to the name itself and parted where it joins two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.extract.capitals import is_capital
from kg.extract.nounnames import with_adjectives
from kg.extract.partners import partner_spans
from kg.extract.spans import Span, Text, is_acronym
from kg.extract.trimming import (
    before_office,
    before_title,
    behind_inner_title,
    behind_rank,
    behind_title,
    is_addressed,
    is_name,
    is_sent_to,
    title_end,
    trim,
)
from kg.model import NameSpan
from kg.ontology import BODIES

NO_ENTITY = frozenset({"DATE", "EVENT", "NORP"})
DASHES = frozenset("-–—")

LONGEST_PART = 8  # words of an office and of the parts of a body before the body's name
PART = frozenset({"NOUN", "ADJ"})


def model_spans(text: Text) -> dict[int, list[Span]]:
    """The language model's names by sentence, trimmed to the name itself."""
    spans: dict[int, list[Span]] = {}
    for name in _whole_people(text):
        if name.label in NO_ENTITY:
            continue
        holder = _holder_behind(text, name.first, name.last)
        end = before_title(text, name.first, name.last)
        end = before_office(text, name.first, end) if name.label == "ORG" else end
        envoy = name.first + 1 if is_sent_to(text, name.first, end) else None
        for first, last in _conjuncts(text, _behind_deed(text, name.first, end), end):
            own = _behind_body(text, first, last) if name.label == "ORG" else behind_title(text, first, last)
            own = behind_inner_title(text, first, last) if own == first and name.label == "PER" else own
            own += own == first < last - 1 and is_addressed(text, first)
            titled, first = own > first or first in {holder, envoy}, own
            first, last = trim(text, first, last, keep_rank=name.label in {"ORG", "PRODUCT", "WORK"})
            last = with_adjectives(text, first, last) if name.label == "ORG" else last
            if first < last and is_name(text, first, last) and not _is_common(text, first, last):
                sentence = text.tokens[first].sentence
                label = "PER" if titled else _label(text, name.first, first, last, name.label)
                spans.setdefault(sentence, []).append(Span(first, last, "model", label))
    for sentence, span in _bridged_spans(text):
        spans.setdefault(sentence, []).append(span)
    return spans


def _behind_body(text: Text, first: int, last: int) -> int:
    """Where somebody's name begins in what the model took for a body: "Minister of Defence |Kenji Sato"."""
    office = behind_title(text, first, last)
    named = first < office < last and text.tokens[office].text in text.language.given_names
    return office if named else behind_rank(text, first, last)


def _behind_deed(text: Text, first: int, last: int) -> int:
    """Where a name begins behind the deed that the model saw in it: "Ivo Sand" of "coup d'État du général Ivo Sand"."""
    nameless = text.language.profile.words("names", "nameless")
    for i in range(first + 1, last - 1):
        told = i > 1 and text.lemmas[i - 2] in text.language.frames.nouns  # but "université d'État de Tirna"
        if text.forms[i] in nameless and text.tokens[i - 1].pos == "ADP" and told:
            return i + 1
    return _behind_people(text, first, last)


def _behind_people(text: Text, first: int, last: int) -> int:
    """Where somebody's name begins behind the people and state of his office: "Serbes de Bosnie |Milan Petrov"."""
    for i in range(first + 2, last - 1):
        state = text.tokens[i].text in text.language.given_names and text.tokens[i - 2].pos == "ADP"
        if state and text.capitalised(i + 1) and is_sent_to(text, i - 1, last):
            return i
    return first


def _whole_people(text: Text) -> Iterator[NameSpan]:
    """The model's names, those of people that stand side by side as one: "Talal" and "bin Saud"; each as a whole."""
    particles, held = text.language.profile.words("names", "particles"), None
    taken, end = {name.first for name in text.parse.names}, 0
    for seen in text.parse.names:
        if seen.first < end:
            continue  # "Leyen", behind "Ursula von der"
        cut = seen.label == "PER" and seen.last not in taken and _is_cut_short(text, seen)
        whole = cut or (seen.label == "PER" and _ends_in_particle(text, seen, particles))
        end = seen.last + whole
        name = NameSpan(seen.first, seen.last + 1, "PER") if whole else seen
        beside = held is not None and held.last == name.first and held.label == name.label == "PER"
        if held is not None and ((beside and text.forms[name.first] in particles) or _is_surname_of(text, held, name)):
            held = NameSpan(held.first, name.last, "PER")
            continue
        if held is not None:
            yield held
        held = name
    if held is not None:
        yield held


def _ends_in_particle(text: Text, name: NameSpan, particles: frozenset[str]) -> bool:
    """Whether a name of somebody breaks off at a particle before its last word: "Ursula von der |Leyen"."""
    parted = name.last < len(text.tokens) and text.tokens[name.last - 1].text in particles
    return parted and name.last - name.first > 1 and text.tokens[name.last].text[0].isupper()


def _is_cut_short(text: Text, name: NameSpan) -> bool:
    """Whether a title before a name of two words shows that it goes on: "Dr. Ahmed Kamil |Murad"."""
    if name.last - name.first < 2 or name.last >= len(text.tokens) or not name.first:
        return False
    word, titles = text.tokens[name.last], text.language.titles
    bound = text.tokens[name.last - 1].head == word.i and text.tokens[name.last - 1].dep in {"compound", "flat:name"}
    if not bound or word.pos != "PROPN" or not word.text.istitle() or titles.get(text.forms[name.first - 1]) is None:
        return False
    return text.nouns[word.i] is None and text.forms[word.i] not in titles


def _is_surname_of(text: Text, given: NameSpan, name: NameSpan) -> bool:
    """Whether two names side by side are somebody's given name and the rest: "Nadia" and "Halden", "Ravi" and "Lal Sen"."""
    rest = name.last - name.first == 1 or name.label == "PER"
    alone = given.last - given.first == 1 and given.last == name.first and rest
    bound = alone and text.tokens[given.first].head == name.last - 1 and text.tokens[given.first].dep == "compound"
    return bound and text.tokens[given.first].text in text.language.given_names


def _is_common(text: Text, first: int, last: int) -> bool:
    """Whether the model took a plural for a name, since it opens a sentence: "Videos posted by soldiers show …"."""
    token = text.tokens[first]
    opens = first == text.parse.sentences[token.sentence].first
    plural = last == first + 1 and token.pos == "NOUN" and token.has("Number=Plur")
    return opens and plural and text.language.nouns.get(text.lemmas[first]) is not None


def _bridged_spans(text: Text) -> Iterator[tuple[int, Span]]:
    """Two names of bodies that are one: "State Agency for National Security"; with the sentence of each."""
    yield from partner_spans(text)
    linkers = text.language.profile.words("names", "institution linkers")
    bodies = [name for name in text.parse.names if name.label == "ORG"]
    for name, after in pairwise(bodies):
        noun = text.noun_of(name.first, name.last - 1)
        known = text.language.gazetteer.match([token.text for token in text.tokens[after.first : after.last]], 0)
        beside = after.first == name.last + 1 and text.lemmas[name.last] in linkers and known is None
        if beside and noun is not None and noun.kind in BODIES:
            first, last = trim(text, name.first, after.last, keep_rank=True)
            yield text.tokens[first].sentence, Span(first, last, "model", "ORG")


def _label(text: Text, start: int, first: int, last: int, label: str) -> str:
    """The model's label; what it only calls miscellaneous is a person where a title or a given name begins it."""
    if label != "MISC" or last - first < 2:
        return label
    titled = title_end(text, start, first) > start
    return "PER" if titled or text.tokens[first].text in text.language.given_names else label


def _conjuncts(text: Text, first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a span that joins two names by a dash, or by "and" where one of them stands alone elsewhere.

    So is the state whose envoy somebody is: "le représentant d'Ankara Serdar Kilic".
    """
    holder = _holder_behind(text, first, last)
    if holder is not None:
        return [(first, holder), (holder, last)]
    if is_sent_to(text, first, last):
        return [(first, first + 1), (first + 1, last)]
    title = text.title_at(first + 1, last) if last - first > 2 and is_acronym(text.tokens[first].text) else None
    if title is not None and title[1].kind == "honorific":
        return [(first, first + 1), (first + 1, last)]  # "a dit à l'AFP Me Ivo Sand"
    for i in range(first + 1, last - 1):
        token = text.tokens[i]
        if token.pos == "VERB" and token.has("VerbForm=Fin") and token.text.islower():  # "Apple surpassed Walmart"
            return [(first, i), *_conjuncts(text, i + 1, last)]
        if token.text in DASHES and not text.glued[i] and not text.glued[i + 1]:
            return [(first, i), *_conjuncts(text, i + 1, last)]
        if token.text == "," and (_are_bodies(text, first, i, last) or _is_known_place(text, first, i, last)):
            return [(first, i), *_conjuncts(text, i + 1, last)]
        if token.pos == "CCONJ" and token.text.islower():
            left, right = text.surface(first, i), text.surface(i + 1, last)
            if left in text.repeated or right in text.repeated or left.split()[0] == right.split()[0]:
                return [(first, i), (i + 1, last)]
    return [(first, last)]


def _holder_behind(text: Text, first: int, last: int) -> int | None:
    """Where the name of who holds an office begins behind that of a known body: "le président de la BCE |Vidal"."""
    if last - first < 3 or not any(text.lemmas[i] in text.language.titles for i in range(_part_begin(text, first), first)):
        return None
    hit = text.language.gazetteer.match([token.text for token in text.tokens[first:last]], 0)
    if hit is None or not hit.certain or hit.entry.kind not in BODIES or not hit.last < last - first:
        return None
    sure = is_acronym(text.tokens[first].text) or text.tokens[first + 1].text in text.language.given_names
    sure = sure or hit.entry.kind == "Force"
    if hit.last == 1 and not sure:
        return None  # "the chairman of Chrysler |Ana Vidal", but "of Toyota Motor Sales"
    behind = range(first + hit.last, last)
    named = all(text.tokens[i].pos == "PROPN" and text.capitalised(i) and text.noun_of(i, i) is None for i in behind)
    return first + hit.last if named else None


def _part_begin(text: Text, first: int) -> int:
    """Where the parts of a body begin before its name: "chef du bureau politique du |Hamas"; three words at least."""
    linkers, begin = text.language.profile.words("partitive", "linkers"), first
    while begin > max(0, first - LONGEST_PART):
        token = text.tokens[begin - 1]
        if not (text.lemmas[begin - 1] in linkers or token.pos == "DET" or (token.pos in PART and token.text.islower())):
            break
        begin -= 1
    return max(0, min(begin, first - 3))


def _is_known_place(text: Text, first: int, comma: int, last: int) -> bool:
    """Whether a comma parts two names of which one is a known place: "the governor of Tumbes, Ana Vidal", "Sake, Kenya"."""
    land = text.language.gazetteer.match([token.text for token in text.tokens[comma + 1 : last]], 0)
    if land is not None and land.last == last - comma - 1 and land.entry.iso is not None:
        return True
    hit = text.language.gazetteer.match([token.text for token in text.tokens[first:comma]], 0)
    whole = hit is not None and hit.last == comma - first and hit.entry.kind == "GeopoliticalEntity"
    return whole and last - comma > 2 and all(is_capital(text, i) for i in range(comma + 1, last))


def _are_bodies(text: Text, first: int, comma: int, last: int) -> bool:
    """Whether the words on both sides of a comma end with the noun of a body: "Iraqi Forces, Northern Militia"."""
    ends = (text.noun_of(first, comma - 1), text.noun_of(comma + 1, last - 1))
    plain = all(noun is not None and noun.kind in {"Organization", "Force"} for noun in ends)
    return plain and comma - first > 1 and last - comma > 2
