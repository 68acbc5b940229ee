"""Objects and times that were hung on the phrase before them: "a adopté en première lecture le projet"."""

from __future__ import annotations

from kg.annotate.french.signs import (
    has_subject,
    heads_own_phrase,
    is_infinitive,
    is_reflexive,
    is_time,
    names_actor,
    noun_start,
    takes_object,
)
from kg.annotate.parsing import Parsing
from kg.annotate.signs import is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

INSIDE = ("nmod", "appos", "conj")  # how the parser hangs such an object on the noun before it
NAMES = ("PROPN", "X")
BEGINNING = ("det", "nummod")  # how hangs on such an object its first word
PARTING = (",", "«", '"')
VOTES = ("voix", "suffrage", "vote")
FOR = "pour"
ACCORDING, AFTER = "selon", "après"  # "d'après"


def free_objects_behind_phrases(tree: Tree, parsing: Parsing) -> None:
    """Give the verb the object that was hung on a phrase or a day before it: "a adopté à l'unanimité la proposition"."""
    for i, dep in enumerate(tree.dep):
        phrase = tree.head[i]
        inside = dep in INSIDE or (dep == "amod" and tree.pos[i] == "NOUN") or (dep == "obj" and tree.pos[i] == "PROPN")
        if not inside or not phrase < i or tree.case(i):
            continue
        if not tree.dep[phrase].startswith("obl") and not (tree.dep[phrase] == "dep" and tree.case(phrase)):
            continue
        start = min([i, *(c for c in tree.children[i] if tree.dep[c] in BEGINNING)])
        day = tree.lemma[phrase] in parsing.temporal and not tree.case(phrase)
        named = start == i and (day or _is_fixed(tree, phrase))
        follows = _is_bare_name(tree, i, phrase) if named else _follows(tree, start, phrase)
        if not follows and not _is_behind_inserted(tree, i, phrase):
            continue
        if not (day or tree.case(phrase)) or is_time(tree, i, parsing):
            continue
        verb = tree.head[phrase]
        if tree.lemma[verb] in parsing.speech and tree.case(phrase) == "à" and is_person(tree, i, language("fr")):
            continue  # "ont déclaré à l'agence deux responsables"
        if _lacks_object(tree, verb, parsing, tree.lemma[i]):
            _give(tree, i, phrase)


def part_from_towns(tree: Tree, parsing: Parsing) -> None:
    """Part an object from the town before it, whose preposition it took: "ont tenu à Oslo une quatrième ronde"."""
    for i, dep in enumerate(tree.dep):
        if tree.pos[i] != "NOUN" or not dep.startswith("obl"):
            continue
        case = tree.child(i, "case")
        article = tree.child(i, "det") if case is not None else None
        town = tree.head[article - 1] if article is not None and tree.dep[article - 1] == "flat:name" else (article or 0) - 1
        if case is None or town != case + 1 or tree.head[town] != i or tree.pos[town] != "PROPN":
            continue
        verb = tree.head[i]
        if verb < case and _lacks_object(tree, verb, parsing, tree.lemma[i]) and not is_time(tree, i, parsing):
            tree.move(town, verb, dep)
            tree.move(case, town, "case")
            tree.dep[i] = "obj"


def free_objects_behind_insertions(tree: Tree, parsing: Parsing) -> None:
    """Take for the object a bare noun behind a phrase between commas: "a arrêté lundi, à Lyon, trois hommes"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "obl" or tree.pos[i] != "NOUN" or i < verb or not heads_own_phrase(tree, i):
            continue
        comma = noun_start(tree, i) - 1
        inserted = any(tree.dep[c].startswith("obl") and tree.is_above(c, comma - 1) for c in tree.children[verb] if c != i)
        times = is_time(tree, i, parsing) or any(is_time(tree, k, parsing) for k in tree.children[i])
        if not inserted or times or "Definite=Def" in _article(tree, i):
            continue
        if _lacks_object(tree, verb, parsing, tree.lemma[i]):
            tree.dep[i] = "obj"


def free_objects_behind_partners(tree: Tree) -> None:
    """Give a verb the object behind its partner's name: "a signé avec la firme X un contrat".

    So behind the name between commas: "viendra signer avec son homologue, Ana Vidal, un accord".
    """
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep not in ("appos", "obj", "nmod") or tree.pos[i] != "NOUN" or "Definite=Ind" not in _article(tree, i):
            continue
        before = noun_start(tree, i) - 1
        if tree.text[before] != ",":
            name = above if above == before or tree.head[before] == above else before
            partner = _with_whom(tree, name) if tree.pos[above] in NAMES and above <= before else None
        else:
            name = tree.head[before - 1] if tree.dep[before - 1] == "flat:name" else before - 1
            inserted = tree.pos[name] == "PROPN" and tree.text[name - 1] == "," and name in (above, *tree.children[above])
            partner = _with_whom(tree, name - 2) if inserted else None
        verb = i if partner is None else tree.head[partner]
        told = verb < i and (is_infinitive(tree, verb) or has_subject(tree, verb)) and takes_object(tree, verb)
        if partner is not None and told and tree.pos[verb] == "VERB":
            if tree.text[before] == ",":
                tree.move(name, partner, "appos")
            tree.move(i, verb, "obj")


def _with_whom(tree: Tree, i: int) -> int | None:
    """The phrase with "avec" that ends at word i, if any."""
    while tree.pos[i] in ("NOUN", "ADJ", *NAMES) and not tree.dep[i].startswith("obl") and tree.head[i] < i:
        i = tree.head[i]
    return i if tree.dep[i].startswith("obl") and tree.case(i) == "avec" else None


def _article(tree: Tree, noun: int) -> str:
    """What the article of a noun shows, "" where it has none."""
    article = tree.child(noun, "det")
    return "" if article is None else tree.morph[article]


def _give(tree: Tree, i: int, phrase: int) -> None:
    """Make word i the object of the verb of a phrase before it; what was hung on the phrase behind it is its own."""
    for behind in [c for c in tree.children[phrase] if c > i and tree.dep[c] == "nmod"]:
        tree.move(behind, i, "nmod")
    tree.move(i, tree.head[phrase], "obj")


def _is_fixed(tree: Tree, noun: int) -> bool:
    """Whether a bare noun is but a part of what its verb says: "a mis en garde Moscou", "a pris pour cible Varna"."""
    told = (tree.case(noun), tree.lemma[noun])
    triggers = language("fr").frames.verbs.get(tree.lemma[tree.head[noun]], ())
    return tree.child(noun, "det") is None and any(trigger.oblique == told for trigger, _ in triggers)


def _is_bare_name(tree: Tree, i: int, phrase: int) -> bool:
    """Whether a name stands right behind a day or a phrase: "a nommé mercredi Ana Vidal à la tête du groupe"."""
    return i == phrase + 1 and tree.pos[i] == "PROPN"


def _follows(tree: Tree, start: int, phrase: int) -> bool:
    """Whether an article or number begins what stands right behind a noun's phrase, with neither comma nor conjunction."""
    inside = tree.dep[start] in BEGINNING and phrase < start and tree.is_above(phrase, start - 1)
    noun = tree.pos[tree.head[start]] == "NOUN" and noun_start(tree, tree.head[start]) == start
    parted = any(tree.text[k] in PARTING or tree.pos[k] in ("CCONJ", "SCONJ") for k in range(phrase, start))
    return inside and noun and tree.pos[phrase] == "NOUN" and not parted


def _is_behind_inserted(tree: Tree, i: int, town: int) -> bool:
    """Whether a counted noun stands behind a town between commas, or any behind how far it is: "ont signé, à Rabat, trois
    accords", "a intercepté, à 40 milles au nord de Varna, un pétrolier", "ont conclu, sous médiation turque, une trêve"."""
    counted = tree.child(town, "nummod") is not None
    far = tree.pos[town] == "NOUN" and (counted or not names_actor(tree, town))
    joined = tree.dep[i] == "conj" and tree.pos[town] == "PROPN" and tree.child(i, "nummod") is not None
    if not (far or joined) or tree.pos[i] != "NOUN" or tree.child(i, "cc") is not None:
        return False
    if not joined and (
        "Definite=Ind" not in _article(tree, i) or (tree.pos[noun_start(tree, i) - 2] == "PROPN" and not counted)
    ):
        return False  # "a participé, en 1961, à la création de X, un syndicat"
    return tree.text[noun_start(tree, i) - 1] == "," == tree.text[min([town, *tree.children[town]]) - 1]


def _lacks_object(tree: Tree, verb: int, parsing: Parsing, noun: str) -> bool:
    """Whether an active verb with a subject before it, or an infinitive of the perfect, may have the noun for its object."""
    had = tree.dep[verb] == "xcomp" and tree.child(verb, "aux") is not None  # "a dit avoir attaqué avec succès un hangar"
    told = tree.pos[verb] == "VERB" and (had or any(tree.dep[c] == "nsubj" and c < verb for c in tree.children[verb]))
    free = told and (takes_object(tree, verb) or _takes_day(tree, verb, parsing)) and not is_reflexive(tree, verb)
    passive = tree.child(verb, "aux:pass") is not None or any(tree.lemma[c] == "être" for c in tree.children[verb])
    return free and not passive and noun not in parsing.spans and noun not in parsing.measures


def _takes_day(tree: Tree, verb: int, parsing: Parsing) -> bool:
    """Whether the only "object" of a verb is a bare day: "ont signé jeudi, à Rabat, …"."""
    taken = [c for c in tree.children[verb] if tree.dep[c] == "obj"]
    return len(taken) == 1 and tree.lemma[taken[0]] in parsing.temporal and tree.child(taken[0], "det") is None


def part_votes(tree: Tree, parsing: Parsing) -> None:
    """Part from the object the votes against it: "a adopté par 307 voix contre 289 le pacte"."""
    for i, dep in enumerate(tree.dep):
        votes = tree.head[i]
        against = tree.child(i, "case") if dep == "nmod" and tree.lemma[votes] in VOTES else None
        if against is None or tree.text[against] != "contre":
            continue
        number = against + 1
        article = number + 1 in tree.children[i] and tree.dep[number + 1] == "det"
        if tree.head[number] != i or tree.pos[number] != "NUM" or not article:
            continue
        tree.move(number, votes, "nmod")
        tree.move(against, number, "case")
        if _lacks_object(tree, tree.head[votes], parsing, tree.lemma[i]):
            _give(tree, i, votes)


def lower_objects(tree: Tree) -> None:
    """Give an infinitive the object behind it that was hung on its verb: "a décidé de démettre de ses fonctions X"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        mark = tree.child(i, "mark") if dep == "xcomp" and is_infinitive(tree, i) and verb < i else None
        if mark is None or not takes_object(tree, i):
            continue
        behind = [c for c in tree.children[verb] if c > i and tree.dep[c] == "obj" and tree.pos[c] in NOMINAL]
        if len(behind) == 1 and not any(tree.pos[k] in ("VERB", "PUNCT", "CCONJ") for k in range(i + 1, behind[0])):
            tree.move(behind[0], i, "obj")


def free_occasions(tree: Tree) -> None:
    """Give the verb the time that was hung on somebody: "a expulsé l'ambassadeur de Norvie après ses critiques".

    What stands behind it is of the time: "… après l'entrée d'un drone dans son espace aérien".
    """
    for i, dep in enumerate(tree.dep):
        somebody = tree.head[i]
        verb = tree.head[somebody]
        if dep != "nmod" or tree.case(i) != "après" or tree.pos[i] != "NOUN" or tree.pos[verb] != "VERB":
            continue
        if verb < somebody < i and tree.dep[somebody] in ("obj", "obl:agent") and is_person(tree, somebody, language("fr")):
            tree.move(i, verb, "obl")
            for late in [c for c in tree.children[somebody] if c > i and tree.dep[c] == "nmod" and tree.case(c)]:
                tree.move(late, i, "nmod")


def free_from_prices(tree: Tree, parsing: Parsing) -> None:
    """Give a verb of giving what was hung on its price: "a vendu pour 40 millions de dollars de missiles à l'Égypte"."""
    for i, dep in enumerate(tree.dep):
        price = tree.head[i]
        verb = tree.head[price]
        if dep != "nmod" or tree.case(i) != "de" or tree.lemma[verb] not in parsing.giving or tree.case(price) != FOR:
            continue
        currency = next((c for c in tree.children[price] if c < i and tree.case(c) == "de"), None)
        if currency is None or tree.child(i, "det") is not None or not verb < price or not takes_object(tree, verb):
            continue
        for behind in [c for c in tree.children[price] if c > i and tree.case(c) == "à"]:
            tree.move(behind, verb, "obl:arg")
        tree.move(i, verb, "obj")
        case = tree.child(i, "case")
        if case is not None:
            tree.dep[case], tree.pos[case], tree.lemma[case] = "det", "DET", "un"


def free_from_sources(tree: Tree) -> None:
    """Give a verb what was joined to its source: "avant d'exécuter, selon l'ONU, plus de quarante civils"."""
    for i, dep in enumerate(tree.dep):
        source = tree.head[i]
        case = tree.child(source, "case") if dep in ("conj", "appos") and tree.pos[i] == "NOUN" else None
        if case is None or tree.text[case - 1] != "," or tree.child(i, "cc") is not None or tree.case(i):
            continue
        verb = case - 2
        by = tree.text[case] == ACCORDING or (tree.lemma[case] == "de" and tree.text[case + 1] == AFTER)
        if by and heads_own_phrase(tree, i) and tree.pos[verb] == "VERB" and takes_object(tree, verb):
            tree.move(i, verb, "obj")
