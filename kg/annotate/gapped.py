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
        verb = _lower_to_verb(tree, noun) if dep == "conj" else noun
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


def _lower_to_verb(tree: Tree, noun: int) -> int:
    """The verb that a noun is joined to, also from behind through its subject: "X ont été tués, et dix habitants blessés".

    What the parser hung on that subject behind the verb is the verb's too.
    """
    subject = tree.head[noun]
    verb = tree.head[subject]
    parted = tree.dep[subject] == "nsubj:pass" and subject < verb < noun
    if not parted or not is_joined_to_passive(tree, noun, verb) or next(_participles(tree, noun), None) is None:
        return subject
    for child in [c for c in tree.children[subject] if c > verb]:
        tree.move(child, verb, "obl" if tree.dep[child] == "nmod" else tree.dep[child])
    return verb


def is_joined_to_passive(tree: Tree, i: int, verb: int) -> bool:
    """Whether a word is joined to a verb in the passive that the conjunction stands right behind, or behind a comma."""
    behind = verb + 1 + (tree.text[verb + 1 : verb + 2] == [","])
    return verb < i and tree.child(verb, "aux:pass") is not None and tree.pos[behind : behind + 1] == ["CCONJ"]


def _participles(tree: Tree, noun: int) -> Iterator[int]:
    """The past participle of no auxiliary right behind a noun, or behind its adverb: "son mari grièvement blessé"."""
    for k in tree.children[noun]:
        near = k > noun and set(tree.pos[noun + 1 : k]) <= {"ADV", "ADJ"} and tree.dep[k] in ("acl", "amod")
        if near and is_past_participle(tree, k) and tree.pos[k + 1 : k + 2] != ["PRON"]:  # "et l'armée débordée se retire"
            yield k
