"""Event nouns that a support verb carries: "ont mené une attaque", "a fait 12 morts"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace

from kg import ontology
from kg.extract.constructions import Construction, of_fixed_words
from kg.extract.negation import is_negated
from kg.extract.slots import slot_matches
from kg.extract.syntax import Argument, Tree
from kg.extract.triggers import Candidate
from kg.lang.frames import Frames, Slot, Support
from kg.model import VERBAL, Token

PLACE = "place"  # the part of a town in what it has seen
SUMMED = ("Sanction", "Transfer", "MilitarySupport")  # what is told by how much it is
MEASURES = 3  # nouns between a verb and what is measured: "4 milliards d'euros d'amende"


@dataclass(frozen=True, slots=True)
class Supported:
    """An event noun carried by a support verb, or an event told by a verb of happening."""

    verb: int
    noun: int
    support: Support
    others: tuple[tuple[int, Support], ...] = ()  # verbs coordinated with the first: "strikes hit X and destroyed Y"

    def verbs(self) -> Iterator[tuple[int, Support]]:
        """The verbs with what each lends the noun."""
        yield self.verb, self.support
        yield from self.others


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
            noun = carried(tree, arguments, support.noun, candidates)
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


def carried(tree: Tree, arguments: tuple[Argument, ...], slot: Slot, candidates: Mapping[int, Candidate]) -> int | None:
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
            of = [k for k in tree.dependents(noun, "nmod") if counted and tree.preposition(k) in tree.grammar.of]
            below = next((k for k in of if k in candidates), next(iter(of), None))  # "3 millions d'euros d'aide militaire"
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
