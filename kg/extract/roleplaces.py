"""Where a place stands as somebody or somebody as a place: venues, seats of power, towns that are shaken or host."""

from __future__ import annotations

from dataclasses import replace

from kg import ontology
from kg.extract.deathtolls import UNREST
from kg.extract.figures import FIGURE
from kg.extract.filled import Filled
from kg.extract.rolecontext import RoleContext
from kg.extract.slots import slot_matches
from kg.extract.syntax import Argument
from kg.lang.frames import Frame, Slot
from kg.lang.gazetteer import STATES
from kg.model import LOCATED, VENUE, Mention

VISIBLE = ("Conflict", "LifeAndDisaster", "Crime", "Protest", "Riot", "LabourStrike", "Gathering")
SITTING = ("Meeting", "Negotiation", "Vote")  # what a body does in its own house
JUDGED = ("Justice", "Bankruptcy")  # what is done in a court: "sued in the High Court"
PUBLIC = frozenset({"state", "justice"})  # flags of nouns for bodies that are known by their buildings
UNARMED = frozenset({"company", "justice", "media", "school", "service"})  # flags of nouns for bodies that attack nobody
BURSTS = frozenset({"Accident", "Explosion", "Fire"})  # what befalls things: a town is where it does
FOUGHT_OUT = (*UNREST, "Battle", "LabourStrike")  # what is done among people somewhere, not to the place
WATER = "water"  # flag of nouns for seas and rivers
NATURE = "geography:"  # seas, rivers, mountains
HELD = ("Agreement", "Ceasefire", "Gathering", "Meeting", "Negotiation")  # what is held somewhere, or named after it
NEAR = 6  # words from a comma to the name of a place behind it: "au nord de la ville de X"
SAID_SOMEWHERE = ("Statement", "Announcement", "Warning", "Denial")  # "a déclaré à Berlin": there, not to Berlin


def kinds_at(context: RoleContext, frame: Frame, role: str, argument: Argument, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """What may fill a role where an argument stands: a body's name is a place too, where its building is meant.

    "blessé devant le ministère", "l'attentat du Parlement", "un vote au Sénat".
    """
    mention = context.mention_at(argument.token) if role == "place" else None
    if mention is None or mention.kind != "Organization":
        return kinds
    seen = ontology.is_among(frame.kind, VISIBLE)
    noun = context.noun_of(mention)
    public = noun is not None and bool(noun.flags & PUBLIC)
    outside = seen and argument.preposition in context.tree.grammar.facade_prepositions
    own = argument.rule == "nmod"  # "la mort de X, annoncée à l'AFP": not there
    inside = own and argument.preposition == context.tree.grammar.dative_preposition
    sitting = ontology.is_among(frame.kind, SITTING)
    inside = inside and (seen or sitting)
    within = context.tree.grammar.inside_prepositions - context.tree.grammar.beyond_prepositions
    at_seat = sitting and argument.slot == "obl" and argument.preposition in within  # "se sont réunis à l'Élysée"
    inside = inside or (at_seat and context.tree.is_determined(argument.token))
    within -= {context.tree.grammar.dative_preposition}  # "l'enquête confiée au parquet"
    in_court = ontology.is_among(frame.kind, JUDGED) and argument.preposition in within and context.is_court(mention)
    named = own and argument.preposition in context.tree.grammar.of and seen and public
    return (*kinds, mention.kind) if outside or inside or named or in_court else kinds


def is_only_near(context: RoleContext, frame: Frame, argument: Argument) -> bool:
    """Whether a place only tells where the one before its comma lies: "à Tolar, au nord de Varna", no part of Varna.

    "À Kidal, au nord du Mali" is in Mali.
    """
    tree, place = context.tree, context.mention_at(argument.token)
    if place is None or argument.preposition not in tree.grammar.beyond_prepositions:
        return False
    described = place.form == "nominal" and place.kind == "GeopoliticalEntity"  # "au sud de la capitale"
    if not (described or place.form == "name") or not ontology.is_a(place.kind, "Place"):
        return False  # "à Varna, devant le ministère"
    if not described and place.kind == "GeopoliticalEntity" and place.index not in context.towns | context.seats:
        return False
    comma = next((k for k in range(place.first - 1, max(place.first - NEAR, 0), -1) if tree.tokens[k].text == ","), 0)
    before = context.mention_at(comma - 1) if comma else None
    return before is not None and before.form == "name" and ontology.is_a(before.kind, "Place")


def as_venue(context: RoleContext, found: Filled) -> Filled:
    """A body that is the place of an event, as such."""
    body = found.role == "place" and found.mention is not None and context.mentions[found.mention].kind == "Organization"
    return replace(found, rule=VENUE + found.rule) if body else found


def is_host(context: RoleContext, frame: Frame, found: Filled) -> bool:
    """Whether a place gets what is held there, or a town takes it in: "la ville reçoit le championnat"."""
    mention = context.mentions[found.mention] if found.mention is not None else None
    held = ontology.is_among(frame.kind, (*HELD, ontology.CONTEST))
    place = held and mention is not None and ontology.is_a(mention.kind, "Place")
    return place and (found.role == "patient" or found.mention in context.towns)


def is_where_fought(context: RoleContext, frame: Frame, found: Filled) -> bool:
    """Whether a place that unrest or fighting shakes is where people fight or protest, no side of it."""
    mention = context.mentions[found.mention] if found.mention is not None and found.role == "patient" else None
    return mention is not None and frame.kind in FOUGHT_OUT and ontology.is_a(mention.kind, "Place")


def in_own_role(context: RoleContext, frame: Frame, found: Filled, argument: Argument, venue: bool, bombing: bool) -> Filled:
    """ "L'accord de Paris" was made there; what goes off in a bombing is no victim of it: "fait exploser une bombe"."""
    somewhere = found.role == "recipient" and found.mention in context.seats and frame.kind in SAID_SOMEWHERE
    if somewhere and argument.preposition in context.tree.grammar.inside_prepositions:
        return replace(found, role="place")
    of_town = found.role == "patient" and argument.slot == "nmod" and found.mention in context.towns | context.seats
    if of_town and frame.kind in BURSTS and argument.preposition in context.tree.grammar.of:
        return replace(found, role="place")  # "l'explosion de Beyrouth"
    if found.role == "patient" and (_is_figure_place(context, frame, found, argument) or _is_polled(context, frame, found)):
        return replace(found, role="place")
    if _is_house(context, frame, found, argument):
        return replace(found, role="patient")
    if found.role == "destination" and ontology.is_a(frame.kind, "Communication"):
        return replace(found, role="place")  # "a annoncé à Lyon"
    if (
        argument.preposition in context.tree.grammar.of
        and found.mention in context.seats
        and (venue or _is_scene(context, frame, found, argument))
    ):
        return replace(found, role="place")
    noun = context.nouns.get(context.lemma(found.token)) if bombing and found.role == "patient" else None
    return replace(found, role="instrument") if noun is not None and "weapon" in noun.flags else found


def _is_figure_place(context: RoleContext, frame: Frame, found: Filled, argument: Argument) -> bool:
    """ "UK house prices rose": a place before another noun is where the figure is counted, not whose it is."""
    mention = context.mentions[found.mention] if found.mention is not None and argument.rule == FIGURE else None
    token = context.tree.tokens[argument.token]
    if mention is None or not ontology.is_a(mention.kind, "Place") or token.dep not in ("compound", "amod"):
        return False
    between = context.tree.dependents(token.head, "compound")
    return FIGURE in frame.needs and any(k >= mention.last for k in between)


def _is_polled(context: RoleContext, frame: Frame, found: Filled) -> bool:
    """ "South Sudan has postponed its elections": nobody elects a state."""
    mention = context.mentions[found.mention] if found.mention is not None and frame.kind == "Election" else None
    if mention is None:
        return False
    neuter = mention.form == "pronoun" and "Gender=Neut" in context.tree.tokens[mention.head].morph
    return neuter or mention.kind == "GeopoliticalEntity"


def _is_house(context: RoleContext, frame: Frame, found: Filled, argument: Argument) -> bool:
    """Whether a body known by its building was attacked, and attacked nobody: "l'attaque de l'ambassade"."""
    mention = context.mentions[found.mention] if found.mention is not None else None
    of = argument.slot == "compound" or (argument.slot == "nmod" and argument.preposition in context.tree.grammar.of)
    if found.role != "agent" or not of or not ontology.is_a(frame.kind, "Attack"):
        return False
    noun = context.noun_of(mention) if mention is not None and mention.kind == "Organization" else None
    housed = noun is not None and ("Place" in noun.also or (argument.slot == "compound" and bool(noun.flags & UNARMED)))
    return housed and not _tells_whom(context, frame, argument)


def _is_scene(context: RoleContext, frame: Frame, found: Filled, argument: Argument) -> bool:
    """Whether a capital is where somebody attacked, no state that attacks another: "les attaques de Tunis"."""
    if frame.kind != "Attack" or found.role != "agent" or argument.slot != "nmod":
        return False
    return not _tells_whom(context, frame, argument)


def _tells_whom(context: RoleContext, frame: Frame, argument: Argument) -> bool:
    """Whether another phrase of a noun says whom its deed befell: "l'attaque de Tunis contre X"."""
    against = {p for role, slots in frame.noun_roles if role == "patient" for slot in slots for p in slot.prepositions}
    beside = context.tree.dependents(context.tree.head(argument.token), "nmod")
    return any(context.tree.preposition(k) in against - context.tree.grammar.of for k in beside)


def as_place(context: RoleContext, found: Filled, argument: Argument, giving: bool) -> Filled:
    """ "la fusillade à Berlin", "le sommet de Davos", "the Berlin shooting": such places are no victims or culprits."""
    if found.mention is None or found.role not in {"agent", "patient", "recipient"}:
        return found
    if context.mentions[found.mention].rule == LOCATED:
        return replace(found, role="place")
    if giving or found.role == "recipient":  # "acheter à l'Italie", but "distribuer à Kandahar"
        town = found.mention in context.towns and argument.preposition in context.tree.grammar.inside_prepositions
        goal = "destination" if argument.slot == "obl" and found.role != "agent" else "place"  # "acheté à Lyon"
        return replace(found, role=goal) if town else found
    mention = context.mentions[found.mention]
    kind, text = mention.kind, mention.text
    if found.role == "patient" and argument.slot == "obl" and _is_nature(context, mention):
        return replace(found, role="place")  # "tiré un missile vers la mer du Japon"
    if found.role == "patient" and is_aimed_at(context, argument):
        return found
    where = argument.slot in {"nmod", "obl"} and argument.preposition in context.tree.grammar.inside_prepositions
    # "attacks in Paris, which killed ten": the parser hung the clause on the place
    asked = context.tree.tokens[argument.token].dep == "obl:arg"  # "a demandé à la Turquie d'extrader X"
    behind = not asked and context.tree.preposition(argument.token) in context.tree.grammar.inside_prepositions
    where = where or (argument.slot == "subject" and behind)
    where = where or (argument.slot == "compound" and not text.isupper() and "." not in text)  # but "US strikes"
    where = where or (argument.slot == "adj" and found.mention in context.towns)  # "the Nice attack"
    if found.role == "agent" and argument.slot == "nmod" and argument.preposition in context.tree.grammar.of:
        unknown = mention.form == "name" and mention.link is None  # "the assault of Husaybah": no state, which acts
        where = where or found.mention in context.towns or unknown
    return replace(found, role="place") if where and ontology.is_a(kind, "Place") else found


def is_aimed_at(context: RoleContext, argument: Argument) -> bool:
    """Whether a state stands where a verb that asks for that preposition has who undergoes its deed."""
    if argument.slot != "obl" or not is_dative_state(context, argument):
        return False
    entries = context.entries(context.tree.head(argument.token))
    aimed = [frame for trigger, frame in entries if trigger.preposition == argument.preposition]
    slots = (slot for frame in aimed if "patient" in frame.needs for slot in dict(frame.verb_roles).get("patient", ()))
    return any(slot_matches(slot, argument) for slot in slots)


def is_dative_state(context: RoleContext, argument: Argument) -> bool:
    """Whether a state stands behind the preposition for whom something is given, said or done to."""
    mention = context.mention_at(argument.token)
    state = mention is not None and mention.kind == "GeopoliticalEntity" and mention.index not in context.towns
    return state and argument.preposition == context.tree.grammar.dative_preposition


def is_beside_state(context: RoleContext, argument: Argument) -> bool:
    """Whether something is only told to be near a state that the gazetteer names: "au Niger, près du Mali"."""
    if argument.preposition not in context.tree.grammar.nearby_prepositions:
        return False
    mention = context.mention_at(argument.token)
    return mention is not None and (mention.link or "").startswith(STATES)


def _is_nature(context: RoleContext, mention: Mention) -> bool:
    """Whether a place is a sea, a river or a mountain, which nobody attacks."""
    noun = context.nouns.get(mention.lemma)
    return (mention.link or "").startswith(NATURE) or (noun is not None and WATER in noun.flags)


def has_venue(frame: Frame, slots: tuple[Slot, ...], arguments: tuple[Argument, ...]) -> bool:
    """Whether the seat of power behind an event's noun is where it is held: "l'accord de Paris"; not "… avec Rome"."""
    own = [a for a in arguments if a.rule not in {"reattached", "borrowed"}]
    held = ontology.is_among(frame.kind, HELD)
    return held and not any(slot_matches(slot, a) for slot in slots if slot.additional for a in own)
