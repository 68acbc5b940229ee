"""Verbs that the parser took for nouns, and their subjects for the first part of these: "Unless the army attacks, …"."""

from __future__ import annotations

from kg.annotate.english.headlines import make_present
from kg.annotate.english.signs import FINITE
from kg.annotate.tree import Tree
from kg.lang import language


def mend_opening_clauses(tree: Tree) -> None:
    """Make a clause of a "plural" between a conjunction and a comma: "Unless the army attacks, the rebels will stay"."""
    verbs = language("en").frames.verbs
    for mark, pos in enumerate(tree.pos):
        main = tree.head[mark]
        if pos != "SCONJ" or tree.dep[mark] not in ("mark", "advmod") or not tree.first[mark]:
            continue
        subjects = [c for c in tree.children[main] if tree.dep[c] == "nsubj" and c < main]
        noun = subjects[0] if len(subjects) > 1 else mark
        if tree.tag[noun] != "NNS" or tree.lemma[noun] not in verbs or tree.child(noun, "compound") != noun - 1:
            continue
        if tree.tag[noun - 1] not in ("NN", "NNP") or tree.text[noun + 1] != ",":
            continue
        tree.move(noun, main, "advcl")
        tree.move(mark, noun, tree.dep[mark])
        _raise_subject(tree, noun, noun - 1)
        make_present(tree, noun, tree.lemma[noun])


def mend_inversions(tree: Tree) -> None:
    """Make a verb of the noun behind "did" and a subject: "Not only did the army fire on protesters"."""
    verbs = language("en").frames.verbs
    for did, tag in enumerate(tree.tag):
        if tree.lemma[did] != "do" or tag not in FINITE or tree.dep[did] == "conj":
            continue
        verb, first = tree.head[did], tree.first_of(did)
        if tree.dep[did] == "aux":  # "Never did the army attack the town"
            lost = tree.child(verb, "compound") == verb - 1 > did and tree.child(verb, "nsubj") is None
            if lost and tree.pos[verb] == "VERB":
                _raise_subject(tree, verb, verb - 1)
            continue
        noun = tree.child(did, "nsubj")
        if noun is None or noun < did or tree.tag[noun] != "NN" or tree.lemma[noun] not in verbs:
            continue
        negated = any(tree.morph[c] == "Polarity=Neg" for c in range(first, did))
        if not negated or tree.child(noun, "compound") != noun - 1 or tree.child(did, "obj") is not None:
            continue
        tree.take_place(noun, did, tree.dep[did])
        _raise_subject(tree, noun, noun - 1)
        tree.pos[noun], tree.tag[noun], tree.morph[noun] = "VERB", "VB", "VerbForm=Inf"
        tree.move(did, noun, "aux")
        tree.pos[did] = "AUX"
        for child in [c for c in tree.children[noun] if tree.dep[c] == "nmod"]:
            tree.dep[child] = "obl"


def mend_risks(tree: Tree) -> None:
    """Make a verb of a "plural" before a gerund: "The minister risks being arrested", "The firm fears losing money"."""
    modals = language("en").frames.modals
    for i in range(1, len(tree) - 1):
        modal = modals.get((tree.lemma[i], "verb")) if tree.tag[i] == "NNS" else None
        if modal is None or modal.effect != "possible" or tree.tag[i + 1] != "VBG":
            continue
        clause = i + 1 if tree.head[i + 1] == i else tree.head[i + 1]
        lost = tree.head[clause] == i and tree.dep[clause] == "acl" and tree.head[i] == i
        main = tree.head[i] == clause and tree.dep[i] == "nsubj:pass" and tree.lemma[i + 1] == "be"
        owned = any(tree.dep[c] in ("det", "compound", "nsubj") and c < i for c in tree.children[i])
        if not owned or not (lost or main) or tree.pos[i - 1] not in ("NOUN", "PROPN", "ADJ"):
            continue
        if main:
            tree.stand_for(i, clause)
            for child in [c for c in tree.children[clause] if c > clause and tree.dep[c] in ("advcl", "punct")]:
                tree.move(child, i, tree.dep[child])
        tree.move(clause, i, "xcomp")
        _raise_subject(tree, i, i - 1)
        tree.pos[i - 1] = "PROPN" if tree.pos[i - 1] == "PROPN" else "NOUN"
        make_present(tree, i, tree.lemma[i])


def mend_compelling(tree: Tree) -> None:
    """Make a verb of a "plural" between its subject and who must do something: "The new law forces firms to pay"."""
    compelling = language("en").grammar.compelling
    for i, dep in enumerate(tree.dep):
        whom, subject = tree.head[i], i - 1
        done = tree.head[whom]
        if dep != "compound" or tree.tag[i] != "NNS" or tree.lemma[i] not in compelling or tree.dep[whom] != "nsubj":
            continue
        mark = tree.child(done, "mark")
        bidden = mark is not None and tree.text[mark] == "to" and mark == whom + 1 and tree.tag[done] == "VB"
        if not bidden or subject < 0 or tree.dep[subject] != "compound" or tree.tag[subject] not in ("NN", "NNP"):
            continue
        tree.stand_for(i, done)
        tree.move(subject, i, "nsubj")
        for child in [c for c in tree.children[whom] if c < subject]:
            tree.move(child, subject, tree.dep[child])
        tree.move(whom, i, "obj")
        tree.move(done, i, "xcomp")
        make_present(tree, i, tree.lemma[i])


def mend_headline_gerunds(tree: Tree) -> None:
    """Make a verb of a noun in -ing between its subject and a name, in headlines: "Army bombing Aleppo"."""
    verbs = language("en").frames.verbs
    for i, word in enumerate(tree.text[:-1]):
        if tree.kind[i] != "headline" or tree.head[i] != i or tree.tag[i] != "NN" or not word.endswith("ing"):
            continue
        name, subject, stem = i + 1, tree.child(i, "compound"), word.lower()[:-3]
        lemma = next((form for form in (stem, f"{stem}e", stem[:-1]) if form in verbs), None)
        if (
            lemma is None
            or subject != i - 1
            or tree.pos[name] != "PROPN"
            or tree.dep[name] != "appos"
            or tree.head[name] != i
        ):
            continue
        _raise_subject(tree, i, subject)
        tree.dep[name] = "obj"
        tree.lemma[i], tree.pos[i], tree.tag[i] = lemma, "VERB", "VBG"
        tree.morph[i] = "Aspect=Prog|Tense=Pres|VerbForm=Part"


def _raise_subject(tree: Tree, verb: int, subject: int) -> None:
    """Make a verb's subject of the first part of the noun that it was taken for, with what stands before that."""
    for child in [c for c in tree.children[verb] if c < subject and tree.dep[c] in ("det", "amod", "compound", "nmod:poss")]:
        tree.move(child, subject, tree.dep[child])
    tree.dep[subject] = "nsubj"
