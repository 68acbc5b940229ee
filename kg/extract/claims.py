"""Who says it: each event inside somebody's words is attributed to the speaker.

Four constructions: a verb or noun of saying with its complement ("X a annoncé que …", "…, said X"), an attitude ("X is
convinced that"), a source phrase ("selon X", "according to X"), and a quotation whose speaker stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from kg import ontology
from kg.extract.arguments import is_fronted_speech
from kg.extract.quotations import SPEAKERS, find_quotations, is_within, quotations
from kg.extract.syntax import Tree
from kg.model import Claim, Event, Mention, Ref

OBLIQUE = ("obl", "obl:arg", "obl:mod", "nmod", "advcl", "obl:agent")
HELD = ("ccomp", "xcomp")
DENYING = ("Denial", "Rejection")
ASKING = ("Demand", "Commitment", "Threat")
SOURCE = "source phrase"
BRACKETS = {"(": ")", "[": "]"}
TELLING = ("Statement", "Announcement", "Publication")


def find_claims(
    tree: Tree, mentions: tuple[Mention, ...], at: dict[int, int], events: tuple[Event, ...]
) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """The claims of a parse, and its events with the speaker on whose word each stands.

    `at` gives the mention of each token.
    """
    by_token = {e.trigger: e for e in events}
    quoted = list(quotations(tree))
    claims = [
        *_said(tree, quoted, events, by_token),
        *_believed(tree, mentions, at, by_token),
        *_inserted(tree, mentions, at, by_token),
        *_sourced(tree, quoted, mentions, at, by_token),
    ]
    claims.extend(find_quotations(tree, quoted, claims, events, mentions, at))
    claims = _without_brackets(tree, claims, events)
    speaker = _nearest_speaker(
        claims, frozenset(m.index for m in mentions if m.form == "pronoun" and m.is_speaker and m.number == "p")
    )
    attributed = tuple(replace(e, attributed_to=speaker[e.index]) if e.index in speaker else e for e in events)
    return tuple(claims), attributed


def _without_brackets(tree: Tree, claims: list[Claim], events: tuple[Event, ...]) -> list[Claim]:
    """The claims without what the writer adds in brackets to others' words: "said the army (which fled in May) was back"."""
    opened = [t.i for t in tree.tokens if t.text in BRACKETS]
    spans = [(i, close) for i in opened if (close := _closing(tree, i)) is not None]
    if not spans:
        return claims
    added = {e.index: span for e in events for span in spans if span[0] < e.trigger < span[1]}
    told = (tuple(i for i in claim.content if not _is_added(tree, claim, added.get(i))) for claim in claims)
    return [replace(claim, content=content) for claim, content in zip(claims, told, strict=True)]


def _closing(tree: Tree, i: int) -> int | None:
    """Where the bracket that opens at word `i` closes in its sentence."""
    rest = tree.tokens[i + 1 : tree.parse.sentences[tree.tokens[i].sentence].last]
    return next((t.i for t in rest if t.text == BRACKETS[tree.tokens[i].text]), None)


def _is_added(tree: Tree, claim: Claim, span: tuple[int, int] | None) -> bool:
    """Whether what stands in a bracket is told beside a claim, whose speaker stands outside it."""
    return span is not None and not tree.tokens[span[0]].start < claim.start < tree.tokens[span[1]].start


def _speaker(event: Event) -> Ref | None:
    return next((r.filler for r in event.roles if r.name == "agent" and r.filler.to == "mention"), None)


def _said(
    tree: Tree, quoted: Sequence[tuple[int, int]], events: tuple[Event, ...], by_token: dict[int, Event]
) -> Iterator[Claim]:
    """Verbs and nouns of saying with what they say."""
    for saying in events:
        refuses = saying.kind == "Rejection"  # "rejected the charge that it had supplied drones"
        if not refuses and not ontology.is_a(saying.kind, "Communication"):
            continue
        # "n'a pas confirmé que", "a demandé à X de confirmer que": it is not on that word
        unsaid = saying.factuality == "Negated" or _is_bidden(tree, saying)
        inside = _in_object(tree, saying, by_token) if refuses else _content(tree, quoted, saying, events, by_token)
        # "a demandé de rebâtir l'école détruite", "disputed that it was hit in the raid": the text itself says that it was
        asked = saying.kind in ASKING or saying.kind == "Denial"
        content = sorted({i for i in inside if not (asked and events[i].factuality == "Actual")}) if not unsaid else []
        above = by_token.get(tree.head(saying.trigger))
        if above is not None and above.kind == "Demand" and tree.tokens[saying.trigger].dep in HELD:
            content = []  # "asked the army to confirm the arrest": it has not said so yet
        if above is not None and above.kind in DENYING and tree.tokens[saying.trigger].dep == "obj":
            content = [i for i in content if events[i].factuality != "Negated"]  # "deny the army's claim that they fled"
        if content or (_speaker(saying) is not None and not refuses):
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


def _is_bidden(tree: Tree, saying: Event) -> bool:
    """Whether somebody is only asked to say something, and has not: "a demandé à la Libye de confirmer l'extradition"."""
    token, grammar = tree.tokens[saying.trigger], tree.grammar
    bidden = token.dep == "xcomp" and token.has("VerbForm=Inf") and saying.factuality == "Possible"
    return bidden and tree.lemmas[token.head] in grammar.dative_control | grammar.object_control


def _content(
    tree: Tree, quoted: Sequence[tuple[int, int]], saying: Event, events: tuple[Event, ...], by_token: dict[int, Event]
) -> Iterator[int]:
    token = tree.tokens[saying.trigger]
    for role in saying.roles:
        if role.filler.to != "event":
            continue
        inner = events[role.filler.index]
        if saying.kind == "Denial" and inner.factuality == "Actual":
            continue  # "nie l'accusation": it was made, and on another's word
        aside = token.dep == "acl:relcl" and token.head == inner.trigger  # "in an attack which Norvia condemned"
        blamed = role.name == "patient" and saying.kind == "Criticism" and tree.is_indefinite(inner.trigger) and not aside
        if blamed or role.name in {"topic", "theme"}:  # "a dénoncé une fraude massive"
            yield inner.index
            if role.rule.endswith("(reattached)") and tree.is_finite(inner.trigger):
                yield from (e.index for e in _events_below(tree, inner.trigger, by_token))
    for kid in tree.kids[token.i]:
        dep = tree.tokens[kid].dep
        fronted = dep == "advcl" and kid < token.i and is_fronted_speech(tree, kid)
        fronted = fronted or (dep == "dep" and _is_headline_before(tree, kid, token.i))
        if dep in HELD or fronted or (dep == "acl" and token.pos == "NOUN"):
            yield from (e.index for e in _events_below(tree, kid, by_token))
    yield from _in_object(tree, saying, by_token)
    called = (kid for kid in tree.dependents(token.i, "obl", "obl:arg") if kid in by_token and tree.is_indefinite(kid))
    # "described the operation as a massacre"
    yield from (by_token[k].index for k in called if tree.preposition(k) in tree.grammar.capacity_prepositions)
    told = saying.kind in TELLING and token.dep == "advcl"
    told = told and tree.parse.sentences[saying.sentence].kind == "body"  # in a headline "as" is "while"
    as_said = told and tree.mark(token.i) in tree.grammar.reporting_marks  # "comme l'a révélé X, …"
    own = tree.first(token.i, "obj")  # "cheered investors as it announced a dividend" says no more than that
    as_said = as_said and (own is None or tree.tokens[own].pos == "PRON")
    as_said = as_said and tree.first(token.i, "ccomp") is None  # "shares fell, as analysts said it would take a year"
    inserted = token.dep == "parataxis" and (not is_within(quoted, token.i) or is_within(quoted, token.head))
    if (inserted or as_said) and token.head != token.i:  # "…, a déclaré X": the main clause is what is said
        inside = {e.index for e in _events_below(tree, token.i, by_token)} | set(_told_over(tree, token.i, by_token))
        inside |= {e.index for k in _joined_words(tree, token.i, by_token) for e in _events_below(tree, k, by_token)}
        yield from (e.index for e in _events_below(tree, token.head, by_token) if e.index not in inside)


def _joined_words(tree: Tree, saying: int, by_token: dict[int, Event]) -> Iterator[int]:
    """The clauses behind an inserted verb that somebody else tells: "…, the navy said, and 40 drowned, survivors added"."""
    for verb in tree.dependents(tree.head(saying), "conj"):
        told = verb > saying and verb in by_token and ontology.is_a(by_token[verb].kind, "Communication")
        if told and tree.first(verb, "nsubj") is not None and tree.first(verb, "ccomp") is not None:
            yield verb


def _told_over(tree: Tree, saying: int, by_token: dict[int, Event]) -> Iterator[int]:
    """Sayings of who passes on what an inserted verb tells: "…, a annoncé le ministre, rapporte l'AFP"."""
    main = tree.head(saying)
    later = (k for k in tree.dependents(main, "parataxis") if k > saying)
    over = (*later, main) if main > saying else later  # "…, the ministry said, the BBC reported"
    for verb in over:
        if verb in by_token and by_token[verb].kind in TELLING:
            yield by_token[verb].index


def _in_object(tree: Tree, saying: Event, by_token: dict[int, Event]) -> Iterator[int]:
    """What the object of a verb of saying contains: "dismissed claims that the driver had been shot"."""
    if saying.kind == "Criticism":
        return  # who criticises an idea does not say so
    for noun in tree.dependents(saying.trigger, "obj", "nsubj:pass"):
        told = noun in by_token and saying.kind not in DENYING  # on its speaker's word: "confirmed the claim that"
        for clause in tree.dependents(noun, "acl", "acl:relcl") if not told else ():
            denied = saying.kind == "Denial" and bool(tree.mark(clause))  # "rejected the claim to have shot him"
            if tree.is_content(clause) or tree.is_of_source(clause) or denied:
                inside = _events_below(tree, clause, by_token)  # who rejects an accusation makes none
                yield from (e.index for e in inside if saying.kind not in DENYING or e.factuality == "Negated")


def _is_headline_before(tree: Tree, noun: int, saying: int) -> bool:
    """Whether a noun with all that hangs on it is what a headline says: "Two farmers abducted in Borno, army says"."""
    end = max(tree.below(noun)) + 1
    return noun < saying and tree.tokens[noun].pos in {"NOUN", "PROPN"} and end < saying and tree.tokens[end].text == ","


def _believed(tree: Tree, mentions: tuple[Mention, ...], at: dict[int, int], by_token: dict[int, Event]) -> Iterator[Claim]:
    """ "X is convinced that Y": what somebody is sure of stands on that word alone."""
    for token in tree.of_lemma(tree.grammar.convinced):
        i = token.i
        if i in by_token:
            continue
        subject, clause = tree.first(i, "nsubj", "nsubj:pass"), tree.first(i, *HELD)
        if subject is None or clause is None or not tree.is_finite(clause) or subject not in at:
            continue
        mention = mentions[at[subject]]
        content = tuple(sorted({e.index for e in _events_below(tree, clause, by_token)}))
        doubts = any(tree.lemmas[k] in tree.grammar.negators for k in tree.dependents(i, "advmod"))
        if content and ontology.is_among(mention.kind, (*SPEAKERS, "Entity")) and not doubts:
            ref = Ref("mention", mention.index)
            yield Claim(ref, None, content, mention.start, mention.end, token.sentence, token.lemma, rule="conviction")


def _inserted(tree: Tree, mentions: tuple[Mention, ...], at: dict[int, int], by_token: dict[int, Event]) -> Iterator[Claim]:
    """ "…, parie l'analyste": an inserted verb with its subject behind it says the rest, whatever it means."""
    for token in tree.of_pos("VERB"):
        i = token.i
        if token.dep != "parataxis" or i in by_token or token.head > i:
            continue
        subject = tree.first(i, "nsubj")
        if subject is None or subject < i or subject not in at or tree.first(i, "obj", "mark", "cc") is not None:
            continue
        mention = mentions[at[subject]]
        inside = {e.index for e in _events_below(tree, i, by_token)}
        content = tuple(sorted({e.index for e in _events_below(tree, token.head, by_token)} - inside))
        if content and ontology.is_among(mention.kind, SPEAKERS):
            ref = Ref("mention", mention.index)
            yield Claim(ref, None, content, mention.start, mention.end, token.sentence, token.lemma, rule="insertion")


def _events_below(tree: Tree, top: int, by_token: dict[int, Event]) -> Iterator[Event]:
    """Events in the subtree of `top`, in no particular order."""
    todo = [top]
    for node in todo:
        if node in by_token:
            yield by_token[node]
        todo += [k for k in tree.kids[node] if not _is_other_word(tree, k, by_token) and not _is_remark(tree, k)]


def _is_remark(tree: Tree, i: int) -> bool:
    """Whether "what" behind a comma opens the writer's own words on the rest: "…, ce que l'armée n'a pas commenté"."""
    token = tree.tokens[i]
    alone = token.pos == "PRON" and token.dep in {"dep", "appos", "parataxis"} and tree.tokens[i - 1].text == ","
    return alone and any(tree.first(clause, "nsubj", "nsubj:pass") is not None for clause in tree.dependents(i, "acl:relcl"))


def _is_other_word(tree: Tree, clause: int, by_token: dict[int, Event]) -> bool:
    """Whether a clause beside what is said tells what somebody else says: "…, while Norvia warned of delays"."""
    event, dep = by_token.get(clause), tree.tokens[clause].dep
    if event is not None and event.kind == "Denial" and dep != "ccomp" and tree.first(clause, "nsubj") is not None:
        return True  # "a accusé X d'avoir tiré, ce que X nie"
    aside = dep == "advcl" and tree.mark(clause) in tree.grammar.aside_marks
    against = dep == "conj" and any(tree.tokens[k].lemma in tree.grammar.adversative for k in tree.dependents(clause, "cc"))
    if event is None or not (aside or against):  # "selon X, … mais Y l'a démenti"
        return False
    return ontology.is_a(event.kind, "Communication") and tree.first(clause, "nsubj", "nsubj:pass") is not None


def _sourced(
    tree: Tree,
    quoted: Sequence[tuple[int, int]],
    mentions: tuple[Mention, ...],
    at: dict[int, int],
    by_token: dict[int, Event],
) -> Iterator[Claim]:
    """ "selon X", "according to X": the clause that the phrase hangs on is X's word; in a quotation, no clause around it."""
    sources = tree.grammar.attribution_prepositions
    for token in tree.of_dep(*OBLIQUE):
        preposition, noun = tree.oblique(token.i)  # "aux dires de X"
        if preposition not in sources:
            continue
        relative = tree.antecedent(token.i) if tree.is_relative(token.i) else None  # "le ministre, selon qui …"
        sources_named = list(_sources(tree, noun if relative is None else relative, mentions, at))
        if not sources_named:
            continue
        head = tree.head(token.i)
        while tree.tokens[head].pos not in {"VERB", "AUX"} and tree.head(head) != head:
            head = tree.head(head)
        if is_within(quoted, token.i) and not is_within(quoted, head):
            continue
        own = {e.index for e in _events_below(tree, token.i, by_token)}
        told = [e for e in _events_below(tree, head, by_token) if e.index not in own]
        counted = [e for e in told if e.quantities] if tree.lemmas[noun] in tree.grammar.tallies else []
        if counted and not any(tree.head(e.trigger) == head != e.trigger for e in counted):
            told = counted  # of "ils poursuivent la guerre, qui a fait dix morts" the toll alone
        inside = is_within(quoted, token.i)  # « Selon X, la ville est tombée », a dit Y: that Y says so is not X's word
        content = sorted({e.index for e in told if not inside or is_within(quoted, e.trigger)})
        for mention in sources_named if content else ():
            ref = Ref("mention", mention.index)
            yield Claim(ref, None, tuple(content), mention.start, mention.end, token.sentence, preposition, rule=SOURCE)


def _sources(tree: Tree, noun: int, mentions: tuple[Mention, ...], at: dict[int, int]) -> Iterator[Mention]:
    """Whose word a source phrase gives: "selon la police et le parquet"."""
    for one in (noun, *tree.dependents(noun, "conj")):
        source = _source(tree, one, mentions, at) if one == noun or one in at else None
        if source is not None:
            yield mentions[at[source]]


def _source(tree: Tree, noun: int, mentions: tuple[Mention, ...], at: dict[int, int]) -> int | None:
    """Whose word a source is: the one named, or the one whose tally or estimate it is: "selon un bilan de la police"."""
    of = (k for k in tree.dependents(noun, "nmod", "nmod:poss") if tree.preposition(k) in {"", *tree.grammar.of})
    by = (k for made in tree.dependents(noun, "acl") for k in tree.dependents(made, "obl:agent"))
    for k in (noun, *of, *by):  # "une enquête réalisée par l'AP"
        if k in at and ontology.is_among(mentions[at[k]].kind, (*SPEAKERS, "Entity")):
            return k
    return None


def _nearest_speaker(claims: list[Claim], we: Set[int]) -> dict[int, tuple[Ref, ...]]:
    """For each event who speaks in the smallest claim that holds it; a saying is not attributed to itself.

    What "we" say within somebody's words is on the word of that one.
    """
    speakers: dict[int, tuple[Claim, tuple[Ref, ...]]] = {}
    for claim in sorted(claims, key=lambda claim: claim.speaker is not None and claim.speaker.index in we):
        if claim.speaker is None:
            continue
        for index in claim.content:
            if index == claim.saying:
                continue
            nearest, refs = speakers.get(index, (None, ()))
            if nearest is None or (claim.speaker.index not in we and len(claim.content) < len(nearest.content)):
                speakers[index] = claim, (claim.speaker,)
            elif claim.rule == nearest.rule == SOURCE and claim.content == nearest.content:
                speakers[index] = nearest, (*refs, claim.speaker)  # "selon A et B"
    return {index: refs for index, (_, refs) in sorted(speakers.items())}
