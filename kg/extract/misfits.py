"""Arguments whose preposition or place would fit a role that the construction as a whole gives them not."""

from __future__ import annotations

from collections.abc import Callable

from kg import ontology
from kg.extract.syntax import Argument, Tree
from kg.lang.frames import Frame
from kg.model import Mention

MISFITTING = frozenset({"agent", "topic", "instrument"})  # the roles of which a construction may say so
PROSECUTION = frozenset({"Arrest", "Detention", "Charge", "Conviction"})  # what somebody is prosecuted for is a deed
MADE_WITH = ("Launch", "Delivery", "Sale")  # what such goods come "with" is a part of them


def is_misfit(tree: Tree, frame: Frame, role: str, argument: Argument, mention_at: Callable[[int], Mention | None]) -> bool:
    """Whether an argument can't have a role that its slot would give it."""
    if ontology.is_a(frame.kind, "Phase"):
        return role == "agent" and _undergoes(tree, argument)
    if frame.kind in PROSECUTION and role == "topic":
        accused = mention_at(argument.token)  # "19 ans pour X et 15 pour les autres": that is no crime
        return accused is not None and ontology.is_a(accused.kind, "Actor")
    mention = mention_at(argument.token) if ontology.is_a(frame.kind, "Communication") else None
    if mention is not None:
        acts = mention.form == "pronoun" or ontology.is_a(mention.kind, "Actor")
        if role == "agent":
            return argument.rule == "adjunct control" and not acts  # "The film shows X, suggesting that …"
        # "was called a thief, which he denied"; "X a, lui, affirmé que …"
        told = frame.kind == "Denial" or (frame.kind == "Commitment" and argument.rule == "nsubj:pass")  # "is committed"
        verb = tree.head(argument.token)
        hearsay = argument.rule == "nsubj:pass" and tree.lemmas[verb] in tree.grammar.hearsay  # "is said to be ill"
        contents = ("ccomp", "xcomp") if hearsay else ("ccomp",)
        told = told or (frame.kind == "Statement" and tree.first(verb, *contents) is not None)
        return acts and role == "topic" and argument.slot == "object" and told
    parts = role == "instrument" and argument.preposition in tree.grammar.instrument_prepositions
    return parts and frame.kind in MADE_WITH


def _undergoes(tree: Tree, argument: Argument) -> bool:
    """ "The phones will begin to be shipped": who begins it is somebody else."""
    verb = tree.head(argument.token)
    below = tree.first(verb, "xcomp") if argument.slot == "subject" and argument.rule == "nsubj" else None
    return below is not None and tree.is_passive(below)
