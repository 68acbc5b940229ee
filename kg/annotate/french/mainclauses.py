"""Two verbs behind a noun with a relative clause: which is that clause's, which the main one, and what belongs to which."""

from __future__ import annotations

from kg.annotate.french.relatives import antecedent
from kg.annotate.french.signs import SUBJECTS, is_infinitive, is_plural, is_told, make_present, noun_start
from kg.annotate.lemmas import Lemmas
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject
from kg.annotate.signs import noun_end
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

WHAT = frozenset({"que", "qu'", "qu’"})
PRONOUNS = WHAT | {"dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "auxquels", "duquel"}
PRESENT = ("e", "ent", "t", "d")


def see_relative_verbs(tree: Tree, lemmas: Lemmas, parsing: Parsing) -> None:
    """Make the verb of a relative clause of a "noun" beside its subject: "L'homme que la police recherche a tué X".

    The main verb was taken for the clause's own, so that the noun before "que" has none.
    """
    for que, text in enumerate(tree.text):
        noun, main = que - 1, tree.head[que]
        if text not in WHAT or tree.first[que] or not main > que + 2 or not is_told(tree, main):
            continue
        whole = tree.head[main]
        if tree.pos[noun] != "NOUN" or whole != noun or tree.lemma[noun] in parsing.contents:
            continue
        verb = min([main, *(c for c in tree.children[main] if tree.dep[c].startswith("aux"))]) - 1
        subject = tree.head[verb]
        lemma = lemmas.lemma(tree.text[verb], "VERB")
        beside = tree.dep[verb] in ("amod", "nmod", "acl") and que < subject < verb and tree.dep[subject] in SUBJECTS
        if not beside or tree.head[subject] != main or tree.children[verb] or not _may_tell(lemmas, tree.text[verb], lemma):
            continue
        number = "Plur" if "Number=Plur" in tree.morph[subject] else "Sing"
        make_present(tree, verb, lemma, Number=number, Person="3")
        tree.move(verb, noun, "acl:relcl")
        tree.move(subject, verb, "nsubj")
        tree.move(que, verb, "obj")
        tree.pos[que], tree.morph[que] = "PRON", "PronType=Rel"
        _raise_main(tree, noun, verb, main)


def _may_tell(lemmas: Lemmas, form: str, lemma: str) -> bool:
    """Whether a form may be the present of a verb that tells of something."""
    return form.endswith(PRESENT) and lemma in language("fr").frames.verbs and not lemmas.is_participle(form)


def see_inverted_verbs(tree: Tree, lemmas: Lemmas) -> None:
    """Make the verb of a relative clause of a "noun" before its subject: "L'homme que recherche la police"."""
    for que, text in enumerate(tree.text[:-1]):
        verb, noun = que + 1, que - 1
        if text not in WHAT or tree.first[que] or tree.pos[noun] != "NOUN" or tree.pos[verb] != "NOUN":
            continue
        if tree.dep[verb] not in ("nmod", "acl:relcl", "amod", "appos") or tree.head[verb] != noun:
            continue
        lemma, subject = lemmas.lemma(tree.text[verb], "VERB"), noun_behind(tree, verb)
        bare = all(tree.dep[c] not in ("det", "case", "cop") for c in tree.children[verb])
        if subject is None or not bare or not _may_tell(lemmas, tree.text[verb], lemma):
            continue
        make_present(tree, verb, lemma, Number="Sing", Person="3")
        tree.move(verb, noun, "acl:relcl")
        tree.move(que, verb, "obj")
        tree.pos[que], tree.morph[que] = "PRON", "PronType=Rel"
        main = tree.head[subject]
        if not (tree.dep[subject] in SUBJECTS and main > subject):
            tree.move(subject, verb, "nsubj")


def mend_predicates(tree: Tree) -> None:
    """Make the main predicate of one that a relative clause took for a subject: "X que Y dit avoir tués étaient armés"."""
    for predicate, dep in enumerate(tree.dep):
        low = tree.head[predicate]
        cop = tree.child(predicate, "cop") if dep in SUBJECTS and low < predicate else None
        if cop is None or not low < cop or "VerbForm=Fin" not in tree.morph[cop]:
            continue
        clause = low
        while tree.dep[clause] == "xcomp":
            clause = tree.head[clause]
        whole = tree.head[clause]
        if tree.dep[clause] == "acl:relcl" and tree.head[whole] == whole and tree.child(whole, "cop") is None:
            _raise_main(tree, whole, clause, predicate)


def raise_from_asides(tree: Tree) -> None:
    """Make the main verb of a finite one hung on the participle of its subject: "Ana, accusée d'avoir menti, a fui"."""
    for i, dep in enumerate(tree.dep):
        aside = tree.head[i]
        noun = tree.head[aside]
        if dep != "xcomp" or not noun < aside < i or tree.dep[aside] != "acl" or tree.dep[noun] != "root":
            continue
        own = [c for c in tree.children[i] if tree.dep[c] != "punct"]
        bare = not any(tree.dep[c] in ("mark", "nsubj", "nsubj:pass") for c in own)
        if bare and is_told(tree, i) and tree.text[min([i, *own]) - 1] == "," and tree.pos[noun] in ("NOUN", "PROPN"):
            tree.move(i, i, "root")
            give_subject(tree, i, noun)


def mend_main_clauses(tree: Tree) -> None:
    """Give a relative clause its subject or object, the main verb the noun before: "L'otage que détenaient X a tué Y"."""
    for pronoun, text in enumerate(tree.text):
        if text not in PRONOUNS or tree.first[pronoun]:
            continue
        noun = antecedent(tree, pronoun)
        if noun is None or tree.text[pronoun - 1] == ",":
            continue
        whole = noun
        while tree.pos[tree.head[whole]] in NOMINAL and tree.head[whole] < whole:
            whole = tree.head[whole]
        first = next((k for k in range(pronoun + 1, tree.end_of(noun)) if is_told(tree, k)), None)
        main = _main_of(tree, pronoun, whole, first) if first is not None and not tree.case(whole) else None
        if first is None or main is None:
            continue
        _raise_main(tree, whole, first, main)
        tree.move(first, noun, "acl:relcl")
        if not tree.is_above(first, pronoun):
            tree.move(pronoun, first, "obl" if tree.case(pronoun) else "obj")
        held = tree.child(first, "obj")
        if text == "dont" and held is not None and any("Definite=Def" in tree.morph[c] for c in tree.children[held]):
            tree.move(pronoun, held, "nmod")


def _main_of(tree: Tree, pronoun: int, whole: int, first: int) -> int | None:
    """The main verb that is none of the relative clause's; its subject, where it is the clause's, goes to that."""
    if tree.head[whole] not in (whole, first) and not tree.head[whole] > first:
        return None
    own = [c for c in tree.children[first] if tree.dep[c] in SUBJECTS and pronoun < c < first]
    behind = noun_behind(tree, first)
    if not own and behind is not None:  # "que détenaient les rebelles a tué"
        main = tree.head[behind]
        taken = tree.dep[behind] in SUBJECTS and main > behind and _begins(tree, main) == noun_end(tree, behind, main)
        if taken and tree.pos[main] == "VERB" and is_plural(tree, first) == _is_many(tree, behind):
            tree.move(behind, first, "nsubj")
            return main
        return None
    if not own or tree.child(first, "ccomp") is not None:
        return None
    for main in [
        c for c in tree.children[first] if c > first and is_told(tree, c) and not is_infinitive(tree, c)
    ]:  # "dont X a tué le frère a témoigné"
        if any(tree.dep[c] in ("cc", "mark") for c in tree.children[main]) or tree.dep[main] == "conj":
            continue
        if "," in tree.text[first:main]:
            return None
        subjects = [c for c in tree.children[main] if tree.dep[c] in SUBJECTS]
        if subjects == [behind] and behind is not None and tree.child(first, "obj") is None:
            tree.move(behind, first, "obj")
            return main
        if not subjects:
            return main
    return None


def noun_behind(tree: Tree, verb: int) -> int | None:
    """The noun or name that begins right behind a verb."""
    for k in range(verb + 1, min(verb + 5, tree.end_of(verb))):
        if tree.pos[k] in ("NOUN", "PROPN") and noun_start(tree, k) == verb + 1 and not tree.case(k):
            return k
    return None


def _begins(tree: Tree, verb: int) -> int:
    """Where a verb begins with its auxiliaries and clitics."""
    return min([verb, *(c for c in tree.children[verb] if tree.dep[c].startswith(("aux", "expl", "iobj")) and c < verb)])


def _is_many(tree: Tree, noun: int) -> bool:
    return "Number=Plur" in tree.morph[noun] or tree.child(noun, "conj") is not None


def _raise_main(tree: Tree, whole: int, clause: int, main: int) -> None:
    """Put the main verb where the noun or the clause stood, and under it the noun and all that follows."""
    if tree.head[whole] != main:
        tree.stand_for(main, clause if tree.head[whole] == clause else whole)
    for child in [c for word in (whole, clause) for c in tree.children[word] if c > main]:
        tree.move(child, main, tree.dep[child])
    give_subject(tree, main, whole)
