"""Objects of French verbs that the parser hung on another phrase: a day, a span, a manner, a recipient, a means."""

from __future__ import annotations

from kg.annotate.french.partitives import make_partitive
from kg.annotate.french.signs import EVES, has_subject, is_time, noun_start, takes_object
from kg.annotate.parsing import Parsing
from kg.annotate.signs import CLOSING_QUOTES, noun_end
from kg.annotate.tree import Tree

ADVERBIAL = "ment"
PARTITIVES, SAME = ("des", "du"), "même"


def _free_from_day(tree: Tree, i: int) -> None:
    """Give the verb the object that hangs on its day; what was taken for it behind a comma stands beside that object."""
    verb = tree.head[tree.head[i]]
    later = next((c for c in tree.children[verb] if c > i and tree.dep[c] == "obj"), None)
    if later is not None and tree.text[min([later, *tree.children[later]]) - 1] == ",":
        tree.move(later, i, "appos")
    if tree.pos[verb] == "VERB" and takes_object(tree, verb):
        tree.move(i, verb, "obj")


def free_objects(tree: Tree, parsing: Parsing) -> None:
    """Give an object to the nearest verb: "a condamné l'attaque et renforcé sa garde", "juge par contumace X"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        number = dep == "nummod" or (dep == "nmod" and tree.pos[i] == "NUM" and not tree.case(i))
        if number and above < i - 1 and tree.pos[i - 1] == "VERB" and takes_object(tree, i - 1):
            tree.move(i, i - 1, "obj")  # "tuant neuf soldats et en blessant 87"
        if dep != "obj" or above > i:
            continue
        first = min([i, *tree.children[i]])
        bare = tree.case(i) == "de" and first == i - 1 and tree.child(i, "det") is None
        if bare and any(tree.dep[c] == "obj" and c > i and not tree.case(c) for c in tree.children[above]):
            tree.dep[i] = "obl"  # "ont pris d'assaut le Parlement"
            continue
        if tree.pos[i] == "PROPN" and tree.case(i) == "de" and first - 1 > above and tree.pos[first - 1] == "NOUN":
            tree.move(i, first - 1, "nmod")  # "offre X pour toute information menant à l'arrestation de Y"
            continue
        if tree.pos[i] == "PROPN" and first - 1 > above and tree.head[first - 1] != above and tree.child(i, "det") is None:
            noun = tree.head[first - 1] if tree.pos[first - 1] == "ADJ" else first - 1
            if tree.pos[noun] == "NOUN" and tree.is_above(above, noun) and not tree.case(i):
                tree.move(i, noun, "appos")  # "signed a contract with the group X"
                continue
        if tree.pos[above] == "NOUN" and tree.case(above) and tree.pos[tree.head[above]] == "VERB":
            if tree.dep[above].startswith(("obl", "xcomp")) and tree.head[above] < above:
                _free_from_manner(tree, i)
            continue
        if tree.pos[above] == "NOUN" and tree.lemma[above] in parsing.temporal:
            _free_from_day(tree, i)  # "a limogé dimanche le gouverneur, une décision que …"
            continue
        before = [c for c in tree.children[above] if above < c < i]
        known = any(tree.dep[c] == "obj" for c in before)
        nearer = next((c for c in before if tree.dep[c] == "conj" and tree.pos[c] == "VERB" and takes_object(tree, c)), None)
        if known and nearer is not None and not has_subject(tree, nearer) and i > nearer:
            first = next(c for c in before if tree.dep[c] == "obj")
            if first < nearer:
                tree.move(i, nearer, "obj")


def free_from_spans(tree: Tree, parsing: Parsing) -> None:
    """Give a verb the object with an article that was hung on a time: "a rappelé en fin de semaine ses ambassadeurs"."""
    for i, dep in enumerate(tree.dep):
        time = tree.head[i]
        verb = tree.head[time]
        article = tree.child(i, "det") if dep == "nmod" and tree.pos[i] == "NOUN" and not tree.case(i) else None
        if article is None or not verb < time < article or not tree.dep[time].startswith("obl") or tree.pos[verb] != "VERB":
            continue
        whole = (time, *(c for c in tree.children[time] if tree.dep[c] == "nmod" and c < article))
        timely = any(tree.lemma[k] in parsing.temporal | parsing.spans for k in whole)
        when = tree.lemma[i] in parsing.temporal | parsing.spans | parsing.measures
        if timely and not when and tree.text[article - 1] != "," and takes_object(tree, verb) and has_subject(tree, verb):
            tree.dep[time] = "obl"
            for k in [c for c in tree.children[i] if c < article and tree.dep[c] == "amod"]:
                tree.move(k, whole[-1], "amod")  # "dernière"
            tree.move(i, verb, "obj")


def free_from_pointed_times(tree: Tree, parsing: Parsing) -> None:
    """Give a verb the object with "des" that was hung on a time: "a annoncé cette semaine des sanctions contre X".

    So behind the day before or after, of which there is no "des": "avaient incendié la veille des véhicules".
    """
    for i, dep in enumerate(tree.dep):
        time = tree.head[i]
        near = tree.lemma[time] in EVES
        case = tree.child(i, "case") if dep == "nmod" and (near or tree.lemma[time] in parsing.spans) else None
        if case is None or tree.text[case] not in PARTITIVES or tree.case(time) or case != noun_end(tree, time, case):
            continue
        verb, beside = tree.head[time], tree.children[time]
        pointed = any("PronType=Dem" in tree.morph[c] or tree.lemma[c] == SAME for c in beside if c < time)
        taken = any(tree.dep[c] == "obj" and c != time for c in tree.children[verb])
        if (pointed or near) and not taken and verb < time and tree.pos[verb] == "VERB" and has_subject(tree, verb):
            tree.dep[time] = "obl"
            make_partitive(tree, i)
            tree.move(i, verb, "obj")


def _free_from_manner(tree: Tree, i: int) -> None:
    """Give a verb the object, and what is behind it, that hang on a noun of manner: "condamné par contumace X à dix ans"."""
    manner = tree.head[i]
    verb = tree.head[manner]
    if tree.dep[manner] == "xcomp":
        tree.dep[manner] = "obl"
    if not takes_object(tree, verb):
        return
    for behind in [c for c in tree.children[manner] if c > i and tree.dep[c] in ("nmod", "obl", "obl:arg") and tree.case(c)]:
        tree.move(behind, verb, "obl:arg")
    tree.move(i, verb, "obj")


def give_objects(tree: Tree, parsing: Parsing) -> None:
    """Give a verb the noun right behind it that was hung on another one: "a dit que X livrerait dix avions".

    So before the verb of saying that ends a sentence: "L'armée a abattu lundi deux drones, a dit un officier".
    """
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        told = dep == "nsubj" and above > i and tree.lemma[above] in parsing.speech
        if not (told or dep in ("conj", "dep", "appos")) or tree.pos[i] != "NOUN" or tree.lemma[i] in parsing.spans:
            continue
        own = [c for c in tree.children[i] if tree.dep[c] != "punct"]
        verb = min([i, *own]) - 1
        if told and tree.lemma[verb] in parsing.temporal:
            verb -= 1
        finite = tree.pos[verb] == "VERB" and "VerbForm=Fin" in tree.morph[verb] and verb > above
        told = told and tree.head[verb] == above and tree.dep[verb] == "advcl" and tree.child(verb, "aux:pass") is None
        if not (finite or told):
            continue
        bare = any(tree.dep[c] in ("case", "cc", "mark", "cop") for c in own) or is_time(tree, i, parsing)
        below = told or tree.is_above(above, verb)
        if bare or not below or not has_subject(tree, verb) or not takes_object(tree, verb):
            continue
        tree.move(i, verb, "obj")
        for time in [] if told else [c for c in tree.children[above] if c > i and tree.dep[c] == "obl" and not tree.case(c)]:
            if tree.lemma[time] in parsing.spans or is_time(tree, time, parsing):
                tree.move(time, verb, "obl")


def free_from_phrases(tree: Tree) -> None:
    """Give a verb the noun right behind it that was hung on one behind a preposition: "a suspendu X après la mort de Y".

    So one hung on an adverb between quotation marks: "a condamné « fermement » l'attaque".
    """
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep == "obj" and above < i and tree.text[i].endswith(ADVERBIAL) and _stands_in_quotes(tree, i):
            tree.pos[i], tree.dep[i] = "ADV", "advmod"
            for noun in [c for c in tree.children[i] if c > i and tree.pos[c] == "NOUN" and not tree.case(c)]:
                tree.move(noun, above, "obj")
        case = tree.child(above, "case") if dep == "nmod" and i < above and tree.pos[i] == "NOUN" else None
        if case is None or not i < case < above:
            continue
        verb = noun_start(tree, i) - 1
        if tree.pos[verb] != "VERB":
            continue
        if tree.dep[above] == "obj" and tree.head[above] == verb:
            tree.dep[above] = "obl"
        if takes_object(tree, verb):
            tree.move(i, verb, "obj")


def _stands_in_quotes(tree: Tree, i: int) -> bool:
    """Whether a word without article stands alone between quotation marks."""
    return tree.text[i + 1] in CLOSING_QUOTES and tree.pos[i - 1] == "PUNCT" and tree.child(i, "det") is None


def free_from_recipients(tree: Tree) -> None:
    """Give the verb the object that was hung on its recipient: "a rendu à Ana Vidal son passeport".

    A possessive is said of who loses or gets it: "ont dérobé à un touriste son ordinateur". So is what is counted: "livrera
    à la marine trois navires".
    """
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        verb = tree.head[name]
        named = dep in ("obj", "appos") and tree.pos[name] == "PROPN"
        theirs = dep in ("obj", "appos", "nmod") and tree.pos[name] == "NOUN" and _is_possessed(tree, i)
        counted = dep == "nmod" and tree.child(i, "nummod") is not None and not tree.case(i)
        if not (named or theirs or counted) or tree.pos[i] != "NOUN" or not verb < name < i:
            continue
        start = noun_start(tree, i)
        opened = start == tree.child(i, "det") or (counted and has_subject(tree, verb))
        if not opened or tree.text[start - 1] == "," or tree.case(name) != "à" or tree.dep[name] == "nmod":
            continue
        if tree.pos[verb] == "VERB" and takes_object(tree, verb):
            tree.move(i, verb, "obj")


def free_from_means(tree: Tree) -> None:
    """Give the verb the object that was hung on what it is done with: "a blessé avec une hache deux voyageurs"."""
    for i, dep in enumerate(tree.dep):
        means = tree.head[i]
        if dep != "nmod" or tree.pos[i] != "NOUN" or tree.case(means) != "avec" or tree.case(i):
            continue
        verb, start = tree.head[means], noun_start(tree, i)
        if not verb < means < start:
            continue
        opened = start in (tree.child(i, "det"), tree.child(i, "nummod")) and tree.text[start - 1] != ","
        if opened and not tree.temporal[i] and tree.pos[verb] == "VERB" and takes_object(tree, verb):
            tree.move(i, verb, "obj")


def _is_possessed(tree: Tree, i: int) -> bool:
    """Whether a noun without preposition begins with "son", "sa" or the like."""
    article = tree.child(i, "det")
    return not tree.case(i) and article is not None and "Poss=Yes" in tree.morph[article]


def free_from_added(tree: Tree) -> None:
    """Give a verb the object that was hung on what there is besides: "ont fait, en plus des blessés, quatre morts"."""
    for i, dep in enumerate(tree.dep):
        added = tree.head[i]
        if dep != "nmod" or tree.dep[added] != "obl":
            continue
        verb, case = tree.head[added], tree.child(added, "case")
        if case is None or tree.child(case, "fixed") is None or tree.case(i):
            continue
        if tree.text[noun_start(tree, i) - 1] == "," and tree.text[case - 1] == "," and takes_object(tree, verb):
            tree.move(i, verb, "obj")
