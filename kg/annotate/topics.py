"""What talks are about, hung on the verb that carries them: "held talks in Oslo on the release of the hostages"."""

from __future__ import annotations

from collections.abc import Container

from kg.annotate.tree import Tree
from kg.lang.frames import Frames
from kg.model import OBLIQUES

TALKS = ("Negotiation", "Meeting", "Sanction")  # "an embargo on arms sales"


def lower_to_talks(tree: Tree, frames: Frames, topical: Container[str]) -> None:
    """Hang under talks, or an embargo, the deed that they are on; `topical` are the prepositions for it."""
    nouns = frames.nouns
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in OBLIQUES or not verb < i or tree.lemma[i] not in nouns or tree.case(i) not in topical:
            continue
        held = [c for c in tree.children[verb] if tree.dep[c] == "obj" and verb < c < i]
        counted = [c for k in held for c in tree.children[k] if tree.dep[c] == "nmod" and k < c < i]  # "two days of talks"
        for talks in (*counted, *held):
            if any(frame.kind in TALKS for _, frame in nouns.get(tree.lemma[talks], ())):
                tree.move(i, talks, "nmod")
                break
