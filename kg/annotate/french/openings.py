"""Main verbs of French sentences whose opening the parser took for the sentence: phrases, infinitives, participles."""

from __future__ import annotations

from kg.annotate.french.signs import (
    SOMEWHERE,
    SUBJECTS,
    VERBAL,
    is_bare,
    is_gerund,
    is_infinitive,
    opens_phrase,
    phrase_start,
    stands_in_infinitive,
)
from kg.annotate.repairs import give_subject
from kg.annotate.signs import is_past_participle
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language

RELATIVE = ("qui", "que", "dont", "lequel")
TOWNS = ("GeopoliticalEntity", "Place")  # what describes a town: "la capitale", "un port"
LOOSE = ("parataxis", "acl:relcl", "acl", "appos", "nmod", "dep", "conj", "advcl", "ccomp", "xcomp", "nsubj")
BEFORE = (*SUBJECTS, "expl:subj")
TOLD = ("dep", "ccomp", "parataxis", "advcl")  # how an opening hangs on a verb of saying behind
OPENERS = ("ADP", "PRON", "VERB", "AUX", "ADV")  # what such an opening begins with
LONGEST = 4  # words before the verb of an opening: "afin de ne pas"


def mend_false_mains(tree: Tree) -> None:
    """Make the main verb of the first one behind an opening that was taken for the sentence."""
    for i, head in enumerate(tree.head):
        if head == i:
            dep = _opening(tree, i)
            if dep is not None:
                _give_subject_behind(tree, i)
                _hang_under_main(tree, i, dep)
        elif i < head and tree.dep[i] in TOLD and tree.pos[i] == "VERB" and tree.dep[head] == "root":
            _hang_under_told(tree, i, head)


def _opening(tree: Tree, i: int) -> str | None:
    """How a word that only opens its sentence hangs on the main verb; None if it is none.

    A phrase ("D'après le Times, qui cite X, Y a tué"), an infinitive with its mark ("Plutôt que d'attaquer, ils ont fui",
    "Après avoir reconnu que X a fui, Y a parlé"), a present participle ("Estimant que X a fui, …") or a past one ("Accusé
    par X de fraude, Y a démissionné").
    """
    if tree.pos[i] in NOMINAL and tree.child(i, "cop") is None and opens_phrase(tree, i):
        return "obl"
    mark = tree.child(i, "mark") if is_infinitive(tree, i) else None
    if mark is not None and tree.first[mark]:
        return "advcl"
    first = tree.first_of(i)
    if i - first <= LONGEST and tree.pos[first] in OPENERS and _is_begun(tree, first, i):
        return "advcl"
    return "advcl" if tree.first[i] and is_past_participle(tree, i) and is_bare(tree, i) else None


def _give_subject_behind(tree: Tree, opening: int) -> None:
    """Give the next verb its subject, taken for the "object" of a past participle: "Interrogé sur X, le juge a dit"."""
    noun = tree.child(opening, "obj") if is_past_participle(tree, opening) else None
    if noun is None or tree.text[phrase_start(tree, noun) - 1] != ",":
        return
    verb = next((c for c in tree.children[opening] if c > noun and tree.pos[c] == "VERB"), None)
    if verb is not None and not any(tree.dep[c] in SUBJECTS or tree.dep[c] == "mark" for c in tree.children[verb]):
        give_subject(tree, verb, noun)


def _is_begun(tree: Tree, first: int, verb: int) -> bool:
    """Whether a verb without subject has nothing but its own marks and clitics before it: "Afin de ne pas la nommer"."""
    being = tree.pos[first] == "ADP" and stands_in_infinitive(tree, verb)
    if not being and not is_gerund(tree, verb) and not any(is_gerund(tree, k) for k in tree.children[verb] if k < verb):
        return False
    before = range(first, verb)
    own = all(tree.head[k] == verb or tree.head[k] in before for k in before)
    return own and all(tree.dep[k] not in SUBJECTS for k in before)


def _hang_under_main(tree: Tree, i: int, dep: str) -> None:
    """Make the root of the first main verb behind word `i` in its sentence, if there is one, and hang `i` under it."""
    verb = _main_behind(tree, i)
    if verb is not None:
        tree.move(verb, verb, "root")
        _hang_under(tree, i, verb, dep)


def _hang_under_told(tree: Tree, i: int, saying: int) -> None:
    """Make the first main verb what is said, where its opening was: "Afin d'éviter X, l'armée s'est repliée, a dit Y"."""
    if i - tree.first_of(i) > LONGEST or _opening(tree, i) is None:
        return
    verb = _main_behind(tree, i)
    if verb is not None and verb < saying and tree.is_above(i, verb):
        tree.move(verb, saying, tree.dep[i])
        _hang_under(tree, i, verb, "advcl")


def _main_behind(tree: Tree, i: int) -> int | None:
    """The first main verb behind word `i` in its sentence."""
    verb = next((v for v in range(i + 1, len(tree)) if tree.first[v] or _is_main(tree, v)), None)
    return None if verb is None or tree.first[verb] else verb


def _hang_under(tree: Tree, i: int, verb: int, dep: str) -> None:
    """Hang an opening on its main verb, and on it what completes it before the comma: "Pour éviter [que X ne fuie], …"."""
    tree.move(i, verb, dep)
    for clause in [c for c in tree.children[verb] if i < c < _subject_start(tree, verb) and c != i]:
        mark = tree.child(clause, "mark")
        if dep == "advcl" and mark is not None and tree.lemma[mark] == "que" and tree.child(i, "ccomp") is None:
            tree.move(clause, i, "ccomp")


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject before a verb, no relative pronoun."""
    before = (c for c in tree.children[verb] if tree.dep[c] in BEFORE and c < verb)
    return next((c for c in before if tree.lemma[c] not in RELATIVE), None)


def _subject_start(tree: Tree, verb: int) -> int:
    """The first word of that subject; the verb where there is none."""
    subject = _subject(tree, verb)
    return verb if subject is None else phrase_start(tree, subject)


def _is_main(tree: Tree, verb: int) -> bool:
    """Whether a finite verb or a predicate behind a comma has its own subject and neither mark nor relative pronoun."""
    said = tree.dep[verb].startswith("obl") and tree.child(verb, "cop") is not None  # "…, Ana Vidal était sans arme"
    if not said and (tree.pos[verb] not in VERBAL or tree.dep[verb] not in LOOSE):
        return False
    below = [c for c in tree.children[verb] if tree.dep[c] != "punct"]
    finite = any("VerbForm=Fin" in tree.morph[k] for k in (verb, *below) if tree.pos[k] in VERBAL)
    if _subject(tree, verb) is None or not finite or any(tree.dep[c] in ("mark", "cc") for c in below):
        return False
    start = _subject_start(tree, verb)
    return "," in (tree.text[start - 1], tree.text[min([verb, start, *below]) - 1])


def mend_described_towns(tree: Tree, words: Language) -> None:
    """Make an apposition of what describes the town that opens a sentence: "À Bangui, la capitale, X a incendié Y"."""
    for town, pos in enumerate(tree.pos):
        case = tree.child(town, "case") if pos == "PROPN" and tree.text[town + 1 : town + 2] == [","] else None
        if case != town - 1 or not tree.first[case] or tree.lemma[case] not in SOMEWHERE:
            continue
        place = next((k for k in range(town + 2, tree.end_of(town)) if tree.pos[k] == "NOUN" or tree.text[k] == ","), town)
        verb, told = tree.head[place], words.nouns.get(tree.lemma[place])
        if place == town or told is None or told.kind not in TOWNS or tree.pos[verb] != "VERB" or verb < place:
            continue
        second = any(place < c < verb and tree.dep[c] == tree.dep[place] for c in tree.children[verb])
        if not (tree.dep[place] in SUBJECTS and second) and (tree.dep[place] != "obl" or tree.head[town] != place):
            continue  # "À Paris, la capitale attend X"
        tree.move(town, verb, "obl")
        tree.move(place, town, "appos")
