"""How a body voted, told between its verb and what it voted on: "approved by 79 votes to 18 a package of aid"."""

from __future__ import annotations

from kg.annotate.english.signs import make_past
from kg.annotate.tree import Tree


def mend_ballots(tree: Tree) -> None:
    """Hang the votes against on those for, and what was voted on on its verb: "adopted by 93 votes to 40 a motion".

    The votes are the main verb's, not those of what was voted on: "passed a law that bans X by 210 votes to 95".
    """
    for to in range(2, len(tree) - 1):
        votes, against = to - 1, to + 1
        if tree.text[to] != "to" or tree.lemma[votes] != "vote" or tree.tag[against] != "CD":
            continue
        verb, thing = tree.head[votes], tree.head[against]
        if tree.pos[verb] != "VERB" or not verb < votes:
            continue
        noun = tree.head[verb]
        if tree.case(votes) == "by" and tree.dep[verb] in ("acl", "acl:relcl") and tree.dep[noun] == "obj":
            verb = tree.head[noun]
            tree.move(votes, verb, "obl")
        if thing > against and tree.head[thing] == verb and tree.pos[thing] in ("NOUN", "PROPN"):
            tree.move(thing, verb, "obj")
        tree.move(against, votes, "nmod")
        tree.move(to, against, "case")
        tree.pos[to] = "ADP"
        if tree.dep[votes] == "obl:agent":
            tree.dep[votes] = "obl"
        alone = not any(tree.dep[c].startswith("aux") for c in tree.children[verb])
        if alone and tree.child(verb, "nsubj") is not None and tree.child(verb, "obj") is not None:
            make_past(tree, verb)
