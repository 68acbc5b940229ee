"""Whose a past is that stands in a row behind a clause inside a sentence: the culprit's, or who judges him."""

from __future__ import annotations

from kg import ontology
from kg.annotate.english.rows import is_bare_past, is_judging, plain_kinds
from kg.annotate.english.signs import PAST, make_participle, make_past
from kg.annotate.parsing import load_parsing
from kg.annotate.repairs import SUBJECTS
from kg.annotate.tree import Tree

JUDGING = ("Justice", "Communication")
DEEDS = ("Crime", "Killing", "Attack", "Injury")  # what nobody does who arrests or judges somebody else for it


def lower_past_rows(tree: Tree) -> None:
    """Hang under what somebody says now what went on in the past: "Police say a man robbed a bank, shot two and fled"."""
    speech = load_parsing("en").speech
    for i, dep in enumerate(tree.dep):
        saying = tree.head[i]
        told = tree.child(saying, "ccomp") if dep == "conj" and tree.lemma[saying] in speech else None
        if told is None or not saying < told < i or tree.tag[saying] not in ("VBP", "VBZ") or not is_bare_past(tree, i):
            continue
        if _is_past_alone(tree, told) and tree.lemma[i] not in speech:
            tree.move(i, told, "conj")
            make_past(tree, i)


def lower_relative_rows(tree: Tree) -> None:
    """Hang on a relative clause what is told in the past behind it, where the main verb tells no past, or what a court or
    the police does: "Police are looking for a man who shot a woman, stole a car and fled", "jailed a man who …, killed"."""
    speech = load_parsing("en").speech
    lowered: dict[int, int] = {}  # main verb -> the verb whose row goes on
    for i, dep in enumerate(tree.dep):
        main = tree.head[i]
        joined = dep == "conj" and main < i and tree.lemma[i] not in speech and is_bare_past(tree, i)
        row = lowered.get(main) if tree.child(i, "cc") is not None else None  # ", stole a car and fled"
        judged = row is not None or (tree.child(i, "cc") is None and _judges_deeds(tree, main, i))
        if not joined or tree.dep[main] == "acl:relcl" or not (judged or _is_under_way(tree, main)):
            continue
        clause = next((k for k in range(i - 1, main, -1) if tree.dep[k] == "acl:relcl" and tree.is_above(main, k)), None)
        subject = None if clause is None else next((c for c in tree.children[clause] if tree.dep[c] in SUBJECTS), None)
        if clause is None or subject is None or tree.tag[subject] not in ("WP", "WDT"):
            continue
        having = any(tree.lemma[c] == "have" and tree.dep[c].startswith("aux") for c in tree.children[clause])
        if having or _is_past_alone(tree, clause):
            tree.move(i, clause, "conj")
            (make_participle if having else make_past)(tree, i)
            lowered[main] = i


def raise_judged_rows(tree: Tree) -> None:
    """Hang on who judges what is done to a culprit behind his deed: "arrested a man who stabbed X and charged him"."""
    ordering = load_parsing("en").ordering
    for i, dep in enumerate(tree.dep):
        clause, victim = tree.head[i], tree.child(i, "obj")
        if dep != "conj" or victim is None or tree.pos[victim] != "PRON" or tree.dep[clause] != "acl:relcl" or clause > i:
            continue
        main = tree.above_nouns(tree.head[clause])
        if not is_bare_past(tree, i) or not _is_past_alone(tree, clause) or tree.tag[main] not in PAST:
            continue
        due = _is_justice(tree, i) or (tree.lemma[i] in ordering and is_judging(tree, main))
        if due and (_is_justice(tree, main) or is_judging(tree, main)) and tree.child(main, "nsubj") is not None:
            tree.move(i, main, "conj")
            make_past(tree, i)


def _judges_deeds(tree: Tree, verb: int, first: int) -> bool:
    """Whether a verb tells what is done to culprits or said of a deed, and the row from `first` on such deeds."""
    judges = any(ontology.is_among(kind, JUDGING) for kind in plain_kinds(tree, verb))
    if not judges or tree.child(verb, "aux:pass") is not None:
        return False
    row = (c for c in tree.children[verb] if c >= first and tree.dep[c] == "conj" and is_bare_past(tree, c))
    return any(ontology.is_among(kind, DEEDS) for c in row for kind in plain_kinds(tree, c))


def _is_justice(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what the police or a court does: "charge", "release"."""
    return any(ontology.is_a(kind, "Justice") for kind in plain_kinds(tree, verb))


def _is_under_way(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in the present, in a progressive form or behind a modal, so that no bare past goes with it."""
    words = [verb, *(c for c in tree.children[verb] if tree.dep[c].startswith("aux"))]
    going = tree.tag[verb] == "VBG" and len(words) > 1
    return going or any(tree.tag[k] == "MD" for k in words) or tree.tag[verb] in ("VBZ", "VBP")


def _is_past_alone(tree: Tree, verb: int) -> bool:
    """Whether a verb is a past without auxiliary."""
    return tree.tag[verb] in PAST and not any(tree.dep[c].startswith("aux") for c in tree.children[verb])
