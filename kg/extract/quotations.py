"""Quotations and whose words they are: of a verb of saying beside them, of who stands before a colon or behind them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg import ontology
from kg.extract.syntax import Tree
from kg.model import Claim, Event, Mention, Ref

SPEAKERS = ("Actor", "Position", "Work")
SHORT_QUOTE = 4  # words; shorter quotations mark a term, not somebody's words
OPEN = {"«": "»”", "“": "”»", '"': '"', "„": "“”", "”": "”"}
COMMAS = (",", "!", "?")
NEAR = 6  # words between a quotation and the verb behind it, and from that to its subject
QUOTE_SENTENCES = 6  # a quotation that is not closed within so many sentences was never meant to run on


def quotations(tree: Tree) -> Iterator[tuple[int, int]]:
    """Token ranges between quotation marks, marks included; an unclosed one ends with its sentence."""
    done = 0
    for token in tree.tokens:
        if token.i < done or token.text not in OPEN:
            continue
        done = _closed(tree, token.i) + 1
        if done - token.i > SHORT_QUOTE:
            yield token.i, done


def _closed(tree: Tree, opened: int) -> int:
    """The token that ends the quotation that begins at `opened`."""
    closing = OPEN[tree.tokens[opened].text]
    first = tree.tokens[opened].sentence
    final = min(first + QUOTE_SENTENCES, len(tree.parse.sentences)) - 1
    for token in tree.tokens[opened + 1 : tree.parse.sentences[final].last]:
        if token.text in closing and not (token.text in OPEN and _opens_paragraph(tree, token.i)):
            return token.i
    return tree.parse.sentences[first].last - 1


def _opens_paragraph(tree: Tree, i: int) -> bool:
    """Whether token i opens a paragraph, as a quotation mark does that says again that somebody speaks."""
    return "\n" in tree.parse.article.text[tree.tokens[i - 1].end : tree.tokens[i].start]


def is_within(quotations: Sequence[tuple[int, int]], i: int) -> bool:
    """Whether token i stands inside one of these quotations."""
    before = bisect_right(quotations, i, key=lambda span: span[0])
    return before > 0 and i < quotations[before - 1][1]


def find_quotations(
    tree: Tree,
    spans: Sequence[tuple[int, int]],
    claims: list[Claim],
    events: tuple[Event, ...],
    mentions: tuple[Mention, ...],
    at: dict[int, int],
) -> Iterator[Claim]:
    """Quotations whose speaker stands in the same sentence outside the marks, or opens the next one."""
    sayings = [c for c in claims if c.saying is not None and c.speaker is not None]
    by_trigger = sorted(events, key=lambda event: event.trigger)
    triggers = [event.trigger for event in by_trigger]
    sourced = {claim.sentence for claim in claims if claim.saying is None and claim.speaker is not None}
    spoken: tuple[Ref, int] | None = None  # who spoke in the quotation before, and the sentence that ends it or names him
    for k, (first, last) in enumerate(spans):
        quoted = by_trigger[bisect_right(triggers, first) : bisect_left(triggers, last)]
        start, end, place = tree.tokens[first].start, tree.tokens[last - 1].end, tree.tokens[first].sentence
        final = tree.tokens[last - 1].sentence
        goes_on = spoken is not None and _goes_on(tree, first, last, spoken[1])
        saying = _saying_inside(tree, sayings, events, first, last)
        put_in = None if saying is not None else _verb_inside(tree, first, last, mentions, at)
        if saying is None and put_in is None:
            saying = _saying_beside(tree, sayings, events, first, last)
            if saying is not None and _is_of_next(events, saying, spans[k + 1 : k + 2]):
                ended = tree.tokens[spans[k - 1][1] - 1].sentence if k else None
                saying = None if ended == place - 1 else saying  # it goes on what somebody said before
        if put_in is None and final in sourced and (saying is None or saying.sentence > final):
            continue  # '"…", selon X.': whoever the next sentence is about
        content = tuple(sorted(event.index for event in quoted if saying is None or event.index != saying.saying))
        if saying is not None and saying.speaker is not None:
            spoken = saying.speaker, max(saying.sentence, final)
            if content:
                yield replace(saying, content=content, start=start, end=end, sentence=place, direct=True, rule="quotation")
            continue
        rule, speaker = ("quotation", put_in) if put_in is not None else _source(tree, first, last, mentions, at)
        if speaker is None and goes_on and spoken is not None:
            rule, speaker = "quotation", spoken[0]
        if speaker is None:
            rule, speaker = "neighbour", _neighbour(tree, first, last, claims, events, mentions, at)
        if speaker is not None:
            spoken = speaker, final
            if content:
                yield Claim(speaker, None, content, start, end, place, CUES.get(rule, ""), True, rule)


def _is_of_next(events: tuple[Event, ...], saying: Claim, following: Sequence[tuple[int, int]]) -> bool:
    """Whether a verb of saying stands behind the next quotation, whose words it tells: "« … » « … », ajoute son mari"."""
    return saying.saying is not None and any(begin < events[saying.saying].trigger for begin, _ in following)


def _source(tree: Tree, first: int, last: int, mentions: tuple[Mention, ...], at: dict[int, int]) -> tuple[str, Ref | None]:
    """Who speaks by what stands right before or behind a quotation, and the rule that says so."""
    for rule, find in SOURCES:
        speaker = find(tree, first, last, mentions, at)
        if speaker is not None:
            return rule, Ref("mention", speaker.index)
    return "", None


def _before_colon(tree: Tree, quote: int, last: int, mentions: tuple[Mention, ...], at: dict[int, int]) -> Mention | None:
    """Whose words follow the colon before a quotation: the subject's before it ("Le maire est ferme :"), or a person's."""
    if not quote or tree.tokens[quote - 1].text != ":":
        return None
    begin = tree.parse.sentences[tree.tokens[quote - 1].sentence].first
    named = [k for k in range(begin, quote - 1) if k in at and ontology.is_among(mentions[at[k]].kind, SPEAKERS)]
    if any(tree.tokens[k].pos in {"VERB", "AUX"} for k in range(begin, quote - 1)):
        named = [k for k in named if tree.tokens[k].dep.startswith("nsubj")]
    else:
        named = [k for k in named if mentions[at[k]].kind == "Person"]
    return mentions[at[named[0]]] if named else None


def _saying_beside(tree: Tree, sayings: list[Claim], events: tuple[Event, ...], first: int, last: int) -> Claim | None:
    own = tree.tokens[first].sentence
    final = tree.tokens[last - 1].sentence
    introduced = first > 0 and tree.tokens[first - 1].text == ":"
    best: tuple[int, Claim] | None = None
    for claim in sayings:
        trigger = events[claim.saying].trigger if claim.saying is not None else -1
        if first < trigger < last or not own <= claim.sentence <= final + 1:
            continue
        if claim.sentence > final and tree.tokens[trigger].pos == "NOUN":
            continue  # "… » Le colonel répondait aux accusations de l'ONU"
        if (
            claim.sentence > final
            and _is_of_another(tree, trigger, first, last)
            and (introduced or _tells_next(tree, trigger))
        ):
            continue  # 'The statement says: "…" X said: "…"'
        distance = min(abs(trigger - first), abs(trigger - last)) + 100 * (claim.sentence > final)
        if claim.sentence > final and trigger - last > 12:  # the speaker of a quotation block opens the next sentence
            continue
        if best is None or distance < best[0]:
            best = (distance, claim)
    return best[1] if best else None


def _saying_inside(tree: Tree, sayings: list[Claim], events: tuple[Event, ...], first: int, last: int) -> Claim | None:
    """The verb put into the first sentence of a quotation, with its speaker behind it: "« La ville, dit X, est sûre. »"."""
    for claim in sayings:
        if claim.saying is None or claim.sentence != tree.tokens[min(first + 1, last - 1)].sentence:
            continue
        trigger = events[claim.saying].trigger
        if not first < trigger < last or tree.tokens[trigger].dep not in {"parataxis", "root"}:
            continue
        subject = tree.first(trigger, "nsubj")
        start = min([trigger, *(kid for kid in tree.dependents(trigger, "aux", "expl:comp") if kid > first)])
        if subject is not None and subject > trigger and tree.tokens[start - 1].text in COMMAS:
            return claim
    return None


def _is_of_another(tree: Tree, saying: int, first: int, last: int) -> bool:
    """Whether a verb of the sentence behind a quotation may have another speaker.

    Not in "…, a-t-il dit", "He added that", "X left, saying "…" X said that".
    """
    subject = tree.first(saying, "nsubj")
    if tree.tokens[last].text in COMMAS or (subject is not None and tree.tokens[subject].pos == "PRON"):
        return False
    begin = tree.parse.sentences[tree.tokens[first].sentence].first
    return subject is None or all(token.text != tree.tokens[subject].text for token in tree.tokens[begin:first])


def _tells_next(tree: Tree, saying: int) -> bool:
    """Whether a verb behind a quotation has words of its own: 'X said: "…"', "X said that …"."""
    end = tree.parse.sentences[tree.tokens[saying].sentence].last
    quoting = any(token.text in OPEN for token in tree.tokens[saying + 1 : min(saying + 1 + NEAR, end)])
    return quoting or any(kid > saying for kid in tree.dependents(saying, "ccomp"))


def _beside_verb(tree: Tree, first: int, last: int, mentions: tuple[Mention, ...], at: dict[int, int]) -> Mention | None:
    """The subject of a verb right behind a quotation, whatever it means: "… », a crié Ana Vidal"."""
    sentence = tree.parse.sentences[tree.tokens[last - 1].sentence]
    begin = last + 1 if last < sentence.last and tree.tokens[last].text == "," else last
    apart = begin > last or tree.tokens[last - 2].text in COMMAS
    verb = next((k for k in range(begin, min(begin + NEAR, sentence.last)) if tree.tokens[k].pos == "VERB"), None)
    if verb is None or not apart or not tree.is_finite(verb) or tree.first(verb, "obj", "mark", "cc") is not None:
        return None
    subject = tree.first(verb, "nsubj")
    near = subject is not None and begin <= subject < verb + NEAR and subject in at
    return _speaking(mentions[at[subject]]) if near and subject is not None else None


def _speaking(mention: Mention) -> Mention | None:
    return mention if ontology.is_among(mention.kind, SPEAKERS) else None


def _goes_on(tree: Tree, first: int, last: int, before: int) -> bool:
    """Whether a quotation of whole sentences follows the sentence that names who speaks, or a paragraph of his words."""
    own, final = tree.tokens[first].sentence, tree.tokens[last - 1].sentence
    sentences = tree.parse.sentences
    whole = first == sentences[own].first and last >= sentences[final].last - 1
    return whole and own == before + 1


def _verb_inside(tree: Tree, first: int, last: int, mentions: tuple[Mention, ...], at: dict[int, int]) -> Ref | None:
    """The subject of any verb put into the first sentence of a quotation: "« Ils sont venus, se souvient Ana. »"."""
    end = min(last, tree.parse.sentences[tree.tokens[first + 1].sentence].last)
    for verb in range(first + 1, end):
        if tree.tokens[verb].dep != "parataxis" or tree.tokens[verb].pos != "VERB" or not first < tree.head(verb) < verb:
            continue
        subject = tree.first(verb, "nsubj")
        if (
            subject is None
            or not verb < subject < end
            or subject not in at
            or tree.first(verb, "obj", "mark", "cc") is not None
        ):
            continue
        begin = min([verb, *tree.dependents(verb, "aux", "expl:comp")])
        if tree.tokens[begin - 1].text in COMMAS and ontology.is_among(mentions[at[subject]].kind, SPEAKERS):
            return Ref("mention", at[subject])
    return None


def _neighbour(
    tree: Tree,
    first: int,
    last: int,
    claims: Sequence[Claim],
    events: tuple[Event, ...],
    mentions: tuple[Mention, ...],
    at: dict[int, int],
) -> Ref | None:
    """Who tells the sentence before a quotation that makes up whole sentences, or is the subject of one beside it."""
    sentences = tree.parse.sentences
    own, final = tree.tokens[first].sentence, tree.tokens[last - 1].sentence
    if first != sentences[own].first or last < sentences[final].last:
        return None
    if own and _adjoin(tree, own - 1, own) and (teller := _teller(tree, own - 1, claims, events)) is not None:
        return teller
    for k in (own - 1, final + 1):
        if 0 <= k < len(sentences) and _adjoin(tree, *sorted((k, own if k < own else final))):
            speaker = _subject(tree, k, mentions, at)
            if speaker is not None:
                return Ref("mention", speaker.index)
    return None


def _teller(tree: Tree, sentence: int, claims: Sequence[Claim], events: tuple[Event, ...]) -> Ref | None:
    """On whose word a whole sentence stands: "Selon l'armée, …", "The ministry said that …"."""
    for claim in claims:
        if claim.sentence != sentence or claim.speaker is None or not claim.content:
            continue
        saying = None if claim.saying is None else events[claim.saying]
        whole = any(tree.tokens[events[i].trigger].dep == "root" for i in claim.content)
        if (saying is None and whole) or (
            saying is not None and saying.factuality == "Actual" and tree.tokens[saying.trigger].dep == "root"
        ):
            return claim.speaker
    return None


def _adjoin(tree: Tree, left: int, right: int) -> bool:
    """Whether two sentences follow each other within one paragraph."""
    before, after = tree.parse.sentences[left], tree.parse.sentences[right]
    return "\n" not in tree.parse.article.text[before.end : after.start]


def _subject(tree: Tree, sentence: int, mentions: tuple[Mention, ...], at: dict[int, int]) -> Mention | None:
    """The person who is the subject of a sentence's main verb and does something."""
    span = tree.parse.sentences[sentence]
    root = next((k for k in range(span.first, span.last) if tree.head(k) == k), None)
    quoting = any(t.text in OPEN for t in tree.tokens[span.first : span.last])
    subject = None if root is None or quoting else tree.first(root, "nsubj")
    person = subject is not None and subject in at and mentions[at[subject]].kind == "Person"
    return mentions[at[subject]] if person and subject is not None else None


SOURCES = (("colon", _before_colon), ("quotation", _beside_verb))  # in this order
CUES = {"colon": ":"}
