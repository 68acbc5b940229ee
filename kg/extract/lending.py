"""What a support verb lends to the noun that it carries: "X a mené une frappe contre Y", "came under attack in Z"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import ontology
from kg.extract.arguments import verb_arguments
from kg.extract.deathtolls import as_cause, is_toll
from kg.extract.elsewhere import HAPPENED, LENT_INSIDE
from kg.extract.filled import Filled
from kg.extract.fillers import fillers_of
from kg.extract.implied import arguments_at
from kg.extract.phrases import OBLIQUE_DEPS
from kg.extract.roleplaces import is_host, is_where_fought
from kg.extract.roles import RoleFiller
from kg.extract.sharing import NESTED
from kg.extract.slots import slot_matches
from kg.extract.supports import Supported
from kg.extract.syntax import Argument, Tree
from kg.lang.frames import Frame, Support

FOUGHT = ("Conflict", "MilitaryActivity")  # what is done with craft and weapons
MEANS = ("Artifact:aircraft", "Artifact:ship", "Artifact:vehicle", "Artifact:weapon", "Artifact:unmanned")


def with_lent_arguments(filler: RoleFiller, carried: Supported, own: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """A noun's own arguments with those of the verbs that carry it; who is the other side of it is none of those."""
    partners = {a.token for verb, support in carried.verbs() for a in _partners(filler, verb, support)}
    lent = tuple(_lent(filler.tree, carried))
    there = {a.token: a for a in lent if a.rule == HAPPENED}
    whole = (*(there.get(a.token, a) for a in own), *lent)
    return tuple(a for a in dict.fromkeys(whole) if a.token not in partners)


def _lent(tree: Tree, carried: Supported) -> Iterator[Argument]:
    """What a support verb's own complements are to the noun that it carries."""
    for argument, support in ((a, support) for verb, support in carried.verbs() for a in verb_arguments(tree, verb)):
        if argument.slot in {"obl", "dative"} and argument.token != carried.noun:
            if _is_of_other(tree, carried.noun, argument.token):
                continue
            rule = LENT_INSIDE if argument.rule in {"reattached", NESTED} else "support verb"
            if support.happens and argument.preposition in tree.grammar.place_prepositions and rule == "support verb":
                rule = HAPPENED
            yield Argument("nmod", argument.token, argument.preposition or tree.grammar.dative_preposition, rule)
        elif (
            argument.slot == "object"
            and support.noun.kind == "subject"
            and (not support.object or tree.tokens[argument.token].pos == "NUM")
        ):  # "les pertes ont atteint 3 millions", "le nombre de morts a atteint 42"
            yield Argument("nmod", argument.token, "", "support verb")


def _is_of_other(tree: Tree, noun: int, phrase: int) -> bool:
    """Whether a phrase is told of a noun joined to the carried one: "took part in a meeting in Oslo and a rally in Rome"."""
    row = list(tree.conjuncts(tree.first_conjunct(noun)))
    near = max((one for one in row if one < phrase), default=noun)
    if near <= noun:
        return near < noun
    preposition = tree.preposition(phrase)  # "carried out a strike |in Gaza| and a raid in Jenin"
    return any(tree.preposition(k) == preposition for k in range(noun + 1, near) if tree.tokens[k].dep in OBLIQUE_DEPS)


def _partners(filler: RoleFiller, verb: int, support: Support) -> Iterator[Argument]:
    """The other side of a support verb's object: "oppose X à Y", but not "oppose X et Y à Lyon"."""
    tree, arguments = filler.tree, verb_arguments(filler.tree, verb) if support.partner is not None else ()
    side = next((a.token for a in arguments if a.slot == "object"), None)
    if side is None or support.partner is None or len(list(tree.conjuncts(side))) > 1:
        return
    other = next((a for a in arguments if a.token > side and slot_matches(support.partner, a)), None)
    mention = filler.mention_at(other.token) if other is not None else None
    place = mention is None or ontology.is_a(mention.kind, "Place")
    if other is not None and not (place and tree.tokens[side].has("Number=Plur")):
        yield replace(other, slot="object")


def with_lent_roles(
    filler: RoleFiller, frame: Frame, carried: Supported, filled: tuple[Filled, ...], *, of_figure: bool
) -> tuple[Filled, ...]:
    """An event's roles with those that its support verb's subject and object play in it.

    Where a figure of somebody falls, it befalls not him: "le pays est frappé par la chute des cours".
    """
    lent = tuple(_support_roles(filler, frame, carried, filled))
    own = (_as_other_side(filler, frame, f, lent) for f in filled)
    return (*own, *(f for f in lent if not (of_figure and f.role == "patient")))


def _support_roles(filler: RoleFiller, frame: Frame, carried: Supported, filled: tuple[Filled, ...]) -> Iterator[Filled]:
    """The support verb's subject and object in the roles that they play in the noun's event."""
    have = {f.token for f in filled} | {carried.noun}
    lent = ((verb, support, slot) for verb, support in carried.verbs() for slot in ("subject", "object"))
    for verb, support, slot in lent:
        for one in (support.subject if slot == "subject" else support.object).split("|"):
            fillers = [f for f in _lent_fillers(filler, frame, verb, support, slot, one) if f.token not in have]
            for found in fillers:
                have.add(found.token)
                hosts = slot == "subject" and is_host(filler, frame, found)
                hosts = hosts or is_where_fought(filler, frame, found)
                yield replace(found, role="place" if hosts else found.role, rule=f"support verb {support.trigger.text}")
            if fillers:
                break


def _lent_fillers(filler: RoleFiller, frame: Frame, verb: int, support: Support, slot: str, named: str) -> Iterator[Filled]:
    """What stands at a support verb's subject or object and fits the role that it plays in the noun's event."""
    role = _own_role(frame, named, slot)
    held = arguments_at(filler, verb, slot) if role else ()
    if slot == "object" and role:
        held = (*held, *_partners(filler, verb, support))
    for argument in held:
        fillers = list(fillers_of(filler, role, argument, kinds_of(frame, role)))
        if role == "agent" and ontology.is_among(frame.kind, FOUGHT):  # "jets carried out strikes"
            fillers += fillers_of(filler, "instrument", argument, MEANS)
        found = (as_cause(filler, frame, one) for one in fillers)
        yield from (one for one in found if not is_toll(filler, frame, one))


def _as_other_side(filler: RoleFiller, frame: Frame, found: Filled, lent: tuple[Filled, ...]) -> Filled:
    """ "X a décroché une commande auprès de Y": where the verb tells who sells, the noun's own other side buys.

    Where it tells who gets something, that is of whoever gives it: "X a reçu une aide de Y".
    """
    if found.role == "recipient" and any(f.role == "recipient" for f in lent):
        return replace(found, role="agent") if filler.tree.preposition(found.token) in filler.tree.grammar.of else found
    sells = found.role == "agent" and frame.kind == "Sale" and any(f.role == "agent" for f in lent)
    return replace(found, role="recipient") if sells else found


def _own_role(frame: Frame, role: str, slot: str) -> str:
    """Who undergoes an event that has no patient receives it, or is what is told: "receive a loan", "news concerning X"."""
    roles = ontology.expected(frame.kind)
    if role != "patient" or role in roles:
        return role
    if slot == "object" and "topic" in roles:
        return "topic"
    return "recipient" if "recipient" in roles else role


def kinds_of(frame: Frame, role: str) -> tuple[str, ...]:
    """The classes of what may fill a role of the frame."""
    return dict(frame.only).get(role) or ontology.expected(frame.kind).get(role) or ()
