"""Who a noun of a lasting relation describes: "X, member of the club", "X est à la tête du parti"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import ontology
from kg.extract.arguments import verb_arguments
from kg.extract.described import described
from kg.extract.filled import Filled
from kg.extract.mentions import ADJECTIVE
from kg.extract.scene import Scene, fits
from kg.extract.standing import PEOPLE
from kg.lang.frames import Frame
from kg.model import Mention
from kg.ontology import PLACES

NAMING = frozenset({"Appointment", "Election"})  # by which somebody comes to what is told behind "à"
OF_BODIES = frozenset({"memberOf", "ownerOf"})  # what nouns for people tell of bodies too
INNER = frozenset({"locatedIn", "partOf"})  # relations to what something lies in or is a part of
CLAUSE_SUBJECT = "clause subject"


def bearer(scene: Scene, noun: int, filled: tuple[Filled, ...], frame: Frame) -> Iterator[Filled]:
    """What a relational noun describes: the subject of the relation, or the object of one that names only its subject."""
    role = "subject" if any(name == "object" for name, _ in frame.noun_roles) else "object"
    if all(f.role != role for f in filled):
        for found in _bearers(scene, noun, frame.kind):
            if _may_bear(scene, frame, found, role):
                yield found if found.role == role else replace(found, role=role)


def _may_bear(scene: Scene, frame: Frame, found: Filled, role: str) -> bool:
    """Whether what a noun describes is of a kind that its frame asks for."""
    kinds = dict(frame.only).get(role, ())
    return found.mention is not None and fits(scene.mentions[found.mention], kinds)


def _bearers(scene: Scene, noun: int, predicate: str) -> Iterator[Filled]:
    """Who a relational noun describes: its apposition, what it is apposed to, its subject, or itself."""
    tree = scene.tree
    for token in described(tree, noun):
        if token == noun or token not in scene.at or _is_of_name_before(scene, noun, token, predicate):
            continue
        if _may_be(scene, noun, scene.mentions[scene.at[token]], predicate):
            yield Filled("subject", token, scene.at[token], "apposition", 0.9)
            yield from _others_of(scene, noun, token)
            return
    word = tree.tokens[noun]
    saying = scene.event_at.get(word.head)
    told = saying is not None and ontology.is_a(saying.kind, "Communication")
    at = tree.preposition(noun) in tree.grammar.place_prepositions - tree.grammar.beyond_prepositions
    at = at and not scene.language.nouns.is_flagged(tree.lemmas[noun], "piece")  # what lies in a part of a town is none
    inside = at and word.dep in {"obl", "obl:arg"}
    if inside and saying is not None and saying.kind in NAMING:
        named = (r.filler.index for r in saying.roles if r.name == "patient" and r.filler.to == "mention")
        yield from (Filled("subject", scene.mentions[who].head, who, CLAUSE_SUBJECT, 0.6) for who in named)
        return  # "a nommé X à la tête du groupe"
    if inside and not told and noun not in scene.at:
        for argument in verb_arguments(tree, word.head):  # "X est en tête dans la lutte contre Y"
            if argument.slot == "subject" and argument.token in scene.at:
                yield Filled("subject", argument.token, scene.at[argument.token], CLAUSE_SUBJECT, 0.6)
                return
    behind = at and word.dep == "nmod" and noun not in scene.event_at
    above = _named(scene, word.head) if behind and noun not in scene.at else None
    if above is not None:  # "X, à la tête du parti"
        yield Filled("subject", above, scene.at[above], "attribute", 0.8)
        return
    own = scene.mention_at(noun)
    if own is not None and own.kind != "Position":
        yield Filled("subject", noun, own.index, "description", 0.9)
        yield from _included(scene, noun)


def _may_be(scene: Scene, noun: int, mention: Mention, predicate: str) -> bool:
    """Whether what stands beside a noun may be what it describes: a party beside "mayor" is none, members may be states.

    People beside "departments" are none of those: "des chasseurs de la région (départements du Doubs et du Jura)".
    """
    known = scene.language.nouns.get(scene.tree.tokens[noun].lemma)
    if predicate in OF_BODIES:  # "des chercheurs de l'université X (Durham)"
        seat = mention.kind in PLACES and known is not None and known.kind == "Person" and "office" not in known.flags
        return not seat
    if predicate in INNER and known is not None and known.kind in PLACES and fits(mention, PEOPLE):
        return mention.kind == "Entity"
    return known is None or "role" not in known.flags or fits(mention, PEOPLE)


def _is_of_name_before(scene: Scene, noun: int, token: int, predicate: str) -> bool:
    """Whether parentheses tell of the name before them: "le candidat du Parti vert (PV)", "un quartier de Lyon (Rhône)"."""
    mention = scene.mentions[scene.at[token]]
    if not mention.first or scene.tree.tokens[mention.first - 1].text != "(":
        return False
    if predicate in INNER:
        told = mention.kind in PLACES and not scene.tree.tokens[noun].has("Number=Plur")
    else:
        told = predicate in OF_BODIES and mention.text.isupper()
    return told and any(m.form == "name" and m.rule != ADJECTIVE for m in scene.ending.get(mention.first - 1, ()))


def _named(scene: Scene, noun: int) -> int | None:
    """The token of who is meant by a noun: its own, or that of the name which it is the title of: "le général X"."""
    return next((k for k in (noun, *scene.tree.dependents(noun, "appos", "flat:name")) if k in scene.at), None)


def _others_of(scene: Scene, noun: int, name: int) -> Iterator[Filled]:
    """Those named beside the first whom a plural noun describes: "deux chefs du parti, X et Y", "X and Y are units"."""
    first = scene.mention_at(name)
    if first is None or not scene.tree.tokens[noun].has("Number=Plur"):
        return
    for other in list(scene.tree.conjuncts(name))[1:]:
        mention = scene.mention_at(other)
        if mention is not None and mention.kind == first.kind and mention.form == "name":
            yield Filled("subject", other, mention.index, "apposition", 0.8)


def _included(scene: Scene, noun: int) -> Iterator[Filled]:
    """The people named among those of a plural noun: "trois membres du parti, dont X et Y"."""
    tree = scene.tree
    for part in tree.dependents(noun, "conj"):
        joining = {tree.tokens[k].lemma for k in tree.dependents(part, "cc")}
        for name in tree.conjuncts(part) if joining & tree.grammar.relative_genitive else ():
            mention = scene.mention_at(name)
            if mention is not None and mention.kind == "Person" and mention.form == "name":
                yield Filled("subject", name, mention.index, "inclusion", 0.8)
