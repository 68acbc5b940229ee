"""What the repairs of French trees ask of a word, its form, what stands below it, how its phrase begins, and make of it."""

from __future__ import annotations

from collections.abc import Container

from kg.annotate.parsing import Parsing
from kg.annotate.tree import Tree
from kg.lang import language

VERBAL = ("VERB", "AUX")
GERUND = "Tense=Pres|VerbForm=Part"
NAMED_IN = ("punct", "appos", "flat:name", "nmod")  # how a name hangs inside a phrase
INFINITIVES = ("er", "ir", "re")
SUBJECTS = ("nsubj", "nsubj:pass")
ONE = ("un", "une")
QUE = ("que", "qu'", "qu’")
MOST = ("plupart", "majorité")  # of many
SOMEWHERE = ("à", "en", "dans")  # before where something is
EVES = frozenset({"veille", "avant-veille", "lendemain", "surlendemain"})  # days before and after, with their article
BARE = ("de", "d'", "d’")
CLAUSES = ("ccomp", "advcl", "acl", "xcomp", "parataxis", "dep")  # what a main clause is taken for
ACTORS = ("Person", "Organization", "Force", "Group")  # kinds of nouns for who acts
DATIVES = ("obl:arg", "obl", "iobj")
TAKEN = frozenset({"obj", "ccomp", "xcomp", "aux:pass"})  # beside them a verb lacks no object


def make_present(tree: Tree, i: int, lemma: str, **features: str) -> None:
    """Make word `i` a finite verb in the present, with these features besides."""
    tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemma, ""
    tree.set_features(i, Mood="Ind", Tense="Pres", VerbForm="Fin", **features)


def names_actor(tree: Tree, i: int) -> bool:
    """Whether a noun names people or a body that acts: "un élève", "la police", "le ministère"."""
    noun = language("fr").nouns.get(tree.lemma[i])
    return noun is not None and noun.kind in ACTORS


def is_infinitive(tree: Tree, i: int) -> bool:
    """Whether word `i` is a verb in the infinitive."""
    return "VerbForm=Inf" in tree.morph[i]


def stands_in_infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb, or the auxiliary of its perfect, is in the infinitive: "fuir", "avoir fui"."""
    return is_infinitive(tree, verb) or any(tree.dep[c] == "aux" and is_infinitive(tree, c) for c in tree.children[verb])


def main_before(tree: Tree, clause: int, end: int, deps: Container[str]) -> int | None:
    """The main verb before word `end`, with its subject, that was hung under a clause which was taken for the main one."""
    before = (c for c in tree.children[clause] if c < end and tree.dep[c] in deps and is_told(tree, c))
    return next((c for c in before if has_subject(tree, c) and tree.child(c, "mark") is None), None)


def put_below(tree: Tree, clause: int, main: int, dep: str) -> None:
    """Make the root of a main verb below the clause that was taken for it, and hang that, as `dep`, on it.

    What stood before the main verb hangs on it.
    """
    tree.move(main, main, "root")
    tree.move(clause, main, dep)
    for child in [c for c in tree.children[clause] if c < main]:
        tree.move(child, main, tree.dep[child])


def has_subject(tree: Tree, i: int) -> bool:
    """Whether a predicate has a subject of its own."""
    labels = [tree.dep[c] for c in tree.children[i]]
    return "nsubj" in labels or "nsubj:pass" in labels


def is_reflexive(tree: Tree, i: int) -> bool:
    """Whether verb `i` stands with a reflexive pronoun."""
    return any(tree.lemma[c] == "se" for c in tree.children[i])


def is_denied(tree: Tree, i: int) -> bool:
    """Whether verb `i` stands with a negation."""
    return any("Polarity=Neg" in tree.morph[c] for c in tree.children[i])


def is_gerund(tree: Tree, i: int) -> bool:
    """Whether word `i` is a verb in the present participle."""
    return "VerbForm=Part" in tree.morph[i] and "Tense=Pres" in tree.morph[i]


def is_clause(tree: Tree, i: int) -> bool:
    """Whether a verb has a mark, or is an infinitive or a gerund."""
    return is_gerund(tree, i) or is_infinitive(tree, i) or tree.child(i, "mark") is not None


def is_bare(tree: Tree, i: int) -> bool:
    """Whether verb `i` has no subject, auxiliary or mark, and nothing before it."""
    return all(c > i and not tree.dep[c].startswith(("aux", "mark", "nsubj")) for c in tree.children[i])


def takes_object(tree: Tree, verb: int) -> bool:
    """Whether an active verb still lacks its object."""
    return "Voice=Pass" not in tree.morph[verb] and not any(tree.dep[child] in TAKEN for child in tree.children[verb])


def tells_of_others(tree: Tree, verb: int) -> bool:
    """Whether a verb, or its auxiliary, stands in the third person."""
    return any("Person=3" in tree.morph[k] for k in (verb, *tree.children[verb]) if tree.pos[k] in VERBAL)


def is_plural(tree: Tree, verb: int) -> bool:
    """Whether a verb or its auxiliary stands in the plural."""
    return any("Number=Plur" in tree.morph[k] for k in (verb, *tree.children[verb]) if tree.pos[k] in VERBAL)


def noun_start(tree: Tree, noun: int) -> int:
    """Where a noun begins, its article, number and adjectives included."""
    return min([noun, *(c for c in tree.children[noun] if tree.dep[c] in ("det", "nummod", "amod"))])


def phrase_start(tree: Tree, i: int) -> int:
    """Where the phrase of word i begins: with the first of the words that hang on it, marks apart."""
    return min([i, *(c for c in tree.children[i] if tree.dep[c] != "punct")])


def opens_phrase(tree: Tree, noun: int) -> bool:
    """Whether a noun opens its sentence behind a preposition: "Selon |Ana Vidal|, la frappe a tué"."""
    case = tree.child(noun, "case")
    return case is not None and tree.first[case]


def is_time(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether word `i` is a day, a month, or a number beside one."""
    if tree.pos[i] != "NUM":
        return tree.lemma[i] in parsing.temporal
    return any(tree.lemma[k] in parsing.temporal for k in (tree.head[i], *tree.children[i]))


def heads_own_phrase(tree: Tree, i: int) -> bool:
    """Whether a noun behind a comma has a determiner or a number, and neither preposition nor conjunction."""
    own = [c for c in tree.children[i] if tree.dep[c] != "punct"]
    begins = tree.text[min([i, *own]) - 1] == "," and not any(tree.dep[c] in ("case", "cc") for c in own)
    return begins and any(tree.dep[c] in ("det", "nummod") for c in own)


def is_told(tree: Tree, verb: int) -> bool:
    """Whether a verb or its auxiliary is finite."""
    return tree.pos[verb] == "VERB" and any(
        "VerbForm=Fin" in tree.morph[k] for k in (verb, *tree.children[verb]) if tree.pos[k] in VERBAL
    )


def is_attributing(verb: str) -> bool:
    """Whether a verb says "of" what is told and "to" whom that they did it: "attribuer", "imputer"."""
    frames = (frame for _, frame in language("fr").frames.verbs.get(verb, ()))
    return any(frame.kind == "Accusation" and frame.complement == "actual" for frame in frames)


def is_bare_complement(tree: Tree, i: int) -> bool:
    """Whether a noun without article is the complement of another: "des seaux d'eau"."""
    case = tree.child(i, "case")
    return tree.pos[i] == "NOUN" and case is not None and tree.text[case] in BARE and tree.child(i, "det") is None
