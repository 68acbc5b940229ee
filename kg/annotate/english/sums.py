"""Figures in an English tree that the model joins: by how much something moves, or from what, and what it comes to."""

from __future__ import annotations

from kg.annotate.tree import Tree
from kg.lang import language

MOVES = frozenset({"up", "down", "off", "higher", "lower"})
MEASURES = frozenset({"percent", "%", "cent", "point", "cents", "points"})
PERCENTS = frozenset({"percent", "%", "pct"})
BEFORE = frozenset({"by", "from"})
PLACED = frozenset({"in", "at", "on"})
SIGNS = frozenset({"$", "£", "€", "¥", "US$"})


def settle_move(tree: Tree, be: int) -> bool:
    """Make an adverb of where a figure is bound, which no place or day behind it is told of: "was up 4% on Monday"."""
    move = next((c for c in tree.children[be] if c > be and tree.text[c] in MOVES), None)
    if move is None or tree.dep[move] not in ("advmod", "acomp", "prt"):
        return False
    subject = tree.child(be, "nsubj")
    figure = subject is not None and tree.lemma[subject] in language("en").grammar.figures
    if not figure and not _is_measured(tree, be, move):
        return False
    tree.dep[move], tree.pos[move], tree.lemma[move] = "advmod", "ADV", tree.text[move]
    return True


def part_wholes(tree: Tree) -> None:
    """Put the number of a part above that of the whole, of which it was made an adverb: "shot down 23 of 30 drones"."""
    for of in (k for k, text in enumerate(tree.text) if text == "of" and not tree.first[k]):
        part, whole = of - 1, of + 1
        if not tree.tag[part] == tree.tag[whole] == "CD" or tree.head[part] != whole or tree.dep[whole] != "nummod":
            continue
        things = tree.head[whole]
        if things < whole:
            continue
        tree.stand_for(part, things)
        tree.move(things, part, "nmod")
        tree.move(of, things, "case")
        tree.pos[of] = "ADP"


def free_moves(tree: Tree) -> None:
    """Make an adverb of where a figure closes that was taken for what it is: "closed 0.5% higher"."""
    for i, dep in enumerate(tree.dep):
        if dep == "acomp" and tree.text[i] in MOVES and tree.pos[tree.head[i]] == "VERB":
            tree.dep[i] = "advmod"


def _is_measured(tree: Tree, be: int, move: int) -> bool:
    """Whether it is told how far something moves: "down 13 cents", "4 percent higher", "off by 3%"."""
    beside = (c for c in (*tree.children[move], *tree.children[be]) if be < c)
    return any(tree.text[c] in MEASURES or tree.text[c - 1] in SIGNS for c in beside)


def part_moves(tree: Tree) -> None:
    """Part what something moves by or from and what it comes to: "cut by $200 to $399", "from 3 to 5 percent"."""
    for i, dep in enumerate(tree.dep):
        upper = tree.head[i]
        if dep != "advmod" or tree.text[i] != "to" or upper < i or tree.tag[upper] != "CD":
            continue
        top, lower = tree.head[upper] if tree.dep[upper] == "nummod" else upper, i - 1
        case = tree.child(top, "case")
        if tree.tag[lower] != "CD" or tree.head[lower] != upper:
            continue
        sign = lower - 1 if tree.text[lower - 1] in SIGNS else None
        if case is None and sign is not None and tree.head[top] == sign - 1:  # "fell $3 to $45"
            case = sign
        elif case is None or tree.text[case] not in BEFORE or (tree.text[case] == "by" and sign is None):
            continue  # "by 3 to 5 percent"
        tree.move(lower, tree.head[top], tree.dep[top])
        for k in range(case, lower):
            tree.move(k, lower, tree.dep[k])
        tree.move(i, top, "case")
        tree.pos[i] = "ADP"


def see_shares(tree: Tree) -> None:
    """Make a passive of what somebody owns in part, not a copula with a figure: "The brewery is 44 percent owned by X"."""
    for verb in range(1, len(tree)):
        share = verb - 1
        if tree.text[share] not in PERCENTS or tree.tag[verb] != "VBN" or tree.first[verb]:
            continue
        above = share if tree.dep[verb] == "acl" and tree.head[verb] == share else verb
        be, subject = tree.child(above, "cop"), tree.child(above, "nsubj")
        if be is None or subject is None or subject > be:
            continue
        if above == share:
            number = tree.child(share, "nummod")
            tree.take_place(verb, share, tree.dep[share])
            tree.move(share, verb, "obl")
            if number is not None:
                tree.move(number, share, "nummod")
        tree.dep[be], tree.dep[subject] = "aux:pass", "nsubj:pass"


def part_rates(tree: Tree) -> None:
    """Part the rate that something moves from and the one that it comes to: "cut from 5% to 4.5%"."""
    for i, dep in enumerate(tree.dep):
        upper, lower = tree.head[i], i - 1
        if dep != "advmod" or tree.text[i] != "to" or tree.tag[upper] != "CD" or tree.text[lower] not in MEASURES:
            continue
        top = tree.head[upper] if tree.dep[upper] == "nummod" else upper
        above, below = (top, lower) if tree.head[lower] in (top, upper) else (lower, top)
        case = tree.child(above, "case")
        if top < i or case is None or tree.text[case] != "from" or tree.head[below] not in (above, upper):
            continue
        tree.move(below, tree.head[above], tree.dep[above])
        tree.move(case, lower, "case")
        tree.move(i, top, "case")
        tree.pos[i] = "ADP"


def free_places(tree: Tree) -> None:
    """Hang on its verb the place that the parser hung on a sum: "fell to $45 in Paris"."""
    for i, dep in enumerate(tree.dep):
        figure = tree.head[i]
        if dep != "nmod" or tree.tag[figure] != "CD" or i < figure or tree.pos[i] != "PROPN":
            continue
        verb = tree.head[figure]
        if tree.pos[verb] == "VERB" and tree.dep[figure] in ("obl", "obj") and tree.case(i) in PLACED:
            tree.move(i, verb, "obl")
