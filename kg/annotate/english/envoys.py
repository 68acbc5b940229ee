"""Envoys and where they are sent, which the model reads as one name."""

from __future__ import annotations

from kg.annotate.tree import Tree
from kg.lang import Language

SENT_TO = frozenset({"to", "for"})


def part_envoys(tree: Tree, words: Language) -> None:
    """Part the name of an envoy from that of the place before it: "the Norvian Ambassador to Rome |Ana Vidal|"."""
    for place in range(2, len(tree.text) - 2):
        name, envoy = tree.head[place], place - 2
        if tree.lemma[place - 1] not in SENT_TO or tree.dep[place] != "compound" or name < place + 2:
            continue
        sent = words.nouns.is_flagged(tree.lemma[envoy].lower(), "envoy") and tree.head[name] == envoy
        known = words.gazetteer.match([tree.text[place]], 0)
        if not sent or known is None or any(tree.pos[i] != "PROPN" for i in range(place, name + 1)):
            continue
        case = tree.head[place - 1] == name
        tree.take_place(name, envoy, tree.dep[envoy])
        tree.move(envoy, name, "compound")
        tree.move(place, envoy, "nmod")
        for child in [c for c in tree.children[name] if c < envoy]:
            tree.move(child, envoy, tree.dep[child])
        if case:
            tree.move(place - 1, place, "case")
