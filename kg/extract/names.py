"""Where the names of an article stand: gazetteer, language model and capital letters, weighed against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.extract.capitals import capital_runs, headline_case, is_capital, known_names
from kg.extract.flights import flight_spans
from kg.extract.institutions import institution_spans, spelled_spans, unit_spans
from kg.extract.nonames import empty_phrases, is_named_event, names_nothing, within
from kg.extract.nounnames import (
    christened_spans,
    headed_spans,
    ordinal_unit_spans,
    quoted_spans,
    site_spans,
    with_adjectives,
)
from kg.extract.partners import partner_spans
from kg.extract.spans import Span, Text, is_acronym
from kg.extract.trimming import (
    FUNCTION_WORDS,
    NEVER_A_NAME,
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
from kg.lang.entries import Entry, Hit
from kg.lang.gazetteer import TOWNS
from kg.model import NameSpan, Sentence, Token
from kg.ontology import BODIES

NO_ENTITY = frozenset({"DATE", "EVENT", "NORP"})
DASHES = frozenset("-–—")

LONGEST_PART = 8  # words of an office and of the parts of a body before the body's name
PART = frozenset({"NOUN", "ADJ"})


def find_names(text: Text, blocked: Iterable[tuple[int, int]]) -> list[Span]:
    """The names of the article in text order, without overlap; `blocked` are the word ranges of times and figures."""
    taken = [False] * len(text.tokens)
    for first, last in blocked:
        taken[first:last] = [True] * (last - first)
    for month in _months_of_nouns(text):
        taken[month] = True
    known = known_names(text)
    model = _model_spans(text)
    names: list[Span] = []
    events: set[str] = set()  # "Alex", behind "la tempête"
    for sentence in text.sentences():
        found = _gazetteer_spans(text, sentence)
        found += model.get(sentence.index, [])
        found += headed_spans(text, sentence, found)
        found += site_spans(text, sentence, found)
        found += christened_spans(text, sentence, found)
        found += ordinal_unit_spans(text, sentence)
        found += quoted_spans(text, sentence)
        found += unit_spans(text, sentence)
        found += spelled_spans(text, sentence)
        found += flight_spans(text, sentence)
        capitals_tell = not headline_case(text, sentence)
        found += institution_spans(text, sentence) if capitals_tell else []
        found = [span for span in found if span.source == "quoted" or not any(taken[span.first : span.last])]
        found += capital_runs(text, sentence, found, known, taken) if capitals_tell else []
        found = [span for span in found if not _is_portfolio_of(text, span)]
        empty = empty_phrases(text, sentence) if found else ()
        chosen = [span for span in _choose(found) if not (names_nothing(text, span) or within(span, empty))]
        events |= {text.surface(span.first, span.last) for span in found if not span.link and is_named_event(text, span)}
        names += [_numbered(text, span, sentence) for span in chosen]
    named = [*names, *_repetitions(text, names, taken)]
    return sorted((span for span in named if text.surface(span.first, span.last) not in events), key=lambda span: span.first)


def _months_of_nouns(text: Text) -> Iterator[int]:
    """Months before the noun of what happens then, which are nobody's name: "the May elections"."""
    for name in text.parse.names:
        token = text.tokens[name.first]
        alone = name.label == "DATE" and name.last == name.first + 1 and token.dep == "compound"
        if alone and text.tokens[token.head].pos == "NOUN" and text.language.times.months.get(text.forms[name.first]):
            yield name.first


def _numbered(text: Text, span: Span, sentence: Sentence) -> Span:
    """A name with the number of a unit before it: "1st Armored Division", "3rd Battalion"."""
    noun = text.noun_of(span.first, span.last - 1)
    unit = noun is not None and bool(noun.flags & {"unit", "armed"})
    if span.first > sentence.first and (unit or span.kind == "Force") and span.first - 1 in text.ordinals:
        span.first -= 1
    return span


def _repetitions(text: Text, names: Sequence[Span], taken: list[bool]) -> list[Span]:
    """Names of several words, and surnames, that the article repeats where neither gazetteer nor model saw them."""
    covered = list(taken)
    wanted: dict[str, tuple[tuple[str, ...], str]] = {}
    for span in names:
        covered[span.first : span.last] = [True] * (span.last - span.first)
        words = tuple(token.text for token in text.tokens[span.first : span.last])
        if len(words) > 1 and (span.source == "model" or span.label == "PER"):
            wanted.setdefault(words[0], (words, span.label))
            person = span.label == "PER" or (len(words) == 2 and words[0] in text.language.given_names)
            if person and len(words[-1]) > 2:
                for name in text.language.profile.surnames(words[-1]):
                    wanted.setdefault(name, ((name,), "PER"))
    found = []
    for sentence in text.sentences() if wanted else ():
        for i in range(sentence.first, sentence.last):
            if text.tokens[i].text not in wanted:
                continue
            words, label = wanted[text.tokens[i].text]
            if label == "PER" and text.language.given_names.puts_last(words) and not _capital_follows(text, i, sentence):
                words = words[:1]  # "Yoon" of "Yoon Suk Yeol"
            last = i + len(words)
            if last > sentence.last or any(covered[i:last]) or (len(words) == 1 and _tells_whose(text, text.tokens[i])):
                continue
            if tuple(token.text for token in text.tokens[i:last]) == words:
                found.append(Span(i, last, "repeated", label))
    return found


def _capital_follows(text: Text, i: int, sentence: Sentence) -> bool:
    return i + 1 < sentence.last and is_capital(text, i + 1)


def states_inside(text: Text, span: Span) -> list[Span]:
    """States named within the name of a body: "Iraq" in "Central Bank of Iraq"."""
    found = []
    words = [token.text for token in text.tokens[span.first : span.last]]
    i = 0
    while i < len(words):
        hit = text.language.gazetteer.match(words, i)
        if hit is None or not hit.certain or hit.entry.iso is None or (hit.first, hit.last) == (0, len(words)):
            whole = hit is None or (hit.first, hit.last) == (0, len(words))
            i = i + 1 if whole or hit is None else hit.last  # no "Mexico" in "University of New Mexico"
            continue
        found.append(Span(span.first + i, span.first + hit.last, "inside", link=hit.entry.key, kind=hit.entry.kind))
        i = hit.last
    return found


def force_before(text: Text, span: Span) -> Span | None:
    """The force with which the name of a thing of its begins: "RAF" in "RAF Tornado"."""
    words = [token.text for token in text.tokens[span.first : span.last - 1]]
    hit = text.language.gazetteer.match(words) if words else None
    if hit is None or not hit.certain or hit.entry.kind != "Force":
        return None
    return Span(span.first, span.first + hit.last, "inside", link=hit.entry.key, kind=hit.entry.kind)


def _model_spans(text: Text) -> dict[int, list[Span]]:
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


def _is_portfolio_of(text: Text, name: Span) -> bool:
    """Whether a name is but the field of an office and the state that this is of: "ministre de la |Justice du Pérou|"."""
    if name.last - name.first < 3 or name.first < 2 or name.link is not None:
        return False
    linkers = text.language.profile.words("partitive", "linkers")
    field = text.forms[name.first] in text.language.profile.words("names", "portfolios")
    of = next((i for i in range(name.first + 1, name.last - 1) if text.lemmas[i] in linkers), None)
    if not field or of is None or not any(text.is_office(i) for i in range(max(0, name.first - 3), name.first)):
        return False
    words = [token.text for token in text.tokens[of + 1 : name.last]]
    start = 1 if len(words) > 1 and text.tokens[of + 1].pos == "DET" else 0
    hit = text.language.gazetteer.match(words, start)
    return hit is not None and hit.entry.iso is not None and hit.last == len(words)


def _behind_deed(text: Text, first: int, last: int) -> int:
    """Where a name begins behind the deed that the model saw in it: "Ivo Sand" of "coup d'État du général Ivo Sand"."""
    nameless = text.language.profile.words("names", "nameless")
    for i in range(first + 1, last - 1):
        told = i > 1 and text.lemmas[i - 2] in text.language.frames.nouns  # but "université d'État de Tirna"
        if text.forms[i] in nameless and text.tokens[i - 1].pos == "ADP" and told:
            return i + 1
    return first


def _whole_people(text: Text) -> Iterator[NameSpan]:
    """The model's names, those of people that stand side by side as one: "Talal" and "bin Saud"."""
    particles, held = text.language.profile.words("names", "particles"), None
    for name in text.parse.names:
        beside = held is not None and held.last == name.first and held.label == name.label == "PER"
        if held is not None and ((beside and text.forms[name.first] in particles) or _is_surname_of(text, held, name)):
            held = NameSpan(held.first, name.last, "PER")
            continue
        if held is not None:
            yield held
        held = name
    if held is not None:
        yield held


def _is_surname_of(text: Text, given: NameSpan, name: NameSpan) -> bool:
    """Whether two names of one word side by side are somebody's given name and surname: "Nadia" and "Halden"."""
    alone = given.last - given.first == name.last - name.first == 1 and given.last == name.first
    bound = alone and text.tokens[given.first].head == name.first and text.tokens[given.first].dep == "compound"
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


def _ends_with_count(text: Text, last: int) -> bool:
    """Whether the figure that ends a name counts what follows: "a commandé à la France 24 avions"."""
    token = text.tokens[last]
    return token.text.isdigit() and token.dep == "nummod" and token.head > last


def _gazetteer_spans(text: Text, sentence: Sentence) -> list[Span]:
    """Known names, the longest first from the left; a function word in lower case begins none."""
    words = [token.text for token in text.tokens[sentence.first : sentence.last]]
    gazetteer = text.language.gazetteer
    spans = []
    behind = 0  # the word behind the last known name
    for i, token in enumerate(text.tokens[sentence.first : sentence.last]):
        if i < behind or (token.pos in FUNCTION_WORDS and token.text == text.forms[token.i]):  # but "iOS", "3M"
            continue
        hit = gazetteer.match(words, i)
        if hit is not None and _ends_with_count(text, sentence.first + hit.last - 1):
            shorter = gazetteer.match(words[: hit.last - 1], i)
            hit = shorter if shorter is not None and shorter.entry.iso is not None else hit
        if hit is None:
            continue
        behind = hit.last
        first, last = hit.first + sentence.first, hit.last + sentence.first
        joins = words[hit.last - 1].islower() and last - first > 1 and text.tokens[last - 1].pos == "ADP"
        if joins or _is_person(text, first, last, hit):  # "arrested Ann Lee on Monday": no town of Lee On
            continue
        if last - first == 1 and _only_qualifies(text, token):
            continue
        if last - first == 1 and text.tokens[first].pos in NEVER_A_NAME and not _is_mistaken(text, first, hit):
            continue
        link = hit.entry.key if hit.certain or _is_state_meant(text, hit) else None
        town = hit.entry.key.startswith(TOWNS)
        spans.append(Span(first, last, "gazetteer", link=link, kind=_kind_of(text, hit.entry), town=town))
    return spans


def _is_person(text: Text, first: int, last: int, hit: Hit) -> bool:
    """Whether a known name is rather somebody's: "Prince Albert" is a town, too, and "Charles de Gaulle" a ship."""
    names, titles = text.language.given_names, text.language.titles
    if hit.entry.key.startswith(TOWNS) and last - first == 2 and text.tokens[last - 1].text in names:
        return text.forms[first] in titles and text.tokens[first].text.isalpha()  # but "St. Louis"
    bare = hit.entry.kind == "Artifact" and text.tokens[first].text in names and last - first > 1
    return bare and not (first and (text.tokens[first - 1].pos == "DET" or "Definite=" in text.tokens[first - 1].morph))


def _only_qualifies(text: Text, token: Token) -> bool:
    """Whether a word for people says of others what they are: "les combattants sunnites" are named by the noun."""
    adjective = token.pos == "ADJ" and token.dep == "amod" and token.text.islower()
    demonym = text.language.gazetteer.demonym(token.text) if adjective else None
    return demonym is not None and demonym.adjective


def _tells_whose(text: Text, token: Token) -> bool:
    """Whether a surname is rather the adjective of a people or a group before a noun: "Ali al-Houthi … Houthi rebels"."""
    demonym = text.language.gazetteer.demonym(token.text) if token.dep in {"amod", "compound"} else None
    return demonym is not None and demonym.adjective


def _is_mistaken(text: Text, i: int, hit: Hit) -> bool:
    """Whether a known name was taken for a pronoun, as models do with unknown words: "Kiev a riposté"."""
    pronoun = text.tokens[i].pos == "PRON" and text.forms[i] not in text.language.profile.pronouns
    return pronoun and hit.certain and text.tokens[i].text[0].isupper()


def _is_state_meant(text: Text, hit: Hit) -> bool:
    """Whether a name of a state and of a region elsewhere means the state: "Georgia" where "Georgian" stands too."""
    others = hit.entries[1:]
    return hit.entry.iso is not None and hit.entry.key in text.peoples and all(e.iso is None for e in others)


def _kind_of(text: Text, entry: Entry) -> str:
    """The kind of a gazetteer entry; a seat of power that is no town stands for those who sit there."""
    seat = entry.kind == "Place" and text.language.gazetteer.metonym(entry.key) is not None
    return "Organization" if seat else entry.kind


def _rank(span: Span) -> int:
    """Quoted names before all others; what the model only calls miscellaneous gives way to anything."""
    return 0 if span.source == "quoted" else 2 if span.label == "MISC" and span.source == "model" else 1


def _choose(found: list[Span]) -> list[Span]:
    """Names without overlap: the longest first, what shorter ones of the same stretch know is kept."""
    order = {"quoted": 0, "gazetteer": 1, "spelled out": 2, "institution": 2, "head noun": 3, "model": 4, "capitals": 5}
    chosen: list[Span] = []
    for span in sorted(found, key=lambda s: (_rank(s), s.first - s.last, order[s.source], s.first)):
        rival = next((other for other in chosen if other.overlaps(span)), None)
        if rival is None:
            chosen.append(span)
        elif (rival.first, rival.last) == (span.first, span.last):
            rival.label = rival.label or span.label
    return sorted(chosen, key=lambda s: s.first)
