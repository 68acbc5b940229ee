"""Relative clauses of a French tree that belong to the last name of a row, or to the name right before their comma."""

from __future__ import annotations

from kg.annotate.french.relatives import antecedent, attach_relative, clause_of
from kg.annotate.french.secondverbs import number_of
from kg.annotate.french.signs import MOST, SOMEWHERE, SUBJECTS, has_subject, is_plural, is_told, names_actor, phrase_start
from kg.annotate.tree import Tree

WHERE, WHO, OF_WHOM = "où", "qui", "dont"
COUNTED = (*SUBJECTS, "obj")
ASIDE = ("appos", "nmod", "conj")
WHICH = "lequel"
SHOWN = {
    "lequel": ("Gender=Masc", "Number=Sing"),
    "laquelle": ("Gender=Fem", "Number=Sing"),
    "lesquels": ("Gender=Masc", "Number=Plur"),
    "lesquelles": ("Gender=Fem", "Number=Plur"),
}


def lower_where(tree: Tree) -> None:
    """Hang what happened "où" on the last of a row of towns: "à Lille, à Rennes et à Nantes, où un policier a été tué".

    Nor can people be where it did: "a abattu deux hommes à Lyon et à Nantes, où".
    """
    for i, lemma in enumerate(tree.lemma):
        clause = clause_of(tree, i) if lemma == WHERE and not tree.first[i] else None
        last = antecedent(tree, i) if clause is not None else None
        if clause is None or last is None or tree.dep[clause] != "acl:relcl" or tree.dep[last] != "conj":
            continue
        first, above = tree.head[last], tree.head[clause]
        row = tree.pos[last] == tree.pos[first] == "PROPN" and tree.case(first) in SOMEWHERE
        if row and (above == first or (tree.head[first] == above and tree.dep[first] == "nmod")):
            attach_relative(tree, clause, last)


def lower_to_named(tree: Tree) -> None:
    """Hang a clause on whom the name before its comma names: "le fils de Paul Roy, Jean, qui a fui"; Paul did not flee.

    And one in the singular on that name, not on several: "vingt hommes dirigés par Paul Roy, qui a été arrêté".
    """
    for i, lemma in enumerate(tree.lemma):
        clause = tree.head[i]
        if lemma != WHO or tree.dep[i] not in SUBJECTS or tree.dep[clause] != "acl:relcl" or tree.text[i - 1] != ",":
            continue
        noun, name = tree.head[clause], antecedent(tree, i)
        if name is None or name == noun or tree.pos[name] != "PROPN" or not noun < name or not is_told(tree, clause):
            continue
        aside = tree.dep[name] in ASIDE and tree.text[phrase_start(tree, name) - 1] == "," and not tree.case(name)
        called = aside and _is_named(tree, noun) and tree.dep[noun] == "nmod" and tree.child(name, "cc") is None
        led = tree.dep[name] == "obl:agent" and "Number=Plur" in tree.morph[tree.head[name]]
        if (called or led) and not is_plural(tree, clause):
            attach_relative(tree, clause, name)


def raise_to_counted(tree: Tree) -> None:
    """Hang on those who are counted what is told of some of them: "a tiré 85 drones sur X, dont 60 ont été abattus".

    What stands before the comma is one thing, or a name: of it there are no sixty.
    """
    for i, lemma in enumerate(tree.lemma):
        clause = clause_of(tree, i) if lemma == OF_WHOM and not tree.first[i] and tree.text[i - 1] == "," else None
        if clause is None or tree.dep[clause] != "acl:relcl" or not is_plural(tree, clause):
            continue
        if tree.dep[i + 1] not in SUBJECTS or tree.pos[i + 1] not in ("NUM", "PRON"):
            continue
        noun = tree.head[clause]
        if "Number=Plur" in tree.morph[noun] or names_actor(tree, noun) or tree.child(noun, "nummod") is not None:
            continue
        verb = tree.above_nouns(noun)
        counted = [
            c for c in tree.children[verb] if c < i and tree.dep[c] in COUNTED and tree.child(c, "nummod") is not None
        ]
        if tree.pos[verb] == "VERB" and counted:
            attach_relative(tree, clause, counted[-1])


def lower_to_shown(tree: Tree) -> None:
    """Hang a clause on the noun before it that has the form of its pronoun: "un retrait des soldats, lesquels ont fui"."""
    for i, lemma in enumerate(tree.lemma):
        clause = tree.head[i]
        if lemma != WHICH or tree.dep[clause] != "acl:relcl" or tree.dep[i] not in SUBJECTS or tree.text[i - 1] != ",":
            continue
        shown = SHOWN.get(tree.text[i], ())
        near = (k for k in range(i - 2, tree.head[clause] - 1, -1) if tree.pos[k] == "NOUN")
        noun = next((k for k in near if all(feature in tree.morph[k] for feature in shown)), None)
        if noun is not None and shown:
            attach_relative(tree, clause, noun)


def lower_from_verbs(tree: Tree) -> None:
    """Hang on the name before its comma a clause that was hung on a verb: "a expliqué l'amiral Paul Roy, qui commande"."""
    for i, lemma in enumerate(tree.lemma):
        clause = tree.head[i]
        if lemma != WHO or tree.dep[clause] != "acl:relcl" or tree.dep[i] not in SUBJECTS or tree.text[i - 1] != ",":
            continue
        verb, name = tree.head[clause], antecedent(tree, i)
        if tree.pos[verb] != "VERB" or name is None or tree.pos[name] != "PROPN" or not verb < name:
            continue
        article = tree.child(name, "det")
        several = article is not None and "Number=Plur" in tree.morph[article]  # "a appelé les Houthis, qui contrôlent"
        if is_plural(tree, clause) == several and tree.child(verb, "cop") is None:
            attach_relative(tree, clause, name)


def raise_to_several(tree: Tree) -> None:
    """Hang on several what most of them do, not on a place: "300 soldats sont en Irak, dont la plupart entraînent X"."""
    for i, lemma in enumerate(tree.lemma):
        if lemma != OF_WHOM or i + 2 >= len(tree) or tree.lemma[i + 2] not in MOST:
            continue
        if tree.dep[tree.head[i + 2]] != "acl:relcl":
            continue
        clause = tree.head[i + 2]
        place = tree.head[clause]
        if tree.pos[place] != "PROPN" or not is_plural(tree, clause):
            continue
        top = place if tree.child(place, "cop") is not None else tree.head[place]
        subject = next((c for c in tree.children[top] if c < place and tree.dep[c] in SUBJECTS), None)
        if subject is not None and "Number=Plur" in tree.morph[subject]:
            attach_relative(tree, clause, subject)
            if tree.dep[i] != "nmod":
                tree.move(i, i + 2, "nmod")


def join_by_number(tree: Tree) -> None:
    """Join to a relative clause what goes on in its number: "dix hommes, dont deux ont été remis à X mais restent inculpés".

    The main verb, whose subject is another number, has been taken for what it is joined to.
    """
    for i, dep in enumerate(tree.dep):
        verb, cc = tree.head[i], tree.child(i, "cc") if dep == "conj" else None
        if cc is None or verb > i or has_subject(tree, i) or not is_told(tree, i) or not is_told(tree, verb):
            continue
        own, main = number_of(tree, i), number_of(tree, verb)
        before = (k for k in range(cc - 1, verb, -1) if tree.dep[k] == "acl:relcl" and is_told(tree, k))
        clause = next(before, None)
        if clause is not None and own and main and own != main and number_of(tree, clause) == own:
            tree.move(i, clause, "conj")


def _is_named(tree: Tree, noun: int) -> bool:
    """Whether a word is a name, or has one behind it: "Paul Roy", "l'ancien maire Paul Roy"."""
    return any(tree.pos[k] == "PROPN" for k in (noun, *tree.children[noun]) if k == noun or tree.dep[k] == "appos")
