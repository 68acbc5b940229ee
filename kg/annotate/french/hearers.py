"""Who writes or says something, taken for a part of the network or of the hearer's name before it, in a French tree."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.french.signs import has_subject
from kg.annotate.names import AGENCIES, NETWORKS
from kg.annotate.parsing import Parsing
from kg.annotate.tree import Tree
from kg.model import NameSpan


def free_from_network(tree: Tree) -> None:
    """Give a verb the name that was joined to the network on which somebody writes: "a écrit sur X Emmanuel Macron".

    And the network that was hung on who writes: "a indiqué le maire Jean Morel sur Telegram".
    """
    for i, dep in enumerate(tree.dep):
        network = tree.head[i]
        if dep == "nmod" and tree.text[i] in NETWORKS and tree.case(i) == "sur":
            _raise_from_writer(tree, i)
        if dep == "flat:name" and network == i - 1 and tree.text[network] in NETWORKS and tree.case(network) == "sur":
            verb = tree.head[network]
            for rest in [c for c in tree.children[network] if c > i and tree.dep[c] == "flat:name"]:
                tree.move(rest, i, "flat:name")
            tree.dep[network] = "obl"
            tree.move(i, verb, "appos" if has_subject(tree, verb) else "nsubj")


def _raise_from_writer(tree: Tree, network: int) -> None:
    """Hang on the verb a network that was hung on its subject behind it."""
    writer = tree.head[network]
    while tree.pos[writer] in ("NOUN", "PROPN") and tree.dep[writer] in ("appos", "nmod", "flat:name"):
        writer = tree.head[writer]
    verb = tree.head[writer]
    if tree.pos[verb] == "VERB" and verb < writer < network and tree.dep[writer] in ("nsubj", "obj"):
        tree.move(network, verb, "obl")


def free_from_hearers(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Give a verb the person whose name was joined to whom it is told: "a dit à Reuters Ana Vidal"."""
    spans = {name.first: name for name in names}
    ends = {name.last: name for name in spans.values()}
    for first, name in spans.items():
        hearer = tree.head[first]
        beside = tree.dep[first] in ("flat:name", "obl", "nmod", "appos") and not tree.case(first)
        joined = beside and name.label == "PER" and first in ends and hearer < first
        if joined and tree.case(hearer) == "à" and ends[first].label in ("ORG", "MISC"):
            verb = tree.head[hearer]
            if tree.pos[verb] == "VERB" and verb < hearer and not has_subject(tree, verb):
                for rest in [c for c in tree.children[hearer] if first < c < name.last and tree.dep[c] == "flat:name"]:
                    tree.move(rest, first, "flat:name")
                tree.move(first, verb, "nsubj")


def raise_agencies(tree: Tree) -> None:
    """Give a verb before its subject the agency that was hung on that: "ont déclaré plusieurs militants à l'AFP"."""
    for i, text in enumerate(tree.text):
        if text in AGENCIES and tree.dep[i] == "nmod" and tree.case(i) == "à":
            speaker = tree.head[i]
            verb = tree.head[speaker]
            if tree.pos[verb] == "VERB" and tree.dep[speaker] == "nsubj" and verb < speaker < i:
                tree.move(i, verb, "obl:arg")


def join_hearers(tree: Tree, parsing: Parsing) -> None:
    """Join to the name of whom it is told its second word, taken for an object: "a dit au Norvik Herald que X fuyait"."""
    for i, dep in enumerate(tree.dep):
        name, verb = i - 1, tree.head[i]
        if dep != "obj" or tree.pos[i] != "PROPN" or tree.pos[name] != "PROPN" or tree.head[name] != verb or name <= verb:
            continue
        bare = tree.child(i, "det") is None and not tree.case(i) and tree.child(name, "det") is None
        told = tree.dep[name].startswith("obl") and tree.case(name) == "à" and tree.lemma[verb] in parsing.speech
        if bare and told and not tree.first[i]:
            tree.move(i, name, "flat:name")
            for child in list(tree.children[i]):
                tree.move(child, name, tree.dep[child])
