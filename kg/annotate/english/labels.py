"""From the labels of ClearNLP to Universal Dependencies: prepositions and copulas give way to what they introduce."""

from __future__ import annotations

from kg.annotate.english import sums
from kg.annotate.english.signs import make_past
from kg.annotate.parsing import load_parsing
from kg.annotate.tree import NOMINAL, Tree

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
RESIGNING = frozenset({"quit", "resign", "sue", "clash"})
PREPOSITIONS = frozenset({"prep", "agent", "dative"})
SUCH_AS = ("such", "as")


def lower_prepositions(tree: Tree) -> None:
    """Make each preposition a dependent of its object; from the right, so that "out of the house" works from inside."""
    for i in range(len(tree) - 1, -1, -1):
        if tree.dep[i] in PREPOSITIONS or (tree.dep[i] in ("conj", "pcomp", "ROOT") and tree.pos[i] in ("ADP", "SCONJ")):
            lower_preposition(tree, i)


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
    clausal = tree.pos[governed] in ("VERB", "AUX") and (tree.dep[governed] == "pcomp" or _has_object(tree, governed))
    dep = relation_of_phrase(tree, i, clausal)
    tree.take_place(governed, i, dep)
    tree.move(i, governed, "mark" if clausal else "case")
    for child in fixed:
        tree.move(child, i, "fixed")
    if not clausal:
        tree.pos[i] = "ADP"


def _has_object(tree: Tree, gerund: int) -> bool:
    """Whether a verb in -ing, or one joined to it, has an object, as no noun has: "accused X of beating or killing ten"."""
    row = (gerund, *(c for c in tree.children[gerund] if tree.dep[c] == "conj"))
    return tree.tag[gerund] == "VBG" and any(tree.dep[c] == "dobj" for verb in row for c in tree.children[verb])


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


def join_prepositions(tree: Tree) -> None:
    """Make one preposition of "such as" before a noun: "towns such as Varna and Burgas"."""
    for i in range(len(tree) - 1):
        first, second = SUCH_AS
        if tree.lemma[i] == first and tree.lemma[i + 1] == second and tree.dep[i + 1] == "case":
            tree.move(i, tree.head[i + 1], "case")
            tree.move(i + 1, i, "fixed")


def mend_particles(tree: Tree) -> None:
    """Make a preposition of a "particle" that governs a noun: "capsized off Norvia"; a passive's last one is a particle.

    So is the "over" of what is handed over, however many they are, but none over which somebody quits.
    """
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if tree.lemma[i] == "over" and not tree.first[i]:
            _settle_over(tree, i)
            dep, verb = tree.dep[i], tree.head[i]
        if dep == "obl" and tree.tag[i] == "IN" and i == verb + 1 and not tree.children[i]:
            if tree.child(verb, "aux:pass") is not None:  # "was shot at", "were fired upon"
                tree.dep[i], tree.pos[i] = "compound:prt", "ADP"
            continue
        noun = tree.child(i, "obl") if dep == "compound:prt" else None
        if noun is not None and noun > i:
            tree.move(noun, tree.head[i], "obl")
            tree.move(i, noun, "case")
            tree.pos[i] = "ADP"


def _settle_over(tree: Tree, i: int) -> None:
    """Tell the particle "over" from the number and the preposition: "handed over 90 prisoners", "quit over a dispute"."""
    above = tree.head[i]
    if tree.dep[i] == "advmod" and tree.pos[above] == "NUM" and tree.lemma[i - 1] == "hand":
        tree.move(i, i - 1, "compound:prt")
    thing = tree.child(above, "obj") if tree.dep[i] == "compound:prt" and tree.lemma[above] in RESIGNING else None
    if thing is not None and thing > i:
        tree.move(thing, above, "obl")
        tree.move(i, thing, "case")


def is_bare_preposition(tree: Tree, i: int) -> bool:
    """Whether `i` is a preposition whose object stands under the preposition after it ("out of", "according to")."""
    return tree.dep[i] in PREPOSITIONS and object_of(tree, i) is None


def lower_copulas(tree: Tree) -> None:
    """Make the predicate of "be" the head of the clause and "be" its `cop`."""
    for i in range(len(tree)):
        be = tree.lemma[i] == "be" and tree.pos[i] in ("AUX", "VERB") and tree.dep[i] not in ("aux", "auxpass")
        if be and not sums.settle_move(tree, i):
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
        elif dep == "npadvmod" and is_bare_subject(tree, i):
            verb, tree.dep[i] = tree.head[i], "nsubj"
            make_past(tree, verb)
            for child in [c for c in tree.children[verb] if c < i and tree.dep[c] in ("det", "amod", "compound")]:
                tree.move(child, i, tree.dep[child])
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


def is_bare_subject(tree: Tree, i: int) -> bool:
    """Whether a noun right before a verb with an object was taken for a measure: "An arsonist set fire to the shop"."""
    verb = tree.head[i]
    if verb != i + 1 or tree.temporal[i] or tree.tag[verb] not in ("VBN", "VBD") or tree.head[verb] != verb:
        return False
    deps = {tree.dep[c] for c in tree.children[verb]}
    return bool(deps & {"dobj", "obj"}) and not any(dep.startswith(("nsubj", "aux")) for dep in deps)


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
    """Hang all conjuncts under the first, and each conjunction under the conjunct that follows it.

    A clause with a subject of its own keeps what is joined to it: "where X attacked and ten people were killed and wounded".
    """
    for i in range(len(tree)):
        if tree.dep[i] == "conj":
            first = tree.head[i]
            while tree.dep[first] == "conj" and tree.head[first] < first and not _has_own_subject(tree, first):
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


def _has_own_subject(tree: Tree, verb: int) -> bool:
    return tree.pos[verb] == "VERB" and any(tree.dep[c].startswith("nsubj") for c in tree.children[verb])


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
