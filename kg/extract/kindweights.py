"""How much each sign of a name's kind counts, and the kinds that there are."""

from __future__ import annotations

KINDS = (
    "Person", "Organization", "Force", "GeopoliticalEntity", "Place", "Group", "Artifact", "Work", "Position",
)  # fmt: skip
# How far the language model's labels can be trusted: weights set by its confusion on French and English news.
LABELS: dict[str, tuple[tuple[str, float], ...]] = {
    "PER": (("Person", 1.6),),
    "ORG": (("Organization", 1.3),),
    "LOC": (("Place", 1.3),),
    "GPE": (("GeopoliticalEntity", 1.5),),
    "FAC": (("Place", 1.5),),
    "PRODUCT": (("Artifact", 1.2),),
    "WORK": (("Work", 1.0),),
    "LAW": (("Work", 1.3),),
    "MISC": (("Organization", 0.3),),
}
TITLED, CERTAIN, SURE, STRONG, FAIR, WEAK = 9.0, 8.0, 4.0, 3.0, 1.5, 0.8
CHRISTENED = 12.0  # "the frigate Hessen": known as a land, and labelled as one
TOWN = 1.8  # a town's name that is nobody's first name, against the model's label
ACRONYM = 0.6
LABELS_COUNT = 2
OWNERS = frozenset({"PER", "ORG"})  # labels of those who have buildings and homes
SOMEWHERE = 2.0  # more than a label of the model
CAPITALS = 0.5  # a capital within a sentence
ENOUGH = 1.2  # votes for each time that it occurs, below which a name stays out
