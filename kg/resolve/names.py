"""Sieves over names: one link, one spelling, an acronym and what it stands for, a surname and the full name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.lang import Language
from kg.lang.fold import fold, sounded
from kg.model import LOCATED, Mention, Parse
from kg.ontology import BODIES, PLACES
from kg.resolve.chains import Chains, kinds_agree
from kg.resolve.words import words_of

_SHORTEST_ACRONYM = 2
_SHORTEST_SOUND = 5  # letters of a surname that another spelling may stand for
_LONGEST_REST = 6  # words that a long name may go on for in lower case before its acronym
_LONGEST_ASIDE = 16  # words in parentheses between two names of one thing
_JOINING = frozenset({"ADP", "DET", "CCONJ", "PUNCT"})
ARTICLES = frozenset({"al", "el", "ul"})  # however spelled, an Arabic article tells nobody apart
COMMON = frozenset({"NOUN", "ADJ"})
Spelled = dict[tuple[str, tuple[str, ...]], dict[int, Mention]]  # names by kind and words, each by its place among the names


def same_link(chains: Chains, names: Sequence[Mention]) -> None:
    """Names and nationalities that lead to one gazetteer entry."""
    first: dict[str, int] = {}
    for mention in names:
        if mention.link is not None:
            chains.link(first.setdefault(mention.link, mention.index), mention.index, "same entry", 1.0)


def coordinates(chains: Chains, parse: Parse) -> None:
    """The place whose coordinates stand in brackets right behind it: "the village (33°30′21″N 36°16′11″E)"."""
    for place, point in pairwise(chains.mentions):
        if point.rule != LOCATED or place.kind not in PLACES:
            continue
        if [token.text for token in parse.tokens[place.last : point.first]] == ["("]:
            chains.link(place.index, point.index, LOCATED, 0.95)


def same_name(chains: Chains, parse: Parse, names: Sequence[Mention]) -> None:
    """Names spelled alike but for accents, case and apostrophes; "M. Duval" and "Mme Duval" are two.

    So are "Duval" and "Mme Duval" where a man and a woman are named so in full. A name may go without the common noun
    that it was told with: "la planète Mars … Mars".
    """
    families = _families(names)
    first: dict[tuple[str, ...], list[int]] = {}
    for mention in names:
        others = first.setdefault(_words(mention), [])
        alone = mention.kind == "Person" and " " not in mention.text
        for other in others:
            genders = {mention.gender, chains.gender(other)}
            couple = alone and len(genders if _words(mention) in families else genders - {""}) > 1
            if not couple and chains.link(other, mention.index, "same name", 0.98):
                break
        else:
            others.append(mention.index)
    for mention in names:
        bare = _bare(parse, mention)
        for other in first.get(bare, ()) if bare else ():
            model = None not in (mention.link, chains.mentions[other].link)  # "iPod nano" is not any iPod
            if not model and chains.link(other, mention.index, "same name", 0.95):
                break


def _families(names: Sequence[Mention]) -> frozenset[tuple[str, ...]]:
    """The last names that the text gives to a man and to a woman."""
    bearers: dict[tuple[str, ...], set[str]] = {}
    for name in names:
        if name.kind == "Person" and name.gender and " " in name.text:
            bearers.setdefault(_words(name)[-1:], set()).add(name.gender)
    return frozenset(last for last, genders in bearers.items() if len(genders) > 1)


def _bare(parse: Parse, mention: Mention) -> tuple[str, ...]:
    """The words of a name without the common nouns before or behind: "sonde spatiale Juno"; () if there are none."""
    first, last = mention.first, mention.last
    while first < last and _is_common(parse, first):
        first += 1
    while last > first and _is_common(parse, last - 1):
        last -= 1
    if last - first == mention.last - mention.first:
        return ()
    return tuple(word for token in parse.tokens[first:last] for word in words_of(token.text))


def _is_common(parse: Parse, i: int) -> bool:
    """Whether a word of a name is a common noun, or an adjective beside one, in small letters."""
    return parse.tokens[i].pos in COMMON and parse.tokens[i].text.islower()


def acronyms(chains: Chains, parse: Parse, names: Sequence[Mention]) -> None:
    """An acronym and the name whose initials it is made of, or that it follows in parentheses."""
    spelled = [m for m in names if m.last - m.first > 1]
    position = {m.index: n for n, m in enumerate(spelled)}
    by_end: dict[int, list[int]] = {}
    by_initials: dict[str, list[int]] = {}
    for n, full in enumerate(spelled):
        by_end.setdefault(full.last, []).append(n)
        by_initials.setdefault(_initials(parse, full), []).append(n)
    for short in names:
        letters = short.text.replace(".", "")
        if len(letters) < _SHORTEST_ACRONYM or short.last - short.first > 2:
            continue
        if not letters.isupper() and not (short.last - short.first == 1 and _is_enclosed(parse, short)):
            continue
        near = {*by_end.get(short.first - 1, ()), *by_initials.get(letters, ())}
        near |= {n for end in range(short.first - _LONGEST_REST, short.first - 1) for n in by_end.get(end, ())}
        near |= {position[m] for m in chains.members(short.index) if m in position}
        for full in (spelled[n] for n in sorted(near)):
            if chains.same(short.index, full.index):
                break
            if _in_parentheses(parse, full, short) or _is_spelled_out(parse, full, short, letters):
                chains.link(full.index, short.index, "acronym in parentheses", 0.97)
                break
            if letters == _initials(parse, full) and kinds_agree(short.kind, full.kind):
                chains.link(full.index, short.index, "acronym", 0.9)
                break


def aliases(chains: Chains, parse: Parse, language: Language, names: Sequence[Mention]) -> None:
    """ "X, also known as Y", "the militant known as Y", "X (né Y)": two names, or a description and a name, of one thing."""
    known = language.profile.words("names", "aliases")
    named = language.profile.words("names", "named") - known
    cues = known | named
    quoted_cues = cues | language.profile.words("names", "nicknaming")  # "X, dit « Y »", but "…, dit Y"
    longest = max(len(cue.split(" ")) for cue in cues)
    quotes = language.profile.words("quotes", "opening") | language.profile.words("quotes", "neutral")
    forms, variants = parse.forms, language.grammar.preposition_variants
    ending: dict[int, Mention] = {}
    for mention in chains.mentions:
        if mention.form != "pronoun" and mention.kind != "Position":
            rival = ending.get(mention.last)
            if rival is None or _weight(mention) > _weight(rival):
                ending[mention.last] = mention
    for name in names:
        end = name.first - 1 if parse.tokens[name.first - 1].pos == "DET" else name.first
        quoted = parse.tokens[end - 1].text in quotes  # "alias « Barbecue »"
        end -= quoted
        end -= forms[end - 1] in language.titles  # "connu sous le nom de Mollah Omar"
        for begin in range(max(0, end - longest), end):
            if _spoken(forms[begin:end], variants) not in (quoted_cues if quoted else cues):
                continue
            apart = begin > 0 and forms[begin - 1] in {",", "("}
            nicknamed = parse.tokens[begin].lemma in known  # "X, dit Y, a avoué": read so by the parse
            other = _carrier(parse, chains.mentions, name, ending.get(_before_aside(forms, begin - 1 if apart else begin)))
            said = (
                apart or nicknamed or any("VerbForm=Part" in token.morph for token in parse.tokens[begin:end])
            )  # no "X called Y"
            undecided = forms[begin] in named and not (quoted or nicknamed)
            if undecided and (apart or not _is_called(parse, language, begin, name)):
                continue
            house = other is not None and apart and _is_house(parse, language, other, name)
            alike = other is not None and (house or kinds_agree(other.kind, name.kind))
            if said and alike and other is not None and other.sentence == name.sentence:
                linked = chains.link(other.index, name.index, "alias", 0.9, told=house)
                if linked and other.form == "name":
                    chains.others.add(name.index)
            break


def _carrier(parse: Parse, mentions: Sequence[Mention], alias: Mention, before: Mention | None) -> Mention | None:
    """What bears another name: what is `before` that, or what this only tells of: "la mosquée de X, officiellement Y"."""
    if before is None or parse.tokens[alias.head].dep != "appos":
        return before
    above = parse.tokens[before.head].head
    told_of = above != before.head and above == parse.tokens[alias.head].head
    return next((m for m in mentions if m.head == above and m.form != "pronoun"), None) if told_of else before


def _is_house(parse: Parse, language: Language, one: Mention, other: Mention) -> bool:
    """Whether of a building and a body the one may be called by the name of the other: a mosque, a museum.

    Not where the first only tells of something else: "the shop of Mill Lane, called X".
    """
    if not one.form == other.form == "name" or {one.kind, other.kind} != {"Place", "Organization"}:
        return False
    cases = (parse.tokens[k].lemma for k in parse.children[one.head] if parse.tokens[k].dep == "case")
    return language.grammar.of.isdisjoint(cases)


def _is_called(parse: Parse, language: Language, participle: int, name: Mention) -> bool:
    """Whether a participle gives a name to the noun before it: "a law dubbed X", but "the president named X as …"."""
    after = parse.tokens[name.last] if name.last < len(parse.tokens) else None
    appointed = after is not None and after.lemma in language.grammar.capacity_prepositions
    return parse.tokens[participle].dep == "acl" and not appointed


def _before_aside(forms: Sequence[str], end: int) -> int:
    """Where the words before a parenthesis end, if one closes before word `end`: "X (born 1970), also known as Y"."""
    if end and forms[end - 1] == ")":
        return next((i for i in range(end - 2, max(0, end - _LONGEST_ASIDE), -1) if forms[i] == "("), end)
    return end


def _weight(mention: Mention) -> tuple[bool, int]:
    return mention.form == "name", mention.last - mention.first


def _spoken(words: Sequence[str], variants: Mapping[str, str]) -> str:
    """A phrase with its last word in full: "connu sous le nom d'" -> "connu sous le nom de"."""
    return " ".join([*words[:-1], variants.get(words[-1], words[-1])])


def short_names(chains: Chains, parse: Parse, language: Language, names: Sequence[Mention]) -> None:
    """A surname, or the first words of a body's name, and the full name; nothing where two full names would do.

    A body that the text knows by the short name is not made known by a longer one: "Norvia … Norvia Comfort".
    """
    known = _known_bodies(parse, names)
    suffixes = language.profile.words("names", "company_suffixes")
    begun: Spelled = {}  # by what a name begins with
    ended: Spelled = {}  # by its last word
    for position, name in enumerate(names):
        words = _words(name)
        for end in range(1, len(words)):
            begun.setdefault((name.kind, words[:end]), {})[position] = name
        if len(words) > 1:
            ended.setdefault((name.kind, words[-1:]), {})[position] = name
    first_use: dict[tuple[str, ...], Mention] = {}
    for name in names:
        if name.kind == "Person" and not name.gender:
            first_use.setdefault(_words(name), name)
    ranked = {chains.of(name.index) for name in names if _is_ranked(parse, language, name)}
    for short in names:
        if _is_regnal(parse, language, short) or chains.of(short.index) in ranked or _is_elder(parse, language, short):
            continue
        fits = [
            full
            for full in _full_names(short, begun, ended, _is_common_name(parse, language, short))
            if short.index not in known
            or full.first < known[short.index]
            or (
                _last_word(full) in suffixes
                and not _is_body_itself(language, short)
                and not _is_set_beside(names, short, full)
            )
            if short.link == full.link or None in (short.link, full.link)  # the iPod is more than "iPod nano"
        ]
        if short.gender and short.kind == "Person":
            fits = [full for full in fits if full.gender == short.gender] or fits
        wholes = {chains.of(full.index) for full in fits}
        if len(wholes) == 1:
            nearest = min(fits, key=lambda full: (abs(full.first - short.first), full.first))
            chains.link(nearest.index, short.index, "part of the name", 0.9)
        elif len(wholes) > 1 and short.kind == "Person":
            first_told = {chains.of(full.index): full for full in reversed(fits)}
            kin = {chain for chain, full in first_told.items() if _is_kin(parse, language, full)}
            told = {chains.of(full.index) for full in fits if not _is_of_kin(parse, language, full)} - kin
            own = [full for full in fits if chains.of(full.index) in (told or wholes - kin)] or fits
            whose = _first_called(own, short if short.gender else first_use[_words(short)])
            if whose is not None:
                chains.link(whose.index, short.index, "part of the name, nearest", 0.7)


def _is_set_beside(names: Sequence[Mention], short: Mention, full: Mention) -> bool:
    """Whether a sentence names a body by its short name and then one that a longer name tells: "X sold X Energy"."""
    words = _words(short)
    return any(m.sentence == full.sentence and m.first < full.first and _words(m) == words for m in names)


def _is_body_itself(language: Language, short: Mention) -> bool:
    """Whether a name is but the noun of a body, of which a longer name tells a part: "Senate … Senate Rules Committee"."""
    noun = language.nouns.get(short.text.lower())
    return noun is not None and noun.kind in BODIES


def transliterations(chains: Chains, names: Sequence[Mention]) -> None:
    """A person's name from another script in a second spelling: "Maïa Sandu … Sandou", where no other name sounds so."""
    sounding: dict[str, list[Mention]] = {}
    for name in names:
        if name.kind == "Person" and name.link is None and len(_last_word(name)) >= _SHORTEST_SOUND:
            sounding.setdefault(sounded(_last_word(name)), []).append(name)
    for alike in sounding.values():
        full = [name for name in alike if " " in name.text]
        wholes = {chains.of(name.index) for name in full}
        for name in alike if len(wholes) == 1 or not full else ():
            bare = " " not in name.text
            first = (full or alike)[0]
            if fold(_last_word(first)) == fold(_last_word(name)):
                continue  # what is spelled alike has been judged before
            if not chains.same(first.index, name.index) and (bare or chains.of(name.index) in wholes):
                chains.link(first.index, name.index, "another spelling", 0.8)


def _first_called(fits: Sequence[Mention], short: Mention) -> Mention | None:
    """Of a family, the one whom the text calls by a bare surname: named last before its first use, or next in headlines."""
    before = [full for full in fits if full.first < short.first]
    return before[-1] if before else min(fits, key=lambda full: full.first, default=None)


def _is_of_kin(parse: Parse, language: Language, name: Mention) -> bool:
    """Whether a name only tells whose kin another is: "Ana Vidal, fille d'Ivo Vidal"."""
    token = parse.tokens[name.head]
    behind = token.dep in ("nmod", "appos") and token.head < name.first
    return behind and language.nouns.is_flagged(parse.tokens[token.head].lemma, "family")


def _is_kin(parse: Parse, language: Language, name: Mention) -> bool:
    """Whether a name is told with whose kin it is: "Ivo Vidal et sa fille Ana Vidal"."""
    return name.head < name.first and language.nouns.is_flagged(parse.tokens[name.head].lemma, "family")


def _is_elder(parse: Parse, language: Language, name: Mention) -> bool:
    """Whether a kinship right behind a surname tells one of a family from the others: "Dupuis père"."""
    if name.kind != "Person" or name.last >= len(parse.tokens) or name.last - name.first > 1:
        return False
    behind = parse.tokens[name.last]
    return behind.sentence == name.sentence and language.nouns.is_flagged(behind.text, "family")


def _is_ranked(parse: Parse, language: Language, name: Mention) -> bool:
    """Whether an adjective tells a thing from others of its name: "the original Norvex" is not the Norvex 4."""
    if name.kind not in ("Artifact", "Work"):
        return False
    words = language.profile.words("names", "ranking")
    return any(parse.tokens[kid].lemma.lower() in words for kid in parse.children[name.head])


def _is_regnal(parse: Parse, language: Language, name: Mention) -> bool:
    """Whether an office stands right before a bare given name: "le pape François" has no surname, "le roi Charles" none."""
    before = parse.tokens[name.first - 1] if name.first and name.last - name.first == 1 else None
    title = language.titles.get(before.text.lower()) if before is not None else None
    return title is not None and title.kind == "office" and parse.tokens[name.first].text in language.given_names


def _known_bodies(parse: Parse, names: Sequence[Mention]) -> dict[int, int]:
    """For each mention of a body's name in running text, where the text first writes the name so."""
    first: dict[tuple[str, ...], int] = {}
    bodies = [m for m in names if m.kind == "Organization"]
    for mention in bodies:
        if parse.sentences[mention.sentence].kind == "body":
            first.setdefault(_words(mention), mention.first)
    return {m.index: first[words] for m in bodies if (words := _words(m)) in first}


def other_people(chains: Chains, names: Sequence[Mention]) -> None:
    """Keep apart persons of one surname with different given names."""
    people = [m for m in names if m.kind == "Person" and len(_words(m)) > 1]
    seen: dict[str, Mention] = {}
    for mention in people:
        other = seen.setdefault(_words(mention)[-1], mention)
        one, two = _words(other), _words(mention)
        nested = _contains(one, two) or _contains(two, one) or _is_initialled(one, two) or _is_initialled(two, one)
        if other is not mention and not nested and not chains.same(other.index, mention.index):
            chains.keep_apart(other.index, mention.index, "different given names")


def _is_common_name(parse: Parse, language: Language, name: Mention) -> bool:
    """Whether a name is but a common noun with a capital and a definite article: "the Coast Guard"."""
    before = parse.tokens[name.first - 1] if name.first else None
    definite = before is not None and before.sentence == name.sentence and "Definite=Def" in before.morph
    return definite and name.kind in BODIES and name.text.lower() in language.nouns


def _full_names(short: Mention, begun: Spelled, ended: Spelled, common: bool) -> list[Mention]:
    """The mentions of longer names of which `short` may be a part."""
    words = _words(short)
    few = len(words) == 1 and len(words[0]) < 3 and not short.text.isupper()
    if not words or (few and short.kind != "Person"):  # but "Xi", "Ba" are surnames
        return []
    near = {**begun.get((short.kind, words), {}), **ended.get((short.kind, words[-1:]), {})}
    fitting = (near[position] for position in sorted(near) if _same_gender(short, near[position]))
    longer = ((full, _words(full)) for full in fitting)
    return [
        full
        for full, other in longer
        if (len(other) > len(words) and _shortens(short.kind, words, other, common))
        or (short.kind == "Person" and _is_initialled(words, other))
    ]


def _same_gender(one: Mention, other: Mention) -> bool:
    """Whether two names may be of one person as far as titles and given names tell: "M. Duval" is no "Anne Duval"."""
    return one.kind != "Person" or not (one.gender and other.gender) or one.gender == other.gender


def _shortens(kind: str, short: tuple[str, ...], full: tuple[str, ...], common: bool) -> bool:
    """Whether `short` may stand for `full`: the end or the beginning of a person's name, the beginning of another's.

    A common noun with a capital stands for the name that ends with it too: "the Yemeni Coast Guard … the Coast Guard".
    """
    if common and full[-len(short) :] == short:
        return True
    if kind == "Person":
        return full[-len(short) :] == short or full[: len(short)] == short
    if kind in {"GeopoliticalEntity", "Place"}:
        return False
    return full[: len(short)] == short


def _is_initialled(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is another with letters for given names: "E. Macron", "J.-L. Mélenchon"."""
    if len(short) != len(full) or short[-1] != full[-1] or short == full:
        return False
    return all(a == b or (len(a) == 1 and b.startswith(a)) for a, b in zip(short, full, strict=True))


def _contains(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return set(short) <= set(long)


def _last_word(mention: Mention) -> str:
    return mention.text.split()[-1]


def _words(mention: Mention) -> tuple[str, ...]:
    """The words of a name; of somebody's without Arabic articles: "Bachar el-Assad", "Bashar al-Assad", "Bashar Assad"."""
    words = words_of(mention.text)
    if mention.kind != "Person" or ARTICLES.isdisjoint(words):
        return words
    return tuple(word for word in words if word not in ARTICLES) or words


def _initials(parse: Parse, full: Mention) -> str:
    capitals = [t.text[0] for t in parse.tokens[full.first : full.last] if t.text[0].isupper()]
    return "".join(capitals)


def _is_spelled_out(parse: Parse, full: Mention, short: Mention, letters: str) -> bool:
    """Whether the words from a name's beginning up to the parenthesis spell the acronym: "Office … et à la santé (OAS)"."""
    opening = short.first - 1
    if not 0 < opening - full.last <= _LONGEST_REST or parse.tokens[opening].text != "(":
        return False
    words = (t for t in parse.tokens[full.first : opening] if t.pos not in _JOINING)
    return letters.lower() == "".join(word.text[0].lower() for word in words)


def _is_enclosed(parse: Parse, short: Mention) -> bool:
    """Whether a name stands alone in parentheses."""
    within = short.first > 0 and short.last < len(parse.tokens)
    return within and (parse.tokens[short.first - 1].text, parse.tokens[short.last].text) == ("(", ")")


def _in_parentheses(parse: Parse, full: Mention, short: Mention) -> bool:
    if not 0 < short.first - full.last <= 1 or not _is_enclosed(parse, short):
        return False
    initials, agree = _initials(parse, full), kinds_agree(full.kind, short.kind)
    alike = bool(initials) and short.text[0].upper() == initials[0]
    if short.text.isupper():
        return alike or agree
    return alike and agree and len(initials) > 2 and full.kind in BODIES  # "(Otan)", "(Minusma)"
