"""Arguments that belong to another role or word, whatever their preposition says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg import ontology
from kg.extract.deathtolls import MEETS
from kg.extract.misfits import MISFITTING, is_misfit
from kg.extract.phrases import SCENE
from kg.extract.rolecontext import RoleContext
from kg.extract.roleplaces import HELD, is_aimed_at, is_beside_state, is_dative_state, is_only_near
from kg.extract.sharing import NESTED, PARTNER
from kg.extract.slots import slot_matches, slot_of
from kg.extract.standing import PEOPLE
from kg.extract.syntax import Argument
from kg.lang.frames import Frame, Slot

SCENES = {"place", "instrument", "cause", "purpose"}  # what stands with any event
SCENIC = {"place", "object"}  # what a place in front of a clause may be, of an event and of a relation
CIRCUMSTANCES: Mapping[str, tuple[str, ...]] = {  # what fills a role where the ontology says nothing of the class
    "place": ("Place",),
    "origin": ("Place",),
    "destination": ("Place",),
    "instrument": ("Artifact",),
    "cause": ("Event",),
    "purpose": ("Event",),
}
ACCIDENT = "Accident"
SWEEPING = frozenset({"Storm", "Earthquake", "Epidemic", "Famine"})  # what comes over whole regions
FACING = ("Battle", "Meeting", "Negotiation")  # what takes place where those are whom one does it with
LENT_INSIDE = "support verb, inside"  # the rule of what stands inside the noun that a verb carries
HAPPENED = "support verb, there"  # that of where a verb says that its noun happened: "l'attaque s'est produite sur la route"
MOVING = ("Movement", "Visit")
DECIDED = ("Vote", "Legislation", "Reform")  # what is decided is elsewhere than where one decides it
POSTED = ("Appointment", "Dismissal", "Award", "DiplomaticBreak")  # where those stand whom these befall, these need not be
BLAMING = ("Accusation", "Criticism")  # what is somewhere is blamed, not where somebody blames it
BEFALLEN_ABOARD = (
    "Arrest", "Capture", "Fire", "Explosion", "Death", "Detention", "HostageTaking", "Injury", "Interception",
    "Protection", "Theft", *HELD,
)  # fmt: skip
BROUGHT = frozenset({"Death", "Injury"})  # what befell people before they were brought somewhere
PEOPLE_ASKED = frozenset({"Person", "Group", "Force"})  # who alone may stand in front as whom something is said to
SPEAKING = ("Communication", "Diplomacy", "Phase")
WHEREABOUTS = {"place", "origin", "destination"}


def is_of_filler(context: RoleContext, argument: Argument, slots: tuple[Slot, ...], arguments: tuple[Argument, ...]) -> bool:
    """Whether a phrase belongs to a noun that fills the role itself: "la loi sur les résidents a été modifiée"."""
    above = context.tree.head(argument.token) if argument.slot == "obl" else None
    return any(a.token == above and slot_of(slots, a) is not None for a in arguments)


def is_elsewhere(context: RoleContext, frame: Frame, role: str, argument: Argument) -> bool:
    """Whether an argument belongs to another role or word whatever its preposition says.

    "À Lyon, il est entré dans la banque": a place in front is a scene; "condemned the attack in Paris": not there.
    """
    if role in MISFITTING and is_misfit(context.tree, frame, role, argument, context.mention_at):
        return True
    if _is_beside(context, frame, role, argument):
        return True
    if role == "agent" and (_is_used(context, argument) or _is_asked_for(context, argument)):
        return True
    if role == "agent" and argument.slot == "adj" and _are_people(context, context.tree.head(argument.token)):
        return True  # "la libération des otages français": by whomever
    if role == "recipient" and _is_in_front(context, argument):
        return True
    settled = _stands_for_place(context, role, argument)
    if settled is not None:
        return settled
    if argument.rule == "borrowed" and (_is_blamed(context, argument) or (role == "cause" and _is_told(context, argument))):
        return True
    wide = role == "place" and argument.rule == "borrowed" and frame.kind in SWEEPING
    if wide and _form(context, argument) == "nominal" and not _is_kind(context, argument, ("GeopoliticalEntity",)):
        return True  # "the storm uprooted trees in a garden": no storm is in a garden
    elsewhere = _is_no_scene, _is_brought_there, _is_of_matter, is_only_near
    if role == "place" and any(test(context, frame, argument) for test in elsewhere):
        return True
    if role == "theme" and frame.kind in POSTED and argument.slot == "nmod" and _is_where(context, argument):
        return True  # "a annoncé cette nomination à Canberra"
    if role == "place" and is_dative_state(context, argument) and context.tree.first(argument.token, "det") is not None:
        return True  # "a bloqué l'aide à l'Ukraine": what is there is "en Ukraine"
    if role == "place" and frame.kind == "Conviction" and argument.preposition in context.tree.grammar.inside_prepositions:
        where = context.mention_at(argument.token)  # "condamné à la prison à vie", "serves a sentence at a prison"
        if where is not None and where.form == "nominal" and not context.is_court(where):
            return True
    if ontology.is_a(frame.kind, "Communication") and _is_of_audience(context, role, argument):
        return True
    if argument.rule in {NESTED, HAPPENED} and role != "place":
        return True
    if role == "recipient" and (_is_given_to_other(context, argument) or _is_where_given(context, argument)):
        return True
    if argument.rule == PARTNER:  # one speaks with people in Canada from afar, in a town mostly there
        town = context.at.get(argument.token) in context.towns | context.seats
        grammar, struck = context.tree.grammar, frame.kind == ACCIDENT  # "collided with a bus near Kano"
        there = argument.preposition in grammar.inside_prepositions - grammar.beyond_prepositions
        armed = _is_armed(context, frame, argument)
        return role != "place" or not (struck or (there and town and (armed or ontology.is_among(frame.kind, FACING))))
    undergoes = role == "patient" and any(slot.kind == "object" for slot in dict(frame.verb_roles).get(role, ()))
    if argument.rule == "reattached" and undergoes and _is_where(context, argument):
        return True  # "a sanctionné la filiale de X à Taïwan"
    inside = role in CIRCUMSTANCES and argument.rule in {"reattached", NESTED}
    return inside and _is_of_undergone(context, frame, role, argument)


def _is_armed(context: RoleContext, frame: Frame, argument: Argument) -> bool:
    """Whether a place hangs on the thing with which somebody is attacked: "stabbed an officer with a knife in Paris"."""
    weapon = context.mention_at(context.tree.head(argument.token))
    return weapon is not None and weapon.kind == "Artifact" and ontology.is_a(frame.kind, "Conflict")


def _is_told(context: RoleContext, argument: Argument) -> bool:
    """Whether the verb that an argument hangs on tells an event of its own: "talks were cancelled because of a strike"."""
    verb = context.tree.head(argument.token)
    return verb in context.candidates and verb not in context.carried_by


def _is_beside(context: RoleContext, frame: Frame, role: str, argument: Argument) -> bool:
    """Whether an argument only says on what errand, aboard what or until when, or of what sort its noun is."""
    tree = context.tree
    phrase = f"{argument.preposition} {context.lemma(argument.token)}" if role == "topic" else ""
    if phrase in tree.grammar.engaged_prepositions:
        return True  # "the minister, on a visit to Rome, met the pope"
    moved = role in WHEREABOUTS and ontology.is_among(frame.kind, MOVING)
    if moved and argument.rule == "borrowed" and _begins(context, tree.head(argument.token)):
        return True  # "a commencé son voyage à Lyon"
    clause = argument.slot == "clause" and ontology.is_a(frame.kind, "Phase")
    if clause and (tree.is_finite(argument.token) or _is_aim(context, argument)):
        return True  # "jailed them for three years, two of them suspended"
    if argument.rule == "inside" and role == "agent" and ontology.is_a(frame.kind, "Communication"):
        return True  # "une conférence de presse": the press does not speak
    if argument.rule == "inside" and role == "agent" and ontology.is_a(frame.kind, "Attack"):
        return not tree.is_determined(argument.token)  # "des tirs d'artilleries": of what sort they are
    if role == "instrument" and any(_is_aboard(context, k) for k in (argument.token, tree.head(argument.token))):
        return True  # "a intercepté un voilier avec deux tonnes de drogue à bord"
    aboard = role == "instrument" and argument.preposition in tree.grammar.aboard_prepositions
    return aboard and ontology.is_among(frame.kind, BEFALLEN_ABOARD)  # "a saisi la drogue à bord d'un bateau"


def _is_aboard(context: RoleContext, load: int) -> bool:
    """Whether something is told to be aboard: "deux tonnes de drogue à bord"."""
    tree = context.tree
    told = (
        tree.grammar.complex_prepositions.get(f"{tree.preposition(k)}:{tree.lemmas[k]}")
        for k in tree.dependents(load, "nmod")
    )
    return any(phrase in tree.grammar.aboard_prepositions for phrase in told if phrase)


def _is_aim(context: RoleContext, argument: Argument) -> bool:
    """ "Suspended the raids in Gao to let aid in": an infinitive apart from the verb's object, unlike "a deal to sell X"."""
    tree, clause = context.tree, argument.token
    thing = tree.first(tree.head(clause), "obj")
    apart = thing is not None and thing < clause and thing not in {k - 1 for k in tree.dependents(clause, "mark")}
    return argument.rule == "gerund" and tree.tokens[clause].has("VerbForm=Inf") and apart


def _stands_for_place(context: RoleContext, role: str, argument: Argument) -> bool | None:
    """Whether an argument stands for a place that the role doesn't mean; None where it may be what it seems."""
    if argument.rule == "inside" and role in {"patient", "place"}:
        return _is_kind(context, argument, ("Place",))  # "un accident de la route": nothing befell the road
    if argument.rule == SCENE and role not in SCENIC:  # "Sur LCI, des voisins racontent"
        return _is_kind(context, argument, ("Place", "Organization") if role == "topic" else ("Place",))
    if role == "topic" and argument.slot == "obl" and _form(context, argument) == "nominal":
        noun = context.nouns.get(context.lemma(argument.token))  # "a déclaré aux journalistes sur les lieux"
        return True if noun is not None and noun.kind == "Place" and "vague" in noun.flags else None
    if role == "theme" and argument.slot == "obl" and argument.preposition in context.tree.grammar.place_prepositions:
        inside = argument.preposition in context.tree.grammar.inside_prepositions  # "financé par des mécènes en Suède"
        placed = inside if _form(context, argument) == "name" else argument.rule == "reattached"
        return placed and _is_kind(context, argument, ("Place",))
    return None


def _form(context: RoleContext, argument: Argument) -> str:
    mention = context.mention_at(argument.token)
    return "" if mention is None else mention.form


def _is_kind(context: RoleContext, argument: Argument, kinds: tuple[str, ...]) -> bool:
    mention = context.mention_at(argument.token)
    return mention is not None and ontology.is_among(mention.kind, kinds)


def _is_no_scene(context: RoleContext, frame: Frame, argument: Argument) -> bool:
    """Whether a phrase of place tells what a view is of or who gets something: nothing happened there."""
    if is_beside_state(context, argument):
        return True
    if any(slot_matches(slot, argument) for slot in dict(frame.noun_roles).get("place", ())):
        return False  # "the battle for Mosul"
    fronted = argument.rule == SCENE and ontology.is_a(frame.kind, "Communication")  # "On Sudan, she said that …"
    if _is_view(context, argument) and (fronted or argument.rule == "reattached" or _is_of_subject(context, argument)):
        return True  # "vetoed a resolution on Syria", "la résolution sur la Syrie a été adoptée"
    if "patient" in frame.needs and is_aimed_at(context, argument):
        return True  # "a déclaré la guerre à l'Iran"
    # "offre une médaille au Brésil", "attribue l'explosion à l'Ukraine"
    return (frame.kind == "Action" or argument.rule == "borrowed") and _is_given(context, argument)


def _is_where_given(context: RoleContext, argument: Argument) -> bool:
    """Whether a state only tells where those are to whom something is given: "leur soutien à la junte au Niger"."""
    tree, given = context.tree, context.tree.grammar.dative_preposition
    behind = argument.rule == "reattached" and tree.preposition(argument.token) == given
    return behind and tree.preposition(tree.head(argument.token)) == given and _is_kind(context, argument, ("Place",))


def _is_in_front(context: RoleContext, argument: Argument) -> bool:
    """Whether a body or a state in front of a clause is where something is said: "À l'ONU, il a averti l'Iran"."""
    tree, token = context.tree, argument.token
    mention = context.mention_at(token)
    if argument.slot not in ("obl", "dative") or mention is None or mention.kind in PEOPLE_ASKED:
        return False
    verb = tree.head(token)
    subject = tree.first(verb, "nsubj", "nsubj:pass")
    if subject is None or not token < subject < verb or tree.preposition(token) != tree.grammar.dative_preposition:
        return False
    return any(t.text == "," for t in tree.tokens[token + 1 : subject])


def _is_brought_there(context: RoleContext, frame: Frame, argument: Argument) -> bool:
    """Whether those whom it befell were brought to a place afterwards: "a transporté 18 blessés à l'hôpital"."""
    tree = context.tree
    moved = argument.rule == "borrowed" and argument.preposition == tree.grammar.dative_preposition
    return moved and frame.kind in BROUGHT and tree.lemmas[tree.head(argument.token)] in tree.grammar.motion


def _is_asked_for(context: RoleContext, argument: Argument) -> bool:
    """Whether another word asks for a preposition: "discussed the truce with officials", "discussed the sale to X"."""
    if argument.slot == "obl" and its_noun(context, argument) is not None:
        return True
    entries = context.entries(context.tree.head(argument.token)) if argument.rule == "borrowed" else ()
    return any(frame.kind and trigger.preposition == argument.preposition != "" for trigger, frame in entries)


def _is_used(context: RoleContext, argument: Argument) -> bool:
    """Whether a place is used to do something in it: "used the territory to plan attacks", which it did not plan."""
    tree, token = context.tree, context.tree.tokens[argument.token]
    tool = token.dep == "obj" and tree.tokens[token.head].lemma in tree.grammar.tool_verbs
    return tool and argument.rule.startswith("object control") and _is_kind(context, argument, ("Place",))


def _is_of_matter(context: RoleContext, frame: Frame, argument: Argument) -> bool:
    """Whether a place is that of what somebody speaks of or goes on with: "condolences for the attack in X"."""
    tree, above = context.tree, context.tree.head(argument.token)
    if argument.rule == "borrowed" or tree.tokens[above].dep != "nmod" or not ontology.is_among(frame.kind, SPEAKING):
        return False
    told = context.candidates.get(above)
    if told is not None and any(own.kind == frame.kind for _, own in told.entries):
        return False  # its own noun
    return (told is not None and told.nominal) or tree.tokens[above].lemma in tree.grammar.affairs


def _is_of_audience(context: RoleContext, role: str, argument: Argument) -> bool:
    """Whether what seems to be whom one tells belongs to a noun, or is what one tells it with."""
    told = role == "recipient" and argument.slot == "obl" and context.tree.is_passive(context.tree.head(argument.token))
    if told and _is_kind(context, argument, ("Place", "GeopoliticalEntity")):
        return True  # "deux cas ont été confirmés à Mayotte"
    above = context.tree.head(argument.token)
    people = role == "recipient" and argument.rule == "reattached"  # "la liste des candidats à l'Élysée"
    if people and context.lemma(above) in context.tree.grammar.affairs and _is_kind(context, argument, ("Place",)):
        return True  # "a évoqué la situation au Soudan"
    before = (above, _before(context, argument.token)) if people else ()
    if any(_are_people(context, word) for word in before):
        return True
    return argument.rule == "tool" or (role == "recipient" and its_noun(context, argument) is not None)


def _is_of_undergone(context: RoleContext, frame: Frame, role: str, argument: Argument) -> bool:
    """Whether a phrase inside what something is done to says of that where it is, whence, or what with."""
    tree = context.tree
    if role == "place" and argument.preposition in tree.grammar.origin_prepositions:  # "abducted men from Chad"
        return True
    moved = role == "destination" and ontology.is_a(frame.kind, "Displacement")
    if moved and argument.preposition in tree.grammar.inside_prepositions:  # "drove out the men in the town"
        return True
    if ontology.is_a(frame.kind, "Communication") or ontology.is_among(frame.kind, DECIDED):
        return True  # "a voté l'arrêt des forages sur le sol français"
    if role == "place" and ontology.is_among(frame.kind, POSTED):  # "the commander of the forces in Iraq was promoted"
        return True
    if frame.kind == "Negotiation" and argument.slot == "obl":  # "discussed the situation in Syria"
        return True
    return _keeps_its_place(context, tree.head(argument.token))


def _begins(context: RoleContext, verb: int) -> bool:
    return any(frame.kind == "Beginning" for _, frame in context.entries(verb))


def _is_blamed(context: RoleContext, argument: Argument) -> bool:
    """Whether the verb lays a deed on somebody, who is not done it to: "blamed the attack on the army"."""
    entries = context.entries(context.tree.head(argument.token))
    return any(frame.kind == "Accusation" and trigger.preposition == argument.preposition for trigger, frame in entries)


def _is_given(context: RoleContext, argument: Argument) -> bool:
    """Whether a state stands where the verb has who gets something or is blamed: "offre une médaille au Brésil"."""
    verb = context.tree.head(argument.token)
    if not is_dative_state(context, argument):
        return False
    given = ((frame, "patient" if frame.kind == "Accusation" else "recipient") for _, frame in context.entries(verb))
    slots = (slots for frame, to in given for role, slots in frame.verb_roles if role == to)
    return any(slot_matches(slot, replace(argument, slot="obl")) or slot.kind == "dative" for held in slots for slot in held)


def _is_given_to_other(context: RoleContext, argument: Argument) -> bool:
    """Whether a pronoun tells to whom, so that the phrase tells where: "lui a remis le prix à Stockholm"."""
    tree, verb = context.tree, context.tree.head(argument.token)
    if argument.slot != "obl" or argument.preposition != tree.grammar.dative_preposition or argument.token < verb:
        return False
    first = min((verb, *(aux.i for aux in tree.auxiliaries(verb))))  # but "a lui aussi rendu hommage à X"
    given = (tree.tokens[k] for k in tree.dependents(verb, "iobj") if k < first)
    return any(t.pos == "PRON" and not t.has("Reflex=Yes") and not tree.is_relative(t.i) for t in given)


def _before(context: RoleContext, noun: int) -> int:
    """The word right before the phrase of a noun."""
    case = context.tree.first(noun, "case")
    return noun if case is None else case - 1


def _are_people(context: RoleContext, token: int) -> bool:
    mention = context.mention_at(token)
    return mention is not None and mention.form == "nominal" and mention.kind in (*PEOPLE, "Position")


def _is_where(context: RoleContext, argument: Argument) -> bool:
    """Whether an argument says by a preposition of place in which state or town something is."""
    mention = context.mention_at(argument.token)
    placed = argument.preposition in context.tree.grammar.inside_prepositions
    return placed and mention is not None and mention.form == "name" and ontology.is_a(mention.kind, "Place")


def its_noun(context: RoleContext, argument: Argument) -> int | None:
    """The event noun above a phrase that asks for it: "demanded the withdrawal of troops from X"."""
    noun = context.tree.head(argument.token)
    while noun not in context.candidates and context.tree.tokens[noun].dep in {"nmod", "conj"}:
        noun = context.tree.head(noun)
    candidate = context.candidates.get(noun)
    if argument.rule not in {"reattached", LENT_INSIDE} or candidate is None or not candidate.nominal:
        return None
    asked = Argument("nmod", argument.token, argument.preposition)
    roles = (slots for _, frame in candidate.entries for role, slots in frame.noun_roles if role not in SCENES)
    return noun if any(slot_of(slots, asked) is not None for slots in roles) else None


def is_own_medium(context: RoleContext, argument: Argument) -> bool:
    """ "announced the attack on its website", "a parlé sur France Inter": it attacked no website, nor spoke of one."""
    tree, noun = context.tree, argument.token
    if argument.slot not in {"obl", "nmod"}:
        return False
    if argument.preposition in tree.grammar.place_prepositions:
        named = context.mention_at(noun) if argument.preposition != tree.grammar.dative_preposition else None
        if {tree.lemmas[noun], "" if named is None else named.text.lower()} & tree.grammar.platforms:
            return True
    if context.lemma(noun) not in tree.grammar.media:
        return False
    return any(tree.tokens[kid].dep == "nmod:poss" or "Poss=Yes" in tree.tokens[kid].morph for kid in tree.kids[noun])


def _keeps_its_place(context: RoleContext, token: int) -> bool:
    """Whether the event at a token may be elsewhere than what is done to it; who attacks a funeral is there."""
    candidate = context.candidates.get(token)
    return candidate is not None and not all(ontology.is_a(f.kind or "Event", MEETS) for _, f in candidate.entries)


def is_of_told(context: RoleContext, frame: Frame, role: str, argument: Argument, verb: int) -> bool:
    """Whether a place behind what somebody speaks of is the place of that: "a annoncé l'arrestation à Anvers de X".

    So is a place behind whom or what one blames: "condemned the situation in Gaza".
    """
    if argument.slot != "obl" or argument.rule == SCENE:
        return False
    mention = context.mention_at(argument.token)
    if mention is None or not ontology.is_a(mention.kind, "Place"):
        return False
    where = argument.preposition in context.tree.grammar.place_prepositions
    if role not in WHEREABOUTS and not (role == "recipient" and where):
        return False
    told = (kid for kid in context.tree.dependents(verb, "obj", "nsubj:pass") if verb < kid < argument.token)
    blames = ontology.is_among(frame.kind, BLAMING)
    return any(blames or kid in context.candidates for kid in told)


def _is_of_subject(context: RoleContext, argument: Argument) -> bool:
    """Whether a phrase hangs on the noun that is the subject of its verb."""
    return context.tree.tokens[context.tree.head(argument.token)].dep in {"nsubj", "nsubj:pass"}


def _is_view(context: RoleContext, argument: Argument) -> bool:
    """Whether what somebody says or decides on is a state: "a resolution on Syria"."""
    mention = context.mention_at(argument.token)
    on = argument.preposition in context.tree.grammar.view_prepositions
    return on and mention is not None and mention.kind == "GeopoliticalEntity"
