"""Participles without a clause of their own, and what the parser made of the words before them."""

from __future__ import annotations

from kg.annotate.english.signs import CAPTIVE, FINITE, PAST, holds_object, make_participle, make_past
from kg.annotate.parsing import load_parsing
from kg.annotate.repairs import SUBJECTS, give_subject
from kg.annotate.signs import is_person
from kg.annotate.tree import Tree
from kg.lang import Language, language
from kg.ontology import is_among

PERSONAL = ("Arrest", "Charge", "Conviction", "Detention", "Execution", "HostageTaking", "Injury", "Killing", "Trial")


def mark_once(tree: Tree) -> None:
    """Make a mark of the "once" right before a participle: "Once freed, the hostages will be flown home"."""
    for i, text in enumerate(tree.text):
        clause = tree.head[i]
        if clause == i + 1 and tree.dep[i] == "advmod" and tree.dep[clause] == "advcl" and text.lower() == "once":
            tree.dep[i], tree.pos[i] = "mark", "SCONJ"


def see_participles(tree: Tree) -> None:
    """Make a participle of a past that says of a noun what befell it: "The officer killed Thursday was one of two"."""
    for i, dep in enumerate(tree.dep):
        if dep == "acl" and tree.tag[i] == "VBD" and tree.lemma[i] not in load_parsing("en").intransitive:
            below = [tree.dep[c] for c in tree.children[i]]
            if not any(d in ("obj", "ccomp", "mark", *SUBJECTS) or d.startswith("aux") for d in below):
                make_participle(tree, i)


def free_calling(tree: Tree) -> None:
    """Make the main verb of one that somebody asks with for something: "The pope called on Sunday for talks"."""
    words = language("en")
    for verb, dep in enumerate(tree.dep):
        noun = tree.head[verb]
        if dep != "acl" or tree.tag[verb] not in PAST or noun != verb - 1 or tree.dep[noun] != "root":
            continue
        cases = {tree.case(c) for c in tree.children[verb] if tree.dep[c] == "obl"}
        triggers = (trigger for trigger, _ in words.frames.verbs.get(tree.lemma[verb], ()))
        asked = any(trigger.preposition == "for" and not trigger.bound for trigger in triggers) and "for" in cases
        if asked and tree.tag[noun] in ("NN", "NNS") and is_person(tree, noun, words):
            for child in [c for c in tree.children[noun] if c > verb]:
                tree.move(child, verb, tree.dep[child])
            tree.stand_for(verb, noun)
            tree.move(noun, verb, "nsubj")
            make_past(tree, verb)


def mend_thought(tree: Tree) -> None:
    """Give the object back to what somebody is thought to have done: "The man believed to have shot Norvia was found"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep != "conj" or tree.tag[above] not in PAST or tree.dep[above] != "root":
            continue
        subject = tree.child(i, "nsubj:pass") or tree.child(i, "nsubj")
        if subject is None:
            continue
        done, who = tree.child(above, "xcomp"), tree.child(above, "nsubj")
        if who is None or done is None or not who == above - 1 < done < subject < i or tree.child(done, "obj") is not None:
            continue
        if any(tree.dep[c] in ("cc", "punct") and above < c < i for c in tree.children[above]):
            continue
        tree.stand_for(i, above)
        for child in [c for c in tree.children[above] if c > i]:
            tree.move(child, i, tree.dep[child])
        tree.move(who, i, tree.dep[subject])
        tree.move(subject, done, "obj")
        tree.move(above, who, "acl")
        make_participle(tree, above)


def mend_absolutes(tree: Tree) -> None:
    """Make passive the participle of a clause with "with", which has no finite verb: "with two soldiers killed"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "mark" or tree.lemma[i] != "with" or tree.tag[verb] not in PAST:
            continue
        rows = [verb, *(c for c in tree.children[verb] if tree.dep[c] == "conj" and tree.tag[c] in PAST)]
        for participle in rows:
            subject = tree.child(participle, "nsubj")
            below = [tree.dep[c] for c in tree.children[participle]]
            if subject is None or "obj" in below or any(dep.startswith("aux") for dep in below):
                continue
            tree.dep[subject] = "nsubj:pass"
            make_participle(tree, participle)


def mend_parted(tree: Tree) -> None:
    """Hang on its noun a participle between commas taken for the verb: "Her son, accused of fraud, and his wife fled"."""
    for i, tag in enumerate(tree.tag):
        if tag not in PAST or tree.text[i - 1] != "," or i == 0:
            continue
        subject = next((c for c in tree.children[i] if tree.dep[c] in SUBJECTS and c < i), None)
        bare = not any(tree.dep[c] == "obj" or tree.dep[c].startswith(("aux", "cop", "mark")) for c in tree.children[i])
        if not bare or tree.lemma[i] in load_parsing("en").intransitive:
            continue
        if subject is None and tree.dep[i] == "acl" and tree.head[i] < i:  # "the convoy, attacked near Gao, was"
            make_participle(tree, i)
        main = _behind_aside(tree, i)
        if subject is None or main is None:
            continue
        if any(tree.dep[c] in SUBJECTS and i < c < main for c in tree.children[main]):
            continue  # "A patrol, sent to look, had left, the captain said"
        if main in tree.children[i]:
            tree.stand_for(main, i)
            for child in [c for c in tree.children[i] if c > main]:
                tree.move(child, main, tree.dep[child])
        for child in [c for c in tree.children[i] if c < subject]:
            tree.move(child, main, tree.dep[child])
        give_subject(tree, main, subject)
        # "troops loyal to the general, ousted in May": of whom, the parser can't tell
        near = subject == i - 2
        tree.move(i, subject if near else main, "acl" if near else "dep")
        make_participle(tree, i)


def join_reduced(tree: Tree) -> None:
    """Join to a participle the second that was hung on its agent: "Accused by X, suspected of fraud, the minister left"."""
    for i, dep in enumerate(tree.dep):
        agent = tree.head[i]
        first = tree.head[agent]
        if dep != "acl" or tree.tag[i] not in PAST or tree.dep[agent] != "obl:agent" or tree.text[i - 1] != ",":
            continue
        bare = tree.tag[first] in PAST and not any(tree.dep[c].startswith("aux") for c in tree.children[first])
        if bare and tree.dep[first] in ("advcl", "acl") and first < agent < i:
            tree.move(i, first, "conj")
            make_participle(tree, i)


def lower_to_contents(tree: Tree) -> None:
    """Hang on the clause that tells what a noun is of a participle behind it: "the news that X left, helped by Y"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if (
            dep != "acl"
            or tree.tag[i] not in PAST
            or tree.first[i]
            or tree.text[i - 1] != ","
            or tree.child(i, "obl:agent") is None
        ):
            continue
        told = next(
            (c for c in tree.children[noun] if noun < c < i and tree.dep[c] == "acl" and tree.tag[c] in FINITE), None
        )
        mark = tree.child(told, "mark") if told is not None else None
        if told is not None and mark is not None and tree.lemma[mark] == "that":
            tree.move(i, told, "advcl")
            make_participle(tree, i)


def lower_passive_asides(tree: Tree) -> None:
    """Hang on the subject before it a passive between commas: "The blast, later claimed by the rebels, killed ten"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "advcl" or tree.tag[i] not in PAST or tree.child(i, "obl:agent") is None or i > verb:
            continue
        subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < i), None)
        begin = min([i, *(c for c in tree.children[i] if tree.dep[c] == "advmod")])
        bare = not any(tree.dep[c] == "mark" or tree.dep[c].startswith(("aux", "nsubj")) for c in tree.children[i])
        if subject is not None and subject == begin - 2 and tree.text[begin - 1] == "," and bare:
            tree.move(i, subject, "acl")
            make_participle(tree, i)


def mend_clausal_subjects(tree: Tree) -> None:
    """Make a participle of a past that was taken for a subject with one of its own: "A jet shot down by X crashed"."""
    for i, dep in enumerate(tree.dep):
        clause = tree.tag[i] in PAST and (dep in SUBJECTS or _is_captured(tree, i))
        main, noun = tree.head[i], tree.child(i, "nsubj") if clause else None
        if noun is None or not noun < i < main:
            continue
        below = [tree.dep[c] for c in tree.children[i]]
        if tree.pos[noun] not in ("NOUN", "PROPN") or any(d == "mark" or d.startswith("aux") for d in below):
            continue
        if holds_object(tree, i):
            continue
        give_subject(tree, main, noun)
        tree.move(i, noun, "acl")
        make_participle(tree, i)
        for by in [c for c in tree.children[i] if tree.dep[c] == "obl" and tree.case(c) == "by" and not tree.temporal[c]]:
            tree.dep[by] = "obl:agent"


def _is_captured(tree: Tree, i: int) -> bool:
    """Whether somebody is taken captive in a clause that a verb with no other subject governs: "A man held hostage fled"."""
    captive = tree.lemma[i + 1] in CAPTIVE and tree.head[i + 1] == i and tree.dep[i] in ("ccomp", "csubj:pass")
    return captive and not any(tree.dep[c] in SUBJECTS and c != i for c in tree.children[tree.head[i]])


def _behind_aside(tree: Tree, participle: int) -> int | None:
    """The verb behind the comma that closes an aside, which the participle hangs on or is joined to without "and"."""
    above = tree.head[participle]
    if tree.dep[participle] in ("ccomp", "dep", "advcl") and above > participle and tree.pos[above] == "VERB":
        return above
    if tree.dep[participle] not in ("root", "ccomp"):
        return None
    joined = (c for c in tree.children[participle] if c > participle and tree.dep[c] in ("conj", "parataxis", "advcl"))
    past = next((c for c in joined if _is_told_past_comma(tree, c)), None)
    return past if past is not None and tree.child(past, "cc") is None and tree.child(past, "nsubj") is None else None


def _is_told_past_comma(tree: Tree, verb: int) -> bool:
    """Whether a past or a passive begins right behind a comma: "X, held since May, died", "X, found guilty, was jailed"."""
    helping = [c for c in tree.children[verb] if tree.dep[c].startswith("aux")]
    finite = tree.tag[verb] == "VBD" or any(tree.tag[c] in FINITE for c in helping)
    return finite and tree.text[min([verb, *helping]) - 1] == ","


def see_cut(tree: Tree) -> None:
    """Make a participle of the noun behind what somebody has done to it: "The bank had its rating cut by Norvex"."""
    for i, dep in enumerate(tree.dep):
        thing = i - 1
        if dep != "obj" or tree.lemma[i] != "cut" or tree.lemma[tree.head[i]] != "have" or tree.head[thing] != i:
            continue
        if tree.dep[thing] != "compound" or tree.child(i, "nmod:poss") is None:
            continue
        tree.take_place(thing, i, "obj")
        tree.move(i, thing, "acl")
        for child in [c for c in tree.children[thing] if c > i]:
            tree.move(child, i, "obl:agent" if tree.case(child) == "by" else "obl")
        tree.pos[i] = "VERB"
        make_participle(tree, i)


def mend_seen(tree: Tree) -> None:
    """Hang what somebody is seen doing on the verb, not on who sees it: "was seen by neighbours leaving the house"."""
    for i, tag in enumerate(tree.tag):
        seer = tree.head[i]
        verb = tree.head[seer]
        if tag != "VBG" or tree.dep[i] != "acl" or tree.dep[seer] != "obl:agent" or i < seer:
            continue
        if tree.lemma[verb] in load_parsing("en").object_and_clause and tree.child(verb, "aux:pass") is not None:
            tree.move(i, verb, "xcomp")


def mend_foreseen(tree: Tree) -> None:
    """Read as foreseen what a thing is seen doing: "Norvex seen cutting jobs", "Rates are seen rising", not "was seen"."""
    words = language("en")
    for i, tag in enumerate(tree.tag):
        doing = tree.child(i, "xcomp") if tree.lemma[i] == "see" and tag in PAST else None
        if doing is None or tree.tag[doing] != "VBG":
            continue
        subject = next((c for c in tree.children[i] if tree.dep[c] in SUBJECTS), None)
        if subject is None or tree.child(i, "obj") is not None:
            continue
        auxiliaries = [c for c in tree.children[i] if tree.dep[c].startswith("aux")]
        present = all(tree.text[c].lower() in ("is", "are") for c in auxiliaries)
        if present and (auxiliaries or tree.kind[i] == "headline") and not is_person(tree, subject, words):
            make_participle(tree, i)
            tree.lemma[i], tree.dep[subject] = "foresee", "nsubj:pass"


def free_doubtful_participles(tree: Tree) -> None:
    """Free a participle that may be said of either of two persons: "the lawyer of the leader jailed for treason"."""
    words = language("en")
    for i, dep in enumerate(tree.dep):
        far, near = tree.head[i], i - 1
        if dep != "acl" or tree.tag[i] not in PAST or far >= near or tree.pos[near] not in ("NOUN", "PROPN"):
            continue
        owned = tree.dep[near] == "nmod" and tree.head[near] == far and tree.case(near) == "of"
        if owned and is_person(tree, far, words) and is_person(tree, near, words):
            tree.dep[i] = "dep"


def raise_from_bodies(tree: Tree) -> None:
    """Say of the member of a body what befalls people: "a member of the gang arrested in May"."""
    words = language("en")
    for i, dep in enumerate(tree.dep):
        body = i - 1
        member = tree.head[body]
        if dep != "acl" or tree.tag[i] not in PAST or tree.head[i] != body or tree.dep[body] != "nmod" or member > body:
            continue
        told = (frame.kind for _, frame in words.frames.verbs.get(tree.lemma[i], ()) if frame.kind)
        personal = any(is_among(kind, PERSONAL) for kind in told)
        if personal and tree.case(body) == "of" and is_person(tree, member, words) and _is_body(tree, body, words):
            tree.move(i, member, "acl")


def _is_body(tree: Tree, i: int, words: Language) -> bool:
    """Whether a word is a noun for a body of people, or the name of one right behind "member of"."""
    noun = words.nouns.get(tree.lemma[i])
    if noun is not None:
        return noun.kind in ("Organization", "Force") or (noun.kind == "Group" and "collective" in noun.flags)
    return tree.pos[i] == "PROPN" and tree.lemma[tree.head[i]] == "member"
