"""What may cost lives and what is but the toll of it: nobody's death makes a train derail."""

from __future__ import annotations

from dataclasses import replace

from kg import ontology
from kg.extract.filled import Filled
from kg.extract.rolecontext import RoleContext
from kg.extract.rolefit import event_fits
from kg.lang.frames import Frame

MEETS = "Society"
MISHAPS = frozenset({"Accident", "Explosion", "Fire", "Earthquake", "Flood", "Storm", "Landslide"})
HARMFUL = ("Conflict", "LifeAndDisaster", "Crime")  # what may cost lives
UNREST = ("Riot", "Protest")  # during which people die of it
HARMLESS = ("Meeting", "Visit", "Investigation", "Election")  # during which people may die, though not of it
TOLLS = frozenset({"Death", "Injury", "Killing"})  # what mishaps lead to, and never the other way


def is_toll(context: RoleContext, frame: Frame, found: Filled) -> bool:
    """Whether a cause is none: nobody's death makes a train derail, and no funeral kills those who attend it."""
    if found.role != "cause" or found.mention is not None:
        return False
    if frame.kind in TOLLS:
        beside = found.rule.partition(":")[2] in context.tree.grammar.beside_prepositions  # "died during the coup"
        harmless = event_fits(context, found.token, HARMLESS) or (beside and not event_fits(context, found.token, UNREST))
        harmless = harmless and not _may_harm(context, found.token)
        return harmless or event_fits(context, found.token, (MEETS, "Death"))  # "in the latest deaths, two were killed"
    return frame.kind in MISHAPS and not any(
        frame.kind not in TOLLS for _, frame in context.candidates[found.token].entries if frame.kind
    )


def as_cause(context: RoleContext, frame: Frame, found: Filled) -> Filled:
    """ "Le procès de l'incendie qui a fait dix morts": what the trial is about did, not the trial."""
    if found.role != "cause" or found.mention is not None or frame.kind not in TOLLS or _may_harm(context, found.token):
        return found
    below = next((k for k in context.tree.dependents(found.token, "nmod") if _may_harm(context, k)), None)
    return found if below is None else replace(found, token=below)


def _may_harm(context: RoleContext, token: int) -> bool:
    candidate = context.candidates.get(token)
    return candidate is not None and any(ontology.is_among(f.kind, HARMFUL) for _, f in candidate.entries if f.kind)
