"""Participles that share the auxiliary of a verb before: "two were killed and ten injured", "X a été tué et Y blessé"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.signs import is_past_participle
from kg.annotate.tree import NOMINAL, Tree


def mend_gapped(tree: Tree) -> None:
    """Make a clause of a noun joined to a passive verb and the participle that was hung under the noun.

    So with what was joined as a noun, "deux blessés": what stands behind it is the verb's.
    """
    for noun, dep in enumerate(tree.dep):
        verb = tree.head[noun]
        if dep != "conj" or not is_joined_to_passive(tree, noun, verb) or tree.pos[noun] not in NOMINAL or tree.case(noun):
            continue
        participle = next(_participles(tree, noun), None)
        if participle is not None:
            tree.stand_for(participle, noun, "conj")
            tree.move(noun, participle, "nsubj:pass")
            for other in [c for c in tree.children[noun] if tree.dep[c] in ("cc", "advmod")]:
                tree.move(other, participle, tree.dep[other])
        elif tree.child(noun, "nummod") is not None:
            for behind in [c for c in tree.children[noun] if tree.dep[c].startswith("obl")]:
                tree.move(behind, verb, tree.dep[behind])


def is_joined_to_passive(tree: Tree, i: int, verb: int) -> bool:
    """Whether a word is joined to a verb in the passive that the conjunction stands right behind."""
    return verb < i and tree.child(verb, "aux:pass") is not None and tree.pos[verb + 1] == "CCONJ"


def _participles(tree: Tree, noun: int) -> Iterator[int]:
    """The past participle of no auxiliary right behind a noun, or behind its adverb: "son mari grièvement blessé"."""
    for k in tree.children[noun]:
        near = k > noun and set(tree.pos[noun + 1 : k]) <= {"ADV", "ADJ"} and tree.dep[k] in ("acl", "amod")
        if near and is_past_participle(tree, k) and tree.pos[k + 1 : k + 2] != ["PRON"]:  # "et l'armée débordée se retire"
            yield k
