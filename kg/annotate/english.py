"""From the ClearNLP labels of the English models to Universal Dependencies.

In ClearNLP prepositions and copulas govern; in UD the content words do. The steps below run in this order because each
relies on what the one before left: prepositions, copulas, raised subjects, labels, coordination, pronouns.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from kg.annotate.name_trees import settle_names
from kg.annotate.parsing import load_parsing
from kg.annotate.participles import mend_participles
from kg.annotate.repairs import SUBJECTS, free_marks, is_apposition, join_clauses, mend_subjects, part_clauses
from kg.annotate.tree import NOMINAL, Tree
from kg.model import NameSpan

RENAMED = {
    "ROOT": "root",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "acomp": "xcomp",
    "attr": "xcomp",
    "oprd": "xcomp",
    "relcl": "acl:relcl",
    "neg": "advmod",
    "quantmod": "advmod",
    "predet": "det",
    "preconj": "cc:preconj",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "intj": "discourse",
    "meta": "dep",
}
STRAYS = ("advmod", "obl", "dep", "punct")  # what a name before its verb is taken for
FINITE = ("VBD", "VBZ", "VBP")
BODIES = ("ORG", "GPE", "LOC", "FAC")  # names that "who" is not said of
SMALL = ("VB", "VBG", "JJ", "VBN")  # what heads a clause without finite verb
PREPOSITIONS = frozenset({"prep", "agent", "dative"})


def to_ud(tree: Tree, names: Iterable[NameSpan], titles: Container[str]) -> None:
    """Turn the tree of an English model into Universal Dependencies, in place."""
    mend_lemmas(tree)
    mend_finite(tree)
    lower_prepositions(tree)
    lower_copulas(tree)
    raise_subjects(tree)
    mend_infinitives(tree)
    mend_impersonals(tree)
    tie_hyphens(tree)
    rename(tree)
    flatten_coordination(tree)
    mend_participles(tree)
    mark_relatives(tree)
    mend_antecedents(tree, names)
    free_marks(tree)
    settle_names(tree, names, titles, head_last=True)
    mend_enumerations(tree)
    mend_appointments(tree, names, titles)
    mend_receivers(tree)
    mend_bare_names(tree, names)
    mend_named_subjects(tree)
    find_subjects(tree)
    mend_magnitudes(tree)
    mend_charges(tree)
    mend_accusations(tree)
    mend_contents(tree)
    mend_speech_rows(tree)
    mend_infinitive_rows(tree)
    mend_left_nouns(tree)
    mend_pasts(tree)
    mend_results(tree)
    mend_fronted_speech(tree)
    free_clauses(tree)
    mend_lost_subjects(tree)
    mend_subjects(tree)
    part_clauses(tree)
    join_clauses(tree)


def mend_lemmas(tree: Tree) -> None:
    """Give verb forms that the model reads wrong their lemma: "raped" is not of "rap"."""
    lemmas = load_parsing("en").lemmas
    for i, pos in enumerate(tree.pos):
        if pos == "VERB":
            tree.lemma[i] = lemmas.get(tree.text[i].lower(), tree.lemma[i])


def mend_finite(tree: Tree) -> None:
    """Make a past tense of a participle with an active subject and no auxiliary: "Thousands protested in Varna"."""
    for i, tag in enumerate(tree.tag):
        if tag != "VBN" or tree.pos[i] != "VERB" or tree.dep[i] in ("amod", "acl", "csubjpass"):
            continue
        deps = {tree.dep[c] for c in tree.children[i]}
        if "nsubj" in deps and not deps & {"aux", "auxpass", "nsubjpass", "agent"}:
            tree.tag[i], tree.morph[i] = "VBD", "Tense=Past|VerbForm=Fin"


def mend_magnitudes(tree: Tree) -> None:
    """Make one subject of a noun, its figure and the noun that they measure: "A magnitude 6.2 earthquake struck"."""
    for i, dep in enumerate(tree.dep):
        figure, noun = i + 1, i + 2
        if dep != "nsubj" or noun >= len(tree) or tree.pos[i] != "NOUN" or tree.pos[figure] != "NUM":
            continue
        if tree.dep[noun] == "nsubj" and tree.head[noun] == tree.head[i] and tree.head[figure] == noun:
            for child in list(tree.children[i]):
                tree.move(child, noun, tree.dep[child])
            tree.move(i, noun, "compound")


def lower_prepositions(tree: Tree) -> None:
    """Make each preposition a dependent of its object; from the right, so that "out of the house" works from inside."""
    for i in range(len(tree) - 1, -1, -1):
        if is_preposition(tree, i):
            lower_preposition(tree, i)


def is_preposition(tree: Tree, i: int) -> bool:
    """Whether word `i` governs an object in the ClearNLP manner."""
    if tree.dep[i] in PREPOSITIONS or (tree.dep[i] in ("conj", "pcomp", "ROOT") and tree.pos[i] in ("ADP", "SCONJ")):
        return object_of(tree, i) is not None
    return False


def object_of(tree: Tree, i: int) -> int | None:
    """Find the noun or clause that preposition `i` governs."""
    clause = None
    for child in tree.children[i]:
        if tree.dep[child] == "pobj":
            return child
        if tree.dep[child] == "pcomp" and clause is None:
            clause = child
    return clause


def lower_preposition(tree: Tree, i: int) -> None:
    """Put the object of preposition `i` in its place, and the preposition under it as `case` or `mark`."""
    governed = object_of(tree, i)
    if governed is None:
        return
    for child in list(tree.children[i]):
        if child != governed and tree.pos[child] in ("ADP", "SCONJ") and not tree.children[child]:
            tree.move(child, i, "fixed")
    fixed = [child for child in tree.children[i] if tree.dep[child] == "fixed"]
    clausal = tree.dep[governed] == "pcomp" and tree.pos[governed] in ("VERB", "AUX")
    dep = relation_of_phrase(tree, i, clausal)
    tree.take_place(governed, i, dep)
    tree.move(i, governed, "mark" if clausal else "case")
    for child in fixed:
        tree.move(child, i, "fixed")
    if not clausal:
        tree.pos[i] = "ADP"


def relation_of_phrase(tree: Tree, i: int, clausal: bool) -> str:
    """Name the relation of the phrase that preposition `i` heads to what governs it."""
    dep, above = tree.dep[i], tree.head[i]
    if dep in ("conj", "ROOT"):
        return dep
    if above != i and is_bare_preposition(tree, above):
        return "pobj"
    if clausal:
        return "acl" if tree.pos[above] in NOMINAL else "advcl"
    if dep == "agent":
        return "obl:agent"
    return "nmod" if tree.pos[above] in NOMINAL else "obl"


def is_bare_preposition(tree: Tree, i: int) -> bool:
    """Whether `i` is a preposition whose object stands under the preposition after it ("out of", "according to")."""
    return tree.dep[i] in PREPOSITIONS and object_of(tree, i) is None


def lower_copulas(tree: Tree) -> None:
    """Make the predicate of "be" the head of the clause and "be" its `cop`."""
    for i in range(len(tree)):
        if tree.lemma[i] == "be" and tree.pos[i] in ("AUX", "VERB") and tree.dep[i] not in ("aux", "auxpass"):
            lower_copula(tree, i)


def lower_copula(tree: Tree, i: int) -> None:
    """Put the predicate of copula `i` in its place; "there is X" keeps "be" and makes X its subject."""
    deps = {tree.dep[child]: child for child in reversed(tree.children[i])}
    if "expl" in deps and "attr" in deps:
        tree.dep[deps["attr"]] = "nsubj"
        return
    predicate = deps.get("attr", deps.get("acomp"))
    if predicate is None and ("nsubj" in deps or tree.dep[i] in ("conj", "relcl")):
        predicate = next_phrase(tree, i)
    if predicate is None:
        return
    tree.take_place(predicate, i, tree.dep[i])
    tree.move(i, predicate, "cop")
    tree.pos[i] = "AUX"


def next_phrase(tree: Tree, i: int) -> int | None:
    """Find the phrase of place or state right after copula `i`: "is in the capital", "is over"."""
    for child in sorted(tree.children[i]):
        if child < i or tree.dep[child] == "neg" or tree.dep[child] == "punct":
            continue
        if tree.dep[child] == "obl":
            return child
        if tree.dep[child] == "advmod" and tree.pos[child] == "ADV" and child == i + 1:
            continue
        if tree.dep[child] == "advmod":
            return child
        return None
    return None


def raise_subjects(tree: Tree) -> None:
    """Make the subject of a clause without finite verb the object above: "made them leave", "found them guilty"."""
    for i in range(len(tree)):
        if tree.dep[i] != "ccomp" or tree.child(i, "cop") is not None:
            continue
        if tree.tag[i] == "VBD" and is_seen(tree, i):
            tree.tag[i], tree.morph[i] = "VBN", "Aspect=Perf|Tense=Past|VerbForm=Part"
        if tree.tag[i] not in SMALL:
            continue
        children = tree.children[i]
        subject = next((child for child in children if tree.dep[child] in ("nsubj", "nsubjpass")), None)
        bound = any(tree.dep[c] == "mark" or (tree.dep[c] == "aux" and tree.tag[c] != "TO") for c in children)
        if subject is None or bound or subject < tree.head[i]:
            continue
        tree.move(subject, tree.head[i], "dobj")
        tree.dep[i] = "xcomp"


def is_seen(tree: Tree, i: int) -> bool:
    """Whether a participle under a verb of seeing was taken for a past: "the fighting saw 120 soldiers killed"."""
    if tree.lemma[tree.head[i]] not in load_parsing("en").object_and_clause:
        return False
    return not any(tree.dep[c] in ("dobj", "mark", "aux", "prep") for c in tree.children[i])


def mend_infinitives(tree: Tree) -> None:
    """Make verbs of words after "to" that were taken for others, and no relative clauses of bare infinitives."""
    for i, dep in enumerate(tree.dep):
        head = tree.head[i]
        if dep == "aux" and tree.lemma[i] == "to" and head > i:
            tree.tag[i], tree.pos[i] = "TO", "PART"
            if tree.pos[head] in ("ADJ", "NOUN") and tree.child(head, "cop") is None and head <= i + 2:
                tree.pos[head], tree.morph[head] = "VERB", "VerbForm=Inf"
            if tree.dep[head] == "relcl" and not has_relative(tree, head):
                tree.dep[head] = "acl"


def mend_impersonals(tree: Tree) -> None:
    """Make an expletive of "it" where a clause behind a passive or an adjective says what is meant: "it is said that"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if tree.lemma[i] != "it" or dep not in ("nsubj", "nsubjpass") or above < i:
            continue
        adjective = above if tree.child(above, "cop") is not None else tree.child(above, "acomp")  # "it feels good to"
        if dep == "nsubjpass" or (adjective is not None and tree.pos[adjective] == "ADJ"):
            clauses = (c for c in tree.children[above] if c > above and tree.dep[c] in ("ccomp", "xcomp", "csubj", "advcl"))
            if any(is_meant(tree, c) for c in clauses):
                tree.dep[i] = "expl"


def is_meant(tree: Tree, clause: int) -> bool:
    """Whether clause `clause` tells what an expletive stands for; one with "for" does: "it is vital for them to leave"."""
    mark = tree.child(clause, "mark")
    if tree.dep[clause] == "advcl":
        return mark is not None and tree.lemma[mark] == "for" and tree.tag[clause] == "VB"
    return mark is not None or tree.tag[clause] == "VB"


def mend_antecedents(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Hang clauses with "which" under no person, and those with "who" under no body or place."""
    label = {i: name.label for name in names for i in range(name.first, name.last)}
    for i, dep in enumerate(tree.dep):
        head = tree.head[i]
        if dep != "acl:relcl" or head == i:
            continue
        relative = next((c for c in tree.children[i] if tree.tag[c] in ("WDT", "WP", "WP$")), head)
        if tree.lemma[relative] == "which" and label.get(head) == "PER":
            before = next((k for k in range(relative - 1, head, -1) if tree.pos[k] != "PUNCT"), head)
            if label.get(before) in BODIES:
                tree.move(i, before, "acl:relcl")
        elif tree.lemma[relative] == "who" and label.get(head) in BODIES:
            while label.get(head) in BODIES and tree.dep[head] in ("nmod", "compound", "appos") and tree.head[head] < head:
                head = tree.head[head]
            if head != tree.head[i] and tree.pos[head] in NOMINAL and label.get(head) not in BODIES:
                tree.move(i, head, "acl:relcl")


def has_relative(tree: Tree, i: int) -> bool:
    """Whether clause `i` has a wh-word of its own."""
    below = [i, *tree.children[i], *(c for child in tree.children[i] for c in tree.children[child])]
    return any(tree.tag[word] in ("WDT", "WP", "WP$", "WRB") for word in below)


def tie_hyphens(tree: Tree) -> None:
    """Make an agent of the word that a hyphen joins to an attribute: "Iran-backed rebels", "the US-led coalition"."""
    for hyphen, text in enumerate(tree.text):
        i, verb = hyphen - 1, hyphen + 1
        if text != "-" or not 0 <= i < verb < len(tree) or tree.tag[verb] != "VBN":
            continue
        joined = tree.end[i] == tree.start[hyphen] and tree.end[hyphen] == tree.start[verb]
        named = tree.pos[i] in ("PROPN", "NOUN", "ADJ") and not tree.children[i]
        if joined and named and tree.dep[verb] == "amod" and tree.head[i] in (verb, tree.head[verb]):
            tree.move(i, verb, "obl:agent")
            tree.move(hyphen, verb, "punct")
            tree.pos[hyphen] = "PUNCT"


def rename(tree: Tree) -> None:
    """Give each remaining ClearNLP label its UD name."""
    for i, dep in enumerate(tree.dep):
        if dep in RENAMED:
            tree.dep[i] = RENAMED[dep]
        elif dep == "aux" and tree.tag[i] == "TO":
            tree.dep[i] = "mark"
        elif dep == "npadvmod":
            tree.dep[i] = "obl:tmod" if tree.temporal[i] else "obj" if is_counted_object(tree, i) else "obl"
        elif dep == "nmod" and i < tree.head[i] and tree.pos[i] in ("NOUN", "PROPN"):
            tree.dep[i] = "nmod" if any(tree.dep[c] == "case" for c in tree.children[i]) else "compound"
        elif dep == "prep":
            tree.dep[i] = "obl"
        elif dep == "agent":
            tree.dep[i] = "obl:agent"
        elif dep in ("pcomp", "pobj"):
            tree.dep[i] = "advcl" if tree.pos[i] == "VERB" else "obl"


def is_counted_object(tree: Tree, i: int) -> bool:
    """Whether a counted noun right behind a verb without object was taken for a measure: "displaced 40,000 people"."""
    verb, counted = tree.head[i], i
    if tree.tag[i] == "CD":  # "shot down 21 of 28 drones"
        counted = next((c for c in tree.children[i] if tree.dep[c] == "nmod" and tree.case(c) == "of"), i)
    if tree.pos[verb] != "VERB" or tree.tag[counted] != "NNS" or i < verb:
        return False
    count = i if counted != i else tree.child(i, "nummod")
    if count is None or tree.lemma[counted] in load_parsing("en").measures:
        return False
    if any(tree.dep[c] in ("dobj", "obj", "auxpass", "aux:pass") for c in tree.children[verb]):
        return False
    start = min([count, *tree.children[count]])
    return all(tree.tag[word] in ("RP", "RB") for word in range(verb + 1, start))


def flatten_coordination(tree: Tree) -> None:
    """Hang all conjuncts under the first, and each conjunction under the conjunct that follows it."""
    for i in range(len(tree)):
        if tree.dep[i] == "conj":
            first = tree.head[i]
            while tree.dep[first] == "conj" and tree.head[first] < first:
                first = tree.head[first]
            if first != tree.head[i] and first != i:
                tree.move(i, first, "conj")
    for i in range(len(tree)):
        if tree.dep[i] == "cc":
            after = [c for c in tree.children[tree.head[i]] if c > i and tree.dep[c] == "conj"]
            if not after:
                above = tree.head[tree.head[i]]
                after = [c for c in tree.children[above] if c > i and tree.dep[c] == "conj"]
            if after:
                tree.move(i, min(after), "cc")


def mend_accusations(tree: Tree) -> None:
    """Hang gerunds behind "of" under the verb that asks for them: "acquitted the captain of the ship of killing them"."""
    accusing = load_parsing("en").accusing
    for i, dep in enumerate(tree.dep):
        if dep != "acl" or tree.tag[i] != "VBG" or (mark := tree.child(i, "mark")) is None or tree.lemma[mark] != "of":
            continue
        above = tree.head[i]
        while tree.dep[above] in ("nmod", "compound", "appos", "flat:name", "conj") and tree.head[above] != above:
            above = tree.head[above]
        if tree.dep[above] in ("obj", "nsubj:pass") and tree.lemma[tree.head[above]] in accusing:
            tree.move(i, tree.head[above], "advcl")


def mend_charges(tree: Tree) -> None:
    """Hang a bare noun behind "of" under the verb that asks for it: "accused the minister of the interior of fraud"."""
    accusing = load_parsing("en").accusing
    for verb, lemma in enumerate(tree.lemma):
        charged = tree.child(verb, "obj") if tree.pos[verb] == "VERB" and lemma in accusing else None
        if charged is None or charged < verb or any(tree.case(c) == "of" for c in tree.children[verb]):
            continue
        last = charged
        while (inner := max((c for c in tree.children[last] if is_complement(tree, c)), default=None)) is not None:
            last = inner
        if last == charged or tree.pos[last] != "NOUN" or tree.case(last) != "of" or tree.child(last, "det") is not None:
            continue
        gerund = next((c for c in tree.children[last] if tree.tag[c] == "VBG" and tree.dep[c] == "amod"), None)
        if gerund is not None and gerund == (tree.child(last, "case") or 0) + 1:  # "of neglecting security"
            tree.move(gerund, verb, "advcl")
            tree.move(tree.child(last, "case") or 0, gerund, "mark")
            tree.move(last, gerund, "obj")
        else:
            tree.move(last, verb, "obl")


def is_complement(tree: Tree, i: int) -> bool:
    """Whether word `i` hangs on the noun before it by a preposition."""
    return tree.dep[i] == "nmod" and i > tree.head[i] and tree.child(i, "case") is not None


def mend_contents(tree: Tree) -> None:
    """Make the content of a noun of a clause with "that" which lacks nothing: "a rumour that they had fled the town"."""
    contents = load_parsing("en").contents
    for i, dep in enumerate(tree.dep):
        that = next((c for c in tree.children[i] if c < i and tree.lemma[c] == "that"), None)
        subject = any(tree.dep[c] in ("nsubj", "nsubj:pass") and c != that for c in tree.children[i])
        if dep != "acl:relcl" or that is None or not subject:
            continue
        objects = [c for c in tree.children[i] if tree.dep[c] == "obj"]
        marked = tree.dep[that] == "mark" or (len(objects) == 2 and that in objects)
        if marked or tree.lemma[tree.head[i]] in contents:
            tree.move(that, i, "mark")
            tree.pos[that], tree.morph[that] = "SCONJ", ""
            tree.dep[i] = "acl"


def mend_speech_rows(tree: Tree) -> None:
    """Hang a past behind "and" under who speaks, not under what is said: "denied that it had fled and accused X"."""
    for i, dep in enumerate(tree.dep):
        first = tree.head[i]
        above = tree.head[first]
        if dep != "conj" or tree.dep[first] != "ccomp" or above > first or tree.tag[above] not in FINITE:
            continue
        children = tree.children[i]
        if any(tree.dep[c].startswith(("nsubj", "aux", "mark", "cop")) for c in children):
            continue
        passive = tree.child(first, "aux:pass") is not None and tree.child(i, "obj") is not None
        modal = any(tree.tag[c] == "MD" for c in tree.children[first])  # asks for a bare infinitive
        if tree.tag[i] in ("VBD", "VBN") and (passive or modal) and tree.child(above, "nsubj") is not None:
            tree.move(i, above, "conj")
            tree.tag[i], tree.morph[i] = "VBD", "Tense=Past|VerbForm=Fin"


def mend_infinitive_rows(tree: Tree) -> None:
    """Hang a bare infinitive behind "and" under the one before it: "called on X to cut its costs and sell the port"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep != "conj" or tree.pos[i] != "VERB" or tree.text[i].lower() != tree.lemma[i] or tree.tag[above] == "VB":
            continue
        if any(tree.dep[c].startswith(("nsubj", "aux", "mark", "cop")) for c in tree.children[i]):
            continue
        clauses = (c for c in tree.children[above] if above < c < i and tree.dep[c] in ("xcomp", "advcl"))
        bare = (c for c in clauses if tree.tag[c] == "VB")
        marked = [c for c in bare if (mark := tree.child(c, "mark")) is not None and tree.lemma[mark] == "to"]
        if marked and tree.pos[above] == "VERB" and tree.text[above].lower() != tree.lemma[above]:
            tree.move(i, marked[-1], "conj")
            tree.tag[i], tree.morph[i] = "VB", "VerbForm=Inf"


def mend_left_nouns(tree: Tree) -> None:
    """Make a sentence of a noun and a participle that is a past: "Protests against X left 12 people dead"."""
    parsing = load_parsing("en")
    for i, dep in enumerate(tree.dep):
        if dep != "acl" or tree.tag[i] not in ("VBN", "VBD") or tree.child(i, "mark") is not None:
            continue
        goods, top = tree.child(i, "obj"), i
        active = goods is not None and goods > i and tree.lemma[i] not in parsing.twofold
        if not active and tree.lemma[i] not in parsing.intransitive:
            continue
        while tree.dep[top] in ("acl", "nmod", "compound", "obl", "acl:relcl") and tree.head[top] < top:
            top = tree.head[top]
        told = any(tree.pos[c] in ("VERB", "AUX") for c in tree.children[top] if tree.dep[c] not in ("acl", "acl:relcl"))
        if told or tree.head[top] != top or tree.pos[top] not in ("NOUN", "PROPN"):
            continue
        tree.move(i, i, "root")
        tree.move(top, i, "nsubj")
        tree.tag[i], tree.morph[i] = "VBD", "Tense=Past|VerbForm=Fin"


def mend_pasts(tree: Tree) -> None:
    """Make a past of a participle with a subject where nobody can do it to another: "a woman drowned"."""
    for i, tag in enumerate(tree.tag):
        alone = tree.child(i, "nsubj") is not None and not any(tree.dep[c].startswith("aux") for c in tree.children[i])
        if tag == "VBN" and alone and tree.lemma[i] in load_parsing("en").intransitive:
            tree.tag[i], tree.morph[i] = "VBD", "Tense=Past|VerbForm=Fin"


def mend_results(tree: Tree) -> None:
    """Make a predicate of an adjective behind the object that it is the result for: "left 39 people dead in the port"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        result = dep == "amod" and i > noun > verb and tree.dep[noun] == "obj" and tree.pos[i] == "ADJ"
        if result and tree.lemma[verb] in load_parsing("en").object_and_clause:
            tree.move(i, verb, "xcomp")


def mend_fronted_speech(tree: Tree) -> None:
    """Make two clauses of "12 people drowned when a boat sank, the agency said": no comma closes an apposition."""
    for verb, tag in enumerate(tree.tag):
        subjects = [c for c in tree.children[verb] if tree.dep[c] == "nsubj" and c < verb]
        if tag not in FINITE or not subjects or tree.dep[verb] != "root":
            continue
        subject = subjects[0]
        clause = next((c for c in tree.children[subject] if tree.dep[c] == "acl" and tree.tag[c] in ("VBD", "VBN")), None)
        speaker = subjects[1] if len(subjects) > 1 else tree.child(subject, "appos")
        if clause is None or speaker != verb - 1 or speaker < clause or tree.child(clause, "mark") is not None:
            continue
        tree.move(clause, verb, "ccomp")
        tree.move(speaker, verb, "nsubj")
        tree.move(subject, clause, "nsubj")
        tree.tag[clause], tree.morph[clause] = "VBD", "Tense=Past|VerbForm=Fin"


def mend_appointments(tree: Tree, names: Iterable[NameSpan], titles: Container[str]) -> None:
    """Make an object of the person and a predicate of the office in "appointed X head of Y", "named X chief executive"."""
    naming = load_parsing("en").naming_verbs
    for name in names:
        person = next((i for i in range(name.first, name.last) if tree.head[i] >= name.last), name.last - 1)
        office = tree.head[person]
        if tree.dep[person] != "compound" or tree.pos[office] != "NOUN" or not 0 <= office - name.last <= 1:
            continue
        verb, between = tree.head[office], tree.text[name.last : office + 1]
        titled = " ".join(between).lower() in titles
        known = titled or (name.label == "PER" and office == name.last)
        if known and tree.dep[office] in ("obj", "xcomp") and tree.lemma[verb] in naming:
            tree.move(person, verb, "obj")
            tree.dep[office] = "xcomp"


def mend_receivers(tree: Tree) -> None:
    """Make an indirect object of who gets what follows: "paid Rwanda £240m", "granted Norvia 2 billion euros"."""
    giving = load_parsing("en").giving
    for verb, lemma in enumerate(tree.lemma):
        if tree.pos[verb] != "VERB" or lemma not in giving:
            continue
        objects = [c for c in tree.children[verb] if c > verb and (tree.dep[c] == "obj" or is_bare_sum(tree, c))]
        if len(objects) == 2 and tree.pos[objects[0]] in ("PROPN", "PRON", "NOUN"):
            tree.dep[objects[0]], tree.dep[objects[1]] = "iobj", "obj"
        elif len(objects) == 1 and (receiver := before_figure(tree, objects[0])) is not None:
            tree.move(receiver, verb, "iobj")


def is_bare_sum(tree: Tree, i: int) -> bool:
    """Whether a sum of money was taken for an adverb: "paid Rwanda £240m"."""
    below = [i, *tree.children[i], *(k for c in tree.children[i] for k in tree.children[c])]
    return tree.dep[i] == "obl" and tree.case(i) == "" and any(tree.tag[k] == "$" for k in below)


def before_figure(tree: Tree, thing: int) -> int | None:
    """The name that stands before the number of a counted noun, as no part of the noun can: "Norvia 2 billion euros"."""
    number = tree.child(thing, "nummod")
    names = [c for c in tree.children[thing] if tree.dep[c] == "compound" and tree.pos[c] == "PROPN"]
    return next((name for name in names if number is not None and name < number), None)


def mend_bare_names(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Make an apposition of a name right behind a noun that was taken for something else: "thanked our ally Turkey"."""
    for name in names:
        head, before = name.last - 1, name.first - 1
        stray = tree.dep[head] == "obl" or (tree.dep[head] == "obj" and before >= 0 and tree.dep[before] == "obj")
        if name.label not in ("PER", *BODIES) or not stray or tree.child(head, "case") is not None:
            continue
        if before >= 0 and tree.pos[before] == "NOUN" and tree.head[before] == tree.head[head]:
            tree.move(head, before, "appos")


def mend_enumerations(tree: Tree) -> None:
    """Hang under the first name of a row the second that was taken for an apposition or an adverb: "near X, Y and Z"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("obl", "appos") or tree.pos[i] != "PROPN" or tree.child(i, "case") is not None:
            continue
        start = min([i, *(c for c in tree.children[i] if tree.dep[c] in ("compound", "amod", "det"))])
        first = last_of_phrase(tree, start - 2)
        others = [c for c in tree.children[i] if tree.dep[c] == "conj" and tree.pos[c] == "PROPN"]
        joined = any(tree.dep[c] == "cc" for other in others for c in tree.children[other])
        if start < 2 or tree.text[start - 1] != "," or first is None or not joined or tree.is_above(i, first):
            continue
        if first not in (tree.head[i], *tree.children[tree.head[i]]):
            continue
        for word in (i, *others):
            tree.move(word, first, "conj")


def last_of_phrase(tree: Tree, i: int) -> int | None:
    """The name that ends with word `i`; None if none does."""
    if i < 0 or tree.pos[i] != "PROPN":
        return None
    head = i
    while tree.dep[head] in ("compound", "flat:name") and tree.pos[tree.head[head]] == "PROPN":
        head = tree.head[head]
    return head if tree.dep[head] in ("obl", "nmod", "obj", "nsubj", "nsubj:pass", "obl:agent") else None


def mend_named_subjects(tree: Tree) -> None:
    """Make the subject of a name that an apposition took its place from: "Mosul, Iraq's second-largest city, fell"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if tree.pos[i] != "PROPN" or dep not in STRAYS or not i < verb or tree.text[i + 1] != ",":
            continue
        noun = next((c for c in tree.children[verb] if i < c < verb and tree.dep[c] in SUBJECTS), None)
        if noun is None or tree.pos[noun] != "NOUN" or min([noun, *tree.children[noun]]) != i + 2:
            continue
        if tree.child(i, "case") is None and "," in tree.text[noun + 1 : verb]:
            tree.move(i, verb, tree.dep[noun])
            tree.move(noun, i, "appos")


def find_subjects(tree: Tree) -> None:
    """Make the subject of a verb without one of the name before it that was taken for an adverb."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if tree.pos[i] not in ("PROPN", "NOUN") or dep not in STRAYS or not i < verb or tree.pos[verb] != "VERB":
            continue
        headline = tree.dep[verb] == "root" and tree.tag[verb] == "VB" and tree.child(verb, "mark") == i + 1
        if not headline and (tree.tag[verb] not in FINITE or tree.pos[i] == "NOUN"):
            continue
        if tree.child(i, "case") is not None:
            continue
        subject = tree.child(verb, "nsubj")
        if subject is not None and subject < i and tree.tag[subject] in ("WDT", "WP"):
            tree.dep[subject] = "obj"
        elif subject is not None or tree.child(verb, "nsubj:pass") is not None:
            continue
        tree.dep[i] = "nsubj"


def mend_lost_subjects(tree: Tree) -> None:
    """Make the subject of a name that was taken for a whole clause: "X, a rebel group led by Y, controls the town"."""
    for i in range(len(tree)):
        if tree.head[i] != i or tree.pos[i] != "PROPN":
            continue
        verb = next((c for c in tree.children[i] if c > i and tree.dep[c] == "conj" and tree.tag[c] in FINITE), None)
        if verb is None or tree.child(verb, "cc") is not None or (subject := tree.child(verb, "nsubj")) is None:
            continue
        if is_apposition(tree, i, subject) and min([subject, *tree.children[subject]]) == i + 2:
            tree.move(verb, verb, "root")
            tree.move(i, verb, "nsubj")
            tree.move(subject, i, "appos")


def free_clauses(tree: Tree) -> None:
    """Give a finite clause the subject that was taken for an object: "said no help was needed"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("xcomp", "ccomp") or i < verb or any(tree.dep[c].startswith("nsubj") for c in tree.children[i]):
            continue
        finite = next((c for c in tree.children[i] if tree.dep[c].startswith("aux") and tree.tag[c] in FINITE), None)
        noun = tree.child(verb, "obj")
        if finite is not None and noun is not None and verb < noun < finite:
            passive = tree.child(i, "aux:pass") is not None
            tree.move(noun, i, "nsubj:pass" if passive else "nsubj")
            tree.dep[i] = "ccomp"


def mark_relatives(tree: Tree) -> None:
    """Say on wh-words whether they are relative or interrogative (`PronType`)."""
    for i, tag in enumerate(tree.tag):
        if tag in ("WDT", "WP", "WP$", "WRB"):
            kind = "Rel" if in_relative_clause(tree, i) else "Int"
            features = [feature for feature in tree.morph[i].split("|") if feature and "PronType" not in feature]
            tree.morph[i] = "|".join(sorted([*features, f"PronType={kind}"]))


def in_relative_clause(tree: Tree, i: int) -> bool:
    """Whether the clause that word `i` belongs to is a relative clause."""
    for _ in range(4):
        if tree.dep[i] == "acl:relcl":
            return True
        if tree.head[i] == i or tree.dep[i] in ("ccomp", "advcl", "csubj"):
            return False
        i = tree.head[i]
    return False
