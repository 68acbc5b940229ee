"""English gerunds with an object that the parser took for participles before a noun: "denied supplying weapons"."""

from __future__ import annotations

from kg import ontology
from kg.annotate.english.signs import subtree_start
from kg.annotate.parsing import load_parsing
from kg.annotate.signs import says
from kg.annotate.tree import Tree
from kg.lang import language

REACTING = frozenset({"respond", "react"})  # by deeds as well as by words


def mend_gerund_objects(tree: Tree) -> None:
    """Give a gerund the noun behind it as its object: "denied supplying weapons to X", "assisted in smuggling arms"."""
    parsing = load_parsing("en")
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep not in ("amod", "compound") or tree.tag[i] != "VBG" or noun <= i or tree.pos[noun] != "NOUN":
            continue
        if tree.lemma[i] in parsing.intransitive or tree.lemma[i] not in language("en").frames.verbs:
            continue
        verb, case = tree.head[noun], tree.child(noun, "case")
        said = tree.lemma[verb] if case is None else f"{tree.lemma[verb]} {tree.lemma[case]}"
        due = tree.dep[noun] == "obj" if case is None else tree.dep[noun].startswith("obl")
        if not due or said not in parsing.gerund_verbs or i - 1 not in (verb, case) or not _is_bare(tree, noun):
            continue
        tree.move(i, verb, "xcomp" if case is None else "advcl")
        tree.move(noun, i, "obj")
        if case is not None:
            tree.move(case, i, "mark")
        for child in [c for c in tree.children[verb] if c > noun and tree.dep[c].startswith("obl") and not tree.temporal[c]]:
            tree.move(child, i, tree.dep[child])


def raise_using(tree: Tree) -> None:
    """Hang on a verb what its subject uses, not on a known thing that it is done to: "broke up the rally using tear gas"."""
    verbs = language("en").frames.verbs
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        if dep != "acl" or tree.lemma[i] != "use" or tree.tag[i] != "VBG" or tree.dep[noun] not in ("obj", "obl"):
            continue
        article, subject = tree.child(noun, "det"), tree.child(verb, "nsubj")
        if subject is None or article is None or "Definite=Def" not in tree.morph[article] or verb > noun:
            continue
        kinds = (frame.kind for trigger, frame in verbs.get(tree.lemma[verb], ()) if not trigger.bound)
        said = any(kind and ontology.is_a(kind, "Communication") for kind in kinds)  # "condemned the attack using gas"
        if not said or tree.lemma[verb] in REACTING:
            tree.move(i, verb, "advcl")


def raise_citing(tree: Tree) -> None:
    """Hang what is given as a reason on the verb, not on a noun beside it: "quit the party citing its stance"."""
    for i, lemma in enumerate(tree.lemma):
        noun = tree.child(i, "nsubj") if lemma == "cite" and tree.dep[i] == "advcl" else None
        if noun is not None and (mark := tree.child(i, "mark")) is not None and mark == subtree_start(tree, i):
            tree.move(noun, tree.head[i], "obl")  # "voted against |Dolan citing| his record"
            tree.move(mark, noun, "case")
        elif lemma == "cite" and tree.tag[i] == "VBG" and tree.dep[i] in ("acl", "advcl"):
            noun = tree.head[i]
            kind = language("en").nouns.get(tree.lemma[noun])
            above = tree.pos[tree.head[noun]] == "VERB" and tree.dep[noun] in ("obj", "obl") and noun < i
            subject = tree.child(tree.head[noun], "nsubj")
            if above and subject is not None and (kind is None or kind.kind != "Work") and not _tells(tree, noun):
                tree.move(i, tree.head[noun], "advcl")


def raise_sayings(tree: Tree) -> None:
    """Hang on who asks for it what is said behind a comma, not on what is to be done: "ordered X to go, accusing Y"."""
    words = language("en")
    for i, dep in enumerate(tree.dep):
        done = tree.head[i]
        if dep != "advcl" or tree.tag[i] != "VBG" or tree.text[i - 1] != "," or tree.dep[done] != "xcomp" or done > i:
            continue
        asking = tree.head[done]
        whom = tree.child(asking, "obj")
        if says(tree, i, words) and whom is not None and asking < whom < done and tree.child(asking, "nsubj") is not None:
            tree.move(i, asking, "advcl")


def _tells(tree: Tree, noun: int) -> bool:
    """Whether a noun tells of something said or written."""
    frames = language("en").frames.nouns.get(tree.lemma[noun], ())
    return any(frame.kind and ontology.is_a(frame.kind, "Communication") for _, frame in frames)


def mend_fleeing(tree: Tree) -> None:
    """Make an adjective of a gerund of what nobody does to others: "shot at fleeing villagers" tells who fled."""
    intransitive = load_parsing("en").intransitive
    for i, dep in enumerate(tree.dep):
        noun, case = i + 1, i - 1
        if dep != "advcl" or tree.tag[i] != "VBG" or tree.lemma[i] not in intransitive or tree.child(i, "mark") != case:
            continue
        if tree.child(i, "obj") == noun and tree.pos[case] == "ADP":
            tree.stand_for(noun, i, "obl")
            tree.move(case, noun, "case")
            tree.move(i, noun, "amod")


def _is_bare(tree: Tree, noun: int) -> bool:
    """Whether a plural or a noun for a substance stands without an article: what one does it to."""
    return all(tree.dep[c] not in ("det", "nmod:poss", "nummod") for c in tree.children[noun])
