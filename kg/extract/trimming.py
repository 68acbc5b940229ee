"""Where a name begins and ends: without determiners, titles, nationalities and stray words at its ends."""

from __future__ import annotations

from kg.extract.pronouns import compatriot_before, shows_woman_or_man
from kg.extract.spans import Text, is_acronym
from kg.lang.nouns import FIGHTING
from kg.model import VERBAL

NEVER_A_NAME = frozenset({"DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "PUNCT", "ADV", "PART", "NUM", "SYM", "INTJ"})
FUNCTION_WORDS = NEVER_A_NAME | {"VERB"}
DASHES = frozenset("-–")
SHORT = 3  # letters: "LeT"
LONGEST_TITLE = 6  # words
PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
MARKS = frozenset(mark for pair in PAIRS for mark in pair)
OF_OFFICE = 4  # words of an office before the capital one in it: "procureur adjoint de la République"
LONG_NAME = 4  # words from which on a name may hold a phrase of place


def before_title(text: Text, first: int, last: int) -> int:
    """Where a name ends before a title that begins in it and goes on behind it: "Greek Rear" of "Greek Rear Admiral X"."""
    beyond = min(last + LONGEST_TITLE, len(text.tokens))
    return next((i for i in range(first, last) if title_end(text, i, beyond) > last), last)


def before_office(text: Text, first: int, last: int) -> int:
    """Where the name of a body ends before the office in it that stands last: "the US Embassy |Chargé d'Affaires"."""
    i = next((i for i in range(first + 1, last) if title_end(text, i, last) == last), last)
    title = text.title_at(i, last) if i < last and text.tokens[i - 1].dep == "compound" else None
    return i if title is not None and title[1].kind == "office" else last


def before_lone_mark(text: Text, first: int, last: int) -> int:
    """Where a name ends before a bracket or quotation mark whose partner stands outside it: "Norvia" of "Norvia » a"."""
    words = [token.text for token in text.tokens[first:last]]
    if MARKS.isdisjoint(words):
        return last
    lone = (
        words.index(mark)
        for pair in PAIRS
        for mark in pair
        if words.count(pair[0]) != words.count(pair[1]) and mark in words[1:]
    )
    return first + min(lone, default=last - first)


def behind_title(text: Text, first: int, last: int) -> int:
    """Where a name begins after a title that begins before it and ends in it: "ministre de l'|Économie Ana Vidal"."""
    start = text.parse.sentences[text.tokens[first].sentence].first
    for i in range(max(start, first - LONGEST_TITLE), first):
        end = title_end(text, i, last)
        whole = last - end > 1 or (end < last and text.tokens[end].text in text.language.given_names)
        if end > first and whole and text.capitalised(end):
            return end
    return first


def behind_inner_title(text: Text, first: int, last: int) -> int:
    """Where somebody's name begins behind an office in it, which other words open: "Harlow Fire Chief |Ana Vidal"."""
    if last - first < 4 or text.tokens[first].text in text.language.given_names:
        return first
    for i in range(first + 1, last - 2):
        end = title_end(text, i, last)
        if i < end < last - 1 and text.capitalised(end) and text.tokens[end].text in text.language.given_names:
            return end
    return first


def is_sent_to(text: Text, first: int, last: int) -> bool:
    """Whether the first word of a name is the capital or state that the office before it belongs to, or is sent to."""
    grammar = text.language.grammar
    linkers = {*text.language.profile.words("partitive", "linkers"), grammar.dative_preposition, *grammar.view_prepositions}
    if first < 2 or last - first < 3 or text.lemmas[first - 1] not in linkers:
        return False
    hit = text.language.gazetteer.match([text.tokens[first].text], 0)
    stands_for = hit is not None and hit.certain and (hit.entry.iso or text.language.gazetteer.metonym(hit.entry.key))
    far = 5 if text.tokens[first + 1].text in text.language.given_names else 3  # "le chef des Serbes de Bosnie Ivo Sand"
    office = (text.lemmas[i] in text.language.titles for i in range(max(0, first - far), first - 1))
    return bool(stands_for) and any(office)


def behind_rank(text: Text, first: int, last: int) -> int:
    """Where a name begins after a rank of several words, which opens no body's name: "Rear Admiral |Vidal"."""
    title = text.title_at(first, min(last, first + LONGEST_TITLE)) if first < last else None
    ranked = title is not None and title[1].kind == "rank" and 1 < title[0] < last - first
    return first + title[0] if ranked and title is not None and text.capitalised(first + title[0]) else first


def is_addressed(text: Text, i: int) -> bool:
    """Whether a word is a title that only people are called by: "Ms Delaney" is no body."""
    title = text.language.titles.get(text.forms[i])
    return title is not None and "gendered" in title.flags


def _is_party(word: str) -> bool:
    """Whether a word is an acronym, or one with small words in it: "AfD", "LeT"."""
    return is_acronym(word) or (len(word) == SHORT and word[0].isupper() and word[-1].isupper())


def trim(text: Text, first: int, last: int, keep_rank: bool) -> tuple[int, int]:
    """A stretch without determiners, prepositions, titles and stray lower-case words at its ends."""
    nouns = text.language.nouns
    first = _behind_office(text, first, last)
    last = _before_place(text, first, before_lone_mark(text, first, last))
    last = _before_oblique(text, first, last)
    while first < last:
        token = text.tokens[first]
        after = title_end(text, first, last)
        if (after == last and not keep_rank) or (after > first and token.text.islower() and text.is_office(first)):
            return last, last  # "ministre française des Armées" describes a person, it names no body
        named = text.tokens[after].text in text.language.given_names if after < last else False
        if first < after < last and (not keep_rank or named or text.tokens[after].pos == "ADP"):
            first = after
        elif last - first > 2 and token.text.islower() and _is_of_office(text, first):
            first += 1  # "le procureur de district Helen Brandt"
        elif last - first > 2 and _is_party(token.text) and text.tokens[first + 1].text in text.language.given_names:
            first += 1  # "le député LR Marc Duval", "le fondateur du LeT Hafiz Saeed"
        elif last - first > 1 and (_is_countryman(text, first) or (not keep_rank and _is_compatriot(text, first, last))):
            first += 1
        elif _is_service(text, first, last):
            first += 1  # "Army Maj. Ana Vidal"
        elif last - first > 1 and _is_opening_noun(text, first) and _is_firm(text, first, last):
            first += 1
        elif last - first > 1 and text.forms[first] in text.language.profile.words("names", "cases"):
            first += 1  # "Affaire Vidal : le suspect libéré"
        elif _opens_surname(text, first, last):
            break
        elif _is_before_known(text, first, last) or (
            token.pos in NEVER_A_NAME and token.pos != "NUM" and not (text.glued[first + 1] if first + 1 < last else False)
        ):
            first += 1
        elif (
            not text.capitalised(first)
            and not is_particle(text, first)
            and (text.lemmas[first] not in nouns or token.pos in VERBAL)
        ):
            first += 1
        else:
            break
    last = _before_score(text, first, last)
    while first < last and not (_ends_name(text, last - 1) or _is_its_adjective(text, first, last - 1)):
        if _ends_with_known(text, first, last):
            break
        last -= 1
    return first, last


def _behind_office(text: Text, first: int, last: int) -> int:
    """Where a name begins that took up the end of the office before it: "le procureur de la République de |Varna".

    So in "Commissioner of Police |Ana Vidal".
    """
    if last - first < 3:
        return first
    begins = (i for i in range(max(0, first - OF_OFFICE), first - 1) if text.lemmas[i] in text.language.titles)
    titles = ((i, text.title_at(i, last)) for i in begins)
    ends = {i + title[0]: i for i, title in titles if title is not None and i + title[0] > first}
    return max((end for end, i in ends.items() if i < first - 2 or text.capitalised(end)), default=first)


def _before_place(text: Text, first: int, last: int) -> int:
    """Where somebody's name ends before a preposition of place: "Ana Vidal |à Rome"."""
    if last - first < LONG_NAME or text.tokens[first].text not in text.language.given_names:
        return last
    at = text.language.profile.words("places", "at")
    inside = range(first + 2, last - 1)
    return next(
        (i for i in inside if text.forms[i] in at and text.tokens[i].pos == "ADP" and not is_particle(text, i)), last
    )


def _before_oblique(text: Text, first: int, last: int) -> int:
    """Where a known name ends before a phrase of the verb: "ont chassé l'État islamique |de Kobané"."""
    tokens, end = text.tokens, last - 2
    for i in range(first + 1, last - 1):
        if tokens[i].pos == "ADP" and tokens[i].lemma in text.language.grammar.view_prepositions:
            where = i + 1 + (tokens[i + 1].pos == "DET" and i + 2 < last)
            if _is_known(text, first, i) and _is_known(text, where, last) and is_acronym(tokens[first].text):
                return i  # "l'envoyé spécial de l'ONU |pour le Yémen", but "les Nations unies pour l'éducation"
        if (i == first + 1 and _is_people_of(text, first, i, last)) or _is_told_at_length(text, first, i, last):
            return i
    own = end <= first or tokens[end].pos != "ADP" or not tokens[last - 1].dep.startswith("obl")
    if own or first <= tokens[last - 1].head < last:
        return last
    hit = text.language.gazetteer.match([token.text for token in tokens[first:end]])
    return end if hit is not None and hit.last == end - first else last


def _is_people_of(text: Text, first: int, of: int, last: int) -> bool:
    """Whether a name is one of a people or a movement, with the state that they are of: "les Houthis |du Yémen"."""
    where = of + 1 + (text.tokens[of + 1].pos == "DET" and of + 2 < last)
    people = text.lemmas[of] in text.language.grammar.of and text.language.gazetteer.demonym(text.tokens[first].text)
    return bool(people) and _is_known(text, where, last)


def _is_told_at_length(text: Text, first: int, i: int, last: int) -> bool:
    """Whether an adjective with a complement begins behind a name: "le Khyber-Pakhtunkhwa |frontalier de l'Afghanistan"."""
    tied = text.tokens[i].pos == "ADJ" or text.tokens[i].dep == "flat:name"
    adjective = tied and text.tokens[i].text.islower() and text.tokens[i + 1].pos == "ADP"
    proper = text.tokens[i - 1].pos == "PROPN" and text.noun_of(first, i - 1) is None
    where = i + 2 + (text.tokens[i + 2].pos == "DET" and i + 3 < last) if i + 2 < last else last
    return adjective and proper and not is_demonym(text, i) and where < last and _is_known(text, where, last)


def _is_known(text: Text, first: int, last: int) -> bool:
    """Whether words are a known name that can mean one thing only."""
    hit = text.language.gazetteer.match([token.text for token in text.tokens[first:last]])
    return hit is not None and hit.certain and hit.last == last - first


def _before_score(text: Text, first: int, last: int) -> int:
    """Where a name ends before a score: "Norvik 3-0"."""
    dashes = [i for i in range(first + 2, last - 1) if text.tokens[i].text in DASHES]
    around = ((i, text.tokens[i - 1].text, text.tokens[i + 1].text) for i in dashes)
    return next((i - 1 for i, *goals in around if all(g.isdecimal() and len(g) <= 2 for g in goals)), last)


def _opens_surname(text: Text, i: int, last: int) -> bool:
    """Whether a small word has its capital inside a sentence because it belongs to the name: "lorsque Le Pen a dit"."""
    before = text.tokens[i - 1] if i else None
    inside = before is not None and before.sentence == text.tokens[i].sentence and before.pos not in {"PUNCT", "SYM"}
    prose = inside and text.parse.sentences[text.tokens[i].sentence].kind == "body"
    named = i + 2 == last and is_particle(text, i) and text.tokens[i + 1].pos == "PROPN"
    return prose and named and text.tokens[i].text[0].isupper() and text.capitalised(i + 1)


def _is_before_known(text: Text, i: int, last: int) -> bool:
    """Whether a small word stands before a name that means one thing only: "d'" of "d'Europe", but not of "d'Estaing"."""
    words = [token.text for token in text.tokens[i + 1 : last]] if text.tokens[i].text.islower() else []
    hit = text.language.gazetteer.match(words, 0) if words else None
    return hit is not None and hit.certain and hit.last == len(words)


def _is_of_office(text: Text, i: int) -> bool:
    """Whether a noun before a full name only says of what its bearer holds an office: "procureur de district Ana Vidal"."""
    named = text.tokens[i + 1].text in text.language.given_names and text.capitalised(i + 2)
    return named and i > 1 and text.tokens[i - 1].pos == "ADP" and text.is_office(i - 2)


def _is_countryman(text: Text, i: int) -> bool:
    """Whether a noun for one person of a country opens a name, an article before it: "l'|Italienne| Fiamingo"."""
    return compatriot_before(text, i + 1) and shows_woman_or_man(text, i)


def _is_compatriot(text: Text, i: int, last: int) -> bool:
    """Whether an adjective before a name or a title says whence one is: "Greek Admiral Doukas"."""
    named = text.tokens[i + 1].text in text.language.given_names or i + 1 < title_end(text, i + 1, last) < last
    return named and is_demonym(text, i)


def _is_service(text: Text, i: int, last: int) -> bool:
    """Whether a word names the armed force of the rank behind it, which a person's name follows."""
    noun = text.language.nouns.get(text.forms[i])
    ranked = text.language.titles.get(text.forms[i + 1]) if i + 2 < last else None
    armed = noun is not None and bool(noun.flags & FIGHTING)
    return armed and ranked is not None and ranked.kind in {"rank", "honorific"}


def _is_opening_noun(text: Text, i: int) -> bool:
    """Whether a common noun has its capital only from the sentence that it opens: "Carmaker Norvia said"."""
    opens = i == text.parse.sentences[text.tokens[i].sentence].first
    return opens and (text.forms[i] in text.language.nouns or text.lemmas[i] in text.language.nouns)


def _is_firm(text: Text, first: int, last: int) -> bool:
    """Whether what stands behind such a noun is a name by itself: told elsewhere, or behind what only firms are."""
    alone = text.surface(first + 1, last) in text.repeated
    return alone or text.forms[first] in text.language.profile.words("names", "makers")


def _ends_name(text: Text, i: int) -> bool:
    """Whether a name may end with word i: no mark or function word, nor one in lower case that stands by itself."""
    word = text.tokens[i]
    if word.pos in {"PUNCT", "DET", "ADP", "CCONJ", "PART"}:
        return word.text.isupper() and word.text in text.language.profile.words("names", "company_suffixes")  # "AG"
    return text.capitalised(i) or text.glued[i] or not text.tokens[i].text[0].islower()


def _ends_with_known(text: Text, first: int, last: int) -> bool:
    """Whether a name ends with that of a state, a small word and all: "Salmane d'Arabie saoudite"."""
    words = [token.text for token in text.tokens[first:last]]
    ends = (text.language.gazetteer.match(words, i) for i in range(1, len(words) - 1) if words[i][0].isupper())
    return any(hit is not None and hit.certain and hit.entry.iso is not None and hit.last == len(words) for hit in ends)


def _is_its_adjective(text: Text, first: int, i: int) -> bool:
    """Whether word i is the adjective of the last noun of a body's name: "ministère russe des Affaires étrangères"."""
    token, noun, body = text.tokens[i], text.tokens[i - 1], text.tokens[first]
    if i - first < 2 or token.pos != "ADJ" or token.head != i - 1 or noun.pos != "NOUN" or not text.capitalised(i - 1):
        return False
    plural = token.has("Number=Plur") and noun.has("Number=Plur")  # it is not that of the body itself
    return plural and body.has("Number=Sing") and text.lemmas[first] in text.language.nouns


def title_end(text: Text, first: int, last: int) -> int:
    """Where the title of persons that begins at word `first` ends, at most at `last`; `first` if none begins there."""
    if first >= last:
        return first
    title = text.title_at(first, min(last, first + LONGEST_TITLE))
    return first if title is None else first + title[0]


def is_particle(text: Text, i: int) -> bool:
    """Whether word i is a small word inside names: "de", "al"."""
    return text.forms[i] in text.language.profile.words("names", "particles")


def is_name(text: Text, first: int, last: int) -> bool:
    """Whether a stretch holds a capitalised word that is no common noun, title or demonym standing alone."""
    tokens = text.tokens[first:last]
    if not any(text.capitalised(i) for i in range(first, last)) or any("(" in token.text[1:] for token in tokens):
        return False  # "Ce(s) dernier(s)"
    if last - first > 1:
        return True
    if len(tokens[0].text.rstrip(".")) < 2 or tokens[0].text in text.language.profile.words("names", "abbreviations"):
        return False
    if tokens[0].pos in FUNCTION_WORDS and first == text.parse.sentences[tokens[0].sentence].first:
        return False  # only its place gives it a capital
    if _is_opening_adverb(text, first) or _is_opening_event(text, first) or _is_legal_form(text, first):
        return False
    form = text.forms[first]
    if _is_called(text, first):
        return True
    return form not in text.language.nouns and form not in text.language.titles and not is_demonym(text, first)


def _is_legal_form(text: Text, i: int) -> bool:
    """Whether a word behind a comma only says what sort of firm was named: "Norvex Finance Co., LLC"."""
    suffix = text.tokens[i].text in text.language.profile.words("names", "company_suffixes")
    return suffix and i > 1 and text.tokens[i - 1].text == "," and text.capitalised(i - 2)


def _is_called(text: Text, i: int) -> bool:
    """Whether a title right before a given name that is a common noun too says that somebody is meant: "l'abbé Pierre"."""
    opens = i == text.parse.sentences[text.tokens[i].sentence].first
    titled = not opens and text.language.titles.get(text.forms[i - 1]) is not None
    return titled and text.tokens[i].pos == "PROPN" and text.tokens[i].text in text.language.given_names


def _is_opening_adverb(text: Text, i: int) -> bool:
    """Whether a word before a comma opens its sentence as adverbs do: "Séparément, le ministre …"."""
    token = text.tokens[i]
    if i != text.parse.sentences[token.sentence].first or i + 1 >= len(text.tokens) or text.tokens[i + 1].text != ",":
        return False
    endings = tuple(text.language.profile.words("names", "adverb_endings"))
    return bool(endings) and token.text.endswith(endings) and token.text not in text.language.given_names


def _is_opening_event(text: Text, i: int) -> bool:
    """Whether a word that opens its sentence is a noun that tells an event: "Grève dans les ports"."""
    opens = i == text.parse.sentences[text.tokens[i].sentence].first and text.tokens[i].pos == "NOUN"
    told = text.language.frames.nouns.get(text.lemmas[i], ()) if opens else ()
    return any(frame.kind and not trigger.words for trigger, frame in told)


def is_demonym(text: Text, i: int) -> bool:
    """Whether word i says whence somebody or something is: "Italienne", "Greek"."""
    first, hyphen, last = text.tokens[i].text.partition("-")
    joined = hyphen and first.endswith("o") and text.language.gazetteer.demonym(last) is not None  # "Franco-Américain"
    return bool(joined) or text.language.gazetteer.demonym(text.tokens[i].text) is not None
