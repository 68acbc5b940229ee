"""Over what somebody who leads is: the whole that stands beside, a part of it, or another body."""

from __future__ import annotations

from kg.extract.filled import Filled
from kg.extract.positions import is_one_of_several
from kg.extract.roles import MODIFIERS
from kg.extract.scene import Scene, is_of_each
from kg.extract.syntax import Tree
from kg.extract.triggers import Candidate
from kg.model import Mention
from kg.ontology import BODIES


def is_anybodys(scene: Scene, candidate: Candidate) -> bool:
    """Whether a body is only called somebody's: of "his government" an ambassador is not the head."""
    own = (scene.mention_at(kid) for kid in scene.tree.kids[candidate.token]) if candidate.nominal else ()
    body = scene.mention_at(candidate.token)
    whose = any(mention is not None and mention.form == "pronoun" and mention.kind == "Person" for mention in own)
    return whose and body is not None and body.kind == "Organization"


def is_within_office(scene: Scene, leader: int) -> bool:
    """Whether an office only tells whom that of somebody named serves: "l'adjointe au maire de Lyon, Ana Vidal"."""
    case = min(scene.tree.dependents(leader, "case"), default=None)
    offices = (m for m in scene.mentions if m.kind == "Position" and m.head == scene.tree.head(leader))
    return case is not None and any(office.first < case < office.last for office in offices)


def is_one_of_leaders(scene: Scene, leader: Candidate, body: Mention) -> bool:
    """Whether somebody is one of several who lead a body, so that the whole is not theirs: "un commandant du mouvement"."""
    known = body.kind in BODIES and body.determiner != "indef"  # "un chef d'un groupe armé" leads it
    return leader.nominal and known and is_one_of_several(scene.tree, leader.token)


def is_parted(tree: Tree, noun: Candidate, modifier: Filled) -> bool:
    """Whether another noun stands between: an "EU foreign policy chief" leads no EU, an "army chief" the army."""
    if modifier.slot not in MODIFIERS:
        return False
    return any(modifier.token < k < noun.first for k in tree.dependents(noun.token, "compound"))


def rules_other(scene: Scene, noun: Candidate, ruled: Filled) -> bool:
    """Whether an office is over less than what is beside it: a part, or a town of the state ("a Corsican mayor")."""
    of_town = noun.nominal and ruled.slot == "adj" and scene.tree.lemmas[noun.token] in scene.tree.grammar.town_offices
    return of_town or _heads_part(scene.tree, noun, ruled) or _rule_together(scene, noun, ruled)


def _heads_part(tree: Tree, noun: Candidate, owner: Filled) -> bool:
    """Whether somebody heads no more than what stands behind: "its head of security", "le chef de mission de X"."""
    below = (k for k in tree.dependents(noun.token, "nmod") if k >= noun.last and tree.preposition(k) in tree.grammar.of)
    bare = [k for k in below if tree.tokens[k].pos == "NOUN" and not tree.is_determined(k)]
    return bool(bare) and (owner.slot == "poss" or (owner.slot == "nmod" and bare[0] < owner.token))


def _rule_together(scene: Scene, noun: Candidate, ruled: Filled) -> bool:
    """Whether several rule no more than a part each: "les maires de France", "les présidents malien et tchadien"."""
    if not noun.nominal or not scene.tree.tokens[noun.token].has("Number=Plur"):
        return False
    land = ruled.mention is not None and scene.mentions[ruled.mention].kind == "GeopoliticalEntity"
    return land or (ruled.slot == "adj" and is_of_each(scene.tree, noun.token, ruled.token))
