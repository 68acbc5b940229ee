"""What befell somebody who is said to be one of some: "X was among those arrested", "Among the dead were two Danes"."""

from __future__ import annotations

from kg.annotate.clefts import PARTICLE
from kg.annotate.english.signs import make_participle, make_past
from kg.annotate.tree import Tree

# those whom something befell, and the verb of that
STRUCK = {"dead": "die", "fatalities": "die", "wounded": "wound", "injured": "injure"}
LOST = "die"  # what one does, while the others are done to somebody
CLAUSES = ("acl", "acl:relcl")


def mend_among(tree: Tree) -> None:
    """Tell of somebody what is told of those among whom they are, as if it stood alone: "X was arrested"."""
    for case, text in enumerate(tree.text):
        if text.lower() != "among" or tree.dep[case] != "case":
            continue
        some = tree.head[case]
        verb, placed = _told_of(tree, some), _placed(tree, some)
        if verb is None or placed is None:
            continue
        be, subject, top = placed
        tree.stand_for(verb, top)
        for child in list(tree.children[top]):
            of_clause = top != subject or child in (be, some) or tree.dep[child] in ("punct", "advmod")
            if child != verb and of_clause:
                tree.move(child, verb, tree.dep[child])
        if some != verb:
            tree.move(some, verb, PARTICLE)
        else:
            _make_verb(tree, verb, case)
        _tie(tree, verb, subject, be)


def _told_of(tree: Tree, some: int) -> int | None:
    """The verb of what befell those, or what they did: "those arrested", "those who fled", "the wounded"."""
    if tree.lemma[some] == "those":
        return next((c for c in tree.children[some] if tree.dep[c] in CLAUSES and tree.pos[c] == "VERB" and c > some), None)
    return some if tree.text[some].lower() in STRUCK and tree.child(some, "det") is not None else None


def _placed(tree: Tree, some: int) -> tuple[int, int, int] | None:
    """The copula, who is among some, and the top of the clause that says so."""
    be, subject, above = tree.child(some, "cop"), tree.child(some, "nsubj"), tree.head[some]
    if be is not None and subject is not None:
        return be, subject, some
    if above == some or not tree.dep[some].startswith("obl"):
        return None
    subject, be = tree.child(above, "nsubj"), tree.child(above, "cop")
    if tree.lemma[above] == "be" and subject is not None:
        return above, subject, above
    return (be, above, above) if be is not None and subject is None and some < be < above else None


def _make_verb(tree: Tree, word: int, case: int) -> None:
    """Make a verb of "dead" or "wounded"."""
    tree.pos[word], tree.lemma[word] = "VERB", STRUCK[tree.text[word].lower()]
    for child in [c for c in tree.children[word] if c == case or tree.dep[c] == "det"]:
        tree.dep[child] = PARTICLE
    if tree.lemma[word] == LOST:
        make_past(tree, word)
    else:
        make_participle(tree, word)


def _tie(tree: Tree, verb: int, subject: int, be: int) -> None:
    """Hang somebody and the copula on the verb, as its voice and tense ask."""
    who = next((c for c in tree.children[verb] if tree.tag[c] in ("WP", "WDT") and tree.dep[c].startswith("nsubj")), None)
    passive = tree.tag[verb] == "VBN" if who is None else tree.dep[who] == "nsubj:pass"
    if who is not None:
        tree.dep[who] = PARTICLE
    tree.move(subject, verb, "nsubj:pass" if passive else "nsubj")
    own = who is None and tree.lemma[verb] != LOST
    tree.move(be, verb, PARTICLE if not own else "aux:pass" if passive else "aux")
    tree.pos[be] = "AUX"
