"""English participles between commas that were taken for the verb of their sentence."""

from __future__ import annotations

from kg.annotate.english.signs import FINITE, make_participle
from kg.annotate.repairs import SUBJECTS
from kg.annotate.tree import Tree


def mend_enclosed(tree: Tree) -> None:
    """Hang on the subject a participle between commas: "Two attacks, also claimed by X, have killed ten people"."""
    for i, tag in enumerate(tree.tag):
        if tag not in ("VBD", "VBN") or tree.dep[i] != "parataxis":
            continue
        main, subject = tree.head[i], tree.child(i, "nsubj")
        if subject is None or not subject < i < main:
            continue
        by = next((c for c in tree.children[i] if i < c < main and tree.case(c) == "by"), None)
        opened = tree.text[subject + 1] == "," and all(tree.pos[k] == "ADV" for k in range(subject + 2, i))
        if by is None or not opened or not is_resumed(tree, by, main):
            continue
        for child in [c for c in tree.children[i] if c <= subject]:
            tree.move(child, main, tree.dep[child])
        tree.move(i, subject, "acl")
        tree.dep[by] = "obl:agent"
        make_participle(tree, i)


def is_resumed(tree: Tree, aside: int, main: int) -> bool:
    """Whether right behind a comma that ends an aside stands a finite verb without a subject of its own."""
    comma = next((k for k in range(main - 1, aside, -1) if tree.text[k] == ","), None)
    finite = tree.tag[main] in FINITE or any(tree.dep[c].startswith("aux") for c in tree.children[main])
    led = comma is not None and all(tree.pos[k] in ("AUX", "ADV", "PART") for k in range(comma + 1, main))
    return led and finite and all(tree.dep[c] not in SUBJECTS for c in tree.children[main])
