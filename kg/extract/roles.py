"""Which mention or event fills which role: arguments meet the frame's slots and the kinds that a role takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from kg import ontology
from kg.extract.arguments import verb_arguments
from kg.extract.control import BLAME
from kg.extract.eventfigures import EventFigures
from kg.extract.filled import Filled
from kg.extract.holders import office_holders
from kg.extract.instead import contrasted, told_of
from kg.extract.misfits import MISFITTING, is_misfit
from kg.extract.phrases import OF, SCENE
from kg.extract.sharing import NESTED, PARTNER
from kg.extract.standing import PEOPLE
from kg.extract.syntax import Argument, Tree
from kg.extract.triggers import Candidate, role_slots, slot_matches, slot_of
from kg.lang import Language
from kg.lang.frames import Entry, Frame, Slot
from kg.lang.nouns import Noun
from kg.model import LOCATED, VENUE, Mention, Quantity

CERTAINTY = {  # how sure an argument is that the grammar only implies
    "reattached": 0.7,
    NESTED: 0.7,
    PARTNER: 0.7,
    "borrowed": 0.6,
    "coordination": 0.8,
    "adjunct control": 0.7,
    BLAME: 0.7,
    "subject control": 0.85,
    "noun control": 0.7,
    "owner control": 0.7,
    "result": 0.8,
    "flag": 0.75,
}
CREWED, UNCREWED = frozenset({"aircraft", "ship"}), frozenset({"unmanned"})
ACTING = frozenset({"agent", "subject"})
FLAG_DEPS = ("amod", "compound", "nmod:poss")
FLYING = frozenset({"GeopoliticalEntity", "Force"})  # whose craft strike for them
PARTICIPANTS = {"agent", "patient", "recipient", "theme", "instrument", "topic", "subject", "object"}
PRONOUN_KINDS = ("Person", "Organization", "Artifact")  # what one of unknown kind may stand for: no event, no place
COUNTED_ROLES = {"agent", "patient", "theme", "topic", "quantity"}
SCENES = {"place", "instrument", "cause", "purpose"}  # what stands with any event
SCENIC = {"place", "object"}  # what a place in front of a clause may be, of an event and of a relation
MODIFIERS = {"adj", "compound"}
CIRCUMSTANCES: Mapping[str, tuple[str, ...]] = {  # what fills a role where the ontology says nothing of the class
    "place": ("Place",),
    "origin": ("Place",),
    "destination": ("Place",),
    "instrument": ("Artifact",),
    "cause": ("Event",),
    "purpose": ("Event",),
}
MEETS = "Society"
VISIBLE = ("Conflict", "LifeAndDisaster", "Crime", "Protest", "Riot", "LabourStrike", "Gathering")
SITTING = ("Meeting", "Negotiation", "Vote")  # what a body does in its own house
PUBLIC = frozenset({"state", "justice"})  # flags of nouns for bodies that are known by their buildings
FACING = ("Battle", "Meeting", "Negotiation")  # what takes place where those are whom one does it with
LONGEST_PHRASE = 5  # words of a fixed phrase for a thing
UNNAMED = "unnamed "
LENT_INSIDE = "support verb, inside"  # the rule of what stands inside the noun that a verb carries
DIRECT = {"obj", "nsubj:pass", "participle"}  # what surely stands in the object's place
MISHAPS = frozenset({"Accident", "Explosion", "Fire", "Earthquake", "Flood", "Storm", "Landslide"})
BURSTS = frozenset({"Accident", "Explosion", "Fire"})  # what befalls things: a town is where it does
HARMFUL = ("Conflict", "LifeAndDisaster", "Crime")  # what may cost lives
UNREST = ("Riot", "Protest")  # during which people die of it
FOUGHT_OUT = (*UNREST, "Battle", "LabourStrike")  # what is done among people somewhere, not to the place
HARMLESS = ("Meeting", "Visit", "Investigation", "Election")  # during which people may die, though not of it
TOLLS = frozenset({"Death", "Injury", "Killing"})  # what mishaps lead to, and never the other way
GIVING = ("Transfer", "Sanction", "Accusation")  # what is given to a state or bought of it is no matter of place
WATER = "water"  # flag of nouns for seas and rivers
NATURE = "geography:"  # seas, rivers, mountains
NAMED_SORTS = frozenset({"aircraft", "ship", "weapon"})  # sorts of things that bear names
HELD = ("Agreement", "Ceasefire", "Gathering", "Meeting", "Negotiation")  # what is held somewhere, or named after it
UNDERGONE = frozenset({"patient", "theme"})  # roles of what something is done to
BETWEEN = {"xcomp", "amod", "obj"}  # how "guilty" hangs on the verb or on whom is found so, and who is "convicted of"
PARTLY = "in part"  # ends the rule of a place that something was done to a part of
MOVING = ("Movement", "Visit")
DECIDED = ("Vote", "Legislation", "Reform")  # what is decided is elsewhere than where one decides it
BLAMING = ("Accusation", "Criticism")  # what is somewhere is blamed, not where somebody blames it
SAID_SOMEWHERE = ("Statement", "Announcement", "Warning", "Denial")  # "a déclaré à Berlin": there, not to Berlin
BEFALLEN_ABOARD = ("Arrest", "Capture", "Death", "Detention", "HostageTaking", "Injury", "Interception", "Theft", *HELD)
WHEREABOUTS = {"place", "origin", "destination"}
CHARGING = ("Justice", "Accusation")  # what tells what somebody is said to have done
MEASURED = OF | {""}  # how a noun of measure takes what it measures
WHAT = ("nmod", "obl", "obl:arg", "appos")  # where stands what a figure counts
WHOSE = ("compound", "nmod:poss", "amod")  # and what a noun stands for: "Daesh's positions", "militant targets"
CLAUSE_STEPS = ("xcomp", "ccomp", "obj", "nsubj:pass", "csubj", "nsubj")


class RoleFiller:
    """Fills the roles of one parse's events."""

    __slots__ = (
        "_at", "_candidates", "_carried_by", "_contrasted", "_holders", "_measuring", "_mentions", "_nouns", "_seats",
        "_towns", "about", "figures", "tree",
    )  # fmt: skip

    def __init__(
        self,
        tree: Tree,
        mentions: tuple[Mention, ...],
        at: Mapping[int, int],
        quantities: tuple[Quantity, ...],
        candidates: Mapping[int, Candidate],
        carried_by: Mapping[int, int],
        language: Language,
        towns: frozenset[int] = frozenset(),
        seats: frozenset[int] = frozenset(),
        about: frozenset[str] = frozenset(),
    ) -> None:
        self.tree = tree
        self.about = about  # needs of frames that the article as a whole meets
        self._towns = towns  # mentions of towns that are no seat of power
        self._seats = seats  # and of those that are
        self._mentions = mentions
        self._measuring = MEASURED | tree.grammar.out_of
        self._nouns = language.nouns
        self._at = at  # the mention of each token
        self._holders = office_holders(tree, mentions, at)
        self._candidates = candidates
        self._carried_by = carried_by  # support verb -> event noun
        self._contrasted = contrasted(tree)
        self.figures = EventFigures(tree, quantities, candidates, self._at)

    def mention_at(self, token: int) -> Mention | None:
        """The mention that the token heads or belongs to by name; for an office the person who holds it."""
        index = self._at.get(token)
        return self._mentions[self._holders.get(index, index)] if index is not None else None

    def fill(self, frame: Frame, nominal: bool, arguments: tuple[Argument, ...], own: int) -> tuple[Filled, ...]:
        """All roles of a frame whose trigger stands at token `own`; a token fills one role only.

        Of a verb every slot counts; of a noun the first that holds something ("l'attaque de la base par X": "par" tells
        the agent, so that "de" can't), and every additional one.
        """
        roles = role_slots(frame, nominal)
        expected = ontology.expected(frame.kind)
        only = dict(frame.only)
        giving = ontology.is_among(frame.kind, GIVING)
        bombing = ontology.is_a(frame.kind, "Bombing")
        says = not nominal and ontology.is_a(frame.kind, "Communication")
        used: set[int] = set()
        filled: list[Filled] = []
        for n, (role, slots) in enumerate(roles):
            if role == "quantity":  # figures() reads those, whatever slot they stand in
                continue
            standing = [a for a in arguments if slot_of(slots, a) is not None]
            if not standing:
                continue
            near = [  # "sanctions for sales of arms to X": X is the buyer
                a
                for a in standing
                if not self._is_elsewhere(frame, role, a)
                and not (nominal and self._its_noun(a) not in {None, own})
                and not (role in WHEREABOUTS and a.token in self.figures.distant)
                and not (says and self._is_of_told(frame, role, a, own))
                and not (role in UNDERGONE and self._is_of_filler(a, slots, arguments))
                and not (a.rule == BLAME and role == "cause")
            ]
            if nominal:
                near = _without_second(near, dict(roles[n + 1 :]).get("origin", ()))
            kinds = only.get(role) or expected.get(role) or CIRCUMSTANCES.get(role, ())
            done = False
            venue = role == "agent" and nominal and _has_venue(frame, slots, arguments)
            for slot in slots:
                if done and nominal and not slot.additional:
                    continue
                found = [
                    self._in_own_role(frame, self.as_cause(frame, f), argument, venue, bombing)
                    for argument in near
                    if argument.token not in used and slot_matches(slot, argument)
                    for f in self._fillers(role, argument, slot, self._kinds_at(frame, role, argument, kinds), giving)
                    if f.token != own and not self._is_part(f, filled) and not self.is_toll(frame, f)
                ]
                if found[1:]:
                    found = _without_blamer(found)
                if found:
                    done = done or not slot.additional
                    filled.extend(map(self._as_venue, found))
                    used.update(f.token for f in found)
                    used.update(a.token for a in arguments if slot_matches(slot, a) and _same(a, found))
        return tuple(filled)

    def _kinds_at(self, frame: Frame, role: str, argument: Argument, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """What may fill a role where an argument stands: a body's name is a place too, where its building is meant.

        "blessé devant le ministère", "l'attentat du Parlement", "un vote au Sénat".
        """
        mention = self.mention_at(argument.token) if role == "place" else None
        if mention is None or mention.kind != "Organization":
            return kinds
        seen = ontology.is_among(frame.kind, VISIBLE)
        noun = self._noun_of(mention)
        public = noun is not None and bool(noun.flags & PUBLIC)
        outside = seen and argument.preposition in self.tree.grammar.facade_prepositions
        own = argument.rule == "nmod"  # "la mort de X, annoncée à l'AFP": not there
        inside = own and argument.preposition == self.tree.grammar.dative_preposition
        inside = inside and (seen or ontology.is_among(frame.kind, SITTING))
        named = own and argument.preposition in OF and seen and public
        return (*kinds, mention.kind) if outside or inside or named else kinds

    def _as_venue(self, found: Filled) -> Filled:
        """A body that is the place of an event, as such."""
        body = found.role == "place" and found.mention is not None and self._mentions[found.mention].kind == "Organization"
        return replace(found, rule=VENUE + found.rule) if body else found

    def _is_of_filler(self, argument: Argument, slots: tuple[Slot, ...], arguments: tuple[Argument, ...]) -> bool:
        """Whether a phrase belongs to a noun that fills the role itself: "la loi sur les résidents a été modifiée"."""
        above = self.tree.head(argument.token) if argument.slot == "obl" else None
        return any(a.token == above and slot_of(slots, a) is not None for a in arguments)

    def is_toll(self, frame: Frame, found: Filled) -> bool:
        """Whether a cause is none: nobody's death makes a train derail, and no funeral kills those who attend it."""
        if found.role != "cause" or found.mention is not None:
            return False
        if frame.kind in TOLLS:
            beside = found.rule.partition(":")[2] in self.tree.grammar.beside_prepositions  # "died during the coup"
            harmless = self._event_fits(found.token, HARMLESS) or (beside and not self._event_fits(found.token, UNREST))
            harmless = harmless and not self._may_harm(found.token)
            return harmless or self._event_fits(found.token, (MEETS,))
        return frame.kind in MISHAPS and not any(
            frame.kind not in TOLLS for _, frame in self._candidates[found.token].entries if frame.kind
        )

    def is_host(self, frame: Frame, found: Filled) -> bool:
        """Whether a place gets what is held there, or a town takes it in: "la ville reçoit le championnat"."""
        mention = self._mentions[found.mention] if found.mention is not None else None
        held = ontology.is_among(frame.kind, (*HELD, ontology.CONTEST))
        place = held and mention is not None and ontology.is_a(mention.kind, "Place")
        return place and (found.role == "patient" or found.mention in self._towns)

    def is_where_fought(self, frame: Frame, found: Filled) -> bool:
        """Whether a place that unrest or fighting shakes is where people fight or protest, no side of it."""
        mention = self._mentions[found.mention] if found.mention is not None and found.role == "patient" else None
        return mention is not None and frame.kind in FOUGHT_OUT and ontology.is_a(mention.kind, "Place")

    def as_cause(self, frame: Frame, found: Filled) -> Filled:
        """ "Le procès de l'incendie qui a fait dix morts": what the trial is about did, not the trial."""
        if found.role != "cause" or found.mention is not None or frame.kind not in TOLLS or self._may_harm(found.token):
            return found
        below = next(filter(self._may_harm, self.tree.dependents(found.token, "nmod")), None)
        return found if below is None else replace(found, token=below)

    def _may_harm(self, token: int) -> bool:
        candidate = self._candidates.get(token)
        return candidate is not None and any(ontology.is_among(f.kind, HARMFUL) for _, f in candidate.entries if f.kind)

    def _is_part(self, found: Filled, filled: Iterable[Filled]) -> bool:
        """Whether a role is held already by the name that this word is a part of: "Al-Qaïda au Maghreb"."""
        return found.mention is not None and any(
            f.mention == found.mention and f.token != found.token and f.role != found.role for f in filled
        )

    def _is_elsewhere(self, frame: Frame, role: str, argument: Argument) -> bool:
        """Whether an argument belongs to another role or word whatever its preposition says.

        "À Lyon, il est entré dans la banque": a place in front is a scene; "condemned the attack in Paris": not there.
        """
        if role in MISFITTING and is_misfit(self.tree, frame, role, argument, self.mention_at):
            return True
        phrase = f"{argument.preposition} {self.lemma(argument.token)}" if role == "topic" else ""
        if phrase in self.tree.grammar.engaged_prepositions:
            return True  # "the minister, on a visit to Rome, met the pope"
        moved = role in WHEREABOUTS and ontology.is_among(frame.kind, MOVING)
        if moved and argument.rule == "borrowed" and self._begins(self.tree.head(argument.token)):
            return True  # "a commencé son voyage à Lyon"
        if argument.slot == "clause" and ontology.is_a(frame.kind, "Phase") and self.tree.is_finite(argument.token):
            return True  # "jailed them for three years, two of them suspended"
        if argument.rule == "inside" and role == "agent" and ontology.is_a(frame.kind, "Communication"):
            return True  # "une conférence de presse": the press does not speak
        aboard = role == "instrument" and argument.preposition in self.tree.grammar.aboard_prepositions
        if aboard and ontology.is_among(frame.kind, BEFALLEN_ABOARD):
            return True  # "a saisi la drogue à bord d'un bateau"
        if argument.rule == "inside" and role == "patient":  # "un accident de la route": nothing befell the road
            mention = self.mention_at(argument.token)
            return mention is not None and ontology.is_a(mention.kind, "Place")
        if argument.rule == SCENE and role not in SCENIC:
            mention = self.mention_at(argument.token)
            kinds = ("Place", "Organization") if role == "topic" else ("Place",)  # "Sur LCI, des voisins racontent"
            return mention is not None and ontology.is_among(mention.kind, kinds)
        if role == "theme" and argument.slot == "obl" and argument.preposition in self.tree.grammar.place_prepositions:
            mention = self.mention_at(argument.token)  # "financé par des mécènes en Suède"
            inside = argument.preposition in self.tree.grammar.inside_prepositions
            placed = mention is not None and (inside if mention.form == "name" else argument.rule == "reattached")
            return placed and mention is not None and ontology.is_a(mention.kind, "Place")
        if role == "place" and argument.rule == "reattached" and self._is_view(argument):
            return True  # "vetoed a resolution on Syria"
        if argument.rule == "borrowed" and self._is_blamed(argument):
            return True
        if role == "place" and (frame.kind == "Action" or argument.rule == "borrowed") and self._is_given(argument):
            return True  # "offre une médaille au Brésil", "attribue l'explosion à l'Ukraine"
        if role == "place" and frame.kind == "Conviction" and argument.preposition == self.tree.grammar.dative_preposition:
            mention = self.mention_at(argument.token)  # "condamné à la prison à vie"
            return mention is not None and mention.form == "nominal"
        says = ontology.is_a(frame.kind, "Communication")
        if (
            says
            and role == "recipient"
            and argument.rule == "reattached"
            and (self._are_people(self.tree.head(argument.token)) or self._are_people(self._before(argument.token)))
        ):
            return True  # "la liste des candidats à l'Élysée"
        if says and (argument.rule == "tool" or (role == "recipient" and self._its_noun(argument) is not None)):
            return True
        if argument.rule == NESTED and role != "place":
            return True
        if argument.rule == PARTNER:  # one speaks with people in Canada from afar, in a town mostly there
            town = self._at.get(argument.token) in self._towns | self._seats
            return role != "place" or not town or not ontology.is_among(frame.kind, FACING)
        undergoes = role == "patient" and any(slot.kind == "object" for slot in dict(frame.verb_roles).get(role, ()))
        if argument.rule == "reattached" and undergoes and self._is_where(argument):
            return True  # "a sanctionné la filiale de X à Taïwan"
        if role not in CIRCUMSTANCES or argument.rule not in {"reattached", NESTED}:
            return False
        if role == "place" and argument.preposition in self.tree.grammar.origin_prepositions:  # "abducted men from Chad"
            return True
        moved = role == "destination" and ontology.is_a(frame.kind, "Displacement")
        if moved and argument.preposition in self.tree.grammar.inside_prepositions:  # "drove out the men in the town"
            return True
        decides = ontology.is_among(frame.kind, DECIDED)  # "a voté l'arrêt des forages sur le sol français"
        return says or decides or self._keeps_its_place(self.tree.head(argument.token))

    def _begins(self, verb: int) -> bool:
        return any(frame.kind == "Beginning" for _, frame in self.entries(verb))

    def _is_blamed(self, argument: Argument) -> bool:
        """Whether the verb lays a deed on somebody, who is not done it to: "blamed the attack on the army"."""
        entries = self.entries(self.tree.head(argument.token))
        return any(frame.kind == "Accusation" and trigger.preposition == argument.preposition for trigger, frame in entries)

    def _is_given(self, argument: Argument) -> bool:
        """Whether a state stands where the verb has who gets something or is blamed: "offre une médaille au Brésil"."""
        verb = self.tree.head(argument.token)
        mention = self.mention_at(argument.token)
        state = mention is not None and mention.kind == "GeopoliticalEntity" and mention.index not in self._towns
        if not state or argument.preposition != self.tree.grammar.dative_preposition:
            return False
        given = ((frame, "patient" if frame.kind == "Accusation" else "recipient") for _, frame in self.entries(verb))
        slots = (slots for frame, to in given for role, slots in frame.verb_roles if role == to)
        return any(
            slot_matches(slot, replace(argument, slot="obl")) or slot.kind == "dative" for held in slots for slot in held
        )

    def _before(self, noun: int) -> int:
        """The word right before the phrase of a noun."""
        case = self.tree.first(noun, "case")
        return noun if case is None else case - 1

    def _are_people(self, token: int) -> bool:
        mention = self.mention_at(token)
        return mention is not None and mention.form == "nominal" and mention.kind in (*PEOPLE, "Position")

    def _is_where(self, argument: Argument) -> bool:
        """Whether an argument says by a preposition of place in which state or town something is."""
        mention = self.mention_at(argument.token)
        placed = argument.preposition in self.tree.grammar.inside_prepositions
        return placed and mention is not None and mention.form == "name" and ontology.is_a(mention.kind, "Place")

    def _its_noun(self, argument: Argument) -> int | None:
        """The event noun above a phrase that asks for it: "demanded the withdrawal of troops from X"."""
        noun = self.tree.head(argument.token)
        while noun not in self._candidates and self.tree.tokens[noun].dep in {"nmod", "conj"}:
            noun = self.tree.head(noun)
        candidate = self._candidates.get(noun)
        if argument.rule not in {"reattached", LENT_INSIDE} or candidate is None or not candidate.nominal:
            return None
        asked = Argument("nmod", argument.token, argument.preposition)
        roles = (slots for _, frame in candidate.entries for role, slots in frame.noun_roles if role not in SCENES)
        return noun if any(slot_of(slots, asked) is not None for slots in roles) else None

    def is_own_medium(self, argument: Argument) -> bool:
        """ "announced the attack on its website": it attacked no website, nor spoke of one."""
        tree, noun = self.tree, argument.token
        if argument.slot not in {"obl", "nmod"}:
            return False
        if self.tree.lemmas[noun] in tree.grammar.platforms and argument.preposition in tree.grammar.place_prepositions:
            return True
        if self.lemma(noun) not in tree.grammar.media:
            return False
        return any(tree.tokens[kid].dep == "nmod:poss" or "Poss=Yes" in tree.tokens[kid].morph for kid in tree.kids[noun])

    def _keeps_its_place(self, token: int) -> bool:
        """Whether the event at a token may be elsewhere than what is done to it; who attacks a funeral is there."""
        candidate = self._candidates.get(token)
        return candidate is not None and not all(ontology.is_a(f.kind or "Event", MEETS) for _, f in candidate.entries)

    def _fillers(
        self, role: str, argument: Argument, slot: Slot, kinds: tuple[str, ...], giving: bool = False
    ) -> Iterator[Filled]:
        confidence = CERTAINTY.get(argument.rule, 1.0)
        rule = f"{argument.slot}:{argument.preposition}" if argument.preposition else argument.slot
        if argument.rule in CERTAINTY:
            rule = f"{rule} ({argument.rule})"
        if slot.kind == "clause":
            office = self._office_at(argument.token) if argument.rule == "xcomp" else None  # "was appointed minister"
            if office is not None and self._mention_fits(role, office, kinds, argument.token):
                yield Filled(role, argument.token, office.index, rule, confidence)
            for token in self.events_of_clause(argument.token):
                if not kinds or self._event_fits(token, kinds):
                    yield Filled(role, token, None, rule, confidence)
            return
        alone = argument.rule == "attribute"  # "the wounded soldiers and a doctor": the doctor need not be wounded
        for token in (argument.token,) if alone else self._row(argument.token):
            for found in self._noun_fillers(role, token, kinds, rule, confidence, 0):
                yield self._as_place(found, argument, giving)

    def _is_of_told(self, frame: Frame, role: str, argument: Argument, verb: int) -> bool:
        """Whether a place behind what somebody speaks of is the place of that: "a annoncé l'arrestation à Anvers de X".

        So is a place behind whom or what one blames: "condemned the situation in Gaza".
        """
        if argument.slot != "obl" or argument.rule == SCENE:
            return False
        mention = self.mention_at(argument.token)
        if mention is None or not ontology.is_a(mention.kind, "Place"):
            return False
        where = argument.preposition in self.tree.grammar.place_prepositions
        if role not in WHEREABOUTS and not (role == "recipient" and where):
            return False
        told = (kid for kid in self.tree.dependents(verb, "obj", "nsubj:pass") if verb < kid < argument.token)
        blames = ontology.is_among(frame.kind, BLAMING)
        return any(blames or kid in self._candidates for kid in told)

    def _in_own_role(self, frame: Frame, found: Filled, argument: Argument, venue: bool, bombing: bool) -> Filled:
        """ "L'accord de Paris" was made there; what goes off in a bombing is no victim of it: "fait exploser une bombe"."""
        somewhere = found.role == "recipient" and found.mention in self._seats and frame.kind in SAID_SOMEWHERE
        if somewhere and argument.preposition in self.tree.grammar.inside_prepositions:
            return replace(found, role="place")
        of_town = found.role == "patient" and argument.slot == "nmod" and found.mention in self._towns | self._seats
        if of_town and frame.kind in BURSTS and argument.preposition in OF:
            return replace(found, role="place")  # "l'explosion de Beyrouth"
        if found.role == "destination" and ontology.is_a(frame.kind, "Communication"):
            return replace(found, role="place")  # "a annoncé à Lyon"
        if argument.preposition in OF and found.mention in self._seats and (venue or self._is_scene(frame, found, argument)):
            return replace(found, role="place")
        noun = self._nouns.get(self.lemma(found.token)) if bombing and found.role == "patient" else None
        return replace(found, role="instrument") if noun is not None and "weapon" in noun.flags else found

    def _is_scene(self, frame: Frame, found: Filled, argument: Argument) -> bool:
        """Whether a capital is where somebody attacked, no state that attacks another: "les attaques de Tunis"."""
        if frame.kind != "Attack" or found.role != "agent" or argument.slot != "nmod":
            return False
        against = {p for role, slots in frame.noun_roles if role == "patient" for slot in slots for p in slot.prepositions}
        beside = self.tree.dependents(self.tree.head(argument.token), "nmod")
        return not any(self.tree.preposition(k) in against for k in beside)

    def _office_at(self, token: int) -> Mention | None:
        """The office that the token heads, whoever holds it."""
        index = self._at.get(token)
        mention = self._mentions[index] if index is not None else None
        return mention if mention is not None and mention.kind == "Position" else None

    def _row(self, token: int) -> Iterator[int]:
        """A token and those coordinated with it, or with the name that it only introduces: "the towns of X and Y"."""
        if self._is_either(token):
            return
        row = list(self.tree.conjuncts(token))
        for one in row if self._contrasted.isdisjoint(row) else told_of(self.tree, token):
            yield one
            mention = self.mention_at(one)
            outside = mention is not None and mention.form == "name" and not mention.first <= one < mention.last
            if mention is not None and outside and self.tree.head(mention.head) == one:
                yield from list(self.tree.conjuncts(mention.head))[1:]
            elif mention is not None and mention.form == "nominal":
                yield from self._named_ones(one, mention) if mention.kind == "Group" or mention.number == "p" else ()
                yield from self._examples(one) if mention.number == "p" else ()

    def _named_ones(self, group: int, several: Mention) -> Iterator[int]:
        """Those, two or more, whose names say who several are: "deux chefs du parti, X et Y", "three states: X, Y and Z"."""
        kinds = {"Person", "GeopoliticalEntity"} if several.kind == "Group" else {several.kind}
        for name in self.tree.dependents(group, "appos"):
            row = list(self.tree.conjuncts(name))
            named = [m for one in row if (m := self.mention_at(one)) is not None and m.form == "name"]
            if len(named) == len(row) > 1 and len(own := {m.kind for m in named}) == 1 and own <= kinds:
                yield from row

    def _examples(self, several: int) -> Iterator[int]:
        """The names that say who is among several: "condamné par des élus comme X et Y", "groups such as X"."""
        for name in self.tree.dependents(several, "nmod", "obl"):
            if self.tree.preposition(name) not in self.tree.grammar.inclusion:
                continue
            row = list(self.tree.conjuncts(name))
            if all((m := self.mention_at(one)) is not None and m.form == "name" for one in row):
                yield from row

    def _is_either(self, token: int) -> bool:
        """ "Either the army or the militia fired": nobody knows which."""
        tree = self.tree
        pairing = tree.of_dep("cc:preconj")
        if not any(word.head in {token, tree.head(token)} and word.i < token for word in pairing):
            return False
        joining = {tree.tokens[k].lemma for c in tree.dependents(token, "conj") for k in tree.dependents(c, "cc")}
        return bool(joining & (tree.grammar.alternatives - tree.grammar.negative_conjunctions))

    def _is_view(self, argument: Argument) -> bool:
        """Whether what somebody says or decides on is a state: "a resolution on Syria"."""
        mention = self.mention_at(argument.token)
        on = argument.preposition in self.tree.grammar.view_prepositions
        return on and mention is not None and mention.kind == "GeopoliticalEntity"

    def _as_place(self, found: Filled, argument: Argument, giving: bool) -> Filled:
        """ "la fusillade à Berlin", "le sommet de Davos", "the Berlin shooting": such places are no victims or culprits."""
        if found.mention is None or found.role not in {"agent", "patient", "recipient"}:
            return found
        if self._mentions[found.mention].rule == LOCATED:
            return replace(found, role="place")
        if giving or found.role == "recipient":  # "acheter à l'Italie", but "distribuer à Kandahar"
            town = found.mention in self._towns and argument.preposition in self.tree.grammar.inside_prepositions
            goal = "destination" if argument.slot == "obl" and found.role != "agent" else "place"  # "acheté à Lyon"
            return replace(found, role=goal) if town else found
        mention = self._mentions[found.mention]
        kind, text = mention.kind, mention.text
        if found.role == "patient" and argument.slot == "obl" and self._is_nature(mention):
            return replace(found, role="place")  # "tiré un missile vers la mer du Japon"
        where = argument.slot in {"nmod", "obl"} and argument.preposition in self.tree.grammar.inside_prepositions
        # "attacks in Paris, which killed ten": the parser hung the clause on the place
        asked = self.tree.tokens[argument.token].dep == "obl:arg"  # "a demandé à la Turquie d'extrader X"
        behind = not asked and self.tree.preposition(argument.token) in self.tree.grammar.inside_prepositions
        where = where or (argument.slot == "subject" and behind)
        where = where or (argument.slot == "compound" and not text.isupper() and "." not in text)  # but "US strikes"
        where = where or (argument.slot == "adj" and found.mention in self._towns)  # "the Nice attack"
        if found.role == "agent" and argument.slot == "nmod" and argument.preposition in OF:
            unknown = mention.form == "name" and mention.link is None  # "the assault of Husaybah": no state, which acts
            where = where or found.mention in self._towns or unknown
        return replace(found, role="place") if where and ontology.is_a(kind, "Place") else found

    def _is_nature(self, mention: Mention) -> bool:
        """Whether a place is a sea, a river or a mountain, which nobody attacks."""
        noun = self._nouns.get(mention.lemma)
        return (mention.link or "").startswith(NATURE) or (noun is not None and WATER in noun.flags)

    def _noun_fillers(
        self, role: str, token: int, kinds: tuple[str, ...], rule: str, confidence: float, depth: int
    ) -> Iterator[Filled]:
        """The mention or event at a noun; a noun that only measures gives way to what it measures, a post to its office."""
        token = self._office_of(token)
        mention = self.mention_at(token)
        counted = tuple(self.figures.at(token)) if role in COUNTED_ROLES else ()
        argued = rule.partition(":")[0].partition(" ")[0]  # "subject:by" too, and "subject (coordination)"
        if mention is not None and not (depth == 0 and self.tree.measures(token) and self._is_measured(token)):
            flown = role in ACTING and argued == "subject" and "Artifact" not in kinds  # what moves is the craft itself
            flags = list(self._flags(role, mention, kinds)) if flown else []
            if not flags and self._mention_fits(role, mention, kinds, token):
                yield Filled(role, token, mention.index, rule, confidence, counted)
            elif not flags and kinds and token in self._candidates and self._event_fits(token, kinds):
                yield Filled(role, token, None, rule, confidence, counted)  # "la campagne de frappes a pris fin"
            yield from flags
            return
        if token in self._candidates:
            if self._event_fits(token, kinds):
                yield Filled(role, token, None, rule, confidence, counted)
            return
        named = self._named_by_apposition(token)
        if named is not None and self._mention_fits(role, named, kinds, named.head):
            yield Filled(role, named.head, named.index, rule, confidence * 0.9, counted)
            return
        measures, whose = self.tree.measures(token), self.tree.lemmas[token] in self.tree.grammar.stand_for_owner
        if depth > 3 or not (measures or whose or counted):
            return
        sum_of_money = bool(self.figures.money.intersection(counted or self.figures.at(token)))
        for kid in self.tree.dependents(token, *(WHAT if measures or counted else ()), *(WHOSE if whose else ())):
            if self.tree.preposition(kid) not in self._measuring or kid in self.figures.distant:
                continue
            articles = (self.tree.tokens[k].morph for k in self.tree.dependents(kid, "det", "case"))
            whole = any("Definite=Def" in morph for morph in articles)  # "half of the 300 inmates": not 300
            if sum_of_money and (whole or self._acts(kid)):
                continue  # "a dérobé des millions des caisses de l'État"
            for inner in self._noun_fillers(role, kid, kinds, rule, confidence * 0.95, depth + 1):
                # "two of the three hostages were freed": two
                figures = counted or (() if whole else inner.quantities)
                if role in UNDERGONE and self._is_part_of_land(token, inner.mention):
                    inner = replace(inner, role="place", rule=f"{rule} {PARTLY}")
                yield replace(inner, quantities=figures)

    def _is_part_of_land(self, measure: int, whole: int | None) -> bool:
        """ "Captured parts of the province": it happened there, though not to all of it."""
        land = whole is not None and self._mentions[whole].kind == "GeopoliticalEntity"
        return land and self.tree.lemmas[measure] in self.tree.grammar.parts

    def _named_by_apposition(self, noun: int) -> Mention | None:
        """Whom a noun that names nothing itself stands before: "rejected the king's first choice, Ana Vidal"."""
        if self.tree.tokens[noun].pos != "NOUN" or self.tree.tokens[noun].has("Number=Plur"):
            return None
        name = self.mention_at(self.tree.first(noun, "appos") or noun)
        behind = name is not None and name.form == "name" and name.first == noun + 2
        return name if behind and self.tree.tokens[noun + 1].text == "," else None

    def _office_of(self, token: int) -> int:
        """The office that a noun for any post holds: "resigned from his post as treasurer", "son poste de trésorier"."""
        if self.tree.lemmas[token] not in self.tree.grammar.posts:
            return token
        held = OF | self.tree.grammar.capacity_prepositions
        offices = (k for k in self.tree.dependents(token, "nmod") if self.tree.preposition(k) in held)
        return next((k for k in offices if (m := self.mention_at(k)) is not None and m.kind == "Position"), token)

    def _is_measured(self, token: int) -> bool:
        """Whether what a noun of measure measures hangs on it, and the two are no one phrase."""
        below = self.tree.dependents(token, "nmod")
        return any(self.tree.preposition(kid) in self._measuring for kid in below) and not self._begins_phrase(token)

    def _begins_phrase(self, token: int) -> bool:
        """Whether a noun and what follows it name one sort of thing: "position de combat"."""
        words = self.tree.tokens[token : token + LONGEST_PHRASE]
        hit = self._nouns.match([w.text.lower() for w in words], [w.lemma.lower() for w in words], 0)
        return hit is not None and hit[0] > 1

    def _acts(self, token: int) -> bool:
        """Whether somebody who can act stands at a token: "a million euros of X" comes from X."""
        mention = self.mention_at(token)
        return mention is not None and ontology.is_a(mention.kind, "Actor")

    def _flags(self, role: str, craft: Mention, kinds: tuple[str, ...]) -> Iterator[Filled]:
        """ "US and British warplanes struck", "coalition jets", "its helicopters": a manned craft acts for its owner."""
        noun = self._nouns.get(craft.lemma.lower())
        named = noun is None and craft.form == "name" and ontology.is_a(craft.kind, "Artifact")  # "RAF Tornados"
        if not named and (noun is None or not noun.flags & CREWED or noun.flags & UNCREWED):
            return
        words = {craft.head, *range(craft.first, craft.last)}
        for modifier in (k for word in sorted(words) for k in self._flag_words(word)):
            for token in self.tree.conjuncts(modifier):
                owner = self.mention_at(token)
                if owner is None or owner.index == craft.index:
                    continue
                flies = owner.kind in FLYING or (owner.form == "pronoun" and token == modifier)
                if flies and self._mention_fits(role, owner, kinds):
                    yield Filled(role, token, owner.index, "flag", CERTAINTY["flag"])

    def _flag_words(self, word: int) -> Iterator[int]:
        """Where words of a craft say whose it is: "US jets", "its jets", "jets of the Turkish air force"."""
        yield from self.tree.dependents(word, *FLAG_DEPS)
        owned = OF | self.tree.grammar.origin_prepositions
        yield from (k for k in self.tree.dependents(word, "nmod") if self.tree.preposition(k) in owned)

    def entries(self, token: int) -> tuple[Entry, ...]:
        """What the word at a token may evoke."""
        candidate = self._candidates.get(token)
        return candidate.entries if candidate is not None else ()

    def _mention_fits(self, role: str, mention: Mention, kinds: tuple[str, ...], token: int | None = None) -> bool:
        plain = _plain(kinds)
        if mention.form == "pronoun" and mention.kind == "Entity":
            may_fit = not kinds or any(ontology.is_among(likely, plain) for likely in PRONOUN_KINDS)
            if role == "instrument":
                return False  # "a inauguré avec lui": with somebody
            may_act = role == "agent" and (not plain or any(ontology.is_a(kind, "Actor") for kind in plain))
            return may_act or (role in PARTICIPANTS and may_fit)
        return not kinds or ontology.is_among(mention.kind, plain) or self._is_of_sort(mention, kinds, token)

    def _is_of_sort(self, mention: Mention, kinds: tuple[str, ...], token: int | None) -> bool:
        """Whether a thing is of a sort asked for ("Artifact:weapon"); a name will do where such things bear names.

        Of somebody with a name the word before it tells: "l'ambassadeur Karl Vogt".
        """
        said = self.tree.lemmas[token] if token is not None and mention.form == "name" else ""
        noun = self._nouns.get(said) or self._noun_of(mention)
        sorts = (kind.partition(":")[::2] for kind in kinds if ":" in kind)
        return any(
            ontology.is_a(mention.kind, kind)
            and ((mention.form == "name" and sort in NAMED_SORTS) or (noun is not None and sort in noun.flags))
            for kind, sort in sorts
        )

    def _noun_of(self, mention: Mention) -> Noun | None:
        """What is known of the noun, or the fixed phrase, that heads a mention: "asylum seekers"."""
        words = self.tree.tokens[mention.first : mention.head + 1]
        forms, lemmas = [w.text.lower() for w in words], [w.lemma.lower() for w in words]
        return self._nouns.ending(forms, lemmas) or self._nouns.get(mention.lemma.lower())

    def _event_fits(self, token: int, kinds: tuple[str, ...]) -> bool:
        classes = {frame.kind for _, frame in self._candidates[token].entries if frame.kind}
        barred = [kind[1:] for kind in kinds if kind.startswith("-")]
        if barred and any(ontology.is_among(c, barred) for c in classes):  # "une attaque" may be criticism
            return False
        return not kinds or any(ontology.is_among(c, _plain(kinds)) for c in classes)

    def is_charge(self, noun: int) -> bool:
        """Whether a noun is what somebody is accused of, tried or arrested for: "convicted of corruption"."""
        tree = self.tree
        first = tree.first_conjunct(noun)
        head, preposition = tree.head(first), tree.preposition(first)
        own = self._candidates.get(noun)
        if own is not None and all(ontology.is_a(frame.kind or "Event", "Detention") for _, frame in own.entries):
            return False  # "condamné à trois ans d'emprisonnement": what one gets
        # "found guilty of corruption", "sentenced to two years for theft": the word between is the verb's own
        for _ in range(2):
            counted = tree.first(head, "nummod") is not None or tree.tokens[head].dep in BETWEEN
            counted = counted or self._is_of_trigger(head)  # "mis en examen pour meurtre"
            head = tree.head(head) if counted and head not in self._candidates else head
        candidate = self._candidates.get(head)
        return candidate is not None and any(
            role == "topic" and any(preposition in slot.prepositions for slot in slots)
            for _, frame in candidate.entries
            if frame.kind and ontology.is_among(frame.kind, CHARGING)
            for role, slots in role_slots(frame, candidate.nominal)
        )

    def _is_of_trigger(self, noun: int) -> bool:
        """Whether the verb above asks for a noun behind its preposition, as one word with it."""
        verb = self._candidates.get(self.tree.head(noun))
        word = self.tree.preposition(noun), self.tree.tokens[noun].lemma
        return verb is not None and any(trigger.oblique == word for trigger, _ in verb.entries)

    def events_of_clause(self, token: int, depth: int = 0) -> Iterator[int]:
        """The event tokens that a complement clause tells, through modal and support verbs."""
        if depth > 4:
            return
        if token in self._carried_by:  # "to hold an election", whatever else one holds
            yield self._carried_by[token]
        elif token in self._candidates:
            yield token
        else:
            for kid in self.tree.dependents(token, *CLAUSE_STEPS):
                inner = list(self.events_of_clause(kid, depth + 1))
                yield from inner
                if inner:
                    break
        if depth == 0:
            for conj in self.tree.dependents(token, "conj"):
                relative = any(
                    self.tree.is_relative(kid) for kid in self.tree.dependents(conj, "nsubj")
                )  # "…, et qui doit recevoir X"
                if self.tree.tokens[conj].pos in {"VERB", "AUX"} and not relative:
                    yield from self.events_of_clause(conj, depth + 1)

    def lemma(self, token: int) -> str:
        """The lemma of a token."""
        return self.tree.tokens[token].lemma

    def is_held(self, slots: tuple[Slot, ...], arguments: tuple[Argument, ...]) -> bool:
        """Whether any of the slots surely holds a word, of whatever kind; mere modifiers ("a violent attack") don't."""
        return any(
            argument.slot not in MODIFIERS
            and slot_of(slots, argument) is not None
            and argument.rule not in {"reattached", "borrowed", "inside", NESTED}
            and not self._is_figure(argument.token)
            and not self._classifies(argument)
            for argument in arguments
        )

    def unnamed(self, frame: Frame, nominal: bool, arguments: tuple[Argument, ...]) -> set[str]:
        """ "unnamed theme" where a noun that tells neither an entity nor an event stands for it: "launched a service"."""
        needs = (one for need in frame.needs for one in need.split("|"))
        wanted = {need.removeprefix(UNNAMED) for need in needs if need.startswith(UNNAMED)}
        return {
            f"{UNNAMED}{role}"
            for role, slots in (role_slots(frame, nominal) if wanted else ())
            if role in wanted
            and any(a.rule in DIRECT and slot_of(slots, a) is not None and self._is_unnamed(a.token) for a in arguments)
        }

    def _is_unnamed(self, token: int) -> bool:
        noun = self.tree.tokens[token].pos in {"NOUN", "PROPN"} and token not in self.tree.temporal
        amount = any(q in self.figures.amounts for q in self.figures.at(token))
        known = amount or token in self._at or token in self._candidates
        return noun and not known and not self.tree.measures(token)

    def _classifies(self, argument: Argument) -> bool:
        """Whether a bare noun only says of what sort another is: "un accord de pêche"."""
        if argument.slot != "nmod" or argument.preposition not in OF:
            return False
        noun = self.tree.tokens[argument.token]
        return noun.pos == "NOUN" and noun.i not in self._at and not self.tree.is_determined(noun.i)

    def _is_figure(self, token: int) -> bool:
        """Whether a word is but a figure, of whatever kind of thing: "killed nine", "a loss of 5 million euros"."""
        counting = self.figures.at(token)
        if not counting or token in self._at:
            return False
        number = self.tree.tokens[token].pos == "NUM" or self.tree.tokens[token].has("NumType=Card")
        return number or self.tree.measures(token) or any(q in self.figures.amounts for q in counting)

    def arguments_at(self, verb: int, slot: str) -> tuple[Argument, ...]:
        """The logical arguments of a verb in one slot."""
        return tuple(a for a in verb_arguments(self.tree, verb) if a.slot == slot)

    def fillers_of(self, role: str, argument: Argument, kinds: tuple[str, ...]) -> Iterator[Filled]:
        """What stands at one argument, as fillers of `role`."""
        return self._fillers(role, argument, Slot(argument.slot), kinds)

    def implied_partner(self, frame: Frame, candidate: Candidate, filled: tuple[Filled, ...]) -> tuple[Filled, ...]:
        """ "X a fait cela avant une réunion avec Y": X took part, if of Y's kind, though the noun names Y alone."""
        partners = [f for f in filled if f.role == "agent" and f.mention is not None]
        symmetric = any(slot.additional for role, slots in frame.noun_roles if role == "agent" for slot in slots)
        if not candidate.nominal or not symmetric:
            return ()
        if inside := self._inside(candidate.token):
            return tuple(found for found in inside if all(found.mention != f.mention for f in partners))
        if len(partners) != 1 or not partners[0].rule.startswith("nmod:"):
            return ()
        partner = self._mentions[partners[0].mention] if partners[0].mention is not None else None
        verb = candidate.token
        for _ in range(4):
            verb = self.tree.clause_verb(self.tree.head(verb))
            for argument in self.arguments_at(verb, "subject"):
                subject = self.mention_at(argument.token) if argument.token != candidate.token else None
                if partner and subject and subject.kind == partner.kind and subject.index != partner.index:
                    return (Filled("agent", argument.token, subject.index, "implied partner", 0.6),)
        return ()

    def _inside(self, noun: int) -> tuple[Filled, ...]:
        """ "The two firms are in talks", "les deux pays sont en pourparlers": the subject takes part."""
        if not self.tree.dependents(noun, "cop") or self.tree.preposition(noun) not in self.tree.grammar.inside_prepositions:
            return ()
        subjects = (found for a in self.arguments_at(noun, "subject") for found in self.fillers_of("agent", a, ("Actor",)))
        return tuple(replace(found, rule="in an event") for found in subjects)

    def implied_visitor(self, frame: Frame, candidate: Candidate, filled: tuple[Filled, ...]) -> tuple[Filled, ...]:
        """ "X, en visite à Y, a dit", "a annoncé cela lors d'une visite à Y": who visits is X."""
        tree, noun = self.tree, candidate.token
        if frame.kind != "Visit" or not candidate.nominal or any(f.role == "agent" for f in filled):
            return ()
        above, preposition = tree.head(noun), tree.preposition(noun)
        person = self.mention_at(above) if tree.tokens[noun].dep in {"nmod", "appos"} else None
        if person is not None and person.kind == "Person" and preposition in tree.grammar.inside_prepositions:
            return (Filled("agent", above, person.index, "visitor", 0.8),)
        moves = tree.tokens[above].lemma in tree.grammar.motion  # "est arrivé à Rome pour une visite"
        if preposition not in tree.grammar.beside_prepositions and not (
            moves and preposition in tree.grammar.purpose_prepositions | tree.grammar.purpose_marks
        ):
            return ()
        for argument in self.arguments_at(tree.clause_verb(above), "subject"):
            subject = self.mention_at(argument.token)
            if subject is not None and (subject.kind == "Person" or subject.form == "pronoun"):
                return (Filled("agent", argument.token, subject.index, "visitor", 0.7),)
        return ()


@cache
def _plain(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds that ask for no sort of thing."""
    return tuple(kind for kind in kinds if ":" not in kind)


def _without_blamer(found: list[Filled]) -> list[Filled]:
    """Who fills a role, without who only punished or thanked another for it: "sanctionné X pour avoir livré"."""
    blamed = any(f.rule.endswith(f"({BLAME})") for f in found)
    return [f for f in found if not (blamed and f.rule.endswith("control)"))]


def _without_second(arguments: list[Argument], origin: tuple[Slot, ...]) -> list[Argument]:
    """A noun's arguments without the second one behind "of", where that tells the origin: "le retrait de X de Y"."""
    own = sorted(a.token for a in arguments if a.rule == "nmod" and a.preposition in OF and slot_of(origin, a) is not None)
    return [a for a in arguments if a.token not in own[1:]]


def _has_venue(frame: Frame, slots: tuple[Slot, ...], arguments: tuple[Argument, ...]) -> bool:
    """Whether the seat of power behind an event's noun is where it is held: "l'accord de Paris"; not "… avec Rome"."""
    own = [a for a in arguments if a.rule not in {"reattached", "borrowed"}]
    held = ontology.is_among(frame.kind, HELD)
    return held and not any(slot_matches(slot, a) for slot in slots if slot.additional for a in own)


def _same(argument: Argument, found: list[Filled]) -> bool:
    return any(f.token == argument.token for f in found)
