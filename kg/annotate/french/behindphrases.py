"""Nouns with an article that were hung on the phrase or the name beside them: "a adopté en première lecture le projet"."""

from __future__ import annotations

from kg.annotate.french.signs import is_reflexive, is_time, noun_start, takes_object
from kg.annotate.parsing import Parsing
from kg.annotate.signs import is_person
from kg.annotate.tree import Tree
from kg.lang import Language, language

INSIDE = ("nmod", "appos", "conj")  # how the parser hangs such an object on the noun before it
DEGREES = ("aussi", "plus", "moins")
WINNERS = ("vainqueur", "vainqueure", "gagnant", "gagnante", "élu", "élue")
DECLARING = ("déclarer", "proclamer", "désigner", "donner")
BEFORE_NAMES = ("amod", "compound", "nmod")


def raise_articled_titles(tree: Tree) -> None:
    """Make the head of a title with an article that was hung on the name behind it: "a promis le chancelier Ana Vidal"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        if dep not in BEFORE_NAMES or name != i + 1 or tree.pos[i] != "NOUN" or tree.pos[name] != "PROPN":
            continue
        article = tree.child(i, "det")
        if article is not None and article < i and not tree.case(i) and not tree.case(name):
            tree.take_place(i, name, tree.dep[name])
            tree.move(name, i, "appos")


def free_names_from_lower(tree: Tree) -> None:
    """Part a name from the adjective in small letters that was taken for its first word: "rebelles houthis Ana Vidal"."""
    for i, pos in enumerate(tree.pos):
        if pos != "PROPN" or not tree.text[i].islower() or i + 1 >= len(tree) or tree.head[i + 1] != i:
            continue
        if tree.dep[i + 1] != "flat:name" or not tree.text[i + 1][0].isupper() or tree.pos[i - 1] not in ("NOUN", "ADJ"):
            continue
        tree.take_place(i + 1, i, tree.dep[i])
        tree.move(i, i - 1, "amod")
        tree.pos[i], tree.lemma[i] = "ADJ", tree.text[i]


def raise_from_demonyms(tree: Tree, words: Language) -> None:
    """Make the head of the name behind a nationality in small letters: "l'allemand Siemens rachète l'américain Altair"."""
    for i, text in enumerate(tree.text):
        name = i + 1
        if not text.islower() or name >= len(tree) or not tree.text[name][0].isupper():
            continue
        beside = tree.head[name] == tree.head[i] and tree.dep[name] == "nmod" and tree.dep[i] == "nmod"
        if tree.head[name] != i and not beside:
            continue
        told = tree.child(i, "det") is not None or tree.child(i, "case") is not None
        demonym = words.gazetteer.demonym(text) if told and tree.pos[name] in ("PROPN", "NOUN", "X") else None
        if demonym is None or not demonym.adjective or tree.case(name):
            continue
        tree.move(name, i, "flat:name")
        tree.take_place(name, i, tree.dep[i])
        tree.move(i, name, "amod")
        tree.pos[i], tree.pos[name] = "ADJ", "PROPN"


def lower_comparisons(tree: Tree) -> None:
    """Make no content of a verb of what only compares an adverb before it: "soutiendra X aussi longtemps que nécessaire"."""
    for i, dep in enumerate(tree.dep):
        mark = tree.child(i, "mark") if dep == "ccomp" else None
        if mark is None or tree.lemma[mark] != "que" or tree.pos[mark - 1] not in ("ADV", "ADJ"):
            continue
        degrees = (k for k in tree.children[mark - 1] if tree.lemma[k] in DEGREES)
        if tree.is_above(tree.head[i], mark - 1) and any(degrees):
            tree.move(i, mark - 1, "advcl")


def free_objects_behind_phrases(tree: Tree, parsing: Parsing) -> None:
    """Give the verb the object that was hung on a phrase or a day before it: "a adopté à l'unanimité la proposition"."""
    for i, dep in enumerate(tree.dep):
        phrase = tree.head[i]
        if dep not in INSIDE or not phrase < i or not tree.dep[phrase].startswith("obl") or tree.case(i):
            continue
        start = min([i, *(c for c in tree.children[i] if tree.dep[c] == "det")])
        day = tree.lemma[phrase] in parsing.temporal and not tree.case(phrase)
        if not (_is_bare_name(tree, i, phrase) if day and start == i else _follows(tree, start, phrase)):
            continue
        if not (day or tree.case(phrase)) or is_time(tree, i, parsing):
            continue
        if _lacks_object(tree, tree.head[phrase], parsing, tree.lemma[i]):
            for behind in [c for c in tree.children[phrase] if c > i and tree.dep[c] == "nmod"]:
                tree.move(behind, i, "nmod")
            tree.move(i, tree.head[phrase], "obj")


def _is_bare_name(tree: Tree, i: int, day: int) -> bool:
    """Whether a name stands right behind a day: "a nommé mercredi Ana Vidal à la tête du groupe"."""
    return i == day + 1 and tree.pos[i] == "PROPN"


def _follows(tree: Tree, start: int, phrase: int) -> bool:
    """Whether an article begins what stands right behind the phrase of a noun, with neither comma nor conjunction."""
    inside = tree.dep[start] == "det" and phrase < start and tree.is_above(phrase, start - 1)
    noun = tree.pos[tree.head[start]] == "NOUN" and noun_start(tree, tree.head[start]) == start
    parted = any(tree.text[k] == "," or tree.pos[k] == "CCONJ" for k in range(phrase, start))
    return inside and noun and tree.pos[phrase] == "NOUN" and not parted


def part_winners(tree: Tree) -> None:
    """Make a predicate of who somebody is declared to be: "a déclaré le président sortant vainqueur"."""
    for i, text in enumerate(tree.text):
        somebody = tree.head[i]
        verb = tree.head[somebody]
        if text not in WINNERS or tree.dep[i] not in BEFORE_NAMES + INSIDE or not verb < somebody < i:
            continue
        bare = not tree.case(i) and tree.child(i, "det") is None and tree.text[i - 1] != ","
        if bare and tree.dep[somebody] == "obj" and tree.lemma[verb] in DECLARING:
            tree.move(i, verb, "xcomp")
            tree.pos[i] = "NOUN"


def lower_portfolios(tree: Tree, words: Language) -> None:
    """Hang on a title the field that was hung on the verb: "a tranché le commissaire européen au Commerce"."""
    fields = words.profile.words("names", "portfolios")
    for i, dep in enumerate(tree.dep):
        verb, case = tree.head[i], tree.child(i, "case")
        if not dep.startswith("obl") or case is None or tree.case(i) != "à" or tree.text[i].lower() not in fields:
            continue
        title = next((c for c in tree.children[verb] if c > verb and tree.dep[c] == "nsubj" and c < case), None)
        beside = title is not None and tree.is_above(title, case - 1) and tree.text[i][0].isupper()
        if beside and title is not None and is_person(tree, title, words):
            tree.move(i, title, "nmod")


def _lacks_object(tree: Tree, verb: int, parsing: Parsing, noun: str) -> bool:
    """Whether an active verb with a subject before it may have the noun for its object."""
    told = tree.pos[verb] == "VERB" and any(tree.dep[c] == "nsubj" and c < verb for c in tree.children[verb])
    free = told and takes_object(tree, verb) and not is_reflexive(tree, verb)
    passive = tree.child(verb, "aux:pass") is not None or any(tree.lemma[c] == "être" for c in tree.children[verb])
    return free and not passive and noun not in parsing.spans and noun not in parsing.measures


def free_occasions(tree: Tree) -> None:
    """Give the verb the time that was hung on somebody: "a expulsé l'ambassadeur de Norvie après ses critiques"."""
    for i, dep in enumerate(tree.dep):
        somebody = tree.head[i]
        verb = tree.head[somebody]
        if dep != "nmod" or tree.case(i) != "après" or tree.pos[i] != "NOUN" or tree.pos[verb] != "VERB":
            continue
        if verb < somebody < i and tree.dep[somebody] in ("obj", "obl:agent") and is_person(tree, somebody, language("fr")):
            tree.move(i, verb, "obl")
