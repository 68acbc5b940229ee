"""Which words evoke an event or a relation: the frames' verbs and nouns, in the construction that is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from kg.extract.arguments import surface_arguments
from kg.extract.constructions import Construction, object_lemmas
from kg.extract.nounarguments import noun_arguments
from kg.extract.phrases import CLOSING, OF, OPENING
from kg.extract.syntax import Argument, Tree
from kg.lang.frames import Entry, Frame, Trigger
from kg.model import PROSE, VERBAL


from kg.lang.frames import Entry, Frame, Frames, Slot, Support, Trigger
from kg.model import PROSE, VERBAL, Token

NOMINAL = {"NOUN", "PROPN"}
LONGEST_QUOTED = 5  # words of the name of an event in quotation marks
LEFT = {"adj", "compound"}  # what may hang on any word of a phrase: "the US drone strike"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A token that may evoke any of `entries` (most specific first), with its logical arguments."""

    token: int
    nominal: bool
    entries: tuple[Entry, ...]
    arguments: tuple[Argument, ...]
    first: int  # token range of the trigger words
    last: int

    @property
    def is_phrase(self) -> bool:
        """Whether several words tell the event, so that none of them alone does: "missile strike"."""
        return self.nominal and self.last - self.first > 1


def find_candidates(
    tree: Tree, verbs: Mapping[str, tuple[Entry, ...]], nouns: Mapping[str, tuple[Entry, ...]], blocked: frozenset[int]
) -> dict[int, Candidate]:
    """Candidates by token index, in text order. Tokens in `blocked` (inside names) evoke nothing."""
    found: dict[int, Candidate] = {}
    named = tree.grammar.named_events
    listed = (
        token
        for token, lemma in zip(tree.tokens, tree.lemmas, strict=True)
        if lemma in nouns or token.lemma in verbs or lemma in named or token.i in tree.causatives
    )
    for token in listed:
        if token.i in blocked or token.i in found:  # found: the head of a phrase that began before it: "drone strike"
            continue
        if tree.parse.sentences[token.sentence].kind not in PROSE:
            continue
        entries = nouns.get(tree.lemmas[token.i], ())
        candidate = _phrase_candidate(tree, token.i, entries, blocked) if entries else None
        if candidate is None and token.pos in NOMINAL:
            entries = (*entries, *_named_event(tree, token.i))
            candidate = _noun_candidate(tree, token.i, entries) if entries else None
        elif candidate is None and (token.pos in VERBAL or (token.pos == "ADJ" and "VerbForm=Part" in token.morph)):
            meant = verbs.get(token.lemma)
            candidate = _causative_candidate(tree, token.i, verbs)
            if candidate is None and meant:
                candidate = _verb_candidate(tree, token.i, meant)
            if candidate is not None and tree.first(token.i, "det") is not None:
                continue  # "une coulée de boue": a noun that was taken for a verb
        if candidate is not None:
            found[candidate.token] = candidate
    return _outermost(tree, found)


def _named_event(tree: Tree, noun: int) -> tuple[Entry, ...]:
    """The bare frame of a head noun that needs a name to be an event: "l'opération Inherent Resolve"."""
    kind = tree.grammar.named_events.get(tree.lemmas[noun])
    if kind is None or name_end(tree, noun) is None:
        return ()
    return ((Trigger(tree.tokens[noun].lemma), Frame(kind, (), ())),)


def name_end(tree: Tree, noun: int) -> int | None:
    """Where the capitalised name right behind a head noun ends; None if there is none."""
    end = noun + 1
    sentence = tree.parse.sentences[tree.tokens[noun].sentence]
    if end + 1 < sentence.last and tree.tokens[end].text in OPENING and tree.tokens[end + 1].text[:1].isupper():
        limit = min(end + 2 + LONGEST_QUOTED, sentence.last)  # "l'opération « Sentinelle orientale »"
        return next((i for i in range(end + 2, limit) if tree.tokens[i].text in CLOSING), None)
    while end < sentence.last and tree.tokens[end].text[:1].isupper():
        end += 1
    return end if end > noun + 1 else None


def _outermost(tree: Tree, found: dict[int, Candidate]) -> dict[int, Candidate]:
    """Without words that only belong to a longer trigger ("combat" in "mission de combat"), and without non-events.

    A trigger of class "" says that its words tell no event though a shorter one would: "heart attack".
    """
    inside = {i for c in found.values() for i in range(c.first, c.last) if i != c.token}
    silent = [(c.entries[0][0], c.arguments) for c in found.values() if not may_tell(c)]
    fixed = {a.token for trigger, arguments in silent for a in arguments if _is_fixed(tree, trigger, a)}
    inside |= {i for i in fixed if i not in found or not found[i].is_phrase}  # "issue a warrant", "… an arrest warrant"
    for c in found.values():
        state = c.entries[0][0].object_noun  # who is "found hanged" need not have been executed
        inside |= {k for k in tree.dependents(c.token, "xcomp") if tree.lemmas[k] == state} if state else set()
    return {token: c for token, c in found.items() if token not in inside and may_tell(c)}


def _is_fixed(tree: Tree, trigger: Trigger, argument: Argument) -> bool:
    """Whether an argument is a noun that a verb's trigger asks for: "appel" in "faire appel"; counted it is none."""
    if tree.first(argument.token, "nummod") is not None:  # "on déplore huit blessés" tells of them
        return False
    if argument.slot == "object":
        return bool(trigger.object_noun) and trigger.object_noun in object_lemmas(tree, argument.token)
    return trigger.oblique is not None and trigger.oblique == (argument.preposition, tree.tokens[argument.token].lemma)


def may_tell(candidate: Candidate) -> bool:
    """Whether the most specific meaning of a candidate is an event, or none only under conditions."""
    frame = candidate.entries[0][1]
    return bool(frame.kind or frame.needs)


def _causative_candidate(tree: Tree, verb: int, verbs: Mapping[str, tuple[Entry, ...]]) -> Candidate | None:
    """A verb with its causative auxiliary, where both make one trigger: "faire exploser", "se faire exploser"."""
    auxiliary = tree.causatives.get(verb)
    if auxiliary is None:
        return None
    reflexive = tree.is_reflexive(verb)
    matching = tuple(
        (trigger, frame)
        for trigger, frame in verbs.get(tree.tokens[auxiliary].lemma, ())
        if trigger.object_noun == tree.tokens[verb].lemma
        and trigger.reflexive == reflexive
        and not (trigger.preposition or trigger.oblique)
    )
    return Candidate(verb, False, matching, surface_arguments(tree, verb), verb, verb + 1) if matching else None


def _verb_candidate(tree: Tree, verb: int, entries: tuple[Entry, ...]) -> Candidate | None:
    construction = Construction(tree, verb)
    matching = tuple((trigger, frame) for trigger, frame in entries if construction.is_of(trigger, frame))
    if not matching:
        return None
    particle = tree.first(verb, "compound:prt")
    last = particle + 1 if particle is not None and particle == verb + 1 else verb + 1
    return Candidate(verb, False, matching, construction.arguments, verb, last)


def _noun_candidate(tree: Tree, noun: int, entries: tuple[Entry, ...]) -> Candidate | None:
    matching = tuple(e for e in entries if not e[0].words and _has_complement(tree, noun, e[0]))  # senses share the word
    if not matching or _is_preposition(tree, noun):
        return None
    head, end = tree.head(noun), name_end(tree, noun) if _named_event(tree, noun) else None
    if end is None or tree.tokens[noun].dep != "compound" or not noun < head < end:
        head = noun  # else "Resolve" heads the phrase "Operation Inherent Resolve"
    return Candidate(head, True, matching, noun_arguments(tree, head), noun, noun + 1)


def _has_complement(tree: Tree, noun: int, trigger: Trigger) -> bool:
    """Whether a noun has the complement that a trigger asks for: "the loss of 900 jobs"."""
    if trigger.oblique is None:
        return True
    held = (tree.oblique(kid) for kid in tree.dependents(noun, "nmod"))
    return any((preposition, tree.tokens[real].lemma) == trigger.oblique for preposition, real in held)


def _is_preposition(tree: Tree, noun: int) -> bool:
    """Whether a noun only makes a preposition with its own: "à la suite de", "grâce à", "in the wake of"."""
    if tree.tokens[noun].dep in {"case", "fixed", "mark"}:
        return True
    return f"{tree.preposition(noun)}:{tree.tokens[noun].lemma}" in tree.grammar.complex_prepositions


def _phrase_candidate(tree: Tree, start: int, entries: tuple[Entry, ...], blocked: frozenset[int]) -> Candidate | None:
    """The longest trigger of several words that begins at `start`; the noun that heads it evokes the event."""
    phrases = [trigger.words for trigger, _ in entries if trigger.words]
    following = _spellings(tree, start + 1) if phrases else ()
    for words in phrases:
        if _singular(words[1].lower()) not in following or not _spells(tree, start, words):
            continue
        end = start + len(words)
        head = next((i for i in range(start, end) if tree.head(i) == i or not start <= tree.head(i) < end), start)
        if tree.tokens[head].pos in NOMINAL and head not in blocked:
            senses = tuple(e for e in entries if e[0].words == words)
            if head == start and all(frame.needs for _, frame in senses):  # "the launch of the phone" begins no event
                senses += tuple(e for e in entries if not e[0].words and _has_complement(tree, head, e[0]))
            found = tuple(
                replace(a, rule="inside") if start <= a.token < end else a
                for word in range(start, end)
                for a in noun_arguments(tree, word)
                if (word == head and a.slot == "nmod" and a.preposition in OF)
                or (not start <= a.token < end and (word == head or a.slot in LEFT or _is_of_whole(tree, word, a)))
            )
            return Candidate(head, True, senses, found, start, end)
    return None


def _is_of_whole(tree: Tree, word: int, argument: Argument) -> bool:
    """Whether what hangs on a bare word inside a phrase is the event's: "un tir de roquette du Hezbollah"."""
    own = argument.rule == "nmod" and argument.preposition in OF and not tree.is_known(word, "det", "case")
    return own and tree.first(word, "det", "nmod:poss", "nummod", "amod") is None


def _spellings(tree: Tree, i: int) -> Set[str]:
    """A word and its lemma as `_singular` has them: a trigger's next word must be one of them."""
    token = tree.tokens[i] if i < len(tree.tokens) else None
    return {_singular(token.text.lower()), _singular(token.lemma.lower())} if token is not None else frozenset()


def _spells(tree: Tree, start: int, words: tuple[str, ...]) -> bool:
    tokens = tree.tokens[start : start + len(words)]
    return len(tokens) == len(words) and all(
        word == token.text
        or _singular(word.lower()) == _singular(token.text.lower())
        or (word == token.lemma and not token.has("VerbForm=Fin") and not (token.pos == "VERB" and token.has("Tense=Past")))
        # "armed with a knife attacked" is no knife attack, "had the house searched" no house search
        for word, token in zip(words, tokens, strict=True)
    )


def _singular(word: str) -> str:
    """Without a plural ending: enough to tell "frappes aériennes" from its singular in both languages."""
    return word.rstrip("sx")





def find_supported(
    tree: Tree, frames: Frames, candidates: Mapping[int, Candidate], places: Set[int]
) -> dict[int, Supported]:
    """Event nouns that a support verb carries, by the noun's token; `places` are the words that name or describe places."""
    found: dict[int, Supported] = {}
    for token in tree.of_lemma(frames.support):
        if token.pos not in VERBAL:
            continue
        construction = Construction(tree, token.i)
        for support in frames.support[token.lemma]:
            if not construction.is_of(support.trigger):
                continue
            arguments = construction.arguments
            if support.subject == PLACE and not any(a.slot == "subject" and a.token in places for a in arguments):
                continue  # "the town has seen clashes", whatever else one sees
            if support.trigger.oblique is not None:  # "vit au rythme des combats"
                arguments = (*arguments, *of_fixed_words(tree, support.trigger, arguments))
            noun = _carried(tree, arguments, support.noun, candidates)
            noun = _measured(tree, arguments, support.noun, candidates) if noun is None else noun
            if noun is None or not _can_carry(tree, support, candidates[noun]):
                continue
            if support.joins and _is_missed(tree, token.i, noun):
                continue
            if token.lemma in tree.grammar.motion and _is_let(tree, token):
                continue  # "ne laissera pas passer cette attaque"
            if not _is_idiom(tree, candidates.get(token.i), candidates[noun]):
                first = found.get(noun)
                more = (*first.others, (token.i, support)) if first is not None else ()
                found[noun] = Supported(token.i, noun, support) if first is None else replace(first, others=more)
                for other in _carried_too(tree, support, noun, candidates):
                    found.setdefault(other, Supported(token.i, other, support))
                break
    return found


def _carried_too(tree: Tree, support: Support, noun: int, candidates: Mapping[int, Candidate]) -> Iterator[int]:
    """Event nouns joined to one that a verb carries: "a fait 12 morts et 30 blessés", "… et une trentaine de blessés"."""
    for joined in tree.conjuncts(noun):
        if joined <= noun or tree.preposition(joined):
            continue
        other = tree.first(joined, "nmod") if tree.measures(joined) else joined
        if (
            other is not None
            and other in candidates
            and candidates[other].nominal
            and _can_carry(tree, support, candidates[other])
        ):
            yield other


def _can_carry(tree: Tree, support: Support, noun: Candidate) -> bool:
    """Whether a support verb goes with such an event, told as it is: one attends a meeting but no attack."""
    if support.unknown and tree.is_definite(noun.token):
        return False
    told = {frame.kind for _, frame in noun.entries if frame.kind}
    return not support.of or any(ontology.is_a(kind, family) for kind in told for family in support.of)


def _is_let(tree: Tree, verb: Token) -> bool:
    """Whether somebody is let or made to do what a verb tells: "laisser passer"."""
    return verb.dep == "xcomp" and tree.lemmas[verb.head] in tree.grammar.causative


def _is_missed(tree: Tree, verb: int, noun: int) -> bool:
    """ "n'a pas participé aux pourparlers": they were held without whom the verb tells of; what is to come may not be.

    What has a name or a host is: "ne participera pas au sommet du G20".
    """
    ahead = any(word.has("Tense=Fut") for word in (tree.tokens[verb], *tree.auxiliaries(verb)))
    ahead = ahead and not any(tree.tokens[k].text[0].isupper() for k in tree.dependents(noun, "nmod"))
    return is_negated(tree, verb) and not tree.is_indefinite(noun) and not ahead


def _is_idiom(tree: Tree, verb: Candidate | None, noun: Candidate) -> bool:
    """Whether verb and noun together tell another class of event than the noun: "open fire" tells of no fire."""
    if verb is None or noun.is_phrase:  # "launched a strike": workers may, but not "a missile strike"
        return False
    lemma = tree.tokens[noun.token].lemma
    told = {frame.kind for trigger, frame in verb.entries if frame.kind and trigger.object_noun == lemma}
    kinds = [frame.kind for _, frame in noun.entries if frame.kind]
    return bool(told) and not any(ontology.are_akin(k, t) for k in kinds for t in told)


def find_parts(tree: Tree, frames: Frames, candidates: Mapping[int, Candidate]) -> dict[int, tuple[tuple[str, int], ...]]:
    """Roles that a noun tells of an event noun below it, by the event's token: "la victime de l'attaque"."""
    moods = Moods(tree, frames, {})
    nouns = [token for token, candidate in candidates.items() if candidate.nominal]
    found = {token: who for token in nouns if (who := _under(tree, token) or _behind(moods, token))}
    for token in tree.of_lemma(frames.parts):
        if token.pos not in {"NOUN", "ADJ"}:  # "a été victime de": an adjective
            continue
        part = frames.parts[token.lemma]
        if part[0] != "place" and tree.first(token.i, "cop") is not None and moods.own(token.i) in {"negated", "possible"}:
            continue  # "n'est pas responsable de l'attaque", "serait l'auteur du vol"
        event = _carried(tree, noun_arguments(tree, token.i), part[1], candidates)
        if event is not None:
            beside = _told_beside(tree, token.i) if part[0] == PLACE else (token.i,)  # "scene" names no place
            said_of = (*described(tree, token.i), *beside)
            if token.pos == "ADJ" and token.dep == "amod" and token.head < token.i:  # "the group responsible for the attack"
                said_of = (*said_of, token.head)
            found[event] = (*found.get(event, ()), *((part[0], one) for one in said_of))
    return found


def _under(tree: Tree, noun: int) -> tuple[tuple[str, int], ...]:
    """Who is under what the noun tells, or takes part in it: "the town is under siege", "nurses are on strike".

    What somebody takes part in may stand beside them too: "the minister, on a visit to X, met Y".
    """
    token, preposition = tree.tokens[noun], tree.preposition(noun)
    phrase = f"{preposition} {token.lemma}" if preposition else ""
    if phrase in tree.grammar.engaged_prepositions:
        above = [token.head] if token.dep == "nmod" else tree.dependents(token.head, "nsubj") if token.dep == "obl" else ()
        engaged = tree.dependents(noun, "nsubj") if tree.first(noun, "cop") is not None else above
        return tuple(("agent", one) for one in engaged)
    if tree.first(noun, "cop") is None or {preposition, phrase}.isdisjoint(tree.grammar.undergone_prepositions):
        return ()
    return tuple(("patient", subject) for subject in tree.dependents(noun, "nsubj"))


def _behind(moods: Moods, noun: int) -> tuple[tuple[str, int], ...]:
    """Whose doing what the noun tells is: "the group is behind the attack", but not where that is denied or supposed."""
    tree = moods.tree
    if tree.preposition(noun) not in tree.grammar.author_prepositions or tree.first(noun, "cop") is None:
        return ()
    above = tree.head(noun)
    if moods.own(noun) or (above != noun and Governors(tree, moods.lexicon, {}).effect(above, "ccomp") not in TOLD):
        return ()
    return tuple(("agent", subject) for subject in tree.dependents(noun, "nsubj"))


def _told_beside(tree: Tree, noun: int) -> Sequence[int]:
    """Of whom a phrase tells that stands beside them: "une ville en proie aux combats", "Le Chili, en proie à X, a …"."""
    above = tree.tokens[tree.head(noun)]
    if tree.tokens[noun].dep == "nmod":
        return (above.i,)
    return tree.dependents(above.i, "nsubj", "nsubj:pass") if noun < above.i and tree.preposition(noun) else ()


def _selected(tree: Tree, noun: int) -> Iterator[int]:
    """Who is told to be some of those whom a plural noun names: "l'un des chefs, X", "deux des chefs, X et Y"."""
    some = tree.tokens[tree.head(noun)]
    if tree.tokens[noun].dep != "nmod" or tree.preposition(noun) not in OF or some.pos not in {"NUM", "PRON"}:
        return
    yield from tree.dependents(some.i, "appos")
    if some.dep == "nummod" and some.head > noun and tree.tokens[some.head].pos == "PROPN":
        yield some.head


def described(tree: Tree, noun: int) -> tuple[int, ...]:
    """The tokens of who or what a descriptive noun is said of: copular subject, apposition, what it is apposed to."""
    token = tree.tokens[noun]
    found = list(tree.dependents(noun, "appos", "flat:name", "flat"))
    if token.dep in {"appos", "flat:name", "flat", "compound"} and token.head != noun:
        found.append(token.head)
    beside = tree.tokens[tree.first_conjunct(noun)]
    if (
        token.dep == "conj" and beside.dep == "appos" and tree.first(noun, "det") is None
    ):  # "Ana Vidal, chemist and member of the club"
        found.append(beside.head)
    if tree.first(noun, "cop") is not None:
        found.extend(tree.dependents(noun, "nsubj", "nsubj:pass"))
    found.extend(_selected(tree, noun))
    named = token.dep == "nsubj" and tree.tokens[token.head].pos == "PROPN" and not tree.preposition(token.head)
    if named and tree.first(token.head, "cop") is not None:
        found.append(token.head)  # "the leader of the group is X", but not "its forces are in X"
    if token.dep in {"obj", "xcomp"} and tree.tokens[token.head].lemma in tree.grammar.copula:  # "est devenu membre de"
        found.extend(a.token for a in verb_arguments(tree, token.head) if a.slot == "subject" and a.token != noun)
    if token.dep == "obl" and tree.preposition(noun) in tree.grammar.capacity_prepositions:
        found.extend(_taken_for(tree, token.head))
    if token.dep == "xcomp" and tree.tokens[token.head].lemma in tree.grammar.object_control:  # "appointed X head of Y"
        found.extend(tree.dependents(token.head, "nsubj:pass" if tree.is_passive(token.head) else "obj"))
    return tuple(found)


def _taken_for(tree: Tree, verb: int) -> Iterator[int]:
    """Who is described by what stands behind "as": the object of the verb, or the subject of one that has none."""
    if tree.tokens[verb].lemma not in tree.grammar.taken_for:
        return
    objects = list(tree.dependents(verb, "obj", "nsubj:pass"))
    if not objects and tree.tokens[verb].dep == "acl":
        objects = [tree.head(verb)]
    yield from objects or (() if tree.is_passive(verb) else tree.dependents(verb, "nsubj"))


def _carried(tree: Tree, arguments: tuple[Argument, ...], slot: Slot, candidates: Mapping[int, Candidate]) -> int | None:
    """The event noun in a slot; a word of its own phrase stands for it: "une frappe de drone menée par X"."""
    for argument in arguments:
        if not slot_matches(slot, argument):
            continue
        noun, above = argument.token, tree.head(argument.token)
        phrase = candidates.get(above)
        if noun not in candidates and phrase is not None and phrase.is_phrase and phrase.first <= noun < phrase.last:
            noun = above
        if noun in candidates and candidates[noun].nominal:
            return noun
    return None


def _measured(tree: Tree, arguments: tuple[Argument, ...], slot: Slot, candidates: Mapping[int, Candidate]) -> int | None:
    """The event noun whose sum or number stands in its place: "infligé 4 millions d'amende", "a series of strikes"."""
    for argument in arguments:
        noun = argument.token
        for _ in range(MEASURES) if slot_matches(slot, argument) else ():
            counted = tree.tokens[noun].lemma in tree.grammar.transparent_nouns
            below = next((k for k in tree.dependents(noun, "nmod") if counted and tree.preposition(k) in OF), None)
            if below is None:
                break
            if below in candidates and candidates[below].nominal:
                kinds = [frame.kind for _, frame in candidates[below].entries if frame.kind]
                summed = any(ontology.is_among(kind, SUMMED) for kind in kinds)
                many = not tree.is_definite(noun) and tree.first(noun, "nummod") is None  # "fait des milliers de morts"
                row = tree.tokens[below].has("Number=Plur") and (tree.tokens[noun].has("Number=Sing") or many)
                fits = summed or (bool(kinds) and row)
                return below if fits and not tree.is_definite(below) else None
            noun = below
    return None


def slot_matches(slot: Slot, argument: Argument) -> bool:
    """Whether an argument stands in `slot`."""
    if slot.kind != argument.slot:
        return False
    return not slot.prepositions or argument.preposition in slot.prepositions


def slot_of(slots: tuple[Slot, ...], argument: Argument) -> Slot | None:
    """The first of `slots` in which an argument stands."""
    for slot in slots:  # a loop, since this is asked of every role of every frame
        if slot_matches(slot, argument):
            return slot
    return None


def role_slots(frame: Frame, nominal: bool) -> tuple[tuple[str, tuple[Slot, ...]], ...]:
    """The slots of each role, for the verb or the noun use of a frame."""
    return frame.noun_roles if nominal else frame.verb_roles
