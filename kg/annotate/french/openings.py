"""Main verbs of French sentences whose opening the parser took for the sentence: phrases, infinitives, participles."""

from __future__ import annotations

from kg.annotate.french.signs import SUBJECTS, VERBAL, is_infinitive
from kg.annotate.tree import NOMINAL, Tree

RELATIVE = ("qui", "que", "dont", "lequel")
LOOSE = ("parataxis", "acl:relcl", "acl", "appos", "nmod", "dep", "conj", "advcl", "ccomp")


def mend_sources(tree: Tree) -> None:
    """Make the main verb of one behind a phrase that was taken for the sentence: "D'après le Times, qui cite X, Y a tué"."""
    for i, head in enumerate(tree.head):
        if head != i or tree.pos[i] not in NOMINAL or tree.child(i, "cop") is not None:
            continue
        case = tree.child(i, "case")
        if case is not None and tree.first[case]:
            _hang_under_main(tree, i, "obl")


def _hang_under_main(tree: Tree, i: int, dep: str) -> None:
    """Make the root of the first main verb behind word `i` in its sentence, if there is one, and hang `i` under it."""
    verb = next((v for v in range(i + 1, len(tree)) if tree.first[v] or _is_main(tree, v)), i)
    if verb > i and not tree.first[verb]:
        tree.move(verb, verb, "root")
        tree.move(i, verb, dep)


def _is_main(tree: Tree, verb: int) -> bool:
    """Whether a finite verb or a predicate behind a comma has its own subject and neither mark nor relative pronoun."""
    said = tree.dep[verb].startswith("obl") and tree.child(verb, "cop") is not None  # "…, Ana Vidal était sans arme"
    if not said and (tree.pos[verb] not in VERBAL or tree.dep[verb] not in LOOSE):
        return False
    below = [c for c in tree.children[verb] if tree.dep[c] != "punct"]
    subject = next((c for c in below if tree.dep[c] in SUBJECTS and c < verb and tree.lemma[c] not in RELATIVE), None)
    finite = any("VerbForm=Fin" in tree.morph[k] for k in (verb, *below) if tree.pos[k] in VERBAL)
    if subject is None or not finite or any(tree.dep[c] in ("mark", "cc") for c in below):
        return False
    return tree.text[min([verb, *below, *tree.children[subject]]) - 1] == ","


def mend_opening_infinitives(tree: Tree) -> None:
    """Hang under the main verb the infinitive with a mark that opens a sentence: "Plutôt que d'attaquer, ils ont fui"."""
    for i, head in enumerate(tree.head):
        mark = tree.child(i, "mark") if head == i and is_infinitive(tree, i) else None
        if mark is None or not tree.first[mark]:
            continue
        _hang_under_main(tree, i, "advcl")


def mend_opening_participles(tree: Tree) -> None:
    """Hang under the main verb the past participle that opens a sentence: "Accusé par X de fraude, Y a démissionné"."""
    for i, head in enumerate(tree.head):
        past = head == i and tree.first[i] and "VerbForm=Part" in tree.morph[i] and "Tense=Past" in tree.morph[i]
        if past and not any(tree.dep[c].startswith(("nsubj", "aux", "cop")) for c in tree.children[i]):
            _hang_under_main(tree, i, "advcl")
