"""The "il" that stands for nobody: "il a été conseillé aux habitants de partir", "il pourrait y avoir des blessés"."""

from __future__ import annotations

from kg.annotate.french.signs import SUBJECTS, is_infinitive, is_reflexive
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import subject_label
from kg.annotate.signs import is_person
from kg.annotate.tree import Tree
from kg.lang import language

ADDRESSEES = ("obl:arg", "obl", "iobj")  # how hangs whom something is asked of
EXISTING = ("obj", "nsubj", "ccomp", "xcomp", "obl", "nmod")  # how the parser hangs what is there on its verb
INFINITIVES = ("xcomp", "ccomp", "csubj", "advcl", "acl")


def mend_impersonal(tree: Tree, parsing: Parsing) -> None:
    """Take "il" for nobody where something is told, asked or there, and for a subject with verbs that have a real one."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep == "expl:subj" and "NumType=Card" in tree.morph[i]:  # "150 000 ont péri"
            tree.pos[i], tree.dep[i] = "NUM", subject_label(tree, verb)
        elif dep == "expl:subj" and tree.pos[i] == "PROPN":  # "Alep a été le théâtre de combats"
            tree.dep[i] = subject_label(tree, verb)
        elif dep == "dep" and is_infinitive(tree, i) and tree.child(verb, "expl:subj") is not None:
            tree.dep[i] = "xcomp"  # "il convient de signer"
        elif dep in (*SUBJECTS, "expl:subj") and tree.lemma[i] == "il":
            if _is_nobody(tree, i, verb, parsing):
                tree.dep[i] = "expl:subj"
            elif dep == "expl:subj" and tree.lemma[verb] not in parsing.impersonal:
                _give_real_subject(tree, i, verb)


def _is_nobody(tree: Tree, i: int, verb: int, parsing: Parsing) -> bool:
    """Whether the verb of an "il" tells what is there, what falls to somebody, or what somebody was asked to do."""
    if _is_to_be_told(tree, verb) or _tells_what_is_there(tree, i, verb) or _tells_what_exists(tree, verb, parsing):
        return True
    if tree.child(verb, "aux:pass") is None:
        return tree.lemma[verb] in parsing.incumbent and _asks(tree, verb, ADDRESSEES)  # "il revient au juge de trancher"
    asked = tree.lemma[verb] in language("fr").grammar.dative_control and _asks(tree, verb, ())
    if asked or tree.child(verb, "iobj") is not None:  # "il est conseillé de partir", "il lui est reproché d'avoir fui"
        return True
    return _is_told(tree, verb)


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether a passive tells what a clause says, and not to whom: "il a été signalé que", but not "il a été averti que"."""
    content = tree.child(verb, "ccomp")
    marks = () if content is None else tree.children[content]
    if not any(tree.dep[k] == "mark" and tree.lemma[k] == "que" for k in marks) or tree.child(verb, "obl:agent") is not None:
        return False
    frames = language("fr").frames.verbs.get(tree.lemma[verb], ())
    told = [frame for trigger, frame in frames if not trigger.bound and frame.complement]
    hearers = (slot.kind for frame in told for role, slots in frame.verb_roles if role == "recipient" for slot in slots)
    return (bool(told) or (tree.lemma[verb], "verb") in language("fr").frames.modals) and "object" not in hearers


def _tells_what_exists(tree: Tree, verb: int, parsing: Parsing) -> bool:
    """Whether what is there stands behind its verb: "il existe des preuves", "il ne restait que deux obstacles"."""
    if tree.lemma[verb] not in parsing.existing:
        return False
    behind = [c for c in tree.children[verb] if c > verb and tree.pos[c] == "NOUN" and tree.dep[c] in EXISTING]
    return any("Number=Plur" in tree.morph[c] and not _is_definite(tree, c) for c in behind)


def _is_definite(tree: Tree, noun: int) -> bool:
    """Whether a definite article or a possessive stands before a noun."""
    words = (tree.morph[c] for c in tree.children[noun])
    return any("Definite=Def" in morph or "Poss=Yes" in morph for morph in words)


def _asks(tree: Tree, verb: int, addressees: tuple[str, ...]) -> bool:
    """Whether an infinitive completes a verb, as the parser hangs it on that or on whom it is asked of.

    With `addressees`, only where somebody is asked.
    """
    told = [c for c in tree.children[verb] if c > verb and tree.dep[c] in ADDRESSEES and tree.case(c) == "à"]
    if addressees and not told:
        return False
    below = [c for word in (verb, *told) for c in tree.children[word]]
    infinitives = (c for c in below if tree.dep[c] in INFINITIVES and is_infinitive(tree, c))
    return any(tree.dep[k] == "mark" and tree.lemma[k] == "de" for c in infinitives for k in tree.children[c])


def _tells_what_is_there(tree: Tree, i: int, verb: int) -> bool:
    """Whether "il" belongs to "y avoir": "dans plusieurs villes, il y a eu des heurts", "il pourrait y en avoir"."""
    behind = [word.lower() for word in tree.text[i + 1 : i + 3]]
    if behind[:1] == ["y"] and (tree.lemma[verb] == "avoir" or behind[1:] == ["en"]):
        return True
    being = next((c for c in tree.children[verb] if tree.dep[c] == "xcomp" and tree.lemma[c] == "avoir"), None)
    return being is not None and any(tree.lemma[c] == "y" for c in tree.children[being])


def _give_real_subject(tree: Tree, i: int, verb: int) -> None:
    """Make "il" the subject of a verb that tells of somebody."""
    below = {tree.dep[child] for child in tree.children[verb]}
    content = tree.child(verb, "ccomp")  # "il est dit que", "il se peut que", but not "il s'engage à ce que"
    whole = content is not None and all(tree.lemma[c] != "à" for c in tree.children[content] if tree.dep[c] == "mark")
    told = whole and ("aux:pass" in below or is_reflexive(tree, verb))
    if tree.pos[verb] == "VERB" and not told and not below & {"nsubj", "nsubj:pass", "csubj", "cop"}:
        tree.dep[i] = "nsubj:pass" if "aux:pass" in below else "nsubj"
    elif "cop" in below and not below & {*SUBJECTS, "ccomp", "xcomp", "acl"} and _is_somebody(tree, verb):
        tree.dep[i] = "nsubj"  # "s'il en était le propriétaire", "il est membre du club"


def _is_to_be_told(tree: Tree, verb: int) -> bool:
    """Whether "être à" stands over an infinitive that a clause with "que" completes: "il est à noter que"."""
    told = tree.child(verb, "xcomp") if tree.lemma[verb] == "être" else None
    return told is not None and tree.child(told, "ccomp") is not None and tree.child(told, "obj") is None


def _is_somebody(tree: Tree, i: int) -> bool:
    """Whether word i is a noun for somebody."""
    return tree.pos[i] == "NOUN" and is_person(tree, i, language("fr"))
