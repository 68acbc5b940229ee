"""What people do that no frame knows: any other verb, as an event of the general class, named by the verb."""

from __future__ import annotations

from collections.abc import Container, Iterator, Set

from kg.extract.arguments import verb_arguments
from kg.extract.syntax import Argument, Tree
from kg.extract.triggers import Candidate
from kg.lang.frames import Frames, Trigger
from kg.model import PROSE

ACTION = "Action"
# How an argument must be found for a verb of which nothing else is known: on the verb itself, or shared for certain.
SURE = frozenset({
    "nsubj", "nsubj:pass", "obj", "obl:agent", "by-agent", "coordination",
    "antecedent", "subject control", "object control", "owner control",
})  # fmt: skip
KERNEL = ("subject", "object")
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
SAID_OF = ("amod", "compound", "nummod", "flat", "flat:name")  # what a label keeps of an object's own words
LONGEST = 6  # words of an object in a label


def find_actions(tree: Tree, frames: Frames, blocked: Set[int]) -> Iterator[Candidate]:
    """Candidates for transitive verbs, subject and object told, that tell more than a state or a thought."""
    for token in tree.of_pos("VERB"):
        if token.i in blocked or token.lemma in frames.no_doing:
            continue
        if tree.parse.sentences[token.sentence].kind not in PROSE or tree.is_reflexive(token.i):
            continue
        if token.dep == "advcl" and token.lemma in tree.grammar.resultative:
            continue  # "a démissionné, entraînant une crise": nobody's own doing
        arguments = tuple(a for a in verb_arguments(tree, token.i) if a.slot not in KERNEL or _is_sure(tree, token.i, a))
        if any(a.slot == "object" and tree.lemmas[a.token] in tree.grammar.clause_pronouns for a in arguments):
            continue  # "obtient ce qu'il voulait"
        if any(a.slot == "object" and tree.tokens[a.token].has("PronType=Ind") for a in arguments):
            continue  # "en a coulé un": of those told before
        if {a.slot for a in arguments} >= {*KERNEL} and not _states_relation(tree, frames, token.lemma, arguments):
            entries = tuple((Trigger(token.lemma), frame) for _, frame in frames.any_verb)
            yield Candidate(token.i, False, entries, arguments, token.i, token.i + 1)


def _states_relation(tree: Tree, frames: Frames, verb: str, arguments: tuple[Argument, ...]) -> bool:
    """Whether a verb and its object are the words of a lasting relation: "a prêté allégeance à X"."""
    objects = {tree.tokens[a.token].lemma for a in arguments if a.slot == "object"}
    known = frames.relation_verbs.get(verb, ())
    return any(trigger.object_noun in objects for trigger, frame in known if trigger.object_noun and frame.kind)


def only_brings_up(tree: Tree, frames: Frames, action: Candidate, told: Container[int]) -> bool:
    """Whether a modal verb only says how sure its object is, which is `told` as an event: "plans an attack"."""
    modal = (tree.tokens[action.token].lemma, "verb") in frames.modals
    return modal and any(a.slot == "object" and a.token in told for a in action.arguments)


def _is_sure(tree: Tree, verb: int, argument: Argument) -> bool:
    """Whether a participant is no guess, as are the antecedent of "que" and the passive subject of the verb before."""
    token = tree.tokens[argument.token]
    antecedent = argument.rule == "obj" and token.i < verb and token.pos != "PRON"
    shared = argument.rule == "coordination" and argument.slot == "object"
    return argument.rule in SURE and token.pos in NOUNS and not antecedent and not shared


def verb_words(tree: Tree, action: Candidate, told: Set[int]) -> str:
    """What a label says of an action: the verb, its particle, and its object where no role of `told` tokens holds it."""
    verb = tree.tokens[action.token]
    words = [verb.lemma, *(tree.tokens[k].lemma for k in tree.dependents(verb.i, "compound:prt"))]
    for argument in action.arguments:
        if argument.slot == "object" and argument.token not in told:
            own = [k for k in tree.dependents(argument.token, *SAID_OF) if abs(k - argument.token) < LONGEST]
            return " ".join([*words, *(tree.tokens[k].text for k in sorted([*own, argument.token]))])
    return " ".join(words)
