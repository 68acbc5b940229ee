"""Who says something in an English sentence, and when: before, behind and between what is said."""

from __future__ import annotations

from kg.annotate.english.signs import FINITE, PAST, make_past, noun_start, subtree_start
from kg.annotate.parsing import load_parsing
from kg.annotate.speech import SPEAKERS
from kg.annotate.tree import Tree
from kg.lang import language

LONGEST_AUDIENCE = 5  # words of whom somebody tells something: "told the AFP news agency"
QUOTES = frozenset("\"“'‘")
WITHIN = frozenset({"nmod", "compound", "flat", "amod", "conj"})  # what stands inside a noun phrase


def mend_spoken_days(tree: Tree) -> None:
    """Hang the day right behind a verb of saying on it, not on what is said: "said on Monday it had killed ten"."""
    for clause, dep in enumerate(tree.dep):
        said = tree.head[clause]
        if dep != "ccomp" or said > clause:
            continue
        subject = tree.child(clause, "nsubj") or tree.child(clause, "nsubj:pass")
        if subject is None or not said < subject < clause:
            continue
        for day in list(tree.children[clause]):
            if not said < day < subject or not tree.temporal[day]:
                continue
            first, adverb = min([day, *tree.children[day]]), said + 1
            early = first == adverb + 1 and tree.dep[adverb] == "advmod"  # "said earlier on Monday"
            if first == adverb or early:
                tree.move(day, said, tree.dep[day])
            if early and tree.head[adverb] == clause:
                tree.move(adverb, said, "advmod")


def mend_fronted_speech(tree: Tree) -> None:
    """Make two clauses of "12 people drowned when a boat sank, the agency said": no comma closes an apposition."""
    for verb, tag in enumerate(tree.tag):
        if tag not in FINITE or tree.dep[verb] != "root":
            continue
        subjects = [c for c in tree.children[verb] if tree.dep[c] == "nsubj" and c < verb]
        if not subjects:
            continue
        subject = subjects[0]
        clause = next((c for c in tree.children[subject] if tree.dep[c] == "acl" and tree.tag[c] in ("VBD", "VBN")), None)
        speaker = subjects[1] if len(subjects) > 1 else tree.child(subject, "appos")
        if clause is None or speaker != verb - 1 or speaker < clause or tree.child(clause, "mark") is not None:
            continue
        if tree.text[clause - 1] == ",":  # "Her son, accused of fraud, and his wife fled"
            continue
        tree.move(clause, verb, "ccomp")
        tree.move(speaker, verb, "nsubj")
        tree.move(subject, clause, "nsubj")
        make_past(tree, clause)


def part_offices(tree: Tree) -> None:
    """Part from what stands before its comma who holds two offices: "ended in Oslo, Trade and Labour Minister X said"."""
    for clause, dep in enumerate(tree.dep):
        verb = tree.head[clause]
        speaker = verb - 1
        if dep != "ccomp" or verb < clause or tree.tag[verb] not in FINITE or tree.child(verb, "nsubj") is not None:
            continue
        comma = next((k for k in range(speaker, clause, -1) if tree.text[k] == ","), None)
        if comma is None or tree.pos[speaker] != "PROPN" or not comma < tree.head[comma - 1] <= speaker:
            continue
        office = range(comma + 1, speaker)
        if any(tree.pos[k] not in ("PROPN", "NOUN", "CCONJ") for k in office):
            continue
        tree.take_place(comma - 1, speaker, tree.dep[speaker])
        for k in office:
            tree.move(k, speaker, "cc" if tree.pos[k] == "CCONJ" else "compound")
        tree.move(speaker, verb, "nsubj")


def mend_late_speakers(tree: Tree) -> None:
    """Give a verb behind what it says the subject that its clause took: "… in Accra, the Bureau of Ports(, X,) said"."""
    for clause, dep in enumerate(tree.dep):
        verb = tree.head[clause]
        if dep != "ccomp" or verb < clause or tree.tag[verb] not in FINITE or tree.child(verb, "nsubj") is not None:
            continue
        speaker = verb - 1
        while tree.dep[speaker] in WITHIN and clause < tree.head[speaker] < verb:
            speaker = tree.head[speaker]
        if tree.text[verb - 1] == ",":
            speaker = _described_speaker(tree, clause, verb)
        start = speaker
        while (before := [c for c in tree.children[start] if c < start]) and tree.text[start] != ",":
            start = min(before)
        if tree.dep[speaker] in ("appos", "conj") and tree.head[speaker] > clause and tree.text[start - 1] == ",":
            tree.move(speaker, verb, "nsubj")


def mend_speaker_rows(tree: Tree) -> None:
    """Give a verb behind what it says two speakers that its clause took: "… near the port, officials and residents said"."""
    speech = load_parsing("en").speech
    for clause, dep in enumerate(tree.dep):
        verb = tree.head[clause]
        if dep != "ccomp" or verb < clause + 4 or tree.lemma[verb] not in speech or tree.tag[verb] not in FINITE:
            continue
        last, start = _phrase_before(tree, verb)
        first, opening = _phrase_before(tree, start - 1)
        joined = tree.pos[start - 1] == "CCONJ" and tree.text[opening - 1] == "," and clause < tree.head[first] < opening
        if joined and tree.child(verb, "nsubj") in (None, last):
            tree.move(first, verb, "nsubj")
            tree.move(last, first, "conj")
            tree.move(start - 1, last, "cc")


def _phrase_before(tree: Tree, end: int) -> tuple[int, int]:
    """The noun right before a word and where its phrase begins."""
    noun = end - 1
    before = (
        c for c in tree.children[noun] if c < noun and tree.dep[c] in ("det", "amod", "compound", "nummod", "nmod:poss")
    )
    return noun, min([noun, *before])


def _described_speaker(tree: Tree, clause: int, verb: int) -> int:
    """Whose name is told before the comma before a verb, with who it is: "…, Ana Vidal, a doctor in Varna, said"."""
    described = verb - 2
    while clause < tree.head[described] < verb and not (tree.dep[described] == "appos" and tree.pos[described] == "NOUN"):
        described = tree.head[described]
    name = tree.head[described]
    start = noun_start(tree, described)
    beside = start - (tree.pos[start - 1] == "DET") - 2
    joined = tree.dep[beside] in ("appos", "conj") and tree.head[beside] == name and tree.pos[beside] == "PROPN"
    if joined and tree.dep[described] == "appos" and tree.text[beside + 1] == ",":
        tree.move(described, beside, "appos")  # "…, north of Varna, Ana Vidal, a doctor, said"
        return beside
    return name if clause < name < verb and tree.pos[name] == "PROPN" and tree.dep[described] == "appos" else verb - 1


def raise_closing_speakers(tree: Tree) -> None:
    """Put over all who reports it at the end, hung under who said it: "announced that flights were cancelled, X reports"."""
    speech = load_parsing("en").speech
    for last, dep in enumerate(tree.dep):
        first, clause = tree.head[last], tree.child(last, "ccomp") if dep == "ccomp" else None
        speaker = tree.child(last, "nsubj")
        if clause is None or speaker is None or not first < clause < speaker < last or tree.lemma[last] not in speech:
            continue
        start = noun_start(tree, speaker)
        start -= tree.pos[start - 1] == "DET"
        if tree.text[start - 1] == "," and tree.tag[last] in FINITE:
            tree.stand_for(last, first)
            tree.move(clause, first, "ccomp")
            tree.move(first, last, "ccomp")


def part_closing_speakers(tree: Tree) -> None:
    """Give who closes a sentence the last clause alone where another tells the first: "Forty drowned, the navy said,
    and hundreds may have died, survivors added"."""
    speech = load_parsing("en").speech
    for first, dep in enumerate(tree.dep):
        last, speaker = tree.head[first], tree.child(tree.head[first], "nsubj") if dep == "ccomp" else None
        if speaker is None or not first < speaker < last or tree.lemma[last] not in speech | {"tell"}:
            continue
        second = next((c for c in tree.children[first] if first < c < speaker and tree.dep[c] == "conj"), None)
        joint = tree.child(second, "cc") if second is not None else None
        if second is None or joint is None or tree.text[joint - 1] != "," or tree.tag[last] not in PAST:
            continue
        inner = joint - 2  # "the navy said,": the first clause's own, inserted or over it
        over = inner == first and tree.child(first, "ccomp") is not None
        if tree.lemma[inner] in speech and (over or (tree.head[inner] == first and tree.dep[inner] == "parataxis")):
            tree.take_place(first, last, tree.dep[last])
            for child in [c for c in tree.children[first] if c > joint and c != second]:
                tree.move(child, last, tree.dep[child])
            tree.move(second, last, "ccomp")
            tree.move(joint, last, "cc")
            tree.move(last, first, "conj")


def mend_inserted_speakers(tree: Tree) -> None:
    """Make a clause between commas of a noun and what was taken for its participle: "won, the board announced, ending"."""
    speech = load_parsing("en").speech
    for verb, dep in enumerate(tree.dep):
        speaker = tree.head[verb]
        main = tree.head[speaker]
        if dep != "acl" or tree.lemma[verb] not in speech or tree.tag[verb] not in ("VBD", "VBN") or speaker != verb - 1:
            continue
        if any(tree.dep[c] in ("obj", "obl:agent", "xcomp", "ccomp", "mark") for c in tree.children[verb]):
            continue
        start = min([speaker, *tree.children[speaker]])
        alone = start > 0 and tree.text[start - 1] == "," and tree.child(speaker, "case") is None
        if alone and main < start and tree.tag[main] in FINITE and tree.dep[speaker] in ("obj", "appos", "dep", "conj"):
            tree.stand_for(verb, main)
            tree.move(speaker, verb, "nsubj")
            tree.move(main, verb, "ccomp")
            make_past(tree, verb)


def mend_closing_speakers(tree: Tree) -> None:
    """Give what a sentence says to who closes it: "The talks will resume on Friday, announced the foreign ministry"."""
    speech, nouns = load_parsing("en").speech, language("en").nouns
    for i, dep in enumerate(tree.dep):
        told, speaker = tree.head[i], tree.child(i, "obj")
        closing = dep == "conj" or _is_second_content(tree, i)
        if not closing or tree.lemma[i] not in speech or tree.tag[i] not in PAST or speaker is None:
            continue
        while tree.head[told] != told and tree.dep[told] in ("ccomp", "conj") and tree.head[told] < told:
            told = tree.head[told]  # "She said it failed to act and made no offer, reported the paper"
        if tree.text[i - 1] != "," or tree.head[told] != told or speaker < i:
            continue
        if any(tree.dep[c] not in ("obj", "obl", "advmod", "punct") for c in tree.children[i]):
            continue
        if any(c > i and tree.dep[c] != "punct" for c in tree.children[told]):  # "met the staff, warned the mayor and left"
            continue
        noun = nouns.get(tree.lemma[speaker].lower()) or nouns.get(f"{tree.lemma[speaker - 1]} {tree.lemma[speaker]}")
        named = tree.pos[speaker] == "PROPN" or tree.text[speaker][0].isupper()  # "…, reported KUNA, the state agency"
        if named or (noun is not None and noun.kind in SPEAKERS):
            tree.stand_for(i, told)
            tree.move(told, i, "ccomp")
            tree.dep[speaker] = "nsubj"
            make_past(tree, i)


def join_second_contents(tree: Tree) -> None:
    """Join to a verb of saying a past taken for more of what it says: "said it would fight, warned the mayor and left"."""
    for i, tag in enumerate(tree.tag):
        if tag in PAST and _is_second_content(tree, i) and not any(tree.dep[c].startswith("aux") for c in tree.children[i]):
            tree.dep[i] = "conj"
            make_past(tree, i)


def _is_second_content(tree: Tree, i: int) -> bool:
    """Whether a clause without subject stands behind a comma and what the same verb says."""
    verb = tree.head[i]
    bare = not any(tree.dep[c] in ("nsubj", "nsubj:pass", "mark") for c in tree.children[i])
    told = bare and tree.dep[i] == "ccomp" and tree.text[i - 1] == ","
    return told and any(verb < c < i and tree.dep[c] == "ccomp" for c in tree.children[verb])


def part_speakers(tree: Tree) -> None:
    """Join to the first verb, not under it, a clause behind "and": "announced the cuts and Minister Ana Vidal said …"."""
    for i, dep in enumerate(tree.dep):
        verb, subject = tree.head[i], tree.child(i, "nsubj") if dep == "ccomp" else None
        if subject is None or not verb < subject < i or tree.child(i, "mark") is not None:
            continue
        joint = subtree_start(tree, subject) - 1
        noun = tree.head[joint]
        if tree.dep[joint] != "cc" or not verb < noun < joint or tree.tag[i] not in FINITE or tree.pos[noun] == "VERB":
            continue
        if all(c < joint or tree.dep[c] != "conj" for c in tree.children[noun]):
            tree.move(i, verb, "conj")
            tree.move(joint, i, "cc")


def free_called(tree: Tree) -> None:
    """Free whom a speaker calls in front of what he says: "“Team, the board has accepted it,” he wrote"."""
    for i, dep in enumerate(tree.dep):
        verb, comma = tree.head[i], i + 1
        if dep != "nsubj" or i == 0 or tree.text[i - 1] not in QUOTES or tree.text[comma] != ",":
            continue
        if any(c > comma and tree.dep[c] in ("nsubj", "nsubj:pass") for c in tree.children[verb]):
            tree.dep[i] = "vocative"


def mend_told(tree: Tree) -> None:
    """Hang on who tells it what stands before: "Rebels raided the house and killed two, police and a lawyer told X"."""
    speech = load_parsing("en").speech
    for i, dep in enumerate(tree.dep):
        told, speaker = tree.head[i], tree.child(i, "nsubj")
        if dep != "conj" or not (tree.lemma[i] in speech or tree.lemma[i] == "tell") or speaker is None or speaker > i:
            continue
        begin = min((speaker, *tree.children[speaker]))
        behind = any(tree.dep[c] in ("ccomp", "xcomp", "conj", "parataxis") for c in tree.children[i] if c > i)
        if tree.child(i, "cc") is not None or tree.text[begin - 1] != "," or behind or told > begin:
            continue
        if tree.head[told] == told and tree.end_of(i) - i <= LONGEST_AUDIENCE:
            tree.stand_for(i, told)
            tree.move(told, i, "ccomp")
