"""Participles and relative clauses inserted behind a French subject that took what belongs to the main verb."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.french.participles import goes_on
from kg.annotate.french.signs import (
    CLAUSES,
    SUBJECTS,
    has_subject,
    is_infinitive,
    is_told,
    stands_in_infinitive,
)
from kg.annotate.repairs import give_subject
from kg.annotate.signs import is_past_participle, noun_end
from kg.annotate.tree import NOMINAL, Tree

PARTING = ("VERB", "AUX", "ADP", "SCONJ", "CCONJ")


def mend_enclosed(tree: Tree) -> None:
    """Give a main verb back its subject that a participle's infinitive took: "X, accusé d'armer les rebelles, a promis"."""
    for i in range(len(tree)):
        if not tree.children[i] or not is_infinitive(tree, i) or tree.child(i, "mark") is None:
            continue
        inserted, subject = enclosing(tree, i)
        main = next((c for c in tree.children[i] if c > i and tree.dep[c] in CLAUSES and has_subject(tree, c)), None)
        noun = tree.child(main, "nsubj") if main is not None else None
        if subject == i or main is None or noun is None or not i < noun < main or tree.text[i + 1 : main].count(",") != 1:
            continue
        tree.move(main, main, "root")
        tree.move(subject, main, "nsubj")
        tree.move(i, inserted, "xcomp")
        tree.move(noun, i, "obj")


def _with_two_subjects(tree: Tree) -> Iterator[tuple[int, int, int]]:
    """The verbs before which two subjects stand, with both."""
    for verb, pos in enumerate(tree.pos):
        if pos != "VERB":
            continue
        subjects = [c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < verb]
        if len(subjects) == 2:
            yield verb, min(subjects), max(subjects)


def lower_between(tree: Tree) -> None:
    """Hang on a participle behind the subject what stands between it and the verb: "Une réunion prévue lundi à Oslo a"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("obl", "obl:arg", "obl:mod", "dep") or verb < i or tree.pos[verb] != "VERB" or not tree.case(i):
            continue
        subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < i), None)
        below = tree.children[subject] if subject is not None else ()
        inserted = max((c for c in below if tree.dep[c] == "acl" and c < i and is_past_participle(tree, c)), default=None)
        if inserted is None or any(tree.text[k] == "," or tree.pos[k] in PARTING for k in range(inserted + 1, i - 1)):
            continue  # "impliqué dans un accident dimanche sur l'A6"
        tree.move(i, inserted, "obl")


def mend_objects_of_relatives(tree: Tree) -> None:
    """Give a relative clause the object that became a second subject: "L'homme qui a pris en otage deux clients a fui"."""
    for _, first, second in _with_two_subjects(tree):
        begin = min([second, *tree.children[second]])
        relative = tree.child(first, "acl:relcl")
        if relative is None or not first < relative < begin or tree.text[begin - 1] == "," or tree.case(second):
            continue
        inside = relative == begin - 1 or tree.head[begin - 1] == relative
        taken = any(tree.dep[c] in ("obj", "aux:pass") for c in tree.children[relative])
        if inside and not taken and tree.child(relative, "nsubj") is not None:
            tree.move(second, relative, "obj")


def mend_second_subjects(tree: Tree) -> None:
    """Give an inserted infinitive the object that became a second subject: "X, accusé d'armer Y, a démenti".

    So in the perfect: "Un homme soupçonné d'avoir tué deux agents a été arrêté".
    """
    for verb, first, second in _with_two_subjects(tree):
        i = min([second, *tree.children[second]]) - 1
        inserted = next((c for c in tree.children[first] if tree.dep[c] == "acl" and first < c < i), None)
        if (
            inserted is None
            or not stands_in_infinitive(tree, i)
            or tree.child(i, "mark") is None
            or tree.head[i] not in (verb, inserted)
        ):
            continue
        tree.move(i, inserted, "xcomp")
        tree.move(second, i, "obj")


def enclosing(tree: Tree, i: int) -> tuple[int, int]:
    """The participle that an infinitive belongs to and the noun that it qualifies, one of both being the root."""
    above = tree.head[i]
    if tree.dep[i] == "xcomp" and tree.dep[above] == "acl" and tree.dep[tree.head[above]] == "root":
        return (above, tree.head[above]) if tree.pos[tree.head[above]] in NOMINAL else (i, i)
    subject = tree.child(i, "nsubj") if tree.dep[i] == "root" else None
    inserted = (
        next((c for c in tree.children[subject] if tree.dep[c] == "acl" and c < i), None) if subject is not None else None
    )
    return (i, i) if subject is None or inserted is None or subject > i else (inserted, subject)


def mend_qualified_subjects(tree: Tree) -> None:
    """Give a verb the noun for a subject that the participle behind it took: "la grève prévue lundi a été annulée"."""
    for i, dep in enumerate(tree.dep):
        if dep not in SUBJECTS or tree.pos[i] != "VERB" or not is_past_participle(tree, i):
            continue
        noun = tree.child(i, "nsubj")
        if noun is None or tree.pos[noun] != "NOUN" or noun_end(tree, noun, i) != i or tree.case(noun):
            continue
        if not any(tree.dep[c].startswith(("aux", "cop")) for c in tree.children[i]):
            tree.move(noun, tree.head[i], dep)
            tree.move(i, noun, "acl")


def _taken_subject(tree: Tree, i: int) -> int | None:
    """The subject that a participle right behind a comma took."""
    subject = next((c for c in tree.children[i] if tree.dep[c] in SUBJECTS and c < i), None)
    return subject if subject is not None and tree.text[i - 1] == "," and tree.case(subject) == "" else None


def mend_interposed(tree: Tree) -> None:
    """Give a verb the subject that the participle behind it took: "Ana Vidal, née à Lyon, est morte"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if (
            dep != "advcl"
            or verb <= i
            or tree.pos[i] != "VERB"
            or "Tense=Past" not in tree.morph[i]
            or has_subject(tree, verb)
        ):
            continue
        if any(tree.dep[c].startswith("aux") or tree.dep[c] == "mark" for c in tree.children[i]):
            continue
        subject = _taken_subject(tree, i)
        if subject is not None:
            give_subject(tree, verb, subject)
            tree.move(i, subject, "acl")


def mend_inserted(tree: Tree) -> None:
    """Make a participle between commas an attribute of the subject that it took: "Le car, parti de Lyon, s'est renversé"."""
    for i, dep in enumerate(tree.dep):
        if dep != "root" or tree.pos[i] != "VERB" or "Tense=Past" not in tree.morph[i] or tree.first[i]:
            continue
        subject = _taken_subject(tree, i)
        if subject is None or any(tree.dep[c].startswith(("aux", "mark", "cop")) for c in tree.children[i]):
            continue
        main = next((c for c in tree.children[i] if c > i and goes_on(tree, c)), None)
        if main is None or not is_told(tree, main):
            continue
        if has_subject(tree, main) and not _give_back_object(tree, i, main):
            continue
        tree.move(main, main, "root")
        give_subject(tree, main, subject)
        tree.move(i, subject, "acl")


def _give_back_object(tree: Tree, inserted: int, main: int) -> bool:
    """Make an object of the subject right behind a perfect: "La ministre, arrivée hier, a averti le maire que …"."""
    noun, auxiliary = tree.child(main, "nsubj"), tree.child(main, "aux")
    if noun is None or auxiliary is None or tree.pos[noun] != "NOUN" or tree.lemma[auxiliary] != "avoir":
        return False
    article = main + 1 == noun - 1 and tree.head[main + 1] == noun and tree.pos[main + 1] == "DET"
    alone = tree.text[inserted:main].count(",") == 1 and tree.text[auxiliary - 1] == ","
    if not article or not alone or tree.child(main, "obj") is not None:
        return False
    tree.dep[noun] = "obj"
    return True


def join_named_subjects(tree: Tree) -> None:
    """Give the main verb the titled subject that an inserted participle took: "Le ministre, X, attendu à Y, a démenti"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        title = tree.child(i, "nsubj") if dep in ("advcl", "acl") and is_past_participle(tree, i) and verb > i else None
        if title is None or title > i or tree.pos[title] != "NOUN" or tree.child(i, "aux") is not None:
            continue
        name = next((c for c in tree.children[verb] if title < c < i and tree.dep[c] in SUBJECTS), None)
        if name is None or tree.pos[name] != "PROPN" or tree.text[name - 1] != "," or tree.text[i - 1] != ",":
            continue
        tree.move(title, verb, tree.dep[name])
        tree.move(name, title, "appos")
        tree.move(i, title, "acl")
