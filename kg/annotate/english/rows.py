"""Verbs behind "and" in an English tree: which verb each goes on, and in what form."""

from __future__ import annotations

from kg import ontology
from kg.annotate.english.signs import FINITE, PAST, is_finite, make_participle, make_past
from kg.annotate.parsing import load_parsing
from kg.annotate.repairs import SUBJECTS
from kg.annotate.signs import is_person
from kg.annotate.tree import Tree
from kg.lang import language

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PUBLIC = frozenset({"justice", "state", "international"})
THINGS = ("Place", "Artifact", "Work")
HEARD = frozenset({"report", "say", "think", "believe", "presume", "understand", "suspect", "allege", "know"})
MUTE = ("Place", "Artifact")  # reports and letters speak
BODYS_OWN = ("its", "their")
HEARERS = frozenset({"tell", "inform", "notify", "remind"})  # never without whom one tells it


def mend_speech_rows(tree: Tree) -> None:
    """Hang a past behind "and" under who speaks, not under what is said: "denied that it had fled and accused X"."""
    parsing = load_parsing("en")
    answers = parsing.answering | parsing.accusing
    for i, dep in enumerate(tree.dep):
        first = tree.head[i]
        above = tree.head[first]
        if dep != "conj" or tree.dep[first] != "ccomp" or above > first or not is_finite(tree, above):
            continue
        children = tree.children[i]
        if any(tree.dep[c].startswith(("nsubj", "aux", "mark", "cop")) for c in children):
            continue
        joint = tree.child(i, "cc")
        parted = joint is not None and tree.text[joint - 1] == "," and tree.lemma[i] in answers
        judged = tree.lemma[above] in parsing.finding and tree.lemma[i] in parsing.ordering and is_judging(tree, above)
        said = tree.child(i, "obj") is not None or _tells(tree, i) or _calls(tree, i)
        passive = parted or judged or (said and tree.child(first, "aux:pass") is not None)
        bare = tree.text[i].lower() == tree.lemma[i]  # "said it would hurt the poor and cut jobs"
        modal = not bare and any(tree.tag[c] == "MD" for c in tree.children[first])  # asks for a bare infinitive
        judges = tree.lemma[i] in answers or _tells(tree, i) or _says(tree, i)
        silent = judges and _is_of_thing(tree, first)  # "told reporters that the ruling was a joke and said …"
        own = judges and _tells_of_own(tree, first)  # "said its forces had hit a post and denied killing civilians"
        stated = tree.lemma[i] in parsing.ordering and _is_state_of_other(tree, first, above)
        spoken = passive or modal or silent or own or stated
        if tree.tag[i] in ("VBD", "VBN") and spoken and tree.child(above, "nsubj") is not None:
            tree.move(i, above, "conj")
            make_past(tree, i)


def _is_state_of_other(tree: Tree, state: int, saying: int) -> bool:
    """Whether somebody says in what state a body or a country is: "said the country was at war and ordered a curfew"."""
    speaker, other = tree.child(saying, "nsubj"), tree.child(state, "nsubj")
    if speaker is None or other is None or tree.child(state, "cop") is None or tree.pos[other] == "PRON":
        return False
    words = language("en")
    return is_person(tree, speaker, words) and not is_person(tree, other, words) and tree.pos[other] == "NOUN"


def lower_told_rows(tree: Tree) -> None:
    """Hang on those who did it what is told of the speaker: "He told police he slept when a man came in and shot him"."""
    for i, dep in enumerate(tree.dep):
        above, victim = tree.head[i], tree.child(i, "obj")
        if dep != "conj" or victim is None or tree.pos[victim] != "PRON" or tree.tag[i] not in PAST:
            continue
        told = above if tree.dep[above] == "ccomp" else tree.child(above, "ccomp")
        if told is None or not tree.head[told] < told < i:
            continue
        teller = next((c for c in tree.children[told] if tree.dep[c] in SUBJECTS and tree.pos[c] == "PRON"), None)
        clauses = (c for c in tree.children[told] if told < c < i and tree.dep[c] == "advcl")
        doing = next((c for c in clauses if is_finite(tree, c)), None)
        if teller is None or doing is None or tree.morph[teller].split("|")[1:] != tree.morph[victim].split("|")[1:]:
            continue
        if is_bare_past(tree, i) and tree.child(doing, "nsubj") is not None:
            later = [c for c in tree.children[above] if c > i and tree.dep[c] == "conj" and is_bare_past(tree, c)]
            for verb in (i, *later):
                tree.move(verb, doing, "conj")


def lower_perfect_rows(tree: Tree) -> None:
    """Hang under a perfect that somebody tells what goes on in a row: "said the men had met, discussed it and signed"."""
    speech = load_parsing("en").speech
    for i, dep in enumerate(tree.dep):
        saying = tree.head[i]
        told = tree.child(saying, "ccomp") if dep == "conj" and tree.lemma[saying] in speech else None
        if told is None or not saying < told < i or tree.text[i - 1] != "," or not is_bare_past(tree, i):
            continue
        perfect = any(tree.lemma[c] == "have" and tree.dep[c].startswith("aux") for c in tree.children[told])
        rest = [c for c in tree.children[saying] if c > i and tree.dep[c] == "conj"]
        joined = all(is_bare_past(tree, c) for c in rest) and any(tree.child(c, "cc") is not None for c in rest)
        if perfect and joined and tree.child(i, "cc") is None:
            for verb in (i, *rest):
                tree.move(verb, told, "conj")
                make_participle(tree, verb)


def is_bare_past(tree: Tree, verb: int) -> bool:
    """Whether a past has no subject and no auxiliary of its own."""
    own = any(tree.dep[c].startswith(("nsubj", "aux", "mark", "cop")) for c in tree.children[verb])
    return tree.tag[verb] in PAST and not own


def _tells(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody says: "said he would appeal"."""
    frames = language("en").frames.verbs.get(tree.lemma[verb], ())
    content = tree.child(verb, "ccomp") or tree.child(verb, "xcomp")
    return content is not None and any(frame.complement for _, frame in frames)


def _calls(tree: Tree, verb: int) -> bool:
    """Whether a verb has one that somebody is asked for: "called on the rebels to lay down their arms"."""
    return tree.child(verb, "xcomp") is not None and "Demand" in plain_kinds(tree, verb)


def _says(tree: Tree, verb: int) -> bool:
    """Whether a verb by itself tells of what somebody says: "said the deal was a good one and praised the unions"."""
    return tree.child(verb, "obj") is not None and any(
        ontology.is_a(kind, "Communication") for kind in plain_kinds(tree, verb)
    )


def plain_kinds(tree: Tree, verb: int) -> set[str]:
    """The classes of events that a verb may tell without an idiom."""
    frames = language("en").frames.verbs.get(tree.lemma[verb], ())
    return {frame.kind for trigger, frame in frames if frame.kind and not trigger.bound}


def _tells_of_own(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what those had done who are a speaking body's: "said its forces had hit a post"."""
    subject = tree.child(verb, "nsubj")
    owner = None if subject is None else tree.child(subject, "nmod:poss")
    had = any(tree.text[c].lower() == "had" and tree.dep[c].startswith("aux") for c in tree.children[verb])
    if not had or subject is None or owner is None or tree.pos[owner] not in ("PRON", "DET"):
        return False
    noun = language("en").nouns.get(tree.lemma[subject])  # "his movement", but not "his brother"
    return tree.text[owner].lower() in BODYS_OWN or (noun is not None and noun.kind in ("Organization", "Force"))


def _is_of_thing(tree: Tree, predicate: int) -> bool:
    """Whether a clause says what a thing is, or what is done to somebody, and so has no subject that speaks."""
    subject = next((c for c in tree.children[predicate] if tree.dep[c] in SUBJECTS), None)
    if subject is None or tree.pos[subject] != "NOUN" or tree.child(predicate, "aux:pass") is not None:
        return subject is not None and tree.pos[subject] == "NOUN"
    noun = language("en").nouns.get(tree.lemma[subject])
    if tree.child(predicate, "cop") is None:  # "said the talks had failed and accused X"
        event = noun is None and tree.lemma[subject] in language("en").frames.nouns
        return event or (noun is not None and noun.kind in MUTE)
    return noun is None or noun.kind in THINGS


def is_judging(tree: Tree, verb: int) -> bool:
    """Whether a court or another public body finds: "ruled that the firm had broken the law and ordered it to pay"."""
    subject = tree.child(verb, "nsubj")
    noun = None if subject is None else language("en").nouns.get(tree.lemma[subject].lower())
    return noun is not None and bool(noun.flags & PUBLIC)


def mend_gerund_rows(tree: Tree) -> None:
    """Hang a gerund behind "and" under the one before it: "accused soldiers of burning houses and robbing people"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep != "conj" or tree.tag[i] != "VBG" or tree.tag[above] == "VBG" or tree.pos[above] != "VERB":
            continue
        if any(tree.dep[c].startswith(("nsubj", "aux", "mark", "cop")) for c in tree.children[i]):
            continue
        between = (k for k in range(i - 1, above, -1) if tree.tag[k] == "VBG" and tree.is_above(above, k))
        first = next((k for k in between if tree.dep[k] in ("advcl", "xcomp", "acl")), None)
        if first is not None and tree.child(first, "mark") is not None:
            tree.move(i, first, "conj")


def mend_infinitive_rows(tree: Tree) -> None:
    """Hang a bare infinitive behind "and" under the one before it: "called on X to cut its costs and sell the port"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep != "conj" or tree.pos[i] != "VERB" or tree.text[i].lower() != tree.lemma[i]:
            continue
        if any(tree.dep[c].startswith(("nsubj", "aux", "mark", "cop")) for c in tree.children[i]):
            continue
        if tree.tag[above] == "VB":  # "plans to close the plant and cut jobs": no past
            tree.tag[i], tree.morph[i] = "VB", "VerbForm=Inf"
            continue
        outer = tree.head[above]
        if tree.tag[above] == "VBG" and tree.tag[outer] == "VB" and tree.dep[above] == "advcl" and outer < above:
            tree.move(i, outer, "conj")  # "should build cars while managing the firm and distribute them"
            tree.tag[i], tree.morph[i] = "VB", "VerbForm=Inf"
            continue
        clauses = [c for c in tree.children[above] if above < c < i and tree.dep[c] in ("xcomp", "advcl")]
        if not clauses and tree.tag[i] != "VBD":  # "called for efforts to keep the truce, deepen ties and share data"
            clauses = _aims_below(tree, above, i)
        bare = (c for c in clauses if tree.tag[c] == "VB")
        marked = [c for c in bare if (mark := tree.child(c, "mark")) is not None and tree.lemma[mark] == "to"]
        if marked and tree.pos[above] == "VERB" and tree.text[above].lower() != tree.lemma[above]:
            tree.move(i, marked[-1], "conj")
            tree.tag[i], tree.morph[i] = "VB", "VerbForm=Inf"


def _aims_below(tree: Tree, verb: int, end: int) -> list[int]:
    """The infinitives on the objects of a verb that stand before word `end`: "called for efforts to keep the truce"."""
    nouns = (c for c in tree.children[verb] if tree.dep[c] in ("obj", "obl") and verb < c < end)
    return [aim for noun in nouns for aim in tree.children[noun] if tree.dep[aim] == "acl" and noun < aim < end]


def mend_passive_rows(tree: Tree) -> None:
    """Make a participle of a past that shares a passive: "was arrested and found guilty"."""
    for i, dep in enumerate(tree.dep):
        if dep != "conj" or tree.tag[i] != "VBD" or tree.child(tree.head[i], "aux:pass") is None:
            continue
        predicate = tree.child(i, "xcomp")
        if tree.lemma[i] in HEARERS and not any(tree.dep[c] in ("obj", *SUBJECTS) for c in tree.children[i]):
            make_participle(tree, i)  # "were handed notes and told that they must leave"
            continue
        own = any(tree.dep[c] in ("obj", "ccomp", *SUBJECTS) or tree.dep[c].startswith("aux") for c in tree.children[i])
        found = tree.lemma[i] in load_parsing("en").object_and_clause
        judged = found and predicate is not None and tree.pos[predicate] == "ADJ"
        row = (c for c in tree.children[tree.head[i]] if c > i and tree.dep[c] == "conj")
        undergone = tree.lemma[i] in load_parsing("en").transitive  # "found guilty of drugging and raping X and sentenced"
        if not own and (judged or undergone or any(tree.child(c, "obl:agent") is not None for c in row)):
            make_participle(tree, i)
        thing = tree.child(i, "nsubj")
        if thing is not None and _is_due(tree, i, thing):
            tree.dep[thing] = "nsubj:pass"
            make_participle(tree, i)


def _is_due(tree: Tree, i: int, thing: int) -> bool:
    """Whether a past shares a modal and its passive with the clause before: "jobs will be cut and two plants closed"."""
    noun = language("en").nouns.get(tree.lemma[thing])
    due = any(tree.tag[c] == "MD" for c in tree.children[tree.head[i]]) and noun is not None and noun.kind in THINGS
    own = any(tree.dep[c] in ("obj", "ccomp", "xcomp") or tree.dep[c].startswith("aux") for c in tree.children[i])
    return due and not own and tree.lemma[i] not in load_parsing("en").intransitive


def mend_hearsay_rows(tree: Tree) -> None:
    """Make a participle of what others say of a subject: "were holding hostages and reported to have murdered ten"."""
    for i, dep in enumerate(tree.dep):
        done = tree.child(i, "xcomp") if dep == "conj" and tree.tag[i] == "VBD" and tree.lemma[i] in HEARD else None
        if done is None or tree.child(done, "mark") is None or tree.child(i, "obj") is not None:
            continue
        first = tree.head[i]
        if tree.dep[first] == "acl:relcl" and not any(tree.dep[c].startswith(("nsubj", "aux")) for c in tree.children[i]):
            tree.move(i, tree.head[first], "acl")
            make_participle(tree, i)


def mend_reduced_rows(tree: Tree) -> None:
    """Make a participle of a past joined to one: "A man accused of fraud and jailed for two years escaped"."""
    for i, dep in enumerate(tree.dep):
        first = tree.head[i]
        if dep != "conj" or tree.tag[i] != "VBD" or tree.dep[first] != "acl" or tree.tag[first] != "VBN":
            continue
        own = any(tree.dep[c] in ("obj", "ccomp", *SUBJECTS) or tree.dep[c].startswith("aux") for c in tree.children[i])
        noun = tree.head[first]
        if not own and tree.dep[noun] in SUBJECTS and tree.head[noun] > i and tree.lemma[i] in load_parsing("en").transitive:
            make_participle(tree, i)


def mend_joined_subjects(tree: Tree) -> None:
    """Give a joined past the subject that was joined to the object before: "blamed the attack and police arrested two"."""
    for verb, tag in enumerate(tree.tag):
        noun = verb - 1
        if tag not in FINITE or tree.dep[verb] != "conj" or tree.dep[noun] != "conj" or tree.tag[noun] not in NOUNS:
            continue
        cc = tree.child(noun, "cc")
        above = tree.head[verb]
        first = tree.head[noun]
        inside = above < first < noun and tree.above_nouns(first) == above
        if cc is None or not inside or tree.child(verb, "nsubj") is not None or tree.child(verb, "nsubj:pass") is not None:
            continue
        tree.move(noun, verb, "nsubj")
        tree.move(cc, verb, "cc")
        for later in [c for c in tree.children[above] if c > verb and tree.dep[c] == "conj"]:
            if not any(tree.dep[c].startswith("nsubj") for c in tree.children[later]):
                tree.move(later, verb, "conj")


def give_passive_subjects(tree: Tree) -> None:
    """Give a joined passive the subject that the first verb took: "rescued ten, but |40 others|, it said, were held"."""
    for verb, dep in enumerate(tree.dep):
        cc = tree.child(verb, "cc") if dep == "conj" and tree.child(verb, "aux:pass") is not None else None
        if cc is None or any(tree.dep[c].startswith("nsubj") for c in tree.children[verb]):
            continue
        behind = (c for c in tree.children[tree.head[verb]] if cc < c < verb and tree.dep[c] == "obj")
        noun = next(behind, None)
        if noun is not None:
            tree.move(noun, verb, "nsubj:pass")


def see_swallowed_verbs(tree: Tree) -> None:
    """Make the last verb of a row of what seems a noun's participle: "sacked X, named Y, and dissolved parliament",
    "has killed thousands and displaced millions"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        first = tree.head[noun]
        whole = tree.tag[first] in FINITE
        if tree.tag[i] == "VBD" and tree.dep[first] == "obj":
            first = tree.head[first]
            whole = tree.tag[first] in (*FINITE, "VBN")
        if dep != "amod" or tree.tag[i] not in ("VBD", "VBN") or tree.dep[noun] != "conj" or not whole:
            continue
        joint = tree.child(noun, "cc")
        determined = tree.child(noun, "det") is not None or tree.child(noun, "nmod:poss") is not None
        if joint is None or joint != i - 1 or determined or tree.pos[first] != "VERB" or tree.tag[noun] not in NOUNS:
            continue
        for child in [c for c in tree.children[noun] if c < i]:
            tree.move(child, i, tree.dep[child])
        tree.move(i, first, "conj")
        tree.move(noun, i, "obj")
        tree.pos[i] = "VERB"
        if any(tree.dep[c].startswith("aux") for c in tree.children[first]):
            make_participle(tree, i)
        else:
            make_past(tree, i)


def raise_told(tree: Tree) -> None:
    """Join a finite verb that was joined to a clause without one to the verb above: "was to end but shelling went on",
    "denied having fled and blamed the army", "agreed to pay to settle the case and sacked two managers"."""
    for i, dep in enumerate(tree.dep):
        low = verb = tree.head[i]
        if dep != "conj" or low > i or tree.tag[i] not in (*PAST, "VBZ"):
            continue
        own = any(tree.dep[c].startswith(("aux", *SUBJECTS)) for c in tree.children[i])
        if tree.tag[i] == "VBN" and (own or tree.child(i, "obj") is None or not _is_infinitive(tree, low)):
            continue  # "wants to be heard and acquitted"
        while verb > tree.head[verb] and _is_unfinished(tree, verb):
            verb = tree.head[verb]
        if verb != low and tree.pos[verb] == "VERB":
            tree.move(i, verb, "conj")
            if tree.tag[i] == "VBN":
                make_past(tree, i)


def _is_unfinished(tree: Tree, low: int) -> bool:
    """Whether a clause below another has no finite verb, and tells what for if it is not what the other asks for."""
    having = any(tree.tag[c] == "VBG" and tree.dep[c].startswith("aux") for c in tree.children[low])
    asked = tree.dep[low] == "xcomp" and (having or tree.tag[low] == "VBG")
    return asked or (tree.dep[low] in ("xcomp", "advcl") and _is_infinitive(tree, low))


def _is_infinitive(tree: Tree, i: int) -> bool:
    """Whether a verb is an infinitive behind "to"."""
    mark = tree.child(i, "mark")
    return tree.tag[i] == "VB" and mark is not None and tree.lemma[mark] == "to"
