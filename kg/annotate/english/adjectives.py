"""English adjectives and participles before names: what the parser took for nouns, or hung on a word before the name."""

from __future__ import annotations

from kg.annotate.english.signs import CAPTIVE
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


def free_later(tree: Tree) -> None:
    """Hang on the verb the "later" behind a length of time: "A day later gunmen burst into the studio"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "amod" or tree.text[i] not in ("later", "earlier") or tree.first[i] or not tree.temporal[i - 1]:
            continue
        if tree.dep[noun] in ("nsubj", "nsubj:pass"):
            tree.pos[i] = "ADV"
            tree.move(i, tree.head[noun], "advmod")
            for time in [c for c in tree.children[i] if tree.temporal[c]]:
                tree.move(time, tree.head[noun], "obl:tmod")


def part_captives(tree: Tree) -> None:
    """Give a verb whom it takes, made part of what they become: "took |staff| hostage"."""
    for i, dep in enumerate(tree.dep):
        captive = tree.head[i]
        if dep != "compound" or captive != i + 1 or tree.lemma[captive] not in CAPTIVE or tree.dep[captive] != "obj":
            continue
        verb = tree.head[captive]
        taking = language("en").frames.verbs.get(tree.lemma[verb], ())
        taken = any(trigger.object_noun == tree.lemma[captive] and not trigger.preposition for trigger, _ in taking)
        if taken and tree.pos[i] == "NOUN" and tree.lemma[captive] == tree.text[captive].lower():
            for child in [c for c in tree.children[captive] if c < i]:
                tree.move(child, i, tree.dep[child])
            tree.move(i, verb, "obj")
            tree.move(captive, verb, "xcomp")


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
