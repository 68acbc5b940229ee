"""Figures in a French tree: those that stand for whom they count ("trois d'entre eux"), and what hangs on them."""

from __future__ import annotations

from kg.annotate.french.signs import SUBJECTS, has_subject, takes_object
from kg.annotate.lemmas import Lemmas
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject, subject_label
from kg.annotate.tree import Tree
from kg.lang import language

HUNDRED, NEAR = "cent", "près"
POUNDS, WEIGHT = "livres", "livre anglaise"
PRONOUNS = ("NUM", "PRON", "DET")
MORE = ("plus", "moins", "autant", "davantage")
THAN = ("que", "qu'")
AT = ("sur", "contre", "vers")  # whom something is launched at
THAT_IS, RESTATING = "soit", ("obj", "conj", "dep", "obl")
HALVES = ("demi", "demie")
NINE = ("neuf", "Neuf")
EACH = ("chacun", "chacune")
TENS = (
    "dizaine",
    "douzaine",
    "quinzaine",
    "vingtaine",
    "trentaine",
    "quarantaine",
    "cinquantaine",
    "soixantaine",
    "centaine",
)


def mend_halves(tree: Tree) -> None:
    """Hang on a unit of time "et demi" and what is measured: "deux ans et demi de prison" are no row of two."""
    for i in range(1, len(tree) - 1):
        if tree.text[i + 1] not in HALVES or tree.text[i] != "et" or tree.pos[i - 1] != "NOUN":
            continue
        unit, joined = i - 1, tree.head[i]
        if tree.dep[joined] == "conj" and tree.head[joined] == unit:
            tree.dep[joined] = "nmod"
        for child in [c for c in tree.children[i] if c > i + 1]:
            tree.move(child, unit, "nmod")
        tree.move(i, unit, "amod")


def lower_restated(tree: Tree) -> None:
    """Hang on what is counted the share that says it in other words: "supprime 90 postes, soit 7 % de ses effectifs"."""
    for i in range(2, len(tree) - 1):
        if tree.text[i] != THAT_IS or tree.text[i - 1] != ",":
            continue
        figure, verb = tree.head[i], tree.head[tree.head[i]]
        loose = i < figure and verb < i and tree.dep[figure] in RESTATING and tree.pos[verb] == "VERB"
        if not loose or tree.text[figure] != "%":
            continue
        counted = (k for k in range(i - 2, verb, -1) if tree.child(k, "nummod") is not None)
        noun = next(counted, None)
        if noun is not None and tree.text[noun] != "%":
            tree.move(figure, noun, "appos")


def see_numbers(tree: Tree) -> None:
    """Make a number of an "adjective" that is the subject of a verb: "dont neuf sont morts".

    So of a figure taken for the object of a passive: "trois hommes sont morts et 388 ont été blessés".
    """
    cardinals = language("fr").numbers.cardinals
    for i, dep in enumerate(tree.dep):
        if dep in ("expl:subj", "nsubj") and tree.pos[i] == "ADJ" and tree.text[i].lower() in cardinals:
            tree.pos[i], tree.morph[i], tree.dep[i] = "NUM", "NumType=Card", subject_label(tree, tree.head[i])
        elif dep == "obj" and tree.text[i].isdecimal() and tree.child(tree.head[i], "aux:pass") == i + 2:
            tree.pos[i], tree.dep[i] = "NUM", "nsubj:pass"
        elif dep == "amod" and tree.pos[i] == "NOUN" and tree.head[i] == i + 1 and tree.lemma[i] in TENS:
            tree.dep[i] = "nummod"  # "et une trentaine blessées"
        elif tree.text[i] in EACH and dep in ("amod", "nummod", "nmod", "appos") and tree.head[i] < i:
            tree.pos[i], tree.morph[i] = "PRON", ""
            tree.move(i, tree.head[tree.head[i]], "advmod")  # "ont libéré dix prisonniers chacune"
        elif dep in SUBJECTS and tree.text[i].isdecimal() and not tree.first[i] and _is_number_of(tree, i):
            tree.pos[i], tree.morph[i] = "NUM", "NumType=Card"
            tree.move(i, i - 1, "nmod")


def lower_to_measured(tree: Tree) -> None:
    """Hang on what it measures a figure taken for a subject, and give the verb its own: "un séisme d'une magnitude de 5,2 a
    frappé le Chili"."""
    for i, dep in enumerate(tree.dep):
        verb, measured = tree.head[i], i - 2
        if dep not in SUBJECTS or tree.pos[i] != "NUM" or measured < 1 or tree.lemma[i - 1] != "de" or not i < verb:
            continue
        if tree.pos[measured] != "NOUN" or tree.head[i - 1] not in (i, verb) or tree.pos[verb] != "VERB":
            continue
        tree.move(i - 1, i, "case")
        tree.move(i, measured, "nmod")
        subject = measured
        while tree.dep[subject] == "nmod" and tree.head[subject] < subject and tree.pos[tree.head[subject]] == "NOUN":
            subject = tree.head[subject]
        if tree.is_above(subject, verb) and not tree.case(subject):
            tree.stand_for(verb, subject)
            give_subject(tree, verb, subject)


def free_from_models(tree: Tree) -> None:
    """Hang on the thing what hangs on the number of its model: "livrer 18 chars Leopard 2 à l'Ukraine"."""
    for number, dep in enumerate(tree.dep):
        name = tree.head[number]
        if dep != "nummod" or name != number - 1 or not tree.text[number].isdecimal():
            continue
        for child in list(tree.children[number]):
            tree.move(child, name, tree.dep[child])
        thing = name - 1
        named = tree.text[name][0].isupper() and tree.dep[name] in ("advcl", "dep", "xcomp", "obl") and not tree.case(name)
        if named and tree.pos[thing] == "NOUN" and tree.dep[thing] == "obj" and tree.head[thing] < thing:
            tree.move(name, thing, "appos")
            for phrase in [c for c in tree.children[name] if c > number and tree.case(c)]:
                tree.move(phrase, thing, "nmod")


def see_counted_people(tree: Tree, lemmas: Lemmas) -> None:
    """Make a noun of the "participle" of which so many are told: "des milliers de déplacés", "une centaine de blessés"."""
    words = language("fr")
    for i in range(2, len(tree)):
        if tree.dep[i] != "acl" or tree.text[i - 1].lower() not in ("de", "d'") or tree.head[i - 1] != i:
            continue
        count, lemma = tree.head[i], lemmas.lemma(tree.text[i], "NOUN")
        known = words.nouns.get(lemma)
        if count != i - 2 or tree.pos[i] != "VERB" or known is None or known.kind != "Person":
            continue
        if tree.lemma[count] in words.grammar.transparent_nouns:
            tree.pos[i], tree.lemma[i] = "NOUN", lemma
            tree.set_features(i, Tense="", VerbForm="", Voice="")
            tree.dep[i], tree.dep[i - 1], tree.pos[i - 1] = "nmod", "case", "ADP"
            for child in [c for c in tree.children[i] if tree.dep[c].startswith("obl")]:
                tree.dep[child] = "nmod"


def raise_counted(tree: Tree) -> None:
    """Put above its number the noun that was taken for its adjective: "Les raids ont tué 31 civils"."""
    known = language("fr").nouns
    for i, dep in enumerate(tree.dep):
        number, lemma = tree.head[i], tree.lemma[i]
        if tree.pos[i] == "ADJ" and dep in (*SUBJECTS, "obj") and tree.child(i, "nummod") == i - 1:
            person = known.get(lemma)
            tree.pos[i] = (
                "NOUN" if person is not None and person.kind == "Person" else "ADJ"
            )  # "15 terroristes ont été tués"
        if dep != "amod" or number != i - 1 or tree.pos[number] != "NUM" or "Number=Plur" not in tree.morph[i]:
            continue
        noun = known.get(lemma)
        if noun is None or noun.kind != "Person" or tree.pos[i] not in ("NOUN", "ADJ"):
            continue
        verb = tree.head[number]
        lost = tree.dep[number] in ("dep", "obl", "xcomp") and not tree.case(number) and verb < number
        taken = lost and tree.pos[verb] == "VERB" and takes_object(tree, verb)
        tree.take_place(i, number, "obj" if taken else tree.dep[number])
        tree.move(number, i, "nummod")
        tree.pos[i] = "NOUN"


def _is_number_of(tree: Tree, i: int) -> bool:
    """Whether a figure taken for a subject is but the number of the noun before it: "un bus de la ligne 417 a brûlé"."""
    verb, noun = tree.head[i], i - 1
    other = any(c < noun and tree.dep[c] in SUBJECTS for c in tree.children[verb])
    return other and verb > i and tree.pos[noun] == "NOUN" and "Number=Plur" not in tree.morph[noun] and not tree.children[i]


def raise_counts(tree: Tree) -> None:
    """Put a figure above those of whom it tells a part: "trois d'entre eux sont morts", "deux des six otages"."""
    for i, dep in enumerate(tree.dep):
        whole = tree.head[i]
        if dep not in ("nummod", "nmod", "det") or tree.pos[i] not in PRONOUNS or whole < i + 2 or not _counts(tree, i):
            continue
        case = i + 1  # "l'arrestation de cinq de ses membres" has two
        if tree.head[case] != whole or tree.dep[case] != "case" or tree.lemma[case] not in ("de", "d'entre"):
            continue
        before = [c for c in tree.children[whole] if c < i and tree.dep[c] in ("case", "det", "cc", "punct", "advmod")]
        tree.stand_for(i, whole)
        tree.move(whole, i, "nmod")
        for word in before:
            tree.move(word, i, tree.dep[word])
        for other in [c for c in tree.children[whole] if tree.dep[c] in ("cop", "nsubj", "acl:relcl") and c < i]:
            tree.move(other, i, tree.dep[other])


def see_counted(tree: Tree, parsing: Parsing) -> None:
    """Make an object of the counted "adjective" before a day, and of a count: "a tué trois rebelles lundi", "12 des 40"."""
    for i, dep in enumerate(tree.dep):
        day, count = tree.head[i], i - 1
        if dep == "obl" and tree.pos[i] == "NUM" and not tree.case(i) and day < i and tree.pos[day] == "VERB":
            counted = tree.child(i, "nmod")
            known = counted is not None and tree.case(counted) == "de" and tree.lemma[counted] not in parsing.temporal
            if known and takes_object(tree, day):
                tree.dep[i] = "obj"
        if dep != "amod" or day != i + 1 or tree.lemma[day] not in parsing.temporal or count < 0:
            continue
        verb, article = tree.head[day], "Definite=Ind" in tree.morph[count]  # "lancera une offensive lundi"
        counted = tree.pos[count] == "NUM" and "Number=Plur" in tree.morph[i]
        if not (counted or article) or tree.pos[verb] != "VERB" or verb > count or not takes_object(tree, verb):
            continue
        tree.pos[i] = "NOUN"
        tree.move(i, verb, "obj")
        tree.move(count, i, "det" if article else "nummod")


def lower_ages(tree: Tree) -> None:
    """Hang an age between commas under who is so old, where it was taken for the subject: "Le tireur, 24 ans, a tué X"."""
    for i, dep in enumerate(tree.dep):
        count, verb = i - 1, tree.head[i]
        if dep not in SUBJECTS or tree.lemma[i] != "an" or count < 2 or tree.pos[count] != "NUM" or verb < i:
            continue
        who = tree.head[count - 2] if tree.head[count - 2] > verb else count - 2
        if tree.text[count - 1] != "," or tree.text[i + 1] != "," or tree.head[who] != verb or tree.case(who):
            continue
        if tree.pos[who] in ("NOUN", "PROPN"):
            tree.dep[who] = dep
            tree.move(i, who, "appos")


def raise_from_names(tree: Tree) -> None:
    """Hang on a noun the amount that was hung on the name of whose it is: "le prêt du FMI de 50 milliards de dollars"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        noun = tree.head[name]
        if dep != "nmod" or tree.pos[i] != "NOUN" or tree.case(i) != "de" or tree.child(i, "nummod") is None:
            continue
        owner = tree.pos[name] == "PROPN" and tree.dep[name] == "nmod" and tree.case(name) == "de"
        if owner and noun < name < i and tree.pos[noun] == "NOUN":
            tree.move(i, noun, "nmod")


def free_compared(tree: Tree) -> None:
    """Take what is compared for no object of the verb: "a tué plus de rebelles que la police"."""
    for i, lemma in enumerate(tree.lemma):
        if lemma not in MORE or i + 2 > len(tree):
            continue
        verb, noun = tree.head[i], tree.head[i + 1]
        if tree.pos[verb] != "VERB" or not tree.dep[noun].startswith(("obl", "nmod", "obj")):
            continue
        if tree.case(noun) != "de" or noun < i or tree.head[noun] not in (i, verb):
            continue
        other = next((c for c in tree.children[verb] if c > noun and tree.dep[c] == "obj"), None)
        than = next((k for k in range(noun + 1, other or 0) if tree.text[k] in THAN and tree.head[k] == other), None)
        if other is None or than is None:
            continue
        tree.dep[than], tree.pos[than], tree.dep[other] = "case", "ADP", "obl"
        tree.move(noun, verb, "obj")
        tree.move(i, noun, "advmod")
        case = tree.child(noun, "case")
        if case is not None:
            tree.dep[case], tree.pos[case] = "det", "DET"


def give_counted(tree: Tree) -> None:
    """Give a verb the counted object whose "plus de" was hung on it: "a lancé plus de 90 bombes guidées sur Varna"."""
    for i, lemma in enumerate(tree.lemma):
        if (
            lemma not in MORE
            or i + 2 >= len(tree)
            or tree.dep[i + 1] != "fixed"
            or tree.pos[i + 2] != "NUM"
            or tree.dep[i] != "advmod"
        ):
            continue
        verb, noun = tree.head[i], tree.head[i + 2]
        loose = tree.dep[noun].startswith("obl") and tree.head[noun] == verb and tree.dep[i + 2] == "nummod"
        if not loose or not verb < i < noun or tree.case(noun) or not takes_object(tree, verb) or tree.pos[verb] != "VERB":
            continue
        tree.move(i, noun, "advmod")
        if tree.pos[noun] == "NOUN" and not tree.temporal[noun] and has_subject(tree, verb):
            tree.dep[noun] = "obj"
            for behind in [c for c in tree.children[noun] if c > noun and tree.dep[c] == "nmod" and tree.case(c) in AT]:
                tree.move(behind, verb, "obl")


def raise_others(tree: Tree) -> None:
    """Put a figure above "others", of whom it tells how many: "six autres ont été blessés", "en a blessé 18 autres"."""
    for others, lemma in enumerate(tree.lemma):
        i = others - 1
        if lemma != "autre" or i < 0:
            continue
        if tree.dep[i] == "nummod" and tree.head[i] == others and _counts(tree, i):
            if tree.dep[others] in ("amod", "det", "nummod"):
                continue
            tree.take_place(i, others, tree.dep[others])
            tree.move(others, i, "amod")
        elif _stands_before_others(tree, i):
            join_others(tree, i)


def see_other(tree: Tree, lemmas: Lemmas) -> None:
    """Make the subject of a participle of "another" before it: "deux hommes ont été tués et un autre grièvement blessé"."""
    for other, lemma in enumerate(tree.lemma):
        if lemma != "autre" or other < 2 or tree.pos[other - 2] != "CCONJ":
            continue
        k = other + 1 + (tree.pos[other + 1 : other + 2] == ["ADV"])
        several = _counts(tree, other - 1) and tree.head[other - 1] == tree.head[other] == k - 1 > other
        if tree.lemma[other - 1] != "un" and not several:
            continue
        if k >= len(tree) or not lemmas.is_participle(tree.text[k]) or tree.dep[k] != "conj" or tree.is_above(other, k):
            continue
        verb = tree.head[k]
        if tree.pos[verb] != "VERB" or verb > other or not any(tree.lemma[c] == "être" for c in tree.children[verb]):
            continue
        if tree.pos[k] != "VERB":
            tree.pos[k], tree.lemma[k] = "VERB", lemmas.lemma(tree.text[k], "VERB")
            tree.set_features(k, Tense="Past", VerbForm="Part")
        if several:  # "et trois autres grièvement blessés"
            tree.move(other - 1, k, "nsubj:pass")
            tree.move(other, other - 1, "amod")
        else:
            tree.pos[other] = "PRON"
            tree.move(other, k, "nsubj:pass")
            tree.move(other - 1, other, "det")
        if k > other + 1:
            tree.move(k - 1, k, "advmod")


def _stands_before_others(tree: Tree, i: int) -> bool:
    """Whether a number right before "others" was hung elsewhere than these, which stand before a verb without subject."""
    if not _counts(tree, i) or tree.first[i + 1]:
        return False
    verb = tree.head[i + 1]
    return verb > i + 1 and tree.pos[verb] == "VERB" and tree.head[i] != i + 1 and not has_subject(tree, verb)


def join_others(tree: Tree, i: int) -> None:
    """Make the subject of a verb of a number before "others": "… sont mortes et 23 autres ont été blessées"."""
    verb = tree.head[i + 1]
    if tree.is_above(i, verb):
        return
    give_subject(tree, verb, i)
    tree.move(i + 1, i, "amod")
    for word in [c for c in tree.children[i] if tree.dep[c] in ("cc", "punct")]:
        tree.move(word, verb, tree.dep[word])


def _counts(tree: Tree, i: int) -> bool:
    """Whether a word is a cardinal number."""
    return tree.pos[i] == "NUM" or "NumType=Card" in tree.morph[i]


def see_nine(tree: Tree) -> None:
    """Take for a number the "neuf" before a plural: "Neuf suspects ont été arrêtés", "un bilan de neuf soldats morts"."""
    for i, text in enumerate(tree.text[:-1]):
        if text not in NINE or tree.pos[i] == "NUM":
            continue
        if tree.pos[i + 1] in ("NOUN", "ADJ") and "Number=Plur" in tree.morph[i + 1]:
            if tree.head[i + 1] == i:
                tree.take_place(i + 1, i, tree.dep[i])
            tree.move(i, i + 1, "nummod")
            tree.pos[i], tree.pos[i + 1], tree.morph[i], tree.lemma[i] = "NUM", "NOUN", "NumType=Card", "neuf"


def free_counted(tree: Tree) -> None:
    """Make the head of what is counted, not of its number: "près de trois cents agriculteurs ont bloqué la route"."""
    for i, lemma in enumerate(tree.lemma):
        if lemma != HUNDRED or tree.pos[i] != "NOUN" or tree.child(i, "nummod") is None:
            continue
        behind = [c for c in tree.children[i] if c > i and tree.dep[c] in ("amod", "nmod", "acl") and not tree.case(c)]
        nouns = [c for c in behind if tree.pos[c] == "NOUN"]
        counted = next(iter(nouns or behind), None)
        if counted is None or any(tree.head[k] not in (i, counted) for k in range(i + 1, counted)):
            continue
        tree.take_place(counted, i, tree.dep[i])
        tree.move(i, counted, "nummod")
        tree.pos[i], tree.pos[counted] = "NUM", "NOUN"
        free_from_measure(tree, counted)


def free_near(tree: Tree) -> None:
    """Take "près de" for an adverb before a measure too: "ont intercepté près d'une tonne de cocaïne"."""
    measures = language("fr").grammar.transparent_nouns
    for i, lemma in enumerate(tree.lemma):
        if lemma == NEAR and tree.dep[i] == "case" and tree.lemma[tree.head[i]] in measures:
            free_from_measure(tree, tree.head[i])


def free_from_measure(tree: Tree, noun: int) -> None:
    """Take "près de" before a counted noun for the adverb that it is, and the noun for a subject or object."""
    near, verb = tree.child(noun, "case"), tree.head[noun]
    if near is None or tree.lemma[near] != NEAR or tree.dep[noun] not in ("obl", "obl:arg"):
        return
    tree.dep[near], tree.pos[near] = "advmod", "ADV"
    if noun < verb and not has_subject(tree, verb):
        tree.dep[noun] = subject_label(tree, verb)
    elif noun > verb and takes_object(tree, verb):
        tree.dep[noun] = "obj"


def see_second_counted(tree: Tree) -> None:
    """Make a noun of the "adjective" that is counted behind "et", and join it: "trois soldats et deux civils ont péri"."""
    for i, pos in enumerate(tree.pos):
        number = i - 1
        if pos != "ADJ" or tree.head[i] >= number or tree.dep[number] != "nummod" or tree.head[number] != i:
            continue
        noun = language("fr").nouns.get(tree.lemma[i])
        if tree.pos[number - 1] == "CCONJ" and tree.pos[tree.head[i]] == "NOUN" and noun is not None and not tree.case(i):
            tree.pos[i], tree.dep[i] = "NOUN", "conj"
            tree.move(number - 1, i, "cc")


def see_pounds(tree: Tree) -> None:
    """Take for no books the weight of a bomb, and give the verb what hangs on it: "trois bombes de 2 000 livres sur X"."""
    known = language("fr").nouns
    for i, text in enumerate(tree.text):
        thing = tree.head[i]
        if text != POUNDS or tree.dep[i] != "nmod" or tree.child(i, "nummod") is None or tree.case(i) != "de":
            continue
        weapon = known.get(tree.lemma[thing])
        if weapon is None or "weapon" not in weapon.flags:
            continue
        tree.lemma[i] = WEIGHT
        verb = tree.head[thing]
        for child in [c for c in tree.children[i] if c > i and tree.case(c) and tree.pos[verb] == "VERB"]:
            tree.move(child, verb, "obl")
