"""What stands between commas in English sentences, and what behind them is no part of it."""

from __future__ import annotations

from kg.annotate.english.signs import FINITE, make_participle
from kg.annotate.repairs import SUBJECTS
from kg.annotate.tree import NOMINAL, Tree


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


def lower_second_objects(tree: Tree) -> None:
    """Make an apposition of a second object behind a comma: "will cut 900 jobs, its biggest layoff in years"."""
    for i, dep in enumerate(tree.dep):
        if dep != "obj" or tree.pos[i] != "NOUN" or tree.child(i, "cc") is not None or tree.child(i, "nmod:poss") is None:
            continue
        first = next((c for c in tree.children[tree.head[i]] if tree.head[i] < c < i and tree.dep[c] == "obj"), None)
        begin = min(tree.children[i])
        if first is not None and tree.pos[first] in ("NOUN", "PROPN") and tree.text[begin - 1] == ",":
            tree.move(i, first, "appos")


def free_from_appositions(tree: Tree) -> None:
    """Hang on the verb what follows a name between commas: "met the minister, Omar Haddad, in Rome on Monday"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("appos", "dep") or tree.pos[i] != "PROPN" or tree.text[i + 1] != ",":
            continue
        behind = [c for c in tree.children[i] if c > i + 1 and tree.dep[c] in ("obl", "nmod", "advcl")]
        comma = next((k for k in range(i - 1, tree.first_of(i), -1) if tree.text[k] == ","), None)
        office = None if comma is None else comma - 1
        if not behind or office is None or tree.pos[office] != "NOUN" or tree.is_above(i, office):
            continue
        verb = tree.above_nouns(office)
        if tree.pos[verb] != "VERB" or verb > office:
            continue
        if dep == "dep":
            tree.move(i, office, "appos")
        for child in behind:
            if all(tree.text[k] != "," for k in range(i + 2, child)):
                tree.move(child, verb, "obl" if tree.dep[child] == "nmod" else tree.dep[child])


def join_to_relatives(tree: Tree) -> None:
    """Hang in a relative clause what follows a name between commas there: "who shot X in the capital, Y, on 9 June"."""
    for i, dep in enumerate(tree.dep):
        if dep != "appos" or tree.pos[i] != "PROPN" or tree.text[i + 1] != "," or tree.pos[tree.head[i]] != "NOUN":
            continue
        clause = tree.above_nouns(i)
        if tree.dep[clause] != "acl:relcl" or clause > i:
            continue
        above = tree.above_nouns(tree.head[clause])
        behind = sorted(c for c in tree.children[above] if c > i + 1 and tree.dep[c] in ("obl", "advcl"))
        case = tree.child(behind[0], "case") if behind and above < clause else None
        if case == i + 2 and tree.temporal[behind[0]]:
            for child in behind:
                tree.move(child, clause, tree.dep[child])


def free_from_inclusions(tree: Tree) -> None:
    """Hang on the verb what follows some of many between commas: "charged nine men, among them two Danes, with fraud"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("obl", "nmod") or tree.case(i) != "among" or tree.pos[i] != "PRON" or tree.text[i - 2] != ",":
            continue
        verb = tree.above_nouns(i)
        if tree.pos[verb] != "VERB" or verb > i:
            continue
        some = next((c for c in tree.children[i] if c > i and tree.pos[c] in NOMINAL), None)
        if some is None:
            continue
        for child in list(tree.children[some]):
            case = tree.child(child, "case")
            if case is not None and child > case > some and tree.text[case - 1] == ",":
                tree.move(child, verb, "obl")


def is_resumed(tree: Tree, aside: int, main: int) -> bool:
    """Whether right behind a comma that ends an aside stands a finite verb without a subject of its own."""
    comma = next((k for k in range(main - 1, aside, -1) if tree.text[k] == ","), None)
    finite = tree.tag[main] in FINITE or any(tree.dep[c].startswith("aux") for c in tree.children[main])
    led = comma is not None and all(tree.pos[k] in ("AUX", "ADV", "PART") for k in range(comma + 1, main))
    return led and finite and all(tree.dep[c] not in SUBJECTS for c in tree.children[main])
