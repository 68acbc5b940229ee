"""Nouns for what somebody is accused of, tried or arrested for."""

from __future__ import annotations

from kg import ontology
from kg.extract.rolecontext import RoleContext
from kg.extract.slots import role_slots

BETWEEN = {"xcomp", "amod", "obj"}  # how "guilty" hangs on the verb or on whom is found so, and who is "convicted of"
CHARGING = ("Justice", "Accusation")  # what tells what somebody is said to have done


def is_charge(context: RoleContext, noun: int) -> bool:
    """Whether a noun is what somebody is accused of, tried or arrested for: "convicted of corruption"."""
    tree = context.tree
    first = tree.first_conjunct(noun)
    head, preposition = tree.head(first), tree.preposition(first)
    own = context.candidates.get(noun)
    if own is not None and all(ontology.is_a(frame.kind or "Event", "Detention") for _, frame in own.entries):
        return False  # "condamné à trois ans d'emprisonnement": what one gets
    # "found guilty of corruption", "sentenced to two years for theft": the word between is the verb's own
    for _ in range(2):
        counted = tree.first(head, "nummod") is not None or tree.tokens[head].dep in BETWEEN
        counted = counted or _is_of_trigger(context, head)  # "mis en examen pour meurtre"
        head = tree.head(head) if counted and head not in context.candidates else head
    candidate = context.candidates.get(head)
    return candidate is not None and any(
        role == "topic" and any(preposition in slot.prepositions for slot in slots)
        for _, frame in candidate.entries
        if frame.kind and ontology.is_among(frame.kind, CHARGING)
        for role, slots in role_slots(frame, candidate.nominal)
    )


def _is_of_trigger(context: RoleContext, noun: int) -> bool:
    """Whether the verb above asks for a noun behind its preposition, as one word with it."""
    verb = context.candidates.get(context.tree.head(noun))
    word = context.tree.preposition(noun), context.tree.tokens[noun].lemma
    return verb is not None and any(trigger.oblique == word for trigger, _ in verb.entries)
