"""Results and the figures that count them in an English tree: "left 39 dead", "34 wounded"."""

from __future__ import annotations

from kg.annotate.english.signs import FINITE, NAMING, PAST, make_participle
from kg.annotate.gapped import is_joined_to_passive
from kg.annotate.parsing import load_parsing
from kg.annotate.repairs import SUBJECTS
from kg.annotate.tree import Tree
from kg.lang import language

SUFFERED = frozenset({"Injury", "Killing", "Arrest", "Attack", "Destruction"})  # always by somebody
LEAVING = frozenset({"leave", "see"})  # what they tell befalls all of their objects
RESULTS = frozenset({"ADJ", "VERB"})  # "51 dead and 700 injured"


def mend_results(tree: Tree) -> None:
    """Make a predicate of an adjective behind the object that it is the result for: "left 39 people dead in the port".

    So of a participle behind joined objects: "left 20 soldiers and an officer injured".
    """
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep == "acl" and tree.dep[noun] == "conj" and i == noun + 1 and tree.tag[i] in PAST:
            first = tree.head[noun]
            if tree.dep[first] == "obj" and tree.lemma[tree.head[first]] in LEAVING and tree.head[first] < first:
                tree.move(i, tree.head[first], "xcomp")
                make_participle(tree, i)
            continue
        verb = tree.head[noun]
        result = dep == "amod" and i > noun > verb and tree.dep[noun] == "obj" and tree.pos[i] == "ADJ"
        if result and tree.lemma[verb] in load_parsing("en").object_and_clause:
            tree.move(i, verb, "xcomp")


def see_dead(tree: Tree) -> None:
    """Read a predicate "dead" as that somebody died: "Three people are dead after a fire", but not "the deal is dead"."""
    nouns = language("en").nouns
    for i, lemma in enumerate(tree.lemma):
        being = tree.child(i, "cop") if lemma == "dead" and tree.pos[i] == "ADJ" else None
        subject = tree.child(i, "nsubj") if being is not None else None
        if being is None or subject is None or tree.text[i + 1] in ("set", "last"):
            continue
        if tree.pos[subject] == "NOUN" and tree.lemma[subject] not in nouns:  # "dozens of people"
            subject = tree.child(subject, "nmod") or subject
        noun = nouns.get(tree.lemma[subject])
        if tree.pos[subject] == "NOUN" and (noun is None or noun.kind not in ("Person", "Group", "Force")):
            continue
        tree.pos[i], tree.lemma[i], tree.tag[i] = "VERB", "die", "VBN"
        tree.set_features(i, Degree="", Tense="Past", VerbForm="Part")
        tree.dep[being] = "aux"


def mend_tolls(tree: Tree) -> None:
    """Let each figure count the result behind it: "a collision, leaving 51 dead and 700 injured"."""
    leaving = load_parsing("en").object_and_clause
    for verb, lemma in enumerate(tree.lemma):
        if lemma not in leaving or tree.pos[verb] != "VERB":
            continue
        results = [c for c in tree.children[verb] if c > verb + 1 and tree.pos[c - 1] == "NUM" and tree.pos[c] in RESULTS]
        if len(results) < 2 or any(tree.dep[c] not in ("xcomp", "obj") for c in results):
            continue
        for result in results:
            tree.move(result - 1, result, "nummod")
        for result in results[1:]:
            tree.move(result, results[0], "conj")


def mend_counted_participles(tree: Tree) -> None:
    """Make a noun of a participle that a figure counts: "treated 34 wounded", "with a thousand injured", "40 dead"."""
    people = load_parsing("en").counted
    for i in range(1, len(tree)):
        figure, verb = i - 1, tree.head[i]
        if tree.text[i] in people and tree.pos[figure] == "NUM" and tree.tag[i] == "JJ":
            count_people(tree, figure, i)
        if tree.tag[i] == "JJ" and tree.dep[i] == "obl" and tree.head[figure] == i and tree.pos[figure] == "NUM":
            tree.dep[figure], tree.pos[i], tree.tag[i], tree.morph[i] = "nummod", "NOUN", "NNS", "Number=Plur"
        counted = tree.tag[i] == "VBN" and tree.dep[i] == "advcl" and tree.pos[figure] == "NUM" and not tree.children[i]
        if counted and tree.head[figure] == verb and tree.dep[figure] == "obj":
            tree.move(i, verb, "obj")
            tree.move(figure, i, "nummod")
            tree.pos[i], tree.tag[i], tree.morph[i], tree.lemma[i] = "NOUN", "NNS", "Number=Plur", tree.text[i].lower()


def count_people(tree: Tree, figure: int, i: int) -> None:
    """Make a noun of an adjective behind a figure which no verb, noun or copula claims: "Quake hits Norvia, 40 dead"."""
    if tree.dep[i] == "amod" and tree.head[i] == figure:
        tree.take_place(i, figure, tree.dep[figure])
    if tree.dep[figure] == tree.dep[i] == "root" and tree.first[figure]:
        tree.take_place(i, figure, "root") if tree.head[i] == figure else tree.move(
            figure, i, "nummod"
        )  # "12 dead in Varna"
    alone = tree.head[figure] == i and tree.dep[i] in ("conj", "appos", "dep", "parataxis", "root", "advmod")
    if not alone or tree.child(i, "cop") is not None or any(tree.dep[c] in SUBJECTS for c in tree.children[i]):
        return
    tree.move(figure, i, "nummod")
    tree.pos[i], tree.tag[i], tree.morph[i], tree.lemma[i] = "NOUN", "NNS", "Number=Plur", tree.text[i].lower()


def mend_gapped_pasts(tree: Tree) -> None:
    """Make a participle of a "past" joined to a passive verb that is done to its subject: "and her husband injured".

    So of one whose subject is a bare figure: "people had been killed and 6 million displaced".
    """
    frames = language("en").frames.verbs
    for i, tag in enumerate(tree.tag):
        figure = i - 1
        bare = tag == "VBN" and tree.dep[i] == "conj" and tree.pos[figure] == "NUM" and tree.head[figure] == i
        if bare and tree.dep[figure] == "obl" and not tree.case(figure) and tree.child(tree.head[i], "aux:pass") is not None:
            tree.dep[figure] = "nsubj:pass"
            continue
        if tag != "VBD" or tree.dep[i] != "conj" or not is_joined_to_passive(tree, i, tree.head[i]):
            continue
        subject = tree.child(i, "nsubj")
        suffered = any(frame.kind in SUFFERED for _, frame in frames.get(tree.lemma[i], ()))
        if subject is not None and suffered and tree.child(i, "obj") is None:
            make_participle(tree, i)
            tree.dep[subject] = "nsubj:pass"


def mend_opening_tolls(tree: Tree) -> None:
    """Make the head of a headline of its toll, with what follows under it: "Two dead after gunman opens fire"."""
    people = load_parsing("en").counted
    for figure, first in enumerate(tree.first):
        dead, mark = figure + 1, figure + 2
        if not first or tree.kind[figure] != "headline" or tree.tag[figure] != "CD" or mark >= len(tree):
            continue
        verb, noun = tree.above_nouns(figure), tree.head[mark]
        if tree.text[dead] not in people or tree.tag[verb] not in FINITE or tree.dep[mark] != "case":
            continue
        if not mark < noun < verb or tree.dep[verb] != "root" or tree.pos[noun] not in NAMING:
            continue
        tree.move(dead, dead, "root")
        tree.move(figure, dead, "nummod")
        tree.move(verb, dead, "advcl")
        tree.move(noun, verb, "nsubj")
        tree.move(mark, verb, "mark")
        tree.pos[mark] = "SCONJ"
        tree.pos[dead], tree.tag[dead], tree.morph[dead], tree.lemma[dead] = "NOUN", "NNS", "Number=Plur", tree.text[dead]
