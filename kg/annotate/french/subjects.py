"""The subjects of French verbs: who is found, freed or given back."""

from __future__ import annotations

from kg.annotate.french.partitives import make_partitive
from kg.annotate.french.signs import (
    CLAUSES,
    MOST,
    QUE,
    SUBJECTS,
    VERBAL,
    has_subject,
    heads_own_phrase,
    is_infinitive,
    is_plural,
    is_reflexive,
    is_time,
    is_told,
    noun_start,
    tells_of_others,
)
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject, subject_label
from kg.annotate.signs import is_past_participle, is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

PLACES = ("Place", "GeopoliticalEntity")
LOOSE = ("conj", "appos", "nmod", "obl", "dep")


def give_back_subjects(tree: Tree) -> None:
    """Give a verb its subject back from how often it came: "L'attaque, la troisième en un mois, a été condamnée"."""
    for i, dep in enumerate(tree.dep):
        # "Des civils, la plupart des enfants, ont fui"
        partly = dep in SUBJECTS and ("NumType=Ord" in tree.morph[i] or tree.lemma[i] in MOST)
        verb, article = tree.head[i], tree.child(i, "det") if partly else None
        if article is None or article < 2 or tree.text[article - 1] != "," or "," not in tree.text[i:verb]:
            continue
        first = tree.first_of(i)
        nouns = [
            c for c in tree.children[verb] if first <= c < article - 1 and tree.dep[c] in ("obl", "dislocated", "nsubj")
        ]
        noun = next((c for c in nouns if tree.pos[c] == "NOUN" and not tree.case(c)), None)
        if noun is not None and tree.above_nouns(article - 2) in (verb, noun):
            tree.dep[noun] = dep
            tree.move(i, noun, "appos")


def free_heads(tree: Tree) -> None:
    """Make the subject of the noun before a name with "de" that was taken for it: "les avocats de X ont visité"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in SUBJECTS or tree.case(i) != "de" or i > verb:
            continue
        noun = next((c for c in reversed(tree.children[verb]) if c < i and tree.pos[c] == "NOUN"), None)
        if noun is None or tree.dep[noun] not in LOOSE or tree.case(noun) or not _stands_before(tree, noun, i):
            continue
        row = next((c for c in tree.children[noun] if tree.dep[c] == "nmod" and tree.case(c) == "de" and c < i), None)
        tree.move(i, noun if row is None else row, "nmod" if row is None else "conj")
        give_subject(tree, verb, noun)


def _stands_before(tree: Tree, noun: int, name: int) -> bool:
    """Whether nothing but its adjectives, or the first of a row, stands between a noun and the preposition of a name."""
    case = tree.child(name, "case")
    if case is None or noun > case:
        return False
    if tree.text[case - 1] == ",":  # "des troupes d'Allemagne, du Japon et du Pérou"
        return tree.dep[case - 2] == "nmod" and tree.head[case - 2] == noun and tree.pos[case - 2] == "PROPN"
    return all(tree.head[k] == noun and tree.pos[k] == "ADJ" for k in range(noun + 1, case))


def free_subjects(tree: Tree) -> None:
    """Never take for a subject what has a preposition ("Selon Ana Vidal, deux hommes ont été tués"), nor address it."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep in SUBJECTS and tree.pos[i] == "PROPN" and _takes_preposition(tree, i, verb):
            continue
        if dep == "vocative" and i < verb and not has_subject(tree, verb) and tells_of_others(tree, verb):
            tree.dep[i] = "nsubj"  # "Madame Ana Vidal et deux amis, se sont rendus"
        if dep == "dep" and _opens_sentence(tree, i, verb):
            give_subject(tree, verb, i)  # "Un détenu s'est évadé"
        if dep == "obl" and i < verb and (_is_renamed(tree, i, verb) or _is_parted(tree, i, verb)):
            give_subject(tree, verb, i)  # "Le chef de la junte, le colonel Diallo, a limogé"
        if dep not in SUBJECTS or tree.case(i) in ("", "de") or tree.pos[i] not in ("NOUN", "PROPN"):
            continue
        tree.dep[i] = "obl"
        below = [c for c in tree.children[i] if i < c < verb and tree.dep[c] in ("nmod", "appos", "conj", "dep")]
        subject = next((c for c in below if tree.pos[c] in NOMINAL and heads_own_phrase(tree, c)), None)
        if subject is not None and not has_subject(tree, verb):
            tree.move(subject, verb, dep)


def _takes_preposition(tree: Tree, name: int, verb: int) -> bool:
    """Give a "subject" the preposition right before it that became its verb's: "L'ambassade de X à Sanaa a accusé Y"."""
    mark = name - 1
    if tree.head[mark] != verb or tree.dep[mark] != "mark" or tree.lemma[mark] != "à":
        return False
    subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < name), None)
    if subject is None:
        return False
    tree.move(mark, name, "case")
    tree.move(name, subject, "nmod")
    return True


def _is_renamed(tree: Tree, i: int, verb: int) -> bool:
    """Whether a noun with its article opens a sentence, and the subject between two commas behind it names it again."""
    article = tree.child(i, "det")
    if article is None or not tree.first[article] or tree.case(i) or not _is_of_people(tree, i):
        return False
    subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and i < c < verb), None)
    if subject is None or tree.pos[subject] not in ("NOUN", "PROPN"):
        return False
    return "," in tree.text[i:subject] and "," in tree.text[subject:verb]


def _is_parted(tree: Tree, i: int, verb: int) -> bool:
    """Whether commas part somebody who opens a sentence from a verb without subject: "Le suspect, en fuite, s'est rendu"."""
    article = tree.child(i, "det")
    if article is None or not tree.first[article] or tree.case(i) or not _is_of_people(tree, i):
        return False
    lacks = tree.pos[verb] == "VERB" and not has_subject(tree, verb) and tells_of_others(tree, verb)
    return lacks and tree.text[i:verb].count(",") > 1


def _opens_sentence(tree: Tree, i: int, verb: int) -> bool:
    """Whether a noun with its article begins a sentence right before a verb that lacks its subject."""
    article = tree.child(i, "det") if tree.pos[i] == "NOUN" and i < verb else None
    if article is None or not tree.first[article] or tree.pos[verb] != "VERB" or has_subject(tree, verb):
        return False
    return tells_of_others(tree, verb) and "," not in tree.text[i:verb] and not tree.case(i)


def join_fronted(tree: Tree) -> None:
    """Make one subject of a bare noun for somebody that opens a sentence and the subject behind its comma.

    "Fondateur, en 1954, du mouvement, l'abbé Vidal est mort".
    """
    for i, dep in enumerate(tree.dep):
        if dep not in SUBJECTS or not tree.first[i] or tree.child(i, "det") is not None:
            continue
        verb = tree.head[i]
        second = next((c for c in tree.children[verb] if i < c < verb and tree.dep[c] in SUBJECTS), None)
        noun = language("fr").nouns.get(tree.text[i].lower())
        if second is None or noun is None or noun.kind != "Person":
            continue
        opening = min((c for c in tree.children[second] if tree.dep[c] != "punct"), default=second)
        if tree.text[min(opening, second) - 1] == ",":
            for inside in [c for c in tree.children[verb] if i < c < opening and tree.dep[c].startswith("obl")]:
                tree.move(inside, i, "nmod")
            tree.move(second, i, "appos")


def _is_loose_name(tree: Tree, i: int) -> bool:
    """Whether a name opens a sentence and was taken for a phrase of the verb's: "Hydra, une milice du Nord, a lancé"."""
    begins = tree.first[min([i, *(c for c in tree.children[i] if tree.dep[c] == "det")])]
    return begins and tree.pos[i] == "PROPN" and tree.dep[i] in ("obl", "cc", "dep") and not tree.case(i)


def join_described(tree: Tree) -> None:
    """Make one subject of somebody and the description between commas: "Le tireur, un ancien soldat, a ouvert le feu"."""
    for i, dep in enumerate(tree.dep):
        if dep == "conj" and tree.pos[i] == "NOUN" and _is_same(tree, tree.head[i], i):
            tree.dep[i] = "appos"
        if dep not in SUBJECTS or tree.pos[i] != "NOUN" or "," not in tree.text[i + 1 : tree.head[i]]:
            continue
        verb, article = tree.head[i], tree.child(i, "det")
        if article is None or "Definite=Ind" not in tree.morph[article] or tree.text[article - 1] != ",":
            continue
        described = next((c for c in tree.children[i] if tree.dep[c] in SUBJECTS and c < i), None)
        beside = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < i), None)
        opening = next((c for c in tree.children[verb] if _is_loose_name(tree, c)), None)
        whom = next((one for one in (beside, described, opening) if one is not None and one < i), None)
        if whom is None or is_plural(tree, whom) != is_plural(tree, i) or is_plural(tree, verb) != is_plural(tree, i):
            continue
        if tree.child(whom, "det") is None and tree.pos[whom] != "PROPN":
            continue  # "Demain, dimanche, une tempête est attendue"
        noun, last = language("fr").nouns.get(tree.lemma[i]), article - 2
        town = noun is not None and noun.kind in PLACES and tree.pos[last] == "PROPN" and tree.head[last] == whom
        tree.move(whom, verb, dep)
        tree.move(i, last if town else whom, "appos")  # "la mosquée de Sinjar, un village proche de Hilla, a été touchée"


def see_plural_subjects(tree: Tree) -> None:
    """Make the subject of several whom a name was given to: "Selon le porte-parole, le colonel Bah, trois soldats ont fui".

    The name between the commas says who the one before them is.
    """
    sources = language("fr").grammar.attribution_prepositions
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in SUBJECTS or "Number=Plur" not in tree.morph[i] or i > verb or not is_plural(tree, verb):
            continue
        name = next((c for c in tree.children[verb] if c < i and tree.dep[c] in SUBJECTS), None)
        if name is None or "Number=Plur" in tree.morph[name] or tree.child(i, "cc") is not None or tree.child(name, "conj"):
            continue
        before = (c for c in tree.children[verb] if c < name and tree.dep[c] == "obl")
        one = next((c for c in before if tree.pos[c] == "NOUN" and tree.case(c) in sources), None)
        if one is not None and tree.text[min([name, *tree.children[name]]) - 1] == ",":
            tree.move(name, one, "appos")


def part_from_sources(tree: Tree) -> None:
    """Give a verb its own subject, not who the source between commas is: "Selon X, le chef du parti, la loi tombe"."""
    words = language("fr")
    for who, dep in enumerate(tree.dep):
        verb, article = tree.head[who], tree.child(who, "det") if dep in SUBJECTS else None
        if article is None or tree.text[article - 1] != "," or not who < verb or not is_person(tree, who, words):
            continue
        before = (c for c in tree.children[verb] if c < who and tree.dep[c] == "obl" and tree.child(c, "appos") is not None)
        source = next((c for c in before if tree.case(c) in words.grammar.attribution_prepositions), None)
        second = next((c for c in tree.children[who] if c > who and tree.dep[c] == "appos"), None)
        own = next((c for c in tree.children[verb] if who < c < verb and tree.dep[c] == dep), second)
        begin = tree.child(own, "det") if own is not None else None
        if source is None or own is None or begin is None or tree.text[begin - 1] != ",":
            continue
        several = is_plural(tree, own)
        other = several != is_plural(tree, who) or not is_person(tree, own, words)
        if other and several == is_plural(tree, verb):
            tree.move(own, verb, dep)
            tree.move(who, source, "appos")


def join_far_predicates(tree: Tree) -> None:
    """Give its subject to what is said behind a clause in commas: "La ville, reprise en juillet, est en ruines"."""
    for copula, dep in enumerate(tree.dep):
        said = tree.head[copula]
        if dep != "cop" or tree.text[copula - 1] != "," or tree.dep[said] != "conj" or not tree.case(said):
            continue
        subject = said
        while tree.head[subject] != subject:
            subject = tree.head[subject]
        told = tree.child(subject, "acl")
        if tree.pos[subject] not in ("NOUN", "PROPN") or tree.case(subject) or tree.child(subject, "cop") is not None:
            continue
        if told is None or not subject < told < copula or has_subject(tree, said) or tree.child(said, "cc") is not None:
            continue
        tree.move(said, said, "root")
        tree.move(subject, said, "nsubj")


def _is_same(tree: Tree, whom: int, i: int) -> bool:
    """Whether a noun with "un" joined without "and" to the subject of a singular verb describes it, and is no second one."""
    verb, article = tree.head[whom], tree.child(i, "det")
    alone = tree.dep[whom] in SUBJECTS and whom < i < verb and tree.child(i, "cc") is None and not is_plural(tree, verb)
    row = sum(tree.dep[c] == "conj" for c in tree.children[whom])
    return alone and row == 1 and article is not None and "Definite=Ind" in tree.morph[article]


def free_subjects_of_times(tree: Tree, parsing: Parsing) -> None:
    """Make the subject of the name behind a night or a day that was taken for it: "La nuit du 7 mai la Russie a lancé"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in SUBJECTS or tree.lemma[i] not in parsing.temporal or tree.pos[i] != "NOUN" or i > verb:
            continue
        if any(tree.dep[c] == dep and i < c < verb for c in tree.children[verb]):
            tree.dep[i] = "obl"
            continue
        name = next(
            (c for c in tree.children[i] if tree.dep[c] == "appos" and i < c < verb and tree.pos[c] == "PROPN"), None
        )
        if name is not None and tree.text[name - 1] != ",":
            tree.move(name, verb, dep)
            tree.dep[i] = "obl"


def mend_latter(tree: Tree) -> None:
    """Make the subject of "ce dernier" before a verb that the parser let it describe: "Ces derniers ont fui"."""
    pronouns = language("fr").profile.pronouns
    for i in range(1, len(tree)):
        verb = tree.head[i]
        if tree.dep[i] == "conj" and tree.pos[i] == "ADJ" and f"{tree.text[i - 1]} {tree.text[i]}".lower() in pronouns:
            tree.pos[i] = "PRON"  # "X a été tué et ce dernier enlevé"
        if tree.dep[i] != "amod" or verb <= i or tree.pos[verb] not in VERBAL or has_subject(tree, verb):
            continue
        if f"{tree.text[i - 1]} {tree.text[i]}".lower() in pronouns:
            tree.dep[i] = subject_label(tree, verb)
            tree.pos[i - 1] = "DET"
            tree.move(i - 1, i, "det")


def see_latter(tree: Tree) -> None:
    """Make a subject of "celui-ci" taken for a name, and none of the name between commas: "Ce dernier, Ivo Sand, a fui"."""
    pronouns = language("fr").profile.pronouns
    for i, pos in enumerate(tree.pos):
        verb = tree.head[i]
        if pos != "PROPN" or verb <= i or tree.case(i):
            continue
        if tree.text[i].lower() in pronouns:
            tree.pos[i] = "PRON"
            if tree.dep[i] in ("obl", "dislocated") and not has_subject(tree, verb):
                tree.dep[i] = subject_label(tree, verb)
        elif i > 2 and tree.text[i - 1] == "," and tree.dep[i] in SUBJECTS:
            latter = i - 2
            two = tree.head[latter] == verb and tree.dep[latter] in SUBJECTS
            if two and f"{tree.text[latter - 1]} {tree.text[latter]}".lower() in pronouns:
                tree.move(i, latter, "appos")


def find_subjects(tree: Tree, parsing: Parsing) -> None:
    """Give a verb without one the subject that follows an opening phrase: "Ce matin à Varna, Ana Vidal a …"."""
    for verb, pos in enumerate(tree.pos):
        if pos != "VERB" or tree.dep[verb] == "acl:relcl" or has_subject(tree, verb) or not tells_of_others(tree, verb):
            continue
        others = {tree.dep[c] for c in tree.children[verb]}
        inverted = "obj" in others and is_reflexive(tree, verb)
        if is_infinitive(tree, verb) or inverted or others & {"expl:subj", "csubj"}:
            continue
        told = [c for c in range(tree.first_of(verb), verb) if _opens_clause(tree, c, verb, parsing)]
        if told:
            above = tree.head[told[0]]
            for other in [c for c in tree.children[above] if told[0] < c < verb and tree.dep[c] in ("appos", "conj")]:
                tree.move(other, told[0], tree.dep[other])
            give_subject(tree, verb, told[0])


def free_described_subjects(tree: Tree, parsing: Parsing) -> None:
    """Make the subject of a noun that opens a clause and has a relative: "L'avion, qui venait de X, a pris feu"."""
    for i, dep in enumerate(tree.dep):
        verb, article = tree.head[i], tree.child(i, "det") if dep in ("obl", "dislocated", "dep") else None
        if article is None or tree.pos[i] != "NOUN" or not i < verb or tree.case(i) or tree.child(i, "acl:relcl") is None:
            continue
        opens = (tree.first[article] or tree.text[article - 1] == ",") and tree.text[i + 1] == ","
        if not opens or tree.temporal[i] or tree.lemma[i] in parsing.temporal or has_subject(tree, verb):
            continue
        if is_told(tree, verb) and is_plural(tree, verb) == ("Number=Plur" in tree.morph[i]):
            give_subject(tree, verb, i)


def free_indefinite_subjects(tree: Tree) -> None:
    """Make the subject of a plural "oblique" in front of a verb without one: "En mai, des soldats du X ont arrêté …".

    So of a counted one without preposition: "Plus de deux mille personnes se sont rassemblées".
    """
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        counted = dep == "obl" and tree.pos[i] == "NOUN" and not tree.case(i) and tree.child(i, "nummod") is not None
        if counted and verb > i and is_person(tree, i, language("fr")) and not has_subject(tree, verb):
            if tree.pos[verb] == "VERB" and is_plural(tree, verb):
                give_subject(tree, verb, i)
            continue
        article = tree.child(i, "case") if dep in ("obl", "obl:arg") and i < verb else None
        if article is None or tree.text[article].lower() != "des":
            continue
        opens = tree.first[article] or tree.text[article - 1] == ","
        lacks = tree.pos[verb] == "VERB" and is_plural(tree, verb) and not has_subject(tree, verb)
        if lacks and opens and make_partitive(tree, i):
            give_subject(tree, verb, i)


def _opens_clause(tree: Tree, i: int, verb: int, parsing: Parsing) -> bool:
    """Whether a noun behind a comma, hung on what stands before it, may be the subject of a verb behind it."""
    if tree.pos[i] not in ("NOUN", "PROPN") or tree.dep[i] not in LOOSE:
        return False
    if tree.head[i] != verb and (tree.head[i] > i or not tree.is_above(verb, i)):
        return False
    own = [c for c in tree.children[i] if tree.dep[c] != "punct"]
    counted = [k for c in own if tree.dep[c] == "nummod" for k in tree.children[c]]  # "plus de mille personnes"
    start = min([i, *own, *counted])
    if tree.text[start - 1] != "," or tree.first[start] or is_time(tree, i, parsing):
        return False
    between = (k for k in range(i + 1, verb) if tree.pos[k] == "VERB")
    if not all(tree.is_above(i, k) or tree.is_above(verb, k) for k in between):  # a clause of its own
        return False
    named = tree.pos[i] == "PROPN" or (i + 1 < verb and tree.pos[i + 1] == "PROPN" and tree.head[i + 1] == i)
    marked = any(tree.dep[c] in ("det", "nummod") for c in own)
    return (named or marked) and not any(tree.dep[c] in ("case", "cc", "cop", "mark") for c in own)


def raise_described(tree: Tree) -> None:
    """Make the subject of a noun hung on the participle taken for it: "Des témoins interrogés par téléphone ont dit"."""
    for i, dep in enumerate(tree.dep):
        if dep not in SUBJECTS or tree.pos[i] != "ADJ":
            continue
        noun = tree.child(i, "nsubj")
        if noun == i - 1 and noun is not None and tree.pos[noun] == "NOUN" and tree.child(i, "cop") is None:
            tree.stand_for(noun, i)
            tree.move(i, noun, "acl" if is_past_participle(tree, i) else "amod")


def _is_of_people(tree: Tree, i: int) -> bool:
    """Whether word i is a noun for somebody."""
    noun = language("fr").nouns.get(tree.lemma[i])
    return tree.pos[i] == "NOUN" and noun is not None and noun.kind == "Person"


def see_subjects_behind_marks(tree: Tree) -> None:
    """Give a clause the subject behind its "que" that was hung on the noun before: "depuis que Riga a suspendu son aide"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("nmod", "obl", "obj", "appos", "dep") or tree.pos[i] not in ("PROPN", "NOUN"):
            continue
        mark = tree.child(i, "mark")
        if mark is None or tree.text[mark] not in QUE or mark != noun_start(tree, i) - 1:
            continue
        verb = tree.head[i + 1] if tree.pos[i + 1] == "AUX" else i + 1
        if tree.pos[verb] != "VERB" or tree.dep[verb] not in CLAUSES or has_subject(tree, verb) or not is_told(tree, verb):
            continue
        for child in [c for c in tree.children[i] if c <= mark and tree.dep[c] in ("case", "mark")]:
            tree.move(child, verb, "mark")
        if tree.head[i] == mark - 1 and tree.pos[mark - 1] == "VERB" and tree.dep[verb] == "ccomp":
            tree.move(verb, mark - 1, "ccomp")  # "a condamné X et a annoncé que Riga livrerait Y"
        tree.move(i, verb, "nsubj:pass" if tree.child(verb, "aux:pass") is not None else "nsubj")
