"""Which mention or event fills which role: arguments meet the frame's slots and the kinds that a role takes."""

from __future__ import annotations

from collections.abc import Iterable

from kg import ontology
from kg.extract.control import BLAME
from kg.extract.deathtolls import as_cause, is_toll
from kg.extract.elsewhere import CIRCUMSTANCES, WHEREABOUTS, is_elsewhere, is_of_filler, is_of_told, its_noun
from kg.extract.filled import Filled
from kg.extract.fillers import UNDERGONE, fillers_at
from kg.extract.rolecontext import RoleContext
from kg.extract.roleplaces import as_venue, has_venue, in_own_role, kinds_at
from kg.extract.sharing import NESTED
from kg.extract.slots import role_slots, slot_matches, slot_of
from kg.extract.syntax import Argument
from kg.lang.frames import Frame, Slot

MODIFIERS = {"adj", "compound"}
UNNAMED = "unnamed "
DIRECT = {"obj", "nsubj:pass", "participle"}  # what surely stands in the object's place
LENT = frozenset({"support verb", "borrowed"})  # rules of what a noun has of its verb
GIVING = ("Transfer", "Sanction", "Accusation")  # what is given to a state or bought of it is no matter of place


class RoleFiller(RoleContext):
    """Fills the roles of one parse's events."""

    __slots__ = ()

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
        used: set[int] = set()
        filled: list[Filled] = []
        for n, (role, slots) in enumerate(roles):
            if role == "quantity":  # figures() reads those, whatever slot they stand in
                continue
            standing = [a for a in arguments if slot_of(slots, a) is not None]
            if not standing:
                continue
            near = [a for a in standing if not self._is_others(frame, nominal, role, slots, a, arguments, own)]
            if nominal:
                near = _without_second(near, dict(roles[n + 1 :]).get("origin", ()), self.tree.grammar.of)
            kinds = only.get(role) or expected.get(role) or CIRCUMSTANCES.get(role, ())
            done = False
            venue = role == "agent" and nominal and has_venue(frame, slots, arguments)
            for slot in slots:
                if done and nominal and not slot.additional:
                    continue
                standing_at = [
                    (argument.token, in_own_role(self, frame, as_cause(self, frame, f), argument, venue, bombing))
                    for argument in near
                    if argument.token not in used and slot_matches(slot, argument)
                    for f in fillers_at(self, role, argument, slot, kinds_at(self, frame, role, argument, kinds), giving)
                    if f.token != own and not self._is_part(f, filled) and not is_toll(self, frame, f)
                ]
                found = [f for _, f in standing_at]
                if found[1:]:
                    found = _without_blamer(found)
                if found:
                    done = done or not slot.additional
                    filled.extend(as_venue(self, f) for f in found)
                    used.update(f.token for f in found)
                    if role == "agent" and nominal:  # "le vote d'une majorité des députés": the majority is not voted on
                        used.update(token for token, _ in standing_at)
                    used.update(a.token for a in arguments if slot_matches(slot, a) and _same(a, found))
        return tuple(filled)

    def _is_others(
        self,
        frame: Frame,
        nominal: bool,
        role: str,
        slots: tuple[Slot, ...],
        argument: Argument,
        arguments: tuple[Argument, ...],
        own: int,
    ) -> bool:
        """Whether an argument in a role's slot is another word's, or plays another role, as the construction says."""
        return (
            is_elsewhere(self, frame, role, argument)
            or (nominal and its_noun(self, argument) not in {None, own})  # "sanctions for sales of arms to X": X buys
            or (role in WHEREABOUTS and argument.token in self.figures.distant)
            or (not nominal and ontology.is_a(frame.kind, "Communication") and is_of_told(self, frame, role, argument, own))
            or (role in UNDERGONE and is_of_filler(self, argument, slots, arguments))
            or (nominal and role in UNDERGONE and self._is_where(argument, slots, arguments))
            or (argument.rule == BLAME and role == "cause")
            or (nominal and role == "agent" and ontology.is_a(frame.kind, "Attack") and self._comes_from(argument))
        )

    def _comes_from(self, argument: Argument) -> bool:
        """Whether a land only tells whence somebody strikes: "jihadist attacks from Mali", "rockets from Gaza"."""
        grammar, mention = self.tree.grammar, self.at.get(argument.token)
        whence = argument.preposition in grammar.origin_prepositions and argument.preposition not in grammar.of
        return whence and mention is not None and self.mentions[mention].kind == "GeopoliticalEntity"

    def _is_where(self, argument: Argument, slots: tuple[Slot, ...], arguments: tuple[Argument, ...]) -> bool:
        """Whether the verb has where, since its noun has whom itself: "adopté à Bruxelles des sanctions contre X"."""
        if argument.rule not in LENT or argument.preposition not in self.tree.grammar.place_prepositions:
            return False
        own = (a for a in arguments if a.rule == "nmod" and a.token != argument.token)
        return any(slot_of(slots, a) is not None for a in own)

    def _is_part(self, found: Filled, filled: Iterable[Filled]) -> bool:
        """Whether a role is held already by the name that this word is a part of: "Al-Qaïda au Maghreb"."""
        return found.mention is not None and any(
            f.mention == found.mention and f.token != found.token and f.role != found.role for f in filled
        )

    def is_held(self, slots: tuple[Slot, ...], arguments: tuple[Argument, ...]) -> bool:
        """Whether any of the slots surely holds a word, of whatever kind; mere modifiers ("a violent attack") don't."""
        return any(
            argument.slot not in MODIFIERS
            and slot_of(slots, argument) is not None
            and argument.rule not in {"reattached", "borrowed", "inside", NESTED}
            and argument.token not in self.tree.temporal  # "les frappes du 17 mars"
            and self.tree.lemmas[argument.token] not in self.tree.grammar.spans  # "une grève de trois jours"
            and not self._is_figure(argument.token)
            and not self._classifies(argument)
            and not (argument.preposition in self.tree.grammar.agent_prepositions and self._is_counted(argument.token))
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
        known = amount or token in self.at or token in self.candidates
        return noun and not known and not self.tree.measures(token)

    def _classifies(self, argument: Argument) -> bool:
        """Whether a bare noun only says of what sort another is: "un accord de pêche"."""
        if argument.slot != "nmod" or argument.preposition not in self.tree.grammar.of:
            return False
        noun = self.tree.tokens[argument.token]
        return noun.pos == "NOUN" and noun.i not in self.at and not self.tree.is_determined(noun.i)

    def _is_counted(self, token: int) -> bool:
        """Whether a word that names nobody is counted: "adopté par 312 voix"."""
        return token not in self.at and bool(self.figures.at(token))

    def _is_figure(self, token: int) -> bool:
        """Whether a word is but a figure, of whatever kind of thing: "killed nine", "a loss of 5 million euros"."""
        counting = self.figures.at(token)
        if not counting or token in self.at:
            return False
        number = self.tree.tokens[token].pos == "NUM" or self.tree.tokens[token].has("NumType=Card")
        return number or self.tree.measures(token) or any(q in self.figures.amounts for q in counting)


def _without_blamer(found: list[Filled]) -> list[Filled]:
    """Who fills a role, without who only punished or thanked another for it: "sanctionné X pour avoir livré"."""
    blamed = any(f.rule.endswith(f"({BLAME})") for f in found)
    return [f for f in found if not (blamed and f.rule.endswith("control)"))]


def _without_second(arguments: list[Argument], origin: tuple[Slot, ...], genitive: frozenset[str]) -> list[Argument]:
    """A noun's arguments without the second one behind "of", where that tells the origin: "le retrait de X de Y"."""
    of = (a for a in arguments if a.rule == "nmod" and a.preposition in genitive)
    own = sorted(a.token for a in of if slot_of(origin, a) is not None)
    return [a for a in arguments if a.token not in own[1:]]


def _same(argument: Argument, found: list[Filled]) -> bool:
    return any(f.token == argument.token for f in found)
