"""Who does it and who is blamed: "blamed the attack on the army", "supplied to the rebels by Iran"."""

from __future__ import annotations

from kg.annotate.parsing import load_parsing
from kg.annotate.tree import Tree
from kg.lang import language

ACTIVE = ("VBD", "VBZ", "VBP", "VB", "VBG")
DOERS = ("Force", "Group", "Organization", "Person")


def mend_blames(tree: Tree) -> None:
    """Hang "on X" under the verb that lays a deed on X: of "blamed the attack on the army" it was no attack on it."""
    blaming = load_parsing("en").blaming
    for deed, dep in enumerate(tree.dep):
        verb = tree.head[deed]
        if dep != "obj" or tree.lemma[verb] not in blaming or tree.pos[verb] != "VERB" or deed < verb:
            continue
        if any(tree.case(c) in ("on", "for") for c in tree.children[verb]):
            continue
        blamed = max((c for c in tree.children[deed] if c > deed and tree.case(c) == "on"), default=None)
        if blamed is not None:
            tree.move(blamed, verb, "obl")


def raise_targets(tree: Tree) -> None:
    """Hang on the deed what stands behind whom it is blamed on: "an air raid blamed on the army on a village"."""
    blaming = load_parsing("en").blaming
    for verb, dep in enumerate(tree.dep):
        deed = tree.head[verb]
        if dep != "acl" or tree.lemma[verb] not in blaming or not deed < verb or tree.pos[deed] != "NOUN":
            continue
        behind = sorted(c for c in tree.children[verb] if c > verb and tree.case(c) in ("on", "against"))
        for target in behind[1:]:  # the first is who is blamed
            tree.move(target, deed, "nmod")


def mend_pleas(tree: Tree) -> None:
    """Read what a plea of not guilty means: who "pleaded not guilty to murder" denies it."""
    pleas = load_parsing("en").pleas
    for verb, lemma in enumerate(tree.lemma):
        guilty = tree.child(verb, "xcomp") if lemma in pleas and tree.pos[verb] == "VERB" else None
        if guilty is None or tree.pos[guilty] != "ADJ":
            continue
        if not any(tree.morph[c] == "Polarity=Neg" for c in tree.children[guilty]):
            for deed in [c for c in tree.children[guilty] if tree.tag[c] == "VBG" and tree.dep[c] == "advcl"]:
                tree.move(deed, verb, "advcl")  # "pleaded guilty to killing his wife"
            continue
        tree.lemma[verb] = pleas[lemma]
        for charge in [c for c in tree.children[guilty] if tree.case(c) == "to" or tree.child(c, "mark") is not None]:
            tree.move(charge, verb, "xcomp" if tree.pos[charge] == "VERB" else "obj")
        tree.dep[guilty] = "fixed"


def mend_shared_deeds(tree: Tree) -> None:
    """Hang on what somebody does about it the deed that two verbs share: "was accused of, but denied, killing his wife"."""
    for deed, dep in enumerate(tree.dep):
        second = tree.head[deed]
        first = tree.head[second]
        if dep != "advcl" or tree.tag[deed] != "VBG" or tree.dep[second] != "conj" or not first < second < deed:
            continue
        bare = tree.text[deed - 1] == "," and tree.child(deed, "mark") is None and tree.child(second, "obj") is None
        stranded = any(c + 1 < second and tree.pos[c] == "ADP" and tree.text[c + 1] == "," for c in tree.children[first])
        if bare and stranded:
            tree.dep[deed] = "xcomp"


def free_doubtful_accusers(tree: Tree) -> None:
    """Take from an accusation whoever may be accused instead: "allegations of torture by police", "… by victims"."""
    nouns = language("en").frames.nouns
    for i, lemma in enumerate(tree.lemma):
        if tree.pos[i] != "NOUN" or not any(frame.kind == "Accusation" for _, frame in nouns.get(lemma, ())):
            continue
        told = [c for c in tree.children[i] if tree.case(c) == "of" and tree.lemma[c] in nouns]
        for by in [c for c in tree.children[i] if told and c > told[0] and tree.case(c) == "by"]:
            tree.dep[by] = "dep"


def raise_agents(tree: Tree) -> None:
    """Give a passive its agent, hung on the noun before it, which nobody does: "supplied to the rebels by Iran"."""
    words, accusing = language("en"), load_parsing("en").accusing
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        if dep not in ("nmod", "obl") or tree.dep[noun] != "obl" or tree.case(i) != "by" or tree.temporal[i] or i < noun:
            continue
        if tree.child(verb, "aux:pass") is None or tree.child(verb, "obl:agent") is not None or noun < verb:
            continue
        known = words.nouns.get(tree.lemma[noun])
        done = words.frames.is_told_by(tree.lemma[noun])
        done = done or (known is not None and known.kind in ("Work", "Position"))
        accused = tree.lemma[verb] in accusing  # "accused of looting by residents": they accuse
        if accused or (not done and (known is not None or tree.pos[noun] == "PROPN")):
            tree.move(i, verb, "obl:agent")


def lower_agents(tree: Tree) -> None:
    """Give the deed before it who is told behind an active verb: "pushed back an offensive by the militia"."""
    words = language("en")
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("obl:agent", "obl") or tree.case(i) != "by" or tree.tag[verb] not in ACTIVE or tree.temporal[i]:
            continue
        deed, doer = tree.child(verb, "obj"), words.nouns.get(tree.lemma[i])
        acting = dep == "obl:agent" or (doer is not None and doer.kind in DOERS)  # "repelled an attack by sea"
        if deed is None or not verb < deed < i or not acting or tree.child(verb, "aux:pass") is not None:
            continue
        if words.frames.is_told_by(tree.lemma[deed]):
            tree.move(i, deed, "nmod")


def free_doubtful_judges(tree: Tree) -> None:
    """Take from a deed whoever may judge it instead: "were held responsible for the massacre by the UN"."""
    grammar = language("en").grammar
    for i, dep in enumerate(tree.dep):
        deed = tree.head[i]
        verb = tree.head[deed]
        if dep != "nmod" or tree.case(i) != "by" or tree.case(deed) not in grammar.offence_marks:
            continue
        if tree.pos[verb] == "ADJ":
            verb = tree.head[verb]  # "held responsible"
        elif tree.lemma[verb] not in grammar.object_control:
            continue
        passive = tree.child(verb, "aux:pass") is not None and tree.child(verb, "obl:agent") is None
        if passive and not any(tree.case(c) == "of" for c in tree.children[deed]):
            tree.dep[i] = "dep"
