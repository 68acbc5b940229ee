"""Names of models and makes, and what armies count of them: "40 des 45 drones Shahed", "un missile Kh-59"."""

from __future__ import annotations

from kg.annotate.french.signs import is_bare_complement
from kg.annotate.tree import Tree
from kg.lang import Language, language

LOST = ("obj", "dep", "obl", "xcomp", "nsubj", "nsubj:pass")  # how a name hangs that should hang on the noun before it
OF = ("de", "d'", "d’")
COUNTS = ("NUM", "PRON", "DET")


def see_shares(tree: Tree) -> None:
    """Put a figure above those of whom it tells a part where the parser put it beside them: "a abattu 40 des 45 drones"."""
    cardinals = language("fr").numbers.cardinals
    for of in range(1, len(tree) - 2):
        if tree.text[of] != "des" or tree.dep[of] != "case" or tree.pos[of + 2] != "NOUN":
            continue
        part, whole, noun = of - 1, of + 1, of + 2
        if not all(tree.text[i].isdecimal() or tree.text[i].lower() in cardinals for i in (part, whole)):
            continue
        if tree.head[noun] == part or tree.pos[part] not in COUNTS or tree.head[noun] in (part, whole):
            continue
        verb, cc = tree.head[noun], tree.child(part, "cc")
        first = tree.child(verb, "obj") if cc is not None and tree.pos[verb] == "VERB" else None
        if first is not None and first < part:  # "un missile et 18 des 23 drones"
            tree.move(part, first, "conj")
        elif tree.head[part] in (noun, whole):
            tree.stand_for(part, noun)
        tree.move(noun, part, "nmod")
        tree.move(whole, noun, "nummod")
        tree.move(of, noun, "case")


def lower_models(tree: Tree, words: Language) -> None:
    """Hang on its thing the name of its model: "a détruit 12 drones Shahed", "un missile Kh-59 a été abattu"."""
    for i, dep in enumerate(tree.dep):
        thing = i - 1
        if dep not in LOST or tree.pos[i] != "PROPN" or tree.first[i] or tree.pos[thing] != "NOUN" or tree.head[i] == thing:
            continue
        known = words.nouns.get(tree.lemma[thing])
        if known is None or known.kind != "Artifact" or tree.case(i) or tree.child(i, "det") is not None:
            continue
        for child in [c for c in tree.children[i] if c > i and c != thing]:
            tree.move(child, thing, tree.dep[child])
        tree.move(i, thing, "nmod")


def raise_models(tree: Tree, words: Language) -> None:
    """Hang on its thing the name of its model that was hung on its purpose: "deux avions de chasse F-16 de l'armée"."""
    for i, dep in enumerate(tree.dep):
        use = tree.head[i]
        thing = tree.head[use]
        if dep not in ("nmod", "appos", "amod") or use != i - 1 or thing != use - 2 or not _is_model(tree, i):
            continue
        known = words.nouns.get(tree.lemma[thing]) if is_bare_complement(tree, use) else None
        if known is not None and known.kind == "Artifact":
            for child in [c for c in tree.children[use] if c >= i]:
                tree.move(child, thing, tree.dep[child])


def _is_model(tree: Tree, i: int) -> bool:
    """Whether a word looks like the name of a model: "F-16", "Rafale"; it has no preposition."""
    figures = any(letter.isdigit() for letter in tree.text[i])
    return tree.text[i][0].isupper() and (figures or tree.pos[i] == "PROPN") and not tree.case(i)


def see_complements(tree: Tree) -> None:
    """Name what has "de" right behind its noun: "des drones d'attaque et un missile", where the second is no drone of."""
    for i, dep in enumerate(tree.dep):
        if dep != "dep" or tree.pos[i] != "NOUN" or tree.head[i] != i - 2 or tree.text[i - 1] not in OF:
            continue
        if tree.head[i - 1] == i and tree.pos[i - 2] == "NOUN":
            tree.dep[i] = "nmod"
