"""English adjectives and participles before names: what the parser took for nouns, or hung on a word before the name."""

from __future__ import annotations

from kg.annotate.signs import is_past_participle, is_person
from kg.annotate.tree import Tree
from kg.lang import language


def lower_adjectives(tree: Tree) -> None:
    """Make an adjective of the head of a phrase that a name ends: "seized by the paramilitary Norvian Front"."""
    for name, dep in enumerate(tree.dep):
        head = tree.head[name]
        if dep != "appos" or tree.pos[name] != "PROPN" or tree.pos[head] != "ADJ" or head > name:
            continue
        if all(tree.pos[k] == "PROPN" and tree.text[k][0].isupper() for k in range(head + 1, name)):
            tree.take_place(name, head, tree.dep[head])
            tree.move(head, name, "amod")


def raise_participles(tree: Tree) -> None:
    """Say of somebody what is said of the noun before the name: "the rights of jailed critic Ivo Sand"."""
    words = language("en")
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        name = tree.head[noun]
        if dep != "amod" or tree.dep[noun] != "compound" or tree.pos[name] != "PROPN" or not i < noun < name:
            continue
        if not tree.first[i] and tree.pos[i - 1] in ("NOUN", "PROPN"):
            continue  # "Norvex sacked manager Ivo Sand"
        if is_past_participle(tree, i) and is_person(tree, noun, words):
            tree.move(i, name, "amod")
