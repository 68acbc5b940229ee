"""Which words evoke an event or a relation: the frames' verbs and nouns, in the construction that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from kg import ontology
from kg.extract.arguments import surface_arguments
from kg.extract.constructions import Construction, object_lemmas
from kg.extract.nounarguments import noun_arguments
from kg.extract.phrases import CLOSING, OPENING
from kg.extract.syntax import Argument, Tree
from kg.lang.frames import Entry, Frame, Trigger
from kg.model import PROSE, VERBAL

CONFLICT = "Conflict"
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
        if lemma in nouns
        or token.lemma in verbs
        or lemma in named
        or token.i in tree.causatives
        or (token.dep == "compound" and tree.forms[token.i] in nouns)
    )
    for token in listed:
        if token.i in blocked or token.i in found:  # found: the head of a phrase that began before it: "drone strike"
            continue
        if tree.parse.sentences[token.sentence].kind not in PROSE:
            continue
        entries = nouns.get(tree.lemmas[token.i], ())
        if token.dep == "compound" and tree.forms[token.i] != tree.lemmas[token.i]:  # "arms sales", "weapons transfer"
            entries = (*(e for e in nouns.get(tree.forms[token.i], ()) if e[0].words), *entries)
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
        if tree.tokens[c.token].lemma in tree.grammar.styling and not c.nominal:
            inside |= set(_styled(tree, c.token, found))
    return {token: c for token, c in found.items() if token not in inside and may_tell(c)}


def _styled(tree: Tree, verb: int, found: Mapping[int, Candidate]) -> Iterator[int]:
    """What another word tells already that an attack is called: "agression" in "a qualifié l'attaque d'agression"."""
    if any(_is_attack(found.get(k)) for k in tree.dependents(verb, "obj", "nsubj:pass")):
        naming = tree.grammar.of | tree.grammar.capacity_prepositions
        for k in tree.dependents(verb, "xcomp", "obl:arg", "obl"):
            if _is_attack(found.get(k)) and tree.preposition(k) in naming:
                yield k


def _is_attack(candidate: Candidate | None) -> bool:
    return candidate is not None and ontology.is_a(candidate.entries[0][1].kind or "Event", CONFLICT)


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
        if _singular(words[1]) not in following or not _spells(tree, start, words):
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
                if (word == head and a.slot == "nmod" and a.preposition in tree.grammar.of)
                or (not start <= a.token < end and (word == head or a.slot in LEFT or _is_of_whole(tree, word, a)))
            )
            return Candidate(head, True, senses, found, start, end)
    return None


def _is_of_whole(tree: Tree, word: int, argument: Argument) -> bool:
    """Whether what hangs on a bare word inside a phrase is the event's: "un tir de roquette du Hezbollah"."""
    own = argument.rule == "nmod" and argument.preposition in tree.grammar.of and not tree.is_known(word, "det", "case")
    return own and tree.first(word, "det", "nmod:poss", "nummod", "amod") is None


def _spellings(tree: Tree, i: int) -> Set[str]:
    """A word and its lemma as `_singular` has them: a trigger's next word must be one of them."""
    token = tree.tokens[i] if i < len(tree.tokens) else None
    return {_singular(token.text), _singular(token.lemma)} if token is not None else frozenset()


def _spells(tree: Tree, start: int, words: tuple[str, ...]) -> bool:
    tokens = tree.tokens[start : start + len(words)]
    return len(tokens) == len(words) and all(
        word == token.text
        or _singular(word) == _singular(token.text)
        or (word == token.lemma and not token.has("VerbForm=Fin") and not (token.pos == "VERB" and token.has("Tense=Past")))
        # "armed with a knife attacked" is no knife attack, "had the house searched" no house search
        for word, token in zip(words, tokens, strict=True)
    )


@lru_cache(maxsize=4096)
def _singular(word: str) -> str:
    """In lower case, without a plural ending: enough to tell "frappes aériennes" from its singular in both languages."""
    return word.lower().rstrip("sx")
