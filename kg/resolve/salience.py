"""Which antecedents agree with a pronoun, and how readily each is taken up; after Lappin and Leass (1994)."""

from __future__ import annotations

from collections.abc import Set

from kg.lang.nouns import Nouns
from kg.model import Mention
from kg.ontology import PLACES
from kg.resolve.chains import PEOPLE, Chains
from kg.resolve.pronounforms import kind_of_pronoun
from kg.resolve.words import Syntax

UNKNOWN_GENDER = 0.5  # cost of an antecedent whose gender the text doesn't show
UNNAMED_WOMAN = 1.6  # and of one without a name for "she": "The driver hit a woman. She died."
OWN_CLAUSE = 2.0  # gain of the subject of a possessive's own clause: "la France suspend sa mission"
SPEECHLESS = 1.5  # cost of an antecedent that is no person, for the subject of a verb of saying
# How readily a thing of a kind is taken up by a pronoun, as a cost; set on development texts.
LIKELIHOOD = {"Person": -0.5, "Place": 1.5, "GeopoliticalEntity": 1.0, "Artifact": 0.5, "Work": 0.5}
CROWD = 2.0  # and a crowd by one of the singular: "la population … elle"
ONE = 1.0  # and a crowd of one word by one of the plural: "le groupe … ils"
INSIDE = 0.6  # cost of what only a clause tells that says more of something, for a pronoun outside it
EMBEDDED = 0.3  # cost of a relative pronoun for what a later sentence takes up

TAKEN_UP = 1  # least rank of who was taken up by a pronoun before: "a judge had ordered his arrest. He …"
NEW = 0.8


def distance(
    chains: Chains, syntax: Syntax, pronoun: Mention, other: Mention, speaks: bool, owner: int | None
) -> tuple[float, int]:
    """How far an antecedent is: sentences count most, then its role in the clause, then words."""
    place = syntax.place(other)
    rank = syntax.role_rank(place)
    if other.form == "pronoun" and other.sentence < pronoun.sentence and syntax.is_subject(pronoun.head):
        rank = min(rank, TAKEN_UP)
    cost = 3.0 * (pronoun.sentence - other.sentence) + rank
    if pronoun.sentence == other.sentence and syntax.is_subject(place):
        cost -= 0.5
    if syntax.is_subject(pronoun.head) and syntax.is_subject(place):
        cost -= 0.5
    if owner is not None and chains.same(owner, other.index):
        cost -= OWN_CLAUSE
    if chains.named(other.index):
        cost -= 0.5
    if pronoun.gender and not chains.gender(other.index):
        stranger = not chains.named(other.index) and len(chains.members(other.index)) == 1
        cost += UNNAMED_WOMAN if stranger and pronoun.gender == "f" else UNKNOWN_GENDER
    kind, likelihood = chains.kind(other.index), LIKELIHOOD.get(chains.kind(other.index), 0.0)
    owning = owner is not None and chains.same(owner, other.index)  # "asked Italy to cut its deficit"
    cost += min(likelihood, 0.0) if owning else likelihood
    if kind == "Group" and pronoun.number == "s":
        cost += CROWD
    if kind == "Group" and pronoun.number == "p" and chains.number(other.index) == "s":
        cost += ONE
    if speaks and kind not in PEOPLE:
        cost += SPEECHLESS
    if other.sentence < pronoun.sentence and kind_of_pronoun(other) == "relative":
        cost += EMBEDDED
    later = other.sentence < pronoun.sentence and syntax.is_subject(pronoun.head)
    if kind not in PEOPLE and (later or not pronoun.gender) and syntax.is_told_aside(place, pronoun.head):
        cost += INSIDE
    cost -= min(len(chains.members(other.index)), 4) * 0.1
    return cost, pronoun.first - other.first


def newness(nouns: Nouns, syntax: Syntax, pronoun: Mention, other: Mention) -> float:
    """What it costs that somebody was just brought up by an office or occupation: "A reporter asked the king. He said …".

    Who is described is readily somebody new: "The king appointed a minister. He is a former banker."
    """
    if other.sentence == pronoun.sentence or other.form != "nominal" or other.determiner != "indef":
        return 0.0
    if _is_described(syntax, pronoun):
        return -2 * NEW
    noun = nouns.get(other.lemma)
    return NEW if noun is not None and "role" in noun.flags and other.number == "s" else 0.0


def _is_described(syntax: Syntax, pronoun: Mention) -> bool:
    """Whether a pronoun is who a predicate noun describes, as one does with somebody new: "He is a former banker"."""
    noun = syntax.tokens[syntax.tokens[pronoun.head].head]
    copular = noun.pos == "NOUN" and any(syntax.tokens[kid].dep == "cop" for kid in syntax.kids[noun.i])
    return copular and syntax.is_subject(pronoun.head)


def agrees(chains: Chains, pronoun: Mention, animacy: str, other: Mention, plural: Set[str]) -> bool:
    """Whether gender, number and kind of the pronoun fit what is known of the other mention's chain.

    One thing of the kinds in `plural` may be taken up by a pronoun of the plural.
    """
    kind = chains.kind(other.index)
    gender, number = chains.gender(other.index), chains.number(other.index)
    if pronoun.gender and pronoun.gender != gender and (gender or kind in PLACES):
        return False  # towns are seldom taken up at all, and never without a gender of their own
    collective = kind == "Group" and number == "s" and other.determiner in {"def", "dem"}  # "the group … its leader"
    if (animacy == "person" and kind not in PEOPLE) and not (kind == "Force" and number == "p"):  # "les rebelles … eux"
        return False
    if animacy == "thing" and kind in PEOPLE and not collective:
        return False
    if pronoun.number == "s" and (number == "p" or (kind == "Group" and number != "s")):
        return False
    return not (pronoun.number == "p" and number == "s" and kind not in plural)
