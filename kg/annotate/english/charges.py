"""What somebody is accused of in an English tree hangs under the verb of accusing, not on the accused."""

from __future__ import annotations

from kg.annotate.parsing import load_parsing
from kg.annotate.tree import Tree
from kg.lang import language

VOWELS = frozenset("aeiou")
OFFENCE = ("of", "with")  # before what somebody is accused of, or charged with
BODIES = ("Force", "Group", "Organization")


def mend_accusations(tree: Tree) -> None:
    """Hang gerunds behind "of" under the verb that asks for them: "acquitted the captain of the ship of killing them"."""
    accusing = load_parsing("en").accusing
    for i, dep in enumerate(tree.dep):
        # "accused the other of attacking": on an adjective
        hung = dep == "acl" or (dep == "advcl" and tree.pos[tree.head[i]] == "ADJ")
        gerund = tree.tag[i] == "VBG" or any(tree.text[c] == "being" for c in tree.children[i])
        if not hung or not gerund or (mark := tree.child(i, "mark")) is None or tree.lemma[mark] != "of":
            continue
        above = tree.head[i]
        while tree.dep[above] in ("nmod", "compound", "appos", "flat:name", "conj") and tree.head[above] != above:
            above = tree.head[above]
        if tree.dep[above] in ("obj", "nsubj:pass", "obl:agent") and tree.lemma[tree.head[above]] in accusing:
            tree.move(i, tree.head[above], "advcl")


def free_the_accused(tree: Tree) -> None:
    """Hang who is accused under the verb, not on the court: "appeared before a court in Leeds accused of fraud".

    Behind an object that names somebody the accused may be either: "met X at the court accused of bias".
    """
    accusing, nouns = load_parsing("en").accusing, language("en").nouns
    for i, dep in enumerate(tree.dep):
        if dep != "acl" or tree.tag[i] != "VBN" or (tree.lemma[i] not in accusing and tree.lemma[i] != "charge"):
            continue
        court = tree.head[i]
        verb, known = tree.head[court], nouns.get(tree.lemma[court].lower())
        judging = known is not None and known.kind in BODIES and "justice" in known.flags
        if not judging or court > i or tree.dep[court] not in ("obl", "obl:agent") or tree.pos[verb] not in ("VERB", "ADJ"):
            continue  # "due in court accused of fraud"
        thing = tree.child(verb, "obj")
        if thing is None or nouns.get(tree.lemma[thing]) is None:
            tree.move(i, verb, "advcl")


def part_courts(tree: Tree) -> None:
    """Hang a court on the verb before it, not on a bare participle: "appeared before Varna Court accused of fraud"."""
    accusing = load_parsing("en").accusing
    for i, dep in enumerate(tree.dep):
        if dep != "advcl" or tree.tag[i] != "VBN" or (tree.lemma[i] not in accusing and tree.lemma[i] != "charge"):
            continue
        court = next((c for c in tree.children[i] if tree.dep[c] in ("nsubj", "nsubj:pass") and tree.head[i] < c < i), None)
        if court is None or any(tree.dep[c].startswith("aux") for c in tree.children[i]):
            continue
        before = min([court, *tree.children[court]]) - 1
        if (
            before <= tree.head[i]
            or tree.lemma[before] not in ("before", "at", "in")
            or tree.head[before] not in (i, tree.head[i])
        ):
            continue
        tree.move(court, tree.head[i], "obl")
        tree.move(before, court, "case")
        tree.pos[before] = "ADP"


def mend_verdicts(tree: Tree) -> None:
    """Hang under the verb of a verdict what it is for: "was found guilty of killing his wife"."""
    verbs = language("en").frames.verbs
    for i, tag in enumerate(tree.tag):
        verdict = tree.head[i]
        if tree.dep[i] == "xcomp" and tree.pos[i] == "ADJ" and tree.pos[verdict] == "PROPN" and tree.dep[verdict] == "obj":
            _raise_verdict(tree, i)
        mark = tree.child(i, "mark") if tag == "VBG" and tree.dep[verdict] == "xcomp" else None
        if mark is None or tree.pos[verdict] != "ADJ":
            continue
        judged = (t for t, _ in verbs.get(tree.lemma[tree.head[verdict]], ()) if t.object_noun == tree.lemma[verdict])
        if any(trigger.preposition == tree.lemma[mark] for trigger in judged):
            tree.move(i, tree.head[verdict], "advcl")


def _raise_verdict(tree: Tree, verdict: int) -> None:
    """Hang a verdict under its verb, not on the name of the convict, who judges nobody: "found Ann Lee-Hart guilty"."""
    name = tree.head[verdict]
    for child in [c for c in tree.children[name] if c >= verdict]:
        tree.move(child, tree.head[name], tree.dep[child])


def mend_charges(tree: Tree) -> None:
    """Hang a bare noun behind "of" under the verb that asks for it: "accused the minister of the interior of fraud".

    So behind "with": "charged the head of X with fraud".
    """
    accusing = load_parsing("en").accusing
    for verb, lemma in enumerate(tree.lemma):
        if tree.pos[verb] != "VERB" or (lemma not in accusing and lemma != "charge"):
            continue
        _free_accuser(tree, verb)
        if any(_raise_gerund(tree, verb, c) for c in tree.children[verb] if tree.dep[c] == "obl"):
            continue  # "was accused of burning villages"
        accuser = tree.child(verb, "obl:agent")
        if accuser is not None:  # "were accused by villagers of burning houses"
            for held in list(tree.children[accuser]):
                if not _raise_gerund(tree, verb, held) and _is_charge(tree, accuser, held):
                    tree.move(held, verb, "obl")
            continue
        charged = tree.child(verb, "obj")
        _free_deed(tree, verb, charged)
        if charged is None or charged < verb or any(tree.case(c) == "of" for c in tree.children[verb]):
            continue
        last = charged
        while (inner := max((c for c in tree.children[last] if _goes_on(tree, c)), default=None)) is not None:
            last = inner
            if _gerund_behind_of(tree, last) is not None:
                break
        told = tree.case(last) == "of" or (tree.case(last) == "with" and lemma == "charge")
        if last == charged or tree.pos[last] != "NOUN" or not told or tree.child(last, "det") is not None:
            continue
        if tree.tag[charged] == "CD" and tree.child(last, "nummod") is not None:
            continue  # "acquitted three of five officers"
        if not _raise_gerund(tree, verb, last):
            tree.move(last, verb, "obl")


def _free_deed(tree: Tree, verb: int, charged: int | None) -> None:
    """Hang a deed under the verb of accusing, not on the body of the accused: "a member of the group of the murder of X"."""
    body = tree.child(charged, "nmod") if charged is not None and charged > verb else None
    if body is None or tree.case(body) != "of":
        return
    deed = next((c for c in tree.children[body] if tree.dep[c] == "nmod" and tree.case(c) == "of"), None)
    if deed is None or tree.lemma[deed] not in language("en").frames.nouns:
        return
    noun = language("en").nouns.get(tree.lemma[body])
    if tree.pos[body] == "PROPN" or (noun is not None and noun.kind in BODIES):
        for whose in [c for c in tree.children[verb] if c > deed and tree.dep[c] == "obl" and tree.case(c) == "of"]:
            tree.move(whose, deed, "nmod")
        tree.move(deed, verb, "obl")


def _is_charge(tree: Tree, accuser: int, noun: int) -> bool:
    """Whether a bare noun hung on who accuses tells of what: "accused by regulators of fraud", no "ministry of justice"."""
    told = tree.pos[noun] == "NOUN" and tree.lemma[noun] in language("en").frames.nouns
    return told and noun > accuser and tree.case(noun) == "of" and tree.child(noun, "det") is None


def _free_accuser(tree: Tree, verb: int) -> None:
    """Give a passive verb of accusing its agent, hung on the charge: "accused of fraud by the opposition"."""
    if tree.tag[verb] != "VBN" or tree.child(verb, "obj") is not None or tree.child(verb, "obl:agent") is not None:
        return
    charges = [c for c in tree.children[verb] if tree.dep[c] == "obl" and tree.case(c) == "of"]
    by = (c for charge in charges for c in tree.children[charge] if tree.dep[c] == "nmod" and tree.case(c) == "by")
    accuser = next(by, None)
    if accuser is not None:
        tree.move(accuser, verb, "obl:agent")


def _gerund_behind_of(tree: Tree, noun: int) -> int | None:
    """The gerund right behind a noun's "of" that was taken for its adjective: "of (gravely) neglecting security"."""
    of = tree.child(noun, "case")
    if of is None or of > noun or tree.lemma[of] not in OFFENCE:
        return None
    word = of + 2 if tree.pos[of + 1] == "ADV" else of + 1
    if tree.head[word] != noun or tree.tag[word] not in ("VBG", "NN"):
        return None
    if tree.tag[word] == "VBG":
        return word if tree.dep[word] == "amod" else None
    hidden = tree.dep[word] == "compound" and tree.lemma[noun] not in language("en").frames.nouns
    return word if hidden and make_gerund(tree, word) else None


def make_gerund(tree: Tree, i: int) -> bool:
    """Make a gerund of a noun in -ing before a singular: "hiding evidence"; whether it may be one."""
    words, stem = language("en").frames.verbs, tree.text[i].lower().removesuffix("ing")
    if stem == tree.text[i].lower() or tree.tag[tree.head[i]] != "NN":
        return False
    whole = not set(stem[-2:]) & VOWELS or set(stem[-3:-1]) <= VOWELS  # "planting", "leaking", but "hiding"
    lemma = next((form for form in (stem, f"{stem}e", stem[:-1]) if form in words), stem if whole else f"{stem}e")
    tree.lemma[i], tree.pos[i], tree.tag[i] = lemma, "VERB", "VBG"
    tree.morph[i] = "Aspect=Prog|Tense=Pres|VerbForm=Part"
    return True


def _raise_gerund(tree: Tree, verb: int, noun: int) -> bool:
    """Hang that gerund, if there is one, under the verb of accusing, with the noun as its object."""
    gerund, of = _gerund_behind_of(tree, noun), tree.child(noun, "case")
    if gerund is None or of is None:
        return False
    tree.move(gerund, verb, "advcl")
    tree.move(of, gerund, "mark")
    tree.move(noun, gerund, "obj")
    return True


def _goes_on(tree: Tree, i: int) -> bool:
    """Whether the accused go on with word `i`: "of the interior", "and the army", but "of abuses including torture"."""
    if tree.dep[i] == "conj":
        return tree.pos[i] in ("NOUN", "PROPN")
    return is_complement(tree, i) and tree.case(i) != "include"


def is_complement(tree: Tree, i: int) -> bool:
    """Whether word `i` hangs on the noun before it by a preposition."""
    return tree.dep[i] == "nmod" and i > tree.head[i] and tree.child(i, "case") is not None
