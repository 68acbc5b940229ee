"""Where the names of an article stand: gazetteer, language model and capital letters, weighed against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.capitals import capital_runs, headline_case, is_capital, known_names
from kg.extract.flights import flight_spans
from kg.extract.institutions import institution_spans, spelled_spans, unit_spans
from kg.extract.modelnames import model_spans
from kg.extract.nonames import empty_phrases, is_named_event, names_nothing, within
from kg.extract.nounnames import christened_spans, headed_spans, ordinal_unit_spans, quoted_spans, site_spans
from kg.extract.spans import Span, Text
from kg.extract.trimming import FUNCTION_WORDS, NEVER_A_NAME
from kg.lang.entries import Entry, Hit
from kg.lang.gazetteer import REGIONS, TOWNS
from kg.model import Sentence, Token

SITED = frozenset({"building", "school", "justice"})  # flags of nouns for what is where the town is that it is called after
TOWN_AT_END = "town in name"
ANYWHERE = frozenset({"business", "after"})  # "l'hôtel de Paris", "la gare de Lyon" are anywhere


def find_names(text: Text, blocked: Iterable[tuple[int, int]]) -> list[Span]:
    """The names of the article in text order, without overlap; `blocked` are the word ranges of times and figures."""
    taken = [False] * len(text.tokens)
    for first, last in blocked:
        taken[first:last] = [True] * (last - first)
    known = known_names(text)
    model = model_spans(text)
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


def _numbered(text: Text, span: Span, sentence: Sentence) -> Span:
    """A name with the number of a unit before it: "1st Armored Division", "3rd Battalion"."""
    noun = text.noun_of(span.first, span.last - 1)
    unit = noun is not None and bool(noun.flags & {"unit", "armed"})
    if span.first > sentence.first and (unit or span.kind == "Force") and span.first - 1 in text.ordinals:
        span.first -= 1
    return span


def _repetitions(text: Text, names: Sequence[Span], taken: list[bool]) -> list[Span]:
    """Names of several words, surnames and firms that the article repeats where neither gazetteer nor model saw them."""
    covered = list(taken)
    wanted: dict[str, tuple[tuple[str, ...], str]] = {}
    firms: set[str] = set()
    suffixes = text.language.profile.words("names", "company_suffixes")
    for span in names:
        covered[span.first : span.last] = [True] * (span.last - span.first)
        words = tuple(token.text for token in text.tokens[span.first : span.last])
        if len(words) > 1 and (span.source == "model" or span.label == "PER"):
            wanted.setdefault(words[0], (words, span.label))
            if len(words) == 2 and words[1] in suffixes and words[0][0].isupper():
                firms.add(words[0])
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
            if (
                text.tokens[i].text in firms
                and text.forms[i + 1 : i + 2] != (words[1].lower(),)
                and _is_firm(text, i, sentence)
            ):
                words, label = words[:1], "ORG"  # "Gap said", of "Gap Inc."
            last = i + len(words)
            if last > sentence.last or any(covered[i:last]) or (len(words) == 1 and _tells_whose(text, text.tokens[i])):
                continue
            if tuple(token.text for token in text.tokens[i:last]) == words:
                found.append(Span(i, last, "repeated", label))
    return found


def _is_firm(text: Text, i: int, sentence: Sentence) -> bool:
    """Whether the short name of a firm stands there as one, not the noun that it was taken from: "Gap said", "at Gap"."""
    bare = not any(text.tokens[k].dep in {"det", "amod", "nummod"} for k in text.parse.children[i])
    compound = text.tokens[i].dep == "compound" and i == sentence.first  # "Shell casings were found"
    return bare and not compound and not _capital_follows(text, i, sentence)


def _capital_follows(text: Text, i: int, sentence: Sentence) -> bool:
    return i + 1 < sentence.last and is_capital(text, i + 1)


def states_inside(text: Text, span: Span) -> list[Span]:
    """States named within the name of a body: "Iraq" in "Central Bank of Iraq"."""
    found = []
    words = [token.text for token in text.tokens[span.first : span.last]]
    i = 0
    while i < len(words):
        hit = text.language.gazetteer.match(words, i)
        if hit is None or (hit.first, hit.last) == (0, len(words)):
            i += 1
            continue
        if hit.certain and hit.entry.iso is not None:
            found.append(Span(span.first + i, span.first + hit.last, "inside", link=hit.entry.key, kind=hit.entry.kind))
        i = hit.last  # no "Mexico" in "University of New Mexico"
    return found


def town_at_end(text: Text, span: Span) -> Span | None:
    """The town or region with which the name of a building or an institution ends: "Gand" in "hôpital de Gand"."""
    noun = text.language.nouns.get(text.forms[span.first])
    if noun is None or span.link is not None or noun.flags & ANYWHERE or not noun.flags & SITED:
        return None
    for linker in range(span.first + 1, span.last - 1):
        if text.lemmas[linker] not in text.language.grammar.of:
            continue
        words = [token.text for token in text.tokens[linker + 1 : span.last]]
        hit = text.language.gazetteer.match(words)
        if hit is not None and hit.last == len(words) and hit.entry.key.startswith((TOWNS, REGIONS)):
            return Span(linker + 1, span.last, TOWN_AT_END, link=hit.entry.key, kind=hit.entry.kind)
    return None


def force_before(text: Text, span: Span) -> Span | None:
    """The force with which the name of a thing of its begins: "RAF" in "RAF Tornado"."""
    words = [token.text for token in text.tokens[span.first : span.last - 1]]
    hit = text.language.gazetteer.match(words) if words else None
    if hit is None or not hit.certain or hit.entry.kind != "Force":
        return None
    return Span(span.first, span.first + hit.last, "inside", link=hit.entry.key, kind=hit.entry.kind)


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


def _ends_with_count(text: Text, last: int) -> bool:
    """Whether the figure that ends a name counts what follows: "a commandé à la France 24 avions"."""
    token = text.tokens[last]
    return token.text.isdigit() and token.dep == "nummod" and token.head > last


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
