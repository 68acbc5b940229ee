"""What "dont" says to be among those before it, in a French tree: "six blessés, dont deux enfants"."""

from __future__ import annotations

from kg.annotate.french.openings import mend_false_mains
from kg.annotate.french.signs import SUBJECTS, is_plural
from kg.annotate.signs import is_past_participle
from kg.annotate.tree import Tree
from kg.lang import Language

BEFORE = (",", "(", "–", "—", "-")  # what parts them from the others
BEHIND = (",", "–", "—", "-")
SINGULAR = ("é", "i", "u", "t", "ée")  # endings of participles told of one


def mend_inclusions(tree: Tree, words: Language) -> None:
    """Join to the people or things before it who "dont" says to be among them: "six blessés, dont deux enfants"."""
    for i, lemma in enumerate(tree.lemma):
        if lemma != "dont" or i == 0:
            continue
        noun = subject_behind(tree, i)
        aside = tree.text[i - 1] in BEFORE
        if not (is_named_part(tree, noun, i) if aside else _is_no_subject(tree, noun, i)):
            continue
        whole = whole_before(tree, noun, i, words)
        if whole is None or (tree.is_above(noun, whole) and tree.dep[noun] not in SUBJECTS):
            continue
        freed = tree.dep[noun] in SUBJECTS
        if freed:
            free_whole(tree, whole, noun)
        tree.move(noun, whole, "conj")
        tree.move(i, noun, "cc")
        tree.pos[i], tree.morph[i] = "CCONJ", ""
        if freed:
            mend_false_mains(tree)  # "Selon l'ONU, 23 personnes dont deux enfants sont mortes"


def part_next_clauses(tree: Tree) -> None:
    """Part who "dont" counts from the subject of the next clause: "10 morts, dont 3 soldats, et l'armée accuse X"."""
    for i, lemma in enumerate(tree.lemma):
        part = tree.head[i]
        verb = tree.head[part]
        if lemma != "dont" or tree.dep[part] not in SUBJECTS or verb < part or tree.child(part, "nummod") is None:
            continue
        subject = tree.child(part, "conj")
        cc = tree.child(subject, "cc") if subject is not None else None
        if subject is None or cc is None or tree.text[cc - 1] != "," or tree.head[verb] > i or subject > verb:
            continue
        tree.move(subject, verb, tree.dep[part])
        tree.move(cc, verb, "cc")
        tree.move(part, tree.head[verb], "obl")
        tree.dep[verb] = "conj"


def raise_from_parts(tree: Tree) -> None:
    """Say of all what a participle behind the comma tells of them: "42 élèves, dont 27 filles, enlevés en mai"."""
    for i, dep in enumerate(tree.dep):
        part = tree.head[i]
        if dep != "acl" or part > i or tree.dep[part] != "conj" or tree.text[i - 1] != ",":
            continue
        cc, whole = tree.child(part, "cc"), tree.head[part]
        done = cc is not None and tree.lemma[cc] == "dont" and is_past_participle(tree, i)
        alone = tree.text[i].endswith(SINGULAR)  # "deux hommes, dont un mineur, soupçonné de vol"
        if done and cc is not None and whole < cc and "Number=Plur" in tree.morph[whole] and not alone:
            tree.move(i, whole, "acl")


def subject_behind(tree: Tree, dont: int) -> int:
    """What "dont" hangs on; where that is a verb, its subject right behind: "trois membres, dont Ana Vidal, ont été"."""
    head = tree.head[dont]
    if tree.pos[head] != "VERB":
        return head
    subjects = (c for c in tree.children[head] if c > dont and tree.dep[c] in SUBJECTS)
    return next((c for c in subjects if min([c, *tree.children[c]]) == dont + 1), head)


def _is_no_subject(tree: Tree, noun: int, dont: int) -> bool:
    """Whether a plural verb is told of those before "dont", not of one behind it: "trois hommes dont le chef sont morts".

    So where both are counted: "23 civils dont neuf enfants ont péri".
    """
    if tree.dep[noun] not in SUBJECTS or "Number=Plur" not in tree.morph[dont - 1]:
        return False
    if tree.child(dont - 1, "nummod") is not None and tree.child(noun, "nummod") == dont + 1:
        return is_plural(tree, tree.head[noun])
    if tree.pos[dont - 1] != "NOUN":
        return False
    single = "Number=Sing" in tree.morph[noun] and tree.child(noun, "conj") is None
    return single and tree.child(noun, "det") == dont + 1 and is_plural(tree, tree.head[noun])


def is_named_part(tree: Tree, noun: int, dont: int) -> bool:
    """Whether a noun right behind "dont" is counted, named or known, and heads no relative clause."""
    own = [c for c in tree.children[noun] if c != dont and tree.dep[c] != "punct"]
    if tree.pos[noun] not in ("NOUN", "PROPN") or min([noun, *own]) != dont + 1 or tree.child(noun, "cop") is not None:
        return False
    if tree.dep[noun] in SUBJECTS and _is_said_behind(tree, noun):
        return True  # "six blessés, dont une dizaine de soldats, a dit la police"
    if tree.dep[noun] in SUBJECTS:  # "dix pays, dont la France, ont signé"
        sentence = range(noun, tree.end_of(noun))
        end = max(k for k in sentence if tree.is_above(noun, k) and tree.pos[k] != "PUNCT")
        single = "Number=Sing" in tree.morph[noun] and tree.child(noun, "conj") is None  # no subject of a plural verb
        told = single or tree.pos[noun] == "PROPN" or tree.child(noun, "nummod") is not None
        return told and tree.text[end + 1] in BEHIND and is_plural(tree, tree.head[noun])
    return any(tree.dep[c] in ("det", "nummod") for c in own) or tree.pos[noun] == "PROPN"


def _is_said_behind(tree: Tree, noun: int) -> bool:
    """Whether the verb behind a comma has its own subject behind it: "…, a annoncé samedi la gendarmerie"."""
    verb = tree.head[noun]
    own = any(tree.dep[c] in SUBJECTS and c > verb for c in tree.children[verb])
    return own and noun < verb and not is_plural(tree, verb)


def whole_before(tree: Tree, part: int, dont: int, words: Language) -> int | None:
    """The counted noun, or the plural subject or object, before "dont" that may hold a part: people hold people."""
    first = tree.first_of(dont)
    for k in range(dont - 1, first - 1, -1):
        counted = tree.child(k, "nummod") is not None or tree.dep[k] in ("nsubj", "nsubj:pass", "obj", "obl:agent")
        if tree.pos[k] in ("NOUN", "ADJ") and "Number=Plur" in tree.morph[k] and counted and may_hold(tree, k, part, words):
            return k
    return None


def may_hold(tree: Tree, whole: int, part: int, words: Language) -> bool:
    """Whether nothing is known against a part being one of the whole: both are people, or neither."""
    kinds = [words.nouns.get(tree.lemma[k]) for k in (whole, part)]
    people = [noun.kind in ("Person", "Group", "Force") for noun in kinds if noun is not None]
    return len(people) < 2 or people[0] == people[1]


def free_whole(tree: Tree, whole: int, part: int) -> None:
    """Make the subject of the noun whose "relative clause" is the sentence: "Dix pays, dont la France, ont signé"."""
    verb = tree.head[part]
    if tree.dep[verb] == "acl:relcl" and tree.head[verb] == whole:
        tree.stand_for(verb, whole)
        tree.move(whole, verb, tree.dep[part])
    elif tree.head[whole] == verb and not tree.case(whole):
        tree.move(whole, verb, tree.dep[part])
        tree.pos[whole] = "NOUN"
