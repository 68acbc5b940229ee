"""Participles behind a subject that the parser took for its verb."""

from __future__ import annotations

from kg.annotate.tree import Tree


def mend_thought(tree: Tree) -> None:
    """Give the object back to what somebody is thought to have done: "The man believed to have shot Norvia was found"."""
    for i, dep in enumerate(tree.dep):
        above, subject = tree.head[i], tree.child(i, "nsubj:pass") or tree.child(i, "nsubj")
        if dep != "conj" or subject is None or tree.tag[above] not in ("VBD", "VBN") or tree.dep[above] != "root":
            continue
        done, who = tree.child(above, "xcomp"), tree.child(above, "nsubj")
        if who is None or done is None or not who == above - 1 < done < subject < i or tree.child(done, "obj") is not None:
            continue
        if any(tree.dep[c] in ("cc", "punct") and above < c < i for c in tree.children[above]):
            continue
        tree.stand_for(i, above)
        for child in [c for c in tree.children[above] if c > i]:
            tree.move(child, i, tree.dep[child])
        tree.move(who, i, tree.dep[subject])
        tree.move(subject, done, "obj")
        tree.move(above, who, "acl")
        tree.tag[above], tree.morph[above] = "VBN", "Aspect=Perf|Tense=Past|VerbForm=Part"
