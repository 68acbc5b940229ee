"""Second verbs of a French sentence: which one before them they are joined to."""

from __future__ import annotations

from kg.annotate.french.signs import (
    has_subject,
    is_infinitive,
    is_plural,
    is_told,
    noun_start,
    stands_in_infinitive,
    takes_object,
)
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject
from kg.annotate.signs import says
from kg.annotate.tree import Tree
from kg.lang import language

AIMS = ("xcomp", "advcl", "acl")  # how an infinitive hangs that another may be joined to


def free_second_predicates(tree: Tree) -> None:
    """Give the main subject the verb that does not go on the clause: "dit que les deux ont fui et a ouvert X".

    Its number is another than that of the clause's subject, or its tense: "dit qu'un soldat avait été tué et a accusé X".
    """
    for i, dep in enumerate(tree.dep):
        clause = tree.head[i]
        if dep != "conj" or tree.dep[clause] != "ccomp" or clause > i or not is_told(tree, i) or has_subject(tree, i):
            continue
        above, own = tree.head[clause], number_of(tree, i)
        inner, outer = (_subject_number(tree, verb) for verb in (clause, above))
        of_other = own and outer == own != inner == number_of(tree, clause)
        if (of_other or _is_of_other_tense(tree, i, clause)) and tree.child(i, "mark") is None:
            tree.move(i, above, "conj")


def see_second_clauses(tree: Tree) -> None:
    """Make a clause of what was taken for a noun and its relative, though no pronoun opens it: "X a écrit un texte mais
    Y l'a rejeté"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "acl:relcl" or tree.dep[noun] != "conj" or noun > i or not is_told(tree, i) or has_subject(tree, i):
            continue
        cc, verb = tree.child(noun, "cc"), tree.head[noun]
        if (
            cc is None
            or tree.case(noun)
            or tree.pos[verb] != "VERB"
            or is_plural(tree, i) != ("Number=Plur" in tree.morph[noun])
        ):
            continue
        if any("PronType=Rel" in tree.morph[k] or tree.text[k] == "," for k in range(noun, i)):
            continue
        tree.move(i, verb, "conj")
        tree.move(cc, i, "cc")
        give_subject(tree, i, noun)


def part_first_objects(tree: Tree) -> None:
    """Give back to a verb its object, taken for the subject of what it is joined to: "a rejeté le plan et a blâmé X"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        first = tree.head[verb]
        if dep != "nsubj" or not first < i < verb or tree.dep[verb] not in ("advcl", "conj", "ccomp"):
            continue
        joint = tree.child(verb, "cc")
        if joint is None or not i < joint < verb or tree.text[joint] != "et" or tree.child(verb, "mark") is not None:
            continue
        start, group = noun_start(tree, i), range(joint + 1, verb)
        beside = start == first + 1 and tree.dep[start] == "det" and all(tree.head[k] == verb for k in group)
        if beside and tree.is_above(i, joint - 1) and takes_object(tree, first) and has_subject(tree, first):
            tree.move(i, first, "obj")
            tree.dep[verb] = "conj"


def join_infinitives(tree: Tree) -> None:
    """Join to the infinitive before it one that was joined to a finite verb: "a lancé un raid pour tuer X et prendre Y"."""
    for i, dep in enumerate(tree.dep):
        verb, cc = tree.head[i], tree.child(i, "cc") if dep == "conj" and is_infinitive(tree, i) else None
        if cc is None or verb > i or not is_told(tree, verb) or has_subject(tree, i):
            continue
        bare = not any(tree.dep[c].startswith(("aux", "mark", "case")) for c in tree.children[i])
        before = (k for k in range(cc - 1, verb, -1) if tree.pos[k] == "VERB" and tree.dep[k] in AIMS)
        first = next((k for k in before if is_infinitive(tree, k) and tree.is_above(verb, k)), None)
        behind = all(tree.pos[k] == "PRON" and tree.head[k] == i for k in range(cc + 1, i))  # "et se conclure"
        if bare and behind and first is not None and not any(is_told(tree, k) for k in range(first, cc)):
            tree.move(i, first, "conj")


def join_finite(tree: Tree) -> None:
    """Join to the verb before it a finite one that was taken for its complement: "ils terrorisent X, mènent des raids"."""
    for i, dep in enumerate(tree.dep):
        finite = dep in ("xcomp", "advcl") and tree.pos[i] == "VERB" and "VerbForm=Fin" in tree.morph[i]
        if not finite or tree.text[i - 1] != ",":
            continue
        verb = tree.head[i]
        bare = all(c > i or tree.dep[c] == "punct" for c in tree.children[i])
        if verb < i and bare and is_told(tree, verb) and is_plural(tree, verb) == is_plural(tree, i):
            tree.dep[i] = "conj"


def raise_sayings(tree: Tree) -> None:
    """Join to a verb of saying the other that was joined to what it says: "a nié avoir fui et affirmé vouloir négocier"."""
    for i, dep in enumerate(tree.dep):
        said = tree.head[i]
        above = tree.head[said]
        if dep != "conj" or tree.dep[said] != "xcomp" or not above < said < i or not stands_in_infinitive(tree, said):
            continue
        if tree.child(i, "xcomp") is None and tree.child(i, "ccomp") is None:
            continue
        bare = not any(tree.dep[c].startswith(("aux", "mark", "nsubj")) for c in tree.children[i])
        past = "Tense=Past" in tree.morph[i] and tree.child(above, "aux") is not None
        if bare and past and says(tree, i, language("fr")) and says(tree, above, language("fr")):
            tree.move(i, above, "conj")


def raise_said_next(tree: Tree, parsing: Parsing) -> None:
    """Give the speaker what is said next, hung on what was said first: "a dit que X avançait, avant d'ajouter"."""
    for i, dep in enumerate(tree.dep):
        told = tree.head[i]
        if dep != "advcl" or not told < i or tree.dep[told] != "ccomp":
            continue
        mark = min(tree.children[i], default=i)
        saying = tree.head[told]
        if tree.lemma[mark] != "avant" or tree.text[mark - 1] != "," or tree.lemma[saying] not in parsing.speech:
            continue
        if saying < told and says(tree, i, language("fr")):
            tree.move(i, saying, "advcl")


def number_of(tree: Tree, verb: int) -> str:
    """The number that a verb or its auxiliary shows: "Sing", "Plur", or ""."""
    finite = (k for k in (*tree.children[verb], verb) if "VerbForm=Fin" in tree.morph[k] and tree.pos[k] in ("VERB", "AUX"))
    return next((value for k in finite for value in ("Sing", "Plur") if f"Number={value}" in tree.morph[k]), "")


def _is_of_other_tense(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a verb behind a clause has the number and the perfect tense of the verb above, and the clause an earlier."""
    above = tree.head[clause]
    if number_of(tree, verb) != number_of(tree, above) or tree.child(verb, "aux:pass") is not None:
        return False  # "a dit que X avait fui et a été arrêté": the speaker was not
    perfect = all(_tense_of_auxiliary(tree, one) == "Tense=Pres" for one in (verb, above))
    return perfect and _tense_of_auxiliary(tree, clause) == "Tense=Imp"


def _tense_of_auxiliary(tree: Tree, verb: int) -> str:
    auxiliaries = (tree.morph[c] for c in tree.children[verb] if tree.dep[c].startswith("aux"))
    finite = (morph for morph in auxiliaries if "VerbForm=Fin" in morph)
    return next((feature for morph in finite for feature in morph.split("|") if feature.startswith("Tense=")), "")


def _subject_number(tree: Tree, verb: int) -> str:
    """The number of a verb's subject where that is one noun without a complement that may count it."""
    subject = next((c for c in tree.children[verb] if tree.dep[c] in ("nsubj", "nsubj:pass")), None)
    if subject is None or tree.child(subject, "conj") is not None or tree.pos[verb] != "VERB":
        return ""
    return next((value for value in ("Sing", "Plur") if f"Number={value}" in tree.morph[subject]), "")
