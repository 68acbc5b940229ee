"""The grammar of English headlines: commas for "and", infinitives for futures, participles for passives, no articles."""

from __future__ import annotations

from kg.annotate.english.signs import BEFORE, FINITE, NAMING, PAST, make_participle, make_past, noun_start
from kg.annotate.parsing import load_parsing
from kg.annotate.repairs import SUBJECTS, give_subject
from kg.annotate.signs import is_person
from kg.annotate.tree import Tree
from kg.lang import language
from kg.model import VERBAL

STRAYS = frozenset({"obl", "dep", "appos", "punct", "advmod", "nsubj", "compound"})  # what the first subject is taken for
LOOSE = frozenset({"punct", "dep", "obl", "advmod"})  # what the second of two objects is taken for
SOMEBODY = ("Person", "Group", "Organization", "Force", "GeopoliticalEntity")  # kinds of nouns for who does it
ALIKE = frozenset({"cut", "hit", "shut", "set", "quit", "hurt", "split", "shed"})  # nouns that are pasts too
PLURAL = ("VBP", "VB", "VBD", "VBN")  # forms that two subjects can have


def mend_headline_verbs(tree: Tree) -> None:
    """Make the verb of a headline of what was taken for a plural behind a name: "GM posts loss", "Norvia files for …"."""
    verbs = load_parsing("en").headline_verbs
    for i, word in enumerate(tree.text):
        lemma = verbs.get(word) if tree.tag[i] in ("NNS", "NNPS") and i else None
        if lemma is None or tree.kind[i] != "headline":
            continue
        goods = i + 1 in tree.children[i] and tree.pos[i + 1] == "PROPN"
        left = [c for c in tree.children[i] if c < i and tree.dep[c] == "compound"]
        counts = i + 1 in tree.children[i] and tree.tag[i + 1] == "CD"  # "Norvia court sentences 20 to death"
        body = language("en").nouns.get(tree.lemma[i - 1]) if counts else None
        doer = i - 1 if body is not None and body.kind in SOMEBODY else None
        # "Regulator fines Norvex"
        names = [c for c in left if tree.pos[c] == "PROPN" or c == doer or (tree.first[c] and goods)]
        above = tree.head[i]
        second = tree.dep[i] == "nsubj" and any(c > i and tree.dep[c] == "nsubj" for c in tree.children[above])
        heads = above == i or tree.dep[i] == "dep" or second
        if not heads or not names or names[-1] != i - 1:
            continue
        if second:
            tree.dep[i] = "parataxis"
        make_present(tree, i, lemma)
        tree.move(i - 1, i, "nsubj")
        for name in names[:-1]:
            tree.move(name, i - 1, "compound")
        if goods or doer is not None:
            tree.dep[i + 1] = "obj"
        for child in [c for c in tree.children[i] if c > i]:
            tree.dep[child] = {"appos": "obj", "dep": "obj", "nmod": "obl"}.get(tree.dep[child], tree.dep[child])


def mend_swallowed_verbs(tree: Tree) -> None:
    """Make a verb of a noun or adjective between its subject and its object: "Toyota halts output", "Police free nurses"."""
    for i, dep in enumerate(tree.dep):
        goods, subject = tree.head[i], i - 1
        if tree.kind[i] != "headline" or not i or tree.head[goods] != goods:
            continue
        if dep not in ("compound", "amod") and not (dep == "nsubj" and goods == i + 1 and _is_thing(tree, goods)):
            continue
        lemma = swallowed(tree, i)
        tied = tree.dep[subject] in ("compound", "nsubj") and tree.head[subject] in (goods, i)
        told = [c for c in tree.children[goods] if tree.pos[c] in VERBAL]  # "Rebels raid town, killing ten"
        if lemma is None or not tied or any(tree.tag[c] != "VBG" or c < goods for c in told):
            continue
        tree.take_place(i, goods, "root")
        tree.move(goods, i, "obj")
        tree.move(subject, i, "nsubj")
        for child in told:
            tree.move(child, i, "advcl")
        for child in list(tree.children[i]):
            if child < subject:
                tree.move(child, subject, "compound")
            elif i < child < goods:
                tree.move(child, goods, tree.dep[child])
        make_present(tree, i, lemma)
        if tree.pos[goods] == "VERB":
            tree.pos[goods], tree.tag[goods], tree.morph[goods] = "NOUN", "NN", "Number=Sing"


def _is_thing(tree: Tree, i: int) -> bool:
    """Whether a "verb" is but a noun for things: "North Korea fires missile"."""
    words = language("en")
    noun = words.nouns.get(tree.lemma[i])
    return tree.pos[i] == "VERB" and noun is not None and noun.kind == "Artifact" and tree.lemma[i] not in words.frames.verbs


def give_compound_subjects(tree: Tree) -> None:
    """Give a headline's verb the name before it that was taken for a part of its word: "Sarvan shells rebel positions"."""
    for i, tag in enumerate(tree.tag):
        if tag != "VBZ" or tree.kind[i] != "headline" or not i or tree.dep[i - 1] != "compound" or tree.head[i - 1] != i:
            continue
        if tree.pos[i - 1] == "PROPN" and all(tree.dep[c] not in SUBJECTS for c in tree.children[i]):
            for name in [c for c in tree.children[i] if c < i - 1 and tree.dep[c] == "compound"]:
                tree.move(name, i - 1, "compound")
            tree.move(i - 1, i, "nsubj")


def swallowed(tree: Tree, i: int) -> str | None:
    """The lemma of the verb that a noun of a headline is, by the word before it; None if it is none."""
    parsing, word, before = load_parsing("en"), tree.text[i], i - 1
    named = tree.pos[before] == "PROPN" or (tree.first[before] and tree.tag[before] == "NN" and tree.tag[i] == "VBZ")
    if named and tree.tag[i] in ("NNS", "NNPS", "VBZ"):  # "Apple releases iPhone"
        return parsing.headline_verbs.get(word)
    many = tree.tag[before] == "NNS" or tree.lemma[before] in parsing.plural_bodies
    return word if many and tree.tag[i] in ("NN", "JJ") and word in parsing.headline_presents else None


def make_present(tree: Tree, i: int, lemma: str) -> None:
    """Make word `i` a verb in the present, with obliques for complements."""
    tree.lemma[i], tree.pos[i], tree.tag[i], tree.morph[i] = lemma, "VERB", "VBZ", "Mood=Ind|Tense=Pres|VerbForm=Fin"
    for child in tree.children[i]:
        if child > i and tree.dep[child] == "nmod":
            tree.dep[child] = "obl"


def mend_second_verbs(tree: Tree) -> None:
    """Join to the first verb a second that was taken for what says it: "Norvex cuts prices, announces new phone"."""
    for second, head in enumerate(tree.head):
        first = tree.child(second, "ccomp") if head == second and tree.kind[second] == "headline" else None
        if first is None or not first < second or tree.tag[second] != "VBZ" or tree.tag[first] != "VBZ":
            continue
        alone = all(tree.dep[c] not in SUBJECTS for c in tree.children[second])
        if alone and tree.text[second - 1] == "," and any(tree.dep[c] in SUBJECTS for c in tree.children[first]):
            tree.stand_for(first, second, "root")
            tree.move(second, first, "conj")


def mend_bare_presents(tree: Tree) -> None:
    """Make a verb of a noun or infinitive with a subject and an object: "Gunmen storm town", "The bank cut rates"."""
    for i, tag in enumerate(tree.tag):
        if tag not in ("VB", "NN"):
            continue
        subject, goods = tree.child(i, "nsubj"), tree.child(i, "obj")
        if subject is None or goods is None or not subject < i < goods or tree.child(i, "cop") is not None:
            continue
        plural = tree.tag[subject] in ("NNS", "NNPS")
        below = {tree.dep[c] for c in tree.children[i]}
        infinitive = tag == "VB" and tree.head[i] == i and not below & {"aux", "mark"}  # "The men, all from X, deny it"
        if plural and (infinitive or (tag == "NN" and tree.pos[i] == "NOUN" and subject == i - 1)):
            make_present(tree, i, tree.lemma[i])
            tree.tag[i] = "VBP"
        elif tag == "NN" and tree.lemma[i] in ALIKE and tree.pos[i] == "NOUN":
            make_present(tree, i, tree.lemma[i])
            make_past(tree, i)


def mend_clause_verbs(tree: Tree) -> None:
    """Make a verb of a "plural" with a subject and a conjunction: "as ferry sinks off Norvia"."""
    for i, tag in enumerate(tree.tag):
        if tag != "NNS" or tree.dep[i] not in ("advcl", "ccomp"):
            continue
        subject, mark = tree.child(i, "nsubj"), tree.child(i, "mark")
        if subject is None or mark is None:
            continue
        if mark < subject == i - 1 and tree.pos[mark] == "SCONJ" and tree.child(i, "cop") is None:
            make_present(tree, i, tree.lemma[i])
            goods, stray = tree.child(i, "obj"), tree.child(i, "obl")
            if goods is not None and stray == goods - 1 and tree.pos[stray] == "ADP":
                tree.dep[goods] = "obl"
                tree.move(stray, goods, "case")


def mend_while_clauses(tree: Tree) -> None:
    """Make a clause of a finite verb that was taken for a part of its object: "Ten injured as train hits bus",
    "rose as the carmaker outsold rivals"."""
    for verb, dep in enumerate(tree.dep):
        goods = tree.head[verb]
        if dep not in ("compound", "amod") or tree.dep[goods] not in ("obl", "nmod") or tree.pos[verb] != "VERB":
            continue
        if tree.tag[verb] not in (*FINITE, "VBN"):
            continue
        subjects = [c for c in (*tree.children[verb], *tree.children[goods]) if tree.dep[c] == "nsubj"]
        bare = tree.child(verb, "compound") if tree.tag[verb] != "VBN" else None
        subject, case = subjects[0] if subjects else bare, tree.child(goods, "case")
        if subject is not None and case is not None and tree.lemma[case] == "as" and case < subject < verb < goods:
            behind = [c for c in tree.children[goods] if c > goods and tree.dep[c] in ("appos", "conj", "cc", "nmod")]
            tree.take_place(verb, goods, "advcl")
            tree.move(goods, verb, "obj")
            tree.move(subject, verb, "nsubj")
            for child in behind:
                tree.move(child, goods, tree.dep[child])
            if tree.tag[verb] == "VBN":
                make_past(tree, verb)
            tree.dep[case], tree.pos[case] = "mark", "SCONJ"


def mend_headline_agents(tree: Tree) -> None:
    """Make a passive of a past whose agent stands behind its second object: "Norvex fined 2 million euros by Norvia"."""
    parsing, words = load_parsing("en"), language("en")
    for verb, tag in enumerate(tree.tag):
        subject = tree.child(verb, "nsubj") if tag in PAST and tree.kind[verb] == "headline" else None
        if subject is None or subject > verb:
            continue
        if any(tree.dep[c].startswith("aux") or tree.dep[c] == "iobj" for c in tree.children[verb]):
            continue
        told, thing = tree.child(verb, "xcomp"), tree.child(verb, "obj")
        bidden = told == verb + 2 and tree.text[verb + 1] == "to" and tree.lemma[verb] in words.grammar.object_control
        counted = thing is not None and (tree.pos[thing] == "NUM" or tree.child(thing, "nummod") is not None)
        if counted and tree.lemma[verb] in parsing.twofold:
            agent = _agent_behind(tree, verb, verb)
        elif bidden and thing is None and told is not None:
            agent = _agent_behind(tree, told, verb)
        else:
            continue
        if agent is not None:
            tree.move(agent, verb, "obl:agent")
            tree.dep[subject] = "nsubj:pass"
            make_participle(tree, verb)


def mend_headline_offices(tree: Tree) -> None:
    """Make a passive of a past of naming before a bare office: "Anna Smith appointed head of Norvex"."""
    parsing, words = load_parsing("en"), language("en")
    for verb, tag in enumerate(tree.tag):
        if tag not in PAST or tree.kind[verb] != "headline" or tree.lemma[verb] not in parsing.naming_verbs:
            continue
        subject, office = tree.child(verb, "nsubj"), tree.child(verb, "obj")
        if subject is None or office is None or not subject < verb < office or tree.pos[office] != "NOUN":
            continue
        title = tree.lemma[office] in words.titles or is_person(tree, office, words)
        named = any(tree.pos[c] == "PROPN" and tree.child(c, "case") is None for c in tree.children[office])
        own = any(tree.dep[c].startswith("aux") or tree.dep[c] in ("iobj", "xcomp") for c in tree.children[verb])
        if title and not named and not own and tree.child(office, "det") is None:
            tree.dep[subject], tree.dep[office] = "nsubj:pass", "xcomp"
            make_participle(tree, verb)


def _agent_behind(tree: Tree, above: int, verb: int) -> int | None:
    """Who is named behind "by" under a verb, if that is somebody: "by Norvia", "by a court", but not "by mistake"."""
    thing = tree.child(above, "obj")
    held = [c for c in tree.children[above] if c > verb and tree.dep[c].startswith("obl")]
    held += [c for c in tree.children[thing] if tree.dep[c] == "nmod"] if thing is not None else []
    for by in (c for c in held if tree.case(c) == "by"):
        known = language("en").nouns.get(tree.lemma[by])
        somebody = known is not None and known.kind in SOMEBODY
        if (somebody or tree.pos[by] == "PROPN") and not tree.temporal[by]:
            return by
    return None


def mend_announced(tree: Tree) -> None:
    """Make the main verb of an infinitive behind a subject: "Workers to strike", but not of "plan to strike"."""
    purposes = load_parsing("en").purposes
    for noun, head in enumerate(tree.head):
        if head != noun or tree.kind[noun] != "headline" or tree.pos[noun] not in NAMING or tree.lemma[noun] in purposes:
            continue
        below = tree.children[noun]
        clauses = [c for c in below if tree.tag[c] == "VB" and tree.dep[c] in ("acl", "advcl", "xcomp")]
        second = next((c for c in below if tree.dep[c] in ("appos", "conj")), noun)  # "Volvo, Renault to close plants"
        mark = tree.child(clauses[0], "mark") if clauses else None
        if mark not in (noun + 1, second + 1) or tree.lemma[mark] != "to" or any(tree.tag[c] in FINITE for c in below):
            continue
        verb = clauses[0]
        tree.move(verb, verb, "root")
        for child in [c for c in below if c > mark]:
            tree.move(child, verb, "obl" if tree.dep[child] == "nmod" else tree.dep[child])
        give_subject(tree, verb, noun)


def mend_headline_subjects(tree: Tree) -> None:
    """Join the subjects that a comma joins: "Honda, Toyota recall 40,000 cars"."""
    for second, dep in enumerate(tree.dep):
        if tree.kind[second] != "headline" or dep not in (*SUBJECTS, "appos") or tree.pos[second] not in NAMING:
            continue
        first = noun_before_comma(tree, second)
        if first is None or tree.temporal[first] or tree.pos[first] not in NAMING or tree.child(first, "case") is not None:
            continue
        beside = dep == "appos" and tree.head[second] == first and tree.dep[first] in SUBJECTS
        verb = tree.head[first] if beside else tree.head[second]
        stray = dep != "appos" and tree.head[first] == verb and tree.dep[first] in STRAYS
        alike = stray or (beside and tree.pos[first] == tree.pos[second])
        if not alike or tree.pos[verb] != "VERB" or tree.tag[verb] not in PLURAL:
            continue
        row = any(tree.dep[c] == "conj" and second < c < verb for c in tree.children[first])  # "India, Pakistan, China hold"
        if row or "," not in tree.text[second:verb]:  # an apposition has a comma behind it too
            tree.move(first, verb, tree.dep[first] if beside else dep)
            tree.move(second, first, "conj")


def noun_before_comma(tree: Tree, noun: int) -> int | None:
    """The noun whose phrase opens the sentence, a comma and a noun behind it."""
    comma = noun_start(tree, noun) - 1
    if comma < 1 or tree.first[comma] or tree.text[comma] != ",":
        return None
    first = comma - 1
    while tree.dep[first] in BEFORE and first < tree.head[first] < comma:
        first = tree.head[first]
    start = noun_start(tree, first)
    return first if tree.first[start] or tree.text[start - 1] in (",", ":") else None


def mend_headline_objects(tree: Tree) -> None:
    """Join the objects that a comma joins: "unveils new laptops, software suite"; one alone is given to nobody."""
    verbs = load_parsing("en").headline_verbs
    for second, dep in enumerate(tree.dep):
        verb = tree.head[second]
        if tree.kind[second] != "headline" or tree.pos[verb] != "VERB" or tree.pos[second] not in NAMING:
            continue
        start = noun_start(tree, second)
        if not verb < start:
            continue
        first = next((c for c in tree.children[verb] if verb < c < start and tree.dep[c] in ("obj", "iobj")), None)
        if first is None:
            alone = dep == "iobj" and tree.pos[second] == "NOUN" and tree.child(verb, "ccomp") is None  # "GM offers buyouts"
            if alone or (dep == "xcomp" and tree.child(second, "case") is None and tree.text[verb] in verbs):
                tree.dep[second] = "obj"  # "Apple introduces Apple TV"
            split_compound(tree, second)
        elif tree.text[start - 1] == "," and is_second_object(tree, first, second):
            tree.dep[first] = "obj"
            tree.move(second, first, "conj")


def is_second_object(tree: Tree, first: int, second: int) -> bool:
    """Whether a noun behind an object and a comma is another object, and no clause, time or apposition."""
    if tree.temporal[second] or any(tree.dep[c] in ("case", *SUBJECTS) for c in tree.children[second]):
        return False
    told = any(tree.pos[c] in VERBAL and c > second for c in tree.children[second])  # "Bus hits tree, ten hurt"
    return not told and (tree.dep[second] in LOOSE or (tree.dep[second] == "obj" and tree.dep[first] == "iobj"))


def split_compound(tree: Tree, noun: int) -> None:
    """Make two objects of one whose phrase a comma parts: "unveils new laptop, software suite"."""
    parts = (c for c in tree.children[noun] if tree.dep[c] == "compound" and tree.text[c + 1] == ",")
    first = next((c for c in parts if tree.pos[c] == "PROPN" or noun_start(tree, c) < c), None)  # but "oil, gas prices"
    if first is None or tree.dep[noun] != "obj":
        return
    tree.move(first, tree.head[noun], "obj")
    for child in [c for c in tree.children[noun] if c < first]:
        tree.move(child, first, tree.dep[child])
    tree.move(noun, first, "conj")


def mend_carriers(tree: Tree) -> None:
    """Make the verb of a "plural" behind what a craft carries: "Plane carrying 150 crashes in Varna"."""
    verbs = load_parsing("en").headline_verbs
    for i, word in enumerate(tree.text):
        lemma = verbs.get(word) if tree.kind[i] == "headline" and tree.tag[i] == "NNS" and tree.dep[i] == "obj" else None
        carrying = tree.head[i]
        if lemma is None or tree.tag[carrying] != "VBG":
            continue
        inside = [c for c in tree.children[i] if carrying < c < i and tree.dep[c] in ("nummod", "compound")]
        if not inside:
            continue
        craft = tree.head[carrying] if tree.dep[carrying] == "acl" else tree.child(carrying, "nsubj")
        top = carrying if tree.dep[carrying] == "root" else craft
        if craft is None or craft > carrying or tree.head[top or 0] != top:
            continue
        tree.move(i, i, "root")
        give_subject(tree, i, craft)
        tree.move(carrying, craft, "acl")
        tree.move(inside[-1], carrying, "obj")
        for child in inside[:-1]:
            tree.move(child, inside[-1], tree.dep[child])
        for child in [c for c in tree.children[carrying] if c > i]:
            tree.move(child, i, tree.dep[child])
        make_present(tree, i, lemma)


def mend_deed_nouns(tree: Tree) -> None:
    """Make a noun of a gerund behind the place of its deed: "Man held over Leeds stabbing"."""
    nouns = language("en").frames.nouns
    for i, tag in enumerate(tree.tag):
        place = i - 1
        if tree.kind[i] != "headline" or tag != "VBG" or place < 1 or tree.text[i].lower() not in nouns:
            continue
        if (
            tree.tag[place] not in ("NNP", "NNPS", "NNS")
            or not tree.text[place][:1].isupper()
            or tree.child(i, "obj") is not None
        ):
            continue
        case = tree.child(place, "case") if tree.dep[place] == "obl" else tree.child(i, "mark")
        if case != place - 1 or (tree.dep[place] != "obl" and tree.head[place] != i):
            continue
        above = tree.head[place] if tree.dep[place] == "obl" else tree.head[i]
        subject = next((c for c in tree.children[i] if tree.dep[c] in SUBJECTS and c != place), None)
        if tree.is_above(i, above) and above != i:
            tree.stand_for(above, i)
            if subject is not None:
                tree.move(subject, above, "nsubj:pass" if tree.tag[above] in PAST else "nsubj")
        tree.move(i, above, "obl")
        tree.move(place, i, "compound")
        tree.move(case, i, "case")
        tree.pos[case], tree.pos[i], tree.tag[i] = "ADP", "NOUN", "NN"
        tree.lemma[i], tree.morph[i] = tree.text[i].lower(), "Number=Sing"


def part_headlines(tree: Tree) -> None:
    """Part from a clause without a speaker what stands before its comma: "Quake hits Varna, no casualties reported"."""
    words = language("en")
    for first, dep in enumerate(tree.dep):
        second = tree.head[first]
        if dep != "ccomp" or tree.kind[first] != "headline" or tree.tag[second] not in PAST:
            continue
        subject = next((c for c in tree.children[second] if tree.dep[c] in SUBJECTS), None)
        if subject is None:
            continue
        known = words.nouns.get(tree.lemma[subject])
        nobody = tree.child(subject, "det")
        told = known is None or known.kind not in SOMEBODY or (nobody is not None and tree.lemma[nobody] == "no")
        start = min([subject, *tree.children[subject]])
        if first < start <= subject < second and tree.text[start - 1] == "," and told and tree.pos[subject] == "NOUN":
            tree.stand_for(first, second)
            tree.move(second, first, "parataxis")
            tree.dep[subject] = "nsubj:pass"
            make_participle(tree, second)
