"""What somebody is saved or freed from in a French tree, hung on them: "sauvé dix mineurs des décombres"."""

from __future__ import annotations

from kg import ontology
from kg.annotate.tree import Tree
from kg.lang import language

PERILS = frozenset({
    "décombre", "décombres", "débris", "gravats", "flamme", "eau", "ruine", "main", "griffe", "prison", "geôle", "captivité",
    "boue", "avalanche", "incendie", "joug", "emprise", "enfer", "noyade",
})  # fmt: skip
SAVING = ("Release", "Protection", "Displacement", "Capture")
BRINGING = frozenset({"dégager", "extraire", "sortir", "tirer", "arracher", "retirer", "remonter"})  # out of somewhere
UNDERGOING = ("obj", "nsubj:pass")


def free_perils(tree: Tree) -> None:
    """Hang on what saves somebody that from which it does: "la libération des otages des mains de X", "tiré trois corps de".

    Neither are the hostages those of the hands nor the bodies those of the rubble.
    """
    for i, dep in enumerate(tree.dep):
        whom = tree.head[i]
        if dep != "nmod" or tree.lemma[i] not in PERILS or tree.case(i) != "de" or not whom < i:
            continue
        above = tree.head[whom]
        if tree.dep[whom] in UNDERGOING and _saves(tree, above):
            tree.move(i, above, "obl")
        elif tree.dep[whom] == "nmod" and tree.case(whom) == "de" and above < whom and _saving(tree, above):
            tree.move(i, above, "nmod")


def _saves(tree: Tree, verb: int) -> bool:
    frames = language("fr").frames.verbs.get(tree.lemma[verb], ())
    return tree.lemma[verb] in BRINGING or any(f.kind and ontology.is_among(f.kind, SAVING) for _, f in frames)


def _saving(tree: Tree, noun: int) -> bool:
    frames = language("fr").frames.nouns.get(tree.lemma[noun], ())
    return tree.pos[noun] == "NOUN" and any(f.kind and ontology.is_among(f.kind, SAVING) for _, f in frames)
