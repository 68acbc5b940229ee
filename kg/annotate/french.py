"""The French models' trees in the Universal Dependencies that the rules speak, with their usual faults mended.

Each repair is one function over the whole tree; they run in this order because each relies on those before: labels and
forms, then participles (they decide what is passive), then what hangs from what.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.lemmas import Lemmas, load_lemmas
from kg.annotate.name_trees import settle_names
from kg.annotate.parsing import Parsing, load_parsing
from kg.annotate.repairs import mend_subjects
from kg.annotate.tree import NOMINAL, Tree
from kg.lang.grammar import load_grammar
from kg.lang.titles import load as load_titles
from kg.model import NameSpan

RENAMED = {"ROOT": "root", "obl:mod": "obl", "aux:tense": "aux", "flat:foreign": "flat:name"}
TENSES = {"F": ("Ind", "Fut"), "C": ("Cnd", "Pres"), "I": ("Ind", "Imp"), "J": ("Ind", "Past")}
VERBAL = ("VERB", "AUX")
RELATIVE = frozenset({"qui", "que", "dont", "où", "lequel", "auquel", "duquel"})
CLAUSES = ("ccomp", "advcl", "acl", "xcomp", "parataxis", "dep")
NEVER_TIMES = ("obj", "iobj", "dep", "ccomp", "xcomp", "appos")
AGENT_CASES = ("par", "de")


def to_ud(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Turn the tree of a French model into Universal Dependencies, in place."""
    lemmas, parsing = load_lemmas("fr"), load_parsing("fr")
    assert lemmas is not None
    rename(tree)
    show_tense(tree, lemmas)
    settle_names(tree, names, load_titles("fr"))
    see_participles(tree, lemmas)
    mend_voice(tree)
    mend_words(tree, lemmas)
    mend_clauses(tree)
    mend_relatives(tree, parsing)
    mend_agents(tree, parsing)
    mend_subjects(tree)
    mend_impersonal(tree, parsing)
    mend_times(tree, parsing)


def rename(tree: Tree) -> None:
    """Give the labels their common names; "faire" before an infinitive is a causative auxiliary."""
    for i, dep in enumerate(tree.dep):
        tree.dep[i] = RENAMED.get(dep, dep)
        if dep in ("dep", "aux", "aux:tense") and tree.lemma[i] == "faire" and is_infinitive(tree, tree.head[i]):
            tree.dep[i] = "aux:caus"


def is_infinitive(tree: Tree, i: int) -> bool:
    """Whether word `i` is a verb in the infinitive."""
    return "VerbForm=Inf" in tree.morph[i]


def show_tense(tree: Tree, lemmas: Lemmas) -> None:
    """Set mood and tense of verbs whose form leaves no doubt: "mettront", "mettraient"."""
    for i, pos in enumerate(tree.pos):
        if pos in VERBAL:
            tense = lemmas.tense(tree.text[i])
            if tense and not is_infinitive(tree, i):
                mood, time = TENSES[tense]
                tree.set_features(i, Mood=mood, Tense=time, VerbForm="Fin", Voice="")


def see_participles(tree: Tree, lemmas: Lemmas) -> None:
    """Make verbs of participles taken for nouns or adjectives ("sont morts"), and undo what can be no participle."""
    for i, pos in enumerate(tree.pos):
        if pos in ("NOUN", "ADJ") and is_verbal_use(tree, i) and lemmas.is_participle(tree.text[i]):
            tree.pos[i] = "VERB"
            tree.lemma[i] = lemmas.lemma(tree.text[i], "VERB")
            tree.set_features(i, Tense="Past", VerbForm="Part")
            if tree.dep[i] == "amod":
                tree.dep[i] = "acl"
        elif pos == "VERB" and tree.child(i, "aux:pass") is not None and not lemmas.is_participle(tree.text[i]):
            unmake_participle(tree, i, lemmas)


def is_verbal_use(tree: Tree, i: int) -> bool:
    """Whether a noun or adjective stands where a participle would: after "être" without determiner, or before "par"."""
    if tree.pos[i] == "NOUN" and tree.child(i, "det") is not None:
        return False
    for child in tree.children[i]:
        if tree.lemma[child] == "être" and tree.dep[child] in ("cop", "aux", "aux:pass") and child < i:
            return tree.pos[i] == "NOUN" or tree.dep[child] != "cop"
        if tree.dep[child] in ("aux", "obl:agent"):
            return True
    return False


def unmake_participle(tree: Tree, i: int, lemmas: Lemmas) -> None:
    """Make an adjective of a word that is no participle: "sont présentes"."""
    tree.pos[i] = "ADJ"
    tree.lemma[i] = lemmas.lemma(tree.text[i], "ADJ")
    tree.set_features(i, Tense="", VerbForm="", Voice="")
    for child in tree.children[i]:
        if tree.dep[child] == "aux:pass":
            tree.dep[child] = "cop"
        elif tree.dep[child] == "nsubj:pass":
            tree.dep[child] = "nsubj"


def mend_voice(tree: Tree) -> None:
    """Tell the passive ("est produit") from the past of verbs that take "être" ("est arrivé") and of reflexives."""
    perfect = load_grammar("fr").be_perfect
    for i, pos in enumerate(tree.pos):
        if pos != "VERB" or "VerbForm=Part" not in tree.morph[i]:
            continue
        being = [c for c in tree.children[i] if tree.lemma[c] == "être" and tree.dep[c] in ("aux", "aux:pass", "cop")]
        if not being:
            continue
        reflexive = any(tree.dep[c].startswith("expl:") and tree.lemma[c] == "se" for c in tree.children[i])
        passive = not reflexive and tree.lemma[i] not in perfect
        for child in being:
            tree.dep[child] = "aux:pass" if passive else "aux"
        for child in tree.children[i]:
            if tree.dep[child] in ("nsubj", "nsubj:pass"):
                tree.dep[child] = "nsubj:pass" if passive else "nsubj"
        tree.set_features(i, Voice="Pass" if passive else "")


# -------------------------------------------------------------------------------------- attachment


def mend_words(tree: Tree, lemmas: Lemmas) -> None:
    """Mend what stands on its own: "que" as an object is a pronoun, a "participle" of no verb an adjective."""
    for i, pos in enumerate(tree.pos):
        if pos == "SCONJ" and tree.lemma[i] == "que" and tree.dep[i] in ("obj", "nsubj"):
            tree.pos[i], tree.morph[i] = "PRON", "PronType=Rel"
        elif pos == "VERB" and tree.dep[i] == "acl" and "Tense=Past" in tree.morph[i]:
            if not lemmas.is_participle(tree.text[i]):
                unmake_participle(tree, i, lemmas)
                tree.dep[i] = "amod"
        elif pos == "PROPN" and tree.pos[tree.head[i]] == "NOUN" and tree.dep[i] in ("amod", "flat:name"):
            tree.dep[i] = "appos" if tree.dep[i] == "flat:name" else "nmod"


def mend_clauses(tree: Tree) -> None:
    """Call a verb with its own mark a clause, not an oblique: "avant de se retirer"."""
    for i, dep in enumerate(tree.dep):
        if tree.pos[i] == "VERB" and dep in ("obl", "obl:arg", "nmod") and is_clause(tree, i):
            tree.dep[i] = "acl" if tree.pos[tree.head[i]] in NOMINAL else "advcl"


def is_clause(tree: Tree, i: int) -> bool:
    """Whether a verb has a mark, or is an infinitive."""
    return is_infinitive(tree, i) or tree.child(i, "mark") is not None


def mend_relatives(tree: Tree, parsing: Parsing) -> None:
    """Hang relative clauses under the noun before them, whatever the parser took them for."""
    for i, lemma in enumerate(tree.lemma):
        if lemma not in RELATIVE or i == 0 or tree.first[i]:
            continue
        if lemma == "que" and tree.dep[i] == "mark":
            mend_object_relative(tree, i, parsing)
        elif "PronType=Rel" in tree.morph[i]:
            clause = clause_of(tree, i)
            noun = antecedent(tree, i)
            if clause is not None and noun is not None and tree.dep[clause] in CLAUSES and tree.head[clause] < i:
                attach_relative(tree, clause, noun)


def mend_object_relative(tree: Tree, i: int, parsing: Parsing) -> None:
    """Read "que" after an object as a relative pronoun: "une panne que les pilotes n'ont pu réparer"."""
    clause = tree.head[i]
    verb = tree.head[clause]
    noun = antecedent(tree, i)
    if tree.dep[clause] != "ccomp" or noun is None or tree.text[i - 1] == ",":
        return
    if tree.head[noun] != verb or tree.dep[noun] != "obj" or tree.lemma[verb] in parsing.object_and_clause:
        return
    deepest = clause
    while (below := tree.child(deepest, "xcomp")) is not None:
        deepest = below
    if tree.child(deepest, "obj") is not None or tree.child(noun, "det") is None:
        return
    attach_relative(tree, clause, noun)
    tree.move(i, deepest, "obj")
    tree.pos[i] = "PRON"
    tree.morph[i] = "PronType=Rel"


def attach_relative(tree: Tree, clause: int, noun: int) -> None:
    """Make a clause a relative clause of `noun`, unless that would close a circle."""
    if not tree.is_above(clause, noun):
        tree.move(clause, noun, "acl:relcl")


def clause_of(tree: Tree, i: int) -> int | None:
    """The predicate of the clause that a relative pronoun opens."""
    for _ in range(4):
        if tree.head[i] == i:
            return None
        i = tree.head[i]
        if tree.pos[i] in VERBAL or tree.child(i, "cop") is not None:
            return i
    return None


def antecedent(tree: Tree, i: int) -> int | None:
    """The noun that the pronoun at `i` takes up: the head of the phrase that ends right before it."""
    i -= 1
    while i > 0 and (tree.pos[i] == "PUNCT" or tree.dep[i] == "case") and not tree.first[i]:
        i -= 1
    if tree.dep[i] in ("amod", "flat:name") and tree.head[i] < i:
        i = tree.head[i]
    return i if tree.pos[i] in ("NOUN", "PROPN", "PRON") else None


def mend_agents(tree: Tree, parsing: Parsing) -> None:
    """Keep `obl:agent` for those who act, and find agents that hang too low: "tué mardi à Tirna par des soldats"."""
    for i, dep in enumerate(tree.dep):
        case = tree.case(i)
        if dep == "obl:agent":
            if case not in AGENT_CASES or tree.lemma[i] in parsing.not_agents or tree.pos[i] not in NOMINAL:
                tree.dep[i] = "obl"
        elif case == "par" and dep in ("obl", "obl:arg", "nmod") and tree.lemma[i] not in parsing.not_agents:
            verb = passive_above(tree, i, parsing)
            if verb is not None and tree.child(verb, "obl:agent") is None and tree.pos[i] in NOMINAL:
                tree.move(i, verb, "obl:agent")


def passive_above(tree: Tree, i: int, parsing: Parsing) -> int | None:
    """The passive verb or participle that a phrase with "par" belongs to, over a place or a time at most."""
    above = tree.head[i]
    if tree.dep[i] == "nmod":
        if not (tree.pos[above] in ("PROPN", "NUM") or tree.lemma[above] in parsing.temporal) or above > i:
            return None
        while tree.pos[above] in NOMINAL and tree.head[above] != above:
            above = tree.head[above]
    if tree.pos[above] != "VERB" or above > i:
        return None
    passive = tree.child(above, "aux:pass") is not None or tree.child(above, "aux:caus") is not None
    bare = (
        tree.dep[above] in ("acl", "amod")
        and "VerbForm=Part" in tree.morph[above]
        and "Tense=Past" in tree.morph[above]
    )
    return above if passive or bare else None


def mend_impersonal(tree: Tree, parsing: Parsing) -> None:
    """Take "il" for a subject where the verb is none of those that have no real one."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "expl:subj" or tree.lemma[i] != "il" or tree.lemma[verb] in parsing.impersonal:
            continue
        below = {tree.dep[child] for child in tree.children[verb]}
        if tree.pos[verb] == "VERB" and not below & {"nsubj", "nsubj:pass", "ccomp", "csubj", "cop"}:
            tree.dep[i] = "nsubj:pass" if "aux:pass" in below else "nsubj"


def mend_times(tree: Tree, parsing: Parsing) -> None:
    """Never take a bare day for an object: "a annoncé lundi que"."""
    for i, dep in enumerate(tree.dep):
        if dep in NEVER_TIMES and tree.lemma[i] in parsing.temporal and tree.pos[tree.head[i]] in VERBAL:
            determiner = tree.child(i, "det")
            if tree.case(i) == "" and (determiner is None or tree.lemma[determiner] == "ce"):
                tree.dep[i] = "obl"
