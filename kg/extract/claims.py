"""Who says it: each event inside somebody's words is attributed to the speaker.

Three constructions: a verb or noun of saying with its complement ("X a annoncé que …", "…, said X"), a source
phrase ("selon X", "according to X"), and a quotation whose speaker stands beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from kg import ontology
from kg.extract.roles import mentions_by_token
from kg.extract.syntax import Tree
from kg.lang import Language
from kg.model import Claim, Event, Mention, Parse, Ref

SPEAKERS = ("Actor", "Position", "Work")
SHORT_QUOTE = 4  # words; shorter quotations mark a term, not somebody's words
OPEN = {"«": "»”", "“": "”»", '"': '"', "„": "“”", "”": "”"}
QUOTE_SENTENCES = 6  # a quotation that is not closed within so many sentences was never meant to run on
CONTENT_DEPS = ("ccomp", "xcomp", "parataxis", "csubj", "acl", "advcl")


def find_claims(
    parse: Parse, language: Language, mentions: tuple[Mention, ...], events: tuple[Event, ...]
) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """The claims of a parse, and its events with the speaker on whose word each stands."""
    tree = Tree(parse, language.grammar)
    by_token = {e.trigger: e for e in events}
    at = mentions_by_token(mentions, tree, language)
    claims = [
        *_said(tree, events, by_token),
        *_sourced(tree, mentions, at, by_token),
    ]
    claims.extend(_quoted(tree, claims, events, mentions, at))
    speaker = _nearest_speaker(claims, events)
    attributed = tuple(replace(e, attributed_to=speaker[e.index]) if e.index in speaker else e for e in events)
    return tuple(claims), attributed


def _speaker(event: Event) -> Ref | None:
    return next((r.filler for r in event.roles if r.name == "agent" and r.filler.to == "mention"), None)


def _said(tree: Tree, events: tuple[Event, ...], by_token: dict[int, Event]) -> Iterator[Claim]:
    """Verbs and nouns of saying with what they say."""
    for saying in events:
        if not ontology.is_a(saying.kind, "Communication"):
            continue
        content = sorted(set(_content(tree, saying, events, by_token)))
        if content or _speaker(saying) is not None:
            yield Claim(
                _speaker(saying),
                saying.index,
                tuple(content),
                saying.start,
                saying.end,
                saying.sentence,
                tree.tokens[saying.trigger].lemma,
                rule="saying",
            )


def _content(tree: Tree, saying: Event, events: tuple[Event, ...], by_token: dict[int, Event]) -> Iterator[int]:
    token = tree.tokens[saying.trigger]
    for role in saying.roles:
        if role.name in {"topic", "theme"} and role.filler.to == "event":
            yield role.filler.index
            if role.rule.endswith("(reattached)") and tree.is_finite(events[role.filler.index].trigger):
                yield from (e.index for e in _events_below(tree, events[role.filler.index].trigger, by_token))
    for kid in tree.kids[token.i]:
        dep = tree.tokens[kid].dep
        fronted = dep == "advcl" and kid < token.i and not tree.mark(kid) and tree.is_finite(kid)
        if dep in {"ccomp", "xcomp"} or fronted or (dep == "acl" and token.pos == "NOUN"):
            yield from (e.index for e in _events_below(tree, kid, by_token))
    if token.dep == "parataxis" and token.head != token.i:  # "…, a déclaré X": the main clause is what is said
        inside = {e.index for e in _events_below(tree, token.i, by_token)}
        yield from (e.index for e in _events_below(tree, token.head, by_token) if e.index not in inside)


def _events_below(tree: Tree, top: int, by_token: dict[int, Event]) -> Iterator[Event]:
    """Events in the subtree of `top`, in no particular order."""
    todo, seen = [top], set[int]()
    while todo:
        node = todo.pop()
        if node in seen:
            continue
        seen.add(node)
        if node in by_token:
            yield by_token[node]
        todo.extend(kid for kid in tree.kids[node] if not _is_other_word(tree, kid, by_token))


def _is_other_word(tree: Tree, clause: int, by_token: dict[int, Event]) -> bool:
    """Whether a clause beside what is said tells what somebody else says: "…, while Norvia warned of delays"."""
    event, dep = by_token.get(clause), tree.tokens[clause].dep
    if event is not None and event.kind == "Denial" and dep != "ccomp" and tree.first(clause, "nsubj") is not None:
        return True  # "a accusé X d'avoir tiré, ce que X nie"
    aside = dep == "advcl" and tree.mark(clause) in tree.grammar.aside_marks
    against = dep == "conj" and any(tree.tokens[k].lemma in tree.grammar.adversative for k in tree.dependents(clause, "cc"))
    if event is None or not (aside or against):  # "selon X, … mais Y l'a démenti"
        return False
    return ontology.is_a(event.kind, "Communication") and tree.first(clause, "nsubj") is not None


def _sourced(tree: Tree, mentions: tuple[Mention, ...], at: dict[int, int], by_token: dict[int, Event]) -> Iterator[Claim]:
    """ "selon X", "according to X": the clause that the phrase hangs on is X's word."""
    sources = tree.grammar.attribution_prepositions
    for token in tree.tokens:
        if token.dep not in {"obl", "obl:arg", "obl:mod", "nmod", "advcl", "obl:agent"}:
            continue
        preposition, source = tree.oblique(token.i)  # "aux dires de X"
        if preposition not in sources or source not in at or tree.is_relative(token.i):  # "les rumeurs selon lesquelles"
            continue
        mention = mentions[at[source]]
        if not ontology.is_among(mention.kind, (*SPEAKERS, "Entity")):
            continue
        head = tree.head(token.i)
        while tree.tokens[head].pos not in {"VERB", "AUX"} and tree.head(head) != head:
            head = tree.head(head)
        own = {e.index for e in _events_below(tree, token.i, by_token)}
        content = sorted({e.index for e in _events_below(tree, head, by_token)} - own)
        if content:
            ref = Ref("mention", mention.index)
            yield Claim(
                ref, None, tuple(content), mention.start, mention.end, token.sentence, preposition, rule="source phrase"
            )


def _quotations(tree: Tree) -> Iterator[tuple[int, int]]:
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
        if token.text in closing:
            return token.i
    return tree.parse.sentences[first].last - 1


def _quoted(
    tree: Tree, claims: list[Claim], events: tuple[Event, ...], mentions: tuple[Mention, ...], at: dict[int, int]
) -> Iterator[Claim]:
    """Quotations whose speaker stands in the same sentence outside the marks, or opens the next one."""
    sayings = [c for c in claims if c.saying is not None and c.speaker is not None]
    by_trigger = sorted(events, key=lambda event: event.trigger)
    triggers = [event.trigger for event in by_trigger]
    for first, last in _quotations(tree):
        quoted = by_trigger[bisect_right(triggers, first) : bisect_left(triggers, last)]
        content = tuple(sorted(event.index for event in quoted))
        if not content:
            continue
        saying = _saying_beside(tree, sayings, events, first, last)
        if saying is not None:
            yield replace(
                saying,
                content=content,
                start=tree.tokens[first].start,
                end=tree.tokens[last - 1].end,
                sentence=tree.tokens[first].sentence,
                direct=True,
                rule="quotation",
            )
            continue
        speaker = _before_colon(tree, first, mentions, at)
        if speaker is not None:
            ref, place = Ref("mention", speaker.index), tree.tokens[first].sentence
            yield Claim(ref, None, content, speaker.start, speaker.end, place, ":", direct=True, rule="colon")


def _before_colon(tree: Tree, quote: int, mentions: tuple[Mention, ...], at: dict[int, int]) -> Mention | None:
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
    best: tuple[int, Claim] | None = None
    for claim in sayings:
        trigger = events[claim.saying].trigger if claim.saying is not None else -1
        if first < trigger < last or not own <= claim.sentence <= final + 1:
            continue
        distance = min(abs(trigger - first), abs(trigger - last)) + 100 * (claim.sentence > final)
        if claim.sentence > final and trigger - last > 12:  # the speaker of a quotation block opens the next sentence
            continue
        if best is None or distance < best[0]:
            best = (distance, claim)
    return best[1] if best else None


def _nearest_speaker(claims: list[Claim], events: tuple[Event, ...]) -> dict[int, Ref]:
    """For each event the speaker of the smallest claim that holds it; a saying is not attributed to itself."""
    speaker: dict[int, tuple[int, Ref]] = {}
    for claim in claims:
        if claim.speaker is None:
            continue
        for index in claim.content:
            if index == claim.saying:
                continue
            size = len(claim.content)
            if index not in speaker or size < speaker[index][0]:
                speaker[index] = (size, claim.speaker)
    return {index: ref for index, (_, ref) in sorted(speaker.items())}
