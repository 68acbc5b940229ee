"""Phrases hung too high in a French tree, on the verb or noun above theirs: "annonce avoir tué X dans la zone de Y"."""

from __future__ import annotations

from kg.annotate.french.signs import (
    NAMED_IN,
    is_time,
    noun_start,
    phrase_start,
)
from kg.annotate.parsing import Parsing
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language
from kg.model import OBLIQUES

HELP = ("Funding", "HumanitarianAid", "MilitarySupport")
AIMED = ("sur", "contre")
HARMS = ("Death", "Injury", "Killing")
ATTACKS = ("Airstrike", "Attack", "Bombing", "DroneAttack", "RocketAttack", "Shooting")
BOARD = "bord"
REPORTING, STATE = "faire", "état"


def lower_to_done(tree: Tree) -> None:
    """Hang under an infinitive in what its object is helped, hung above: "continue à aider X dans son combat"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("obl", "obl:arg", "obl:mod") or tree.case(i) != "dans" or i < verb:
            continue
        if not any("Poss=Yes" in tree.morph[c] for c in tree.children[i]):
            continue
        done = next((c for c in tree.children[verb] if tree.dep[c] == "xcomp" and verb < c < i), None)
        if done is not None and tree.pos[done] == "VERB" and tree.child(done, "obj") is not None:
            tree.move(i, done, dep)


def lower_to_told(tree: Tree, parsing: Parsing) -> None:
    """Hang under what somebody says to have done where that was: "annonce avoir tué X, le 3 mai, dans la zone de Y"."""
    words = language("fr")
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in OBLIQUES or not verb < i or tree.lemma[verb] not in parsing.speech:
            continue
        if tree.text[noun_start(tree, i) - 2] != "," or tree.case(i) not in words.grammar.place_prepositions:
            continue
        done = next((c for c in tree.children[verb] if tree.dep[c] == "xcomp" and verb < c < i), None)
        if done is None or tree.child(done, "aux") is None:
            continue
        noun = words.nouns.get(tree.lemma[i])
        if tree.pos[i] == "PROPN" or (noun is not None and noun.kind in ("GeopoliticalEntity", "Place")):
            tree.move(i, done, dep)


def lower_to_reported(tree: Tree) -> None:
    """Hang on what is reported where it was or its aim, hung on the verb: "a fait état de combats dans le nord du pays"."""
    for state in [k for k, lemma in enumerate(tree.lemma) if lemma == STATE and tree.dep[k] == "obj"]:
        verb = tree.head[state]
        behind = [c for c in sorted({*tree.children[verb], *tree.children[state]}) if c > state and tree.pos[c] in NOMINAL]
        told = next((c for c in behind if tree.case(c) == "de"), None)
        if tree.lemma[verb] != REPORTING or told is None or phrase_start(tree, told) != state + 1:
            continue
        tree.move(told, verb, "obl:arg")
        where = (*AIMED, *language("fr").grammar.place_prepositions)
        for place in [c for c in behind if c > told and tree.dep[c] in (*OBLIQUES, "nmod") and tree.case(c) in where]:
            before = phrase_start(tree, place) - 1
            if not tree.temporal[place] and (before == told or tree.is_above(told, before)):
                tree.move(place, told, "nmod")


def lower_loads(tree: Tree) -> None:
    """Hang on a vessel what it has aboard, hung on the verb: "a intercepté un voilier avec deux tonnes de drogue à bord"."""
    for board in [k for k, text in enumerate(tree.text) if text == BOARD and not tree.first[k] and tree.text[k - 1] == "à"]:
        load = tree.head[board]
        vessel = phrase_start(tree, load) - 1
        if tree.dep[load] not in OBLIQUES or tree.case(load) != "avec" or not tree.head[load] < vessel < load < board:
            continue
        while tree.dep[vessel] in NAMED_IN and tree.head[vessel] > tree.head[load]:
            vessel = tree.head[vessel]
        if tree.pos[vessel] in NOMINAL and tree.head[vessel] == tree.head[load]:
            tree.move(load, vessel, "nmod")


def lower_to_attacks(tree: Tree) -> None:
    """Hang under an attack what it was made on, hung on what it did: "sont morts dans un raid israélien sur une maison"."""
    frames = language("fr").frames
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in (*OBLIQUES, "nmod") or tree.case(i) not in AIMED or not verb < i:
            continue
        deed = noun_start(tree, i) - 2
        if tree.dep[deed] == "amod":
            deed = tree.head[deed]
        if tree.head[deed] != verb or tree.dep[deed] not in OBLIQUES or deed < verb:
            continue
        harmed = any(frame.kind in HARMS for _, frame in frames.verbs.get(tree.lemma[verb], ()))
        if harmed and any(frame.kind in ATTACKS for _, frame in frames.nouns.get(tree.lemma[deed], ())):
            tree.move(i, deed, "nmod")


def lower_recipients(tree: Tree) -> None:
    """Hang under a noun of help whom it goes to, hung on the noun that it says the aim of: "un plan d'aide à Kiev"."""
    nouns = language("fr").frames.nouns
    for i, dep in enumerate(tree.dep):
        case = tree.child(i, "case") if dep == "nmod" and tree.case(i) == "à" else None
        if case is None or tree.pos[i] != "PROPN" or tree.children[case]:
            continue  # "au sein de l'ESA"
        above, help_ = tree.head[i], case - 1
        if tree.dep[help_] == "amod" and tree.head[help_] == help_ - 1:
            help_ -= 1  # "un plan d'aide militaire à Kiev"
        inside = tree.head[help_] == above < help_ and tree.dep[help_] == "nmod" and tree.case(help_) == "de"
        if inside and any(frame.kind in HELP for _, frame in nouns.get(tree.lemma[help_], ())):
            tree.move(i, help_, "nmod")


def lower_to_dated(tree: Tree, parsing: Parsing) -> None:
    """Hang on a participle the place right behind its time: "cinq hommes détenus depuis 2022 à Varna"."""
    inside = language("fr").grammar.inside_prepositions
    for i, dep in enumerate(tree.dep):
        if dep != "obl" or tree.pos[i] != "PROPN" or tree.case(i) not in inside:
            continue
        time = min([i, *tree.children[i]]) - 1
        participle = tree.head[time]
        while participle < time and tree.dep[participle] != "acl":
            time, participle = participle, tree.head[participle]
            if participle == time:
                break
        when = is_time(tree, time, parsing) or tree.text[time].isdecimal()
        told = tree.dep[participle] == "acl" and participle < time and when
        if told and tree.dep[time] == "obl" and tree.head[tree.head[participle]] == tree.head[i]:
            tree.move(i, participle, "obl")
