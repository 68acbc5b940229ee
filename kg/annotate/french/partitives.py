"""Articles that look like prepositions in French: "de la nourriture", "pas de sanctions"."""

from __future__ import annotations

from kg.annotate.french.signs import (
    BARE,
    ONE,
    has_subject,
    is_bare_complement,
    is_denied,
    takes_object,
)
from kg.annotate.parsing import Parsing
from kg.annotate.signs import is_past_participle
from kg.annotate.tree import Tree
from kg.lang import language

PARTITIVES = ("des", "du", "de", "d'")
BELOW = ("nmod", "amod", "acl", "appos", "flat:name", "obl", "obl:arg")  # what stands below the first of two
THE = ("la", "l'", "l’")
WHERE, OCCASION = "où", "reprise"
BEFORE_ARTICLES = ("avec", "par", "pour", "sur", "contre", "dans", "sous", "chez", "entre")


def see_partitives(tree: Tree) -> None:
    """Make a determiner of the "du" right behind another preposition: "disperser la foule avec du gaz".

    So of the "des" of what is joined to that: "une attaque contre des gendarmes et des civils".
    """
    for i in range(1, len(tree)):
        if tree.pos[i - 1] == "CCONJ" and tree.dep[i] == "case" and tree.text[i] in PARTITIVES:
            if tree.text[i] == "des":
                _join_indefinite(tree, i)
            if tree.text[i] in ("du", "des") or tree.dep[i + 1] == "det":
                _join_past_bare(tree, i)
        if tree.dep[i] != "case" or tree.text[i] not in PARTITIVES or tree.text[i - 1].lower() not in BEFORE_ARTICLES:
            continue
        if tree.text[i] in ("du", "des") or tree.dep[i + 1] == "det":  # "avec de la farine"
            tree.dep[i], tree.pos[i] = "det", "DET"
            if tree.text[i] == "des":
                tree.set_features(i, Definite="Ind")


def _join_indefinite(tree: Tree, des: int) -> None:
    """Join the plural behind "et des" to the one behind another preposition and "des": "contre des X et des Y"."""
    second, first = tree.head[des], des - 2
    above = tree.head[second]
    while above not in (first, tree.head[first]) and tree.head[first] < first and tree.dep[first] in BELOW:
        first = tree.head[first]
    article = tree.child(first, "det")
    indefinite = article is not None and tree.text[article] == "des"
    if indefinite and tree.case(first) in BEFORE_ARTICLES and above in (first, tree.head[first]):
        tree.dep[des], tree.pos[des] = "det", "DET"
        tree.set_features(des, Definite="Ind")
        tree.move(second, first, "conj")


def _join_past_bare(tree: Tree, article: int) -> None:
    """Join to the thing above a bare complement what has an article: "des seaux d'eau et des extincteurs".

    So to one of two sides the other: "entre les forces de sécurité et des manifestants".
    """
    second = tree.head[article]
    above, chain = tree.head[second], []
    while tree.dep[above] == "nmod" and is_bare_complement(tree, above) and tree.head[above] < above:
        above = tree.head[above]
        chain.append(above)
    things = _is_thing(tree, second) and any(_is_thing(tree, i) for i in chain)
    sides = bool(chain) and tree.text[article] == "des" and tree.case(above) == "entre"
    if tree.dep[second] == "conj" and (things or sides):
        tree.dep[article], tree.pos[article] = "det", "DET"
        tree.set_features(article, Definite="Ind")
        tree.move(second, above, "conj")


def _is_thing(tree: Tree, i: int) -> bool:
    noun = language("fr").nouns.get(tree.lemma[i])
    return noun is not None and noun.kind in ("Artifact", "Place")


def see_ones(tree: Tree) -> None:
    """Make an object of "un" behind a verb that has "en" before it, no adverb: "Kiev en a coulé un"; and of one of several:
    "a identifié un des morts"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("advmod", "dep") or tree.text[i] not in ONE:
            continue
        verb = tree.head[i]
        several = next((c for c in tree.children[i] if tree.case(c) == "de" and "Number=Plur" in tree.morph[c]), None)
        if several is not None and verb == i - 1 and tree.pos[verb] == "VERB" and not _has_near_object(tree, verb):
            tree.dep[i] = "obj"
            continue
        if dep != "advmod":
            continue
        of_them = any(tree.text[c].lower() == "en" and tree.pos[c] == "PRON" and c < verb for c in tree.children[verb])
        if of_them and verb < i and tree.child(verb, "obj") is None:
            tree.dep[i], tree.pos[i] = "obj", "PRON"
            tree.set_features(i, PronType="Ind")


def _has_near_object(tree: Tree, verb: int) -> bool:
    """Whether a verb has an object that no comma parts from it."""
    return any(tree.dep[c] == "obj" and "," not in tree.text[verb:c] for c in tree.children[verb])


def free_partitives(tree: Tree, parsing: Parsing) -> None:
    """Give the verb the object that hangs on the name or day before it: "a acheté à l'Inde des canons"."""
    for i, dep in enumerate(tree.dep):
        case = tree.child(i, "case") if dep == "nmod" else None
        if case is None or tree.text[case].lower() != "des":
            continue
        before = tree.head[i]
        if tree.dep[before] == "nmod" and {tree.lemma[before], tree.lemma[tree.head[before]]} <= parsing.temporal:
            before = tree.head[before]  # "mardi soir"
        dated = tree.lemma[before] in parsing.temporal and _is_date(tree, tree.head[before])
        if dated:  # "a entamé le 8 mai des pourparlers avec X"
            before = tree.head[before]
            tree.dep[before] = "obl"
        verb = tree.head[before]
        if tree.dep[before] == "obj" and _is_bare_day(tree, before, parsing):
            tree.dep[before] = "obl"  # "a entamé lundi des exercices"
        if not tree.dep[before].startswith("obl") or verb > before or not takes_object(tree, verb):
            continue
        named = _is_named(tree, before) and bool(tree.case(before)) and tree.lemma[verb] in parsing.partitive
        bare = dated or _is_bare_day(tree, before, parsing) or _is_means(tree, before) or tree.lemma[before] == OCCASION
        if (named or (bare and has_subject(tree, verb))) and make_partitive(tree, i):
            tree.move(i, verb, "obj")
            for phrase in [c for c in tree.children[before] if c > i and tree.case(c) and tree.lemma[before] == OCCASION]:
                tree.move(phrase, verb, "obl")  # "ont attaqué à deux reprises des militaires à Gao"
            for other in [c for c in tree.children[before] if dated and c > i and tree.case(c)]:
                tree.move(other, i, "nmod")


def _is_date(tree: Tree, i: int) -> bool:
    """Whether a word is the number of a day behind its article: "le 8 mai"."""
    return tree.pos[i] == "NUM" and tree.dep[i].startswith("ob") and tree.child(i, "det") is not None and not tree.case(i)


def _is_bare_day(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether a word is a day that neither a preposition nor an article begins: "a entamé jeudi des négociations"."""
    bare = tree.lemma[i] in parsing.temporal and not tree.case(i)
    return bare and tree.child(i, "det") is None


def _is_means(tree: Tree, i: int) -> bool:
    """Whether a word says by what something is sent or taken: "a envoyé par avion des vivres"."""
    return tree.case(i) == "par" and tree.pos[i] == "NOUN" and tree.child(i, "det") is None and tree.dep[i - 1] == "case"


def _is_named(tree: Tree, i: int) -> bool:
    """Whether a word is a name, or a capitalised noun without article: "par Internet"."""
    return tree.pos[i] == "PROPN" or (tree.text[i][:1].isupper() and tree.child(i, "det") is None)


def free_given(tree: Tree, parsing: Parsing) -> None:
    """Give the verb the plural that hangs on who gets it: "offre à son frère des livres", "livre à l'armée des chars"."""
    for i, dep in enumerate(tree.dep):
        owner = tree.head[i]
        if dep != "nmod" or owner >= i or tree.text[tree.child(i, "case") or i] != "des":
            continue
        if tree.pos[owner] == "PROPN" and tree.dep[owner] in ("nmod", "appos") and not tree.case(owner):
            owner = tree.head[owner]  # "au général Marek Dolan des mercenaires"
        verb = tree.head[owner]
        if not is_given_to(tree, owner, i):
            continue
        name = tree.child(verb, "obj")  # "des systèmes Pantsir"
        if name is not None and (name < i or tree.pos[name] != "PROPN" or tree.pos[name - 1] != "NOUN"):
            continue
        if tree.lemma[verb] in parsing.partitive and make_partitive(tree, i):
            if name is not None:
                tree.move(name, name - 1, "appos")
            tree.move(i, verb, "obj")
            for joined in (c for c in tree.children[i] if tree.dep[c] == "conj"):
                make_partitive(tree, joined)


def is_given_to(tree: Tree, noun: int, thing: int) -> bool:
    """Whether a verb before says that something is given to a noun behind "à", and the thing is no part of that.

    Somebody's kin has no things behind it, things are of no people, and what stands behind a name is not of it.
    """
    nouns = language("fr").nouns
    if tree.case(noun) != "à" or tree.dep[noun] != "obl:arg" or tree.head[noun] > noun:
        return False
    person, goods = nouns.get(tree.lemma[noun]), nouns.get(tree.lemma[thing])
    whose = any("Poss=Yes" in tree.morph[c] for c in tree.children[noun] if c < noun)
    known = person is not None and person.kind in ("Person", "Group", "Force", "Organization", "GeopoliticalEntity")
    kin = known and whose and person is not None and person.kind == "Person"
    named = any(tree.pos[c] == "PROPN" and noun < c < thing and not tree.case(c) for c in tree.children[noun])
    return kin or named or (known and goods is not None and goods.kind == "Artifact")


def free_from_denials(tree: Tree) -> None:
    """Give a denied verb the object that hangs on its negation: "ne vend plus d'armes".

    A negation that opens a sentence stands on what it denies itself: "Pas de trêve avant lundi".
    """
    negators = language("fr").grammar.negators
    for i, dep in enumerate(tree.dep):
        negation = tree.head[i]
        if dep not in ("obl:arg", "obl", "nmod") or tree.lemma[negation] not in negators or tree.case(i) != "de":
            continue
        verb = tree.head[negation]
        if tree.first[negation] and not is_denied(tree, verb) and make_partitive(tree, i, denied=True):
            tree.take_place(i, negation, "root" if verb == negation else "ccomp")
            tree.move(negation, i, "advmod")
            tree.set_features(negation, Polarity="Neg")
            continue
        if tree.pos[verb] not in ("VERB", "AUX") or not is_denied(tree, verb) or not takes_object(tree, verb):
            continue
        if make_partitive(tree, i, denied=True):
            tree.move(i, verb, "obj")


def mend_partitives(tree: Tree, parsing: Parsing) -> None:
    """Make objects of complements with a partitive article: "livrer de la nourriture", "du matériel"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        article = tree.child(i, "det") if dep == "obj" else None
        if article is not None and tree.text[article].lower() in PARTITIVES:
            join_partitives(tree, i)
        denied = tree.child(i, "det") if dep in ("obl:arg", "obl") and not tree.case(i) else None
        if denied is not None and tree.text[denied].lower() in ("de", "d'") and takes_object(tree, verb):
            tree.dep[i] = "obj"  # "n'enverra pas de troupes"
        if dep not in ("obl:arg", "obl", "iobj"):
            continue
        passive = tree.child(verb, "aux:pass") is not None
        if tree.lemma[verb] not in parsing.partitive and not (passive and _tells_where(tree, verb)):
            continue
        done = is_past_participle(tree, verb) and tree.dep[verb] in ("acl", "amod") and tree.child(verb, "aux") is None
        if done and tree.pos[i] == "PROPN":
            continue  # "un missile tiré du Yémen"
        taken = has_subject(tree, verb) if passive else tree.child(verb, "obj") is not None
        if taken:
            continue
        if is_partitive(tree, i) or (tree.case(i) == "de" and make_partitive(tree, i, denied=is_denied(tree, verb))):
            tree.dep[i] = "nsubj:pass" if passive else "obj"  # "un hangar où étaient stockées des armes"
            join_partitives(tree, i)


def _tells_where(tree: Tree, verb: int) -> bool:
    """Whether a verb tells in a relative clause what is done where: "la base où sont stationnées des troupes"."""
    return tree.dep[verb] == "acl:relcl" and any(tree.text[c] == WHERE for c in tree.children[verb])


def is_partitive(tree: Tree, i: int) -> bool:
    """Whether a noun without preposition has "de" for its article: "n'a pas imposé de sanctions"."""
    article = tree.child(i, "det")
    return article is not None and tree.text[article].lower() in ("de", "d'", "d’") and not tree.case(i)


def join_partitives(tree: Tree, i: int) -> None:
    """Make determiners of the "de" before what is joined to a partitive object: "des armes et des munitions"."""
    for child in tree.children[i]:
        if tree.dep[child] == "conj":
            if tree.case(child) in ("de", "un"):  # the plural article has either lemma
                make_partitive(tree, child)
            join_partitives(tree, child)


def make_partitive(tree: Tree, i: int, denied: bool = False) -> bool:
    """Make a determiner of the "de" before an article, an adjective ("de nouvelles sanctions"), or, under a denied verb, a
    bare noun ("n'a pas imposé de sanctions"); False where it is none."""
    case, article = tree.child(i, "case"), tree.child(i, "det")
    if case is None:
        return False
    described = any(case < c < i and tree.dep[c] == "amod" for c in tree.children[i]) and "Number=Plur" in tree.morph[i]
    bare = denied and article is None and tree.pos[i] == "NOUN"
    of_the = article == case + 1 and tree.text[case + 1].lower() in THE  # "de la farine", not "tuée d'une balle"
    if not (tree.text[case].lower() in ("du", "des") or of_the or described or bare):
        return False
    tree.dep[case], tree.pos[case] = "det", "DET"
    if tree.text[case].lower() == "des":
        tree.set_features(case, Definite="Ind")
    return True


def see_joined_partitives(tree: Tree) -> None:
    """Make a determiner of the "de" before what is joined to a noun without it: "un civil et des soldats".

    What is joined to the whole of a noun with a complement may be a complement too: "le chef de l'armée et des services".
    """
    for i, dep in enumerate(tree.dep):
        first = tree.head[i]
        if dep != "conj" or tree.pos[i] != "NOUN" or tree.pos[first] != "NOUN" or first > i or tree.case(i) != "de":
            continue
        whole = any(tree.dep[c] == "nmod" and first < c < i and tree.case(c) == "de" for c in tree.children[first])
        if tree.case(first) != "de" and not whole:
            make_partitive(tree, i)


def free_threats(tree: Tree) -> None:
    """Make an oblique of the bare "object" with "de" of a verb that governs one: "a menacé d'action militaire X"."""
    verbs = language("fr").frames.verbs
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "obj" or i < verb or tree.case(i) != "de" or tree.child(i, "det") is not None or is_denied(tree, verb):
            continue
        if tree.text[min(tree.children[i])] not in BARE:
            continue  # "a fait du chantage"
        others = any(tree.dep[c] == "obj" and c != i for c in tree.children[verb])  # "ont pris d'assaut le Parlement"
        governs = not others and any(trigger.preposition == "de" for trigger, _ in verbs.get(tree.lemma[verb], ()))
        if governs and "Number=Sing" in tree.morph[i] and tree.pos[i] == "NOUN":
            tree.dep[i] = "obl:arg"
