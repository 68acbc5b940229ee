"""Auxiliaries of a French tree and the voice that they give: perfects parted by adverbials, passives, reflexives."""

from __future__ import annotations

from kg.annotate.french.signs import (
    SUBJECTS,
    VERBAL,
)
from kg.annotate.lemmas import Lemmas
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

PARTED = ("advcl", "xcomp", "ccomp", "acl", "dep")
ADVERBIAL = ("ADV", "DET", "NUM")
PARTING = frozenset({"fois", "reprise", "à"})  # "à plusieurs reprises"


def mend_perfects(tree: Tree, lemmas: Lemmas) -> None:
    """Make an auxiliary of "avoir" before a participle, parted from it or not: "a plusieurs fois menacé X"."""
    for i, pos in enumerate(tree.pos):
        helper = tree.head[i]
        if pos != "VERB" or tree.dep[i] not in PARTED or i <= helper or not lemmas.is_participle(tree.text[i]):
            continue
        having = tree.pos[helper] in VERBAL and tree.lemma[helper] == "avoir" and "VerbForm=Fin" in tree.morph[helper]
        between = range(helper + 1, i)
        parted = all(tree.pos[k] in ADVERBIAL or tree.lemma[k] in PARTING for k in between)
        if having and parted and tree.child(helper, "obj") is None:
            for time in [c for c in tree.children[i] if c in between and tree.dep[c].startswith("nsubj")]:
                tree.dep[time] = "obl"
            tree.take_place(i, helper, tree.dep[helper])
            tree.move(helper, i, "aux")
            tree.pos[helper] = "AUX"
            tree.set_features(i, Mood="", Person="", Tense="Past", VerbForm="Part")


def mend_perfect_infinitives(tree: Tree, lemmas: Lemmas) -> None:
    """Make an auxiliary of "avoir" of which the participle behind it was made the object: "soupçonné d'avoir frappé X"."""
    for i, dep in enumerate(tree.dep):
        helper = tree.head[i]
        if dep not in ("obj", "xcomp", "ccomp") or helper != i - 1 or tree.lemma[helper] != "avoir":
            continue
        if tree.pos[i] == "VERB" and "VerbForm=Inf" in tree.morph[helper] and lemmas.is_participle(tree.text[i]):
            tree.take_place(i, helper, tree.dep[helper])
            tree.move(helper, i, "aux")
            tree.pos[helper] = "AUX"
            tree.set_features(i, Mood="", Person="", Tense="Past", VerbForm="Part")


def mend_parted(tree: Tree, lemmas: Lemmas) -> None:
    """Make the verb of a participle that was hung on the time before it: "a depuis des mois renforcé les contrôles"."""
    for i, dep in enumerate(tree.dep):
        time = tree.head[i]
        if dep != "acl" or tree.pos[i] != "VERB" or tree.pos[time] not in ("NOUN", "NUM", "PROPN") or time > i:
            continue
        helper = tree.child(time, "aux")
        if helper is None or tree.lemma[helper] != "avoir" or helper > time or not lemmas.is_participle(tree.text[i]):
            continue
        own = [c for c in tree.children[time] if tree.dep[c] in ("case", "det", "amod", "nummod") and helper < c < i]
        tree.take_place(i, time, tree.dep[time])
        tree.move(time, i, "obl")
        for c in own:
            tree.move(c, time, tree.dep[c])
        for c in [c for c in tree.children[i] if c > i and tree.dep[c] in ("nmod", "amod", "appos")]:
            if tree.pos[c] in NOMINAL and not tree.case(c) and tree.child(i, "obj") is None:
                tree.move(c, i, "obj")


def mend_adverbs(tree: Tree) -> None:
    """Make the predicate of a participle behind an adverb that was taken for it: "a été mal négocié".

    What "de" makes an adverb of is no part of the agent behind it: "suivie de près par Ana". One that tells with a verb
    what was done stands on it: "blessés mortellement dans une explosion".
    """
    verbs = language("fr").frames.verbs
    for i, pos in enumerate(tree.pos):
        if pos != "ADV":
            continue
        noun, of = tree.head[i], i - 1
        manner = noun > i and tree.text[of] == "de" and tree.dep[of] == "case" and tree.head[of] == noun != tree.head[noun]
        if manner and tree.text[i + 1] == "par":
            tree.move(of, i, "case")
            tree.move(i, tree.head[noun], "advmod")
            continue
        if noun > i and tree.head[noun] == of and any(t.particle == tree.text[i] for t, _ in verbs.get(tree.lemma[of], ())):
            tree.move(i, of, "advmod")
            continue
        verb = next((c for c in tree.children[i] if c == i + 1 and "VerbForm=Part" in tree.morph[c]), None)
        being = any(tree.dep[c] in ("cop", "aux", "aux:pass") for c in tree.children[i])
        if being and verb is not None:
            tree.take_place(verb, i, tree.dep[i])
            tree.move(i, verb, "advmod")


def mend_voice(tree: Tree) -> None:
    """Tell the passive ("est produit") from the past of verbs that take "être" ("est arrivé") and of reflexives."""
    perfect = language("fr").grammar.be_perfect
    for i, pos in enumerate(tree.pos):
        if pos != "VERB" or "VerbForm=Part" not in tree.morph[i]:
            continue
        being = [c for c in tree.children[i] if tree.lemma[c] == "être" and tree.dep[c] in ("aux", "aux:pass", "cop")]
        if not being:
            subject = tree.child(i, "nsubj:pass")
            if subject is not None and tree.child(i, "aux") is not None:
                tree.dep[subject] = "nsubj"
            continue
        reflexive = any(tree.dep[c].startswith(("expl:", "iobj")) and tree.lemma[c] == "se" for c in tree.children[i])
        had = any(tree.lemma[c] == "avoir" for c in tree.children[i])  # "il a été convenu", but "ils sont convenus"
        passive = not reflexive and (had or tree.lemma[i] not in perfect)
        for child in being:
            tree.dep[child] = "aux:pass" if passive else "aux"
        for child in tree.children[i]:
            if tree.dep[child] in SUBJECTS:
                tree.dep[child] = "nsubj:pass" if passive else "nsubj"
        tree.set_features(i, Voice="Pass" if passive else "")
