"""Main verbs of English sentences that the parser took for participles of their subjects."""

from __future__ import annotations

from kg.annotate.english.signs import FINITE, PAST, given_office, holds_object, is_finite, make_participle, make_past
from kg.annotate.parsing import load_parsing
from kg.annotate.repairs import SUBJECTS
from kg.annotate.tree import Tree
from kg.lang import language

WHILE = frozenset({"as", "while", "after", "because", "since"})
QUALIFYING = frozenset({"acl", "acl:relcl", "amod"})


def mend_left_nouns(tree: Tree) -> None:
    """Make a sentence of a noun and a participle that is a past: "Protests against X left 12 people dead"."""
    parsing = load_parsing("en")
    for i, dep in enumerate(tree.dep):
        if dep != "acl" or tree.tag[i] not in ("VBN", "VBD") or tree.child(i, "mark") is not None:
            continue
        goods, top = tree.child(i, "obj"), i
        active = goods is not None and goods > i and tree.lemma[i] not in parsing.twofold
        active = active or (
            tree.child(i, "ccomp") is not None and tree.text[i - 1] == ","
        )  # "X (Y), a maker of Z, said that"
        active = active or is_naming(tree, i) or _calls_on(tree, i)
        active = active or (goods is not None and goods > i and tree.text[i - 1] == ",")  # "X, the mayor, handed over Y"
        if not active and tree.lemma[i] not in parsing.intransitive:
            continue
        while tree.dep[top] in ("acl", "nmod", "compound", "obl", "obl:agent", "acl:relcl") and tree.head[top] < top:
            top = tree.head[top]
        told = any(tree.pos[c] in ("VERB", "AUX") and tree.dep[c] not in QUALIFYING for c in tree.children[top])
        if told or tree.head[top] != top or tree.pos[top] not in ("NOUN", "PROPN"):
            continue
        tree.move(i, i, "root")
        tree.move(top, i, "nsubj")
        make_past(tree, i)


def see_told_reports(tree: Tree) -> None:
    """Make a noun of the "verb" whose clause another predicate follows: "Media reports that he was killed were false"."""
    for i, dep in enumerate(tree.dep):
        verb, copula = tree.head[i], tree.child(i, "cop")
        if copula is None or dep != "ccomp" or tree.tag[verb] != "VBZ" or tree.lemma[copula] != "be" or verb > copula:
            continue
        who, told = tree.child(verb, "nsubj"), tree.child(verb, "ccomp")
        if who != verb - 1 or told is None or tree.child(told, "mark") is None or not verb < told < copula:
            continue
        if any(tree.dep[c] in ("mark", "cc", *SUBJECTS) for c in tree.children[i]):
            continue
        tree.stand_for(i, verb)
        tree.move(verb, i, "nsubj")
        tree.move(who, verb, "compound")
        tree.move(told, verb, "acl")
        tree.pos[verb], tree.tag[verb], tree.morph[verb] = "NOUN", "NNS", "Number=Plur"
        for child in [c for c in tree.children[verb] if c > i]:
            tree.move(child, i, tree.dep[child])


def _calls_on(tree: Tree, verb: int) -> bool:
    """Whether somebody calls on others to do something: "The envoy called on the world to help"."""
    called = (c for c in tree.children[verb] if tree.dep[c] == "obl" and tree.case(c) == "on" and not tree.temporal[c])
    bidding = any(tree.child(c, "mark") is not None for c in tree.children[verb] if tree.dep[c] in ("xcomp", "advcl"))
    return tree.lemma[verb] == "call" and bidding and next(called, None) is not None


def mend_risked(tree: Tree) -> None:
    """Make a verb of the "noun" before "being": "Dolan risks being convicted of fraud"."""
    modals = language("en").frames.modals
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("nsubj", "nsubj:pass") or tree.pos[i] != "NOUN" or (tree.lemma[i], "verb") not in modals:
            continue
        below = tree.children[i]
        if tree.text[i + 1] != "being" or tree.head[i + 1] != verb or below != [i - 1] or tree.head[verb] != verb:
            continue
        tree.pos[i], tree.morph[i] = "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin"
        tree.pos[i - 1], tree.lemma[i - 1] = "PROPN", tree.text[i - 1]
        tree.move(i, i, "root")
        tree.move(i - 1, i, "nsubj")
        tree.move(verb, i, "xcomp")


def mend_joined_pasts(tree: Tree) -> None:
    """Make a past of a participle with an object that a past is joined to: "Gunmen on bikes killed 23 and wounded 40"."""
    twofold = load_parsing("en").twofold
    for i, dep in enumerate(tree.dep):
        if dep != "acl" or tree.tag[i] not in ("VBN", "VBD") or tree.lemma[i] in twofold:
            continue
        goods, top = tree.child(i, "obj"), tree.head[i]
        if goods is None or goods < i:
            continue
        while tree.dep[top] in ("nmod", "compound") and tree.head[top] < top:
            top = tree.head[top]
        past = joined_past(tree, top, goods)
        if past is None:
            continue
        above = tree.head[top]
        if tree.head[past] != top:
            tree.stand_for(i, past)
        elif above > past and tree.pos[above] == "VERB":
            tree.move(i, above, "ccomp")  # "…, officials said"
        else:
            tree.move(i, i, "root")
        tree.move(top, i, "nsubj")
        for child in [c for c in tree.children[past] if tree.dep[c] == "parataxis"]:
            tree.move(child, i, "parataxis")
        tree.move(past, i, "conj")
        tree.move(past - 1, past, "cc")
        for verb in (i, past):
            make_past(tree, verb)


def joined_past(tree: Tree, subject: int, after: int) -> int | None:
    """The past behind "and" that shares a subject, which may hang on that: "killed ten and wounded 40"."""
    below = sorted(c for c in tree.children[subject] if c > after)
    joined = next((c for c in below if tree.dep[c] == "cc" or (tree.dep[c] == "conj" and tree.tag[c] == "VBD")), None)
    past = None if joined is None else joined + (tree.dep[joined] == "cc")
    if past is None or past >= len(tree) or tree.tag[past] not in ("VBD", "VBN") or tree.pos[past - 1] != "CCONJ":
        return None
    return past if tree.child(past, "nsubj") in (None, subject) and tree.child(past, "obj") is not None else None


def is_naming(tree: Tree, i: int) -> bool:
    """Whether verb `i` gives somebody right behind it an office: "The board named Ana Vidal (as its) chairwoman"."""
    if tree.lemma[i] not in load_parsing("en").naming_verbs:
        return False
    named, person = tree.child(i, "obj"), tree.child(i, "xcomp")
    if person is None:
        return False
    if named is not None and i < named < person and tree.pos[named] == "PROPN" and _is_office(tree, person):
        return True  # "The board named Ana Vidal chief executive"
    if tree.pos[person] != "PROPN":
        return False
    below = (*tree.children[i], *tree.children[tree.head[i]])
    office = next((c for c in below if c > person and tree.dep[c] in ("obl", "nmod") and tree.case(c) == "as"), None)
    given = given_office(tree, person) if office is None else None
    if office is not None:
        tree.move(office, i, "obl")
    elif given is not None:
        tree.move(given, i, "xcomp")
    else:
        return False
    tree.dep[person] = "obj"
    return True


def _is_office(tree: Tree, noun: int) -> bool:
    """Whether a noun, alone or with the word before it, is an office: "chief executive"."""
    titles = language("en").titles
    return tree.pos[noun] == "NOUN" and (tree.text[noun] in titles or " ".join(tree.text[noun - 1 : noun + 1]) in titles)


def mend_titled_objects(tree: Tree) -> None:
    """Make a sentence of a name and a past before somebody's title and name: "Norvex sacked manager Ana Vidal"."""
    for i, dep in enumerate(tree.dep):
        title = tree.head[i]
        somebody = tree.head[title]
        if dep != "amod" or tree.tag[i] not in ("VBN", "VBD") or i == 0 or title != i + 1 or tree.dep[title] != "compound":
            continue
        subject = next((c for c in tree.children[i] if c == i - 1 and tree.pos[c] == "PROPN"), None)
        told = any(tree.pos[c] in ("VERB", "AUX") for c in tree.children[somebody])
        if subject is None or tree.head[somebody] != somebody or tree.pos[somebody] != "PROPN" or told:
            continue
        tree.move(i, i, "root")
        tree.move(somebody, i, "obj")
        tree.move(subject, i, "nsubj")
        for child in [
            c for c in tree.children[somebody] if c > somebody and tree.dep[c] in ("nmod", "punct", "obl", "advcl")
        ]:
            tree.move(child, i, "obl" if tree.dep[child] == "nmod" else tree.dep[child])
        make_past(tree, i)


def mend_reduced(tree: Tree) -> None:
    """Give a sentence back the verb whose place a participle behind the subject took: "Shells fired from X hit Y"."""
    for i, tag in enumerate(tree.tag):
        clause = tree.dep[i] in ("root", "ccomp", "advcl") if tag in ("VBN", "VBD", "VBG") else False
        subject = tree.child(i, "nsubj") if clause else None
        if subject is None or subject > i:
            continue
        bare = not any(tree.dep[c].startswith(("aux", "cop")) for c in tree.children[i])
        if not bare or (tag != "VBG" and holds_object(tree, i)) or tree.pos[i - 1] == "PUNCT":
            continue
        if tree.lemma[i] in load_parsing("en").intransitive:
            continue
        below = (c for c in tree.children[i] if c > i and is_main(tree, c)) if tree.dep[i] != "advcl" else ()
        main = next(iter(below), None) or _main_beside(tree, i)
        if main is None:
            continue
        parted = any(tree.dep[c] in ("cc", "punct") and i < c < main for c in tree.children[i])
        if parted and not _is_enclosed(tree, i, main, subject):
            continue
        tree.stand_for(main, i)
        for child in [c for c in tree.children[i] if c > main or c <= subject or tree.dep[c] == "mark"]:
            tree.move(child, main, tree.dep[child])
        tree.move(i, subject, "acl")
        if tag != "VBG":
            make_participle(tree, i)


def _main_beside(tree: Tree, i: int) -> int | None:
    """The main verb of a clause of time or reason that hangs beside it: "died when a car packed with bombs blew up"."""
    marks = {tree.lemma[c] for c in tree.children[i] if tree.dep[c] in ("mark", "advmod")}
    if tree.dep[i] != "advcl" or marks.isdisjoint(WHILE | {"when"}):
        return None
    main = next((c for c in tree.children[tree.head[i]] if c > i and is_main(tree, c)), None)
    parted = main is None or any(tree.pos[k] in ("PUNCT", "CCONJ", "SCONJ") for k in range(i + 1, main))
    return None if parted else main


def _is_enclosed(tree: Tree, i: int, main: int, subject: int) -> bool:
    """Whether a passive without auxiliary stands between commas: "The blast, later claimed by X, killed ten"."""
    begin = min([i, *(c for c in tree.children[i] if subject < c < i and tree.dep[c] == "advmod")])
    behind = min([main, *(c for c in tree.children[main] if tree.dep[c].startswith("aux"))])
    commas = tree.text[begin - 1] == "," and tree.text[behind - 1] == ","
    return commas and tree.child(i, "obl:agent") is not None and tree.child(main, "cc") is None


def mend_headless(tree: Tree) -> None:
    """Make the main verb of a participle behind a clause about its subject: "The firm, which had 90 shops, filed for"."""
    for i, head in enumerate(tree.head):
        if head != i or tree.pos[i] not in ("NOUN", "PROPN") or tree.child(i, "cop") is not None:
            continue
        told = tree.child(i, "acl:relcl")
        inside = () if told is None else tree.children[tree.child(told, "obj") or told]  # "which won the election, named"
        below = (c for c in (*tree.children[i], *inside) if tree.dep[c] == "acl" and tree.tag[c] in ("VBN", "VBD"))
        verb = next((c for c in below if told is not None and c > told), None)
        if told is None or verb is None or not i < told < verb or tree.text[i + 1] != "," or tree.text[verb - 1] != ",":
            continue
        _raise_over(tree, verb, i)


def mend_carrying(tree: Tree) -> None:
    """Make the main verb of what happened to something that carried others: "A ferry carrying tourists capsized"."""
    intransitive = load_parsing("en").intransitive
    for i, head in enumerate(tree.head):
        if head != i or tree.pos[i] != "NOUN" or tree.child(i, "cop") is not None:
            continue
        gerund = tree.child(i, "acl")
        if gerund is None or tree.tag[gerund] != "VBG" or (load := tree.child(gerund, "obj")) is None:
            continue
        below = (*tree.children[load], *tree.children[gerund])
        verb = next((c for c in below if c > load and tree.dep[c] in ("acl", "advcl") and tree.tag[c] in PAST), None)
        if verb is None or tree.lemma[verb] not in intransitive or "," in tree.text[i:verb]:
            continue
        _raise_over(tree, verb, i)


def _raise_over(tree: Tree, verb: int, subject: int) -> None:
    """Make a main verb in the past of one below its subject, with what follows it."""
    tree.move(verb, verb, "root")
    for child in [c for c in tree.children[subject] if c > verb]:
        tree.move(child, verb, tree.dep[child])
    tree.move(subject, verb, "nsubj")
    make_past(tree, verb)


def mend_based(tree: Tree) -> None:
    """Make the main verb of a participle behind an aside: "The firms, based in X, shipped engines to Y(, Z said)"."""
    speech = load_parsing("en").speech
    for i, dep in enumerate(tree.dep):
        goods = tree.head[i]
        if dep != "amod" or tree.tag[i] not in PAST or goods <= i or i == 0 or tree.text[i - 1] != ",":
            continue
        top = goods
        while tree.pos[top] in ("NOUN", "PROPN", "VERB") and tree.head[top] < top and tree.dep[top] != "root":
            top = tree.head[top]
        aside, said = tree.child(top, "acl"), tree.head[top]
        opened = aside is not None and top < aside < i and tree.text[aside - 1] == ","
        told = any(tree.dep[c] in ("cop", "acl:relcl") for c in tree.children[top])
        spoken = said > goods and tree.lemma[said] in speech and tree.pos[said - 1] in ("NOUN", "PROPN")
        speaker = said - 1 if spoken and tree.head[said - 1] <= said else None
        if not opened or told or tree.pos[top] not in ("NOUN", "PROPN") or (said != top and speaker is None):
            continue
        if speaker is None:
            tree.move(i, i, "root")
        else:
            tree.move(speaker, said, "nsubj")
            tree.move(i, said, "ccomp")
        for child in [c for c in tree.children[top] if c > i]:
            tree.move(child, i, tree.dep[child])
        tree.move(top, i, "nsubj")
        tree.move(goods, i, "obj")
        behind = [goods, *(c for c in tree.children[goods] if tree.dep[c] == "amod" and c > goods)]  # "worth a million"
        for child in [c for word in behind for c in tree.children[word] if c > goods and tree.case(c) not in ("", "of")]:
            tree.move(child, i, "obl")
        make_past(tree, i)


def mend_aimed_subjects(tree: Tree) -> None:
    """Make the main verb of a clause below the aim of a noun: "The decision to pardon the officers drew criticism"."""
    frames = language("en").frames.verbs
    for aim, dep in enumerate(tree.dep):
        noun, main = tree.head[aim], tree.child(aim, "ccomp")
        if dep != "acl" or tree.tag[aim] != "VB" or main is None or tree.head[noun] != noun or tree.pos[noun] != "NOUN":
            continue
        thing = tree.child(main, "nsubj")
        telling = any(frame.complement for _, frame in frames.get(tree.lemma[aim], ()))
        if thing is None or telling or not noun < aim < thing < main or not is_finite(tree, main):
            continue
        if tree.child(main, "mark") is not None or tree.child(aim, "obj") is not None:
            continue
        tree.move(main, main, "root")
        tree.move(noun, main, "nsubj")
        tree.move(thing, aim, "obj")
        for child in [c for c in tree.children[noun] if c > main]:
            tree.move(child, main, tree.dep[child])


def mend_supposed_subjects(tree: Tree) -> None:
    """Make the main verb of one behind what its subject is thought to be: "The fire, thought to be arson, gutted it"."""
    hearsay = language("en").grammar.hearsay
    for said, lemma in enumerate(tree.lemma):
        subject, clause = tree.child(said, "nsubj"), tree.child(said, "xcomp")
        if lemma not in hearsay or subject is None or clause is None or tree.text[said - 1] != ",":
            continue
        main = next((c for c in (*tree.children[said], *tree.children[clause]) if c > clause and is_main(tree, c)), None)
        if main is None or tree.child(main, "cc") is not None or tree.text[main - 1] != "," or subject > said - 2:
            continue
        tree.stand_for(main, said)
        for child in [c for c in tree.children[said] if c == subject or c > main]:
            tree.move(child, main, tree.dep[child])
        tree.move(said, subject, "acl")
        make_participle(tree, said)


def mend_inverted_passives(tree: Tree) -> None:
    """Give a passive in front the subject behind its auxiliary: "Also held (on Monday) was the brother of the gunman"."""
    for verb, tag in enumerate(tree.tag[:-2]):
        if tag != "VBN":
            continue
        be = next((c for c in tree.children[verb] if c > verb and tree.dep[c].startswith("aux")), None)
        if be is None or tree.lemma[be] != "be":
            continue
        whom = next((c for c in tree.children[be] if c > be and tree.dep[c] in ("xcomp", "nsubj", "obj")), None)
        if whom is not None and not any(tree.dep[c] in SUBJECTS for c in tree.children[verb]):
            tree.move(whom, verb, "nsubj:pass")


def mend_gerund_clauses(tree: Tree) -> None:
    """Make the subject of a clause of the noun in -ing before its verb: "rose as fighting in Norvia continued"."""
    for i, dep in enumerate(tree.dep):
        above, mark = tree.head[i], tree.child(i, "mark") if tree.tag[i] == "VBG" else None
        if mark is None or dep != "advcl" or tree.lemma[mark] not in WHILE or tree.child(i, "obj") is not None:
            continue
        behind = (c for c in tree.children[above] if c > i and tree.dep[c] == "advcl" and tree.tag[c] in FINITE)
        verb = next(behind, None)
        if verb is None or any(tree.dep[c] in ("mark", *SUBJECTS) for c in tree.children[verb]):
            continue
        tree.move(mark, verb, "mark")
        tree.move(i, verb, "nsubj")
        tree.pos[i], tree.tag[i], tree.morph[i], tree.lemma[i] = "NOUN", "NN", "Number=Sing", tree.text[i]
        for child in [c for c in tree.children[i] if tree.dep[c] == "obl"]:
            tree.dep[child] = "nmod"


def mend_reported(tree: Tree) -> None:
    """Make the main verb of one that was taken for a participle: "Police said (that) the man shot in the leg died"."""
    for said, dep in enumerate(tree.dep):
        speaker = tree.head[said]
        if dep != "acl" or tree.tag[said] not in ("VBD", "VBN") or tree.dep[speaker] != "nsubj":
            continue
        main, clause = tree.head[speaker], tree.child(said, "ccomp")
        if clause is None:
            continue
        subject = tree.child(clause, "nsubj")
        finite = any(tree.dep[c].startswith("aux") or tree.dep[c] in ("obj", "cop") for c in tree.children[clause])
        if (
            subject is None
            or finite
            or not speaker < said < subject < clause < main
            or tree.tag[clause] not in ("VBD", "VBN")
        ):
            continue
        tree.stand_for(said, main)
        tree.move(main, said, "ccomp")
        tree.move(speaker, said, "nsubj")
        tree.move(subject, main, "nsubj")
        tree.move(clause, subject, "acl")
        make_past(tree, said)
        make_participle(tree, clause)


def is_main(tree: Tree, i: int) -> bool:
    """Whether a finite verb without subject was hung below another with nothing to join the two."""
    bare = not any(tree.dep[c] in ("mark", "cc", "expl", *SUBJECTS) for c in tree.children[i])
    return is_finite(tree, i) and tree.dep[i] in ("advcl", "ccomp", "xcomp", "dep", "conj", "parataxis") and bare
