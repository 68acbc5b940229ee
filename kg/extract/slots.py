"""What stands in the slots of a frame."""

from __future__ import annotations

from kg.extract.syntax import Argument
from kg.lang.frames import Frame, Slot


def slot_matches(slot: Slot, argument: Argument) -> bool:
    """Whether an argument stands in `slot`."""
    return slot.kind == argument.slot and (not slot.prepositions or argument.preposition in slot.prepositions)


def slot_of(slots: tuple[Slot, ...], argument: Argument) -> Slot | None:
    """The first of `slots` in which an argument stands."""
    for slot in slots:  # what `slot_matches` asks, once more since this is asked of every role of every frame
        if slot.kind == argument.slot and (not slot.prepositions or argument.preposition in slot.prepositions):
            return slot
    return None


def role_slots(frame: Frame, nominal: bool) -> tuple[tuple[str, tuple[Slot, ...]], ...]:
    """The slots of each role, for the verb or the noun use of a frame."""
    return frame.noun_roles if nominal else frame.verb_roles
